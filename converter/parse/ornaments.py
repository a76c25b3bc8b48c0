"""Sidebars whose only name is a title with an ornament before it: ■ 渡口的早饭.

A magazine that sets an ornament before its small headings sets it between whole paragraphs.
Where lines with one ornament stand within broken sentences, and more than once, they are the
titles of what is set into the text, and so are the others of the issue.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.boxes import BoxStart, is_attribution
from converter.parse.cutting import breaks_off
from converter.parse.kinds import is_credit, labelled
from converter.segment import Unit

ORNAMENTED = re.compile(
    rf"^(?P<mark>[■□●○◆◇▲△★☆◎※►▶▎▌])\s*(?P<title>[{HAN}“《][^。；：！|｜/／]{{1,24}})$"
)
_TITLE = 24
"""The most em of such a title."""
_TEXT = 10
"""The least em of the text below it."""
_OFTEN = 2
"""So many broken sentences around titles prove their ornament."""


def sidebar_marks(parts: Iterable[Sequence[Unit]]) -> frozenset[str]:
    """The ornaments that stand before the titles of sidebars; ``parts`` are units by article.

    One broken sentence may have lost its full stop to the OCR: there must be several, around
    every second title at least.
    """
    titles: dict[str, int] = {}
    cuts: dict[str, int] = {}
    for units in parts:
        for at in range(1, len(units) - 1):
            mark = _mark(units, at)
            if mark:
                titles[mark] = titles.get(mark, 0) + 1
                cuts[mark] = cuts.get(mark, 0) + breaks_off(units[at - 1].text)
    return frozenset(
        mark for mark, count in cuts.items() if count >= _OFTEN and count * 2 >= titles[mark]
    )


def ornamented_start(units: Sequence[Unit], at: int, marks: Collection[str]) -> BoxStart | None:
    """The box that begins at a unit with one of the ``marks``, ``None`` if none does."""
    if not marks or not 0 < at < len(units) - 1 or _mark(units, at) not in marks:
        return None
    title = units[at].text.strip()[1:].strip()
    return BoxStart("", title, own_line=False, titled=True)


def _mark(units: Sequence[Unit], at: int) -> str:
    """The ornament before the title of some text, "" for anything else, such as an item."""
    text = units[at].text.strip()
    hit = ORNAMENTED.match(text) if len(text) <= _TITLE + 4 else None
    if hit is None or ends_sentence(text) or text[-1] in "，、":
        return ""
    below = units[at + 1].text.strip()
    if width(hit["title"]) > _TITLE or width(below) < _TEXT or below[0] == hit["mark"]:
        return ""
    made = is_credit(text) or is_credit(hit["title"]) or labelled(text) is not None
    return "" if made or is_attribution(hit["title"]) else hit["mark"]
