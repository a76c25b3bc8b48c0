"""A line as it is and a line as it should be: the replacements that lead from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from converter.corrections import DropLine, Replace
from converter.corrections.locate import place_in
from converter.hanzi import squeeze
from converter.render.inline import readable

_LEAST = 4
"""Characters that a replacement quotes at least, so that it is found where the line has moved."""
_QUOTE = 40


class Shown:
    """A line as the page shows it: without the characters that no page can show.

    ``text`` is what is shown, ``columns`` are the offsets of its characters in the line.
    """

    def __init__(self, raw: str) -> None:
        self.columns = [at for at, char in enumerate(raw) if readable(char)]
        self.text = "".join(readable(raw[at]) for at in self.columns)
        self.columns.append(len(raw))

    def column(self, offset: int) -> int:
        """The column in the line of an offset in what is shown."""
        return self.columns[max(0, min(offset, len(self.text)))]


def quote_of(text: str) -> str:
    """The beginning of a line, as entries about whole lines quote it."""
    return text.strip()[:_QUOTE].rstrip()


def replacements(number: int, raw: str, wanted: str) -> tuple[Replace | DropLine, ...]:
    """The entries after which line ``number`` reads ``wanted``; none if it does already."""
    shown = Shown(raw)
    if shown.text == wanted:
        return ()
    if not wanted.strip():
        return (DropLine(number, quote_of(raw)),)
    entries = []
    for start, end, becomes in _ranges(shown, wanted):
        text = raw[start:end]
        found = place_in(raw, text)
        if start not in found:
            # It overlaps another stretch like it, which no number can tell apart.
            return (Replace(number, raw, wanted),)
        occurrence = found.index(start) + 1 if len(found) > 1 else 0
        entries.append(Replace(number, text, becomes, occurrence))
    return tuple(entries)


def _ranges(shown: Shown, wanted: str) -> list[tuple[int, int, str]]:
    """Stretches of the line and what they become, with enough around each to be quoted."""
    codes = SequenceMatcher(None, shown.text, wanted, autojunk=False).get_opcodes()
    spans: list[list[int]] = []
    for kind, first, last, _, _ in codes:
        if kind == "equal":
            continue
        low, high = _widened(shown.text, first, last)
        if spans and low <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], high)
        else:
            spans.append([low, high])
    return [
        (
            shown.column(low),
            shown.column(high),
            wanted[_there(codes, low, upper=False) : _there(codes, high, upper=True)],
        )
        for low, high in spans
    ]


def _widened(text: str, first: int, last: int) -> tuple[int, int]:
    """The stretch with characters around it, so that it can be found again."""
    low, high = first, last
    while len(squeeze(text[low:high])) < _LEAST and (low > 0 or high < len(text)):
        # By turns, so that the change stands in the middle of its quotation.
        if low > 0 and (high - last >= first - low or high == len(text)):
            low -= 1
        else:
            high += 1
    return low, high


def _there(codes: Sequence[tuple[str, int, int, int, int]], at: int, *, upper: bool) -> int:
    """The offset in the wanted text of an offset in the old one that lies in equal text."""
    found = 0
    for kind, first, last, start, end in codes:
        if kind == "equal" and first <= at <= last:
            found = start + at - first
            if not upper:
                return found
        elif upper and last <= at:
            found = max(found, end)
        elif not upper and first == at:
            return start
    return found
