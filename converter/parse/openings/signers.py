"""Who signs a piece that the contents do not list."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import HAN, SHAPES, ends_sentence, squeeze, width
from converter.model import Author
from converter.names import SURNAMES, is_body, is_name, join_spaced, split_names
from converter.parse.byline import BylineReading
from converter.parse.kinds import is_date_line, is_salutation, labelled
from converter.parse.openings.opening import Opening
from converter.parse.openings.poem_titles import are_short
from converter.parse.openings.posts import holder_beside, holder_of, post_and_name
from converter.parse.openings.survey import Survey

SIGNED = 0.9
"""How sure a byline must be that makes a column of a section."""
_SIGNED_SURELY = 0.95
"""How sure it must be where the title is set as a heading of those that are listed."""
PARAGRAPH = 48
"""The least em of a paragraph below a house that signs, where none else does."""
CENTRED = 3.0
"""Em of blanks before a line in the middle of a column or at its right edge; a first line has two."""
_LETTER = 24
"""The most pieces of a letter."""
HEAD = 24
"""Em of the longest heading."""
MARKED = frozenset(SHAPES)
"""What stands before those who sign."""
_SEVERAL = 2
"""So many who sign by a post and a name are no chance."""
_BYLINE, _ENOUGH = 24, 3
"""The most em of a line with such a mark, and so many of them below titles are no chance."""
_SPACED = re.compile(rf"^[{HAN}][ \u3000]{{1,2}}[{HAN}]$")
_HOUSE = 0.7
"""How sure the byline of a house is that nothing tells but its name."""
_LIKELY = 0.6
"""The same of a name behind what may be a post or where somebody works."""
_WROTE = re.compile(r"^[文诗詩]\s*[/／|｜：:]\s*\S")
_CARD = 5
"""Lines of a card, which tells of a book or a film between who signs and the text."""
_PAGE_TURN = 3
"""Lines from one text to the next, between which the mark of a page stands, with blank lines around it."""
_NOTE = re.compile(r"[【\[〔]?\s*(?:编者按|編者按|摘\s*要)")
"""编者按：……, over the text of an article."""
_PLACED_NAMES = re.compile(rf"^[{HAN}\s，,、\d^*＊†¹²³⁴⁵]+$")
_BARE_NAME = re.compile(rf"^[{HAN}]{{2,4}}$")
_MARKS = re.compile(r"[，,、\d^*＊†¹²³⁴⁵]+")
_NAME_SIZE = (2, 4)
_BELOW_TITLE = 4
"""Units below a title among which its byline stands."""
_STANZA = 3
"""Lines of a stanza."""


class Signers:
    """Tells who signs a piece that the contents do not list, as others are signed that they do."""

    def __init__(self, survey: Survey, openings: Sequence[Opening], level: int) -> None:
        self.survey = survey
        self.units = survey.units
        self._level = level
        """How many # the OCR puts before the titles that the contents list."""
        self._titles = frozenset(opening.title[0] for opening in openings)
        """Where those titles stand that have been found by the contents."""
        self._spaced = any(map(self._is_signed_spaced, openings))
        """Whether names of two characters are set with a blank between these."""
        self._houses = any(
            opening.reading[1] and all(map(is_body, opening.reading[1])) for opening in openings
        )
        """Whether houses sign articles that the contents list."""
        self._signed = {opening.title[0]: bool(opening.reading[1]) for opening in openings}
        """Where those begin that are listed, and whether the contents name who signs them."""
        self._starts = sorted(self._signed)
        """The same places in their order."""

    def _is_signed_spaced(self, opening: Opening) -> bool:
        """True if an article that the contents list is signed 鲁 橹 on a line below its title."""
        below = self.units[opening.title[-1] + 1 : opening.title[-1] + _BELOW_TITLE]
        return any(
            _SPACED.match(unit.text) and squeeze(unit.text) in opening.reading[1] for unit in below
        )

    @cached_property
    def marks(self) -> frozenset[str]:
        """The marks before those who sign below several titles, be it with a pen name: □谷　雨."""
        marks = Counter(
            unit.text[0]
            for at, unit in enumerate(self.units)
            if unit.text[0] in MARKED
            and at
            and width(unit.text) <= _BYLINE
            and self.survey.may_be_title(at - 1)
            and (self.survey.prose_follows(at + 1) or self.survey.prose_follows(at + _CARD))
        )
        return frozenset(mark for mark, count in marks.items() if count >= _ENOUGH)

    def signs_verse(self, at: int, reading: BylineReading) -> bool:
        """True for □ 初一（5）班　某某 over a stanza, where no contents list: a mark, and surely a name.

        So does 文／某某. A name alone signs where it and the title above it stand in the middle of the
        column.
        """
        if self.survey.contents.entries or not reading.authors:
            return False
        lines = self.units[at + 1 : at + 1 + _STANZA]
        if not are_short(lines, _STANZA) or any(one.wrapped for one in lines):
            return False
        if reading.certainty >= SIGNED and self.units[at].text[0] in MARKED:
            return True
        if _WROTE.match(self.units[at].text) and reading.certainty >= _SIGNED_SURELY:
            return True
        centred = all(one.indent >= CENTRED for one in self.units[at - 1 : at + 1])
        return centred and not any(ends_sentence(one.text) for one in lines)

    def signs_apart(self, title: int) -> bool:
        """True for a mark and who surely signs, right below a title under a blank line.

        Whatever stands above has lost its end.
        """
        at, units = title + 1, self.units
        if not units[title].gap or units[title].wrapped or at >= len(units) or units[at].gap:
            return False
        reading = self.survey.byline(at) if units[at].text[0] in MARKED else None
        return reading is not None and bool(reading.authors) and reading.certainty >= SIGNED

    def signs_spaced(self, at: int) -> bool:
        """True for 温 暖 right below a title and above prose, where others sign so: no word, but a name."""
        text = self.units[at].text
        if not self._spaced or _SPACED.match(text) is None or text[0] not in SURNAMES:
            return False
        return self.units[at].gap and self.units[at - 1].gap and self.survey.prose_follows(at + 1)

    def signs_as_others(self, at: int, title: int, reading: BylineReading) -> bool:
        """True for 某县委宣传部 between blank lines, below a title: so sign others that are listed.

        Where none do, it stands over a whole paragraph. Within an article that nobody signs it is
        one of several who have sent it; nothing stands above the first one. At the top of a page a
        title may be close above it.
        """
        units = self.units
        if not all(one.is_body for one in reading.authors):
            return False
        if reading.certainty < _HOUSE or at + 1 >= len(units) or not units[title].gap:
            return False
        below = units[at + 1].text
        top = title > 0 and units[title].first - units[title - 1].last > _PAGE_TURN
        labels = labelled(below) is not None and not (top and _NOTE.match(below))
        if not self._houses and (width(below) < PARAGRAPH or labels):
            return False
        above = bisect_left(self._starts, title) - 1
        signed = title == 0 or (above < 0 and top)
        signed = signed or (above >= 0 and self._signed[self._starts[above]])
        return signed and (units[at].gap or top) and units[at + 1].gap

    def signs_at_post(self, at: int, title: int, reading: BylineReading) -> bool:
        """True for a post in no list and a name between blank lines, over a paragraph.

        Others sign so whose posts are in a list, and as many at least as by posts that are in none:
        those in a row sign the pieces of an article.
        """
        return self._are_posted and self._is_at_post(at, title, reading)

    def _is_at_post(self, at: int, title: int, reading: BylineReading) -> bool:
        """True for such a post and name below what may be a title."""
        units = self.units
        if reading.certainty < _LIKELY or at + 1 >= len(units) or at != title + 1:
            return False
        if not all(one.office and not one.is_body for one in reading.authors):
            return False
        apart = units[title].gap and units[at].gap and units[at + 1].gap
        text = units[at + 1].text
        return apart and bool(reading.authors) and width(text) >= HEAD and "，" in text

    @cached_property
    def _are_posted(self) -> bool:
        """True if several surely sign so, and no more by what need be no post."""
        sure = likely = 0
        for at in range(1, len(self.units)):
            if not (self.units[at].gap and self.survey.may_be_title(at - 1)):
                continue
            reading = self.survey.byline(at)
            if reading is not None and self._is_at_post(at, at - 1, reading):
                sure += reading.certainty >= SIGNED
                likely += reading.certainty < SIGNED
        return sure >= _SEVERAL and sure >= likely

    def signs_posted(self, at: int, title: int) -> bool:
        """True for 某省某局党组书记、局长 over 战云飞, whose surname is in no list, or beside it, over a paragraph.

        Below a name that is in no list either, these are the posts of who bears that.
        """
        if at + 1 >= len(self.units) or self.is_lower(title, SIGNED):
            return False
        post, below = self.units[at].text, self.units[at + 1].text
        if width(below) >= PARAGRAPH:
            return holder_beside(post)[0] != ""
        if at + 2 >= len(self.units) or width(self.units[at + 2].text) < PARAGRAPH:
            return False
        own = at == title + 1 or not _BARE_NAME.match(squeeze(self.units[at - 1].text))
        return own and holder_of(squeeze(post), below) != ""

    def signs_placed(self, at: int) -> BylineReading | None:
        """贝宁川，相里春 above （某大学　某学院，某市　100000）: names that no list has, and where they work."""
        below = self.survey.byline(at + 1) if at + 1 < len(self.units) else None
        if below is None or below.authors or below.certainty < SIGNED:
            return None
        if len(self.units[at].text) > HEAD or not _PLACED_NAMES.match(self.units[at].text):
            return None
        names = join_spaced(_MARKS.sub(" ", self.units[at].text).split())
        if not all(_NAME_SIZE[0] <= len(name) <= _NAME_SIZE[1] for name in names):
            return None
        return BylineReading(tuple(map(Author, names)), SIGNED)

    def signs_letter(self, at: int, title: int) -> bool:
        """True for a name alone over a date, or below a question that ends a letter.

        请问您，…… / 苏 木 / 2016年10月11日: the last words of a letter, who wrote it, and when.
        """
        text = self.units[at].text
        if split_names(text) is None and not is_name(squeeze(text)):
            return False
        below = self.survey.after(at)
        dated = below is not None and is_date_line(below.text)
        said = ends_sentence(self.units[title].text)
        if not title or not (dated or said):
            return False
        if dated and said and self.survey.contents.entries:
            return True
        for index in range(title - 1, max(-1, title - _LETTER), -1):
            if is_salutation(self.units[index].text):
                return True
            if index in self._titles:
                return False
        return False

    def signs_above(self, at: int, title: int) -> bool:
        """True for （某某车间　某某） below lines of verse or a couplet, which it ends.

        Nothing parts what would be the title from the text above.
        """
        units = self.units
        apart = units[title].gap or units[title].first in self.survey.tops
        return units[at].text[0] in "（(" and not apart and units[title].indent >= CENTRED

    def is_lower(self, at: int, certainty: float) -> bool:
        """True for a heading below the level of all titles: ## 会唱歌的桥 / 危险吗 is no article.

        Its second line may begin like a surname; only what is surely a byline tells otherwise.
        """
        return 0 < self._level < self.units[at].markup_level and certainty < _SIGNED_SURELY

    def is_signed(self, at: int, *, alone: bool = False) -> bool:
        """True if a name stands at a unit, ``alone`` as below the office on a line of its own."""
        reading = self.survey.byline(at) if at < len(self.units) else None
        if reading is None or not reading.authors:
            return False
        if alone and any(one.office for one in reading.authors):
            return False
        return self.survey.prose_follows(at + 1) or (alone and self._signs_another(at + 1))

    def _signs_another(self, at: int) -> bool:
        """True for the post and the name of one more author, each on a line of its own over text."""
        return post_and_name(self.units, at) and self.survey.prose_follows(at + 2)
