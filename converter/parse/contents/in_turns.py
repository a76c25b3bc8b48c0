"""Contents printed in two columns of which OCR has read the lines in turns: left, right, left, right.

特稿 / 访谈 / 5 标题 作者 / 16 标题 作者 / 讲堂 / 调研: nothing stands side by side any more. The
pages tell: read on they leap to and fro, while they grow down every second line, and those of
the right column begin where those of the left one end.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import has_han
from converter.parse.contents.marks import page_beside, page_number
from converter.source import Line

_HEAD = re.compile(
    r"^\W*(?:本\s*[期刊]\s*)?(?:目\s*[录錄次]|要\s*目|[导導]\s*[读讀]|CONTENTS)", re.IGNORECASE
)
_COUPLES = 2
"""So many pages in either column, of lines that take turns, are no chance, nor so many leaps back to
the left one: a featured article may stand first."""


def with_turns_parted(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with two columns whose lines take turns one under the other."""
    places = [at for at, line in enumerate(lines) if not line.blank]
    if places and _HEAD.match(lines[places[0]].text):
        places = places[1:]
    if any("|" in lines[at].text for at in places):
        return lines
    pages = {at: page for at in places if (page := _page_of(lines[at].text))}
    read_on = list(pages.values())
    leaps = sum(above > below for above, below in itertools.pairwise(read_on))
    if len(read_on) < 2 * _COUPLES or leaps < _COUPLES:
        return lines
    columns = _columns(places, pages)
    if columns is None:
        return lines
    left, right = ([lines[at] for at in column] for column in columns)
    return [*lines[: places[0]], *left, Line(lines[places[-1]].number, ""), *right]


def _columns(
    places: Sequence[int], pages: dict[int, int]
) -> tuple[Sequence[int], Sequence[int]] | None:
    """The lines of either column, of which as many as may be take turns; ``None`` for no columns."""
    for turns in range(len(places) // 2, _COUPLES - 1, -1):
        one, other = places[0 : 2 * turns : 2], places[1 : 2 * turns : 2]
        rest = places[2 * turns :]
        for left, right in ((one, [*other, *rest]), ([*one, *rest], other)):
            down = [[pages[at] for at in column if at in pages] for column in (left, right)]
            turned = [sum(at in pages for at in column) for column in (one, other)]
            if min(turned) >= _COUPLES and _grow([*down[0], *down[1]]):
                return left, right
    return None


def _grow(pages: Sequence[int]) -> bool:
    return all(above <= below for above, below in itertools.pairwise(pages))


def _page_of(text: str) -> int:
    """The page of an entry, 0 for a line without one."""
    text = text.strip()
    hit = page_beside(text)
    page = page_number(hit["page"]) if hit is not None and has_han(hit["rest"]) else ""
    return int(page) if page.isdecimal() else 0


__all__ = ["with_turns_parted"]
