"""The corrections file under an editor's hands: every decision is in it before it is shown.

The file is the only memory that matters. It is read anew before each change, so that what
another program wrote into it is kept, and it is replaced as a whole, so that it is never
half-written. What this process can undo beyond that is a list in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from converter.corrections import (
    Corrections,
    Entry,
    parse_corrections,
    with_entry,
    without_entry,
)
from converter.diagnostics import OutputError, UsageFaultError
from converter.files import write_whole
from converter.tomltext import read_written


class Journal:
    """One corrections file and the decisions made in it since it was opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._done: list[tuple[str, str]] = []
        """The text of the file before and after each decision."""

    @property
    def can_undo(self) -> bool:
        """True if there is a decision, of now or of an earlier time, to be taken back."""
        return bool(self._done) or bool(self._parsed(self.read()))

    def read(self) -> str:
        """The text of the file, "" where there is none yet."""
        return read_written(self.path, "corrections file", missing_ok=True)

    def decide(self, add: Sequence[Entry], remove: Collection[int] = ()) -> None:
        """Write new entries and take out those whose lines ``remove`` names.

        Raises :class:`OutputError` if the file cannot be written and
        :class:`ModelFormatError` if it is broken; it is then as it was.
        """
        before = self.read()
        after = before
        entries = self._parsed(before).entries
        # From the end, so that the lines of those before stay what they are.
        for place in sorted(set(remove), reverse=True):
            try:
                after = without_entry(after, place)
            except LookupError as error:
                msg = "that decision is not in the corrections file any more"
                raise UsageFaultError(msg) from error
        for entry in (*_companions(entries, add, remove), *add):
            after = with_entry(after, entry)
        if after == before:
            return
        self._parsed(after)
        self._write(after)
        self._done.append((before, after))

    def join(self, add: Sequence[Entry]) -> None:
        """Write more entries as a part of the last decision: one undo takes all of it."""
        before = self._done[-1][0] if self._done else self.read()
        self.decide(add)
        if len(self._done) > 1:
            self._done[-2:] = [(before, self._done[-1][1])]

    def undo(self) -> None:
        """Take back the last decision; after a fresh start, the last entry of the file.

        Raises :class:`UsageFaultError` where there is none, or where the file was changed
        by somebody else in between.
        """
        now = self.read()
        if self._done:
            before, after = self._done[-1]
            if now != after:
                self._done.clear()
                msg = "the corrections were changed elsewhere; take single decisions back instead"
                raise UsageFaultError(msg)
            self._write(before)
            self._done.pop()
            return
        entries = self._parsed(now).entries
        if not entries:
            msg = "there is nothing to undo"
            raise UsageFaultError(msg)
        self._write(without_entry(now, entries[-1].place))

    def _parsed(self, text: str) -> Corrections:
        return parse_corrections(text, self.path.name)

    def _write(self, text: str) -> None:
        # A link stays a link; the file it points at is replaced.
        target = self.path.resolve()
        if text:
            write_whole(target, text)
            return
        try:
            with suppress(FileNotFoundError):
                target.unlink()
        except OSError as error:
            msg = f"cannot write {target}: {error.strerror or error}"
            raise OutputError(msg) from error


def _companions(
    entries: Sequence[Entry], add: Sequence[Entry], remove: Collection[int]
) -> list[Entry]:
    """Entries that stand in one table with one that is taken out, and are to stay.

    A [[box]] may say in one table where it begins, ends and belongs; a decision about one
    of these takes only that one's place.
    """
    kinds = {type(entry) for entry in add}
    if not kinds:
        return []
    return [entry for entry in entries if entry.place in remove and type(entry) not in kinds
            and sum(other.place == entry.place for other in entries) > 1]  # fmt: skip
