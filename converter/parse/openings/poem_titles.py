"""Titles that tell of several poems."""

from __future__ import annotations

from converter import patterns as re

_POEMS = re.compile(
    "(?:组诗|組詩|[（(](?:外|诗|詩)?[一二两兩三四五六七八九十]{1,2}(?:首|章)|[一二两兩三四五六七八九十]{1,2}首|诗抄|詩抄|诗钞|诗选|詩選)[）)]?$"
)


def names_poems(title: str) -> bool:
    """True for 旧站台（组诗） and 渔港三首."""
    return _POEMS.search(title) is not None
