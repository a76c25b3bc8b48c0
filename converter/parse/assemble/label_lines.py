"""Names of boxes that OCR has read on several lines: upright, or with their English below."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, bigrams, ends_sentence, is_han, width
from converter.names import is_name
from converter.parse.assemble.broken_headings import with_lines_joined
from converter.parse.boxes import LABEL_SHAPE, bare_label
from converter.parse.cutting import breaks_off
from converter.parse.extent import ASKED
from converter.parse.items import form_of
from converter.segment import Unit

_ENGLISH = re.compile(r"^[A-Z][A-Za-z &'’\-]{2,20}$")
_BEHIND = re.compile(r"\s*[A-Za-z][A-Za-z &'’\-]*$")
_UPRIGHT = (2, 6)
"""Characters of a name that stands upright."""
_LABEL = 10


def with_labels_whole(units: list[Unit], labels: Collection[str]) -> list[Unit]:
    """The units, with 链 and 接 below it one name, and so 链接 and LINK below that.

    ``labels`` are the names of boxes; of a column of single characters only such a name is one.
    """
    seconds: dict[int, bool] = {}
    at = 0
    while at < len(units):
        end = _upright_to(units, at)
        text = "".join(unit.text.strip() for unit in units[at:end])
        if text in labels or (end > at and LABEL_SHAPE.match(text)):
            seconds |= dict.fromkeys(range(at + 1, end), False)
            at = end
        else:
            at += 1
    units = with_lines_joined(units, seconds)
    below = {
        at: False
        for at in range(1, len(units) - 1)
        if _ENGLISH.match(units[at].text)
        and len(units[at - 1].text) <= _LABEL
        and bare_label(units[at - 1].text) in labels
    }
    units = with_lines_joined(units, below)
    titles = {at: False for at in range(2, len(units) - 1) if _is_second_line(units, at, labels)}
    return with_lines_joined(units, titles)


def _is_second_line(units: Sequence[Unit], at: int, labels: Collection[str]) -> bool:
    """True for the second line of a title under the name of a box, over its text."""
    label, above, unit, below = units[at - 2 : at + 2]
    if not all(_TITLE.match(one.text.strip()) and not form_of(one) for one in (unit, above)):
        return False
    listed = form_of(below) and at + 2 < len(units) and form_of(below) == form_of(units[at + 2])
    name = bare_label(_BEHIND.sub("", label.text.strip()))
    named = len(name) <= _LABEL and (name in labels or LABEL_SHAPE.match(name) is not None)
    text = "".join(one.text for one in units[at + 1 : at + 4])
    # No name of a box has a word of its text, below which another line is its title.
    cuts = breaks_off(label.text) and not bigrams(above.text).isdisjoint(bigrams(text))
    return (
        (named or cuts)
        and bare_label(above.text) not in labels
        and not is_name(above.text)
        and above.markup_level == unit.markup_level
        and (
            bool(listed)
            or ASKED.match(below.text) is not None
            or (ends_sentence(below.text) and width(below.text) >= _PARAGRAPH)
        )
    )


_TITLE = re.compile(rf"^[{HAN}“”《》、\d]{{3,14}}[{HAN}”》？]$")
_PARAGRAPH = 16


def _upright_to(units: Sequence[Unit], at: int) -> int:
    """Where a column of single characters ends that begins at a unit; ``at`` if none does."""
    least, most = _UPRIGHT
    end = at
    while end < len(units) and end - at < most and _is_single(units[end]):
        end += 1
    return end if end - at >= least else at


def _is_single(unit: Unit) -> bool:
    text = unit.text.strip()
    return len(text) == 1 and is_han(text)
