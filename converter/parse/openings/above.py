"""What stands above a title: the names of its section and column, and an author perhaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, key, width
from converter.names import is_body
from converter.parse.byline import BylineReading, read_byline
from converter.parse.captions import is_unnumbered_caption
from converter.parse.headings import numbering
from converter.parse.kinds import is_credit, is_date_line, is_editors_note, is_foreign, labelled
from converter.parse.letters.signers import names_and_dates
from converter.parse.openings.columns import card_above, divided_name, may_name_column
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section
from converter.segment import is_part
from converter.segment.units import is_credited_picture

_PART = re.compile(
    r"^[·•・※◆■\s]*(?P<name>\S{2,12}?)\s*(?:之\s*)?[（(]?\s*(?:[之第]\s*)?(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[①-⑨])\s*[期回讲講篇]?[）)]?"
    r"(?:[\s·•|｜：:／/]+\S{1,8})?[·•・※◆■\s]*$"
)
"""专题之二, ·书架（之十一）·, 讲堂（第3讲）: how often a column has appeared."""
_ENGLISH = 24
_NUMBER = re.compile(
    r"^(?:[（(]?0?\d{1,2}[）)]?|[IVX]{1,4}|[Ⅰ-Ⅻ]|[①-⑳]|(?:Part|PART|No|NO)\.?\s*(?:\d{1,2}|[A-Za-z]{3,5}|[一二三四五六七八九十]))$"
)
"""What counts the pieces of a feature, above their titles."""
_BYLINE, _LIKELY = 40, 0.75
"""The most em of a byline above a title, and how sure one is that stands there alone."""
_COLUMN = 10
"""Em of the longest name of a column."""
_OVERLINE = 24
"""Em of the longest line over a title that leads to it."""
_MANY, _SHORTEST = 3, 4
"""So many titles with words over them are no chance; where they are, these have so many em."""
_WORDS, _WORDS_SIZE, _LEAST = 3, 120, 8
"""The most pieces between the name of a section and a title, their em, and the least of them."""


def _in_full(reading: BylineReading, known: Iterable[str]) -> bool:
    """True for the full name of a body that the contents name in short: 共青团某市委青年部, 团市委青年部."""
    names = [one.name for one in reading.authors]
    return all(one.is_body for one in reading.authors) and any(
        len(short) >= _SHORT and name[-_SHORT:] == short[-_SHORT:] and _is_within(short, name)
        for name in names
        for short in known
    )


def _is_within(short: str, name: str) -> bool:
    """True if a name has all characters of a shorter one, in their order."""
    left = iter(name)
    return all(char in left for char in short)


_SHORT = 4
"""The fewest characters of a body's short name, and how many both end with."""

_LETTERS_JOINED = re.compile(r"^[A-Z](?:\s?&\s?[A-Z])+$")
"""Q & A, too short for a line of English."""


class NamesAbove:
    """Takes the names above titles; ``titles`` are the units of all, which are no such names."""

    def __init__(self, survey: Survey, titles: Iterable[int] = ()) -> None:
        self.survey = survey
        self.units = survey.units
        self.titles = frozenset(titles)
        self.columns = frozenset(key(name) for _, name in survey.contents.kickers)
        """What the contents have beside titles as the names of columns."""
        self.begins = 0
        """The first unit that is not of the head above."""
        self.led = False
        """Most titles have a line of words over them (引题)."""
        above = [at - 1 for at in self.titles if at and at - 1 not in self.titles]
        leading = sum(self._may_lead(at) and self._ends_above(at) for at in above)
        self.led = leading >= _MANY and leading * 2 >= len(above)
        self.named: set[int] = set()
        """The sections in which columns have names of their own."""
        self._signed = False
        """Whether somebody signs the head above."""

    def take(self, opening: Opening) -> None:
        """The name of the section above the title, and an author printed before it."""
        index = opening.start - 1
        named = False
        while index >= self.begins and opening.start - index <= 2:
            unit = self.units[index]
            if index not in self.titles and self._takes_name(opening, index):
                opening.start = index
                index -= 1
                named = True
                continue
            if index and is_editors_note(unit.text):
                # The editor's note on a whole section stands between its name and the title.
                if key(self.units[index - 1].text) not in self.survey.sections:
                    break
                index -= 1
                continue
            # Who signs above the section's name has written what ends there.
            known = frozenset(opening.reading[1]) if not named else frozenset()
            if known and width(unit.text) <= 40:
                reading = read_byline(unit.text, known=known)
                told = reading is not None and (
                    reading.certainty >= 1.0 or _in_full(reading, known)
                )
                if reading is not None and told:
                    opening.bylines.append((index, reading))
                    opening.start = index
                    index -= 1
                    continue
            break
        self._take_card(opening)
        if not opening.kickers:
            self._name_above_words(opening)

    def sign(self, opening: Opening) -> None:
        """Take who signs right above a title of which the contents tell no author, and which nobody signs below.

        Where somebody has signed the article above at its head, it ends with no other name.
        """
        index, signed = opening.start - 1, self._signed
        self._signed = bool(opening.bylines)
        told = not (opening.bylines or opening.reading[1])
        if not (told and signed and index > self.begins) or index in self.titles:
            return
        unit, title = self.units[index], self.units[opening.start]
        if not (unit.gap and title.gap and ends_sentence(self.units[index - 1].text)):
            return
        if unit.text[0] in "（(" or labelled(unit.text):
            return  # （执笔：某某）, and 作者：……, who that is
        reading = read_byline(unit.text) if width(unit.text) <= _BYLINE else None
        if reading is not None and reading.authors and reading.certainty >= _LIKELY:
            opening.bylines.append((index, reading))
            opening.start, self._signed = index, True

    def _take_card(self, opening: Opening) -> None:
        """The column's name and its author, above what is told about the author and the title."""
        listed, authors = "".join(opening.reading[0]), opening.reading[1]
        at = card_above(self.units, opening.start, listed, authors) if authors else -1
        if at < self.begins:
            return
        named = self.survey.is_section
        (opening.kickers if named[at] else opening.overline).insert(0, at)
        opening.start = at
        if at > self.begins and named[at - 1] and not named[at]:
            opening.kickers.insert(0, at - 1)
            opening.start = at - 1
        reading = read_byline(self.units[at + 1].text, known=frozenset(authors))
        if reading is not None:
            opening.bylines.append((at + 1, reading))

    def _takes_name(self, opening: Opening, index: int) -> bool:
        """Take the name of a section or column above a title, if a unit is one."""
        right_above = index == opening.start - 1
        text = self.units[index].text
        if "月" in text and names_and_dates(text):
            return False  # who signs the letter that ends there
        named = self.survey.is_section[index] and width(text) <= 40
        if named or self._is_divided(index) or (right_above and self._is_common(index)):
            opening.kickers.insert(0, index)
        elif right_above and (
            key(text) in self.columns
            or self._is_series(index)
            or self._is_named(opening, index)
            or self._leads_in(opening, index)
        ):
            opening.overline.insert(0, index)
        elif right_above and (self._is_column(index) or (index and self._says_in_english(index))):
            opening.columns.insert(0, index)
        else:
            return False
        return True

    def _is_series(self, index: int) -> bool:
        """True for ### and the title of a series right over that of its first piece, as Markdown has them."""
        level = self.survey.section_level
        return level > 0 and self.units[index].markup_level == level + 1

    def _is_common(self, index: int) -> bool:
        """True for 人物 below the end of a text, where the contents name no sections at all."""
        text = self.units[index].text
        bare = not self.survey.contents.sections and not self.units[index].markup_level
        return (
            bare and is_common_section(text) and (self._ends_above(index) or self.units[index].gap)
        )

    def _name_above_words(self, opening: Opening) -> None:
        """The section's name over words that stand before the title, as a pull quote does.

        The words stay with the text before, from which pull quotes are taken.
        """
        for index in range(opening.start - 2, max(self.begins - 1, opening.start - 2 - _WORDS), -1):
            unit = self.units[index + 1]
            if width(unit.text) > _WORDS_SIZE or labelled(unit.text) or self._is_taken(index + 1):
                return
            if index + 1 in self.titles:
                return  # the name is that of the article which begins there
            if not self.survey.is_section[index]:
                continue
            entries, sections = self.survey.contents.entries, self.survey.contents.sections
            own = entries[opening.entry].section if opening.entry >= 0 else -1
            named = own >= 0 and self.survey.section_of(index) == key(sections[own].name)
            # Where the article before is of the same section, its name is a running head.
            named = named and (not opening.entry or entries[opening.entry - 1].section != own)
            if named and ends_sentence(self.units[opening.start - 1].text.rstrip()):
                opening.kickers.append(index)
            return

    def _is_divided(self, index: int) -> bool:
        """True for the name of a section and of a part of it: 百科 · 动物."""
        name = divided_name(self.units[index].text)
        return bool(name) and key(name) in self.survey.sections

    def _is_column(self, index: int) -> bool:
        """True for what stands below the name of a section, or names a part of it."""
        text = self.units[index].text
        return self._is_part(index) or (
            index > 0
            and self.survey.is_section[index - 1]
            and width(text) <= _COLUMN
            and not ends_sentence(text)
            and text[-1] not in "，、；："
            and read_byline(text) is None
            and labelled(text) is None
        )

    def _leads_in(self, opening: Opening, index: int) -> bool:
        """True for a few words between the name of the article's section and its title (引题).

        Or between the end of an article and the next title, where most titles have such words.
        """
        if self.led and self._may_lead(index) and self._ends_above(index):
            return True
        own = self.survey.section_at(opening.entry)
        if not index or own < 0:
            return False
        if self.survey.section_of(index - 1) != key(self.survey.contents.sections[own].name):
            return False
        return self._may_lead(index)

    def _ends_above(self, index: int) -> bool:
        """True if what stands above a unit is whole: a sentence, or a line of a name or a number."""
        above = self.units[index - 1] if index else None
        return above is None or ends_sentence(above.text) or above.text[-1] in "）)"

    def _may_lead(self, index: int) -> bool:
        """True for a few words that say neither who wrote nor what a picture shows."""
        text = self.units[index].text.strip()
        least = _SHORTEST if self.led else _LEAST
        if not least <= width(text) <= _OVERLINE or self.survey.is_section[index]:
            return False
        return (
            is_han(text[-1])
            and not self.units[index].wrapped
            and read_byline(text) is None
            and labelled(text) is None
            and numbering(text) is None
            and not (is_credit(text) or is_body(text) or is_date_line(text))
            and not (is_unnumbered_caption(text) or is_credited_picture(text))
        )

    def _is_part(self, index: int) -> bool:
        """True for the name of a part, 专题之二, and for what counts it."""
        unit = self.units[index]
        text = unit.text
        part = _PART.match(text)
        if part is not None and key(part["name"]) in self.survey.sections:
            return True
        if _NUMBER.match(text) and index and ends_sentence(self.units[index - 1].text):
            return True  # 01, between the end of an article and the title of the next
        capitals = text.isupper() and is_foreign(text) and width(text) <= _COLUMN
        if capitals or _LETTERS_JOINED.match(text):
            return index - 1 not in self.titles  # COVER STORY; else it is the title's English
        return is_part(text)  # Part 1, over the first of the articles that make a special

    def _is_named(self, opening: Opening, index: int) -> bool:
        """True for the name of a column over a title, with reason to take it for no text.

        It stands below the name of the section or at the top of a page, or another article
        of its section has one, too.
        """
        below = index > 0 and (self.survey.is_section[index - 1] or self._is_head(index - 1))
        profile = self.survey.profile
        if self._is_part(index) or not may_name_column(
            self.units, index, profile, below_section=below, signed=self._is_over_author(opening)
        ):
            return False
        section = self.survey.section_at(opening.entry)
        told = (
            below
            or self.units[index].first in self.survey.tops
            or (section >= 0 and section in self.named)
        )
        if told and section >= 0:
            self.named.add(section)
        return told

    def _is_head(self, index: int) -> bool:
        """True for what stands at the top of several pages, such as the magazine's name."""
        unit = self.units[index]
        return unit.first in self.survey.tops and self._tops[key(unit.text)] >= _MANY

    @cached_property
    def _tops(self) -> Counter[str]:
        """How often each short text stands at the top of a page."""
        short = (unit for unit in self.units if unit.first in self.survey.tops and unit.short)
        return Counter(key(unit.text) for unit in short)

    @staticmethod
    def _is_over_author(opening: Opening) -> bool:
        """True if the author stands between a unit and the title."""
        return bool(opening.bylines) and opening.bylines[-1][0] == opening.start

    def _says_in_english(self, index: int) -> bool:
        """True for Editor's Note under the section's name, and above the title."""
        text = self.units[index].text
        return is_foreign(text) and width(text) <= _ENGLISH and self.survey.is_section[index - 1]

    def _is_taken(self, index: int) -> bool:
        """True for a unit that is too short to say something, such as a title."""
        return not ends_sentence(self.units[index].text) and width(self.units[index].text) <= _LEAST
