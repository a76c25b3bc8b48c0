"""Issues that no page has cut: texts from a word processor or a web page, each paragraph whole.

Where no page has a number, and hardly any long paragraph ends without a mark,
a blank line ends whatever stands above it: no sentence goes on behind one.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

from converter.hanzi import is_han, width
from converter.parse.items import form_of
from converter.segment import Unit

_LONG = 60
"""Em of a paragraph that is none of a list, which may do without a mark at its end."""
_LINE = 24
"""Em of a line of it that is neither a title nor an office."""
_FEWEST = 80
"""So many long paragraphs, of which pages would have cut several."""
_FEW = 40
"""So many of which pages would have cut one or two: no other line of text may be cut either."""
_FEWEST_WITHIN = 40
"""So many within pages, of which columns or boxes would have cut some."""
_FEWEST_LETTERED, _SHORTER = 3, 24
"""The same for a newsletter in Markdown."""
_SEVERAL = 40
"""One in so many may have a line break of its own, as an address has at the end of a text."""
_RARE = 100
"""One in so many may end without a mark for other reasons."""


def is_uncut(
    units: Sequence[Unit],
    *,
    lettered: bool = False,
    breaks: Callable[[int, int], bool] = lambda _above, _below: False,
) -> bool:
    """True if no paragraph of an issue, none of whose pages is told, is cut by them.

    A newsletter (``lettered``) is hardly ever printed: fewer and shorter ones tell as much.
    ``breaks`` tells whether a running head stands between two lines, which has no number: one
    in a sentence shows a page that cuts it.
    """
    if any(
        _is_broken(one.text) and breaks(one.last, two.first)
        for one, two in itertools.pairwise(units)
    ):
        return False
    if lettered and _are_whole(units, _FEWEST_LETTERED, _SHORTER):
        return True
    if _are_whole(units, _FEWEST):
        return True
    cut = any(_is_broken(unit.text) and not form_of(unit) for unit in units)
    return not cut and _are_whole(units, _FEW)


def is_uncut_within(units: Sequence[Unit], breaks: Callable[[int, int], bool]) -> bool:
    """True if ``breaks``, which tells whether a page breaks between two lines, tells of all cuts.

    Then no column, box or picture cuts a paragraph within its page.
    """
    above = [one for one, two in itertools.pairwise(units) if not breaks(one.last, two.first)]
    return len(above) < len(units) - 1 and _are_whole(above, _FEWEST_WITHIN)


def _are_whole(units: Iterable[Unit], fewest: int, least: int = _LONG) -> bool:
    long = [unit for unit in units if width(unit.text) >= least and not form_of(unit)]
    if len(long) < fewest or sum(unit.wrapped for unit in long) * _SEVERAL > len(long):
        return False
    broken = sum(_ends_open(unit.text) for unit in long)
    return broken * _RARE <= len(long)


def _ends_open(text: str) -> bool:
    """True for a text that ends with no mark, or with one within a sentence."""
    end = text.rstrip()[-1]
    return is_han(end) or end in "，、"


def _is_broken(text: str) -> bool:
    """True for a line of running text that ends so."""
    return _ends_open(text) and width(text) >= _LINE and "，" in text
