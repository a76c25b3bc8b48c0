"""The source file as the left half of the proofing page: every line, with its marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from converter.diagnostics import Diagnostic, Severity
from converter.model import Change, Drop
from converter.review.bits import Bit, Stretch, cut
from converter.review.marks import Marker
from converter.review.origins import by_line, place_of_drop
from converter.review.say import Say
from converter.source import Line
from converter.values import NamedTuple


class SheetLine(NamedTuple):
    """One line of the file.

    ``to`` is the key of the item on the other side, "" for none; ``gone`` says that nothing
    of it reached the issue. ``weight`` is the worst doubt about it ("" for none). ``now`` is
    the whole line as an editor wants it, where that differs from ``text``.
    """

    number: int
    bits: tuple[Bit, ...]
    to: str
    gone: bool
    blank: bool
    weight: str
    now: str | None


class Sheet:
    """Builds the lines of one source."""

    def __init__(self, lines: Sequence[Line], marker: Marker, drops: Sequence[Drop]) -> None:
        self.lines = lines
        self.marker = marker
        self.say: Say = marker.say
        self.changes = by_line(marker.changes)
        self.drops: defaultdict[int, list[Drop]] = defaultdict(list)
        for drop in drops:
            self.drops[drop.line].append(drop)

    def all(
        self, leads: Mapping[int, str], diagnostics: Sequence[Diagnostic], now: Mapping[int, str]
    ) -> tuple[SheetLine, ...]:
        """Every line; ``leads`` tells to which item, ``now`` how an editor wants it."""
        worst: dict[int, Severity] = {}
        for found in diagnostics:
            if found.span is not None:
                for number in range(found.span.first, found.span.last + 1):
                    worst[number] = max(worst.get(number, Severity.INFO), found.severity)
        return tuple(
            self._line(
                line,
                leads.get(line.number, ""),
                worst[line.number].label if line.number in worst and not line.blank else "",
                now.get(line.number),
            )
            for line in self.lines
        )

    def _line(self, line: Line, to: str, weight: str, now: str | None) -> SheetLine:
        raw = line.text
        drops, gone = self._dropped(raw, self.drops.get(line.number, ()))
        bits = cut(raw, (), [*self._changed(line), *drops, *self._joined(line)])
        return SheetLine(line.number, bits, to, gone and not to, line.blank, weight, now)

    def _joined(self, line: Line) -> list[Stretch]:
        found = self.marker.seams.get(line.number)
        if found is None:
            return []
        second, reason = found
        says = self.say(
            f"The paragraph goes on in line {second} ({reason})",
            f"本段在第{second}行继续（{reason}）",
        )
        data = (("first", str(line.number)), ("second", str(second)))
        end = len(line.text.rstrip())
        return [Stretch(end, end, "seam", says, data)]

    def _changed(self, line: Line) -> list[Stretch]:
        found = []
        taken = 0
        for index in self.changes.get(line.number, ()):
            change = self.marker.changes[index]
            start = change.column
            if index in self.marker.origins.unplaced:
                start = self._search(line.text, change, taken)
                taken = max(taken, start + len(change.before))
            end = start + len(change.before) if start >= 0 else -1
            if start < 0 or line.text[start:end] != change.before:
                # Repairs of repairs, and remnants that lie scattered: at the end of the line.
                start = end = len(line.text)
            found.append(self.marker.change(index, start, end))
        return found

    @staticmethod
    def _search(raw: str, change: Change, start: int) -> int:
        return raw.find(change.before, start) if change.before else -1

    def _dropped(self, raw: str, drops: Sequence[Drop]) -> tuple[list[Stretch], bool]:
        """The marks of what was dropped, and whether that is all of the line."""
        found: list[Stretch] = []
        for drop in drops:
            says = self.say(
                f"Dropped “{drop.text}”: {self.say.reason(drop.reason)}",
                f"舍弃“{drop.text}”：{self.say.reason(drop.reason)}",
            )
            data = (("line", str(drop.line)), ("reason", drop.reason))
            at_end = drop.reason == "duplicate"
            for start, end in place_of_drop(raw, drop.text, last=at_end):
                found.append(Stretch(start, end, "drop", says, data))
        covered = {at for one in found for at in range(one.start, one.end)}
        whole = bool(found) and all(at in covered or char.isspace() for at, char in enumerate(raw))
        return found, whole
