"""Names of sections with what they are about behind a dot: 封面专题·调查研究, 征文·我的第一篇稿子.

A dot stands in the names of people from abroad as well, but none of theirs ends in a word that
sections are called by; and no title of a piece of such a name has neither page nor author.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from converter import patterns as re
from converter.hanzi import HAN
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page
from converter.values import replace

_NAME = re.compile(
    rf"^[{HAN}]{{0,6}}(?:专题|專題|专稿|專稿|特稿|策划|策劃|征文|徵文|聚焦|关注|關注|访谈|訪談|论坛|論壇|讲坛|講壇|专栏|專欄|报道|報導|视点|視點|观察|觀察|连载|連載|系列|主题|主題|特刊|特辑|特輯)[·•・](?=.{{2,14}}$)[{HAN}“”]+$"
)


def with_themed_names(rows: Sequence[Row]) -> list[Row]:
    """The rows, each such name alone on its own, be it from the first cell of a row of a table."""
    made: list[Row] = []
    for row, below in zip_longest(rows, rows[1:]):
        name, *rest = row.cells
        if _NAME.match(name) is None or row.section:
            made.append(row)
        elif rest:
            made.append(Row([name], row.lines, gap=True, alone=True, section=True))
            made.append(replace(row, cells=rest, gap=False, columns=row.columns[1:]))
        elif below is not None and _NAME.match(below.cells[0]) is None and not holds_page(name):
            made.append(replace(row, gap=True, alone=True))
        else:
            made.append(row)
    return made
