"""Pen names on lines of their own below the titles of the contents, which look like names of sections.

羊汤要喝早上的 016 / 小葱 / 一碗素面的清白 021 / 申屠夏: 小葱 is no surname, and might be what stands over the
next titles. But the body has each of these lines right under the title above it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import has_han, key, width
from converter.names import is_body, split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.sections import SECTION_NAME, holds_page, titles_of
from converter.source import Line

_FEWEST = 3
"""So many lines that the body has right under the titles above them are no chance."""
_LONGEST = 12
"""The most em of a pen name, with an office before it."""
_OFFICE_AND_NAME = 2
"""科学老师 电冰叔叔: where all have two words, the second is the name."""
_MOST = 0.75
"""The part of the lines below titles that are such names."""
_MARKS = re.compile("[，。！？；：、…《》“”]")
"""What names have none of."""


def without_pen_names_below(
    lines: Sequence[Line], body: BodyIndex
) -> tuple[Sequence[Line], dict[int, str]]:
    """The lines without such names, and the names by the lines of their titles.

    One at least is no name that the contents tell by itself; and where longer lines stand under
    titles both here and in the body, all of them tell of the articles.
    """
    filled = [at for at, line in enumerate(lines) if not line.blank]
    paged = {at for at in filled if holds_page(lines[at].text.strip())}
    below = [(one, two) for one, two in pairwise(filled) if one in paged and two not in paged]
    may = [pair for pair in below if _may_sign(lines[pair[1]].text.strip())]
    if len(may) < _FEWEST or all(_is_plain(lines[two].text.strip()) for _, two in may):
        return lines, {}
    told = {
        two: one
        for one, two in may
        if _stands_under(lines[one], lines[two], body) and not _goes_on(lines, two, paged)
    }
    names = {two: lines[two].text.strip() for two in told}
    others = sorted(set(below).difference(may))
    longer = any(_stands_under(lines[one], lines[two], body) for one, two in others)
    if longer or len(told) < _FEWEST or len(told) < _MOST * len(below):
        return lines, {}
    if all(map(_is_plain, names.values())):
        return lines, {}
    parts = {at: name.split() for at, name in names.items()}
    if all(len(words) == _OFFICE_AND_NAME for words in parts.values()):
        names = {at: words[-1] for at, words in parts.items()}
    if sum(width(lines[one].text) for one in told.values()) <= sum(map(width, names.values())):
        return lines, {}  # what stands below names of sections is longer
    kept = [Line(line.number, "") if at in told else line for at, line in enumerate(lines)]
    return kept, {lines[one].number: names[two] for two, one in told.items()}


def _goes_on(lines: Sequence[Line], at: int, paged: Collection[int]) -> bool:
    """True for the second line of a title of three, or over a subtitle: more than a section stands below."""
    if at + 1 >= len(lines) or lines[at + 1].blank or at + 1 in paged:
        return False
    return width(lines[at + 1].text.strip()) > SECTION_NAME


def _stands_under(title: Line, name: Line, body: BodyIndex) -> bool:
    own = key(name.text)
    if body.is_over_names(own):
        return False  # the second line of a title
    return any(
        own == key(text)
        for one in titles_of(title.text.strip())
        for text in body.lines_below(key(one))
    )


def _may_sign(text: str) -> bool:
    """True for a few words without a mark, with or without an office before them."""
    return has_han(text) and width(text) <= _LONGEST and _MARKS.search(text) is None


def _is_plain(text: str) -> bool:
    """True for 某某 and 某某杂志社, which the contents tell by themselves."""
    return split_names(text) is not None or is_body(text)
