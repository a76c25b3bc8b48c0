"""Items of lists that exporters of Markdown mark with a sign."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, has_han, width
from converter.segment.units.signs import BULLET
from converter.segment.units.unit import Unit

_LEAST = 16
"""Em of a single item: what is shorter may be a name or a folio behind a dash."""


def unbulleted(units: Sequence[Unit]) -> list[Unit]:
    """The units, the items of lists without their marks.

    A mark is that of a list where the next item has the same one, or where the text uses
    Markdown and a whole sentence follows a hyphen: a star may as well call a note.
    """
    marks = [BULLET.match(unit.text) if unit.text[0] in "-*+" else None for unit in units]
    if not any(marks):
        return list(units)
    markdown = any(unit.markup_level for unit in units)
    made = list(units)
    for at, (unit, hit) in enumerate(zip(units, marks, strict=True)):
        if hit is None or not has_han(unit.text):
            continue
        beside = [
            other["mark"]
            for step in (at - 1, at + 1)
            if 0 <= step < len(marks) and (other := marks[step]) is not None
        ]
        alone = markdown and hit["mark"] == "-" and _is_sentence(unit.text)
        if hit["mark"] in beside or alone:
            text = unit.text[hit.end() :]
            made[at] = unit._replace(text=text, markup=unit.markup + hit["mark"], bullet=True)
    return made


def _is_sentence(text: str) -> bool:
    return width(text) >= _LEAST and ends_sentence(text)
