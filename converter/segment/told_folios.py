"""Folios that only the contents tell: 24 alone on its line in the article that they have on page 23, before that on 27."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, has_han, key, width
from converter.source import Line

_TITLE, _LAST, _TEXT, _PARTS, _NEAR = 60, 12, 5, 9, 8
"""Characters of the longest line of a title, pages of the last article, the least em of a text, the most parts
that a text has whose other numbers are lost, and lines within which a text stands above and below."""


def told_folios(
    lines: Sequence[Line],
    bare: Sequence[tuple[int, int]],
    pages: Mapping[str, str],
    reasons: Mapping[int, str],
) -> list[tuple[int, int]]:
    """Those of the numbers alone on their lines that lie between the page of their article and that of the next.

    ``pages`` are those of the contents, by the keys of the titles. Numbers from 1 on are those of parts.
    Where no title has a page, the only such number of an issue is a folio too, right below a text.
    """
    left = [one for one in bare if lines[one[0]].number not in reasons]
    titles = _titles(lines, pages) if left else []
    if not titles:
        alone = len(left) == 1 and left[0][1] > _PARTS
        return [
            (at, n)
            for at, n in left
            if alone and not lines[at - 1].blank and _is_in_text(lines, at)
        ]
    places = [at for at, _ in titles]
    within: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, page in left:
        within[bisect_left(places, at) - 1].append((at, page))
    found: list[tuple[int, int]] = []
    for article, numbers in within.items():
        if article < 0:
            continue
        first = titles[article][1]
        following = titles[article + 1][1] if article + 1 < len(titles) else first + _LAST
        counted = [page for _, page in numbers]
        rising = all(one < other for one, other in pairwise(counted))
        if rising and counted[0] != 1 and first <= counted[0] and counted[-1] <= following:
            found += [one for one in numbers if _is_in_text(lines, one[0])]
    return found


def _titles(lines: Sequence[Line], pages: Mapping[str, str]) -> list[tuple[int, int]]:
    """Where the titles stand over their articles, and their pages: each the first time, as far as they rise."""
    left = {name: int(page) for name, page in pages.items() if page.isdecimal()}
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        page = left.pop(key(line.text), 0) if 0 < len(line.text) <= _TITLE and left else 0
        if page and (not found or page >= found[-1][1]):
            found.append((at, page))
    return found


def _is_in_text(lines: Sequence[Line], at: int) -> bool:
    """True for a line below the end of a text and above another one."""
    near = (
        range(at - 1, max(-1, at - 1 - _NEAR), -1),
        range(at + 1, min(at + 1 + _NEAR, len(lines))),
    )
    above, below = (
        next((lines[one].text for one in side if not lines[one].blank), "") for side in near
    )
    return ends_sentence(above) and has_han(below) and width(below.strip()) >= _TEXT
