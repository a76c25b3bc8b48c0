"""Where a heading on several lines ends."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import CLOSING, HAN, PAIRS, ends_sentence, is_han, unclosed, unopened, width
from converter.names import split_names
from converter.parse.assemble.alike import heads_text
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.roles import Roles
from converter.parse.assemble.survey import Survey
from converter.parse.boxes import is_attribution
from converter.parse.headings import continuation, is_heading_text
from converter.parse.kinds import is_salutation, labelled
from converter.parse.led import names_of
from converter.parse.seam import cuts_figure
from converter.parse.tables import is_figure, is_row
from converter.parse.usage import joins
from converter.segment import Unit

_BROKEN, _LONGER = 40, 6
"""Em of a heading on two lines, and by how many em the second of them may be the longer one."""
_SERIES = 2
"""So many lines like it make a line a heading of a series."""
_PROSE = 24
"""Em of text that a page cuts below a heading of two lines."""
_DATED = re.compile(
    r"^[（(〔][^（）()]{0,12}?(?:(?:19|20)\d\d|[一二〇○零九八七六五四三]{4}|元)\s*年[^（）()，。]{0,12}[）)〕]$"
)
"""（一九三八年十月二日）: when a document was written, below its title."""
SECOND_LINE = 16
"""The most em of the second line of a heading that a blank line parts from the first."""
LONGEST_LINE = 24
"""The most em of the second line of any heading."""
LONGEST_CLAUSE = 36
"""The same of one that is a clause of its own, below a comma."""
_SECTIONS = frozenset(("cn", "cn-paren"))
"""Numbers of sections."""
_RATHER = 0.3
"""What must speak for it where nothing else in the section is like what stands below."""
_HARDLY = -1.2
"""What may speak against it where no heading of the article is without a number, and this one awaits more."""
_SHORTER = 2
"""Em by which the first line of a heading is shorter than other headings."""
_QUOTED = 10
"""The least em of a pull quote."""
_MARKS = frozenset("“‘《「『（")
"""Marks of which a heading has the closing one as well."""
_ASKS = "吗嗎呢吧"
"""With what a question ends, and no name."""
FIRST_LINE = 12
"""Em of the first line of a heading of two, but for one that awaits its verb."""
_CLEARLY = 1.0
"""What must speak for it (log odds) that a clause breaks off at the end of a line."""
_AT_FOOT = 0.5
"""What must speak for it where a page ends there."""
_AWAIT = "之的和与與及把被对對从從将將让讓使向为為以每各"
"""Behind what no heading ends."""
_AWAITS = re.compile(
    rf"(?:^|[、，.．）)\s])(?:让|讓|使|把|将|將|对|對|向|从|從|为|為|与|與)[{HAN}]{{1,4}}$"
)
"""三、让墩苗 | 真正长成材."""


class HeadingLines:
    """Tells which lines below a heading belong to it."""

    def __init__(self, survey: Survey, draft: Draft, roles: Roles) -> None:
        self.survey = survey
        self.draft = draft
        self.roles = roles
        self.context = draft.context

    def fills_line(self, unit: Unit) -> bool:
        """True if a unit may be whole printed lines, or nobody knows how long they are."""
        measure = self.context.measure
        if not measure:
            return True
        size = width(unit.text)
        return any(
            abs(size + indent - max(1, round((size + indent) / measure)) * measure) <= 1.8
            for indent in (0.0, 2.0)
        )

    def end(self, at: int) -> int:
        """The end of a heading that was broken over two lines or pages."""
        units = self.survey.units
        if at + 2 < len(units) and self._breaks_off(at):
            return at + 2
        if at + 2 >= len(units) or self.begins_other(at + 1) or self._is_cut_below(at + 1):
            return at + 1
        following, after = units[at + 1], units[at + 2]
        if following.gap and self._has_fellows(at + 1):
            return at + 1
        if self.is_second_line(at + 1) or closes(units[at].text, following.text):
            return at + 2
        if self._breaks_clause(at):
            return at + 2
        # What a blank line parts from a heading is no more than the rest of it.
        size = width(units[at].text)
        apart = following.gap and (units[at].wrapped or width(following.text) >= size)
        pauses = units[at].text[-1] in "，、"  # behind which no heading ends
        short = not pauses and (size < FIRST_LINE or apart) and not _AWAITS.search(units[at].text)
        if short and not self.is_set_tight(at):
            return at + 1
        if (
            width(after.text) < 24
            and self.survey.numbers[at + 2] is None
            and not ends_sentence(after.text)
            and not is_salutation(after.text)
        ):
            return at + 1
        joined = continuation(following.text, after.text, self.context.trigrams)
        parted = after.gap and pauses  # nothing goes on below a blank line
        return at + 2 if joined < 0.3 or parted else at + 1

    def _is_cut_below(self, at: int) -> bool:
        """True for a line no shorter than the heading above it, at the foot of a page: its text goes on overleaf.

        A heading keeps some of its text on its page.
        """
        above, text = (unit.text for unit in self.survey.units[at - 1 : at + 1])
        longer = width(text) >= width(above) and is_han(text[-1])
        return longer and self.survey.is_overleaf(at + 1)

    def _has_fellows(self, at: int) -> bool:
        """True for a heading of its own, as others that stand over paragraphs.

        Where all of them stand below numbers, what they are like is the second lines of headings.
        """
        return self.survey.alike.get(at, 0) >= _SERIES and not self.survey.heads_only_numbers

    def is_second_line(self, at: int) -> bool:
        """True for words right below a heading, in an article in which no such words head others.

        A heading of lower rank would stand over other paragraphs as well.
        """
        units = self.survey.units
        if at + 1 >= len(units) or units[at].gap or self.begins_other(at):
            return False
        one, two = units[at - 1].text, units[at].text
        if not self.survey.heads_only_numbers or width(one) + width(two) > _BROKEN:
            return False
        even = width(two) <= width(one) + _LONGER and one[-1] not in "？！。”》："
        return even and split_names(two) is None and heads_text(units[at], units[at + 1])

    def _breaks_off(self, at: int) -> bool:
        """True for a heading that stops within a clause, whatever else the line below may look like.

        2.……之后，给每 and 块田建立档案, which ends as the name of a box does; （二）……回来之 and 后，……,
        which is as short as other headings. No heading stands alone at the foot of a page, so that
        less tells of the words that stand overleaf.
        """
        one, two = self.survey.units[at : at + 2]
        if self.survey.numbers[at] is None or self.survey.numbers[at + 1] is not None:
            return False
        named = labelled(two.text) is not None or ends_sentence(two.text) or is_row(two.text)
        if named:
            return False
        if not two.gap and len(two.text) == 1 and is_han(two.text) and is_han(one.text[-1]):
            return True  # 让服务有 and 感: nothing else is one character on a line
        if self.survey.is_overleaf(at + 1):
            return self._breaks_clause(at, _AT_FOOT)
        if self._breaks_at_comma(at) or self.has_lone_rest(at):
            return True
        if two.gap and one.text[-1] not in _AWAIT:
            return self._breaks_clause(at, _CLEARLY * 2, longer=_LONGER)
        return self._breaks_clause(at, _CLEARLY * 2)

    def _breaks_at_comma(self, at: int) -> bool:
        """True for 三、修好渡船， and 让夜里的人过得了河 on lines between blank ones, over prose.

        No heading ends with a comma, and a line of text has its fellows' length.
        """
        units = self.survey.units
        if at + 2 >= len(units) or self.begins_other(at + 1):
            return False
        one, two, below = units[at : at + 3]
        apart = one.gap and two.gap and below.gap and not (one.wrapped or two.wrapped)
        apart = apart and self.survey.starts[at + 2] is None
        if one.text[-1] != "，" or not apart or not is_prose(below.text):
            return False
        return not (self.context.measure and self.fills_line(two))

    def has_lone_rest(self, at: int) -> bool:
        """True for 一、认识旧船 and 修理工作的意义 between blank lines, where no heading below it is like it.

        Nobody parts a section into one: a heading of lower rank has fellows in its section. Where all
        other headings of the article have numbers, hardly anything need speak for the two as one.
        """
        units, number = self.survey.units, self.survey.numbers[at]
        if number is None or at + 2 >= len(units) or self.survey.starts[at + 2] is not None:
            return False
        alone = self.survey.heads_only_numbers and not self.survey.alike.get(at + 1)
        if not (alone or number.kind in _SECTIONS):
            return False
        one, two, below = units[at : at + 3]
        apart = two.gap and (below.gap or (alone and not one.gap))
        if not apart or self.begins_other(at + 1) or not is_prose(below.text):
            return False
        marked = one.wrapped or two.wrapped or two.markup_level or two.strong
        if marked or self.roles.is_signature(at + 1) or split_names(two.text) is not None:
            return False
        if not (is_han(one.text[-1]) and is_han(two.text[0])):
            return False
        said = joins(one.text, two.text)
        rather = number.kind in _SECTIONS and said >= _RATHER and "，" not in two.text
        if rather and not self._heads_others(at + 1):
            return True
        if not alone or said < _HARDLY or not self._ends_heading(at + 1):
            return False
        sizes = self._sizes_of_fellows(at)
        size = width(one.text)
        if not sizes or size + width(two.text) > max(sizes) + 2 * _SHORTER:
            return False  # no other heading is nearly as long as the two
        return said >= 0 or one.text[-1] in _AWAIT or size <= min(sizes) - _SHORTER

    def _sizes_of_fellows(self, at: int) -> list[float]:
        """The em of the other headings with a number of the same kind as this one has."""
        units, numbers, number = self.survey.units, self.survey.numbers, self.survey.numbers[at]
        return [
            width(units[other].text)
            for other, found in enumerate(numbers)
            if found is not None and number is not None and other != at
            if found.kind == number.kind and is_heading_text(units[other].text)
        ]

    def _ends_heading(self, at: int) -> bool:
        """True for a line that may be the last words of a heading, and stands nowhere else, as a pull quote does.

        One with a comma is rather a paragraph that a box cuts, if the text below carries it on.
        """
        one, two, below = (unit.text for unit in self.survey.units[at - 1 : at + 2])
        if width(one) + width(two) > _BROKEN or not is_heading_text(one + two):
            return False
        if not (is_han(two[-1]) or two[-1] in CLOSING):
            return False
        if two[-1] in _AWAIT or cuts_figure(two, below):
            return False
        if "，" in two and joins(two, below) >= _CLEARLY:
            return False
        said = width(two) >= _QUOTED and any(
            two in unit.text for unit in self.survey.units if unit.text != two
        )
        return not said

    def _heads_others(self, at: int) -> bool:
        """True if lines like this one stand over text further down in its section."""
        units, numbers = self.survey.units, self.survey.numbers
        above = numbers[at - 1]
        kind = above.kind if above is not None else ""
        for other in range(at + 2, len(units)):
            number = numbers[other]
            if number is not None and number.kind == kind:
                return False
            short = units[other].gap and width(units[other].text) <= LONGEST_LINE
            if short and number is None and not ends_sentence(units[other].text):
                return True
        return False

    def _breaks_clause(self, at: int, least: float = _CLEARLY, longer: float = 0.0) -> bool:
        """True for 二、抓好渡口的安全管 and 理工作, as prose puts the two at the seam side by side.

        A heading of lower rank would hardly be shorter than the line above it, and no clause
        would go on in it. None begins with 的, and none stands over the name of a box. By
        ``longer`` em the second line may be the longer one.
        """
        one, two, below = self.survey.units[at : at + 3]
        if self.survey.numbers[at] is None or one.wrapped or two.wrapped or two.markup_level:
            return False
        if not (is_han(one.text[-1]) and is_han(two.text[0])):
            return False
        size = width(one.text)
        over_text = is_prose(below.text) or ("，" in below.text and width(below.text) >= size)
        over_text = over_text or self.survey.starts[at + 2] is not None
        rest = width(two.text) < size + longer or (
            two.text[0] == "的" and width(two.text) <= SECOND_LINE
        )
        return over_text and rest and joins(one.text, two.text) >= least

    def goes_overleaf(self, at: int) -> bool:
        """True for a heading without a number at the foot of a page, whose words go on at the next one's top."""
        units = self.survey.units
        if at + 2 >= len(units) or not self.survey.is_overleaf(at + 1) or self.begins_other(at + 1):
            return False
        one, two, below = units[at : at + 3]
        if one.wrapped or two.wrapped or two.markup_level or two.strong != one.strong:
            return False
        if not (is_han(one.text[-1]) and is_han(two.text[0])) or width(two.text) >= width(one.text):
            return False
        return is_prose(below.text) and joins(one.text, two.text) >= _CLEARLY

    def is_set_tight(self, at: int) -> bool:
        """True for two lines between blank lines, with none between them."""
        units = self.survey.units
        return units[at].gap and not units[at + 1].gap and units[at + 2].gap

    def has_second_line(self, at: int) -> bool:
        """True for ## 会唱歌的桥 and 危险吗 right below it, between blank lines: OCR marks the first."""
        units = self.survey.units
        if at + 2 >= len(units) or not self.is_set_tight(at) or self.begins_other(at + 1):
            return False
        two = units[at + 1]
        named = split_names(two.text) is not None and two.text[-1] not in _ASKS
        marked = two.markup_level or two.strong or two.bullet or two.quoted or two.caption
        return not (
            named
            or marked
            or units[at].text[-1] in "？！。”》："
            or width(two.text) > SECOND_LINE
            or re.search("[，。；：、/／（(]", two.text)
            or self.survey.numbers[at + 1] is not None
            or self.roles.is_signature(at + 1)
            or labelled(two.text)
        ) and is_prose(units[at + 2].text)

    def _awaits_clause(self, at: int) -> bool:
        """True for 一、……，: the first of two clauses of a heading, of which the second is the longer one."""
        number = self.survey.numbers[at]
        return number is not None and number.kind == "cn" and self.survey.units[at].text[-1] == "，"

    def begins_other(self, at: int) -> bool:
        """True for a unit that cannot be the second line of a heading."""
        unit = self.survey.units[at]
        text = unit.text
        return bool(
            unit.first in self.context.decisions.headings
            or at in self.survey.series
            or width(text) > (LONGEST_CLAUSE if self._awaits_clause(at - 1) else LONGEST_LINE)
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


def closes(one: str, two: str) -> bool:
    """True for 三个“少一 and 点”: the second line closes what the first leaves open."""
    opened = unclosed(one)
    closing = "".join(PAIRS[mark] for mark in reversed(opened))
    return opened != "" and _MARKS.issuperset(opened) and unopened(two) == closing


def is_prose(text: str) -> bool:
    """True for whole sentences, and for the beginning of some that a page cuts."""
    return ends_sentence(text) or (width(text) >= _PROSE and "，" in text)
