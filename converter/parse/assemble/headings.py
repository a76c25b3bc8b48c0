"""The headings of an article: which units are some, where each ends, which level it has."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, ends_sentence, has_han, is_han, squeeze, width
from converter.model import Change, Heading, Role, Text
from converter.names import split_names
from converter.parse.assemble.alike import asks_in_a_row, heads_text
from converter.parse.assemble.draft import MEETING, ONE_LINERS, Draft
from converter.parse.assemble.ladder import Ladder, opens_recipe
from converter.parse.assemble.roles import Roles
from converter.parse.assemble.survey import LIST_KINDS, Survey
from converter.parse.assemble.verse import VerseReader
from converter.parse.boxes import is_attribution, is_work
from converter.parse.context import spans_of
from converter.parse.headings import (
    MOST_CONTINUATION,
    Neighbourhood,
    Numbering,
    continuation,
    is_heading_text,
    plain_heading,
)
from converter.parse.heal.series import is_parted
from converter.parse.inline import Piece, closed_up, respaced, tidy
from converter.parse.items import form_of, list_end
from converter.parse.kinds import is_reference_head, is_salutation, labelled
from converter.parse.led import names_of
from converter.parse.letters import WHENCE
from converter.parse.ranks import BARS, RANKS
from converter.parse.speakers import is_roll
from converter.parse.tables import is_figure, is_row
from converter.parse.tiers import ORDINAL, Count, count_of
from converter.segment import Unit
from converter.segment.units import is_day, is_days, is_fact
from converter.segment.units.unit import INDENT

_SECTIONS = ("plain", "cn", "chapter", "level-", "bare", "named", "figure", *sorted(RANKS))
"""Kinds of headings after which nobody speaks any more."""


_BROKEN, _LONGER = 40, 6
"""Em of a heading on two lines, and by how many em the second of them may be the longer one."""
_SERIES = 2
"""So many lines like it make a line a heading of a series."""
_CLAUSES = 2
"""So many commas parts clauses of a sentence rather than of a heading."""
_PROSE = 24
"""Em of text that a page cuts below a heading of two lines."""


_DATED = re.compile(
    r"^[（(〔][^（）()]{0,12}?(?:(?:19|20)\d\d|[一二〇○零九八七六五四三]{4}|元)\s*年[^（）()，。]{0,12}[）)〕]$"
)
"""（一九三八年十月二日）: when a document was written, below its title."""


_MOVES = re.compile(r"\d[+#=]?\s+\S*\d")
"""What counts the moves of a game, and no heading."""


def _is_prose(text: str) -> bool:
    """True for whole sentences, and for the beginning of some that a page cuts."""
    return ends_sentence(text) or (width(text) >= _PROSE and "，" in text)


_NARROW_BARS = "|丨"
_BARRED = re.compile(
    rf"^(?P<head>[^\s{BARS}](?:[^{BARS}]{{0,14}}[^\s{BARS}])?)\s*(?P<bar>[{_NARROW_BARS}])\s*(?P<rest>(?=[{HAN}“「《\d])[^{BARS}]+)$"
)
_SECOND_LINE = 16
"""The most em of the second line of a heading that a blank line parts from the first."""
_CELLS = 3
"""Cells of a row that wide blanks part."""


_ASKS = "吗嗎呢吧"
"""With what a question ends, and no name."""
_WIDE = 16.0
"""Em of a column that is none of a newspaper."""
_DATELINE = re.compile(r"^.{0,12}[讯訊电電]\s*[（(]|^[（(]?(?:本[报報刊]|记者|記者)")
_NEAR = 40
"""Units above a note in which its call stands."""
_CUT_ITEM = 4
"""Units from an item that a page cuts to the next one: a caption, and the rest of it."""
_REST = re.compile(rf"^[{HAN}]。")
"""制。全省……: the last character of a sentence, with which no paragraph begins."""
_CUT = 0.5
"""What must speak for it that a heading is the first line of a paragraph that the page cut."""
_ORNAMENT = re.compile(r"^(?:[●■◆▲★◎□△◇▪※►▶▎▌◢◣◤◥▸▷▹◈◉☆✦✧❖◼◾]\s*|○\s+)(?=\S)")
"""What the printer sets before a heading, which tells no more than that it is one."""
_AROUND = re.compile(
    r"^\s*(?P<mark>[=＝~～·_—─★☆◆◇◎●■▲✦※])(?P=mark)*\s*(?P<inside>\S.*?)\s*(?P=mark)+\s*$"
)
"""★ 渡口的灯 ★, == 渡口的灯 ==: the same behind it as well."""
_STROKE_ENDS = re.compile(r"^\s*/{2,}\s*|\s*/{2,}\s*$")


_FIRST_LINE = 12
"""Em of the first line of a heading of two, but for one that awaits its verb."""
_TWO_LINES = 32
"""The most em of a heading without a number on two lines."""
_AWAITS = re.compile(
    rf"(?:^|[、，.．）)\s])(?:让|讓|使|把|将|將|对|對|向|从|從|为|為|与|與)[{HAN}]{{1,4}}$"
)
"""三、让墩苗 | 真正长成材."""


_MAKER = re.compile(rf"^[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}\s*[（(][^（）()。]{{2,14}}[）)]")
"""某某（某地，12岁）, and perhaps with what."""
_SKY = 8
"""The most em of the weather of a day."""
_FEW_WORDS, _STEP = 12, 48
"""The most em of a heading below the items of a list, and of such an item without a mark."""
_LEADS_LIST = 16
"""The most em of what leads to a list, and belongs to what stands above."""


def _addresses(text: str) -> bool:
    """True for ## 陆老师：, whom a letter addresses, though it is set as large as a heading."""
    return text.endswith(("：", ":")) and is_salutation(text)


class HeadingReader:
    """Takes headings, by their numbers, their markup or their looks."""

    def __init__(self, survey: Survey, draft: Draft, roles: Roles, verse: VerseReader) -> None:
        self.survey = survey
        self.draft = draft
        self.roles = roles
        self.verse = verse
        self.context = draft.context
        self._ladder = Ladder()

    def take(self, at: int) -> int:
        """Take a heading; the index after it, 0 if the unit is none."""
        unit, number = self.survey.units[at], self.survey.numbers[at]
        if self.context.decisions.headings.get(unit.first) == 0:
            return 0
        if is_reference_head(unit.text) and not self.draft.mid_sentence():
            self.draft.references = True
            return self.add(at, at + 1, "references")
        if at in self.survey.series:
            counts = self.survey.series[at] == "bare"
            if counts and (at in self.survey.over_words or self._has_second_line(at)):
                end = at + 2 + (at in self.survey.over_words and self._is_second_line(at + 2))
                return self.add(at, end, "arabic" if unit.text.isdecimal() else "bare")
            kind = self.survey.series[at]
            two = kind in RANKS and (self._has_second_line(at) or self._is_second_line(at + 1))
            return self.add(at, at + 1 + two, kind)
        marked = unit.markup_level or unit.strong
        if number is not None and is_heading_text(unit.text) and not marked:
            if not has_han(number.rest) and _MOVES.search(number.rest):
                return 0  # 1.Ra5+ Kd6 2.Rb6+ Kc7
            if (
                self._breaks_sentence(at, number)
                or self._cut_run_in(at, number)
                or self._listed(at, number)
            ):
                return 0
            return self.add(at, self._end(at), number.kind)
        if number is not None and not marked and self._breaks_after_comma(at):
            return self.add(at, at + 2, number.kind)
        if _cut_run_in_markup(unit) or (marked and _addresses(unit.text)):
            return 0
        if unit.markup_level or (unit.strong and self._may_be_bold(unit)):
            end = self._end(at) if number else at + 1 + self._is_weather(at)
            end = max(end, at + 1 + self._has_second_line(at))
            return self.add(at, end, number.kind if number else "plain")
        end = self._plain_end(at) if number is None else 0
        return self.add(at, end, "plain") if end else 0

    def add(self, at: int, end: int, kind: str) -> int:
        """Make a heading of some units; the index after it."""
        self.draft.close()
        units = self.survey.units[at:end]
        pieces = [self.draft.piece(unit) for unit in units]
        ornament = _ORNAMENT.match(units[0].text)
        bare = _without_marks(units[0].text) if len(units) == 1 else ""
        if bare:
            self.context.ledger.drop_rest(units[0].first, units[0].text, bare, "list-mark")
            pieces = [self.draft.piece(units[0], bare)]
        elif ornament is not None:
            self.context.ledger.drop(units[0].first, ornament[0], "list-mark")
            pieces[0] = self.draft.piece(units[0], units[0].text[ornament.end() :])
        if any(bar in pieces[0].text for bar in _NARROW_BARS):
            pieces[0] = self._with_wide_bar(pieces[0], units[0])
        wide = any("\u3000" in unit.text.strip() for unit in units)
        text = closed_up(self.context.ledger.text(pieces, blanks=True))
        text = _without_breaks(text, wide=wide)
        count = count_of(units[0].text) if kind == "plain" else None
        if count is not None:
            text = _with_blank(text, units[0].text, count)
        elif (hit := _NUMBER_APART.match(units[0].text)) is not None and not bare:
            text = respaced(text, len(squeeze(hit["number"])), hit["blank"][:1])
        numbered = units[0].text.isdecimal() or at in self.survey.over_words
        if end >= at + 2 and numbered:  # ## 01, and its words right below
            text = respaced(text, len(units[0].text), " ")
        if end == at + 2 and self._is_weather(at):
            text = _of_day(text, units[0].text)
        self._ladder.add(len(self.draft.blocks), kind, self.survey.number(at), count)
        self.draft.blocks.append(Heading(text, 1, spans_of(units), self.draft.new_id()))
        if kind.startswith(_SECTIONS) and kind != "cn-paren":
            self.roles.begin_section()
        return end

    def _with_wide_bar(self, piece: Piece, unit: Unit) -> Piece:
        """壹 | 钟声 as 壹｜钟声: the stroke of which OCR makes a narrow one, and blanks."""
        hit = _BARRED.match(piece.text)
        if hit is None:
            return piece
        line = unit.lines[0]
        change = Change(line.number, line.text.find(hit["bar"]), hit["bar"], "｜", "heading-bar")
        self.context.ledger.changes.append(change)
        return piece._replace(text=f"{hit['head']}｜{hit['rest']}")

    def finish(self) -> None:
        """Give all headings their levels, which only their order tells."""
        self._ladder.settle(self.draft.blocks, self.context.profile.headings)

    # -- with a number ------------------------------------------------------------

    def _breaks_sentence(self, at: int, number: Numbering) -> bool:
        """一、 in the middle of a broken sentence is an item, unless it opens a section."""
        if not self.draft.mid_sentence():
            return False
        open_ = self.draft.open
        if open_ is not None and is_parted(open_.tail(400), self.survey.units[at].text):
            return True  # 其 | 四，……: the number of a point within the sentence
        return number.kind in LIST_KINDS or width(self.survey.units[at].text) > 40

    def _listed(self, at: int, number: Numbering) -> bool:
        """Short numbered lines in a row are a list, and so are those after a colon."""
        if number.kind not in LIST_KINDS:
            return False
        for other, step in ((self.survey.number(at + 1), 1), (self.survey.number(at - 1), -1)):
            if (
                other is not None
                and other.kind == number.kind
                and other.value == number.value + step
            ):
                return True
        text, below = self.survey.units[at].text, self.survey.number(at + 1)
        asks = text[-1] in "：:？?" and below is not None and below.kind != "ordinal"
        if asks and below is not None and below.value == 1:
            return True  # 1. 晚饭做咸了，你会： and its answers A, B and C
        if self._is_cut_item(at, number):
            return True
        return self.draft.references or width(text) > 40

    def _is_cut_item(self, at: int, number: Numbering) -> bool:
        """True for ①……，趁热去 | a caption | 壳。 above ②……。: an item that a page cuts, as the next is one.

        The next one is a sentence, and so is the rest of this one, below a caption perhaps.
        """
        units, numbers = self.survey.units, self.survey.numbers
        if "，" not in units[at].text:
            return False
        places = range(at + 2, min(len(units), at + _CUT_ITEM))
        below = next((one for one in places if numbers[one] is not None), 0)
        found = numbers[below] if below else None
        if found is None or (found.kind, found.value) != (number.kind, number.value + 1):
            return False
        texts = (units[below].text, units[below - 1].text)
        return all(map(ends_sentence, texts)) and not is_heading_text(texts[0])

    def _cut_run_in(self, at: int, number: Numbering) -> bool:
        """（三）……新 | 局面。……: the first line of a run-in paragraph cut by the page."""
        unit, following = self.survey.units[at], self.survey.after(at)
        if following is None:
            return False
        if unit.opens and following.opens is False and _runs_on(unit.text, following.text):
            return True  # as its indent says, and that the next line has none
        weight = 0.0
        if self.survey.run_in_kinds[number.kind] > 0:
            weight += 0.3
        rest = is_han(unit.text[-1]) and _REST.match(following.text) is not None  # no answer: 有。
        if rest or following.text[0] in "，。；：、！？）”》":
            weight += 1.0
        if self.survey.number(at + 1) is not None or self.survey.starts[at + 1] is not None:
            weight -= 1.0
        if following.opens or not self._fills_line(unit):
            weight -= 0.5  # what the page cuts fills its line
        if not following.gap and self._end(at) == at + 2:
            weight -= 0.5  # a heading of two lines
        # One of them is the unit itself.
        if self.survey.heading_kinds[number.kind] > 1 and not self.survey.run_in_kinds[number.kind]:
            weight -= 0.4
        if weight + MOST_CONTINUATION < _CUT:
            return False  # whatever the words may say, which takes longer to ask
        weight += continuation(unit.text, following.text, self.context.trigrams)
        return weight >= _CUT

    def _fills_line(self, unit: Unit) -> bool:
        """True if a unit may be whole printed lines, or nobody knows how long they are."""
        measure = self.context.measure
        if not measure:
            return True
        size = width(unit.text)
        return any(
            abs(size + indent - max(1, round((size + indent) / measure)) * measure) <= 1.8
            for indent in (0.0, 2.0)
        )

    def _end(self, at: int) -> int:
        """The end of a heading that was broken over two lines or pages."""
        units = self.survey.units
        if at + 2 >= len(units) or self._begins_other(at + 1):
            return at + 1
        following, after = units[at + 1], units[at + 2]
        if following.gap and self.survey.alike.get(at + 1, 0) >= _SERIES:
            return at + 1  # a heading of its own, as others that stand over paragraphs
        if self._is_second_line(at + 1):
            return at + 2
        # What a blank line parts from a heading is no more than the rest of it.
        size = width(units[at].text)
        apart = following.gap and (units[at].wrapped or width(following.text) >= size)
        short = (size < _FIRST_LINE or apart) and not _AWAITS.search(units[at].text)
        if short and not self._is_set_tight(at):
            return at + 1
        if (
            width(after.text) < 24
            and self.survey.numbers[at + 2] is None
            and not ends_sentence(after.text)
            and not is_salutation(after.text)
        ):
            return at + 1
        joined = continuation(following.text, after.text, self.context.trigrams)
        parted = after.gap and units[at].text[-1] in "，、"  # nothing goes on below a blank line
        return at + 2 if joined < 0.3 or parted else at + 1

    def _is_second_line(self, at: int) -> bool:
        """True for words right below a heading, in an article in which no such words head others.

        A heading of lower rank would stand over other paragraphs as well.
        """
        units = self.survey.units
        if at + 1 >= len(units) or units[at].gap or self._begins_other(at):
            return False
        one, two = units[at - 1].text, units[at].text
        if not self.survey.heads_only_numbers or width(one) + width(two) > _BROKEN:
            return False
        even = width(two) <= width(one) + _LONGER and one[-1] not in "？！。”》："
        return even and split_names(two) is None and heads_text(units[at], units[at + 1])

    def _is_set_tight(self, at: int) -> bool:
        """True for two lines between blank lines, with none between them."""
        units = self.survey.units
        return units[at].gap and not units[at + 1].gap and units[at + 2].gap

    def _plain_end(self, at: int) -> int:
        """The end of a heading without a number, 0 if a unit is none.

        It may stand on two lines as a title does: 别把船工 / 都画成老人, between blank lines.
        """
        if self._is_pair(at):
            return at + 2
        return at + 1 if self._is_plain(at) else 0

    def _is_pair(self, at: int) -> bool:
        """True for two short lines that are one heading above a paragraph."""
        units = self.survey.units
        if at + 2 >= len(units) or not self._is_set_tight(at) or self._begins_other(at + 1):
            return False
        one, two = units[at], units[at + 1]
        told = is_day(one.text) or is_day(two.text) or _is_bare_count(one.text)
        told = told or (count_of(two.text) is not None and one.text[-1] not in "到至")
        told = told or any(split_names(unit.text) or unit.bullet for unit in (one, two))
        told = told or self.roles.is_signature(at) or self.roles.is_signature(at + 1)
        if told or one.text[-1] in "？！。”》" or width(one.text) + width(two.text) > _TWO_LINES:
            return False
        if not _is_prose(units[at + 2].text) or self.verse.stanza_end(at):
            return False
        whole = one._replace(text=one.text + two.text)
        return self._may_be_plain(whole, at) and self._looks_plain(whole, at + 1)

    def _has_second_line(self, at: int) -> bool:
        """True for ## 会唱歌的桥 and 危险吗 right below it, between blank lines: OCR marks the first."""
        units = self.survey.units
        if at + 2 >= len(units) or not self._is_set_tight(at) or self._begins_other(at + 1):
            return False
        two = units[at + 1]
        named = split_names(two.text) is not None and two.text[-1] not in _ASKS
        marked = two.markup_level or two.strong or two.bullet or two.quoted or two.caption
        return not (
            named
            or marked
            or units[at].text[-1] in "？！。”》："
            or width(two.text) > _SECOND_LINE
            or re.search("[，。；：、/／（(]", two.text)
            or self.survey.numbers[at + 1] is not None
            or self.roles.is_signature(at + 1)
            or labelled(two.text)
        ) and _is_prose(units[at + 2].text)

    def _breaks_after_comma(self, at: int) -> bool:
        """True for a heading of two clauses that stand on a line each."""
        unit, following = self.survey.units[at], self.survey.after(at)
        return (
            following is not None
            and unit.text[-1] in "，、"
            and (not following.gap or self._is_left_over(at + 1))
            and not following.opens
            and not self.draft.mid_sentence()
            and self._end(at) == at + 2
            and is_heading_text(unit.text + following.text)
        )

    def _is_left_over(self, at: int) -> bool:
        """True for a short line between blank lines, where a paragraph would end with a mark."""
        unit, below = self.survey.units[at], self.survey.after(at)
        text = unit.text
        return below is not None and below.gap and not unit.wrapped and width(text) <= _SECOND_LINE

    def _begins_other(self, at: int) -> bool:
        """True for a unit that cannot be the second line of a heading."""
        unit = self.survey.units[at]
        text = unit.text
        return bool(
            unit.first in self.context.decisions.headings
            or at in self.survey.series
            or width(text) > 24
            or self.survey.numbers[at] is not None
            or self.survey.starts[at] is not None
            or ends_sentence(text)
            or text[-1] in "，、；："
            or "。" in text
            or is_row(text)
            or names_of(text)
            or _DATED.match(text)
            or is_figure(text)
            or is_attribution(text)
            or self.survey.speakers.turn(text)
            or labelled(text)
        )

    # -- without one --------------------------------------------------------------

    def _is_weather(self, at: int) -> bool:
        """True for 5月3日 above 多云转晴, which are one heading of a diary."""
        day, below = self.survey.units[at].text, self.survey.after(at)
        if below is None or width(below.text) > _SKY or day[-1] not in "日号號" or is_day(day):
            return False
        return is_day(f"{day} {below.text}")

    def _may_be_bold(self, unit: Unit) -> bool:
        """A bold line that is short and no sentence."""
        return (
            width(unit.text) <= 40
            and unit.text[-1] not in "。；，、"
            and not self.draft.mid_sentence()
        )

    def _is_plain(self, at: int) -> bool:
        unit, following = self.survey.units[at], self.survey.after(at)
        if self._heads_stanza(at):
            return unit.text[-1] not in "，。；：、"
        if following is None or not self._may_be_plain(unit, at) or self._made_above(unit):
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
        if unit.opens and following.opens is False:
            return False  # the first line of a paragraph, and the next piece of it
        set_in = (following.quoted or following.caption) and not (following.gap or unit.quoted)
        if set_in and self._fills_line(unit) and not self._opens_below(at):
            return False  # the first line of a paragraph that a pull quote or a caption cuts
        if self.roles.is_signature(at) or is_roll(unit.text) or self._over_note(at):
            return False
        if not is_han(following.text[0]) and self.context.page_breaks(unit.last, following.first):
            return False  # 在10.2元到, and below the folio 12.4元之间: no heading ends a page
        if self.survey.starts[at + 1] is not None and unit.text.count("，") >= _CLAUSES:
            return False  # the first line of a paragraph that a box cuts
        return self._looks_plain(unit, at)

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
        if width(self.survey.units[at].text) > _FIRST_LINE:
            return False
        return bool(self.verse.stanza_end(at + 1))

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
        if self.survey.calls.is_said_in_scene(unit.text):
            return False
        if self.draft.ends_item() and self.survey.units[at - 1].text[0] == unit.text[0]:
            return False  # the next item of its list
        if at and unit.text[-1] == "？" and self.survey.units[at - 1].text[-1] in "：:":
            return False  # what somebody asks, whom the line above names
        if self._tells_of_meeting(at):
            return False
        return not (opens_recipe(unit.text) or is_salutation(unit.text))

    def _tells_of_meeting(self, at: int) -> bool:
        """True for 10月24—26日 over 某市会展中心, and for that: when and where a meeting is."""
        units = self.survey.units
        if at and is_days(units[at - 1].text):
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
            or self._is_short_line(at)
            or self._heads_numbers(unit, at),
            before_list=self._is_over_list(at + 1),
            fellows=len(unit.text) == 1 and self._has_fellows(at),
            alike=self.survey.alike.get(at, 0),
            guessed=not self.survey.wrapped,
            seam=(seam := self.context.page_breaks(unit.last, following.first)),
            whole=self.context.uncut or (self.survey.cuts_told and not seam),
            called=(self.survey.calls.alone(unit.text) or asks_in_a_row(units, at))
            and not stands_out,
            talk=self.survey.calls.talk,
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
        """True for a few Han between the end of a paragraph and a hard-wrapped one."""
        units, text = self.survey.units, self.survey.units[at].text
        return (
            0 < at < len(units) - 1
            and all(map(is_han, text))
            and ends_sentence(units[at - 1].text)
            and self._is_short_line(at)
        )

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


def _runs_on(text: str, after: str) -> bool:
    """True for a line below that is no shorter second line of a heading: it is full, or ends."""
    return "。" in after or ends_sentence(after) or width(after) >= width(text) - _SHORTER


_SHORTER = 1.0


def _column(unit: Unit) -> float:
    """The em of the longest line of a hard-wrapped paragraph, 0 for another."""
    lines = unit.lines[:-1] if unit.wrapped else ()
    return max((width(line.text.strip()) for line in lines), default=0.0)


def _cut_run_in_markup(unit: Unit) -> bool:
    """## （八）……。旗: text that breaks off after a run-in heading, and no heading."""
    return unit.markup_level > 0 and "。" in unit.text[:-1] and not ends_sentence(unit.text)


_NUMBER_APART = re.compile(
    r"^(?P<number>第\s*[一二三四五六七八九十百\d]{1,4}\s*[章节節回部编編讲講课課辑輯篇]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,2}|[Q§]\s?\d{1,2})(?P<blank>[ \u3000]+)(?=[^\s|｜丨/／·])"
)
"""第一节　渡口, 壹　渡口, Q1 渡口: a number that a blank parts from its heading."""


def _without_marks(text: str) -> str:
    """A heading without the marks on both sides of it, or the strokes on one; "" if it has none."""
    framed = _AROUND.match(text)
    bare = framed["inside"] if framed is not None else _STROKE_ENDS.sub("", text)
    return bare if bare.strip() != text.strip() else ""


def _with_blank(text: Text, source: str, count: Count) -> Text:
    """其一 钟声: the blank between what counts a heading and the heading itself."""
    if text.marks or not source[count.end - 1 : count.end].isspace():
        return text
    lead, rest = source[: count.end].strip(), tidy(source[count.end :])
    whole = squeeze(text.value) == squeeze(lead + rest)
    return Text(f"{lead} {rest}") if whole else text


def _of_day(text: Text, day: str) -> Text:
    """5月3日 多云: the blank between a day and its weather, which stood on two lines."""
    at = len(tidy(day))
    if text.value[:at] != tidy(day) or any(mark.start != at for mark in text.marks):
        return text
    return respaced(text, at, " ")


_HOUR = re.compile(r"^(?:[01]?\d|2[0-4])[：:][0-5]\d(?:\s?[—–~～至-]+\s?\d{1,2}[：:][0-5]\d)? ")
_COUNTED = re.compile(r"^([一二三四五六七八九十]{1,3}) +(\S{3,})$")


def _without_breaks(text: Text, *, wide: bool = False) -> Text:
    """Take blanks out of a heading that are a broken line and no pause.

    A heading whose clauses are parted by punctuation has no use for a blank, nor has one
    with less than four characters on a side of it; with a ``wide`` blank, which no broken
    line leaves, with less than two.
    """
    value = text.value
    if is_day(value) or _HOUR.match(value):
        return text  # 第三天　晴, 6：10　起床
    if " " not in value or (text.marks and any(m.kind.value in ("sub", "sup") for m in text.marks)):
        return text
    body = re.sub(
        r"^(?:[一二三四五六七八九十]{1,3}[、.．]\s*|\d[\d.]{0,6}(?:[、.．]\s*|\s+)|（.{1,3}）\s*)",
        "",
        value,
    )
    parts = [part for part in body.split(" ") if part]
    lead = value[: len(value) - len(body)].strip()
    if (counted := _COUNTED.match(value)) is not None:
        lead, body = f"{counted[1]} ", counted[2]  # 一　记谱者的难题
    marked = any(mark in body for mark in "，、：——")
    least = 2 if wide else 4
    if marked or len(parts) > 3 or min((width(part) for part in parts), default=0) < least:
        body = tidy(body)
    glue = " " if lead[-1:].isdigit() and re.match(r"[^\d]", body[:1] or "x") else ""
    joined = f"{lead}{glue}{body}" if lead else body
    if any(mark.end for mark in text.marks):
        return text
    return Text(joined, text.marks)
