"""Articles that the contents do not list, found by title and byline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from converter import patterns as re
from converter.hanzi import ends_sentence, key, squeeze, width
from converter.model import Author, Role
from converter.names import is_office
from converter.parse.byline import BylineReading, names_subject
from converter.parse.items import is_of_calendar, is_over_item, item_form
from converter.parse.kinds import comes_from, labelled, tells_who_answers
from converter.parse.openings.authors_above import IN_ENGLISH, AuthorsAbove
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.own_pieces import PROSE, SECTION, TWO, OwnPieces
from converter.parse.openings.poem_titles import are_short, ends_verse, names_poems
from converter.parse.openings.posts import end_of_posts
from converter.parse.openings.quoted_above import is_quoted_above
from converter.parse.openings.signers import CENTRED, HEAD, MARKED, PARAGRAPH, SIGNED, Signers
from converter.parse.openings.survey import Survey
from converter.parse.openings.table_cells import are_cells
from converter.parse.openings.under_names import is_below_section, leads_to_byline, names_section
from converter.parse.ranks import likely_rank, ranked_in_series
from converter.parse.rolls import asks, is_roll_head, roll_lines
from converter.parse.shapes import (
    blanks_are_rare,
    breaks_off,
    opens_document,
    stands_apart,
    title_level,
)
from converter.values import NamedTuple

if TYPE_CHECKING:
    from converter.parse.openings.marked_titles import MarkedTitles

_HEAD_LINES = 5
"""Lines of the head of an article: three of its title, a subtitle, and who signs."""
_TEXT, _FACT = 3, 60
"""Paragraphs of an article that has lost its entry in the contents; em of the longest 票价：……."""
_ENOUGH = 3
_PEN_NAME, _SURE = 0.7, 0.9
"""How sure no byline is that has nothing but its mark to tell it, and one is that says what somebody did."""
_STANZA = 5
"""Lines below a byline that are verse."""
_HALF = 20
"""Em of half a title."""
_SENTENCES = re.compile("[。！？].{4,}[\u4e00-\u9fff]$")
"""……是谁？一个灯光师的二十年: more than one sentence, and no line of a title with several."""
_LEAD = 40
"""The most em of such a line."""
_WHEN = re.compile(
    r"^[（(]\s*[\d一二三四五六七八九〇○零十][\d一二三四五六七八九〇○零十\s年月日至到—–\-－~～]*[）)]$"
)
"""（2023年6月至7月）, below 大事记: a line of the title."""
_HOUSES = frozenset(["本刊", "本报", "本報", "本社"])
"""Who signs a comment of the house's own."""


def _spaced_name(text: str) -> BylineReading:
    """The one who signs by a letter-spaced word."""
    return BylineReading((Author(squeeze(text)),), SIGNED)


class _Ways(NamedTuple):
    """In which ways an issue tells the articles that its contents do not list."""

    taken: set[int]
    """Units in the heads of other articles, and in rolls of those who talk."""
    titles: set[str]
    """The keys of titles that are told already, and of those who sign below them."""
    level: int
    """How many # the OCR puts before titles, 0 where that tells nothing."""
    listed: bool
    """Some articles are told by the contents."""
    centred: bool
    """Headings stand in the middle of the column, and titles do not."""
    author_first: bool
    """Authors stand above their titles."""
    marked: MarkedTitles | None
    """The titles that # tells, where the contents tell nothing; ``None`` if there are none."""


class UnlistedFinder:
    """Tells by its shape where an article begins."""

    def __init__(self, survey: Survey, openings: list[Opening], refused: set[int]) -> None:
        self.survey = survey
        self.units = survey.units
        self.refused = refused
        self._openings = openings
        """The articles that have been found by the contents."""
        titles = [opening.title[0] for opening in openings]
        self._titles = frozenset(titles)
        """Where their titles stand."""
        self._level = title_level(self.units, titles, lettered=survey.lettered)
        """How many # the OCR puts before them."""
        self._sectioned = survey.has_sections_over(titles)
        """Whether the names of sections stand over titles."""
        self._first = min((opening.start for opening in openings), default=0)
        """Where the first article begins that is listed."""
        self._contents_end = max(survey.contents.lines, default=0)
        """The number of the last line of the contents, 0 if there are none."""
        self._deep = self._depth_over(openings)
        """How many blank lines stand over titles, and hardly anywhere else; 0 if no more than there."""
        self._own = OwnPieces(survey, sorted(titles))
        self._above = AuthorsAbove(survey, self._own, self._by_shape)
        self._signs = Signers(survey, openings, self._level if len(titles) >= _ENOUGH else 0)

    @cached_property
    def _heads_stand_apart(self) -> bool:
        """True where several lines stand apart that nobody signs, beside titles that are signed: headings."""
        signed = apart = 0
        for at in range(len(self.units)):
            if self._by_shape(at, set(), listed=False) is not None:
                signed += 1
            elif self.survey.may_be_title(at) and self.survey.prose_follows(at + 1):
                apart += stands_apart(self.units, at)
        return min(signed, apart) >= TWO and TWO * apart >= signed

    @cached_property
    def _closed(self) -> frozenset[int]:
        """What stands below the ends of articles, where nothing lists them."""
        from converter.parse.openings.closed import closed_titles

        return closed_titles(self.survey)

    @cached_property
    def _parts(self) -> Collection[int]:
        """The headings of parts that count each other: 上篇 …, 中篇 …, 下篇 …."""
        short = [at for at, unit in enumerate(self.units) if likely_rank(unit.text) is not None]
        return ranked_in_series(self.units, short)

    @cached_property
    def _blanks_are_rare(self) -> bool:
        return blanks_are_rare(self.units)

    def find(self) -> list[Opening]:
        """The articles beside those that have been found by the contents."""
        found = self.told()
        if found or self._openings:
            from converter.parse.openings.first_text import first_text

            return [*first_text(self.survey, [*self._openings, *found]), *found]
        from converter.parse.openings.untold import only_text, untold_titles

        return only_text(self.survey) or untold_titles(self.survey)

    def told(self) -> list[Opening]:
        """The same where something tells of each."""
        ways = self._ways()
        found: list[Opening] = []
        at = 0
        while at < len(self.units):
            opening = self._opening_at(at, ways, found)
            if opening is not None and opening.title[-1] + 1 in self._titles:
                opening = None  # it has no text: the name of a section, over a title
            if opening is not None:
                found.append(opening)
                at = self._below(opening)
            else:
                at += 1
        return found

    def _ways(self) -> _Ways:
        """In which ways this issue tells its articles."""
        openings, entries = self._openings, self.survey.contents.entries
        taken = {
            at
            for opening in openings
            for at in range(opening.start, opening.start + len(opening.title) + 3)
        }
        rolls = roll_lines(unit.text for unit in self.units)
        taken |= {at for at in rolls if openings or not asks(self.units[at].text)}
        titles = {key("".join(self.units[i].text for i in opening.title)) for opening in openings}
        titles |= {key(name) for opening in openings for name in opening.reading[1]}  # who signs
        # Where all that is listed has been found, a # more is a heading: OCR knows no levels.
        complete = len(openings) >= _ENOUGH and len(openings) >= len(entries)
        marked = None if openings and entries else self._marked_titles()
        return _Ways(
            taken,
            titles,
            level=0 if complete or self._marks_headings() else self._level,
            listed=bool(openings),
            centred=self._heads_are_centred(taken),
            author_first=self._above.all_are(openings, taken),
            marked=marked,
        )

    def _marked_titles(self) -> MarkedTitles | None:
        from converter.parse.openings.marked_titles import MarkedTitles

        marked = MarkedTitles(self.survey)
        return marked if marked.titles else None

    def _opening_at(self, at: int, ways: _Ways, found: Sequence[Opening]) -> Opening | None:
        """The article that begins at a unit, below those that are ``found``."""
        if at in self.refused or self.survey.keys[at] in ways.titles:
            return None
        free = at not in ways.taken
        marked = ways.marked
        if marked is not None and at in marked.heads:
            return marked.opening(at) if free and at in marked.titles else None
        told = at - 1 not in self._titles and self._own.is_notice(at)
        if told or (free and self._own.is_below_notice(at, found)):
            return Opening(at, [at])
        if not free:
            return None
        # Below the name of a section the one who signs above a title looks as if below one.
        section = ways.author_first and not ways.listed and self._above.may_name_section(at)
        opening = self._above.opening(at + 1, ways.taken) if section else None
        bare = not self.survey.contents.entries
        opening = opening or (self._counts(at) if bare and marked is None else None)
        shaped = opening or self._by_shape(at, ways.taken, listed=ways.listed)
        opening = shaped or self._own.after_close(at)
        if opening is None and ways.author_first:
            opening = self._above.opening(at, ways.taken)
        if opening is None and (
            (marked is None and self._stands_as_title(at, ways.level, listed=ways.listed))
            or self._is_column(at, ways.taken)
            or (ways.centred and self._is_flush_title(at))
            or self._opens_issue(at)
            or (bare and self._is_bare(at))
            or (bare and at in self._closed)
        ):
            opening = Opening(at, [at])
        if opening is None and bare and marked is None:
            opening = self._opens_page(at)
        elif opening is not None and bare and opening.title == [at] and not opening.bylines:
            opening = self._above_counted(opening)
        return opening

    def _above_counted(self, opening: Opening) -> Opening:
        """The opening with its title as the name of a section, if a title that counts its pieces is below."""
        below = self._counts(opening.title[-1] + 1)
        if below is not None:
            below.kickers, below.start = opening.title, opening.start
        return below or opening

    def _counts(self, at: int) -> Opening | None:
        from converter.parse.openings.counted_titles import counted_opening

        return counted_opening(self.survey, self._own, at)

    def _opens_page(self, at: int) -> Opening | None:
        from converter.parse.openings.page_openers import opens_page

        return opens_page(self.survey, at)

    def _is_bare(self, at: int) -> bool:
        """True for what tells itself that it is an article, where no contents do."""
        from converter.parse.openings.gathered import is_gathered
        from converter.parse.openings.unsigned import tells_itself

        own = self._own
        return tells_itself(self.survey, own, at) or is_gathered(self.survey, own, at)

    def _is_made_by(self, at: int) -> bool:
        from converter.parse.openings.plain_signers import made_by

        return self.units[at - 1].gap and made_by(self.survey, at) is not None

    def _heads_below_subtitle(self, at: int) -> bool:
        from converter.parse.openings.closed import heads_below_subtitle

        return heads_below_subtitle(self.units, at)

    def _below(self, opening: Opening) -> int:
        """The unit below a title, its subtitle and who signs it."""
        at = opening.title[-1] + 1
        while at < len(self.units) and SUBTITLE.match(self.units[at].text):
            at += 1
        return max(at + 1, end_of_posts(self.units, at))

    def _depth_over(self, openings: Sequence[Opening]) -> int:
        """How many blank lines most titles have over them, if they alone have so many."""
        if len(openings) < _ENOUGH:
            return 0
        below = sorted(opening.start for opening in openings)[1:]  # the first may open a page
        deep, count = Counter(map(self._depth, below)).most_common(1)[0]
        if deep < TWO or count * 4 < len(below) * 3:
            return 0
        others = sum(self._depth(at) == deep for at in range(len(self.units))) - count
        return deep if others * 3 <= len(openings) else 0

    def _depth(self, at: int) -> int:
        """How many lines stand between a unit and the one above it."""
        return self.units[at].first - self.units[at - 1].last - 1 if at else 0

    def _by_shape(self, at: int, taken: set[int], *, listed: bool) -> Opening | None:
        like_title = self.survey.may_be_title(at) or self._is_half_title(at)
        if not (like_title or self._ends_like_house(at)):
            return None
        if listed and at in self._parts:
            return None
        cut = at > 0 and breaks_off(self.units[at - 1])
        if cut and (listed or not self._signs.signs_apart(at)):
            return None
        if self._is_fact(at) or is_over_item(self.units, at) or is_of_calendar(self.units, at):
            return None
        if self.units[at].quoted and not self.units[at].markup_level:
            return None  # > - 某某（某社编辑）, one of several: what is set apart opens nothing
        title = [at]
        index = at + 1
        while index < len(self.units) and index - at < _HEAD_LINES and index not in taken:
            text = self.units[index].text
            if self.units[index].markup_level and not self.units[at].markup_level:
                return None  # ## 山药梨泥, below 参考《某书》: a heading below the end of a box
            if listed and tells_who_answers(text):
                return None
            reading = None if self._is_last_line(index) else self.survey.byline(index)
            if reading is not None and index == at + 1 and names_section(self.survey, at):
                reading = None
            if reading is not None and (
                reading.certainty >= self._needed(index, at, listed=listed)
                or self._signs.signs_as_others(index, at, reading)
                or (not listed and self._signs.signs_at_post(index, at, reading))
            ):
                return self._signed(title, index, reading, listed=listed)
            if (placed := self._signs.signs_placed(index)) is not None:
                return Opening(at, title, bylines=[(index, placed)])
            if reading is None and index == at + 1 and self._signs.signs_spaced(index):
                return Opening(at, title, bylines=[(index, _spaced_name(text))])
            if not listed and index == title[-1] + 1 and squeeze(text) in _HOUSES:
                return self._below_section(title) if self._own.tells_below(index + 1) else None
            if not listed and index == at + 1 and self._is_made_by(index):
                return Opening(at, title)
            if not listed and index > at + 1 and self._heads_below_subtitle(index):
                return Opening(at, title)
            told = self.units[index].quoted and self.units[at].markup_level
            sentences = width(text) <= _LEAD and _SENTENCES.search(text) is not None
            told = told or (not listed and (names_subject(text) or sentences))
            if SUBTITLE.match(text) or comes_from(text) or told:
                index += 1
                continue
            if not listed and index == at + 1 and _WHEN.match(text):
                title.append(index)
                index += 1
                continue
            house = reading is not None and all(one.is_body for one in reading.authors)
            # 轮船公司的账房先生 is a title: no office has 的 before its name.
            posted = house or (is_office(squeeze(text)) and "的" not in text)
            posted = posted and self._signs.is_signed(index + 1, alone=True)
            if posted or self._signs.signs_posted(index, at):
                return Opening(at, title)
            if leads_to_byline(self.survey, title, index, self._titles):
                return Opening(at, title)
            if not self.survey.may_be_title(index) and not self._is_last_line(index):
                return None
            if self.units[index].gap and ends_verse(self.units, at, title):
                return None
            if not listed and self.units[index].first in self.survey.tops:
                return None  # what stands above is of the page before
            title.append(index)
            index += 1
        return None

    def _signed(
        self, title: list[int], index: int, reading: BylineReading, *, listed: bool
    ) -> Opening | None:
        """The article with a title over a byline, if it has text and this signs no other one."""
        at = title[0]
        follows = self.survey.prose_follows(index + 1) or self._are_poems(title, index + 1)
        follows = follows or self._signs.signs_verse(index, reading)
        follows = follows or (not listed and self._opens_talk(index + 1))
        if listed and are_cells(self.survey, title, index, self._titles):
            return None
        if not follows or self._signs.signs_letter(index, at):
            return None
        if listed and (
            self._signs.signs_above(index, at) or self._signs.is_lower(at, reading.certainty)
        ):
            return None
        made = self._below_section(title)
        if self.units[index].text[0] in self._signs.marks and reading.certainty < _PEN_NAME:
            made.bylines = [(index, reading)]
        return made

    def _opens_talk(self, at: int) -> bool:
        """True for 圆桌嘉宾 over those who take part."""
        return at < len(self.units) and is_roll_head(self.units[at].text)

    def _opens_issue(self, at: int) -> bool:
        """True for a title right below the contents, with a whole text between it and the first listed.

        OCR has lost its entry; nothing else stands so but the first article.
        """
        first, end = self._first, self._contents_end
        if first - at <= _TEXT or not end or self.units[at].first < end:
            return False
        if at and self.units[at - 1].first > end:
            return False
        texts = (self.units[index].text for index in range(at + 1, first))
        whole = sum(width(text) >= PARAGRAPH and ends_sentence(text) for text in texts)
        return whole >= _TEXT and self.survey.may_be_title(at) and self._own.tells_below(at + 1)

    def _is_half_title(self, at: int) -> bool:
        """True for 七十二小时， over 谈成一件事, right below it: a title of two clauses on two lines."""
        units = self.units
        if at + 2 >= len(units) or units[at + 1].gap or units[at].wrapped:
            return False
        if not (units[at].gap or is_below_section(units, at)):
            return False
        text, below = units[at].text, units[at + 1].text
        halves = text[-1] == "，" and max(width(text), width(below)) <= _HALF
        return halves and not re.search("[，。；：]", text[:-1] + below) and self.survey.may_be_title(at + 1)  # fmt: skip

    def _ends_like_house(self, at: int) -> bool:
        """True for 渡口上的同心支部, over a line with a mark that signs: a title, and no house that does."""
        units = self.units
        if at + 1 >= len(units) or not (units[at].gap and units[at].short and units[at + 1].gap):
            return False
        if units[at + 1].text[0] not in MARKED or units[at].text[0] in MARKED:
            return False
        own, below = self.survey.byline(at), self.survey.byline(at + 1)
        if own is None or below is None or not all(one.is_body for one in own.authors):
            return False
        return bool(below.authors) and below.certainty >= SIGNED

    def _is_last_line(self, at: int) -> bool:
        """True for 一座好档案馆, the last line of a title above a subtitle: no house that signs."""
        unit, below = self.units[at], self.survey.after(at)
        reading = self.survey.byline(at)
        named = reading is not None and all(one.is_body for one in reading.authors)
        return named and unit.short and below is not None and SUBTITLE.match(below.text) is not None

    def _below_section(self, title: list[int]) -> Opening:
        """The opening with some lines as its title, of which the first may name a section.

        The contents have lost that with its only entry; sections stand over other titles, too,
        and a blank line parts them from these.
        """
        first = self.units[title[0]]
        name = IN_ENGLISH.sub("", first.text)
        if len(title) < TWO or not self._sectioned or width(name) > SECTION or not name:
            return Opening(title[0], title)
        if not (first.gap and self.units[title[1]].gap) or first.markup_level:
            return Opening(title[0], title)
        return Opening(title[0], title[1:], kickers=title[:1])

    def _are_poems(self, title: Sequence[int], at: int) -> bool:
        """True above several short lines: under 旧站台（组诗） or 渔港三首, or each with its mark, below a blank one."""
        lines = self.units[at : at + _STANZA]
        if not are_short(lines, _STANZA) or any(one.wrapped for one in lines):
            return False
        if names_poems(self.units[title[-1]].text):
            return True
        return lines[0].gap and all(one.text[-1] in "，。；！？" for one in lines[:-1])

    def _is_fact(self, at: int) -> bool:
        """True for 票价：…… beside 开放：……, below which may stand who gathered that.

        What somebody says above at length is no fact, and neither is who signs below.
        """
        if item_form(self.units[at].text) != "label":
            return False
        beside = [one for one in self.units[max(0, at - 1) : at] if width(one.text) <= _FACT]
        signed = self.survey.byline(at + 1) if at + 1 < len(self.units) else None
        if signed is None or signed.certainty < _SURE:
            beside += self.units[at + 1 : at + 2]
        # 专家简介：…… closes an article, and is no fact beside the title of the next.
        return any(
            item_form(unit.text) == "label" and labelled(unit.text) is None for unit in beside
        )

    def _stands_as_title(self, at: int, level: int, *, listed: bool) -> bool:
        """A title without a byline: by its markup, or by what only opens a document."""
        if not self.survey.may_be_title(at):
            return False
        below = self.survey.after(at)
        if self.survey.section_level and below is not None and self.units[at].markup_level == level:
            return below.markup_level != level
        if not self.survey.prose_follows(at + 1):
            # Between the title of minutes and their text stand when, where, and who took part.
            facts = not listed and self.survey.prose_follows(at + _TEXT)
            return facts and opens_document(self.units, at)
        if level and self.units[at].markup_level == level:
            return True
        apart = not self.survey.contents.entries and stands_apart(self.units, at)
        apart = apart and below is not None and below.first not in self.survey.tops
        if apart and self._blanks_are_rare and not self._heads_stand_apart:
            return True
        return not listed and opens_document(self.units, at)

    def _is_column(self, at: int, taken: set[int]) -> bool:
        """The name of a section over a byline and text: a column, and its own title."""
        if not self.survey.is_section[at] or at + 2 >= len(self.units) or at + 1 in taken:
            return False
        if not self.survey.is_signed(at + 1, SIGNED):
            return False
        text = self.units[at + 2].text
        return ends_sentence(text) and width(text) >= PROSE

    def _marks_headings(self) -> bool:
        """True where all that is large has as many #, and more of it than could be articles.

        So an engine marks what it takes for a title of whatever size. Beside the titles that are
        listed there would be as many again.
        """
        levels = {unit.markup_level for unit in self.units if unit.markup_level >= self._level}
        others = sum(
            unit.markup_level == self._level and at not in self._titles
            for at, unit in enumerate(self.units)
        )
        listed = len(self.survey.contents.entries)
        return len(self._openings) >= _ENOUGH and len(levels) == 1 and others >= listed

    def _heads_are_centred(self, taken: set[int]) -> bool:
        """True if all titles stand at the left edge, and headings in the middle of the column."""
        titles = [opening.title[0] for opening in self._openings]
        if len(titles) < _ENOUGH or any(self.units[at].indent >= 1 for at in titles):
            return False
        heads = [
            unit.indent
            for at, unit in enumerate(self.units)
            if at not in taken and self._may_head(at) and ends_sentence(self.units[at - 1].text)
        ]
        centred = sum(1 for indent in heads if indent >= CENTRED)
        return centred >= _ENOUGH and centred * 3 >= len(heads) * 2

    def _may_head(self, at: int) -> bool:
        return (
            0 < at < len(self.units) - 1
            and width(self.units[at].text) <= HEAD
            and self.survey.may_be_title(at)
            and not self.units[at].caption
            and width(self.units[at + 1].text) >= PROSE
            and ends_sentence(self.units[at + 1].text)
        )

    def _is_flush_title(self, at: int) -> bool:
        """True for a title at the left edge below a signature or at the head of a page."""
        before = self.units[at - 1] if at else None
        return (
            before is not None
            and self.units[at].indent < 1
            and self._may_head(at)
            and (self.units[at].gap or (before.indent >= CENTRED and not before.wrapped))
        )

    def _needed(self, at: int, title: int, *, listed: bool) -> float:
        """How certain a byline must be: more where the contents should have listed it."""
        below = self.survey.after(at)
        label = labelled(below.text) if below is not None else None
        if self._deep and self._depth(title) == self._deep:
            return 0.6  # so far apart stand titles alone
        if self.units[title].gap and label is not None and label.role is Role.ABSTRACT:
            return 0.6  # 摘要 follows a byline and hardly anything else
        if self.survey.heads_pages(range(title, at)) or self.units[at].text[0] in self._signs.marks:
            return 0.6  # running heads are titles, and no headings
        if listed and is_quoted_above(self.units, title, at):
            return 0.6
        words = self.units[at].text.split()
        alone = len(words) <= 2 or all(len(word) == 1 for word in words)
        if listed:
            return 0.75 if alone else 0.85
        return 0.7
