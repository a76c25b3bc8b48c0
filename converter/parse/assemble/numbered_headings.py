"""Headings with a number: which of the numbered lines are some."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, width
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.heading_lines import (
    LONGEST_CLAUSE,
    LONGEST_LINE,
    SECOND_LINE,
    HeadingLines,
    closes,
)
from converter.parse.assemble.survey import LIST_KINDS, Survey
from converter.parse.headings import MOST_CONTINUATION, Numbering, continuation, is_heading_text
from converter.parse.heal.series import is_parted

_CUT_ITEM = 4
"""Units from an item that a page cuts to the next one: a caption, and the rest of it."""
_AMONG_ITEMS = 8
"""The same where the item above it is a sentence as well: a box with several lines may cut this one."""
_REST = re.compile(rf"^[{HAN}]。")
"""制。全省……: the last character of a sentence, with which no paragraph begins."""
_CARRIED = 0.3
"""What must speak for it that the text below carries on the second clause of a heading."""
_CUT = 0.5
"""What must speak for it that a heading is the first line of a paragraph that the page cut."""


class NumberedHeadings:
    """Tells headings with a number from items of a list and from paragraphs that a page cuts."""

    def __init__(self, survey: Survey, draft: Draft, lines: HeadingLines) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context
        self._lines = lines

    def is_none(self, at: int, number: Numbering) -> bool:
        """True if a unit with a number is an item, or a line of the text."""
        return (
            self._breaks_sentence(at, number)
            or self._cut_run_in(at, number)
            or self._listed(at, number)
        )

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
        if self._is_cut_item(at, number) or self._is_led_to(at, number):
            return True
        return self.draft.references or width(text) > 40

    def _is_led_to(self, at: int, number: Numbering) -> bool:
        """True for （6）…… right below 例如：, where （5）…… further up is an item: examples counted throughout."""
        above = self.survey.units[at - 1].text if at else ""
        if above.rstrip()[-1:] not in tuple("：:"):
            return False
        others = range(at - 1, -1, -1)
        numbers = self.survey.numbers
        last = next((one for one in others if _is_of(numbers[one], number.kind)), -1)
        found = numbers[last] if last >= 0 else None
        return (
            found is not None
            and found.value == number.value - 1
            and not is_heading_text(self.survey.units[last].text)
        )

    def _is_cut_item(self, at: int, number: Numbering) -> bool:
        """True for ①……，趁热去 | a caption | 壳。 above ②……。: an item that a page cuts, as the next is one.

        The next one is a sentence, and so is the rest of this one, below a caption perhaps.
        """
        units, numbers = self.survey.units, self.survey.numbers
        if "，" not in units[at].text:
            return False
        reach = _AMONG_ITEMS if self._stands_below_item(at, number) else _CUT_ITEM
        places = range(at + 2, min(len(units), at + reach))
        below = next((one for one in places if numbers[one] is not None), 0)
        found = numbers[below] if below else None
        if found is None or (found.kind, found.value) != (number.kind, number.value + 1):
            return False
        texts = (units[below].text, units[below - 1].text)
        return all(map(ends_sentence, texts)) and not is_heading_text(texts[0])

    def _stands_below_item(self, at: int, number: Numbering) -> bool:
        """True if the number before it opens a sentence, right above or cut by a page as well."""
        units, numbers = self.survey.units, self.survey.numbers
        places = range(at - 1, max(-1, at - _CUT_ITEM), -1)
        above = next((one for one in places if numbers[one] is not None), -1)
        found = numbers[above] if above >= 0 else None
        if found is None or (found.kind, found.value) != (number.kind, number.value - 1):
            return False
        return ends_sentence(units[at - 1].text) and "。" in units[above].text

    def _cut_run_in(self, at: int, number: Numbering) -> bool:
        """（三）……新 | 局面。……: the first line of a run-in paragraph cut by the page."""
        unit, following = self.survey.units[at], self.survey.after(at)
        if following is None:
            return False
        if unit.opens and following.opens is False and _runs_on(unit.text, following.text):
            return True  # as its indent says, and that the next line has none
        if closes(unit.text, following.text) and "。" in following.text:
            return True  # （二）……变“干好干坏一个 | 样”为……。
        weight = 0.0
        if self.survey.run_in_kinds[number.kind] > 0:
            weight += 0.3
        rest = is_han(unit.text[-1]) and _REST.match(following.text) is not None  # no answer: 有。
        if rest or following.text[0] in "，。；：、！？）”》":
            weight += 1.0
        if self.survey.number(at + 1) is not None or self.survey.starts[at + 1] is not None:
            weight -= 1.0
        if following.opens or not self._lines.fills_line(unit):
            weight -= 0.5  # what the page cuts fills its line
        if not following.gap and self._lines.end(at) == at + 2:
            weight -= 0.5  # a heading of two lines
        # One of them is the unit itself.
        if self.survey.heading_kinds[number.kind] > 1 and not self.survey.run_in_kinds[number.kind]:
            weight -= 0.4
        if weight + MOST_CONTINUATION < _CUT:
            return False  # whatever the words may say, which takes longer to ask
        weight += continuation(unit.text, following.text, self.context.trigrams)
        return weight >= _CUT

    def breaks_after_comma(self, at: int, number: Numbering) -> bool:
        """True for a heading of two clauses that stand on a line each."""
        unit, following = self.survey.units[at], self.survey.after(at)
        return (
            following is not None
            and unit.text[-1] in "，、"
            and (not following.gap or self._is_left_over(at + 1, number))
            and not following.opens
            and not self.draft.mid_sentence()
            and self._lines.end(at) == at + 2
            and is_heading_text(unit.text + following.text)
        )

    def _is_left_over(self, at: int, number: Numbering) -> bool:
        """True for a short line between blank lines, where a paragraph would end with a mark.

        Below the number of an item it is shorter than below one that only headings have.
        """
        most = SECOND_LINE if number.kind in LIST_KINDS else LONGEST_LINE
        unit, below = self.survey.units[at], self.survey.after(at)
        text = unit.text
        if below is None or not below.gap or unit.wrapped or width(text) > LONGEST_CLAUSE:
            return False
        return width(text) <= most or (number.kind == "cn" and self._is_over_text(text, below.text))

    def _is_over_text(self, text: str, below: str) -> bool:
        """True for the longer clause of a heading, over a paragraph that does not carry it on."""
        apart = not ends_sentence(text) and is_han(text[-1])
        prose = width(below) > 2 * LONGEST_CLAUSE and "。" in below
        return apart and prose and continuation(text, below, self.context.trigrams) < _CARRIED


def _is_of(number: Numbering | None, kind: str) -> bool:
    return number is not None and number.kind == kind


def _runs_on(text: str, after: str) -> bool:
    """True for a line below that is no shorter second line of a heading: it is full, or ends."""
    return "。" in after or ends_sentence(after) or width(after) >= width(text) - _SHORTER


_SHORTER = 1.0
