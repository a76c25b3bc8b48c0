"""Titles of the contents of which the body reads a character or two otherwise: one of the two is misread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from converter.hanzi import is_misread, key
from converter.source import Line

_LEAST, _SURE = 4, 7
"""Characters of the shortest title that is told though one of it differs, and of one that tells itself."""


def misread_titles(
    lines: Sequence[Line], titles: Mapping[str, AbstractSet[str]], most: int
) -> dict[str, str]:
    """The keys of lines, or of two in a row, that are those of titles but for misread characters.

    ``titles`` are keys of the contents with those who sign them, of which only such are looked for that
    no line has; a line has at most ``most`` characters. A short one is told by who signs it below.
    Returns the keys of the titles by those of the lines.
    """
    texts = [line for line in lines if not line.blank]
    names = [_name(line, most) for line in texts]
    printed: dict[str, int] = {}
    for at, (one, other) in enumerate(zip_longest(names, names[1:], fillvalue="")):
        if one:
            printed.setdefault(one, at + 1)
        if one and other:
            printed.setdefault(one + other, at + 2)
    missing: defaultdict[int, list[str]] = defaultdict(list)
    for title in titles:
        if len(title) >= _LEAST and title not in printed:
            missing[len(title)].append(title)
    found: dict[str, str] = {}
    for name, below in printed.items() if missing else ():
        alike = [one for one in missing.get(len(name), ()) if is_misread(name, one)]
        if not alike or name in titles:
            continue
        signed = key(texts[below].text) if below < len(texts) else ""
        title = min(alike)
        if len(title) >= _SURE or any(key(who) in signed for who in titles[title]):
            found[name] = title
    return found


def _name(line: Line, most: int) -> str:
    """The key of a line that may be one of a title; "" for any other."""
    text = line.text.strip()
    return "" if len(text) > most or text[-1] in "。，；、" else key(text)
