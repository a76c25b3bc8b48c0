"""Folios in Chinese numerals, as magazines that are set upright print them: 一三, — 二四 —."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Collection, Container, Sequence

from converter import patterns as re
from converter.segment.page_edges import cuts_sentence
from converter.segment.stamps import is_above
from converter.source import Line

_DIGITS = {char: digit for digit, char in enumerate("〇一二三四五六七八九")}
_DIGITS |= dict.fromkeys("○零0OoОо", 0)
_TENS = {"十": 1, "廿": 2, "卅": 3}
_MARK = r"[-—–―·•・‧|｜]{0,2}"
_ALONE = re.compile(
    rf"^\s*(?:第\s*|(?P<left>[（(〔]))?{_MARK}\s*(?P<n>[一二三四五六七八九十廿卅百](?:\s?[〇○零0OoОо一二三四五六七八九十百]){{0,4}})\s*{_MARK}\s*(?:[页頁])?(?(left)[）)〕])\s*$"
)
_FEWEST = 3
"""So many numbers of two digits tell that the folios are written so."""
_CUTS = 3
"""Of so many of them one cuts a sentence at least, as the numbers of parts never do."""


def numeral_folios(
    lines: Sequence[Line], taken: Collection[int], titles: Container[str] = ()
) -> list[tuple[int, int]]:
    """The places of the folios that are Chinese numerals, and their pages.

    一, 二 and 三 are the parts of an article as often as pages. Of folios several have two
    digits, all rise from the first page to the last, and some stand within a sentence; then
    those below ten are folios too wherever they cut one. ``taken`` are the numbers of the
    lines that are furniture already, ``titles`` the keys of what the contents name.
    """
    found: list[tuple[int, int, bool]] = []
    for position, line in enumerate(lines):
        text = line.text
        if len(text) > _LONGEST or line.blank or line.number in taken:
            continue
        hit = _ALONE.match(text)
        page = _value(hit["n"]) if hit is not None else 0
        if page:
            found.append((position, page, cuts_sentence(lines, position)))
    high = [place for place in found if place[1] > _PARTS]
    if len(high) < _FEWEST:
        return _above_titles(lines, found, titles)
    chain = _longest_rise([place for place in found if place[1] > _PARTS or place[2]])
    high = [place for place in chain if place[1] > _PARTS]
    cuts = sum(cut for _, _, cut in high)
    in_a_row = all(two[1] == one[1] + 1 for one, two in itertools.pairwise(high))
    if len(high) < _FEWEST or cuts * _CUTS < len(high) or (in_a_row and cuts * 2 < len(high)):
        return []
    return [(position, page) for position, page, _ in chain]


def _above_titles(
    lines: Sequence[Line], found: Sequence[tuple[int, int, bool]], titles: Container[str]
) -> list[tuple[int, int]]:
    """The folios of a thin issue, which count its pages one by one past the titles of articles.

    The number of a part stands above its text, and no title of another article follows it.
    """
    if len(found) < _FEWEST or any(two[1] - one[1] != 1 for one, two in itertools.pairwise(found)):
        return []
    opened = sum(is_above(lines, position, titles) for position, _, _ in found)
    return [(position, page) for position, page, _ in found] if opened > 1 else []


_LONGEST = 12
"""Characters of a line with a folio."""
_PARTS = 9
"""The most parts of an article that are told by numbers alone."""


def _value(text: str) -> int:
    """The number that 二四, 二十四, 廿四 and 一〇二 mean; 0 for what is none."""
    text = re.sub(r"\s", "", text)
    if not any(char in "十廿卅百" for char in text):
        return int("".join(str(_DIGITS[char]) for char in text)) if len(text) <= 3 else 0
    hundreds, parted, rest = text.rpartition("百")
    if parted and (len(hundreds) != 1 or hundreds not in _DIGITS):
        return 0
    number = 100 * _DIGITS[hundreds] if parted else 0
    rest = rest.lstrip("零〇○")
    ten = next((char for char in rest if char in _TENS), "")
    if ten:
        before, _, rest = rest.partition(ten)
        if len(before) > 1 or (before and before not in _DIGITS):
            return 0
        number += 10 * (_DIGITS[before] if before else _TENS[ten])
    if len(rest) > 1 or (rest and rest not in _DIGITS):
        return 0
    return number + (_DIGITS[rest] if rest else 0)


def _longest_rise(found: Sequence[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The longest run of numbers that rise with their lines."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(found)
    for index, (_, page, _) in enumerate(found):
        place = bisect_left(tails, page)
        tails[place : place + 1] = [page]
        ends[place : place + 1] = [index]
        before[index] = ends[place - 1] if place else -1
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(found[index])
        index = before[index]
    return chain[::-1]
