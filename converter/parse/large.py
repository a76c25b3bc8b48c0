"""Pull quotes that their size or their measure tells: a few short lines between long ones."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.segment import Unit
from converter.source import Line

_MOST = 4
_LINE, _WHOLE = 22, 72
"""Em of one line and of the whole: what is set large breaks early."""
_PARAGRAPH = 24
"""Em from which on a piece shows that the OCR writes paragraphs, not lines."""


def large_to(units: Sequence[Unit], at: int) -> int:
    """The end of some lines set large within the sentence that the unit before them begins.

    They stand between blank lines, break where no paragraph would, and end a sentence or have
    lost its full stop. Returns 0 where there are none, or only one.
    """
    if not at or not units[at].gap:
        return 0
    if width(units[at - 1].text) < _PARAGRAPH and units[at].text[-1] != "，":
        return 0
    end, size = at, 0.0
    while end < len(units) and (end == at or not units[end].gap):
        size += width(units[end].text)
        if end - at == _MOST or width(units[end].text) > _LINE or size > _WHOLE:
            return 0
        end += 1
    text = "".join(unit.text for unit in units[at:end])
    inner = any(ends_sentence(unit.text) and "。" in unit.text for unit in units[at : end - 1])
    whole = _is_whole(text) or (_lacks_stop(text) and units[min(end, len(units) - 1)].gap)
    return end if end - at > 1 and end < len(units) and whole and not inner else 0


_COLUMN = 12
"""Em of the narrowest column."""
_NARROWER, _FIRST = 1.6, 3.0
"""By so many em at least the lines of a frame are shorter than those of the column, and the first
one than a line without an indent, so that it is none that has lost its own."""


def is_narrow(units: Sequence[Unit], at: int) -> bool:
    """True for a few lines between blank ones that all break off before the column does.

    The lines above break off at its measure, and those below go on at it. They may have lost
    the full stop at their end.
    """
    if not 0 < at < len(units) - 1:
        return False
    above, unit, below = units[at - 1 : at + 2]
    if not (above.wrapped and unit.wrapped and unit.gap and below.gap):
        return False
    whole = ends_sentence(unit.text) or _lacks_stop(unit.text)
    if len(unit.lines) > _MOST + (not ends_sentence(unit.text)) or not whole:
        return False
    column, last = max(map(_core, above.lines)), _core(above.lines[-1])
    goes_on = _core(below.lines[0]) >= column - _NARROWER if below.wrapped else True
    return (
        column >= _COLUMN
        and last >= column - _NARROWER
        and goes_on
        and _core(unit.lines[0]) <= column - _FIRST
        and all(_core(line) <= column - _NARROWER for line in unit.lines)
    )


def breaks_alone(units: Sequence[Unit], at: int, *, unstopped: bool = False) -> bool:
    """True for a sentence in two to four short lines where all else has a line a paragraph.

    The lines are of one measure, and one of them at least breaks off within a clause. An
    ``unstopped`` one may have no full stop at its end.
    """
    unit = units[at]
    if not (unit.wrapped and unit.gap) or (at + 1 < len(units) and not units[at + 1].gap):
        return False
    sizes = [_core(line) for line in unit.lines]
    measure = max(sizes)
    if not 1 < len(sizes) <= _MOST or measure > _LINE or sizes[-1] > measure:
        return False
    even = all(size >= measure - _NARROWER for size in sizes[:-1])
    within = any(is_han(line.text.rstrip()[-1:] or "。") for line in unit.lines[:-1])
    around = [one for one in units[max(0, at - _NEAR) : at + _NEAR + 1] if one is not unit]
    long = [one for one in around if width(one.text) >= _PARAGRAPH]
    alone = sum(not one.wrapped for one in long) >= _SEVERAL
    alone = alone and not any(one.wrapped and _is_column(one, measure) for one in long)
    whole = _is_whole(unit.text) or (unstopped and _lacks_stop(unit.text))
    return even and within and whole and alone


def _is_column(unit: Unit, measure: float) -> bool:
    """True for a paragraph of a page in lines: they are wide, or many and no narrower than some."""
    widest = max(map(_core, unit.lines))
    return widest > _LINE or (len(unit.lines) > _MOST and widest >= measure - _NARROWER)


def pair_alone(units: Sequence[Unit], at: int) -> bool:
    """True for two short sentences on a line each, where blank lines part all paragraphs around.

    What stands below the first without a blank line is no paragraph; no other line stands so.
    So stands one sentence on two lines, of which the first breaks off within a clause.
    """
    if not 0 < at < len(units) - 2 or units[at + 1].gap or units[at + 1].wrapped:
        return False
    pair = units[at : at + 2]
    broken = _breaks_within(*pair)
    if not broken and not all(
        _SENTENCE <= width(one.text) <= _LINE and _is_whole(one.text) for one in pair
    ):
        return False
    if any(one.text[0] in "（(——" or _is_speech(one.text) or one.wrapped for one in pair):
        return False
    around = [*units[max(0, at - _NEAR) : at], *units[at + 2 : at + _NEAR]]
    # No paragraph ends with a comma, be those around shorter or a heading below it.
    comma = broken and pair[0].text[-1] == "，"
    least = _PARAGRAPH if comma else 2 * _PARAGRAPH
    long = [one for one in around if width(one.text) >= least and not one.wrapped]
    beside = (units[at - 1],) if comma else (units[at - 1], units[at + 2])
    return (
        len(long) >= _SEVERAL
        and units[at].gap
        and all(one.gap for one in around[1:])
        and all(
            _is_whole(one.text) and (broken or width(one.text) >= 2 * _PARAGRAPH) for one in beside
        )
    )


def _is_speech(text: str) -> bool:
    """True for what begins with a quotation mark, if that does not hold its first word alone."""
    return text[0] in "“「『" and _QUOTED_WORD.match(text) is None


_QUOTED_WORD = re.compile("^[“「『][^”」』，。！？]{1,8}[”」』](?=[^，。！？；：])")


def parted_to(units: Sequence[Unit], at: int, measure: float) -> int:
    """The end of a sentence in a few short lines, each a paragraph to the OCR, all but one behind a comma.

    No paragraph ends so. Where columns are narrow, the first line of a paragraph may, which
    fills its ``measure``. Returns 0 where no such lines begin.
    """
    end = at
    while end < len(units) and end - at < _MOST and _is_line(units[end]):
        end += 1
        if units[end - 1].text[-1] != "，":
            break
    lines = units[at:end]
    if len(lines) < 2 or not all(one.gap for one in lines) or lines[-1].text[-1] != "。":
        return 0
    text = "".join(one.text for one in lines)
    full = any(abs(width(lines[0].text) + lead - measure) <= _NARROWER for lead in (0, 2))
    around = [*units[max(0, at - _NEAR) : at], *units[end : end + _NEAR]]
    long = sum(width(one.text) >= _PARAGRAPH and not one.wrapped for one in around)
    fits = _SENTENCE <= width(text) <= _WHOLE and "。" not in text[:-1] and _is_whole(text)
    return end if fits and not full and long >= _SEVERAL else 0


def _is_line(unit: Unit) -> bool:
    """True for words on a short line, which nobody says and nothing marks."""
    plain = not (unit.wrapped or unit.bullet or unit.quoted or unit.markup_level)
    return plain and is_han(unit.text[0]) and width(unit.text) <= _LINE


def _breaks_within(one: Unit, other: Unit) -> bool:
    """True for a sentence of more than a line that is broken in a clause, with no mark in it.

    It may break behind a comma as well, where the lines are not as long as those of a couplet.
    """
    text = one.text + other.text
    comma = one.text[-1] == "，" and width(one.text) != width(other.text)
    return (
        (is_han(one.text[-1]) or comma)
        and max(width(one.text), width(other.text)) <= _LINE
        and width(text) >= _SENTENCE + (0 if comma else _PARAGRAPH / 4)
        and min(width(one.text), width(other.text)) >= _PARAGRAPH / 4
        and other.text[-1] == "。"
        and "。" not in text[:-1]
        and _is_whole(text)
    )


_SENTENCE = 12
"""The least em of each of two sentences that are set apart."""
_NEAR, _SEVERAL = 8, 4
"""So many paragraphs around a sentence are looked at, of which several stand on a line each."""


def _is_whole(text: str) -> bool:
    """True for what ends a sentence and closes all that it opens."""
    return ends_sentence(text) and not unclosed(text) and not unopened(text)


def _lacks_stop(text: str) -> bool:
    """True for a thought that has lost its full stop, as those of headlines have."""
    return (
        is_han(text[-1])
        and width(text) >= _SENTENCE
        and not any(mark in text for mark in "。：:")
        and not (unclosed(text) or unopened(text))
    )


def _core(line: Line) -> float:
    """The em of a line without its indent, and a mark that may hang over its end."""
    text = line.text.strip()
    return width(text[:-1] if text[-1:] in "，。、；：" else text)
