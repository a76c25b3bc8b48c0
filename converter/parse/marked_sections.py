"""Sections told by the signs of Markdown: ## 社论 right over ### and a title, again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.parse.byline import read_byline
from converter.parse.headings import numbering
from converter.segment import Unit

_FEWEST, _WIDEST = 3, 14
"""The fewest names of sections that are no chance, and the most em of one."""
_SIGNS = 0.8
"""How sure a line has to be a byline."""
_NAME = re.compile(
    rf"^\*?(?P<name>[{HAN}]{{2,7}}?)(?:[整编編][理译譯]|口述|[记記][录錄]|[编編]?[译譯])?\*?$"
)
"""Who signs: 本刊, 渠边老人, 苇叶整理."""


def section_level(units: Sequence[Unit], *, lettered: bool) -> int:
    """How many # stand before the names of sections, 0 if they have none.

    Each of them stands right over a title, which has one # more, and does not count. The
    headings of one text may do so, too: the issue is a newsletter, or the titles are signed.
    """
    levels = Counter(unit.markup_level for unit in units if unit.markup_level)
    for level in sorted(levels)[:2]:
        names = [at for at, unit in enumerate(units) if unit.markup_level == level]
        titles = [at for at, unit in enumerate(units) if unit.markup_level == level + 1]
        if len(names) < _FEWEST or not all(_is_over(units, at) for at in names):
            continue
        signed = sum(_is_signed(units, at) for at in titles)
        if lettered or signed * 2 >= len(titles):
            return level
    return 0


def _is_over(units: Sequence[Unit], at: int) -> bool:
    """True for a few words right over a line with one # more."""
    unit, below = units[at], units[at + 1] if at + 1 < len(units) else None
    nested = below is not None and below.markup_level == unit.markup_level + 1
    return nested and width(unit.text) <= _WIDEST and numbering(unit.text) is None


def _is_signed(units: Sequence[Unit], at: int) -> bool:
    """True for a title over who wrote it."""
    reading = read_byline(units[at + 1].text) if at + 1 < len(units) else None
    return reading is not None and reading.certainty >= _SIGNS


def signers(units: Sequence[Unit], level: int) -> dict[int, str]:
    """The lines below the titles of a level that say who wrote, and their names.

    They may be names in no form of a byline, such as 渠边老人: nearly all titles have one.
    """
    titles = [at for at, unit in enumerate(units) if unit.markup_level == level]
    found: dict[int, str] = {}
    for at in titles:
        below = units[at + 1] if at + 1 < len(units) else None
        hit = _NAME.match(squeeze(below.text)) if below and not below.markup_level else None
        if hit is not None:
            found[at + 1] = hit["name"]
    return found if len(found) >= _FEWEST and len(found) * 4 >= len(titles) * 3 else {}
