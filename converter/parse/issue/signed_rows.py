"""Small pieces one below the other that each end with who tells them: jokes, pieces of news."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key, width
from converter.parse.signed_ends import ends_with_teller
from converter.source import Line

_CLOSING = tuple("）)")
NAME_END = 16
"""The characters of a name with what stands around it, at the end of a line."""
_BEHIND = re.compile(rf"[。！？”…][（(][{HAN}][{HAN} \u3000]{{0,12}}[）)]\s*$")
"""……晚点？”(高　峰), ……凉茶。（段工会　贾丰年）: who tells something, right behind its last word."""
_ALONE = re.compile(rf"^\s*[（(][{HAN}][{HAN} \u3000]{{1,12}}[）)]\s*$")
"""The same on the next line, where the last one had no room left."""
_PIECE, _ROW = 12, 3
"""Lines of a piece of which each is signed so, and how many make a row."""


def signed_in_rows(body: Sequence[Line]) -> set[int]:
    """The lines on which pieces end that stand one below the other without titles, all signed."""
    found: set[int] = set()
    row: list[int] = []
    for at, line in enumerate(body):
        if line.text.rstrip()[-1:] not in _CLOSING or not _tells(body, at):
            continue
        if not (row and _is_next_piece(body[row[-1] + 1 : at])):
            row = []
        row.append(at)
        if len(row) >= _ROW:
            found.update(row)
    return found


def _tells(body: Sequence[Line], at: int) -> bool:
    """True for a line that ends with who tells a piece, behind its last word there or on the line above."""
    text = body[at].text
    if _BEHIND.search(text[-NAME_END:]):
        return True
    return at > 0 and _ALONE.match(text) is not None and ends_sentence(body[at - 1].text)


def signed_below_headings(body: Sequence[Line], titles: frozenset[str]) -> set[int]:
    """The lines on which pieces of one column end, each below a heading and signed behind its last word.

    减肥 / ……赶时间。”（某某） / 准时 / ……抬脚。”（摘自《某刊》）: ``titles`` are the keys of those that the
    contents have. What is signed below each of them is an article of its own; without contents
    nobody can tell the two apart.
    """
    found: set[int] = set()
    row: list[int] = []
    for at, line in enumerate(body) if titles else ():
        if not ends_with_teller(line.text):
            continue
        if row and not _is_headed_piece(body[row[-1] + 1 : at + 1], titles):
            row = []
        row.append(at)
        if len(row) >= _ROW:
            found.update(row)
    return found


_HEADING = 12
"""The most em of a heading of such a piece."""


def _is_headed_piece(lines: Sequence[Line], titles: frozenset[str]) -> bool:
    """True for the lines of one piece below a heading; a caption or a box may stand among them."""
    text = [line.text.strip() for line in lines if not line.blank]
    if len(text) > _PIECE or any(key(one) in titles for one in text):
        return False
    return any(width(one) <= _HEADING and not ends_sentence(one) for one in text[:-1])


def _is_next_piece(lines: Sequence[Line]) -> bool:
    """True for the lines of one piece, the first of which is no title."""
    text = [line.text.strip() for line in lines if not line.blank]
    if not text or len(text) > _PIECE:
        return False
    return width(text[0]) + _TITLE >= max(map(width, text))


_TITLE = 4
"""Em by which the first line of a paragraph may be shorter than a full one, its indent among them."""
