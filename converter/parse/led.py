"""Rows of a roll: a name, and behind leaders or a wide blank what goes with it.

某某 · · · · · · 5万元 and 某女士　五十元 stand in lists of gifts, prizes and dues; no sentence goes
on from one into the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.segment import Unit
from converter.segment.units.signs import INDEXED, LED, ROW, TIMED, are_paired

_AMOUNT = re.compile(
    r"^[^\s，。；：！？]{2,12}[ \u3000]+(?:人民[币幣])?[\d.,万萬千百十一二三四五六七八九两兩零〇壹贰叁肆伍陆柒捌玖拾佰仟]+"
    r"(?:余|多)?\s*(?:[万萬])?\s*(?:元|圆|圓|美元|港元|册|冊|本|件|分|票|枚|名)整?(?:\s*[（(][^（）()]{1,30}[）)])?$"
)
_FEWEST = 2
_FEWEST_AMOUNTS = 3
"""Rows that are no chance: leaders hardly stand in text, a name before an amount may."""


def rows_end(units: Sequence[Unit], at: int) -> int:
    """Where the rows of a roll end that begins at a unit, 0 if none does."""
    if is_indexed(units[at]):
        return at + 1  # the only one of its section, perhaps
    for form, least in ((LED, _FEWEST), (TIMED, _FEWEST), (_AMOUNT, _FEWEST_AMOUNTS)):
        end = at
        while end < len(units) and len(units[end].text) <= ROW and form.match(units[end].text):
            end += 1
        if end - at >= least:
            return end
    end = at
    while end < len(units) and are_paired(units[at].text, units[end].text):
        end += 1
    return end if end - at >= _FEWEST else 0


def is_indexed(unit: Unit) -> bool:
    """True for an entry of a year's index: 某某考…………某某（4·61）."""
    return len(unit.text) <= ROW and INDEXED.match(unit.text) is not None


def heads_index(units: Sequence[Unit], at: int) -> bool:
    """True for a few words over the entries of a year's index: the section in which they stood."""
    text = units[at].text
    short = width(text) <= _SECTION and not ends_sentence(text) and not is_indexed(units[at])
    return short and at + 1 < len(units) and is_indexed(units[at + 1])


_SECTION = 16
"""Em of the name of a section."""
