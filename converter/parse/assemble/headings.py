"""The headings of an article: which units are some, where each ends, which level it has."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, squeeze, width
from converter.model import Change, Heading, Text
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.heading_lines import HeadingLines
from converter.parse.assemble.ladder import Ladder
from converter.parse.assemble.numbered_headings import NumberedHeadings
from converter.parse.assemble.plain_headings import PlainHeadings
from converter.parse.assemble.roles import Roles
from converter.parse.assemble.survey import Survey
from converter.parse.assemble.verse import VerseReader
from converter.parse.context import spans_of
from converter.parse.headings import ORNAMENT, is_heading_text
from converter.parse.inline import Piece, closed_up, respaced, tidy
from converter.parse.kinds import is_reference_head, is_salutation
from converter.parse.ranks import BARS, RANKS
from converter.parse.tiers import Count, count_of
from converter.segment import Unit
from converter.segment.units import is_day

_SECTIONS = ("plain", "cn", "chapter", "level-", "bare", "named", "figure", *sorted(RANKS))
"""Kinds of headings after which nobody speaks any more."""
_MOVES = re.compile(r"\d[+#=]?\s+\S*\d")
"""What counts the moves of a game, and no heading."""
_NARROW_BARS = "|丨"
_BARRED = re.compile(
    rf"^(?P<head>[^\s{BARS}](?:[^{BARS}]{{0,14}}[^\s{BARS}])?)\s*(?P<bar>[{_NARROW_BARS}])\s*(?P<rest>(?=[{HAN}“「《\d])[^{BARS}]+)$"
)
_AROUND = re.compile(
    r"^\s*(?P<mark>[=＝~～·_—─★☆◆◇◎●■▲✦※])(?P=mark)*\s*(?P<inside>\S.*?)\s*(?P=mark)+\s*$"
)
"""★ 渡口的灯 ★, == 渡口的灯 ==: the same behind it as well."""
_STROKE_ENDS = re.compile(r"^\s*/{2,}\s*|\s*/{2,}\s*$")
_BOLD_WIDTH = 40
"""The most em of a bold heading that has no number."""
_SKY = 8
"""The most em of the weather of a day."""


def _addresses(text: str) -> bool:
    """True for ## 陆老师：, whom a letter addresses, though it is set as large as a heading."""
    return text.endswith(("：", ":")) and is_salutation(text)


class HeadingReader:
    """Takes headings, by their numbers, their markup or their looks."""

    def __init__(self, survey: Survey, draft: Draft, roles: Roles, verse: VerseReader) -> None:
        self.survey = survey
        self.draft = draft
        self.roles = roles
        self.context = draft.context
        self._lines = HeadingLines(survey, draft, roles)
        self._numbered = NumberedHeadings(survey, draft, self._lines)
        self._plain = PlainHeadings(survey, draft, verse, self._lines)
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
            if counts and (at in self.survey.over_words or self._lines.has_second_line(at)):
                end = at + 2 + (at in self.survey.over_words and self._lines.is_second_line(at + 2))
                return self.add(at, end, "arabic" if unit.text.isdecimal() else "bare")
            kind = self.survey.series[at]
            two = kind in RANKS and (
                self._lines.has_second_line(at)
                or self._lines.is_second_line(at + 1)
                or self._lines.has_lone_rest(at)
            )
            return self.add(at, at + 1 + two, kind)
        marked = unit.markup_level or unit.strong
        if number is not None and is_heading_text(unit.text) and not marked:
            if not has_han(number.rest) and _MOVES.search(number.rest):
                return 0  # 1.Ra5+ Kd6 2.Rb6+ Kc7
            if self._numbered.is_none(at, number):
                return 0
            return self.add(at, self._lines.end(at), number.kind)
        if number is not None and not marked and self._numbered.breaks_after_comma(at, number):
            return self.add(at, at + 2, number.kind)
        if _cut_run_in_markup(unit) or (marked and _addresses(unit.text)):
            return 0
        if unit.markup_level or (unit.strong and self._may_be_bold(at)):
            end = self._lines.end(at) if number else at + 1 + self._is_weather(at)
            end = max(end, at + 1 + self._lines.has_second_line(at))
            return self.add(at, end, number.kind if number else "plain")
        end = self._plain.end(at) if number is None else 0
        if end == at + 1 and self._lines.goes_overleaf(at):
            end += 1
        return self.add(at, end, "plain") if end else 0

    def add(self, at: int, end: int, kind: str) -> int:
        """Make a heading of some units; the index after it."""
        self.draft.close()
        units = self.survey.units[at:end]
        pieces = [self.draft.piece(unit) for unit in units]
        ornament = ORNAMENT.match(units[0].text)
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

    def _is_weather(self, at: int) -> bool:
        """True for 5月3日 above 多云转晴, which are one heading of a diary."""
        day, below = self.survey.units[at].text, self.survey.after(at)
        if below is None or width(below.text) > _SKY or day[-1] not in "日号號" or is_day(day):
            return False
        return is_day(f"{day} {below.text}")

    def _may_be_bold(self, at: int) -> bool:
        """A bold line that is short, or numbered as a heading without bold type is, and no sentence."""
        unit, number = self.survey.units[at], self.survey.numbers[at]
        if unit.text[-1] in "。；，、" or self.draft.mid_sentence():
            return False
        if width(unit.text) <= _BOLD_WIDTH:
            return True
        if number is None or not is_heading_text(unit.text):
            return False
        return not self._numbered.is_none(at, number)


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
