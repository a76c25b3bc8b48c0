"""Columns of a newspaper page that were read across its articles, sorted out again.

Where two articles stand one under the other, each in several columns, OCR reads the first
column of the one, the headline and the first column of the other, the second column of the
one and so on. A piece then belongs to the article whose sentence it carries on, and to the
next one in the order of the columns where the words do not tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import width
from converter.parse.boxes import box_start
from converter.parse.captions import is_unnumbered_caption
from converter.parse.context import Context
from converter.parse.grams import Trigrams
from converter.parse.heal import AFTER_PARTICLE
from converter.parse.kinds import is_credit, jump
from converter.parse.openings import Opening
from converter.parse.paragraph import complete
from converter.parse.seam import goes_on
from converter.segment import Unit

_IN_ORDER = 2.0
"""What the order of the columns says (log odds), which OCR mistakes now and then."""
_CLEAR = 3.0
"""By how much better the piece after the next must carry on a sentence to come first."""
_PARTICLE = 2.0
_PARTICLES = frozenset("的了着过地得们呢吗吧")
_MOST = 40
"""Articles of a page."""
_TAIL = 400
_WIDE = 24.0
"""Em of a line that may be full where nobody knows how long lines are."""


def unweave(
    parts: list[list[Unit]], openings: Sequence[Opening], units: Sequence[Unit], context: Context
) -> None:
    """Give each piece of a newspaper's columns to its article (changes ``parts``).

    ``parts`` are the units before the first article and those of each article's body.
    """
    pages: dict[int, list[int]] = {}
    for number, opening in enumerate(openings, 1):
        head = context.paper.at(units[opening.start].first)
        pages.setdefault(head.first if head is not None else 0, []).append(number)
    for articles in pages.values():
        if context.paper.heads and 1 < len(articles) <= _MOST:
            _Page(parts, articles, context).sort()


class _Page:
    """The articles of a page, from its top to its foot, and what has been read of them."""

    def __init__(self, parts: list[list[Unit]], articles: Sequence[int], context: Context) -> None:
        self.parts = parts
        self.articles = articles
        self.context = context
        self.read: dict[int, list[Unit]] = {}
        self.last: dict[int, Unit] = {}
        """The last text of each article, without what is set into its columns."""
        self.own = 0
        """The article of the piece before."""

    def sort(self) -> None:
        """Go through all pieces in the order in which OCR has read them."""
        for article in self.articles:
            pieces = _pieces(self.parts[article])
            self.read[article] = []
            self.own = article
            for at, piece in enumerate(pieces):
                following = pieces[at + 1] if at + 1 < len(pieces) else None
                apart = at > 0 and self._stands_by(piece)
                if at and not apart:
                    self.own = self._owner(piece, following)
                self.read[self.own] += piece
                if not apart:
                    self.last[self.own] = piece[-1]
        for article in self.articles:
            self.parts[article][:] = self.read[article]

    def _stands_by(self, piece: Sequence[Unit]) -> bool:
        """True for what is set into a column: a box, a caption, who made the page."""
        text = piece[0].text
        return (
            box_start(piece[0], self.context.profile) is not None
            or is_unnumbered_caption(text)
            or is_credit(text)
        )

    def _open(self, article: int) -> str:
        """The end of an article that breaks off in a full line, "" of any other."""
        unit = self.last.get(article)
        if unit is None or complete(unit.text) or jump(unit.text) is not None:
            return ""
        # The first line of a paragraph may have lost its indent of two em.
        short = 1.6 if unit.wrapped else 3.6
        full = width(unit.lines[-1].text.strip()) >= (self.context.measure or _WIDE) - short
        return unit.text[-_TAIL:] if full else ""

    def _owner(self, piece: Sequence[Unit], following: Sequence[Unit] | None) -> int:
        """The article to which a piece belongs."""
        tails = {article: tail for article in self.read if (tail := self._open(article))}
        if not tails:
            return self.own
        text, trigrams = piece[0].text, self.context.trigrams
        scores = {article: _fits(tail, text, trigrams) for article, tail in tails.items()}
        expected = self._next(tails)
        scores[expected] += _IN_ORDER
        if len(tails) > 1:
            # Below a piece of one article stands no other of it, but in the next column.
            scores[self.own] = scores.get(self.own, 0.0) - _IN_ORDER
            return max(tails, key=lambda article: (scores[article], -article))
        if following is not None and self.own in tails and len(self.read) > 1:
            # Whole paragraphs of another article, and then what carries the sentence on.
            now = _fits(tails[self.own], text, trigrams)
            later = _fits(tails[self.own], following[0].text, trigrams)
            if complete(piece[-1].text) and later - now >= _CLEAR:
                return self._top()
        return expected

    def _next(self, tails: dict[int, str]) -> int:
        """The next article with an open sentence below the last piece, or from the top."""
        below = [article for article in tails if article > self.own]
        return min(below, default=min(tails))

    def _top(self) -> int:
        """The topmost article that something may be missing from."""
        return min(article for article in self.read if article != self.own)


def _fits(tail: str, text: str, trigrams: Trigrams) -> float:
    """The log odds that a piece carries a sentence on; none begins with 的 or 了."""
    particle = text[0] in _PARTICLES and text[1:2] not in tuple(AFTER_PARTICLE.get(text[0], ""))
    return goes_on(tail, text, trigrams) + (_PARTICLE if particle else 0.0)


def _pieces(units: Sequence[Unit]) -> list[list[Unit]]:
    """What no blank line parts."""
    found: list[list[Unit]] = []
    for unit in units:
        if unit.gap or not found:
            found.append([])
        found[-1].append(unit)
    return found
