"""Characters folded so that Simplified finds Traditional and one spelling finds another.

Character by character, so that a folded text has the length of the original and every
place in the one is a place in the other. For finding and comparing only, never for reading.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from converter import patterns as re
from converter.hanzi import HAN

_BLOCKS = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0))
"""The blocks of the Unicode standard with Chinese characters."""

_CONFIGURATIONS = ("t2s", "tw2s", "hk2s")
"""OpenCC's: the second and the third know 裡, 著, 衞 and what else is a region's own."""

TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
"""A Chinese character, or a run of letters and digits of another script."""


@cache
def folding() -> dict[int, str]:
    """From the code point of a character to the one that stands for it; needs OpenCC."""
    from opencc import OpenCC

    chars = [chr(code) for first, end in _BLOCKS for code in range(first, end)]
    text = "\n".join(chars)
    table: dict[int, str] = {}
    for name in _CONFIGURATIONS:
        for char, simple in zip(chars, OpenCC(name).convert(text).split("\n"), strict=True):
            if simple != char and len(simple) == 1:
                table.setdefault(ord(char), simple)
    # A form may fold to one that folds further (衞 to 衛 to 卫).
    return {code: table.get(ord(simple), simple) for code, simple in table.items()}


def folded(text: str) -> str:
    """The text with one form for each character, as long as before."""
    return text.translate(folding())


def tokens(text: str) -> list[str]:
    """What is looked for: folded Chinese characters, and words of other scripts in lower case."""
    return TOKEN.findall(folded(unicodedata.normalize("NFC", text)).lower())
