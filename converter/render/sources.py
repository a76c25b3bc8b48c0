"""Whence a quotation or a box was taken, as a line below it."""

from __future__ import annotations

from converter import patterns as re

_NAMES_ITSELF = re.compile(
    "(?:(?:资料|資料|数据|數據|图片|圖片|文字|信息|資訊|案例)?[来來]源(?:于|於)?|出处|出處|摘自|[选選]自|引自)[：:]"
)


def names_itself(source: str) -> bool:
    """True of 资料来源：…, which needs no dash before it to be known as a source."""
    return bool(_NAMES_ITSELF.match(source.lstrip()))
