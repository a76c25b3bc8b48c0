"""Series within a paragraph (一是……，二是……), cut between two members of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, is_han, number
from converter.values import NamedTuple

# All begin with one of a few characters, so that the search skips all others.
_SERIES = re.compile(
    r"(?P<first>[第其一二三四五六七八九十])(?<![^。；：，！？\s*].)"
    r"(?P<rest>(?<=[第其])[一二三四五六七八九十]{1,3}|(?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,2})"
    r"(?P<kind>是|要|、|，)"
)
_SERIES_START = re.compile(r"^\**(?P<n>[一二三四五六七八九十]{1,3})(?P<kind>是|要)")


class _Member(NamedTuple):
    """How a member of a series within a paragraph begins: 一是, 第二，, 其三、."""

    start: int
    before: str
    """第 or 其."""
    numeral: str
    kind: str


def _members(text: str) -> Iterator[_Member]:
    for hit in _SERIES.finditer(text):
        first, rest, kind = hit.groups()
        if first in "第其":
            yield _Member(hit.start(), first, rest, kind)
        else:
            yield _Member(hit.start(), "", first + rest, kind)


def _leads(text: str, one: _Member) -> bool:
    """True for a member that begins its paragraph, be it in bold type, **第二，……。**: no text above it."""
    return not text[: one.start].strip("*")


def goes_on(a: str, b: str) -> bool:
    """一是…。 | 二是…。: a series begun within ``a``, of which ``b`` has the next member."""
    start = _SERIES_START.match(b)
    value = number(start["n"]) if start is not None else None
    if start is None or value is None or value < 2:
        return False
    own = _SERIES_START.match(a)
    if own and own["kind"] == start["kind"] and number(own["n"]) == value - 1:
        return False  # each member is a paragraph
    inside = [
        number(one.numeral)
        for one in _members(a)
        if not one.before and one.kind == start["kind"] and not _leads(a, one)
    ]
    return bool(inside) and inside[-1] == value - 1


def goes_on_within(a: str, b: str) -> bool:
    """一是…二是…。 | 从今年起…。三是…: a series within one paragraph, cut between sentences."""
    first = next(_members(b), None)
    if first is None or _leads(b, first):
        return False
    value = number(first.numeral) or 0
    if value < 2:
        return False
    kind = (first.before, first.kind)
    before = [one for one in _members(a) if (one.before, one.kind) == kind]
    return bool(before) and number(before[-1].numeral) == value - 1


def goes_on_behind(a: str, b: str) -> bool:
    """要做好三件事。第一，……； | 第二，……；第三，……: a series of clauses begun within ``a``."""
    first = next(_members(b), None)
    if first is None or not _leads(b, first):
        return False
    kind = (first.before, first.kind)
    before = [one for one in _members(a) if (one.before, one.kind) == kind]
    value = number(first.numeral) or 0
    return bool(before) and not _leads(a, before[-1]) and number(before[-1].numeral) == value - 1


_BRACKETED = re.compile(r"[（(](?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})[）)]")


def goes_on_in_brackets(a: str, b: str) -> bool:
    """做了三件事：（1）……；（2）……； | （3）……: the items of a sentence, none of which begins a line in ``a``."""
    start = _BRACKETED.match(b)
    before = list(_BRACKETED.finditer(a))
    if start is None or not before or not before[0].start():
        return False
    return number(before[-1]["n"]) == (number(start["n"]) or 0) - 1


def is_parted(a: str, b: str) -> bool:
    """其一，……。其二，……。其 | 三，……: the number of the next member stands on both sides of a seam."""
    reach = len(a) - _NUMBER
    joined = a[-_NUMBER:] + b[:_NUMBER]
    at = len(joined) - len(b[:_NUMBER])
    for one in _members(joined):
        if not one.start < at < one.start + len(one.before + one.numeral + one.kind):
            continue
        value = number(one.numeral) or 0
        kind = (one.before, one.kind)
        before = [it for it in _members(a) if it.start < reach and (it.before, it.kind) == kind]
        return bool(before) and number(before[-1].numeral) == value - 1
    return False


_NUMBER = 5
"""Characters on each side of a seam among which such a number stands."""


def is_told_in(text: str) -> bool:
    """一是 … 二是 … in one paragraph, which began before the colon then."""
    start = _SERIES_START.match(text)
    return (
        start is not None
        and number(start["n"]) == 1
        and any(
            number(one.numeral) == 2
            for one in _members(text)
            if not one.before and one.kind == start["kind"]
        )
    )


_POINT = re.compile(
    "^(?:[一二三四五六七八九十]{1,2}是|[第其][一二三四五六七八九十]{1,2}[，、是]|(?:首先|其次|再次|再者|最后|最後)[是，]?)[^，。；：！？]{2,14}。$"
)
_POINTS_WITHIN = 400
"""Characters above a seam among which the points of a paragraph stand."""


def leaves_point(a: str, b: str) -> bool:
    """首先是没有人。……。其次是没有钱。 | 账上……: a point at the end, of which those above tell more.

    What tells more of it can but stand below; the next point does not.
    """
    last = a[max(map(a[:-1].rfind, "。！？")) + 1 :]
    if not _POINT.match(last):
        return False
    sentences = re.split("(?<=[。！？])", a[-_POINTS_WITHIN:])
    told = [sentence for sentence in sentences if sentence]
    if len(told) < _TOLD or not _POINT.match(told[-1]):
        return False
    points = [_POINT.match(sentence) is not None for sentence in told]
    above = any(one and not other for one, other in pairwise(points[:-1]))
    begins = re.match(r"[^。]*。", b)
    return above and not (begins and _POINT.match(begins[0])) and _NEXT.match(b) is None


_TOLD = 3
"""The fewest sentences: a point, what it means, and the next point."""
_NEXT = re.compile(
    "(?:[一二三四五六七八九十]{1,2}是|[第其][一二三四五六七八九十]|首先|其次|再次|再者|最后|最後)"
)


_ONE = frozenset("统統唯惟单單同专專划劃归歸合")


def ends_word(a: str, b: str) -> bool:
    """True for 统 | 一、……。……。: 一 is no number there, but the end of a word that a page cuts.

    So it is in 每个星期 | 二、星期四的夜班, and in 第 | 一、二季度.
    """
    if _FIRST_OF_TWO.match(b) and _COUNTED.search(a):
        return True
    return b.startswith("一、") and a[-1:] in _ONE and "。" in b[:-1]


_COUNTED = re.compile("(?:第|周|星期|[礼禮]拜|初)$")
_FIRST_OF_TWO = re.compile(
    "^[一二三四五六七八九十日]{1,2}、(?:第|周|星期|[礼禮]拜|初)?[一二三四五六七八九十日]"
)


_TIME_AFTER_TIME = re.compile(
    rf"^第(?P<n>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})(?P<what>[次天回夜趟遍年个個位封场場][{HAN}])"
)
_LEADS_TO = frozenset("在到从從自于於是为為的和与與及对對把被让讓比以等")
"""Words behind which 第二次…… goes on with the sentence."""


def counts_on(a: str, b: str) -> bool:
    """第二次进村，……我一口气 | 第三次进村，……: paragraphs that open alike and count, the first of them cut off."""
    one, other = _TIME_AFTER_TIME.match(a), _TIME_AFTER_TIME.match(b)
    if one is None or other is None or one["what"] != other["what"]:
        return False
    if not is_han(a[-1]) or a[-1] in _LEADS_TO:
        return False
    return number(other["n"]) == (number(one["n"]) or 0) + 1
