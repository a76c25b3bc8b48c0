"""Tells Simplified from Traditional Chinese by characters that only one of them has."""

from __future__ import annotations

from converter.model import Issue, issue_texts

_SIMPLIFIED = frozenset(
    "这个们来时对会说学国过发后种现经动还进样开问关间应实长员两从样电车门东见书头气无与为业产义乡习"
)
_TRADITIONAL = frozenset(
    "這個們來時對會說學國過發後種現經動還進樣開問關間應實長員兩從樣電車門東見書頭氣無與為業產義鄉習"
)


def language_of(issue: Issue) -> str:
    """``zh-Hant`` if the issue is written in Traditional characters, else ``zh-Hans``."""
    simplified = traditional = 0
    for text in issue_texts(issue):
        for char in text.value:
            if char in _SIMPLIFIED:
                simplified += 1
            elif char in _TRADITIONAL:
                traditional += 1
        if simplified + traditional > 2000:
            break
    return "zh-Hant" if traditional > simplified else "zh-Hans"
