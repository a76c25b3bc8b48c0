"""Tables whose columns single blanks part, in rows alike."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, width
from converter.names import split_names
from converter.parse.context import Context
from converter.parse.headings import numbering
from converter.parse.tables import (
    FoundTable,
    is_caption,
    is_row,
    table_of,
    without_english,
)
from converter.segment import Unit

_WIDEST = 16
"""Em of a cell: what is wider is a clause."""
_MOST_ROWS = 40
_FIGURE = re.compile(r"[\d一二三四五六七八九十百千万亿萬億半两兩零〇％%]")
_BLANK = re.compile(r"\s")
_CLAUSE = re.compile("[。，；：？！、]")


def read_words(units: Sequence[Unit], start: int, context: Context) -> FoundTable | None:
    """Read rows whose cells single blanks part; ``None`` if they are no table.

    A short line right above them is their caption.
    """
    numbered = is_caption(units[start].text)
    if not numbered and _cells(units[start]) is not None:
        found = _alike_rows(units, start, 0)
        return None if found is None else table_of(found[0], None, found[1], context)
    if start + 1 >= len(units) or not _may_caption(units[start], units[start + 1]):
        return None
    found = _alike_rows(units, start + 1, 2 if numbered else 1)
    return None if found is None else table_of(found[0], units[start], found[1], context)


def _alike_rows(
    units: Sequence[Unit], start: int, caption: int
) -> tuple[list[tuple[list[str], Unit]], int] | None:
    """The rows that make a table below such a caption, and where they end, be it that blank lines part them."""
    rows, end = _rows(units, start, ragged=caption == _NUMBERED)
    if _alike(rows, caption):
        return rows, end
    rows, end = _rows(units, start, spaced=True)
    return (rows, end) if _counts_a_column(rows, caption) else None


_NUMBERED = 2
"""How sure a caption with a number is."""


def _rows(
    units: Sequence[Unit], start: int, *, ragged: bool = False, spaced: bool = False
) -> tuple[list[tuple[list[str], Unit]], int]:
    """The rows from a unit on, and where they end.

    ``ragged``: in some of them a cell may be empty; ``spaced``: blank lines part all of them.
    """
    rows: list[tuple[list[str], Unit]] = []
    at = start
    while at < min(len(units), start + _MOST_ROWS):
        unit = units[at]
        if len(rows) >= _TORN and (torn := _torn(units, at, len(rows[0][0]))):
            rows.append(torn)
            at += 2
            continue
        cells = _cells(unit, listing=ragged and bool(rows))
        # blank lines part all rows
        apart = unit.gap and not ((ragged or spaced) and units[start].gap)
        if ragged and rows and not apart and len(cells or ()) != len(rows[0][0]):
            cells = _uneven(unit, rows)
        if cells is None or (rows and (apart or len(cells) != len(rows[0][0]))):
            break
        rows.append((cells, unit))
        at += 1
    return rows, at


def _torn(units: Sequence[Unit], at: int, columns: int) -> tuple[list[str], Unit] | None:
    """3.0 35 13 over 15 among rows of four cells: a row whose last figures stand on the next line."""
    below = units[at + 1] if at + 1 < len(units) else None
    if below is None or below.gap or units[at].gap or not below.text[0].isdecimal():
        return None
    cells = [*units[at].text.split(), *below.text.split()]
    if len(cells) != columns or not all(map(_VALUE.match, cells[1:])):
        return None
    lines = (*units[at].lines, *below.lines)
    return cells, units[at]._replace(text=" ".join(cells), lines=lines)


def _uneven(unit: Unit, rows: Sequence[tuple[list[str], Unit]]) -> list[str] | None:
    """The cells of a row that has not as many words as those above it, ``None`` if it is none.

    P值 0.021 0.008 lacks figures right behind its first word; Treatment　Plant height says in
    English what the head says, in words that do not tell where a cell ends.
    """
    text, columns = unit.text, len(rows[0][0])
    if len(rows) == 1 and not has_han(text) and has_han(rows[0][1].text) and text[0].isalpha():
        return [text, *[""] * (columns - 1)] if text.count(" ") >= columns else None
    cells = text.split()
    if len(unit.lines) != 1 or not 2 <= len(cells) < columns or numbering(text) is not None:
        return None
    if cells[0][0].isdigit() or not all(map(_VALUE.match, cells[1:])):
        return None
    return [cells[0], *[""] * (columns - len(cells)), *cells[1:]]


_TORN = 2
"""So many rows above tell how many cells one has that OCR has torn."""
_VALUE = re.compile(r"^(?:[<>＜＞≤≥≈]?[+＋-]?\d[\d.,:/～~±–—-]*[%％‰]?[*＊a-e]{0,3}|[-–—])$")
"""A figure of a statistic: <0.001, 3.12±0.21a."""


def _cells(unit: Unit, *, listing: bool = False) -> list[str] | None:
    """The words of a line that may be cells; ``None`` for a line of text.

    Where ``listing``, below the head of a table that is told otherwise, a cell may be 铲壳、捻缝,
    and 其中：自动档 before nothing but figures.
    """
    text = unit.text
    if listing and all(map(_VALUE.match, text.split()[1:])):
        text = re.sub("[：:]", "", text, count=1)
    if len(text.split(maxsplit=1)) < 2 or len(unit.lines) != 1 or is_row(text):
        return None
    if _CLAUSE.search(text.replace("、", "") if listing else text) or text[-1] == "、":
        return None
    whole = unit.text
    spaced = "\u3000" in whole and " " not in _THOUSANDS.sub("", whole)
    cells = [part for part in whole.split("\u3000") if part] if spaced else whole.split()
    return cells if len(cells) >= 2 and all(width(cell) <= _WIDEST for cell in cells) else None


_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""20 000 behind a wide blank is one figure, as GB/T 15835 writes it."""


def _may_caption(unit: Unit, below: Unit) -> bool:
    text = unit.text
    return (
        not ends_sentence(text)
        and text[-1] not in "，、；："
        and (len(unit.lines) == 1 or (is_caption(text) and not unit.wrapped))
        and width(without_english(text)) <= 40
        and (not _BLANK.search(text) or is_caption(text))
        and (not below.gap or _names_table(text))
    )


def _lie_across(rows: Sequence[tuple[list[str], Unit]], columns: int) -> bool:
    """True for 温度 15 18 20 over 时间 190 140 120: the heads stand before figures, not above them."""
    return (
        len(rows) >= 2
        and columns >= _ACROSS
        and all(has_han(cells[0]) and all(map(_PURE.match, cells[1:])) for cells, _ in rows)
    )


_ACROSS = 3
_PURE = re.compile(
    rf"^(?:[+＋-]?\d[\d.,:/／～~–—-]*(?:[%％‰℃°]|[A-Za-z]{{1,3}}|[{HAN}]{{1,2}})?|[-–—])$"
)
"""A figure with its unit, or the dash that stands for none."""


_NAMES = re.compile(
    rf"(?:表|得分|成绩|成績|数据|數據|对照|對照|比较|比較|一览|一覽|统计|統計|情况|情況|时间|時間|价格|價格|参数|參數|结果|結果)(?:\s*[（(][^（()）]{{1,16}}[）)])?$|[（(]单?位?[：:]?[{HAN}/]{{1,8}}[）)]$"
)
"""What tables are called: 四款三脚架主要数据, 七瓶酱油试味得分（满分10分）."""


def _names_table(text: str) -> bool:
    """True for a name of a table that a blank line may part from it."""
    return is_caption(text) or _NAMES.search(text) is not None


def _alike(rows: Sequence[tuple[list[str], Unit]], caption: int) -> bool:
    """True if rows in single blanks are a table: they hold figures below their heads.

    ``caption`` tells how sure their caption is: 0 for none, 2 for 表1. Rows of names are none.
    """
    columns = len(rows[0][0]) if rows else 0
    if _lie_across(rows, columns if caption else columns - 1):
        return True
    if len(rows) < 3:
        return False
    if columns < (2 if caption == _NUMBERED else 3):
        return False
    if caption == _NUMBERED or _counts_a_column(rows, caption):
        return True
    words = [cell for cells, _ in rows for cell in cells]
    if sum(1 for word in words if split_names(word)) * 2 > len(words):
        return False
    below = [cell for cells, _ in rows[1:] for cell in cells[1:]]
    heads = [cell for cell in rows[0][0] if _FIGURE.match(cell)]
    figures = sum(1 for cell in below if _FIGURE.search(cell))
    return figures * 2 >= len(below) and len(heads) * 2 <= columns and len(rows) + caption >= 4


def _counts_a_column(rows: Sequence[tuple[list[str], Unit]], caption: int) -> bool:
    """True for 日期 赛事 地点 over 7月6日 环湖跑 平芜: short words without figures, and figures below one of them.

    The other columns may hold words or names alone.
    """
    head, below = rows[0][0] if rows else [], rows[1:]
    if len(head) < _COUNTED or len(below) + caption < _COUNTED or not all(map(_HEAD.match, head)):
        return False
    return any(all(_BEGINS.match(cells[at]) for cells, _ in below) for at in range(len(head)))


_COUNTED = 3
"""So many rows below a head count by no chance."""
_HEAD = re.compile(rf"^[{HAN}]{{1,6}}(?:[（(/／][^（）()]{{1,6}}[）)]?)?$")
_BEGINS = re.compile(r"^[*＊第约約]?\d")
