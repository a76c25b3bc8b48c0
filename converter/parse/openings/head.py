"""What stands about a title: the section's name, the subtitle, the bylines."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, similarity, squeeze, width
from converter.model import Role
from converter.parse.boxes import box_start
from converter.parse.byline import BylineReading, names_subject, read_byline
from converter.parse.headings import numbering
from converter.parse.kinds import (
    comes_from,
    is_addressed,
    is_foreign,
    is_salutation,
    labelled,
    names_original,
    tells_day,
)
from converter.parse.letters import is_reply, is_reply_of_house
from converter.parse.openings.above import NamesAbove
from converter.parse.openings.marked_signers import marked_signers
from converter.parse.openings.opening import SUBTITLE, Opening, entry_title, printed_authors
from converter.parse.openings.plain_signers import SIGNED, PlainSigners
from converter.parse.openings.signed_lines import settle
from converter.parse.openings.survey import NAMED, Survey
from converter.parse.openings.title_lines import TitleLines
from converter.parse.rolls import is_guest, is_roll, takes_part, tells_all, tells_of_meeting
from converter.segment import Unit

_SENT_FROM = re.compile(rf"^(?:发自|發自)[{HAN}、\s·]{{2,16}}$")
"""Where a reporter wrote from, on a line of its own under the name."""
_LONGEST_HEAD = 8
"""The most units of a head below the title."""
_AND_OTHERS = re.compile(r"\s*[（(](?:外|等)[一二两三四五六七八九十\d]{1,2}[首章篇则則][）)]$")
"""（外二首） behind the title of the first of several pieces."""
_SUBTITLE, _FOREIGN_TITLE = 64, 80
"""The most em of a subtitle, and of a title in another language."""
_CLAUSE = 30
"""The most em of a subtitle over a standfirst."""
_LEAD_UNITS = 4
_LEAD_SIZE, _MARKED_LEAD = 180, 300
"""The most units, and em, of a text between a title and its byline, and one with the mark of all authors."""
_NEAR = 30
"""So many pieces may an item and the next take."""
_LABELLED = 0.85
"""How sure a byline is that has a mark or an office, and not only what may be a name."""
_NOTES = (Role.EDITOR_NOTE, Role.STANDFIRST)
_BELOW_NOTE = 0.75
"""How sure a byline must be below a note, if the contents name somebody."""
_SAME = 0.8
"""How alike a subtitle and that of the contents are where either may be misread."""
_BOX_UNITS = 24
"""Units among which the byline stands below boxes."""


_LETTERS = re.compile(
    "^(?:读者|讀者)?(?:来信|來信|来函|來函|来稿|信箱|编读|編讀|读编|讀編|回音|回声|回聲)(?:选登|選登|选刊|摘登|摘编|摘編|照登|往来|往來|[与與和](?:回复|回覆|答复|答覆|回音))?$"
    "|^(?:读者|讀者|群众|群眾|百姓)(?:之声|之聲|心声|心聲|呼声|呼聲|热线|熱線|留言|反馈|反饋)$"
)
"""What a page of readers' letters is called."""


def _is_clause(text: str) -> bool:
    """True for a line without a full stop, as a subtitle is: ……创始人谈拒绝和一个计划."""
    return (is_han(text[-1]) or text[-1] in "”》）」") and not re.search("[。！？；]", text)


def _asks(text: str) -> bool:
    """True for 一滴雨走了多久？, one short question."""
    return text[-1] in "？?" and width(text) <= _CLAUSE and _is_clause(f"{text[:-1]}吗")


_ASKED, _ANSWERED = re.compile("^[问問]\\s*[：:]"), re.compile("^答\\s*[：:]")
_VERSE = 20
"""The most em of a line of verse."""


_LEADS = re.compile("^主持人?\\s*[：:]")


class HeadReader:
    """Reads on from the title of an article, down to its text."""

    def __init__(self, survey: Survey, titles: Iterable[int] = ()) -> None:
        self.survey = survey
        self.units = survey.units
        self.above = NamesAbove(survey, titles)
        self.lines = TitleLines(survey)
        self.signers = PlainSigners(survey)

    def read(self, opening: Opening, limit: int) -> None:
        """Subtitle, bylines, English title under the title; the section's name above it."""
        self.lines.part(opening)
        self.above.take(opening)
        index = opening.title[-1] + 1
        while (
            index < limit
            and index - opening.title[-1] - sum(map(len, opening.boxes)) <= _LONGEST_HEAD
        ):
            taken = self._take(opening, index, limit)
            if not taken:
                break
            index += taken
        self.above.sign(opening)
        opening.end = self.above.begins = index
        settle(opening, self.units)

    def _take(self, opening: Opening, index: int, limit: int) -> int:
        """Take a unit into the head, with those that belong to it; how many, 0 where the text begins."""
        told = index in opening.subtitle or index in opening.standfirst
        if told or any(index == at for at, _ in opening.bylines):
            return 1  # as the headline says
        if index in self.survey.cards:
            return 1  # it stays with the text
        if again := self._title_again(opening, index, limit):
            return again
        if boxed := self._take_boxes(opening, index, limit):
            return boxed
        if self.signers.take_posts(opening, index, limit):
            return 2
        text = self.units[index].text
        following = self.units[index + 1] if index + 1 < limit else None
        if tells_day(text):
            return 1  # when a speech was held stays with its text, above who held it
        if self._is_about(opening, index) or self._ends_listed_subtitle(opening, index):
            opening.subtitle.append(index)
        elif self._is_byline(opening, index, frozenset(opening.reading[1]), following):
            pass
        elif self._continues_subtitle(opening, index):
            opening.subtitle.append(index)
        elif self._is_parallel(opening, text):
            opening.foreign.append(index)
        elif "。" not in text and self._in_entry(opening, text):
            opening.subtitle.append(index)
        elif self._is_note(opening, index, limit):
            pass  # it stays with the text
        else:
            return self._take_standfirst(opening, index, limit) or self.signers.take(
                opening, index, limit
            )
        return 1

    def _title_again(self, opening: Opening, index: int, limit: int) -> int:
        """How many units say the lines of the title once more right below it; 0 if they do not.

        They stay with the text, from which they are dropped.
        """
        size = len(opening.title)
        if size == 1 or index != opening.title[-1] + 1 or index + size > limit:
            return 0
        names = [key(self.units[at].text) for at in opening.title]
        below = [key(unit.text) for unit in self.units[index : index + size]]
        return size if below == names else 0

    def _is_parallel(self, opening: Opening, text: str) -> bool:
        """True for the title in another language."""
        signed = any(at > opening.title[-1] for at, _ in opening.bylines)
        short = width(text) <= _FOREIGN_TITLE
        return is_foreign(text) and short and not signed and labelled(text) is None

    def _is_about(self, opening: Opening, index: int) -> bool:
        """True for a subtitle that says so: ——副题, 访某某."""
        unit = self.units[index]
        dashed = SUBTITLE.match(unit.text) is not None
        if dashed and key(unit.text) in map(key, opening.reading[1]):
            return False  # ——某某, who signs
        about = dashed or (unit.short and names_subject(unit.text))
        signed = [at for at, _ in opening.bylines if at > opening.title[-1]]
        above = len(signed) + len(opening.foreign)
        below = dashed and not opening.subtitle and above == index - opening.title[-1] - 1
        return about and width(unit.text) <= _SUBTITLE and (below or not signed)

    def _take_boxes(self, opening: Opening, index: int, limit: int) -> int:
        """Leave the boxes between the title and the byline to the text; how many units, 0 if none do.

        The name of a box is known, and of those who sign one whom the contents name.
        """
        known = frozenset(opening.reading[1])
        if opening.bylines or not known or not self._begins_box(index):
            return 0
        for at in range(index + 1, min(limit, index + _BOX_UNITS)):
            unit = self.units[at]
            if not unit.short or not any(name in squeeze(unit.text) for name in known):
                continue
            reading = self.survey.byline(at, known=known)
            if reading is None or reading.certainty < NAMED or unit.text[0] in "（(":
                continue
            if not self.survey.prose_follows(at + 1):
                return 0
            # What begins like a box right below the name of one is its title.
            starts = [index]
            starts += [
                one
                for one in range(index + 2, at)
                if self._begins_box(one) and not self._begins_box(one - 1)
            ]
            opening.boxes += map(range, starts, [*starts[1:], at])
            return at - index
        return 0

    def _begins_box(self, at: int) -> bool:
        """True for the name of a box, which is no note to the article."""
        unit = self.units[at]
        return labelled(unit.text) is None and box_start(unit, self.survey.profile) is not None

    def _take_standfirst(self, opening: Opening, index: int, limit: int) -> int:
        """Take what leads to the byline: a standfirst, or a subtitle if it is a single clause."""
        told = self._lead(opening, index, limit)
        unit = self.units[index]
        clause = not unit.wrapped and (_is_clause(unit.text) or _asks(unit.text))
        noted = index + 1 < limit and clause
        if told is None and noted and self._is_note(opening, index + 1, limit):
            told = index + 1
        if told is None:
            return 0
        begins = index
        if clause and (told == index + 1 or self._tells_more(opening, index)):
            opening.subtitle.append(index)
            begins = index + 1
        opening.standfirst.extend(range(begins, told))
        return told - index

    def _tells_more(self, opening: Opening, index: int) -> bool:
        """True for a short clause right under the title, over a paragraph that tells more of it."""
        below = self.units[index + 1]
        if _are_one(self.units[index], below):
            return False
        return (
            not opening.subtitle
            and index - 1 in (*opening.title, *opening.foreign)
            and width(self.units[index].text) <= _CLAUSE
            and width(below.text) > width(self.units[index].text)
            and ends_sentence(below.text)
        )

    def _lead(self, opening: Opening, index: int, limit: int) -> int | None:
        """Where a short text under the title ends: at the byline, or as the contents have it."""
        told = self._standfirst(opening, index, limit)
        if told is None and self._in_entry(opening, self.units[index].text):
            return index + 1
        return told

    def _standfirst(self, opening: Opening, index: int, limit: int) -> int | None:
        """The unit of the byline that a short text under the title leads to, if one does."""
        if opening.bylines or opening.standfirst or is_salutation(self.units[index].text):
            return None  # a letter, with the name of who wrote it at its end
        if _LETTERS.match(key("".join(self.units[at].text for at in opening.title))):
            return None  # the first of the letters, below its own heading perhaps
        size = 0.0
        places = range(index, min(limit, index + _LEAD_UNITS + 1))
        most = _LEAD_SIZE if self._marked.isdisjoint(places) else _MARKED_LEAD
        for at in places:
            text = self.units[at].text
            if self._heads_part(opening, at, limit):
                return None
            reading = self.survey.byline(at, known=frozenset(opening.reading[1]))
            above = text[0] not in "（(" and at > index  # in brackets it ends an article
            if above and self._leads_meeting(at, known=bool(opening.reading[1])):
                return None
            sure = reading is not None and reading.certainty >= SIGNED
            if above and (sure or at in self._marked):
                if self._is_answered(at):
                    return None  # who wrote the letter above, the first of several perhaps
                below = sum(
                    width(unit.text) for unit in self.units[at + 1 : min(limit, at + _NEAR)]
                )
                # What is shorter than the text above is no article: who signs that is its author.
                return at if self.survey.prose_follows(at + 1) and below >= size else None
            size += width(text)
            if size > most or labelled(text) or numbering(text) or is_addressed(text):
                return None
        return None

    @cached_property
    def _marked(self) -> frozenset[int]:
        """The units in which those sign who have the mark of all authors of the issue."""
        return marked_signers(self.survey)

    def _is_answered(self, at: int) -> bool:
        """True if the house answers what ends at a unit, or an answer stands below who has sent a question."""
        below = self.units[at + 1].text if at + 1 < len(self.units) else ""
        asked = at > 0 and _ASKED.match(self.units[at - 1].text) and _ANSWERED.match(below)
        return bool(asked) or is_reply(below) or is_reply_of_house(below)

    def _heads_part(self, opening: Opening, at: int, limit: int) -> bool:
        """True for ## 某某 over the text of the first of some parts, each of which somebody else may sign.

        Others of its level follow, and the contents name nobody for all of them, but for most others.
        """
        level = self.units[at].markup_level
        if not level or opening.reading[1] or opening.entry < 0 or at + 1 >= limit:
            return False
        if not ends_sentence(self.units[at + 1].text) or not self._lists_authors:
            return False
        return any(unit.markup_level == level for unit in self.units[at + 2 : limit])

    @cached_property
    def _lists_authors(self) -> bool:
        """True if the contents name the authors of most articles."""
        entries = self.survey.contents.entries
        signed = sum(bool(next(iter(entry.readings()), ((), ()))[1]) for entry in entries)
        return 2 * signed > len(entries)

    def _leads_meeting(self, at: int, *, known: bool) -> bool:
        """True for 主持人：某某 below 时间：…… and 地点：……, unless the contents name who leads the talk."""
        if known or _LEADS.match(self.units[at].text) is None:
            return False
        return tells_of_meeting(self.units[one].text for one in range(at, -1, -1))

    def _is_note(self, opening: Opening, index: int, limit: int) -> bool:
        """True for an editor's note between the title and the byline."""
        label = labelled(self.units[index].text) if not opening.bylines else None
        if label is None or index + 1 >= limit:
            return False
        text = self.units[index].text
        if label.role not in _NOTES and not (names_original(text) or comes_from(text)):
            return False
        known = frozenset(opening.reading[1])
        if is_roll(self.units[index + 1].text) and not comes_from(text):
            return False  # 主持：某某 opens a talk
        reading = self.survey.byline(index + 1, known=known)
        return reading is not None and reading.certainty >= (_BELOW_NOTE if known else SIGNED)

    def _continues_subtitle(self, opening: Opening, index: int) -> bool:
        """True for the second line of a subtitle."""
        unit = self.units[index]
        if not opening.subtitle or opening.bylines or unit.gap or not unit.short:
            return False
        if unit.opens and unit.wrapped:
            return False  # the first paragraph, whose indent is no room below a dash
        if tells_of_meeting([unit.text]) or self._is_told_whole(opening, unit.text):
            return False
        return (
            read_byline(self.units[index].text) is None
            and width(self.units[opening.subtitle[-1]].text) >= 12
        )

    def _is_told_whole(self, opening: Opening, text: str) -> bool:
        """True if the subtitle says all that the contents have of it, without one more line."""
        if opening.entry < 0:
            return False
        entry = self.survey.contents.entries[opening.entry]
        listed = key(entry_title(entry, opening.reading)[1])
        told = key("".join(self.units[at].text for at in opening.subtitle))
        if not listed or similarity(told, listed) < _SAME:
            return False
        return similarity(told + key(text), listed) < similarity(told, listed)

    def _ends_listed_subtitle(self, opening: Opening, index: int) -> bool:
        """True for 某某 below ——访某县主任, where the contents have the two as one subtitle."""
        if opening.entry < 0 or not opening.subtitle or opening.bylines:
            return False
        name = key(self.units[index].text)
        if not name or name in map(key, opening.reading[1]):
            return False
        told = key("".join(self.units[at].text for at in opening.subtitle)) + name
        return key("".join(opening.reading[0])).endswith(told)

    def _in_entry(self, opening: Opening, text: str) -> bool:
        """A line under the title that the contents give as part of the entry."""
        if opening.entry < 0 or width(text) > 48 or text[0] == "|":
            return False
        subtitle = entry_title(self.survey.contents.entries[opening.entry], opening.reading)[1]
        name = key(text)
        return len(name) >= 4 and bool(subtitle) and similarity(name, key(subtitle)) >= 0.75

    def _heads_stanza(self, opening: Opening, index: int, known: frozenset[str]) -> bool:
        """True for 索书号 over a stanza, where all whom the contents name have signed above."""
        signed = {one.name for _, reading in opening.bylines for one in reading.authors}
        below = self.units[index + 1 : index + 3]
        verse = all(
            width(unit.text) <= _VERSE and not ends_sentence(unit.text) for unit in below
        ) and [unit.gap for unit in (self.units[index], *below)] == [True, True, False]
        return verse and bool(known) and known <= signed

    def _is_byline(
        self, opening: Opening, index: int, known: frozenset[str], following: Unit | None
    ) -> bool:
        text = self.units[index].text
        if opening.bylines and _SENT_FROM.match(text):
            opening.bylines.append((index, BylineReading((), 1.0)))
            return True
        reading = self.survey.byline(index, known=known)
        if reading is None or self._is_named_again(opening, text):
            return False
        if self._names_first_piece(opening, text):
            return False
        if self._leads_meeting(index, known=bool(known)):
            return False
        if (
            known
            and self._is_parallel(opening, text)
            and known.isdisjoint(one.name for one in reading.authors)
        ):
            return False  # Four Times Moved, a title
        if reading.certainty < _LABELLED and self._heads_stanza(opening, index, known):
            return False
        leads = is_roll(text) or takes_part(text)
        if following is not None and leads and is_roll(following.text):
            return False  # 主持人：某某 over 嘉宾：……, who take part in a talk
        if tells_all(text) or self._goes_on_with_roll(index):
            return False
        needed = 0.55 if not opening.bylines else 0.75
        if reading.certainty < needed:
            return False
        if following is None and not known:
            return False
        if reading.certainty < NAMED and self._is_listed(index):
            return False
        if reading.certainty < _LABELLED and (
            self._opens_piece(opening, index) or self._is_beyond(opening, index, known)
        ):
            return False
        unsure = reading.certainty < 1.0 and is_foreign(text) and not opening.bylines
        if unsure and (known or self._is_signed(index + 1, following)):
            return False  # Twelve Columns: the title in English, and no Keith Lo
        opening.bylines.append((index, reading))
        return True

    def _goes_on_with_roll(self, index: int) -> bool:
        """True for 李四（作家） below 嘉宾：张三（教授）, each of those who take part on a line."""
        while index and is_guest(self.units[index].text):
            index -= 1
            if is_roll(self.units[index].text):
                return True
        return False

    def _is_named_again(self, opening: Opening, text: str) -> bool:
        """True for the name alone of who has signed already: it stands under a photograph."""
        return squeeze(text) in printed_authors(opening)

    def _names_first_piece(self, opening: Opening, text: str) -> bool:
        """True for 查房 below 查房（外二首）: the title of the first of the poems, be it a name as well."""
        title = "".join(self.units[at].text for at in opening.title)
        hit = _AND_OTHERS.search(title)
        return hit is not None and key(title[: hit.start()]) == key(text)

    def _is_signed(self, index: int, unit: Unit | None) -> bool:
        """True if a unit says in so many words who wrote what stands below it."""
        reading = self.survey.byline(index) if unit is not None else None
        return (
            reading is not None
            and unit is not None
            and reading.certainty >= _LABELLED
            and bool(reading.authors)
            and not is_foreign(unit.text)
        )

    def _is_listed(self, index: int) -> bool:
        """True for ●大蒜：早卖不如晚卖, the first of several items with one ornament."""
        first = self.units[index].text[0]
        below = self.units[index + 1 : index + _NEAR]
        return not is_han(first) and any(unit.text.startswith(first) for unit in below)

    def _opens_piece(self, opening: Opening, index: int) -> bool:
        """True right under the name of a column that is its own title: what its first piece is called."""
        if opening.entry < 0 or opening.reading[1] or index != opening.title[-1] + 1:
            return False
        return self.survey.keys[opening.title[-1]] in self.survey.sections

    def _is_beyond(self, opening: Opening, index: int, known: frozenset[str]) -> bool:
        """True for 水碓 below a blank line, where all whom the contents name have signed above.

        It may be a name, but is the title of the first of several pieces.
        """
        signed = printed_authors(opening)
        above = self.units[index - 1]
        return bool(known) and known <= signed and self.units[index].gap and not above.gap


def _are_one(unit: Unit, below: Unit) -> bool:
    """True for the two lines of one lead: the second stands close below the first, and is as long."""
    close = unit.gap and not (below.gap or below.wrapped) and ends_sentence(below.text)
    long = width(below.text) - width(unit.text)
    return close and "，" in unit.text and is_han(unit.text[-1]) and long <= _EVEN


_EVEN = 2.0
"""Em by which full lines differ."""
