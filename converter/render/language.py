"""The language of a paragraph that is not Chinese: abstracts, titles of scholarly papers.

A screen reader needs it (WCAG 3.1.2), and lines of Latin words are set in another way.
"""

from __future__ import annotations

from converter import patterns as re
from converter.render.pinyin import readings

PINYIN = "zh-Latn-pinyin"

_HAN = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_ENGLISH = re.compile(r"\b(?:the|of|and|in|to|is|for|with|on|by|a|an)\b", re.IGNORECASE)
_LABEL = re.compile(r"[\[［【]?(?:key\s*words|abstract)\b", re.IGNORECASE)


def foreign_language(value: str) -> str:
    """``en`` for a text that is English throughout, else ""."""
    if _HAN.search(value):
        return ""
    english = len(_ENGLISH.findall(value)) > 1 or _LABEL.match(value)
    return "en" if english else ""


def title_language(value: str, title: str) -> str:
    """``zh-Latn-pinyin`` or ``en`` for a parallel of ``title`` in Latin letters, else ""."""
    letters = "".join(filter(str.isalpha, value.lower()))
    if not letters.isascii() or not letters:
        return ""
    rest = {letters}
    known = {reading for char in title for reading in readings(char)}
    while rest and "" not in rest:  # what syllables of the title leave of the letters
        rest = {
            one.removeprefix(syllable)
            for one in rest
            for syllable in known
            if one.startswith(syllable)
        }
    return PINYIN if rest else "en"
