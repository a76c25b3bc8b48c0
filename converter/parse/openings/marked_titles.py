"""Titles among heads of one kind, told by who signs below them: ## 声音 | 一条船, ## 文 | 某某.

An engine that knows what is large, and not how large, writes the same signs before titles,
headings and even before those who sign. Where no contents tell them apart, the bylines do:
what has one below it is a title, and what has none is a heading.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, key, squeeze
from converter.parse.byline import BylineReading
from converter.parse.openings.opening import Opening
from converter.parse.openings.posts import is_post
from converter.parse.openings.survey import Survey
from converter.values import NamedTuple

_SIGNS = re.compile(
    r"^(?:撰?文|文字|作者|记者|記者|[采採][写寫]|撰稿|采访|採訪)\s*[|｜丨/／：:]\s*\S"
)
"""文 | 某某, 作者：某某: nothing but a byline."""
_BARRED = re.compile(rf"^[{HAN}]{{2,8}}\s*[|｜丨]\s*(?![|｜丨])\S.{{2,}}$")
"""声音 | 一条船: the name of a column and a title."""
_SURE = 0.9
"""How sure a byline is that says what those have done whom it names."""
_REACH = 8
"""Units from a title to who signs: a standfirst, the picture, its caption, a note."""
_FEWEST = 2
"""So many titles with names of columns, signed so, are no chance."""


class Signed(NamedTuple):
    """A title, and who signs it."""

    title: int
    at: int
    reading: BylineReading


class MarkedTitles:
    """Which of the heads under signs are titles, where bylines tell; none where they do not."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._units = survey.units
        self.heads = frozenset(at for at, unit in enumerate(self._units) if unit.markup_level)
        """Everything under the sign of a heading."""
        signed = [one for at in sorted(self.heads) if (one := self._signed(at)) is not None]
        barred = [one for one in signed if _BARRED.match(self._units[one.title].text)]
        # Those who sign are marked as the titles are, so that the signs tell nothing.
        marked = sum(self._units[one.at].markup_level > 0 for one in barred)
        if len(barred) < _FEWEST or marked < _FEWEST:
            signed = []
        self.signed = {one.title: one for one in signed}
        self.titles = frozenset(self.signed) | frozenset(self._alike() if signed else ())
        """All titles: also those of the same form, which nobody signs."""

    def _signed(self, at: int) -> Signed | None:
        """Who signs below a head, before the next one."""
        if self._byline(at) is not None:
            return None
        for below in range(at + 1, min(len(self._units), at + 1 + _REACH)):
            reading = self._byline(below)
            if reading is not None and reading.authors:
                follows = self._survey.prose_follows(below + 1)
                return Signed(at, below, reading) if follows else None
            if below in self.heads:
                return None
        return None

    def _byline(self, at: int) -> BylineReading | None:
        """A unit that is nothing but a byline."""
        text = self._units[at].text
        reading = self._survey.byline(at) if _SIGNS.match(text) else None
        return reading if reading is not None and reading.certainty >= _SURE else None

    def _alike(self) -> list[int]:
        """The heads with the name of a column that nobody signs, once where they stand twice."""
        return [
            at
            for at in sorted(self.heads)
            if _BARRED.match(self._units[at].text)
            and self._byline(at) is None
            and not (at + 1 in self.heads and self._says_same(at, at + 1))
        ]

    def opening(self, at: int) -> Opening:
        """The opening of such a title; the same words right above it are the head of its page."""
        above = [at - 1] if at - 1 in self.heads and self._says_same(at - 1, at) else []
        barred = _BARRED.match(self._units[at].text) is not None
        opening = Opening(at - len(above), [at], overline=above, barred=barred)
        if (signed := self.signed.get(at)) is not None:
            opening.bylines = [(signed.at, signed.reading)]
            opening.standfirst = self._told_between(at, signed.at)
            post = self._survey.after(signed.at)
            if post is not None and is_post(squeeze(post.text)):
                opening.bylines.append((signed.at + 1, BylineReading((), 1.0)))
        return opening

    def _told_between(self, at: int, end: int) -> list[int]:
        """What tells of an article between its title and who signs, without the captions there."""
        between = range(at + 1, end)
        return [
            one for one in between if not (self._units[one].pictured or self._units[one].centred)
        ]

    def _says_same(self, one: int, other: int) -> bool:
        return key(self._units[one].text) == key(self._units[other].text)
