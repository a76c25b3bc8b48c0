"""Items of lists: the forms in which they open, and how far a list of one form goes."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, width
from converter.memo import per_issue
from converter.names import SURNAMES
from converter.parse.captions import is_unnumbered_caption
from converter.parse.headings import numbering
from converter.segment import Unit
from converter.segment.units import is_price

BULLETS = "•●■◆▪·◎○□▲△★☆※►▶➤❖✓✔"
"""Marks before the items of lists."""
_BULLET = re.compile(rf"^[-*+{BULLETS}]\s*\S")
_LABEL = re.compile(
    rf"^[{HAN}]{{2,8}}(?:（[^（）]{{1,12}}）)?(?:(?<![喊叫說说道問问答笑罵骂])[：:]\s*\S|[：:]\s*[^\s“「『])"
)
"""时间：……; 一边跑一边喊：“……” is what somebody says."""
_WORD = re.compile(rf"^(?![问答問记記编編注註按附甲乙丙丁主客男女师師生])[{HAN}]：\s*[^\s“「]")
"""听：……, 看：……, each with what there is to hear and to see. 问：, 王： and 甲： speak."""
_MEASURED = re.compile(
    rf"^.：\s*[\d一二三四五六七八九十半两少适][\d./]*\s*(?:[{HAN}]{{1,3}}|m?[gGlL])[，。]?$"
)
"""姜：5片: so much of it, though people are called so as well."""
_LONG = re.compile(rf"^[{HAN}\d“”]{{2,14}}(?<!来源)(?<!來源)[：:]\s*[^\s“「].{{0,60}}$")
"""给十年前的自己一句话：……, among shorter labels."""
_FIGURE = re.compile(rf"^\d[\d.,]*[%％]?[{HAN}]{{0,3}}\d?：\s*\S")
"""16年：……, 4成7：……: what a figure stands for."""
_AMOUNT = re.compile(
    rf"^\d[\dlO]*(?:[.,]\d+)*(?:[%％‰℃]|[{HAN}]{{1,3}}(?:\d{{1,3}}[{HAN}]{{1,3}})?)\u3000+[{HAN}\d“《].*[。！？”）]$"
)
"""28%　……, 6年4个月　……: an amount, a wide blank and what it is."""
_ERA = "民[國国]|光[緒绪]|同治|咸[豐丰]|道光|嘉[慶庆]|乾隆|雍正|康熙|[順顺]治|宣[統统]|明治|大正|昭和|[萬万][曆历]|嘉靖|崇[禎祯]|洪武|永[樂乐]|成化|正德"
_DATE = re.compile(
    r"^(?:(?:19|20)\d\d\s*年|\d{1,2}\s*月\s*\d{1,2}\s*[日号號])"
    rf"|^(?:(?:清|明|日治|日[據据])?(?:{_ERA})(?:元|[一二三四五六七八九十百〇○零\d]{{1,4}})|[一二][一二三四五六七八九〇○零]{{3}})年"
    r"(?:[（(][^（）()]{2,14}[）)])?(?:[一二三四五六七八九十\d]{1,2}月)?(?=[ \t\u3000：:])"
    r"|^(?:1[5-9]|20)\d\d(?:\s*[-—–.．/]\s*\d{1,4})?(?:\s*年)?(?=(?:[\t\u3000：:]| {2}|——)\s*\S)"
)
"""2012年5月……; what stands apart behind a year in other forms: 民國三十四年　, 一九五三年　, 1953　."""
_STEP = re.compile("^第[一二三四五六七八九十]{1,2}[步招关關][，,：:、]")
"""第一步，先听；第二步，再问: steps that a box tells one by one."""
_HOUR = re.compile(r"^\d{1,2}\s*[:：]\s*\d{2}(?![\d:：])")
"""20:10, when something was."""


def is_over_item(units: Sequence[Unit], at: int) -> bool:
    """True for an item of a list above the next one: no title, nor who signs one, has its dot."""
    dot = units[at].text[:1]
    return dot in BULLETS and any(one.text[:1] == dot for one in units[at + 1 : at + 2])


_DAY = re.compile(r"^\d{1,2}\s*月\s*\d{1,2}\s*[日号號](?!报|報)")
_NEAR = 3
"""Units about an entry of a calendar among which the next one stands, its bracket between them."""


def is_of_calendar(units: Sequence[Unit], at: int) -> bool:
    """True for 5月15日，线上，…… near 4月26日，……: an entry of a calendar, and no title.

    What the next one begins may stand on two lines: （主讲：某某） is nobody's byline there.
    """
    if _DAY.match(units[at].text) is None:
        return False
    near = (*units[max(0, at - _NEAR) : at], *units[at + 1 : at + 1 + _NEAR])
    return any(_DAY.match(unit.text) is not None for unit in near)


@per_issue(65536)
def item_form(text: str) -> str:
    """The form in which an item opens (``"label"`` for 时间：…), "" if the text is none."""
    if text[:1].isdecimal() and _HOUR.match(text) and width(text) <= 120:
        return "date"
    if is_figure_item(text):
        return "figure"
    number = numbering(text)
    if number is not None:
        return number.kind
    if _BULLET.match(text):
        return text[0]
    if text[:1] == "第" and _STEP.match(text) and width(text) <= 120:
        return "step"
    if _LABEL.match(text) and width(text) <= 120:
        return "label"
    lettered = text[1:2] == "：" and _WORD.match(text) and width(text) <= 120
    if lettered and (text[0] not in SURNAMES or _MEASURED.match(text)):
        return "label"
    if text[:1] == "《" and "》" in text and width(text) <= 64 and not ends_sentence(text):
        return "work"
    if width(text) > _LONGEST:
        return ""
    if _DATE.match(text):
        return "" if not ends_sentence(text) and is_unnumbered_caption(text) else "date"
    return "figure" if text[:1].isdecimal() and _AMOUNT.match(text) else ""


_LONGEST = 120
"""Em of the longest item."""


def is_date(text: str) -> bool:
    """True for what begins with a year or a day, as an entry of a chronicle does."""
    return _DATE.match(text) is not None


def is_long_label(text: str) -> bool:
    """True for 2022年营收：6300万元, a longer label than most, which only others beside it tell."""
    return _LONG.match(text) is not None


def is_figure_item(text: str) -> bool:
    """True for 16年：……, whatever number the figure looks like."""
    return "：" in text[:8] and _FIGURE.match(text) is not None and width(text) <= 120


def form_of(unit: Unit) -> str:
    """The form of a unit that is an item of a list, "" for any other."""
    return "bullet" if unit.bullet else item_form(unit.text)


def list_end(units: Sequence[Unit], first: int, limit: int, opening: str = "") -> int:
    """Where a list of items of one form ends that begins at ``first``, 0 if none does.

    ``opening`` is the text of the first item where that is only a part of its unit. Between
    two items may stand a piece that carries on the first of them.
    """
    limit = min(limit, len(units))
    if first >= limit:
        return 0
    form = item_form(opening) if opening else form_of(units[first])
    if not form:
        return 0
    end, count, at = first + 1, 1, first + 1
    while at < limit:
        if form_of(units[at]) == form or (form == "label" and is_long_label(units[at].text)):
            if _stands_off(units, first, at) or (form == "label" and _heads(units, first, at)):
                break
            end, count = at + 1, count + 1
        elif at - end >= 1 or not _may_carry_on(units, at, form) or _is_other(units, first, at):
            break
        at += 1
    while end < limit and units[end].opens is False and _breaks(units[end - 1], units[end]):
        end += 1  # what carries on the last item
    if count >= 3 and end < limit and _is_rest(units, end):
        end += 1
    return end if count >= 2 else 0


def _stands_off(units: Sequence[Unit], first: int, at: int) -> bool:
    """True for a sentence below a blank line, where the items above stand close and have no full stop."""
    if at - first < _CLOSE or not (units[at].gap and ends_sentence(units[at].text)):
        return False
    above = units[first:at]
    return not any(one.gap for one in above[1:]) and not any(
        ends_sentence(one.text) for one in above
    )


def _is_other(units: Sequence[Unit], first: int, at: int) -> bool:
    """True for a sentence below a blank line, where several items above end with no mark: none of theirs.

    So is what stands there where the items are set close, each with its full stop.
    """
    if at - first < _CLOSE or not units[at].gap:
        return False
    if _are_whole_and_close(units[first:at]):
        return True
    return ends_sentence(units[at].text) and not any(
        _STOPPED.search(one.text) for one in units[first:at]
    )


def _are_whole_and_close(items: Sequence[Unit]) -> bool:
    """True for items with no blank line between them, each of which ends a sentence."""
    close = not any(one.gap for one in items[1:])
    return close and all(ends_sentence(one.text) for one in items)


_STOPPED = re.compile("[。！？；，、：]$|[。！？]")
"""An item that is a sentence, or ends with a mark."""


def _heads(units: Sequence[Unit], first: int, at: int) -> bool:
    """True for 电信号：没有神经的“神经” apart over a paragraph, where what stands above is sentences.

    A heading that names a thing and says something of it opens as an item does.
    """
    unit, below = units[at], units[at + 1 : at + 2]
    return (
        bool(below)
        and unit.gap
        and below[0].gap
        and width(unit.text) <= _HEADING
        and (is_han(unit.text[-1]) or unit.text[-1] in "”》")
        and width(below[0].text) >= 2 * _HEADING
        and not form_of(below[0])
        and all(ends_sentence(one.text) for one in units[first:at])
    )


_HEADING = 24
"""Em of a heading at most."""
_CLOSE = 3
"""So many items that stand close tell how all of their list do."""


def _may_carry_on(units: Sequence[Unit], at: int, form: str) -> bool:
    """True for a piece that may go on with the item above it; a date opens many a paragraph."""
    if form == "date" and ends_sentence(units[at - 1].text):
        return False
    return form == "label" or units[at].text[-1:] != "："


def _breaks(unit: Unit, following: Unit) -> bool:
    """True if a unit stops within a sentence, and not far before the end of its line.

    What stands in brackets below it is rather whence the list is.
    """
    last, line = unit.lines[-1].text.strip(), following.lines[0].text.strip()
    closes = line[0] in "（(" and line[-1] in "）)"
    return not (ends_sentence(unit.text) or closes) and width(last) >= _FULL * width(line)


_FULL = 0.7
"""So much of a line fills one that goes on: 定价：37.00元 ends far before."""
ASKS_OR_ANSWERS = re.compile("^[问問答QA]\\s*[：:]")
"""问：, 答：, Q: and A: before what is said, or over it."""
_ASKS = re.compile(r"^\s*(?:[问問]|[QＱ])\s*[：:]\s*\S")
_ANSWERS = re.compile(r"^\s*(?:答|[AＡ])\s*[：:]\s*\S")


def asks(text: str) -> bool:
    """True for 问：…… and Q：……, where no name tells who asks."""
    return _ASKS.match(text) is not None


def questions_end(units: Sequence[Unit], first: int, limit: int, opening: str = "") -> int:
    """Where the questions end, each with its answer below, that begin at ``first``; 0 if none do.

    ``opening`` is the first question where that is only a part of its unit.
    """
    limit = min(limit, len(units))
    end, at = 0, first
    while at + 1 < limit and asks(opening if opening and at == first else units[at].text):
        if not _ANSWERS.match(units[at + 1].text):
            break
        end = at = at + 2
    return end


_BOOK_LINE = re.compile(
    rf"^[{HAN}A-Za-z·、，\s]{{2,24}}\s(?:[著编編译譯绘繪撰]|主编|主編|编著|編著|编译|編譯)$"
    r"|^[^，。；：]{2,14}(?:出版社|出版公司|书局|書局|书店|書店|印书馆|印書館)[\s，,]*(?:(?:19|20)\d\d\s*年?.{0,12})?$"
)
"""某某 著; 某某出版社 2021年: lines below the title of a book, as its price is."""
_BOOK_SIZE = 30


def book_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where the lines end that tell who wrote a book, who printed it and its price, 0 if none do."""
    end = first
    while end < min(limit, len(units)) and is_of_book(units[end].text):
        end += 1
    return end if end - first > 1 else 0


def is_of_book(text: str) -> bool:
    """True for a line that tells who wrote a book, who printed it or its price."""
    text = text.strip()
    return width(text) <= _BOOK_SIZE and (is_price(text) or _BOOK_LINE.match(text) is not None)


def _is_rest(units: Sequence[Unit], at: int) -> bool:
    """True for the rest of the last item, which alone breaks off (……先把名字记 | 住。)."""
    unit, last = units[at], units[at - 1]
    return (
        not unit.gap
        and unit.opens is not True
        and ends_sentence(units[at - 2].text)
        and is_han(last.text[-1])
        and ends_sentence(unit.text)
        and width(unit.text) <= width(last.text)
    )
