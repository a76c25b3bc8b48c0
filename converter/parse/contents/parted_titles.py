"""Titles that the body has on one line, and the contents on several with pages or authors between.

深化改革 / 10 某某 / 激发活力: what stands between keeps the lines of such a title from being found
again in 深化改革　激发活力. Where the body is asked for each of them, the contents can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, key, width
from converter.source import Line

_TOKENS = re.compile(r"[\s|｜/／]+")
_LEAST, _TITLE, _MOST = 4, 80, 6
"""Characters of the shortest part, em of the longest title, and so many words with blanks between them."""


def with_titles_parted(body: Iterable[Line], contents: Sequence[Line]) -> tuple[Line, ...] | None:
    """The lines of the body, with each part of such a title on one of its own; ``None`` if there are none."""
    printed = _printed(contents)
    made: list[Line] = []
    found = False
    for line in body:
        parts = _parts(line.text, printed)
        found |= len(parts) > 1
        made += (line._replace(text=part) for part in parts) if len(parts) > 1 else (line,)
    return tuple(made) if found else None


def _printed(contents: Sequence[Line]) -> dict[str, int]:
    """The words of the contents that stand beside each other on a line, by their keys, with its number."""
    found: dict[str, int] = {}
    for line in contents:
        words = [word for word in _TOKENS.split(line.text.strip()) if word]
        for first in range(len(words)):
            for end in range(first + 1, min(len(words), first + _MOST) + 1):
                name = key("".join(words[first:end]))
                if len(name) >= _LEAST and has_han(name):
                    found.setdefault(name, line.number)
    return found


def _parts(text: str, printed: Mapping[str, int]) -> list[str]:
    """The parts of a title that stand on lines of their own in the contents; fewer than two for another line."""
    words = text.split()
    if not 1 < len(words) <= _MOST or width(text) > _TITLE or ends_sentence(text):
        return []
    parts: list[str] = []
    lines: set[int] = set()
    while words:
        size = next(_sizes(words, printed), 0)
        if not size:
            return []
        lines.add(printed[key("".join(words[:size]))])
        parts.append(" ".join(words[:size]))
        words = words[size:]
    return parts if len(lines) == len(parts) else []


def _sizes(words: Sequence[str], printed: Mapping[str, int]) -> Iterator[int]:
    """How many words from the first on stand beside each other in the contents, the most first."""
    return (n for n in range(len(words), 0, -1) if key("".join(words[:n])) in printed)
