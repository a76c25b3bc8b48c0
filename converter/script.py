"""Tells Simplified from Traditional Chinese by characters that only one of them has."""

from __future__ import annotations

from converter import patterns as re
from converter.model import Issue, issue_texts

_SIMPLIFIED = re.compile(
    "[这个们来时对会说学国过发后种现经动还进样开问关间应实长员两从样电车门东见书头气无与为业产义乡习]"
)
_TRADITIONAL = re.compile(
    "[這個們來時對會說學國過發後種現經動還進樣開問關間應實長員兩從樣電車門東見書頭氣無與為業產義鄉習]"
)


def language_of(issue: Issue) -> str:
    """``zh-Hant`` if the issue is written in Traditional characters, else ``zh-Hans``."""
    simplified = traditional = 0
    for text in issue_texts(issue):
        simplified += len(_SIMPLIFIED.findall(text.value))
        traditional += len(_TRADITIONAL.findall(text.value))
        if simplified + traditional > 2000:
            break
    return "zh-Hant" if traditional > simplified else "zh-Hans"
