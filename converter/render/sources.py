"""Whence a quotation, a box or a table was taken, as a line below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.model import Block, Paragraph, Role, Table

_NAMES_ITSELF = re.compile(
    "(?:(?:资料|資料|数据|數據|图片|圖片|文字|信息|資訊|案例)?[来來]源(?:于|於)?|出处|出處|摘自|[选選]自|引自)[：:]"
)
_NOTE = re.compile("(?:表?[注註]|[说說]明)[：:1-9①]")


def table_notes(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of lines that belong to the table right above them: 注：…, 资料来源：…."""
    return frozenset(
        at
        for at, (above, block) in enumerate(pairwise(blocks), start=1)
        if isinstance(above, Table)
        and isinstance(block, Paragraph)
        and block.role is Role.CREDIT
        and (names_itself(block.text.value) or _NOTE.match(block.text.value.lstrip()))
    )


def names_itself(source: str) -> bool:
    """True of 资料来源：…, which needs no dash before it to be known as a source."""
    return bool(_NAMES_ITSELF.match(source.lstrip()))
