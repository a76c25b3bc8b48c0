"""Headings that only their looks tell, with no number and no markup."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, ends_sentence, is_han, width
from converter.model import Heading, Role, Table
from converter.names import split_names
from converter.parse.assemble.alike import asks_in_a_row
from converter.parse.assemble.draft import ONE_LINERS, Draft
from converter.parse.assemble.heading_lines import FIRST_LINE, HeadingLines, is_prose
from converter.parse.assemble.ladder import opens_recipe
from converter.parse.assemble.survey import Survey
from converter.parse.assemble.unmarked_ends import MEETING
from converter.parse.assemble.verse import VerseReader, are_facts
from converter.parse.boxes import is_work
from converter.parse.headings import Neighbourhood, is_heading_text, plain_heading
from converter.parse.items import form_of, list_end
from converter.parse.kinds import is_reference_head, is_salutation
from converter.parse.letters import WHENCE
from converter.parse.rolls import is_roll, tells_of_meeting
from converter.parse.seam import begins_with_term, cuts_figure
from converter.parse.tiers import ORDINAL, count_of
from converter.parse.usage import joins
from converter.segment import Unit
from converter.segment.units import is_day, is_days, is_fact, printed_width
from converter.segment.units.unit import INDENT

_CLAUSES = 2
"""So many commas parts clauses of a sentence rather than of a heading."""
_CELLS = 3
"""Cells of a row that wide blanks part."""
_CHAPTER = re.compile(rf"^\d{{1,2}}(?:\.\d{{1,2}})*\s*[{HAN}]{{2}}")
_CELL, _FIGURES, _TABLE = 16, 2, 12
"""Em of the widest cell of a table, how many at least have figures, and so many lines are looked at."""
_WIDE = 16.0
"""Em of a column that is none of a newspaper."""
_DATELINE = re.compile(r"^.{0,12}[讯訊电電]\s*[（(]|^[（(]?(?:本[报報刊]|记者|記者)")
_NEAR = 40
"""Units above a note in which its call stands."""
_TWO_LINES = 32
"""The most em of a heading without a number on two lines."""
_MAKER = re.compile(rf"^[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}\s*[（(][^（）()。]{{2,14}}[）)]")
"""某某（某地，12岁）, and perhaps with what."""
_FEW_WORDS, _STEP = 12, 48
"""The most em of a heading below the items of a list, and of such an item without a mark."""
_LINE, _SURELY, _IN_CLAUSE = 12, 2.0, 1.0
"""Em of a line that breaks off in mid-sentence, and the log odds that the piece below carries it on; the
second where it has a comma. Of a hundred headings without a number two seem to go on so."""
_LEADS_LIST = 16
"""The most em of what leads to a list, and belongs to what stands above."""


def _stops_early(unit: Unit, following: Unit) -> bool:
    """True for a few words over full printed lines: the first line of a paragraph fills its own as well."""
    if len(unit.lines) != 1 or len(following.lines) < _FULL_LINES or not following.wrapped:
        return False
    full = sorted(printed_width(line) for line in following.lines[:-1])
    return printed_width(unit.lines[0]) * 2 <= full[len(full) // 2] and is_han(unit.text[-1])


_FULL_LINES = 3
"""Printed lines that tell a column."""


def _breaks_off(text: str, below: str) -> bool:
    """True for the first line of a paragraph that other prose goes on as the piece below does.

    2017年冬天，水库放水检修，水位降 | 到三十年来的最低点: the OCR has parted them.
    """
    if width(text) < _LINE or width(below) < _LINE:
        return False
    if cuts_figure(text, below):
        return True
    if not is_han(text[-1]):
        return False
    if "，" in text and begins_with_term(below):
        return True
    return joins(text, below) >= (_IN_CLAUSE if "，" in text else _SURELY)


def _follows_initial(text: str, *, first: bool) -> bool:
    """True for what stands beside an initial, over two lines of its paragraph, and is read apart from both.

    云麓后山往北，有一条古道，当年的行脚僧 is in clauses; 的心脏一天大约跳十万次 has lost its first word.
    """
    return (first and text.count("，") >= _CLAUSES) or _LOST_WORD.match(text) is not None


_LOST_WORD = re.compile(r"^(?:的(?![确確士])|[年月日]\d)")
"""的心脏……, 月27日……: the rest of a word or a date whose first character is the initial."""

_SAID = re.compile("^[“「].*[。！？][”」]$")


class PlainHeadings:
    """Tells headings by their length, their marks and what stands around them."""

    def __init__(
        self, survey: Survey, draft: Draft, verse: VerseReader, lines: HeadingLines
    ) -> None:
        self.survey = survey
        self.draft = draft
        self.roles = lines.roles
        self.verse = verse
        self.context = draft.context
        self._lines = lines

    def end(self, at: int) -> int:
        """The end of a heading without a number, 0 if a unit is none.

        It may stand on two lines as a title does: 别把船工 / 都画成老人, between blank lines. ①,
        which a text layer has beside its note, is none.
        """
        if self.survey.units[at].text in CIRCLED:
            return 0
        if self._is_pair(at):
            return at + 2
        return at + 1 if self._is_plain(at) else 0

    def _is_pair(self, at: int) -> bool:
        """True for two short lines that are one heading above a paragraph."""
        units = self.survey.units
        if (
            at + 2 >= len(units)
            or not self._lines.is_set_tight(at)
            or self._lines.begins_other(at + 1)
        ):
            return False
        one, two = units[at], units[at + 1]
        told = is_day(one.text) or is_day(two.text) or _is_bare_count(one.text)
        told = told or (count_of(two.text) is not None and one.text[-1] not in "到至")
        told = told or any(split_names(unit.text) or unit.bullet for unit in (one, two))
        told = told or self.roles.is_signature(at) or self.roles.is_signature(at + 1)
        if told or one.text[-1] in "？！。”》" or width(one.text) + width(two.text) > _TWO_LINES:
            return False
        if not is_prose(units[at + 2].text) or self.verse.stanza_end(at):
            return False
        whole = one._replace(text=one.text + two.text)
        return self._may_be_plain(whole, at) and self._looks_plain(whole, at + 1)

    def _is_plain(self, at: int) -> bool:
        unit, following = self.survey.units[at], self.survey.after(at)
        if self._heads_stanza(at):
            return unit.text[-1] not in "，。；：、"
        if following is None or not self._may_be_plain(unit, at) or self._made_above(unit):
            return False
        if _breaks_off(unit.text, following.text) or self._is_cell(at):
            return False
        asked = self.survey.speakers.turn(following.text) is not None
        if not asked and _follows_initial(unit.text, first=not at):
            return False
        if is_fact(unit.text):
            return False  # 时间：2019年6月3日, below who told something
        if WHENCE.match(following.text):
            return False  # who signed the document that is kept there
        if self._is_row(at) and (self._is_row(at - 1) or self._is_row(at + 1)):
            return False  # 某某　5 000 over 某某　图书一册: who gave what
        alike = (form := form_of(unit)) and form == form_of(following)
        if alike and width(following.text) <= 40 and not ends_sentence(following.text):
            return False  # the first item of a list: 地点：……, 时间：……
        if following.text.startswith("——") and _SAID.match(unit.text):
            return False  # what somebody says, and who it is
        if unit.opens and following.opens is False and not _stops_early(unit, following):
            return False  # the first line of a paragraph, and the next piece of it
        set_in = (following.quoted or following.caption) and not (following.gap or unit.quoted)
        if set_in and self._lines.fills_line(unit) and not self._opens_below(at):
            return False  # the first line of a paragraph that a pull quote or a caption cuts
        if self.roles.is_signature(at) or is_roll(unit.text) or self._over_note(at):
            return False
        if not is_han(following.text[0]) and self.context.page_breaks(unit.last, following.first):
            return False  # 在10.2元到, and below the folio 12.4元之间: no heading ends a page
        if self.survey.starts[at + 1] is not None and unit.text.count("，") >= _CLAUSES:
            return False  # the first line of a paragraph that a box cuts
        return self._looks_plain(unit, at)

    def _is_cell(self, at: int) -> bool:
        """True within several short lines, some of them with figures: OCR has torn a table apart.

        The line above all of them may be a heading, and so may 3结果与讨论 below them, above prose.
        """
        first, end, own = at, at + 1, self.survey.units[at].text
        if _CHAPTER.match(own) and width(self.survey.units[at + 1].text) > _CELL:
            return False
        whole = self._is_below_table(at)
        while first and end - first < _TABLE and not whole and self._may_be_cell(first - 1):
            first -= 1
        while end < len(self.survey.units) and end - first < _TABLE and self._may_be_cell(end):
            end += 1
        above = self.survey.units[at - 1].text if at else "。"
        heads = at == first and is_prose(above) and not any(map(str.isdecimal, own))
        if end - first < _CELLS + 1 or heads:
            return False
        texts = [unit.text for unit in self.survey.units[first:end]]
        return sum(any(map(str.isdecimal, text)) for text in texts) >= _FIGURES

    def _is_below_table(self, at: int) -> bool:
        """True for words without a figure that a blank line parts from a table, which is whole without them."""
        unit, above = self.survey.units[at], self.draft.open
        blocks = self.draft.blocks if above is None else above.below()
        table = blocks[-1] if blocks else None
        if not (isinstance(table, Table) and unit.gap) or any(map(str.isdecimal, unit.text)):
            return False
        return table.spans[-1].last == self.survey.units[at - 1].last

    def _may_be_cell(self, at: int) -> bool:
        unit, survey = self.survey.units[at], self.survey
        if at in survey.celled or at in survey.carded:
            return False  # it is one of a table, or of a card, that is whole without this line
        apart = unit.markup_level or unit.strong or unit.bullet or unit.quoted
        if apart or survey.starts[at] is not None or survey.numbers[at] is not None:
            return False
        row = "\u3000" in unit.text.strip() or "|" in unit.text  # a whole one, on one line
        return not row and width(unit.text) <= _CELL and unit.text[-1] not in "。！？；，：”」"

    def _opens_below(self, at: int) -> bool:
        """True if a paragraph opens below the pull quote under a flush line: it cuts none."""
        units = self.survey.units
        below = at + 1
        while below < len(units) and units[below].quoted:
            below += 1
        if below == len(units):
            return False
        return units[below].opens is True or units[at].indent < INDENT <= units[below].indent

    def _made_above(self, unit: Unit) -> bool:
        """True for 某某（某地） right below 《末班车》, a heading: who has made that."""
        blocks = self.draft.blocks
        above = blocks[-1] if blocks else None
        work = isinstance(above, Heading) and is_work(above.text.value)
        return work and not self.draft.mid_sentence() and _MAKER.match(unit.text) is not None

    def _heads_stanza(self, at: int) -> bool:
        """True for a few words over verse, which sign none above them."""
        if self.draft.mid_sentence() or self.roles.is_signature(at):
            return False
        if width(self.survey.units[at].text) > FIRST_LINE:
            return False
        end = self.verse.stanza_end(at + 1)
        return end > 0 and not are_facts(self.survey.units[at + 1 : end])

    def _is_row(self, at: int) -> bool:
        """True for a line whose wide blanks part two cells or three."""
        if not 0 <= at < len(self.survey.units):
            return False
        unit = self.survey.units[at]
        cells = [cell for cell in unit.text.split("\u3000") if cell]
        return not unit.wrapped and 1 < len(cells) <= _CELLS and not ends_sentence(unit.text)

    def _may_be_plain(self, unit: Unit, at: int) -> bool:
        """False where no heading stands, and for what only looks like one."""
        broken = self.draft.mid_sentence() and not self._ends_list(at)
        if broken or unit.bullet or self._within_question(at):
            return False
        if self.draft.references or self.roles.pending is not None:
            return False
        if self.survey.calls.is_said_in_scene(unit.text) or self.survey.speakers.may_say(unit.text):
            return False
        if self.draft.ends_item() and self.survey.units[at - 1].text[0] == unit.text[0]:
            return False  # the next item of its list
        if at and unit.text[-1] == "？" and self.survey.units[at - 1].text[-1] in "：:":
            return False  # what somebody asks, whom the line above names
        if self._tells_of_meeting(at):
            return False
        return not (opens_recipe(unit.text) or is_salutation(unit.text))

    def _tells_of_meeting(self, at: int) -> bool:
        """True for 10月24—26日 over 某市会展中心, and for that: when and where a meeting is; 参加人员：……, too."""
        units = self.survey.units
        if at and is_days(units[at - 1].text):
            return True
        colon = "：" in units[at].text
        if colon and tells_of_meeting(units[one].text for one in range(at, -1, -1)):
            return True
        below = units[at + 1] if at + 1 < len(units) else None
        short = below is not None and width(below.text) <= MEETING and is_han(below.text[-1])
        return short and is_days(units[at].text)

    def _looks_plain(self, unit: Unit, at: int) -> bool:
        """True for a heading by its looks, and by those of the unit behind ``at``."""
        units = self.survey.units
        following, before = units[at + 1], self.draft.open
        whole = before is None or before.role in ONE_LINERS or self._after_options(at)
        whole = whole or self.draft.is_stub() or self.draft.ends_item() or self._ends_list(at)
        whole = whole or (self.draft.ends_labelled() and not form_of(unit))
        stands_out = unit.indent < INDENT - 0.5 <= following.indent  # as no paragraph does
        around = Neighbourhood(
            before="" if before is None or whole else before.last,
            after=following,
            after_is_turn=self.survey.speakers.turn(following.text) is not None,
            trigrams=self.context.trigrams,
            measure=0.0
            if self._opens_article(unit)
            else self.context.measure or _column(following),
            parted=following.opens is True
            or self.context.joins.get((unit.last, following.first)) is False
            or self._is_short_line(at)
            or self._heads_numbers(unit, at)
            or at + 1 in self.survey.addressed,
            before_list=self._is_over_list(at + 1),
            fellows=len(unit.text) == 1 and self._has_fellows(at),
            alike=self.survey.alike.get(at, 0),
            guessed=not self.survey.wrapped,
            seam=(seam := self.context.page_breaks(unit.last, following.first)),
            whole=self.context.uncut or (self.survey.cuts_told and not seam),
            called=(self.survey.calls.alone(unit.text) or asks_in_a_row(units, at))
            and not stands_out,
            talk=self.survey.calls.talk,
            answers=self.survey.calls.answers,
        )
        return plain_heading(unit, around) >= 0.5

    def _ends_list(self, at: int) -> bool:
        """True for a few words alone below 6. 关火，装盘: an item without a mark, and nothing more of it.

        What carries on an item that a page has cut is longer, or ends the sentence.
        """
        units, above = self.survey.units, self.draft.open
        if above is None or above.role is not Role.LIST_ITEM or len(above.pieces) > 1:
            return False
        few = [
            width(unit.text) <= _FEW_WORDS and all(map(is_han, unit.text))
            for unit in units[at : at + 2]
        ]
        if few != [True, False] or not (units[at].gap and units[at + 1].gap):
            return False
        return width(above.raw) <= _STEP and above.raw.strip()[-1] not in "，、；："

    def _is_over_list(self, at: int) -> bool:
        """True where the items of a list begin, or few words over them: 每份：."""
        units = self.survey.units
        text = units[at].text
        led = text[-1] == "：" and width(text) <= _LEADS_LIST and not is_reference_head(text)
        starts = (at, at + 1) if led else (at,)
        return any(list_end(units, one, min(one + 3, len(units))) > 0 for one in starts)

    def _heads_numbers(self, unit: Unit, at: int) -> bool:
        """True for 【教学过程】 right over 一、……, the first heading of those with numbers."""
        number, below = self.survey.numbers[at + 1], self.survey.units[at + 1].text
        first = number is not None and number.kind == "cn" and number.value == 1
        return (
            first and unit.text[0] in "【〖" and unit.text[-1] in "】〗" and is_heading_text(below)
        )

    def _opens_article(self, unit: Unit) -> bool:
        """True right below the title: no page ends there with the first line of a text.

        In the narrow columns of newspapers one may, and a report opens with 本报讯.
        """
        wide = self.context.measure >= _WIDE
        return wide and self.draft.empty and _DATELINE.match(unit.text) is None

    def _over_note(self, at: int) -> bool:
        """True for a line above ①, the note that is called further above: no heading ends a page."""
        first = self.survey.units[at + 1].text[0]
        above = self.survey.units[max(0, at - _NEAR) : at]
        return first in CIRCLED and any(first in unit.text[1:] for unit in above)

    def _after_options(self, at: int) -> bool:
        """True below the answers of a question, B. 等到半夜 and C. 摔门, which end with no mark."""
        number = self.survey.number(at - 1)
        return (
            number is not None
            and number.kind == "letter"
            and self.survey.units[at].gap
            and self.draft.ends_bare()
        )

    def _is_short_line(self, at: int) -> bool:
        """True for a line that fills no half of its column, above text of several full lines.

        The last line of a paragraph is short, too, but ends with a mark.
        """
        unit, following = self.survey.units[at], self.survey.units[at + 1]
        full = width(following.lines[0].text.strip())
        return (
            following.wrapped
            and not unit.wrapped
            and not following.gap
            and width(unit.text) <= full / 2
        )

    def _has_fellows(self, at: int) -> bool:
        """True for 盐 where 大水 and 娶亲 stand over paragraphs of the column as well.

        A stroke or a box that OCR has read as 一 or 口 stands anywhere.
        """
        units = self.survey.units
        if not is_han(units[at].text) or units[at].text in _STROKES:
            return False
        near = range(max(1, at - _FAR), min(len(units) - 1, at + _FAR))
        return self._heads_column(at) and any(
            2 <= width(units[other].text) <= _TOPIC and self._heads_column(other) for other in near
        )

    def _heads_column(self, at: int) -> bool:
        """True for a few Han between two paragraphs, of which the lower is hard-wrapped or apart."""
        units, text = self.survey.units, self.survey.units[at].text
        return (
            0 < at < len(units) - 1
            and all(map(is_han, text))
            and ends_sentence(units[at - 1].text)
            and (self._is_short_line(at) or self._stands_apart(at))
        )

    def _stands_apart(self, at: int) -> bool:
        """True for a line between blank ones, over a whole paragraph."""
        unit, below = self.survey.units[at : at + 2]
        long = width(below.text) >= 2 * _WIDE and ends_sentence(below.text)
        return unit.gap and below.gap and long and not unit.wrapped

    def _within_question(self, at: int) -> bool:
        """True between the words of who asks and those of who answers: no heading there."""
        if self.draft.open is None or self.draft.open.role is not Role.QUESTION:
            return False
        following = self.survey.after(at)
        turn = self.survey.speakers.turn(following.text) if following is not None else None
        return turn is not None and not turn.asks


_STROKES = frozenset("一二三四五六七八九十〇丨口卜人入工日曰")


_FAR, _TOPIC = 40, 6
"""Units around one among which there are others like it, and the em of those."""


def _is_bare_count(text: str) -> bool:
    """True for what counts a heading, unless words of the heading stand behind: 第一个发现：……."""
    count = count_of(text)
    return count is not None and not (count.end and ORDINAL.match(text))


def _column(unit: Unit) -> float:
    """The em of the longest line of a hard-wrapped paragraph, 0 for another."""
    lines = unit.lines[:-1] if unit.wrapped else ()
    return max((width(line.text.strip()) for line in lines), default=0.0)
