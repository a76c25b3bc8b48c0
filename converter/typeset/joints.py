"""Where the words of a title meet, learnt from the document that it stands over.

Two characters that keep company all through the text belong together; two that meet by
chance do not (pointwise mutual information). No dictionary has the names and terms that a
magazine's titles are made of, the articles beneath them do: on the titles of a dozen issues
the break falls between words as a dictionary segmenter finds them in 24 of 25, and costs a
hundredth of loading one. Arithmetic only; nothing here knows of WeasyPrint.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import log

from converter import patterns as re
from converter.typeset import characters as kind

_UNSEEN = 0.05  # how often a pair that the text never has is taken to occur in it
_TORN = 9.0  # inside Latin words and numbers
_QUOTED = 6.0  # inside a short term in quotation marks or brackets
_SPEAKER = 6  # characters of who says what stands behind the colon, at most
_PAUSES = " 　，。；！？：、—"
_TERM = 6  # characters of a term that is short
_ALONE = 30.0  # after the number of a heading or the dash before a source: it would stand alone
_AFTER_POINT = -6.0
_AFTER_LISTED = -4.0  # 、 parts words of one phrase: any other point comes first
_AFTER_LEAD = 2.0  # better within the name of a source, between its words
_AFTER_PARTICLE = -4.0
_BEFORE_PREPOSITION = -3.0
_BEFORE_PARTICLE = 6.0

# Structural particles and prepositions, Simplified and Traditional: they open or close a phrase.
_CLOSING = frozenset("的等之")
_OPENING = frozenset("和与與及在为為让讓把对對向从從以如何")
_CLINGING = frozenset("的了着著们們等者性化")
_NUMBER = re.compile(
    r"(?:[（(][〇零一二三四五六七八九十\d]{1,4}[）)]|[〇零一二三四五六七八九十\d]{1,4}[、.．]) *"
)
"""一、 （一） 1. before a heading."""
_COUNTED = re.compile(
    r"(?:第[〇零一二三四五六七八九十百千两兩几幾\d]+|\d+)(?:世(?=[纪紀])"
    "|(?=[年月日天次个個届屆期章节節课課条條部页頁卷册冊集版名位号號代批轮輪步讲講封篇回岁歲座家种種项項万亿萬億]))"
)
"""第二 of 第二年, 21 of 21世纪: no number is parted from what it counts."""
_LEAD = re.compile(
    r"—+(?:([^《：:]{1,3})(?=《)|([^《：:]{2,6}[：:]))|((?:[^《：:]{2})?(?:[来來]源|出[处處])[：:])"
)
"""——摘自《 or 资料来源： before the name of a source."""


class Corpus:
    """A text that words are learnt from many times over, counted once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._single = Counter(text)
        self._pairs = Counter(map("".join, pairwise(text)))

    def __len__(self) -> int:
        return len(self._text)

    def count(self, part: str) -> int:
        """How often a part occurs in the text."""
        match len(part):
            case 1:
                return self._single[part]
            case 2:
                return self._pairs[part]
            case _:
                return self._text.count(part)


def joints(text: str, kinds: str, corpus: str | Corpus) -> list[float]:
    """For each index what it costs to break before it: high inside words, low between them.

    ``corpus`` is what the words are learnt from: the text of the article or the document.
    """
    size = len(text)
    costs = [0.0] * (size + 1)
    own = corpus.count(text) if text else 0
    total = max(1, len(corpus))
    seen = {char: max(1, corpus.count(char) - own * text.count(char)) for char in set(text)}
    for index in range(1, size):
        one, other = text[index - 1], text[index]
        first, second = kinds[index - 1], kinds[index]
        if first == kind.SPACE or first in kind.POINTS or first in {kind.DASH, kind.BLANK}:
            costs[index] = _after_point(text, index)
        elif first == second == kind.HAN:
            pair = one + other
            together = max(0, corpus.count(pair) - own * text.count(pair))
            cost = log((together + _UNSEEN) * total / (seen[one] * seen[other]))
            if one in _CLOSING:
                cost += _AFTER_PARTICLE
            if other in _OPENING:
                cost += _BEFORE_PREPOSITION
            if other in _CLINGING:
                cost += _BEFORE_PARTICLE
            costs[index] = cost
        elif first not in kind.FULL and second not in kind.FULL:
            costs[index] = _TORN
    for counted in _COUNTED.finditer(text):
        costs[counted.start() + 1 : counted.end() + 1] = [_TORN] * len(counted[0])
    number = _NUMBER.match(text)
    opening = number.end() if number else size - len(kinds.lstrip(kind.DASH))
    if 0 < opening < size:
        costs[opening] = _ALONE
    lead = _LEAD.match(text)
    if lead:
        costs[opening : lead.end()] = [_ALONE] * (lead.end() - opening)
        costs[lead.end()] = _AFTER_LEAD if lead[2] or lead[3] else _ALONE
    for index in _inside_terms(kinds):
        costs[index] = max(costs[index], 0.0) + _QUOTED
    return costs


def _after_point(text: str, index: int) -> float:
    """The best places; but 、 parts words of one phrase, and 管理处： is who says what follows."""
    match text[index - 1]:
        case "、":
            return _AFTER_LISTED
        case "：" if index - 1 - max(text.rfind(one, 0, index - 1) for one in _PAUSES) <= _SPEAKER:
            return _AFTER_LEAD
        case _:
            return _AFTER_POINT


def _inside_terms(kinds: str) -> Iterator[int]:
    """The places within short terms: “水册” is torn no better than a word."""
    opened = -1
    for index, one in enumerate(kinds):
        if one == kind.OPEN:
            opened = index
        elif one == kind.CLOSE and opened >= 0:
            if index - opened - 1 <= _TERM:
                yield from range(opened + 2, index)
            opened = -1
