"""Numbers that may be those of pages: which of them are not, and how else they are written."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.source import Line

_COLUMN = 3
"""So many numbers on lines right below one another are figures of a chart, and no folios."""


def without_columns(bare: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The numbers alone on their lines, but for those that stand in columns."""
    kept: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for place in bare:
        if run and place[0] != run[-1][0] + 1:
            kept += run if len(run) < _COLUMN else []
            run = []
        run.append(place)
    return kept + (run if len(run) < _COLUMN else [])


def without_cells(lines: Sequence[Line], bare: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The numbers alone on their lines, but for those among the cells below 表2 ……, without a blank line."""
    return [place for place in bare if not _is_cell(lines, place[0])]


def _is_cell(lines: Sequence[Line], at: int) -> bool:
    """True for a number between two short lines, above which others stand up to the caption of a table."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or not _is_short(below):
        return False
    for line in reversed(lines[max(0, at - _CELLS) : at]):
        if _CAPTION.match(line.text):
            return True
        if not _is_short(line):
            return False
    return False


def _is_short(line: Line) -> bool:
    text = line.text.strip()
    return len(text) > 0 and width(text) <= _CELL and not ends_sentence(text)


_CELLS, _CELL = 60, 12
"""Lines below a caption that may be its cells, and the em of the longest."""
_CAPTION = re.compile(r"^\s*[附续續]?表\s*\d{1,2}(?!\d)[^。，]*$")


_FIGURES = re.compile("[〇○零一二三四五六七八九]{3,4}")
_ZEROS = frozenset("〇○零")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


_LOOKS = frozenset("lIOoОЗZS0123456789")
_AT_EDGE = re.compile(
    r"^(?=[IOoОЗZS]*[\dl])[\dlIOoОЗZS]{2,3}(?=\s+\D)"
    r"|(?<=[\u4e00-\u9fff|｜·]\s)\s*(?=[IOoОЗZS]*[\dl])[\dlIOoОЗZS]{2,3}$"
)
"""科学窗 l1: a folio that the OCR has read as letters, beside a running head."""
_AMONG = re.compile(
    r"(?<=\s)(?:(?=[lIOo]*\d)[\dlIOo]{1,4}[.．·/-])?(?=[lIOo]*\d)[\dlIOo]{1,4}(?=\s|$)"
)
"""2OO6.31 l7: the issue and the folio behind the name."""
_AS_DIGITS = str.maketrans("lIOoОЗZS", "11000325")


def in_digits(text: str) -> str:
    """二〇二四年, 〇一八 and 科学窗 l1 in digits; the first have a zero, as words have not."""
    if text[:1] in _LOOKS or text[-1:] in _LOOKS:
        text = _AT_EDGE.sub(lambda hit: hit[0].translate(_AS_DIGITS), text)
        text = _AMONG.sub(lambda hit: hit[0].translate(_AS_DIGITS), text)
    if _ZEROS.isdisjoint(text):
        return text
    return _FIGURES.sub(
        lambda hit: hit[0] if _ZEROS.isdisjoint(hit[0]) else hit[0].translate(_DIGITS), text
    )
