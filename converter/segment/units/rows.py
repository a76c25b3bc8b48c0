"""Rows of a table or a list, and what else is set apart from running text."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, is_han, width
from converter.names import is_name
from converter.segment.units.grid import (
    Grid,
    fills,
    is_indented,
)
from converter.segment.units.pieces import RIGHT
from converter.segment.units.signs import (
    COLUMNS,
    NUMBERED,
)
from converter.segment.units.unit import indent_of
from converter.source import Line

_NAMES_GUEST = re.compile(rf"^[{HAN}](?:[ \u3000]?[{HAN}]){{1,2}}\u3000+[{HAN}]{{4,}}$")
"""沈 萍　某某省某某院院长, under the first guest: another one, and what he is."""
_CLAUSE = re.compile("[，。；：？！、]")
_GAP = re.compile("[ \u3000]")
_WIDE_GAP = re.compile(" *\u3000[ \u3000]*")
_APART = re.compile("[ \u3000]{2,}")
"""What parts the cells of a row, where each may be letter-spaced."""
_CELL, _CELLS = 16, 3
"""Em of the widest cell of a table, and the fewest in a row."""
_TABLE = re.compile(r"^[续續]?表\s*\d{1,2}(?:[-.—]\d{1,2})?(?:[ \t\u3000]+\S|$)")
_NAMES_TABLE = re.compile(
    rf"(?:表|得分|成绩|成績|数据|數據|对照|對照|比较|比較|一览|一覽|统计|統計|情况|情況|价格|價格|参数|參數|结果|結果)$"
    rf"|[（(](?:单位|單位)?[：:]?[{HAN}/%％‰℃]{{1,8}}[）)]$"
)
"""What a table is called, or the unit of its figures behind that: 各月来船（艘）."""
_SHORT_OF = 2
"""By so many em at least a line is short of its column that is no text."""
_HEAD = re.compile(rf"^[{HAN}]{{1,6}}(?:[（(/／][^（）()]{{1,6}}[）)]?)?$")
_DIGITS = re.compile(r"\d+")
_FIGURE = re.compile(r"^[+-]?\d[\d.,]*[%％‰]?$|^[-－–—…]$")


def is_set_apart(line: Line, following: Line, grid: Grid) -> bool:
    """True if columns, bars, markup or an indent part two lines."""
    text, after = line.text.strip(), following.text.strip()
    if COLUMNS.search(text) or COLUMNS.search(after) or _are_rows(text, after):
        return True
    if _is_row(text) or _is_row(after):
        return True
    if text[0] in "表续續" and _heads_rows(text, after):
        return True
    if text.count("|") >= 2 or after.count("|") >= 2 or text.startswith("#"):
        return True
    indent, next_indent = indent_of(line.text), indent_of(following.text)
    if next_indent > 4 and indent <= 4 and ends_sentence(text):
        return True  # a signature at the right edge
    if (
        next_indent >= RIGHT
        and next_indent > indent + 0.9
        and (is_signed(after) or _NAMES_GUEST.match(after))
    ):
        return True  # a house or a place, and who signs, below a title that is as long as a line
    if is_indented(following) and next_indent > indent + 0.9:
        return True
    if grid.indented and is_indented(following):
        names = text.count("\u3000") >= _CELLS - 1 and not _CLAUSE.search(text)
        if names or not fills(line, grid.measure):
            return True  # a row of names is none of the text below it, full as it may be
    ends = ends_sentence(text) or (text[-1] in "；：" and NUMBERED.match(after) is not None)
    return indent >= 1.0 and next_indent >= 1.0 and ends


def _heads_rows(text: str, after: str) -> bool:
    """True for 表1　各月的船次 above 月份 天数 船次: a caption, and the cells of the first row."""
    if not _TABLE.match(text) or ends_sentence(text) or _CLAUSE.search(after):
        return False
    cells = after.split()
    return len(cells) > 1 and all(width(cell) <= _CELL for cell in cells)


def _are_rows(text: str, after: str) -> bool:
    """True for 15℃左右 8小时 45分钟 above 20℃左右 5小时 30分钟: as many cells, most with figures.

    7月6日 环湖跑 平芜 above 7月19日 登山赛 石坪 are rows as well: the first cells tell things of one kind.
    """
    if not (_GAP.search(text) and _GAP.search(after)):
        return False
    if _are_measured(text, after):
        return True
    rows = (text.split(), after.split())
    if not len(rows[0]) == len(rows[1]) >= _CELLS or _CLAUSE.search(text + after):
        return False
    if any(width(cell) > _CELL for row in rows for cell in row):
        return False
    one, other = (_DIGITS.sub("0", row[0]) for row in rows)
    figures = sum(any(map(str.isdecimal, cell)) for cell in rows[1])
    return 2 * figures >= len(rows[1]) or (one == other and one[0] == "0")


def _are_measured(text: str, after: str) -> bool:
    """True for 10℃以下　起道、拨道　— above 20℃以上　巡查、浇水　全部作业: cells of words behind a measure.

    Each is parted by one wide blank, as no sentence has them; the upper row may be the head.
    """
    if _SENTENCE.search(text + after):
        return False
    rows = (text.split("\u3000"), after.split("\u3000"))
    if not len(rows[0]) == len(rows[1]) >= _CELLS:
        return False
    if any(not cell or width(cell) > _CELL for row in rows for cell in row):
        return False
    return _MEASURED.match(rows[1][0]) is not None and (
        _MEASURED.match(rows[0][0]) is not None or not any(map(str.isdigit, text))
    )


_SENTENCE = re.compile("[，。；！？：]")
_MEASURED = re.compile(r"^[lI\d][\d.,]*[^\d\s]{0,3}(?:[-—–~～至到]\d[\d.,]*)?[^\d\s]{1,4}$")
"""10℃以下, 15℃至20℃, 3年以上."""


def is_above_rows(text: str, after: str, then: str, measure: float) -> bool:
    """True for what stands above the head of a table, or above the caption over that.

    表1 …… over cells may cut a sentence. A line that is no full one of the column ``measure`` carries no
    row of names.
    """
    if _are_rows(after, then) or (after[0] in "表续續" and _heads_rows(after, then)):
        return True
    if _heads_columns(after, then):
        return True
    spaced = _NAMES_TABLE.search(after) or (
        width(after) < measure - _SHORT_OF and all(map(_HEAD.match, then.split()))
    )
    cells = then.split() if spaced else re.split("\u3000+", then)
    heads = len(cells) >= _CELLS and all(0 < width(cell) <= _CELL for cell in cells)
    may_stand = ends_sentence(text) or (
        _NAMES_TABLE.search(after) is not None and not _CLAUSE.search(after)
    )
    return heads and may_stand and not (ends_sentence(after) or _CLAUSE.search(then))


def _heads_columns(text: str, after: str) -> bool:
    """True for 衣　着　　　人　数　　百分率 above 厚袜棉鞋　　218　　9.6: as many cells, some letter-spaced."""
    if not _is_row(after) or _CLAUSE.search(text):
        return False
    cells = _APART.split(text)
    return len(cells) == len(_WIDE_GAP.split(after)) and all(width(cell) <= _CELL for cell in cells)


def _is_row(text: str) -> bool:
    """True for 番茄　19　0.9　10　19: a word, and a figure in each cell behind it, however far apart."""
    if "\u3000" not in text:
        return False
    first, *cells = _WIDE_GAP.split(text)
    return (
        len(cells) + 1 >= _CELLS
        and has_han(first)
        and width(first) <= _CELL
        and all(map(_FIGURE.match, cells))
    )


def is_signed(text: str) -> bool:
    """True for some words without a mark, and behind a blank the name of a person."""
    place, _, name = text.partition("\u3000" if "\u3000" in text else " ")
    whole = len(place) > 1 and all(map(is_han, place))
    return whole and is_name(re.sub(r"\s", "", name))
