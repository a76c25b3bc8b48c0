"""Boxes that say where they end: 【人物名片】 …… 【人物名片完】, （资料完）.

An editor who has no rule or tint to close a sidebar says so in words, and the words are the
frame's, not the text's. They prove the box as well: what opens with the same name is one.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.parse.assemble.outline import Outline
from converter.parse.boxes import BoxStart, bare_label
from converter.segment import Unit

_END = re.compile(
    rf"^(?:[【〖〔［\[（(]|[—\-=＝◇◆■●▲★☆※]+)\s*(?P<name>[{HAN}]{{1,8}}?)[·：:\s]?(?:完|完毕|完畢|结束|結束)\s*(?:[】〗〕］\]）)]|[—\-=＝◇◆■●▲★☆※]+)$"
)
"""【人物名片完】, （资料完）, ——链接完——."""
_OF_ANY = re.compile("^(?:本?框|[资資]料|[链鏈]接|附[录錄文]?|小[资資]料|[专專][栏欄]|本?[栏欄])$")
"""What may close a box of any name."""
_OF_TEXT = re.compile("^(?:全|本|上|中|下|正|[连連][载載]|未|续|續)(?:文|篇|期|刊|部|集)?$")
"""（全文完） closes the article."""
_REACH, _LINE = 16, 26
"""The most units of such a box, and the most em of the line with its name."""
_TITLED = re.compile(
    rf"^[【〖〔［\[■●◆★▲◎]?\s*(?P<label>[{HAN}]{{1,8}})(?:\s*[：:·|｜]\s*|[ \u3000]+)(?P<title>[^。；]{{1,24}}?)[】〗〕］\]]?$"
)


def close_boxes(outline: Outline) -> frozenset[int]:
    """End the boxes that say where, beginning those that nothing else tells; the units that say so."""
    found: set[int] = set()
    for at, unit in enumerate(outline.units):
        name = end_name(unit)
        opens = _opens(outline, at, name) if name else None
        if opens is None:
            continue
        outline.starts[opens] = outline.starts[opens] or _start(outline.units[opens], name)
        for place in range(opens + 1, at + 1):
            outline.starts[place] = None
            outline.points.pop(place, None)
        outline.points[opens] = outline.units[at - 1].last
        found.add(at)
    return frozenset(found)


def end_name(unit: Unit) -> str:
    """The name of the box that a line says is over, "" for any other line."""
    hit = _END.match(unit.text.strip()) if len(unit.text) <= _LINE else None
    return "" if hit is None or _OF_TEXT.match(hit["name"]) else hit["name"]


def _opens(outline: Outline, at: int, name: str) -> int | None:
    """The unit above with the same name, or else the nearest box that a general word closes."""
    starts = outline.starts
    floor = max(0, at - _REACH)
    while any(end_name(unit) for unit in outline.units[floor:at]):
        floor += 1  # below the end of the box before
    above = range(at - 1, floor - 1, -1)
    for place in above:
        start = starts[place]
        known = start is not None and bare_label(start.label or start.rest).endswith(name)
        if (known or _is_named(outline.units[place], name)) and place < at - 1 + _holds(start):
            return None if outline.is_decided(place) else place
    if _OF_ANY.match(name) is None:
        return None
    nearest = next((place for place in above if starts[place] is not None), None)
    return None if nearest is None or outline.is_decided(nearest) else nearest


def _holds(start: BoxStart | None) -> bool:
    """True if the text of a box begins on the line of its name."""
    return start is not None and not start.own_line and not start.titled


def _is_named(unit: Unit, name: str) -> bool:
    """True for the line of a name and perhaps a title, and no more."""
    text = unit.text.strip()
    if width(text) > _LINE or ends_sentence(text):
        return False
    hit = _TITLED.match(text)
    return squeeze(bare_label(text)) == name or (hit is not None and hit["label"] == name)


def _start(unit: Unit, name: str) -> BoxStart:
    hit = _TITLED.match(unit.text.strip())
    if hit is None or hit["label"] != name:
        return BoxStart(bare_label(unit.text), "", own_line=True)
    return BoxStart(name, hit["title"].strip(), own_line=False, titled=True)
