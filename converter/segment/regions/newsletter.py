"""The first line of a newsletter in Markdown, which names it and counts: # 守渠周报（第 12 期）：开闸."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import width
from converter.source import Line

COUNTED = re.compile(
    r"^(?P<name>[^#：:|｜（(，。]{2,20}?)?\s*(?P<before>[（(：:|｜·•—-]*)\s*"
    r"(?P<count>第\s*[\d一二三四五六七八九十百〇零]{1,6}\s*[期號号]|(?:#|[总總]|Vol\.?|No\.?)\s*\d{1,4}(?!\d)"
    r"|[12]\d{3}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)"
    r"(?P<after>[）)]?)(?:(?:\s*[：:|｜—-]+\s*|\s+(?=(?:[12]\d{3}|民[國国]\s*[\d一二三四五六七八九十百〇零○]{1,5})\s*年))(?P<topic>\S.*))?$",
    re.IGNORECASE,
)
"""守渠周报（第 12 期）：开闸, 守渠周报 #12 | 2023-05-05, 守渠周报 2023年5月, 第 12 期, 守渠周报　第12期　2023年5月."""
_TOP, _LONGEST = 12, 64
"""Lines among which it stands, and its most em."""
_TEXTS = 3
"""Lines that are marked as it is, or lower, and make a newsletter of it."""


def newsletter_line(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The place of the line above all texts that is marked, names a newsletter and counts it."""
    at = next((at for at, line in enumerate(lines[:_TOP]) if not line.blank), -1)
    if at < 0 or not lines[at].text.startswith("# "):
        return None
    text = lines[at].text[2:].strip(" *#")
    if width(text) > _LONGEST or COUNTED.match(text) is None:
        return None
    below = [line.text for line in lines[at + 1 :] if line.text.startswith("#")]
    lower = sum(text.startswith("##") for text in below)
    return (at, at + 1) if lower >= _TEXTS and lower == len(below) else None
