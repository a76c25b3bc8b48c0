"""Boxes that document models write as tables of one cell: | 提示　标题 |, |---|, | text |.

And lines that they have taken for such a table: | ——访某某 |.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.parse.context import Ledger
from converter.source import Line

_RULE = re.compile(r"^\|\s*:?-+:?\s*\|$")
_WIDE = re.compile(r"[ \t]*\u3000[ \t\u3000]*|[ \t]{2,}")
"""The blank between the name of a box and its title."""
_MOST = 24
"""Lines of such a box."""
_LINES = 3
_PROSE = 20
"""Em of a sentence, which tells a box from a list of names in one column."""


def without_frames(body: Sequence[Line], ledger: Ledger) -> tuple[list[Line], dict[int, int]]:
    """The lines without the bars around boxes, and the first and last lines of those.

    Each row of such a table is a paragraph, and so is each line that a break parts in a cell.
    """
    made: list[Line] = []
    boxes: dict[int, int] = {}
    at = 0
    while at < len(body):
        end = _frame_end(body, at)
        if not end:
            made.append(_unbarred(body[at], ledger) if _stands_alone(body, at) else body[at])
            at += 1
            continue
        boxes[body[at].number] = body[end - 1].number
        made += _unframed(body[at:end], ledger)
        at = end
    return made, boxes


def _unframed(lines: Sequence[Line], ledger: Ledger) -> Iterator[Line]:
    """The texts in a frame, with blank lines about them."""
    yield Line(lines[0].number, "")
    for at, line in enumerate(lines):
        text = line.text.strip()
        if _RULE.match(text):
            ledger.drop(line.number, text, "table-rule")
            continue
        ledger.drop(line.number, "|" * text.count("|"), "table-rule")
        plain = text.strip("| \t\u3000")
        for part in _WIDE.split(plain, maxsplit=1) if not at else [plain]:
            yield Line(line.number, part)
            yield Line(line.number, "")


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """True for a row of one cell and no more, | ——访某某 |, which no other row is near."""
    if not lines[at].text.lstrip().startswith("|") or _row_end(lines, at) != at + 1:
        return False
    if not lines[at].text.strip("| \t\u3000") or _RULE.match(lines[at].text.strip()):
        return False
    above = next((line for line in reversed(lines[:at]) if line.text.strip()), None)
    below = next((line for line in lines[at + 1 :] if line.text.strip()), None)
    return not any(line is not None and "|" in line.text for line in (above, below))


def _unbarred(line: Line, ledger: Ledger) -> Line:
    """The line in such a row."""
    ledger.drop(line.number, "||", "table-rule")
    return line._replace(text=line.text.strip("| \t\u3000"))


def _frame_end(lines: Sequence[Line], at: int) -> int:
    """The end of a table of one column that begins at a line and holds a sentence; 0 for none."""
    below = _row_end(lines, at)
    if not below or below == len(lines) or not _RULE.match(lines[below].text.strip()):
        return 0
    end = below + 1
    while end - at < _MOST and (following := _row_end(lines, end)):
        end = following
    texts = [line.text.strip("| \t\u3000") for line in lines[at:end]]
    told = any(width(text) >= _PROSE and ends_sentence(text) for text in texts)
    told |= end == below + 1 and below - at >= _LINES  # a list in a cell, and nothing else
    another = end < len(lines) and lines[end].text.lstrip().startswith("|")
    return end if told and not another else 0


def _row_end(lines: Sequence[Line], at: int) -> int:
    """The end of a row of one cell, which may have several lines; 0 if none begins at a line."""
    if at >= len(lines) or not lines[at].text.lstrip().startswith("|"):
        return 0
    bars = 0
    for end in range(at, min(len(lines), at + _MOST)):
        text = lines[end].text.strip()
        bars += text.count("|")
        if bars > _PAIR or not text:
            return 0
        if text.endswith("|") and bars == _PAIR:
            return end + 1
    return 0


_PAIR = 2
"""The bars of a cell: one on its left, one on its right."""
