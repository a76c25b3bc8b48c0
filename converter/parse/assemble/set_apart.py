"""What of a text is set apart: by gaps that are rare, flush, or in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, key, width
from converter.parse.paragraph import complete
from converter.segment import Unit

_RARE = 4
"""Blank lines part no paragraphs where so many times more units have none above them."""
_UNCHANCED = 14
"""So many characters are not said twice by chance, where no blank lines tell anything."""
NEAR = 6
"""Units on either side that tell whether blank lines part the pieces of an article."""
CUT_OFF = 12
"""Em of the line that a quotation cuts off, of which a heading has less."""


def stands_alone(units: Sequence[Unit], index: int) -> bool:
    """True for a whole sentence between whole sentences."""
    text, before = units[index].text, units[index - 1].text if index else "。"
    apart = units[index].gap and (index + 1 == len(units) or units[index + 1].gap)
    apart = apart or is_set_flush(units, index)
    if not apart and (len(key(text)) < _UNCHANCED or not gaps_are_rare(units, index)):
        return False
    return ends_sentence(text) and ends_sentence(before)


def gaps_are_rare(units: Sequence[Unit], index: int) -> bool:
    """True where blank lines part pages at most, and no paragraphs."""
    near = units[max(0, index - NEAR) : index + NEAR]
    return sum(unit.gap for unit in near) * _RARE <= len(near)


def interrupts(units: Sequence[Unit], index: int) -> bool:
    """True for a whole sentence in the middle of another one, or for a clause set apart there."""
    before = units[index - 1].text if index else "。"
    if complete(before):
        return False
    if width(before) > 24 and ends_sentence(units[index].text):
        return True
    return stands_apart(units, index) and width(before) > CUT_OFF


def stands_apart(units: Sequence[Unit], index: int) -> bool:
    """True for a unit between blank lines, or where the OCR keeps none at all."""
    if index + 1 >= len(units):
        return False
    if (units[index].gap and units[index + 1].gap) or is_set_flush(units, index):
        return True
    return not any(unit.gap for unit in units[max(0, index - NEAR) : index + NEAR])


def ends_text(units: Sequence[Unit], index: int) -> bool:
    """True for the last unit, between blank lines, or where the OCR keeps none at all."""
    if index + 1 < len(units) or not index:
        return False
    return units[index].gap or not any(unit.gap for unit in units[-NEAR:])


def is_set_flush(units: Sequence[Unit], index: int) -> bool:
    """True for a sentence on a line of its own without an indent, where paragraphs have theirs.

    What stands above has ended, so that it goes on with nothing.
    """
    unit = units[index]
    if unit.wrapped or unit.opens or unit.indent >= 1 or not ends_sentence(unit.text):
        return False
    near = units[max(0, index - NEAR) : index + NEAR]
    near = [one for one in near if ends_sentence(one.text)]  # paragraphs, and no headings
    opened = sum(one.opens is True for one in near)
    return opened * 2 > len(near) and index > 0 and complete(units[index - 1].text)


def is_said(text: str) -> bool:
    """True for “……。”: whole sentences in the marks of speech."""
    return text[0] in "“「" and text[-2:] in ("。”", "。」", "！”", "！」")
