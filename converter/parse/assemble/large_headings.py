"""Headings of several lines in a column that keeps its lines and has no blank ones.

A heading is set larger than the text, so that each of its lines but the last breaks off in
mid-word though the column has room for more, which no line of a paragraph does.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, is_han, key, unclosed, unopened, width
from converter.names import split_names
from converter.parse.assemble.broken_headings import with_lines_joined
from converter.parse.assemble.set_apart import gaps_are_rare
from converter.parse.boxes import LABEL_SHAPE, is_attribution
from converter.parse.headings import numbering
from converter.parse.kinds import is_salutation, labelled
from converter.parse.letters import name_behind_post
from converter.parse.usage import joins
from converter.segment import Unit
from converter.source import Line

_MOST = 4
"""Lines of a heading."""
_LEAST, _ROOM = 7.0, 3.9
"""The least em of its first line, and by how many em it is short of the column: more than a first
line that has lost its indent and a mark that must not begin the next one."""
_UNEVEN = 1.6
"""By so many em the lines of one size differ that break off: a mark may not begin the next one."""
_FIRST_LINE = 3.6
"""By so many em at most the first line of a paragraph is short of the column."""
_CLEARLY = 1.0
"""What must speak for it (log odds) that a clause breaks off at the end of a line."""
_TURN = re.compile("[^，。：]{1,8}：.{4}")
_CLAUSES = 2
"""So many commas part clauses of a sentence rather than of a heading."""
_SERIES = 2
"""So many headings of several lines in an article tell that they are no pull quotes."""


def with_large_headings_whole(
    units: list[Unit], measure: float, labels: Collection[str]
) -> tuple[list[Unit], frozenset[int]]:
    """The units, with such headings whole, and the numbers of the first lines of those without a number.

    ``measure`` is the em of a printed line, 0 where unknown; ``labels`` are names of boxes.
    """
    places = range(len(units) - 2 if measure else 0)
    runs = [(at, end) for at in places if (end := _heading_to(units, at, measure, labels))]
    runs = [run for run in runs if _is_sure(units, run, runs)]
    heads = frozenset(units[at].first for at, _ in runs if numbering(units[at].text) is None)
    joined = {place: True for at, end in runs for place in range(at + 1, end)}
    return with_lines_joined(units, joined), heads


def _heading_to(units: Sequence[Unit], at: int, measure: float, labels: Collection[str]) -> int:
    """The end of what may be a heading of several lines over a paragraph, 0 if none begins."""
    if not _may_begin(units, at, measure, labels) or not gaps_are_rare(units, at):
        return 0
    end, lines = at, 0
    while end < len(units) and _is_set_large(units[end], measure):
        if end > at and (units[end].gap or _begins(units[end].text)):
            break
        lines += len(units[end].lines)
        end += 1
    if end == len(units) or not 1 < lines <= _MOST or not _opens_text(units[end], measure):
        return 0
    return end if _is_one(units[at:end]) else 0


def _begins(text: str) -> bool:
    """True for what somebody says, and for a heading with a number: neither carries a heading on."""
    return _TURN.match(text) is not None or numbering(text) is not None


def _may_begin(units: Sequence[Unit], at: int, measure: float, labels: Collection[str]) -> bool:
    """True for a line below the end of a text, or right below a title, that names no box."""
    text, above = units[at].text, units[at - 1].text if at else "。"
    return (
        len(text) <= _MOST * measure
        and _LEAST <= width(units[at].lines[0].text.strip()) <= measure - _ROOM
        and (ends_sentence(above) or above[-1] in "）〕］)")
        and not is_salutation(text)
        and labelled(text) is None
        and LABEL_SHAPE.match(text) is None
        and text not in labels
    )


def _is_set_large(unit: Unit, measure: float) -> bool:
    """True for words without the end of a sentence, in lines that leave room in their column."""
    apart = unit.bullet or unit.quoted or unit.caption or unit.pictured or unit.markup_level
    return not (
        apart
        or unit.text[0] in "（(〔［[—▲△●◎□◇"
        or unit.text[-1] in "。，、；：,;:）"
        or "。" in unit.text
        or "；" in unit.text
        or is_attribution(unit.text)
        or split_names(unit.text) is not None
        or name_behind_post(unit.text)
    ) and all(width(line.text.strip()) <= measure - _ROOM for line in unit.lines)


def _opens_text(unit: Unit, measure: float) -> bool:
    """True for a paragraph on several lines, the first of which fills its column, and for what somebody says."""
    if _TURN.match(unit.text):
        return True
    return unit.wrapped and width(unit.lines[0].text.strip()) >= measure - _FIRST_LINE


def _is_one(units: Sequence[Unit]) -> bool:
    """True for lines of which all but the last are of one length, and that open nothing they do not close."""
    *full, last = [line.text.strip() for line in _lines(units)]
    text = "".join(unit.text for unit in units)
    sizes = [width(line) for line in full]
    even = max(sizes) - min(sizes) <= _UNEVEN and width(last) <= max(sizes)
    within = all(is_han(line[-1]) or line[-1] in "“”》」，、：" for line in full)
    return even and within and has_han(last) and not (unclosed(text) or unopened(text))


def _lines(units: Sequence[Unit]) -> list[Line]:
    return [line for unit in units for line in unit.lines]


def _is_sure(units: Sequence[Unit], run: tuple[int, int], runs: Sequence[tuple[int, int]]) -> bool:
    """True where a number, a word or a clause that breaks off, or others like it tell the heading.

    What the article says elsewhere is a pull quote.
    """
    at, end = run
    first, *more = [line.text.strip() for line in _lines(units[at:end])]
    text = "".join(unit.text for unit in units[at:end])
    if numbering(text) is not None:
        return True
    rest = "".join(unit.text for place, unit in enumerate(units) if not at <= place < end)
    if key(text) in key(rest):
        return False
    size = width(first)
    like = sum(abs(size - width(units[one].lines[0].text.strip())) <= _UNEVEN for one, _ in runs)
    if like >= _SERIES and text.count("，") < _CLAUSES:
        return True
    if text[0] in "“‘「『" or "，" in text:
        return False
    return unclosed(first) != "" or joins(first, more[0]) >= _CLEARLY
