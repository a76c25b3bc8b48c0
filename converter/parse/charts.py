"""What the OCR has read within a chart: the numbers and names along its axes.

They stand beside the caption of the figure, line by line, and say nothing without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.captions import POINTERS, is_data_source, tells_data
from converter.parse.context import Ledger
from converter.parse.headings import numbering
from converter.parse.tables import is_caption, is_figure
from converter.segment import Unit

_NUMBERS = re.compile(r"^[\d.,:：%％~—–\-+\s]*\d[\d.,:：%％~—–\-+\s]*$")
_TICKS = re.compile(r"^(?:\d{1,4}\s?[年月日季]\s*){3,}$")
"""2019年 2020年 2021年, along the axis of a chart."""
_AXIS = re.compile(
    rf"^[{HAN}A-Za-zα-ωΑ-Ω\s]{{1,14}}[/／]\s*[（(]?[^，。；：\s{HAN}]{{1,14}}[）)]?$"
    rf"|^[{HAN}]{{2,12}}[（(](?:单位[：:]\s*)?(?:[%％‰℃]|[百千万萬亿億]?[{HAN}]{{1,3}}|[A-Za-z/]{{1,6}})[）)]$"
)
"""土壤含水率/%, 风速/(m·s-1): what is measured, and in which unit (GB 3101-1993 §2.1); in
magazines the unit stands in brackets: 门店数（万家）."""
_SHARE = re.compile(
    rf"^[{HAN}A-Za-z0-9—–\-～~“”]{{1,10}}[\s：:]+[约約]?\d[\d.,]*\s*(?:[%％]|[百千万萬亿億]?[{HAN}]{{0,2}})$"
)
"""粉面 38%, 加盟费 5.8万元: a part of what a chart shows, and how much it is."""
_SERIES = re.compile(r"^[A-Za-z][A-Za-z0-9\-_]{0,7}(?:\s+[A-Za-z][A-Za-z0-9\-_]{0,7}){1,8}$")
_NAME = re.compile(rf"^[{HAN}]{{1,4}}$")
_KEY = re.compile(
    rf"^(?:[■□●○▲△◆◇]\s*[{HAN}A-Za-z]{{1,12}}(?:[（(][^（）()，。；]{{1,10}}[）)])?\s*){{2,6}}$"
)
"""■ 学校数（所） ■ 学生数（万人）: what the colours of a chart stand for."""
_SHARES = 3
"""So many parts with their figures are a chart, beside its caption."""
_REACH = 12
"""Units beside a caption that may be those of its chart."""


def without_charts(units: list[Unit], ledger: Ledger) -> list[Unit]:
    """The units but for the labels of charts, which the ledger then has."""
    labels = chart_labels(units)
    for at in sorted(labels):
        for number, text in units[at].bare_lines():
            ledger.drop(number, text, "chart-label")
    return [unit for at, unit in enumerate(units) if at not in labels] if labels else units


def chart_labels(units: Sequence[Unit]) -> frozenset[int]:
    """The units that are nothing but the labels of a chart beside a caption."""
    found: set[int] = set()
    for at, unit in enumerate(units):
        if width(unit.text) <= 64 and _is_caption(unit.text):
            before = _beside(units, range(at - 1, max(-1, at - 1 - _REACH), -1))
            if is_data_source(unit.text) and all("：" in units[one].text for one in before):
                before = set()  # 总长：3012米, and its like in a box that tells its source
            if before and _heads_table(units, min(before)):
                before = set()
            above = min(before, default=at) - 1
            broken = above >= 0 and not ends_sentence(units[above].text)
            after = range(at + 1, min(len(units), at + 1 + _REACH))
            found |= before | _beside(units, after, broken=broken)
    return frozenset(found)


def _heads_table(units: Sequence[Unit], first: int) -> bool:
    """True if the rows that begin at a unit stand below 表1 …… and perhaps the names of columns."""
    return any(is_caption(unit.text) for unit in units[max(0, first - 2) : first])


def _is_caption(text: str) -> bool:
    """True for the caption of a figure, by its number, or for what says whence its figures are."""
    return is_figure(text.lstrip(POINTERS + " ")) or tells_data(text) or is_data_source(text)


def _beside(units: Sequence[Unit], places: range, *, broken: bool = False) -> set[int]:
    """The labels in some places, the nearest first; none without rows of numbers, or an axis.

    A word behind them may be a heading, unless a sentence is ``broken`` by the chart, or all the
    others have a number each and this one, too.
    """
    taken: list[int] = []
    axes = numbers = shares = 0
    for at in places:
        text = units[at].text.strip()
        if _AXIS.match(text) or _KEY.match(text):
            axes += 1
        elif _NUMBERS.match(text) or _TICKS.match(text):
            numbers += 1 + (len(text.split()) > 2)
        elif _SHARE.match(text) and numbering(text) is None:
            shares += 1
        elif not (_SERIES.match(text) or (_NAME.match(text) and numbering(text) is None)):
            break
        taken.append(at)
    while taken and not broken and not _is_counted(units, taken):
        taken.pop()
    return set(taken) if shares >= _SHARES or (numbers and axes + numbers >= 2) else set()


def _is_counted(units: Sequence[Unit], taken: Sequence[int]) -> bool:
    """True unless the last of some labels is a word that may head the text: not for 住房 / 31.7.

    Each bar of a chart has its name and below that its number, several in a row.
    """
    texts = [units[at].text.strip() for at in sorted(taken)]
    if not _NAME.match(units[taken[-1]].text.strip()):
        return True
    if taken[-1] != min(taken):
        return False
    pairs = list(zip(texts[::2], texts[1::2], strict=False))
    bars = [bool(_NAME.match(name) and _ONE.match(figure)) for name, figure in pairs]
    return sum(bars) >= _SHARES and all(bars[:_SHARES])


_ONE = re.compile(r"^\d[\d.,]*\s*[%％]?$")
