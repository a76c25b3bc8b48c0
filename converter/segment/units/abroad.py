"""Captions in two languages: 图1　…… and Fig.1 … below it are one."""

from __future__ import annotations

from collections.abc import Iterable

from converter import patterns as re
from converter.hanzi import HAN, has_han
from converter.segment.units.unit import Unit

_NUMBER = r"(?P<number>\d{1,2}(?:[-.—]\d{1,2})?)"
_HERE = re.compile(rf"^(?:附|续|續)?[图圖表]\s*{_NUMBER}(?=[\s：:.．{HAN}])")
ABROAD = re.compile(
    rf"^(?:Fig(?:ure|\.)?|Tab(?:le|\.))\s*{_NUMBER}(?=[\s：:.．]|(?-i:[A-Z]))", re.IGNORECASE
)
"""Table 1 …, Fig.2 …: the number of a table or a figure in English."""


def with_both_captions(units: Iterable[Unit]) -> list[Unit]:
    """The units, of which an English caption has gone to the Chinese one of the same number."""
    made: list[Unit] = []
    for unit in units:
        hit = ABROAD.match(unit.text) if unit.text[0] in "FTft" and not has_han(unit.text) else None
        above = _HERE.match(made[-1].text) if hit is not None and made else None
        if hit is not None and above is not None and above["number"] == hit["number"]:
            one = made[-1]
            text = f"{one.text} {unit.text}"
            made[-1] = one._replace(lines=one.lines + unit.lines, text=text)
        else:
            made.append(unit)
    return made
