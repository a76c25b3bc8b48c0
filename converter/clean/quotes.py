"""Straight quotation marks, which tell no beginning from an end, made “ and ” (GB/T 15834-2011 §4.8).

A quotation may run over lines, and lines of captions, notes and other columns may stand between.
So all lines are weighed together: of all ways to pair the marks the one counts that says least
against the marks beside them (：" begins and "， ends) and leaves the fewest quotations open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import CJK_MARKS, ends_sentence, has_han, is_han
from converter.source import Line
from converter.values import NamedTuple

NAME = "straight-quotes"

_STRAIGHT = ('"', "＂")
_MARK = re.compile(r"<[^<>]*>|[\"＂“”]")
"""A mark, or an element of HTML, whose attributes are in straight marks by right."""
_BEGIN_BEHIND = frozenset("：:（(《〈「『、；;")
"""What parts or announces, and ends no quotation."""
_END_BEFORE = frozenset("，。；：！？、）)》〉」』,;:!?[［〔①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_WRONG, _LOST, _SELDOM, _LEFT_OPEN, _FAINT, _OVER = 4.0, 3.0, 2.5, 2.0, 1.0, 0.5
"""What speaks against a way: a mark that stands wrongly, a quotation that never began, an end at
the head of a line, a quotation that never ends, what is less usual, and a line that one goes over."""
_FAR = 12
"""Lines with words over which no quotation goes on."""

_SINGLE = re.compile(
    r"(?<![A-Za-z0-9'])'(?=\S)(?P<words>[^'。！？；\n]{1,40})(?<=\S)'(?![A-Za-z0-9'])"
)
"""'河长', and no apostrophe, foot or minute, nor what parts sentences."""


class _Way(NamedTuple):
    """How the straight marks of a line stand, as true where one begins, and what speaks against it."""

    before: bool
    begins: tuple[bool, ...]
    behind: bool
    cost: float
    between: bool = False
    """The line is no part of the quotation that is open around it."""


class _Path(NamedTuple):
    """A way through lines: the last one's, the path to it, and what speaks against all of it."""

    cost: float
    way: _Way | None = None
    rest: _Path | None = None


def quotes(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that make such marks curly. None moves another's place."""
    found: dict[int, list[Edit]] = {}
    if any('"' in line.text or "＂" in line.text for line in lines):
        for run in _runs(lines):
            for at, edit in _paired(lines, run):
                found.setdefault(at, []).append(edit)
    for at, line in enumerate(lines):
        if "'" in line.text and (singles := single_quotes(line.text)):
            found.setdefault(at, []).extend(singles)
    return {at: sorted(edits) for at, edits in found.items()}


def single_quotes(text: str) -> list[Edit]:
    """The edits that make a pair of straight single marks around Chinese words ‘ and ’."""
    return [
        edit
        for hit in _SINGLE.finditer(text)
        if has_han(hit["words"])
        for edit in (
            Edit(hit.start(), hit.start() + 1, "‘"),
            Edit(hit.end() - 1, hit.end(), "’"),
        )
    ]


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The indexes of lines with words, as far as a quotation may go on from one to another."""
    run: list[int] = []
    last = 0
    for at, line in enumerate(lines):
        marked = '"' in line.text or "＂" in line.text
        if not (has_han(line.text) or (marked and line.text.strip() in _STRAIGHT)):
            continue
        run.append(at)
        if marked:
            last = len(run)
        elif len(run) - last > _FAR:
            if last:
                yield run[:last]
            run, last = run[-_FAR:], 0
    if last:
        yield run[:last]


def _paired(lines: Sequence[Line], run: Sequence[int]) -> Iterator[tuple[int, Edit]]:
    """The edits of the lines of a run on the path of least cost: of marks that have another half."""
    best = {False: _Path(0.0), True: _Path(_LOST)}
    for at in run:
        best = _stepped(best, list(_ways(lines[at].text)))
    path = min(best.values(), key=lambda one: one.cost)
    ways: list[_Way] = []
    while path.way is not None and path.rest is not None:
        ways.append(path.way)
        path = path.rest
    begun: tuple[int, int] | None = None
    inside = False
    for at, way in zip(run, reversed(ways), strict=True):
        outer = begun if way.before == inside else None
        begun = None if way.between else outer
        for place, mark in _marks(lines[at].text, way):
            if mark == "“":
                begun = at, place
            elif begun is not None:
                yield from _halves(lines, begun, (at, place))
                begun = None
        begun = outer if way.between else begun
        inside = way.behind


def _halves(
    lines: Sequence[Line], begun: tuple[int, int], ended: tuple[int, int]
) -> Iterator[tuple[int, Edit]]:
    """The edits of both marks of a quotation; none among other signs, as in a line of code."""
    (first, start), (last, end) = begun, ended
    if first == last:
        text = lines[first].text
        around = text[:start].rstrip()[-1:], text[start + 1 : end], text[end + 1 :].lstrip()[:1]
        if not any(is_han(char) or char in CJK_MARKS for part in around for char in part):
            return
    for (at, place), mark in ((begun, "“"), (ended, "”")):
        if lines[at].text[place] in _STRAIGHT:
            yield at, Edit(place, place + 1, mark)


def _stepped(best: Mapping[bool, _Path], ways: Sequence[_Way]) -> dict[bool, _Path]:
    """The best paths over one line more, by whether a quotation is open behind it."""
    found: dict[bool, _Path] = {}
    for way in ways:
        for inside, path in best.items():
            turned = 0.0 if inside == way.before else _LEFT_OPEN if inside else _LOST
            cost = path.cost + turned + way.cost
            if way.behind not in found or cost < found[way.behind].cost:
                found[way.behind] = _Path(cost, way, path)
    return found


def _ways(text: str) -> Iterator[_Way]:
    """How the marks of a line may stand."""
    if text.strip() in _STRAIGHT:  # beside a pull quote, or the last one of a paragraph
        yield _Way(before=False, begins=(), behind=False, cost=0.0)
        yield _Way(before=True, begins=(False,), behind=False, cost=0.0)
        return
    alone = _way(text, inside=False)
    yield from (alone, _way(text, inside=True))
    if not alone.behind:  # a line of its own between two lines of a quotation
        cost = alone.cost + _FAINT
        yield alone._replace(before=True, behind=True, cost=cost, between=True)


def _way(text: str, *, inside: bool) -> _Way:
    """How the marks of a line stand where a quotation is open before it, or is not."""
    now, begins, cost = inside, [], 0.0
    for hit in _MARK.finditer(text):
        if hit[0] in _STRAIGHT:
            now = not now
            begins.append(now)
            cost += _against(text, hit.start(), begins=now)
        elif hit[0] in "“”":
            cost += _FAINT * (now == (hit[0] == "“"))
            now = hit[0] == "“"
    if now:
        cost += _OVER + _FAINT * ends_sentence(text)
    return _Way(before=inside, begins=tuple(begins), behind=now, cost=cost)


def _against(text: str, at: int, *, begins: bool) -> float:
    """What speaks against a straight mark that begins or ends a quotation: the marks beside it."""
    left, right = text[:at].rstrip()[-1:], text[at + 1 :].lstrip()[:1]
    if begins:
        return _WRONG * (right in _END_BEFORE if right else left not in _BEGIN_BEHIND)
    if left:
        return _WRONG * (left in _BEGIN_BEHIND)
    if not right or right in _END_BEFORE:
        return 0.0
    return _WRONG if at else _SELDOM


def _marks(text: str, way: _Way) -> Iterator[tuple[int, str]]:
    """The places of the marks of a line, and which they are; none where others beside them contradict."""
    begins = iter(way.begins)
    if way.cost >= _WRONG:
        return
    for hit in _MARK.finditer(text):
        if hit[0] in "“”":
            yield hit.start(), hit[0]
        elif hit[0] in _STRAIGHT and (begin := next(begins, None)) is not None:
            yield hit.start(), "“" if begin else "”"
