"""The signs of headings that a converter writes before printed lines of running text.

Programs that tell headings by the size of type take each printed line that holds a Latin letter
or a superior number for one, and set it apart by blank lines: #### 层采用对数函数。通过对不同的.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, width
from converter.source import Line
from converter.values import NamedTuple

_SIGNED = re.compile(r"^\s*(?P<sign>#{1,6})\s+(?=\S)")
_STOPPED = re.compile(r"[。；，]")
_COUNTED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．]\d{1,2}){0,3}[、.．]?\s*(?=[^\d\s.．、，。]))"
)
_BROKEN = 12
"""The least em of a line that breaks off: a name or a heading is shorter."""
_FEWEST, _SHARE = 3, 0.1
"""So many lines of a level go on where the one above breaks off, and so much of all of it."""
_FULL, _SHORT = 0.85, 0.5
"""How much of its column a line fills that may go on below a blank one, and a name at most."""


class Unsigned(NamedTuple):
    """Lines without such signs, and the signs by the numbers of their lines."""

    lines: Sequence[Line]
    signs: dict[int, str]


def without_line_signs(lines: Sequence[Line]) -> Unsigned:
    """The lines without the signs of a level of headings that stand before running text.

    A heading with a number keeps its sign. Between full lines go the blank ones, too, which stand
    there since a heading has such.
    """
    levels = _levels_of_text(lines)
    if not levels:
        return Unsigned(lines, {})
    made: list[Line] = []
    signs: dict[int, str] = {}
    for line in lines:
        hit = _SIGNED.match(line.text) if "#" in line.text[:8] else None
        text = line.text[hit.end() :] if hit else ""
        if hit is None or hit["sign"] not in levels or _is_counted(text):
            made.append(line)
            continue
        signs[line.number] = signs.get(line.number, "") + hit["sign"]
        made.append(line._replace(text=text))
    return Unsigned(_closed_up(made, signs), signs)


def _levels_of_text(lines: Sequence[Line]) -> frozenset[str]:
    """The signs before lines that go on with the sentence of the line above, as no heading does."""
    if not any("#" in line.text[:8] for line in lines):
        return frozenset()
    all_of: dict[str, int] = {}
    going_on: dict[str, int] = {}
    above = ""
    for line in lines:
        if line.blank:
            continue
        hit = _SIGNED.match(line.text)
        text = line.text[hit.end() :].strip() if hit else line.text.strip()
        if hit:
            sign = hit["sign"]
            all_of[sign] = all_of.get(sign, 0) + 1
            going_on[sign] = going_on.get(sign, 0) + _goes_on(above, text)
        above = text
    return frozenset(
        sign
        for sign, count in going_on.items()
        if count >= _FEWEST and count >= _SHARE * all_of[sign]
    )


def _goes_on(above: str, text: str) -> bool:
    """True for a line with the mark of a clause in it, below one that breaks off."""
    broken = width(above) >= _BROKEN and has_han(above) and not ends_sentence(above)
    if not broken or above[-1] in "：:" or _is_counted(text):
        return False
    return width(text) >= _BROKEN and has_han(text) and _STOPPED.search(text) is not None


def _is_counted(text: str) -> bool:
    """True for 2.1 某某: short, with a number, and no sentence."""
    return _COUNTED.match(text) is not None and not ends_sentence(text) and "，" not in text


def _closed_up(lines: Sequence[Line], signs: dict[int, str]) -> list[Line]:
    """The lines without the blank ones between two of a column, one of which had a sign.

    What is short and no end of a sentence, as a name, stays apart from what is below.
    """
    measure = _measure(lines, signs)
    made: list[Line] = []
    gap: list[Line] = []
    for line in lines:
        if line.blank:
            gap.append(line)
            continue
        above = made[-1] if made else line
        signed = above.number in signs or line.number in signs
        full = width(above.text.strip()) >= _FULL * measure
        if not (gap and signed and full and _is_of_column(line.text, measure)):
            made += gap
        made.append(line)
        gap = []
        text = line.text.strip()
        if line.number in signs and not ends_sentence(text) and width(text) < _SHORT * measure:
            made.append(Line(line.number, ""))
    return made + gap


def _is_of_column(text: str, measure: float) -> bool:
    """True for what may be the next line of a column."""
    return width(text.strip()) <= measure + 2 and not _is_counted(text.strip()) and "#" not in text


def _measure(lines: Sequence[Line], signs: dict[int, str]) -> float:
    """The em of a full line: those of most signed lines that break off."""
    sizes = sorted(
        width(line.text.strip())
        for line in lines
        if line.number in signs and not ends_sentence(line.text) and _STOPPED.search(line.text)
    )
    return sizes[len(sizes) // 2] if sizes else 0.0
