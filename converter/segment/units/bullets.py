"""Items of lists that a mark tells, such as those of exporters of Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, width
from converter.segment.units.signs import BULLET
from converter.segment.units.unit import Unit
from converter.source import Line

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


def items_of(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines that begin with the mark of an item, as another of them does, or all do.

    No line begins with a dot that carries the text on, though OCR may have torn one name so.
    """
    if len(lines) < _ITEMS:
        return frozenset()
    if len(lines) > _ITEMS and all(
        _FACT.match(line.text) for line in lines[1:]
    ):  # below 开放时间：…… or a title
        return frozenset(line.number for line in lines[1:])
    marks = [_ITEM.match(line.text) for line in lines]
    counts = Counter(hit["mark"] for hit in marks if hit is not None)
    return frozenset(
        line.number
        for line, hit in zip(lines, marks, strict=False)
        if hit is not None and counts[hit["mark"]] > 1
    )


_ITEMS = 2
_FACT = re.compile(rf"^\s*[{HAN}]{{2,8}}[：:]\s*\S")
_ITEM = re.compile(rf"^\s*(?P<mark>[·•●▪◆■○◇])\s*(?=[{HAN}“《\d])(?!.{{0,12}}(?P=mark))")


def _is_sentence(text: str) -> bool:
    return width(text) >= _LEAST and ends_sentence(text)
