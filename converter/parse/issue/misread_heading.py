"""The heading of the contents, which OCR misreads more often than text, as it is set in display type."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from converter import patterns as re
from converter.hanzi import HAN, has_han, squeeze, width
from converter.model import Change
from converter.parse.context import Ledger
from converter.segment.regions.entries import entry_like, is_contents_heading, is_prose
from converter.segment.regions.labels import is_masthead_line
from converter.source import Line

_FIRST = 400
"""Lines among which the contents are."""
_TOP = 100
"""Lines among which they begin where their heading is misread."""
_WIDEST = 4
"""The most em of a misread heading."""
_BELOW, _FEWEST = 8, 3
"""Of so many lines below it so many are entries."""
_FAR = 3
"""Lines from it to the first entry, which may stand below a section."""
_READ, _READ_OF_PAPER = "目录", "导读"
_OF_HEADING = re.compile(r"[目录錄次]")
_OF_PAPER = re.compile(
    rf"^(?:[导導]\s*[{HAN}]|(?![悦悅阅閱必朗选選荐薦诵誦伴领領研解细細品课課听聽试試])[{HAN}]\s*[读讀])$"
)
"""导 and another character, or 读 behind one with which it is no word: 导读 of a newspaper."""
_NO_WORD = re.compile(rf"[{HAN}](?![{HAN}])\w|(?![{HAN}])\w[{HAN}]")


def with_heading_read(lines: Sequence[Line], ledger: Ledger) -> Sequence[Line]:
    """The lines, with 目录 for 誉目, 帐Ⅲ or Ⅲ and 导读 for 导卖 right over the entries; the change is recorded.

    A character of the heading is left there, or one that is not Chinese, and nothing else in the
    issue says the same.
    """
    front = takewhile(lambda line: not is_prose(line.text), lines[:_TOP])
    short = [at for at, line in enumerate(front) if _may_be(line.text)]
    if not short or any(is_contents_heading(line.text) for line in lines[:_FIRST]):
        return lines
    at = next((at for at in short if _heads_entries(lines, at)), -1)
    if at < 0:
        return lines
    line = lines[at]
    text = line.text.strip()
    read = _READ_OF_PAPER if _OF_PAPER.match(text) else _READ
    ledger.changes.append(Change(line.number, 0, text, read, "contents-heading"))
    return [*lines[:at], Line(line.number, read), *lines[at + 1 :]]


def _may_be(text: str) -> bool:
    plain = text.strip()
    if width(plain) > _WIDEST or any(map(str.isdecimal, plain)):
        return False
    if not any(map(str.isalnum, plain)):
        return False
    told = _OF_HEADING.search(plain) or _OF_PAPER.match(plain)
    return bool(told or not has_han(plain) or _NO_WORD.search(plain))


def _heads_entries(lines: Sequence[Line], at: int) -> bool:
    """True if entries begin right below a line, which comes no second time, and none stand above it."""
    above = [line.text for line in lines[max(0, at - 4 * _BELOW) : at] if not line.blank]
    if any(
        has_han(text) and entry_like(text) and not is_masthead_line(text)
        for text in above[-_BELOW:]
    ):
        return False  # 工程实录, a section
    below = [line.text for line in islice(lines, at + 1, at + 4 * _BELOW) if not line.blank]
    entries = [entry_like(text) for text in below[:_BELOW]]
    if not any(entries[:_FAR]) or sum(entries) < _FEWEST:
        return False
    name = squeeze(lines[at].text)
    return not any(squeeze(line.text) == name for other, line in enumerate(lines) if other != at)
