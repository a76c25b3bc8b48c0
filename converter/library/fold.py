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

_SECOND_PLANE = 0x10000

_CONFIGURATIONS = ("t2s", "tw2s", "hk2s")
"""OpenCC's: the second and the third know 裡, 著, 衞 and what else is a region's own."""

_RUN = re.compile(rf"([{HAN}]+)|([^\W_{HAN}]+)")
"""Chinese characters, or letters and digits of another script."""


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


@cache
def _varied() -> re.Pattern[str]:
    """Any character that may fold to another: the rare ones beyond the first plane at once."""
    plane = "".join(chr(code) for code in sorted(folding()) if code < _SECOND_PLANE)
    return re.compile(f"[{plane}{chr(_SECOND_PLANE)}-{chr(_BLOCKS[-1][1])}]")


def folded(text: str) -> str:
    """The text with one form for each character, as long as before."""
    # str.translate would ask the table for every character, which takes far longer.
    table = folding()
    return _varied().sub(lambda match: table.get(ord(match[0]), match[0]), text)


def tokens(text: str) -> list[str]:
    """What is looked for: folded Chinese characters, and words of other scripts in lower case."""
    found: list[str] = []
    for han, word in _RUN.findall(folded(unicodedata.normalize("NFC", text)).lower()):
        if han:
            found.extend(han)
        else:
            found.append(word)
    return found
