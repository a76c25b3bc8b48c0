"""Titles below those who sign them, as some magazines print them: 某某 | 标题, 栏目 | 某某 | 标题."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, squeeze, width
from converter.parse.openings.opening import Opening
from converter.parse.openings.own_pieces import SECTION, TWO, OwnPieces
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section, is_short_name

_TWO_WORDS = re.compile(r"^[\u4e00-\u9fff]{2,3}·[\u4e00-\u9fff]{2,3}$")
"""社保·医保, the name of a section, which looks like that of a foreigner."""
SURE, BYLINE, LONG_BYLINE = 0.85, 24, 40
"""How sure a byline is that needs no blank line above it; em of one above a title, and of a sure one."""
IN_ENGLISH = re.compile(r"(?:[\s|｜/／·•]+[A-Z][A-Za-z &'’.\-]*)?$")
IN_CAPITALS = re.compile(r"^[A-Z][A-Z &'’\-]{2,30}$")
"""COVER STORY: the name of a section in English, on a line of its own."""
_LEAST, _HEAD = 0.7, 5
"""How sure any byline is, and units of the head of the first article."""


class _ByShape(Protocol):
    """Tells whether a title stands at a unit that is signed below."""

    def __call__(self, at: int, taken: set[int], *, listed: bool) -> Opening | None: ...


class AuthorsAbove:
    """Tells articles by who signs above their titles."""

    def __init__(self, survey: Survey, own: OwnPieces, by_shape: _ByShape) -> None:
        self.survey = survey
        self.units = survey.units
        self._own = own
        self._by_shape = by_shape

    def all_are(self, openings: Sequence[Opening], taken: set[int]) -> bool:
        """True if this magazine prints its authors above its titles, as the contents or the places tell."""
        return self._first_listed(openings) if openings else self._told(taken)

    def _first_listed(self, openings: Sequence[Opening]) -> bool:
        """True if this magazine prints the author above the title."""
        above = sum(
            1
            for opening in openings
            if opening.start
            and opening.reading[1]
            and squeeze(self.units[opening.start - 1].text) in opening.reading[1]
        )
        return above >= 2

    def _told(self, taken: set[int]) -> bool:
        """True if authors stand above titles, where no contents tell, and hardly any below one.

        青学堂 | 某某 | 标题 may be a section, an author and a title as well as a title and a heading.
        """
        if self.survey.contents.entries:
            return False
        units = range(len(self.units))
        above = [at for at in units if self.opening(at, taken) is not None]
        if len(above) < TWO:
            return False
        last = self.survey.byline(len(self.units) - 1)
        if last is not None and last.certainty >= _LEAST and above[0] > _HEAD:
            return False  # who signs stands below each text, and so above the next title
        shaped = (self._by_shape(at, taken, listed=False) for at in units)
        below = [one.title[-1] + 1 for one in shaped if one is not None]
        return len(above) > TWO * sum(self.opening(at, taken) is None for at in below)

    def opening(self, at: int, taken: set[int]) -> Opening | None:
        """An author alone on a line, a title under it, then prose; the name of a section may stand above."""
        if at + 2 >= len(self.units) or at + 1 in taken:
            return None
        reading = self.survey.byline(at)
        if reading is None or reading.certainty < _LEAST or _TWO_WORDS.match(self.units[at].text):
            return None
        sure = reading.certainty >= SURE
        if width(self.units[at].text) > (LONG_BYLINE if sure else BYLINE):
            return None
        section = [at - 1] if at and self.may_name_section(at - 1) else []
        before = self.units[at - 1].text if at else "。"
        apart = section or (ends_sentence(before) and (sure or self.units[at].gap))
        named = self.survey.byline(at + 1)
        if (
            not apart
            or (named is not None and named.certainty >= _LEAST)  # 渠水记, which looks like a name
            or not self.survey.may_be_title(at + 1)
            or not self.survey.prose_follows(at + 2)
        ):
            return None
        start = section[0] if section else at
        title = [at + 1, at + 2] if self._has_second_line(at + 1) else [at + 1]
        return Opening(start, title, bylines=[(at, reading)], kickers=section)

    def _has_second_line(self, at: int) -> bool:
        """True for a title with another line right below it, over the text."""
        if at + 2 >= len(self.units) or self.units[at + 1].gap:
            return False
        return (
            self.survey.may_be_title(at + 1)
            and width(self.units[at + 1].text) > SECTION
            and self._own.tells_below(at + 2)
        )

    def may_name_section(self, at: int) -> bool:
        """True for 青 学 堂 and 青年访谈 / FANGTAN, a few words on a line of their own."""
        text = self.units[at].text
        name = IN_ENGLISH.sub("", text)
        short = is_short_name(name) and has_han(name) and not ends_sentence(text)
        return is_common_section(text) or short
