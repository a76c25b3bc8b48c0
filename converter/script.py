"""Tells Simplified from Traditional Chinese by characters that only one of them has."""

from __future__ import annotations

from collections.abc import Iterable

from converter import patterns as re
from converter.memo import per_issue
from converter.model import Issue, issue_texts

_SIMPLIFIED = re.compile(
    "[这个们来时对会说学国过发后种现经动还进样开问关间应实长员两从电车门东见书头气无与为业产义乡习]"
)
_TRADITIONAL = re.compile(
    "[這個們來時對會說學國過發後種現經動還進樣開問關間應實長員兩從電車門東見書頭氣無與為業產義鄉習]"
)


def language_of(issue: Issue) -> str:
    """``zh-Hant`` if the issue is written in Traditional characters, else ``zh-Hans``."""
    traditional = is_traditional(text.value for text in issue_texts(issue))
    return "zh-Hant" if traditional else "zh-Hans"


_TELLING = 2000
"""So many characters that only one of the scripts has tell which it is."""


@per_issue(1024)
def _counted(text: str) -> tuple[int, int]:
    """How many characters of a text only Simplified Chinese has, and only Traditional."""
    return len(_SIMPLIFIED.findall(text)), len(_TRADITIONAL.findall(text))


def is_traditional(texts: Iterable[str]) -> bool:
    """True if more of the characters that only one script has are Traditional ones."""
    simplified = traditional = 0
    for text in texts:
        of_text = _counted(text)
        simplified += of_text[0]
        traditional += of_text[1]
        if simplified + traditional > _TELLING:
            break
    return traditional > simplified
