"""Running heads with counts: a folio and a word of the magazine's own behind it, or 叁 讲坛.

渡口 06站 and 讲坛 ▶ 12面 tell pages, 叁 讲坛 the which of all sections this one is; 6 / 2023.08
has the issue's date beside the folio.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key
from converter.segment.chapters import is_part
from converter.segment.heads import head_key
from converter.segment.page_edges import EDGE_NUMBER, cuts_sentence
from converter.source import Line

_HEAD = re.compile(
    rf"^\s*(?P<name>\S.*?)(?:\s*[▶►▸▷>＞»›→◆◇·•|｜/／]\s*|\s+)(?P<page>(?=[lIOo]*\d)[\dlIOo]{{1,3}})\s?(?P<word>[{HAN}]{{1,2}})\s*$"
)
_DIGITS = str.maketrans("lIOo", "1100")
_LONGEST = 40
"""Characters of such a head."""
_FEWEST = 2
"""Heads that make a form."""


def counted_heads(
    lines: Sequence[Line], names: Collection[str], reasons: Collection[int]
) -> list[tuple[int, int]]:
    """The places of such heads, and their pages; ``names`` are keys of the issue's names.

    The same word stands behind all the numbers, which rise from page to page. ``reasons`` has
    the numbers of the lines that are furniture already.
    """
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for position, line in enumerate(lines):
        if line.blank or len(line.text) > _LONGEST or line.number in reasons:
            continue
        hit = _HEAD.match(line.text)
        if hit is not None and key(hit["name"]) in names:
            found[hit["word"]].append((position, int(hit["page"].translate(_DIGITS))))
    return [
        place
        for places in found.values()
        if len(places) >= _FEWEST and all(a[1] < b[1] for a, b in itertools.pairwise(places))
        for place in places
    ]


_SECTION = re.compile(
    rf"^(?:第\s*)?(?P<number>[壹贰貳叁參肆伍陆陸柒捌玖拾]{{1,2}}|[一二三四五六七八九十]{{1,2}}|\d{{1,2}})[ \u3000·.．、｜|]\s*(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,7}})$"
)


def counted_sections(
    lines: Sequence[Line], names: Collection[str], reasons: Collection[int]
) -> list[int]:
    """The places of 叁 讲坛 within sentences or over text: running heads, as a line above says the same.

    Above the first article of the section, whose title is below, it stands by right.
    """
    found, seen = [], set()
    for position, line in enumerate(lines):
        if line.blank or len(line.text) > _LONGEST or line.number in reasons:
            continue
        hit = _SECTION.match(line.text.strip())
        if hit is None or key(hit["name"]) not in names:
            continue
        name = key(line.text)
        below = next(
            (line.text for line in lines[position + 1 : position + 4] if not line.blank), ""
        )
        if name in seen and (cuts_sentence(lines, position) or ends_sentence(below)):
            found.append(position)
        seen.add(name)
    return found


_HAN_DIGITS = "〇零○一二三四五六七八九十"
_DATE = (
    r"(?:(?:19|20)\d\d\s*(?:[.·年/-]\s*\d{1,2}\s*[月期]?[號号刊]?|年?\s*第\s*\d{1,2}\s*期)"
    rf"|[{_HAN_DIGITS}]{{4}}年(?:第?[{_HAN_DIGITS}]{{1,3}}[月期][號号刊]?|[春夏秋冬]季?[號号刊])|第\s*\d{{1,3}}\s*期)"
)
"""2023.08, 2023年第3期 and 二〇二二年十月號."""
_DATED_FOLIO = re.compile(
    rf"^\s*(?:(?P<left>\d{{1,3}})(?:\s*[/／|｜·•—–]\s*|\s+)(?P<after>[A-Za-z ]{{0,24}}{_DATE})"
    rf"|(?P<before>[A-Za-z ]{{0,24}}{_DATE})(?:\s*[/／|｜·•—–]\s*|\s+)(?P<right>\d{{1,3}}))\s*$"
)
_FEWEST_DATED = 3


def dated_folios(lines: Sequence[Line], reasons: Collection[int]) -> list[tuple[int, int]]:
    """The places of 6 / 2023.08 and DUKOU 2023·08 7, and their pages.

    No name of the issue need stand there: the same date comes again beside a number that rises.
    """
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for position, line in enumerate(lines):
        if line.blank or len(line.text) > _LONGEST or line.number in reasons:
            continue
        hit = _DATED_FOLIO.match(line.text)
        if hit is not None:
            page = int(hit["left"] or hit["right"])
            found[key(hit["after"] or hit["before"])].append((position, page))
    return [
        place
        for places in found.values()
        if len(places) >= _FEWEST_DATED and all(a[1] < b[1] for a, b in itertools.pairwise(places))
        for place in places
    ]


_FACING = 4
"""Heads on facing pages, two on either side, that are no chance."""


def facing_heads(lines: Sequence[Line], reasons: Collection[int]) -> list[tuple[int, int]]:
    """The places of 4　某年某期 and 某会会讯　5 in turns, and their pages.

    No name of the issue need stand there, and a thin issue has few pages: each of the heads comes
    again, all their numbers together count the pages one by one, and one of them cuts a sentence.
    """
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for position, line in enumerate(lines):
        text = line.text.strip()
        if not 5 <= len(text) <= _LONGEST or line.number in reasons or ends_sentence(text):
            continue
        edge = EDGE_NUMBER.match(text)
        name = head_key(text) if edge is not None and not is_part(text) else ""
        if edge is not None and len(name) >= _FACING:
            found[name].append((position, int(edge["left"] or edge["right"])))
    again = [places for places in found.values() if len(places) > 1]
    heads = sorted(place for places in again for place in places)
    if len(again) != _SIDES or len(heads) < _FACING:
        return []
    if any(two - one != 1 for (_, one), (_, two) in itertools.pairwise(heads)):
        return []
    return heads if any(cuts_sentence(lines, position) for position, _ in heads) else []


_SIDES = 2


_LONE = re.compile(
    rf"^(?:(?P<left>\d{{1,3}})[·•|｜/／](?P<head>[{HAN}]{{2,8}})|(?P<tail>[{HAN}]{{2,8}})[·•|｜/／](?P<right>\d{{1,3}}))$"
)
_STEP = 2
"""By so much at most the pages of two such heads differ: OCR may have misread one between them."""


def lone_heads(lines: Sequence[Line], reasons: Collection[int]) -> list[tuple[int, int]]:
    """The places of 20·渡口 and 21·渡口, and their pages, where nothing else tells the magazine's name.

    One name alone stands beside numbers that count the pages, and a sentence is cut by one of them.
    """
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for position, line in enumerate(lines):
        text = line.text.strip()
        if not 4 <= len(text) <= _LONGEST or line.number in reasons:
            continue
        hit = _LONE.match(text)
        if hit is not None:
            page = int(hit["left"] or hit["right"])
            found[hit["head"] or hit["tail"]].append((position, page))
    return [
        place
        for places in found.values()
        if len(places) >= _FACING
        and all(0 < b[1] - a[1] <= _STEP for a, b in itertools.pairwise(places))
        and any(cuts_sentence(lines, position) for position, _ in places)
        for place in places
    ]


_NAMED = re.compile(
    rf"^(?:(?P<left>\d{{1,3}})\s+(?P<head>[{HAN}](?:[ ·]?[{HAN}]){{1,11}})|(?P<tail>[{HAN}](?:[ ·]?[{HAN}]){{1,11}})\s+(?P<right>\d{{1,3}}))$"
)
_KNOWN = 3
"""So many pages that are known tell which numbers fit between them."""


def fitting_heads(
    lines: Sequence[Line], pages: Collection[tuple[int, int]], reasons: Collection[int]
) -> list[tuple[int, int]]:
    """The places of 讲坛 7 and 讲坛 9 among heads of other forms, and their pages.

    Each number is the page right behind one of the known ``pages`` above, or behind such a head, and
    before the next one; a sentence is cut by one of them. No list need have the name.
    """
    known = sorted(pages)
    if len(known) < _KNOWN:
        return []
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for position, line in enumerate(lines):
        text = line.text.strip()
        if not 4 <= len(text) <= _LONGEST or line.number in reasons or ends_sentence(text):
            continue
        hit = _NAMED.match(text) if text[0].isdecimal() or text[-1].isdecimal() else None
        if hit is None:
            continue
        page = int(hit["left"] or hit["right"])
        at = bisect_left(known, (position, 0))
        before, after = known[at - 1][1] if at else 0, known[at][1] if at < len(known) else page + 1
        own = found[key(hit["head"] or hit["tail"])]
        above = max(before, own[-1][1] if own and own[-1][1] < after else 0)
        if 0 < page - above <= _STEP and before and page < after:
            own.append((position, page))
    return [
        place
        for places in found.values()
        if any(cuts_sentence(lines, position) for position, _ in places)
        for place in places
    ]
