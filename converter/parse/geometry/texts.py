"""What the texts on both sides of a full stop say: one paragraph, or two."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han
from converter.parse.geometry.page import Item
from converter.parse.geometry.words import (
    calls_to,
    odds_of_closing,
    odds_of_opening,
    odds_of_sentence,
    odds_of_taking_up,
)
from converter.parse.headings import numbering, run_in_series
from converter.parse.heal import is_bracketed


def opens_itself(text: str) -> bool:
    """True for a paragraph that announces its own beginning.

    It does so by a number, by the dash before a point (——为一线减负。……), or by calling those to whom
    it speaks.
    """
    told = numbering(text) is not None or text.startswith("——") or run_in_series(text) > 0
    return told or _SPEAKS_TO.match(text) is not None


_SPEAKS_TO = re.compile(
    "(?:(?:朋友|同志|同学|同學|战友|戰友|乡亲|鄉親|老师|老師|先生|女士|代表|委员|委員|姐妹|兄弟)[们們]|各位[^，。]{2,6}|[亲親][爱愛]的[^，。]{2,8})[，！：]"
)
"""朋友们，……, in a speech."""


def _own(items: Sequence[Item], at: int) -> Item | None:
    """The piece with which the paragraph begins that goes on in the one at ``at``."""
    return next((items[place] for place in range(at, -1, -1) if items[place].starts), None)


def _from(items: Sequence[Item], at: int) -> Iterator[Item]:
    """The pieces from one on; no copy, as a long article has many of which only the first count."""
    return map(items.__getitem__, range(at, len(items)))


def follower(items: Sequence[Item], at: int) -> int:
    """Which piece follows one in print, around whose boxes and pull quotes the text is set."""
    then = at + 1
    while then < len(items) and (items[then].kind == "box" or items[then].said):
        then += 1
    return then


def may_go_on(items: Sequence[Item], at: int, then: int) -> bool:
    """True if what a full stop ends at ``at`` may be carried on at ``then``."""
    if then >= len(items):
        return False
    before, after = items[at], items[then]
    if before.kind != "text" or before.cut or after.kind != "text" or not after.starts:
        return False
    if after.named or (before.asks and before.text.rstrip()[-1:] in "？?"):
        return False
    return ends_sentence(before.text) and not (
        opens_itself(after.text) or is_bracketed(after.text.strip())
    )


_ANNOUNCES = re.compile(
    "[^。！？]*(?:以下|如下|下面|下列|[几幾数數两兩三四五六七八]个?(?:方面|点|點|条|條|项|項|件事|步|关|關|字|环节|環節|层面|層面|类|類|种|種|问题|問題|要求|关系|關係))"
    "[^。！？]{0,12}[。：]"
)
"""这份答卷可以从五个方面来看。: what follows is told in parts."""


def weigh_texts(items: list[Item]) -> None:
    """Give each end of a paragraph what its words and the next one's say for being one."""
    for at, item in enumerate(items):
        then = follower(items, at)
        if not may_go_on(items, at, then):
            item.says = -math.inf
            continue
        item.says = odds_of_texts(items, at, then)
        if _ANNOUNCES.fullmatch(items[then].text.strip()):
            item.lean = min(item.lean, 0.0)  # it may well be a paragraph, however short


_TOLD_BEFORE = re.compile("[。，；]要")
_TOLD_AGAIN = 0.6
"""要……。要……: what it says more that the paragraph has told what must be done before."""


def odds_of_texts(items: Sequence[Item], at: int, then: int) -> float:
    """The log odds by the words alone, the place in a series of numbers not counted."""
    before, after = items[at].text, items[then].text
    own = _own(items, at) or items[at]
    odds = _parallel_evidence(before, after) + _like_evidence(items, at, then)
    # After one that opens by a number, a short first sentence tells of no other like it.
    odds += odds_of_opening(after) + odds_of_taking_up(before, after)
    if after.startswith("要") and _TOLD_BEFORE.search(own.text):
        odds += _TOLD_AGAIN
    odds += odds_of_sentence("" if opens_itself(own.text) else own.text, after)
    if not any(item.kind in ("text", "heading") for item in _from(items, then + 1)):
        odds += odds_of_closing(after)
    return odds


_HEAD_ALONE = 24
"""Characters of the sentence that opens a numbered paragraph."""
_FELLOWS = 2


def is_head_alone(items: Sequence[Item], at: int) -> bool:
    """True for 二是补上短板。 and nothing more, where 一是…… and 三是…… have their texts.

    Of more than a hundred such heads in prose of many magazines none was a paragraph.
    """
    item = items[at]
    if not (item.kind == "text" and item.starts and run_in_series(item.text) and _is_head(item)):
        return False
    fellows = [
        one
        for one in items
        if one is not item and one.kind == "text" and one.starts and run_in_series(one.text)
    ]
    return len(fellows) >= _FELLOWS and not any(map(_is_head, fellows))


def _is_head(item: Item) -> bool:
    text = item.text.strip()
    return len(text) <= _HEAD_ALONE and not re.search("[。！？；：，](?=.)", text)


def odds_in_series(items: Sequence[Item], at: int, then: int) -> float:
    """In a run of numbered paragraphs one without a number is hardly a new one."""
    around = [
        item
        for item in items[max(0, at - 6) : then + 8]
        if item.kind == "text" and item.starts and item is not items[then]
    ]
    if len(around) < 3:
        return 0.0
    share = sum(1 for item in around if opens_itself(item.text)) / len(around)
    own = _own(items, at)
    if share < 0.6 or own is None or not opens_itself(own.text):
        return 0.0
    # After the last of them may as well come what closes the section.
    for item in _from(items, then + 1):
        if item.kind == "heading":
            break
        if item.kind == "text" and item.starts and opens_itself(item.text):
            return _IN_SERIES
    return _LAST_OF_SERIES


_IN_SERIES, _LAST_OF_SERIES = 1.6, 0.5
"""What it says that a piece without a number stands after a numbered one, before the next."""


_LIKE = -3.0
"""What it says that a piece begins with the word with which a paragraph beside it begins."""
_HEAD = re.compile("(.)[^，。：；！？、]{1,10}(.[，。])")
"""从世界范围看，…… 从本省的情况看，……: the same first and last character of a head."""
_SHAPE, _SHAPED_ABOVE, _SHAPED_BELOW = 4, -1.4, -2.8
"""The same of so many characters within the first few: 对城市来说，克制…… 对渔民来说，克制…….

Sentences of one paragraph are of one form oftener than the first ones of two paragraphs.
"""
_BEGINNING = 14
_CALLS, _NO_CALL = -2.5, 0.8
"""The same of a short call, where the paragraph before it begins with one; and of another text.

Three in four of the paragraphs after such a one begin with a call, and one in thirty of the
sentences within it.
"""


def _like_evidence(items: Sequence[Item], at: int, then: int) -> float:
    """推进工程治本…… | 推进科技兴安……: paragraphs side by side begin alike."""
    text = items[then].text
    begun = _own(items, at)
    own = begun.text if begun is not None else ""
    following = (item for item in _from(items, then + 1) if item.starts and item.kind == "text")
    below = next((item.text for item in following), "")
    if text[:2] in (own[:2], below[:2]) and all(map(is_han, text[:2])):
        return _LIKE
    head = _HEAD.match(text)
    if head is not None and (other := _HEAD.match(own)) and head.groups() == other.groups():
        return _LIKE
    if calls_to(own):
        # What closes an article begins with no call either.
        return _CALLS if calls_to(text) else _NO_CALL * bool(below)
    begins = text[:_BEGINNING]
    grams = {begins[place : place + _SHAPE] for place in range(len(begins) - _SHAPE + 1)}
    if any(gram in below[:_BEGINNING] for gram in grams):
        return _SHAPED_BELOW
    return _SHAPED_ABOVE if any(gram in own[:_BEGINNING] for gram in grams) else 0.0


def _parallel_evidence(before: str, after: str) -> float:
    """监测环节，… 帮扶环节，… | 退出环节，…: the next of the heads within one paragraph."""
    head = re.match(r"([^，。：；、！？]{1,6}?)([^，。：；、！？]{2})，", after)
    if head is None:
        return 0.0
    inside = re.findall(
        rf"(^|[。；！？])[^，。：；、！？]{{1,6}}{re.escape(head[2])}，", before.strip()
    )
    return 4.0 if len(inside) >= 2 and all(inside) else 0.0
