"""Facts about a work, each on a line under its label: who directed a film, how long it lasts.

Reviews have them between the title and the text. Their labels look like those of speakers
(导演：……), but each comes once, and what stands behind it is no sentence. Where several places
or things are told of, each has the same facts (地址：…… 人均：……) below what is said of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.segment import Unit
from converter.segment.units import is_fact, tells_facts

_LEAST = 3
"""Facts in a row."""
_SHORT = 32
"""Em of the rest of a fact on a line of its own."""
_NAMED = re.compile(r"^[^《》，。：]{0,6}《[^》]{1,24}》$|^【[^【】，。：]{1,24}】$")
"""话剧《椅子匠》: the work above the facts about it."""


def facts_of(units: Sequence[Unit]) -> frozenset[int]:
    """The units that are such facts, with the name of the work above them."""
    found: set[int] = set()
    run: list[int] = []
    for at, unit in enumerate(units):
        text = unit.text
        if tells_facts(text) or _OF_GAME.match(text) or _is_imprint(units, at):
            found.add(at)
        if is_fact(text) or _is_of_book(text):
            run.append(at)
            continue
        if run and run[-1] == at - 1 and units[at - 1].text[-1] in "、，" and _is_rest(unit):
            run.append(at)
            continue
        found |= _whole(units, run)
        run = []
    return frozenset(found | _whole(units, run) | _recurring(units))


def cards_of_works(units: Sequence[Unit]) -> frozenset[int]:
    """The units of cards that tell of a book or a film, with its name above them.

    作者：…… is no byline there.
    """
    found: set[int] = set()
    run: list[int] = []
    for at, unit in enumerate(units):
        if is_fact(unit.text) or tells_facts(unit.text) or _is_of_book(unit.text):
            run.append(at)
            continue
        if any(_OF_WORK.match(units[place].text) for place in run):
            found |= _whole(units, run)
        run = []
    return frozenset(found)


_OF_BOOK = re.compile(
    r"^[◎●■◆□○]?\s*(?:(?:[作著编編绘繪译譯]\s*者|主\s*[编編]|[书書]\s*[名号號]|ISBN)\s*[：:]\s*[^。：:]{1,30}"
    rf"|[\[［【〔](?:[编編]?著|[编編]|[译譯]|[绘繪])[\]］】〕]\s*[{HAN}·、\s]{{2,20}}"
    rf"|[{HAN}·、\s]{{2,20}}[ \u3000](?:[编編]?著|主[编編]|[编編]|[译譯]|[绘繪])"
    rf"|[{HAN}]{{2,14}}(?:出版社|[书書](?:局|店|房|社|[馆館])|出版|[书書]院)[，,\s]*(?:19|20)\d\d\s*年[\d月第一二三四\s]{{0,8}}版?)$"
)
"""Who wrote a book, what it is called, and who printed it: only among other facts about it."""
_LONGEST = 80
"""Characters of such a line; a paragraph of prose is longer."""


def _is_of_book(text: str) -> bool:
    return len(text) <= _LONGEST and _OF_BOOK.match(text) is not None


_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s*年"
_IMPRINT = re.compile(
    rf"^[{HAN}A-Za-z·、.（）()〔〕［］\[\]\s]{{2,30}}(?:[编編]?著|主?[编編]|[译譯]|[绘繪])"
    rf"(?:[，,；;\s]\s*[^，,；;。]{{2,24}}){{0,3}}[，,；;\s][^，,；;。]{{0,20}}?"
    rf"(?:{_YEAR}\s*(?:[\d一二三四五六七八九十]{{1,2}}\s*月)?(?:第?[\d一二三四五六七八九十]{{1,2}})?(?:初?版|出版)?|\d{{1,4}}(?:\.\d\d?)?\s*元)$"
)
"""某某著，某某译，某某出版社，2018年11月，42元: who wrote a book, who printed it, when, and what it costs."""


def _is_imprint(units: Sequence[Unit], at: int) -> bool:
    """True for such a line right below the name of the work."""
    text = units[at].text
    if not at or len(text) > _LONGEST or _IMPRINT.match(text) is None:
        return False
    return _NAMED.match(units[at - 1].text) is not None


_OF_GAME = re.compile(
    rf"^[{HAN}·\s]{{2,8}}[（(](?:[执執]?[红紅黑白])?先?[胜勝负負和][）)][{HAN}·\s]{{2,8}}$"
    rf"|^(?:19|20)\d\d\s*年\d{{1,2}}月\d{{1,2}}日\s*[弈奕](?:于|於)[^。，；]{{2,40}}$"
)
"""某某（先胜）某某, and 2003年8月7日弈于某地: over the moves of a game."""
_OF_WORK = re.compile(
    r"^(?:.*年.{0,8}版$|(?:出版社?|出版(?:时间|時間|日期)|[页頁][数數]|定[价價]|版次|ISBN|[导導]演|上映)\s*[：:])"
)
"""What is told of a book or a film and of nothing else."""
_LINE = 40
"""Em of some facts on a line."""
_OFTEN = 2
"""So many lines with the same labels are such as each part of an article has."""
_PARTED = re.compile(rf"(?:[ \u3000]+|\s*[|｜／/]\s*)(?=[{HAN}]{{2,5}}[：:])")
_PART = re.compile(rf"(?P<label>[{HAN}]{{2,5}})[：:]\s*[^：。！？；]+")


def _recurring(units: Sequence[Unit]) -> set[int]:
    """Lines of two facts or more whose labels stand, in the same order, on other lines as well."""
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        if (labels := _labels(unit.text)) is not None:
            alike[labels].append(at)
    return {at for places in alike.values() if len(places) >= _OFTEN for at in places}


def _labels(text: str) -> tuple[str, ...] | None:
    """The labels of a line of several facts and nothing else, ``None`` for any other."""
    if text.count("：") + text.count(":") < _OFTEN or width(text) > _LINE or ends_sentence(text):
        return None
    hits = [_PART.fullmatch(part) for part in _PARTED.split(text)]
    if len(hits) < _OFTEN:
        return None
    labels = tuple(hit["label"] for hit in hits if hit is not None)
    return labels if len(labels) == len(hits) == len(set(labels)) else None


def _is_rest(unit: Unit) -> bool:
    """True for the second line of a fact: 主演：某某、 and 特邀演出 某某."""
    return width(unit.text) <= _SHORT and not ends_sentence(unit.text)


def _whole(units: Sequence[Unit], run: Sequence[int]) -> set[int]:
    """Some units in a row, if they are facts of several kinds; and the work above them."""
    if not run:
        return set()
    labels = {re.split("[：:]", units[at].text, maxsplit=1)[0] for at in run}
    above = run[0] - 1
    named = above >= 0 and _NAMED.match(units[above].text) is not None
    books = any(_is_of_book(units[at].text) for at in run)
    if books and not any(_OF_WORK.match(units[at].text) for at in run):
        return set()  # who made the page
    if len(labels) + (named and books) < _LEAST:
        return set()
    return {*run, above} if named else set(run)
