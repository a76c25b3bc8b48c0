"""Ornaments alone on a line below the last text of an article, above the next title or section.

Between two parts of a text such a line parts them; here nothing is left to part.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, key, width
from converter.source import Line

_ORNAMENT = re.compile(r"^\s*([※◆◇★☆●○■□◼◻◾▪❑▲△✻❖✦＊])(?:\s*\1)?\s*$")
_OF_PAGE = re.compile(
    r"^\s*(?:<!--.*-->|!\[.*|[·—\-\s*_]*\d{1,4}[·—\-\s*_]*(?:[·|｜/]\s*[^\s。]{1,16})?|[-*_][-*_\s]+|\*[^*。]{2,40}。?[”」]?\*)$"
)
"""What tells of a page (**6** · 某刊), a picture, a rule or a pull quote between two articles."""
_SHORT, _LONGEST = 8, 60
"""Characters of a line with an ornament and blanks about it, and of a title."""


def end_ornaments(lines: Sequence[Line], known: Container[str]) -> list[Line]:
    """The lines of ornaments that end articles; ``known`` are the keys of titles and sections."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        if line.blank or len(line.text) > _SHORT or not _ORNAMENT.match(line.text):
            continue
        above = next((one.text for one in reversed(lines[:at]) if not one.blank), "")
        if not ends_sentence(above) or above.lstrip()[:1] in "#|":
            continue
        below = next((one.text for one in lines[at + 1 :] if _is_text(one)), "")
        if not below or (width(below) <= _LONGEST and key(below) in known):
            found.append(line)
    return found


def _is_text(line: Line) -> bool:
    return not line.blank and _OF_PAGE.match(line.text) is None
