"""What learned journals set around an article, line by line: labels, stars, English heads, works."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import has_han, is_han, width
from converter.segment.units.abroad import ABROAD
from converter.segment.units.signs import (
    APPARATUS,
    CALLED,
    CITED,
    REFERENCES,
    SIGNED_ABROAD,
    STAGE,
    STARRED,
    opens_foot,
)
from converter.segment.units.unit import indent_of
from converter.source import Line

_CITED_WORK = re.compile(r"\d[-–—]\d+\.?$|[\[［][A-Z](?:/OL)?[\]］]|\d{4}[,，;；]")
"""What a cited work ends with before its DOI."""
_REGISTERED = re.compile(
    r"[章編编][编編]?[号號码碼]\s*[】\]］]?\s*[:：]?\s*\d{4}[-—–]\d{3}[\dXx].*[-—–]\d{2,3}$|[志識识誌]码?碼?\s*[】\]］]?\s*[:：]\s*[A-E]$"
)
"""中图分类号：……　文献标识码：A　文章编号：……-04, which ends with its line, long as it may be."""
_TITLE_ABROAD = re.compile(r"^[A-Z][\w’'-]*(?: [\w’',:;&()–-]+){2,}")


def ends_matter(text: str) -> bool:
    """True for a line with the number of an article, which ends there, long as it may be."""
    return _REGISTERED.search(text) is not None and APPARATUS.match(text) is not None


def lists_on(text: str, after: str) -> bool:
    """True for key words of which the last stands on the next line: 关键词：渡口；石阶； over 潮位.

    So does the rest of one of which the line has a single character, 渡口；林 over 下经济, and one
    with more of them behind it: 渡口；林下经 over 济；潮位.
    """
    if _RESTS.match(after) and KEYWORDS.match(text) and re.search("[；;]", text):
        return is_han(text[-1:])
    last = text[-2:-1] if is_han(text[-1:]) else text[-1:]
    return (
        last in _BETWEEN_WORDS
        and KEYWORDS.match(text) is not None
        and APPARATUS.match(after) is None
        and (text[-1:] in _BETWEEN_WORDS or is_han(after[0]))
    )


def rests_of_words(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that go on with the key words above them: 关键词：渡口；林 | 下经济."""
    return frozenset(
        line.number
        for above, line in pairwise(lines)
        if not line.blank and lists_on(above.text.strip(), line.text.strip())
    )


_RESTS = re.compile(r"^[^\s，。、：；;！？]{1,8}(?:[；;]\s?[^\s，。、：；;！？]{2,12})+[；;]?$")
"""济；潮位: the rest of a key word, and more of them."""
_BETWEEN_WORDS = frozenset("；;、，,")
KEYWORDS = re.compile(r"[【\[]?(?:[关關]\s*[键鍵]\s*[词詞]|Key\s?[Ww]ords|KEY\s?WORDS)\s*[】\]：:]")


def opens_matter(text: str, after: str) -> bool:
    """True if a line begins something that stands around an article; ``text`` is above it."""
    if APPARATUS.match(after) and not (after[0] in "Dd" and _CITED_WORK.search(text)):
        return True
    if STARRED.match(after) or REFERENCES.match(after):
        return True
    if SIGNED_ABROAD.match(after) or SIGNED_ABROAD.match(text):
        return True
    if has_han(after):
        return False
    if after[0] in "FTft" and ABROAD.match(after):
        return True
    # The title in English below 中图分类号：…… and the like.
    return _TITLE_ABROAD.match(after) is not None and APPARATUS.match(text) is not None


def runs_within(text: str, after: str) -> bool:
    """True if a bracket below a full line opens nothing: 【结果】 of an abstract, the call of a note."""
    if STAGE.match(after):
        return True
    return CALLED.match(after) is not None and not text.startswith(("[", "［", "〔"))


def hangs(opener: Line, line: Line, following: Line, measure: float) -> bool:
    """True for a cited work whose further lines are set in: [1]　某某. 渡口的账[J]. 河湾 | 　学刊."""
    below = following.text.strip()
    if indent_of(opener.text) or not CITED.match(opener.text):
        return False
    if opens_foot(below) and below[:3].upper() != "DOI":
        return False
    if not 0.5 <= indent_of(following.text) <= _HUNG or (
        line is not opener and not indent_of(line.text)
    ):
        return False
    word = _WORD.match(below)
    size = width(line.text.strip()) + (width(word[0]) if word else 1)
    return size >= measure - _HUNG


_HUNG = 3
"""Em by which the lines of a cited work below its first are set in."""


_WORD = re.compile(r"[!-~]{6,}")
"""A word in Latin letters that a line has no room for."""
