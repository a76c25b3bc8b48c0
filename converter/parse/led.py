"""Rows of a roll: a name, and behind leaders or a wide blank what goes with it.

某某 · · · · · · 5万元 and 某女士　五十元 stand in lists of gifts, prizes and dues; no sentence goes
on from one into the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.names import is_name, join_spaced
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


_FEWEST_NAMES = 3
_LABEL = re.compile(
    rf"^(?P<label>[{HAN}](?:[ \u3000]*[{HAN}]){{1,7}})\s*[：:]\s*(?P<who>[^，。；：:！？]+)$"
)
_NAME = 3
"""The most characters of most people's names."""
_FAMILIAR = re.compile(rf"^[老小阿][{HAN}]$")
_GROUP = re.compile(rf"^[{HAN}]{{2,12}}$")


def named_end(units: Sequence[Unit], at: int) -> int:
    """Where a roll of people or groups ends that begins at a unit, 0 if none does.

    某某　某某　某某 is one by itself; 会　长：某某 and the like are where several stand together.
    """
    end = at
    while end < len(units) and _holds_post(units[end]):
        end += 1
    if end - at >= _FEWEST_NAMES:
        return end
    end = at
    while end < len(units) and len(names_of(units[end].text)) >= _FEWEST_NAMES:
        end += 1
    return end if end > at else 0


def _holds_post(unit: Unit) -> bool:
    hit = _LABEL.match(unit.text) if len(unit.text) <= ROW and not unit.markup_level else None
    return hit is not None and all(map(_is_called, join_spaced(hit["who"].split())))


def _is_called(name: str) -> bool:
    return is_name(name) or _FAMILIAR.match(name) is not None


def names_of(text: str) -> list[str]:
    """The names on a line of nothing else, which wide blanks part; [] for any other line."""
    if "\u3000" not in text and "  " not in text:
        return []
    names = join_spaced(text.split())
    if not all(map(_GROUP.match, names)):
        return []
    people = sum(map(_is_called, names))
    ends = {name[-2:] for name in names if len(name) > _NAME}
    alike = len(ends) == 1 and min(map(len, names)) > _NAME
    return names if alike or people * 3 >= len(names) * 2 else []


def with_rolls_whole(units: Sequence[Unit]) -> list[Unit]:
    """The units of rolls, of which those are one whose lines go on flush below an indent."""
    made: list[Unit] = []
    for unit in units:
        above = made[-1] if made else None
        if above is not None and not unit.gap and unit.indent < 1 <= above.indent:
            text = f"{above.text}\u3000{unit.text}"
            made[-1] = above._replace(lines=(*above.lines, *unit.lines), text=text)
        else:
            made.append(unit)
    return made


def as_roll(text: str) -> str:
    """A line of a roll with one blank between its names, and none within them."""
    hit = _LABEL.match(text)
    if hit is None:
        return "\u3000".join(names_of(text))
    names = "\u3000".join(join_spaced(hit["who"].split()))
    return f"{squeeze(hit['label'])}：{names}"
