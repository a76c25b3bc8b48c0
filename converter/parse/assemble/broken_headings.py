"""Headings of two lines that OCR has parted by a blank line, as if each were a paragraph."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, unclosed, unopened, width
from converter.names import is_body, split_names
from converter.parse.assemble.set_apart import gaps_are_rare
from converter.parse.boxes import LABEL_SHAPE, is_attribution
from converter.parse.grams import Trigrams
from converter.parse.headings import continuation, ends_in_particle, numbering
from converter.parse.kinds import is_salutation, labelled
from converter.segment import Unit

_LEAST, _MOST, _WORDS = 4, 16, 12
"""The least em of a line of such a heading, the most, and the most of lines without a mark."""
_WHOLE, _PARAGRAPH = 5, 24
"""Em of the shortest line that no name of a box is, unless it ends with 的 and the like, and of the text below."""
_EVEN = 3
"""By so many em two lines without a mark between them differ at most, as they are centred."""
_FULL = 1.2
"""By so many em a line differs from those of its column that may be one of them."""
_SAID = 0.3
"""What :func:`continuation` says of words that the text joins as well."""
_ASKED = re.compile(r"^[^，。；！？“”]{1,8}[：:].*[？?]$")
_BARE = re.compile(rf"^[{HAN}“”《》、\d]+$")


def with_headings_whole(
    units: list[Unit], measure: float, labels: Collection[str], trigrams: Trigrams
) -> list[Unit]:
    """The units, with 突出项目牵引， and below it 让资金跟着规划走 put together.

    ``measure`` is the em of a printed line, 0 where unknown; ``labels`` are names of boxes.
    Lines without a comma between them belong together if the text says elsewhere what stands
    at their seam: a name under a letter may stand above a heading as well.
    """
    seconds = {
        at
        for at in range(1, len(units) - 1)
        if _are_apart(units, at)
        and _is_above(units, at - 1, measure, labels)
        and _is_below(units, at, labels)
        and _belong(units[at - 1], units[at], trigrams)
    }
    return with_lines_joined(units, dict.fromkeys(seconds, True))


def with_lines_joined(units: list[Unit], seconds: Mapping[int, bool]) -> list[Unit]:
    """The units, of which ``seconds`` are one with those above them; the value tells if they are wrapped."""
    if not seconds:
        return units
    made: list[Unit] = []
    for at, unit in enumerate(units):
        if at in seconds:
            above = made.pop()
            lines, text = (*above.lines, *unit.lines), above.text + unit.text
            made.append(above._replace(lines=lines, text=text, wrapped=seconds[at]))
        else:
            made.append(unit)
    return made


def _are_apart(units: Sequence[Unit], at: int) -> bool:
    """True for two short lines between blank lines, with a paragraph or a question below them.

    Where OCR keeps hardly any blank lines, they need none below prose.
    """
    above, unit, below = units[at - 1], units[at], units[at + 1]
    marks = (above.bullet, above.quoted, above.caption, above.pictured, unit.quoted, unit.bullet)
    return (
        (
            (above.gap and below.gap and (unit.gap or _closes(above.text, unit.text)))
            or _has_no_gaps(units, at)
        )
        and not any(marks)
        and not (above.wrapped or unit.wrapped or unit.markup_level or unit.strong)
        and all(_LEAST <= width(one.text) <= _MOST for one in (above, unit))
        and (
            width(below.text) >= _PARAGRAPH
            or _ASKED.match(below.text) is not None
            or _closes(above.text, unit.text)
        )
    )


def _closes(above: str, below: str) -> bool:
    """True for “灯不是挂 over 给人看的”: a quotation that goes over two lines."""
    return (
        above[0] == "“" and below[-1] == "”" and unclosed(above) == "“" and unopened(below) == "”"
    )


def _has_no_gaps(units: Sequence[Unit], at: int) -> bool:
    """True below prose where blank lines part nothing."""
    prose = at > 1 and width(units[at - 2].text) >= _PARAGRAPH
    return prose and gaps_are_rare(units, at)


def _is_above(units: Sequence[Unit], at: int, measure: float, labels: Collection[str]) -> bool:
    """True for what may be the first line, below a whole paragraph or another heading."""
    text, size = units[at].text, width(units[at].text)
    before = units[at - 1].text if at else "。"
    full = measure and min(abs(size - measure), abs(size + 2 - measure)) <= _FULL
    whole = ends_sentence(before) or before[-1] == "）"
    whole = whole or (width(before) <= _PARAGRAPH and before[-1] not in "，、；")
    return (
        whole
        and not full
        and not is_salutation(text)
        and labelled(text) is None
        and LABEL_SHAPE.match(text) is None
        and text not in labels
        and not is_attribution(text)
    )


def _is_below(units: Sequence[Unit], at: int, labels: Collection[str]) -> bool:
    """True for what may be the second line, and is no name of a box that cuts a sentence."""
    text = units[at].text
    return (
        (is_han(text[-1]) or text[-1] in "”」》？！")
        and not re.search("[，。；：]", text)
        and numbering(text) is None
        and not is_attribution(text)
        and labelled(text) is None
        and LABEL_SHAPE.match(text) is None
        and text not in labels
    )


def _goes_on_numbered(above: str, below: str) -> bool:
    """True for 一、基本面貌： over 回来的是哪些人, which name nobody: no heading ends with its colon."""
    return above[-1] == "：" and split_names(below) is None and not is_body(below)


_NEAR = 2
"""Lines from one to the next with nothing but a blank one between."""


def _belong(first: Unit, second: Unit, trigrams: Trigrams) -> bool:
    """True for a clause with its comma and the next one, or for one clause on two even lines."""
    above, below = first.text, second.text
    whole = above + below
    if unclosed(whole) or unopened(whole):
        return False
    if above[-1] == "，":
        return not re.search("[。；：]", above)
    if unclosed(above):
        return not re.search("[，。；：]", whole)
    if numbering(above) is not None:
        # Across a page, whatever stands between the two is told where they are joined.
        return second.first - first.last <= _NEAR and _goes_on_numbered(above, below)
    sizes = width(above), width(below)
    return (
        _BARE.match(whole) is not None
        and (min(sizes) >= _WHOLE or ends_in_particle(above))
        and max(sizes) <= _WORDS
        and abs(sizes[0] - sizes[1]) <= _EVEN
        and continuation(above, below, trigrams) >= _SAID
    )
