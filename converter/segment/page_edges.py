"""What tells the edge of a page around a line: folios, blank lines, a sentence that breaks off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.source import Line

EDGE_NUMBER = re.compile(
    r"^\s*(?:[—–\-·•|｜/]\s*)?(?:[Pp]\.?\s*)?(?:(?P<left>\d{1,4})(?:\s*[—–\-·•|｜/]\s*|\s+)(?P<head>\D.*?)"
    r"|(?P<tail>.*?\D)(?:\s*[—–\-·•|｜/]\s*|\s+)(?:[Pp]\.?\s*)?(?P<right>\d{1,4}))\s*(?:[—–\-·•|｜/])?\s*$"
)
_PUBLISHED = re.compile(
    r"^(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*(?:出版|刊|號|号)?$|^(?:19|20)\d\d\s*年\s*第\s*\d+\s*期$"
    r"|^(?:19|20)\d\d\s*[·・•]\s*\d{1,2}$"
)
"""The date or the number of an issue: a running head, and no title."""


SETTING = re.compile(r"^\s*[A-Za-z_][\w.\-]*\s?=\s?[\"'\w./-]+[\"']?;?\s*$")
"""hostname="ferry", which one listing has after the other, and no page over its text."""
PAGE_ENDS = frozenset(("folio", "page-marker"))
"""The reasons of lines at the head or the foot of a page that count it."""
PAGE_EDGES = PAGE_ENDS | {"running-head"}
"""The reasons of all lines there."""


def at_edge(lines: Sequence[Line], position: int, reasons: Mapping[int, str]) -> bool:
    """True if a blank line, a page marker or the end of the file is on one side at least."""
    if position == 0 or position + 1 >= len(lines):
        return True
    before, after = lines[position - 1], lines[position + 1]
    if before.blank or after.blank or len(before.text) < 6:
        return True
    return any(reasons.get(line.number) in PAGE_ENDS for line in (before, after))


def opens_title(lines: Sequence[Line], position: int) -> bool:
    """True if a line may be a title: no sentence is cut before it, a short line follows."""
    above = (lines[at].text for at in range(position - 1, -1, -1) if not lines[at].blank)
    whole = ends_sentence(next(above, "。"))
    if EDGE_NUMBER.match(lines[position].text) or (not whole and cuts_sentence(lines, position)):
        return False
    if _PUBLISHED.match(lines[position].text.strip()):
        return False
    after = position + 1
    while after < len(lines) and lines[after].blank:
        after += 1
    return (
        after < len(lines)
        and width(lines[after].text) <= 40
        and not ends_sentence(lines[after].text)
    )


_PAGE = 60
"""Lines of a page; what stands further before a running head is not cut by it."""


def cuts_sentence(lines: Sequence[Line], position: int) -> bool:
    """True if the last text above a line, on its page, breaks off."""
    for before in range(position - 1, max(-1, position - 1 - _PAGE), -1):
        text = lines[before].text
        if len(text) > 12 and len(text.strip()) > 12:
            if ends_sentence(text):
                return False
            alone = all(
                line.blank for line in (lines[position - 1], *lines[position + 1 : position + 2])
            )
            return width(text) > _WIDE or (alone and _is_column_line(lines, before))
        if text.rstrip().endswith("。"):
            return False  # the last line of a paragraph, however short
    return False


def _is_column_line(lines: Sequence[Line], at: int) -> bool:
    """True for a line that ends within a word, as long as those right above it: one of a narrow column."""
    # The indent of a paragraph is part of its first line.
    text, *above = (line.text.rstrip() for line in (lines[at], *lines[max(0, at - 2) : at]))
    full = len(above) > 1 and all(abs(width(one) - width(text)) <= _COLUMN_SLACK for one in above)
    return full and is_han(text[-1])


_WIDE, _COLUMN_SLACK = 20, 1.0
"""Em of a line that is no title, and by how much full lines of a column differ."""


def breaks_off_in_column(text: str) -> bool:
    """True for a line of a column that ends within a sentence."""
    return width(text) >= _COLUMN and is_han(text.rstrip()[-1])


_COLUMN = 12
"""Em of the narrowest line of a column of text."""


def breaks_off(text: str) -> bool:
    """True for a text that is not at its end."""
    if _SOURCE.match(text.lstrip()):
        return False
    return is_text(text) and not ends_sentence(text) and text[-1] not in "：；）)】》—"


_SOURCE = re.compile("—{0,2}[（(]?(?:资料|資料|数据|數據|图片|圖片)?(?:来源|來源)[：:]")
"""资料来源：某市水务局, or ——资料来源：某市水务局, the last line of a box."""


def is_text(text: str) -> bool:
    """True for a line of running text, as far as its width and its marks tell."""
    return width(text.strip()) >= _TEXT and _PAUSE.search(text) is not None


_TEXT = 12
"""Em from which on a line is one of running text."""
_PAUSE = re.compile("[，。；：、！？,;:]")
