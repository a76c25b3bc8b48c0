"""Short lines that stand alike over the paragraphs of an article, as its headings do.

One of them may be the first line of a paragraph that a page has cut. Several are not: such
first lines are all as long as their column, and a page ends with one now and then.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, unclosed, unopened, width
from converter.parse.headings import (
    CLOSING_QUOTES,
    FIRST_LINE,
    Numbering,
    is_heading_text,
    is_said,
    is_said_by,
)
from converter.parse.kinds import is_salutation
from converter.segment import Unit

_WIDEST, _LEAST = 32, 4
"""Em of such a line, at most and at least."""
_PROSE = 20
"""Em of a text below it."""
_OTHER = 1.6
"""Em by which a line must be longer or shorter than another, so that no column explains both."""
_ENDS = frozenset("。，、；：,;:！!")


def lines_alike(
    units: Sequence[Unit],
    numbers: Sequence[Numbering | None],
    free: Callable[[int], bool],
) -> dict[int, int]:
    """For each unit that stands as headings do: how many others do so, and are of other lengths.

    ``free`` tells of a unit that it is nothing else: no turn, no box, no item.
    """
    groups: defaultdict[tuple[bool, bool, bool], list[int]] = defaultdict(list)
    for at in range(len(units) - 1):
        if numbers[at] is None and _stands_over(units, numbers, at) and free(at):
            unit, below = units[at], units[at + 1]
            groups[unit.gap, below.gap, unit.indent >= 1.5].append(at)
    found: dict[int, int] = {}
    for group in groups.values():
        sizes = sorted(width(units[at].text) for at in group)
        for at in group:
            size = width(units[at].text)
            same = bisect_right(sizes, size + _OTHER) - bisect_left(sizes, size - _OTHER)
            found[at] = len(sizes) - (same if size >= FIRST_LINE else 1)
    return found


_CALLS = "？?！!…"
"""With what a line ends that asks or calls out; a quotation may close behind that."""
_SERIES = 2
"""So few questions are no manner of the headings."""
_ROW = 3
"""So many questions are one, where the first of them opens the article."""
_TALK, _TURNS = 3, 2
"""So many paragraphs of speech make a talk of an article, and so many answers of a line."""
_ASKED = re.compile("[我你您他她它们們](?![^，。：]{0,4}[学學疑难難])[^，。：？]{0,4}[问問]")
"""我问他……？ and 他又问，……？: somebody asks that in what is told."""
_LED = re.compile(
    "^(?:怎[样么樣麼]|如何|什[么麼]|[为為]什[么麼]|[为為]何|哪[些里裡种種]|[谁誰]|何[时時]|多[久少])[^，。：？]{3,12}(?<![呢吗嗎吧啊])？$"
)
"""怎样赶走春困？, no 为什么？ or 为什么呢？ of a text that goes on to say it."""


def _is_led(text: str) -> bool:
    """True for a question that begins with what it asks for."""
    return _LED.match(text) is not None


_LABEL = re.compile("^(?P<name>[^：，。！？“”（）]{1,8})：(?P<told>.*。[”」』）]?$)?")


class Calls:
    """The lines of an article that ask or call out, and whether other words stand as headings do."""

    def __init__(self, units: Sequence[Unit], alike: Collection[int]) -> None:
        """``alike`` are the units that stand as headings do."""
        texts = {units[at].text for at in alike}
        self.plain = any(not _called(text) for text in texts)
        """Some words stand so without such a mark."""
        self.questions = sum(_called(text) in tuple("？?") for text in texts)
        self.led = sum(map(_is_led, texts)) >= _SERIES
        """Two begin with what they ask for, as questions do that head an answer."""
        self.answers = 0 in alike and len(alike) >= _ROW and self.questions == len(texts)
        """The article is questions, each over its answer: one opens it, and nothing else stands so."""
        said = [is_said(unit.text) for unit in units]
        turns = sum(map(all, pairwise(said)))
        self.talk = turns >= _TURNS or sum(map(_speaks, units)) >= _TALK
        """People talk, a line each, or several paragraphs begin with what somebody says."""
        told = (hit["name"] for unit in units if (hit := _LABEL.match(unit.text)) and hit["told"])
        self.voices = frozenset(name for name, times in Counter(told).items() if times >= _TALK)
        """What stands before a colon where sentences follow, again and again: who speaks in a scene."""

    def is_said_in_scene(self, text: str) -> bool:
        """True for 月娥：真的吗？ among 月娥：……。, what somebody says in a scene or a joke."""
        hit = _LABEL.match(text)
        return hit is not None and hit["name"] in self.voices and _called(text) != ""

    def alone(self, text: str) -> bool:
        """True for 啊呀，原来是他！ and 他是谁？ where such lines are no manner of the headings.

        Hardly any article has headings that call out, be there others beside them.
        """
        mark = _called(text)
        if not mark or text[-1] in CLOSING_QUOTES:
            return False  # what somebody says is told by what stands around it
        if mark not in "？?" or _ASKED.search(text) is not None:
            return True
        if self.led and _is_led(text):
            return False
        return not self.plain and self.questions <= _SERIES


def asks_in_a_row(units: Sequence[Unit], at: int) -> bool:
    """True for a question right above or below another short one: text asks on, headings do not."""
    if _called(units[at].text) not in tuple("？?"):
        return False
    beside = (units[other].text for other in (at - 1, at + 1) if 0 <= other < len(units))
    return any(_called(text) and width(text) <= _WIDEST for text in beside)


def _speaks(unit: Unit) -> bool:
    """True for “走吧。”他说。 and for what somebody says in more than a line."""
    text = unit.text
    if text[0] not in '“「『"' or not ends_sentence(text):
        return False
    return is_said_by(text) or width(text) > _WIDEST


def _called(text: str) -> str:
    """The mark with which a line asks or calls out, "" for none."""
    last = text.rstrip(CLOSING_QUOTES)[-1:]
    return last if last and last in _CALLS else ""


def heads_text(unit: Unit, below: Unit) -> bool:
    """True for a few words that end nothing over a paragraph."""
    if not _are_words(unit.text):
        return False
    long = width(below.text) >= _PROSE or ends_sentence(below.text) or is_salutation(below.text)
    return long and below.text[0] not in "，。、；：！？）”》"


def heads_heading(unit: Unit, below: Unit, then: Unit) -> bool:
    """True for such words over the second line of a heading, or over a heading of lower rank."""
    return _are_words(unit.text) and heads_text(below, then)


def _are_words(text: str) -> bool:
    if not _LEAST <= width(text) <= _WIDEST or text[-1] in _ENDS or "。" in text:
        return False
    return has_han(text) and text[0] not in "（(|—" and not unclosed(text) and not unopened(text)


def _stands_over(units: Sequence[Unit], numbers: Sequence[Numbering | None], at: int) -> bool:
    """True for such words between whole paragraphs, or right below a heading with a number."""
    if units[at].wrapped or units[at].text[0] == "“" or not heads_text(units[at], units[at + 1]):
        return False
    before, number = (units[at - 1].text, numbers[at - 1]) if at else ("。", None)
    return ends_sentence(before) or (number is not None and is_heading_text(before))
