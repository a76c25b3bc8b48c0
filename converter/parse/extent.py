"""Where a box ends, and which of its units are its title, its text and its attribution."""

from __future__ import annotations

import itertools
from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, squeeze, width
from converter.memo import per_issue
from converter.names import is_body, is_name
from converter.parse.boxes import (
    BoxStart,
    is_attribution,
    is_bracketed_work,
    is_excerpt,
    is_source,
    rounded,
)
from converter.parse.cohesion import belong
from converter.parse.grams import Trigrams
from converter.parse.headings import ends_in_particle
from converter.parse.heal import NO_START
from converter.parse.items import book_end, form_of, item_form, list_end, questions_end
from converter.segment import Unit
from converter.segment.units import is_indented
from converter.segment.units.unit import INDENT
from converter.values import NamedTuple

if TYPE_CHECKING:
    from converter.parse.allot import Around


class BoxExtent(NamedTuple):
    """Which units a box takes (indexes, end exclusive) and which of them say what."""

    end: int
    title: int | None
    body: tuple[int, ...]
    attribution: tuple[int, ...]


def decided_extent(units: Sequence[Unit], start: int, head: BoxStart, last: int) -> BoxExtent:
    """What a box holds that ends with line ``last`` because an editor says so."""
    end = start + 1
    while end < len(units) and units[end].last <= last:
        end += 1
    title, first = _title_of(units, start, head, end)
    mark = next((i for i in range(max(first, end - 3), end) if _closes(units[i:end])), end)
    return BoxExtent(end, title, tuple(range(first, mark)), tuple(range(mark, end)))


_ADVISERS = (
    "顾问|顧問|律师|律師|医师|醫師|医生|醫生|药师|藥師|营养师|營養師|教授|研究员|研究員|专家|專家|"
    "老师|老師|教师|教師|法官|检察官|檢察官|工程师|工程師|咨询师|諮詢師"
)
_SIGNED = re.compile(
    rf"^[（(]\s*[\u4e00-\u9fff]{{0,12}}?(?:{_ADVISERS})\s*(?P<third>[\u4e00-\u9fff]{{2,4}})[）)]$"
    r"|^[（(]\s*(?:点评[人者]?|點評[人者]?|作者|评论?|文)?\s*[：:]?\s*(?P<name>[\u4e00-\u9fff](?:\s{0,3}[\u4e00-\u9fff]){1,3}?)\s*(?:辑|輯|编|編|摘编?|译|譯|整理|供稿)?(?:[\s，,、：:]+[^（）。]{2,24})?[）)]$"
    r"|^(?:点评[人者]?|点评专家|點評人|点评人|整理|讲述人?|供稿)\s*[：:]\s*(?P<other>[\u4e00-\u9fff]{2,4})(?:[\s（，].*)?$"
)


_MADE = re.compile(
    r"^[（(]\s*(?:[\u4e00-\u9fff][\u4e00-\u9fff\s、]{1,12}(?:辑|輯|供稿|提供|摘编|摘編|编译|編譯|整理)|(?:文|撰文|整理|编译|編譯|供稿|资料|資料)\s*[/／：:|｜]\s*[\u4e00-\u9fff\s、]{2,12})\s*[）)]$"
)
"""（某某辑）, （某某站提供）, （整理／编辑部）."""


_COMPILED = re.compile(
    r"^[（(](?:本[刊报報社]|编者|編者|记者|記者)?(?:综合|綜合|根据|根據|依据|依據|[据據])[^（）()。！？；]{4,40}"
    r"(?:统计|統計|整理|汇总|彙總|编制|編製|计算|計算|测算|測算|制作|製作|绘制|繪製)[）)]$"
)
"""（本刊根据某某公司七月日志统计）: from what the house has made a box."""
_COMPILED_LINE = 56
"""The most characters of such a line."""


_HOUSE = re.compile(r"^[（(](?P<name>[\u4e00-\u9fff]{6,24})[）)]$")
"""（某某区卫生服务中心）: whose advice a box gives."""


@per_issue(65536)
def closes_box(text: str) -> bool:
    """True for an attribution, and for who wrote a comment: （程远山　师范学院教授）."""
    text = rounded(text)
    if text[:1] in tuple("（(") and not re.search("[）)]", text):
        text += "）"  # OCR has lost it
    if is_attribution(text) or (len(text) <= 24 and _MADE.match(text)):
        return True
    if is_bracketed_work(text) or (len(text) <= _COMPILED_LINE and _COMPILED.match(text)):
        return True
    house = _HOUSE.match(text) if len(text) <= 40 else None
    if house is not None and is_body(house["name"]):
        return True
    hit = _SIGNED.match(text) if len(text) <= 40 else None
    return hit is not None and is_name(squeeze(hit["name"] or hit["other"] or hit["third"]))


_AT_END = re.compile(
    r"(?<=[。！？”])\s*(?P<by>[（(](?:[^（）()]|[（(][^（）()]*[）)]){2,60}[）)]|——[^\s—。！？，；：“”]{2,20})$"
)


@per_issue(65536)
def signed_at_end(text: str) -> str:
    """Who wrote a box, behind its last sentence: ……就更完整了。（程远山）, ……。——程远山; "" for nobody."""
    ends = text[-1:] in ("）", ")") or "——" in text
    hit = _AT_END.search(text) if ends else None
    return hit["by"] if hit is not None and closes_box(hit["by"]) else ""


def _sourced_at_end(text: str) -> bool:
    """……可靠连接。（摘自《某某规程（试行）》）: a source behind the last sentence of a text."""
    return is_source(signed_at_end(text))


def _closes(units: Sequence[Unit]) -> bool:
    """True for an attribution and what may be its second line, and no text after it."""
    return closes_box(units[0].text) and not any(ends_sentence(one.text) for one in units[1:])


def _title_of(
    units: Sequence[Unit], start: int, head: BoxStart, end: int
) -> tuple[int | None, int]:
    """Which unit is the title of a box, if one is, and where its text begins."""
    first = start if head.rest else start + 1
    own = itertools.takewhile(lambda unit: not is_attribution(unit.text), units[first:end])
    listed = list(own)
    titled = len(listed) > 1 and form_of(listed[1]) and not form_of(listed[0])
    if head.own_line and head.label and are_points(listed) and not titled:
        return None, first
    if first + 1 < end and (
        head.titled
        or _titled_by_label(head, units[start + 1])
        or _over_list(head, units, start + 1)
        if head.rest
        else _may_title(units[first], units[first + 1])
    ):
        return first, first + 1
    return None, first


_POINT, _POINTS = 26, 3
"""The most em of a point, and how many make a list."""


def are_points(units: Sequence[Unit]) -> bool:
    """True for a few short lines set close, none of which ends with a mark: each tells one thing."""
    return len(units) >= _POINTS and all(
        width(unit.text) <= _POINT
        and not (at and unit.gap)
        and is_han(unit.text[-1])
        and not unit.wrapped
        for at, unit in enumerate(units)
    )


def _may_title(unit: Unit, following: Unit | None) -> bool:
    """A short line that is no sentence, before the text of a box."""
    if following is None or is_attribution(unit.text) or is_attribution(following.text):
        return False
    if (form := form_of(unit)) and form == form_of(following):
        return False  # the first item of a list
    if ASKED.match(unit.text):
        return False  # 问：……？ over 答：……
    if _FIGURE.match(unit.text):
        return False  # 2.9万吨, and below it what there is so much of
    if not following.gap and (unit.text[-1] in _JOINING or _fills_frame(unit, following)):
        return False  # a line that goes on
    over = width(following.text) >= (16 if ends_sentence(following.text) else 24) or (
        form_of(following) and not form_of(unit)
    )
    if unit.text[-1] == "？" and width(unit.text) <= 20 and over:
        return True  # 霓虹灯为何发光？ over a paragraph, or over the items of a list
    return (
        width(unit.text) <= 26 and not ends_sentence(unit.text) and unit.text[-1] not in "，、；："
    )


def _fills_frame(unit: Unit, following: Unit) -> bool:
    """True for a line as long as the first of several below it, or shorter by its lost indent."""
    size = width(unit.text)
    if size < _TITLE_LINE or is_indented(following.lines[0]):
        return False
    if len(following.lines) < _FEW_LINES:  # two lines of a clause or more, and the rest
        rest = "，" in unit.text and ends_sentence(following.text)
        return rest and width(following.text) <= size + _ALIKE
    left = width(following.lines[0].text.strip()) - size
    return min(abs(left), abs(left - INDENT)) < _ALIKE


_TITLE_LINE, _FEW_LINES, _ALIKE = 12, 2, 1.1
"""Em of a line too long to be a title by its looks alone, and what full lines tell of a frame."""


def _titled_by_label(head: BoxStart, following: Unit) -> bool:
    """链接：“五步法”, and its text below it: what stands with the label is a title.

    Below a blank line it may as well be what is left of the box at the foot of a page; a
    title is a few words without a mark, or a question.
    """
    rest = head.rest
    quoted = (rest[0], rest[-1]) in _QUOTES and not ends_sentence(rest)
    if (
        width(rest) > (_LONG_TITLE if rest[0] in "《〈" else _TITLE)
        or rest[-1] in "，、；：。"
        or not (quoted or ends_sentence(following.text))
    ):
        return False
    short = width(following.text) <= _SHORT_TEXT and not (
        _NAMED_THING.match(rest) and ends_sentence(following.text)
    )
    if short or following.text[0] in NO_START:
        return False
    if following.gap:
        asks = rest[-1] in "？?"
        marks = "[。；：！？;:!?]" if asks or _ASKS.search(rest) else "[，。；：！？,;:!?]"
        return not re.search(marks, rest[:-1] if asks else rest) and (
            asks or (not ends_sentence(rest) and not ends_in_particle(rest))
        )
    return not ends_sentence(rest) or (rest[-1] in "？?" and width(following.text) >= 24)


def _over_list(head: BoxStart, units: Sequence[Unit], at: int) -> bool:
    """【小贴士】出门之前，要带的五样东西: a title beside the label, over the items of a list."""
    listed = at + 1 < len(units) and (form := form_of(units[at])) and form == form_of(units[at + 1])
    return bool(listed) and (
        width(head.rest) <= _TITLE
        and not item_form(head.rest)
        and (head.rest[-1] in "？?" or not ends_sentence(head.rest))
        and head.rest[-1] not in "，、；："
    )


_QUOTES = frozenset([("“", "”"), ("《", "》"), ("「", "」"), ("‘", "’")])
_TITLE, _LONG_TITLE = 20, 32
"""Em of the longest title beside the name of a box, and of one that begins with that of a work."""
_NAMED_THING = re.compile("^“[^“”]{2,8}”[\u4e00-\u9fff]{1,5}$")
"""“一页纸”工作法: what a box is about, whatever stands below."""
_SHORT_TEXT = 14
"""Em of a line below the name of a box that may be the rest of the one beside it."""
_ASKS = re.compile(
    "怎么|怎麼|怎样|怎樣|如何|为什么|為什麼|为何|為何|哪些|什么|什麼|多少|能不能|该不该|該不該"
)
"""离婚以后，孩子的探望怎么约定: a question without its mark."""
ASKED = re.compile("^[问問QＱ]\\s*[：:]")
_FIGURE = re.compile(r"^约?\d[\d.,]*\s*(?:[%％‰℃]|[\u4e00-\u9fff]{1,3})$")
_JOINING = frozenset("和与與及对對把被从從向由将將")
"""Words that no title ends with."""


class Cut(NamedTuple):
    """What a box stands in, and what tells where that goes on."""

    tail: str
    """The paragraph, or its end, that waits to be continued after the box, "" if none does."""
    trigrams: Trigrams
    """Those of the issue."""
    later: Sequence[Unit] = ()
    """Pieces behind the next boxes, any of which may carry that sentence on as well."""
    tops: Container[int] = ()
    """The first lines of what stands at the top of a page."""


def box_extent(
    units: Sequence[Unit], start: int, head: BoxStart, stops: frozenset[int], cut: Cut
) -> BoxExtent:
    """Where a box ends.

    ``stops`` are units that cannot belong to it (headings, speakers, other boxes, the
    next title). The strongest sign of the end is an attribution; without one the box is a
    single paragraph, unless its own text breaks off.
    """
    tail = cut.tail
    limit = _limit(units, start, stops)
    title, first = _title_of(units, start, head, limit)
    opening = head.rest if first == start else ""
    listed = list_end(units, first, limit, opening) or questions_end(units, first, limit, opening)
    if not listed and first > start:
        listed = _works_end(units, first, limit) or book_end(units, first, limit)
        listed = listed or _steps_end(units, first, limit)
    if not listed and first > start and is_han(tail[-1:] or "。"):
        listed = _sayings_end(units, first, limit)
    if not listed and first < limit and tail[-1:] not in tuple("：:"):
        listed = sayings_end(opening or units[first].text, units, first, limit)
    if not listed and first > start:
        listed = _rules_end(units, first, limit)
    # 来源：…… among 年代：…… and 尺寸：…… is an item of their list.
    begin = max(start + 1, listed - 1)
    mark = next((i for i in range(begin, limit) if closes_box(units[i].text)), first - 1)
    if mark < first and tail:
        mark = _in_brackets(units, first, limit)
    if mark < first:
        mark = _dated_source(units, first, limit)
    if mark >= first and (
        mark == listed
        or (mark == listed - 1 and _TOLD.match(units[mark].text) is not None)
        or is_excerpt(head.label)
        or _belongs(units, first, mark, open_before=bool(tail), goes_on=mark + 1 < limit)
    ):
        end = mark + 1
        while end < limit and not units[end].gap and _more_attribution(units, mark, end):
            end += 1
        return BoxExtent(end, title, tuple(range(first, mark)), tuple(range(mark, end)))
    if first >= limit:
        return BoxExtent(limit, title, (), ())
    if end := _sourced_to(units, (start, first), head, limit, open_before=bool(tail)):
        return BoxExtent(end, title, tuple(range(first, end)), ())
    around = _around(units, start, head, (title, first), cut)
    from converter.parse.allot import end_among_paragraphs, sentence_below

    if listed and tail:
        # A sentence may stand below the items, and above what carries on the broken one.
        end = listed + sentence_below(units, listed, limit, around)
    elif listed:
        end = end_among_paragraphs(units, first, listed, limit, around)
    else:
        end = _end_without_attribution(units, first, limit, around)
        if not tail:
            name = "" if title is None else units[title].text.strip("“”《》「」 ")
            end = _takes_up(units, start, end, limit, name)
    return BoxExtent(end, title, tuple(range(first, end)), ())


_TOLD = re.compile(
    r"^(?:[资資]料|数据|數據)?[来來]源[：:]\s*(?:\S*《|\S*(?:[馆館局站会會社部院志报報网網]|中心)[）)]?$|(?<=[料据據][来來]源[：:])\S)"
)
"""来源：某市博物馆, behind 年代：…… and 数量：……: it looks like one of the items."""
_BRACKETED = re.compile(
    r"^[（(](?![下上]?[转轉接续續])(?:[^（）()。！？：:/／]|[（(][^（）()]*[）)]){4,40}[）)]$"
)
_PICTURED = re.compile("[图圖摄攝绘繪]")


def _in_brackets(units: Sequence[Unit], first: int, limit: int) -> int:
    """（某会值班记录，1963年） below whole paragraphs, in mid-sentence: whence those are.

    -1 if there is none. What carries on the sentence stands below it.
    """
    for at in range(first, min(limit, first + _MOST_TAKEN + 1)):
        text = units[at].text
        if at > first and _BRACKETED.match(text) and not _PICTURED.search(text):
            return at if at + 1 < len(units) and ends_sentence(units[at + 1].text) else -1
        if not ends_sentence(text):
            return -1
    return -1


_DATED = re.compile(
    r"^[^。！？；]{3,}(?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?(?:[）)]|[，,](?:原件|原稿|抄件|手稿)?[^，。；]{0,3}[存藏][^，。；]{2,16})?$"
    r"|^[^。！？；，]{0,12}《[^》]{2,30}》(?:第?[^，。；《》]{1,8})?(?:《[^》]{2,20}》)?(?:第[^，。；]{1,6})?$"
)
"""某办公室通知，1966年11月3日; 某某来信（2009年3月12日）; 光绪《某县志》卷末《杂识》: no sentence, and
whence something is."""
_SOURCE_LINE = 44
"""Em of such a line."""


def _dated_source(units: Sequence[Unit], first: int, limit: int) -> int:
    """The line below the first paragraphs of a box that tells whence it is, in no word for that.

    -1 if there is none. A blank line stands before it, as before all paragraphs, and text below.
    """
    for at in range(first + 1, min(limit, first + _FEW_ABOVE + 1)):
        text = units[at].text.strip()
        if not ends_sentence(units[at - 1].text):
            return -1
        if width(text) <= _SOURCE_LINE and not ends_sentence(text) and _DATED.match(text):
            return at if _PICTURE_WORDS.search(text) is None else -1
    return -1


_FEW_ABOVE = 2
_PICTURE_WORDS = re.compile("[摄攝拍左右图圖]")


def _sourced_to(
    units: Sequence[Unit],
    begins: tuple[int, int],
    head: BoxStart,
    limit: int,
    *,
    open_before: bool,
) -> int:
    """The end of a box whose last sentence has its source behind it, 0 if none has.

    ``begins`` are the units of its name and of its text. Where each of several texts has a
    source of its own the last of them ends the box.
    """
    start, first = begins
    for at in range(first, limit):
        if not _sourced_at_end(head.rest if at == start else units[at].text):
            continue
        goes_on = at + 1 < limit
        if at > first and not _belongs(units, first, at, open_before=open_before, goes_on=goes_on):
            return 0
        end = at + 1
        while end < limit and _sourced_at_end(units[end].text):
            end += 1
        return end
    return 0


def _limit(units: Sequence[Unit], start: int, stops: frozenset[int]) -> int:
    """Where a box ends at the latest."""
    # >>> 链接: what looks like a mark of Markdown on the label alone is an ornament.
    quoted = start + 1 < len(units) and units[start].quoted and units[start + 1].quoted
    limit = start + 1
    while (
        limit < len(units)
        and limit not in stops
        and limit - start <= _MOST
        and units[limit].quoted == quoted
    ):
        limit += 1
    return limit


_MOST = 12
"""Units of a box."""


def _around(
    units: Sequence[Unit],
    start: int,
    head: BoxStart,
    begins: tuple[int | None, int],
    cut: Cut,
) -> Around:
    """What stands around the text of a box, and what the box is called.

    ``begins`` are the unit of its title, if it has one, and the first of its text.
    """
    from converter.parse.allot import Around  # most boxes end with who said it, or a mark

    title, first = begins
    name = head.label + ("" if title is None else units[title].text)
    opening = head.rest if first == start else units[first].text
    before = [unit.text for unit in units[max(0, start - _BEFORE) : start]]
    own = head.rest if head.titled or title == start else ""
    if not own and title is not None:
        own = units[title].text
    return Around(cut.tail, before, cut.trigrams, cut.later, name, own, opening, cut.tops)


_BEFORE = 8
"""Units above a box that tell what the text speaks of."""
_LISTED_WORK = re.compile(
    r"^(?:[^《》〈〉，。：；]{2,24}[，：:]?\s*)?[《〈][^》〉]{2,40}[》〉](?:[，、（(；\s][^。！？]{2,60})?[。.]?$"
)
_WORK_LINE = 72
"""Em of a work with its author, its publisher and its year."""


def _works_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a list of works ends that stand under 延伸阅读, a line each, 0 if none begins."""
    end = first
    while (
        end < limit
        and width(units[end].text) <= _WORK_LINE
        and _LISTED_WORK.match(units[end].text.strip())
    ):
        end += 1
    return end if end - first > 1 else 0


def _steps_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where the steps end below what they need (准备：……), 0 if none begin there."""
    at = first + 1
    if at >= limit or not ends_sentence(units[first].text) or form_of(units[at]) != "step":
        return 0
    return list_end(units, at, limit)


_QUOTED = re.compile(r"^(?:“[^“”]{2,60}”|「[^「」]{2,60}」)")
_SAYINGS = 3
"""So many paragraphs that open with what somebody says are a list of sayings."""


def _sayings_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a list ends of things one says, each with a remark, 0 if none begins."""
    end = first
    while end < limit and _QUOTED.match(units[end].text) and ends_sentence(units[end].text):
        end += 1
    # What carries on the broken sentence stands below it.
    return end if end - first >= _SAYINGS and end < limit else 0


def _rules_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a few short sentences end that are set close, each on its line, 0 if none begin.

    The rules of a house, proverbs: below them stands something longer, or nothing of the box.
    """
    end = first
    while end < limit and _is_rule(units[end], below=end > first):
        end += 1
    return end if end - first >= _RULES else 0


def _is_rule(unit: Unit, *, below: bool) -> bool:
    text = unit.text.strip()
    return (
        width(text) <= _RULE
        and text[-1] in "。！"
        and is_han(text[0])
        and not (unit.wrapped or (below and unit.gap))
    )


_WHOLE_SAYING = re.compile("^(?:“[^“”]*[。！？…]”|「[^「」]*[。！？…]」)$")
"""What somebody says, and nothing about it."""


def sayings_end(said: str, units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a list ends of what people say, each a paragraph in marks of its own, 0 if none begins.

    ``said`` is the first of them, which stands beside the name of the box perhaps.
    """
    if not _WHOLE_SAYING.match(said):
        return 0
    end = first + 1
    while end < limit and _WHOLE_SAYING.match(units[end].text):
        end += 1
    return end if end - first >= _SAYINGS else 0


_RULES, _RULE = 4, 20
"""So many such sentences are a list, and the most em of one."""


def _more_attribution(units: Sequence[Unit], mark: int, index: int) -> bool:
    text, first = units[index].text, units[mark].text.strip()
    if first[0] in "（(" and first[-1] in "）)" and text[0] not in "《（":
        return False  # its bracket is closed
    return (
        width(text) <= 60
        and not ends_sentence(text)
        and "。" not in text
        and (text[0] in "《（“" or len(units[mark].text) < 24)
    )


def _paragraphs(units: Sequence[Unit]) -> list[str]:
    """The texts of units, of which the lines of a narrow frame are one where none ends a sentence."""
    texts: list[str] = []
    for unit in units:
        goes_on = texts and not unit.gap and unit.opens is not True and not ends_sentence(texts[-1])
        if goes_on and width(unit.text) <= _FRAME:
            texts[-1] += unit.text
        else:
            texts.append(unit.text)
    return texts


_FRAME = 30
"""Em of the longest line of a frame."""


def _belongs(
    units: Sequence[Unit], first: int, mark: int, *, open_before: bool, goes_on: bool
) -> bool:
    """An attribution belongs to the box if what is between reads as its text."""
    texts = _paragraphs(units[first:mark])
    between = len(texts)
    if between <= 1:
        return True
    if open_before:
        # With a broken sentence before the box, complete paragraphs are still the box's;
        # a fragment in the middle would be the continuation.
        broken = sum(not (ends_sentence(text) or text[-1] == "；") for text in texts[:-1])
        # One break is that of a page, if the sentence before the box goes on after it.
        return between <= 5 and (not broken or (broken == 1 and goes_on))
    return between <= 4 and sum(map(width, texts)) <= 1600


def _end_without_attribution(units: Sequence[Unit], first: int, limit: int, around: Around) -> int:
    """Where a box ends that nothing closes: a single paragraph, unless its text breaks off."""
    from converter.parse.allot import carried_on_at, end_among_paragraphs

    end = first + 1
    near = units[max(0, first - 30) : first + 30]
    spaced = sum(unit.gap for unit in near) * 2 >= len(near)
    spaced = spaced and sum(unit.opens is True for unit in near) * 4 < len(near)
    # Text that breaks off and goes on in the next unit of the same block or page.
    while end < limit and not units[end].gap and (spaced or not ends_sentence(units[end - 1].text)):
        end += 1
    while end < limit and units[end - 1].text.rstrip()[-1:] in tuple("；;"):
        end += 1  # the next of several points
    if rest := _rest_at(units, end, limit):
        return rest
    last = units[end - 1].text
    breaks_off = not (ends_sentence(last) or _AT_END.search(last))
    if not around.tail:
        if breaks_off and end < limit and units[end].gap:
            end += 1
        return end_among_paragraphs(units, first, end, limit, around)
    if breaks_off and end + 1 < limit:
        end += 1
    return carried_on_at(units, first, end, limit, around)


def _rest_at(units: Sequence[Unit], end: int, limit: int) -> int:
    """The piece below whole paragraphs that begins with a mark, 0 if none of a few does.

    No paragraph begins so: it carries on what stands above the box, though that may be whole.
    """
    for at in range(end, min(limit, end + _MOST_TAKEN)):
        text = units[at].text
        if text[0] in NO_START and text[0] not in "·…":
            return at if ends_sentence(units[at - 1].text) else 0
        if not ends_sentence(text) or units[at].markup_level:
            return 0
    return 0


def _takes_up(units: Sequence[Unit], start: int, end: int, limit: int, title: str) -> int:
    """The end of a box with the paragraphs that take up what it alone speaks of."""
    while end < limit and end - start <= _MOST_TAKEN and _is_paragraph(units[end]):
        box = "".join(unit.text for unit in units[start:end])
        around = (*units[max(0, start - _AROUND) : start], *units[end + 1 : end + 1 + _AROUND])
        others = [unit.text for unit in around]
        if not belong(box, units[end].text, others, title.strip("“”《》「」 ")):
            break
        end += 1
    return end


_AROUND = 200
"""Units on either side of a box that tell what the article speaks of."""
_MOST_TAKEN = 4
"""Units of a box to which a paragraph more is added for what it says."""


def _is_paragraph(unit: Unit) -> bool:
    return width(unit.text) >= 24 and ends_sentence(unit.text) and not unit.markup_level
