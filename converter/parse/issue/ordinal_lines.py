"""Lines of a column that head the parts of an article with a count, or each with who it is about.

第一段：……, 第二段：……, 第三段：…… and 某某，29岁，快递员, 某太太，43岁，主妇. Where OCR has taken the
indents, such a line is as long as the first one of a paragraph now and then. A series tells it: each
stands below a whole sentence and over the first line of a paragraph, and one of them is too long for
a line of the column, or too short to go on. Set larger, it may have two lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, number, width
from converter.parse.headings import is_heading_text
from converter.parse.tiers import ORDINAL
from converter.segment.units import is_indented
from converter.segment.units.starts import needed
from converter.segment.units.unit import INDENT
from converter.source import Line
from converter.values import NamedTuple

_LONGEST, _FEWEST = 64, 2
"""Characters of such a heading, and how many make a series."""
_ALIKE, _SHORT, _LONGER = 0.6, 4.5, 1.6
"""Em by which first lines differ, by which a line is too short to go on, and too long for one."""
_NEAR = 60
"""Lines of a page with two columns, on which two people of a series are told."""
_PERSON = re.compile(
    rf"^[{HAN}A-Za-z·]{{1,8}}(?P<mark>[，、｜| \u3000])\s*(?:[男女](?P=mark)\s*)?\d{{1,3}}[岁歲](?:(?P=mark).*)?$"
)
"""某某，29岁，快递员，月入7200元."""


class _Part(NamedTuple):
    """Where the lines of a heading are, and what it counts."""

    start: int
    end: int
    value: int


def ordinal_lines(lines: Sequence[Line], measure: float) -> Iterator[list[int]]:
    """The numbers of the lines of each such heading in a column of a ``measure``."""
    words: dict[str, list[_Part]] = {}
    people: list[int] = []
    for at, line in enumerate(lines[:-1]):
        if is_indented(line):
            continue
        if _is_person(lines, at, measure):
            people.append(at)
        if line.text.lstrip()[:1] != "第":
            continue
        for end in (at + 1, at + 2):
            hit = _heading(lines, at, end, measure)
            if hit is not None:
                part = _Part(at, end, number(hit["n"]) or 0)
                words.setdefault(hit["word"], []).append(part)
                break
    for parts in words.values():
        counts = parts[0].value == 1 and all(b.value - a.value == 1 for a, b in pairwise(parts))
        told = any(
            one.end - one.start > 1 or _fits_none(lines[one.start], measure) for one in parts
        )
        if counts and told and len(parts) >= _FEWEST:
            yield from ([line.number for line in lines[one.start : one.end]] for one in parts)
    for series in _near_each_other(people):
        if len(series) >= _FEWEST and any(_breaks_off(lines[at], measure) for at in series):
            yield from ([lines[at].number] for at in series)


def _is_person(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for a line that says who somebody is and how old, and stands alone."""
    text = lines[at].text.strip()
    return (
        len(text) <= _LONGEST
        and _PERSON.match(text) is not None
        and is_heading_text(text)
        and not ends_sentence(text)
        and _stands_alone(lines, at, at + 1, measure)
    )


def _near_each_other(places: Sequence[int]) -> list[list[int]]:
    """The places, those together that follow each other on a page."""
    found: list[list[int]] = []
    for at in places:
        if found and at - found[-1][-1] <= _NEAR:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _breaks_off(line: Line, measure: float) -> bool:
    """True for a line that ends neither where the first one of a paragraph is full nor where others are."""
    size = width(line.text.strip())
    return all(abs(full - size) > _ALIKE for full in (measure - INDENT, measure))


def _heading(lines: Sequence[Line], at: int, end: int, measure: float) -> re.Match[str] | None:
    """What a heading of the lines from ``at`` to ``end`` counts, if they may be one."""
    texts = [line.text.strip() for line in lines[at:end]]
    whole = "".join(texts)
    if not all(texts) or len(whole) > _LONGEST or any(map(ends_sentence, texts)):
        return None
    if end - at > 1 and not (_breaks_early(texts[0], measure) and texts[1][0] != "第"):
        return None
    hit = ORDINAL.match(whole)
    told = hit is not None and hit["rest"] and is_heading_text(whole) and whole[-1] not in "：:"
    return hit if told and _stands_alone(lines, at, end, measure) else None


def _breaks_early(text: str, measure: float) -> bool:
    """True for a line too short for one of the column that the next carries on."""
    return width(text) < measure - _SHORT


def _stands_alone(lines: Sequence[Line], at: int, end: int, measure: float) -> bool:
    """True for lines between a whole sentence and the first line of a paragraph."""
    above = next((line.text for line in reversed(lines[:at]) if not line.blank), "。")
    below, *rest = [*(line.text.strip() for line in lines[end : end + 2]), ""]
    # A word or a number that the first line had no room for stands at the head of the second.
    room = needed(rest[0]) if rest[0] else 0.0
    left = measure - INDENT - width(below)
    return ends_sentence(above) and (abs(left) <= _ALIKE or 0 < left < room)


def _fits_none(line: Line, measure: float) -> bool:
    """True for a line that can be no first one of a paragraph: it is too long, or breaks off too early."""
    size = width(line.text.strip())
    return size >= measure - INDENT + _LONGER or size < measure - _SHORT
