"""Whether two paragraphs speak of the same thing, and the text around them of another.

A box that has no source and stands between whole paragraphs does not tell where it ends.
A term that its first paragraph uses, that the next one takes up again, and that no other
paragraph of the article has, tells that they belong together.
"""

from __future__ import annotations

from collections.abc import Collection

from converter import patterns as re

_WORDS = re.compile("[\u4e00-\u9fff]+")
_COMMON = frozenset(
    "的了是在和与及对为将把被从向由于而且或以让不也都就还又很再有没一二三四五六七八九十百千万亿两几年月日个这那每各位些他她它我你们人上下中里来去到说"
)
"""Characters of figures and of words that any text has."""
_TERM = 3
"""Characters of a term."""


def is_telling(word: str) -> bool:
    """True for characters side by side none of which any text has."""
    return _WORDS.fullmatch(word) is not None and _COMMON.isdisjoint(word)


def terms(text: str) -> set[str]:
    """The terms of a text: three characters side by side, none of which any text has."""
    return {
        word[at : at + _TERM]
        for word in _WORDS.findall(text)
        for at in range(len(word) - _TERM + 1)
        if not _COMMON.intersection(word[at : at + _TERM])
    }


_NAME = (2, 10)
"""Characters of a title that is the name of what a box explains."""
_NAMED = 2
"""What it says that this name comes again."""


def belong(box: str, text: str, others: Collection[str], title: str = "") -> bool:
    """True if ``text`` takes up a term of ``box``, or its ``title``, that none of the ``others`` has.

    It does not if it takes up as many that they have.
    """
    own = terms(text)
    shared = own & terms(box)
    named = (
        _NAME[0] <= len(title) <= _NAME[1]
        and title in text
        and not any(title in other for other in others)
    )
    if not shared and not named:
        return False
    around = {term for term in own if any(term in other for other in others)}
    return len(shared - around) + _NAMED * named > len(around - shared)
