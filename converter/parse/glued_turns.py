"""What the next one says, on the line of the turn before it: 记者：……怎么看？某某：这件事…….

So is a heading: 由谁来点灯 记者：……. OCR gives one paragraph for two where a short question ends near the edge of its column. Who
speaks is known from the other turns, which begin paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze
from converter.segment import Unit

_SAYS = rf"^(?P<name>[{HAN}·《》]{{1,10}}|[{HAN}](?:[ \u3000][{HAN}]){{1,3}}|[QA]|生\d{{1,2}})[ \u3000]?[：:]"
_LABEL, _ALONE = re.compile(_SAYS), re.compile(f"{_SAYS}$")
_TURNS, _OFTEN = 4, 2
"""So many turns make a talk, and so often each of two must speak who is known by that."""


def with_turns_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units of an article, with each turn of a talk on its own that stands behind another's last sentence."""
    units = _with_names_joined(units)
    named = [_speaker(unit.text) for unit in units]
    names = [name for name, often in Counter(filter(None, named)).items() if often >= _OFTEN]
    lesson = _is_lesson(named)
    turns = [
        at for at, name in enumerate(named) if name in names or (lesson and _PUPIL.match(name))
    ]
    if (len(names) < _OFTEN and not lesson) or len(turns) < _TURNS:
        return list(units)
    written = "|".join(
        r"[ \u3000]?".join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True)
    )
    if lesson:
        written += f"|{_PUPILS}"
    begins = re.compile(rf"(?<=[。？！”…])[ \u3000]*(?P<who>{written})[ \u3000]?[：:](?=\s*\S)")
    headed = re.compile(
        rf"^[^，。；：！？“”（）]{{4,20}}[ \u3000]+(?P<who>{written})[ \u3000]?[：:](?=\s*\S)"
    )
    made: list[Unit] = []
    for at, unit in enumerate(units):
        within = turns[0] <= at <= turns[-1] + 1
        starts = _beginnings(unit, named[at], begins) if within else []
        hit = headed.match(unit.text) if within and not (named[at] or unit.wrapped) else None
        if hit is not None and ends_sentence(units[at - 1].text):
            starts.insert(0, hit.start("who"))  # the heading above a turn
        made += _parted(unit, starts)
    return made


_PUPILS = r"生\d{0,2}|众生?|全班"
"""Who answers a teacher, be it once: one of many, or all of them."""
_PUPIL = re.compile(r"^生\d{1,2}$")


def _is_lesson(named: Sequence[str]) -> bool:
    """True where a teacher speaks with pupils who are counted: 师：……, 生1：……, 生2：……."""
    pupils = sum(_PUPIL.match(name) is not None for name in named)
    return pupils >= _OFTEN and named.count("师") + named.count("師") >= _OFTEN


def _with_names_joined(units: Sequence[Unit]) -> list[Unit]:
    """The units, in which who speaks and has lost what is said stands before that again: 记者： over …….

    The others who speak, and the same one elsewhere, have their names before their words.
    """
    alone = {at for at, unit in enumerate(units[:-1]) if _ALONE.match(unit.text)}
    if not alone:
        return list(units)
    named = [_speaker(unit.text) for unit in units]
    often = Counter(name for at, name in enumerate(named) if name and at not in alone)
    made: list[Unit] = []
    for at, unit in enumerate(units):
        if at - 1 in alone and made and made[-1] is units[at - 1]:
            above = units[at - 1]
            known = often[named[at - 1]] >= _OFTEN and len(often) >= _OFTEN
            if known and not named[at] and ends_sentence(unit.text) and not unit.quoted:
                made[-1] = unit._replace(
                    text=above.text + unit.text, lines=(*above.lines, *unit.lines),
                    gap=above.gap, opens=above.opens, indent=above.indent, wrapped=unit.wrapped,
                )  # fmt: skip
                continue
        made.append(unit)
    return made


def _speaker(text: str) -> str:
    """Who is said to speak at the beginning of a text, "" if nobody is."""
    hit = _LABEL.match(text)
    return squeeze(hit["name"]) if hit is not None else ""


def _beginnings(unit: Unit, who: str, begins: re.Pattern[str]) -> list[int]:
    """Where the next speakers begin within the text of a unit that ``who`` opens, if anybody does."""
    if unit.quoted or unit.caption or unit.bullet:
        return []
    lines = {line.text.strip()[:_OPENING] for line in unit.lines[1:]} if unit.wrapped else None
    found = []
    for hit in begins.finditer(unit.text):
        start = hit.start("who")
        own = squeeze(hit["who"])
        # Of several printed lines each turn begins one, be it somewhere within the paragraph.
        whole = lines is None or unit.text[start : start + _OPENING] in lines
        if own != who and start and whole:
            found.append(start)
            who = own
    return found if len(found) <= _MOST else []


_OPENING, _MOST = 8, 40
"""Characters by which a printed line is told, and the turns on one: more make no paragraph of a talk."""


def _parted(unit: Unit, starts: Sequence[int]) -> list[Unit]:
    """The turns of a unit, which begin at ``starts`` and at its beginning."""
    if not starts:
        return [unit]
    ends = [*starts, len(unit.text)]
    texts = [unit.text[start:end].strip() for start, end in zip([0, *starts], ends, strict=True)]
    if not unit.wrapped:
        return [unit._replace(text=text, gap=unit.gap or at > 0) for at, text in enumerate(texts)]
    firsts = _lines_of(unit, texts[1:])
    if firsts is None:
        return [unit]
    rows = [
        unit.lines[first:last]
        for first, last in zip([0, *firsts], [*firsts, len(unit.lines)], strict=True)
    ]
    return [
        unit._replace(text=text, lines=own, wrapped=len(own) > 1, gap=unit.gap or at > 0)
        for at, (text, own) in enumerate(zip(texts, rows, strict=True))
    ]


def _lines_of(unit: Unit, texts: Sequence[str]) -> list[int] | None:
    """The printed lines that the turns of a unit begin, one below the other; ``None`` if not all do."""
    found = [0]
    for text in texts:
        opening = text[:_OPENING]
        below = range(found[-1] + 1, len(unit.lines))
        at = next((at for at in below if unit.lines[at].text.strip()[:_OPENING] == opening), -1)
        if at < 0:
            return None
        found.append(at)
    return found[1:]
