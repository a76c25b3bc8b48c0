"""The number of a table or a picture stands an em before its name: 表1　渡口的船.

CY/T 170-2019 (学术出版规范 表格) and CY/T 171-2019 (学术出版规范 插图) have it so. OCR and
typists write one blank, which beside Han is hardly seen, and in vertical lines not at all.
"""

from __future__ import annotations

from converter import patterns as re
from converter.model import Text
from converter.values import replace

_NUMBERED = re.compile(
    r"[续續附]?[表图圖] ?(?:\d{1,3}(?:[-–.]\d{1,3})?|[一二三四五六七八九十]{1,3}) (?=[^\s\d])"
)


def blank_after_number(caption: Text) -> int:
    """Where the blank stands that parts number and name; -1 if there is none."""
    hit = _NUMBERED.match(caption.value)
    return hit.end() - 1 if hit else -1


def with_em(caption: Text) -> Text:
    """The caption with an em in the place of that blank."""
    at = blank_after_number(caption)
    if at < 0:
        return caption
    return replace(caption, value=f"{caption.value[:at]}\u3000{caption.value[at + 1 :]}")
