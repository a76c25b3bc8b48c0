"""Pull quotes between two large quotation marks, each of which has a line to itself.

Designers print such marks as ornaments above and below the words; in running text no
quotation mark stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import has_han, width
from converter.parse.context import Ledger
from converter.source import Line

_CLOSING = {
    "“": "”",
    "❝": "❞",
    "「": "」",
    "『": "』",
    "〝": "〞",
    '"': '"',
    "＂": "＂",
    "‘‘": "’’",
}
"""What closes each mark; where OCR has misread it, the opening one stands there again."""
_MOST, _WIDEST, _BLANKS = 6, 48, 1
"""Lines of such a quotation, em of each, and blank lines in a row between them."""


def without_large_marks(body: Sequence[Line], ledger: Ledger) -> tuple[list[Line], dict[int, int]]:
    """The lines without such marks, and those that stood between two: each with the first of them."""
    made: list[Line] = []
    quoted: dict[int, int] = {}
    at = 0
    while at < len(body):
        end = _closed_at(body, at)
        if not end:
            made.append(body[at])
            at += 1
            continue
        inside = [line for line in body[at + 1 : end] if not line.blank]
        for line in (body[at], body[end]):
            ledger.drop(line.number, line.text.strip(), "list-mark")
        made += (Line(body[at].number, ""), *inside, Line(body[end].number, ""))
        quoted.update((line.number, inside[0].number) for line in inside)
        at = end + 1
    return made, quoted


def _closed_at(lines: Sequence[Line], at: int) -> int:
    """The line of the mark that closes the one alone on a line, 0 if there is no such pair."""
    mark = lines[at].text.strip()
    if mark not in _CLOSING:
        return 0
    told = blanks = 0
    for end in range(at + 1, min(len(lines), at + _MOST * 2)):
        text = lines[end].text.strip()
        blanks = blanks + 1 if not text else 0
        if text in (_CLOSING[mark], mark):
            return end if told else 0
        if blanks > _BLANKS or told == _MOST or width(text) > _WIDEST:
            return 0
        if text and not has_han(text):
            return 0
        told += text != ""
    return 0
