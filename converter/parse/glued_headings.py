"""Headings on the line of the text below them, and items on that of the one above, told by others.

Where each heading is made like its fellows, its first words begin the text again, or the first
of several points does, that tells the end of one that OCR has glued to its text.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.heading_counts import HeadingCounts
from converter.parse.headings import Numbering, is_heading_text, numbering
from converter.parse.ranks import RANKS
from converter.parse.series import is_part_of_case
from converter.segment import Unit

_LONGEST, _LEAST = 40, 16
"""Characters before which a heading ends, and the least em of the text behind it."""
_ENDING = (5, 3)
"""The most and the least characters with which the headings of an article end alike."""
_KINDS = RANKS.union(("cn", "cn-paren"))
"""Numbers of headings, which have no full stop behind them."""
_NAMED = re.compile(rf"^(?P<name>[{HAN}]{{2,8}})[：:](?P<title>[^。；！]{{2,24}})$")
_WORD = re.compile(rf"^(?P<head>[{HAN}]{{2,6}})[ \u3000]+(?=[{HAN}“《\d])")
_POINT = re.compile(
    r"^(?P<head>[^。！？；]{4,40}?[^。！？；，、：\d])(?=(?:一是|一要|第一，|首先，)[^。]{2,})"
)
"""二、新渠怎么修一是清淤……: before the first of its points a heading ends."""
_BLANKED = re.compile(
    rf"^(?:[（(]?[一二三四五六七八九十]{{1,3}}[、）)]|\S{{1,3}}?[、.．]) ?(?P<head>[^。；！ \u3000][^。；！]{{1,50}}?)(?<![\da-zA-Z])(?P<blank>[ \u3000]+)(?:(?=[{HAN}“「《（])|(?:(?<=\u3000)|(?<=  ))(?=\d))"
)
"""二、新渠怎么修　去年冬天……: behind a blank the text begins, but no figure behind a narrow one."""
_SHORT = 8
"""Em of a heading of a few words."""
_DAY = re.compile(
    r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[ \u3000]*星期.)?[ \u3000]+(?P<weather>[^ \u3000。；]*[晴阴陰雨雪云雲雾霧风風霜热熱冷][^ \u3000。；]*)"
)
"""8月15日　阴: the heading of a day in a diary."""
_DAYS = 2
"""So many of them on lines of their own tell one that OCR has glued to its text."""


def with_headings_apart(units: Sequence[Unit]) -> tuple[list[Unit], frozenset[int]]:
    """The units, with each heading apart from the text that stands on its line, and which they are."""
    fellows = _Fellows(units)
    made: list[Unit] = []
    heads: set[int] = set()
    for at, unit in enumerate(units):
        end = fellows.heading_to(at)
        if end:
            heads.add(len(made))
            made += _parted(unit, end)
        else:
            made.append(unit)
    return made, frozenset(heads)


def _parted(unit: Unit, end: int) -> tuple[Unit, Unit]:
    """A heading and the text on its line, which may go on over further ones."""
    first, rest = unit.lines[0], unit.text[end:].lstrip()
    below = len(first.text) - len(first.text.lstrip()) + end
    head = unit._replace(text=unit.text[:end], lines=(first,), wrapped=False)
    lines = (first._replace(text=first.text[below:].lstrip()), *unit.lines[1:])
    return head, unit._replace(text=rest, gap=True, lines=lines if unit.wrapped else unit.lines)


def _kinds_with_blanks(units: Sequence[Unit]) -> frozenset[str]:
    """The kinds of numbers of which each long unit has a blank behind its heading, two at least.

    So may one, beside headings of its kind on lines of their own.
    """
    found: Counter[str] = Counter()
    others: set[str] = set()
    alone: Counter[str] = Counter()
    for unit in units:
        number = numbering(unit.text) if _BLANK.search(unit.text[:_FIRST]) or unit.short else None
        if number is None or number.kind not in _KINDS:
            continue
        if _blank_at(unit.text):
            found[number.kind] += 1
        elif width(unit.text) > _LONGEST:
            others.add(number.kind)
        else:
            alone[number.kind] += 1
    return frozenset(
        kind for kind in found if kind not in others and (found[kind] + alone[kind]) > 1
    )


_BLANK, _FIRST = re.compile(r"[ \u3000]"), 58
"""The blank behind a heading, among so many characters."""


def _blank_at(text: str) -> int:
    """Where the heading ends behind which a blank stands, and text of a sentence or more; 0 for none."""
    hit = _BLANKED.match(text)
    if hit is None or hit["head"][-1] in _WITHIN[:5]:
        return 0
    at, end = hit.span("blank")
    wide = text.find("\u3000", end, _FIRST) if "\u3000" not in hit["blank"] else -1
    if wide > 0 and not re.search("[。；！]", text[end:wide]):
        at = end = wide  # the narrow blank is where a line of the heading breaks
    rest = text[end:]
    return at if width(rest) >= _LEAST and "。" in rest else 0


class _Fellows:
    """The headings of an article that stand on lines of their own."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.endings: dict[str, set[str]] = {}
        """What the headings of each kind of number end with."""
        self.named = 0
        """Headings of the form 某县：……, over a text that begins with the same name."""
        self.twins: set[tuple[int, str]] = set()
        """How long headings are and how they end whose first character begins the text."""
        self.parts = 0
        """Headings such as the report of a case has."""
        self.days = 0
        """Headings of days with their weather."""
        self.blanked = _kinds_with_blanks(units)
        """The kinds of numbers behind all of whose headings a blank stands, and the text."""
        for unit, below in itertools.pairwise(units):
            self._see(unit.text, below.text)

    def _see(self, text: str, below: str) -> None:
        if width(text) > _LONGEST or ends_sentence(text) or width(below) < _LEAST:
            return
        day = _DAY.match(text)
        self.days += day is not None and day.end() == len(text)
        number = numbering(text)
        if number is not None and number.kind in _KINDS and is_heading_text(text):
            most, least = _ENDING
            endings = self.endings.setdefault(number.kind, set())
            endings.update(text[-size:] for size in range(least, most + 1) if len(text) > size + 2)
        hit = _NAMED.match(text)
        self.named += hit is not None and below.startswith(hit["name"])
        if 2 < len(text) <= _SHORT and text[0] == below[0]:
            self.twins.add((len(text), text[1:]))
        self.parts += is_part_of_case(text)

    def heading_to(self, at: int) -> int:
        """Where the heading ends with which a unit begins, 0 if it begins with none."""
        unit = self.units[at]
        text = unit.text
        if _BLANK.search(text, 0, _FIRST) and (
            end := self._before_blank(at) or self._of_a_day(text)
        ):
            return end
        if unit.wrapped or width(text) < 2 * _LEAST or "。" not in text:
            return 0
        end = self._numbered(at) or self._of_a_name(text) or self._of_a_few_words(text)
        if not end or re.search("[。；！]", text[:end]) or text[end : end + 1] in _WITHIN:
            return 0
        return end if width(text[end:]) >= _LEAST else 0

    def _before_blank(self, at: int) -> int:
        """The end of 二、…… before the blank that parts it from its text, as such blanks do or fellows lead to it."""
        unit = self.units[at]
        number = numbering(unit.text)
        end = _blank_at(unit.text) if number is not None else 0
        if not end or number is None:
            return 0
        if number.kind in self.blanked:
            return end
        above = numbering(self.units[at - 1].text) if at else None
        if above is not None and above.kind == number.kind:
            return 0  # one of several items below each other
        return end if self._counts.lead_to(at, number.kind, number.value) else 0

    def _of_a_day(self, text: str) -> int:
        """The end of 8月15日　阴 before a blank and the text of that day, as other days stand over theirs."""
        day = _DAY.match(text) if self.days >= _DAYS else None
        if day is None or width(day["weather"]) > _SHORT or not _BLANK.match(text, day.end()):
            return 0
        return day.end() if width(text[day.end() :]) >= _LEAST and "。" in text else 0

    @cached_property
    def _counts(self) -> HeadingCounts:
        return HeadingCounts(self.units)

    def _numbered(self, at: int) -> int:
        """The end of 二、……了什么, as another heading of its kind ends, or before its points."""
        text = self.units[at].text
        number = numbering(text)
        endings = self.endings.get(number.kind) if number is not None else None
        if not endings:
            return 0
        if (hit := _POINT.match(text)) is not None and width(hit["head"]) <= _LONGEST:
            return hit.end("head")
        head = text[:_LONGEST]
        for size in range(_ENDING[0], _ENDING[1] - 1, -1):
            for start in range(2, len(head) - size + 1):
                if head[start : start + size] in endings:
                    return start + size
        return 0

    def _of_a_name(self, text: str) -> int:
        """The end of 某县：……, below which the text begins with the name again."""
        name, colon, rest = text[:_LONGEST].partition("：")
        if not (self.named and colon and 2 <= len(name) <= _SHORT and name in rest):
            return 0
        end = len(name) + 1 + rest.index(name)
        return end if _NAMED.match(text[:end]) else 0

    def _of_a_few_words(self, text: str) -> int:
        """The end of 加什么 before 加待遇, as 减什么 stands over 减牌子; and of 问题剖析 in a case."""
        for size in range(3, _SHORT + 1):
            if text[size : size + 1] == text[0] and (size, text[1:size]) in self.twins:
                return size
        hit = _WORD.match(text) if self.parts else None
        return hit.end("head") if hit is not None and is_part_of_case(hit["head"]) else 0


_WITHIN = tuple("，、。：；！？的了”）》")
"""What no text begins with."""

_ITEM = re.compile(
    r"(?<=[。！？”])(?=[（(〔][一二三四五六七八九十]{1,3}[）)〕]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,3}、)"
)
_ITEMS = frozenset(("cn", "cn-paren", "arabic-paren"))


def with_items_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units, with （三）…… on one of its own that stands behind the last sentence of （二）…….

    So where （一） begins a paragraph as （二） does, or （四） does: nobody goes on counting within
    a paragraph what he has begun to count by paragraphs.
    """
    numbers = [numbering(unit.text) for unit in units]
    joined = {
        at
        for at, number in enumerate(numbers)
        if number is not None and number.kind in _ITEMS and _ends_before(units[at].text, number)
    }
    if not joined:
        return list(units)
    above, below = _neighbours(numbers), _neighbours(numbers[::-1])[::-1]
    made: list[Unit] = []
    for at, unit in enumerate(units):
        number, rest = numbers[at] if at in joined else None, unit
        while number is not None and _counts_on(above[at], below[at], number.value):
            ends = _ends_before(rest.text, number)
            if not ends or rest.wrapped:
                break
            made.append(rest._replace(text=rest.text[:ends]))
            rest = rest._replace(text=rest.text[ends:], gap=True)
            number = numbering(rest.text)
            above[at] = (number.value if number is not None else 0) - 1
        made.append(rest)
    return made


def _ends_before(text: str, number: Numbering) -> int:
    """Where the next item begins within the text of one, 0 if none does."""
    for hit in _ITEM.finditer(text):
        found = numbering(text[hit.start() :])
        if found is not None and (found.kind, found.value) == (number.kind, number.value + 1):
            return hit.start()
    return 0


def _neighbours(numbers: Sequence[Numbering | None]) -> list[int]:
    """The value of the last number of the same kind before each, 0 for none."""
    last: dict[str, int] = {}
    found = []
    for number in numbers:
        found.append(last.get(number.kind, 0) if number is not None else 0)
        if number is not None:
            last[number.kind] = number.value
    return found


def _counts_on(above: int, below: int, value: int) -> bool:
    """True if paragraphs count up to an item, or on from the one that follows within it."""
    if below == value + 1:
        return False
    return above == value - 1 > 0 or below == value + 2
