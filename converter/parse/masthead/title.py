"""Which line of the masthead is the magazine's title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, squeeze, width
from converter.model import MastheadKind as Kind
from converter.parse.masthead.items import Item
from converter.parse.masthead.kinds import TERMS
from converter.parse.masthead.numbers import DATE
from converter.segment.regions import NAMED_ISSUE
from converter.segment.regions.labels import PINYIN
from converter.segment.regions.newsletter import COUNTED
from converter.values import NamedTuple


class Elsewhere(NamedTuple):
    """What stands outside the masthead, all of it without blanks."""

    lines: Counter[str]
    """The short lines of the body, counted."""
    contents: str
    named: frozenset[str] = frozenset()
    """What the body names in 《…》."""
    called: Counter[str] = Counter()  # noqa: RUF012
    """How often the body has it beside nothing but folio and date, or before a colon."""


NOWHERE = Elsewhere(Counter(), "")
"""What is known of them where there is nothing but a masthead."""


def find_title(items: list[Item], elsewhere: Elsewhere) -> None:
    """The title is an unlabelled line beside the issue line, or named 《…》 by its publisher.

    ``elsewhere`` is what stands outside the masthead.
    """
    bare = [item for item in items if not item.label and item.kind is Kind.OTHER]
    for item in items:
        if item.label in ("刊名", "杂志名称", "期刊名称", "刊物名称"):
            item.kind = Kind.TITLE
            return
    if _newsletter_apart(items) or _named_and_dated(items):
        return
    _english_apart(items, bare)
    _issue_apart(items, bare)
    chosen = _choose(items, bare, elsewhere)
    if chosen is not None:
        chosen.kind = Kind.TITLE
    else:
        _title_in_issue_line(items)
    _frequency_apart(items, elsewhere)
    for item in bare:
        if (
            item.kind is Kind.OTHER
            and not has_han(item.value)
            and re.search(r"[A-Za-z]{3}", item.value)
        ):
            item.kind = Kind.PARALLEL_TITLE


_BILINGUAL = re.compile(
    rf"^(?P<name>[{HAN}·]{{2,10}})(?:\s*[|｜/／]\s*|\s+)(?P<english>[A-Z][A-Za-z&'’ ]{{5,40}})$"
)
"""江灯评论 RIVER REVIEW; DIY behind a name is a part of it."""


def _english_apart(items: list[Item], bare: list[Item]) -> None:
    """Part 江灯评论 RIVER REVIEW at the head of all: the name, and what it is in English."""
    hit = _BILINGUAL.match(items[0].value.strip()) if items and items[0] in bare else None
    if hit is not None:
        english = Item(Kind.OTHER, "", hit["english"], list(items[0].lines))
        items[0].value = hit["name"]
        items.insert(1, english)
        bare.insert(1, english)


_COUNTED = re.compile(
    r"^(?P<name>\S.{0,14}?)[\s\u3000]+(?P<count>第\s*[\d一二三四五六七八九十百〇零○]+\s*期)$"
)


def _issue_apart(items: list[Item], bare: list[Item]) -> None:
    """茶山雙月刊　第十九期: the number of the issue behind the name, with no year to tell it."""
    if any(item.kind is Kind.ISSUE and "期" in item.value for item in items):
        return
    for item in bare[:_TOP]:
        hit = _COUNTED.match(item.value.strip())
        if hit is not None and has_han(hit["name"]):
            item.value = hit["name"]
            items.insert(items.index(item) + 1, Item(Kind.ISSUE, "", hit["count"], [*item.lines]))
            return


def _newsletter_apart(items: list[Item]) -> bool:
    """Part 守渠周报（第 12 期）：开闸, where it is all that is told: name, number, and date or topic."""
    text = "：".join(filter(None, (items[0].label, items[0].value.strip()))) if items else ""
    hit = COUNTED.match(text) if len(items) == 1 else None
    if hit is None or not hit["name"] or not has_han(hit["name"] + (hit["topic"] or "")):
        return False
    if _DATED.search(hit["name"]):
        return False  # 某某医院《院讯》2023年第2期
    lines = items[0].lines
    parts = [Item(Kind.TITLE, "", hit["name"].strip(), [*lines])]
    parts.append(Item(Kind.ISSUE, "", hit["count"], [*lines]))
    if topic := hit["topic"]:
        kind = Kind.DATE if DATE.match(topic) else Kind.OTHER
        parts.append(Item(kind, "", topic, [*lines]))
    items[:] = parts
    return True


_NAMED_AND_DATED = re.compile(
    rf"^(?P<name>[{HAN}·]{{2,16}})[ \u3000]+(?P<count>[（(]?(?:[总總]\s*)?第\s*[\d一二三四五六七八九十百千〇零○]+\s*[期號号][）)]?)[ \u3000]+"
    r"(?P<date>(?:(?:19|20)\d\d|[一二][〇零○O一二三四五六七八九]{3}|民[國国]\s*[\d一二三四五六七八九十百〇零○]{1,5})\s*年[^，。]{0,12})$"
)


def _named_and_dated(items: list[Item]) -> bool:
    """Part 某某通讯　第三十八期　2020年6月 on the first line: name, number and date."""
    hit = _NAMED_AND_DATED.match(items[0].value.strip()) if items and not items[0].label else None
    if hit is None:
        return False
    lines = items[0].lines
    items[:1] = [
        Item(Kind.TITLE, "", hit["name"], [*lines]),
        Item(Kind.ISSUE, "", hit["count"], [*lines]),
        Item(Kind.DATE, "", hit["date"], [*lines]),
    ]
    return True


_DATED = re.compile(r"(?:19|20)\d\d\s*年")
_FREQUENCY = re.compile(r"\s*(?P<often>[（(](?:半月|双月|旬|周|月|季|年|半年|雙月|週)刊[）)])$")
_OFTEN_BEHIND = re.compile(r"\s*(?P<often>(?:半月|双月|雙月|半年|[旬周週月季年])刊)$")


def _frequency_apart(items: list[Item], elsewhere: Elsewhere) -> None:
    """科学小径（月刊）: how often it appears is no part of the title.

    Nor is it without brackets, where house and text call the magazine by what stands before:
    茶山雙月刊 of the 茶山雜誌社, which cites 《茶山》第十五期.
    """
    for index, item in enumerate(items):
        hit = _FREQUENCY.search(item.value) if item.kind is Kind.TITLE else None
        if hit is None and item.kind is Kind.TITLE:
            hit = _OFTEN_BEHIND.search(item.value)
            whole = squeeze(item.value)
            name = squeeze(item.value[: hit.start()]) if hit is not None else ""
            if name not in elsewhere.named or not _names_house(name, items):
                continue
            if any(one.label and whole in squeeze(one.value) for one in items):
                continue  # 《星河周刊》杂志社
        if hit is not None and hit.start() >= 2:
            items.insert(index + 1, Item(Kind.OTHER, "", hit["often"], list(item.lines)))
            item.value = item.value[: hit.start()]
            return


_FOLIO = re.compile(r"^\W*第\s*\d+\s*[页頁版]\W*$")


def _choose(items: list[Item], bare: list[Item], elsewhere: Elsewhere) -> Item | None:
    """Of the lines without a label the one that is most likely the title."""
    candidates = [
        item
        for item in bare
        if (1 if item is items[0] else 2) <= width(squeeze(item.value)) <= 16
        and has_han(item.value)
        and not _FOLIO.match(item.value.strip())
        and not TERMS.match(squeeze(item.value))
        and not _FOR_WHOM.search(item.value)
        and not _ONLY_OFTEN.match(squeeze(item.value))
    ]
    named = _named(items)
    exact = [item for item in candidates if squeeze(item.value).strip("《》") in named]
    if exact:
        return exact[0]
    issue_at = next((i for i, item in enumerate(items) if item.kind is Kind.ISSUE), None)
    if issue_at is None:  # some tell no more than the month
        told = (i for i, item in enumerate(items[:_TOP]) if item.kind is Kind.DATE)
        issue_at = next(told, None)
    if candidates and issue_at is not None:
        before = [item for item in candidates if items.index(item) < issue_at]
        beside = [item for item in before if issue_at - items.index(item) <= 2]
        return max(before or candidates, key=lambda item: _weight(item, items, elsewhere, beside))
    if candidates and items.index(candidates[0]) == 0:
        return candidates[0]
    return None


_ONLY_OFTEN = re.compile(
    r"^[（(](?:半月|双月|雙月|半年|[旬周週月季年])刊[）)]$|^(?:(?:半月|双月|雙月|半年|[旬周週月季年])刊)?[，·|｜]?(?:19|20)\d\d年(?:\d{1,2}月)?(?:创|創)刊$"
)
"""（月刊） on a line of its own, below 《某刊》 2015年第12期; 月刊 1988年创刊."""
_FOR_WHOM = re.compile(
    r"(?:主办|主辦|主编|主編|编印|編印|出版|[编編])[ \u3000]+(?:免[费費]|内部|內部|非[卖賣]|[赠贈][阅閱])"
)
"""某某居委会 编　免费取阅: who makes it, and for whom."""
_PERIODICAL = re.compile(r"(?:[刊报報]|杂志|雜誌|通讯|通訊|文摘|丛刊|叢刊|论丛|論叢|文汇)$")
_TELLS_WHOSE = re.compile(
    r"(?:的|[·・|｜]\s*)(?:半月|双月|雙月|[旬周週月季年])?(?:[刊报報]|刊物|杂志|雜誌)$"
    r"|(?:[中小大]学|[中小大]學|学院|學院|学校|學校|一中|二中)校[刊报報]$"
)
"""渔家人自己的杂志, 某某馆馆刊 · 季刊, below the name: whose it is, and how often it appears."""
_FOR_MEMBERS = re.compile(
    "(?:会员|會員|校友|同乡|同鄉|职工|職工|社员|社員|内部|內部)(?:通[讯訊]|[刊报報]物?)$"
)
"""某某会会员通讯, below the name: for whom a paper is, and hardly what it is called."""
_ROMAN_AND_KIND = re.compile(rf"^[A-Z][A-Za-z' ]{{3,}}[·・|｜/／—-]+\s*[{HAN}]")
"""DUKOU · 江岸人文季刊, below the name: how it is spelt, and what the magazine is."""
_OFTEN = re.compile(r"^\W?\w{0,2}?(?:半月|双月|雙月|[旬周週月季年])刊\W?$")
"""（季刊）, 文学双月刊: mostly how often it appears; some magazines are called so."""
_HOUSE = re.compile(r"(?:主办|主辦|主管|编印|編印|编|編|承办|承辦|协办|出版)$")
_TOP = 3
"""Lines at the top, among which a date may stand for the issue."""
_LETTER_SPACED, _SPREAD = re.compile(rf"^[{HAN}](?:[ \u3000]+[{HAN}]){{0,5}}$"), 2.5
"""安　身, letter-spaced on the first line of all, or one character; and what that says for the title."""
_HEADS = 3
"""A line of the issue that stands so often is a running head."""
_CALLED = 3
"""So often a magazine is called by its name in running heads, and asks by it in talks."""


def _weight(
    item: Item, items: Sequence[Item], elsewhere: Elsewhere, beside: Sequence[Item]
) -> float:
    """How much speaks for a line as the title; of equals the first is taken.

    A cover has lines of other kinds, too: the titles of articles, in the words of the
    contents or in others, and a saying of the house.
    """
    text = squeeze(item.value).strip("《》")
    weight = 3.0 * _names_house(text, items)
    if _OFTEN.search(text) or text.startswith(("（", "(")) or text.endswith(_FOUNDED):
        weight -= 1.0
    elif _PERIODICAL.search(text) and not (item is not items[0] and _says_what_it_is(text)):
        weight += 2.0
    often = elsewhere.lines[text]
    weight += 2.0 if often >= _HEADS else -3.0 * (often > 0 and text in elsewhere.contents)
    weight += 3.0 * (elsewhere.called[text] >= _CALLED)
    weight -= 3.0 * (_is_slogan(item.value) or _HOUSE.search(text) is not None)
    weight -= 1.0 * (width(text) > _LONG_TITLE)
    weight += 2.0 * _has_pinyin(item, items)
    weight += _BEFORE_KIND * _stands_before_kind(item, items)
    weight -= 3.0 * (item is not items[0] and _ROMAN_AND_KIND.match(item.value.strip()) is not None)
    first = next((one for one in items if has_han(one.value)), items[0])
    weight += _SPREAD * (item is first and _LETTER_SPACED.match(item.value.strip()) is not None)
    return weight + 0.5 * (item in beside)


_BEFORE_KIND = 1.0
"""What it says for a name that a line of the masthead has before what the magazine is."""


def _stands_before_kind(item: Item, items: Sequence[Item]) -> bool:
    """True for 舊埕 over 文化資產季刊, where another line has 舊埕　文化資產季刊: the name, and what it is."""
    below = items.index(item) + 1
    kind = squeeze(items[below].value) if below < len(items) else ""
    if _PERIODICAL.search(kind) is None:
        return False
    return any(one.value.split() == [item.value.strip(), kind] for one in items)


def _says_what_it_is(text: str) -> bool:
    """True for what stands below a name and tells for whom the paper is, or whose."""
    return _FOR_MEMBERS.search(text) is not None or _TELLS_WHOSE.search(text) is not None


def _has_pinyin(item: Item, items: Sequence[Item]) -> bool:
    """True if a line of capitals stands right below, as the pinyin of the title does."""
    below = items.index(item) + 1
    return below < len(items) and PINYIN.match(items[below].value) is not None


def _names_house(text: str, items: Sequence[Item]) -> bool:
    """True if the house is called by the title: 某某编辑部, or its publisher 某某文化有限公司."""
    return any(
        any(f"{text}{house}" in value for house in _HOUSES)
        or (one.label != "" and value.startswith(text) and value.endswith(_FIRMS))
        for one in items
        if text in (value := squeeze(one.value))
    )


_FIRMS = ("公司", "出版社", "傳媒", "传媒")
_HOUSES = ("编辑部", "編輯部", "杂志社", "雜誌社", "编委会", "編委會", "编辑委员会", "社")
_LONG_TITLE = 10
_FOUNDED = ("创刊", "創刊", "增刊")


def _named(items: list[Item]) -> set[str]:
    """What the publisher's entries name in 《…》."""
    return {
        name
        for item in items
        for name in re.findall(r"《([^》]{1,20})》", item.value)
        if item.kind in (Kind.SPONSOR, Kind.PUBLISHER, Kind.SUPERVISOR, Kind.OTHER, Kind.ADDRESS)
    } | {hit["name"] for item in items for hit in _EDITED.finditer(item.value)}


_EDITED = re.compile(
    r"《(?P<name>[^》]{1,20})》\s*(?:编辑部|編輯部|杂志社|雜誌社|编辑委员会|編輯委員會|编委会|編委會|[月季周]刊社|社)"
)
"""编辑者：……《科学窗》编辑部."""


def _is_slogan(text: str) -> bool:
    return any(char in text for char in "，。！、：；") or len(re.findall("[·・]", text)) > 1


_HOUSED = re.compile(
    rf"^(?P<house>[{HAN}·]{{4,20}})\s*《(?P<title>[^《》]{{1,12}})》\s*(?P<rest>(?:19|20)\d\d\s*年.*|[总總]?第.*)$"
)
"""某某医院《院讯》2023年第2期: the house, the name and the number on a line."""


def _title_in_issue_line(items: list[Item]) -> None:
    """《刊名》2024年第3期 on one line: cut the title off."""
    for index, item in enumerate(items):
        if item.kind is not Kind.ISSUE:
            continue
        housed = _HOUSED.match(item.value.strip())
        if housed is not None:
            house = Item(Kind.PUBLISHER, "", housed["house"], list(item.lines))
            items[index:index] = [house, Item(Kind.TITLE, "", housed["title"], list(item.lines))]
            item.value = housed["rest"]
            return
        hit = re.match(
            rf"^(?P<title>《?[{HAN}A-Za-z·\s]{{2,20}}?》?)\s*(?P<rest>(?:(?:19|20)\d\d|[一二〇零○]{{2}}[〇零一二三四五六七八九○]{{2}})\s*年.*|[总總]?第.*)$",
            item.value,
        )
        if hit is None and (named := NAMED_ISSUE.match(item.value)) is not None:
            items.insert(index, Item(Kind.TITLE, "", named["name"], list(item.lines)))
            item.value = named["rest"]
            return
        if hit and squeeze(hit["title"]):
            items.insert(index, Item(Kind.TITLE, "", hit["title"], list(item.lines)))
            item.value = hit["rest"]
        return
