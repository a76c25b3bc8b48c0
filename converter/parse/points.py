"""Boxes of points under a title of their own, set between whole paragraphs of prose.

怎么看一口锅补没补好？ over 对着太阳看，不透光。 and two more such lines: in an article of long
paragraphs without headings a few short ones in a row, each a sentence, stood in a frame.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, number, width
from converter.names import is_name
from converter.parse.cutting import breaks_off
from converter.parse.headings import Numbering
from converter.parse.labels import names_box
from converter.segment import Unit

_TITLE = (4, 22)
"""Em of a title."""
_PROSE, _POINT = 44.0, 30.0
"""Em of the usual paragraph of such an article at least, and of a point at most."""
_FEWEST, _MOST = 3, 6
_STOPS = re.compile("[。！？]")
_SPEAKS = re.compile("^(?P<who>[^：:，。]{2,4})[：:]")


def points_to(units: Sequence[Unit], numbers: Sequence[Numbering | None]) -> dict[int, int]:
    """The titles of such boxes among the units of an article, and where each box ends."""
    prose = sorted(
        size for unit in units if ends_sentence(unit.text) and (size := width(unit.text)) > _POINT
    )
    if len(prose) < _FEWEST or prose[len(prose) // 2] < _PROSE:
        return {}
    heads = [at for at in range(1, len(units) - 1) if _may_head(units, numbers, at)]
    found = {}
    for at in heads:
        end = at + 1
        while end < len(units) and _is_point(units[end], numbers[end]):
            end += 1
        if _FEWEST <= end - at - 1 <= _MOST and end < len(units) and _is_prose(units[end]):
            found[at] = end
    return found if len(found) == len(heads) else {}  # other headings are its sisters


def points_of_talk(units: Sequence[Unit], numbers: Sequence[Numbering | None]) -> dict[int, int]:
    """The titles of lists that stand between the turns of a talk or end it, and where each ends.

    她修过的四座桥 over 东门桥（2016年）：……, one to a line: nobody of that name speaks.
    """
    items = [_ITEM.match(unit.text) for unit in units]
    heard = Counter(hit["name"] for hit in items if hit is not None)
    if sum(count > 1 for count in heard.values()) < _SPEAKERS:
        return {}
    found = _asides(
        units,
        numbers,
        [hit["name"] if hit is not None and heard[hit["name"]] > 1 else "" for hit in items],
    )
    end = 0
    for at in range(1, len(units) - _FEWEST):
        if at < end or not _is_title(units[at], numbers[at]):
            continue
        end = at + 1
        while end < len(units) and _is_item(items[end], heard):
            end += 1
        turn = items[end] if end < len(units) else None
        over = end == len(units) or (turn is not None and heard[turn["name"]] > 1)
        if end - at > _FEWEST and over and ends_sentence(units[at - 1].text):
            found[at] = end
    return found


def _asides(
    units: Sequence[Unit], numbers: Sequence[Numbering | None], speaks: Sequence[str]
) -> dict[int, int]:
    """The titles of boxes that stand between an answer and the next question, and where each ends.

    In a talk a heading stands over a turn. A few words over paragraphs that nobody ``speaks`` (the names, by units), above
    the next turn, head a box: 骆明其人 over 1979年生于某县，……. One paragraph may as well be the rest
    of the answer under a heading of its own, unless headings stand over turns in the same talk.
    """
    turns = [at for at, name in enumerate(speaks) if name]
    if len(turns) < _TURNS or len(set(speaks) - {""}) != _SPEAKERS:
        return {}
    titles = [
        at
        for at in range(turns[0] + 1, turns[-1])
        if _is_title(units[at], numbers[at]) and ends_sentence(units[at - 1].text)
    ]
    heads = sum(speaks[at + 1] != "" for at in titles)
    found = {}
    for at in titles:
        end = next(turn for turn in turns if turn > at)
        whole = all(ends_sentence(unit.text) for unit in units[at + 1 : end])
        if whole and (1 if heads else 2) <= end - at - 1 <= _ASIDE:
            found[at] = end
    return found if len(found) <= max(1, heads) else {}


def counted_in_sentence(units: Sequence[Unit]) -> dict[int, int]:
    """The titles that count what stands below them within a broken sentence, and where that ends.

    给爸爸的三句话 over three short paragraphs, be it below a picture: no caption counts so.
    """
    found = {}
    for at in range(1, len(units) - _FEWEST):
        hit = _COUNTING.search(units[at].text) if len(units[at].text) <= _TITLE[1] else None
        if hit is None or not breaks_off(units[at - 1].text):
            continue
        end = at + 1 + (number(hit["n"]) or 0)
        points = units[at + 1 : end]
        told = all(width(one.text) <= _COUNTED and ends_sentence(one.text) for one in points)
        if end < len(units) and len(points) > 1 and told and not units[end].opens:
            found[at] = end
    return found


def counted_between(units: Sequence[Unit], numbers: Sequence[Numbering | None]) -> dict[int, int]:
    """The titles that tell whose few words stand below them between whole paragraphs, and where those end.

    老戴的三句话 over three sentences, one to a line, and no more: a heading counts no paragraphs.
    """
    found = {}
    for at in range(1, len(units) - _FEWEST):
        hit = _OWN_WORDS.search(units[at].text) if len(units[at].text) <= _TITLE[1] else None
        if hit is None or not _is_title(units[at], numbers[at]):
            continue
        end = at + 1 + (number(hit["n"]) or 0)
        points = range(at + 1, end)
        if end >= len(units) or len(points) < _FEWEST or _is_point(units[end], numbers[end]):
            continue
        told = all(_is_point(units[one], numbers[one]) for one in points)
        if told and ends_sentence(units[at - 1].text) and width(units[end].text) > _POINT:
            found[at] = end
    return found


_OWN_WORDS = re.compile("的(?P<n>[三四五六七八3-8])(?:句[话話]?|件事|[问問招条條])$")
_COUNTING = re.compile(
    "(?P<n>[两兩二三四五六七八2-8])(?:句[话話]?|件事|[个個][^，。：]{1,4}|[问問招步条條点點样樣])$"
)
_COUNTED = 60
"""Em of the longest of a few paragraphs that are counted."""


def _is_item(item: re.Match[str] | None, heard: Mapping[str, int]) -> bool:
    """True for a short item whose first words stand in no other, as names of speakers would."""
    return (
        item is not None
        and heard[item["name"]] == 1
        and width(item["rest"]) <= _SAID
        and ends_sentence(item["rest"])
    )


def years_to(units: Sequence[Unit], numbers: Sequence[Numbering | None]) -> dict[int, int]:
    """The titles of chronicles that stand close together between paragraphs, and where each ends.

    热线十一年 over 2012年 开通，…… and two more such lines at least, with no blank line between them.
    """
    found = {}
    for at in range(1, len(units) - _FEWEST):
        if not (units[at].gap and _is_title(units[at], numbers[at])) or units[at + 1].gap:
            continue
        end, year = at + 1, 0
        while end < len(units) and not units[end].gap:
            hit = _IN_YEAR.match(units[end].text)
            if hit is None or int(hit["year"]) < year or width(units[end].text) > _LINE:
                break
            end, year = end + 1, int(hit["year"])
        whole = end == len(units) or units[end].gap
        if whole and end - at > _FEWEST and width(units[at - 1].text) >= _ABOVE:
            found[at] = end
    return found


def told_in_brackets(units: Sequence[Unit]) -> dict[int, int]:
    """The names of boxes whose lines each open with a word in brackets, and where each box ends.

    行前须知 over 【交通】……, 【食宿】……, 【提醒】……, each a paragraph.
    """
    found = {}
    for at in range(1, len(units) - _FEWEST):
        text = units[at].text.strip()
        if not units[at].gap or len(text) > _LONGEST_NAME or not names_box(text):
            continue
        end = at + 1
        while end < len(units) and _IN_BRACKETS.match(units[end].text):
            end += 1
        if end - at > _FEWEST:
            found[at] = end
    return found


_LONGEST_NAME = 8
_IN_BRACKETS = re.compile(r"^【[^】]{2,6}】\s*\S")
_IN_YEAR = re.compile(r"^(?P<year>(?:1[89]|20)\d\d)\s*(?:年|[：:—–-])")
_LINE, _ABOVE = 60, 24
"""Em of what happened in a year, at most, and of the paragraph above the title at least."""
_SPEAKERS, _TURNS, _ASIDE = 2, 4, 4
"""Who talks, so many turns at least, and the most paragraphs of a box between them."""
_ITEM = re.compile(
    r"^(?P<name>[^\s，。；：！？“”]{1,8}?)(?:（[^（）。]{1,12}）)?[：:](?P<rest>\S.*)$"
)
_SAID = 36
"""Em of what such an item tells, at most."""


def things_to(units: Sequence[Unit]) -> dict[int, tuple[str, int]]:
    """The lists of what is needed under 材料箱 or 所需工具: the name of each, and where it ends.

    旧船板两块 / 麻绳三十厘米 / 桐油半碗: each thing has a line, and none a mark at its end.
    """
    found = {}
    for at in range(1, len(units) - _FEWEST):
        text = units[at].text.strip()
        hit = _NEEDED.match(text) if len(text) <= _LONGEST_NAME + 2 else None
        if hit is None:
            continue
        end = at + 1
        while end < len(units) and _is_thing(units[end], units[at + 1]):
            end += 1
        while units[at + 1].gap and end > at + 1 and not _AMOUNT.search(units[end - 1].text):
            end -= 1  # what stands between blank lines as well may be the next heading
        if end - at > _FEWEST:
            found[at] = hit["name"], end
    return found


def _is_thing(unit: Unit, first: Unit) -> bool:
    """True for a thing that stands as close as the ``first``: blank lines part all or none."""
    text = unit.text.strip()
    marked = unit.wrapped or unit.markup_level or unit.bullet
    marked = marked or (unit is not first and unit.gap != first.gap)
    return not marked and width(text) <= _THING and _THING_MARKS.search(text) is None


_NEEDED = re.compile(
    r"^[【〖◇◆■●★▲◎☆]?\s*(?P<name>[\u4e00-\u9fff]{0,3}(?:器材|工具|装备|裝備|行囊|百宝|百寶|材料)(?:箱|包|袋|盒|清单|清單|单|單)"
    r"|(?:工具|材料|器材)[与和與及](?:工具|材料|器材)|(?:所需|需要|要[用备])的?(?:材料|工具|器材))\s*[】〗◇◆■●★▲◎☆]?$"
)
_THING = 20
"""The most em of such a thing."""
_AMOUNT = re.compile("[一二两兩三四五六七八九十半百几幾各\\d]|若干|适量|適量|少许|少許")
_THING_MARKS = re.compile(r"[，。；：！？…]|^\d{1,2}[.．、]|^[（(]")


def _may_head(units: Sequence[Unit], numbers: Sequence[Numbering | None], at: int) -> bool:
    """True for a few words below a whole paragraph."""
    return _is_title(units[at], numbers[at]) and _is_prose(units[at - 1])


def _is_title(unit: Unit, number: Numbering | None) -> bool:
    text = unit.text
    low, high = _TITLE
    return (
        number is None
        and low <= width(text) <= high
        and not (unit.wrapped or unit.markup_level)
        and not re.search("[，。；：！“]", text)
        and (is_han(text[-1]) or text[-1] == "？")
    )


def _is_prose(unit: Unit) -> bool:
    return width(unit.text) >= _PROSE and ends_sentence(unit.text)


def _is_point(unit: Unit, number: Numbering | None) -> bool:
    """True for a short paragraph of one sentence, which nobody says."""
    text = unit.text
    who = _SPEAKS.match(text)
    return (
        number is None
        and width(text) <= _POINT
        and ends_sentence(text)
        and len(_STOPS.findall(text)) == 1
        and not re.search("[“「]", text)
        and not (who and is_name(who["who"]))
    )
