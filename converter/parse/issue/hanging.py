"""Paragraphs whose first line stands out from the others: turns, items of a list, notes, captions.

答：不在了。那座在我們庄頭的陂邊，車徑一丈二，帶 | 　　十八分田的水。…… In a column whose paragraphs begin
with an indent each of the other lines would be read as the beginning of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.captions import POINTERS
from converter.segment.units import indent_of as _indent
from converter.source import Line
from converter.values import NamedTuple

_LEAST, _MOST = 0.9, 3.2
"""Em by which the other lines stand in from the first one."""
_EVEN = 0.3
"""Em by which the indents of one paragraph differ."""
_FULL, _NEARLY = 1.6, 0.75
"""Em that a full line may lack, and the part of the measure that a broken one has at least."""
_DEEPER = (1.5, 2.5)
"""Em by which the first line of one more paragraph of a turn stands in from the others."""
_NEAR = 40
"""Lines within which others tell that paragraphs hang."""
_INTERRUPTED = 12
"""Lines at most between the parts of a paragraph that a picture or a page's end has cut."""
_NARROWEST = 14.0
"""Em of the narrowest column of prose."""
_LABELLED = re.compile(
    rf"^(?:[{HAN}A-Z]{{1,5}}[：:]|《|〈|[註注附]\s*[\d一二三四五六七八九十]|[①-⑳]|[\d一二三四五六七八九十]{{1,3}}[、．.]|[●◎○◆■□·•])"
)
"""What a turn, a work, a note or an item begins with."""


class Hanging(NamedTuple):
    """A paragraph whose lines stand in, the first excepted; or the rest of one.

    ``first`` tells that it begins a paragraph, ``after`` is the line that it carries on, if it
    is known (0: none).
    """

    lines: tuple[Line, ...]
    first: bool
    after: int = 0
    pointed: bool = False


def hanging_paragraphs(lines: Sequence[Line], measure: float) -> list[Hanging]:
    """The paragraphs whose first line stands out; ``measure`` is the column's in em (0: none).

    A line that breaks off and is no full one's rest, over an indented one, is the first line of
    such a paragraph: in columns with first-line indents no text goes on so. A single one without
    what items begin with is too little.
    """
    if measure < _NARROWEST:
        return []
    certain = {at: end for at in range(len(lines)) if (end := _end(lines, at, measure))}
    sure = [at for at in certain if _is_sure(lines, at)]
    if len(sure) < _TWO:
        return []
    found: list[Hanging] = []
    at = 0
    while at < len(lines):
        if not any(abs(at - one) <= _NEAR for one in sure):
            at += 1
            continue
        end = certain.get(at, 0)
        if end:
            pointed = lines[at].text.strip()[:1] in POINTERS
            found.append(Hanging(tuple(lines[at:end]), first=True, pointed=pointed))
            at = end
        elif rest := _rest_end(lines, at, measure, found):
            found.append(rest)
            at += len(rest.lines)
        else:
            at += 1
    return found


_TWO = 2


def indent_of(text: str) -> float:
    """The em of the blanks before a line, be it the first of a page."""
    return _indent(text.lstrip("\f"))


def _is_sure(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text.strip()
    return text[0] in POINTERS or _LABELLED.match(text) is not None


def _is_full(line: Line, measure: float) -> bool:
    return indent_of(line.text) + width(line.text.strip()) >= measure - _FULL


def _end(lines: Sequence[Line], at: int, measure: float) -> int:
    """Where the paragraph ends that a line begins and the next ones carry on, standing in; 0 if none does."""
    line = lines[at]
    if line.blank or at + 1 >= len(lines) or lines[at + 1].blank:
        return 0
    outer, text = indent_of(line.text), line.text.strip()
    inner = indent_of(lines[at + 1].text)
    pointed = text[0] in POINTERS
    if not _LEAST <= inner - outer <= _MOST or outer > (_MOST if pointed else _EVEN):
        return 0
    labelled = _LABELLED.match(text) is not None
    whole = ends_sentence(text)
    if pointed:
        if whole or inner - outer > 1 + _EVEN:
            return 0
    elif (
        (not labelled and (whole or _carries_on(lines, at, measure)))
        or (whole and not _is_full(line, measure))
        or width(text) < measure * _NEARLY
        or (not labelled and not _is_full(line, measure))
    ):
        return 0
    end = at + 1
    while end < len(lines) and not lines[end].blank:
        if abs(indent_of(lines[end].text) - inner) > _EVEN or (
            end > at + 1 and _ends(lines[end - 1], measure, pointed=pointed)
        ):
            break
        end += 1
    below = lines[end] if end < len(lines) else None
    if (
        inner - outer > _LEAST + 2 * _EVEN
        and not ends_sentence(lines[end - 1].text)
        and below is not None
        and not below.blank
        and indent_of(below.text) < inner - _EVEN
        and _LABELLED.match(below.text.strip()) is None
    ):
        return 0  # a heading over a paragraph, of which the first line alone stands in
    if not labelled and not pointed and end == at + 2 and not ends_sentence(lines[at + 1].text):
        return 0  # a name or a source below the text
    return end


def _ends(line: Line, measure: float, *, pointed: bool) -> bool:
    """True for the last line of a paragraph: it has room for more, and its sentence is whole."""
    return ends_sentence(line.text) and (pointed or not _is_full(line, measure))


def _carries_on(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True if the line above breaks a sentence off that this one carries on."""
    above = next((lines[n] for n in range(at - 1, -1, -1) if not lines[n].blank), None)
    return above is not None and not ends_sentence(above.text) and _is_full(above, measure)


def _rest_end(
    lines: Sequence[Line], at: int, measure: float, found: Sequence[Hanging]
) -> Hanging | None:
    """One more paragraph of a turn, or the rest of one below what has cut it; ``None`` for all else."""
    if not found or lines[at].blank or len(found[-1].lines) < _TWO or found[-1].pointed:
        return None
    last = found[-1].lines[-1]
    inner, here = indent_of(last.text), indent_of(lines[at].text)
    if lines[at].number - last.number > _INTERRUPTED:
        return None
    right_below = at > 0 and lines[at - 1].number == last.number
    deeper = _DEEPER[0] <= here - inner <= _DEEPER[1]
    if deeper and not (right_below or ends_sentence(last.text)):
        return None
    if not deeper and (right_below or abs(here - inner) > _EVEN):
        return None
    cut = not deeper and _is_full(last, measure) and not ends_sentence(last.text)
    if not deeper and not cut:
        return None
    end = at + 1
    while end < len(lines) and not lines[end].blank:
        if abs(indent_of(lines[end].text) - inner) > _EVEN or _ends(
            lines[end - 1], measure, pointed=False
        ):
            break
        end += 1
    if deeper and end == at + 1:
        return None
    return Hanging(tuple(lines[at:end]), first=deeper, after=last.number if cut else 0)


def hanging_seams(
    found: Sequence[Hanging], lines: Sequence[Line]
) -> Iterator[tuple[tuple[int, int], bool]]:
    """For the last and first lines of neighbours whether the one carries the other on."""
    filled = [line.number for line in lines if not line.blank]
    above = dict(zip(filled[1:], filled, strict=False))
    for one in found:
        number = one.lines[0].number
        if one.after:
            yield (one.after, number), True
        elif number in above:
            yield (above[number], number), False
