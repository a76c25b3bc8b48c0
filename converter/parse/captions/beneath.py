"""Texts beneath pictures and objects, where an issue has such."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.parse.captions.told import LONGEST
from converter.segment import Unit

_MEASURED = re.compile(
    r"^[（(]?(?:通|残|殘|口|底|腹|直|外|内)?(?:高|长|長|宽|寬|径|徑|厚|重)(?:约|約)?\s*\d+(?:\.\d+)?\s*"
    r"(?:厘米|公分|毫米|米|尺|寸|克|公斤|千克|cm|mm|kg|g)"
)
_LABEL_LINES = 4


def object_label(units: Sequence[Unit], at: int) -> int:
    """The end of the label of an object in a collection, 0 if none begins at a unit.

    铁船钉（北宋） / 残长12.6厘米，重83克　馆藏号……: a name, and how large the object is.
    """
    end = at
    while end < len(units) and end - at <= _LABEL_LINES and (end == at or not units[end].gap):
        if width(units[end].text) > LONGEST or ends_sentence(units[end].text):
            return 0
        end += 1
    texts = [unit.text for unit in units[at:end]]
    measured = [index for index, text in enumerate(texts) if _MEASURED.match(text)]
    return end if measured and measured[0] <= 1 and end - at <= _LABEL_LINES else 0


_SHORT = 48
"""Em of a caption under a picture: two lines of a column and what is left of a third."""


def has_captions(units: Sequence[Unit]) -> bool:
    """True if the pictures of an issue have captions: short texts where its paragraphs are long."""
    below = [unit for unit in units if unit.pictured and not unit.markup_level]
    texts = [width(unit.text) for unit in below if not unit.strong]
    if len(texts) < 3:
        return False
    short = sum(1 for size in texts if size <= _SHORT)
    prose = sorted(
        width(unit.text)
        for unit in units
        if not unit.pictured and ends_sentence(unit.text) and width(unit.text) >= 12
    )
    return short * 4 >= len(texts) * 3 and len(prose) >= 8 and prose[len(prose) // 2] >= _SHORT


_SLANTED = ("**", "__")
"""The signs around a line in italics, of which one stands at either end."""
_SEVERAL, _LONGEST = 2, 72


def is_slanted(unit: Unit) -> bool:
    """True for a line in italics as a whole, as layout tools set what stands beneath a picture."""
    plain = not (unit.strong or unit.markup_level or unit.bullet or unit.quoted)
    return unit.markup in _SLANTED and plain and width(unit.text) <= _LONGEST


def has_slanted_captions(units: Sequence[Unit]) -> bool:
    """True if several pictures of an issue have such a line beneath them."""
    return sum(unit.pictured and is_slanted(unit) for unit in units) >= _SEVERAL


def may_caption(unit: Unit) -> bool:
    """True for a text that may stand under a picture where pictures have captions."""
    text = unit.text
    return (
        unit.pictured
        and not (unit.markup_level or unit.strong or unit.bullet)
        and width(text) <= _SHORT
        and text[0] not in "“「『"
        and text[-1] not in "：，、；"
        and sum(map(text.count, "。！？")) <= 3
        and (ends_sentence(text) or len(text) >= 8)
    )


_TIMED = re.compile(r"^(?:[01]?\d|2[0-4])[:：][0-5]\d[ \u3000]+\S")
_TIMED_LENGTH = 96
"""Em of the longest caption that opens with the hour: twice that of others."""


def timed_captions(units: Sequence[Unit]) -> frozenset[int]:
    """The units of 04:05　…… and 04:22　……, each right below a picture: the photographs of a day.

    In a day that is told in words some of the hours have no picture.
    """
    found = [at for at, unit in enumerate(units) if _TIMED.match(unit.text)]
    if len(found) < _SEVERAL or not all(_is_timed_caption(units[at]) for at in found):
        return frozenset()
    return frozenset(found)


def _is_timed_caption(unit: Unit) -> bool:
    return unit.pictured and _is_short_text(unit)


def _is_short_text(unit: Unit) -> bool:
    """True for plain text that ends a sentence, and is as long as a caption that opens with the hour may be."""
    plain = not (unit.strong or unit.markup_level or unit.bullet)
    return plain and ends_sentence(unit.text) and width(unit.text) <= _TIMED_LENGTH


_HOUR_FIRST = re.compile(
    r"^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日[，,\s]\s*)?(?:[01]?\d|2[0-4])[:：][0-5]\d[，。,\s]\s*\S"
)


def hours_within(units: Sequence[Unit]) -> frozenset[int]:
    """The units of 07:25，学生班。…… and 12:40，午睡。……, apart from each other within one broken sentence.

    No sentence goes on with an hour, and no two paragraphs stand in the middle of it: they are the
    photographs of a day, whose captions begin with the time.
    """
    found: set[int] = set()
    at = 1
    while at < len(units):
        end = at
        while end < len(units) and _tells_hour_first(units[end]):
            end += 1
        broken = not ends_sentence(units[at - 1].text) and units[at - 1].wrapped
        if end - at >= _SEVERAL and broken and end < len(units) and units[end].gap:
            found.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(found)


def _tells_hour_first(unit: Unit) -> bool:
    return unit.gap and _is_short_text(unit) and _HOUR_FIRST.match(unit.text) is not None
