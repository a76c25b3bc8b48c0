"""What stands about a title: the section's name, the subtitle, the bylines."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, is_han, key, similarity, squeeze, width
from converter.model import Author, Role
from converter.names import OFFICES, is_body, is_name, is_office
from converter.names.house import HOUSE, PAPER, POST, RANK
from converter.parse.boxes import box_start
from converter.parse.byline import BylineReading, names_subject, read_byline, shows_pictures
from converter.parse.credits import read_credits
from converter.parse.headings import numbering
from converter.parse.kinds import (
    is_addressed,
    is_credit,
    is_date_line,
    is_foreign,
    is_salutation,
    labelled,
    names_original,
)
from converter.parse.openings.above import NamesAbove
from converter.parse.openings.columns import is_column_of
from converter.parse.openings.opening import SUBTITLE, Opening, entry_title, printed_authors
from converter.parse.openings.survey import Survey
from converter.parse.rolls import is_guest, is_roll, tells_all
from converter.segment import Unit
from converter.values import replace

_SENT_FROM = re.compile(rf"^(?:发自|發自)[{HAN}、\s·]{{2,16}}$")
"""Where a reporter wrote from, on a line of its own under the name."""
_LONGEST_HEAD = 8
"""The most units of a head below the title."""
_SUBTITLE, _FOREIGN_TITLE = 64, 80
"""The most em of a subtitle, and of a title in another language."""
_CLAUSE = 30
"""The most em of a subtitle over a standfirst."""
_LEAD_UNITS = 4
_LEAD_SIZE = 180
"""The most units, and em, of a text between a title and its byline."""
_NAMED, _NEAR = 0.75, 30
"""So sure is a byline that holds nothing but names; so many pieces may an item and the next take."""
_LABELLED = 0.85
"""How sure a byline is that has a mark or an office, and not only what may be a name."""
_NOTES = (Role.EDITOR_NOTE, Role.STANDFIRST)
_BELOW_NOTE = 0.75
"""How sure a byline must be below a note, if the contents name somebody."""
_BOX_UNITS = 24
"""Units among which the byline stands below boxes."""
_SIGNED = 0.95
"""How sure a byline must be that stands under such a text: 文|某某, 本刊记者 某某."""


_LETTERS = re.compile(
    "^(?:读者|讀者)?(?:来信|來信|来函|來函|来稿|信箱|编读|編讀|读编|讀編|回音|回声|回聲)(?:选登|選登|选刊|摘登|摘编|摘編|照登|往来|往來)?$"
    "|^(?:读者|讀者|群众|群眾|百姓)(?:之声|之聲|心声|心聲|呼声|呼聲|热线|熱線|留言|反馈|反饋)$"
)
"""What a page of readers' letters is called."""
_BARRED = re.compile(rf"^[{HAN}]{{1,6}}\s*(?P<bar>[|｜丨/／：:])\s*\S")
"""文｜某某, 编辑｜某某: a work, a bar, and who did it."""


_WHOLE_HOUSE = 7
"""The least em of a house that signs by its full name."""
_SENDER, _TAIL = 8, 5
"""Em of who signs a letter, and the last lines of a letter with who edited it."""
_MAKES = frozenset(["设计", "設計", "策划", "策劃", "制图", "製圖", "绘制", "繪製"])
"""What somebody did who is its author where nobody wrote."""


_SEVERAL, _TELLS, _LONGER = 2, 16, 1.5
"""Lines of a title and its subtitle, em of one that tells of the article, and by how much it is longer."""
_TALKS = re.compile(r"^[与與和对對同][^。；！]{4,}?(?:[谈談聊]|[对對][话話]|[对對][谈談])")
"""与某某谈某事: a talk, and about what."""
_STAFF = re.compile(
    rf"^(?:{HOUSE}|《[^《》]{{2,16}}》|[\u4e00-\u9fff]{{2,6}}(?:{PAPER}))"
    rf"(?:{RANK}|资深|高级|驻[\u4e00-\u9fff]{{2,6}})?(?:{POST}|摄影师|专栏作家|专栏作者)$"
)
_NO_POST = re.compile(
    "[的了是在，。！？：；“”《》]|^(?:最|一[个位名]|我|你|他|她|那|这|新|老|好|谁|当|走|从|向|致|为)"
)
_RANK_ENDS = re.compile("(?:名誉|特聘|客座|荣休|退休|离休|特级|高级|首席|签约|在读|原|前|副|正)+$")
_HOUSES = re.compile(
    "(?:协|联|院|室|园|场|站|厂|村|镇|乡|县|市|省|区|队|社|所|馆|司|系|科|处|部|组|局|台|团|會|協|聯|園|場|廠|鎮|鄉|縣|區|隊)$"
)
"""How houses end that are too short to be told by themselves: 省作协, 镇卫生院."""
_LONG_OFFICES = sorted((*OFFICES, "会员", "會員", "村医"), key=len, reverse=True)
_POST = (5, 32)
"""The least and the most em of an office on a line of its own."""


def _is_post(text: str) -> bool:
    """True for where somebody works, and as what: 某大学文学院副教授, 某县图书馆馆员."""
    if not _POST[0] <= width(text) <= _POST[1] or _NO_POST.search(text):
        return False
    parts = text.split("、")
    office = next((one for one in _LONG_OFFICES if text.endswith(one)), "")
    if not office:
        # 某大学某学院: one house in another.
        return is_body(text) and any(is_body(f"某某{text[:at]}") for at in range(3, len(text) - 2))
    house = _RANK_ENDS.sub("", text[: len(text) - len(office)])
    housed = len(house) > 1 and (is_body(f"某某{house}") or _HOUSES.search(house) is not None)
    return housed or (len(parts) > 1 and all(map(is_office, parts)))


def _names(reading: BylineReading) -> list[str]:
    return [author.name for author in reading.authors]


def _is_clause(text: str) -> bool:
    """True for a line without a full stop, as a subtitle is: ……创始人谈拒绝和一个计划."""
    return (is_han(text[-1]) or text[-1] in "”》）」") and not re.search("[。！？；]", text)


def _asks(text: str) -> bool:
    """True for 一滴雨走了多久？, one short question."""
    return text[-1] in "？?" and width(text) <= _CLAUSE and _is_clause(f"{text[:-1]}吗")


class HeadReader:
    """Reads on from the title of an article, down to its text."""

    def __init__(self, survey: Survey, titles: Iterable[int] = ()) -> None:
        self.survey = survey
        self.units = survey.units
        self.above = NamesAbove(survey, titles)

    def read(self, opening: Opening, limit: int) -> None:
        """Subtitle, bylines, English title under the title; the section's name above it."""
        self._column(opening)
        self._unmarked(opening)
        self._told_below(opening)
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
        opening.end = self.above.begins = index
        _offices_apart(opening)
        self._posts_below(opening)
        self._pictures_apart(opening)
        self._spelt_apart(opening)

    def _take(self, opening: Opening, index: int, limit: int) -> int:
        """Take a unit into the head, with those that belong to it; how many, 0 where the text begins."""
        if index in opening.subtitle or any(index == at for at, _ in opening.bylines):
            return 1  # as the headline says
        if index in self.survey.cards:
            return 1  # it stays with the text
        if boxed := self._take_boxes(opening, index, limit):
            return boxed
        text = self.units[index].text
        following = self.units[index + 1] if index + 1 < limit else None
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
            return self._take_standfirst(opening, index, limit) or self._take_signer(
                opening, index, limit
            )
        return 1

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
            if reading is None or reading.certainty < _NAMED or unit.text[0] in "（(":
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
        return (
            not opening.subtitle
            and index - 1 in (*opening.title, *opening.foreign)
            and width(self.units[index].text) <= _CLAUSE
            and width(below.text) > width(self.units[index].text)
            and ends_sentence(below.text)
        )

    def _take_signer(self, opening: Opening, index: int, limit: int) -> int:
        """Take who signs in no form of a byline, and what stands below who does."""
        if index in self.survey.signers:
            name = self.survey.signers[index]
            found: BylineReading | None = BylineReading((Author(name, is_body=is_body(name)),), 1.0)
        elif self._is_office_below(opening, index) or self._is_made_by(opening, index):
            found = BylineReading((), 1.0)
        else:
            found = self._sender(opening, index, limit) or self._maker(opening, index, limit)
            found = found or self._house(opening, index)
        if found is not None:
            opening.bylines.append((index, found))
        return int(found is not None)

    def _posts_below(self, opening: Opening) -> None:
        """Give the office on a line of its own to the one author whose name stands above it."""
        for place, (at, reading) in enumerate(opening.bylines):
            below = next((two for other, two in opening.bylines if other == at + 1), None)
            if below is None or len(reading.authors) != 1:
                continue
            post, (author,) = squeeze(self.units[at + 1].text), reading.authors
            # 《某刊》记者 might sign alone, but not below a name.
            told = (
                _STAFF.match(post) is not None
                if below.authors
                else _is_post(post) or is_office(post)
            )
            if told and not (author.is_body or author.office):
                signed = (replace(author, office=post),)
                opening.bylines[place] = (at, BylineReading(signed, reading.certainty))
                other = opening.bylines.index((at + 1, below))
                opening.bylines[other] = (at + 1, BylineReading((), below.certainty))

    def _pictures_apart(self, opening: Opening) -> None:
        """图/某某 on a line of its own, where others wrote: no author."""
        for place, (at, reading) in enumerate(opening.bylines):
            others = any(one.authors for other, one in opening.bylines if other != at)
            text = self.units[at].text
            credited = read_credits(text) if others and reading.authors else None
            pictured = credited is not None and not any(credit.writes for credit in credited)
            if others and reading.authors and (pictured or shows_pictures(text)):
                opening.bylines[place] = (at, BylineReading((), reading.certainty))

    def _spelt_apart(self, opening: Opening) -> None:
        """SHI Yu below 时雨, where the title stands in English, too: the same author, and no other."""
        for place, (at, reading) in enumerate(opening.bylines):
            above = next((one for other, one in opening.bylines if other == at - 1), None)
            if above is None or not opening.foreign or not is_foreign(self.units[at].text):
                continue
            if len(above.authors) == len(reading.authors) and all(map(has_han, _names(above))):
                opening.bylines[place] = (at, BylineReading((), reading.certainty))

    def _column(self, opening: Opening) -> None:
        """灯下老秤·一张白条的三种命运 of the contents, of which the body prints the column alone."""
        if opening.entry < 0 or len(opening.title) < 2:
            return
        entries = self.survey.contents.entries
        others = ("".join(one.texts) for at, one in enumerate(entries) if at != opening.entry)
        if is_column_of("".join(opening.reading[0]), self.units[opening.title[0]].text, others):
            opening.overline.append(opening.title.pop(0))

    def _unmarked(self, opening: Opening) -> None:
        """# 标题 over a plain line that the contents print behind it on one line: its subtitle."""
        above, last = opening.title[0], opening.title[-1]
        marked = [self.units[at].markup_level > 0 for at in opening.title]
        if above == last or not all(marked[:-1]) or marked[-1] or self.units[last].strong:
            return
        listed = opening.reading[0][0].rpartition(" ") if len(opening.reading[0]) == 1 else ("",)
        if not opening.subtitle and key(listed[-1]) == key(self.units[last].text) and listed[0]:
            opening.subtitle.append(opening.title.pop())

    def _told_below(self, opening: Opening) -> None:
        """Take the last line that the contents list with a title for its subtitle, if it tells of that.

        A blank line parts it from the title, and it is a clause or two about the article: 与某某谈
        某事, or longer by far than the title is.
        """
        above, last = opening.title[:-1], opening.title[-1]
        lines, authors = opening.reading
        if not above or opening.subtitle or len(lines) < _SEVERAL or not self.units[last].gap:
            return
        told = self.units[last].text.strip()
        title = "".join(self.units[at].text for at in above)
        if key(lines[-1]) != key(told) or title[-1] in "，、：—":
            return
        longer = width(told) >= max(_TELLS, width(title) * _LONGER) and re.search("[，、？]", told)
        if longer or (_TALKS.match(told) and width(told) > width(title)):
            opening.subtitle.append(opening.title.pop())
            opening.reading = (lines[:-1], authors)

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
        for at in range(index, min(limit, index + _LEAD_UNITS + 1)):
            text = self.units[at].text
            reading = self.survey.byline(at, known=frozenset(opening.reading[1]))
            above = text[0] not in "（(" and at > index  # in brackets it ends an article
            if above and reading is not None and reading.certainty >= _SIGNED:
                below = sum(
                    width(unit.text) for unit in self.units[at + 1 : min(limit, at + _NEAR)]
                )
                # What is shorter than the text above is no article: who signs that is its author.
                return at if self.survey.prose_follows(at + 1) and below >= size else None
            size += width(text)
            if size > _LEAD_SIZE or labelled(text) or numbering(text) or is_addressed(text):
                return None
        return None

    def _is_office_below(self, opening: Opening, index: int) -> bool:
        """True for 某县中心小学教师 on a line of its own, right below the name of who holds it.

        作家 may stand there, too, where a blank line parts it from the text but not from the name.
        """
        text = squeeze(self.units[index].text)
        signed = any(at == index - 1 and reading.authors for at, reading in opening.bylines)
        if not signed or not self.survey.prose_follows(index + 1):
            return False
        beside = not self.units[index].gap and self.units[index + 1].gap
        return _is_post(text) or (beside and is_office(text))

    def _is_made_by(self, opening: Opening, index: int) -> bool:
        """True for 编辑｜某某 right under a byline of the same form: 文｜某某, 本刊记者｜某某."""
        unit = self.units[index]
        hit = _BARRED.match(unit.text)
        above = self.units[index - 1]
        return (
            hit is not None
            and any(at == index - 1 for at, _ in opening.bylines)
            and (above.gap or not unit.gap)
            and is_credit(unit.text)
            and hit["bar"] in above.text
            and self.survey.prose_follows(index + 1)
        )

    def _sender(self, opening: Opening, index: int, limit: int) -> BylineReading | None:
        """爸爸 right under the title of a letter that ends with the same word, over a date perhaps."""
        text = self.units[index].text
        if opening.bylines or index != opening.title[-1] + 1 or width(text) > _SENDER:
            return None
        if not all(map(is_han, squeeze(text))) or not self.survey.prose_follows(index + 1):
            return None
        tail = range(max(index + 3, limit - _TAIL), limit)
        signed = [at for at in tail if key(self.units[at].text) == key(text)]
        if not signed or not ends_sentence(self.units[signed[-1] - 1].text):
            return None
        for at in range(signed[-1] + 1, limit):
            line = self.units[at].text
            if not (is_date_line(line) or is_credit(line) or self.survey.is_section[at]):
                return None
        return BylineReading((Author(squeeze(text)),), _SIGNED)

    def _house(self, opening: Opening, index: int) -> BylineReading | None:
        """某市委组织部调查组 right below a title that nothing but the section's name over it tells."""
        text, below = self.units[index].text, self.survey.after(index)
        if opening.entry >= 0 or not opening.kickers or opening.bylines or below is None:
            return None
        whole = self.units[index].gap and below.gap and width(text) >= _WHOLE_HOUSE
        if not whole or not is_body(text) or not self.survey.prose_follows(index + 1):
            return None
        return BylineReading((Author(squeeze(text), is_body=True),), _SIGNED)

    def _maker(self, opening: Opening, index: int, limit: int) -> BylineReading | None:
        """Who made a quiz or a page of pictures, if nobody else signs it: 设计/某某."""
        if opening.bylines or index + 1 >= limit or not is_credit(self.units[index].text):
            return None
        credited = read_credits(self.units[index].text)
        if credited is None or any(credit.work not in _MAKES for credit in credited):
            return None
        names = [name for credit in credited for name in credit.names]
        below = self.units[index + 1].text
        if not all(map(is_name, names)) or is_credit(below) or read_credits(below):
            return None
        if self.survey.byline(index + 1) is not None or not self.survey.prose_follows(index + 1):
            return None
        return BylineReading(tuple(map(Author, names)), _SIGNED)

    def _is_note(self, opening: Opening, index: int, limit: int) -> bool:
        """True for an editor's note between the title and the byline."""
        label = labelled(self.units[index].text) if not opening.bylines else None
        if label is None or index + 1 >= limit:
            return False
        if label.role not in _NOTES and not names_original(self.units[index].text):
            return False
        known = frozenset(opening.reading[1])
        if is_roll(self.units[index + 1].text):
            return False  # 主持：某某 opens a talk
        reading = self.survey.byline(index + 1, known=known)
        return reading is not None and reading.certainty >= (_BELOW_NOTE if known else _SIGNED)

    def _continues_subtitle(self, opening: Opening, index: int) -> bool:
        """True for the second line of a subtitle."""
        unit = self.units[index]
        if not opening.subtitle or opening.bylines or unit.gap or not unit.short:
            return False
        return (
            read_byline(self.units[index].text) is None
            and width(self.units[opening.subtitle[-1]].text) >= 12
        )

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
        if opening.entry < 0 or width(text) > 48:
            return False
        subtitle = entry_title(self.survey.contents.entries[opening.entry], opening.reading)[1]
        name = key(text)
        return len(name) >= 4 and bool(subtitle) and similarity(name, key(subtitle)) >= 0.75

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
        if known and self._is_parallel(opening, text) and known.isdisjoint(_names(reading)):
            return False  # Four Times Moved, a title
        if following is not None and is_roll(text) and is_roll(following.text):
            return False  # 主持人：某某 over 嘉宾：……, who take part in a talk
        if tells_all(text) or self._goes_on_with_roll(index):
            return False
        needed = 0.55 if not opening.bylines else 0.75
        if reading.certainty < needed:
            return False
        if following is None and not known:
            return False
        if reading.certainty < _NAMED and self._is_listed(index):
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


def _offices_apart(opening: Opening) -> None:
    """某刊主编 on one line and the name on the next: an office, and whose it is."""
    lines = sorted(opening.bylines)
    for (at, office), (below, people) in itertools.pairwise(lines):
        if below != at + 1 or len(office.authors) != 1 or not people.authors:
            continue
        name = office.authors[0].name
        if is_office(name) and not any(one.is_body or one.office for one in people.authors):
            signed = tuple(replace(one, office=name) for one in people.authors)
            place = opening.bylines.index((at, office))
            opening.bylines[place] = (at, BylineReading((), office.certainty))
            place = opening.bylines.index((below, people))
            opening.bylines[place] = (below, BylineReading(signed, people.certainty))
