"""Numbers of headings that OCR has misread, and the marks at them: ＝、…… and 二，…… between 一、…… and 三、…….

What a number or its mark should be is told by the numbers that count to it, above and below.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, ends_sentence, number, width
from converter.source import Line
from converter.values import NamedTuple

_READ_AS = dict(
    zip("－—–-＝=兰囚匹丘匕士人入丸+＋Z", "一一一一二二三四四五七七八八九十十2", strict=True)
)
"""What is read where a number stands."""
_READ = "".join(_READ_AS)
_SIGN = rf"(?:[一二三四五六七八九十]{{1,3}}|[{re.escape(_READ)}]|\d{{1,2}})"
_HEAD = re.compile(
    rf"^\s*(?:(?P<open>[（(〈《〔{{【\[［])\s*)?(?P<n>{_SIGN})"
    rf"(?P<close>\s*[）)〉》〕}}】\]］、.．,，。·•;；:：丶]\s*|[ \u3000]+)(?=[{HAN}“《‘])"
)
_ORDINAL = re.compile(rf"^\s*(?P<open>第)(?P<n>{_SIGN})(?P<close>[{HAN}])")
_FIRST = frozenset("第一二三四五六七八九十0123456789（(〈《〔{【[［ \u3000").union(_READ)
_REACH, _LONGEST, _LEAST, _SHORT, _MOST = 400, 200, 3, 40, 30
"""Lines from one number of a series to the next, characters of the longest line that may open with
one, em of the shortest heading behind a blank and of the longest, and the highest number."""


class _Form(NamedTuple):
    """How the numbers of a series are written."""

    open: str
    """（ or 第 before them, ``""`` for nothing."""
    close: str
    """The mark behind them, or what they count, ``""`` for a blank."""
    arabic: bool = False


class _Number(NamedTuple):
    """A number that opens a line."""

    value: int
    form: _Form
    sure: bool
    """False for a sign that may have been read in place of the number."""
    hit: re.Match[str]


_POINTS, _BRACKETS, _DOTS = _Form("", "、"), _Form("（", "）"), _Form("", ".", arabic=True)
_FORMS = frozenset(
    [_POINTS, _BRACKETS, _DOTS, _Form("", "、", arabic=True), _Form("（", "）", arabic=True)]
)
"""How numbers of headings are written."""
_MISREAD = {
    _POINTS: frozenset(".,，。·•;；:：丶").union([""]),
    _DOTS: frozenset(",，。·•").union([""]),
}
"""What the marks behind numbers may be read as."""
_WIDE = {"(": "（", ")": "）", "．": "."}


def heading_numbers(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that put right a number of a series or the mark at it."""
    known = {
        at: one
        for at, line in enumerate(lines)
        if line.text[:1] in _FIRST and (one := _number(line.text)) is not None
    }
    likely = [
        at
        for at, one in known.items()
        if not one.sure or not (one.form in _FORMS or one.form.open == "第")
    ]
    if not likely:
        return {}
    series, found = _Series.of(known), dict[int, list[Edit]]()
    for at in likely:
        one, above = known[at], lines[at - 1].text if at else ""
        meant = [form for form in _meant(one) if series.counts_to(at, one.value, form)]
        if len(meant) == 1 and not series.has(at, one) and _heads(one, lines[at].text, above):
            found[at] = list(_edits(one, meant[0]))
    return found


def _number(text: str) -> _Number | None:
    """The number that opens a line, or what may be read in its place."""
    hit = (_HEAD.match(text) or _ORDINAL.match(text)) if len(text) <= _LONGEST else None
    if hit is None:
        return None
    sign, marks = _READ_AS.get(hit["n"], hit["n"]), (hit["open"] or "", hit["close"].strip())
    value = number(sign) or 0
    if not 0 < value <= _MOST:
        return None
    before, behind = (_WIDE.get(mark, mark) for mark in marks)
    return _Number(value, _Form(before, behind, sign.isdecimal()), sign == hit["n"], hit)


def _meant(one: _Number) -> Iterator[_Form]:
    """The forms in which a number may be, if one of its characters is misread."""
    before, behind, arabic = one.form
    if not one.sure:
        if one.form in _FORMS or before == "第" or arabic:
            yield one.form
        return
    for form, marks in _MISREAD.items():
        if not before and form.arabic == arabic and behind in marks:
            yield form
    if not arabic and (before == "（") != (behind == "）") and behind in tuple("）〉》〕}】]］"):
        yield _BRACKETS


class _Series(NamedTuple):
    """Where the numbers of each form stand, and which they are."""

    places: Mapping[_Form, Sequence[int]]
    values: Mapping[int, int]

    @classmethod
    def of(cls, known: Mapping[int, _Number]) -> _Series:
        """The series of an issue, by what opens its lines."""
        places: dict[_Form, list[int]] = {}
        for at, one in known.items():
            if one.sure:
                places.setdefault(one.form, []).append(at)
        return cls(places, {at: one.value for at, one in known.items()})

    def counts_to(self, at: int, value: int, form: _Form) -> bool:
        """True if the numbers of a form count to a value on a line, and go on with the next or end there."""
        above, below = self._around(at, form)
        if value == 1:
            return below == 1 + value and above != value
        return above == value - 1 and below in (0, 1, value + 1)

    def has(self, at: int, one: _Number) -> bool:
        """True if a number for sure is of a series as it is written."""
        above, below = self._around(at, one.form)
        return one.sure and (0 < above == one.value - 1 or below == one.value + 1)

    def _around(self, at: int, form: _Form) -> tuple[int, int]:
        """The numbers of a form next to a line above and below it, 0 for none near it."""
        places = self.places.get(form, ())
        place = bisect_left(places, at)
        above = [other for other in places[max(0, place - 1) : place] if at - other <= _REACH]
        place += place < len(places) and places[place] == at
        below = [other for other in places[place : place + 1] if other - at <= _REACH]
        return sum(self.values[other] for other in above), sum(self.values[one] for one in below)


_NONE = frozenset("－—–-＝=+＋")
"""With a mark behind it none of these opens a text."""


def _heads(one: _Number, text: str, above: str) -> bool:
    """True for a line that may be a heading; any may whose number or mark is none for sure."""
    if one.hit["n"] in _NONE or one.form.close == "丶" or one.form.open:
        return True
    rest = text[one.hit.end() :]
    if not one.form.close and width(rest) < _LEAST:
        return False
    apart = not above.strip() or ends_sentence(above) or width(above) <= _SHORT / 2
    return (
        apart and width(rest) <= _SHORT and not ends_sentence(rest) and rest[-1] not in "，、；："
    )


def _edits(one: _Number, form: _Form) -> Iterator[Edit]:
    """What makes a number, and the marks at it, what it is in a form."""
    hit, written = one.hit, one.form
    if form.open and written.open != form.open:
        at = hit.start("n")
        yield Edit(hit.start("open"), hit.end("open"), "（") if written.open else Edit(at, at, "（")
    if not one.sure:
        yield Edit(*hit.span("n"), _READ_AS[hit["n"]])
    if written.close != form.close:
        start, end = hit.span("close")
        mark = hit["close"].strip()
        if mark:
            start = hit["close"].index(mark) + start
            end = start + 1
        yield Edit(start, end, form.close)
