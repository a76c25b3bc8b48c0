"""What an editor does at the desk, as entries of the corrections file.

An act comes from a browser and is believed in nothing: its keys, their types and every line
number are checked, and all quotations are taken from the source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from converter.corrections import Entry
from converter.corrections import entries as decision
from converter.diagnostics import UsageFaultError
from converter.diagnostics.core import catalogue
from converter.hanzi import squeeze
from converter.model import Paragraph
from converter.model.walk import blocks_of
from converter.pipeline import Restored
from converter.review.edits import Shown, quote_of, replacements
from converter.review.origins import Origins
from converter.values import NamedTuple

_SEAM = 16
"""Characters that are quoted on either side of a seam."""
_MOST = 20_000
"""Characters of one edited line."""
_SETTLED = ("HEA001", "HEA002", "HEA004")
"""Doubts about a join, which accepting it settles."""

Facts = Mapping[str, Any]


class Change(NamedTuple):
    """Entries to add and entries (by their lines in the file) to take out; what it is about.

    ``joined`` is the first line of a seam that was accepted: doubts that are left there have
    been looked at.
    """

    add: tuple[Entry, ...] = ()
    remove: frozenset[int] = frozenset()
    joined: int = 0


class Acts:
    """Reads acts about one restored issue."""

    def __init__(self, restored: Restored, edition: str = "") -> None:
        self.restored = restored
        self.edition = edition
        source = restored.source
        assert source is not None  # noqa: S101  (a desk has one)
        self.lines = source.lines

    def change(self, facts: Facts) -> Change:
        """What an act asks for. Raises :class:`UsageFaultError` where it makes no sense."""
        name = facts.get("do")
        read = _ACTS.get(name) if isinstance(name, str) else None
        if read is None:
            msg = "there is no such act"
            raise UsageFaultError(msg)
        made = read(self, facts)
        return made._replace(remove=made.remove | self._contradicted(made))

    def settled(self, line: int) -> tuple[Entry, ...]:
        """``seen`` entries for the open doubts about an accepted join."""
        from converter.corrections import about

        return tuple(
            decision.Seen(found.code, found.line, self._quote(found.line), about(found))
            for found in self.restored.diagnostics
            if found.code in _SETTLED and found.line == line
        )

    # -- acts -----------------------------------------------------------------------

    def join(self, facts: Facts) -> Change:
        """Two pieces are one paragraph."""
        first, second = self._pair(facts)
        return Change((self._seam(first, second, joined=True),), joined=first)

    def split(self, facts: Facts) -> Change:
        """Two pieces, or two lines of one, are two paragraphs."""
        first, second = self._pair(facts)
        return Change((self._seam(first, second, joined=False),))

    def split_at(self, facts: Facts) -> Change:
        """A paragraph begins inside a line, at an offset of what the page shows of it."""
        line = self._line(facts, "line")
        offset = _whole(facts, "offset", 1, _MOST)
        return Change((self._inside(line, Shown(self._text(line)).column(offset)),))

    def split_in(self, facts: Facts) -> Change:
        """A paragraph begins at an offset of the restored text of a block."""
        block = self._paragraph(_text(facts, "item", 80))
        offset = _whole(facts, "offset", 1, _MOST)
        origins = Origins(self.lines, self.restored.issue.changes)
        (row,) = origins.of([block.text.value], block.spans)
        before = next((o for o in reversed(row[:offset]) if o is not None), None)
        after = next((o for o in row[offset:] if o is not None), None)
        if before is None or after is None:
            msg = "nothing can be parted there"
            raise UsageFaultError(msg)
        if before.line != after.line:
            return Change((self._seam(before.line, after.line, joined=False),))
        return Change((self._inside(after.line, after.column),))

    def heading(self, facts: Facts) -> Change:
        """A line is a heading of a level, or none."""
        line = self._line(facts, "line")
        level = _whole(facts, "level", 0, 6)
        return Change((decision.HeadingLine(line, self._quote(line), level),))

    def title(self, facts: Facts) -> Change:
        """An article begins with a line, or none does."""
        line = self._line(facts, "line")
        return Change((decision.TitleLine(line, self._quote(line), _flag(facts, "starts")),))

    def box(self, facts: Facts) -> Change:
        """A box begins with a line, or none does."""
        line = self._line(facts, "line")
        return Change((decision.BoxStartLine(line, self._quote(line), _flag(facts, "starts")),))

    def box_end(self, facts: Facts) -> Change:
        """A box ends with a line."""
        line, last = self._line(facts, "line"), self._line(facts, "last")
        if last < line:
            msg = "a box cannot end before it begins"
            raise UsageFaultError(msg)
        return Change((decision.BoxEnd(line, self._quote(line), last, self._quote(last)),))

    def move(self, facts: Facts) -> Change:
        """A box belongs to the paragraph that holds a line."""
        line, paragraph = self._line(facts, "line"), self._line(facts, "paragraph")
        entry = decision.BoxPlace(line, self._quote(line), paragraph, self._quote(paragraph))
        return Change((entry,))

    def drop(self, facts: Facts) -> Change:
        """A line is no part of the text."""
        line = self._line(facts, "line")
        return Change((decision.DropLine(line, self._quote(line)),))

    def keep(self, facts: Facts) -> Change:
        """A line that was left out is text; where an editor dropped it, that is taken back."""
        line = self._line(facts, "line")
        dropped = {
            entry.place
            for entry in self._held()
            if isinstance(entry, decision.DropLine) and entry.line == line
        }
        if dropped:
            return Change((), frozenset(dropped))
        return Change((decision.KeepLine(line, self._quote(line)),))

    def text(self, facts: Facts) -> Change:
        """Some lines read otherwise; earlier replacements in them are replaced."""
        wanted = facts.get("lines")
        if not isinstance(wanted, dict) or not 0 < len(wanted) <= 500:
            msg = "“lines” must give the lines that are to change"
            raise UsageFaultError(msg)
        add: list[Entry] = []
        touched = set()
        for key, value in wanted.items():
            number = int(key) if isinstance(key, str) and key.isdecimal() and len(key) < 9 else 0
            line = self._line({"line": number}, "line")
            if not isinstance(value, str) or len(value) > _MOST or len(value.splitlines()) > 1:
                msg = "a line must stay one line"
                raise UsageFaultError(msg)
            touched.add(line)
            add += replacements(line, self._text(line), value)
        old = (e for e in self._held() if isinstance(e, decision.Replace) and e.line in touched)
        return Change(tuple(add), frozenset(entry.place for entry in old))

    def form(self, facts: Facts) -> Change:
        """In the other script a phrase becomes this."""
        text, becomes = _text(facts, "text", 200), _text(facts, "becomes", 200)
        return Change((decision.Conversion(text, becomes, self.edition),))

    def seen(self, facts: Facts) -> Change:
        """A doubt has been looked at and needs nothing."""
        code = _text(facts, "code", 10)
        if code not in catalogue():
            msg = f"there is no diagnostic {code}"
            raise UsageFaultError(msg)
        line = _whole(facts, "line", 0, len(self.lines))
        about = facts.get("about", "")
        if not isinstance(about, str) or len(about) > _MOST:
            msg = "“about” must be a text"
            raise UsageFaultError(msg)
        about = " ".join(about.split("\n"))
        return Change((decision.Seen(code, line, self._quote(line) if line else "", about),))

    def back(self, facts: Facts) -> Change:
        """An entry of the corrections file is taken out."""
        return Change((), frozenset({_whole(facts, "place", 1, 10_000_000)}))

    # -- what acts are made of --------------------------------------------------------

    def _held(self) -> tuple[Entry, ...]:
        """The entries in effect, with their lines as they are now."""
        applied = self.restored.applied
        return (*applied.held, *applied.seen) if applied else ()

    def _contradicted(self, made: Change) -> frozenset[int]:
        """Earlier entries about the same matter, which the new one takes the place of."""
        subjects = {_subject(entry) for entry in made.add} - {None}
        return frozenset(
            entry.place for entry in self._held() if entry.place and _subject(entry) in subjects
        )

    def _text(self, line: int) -> str:
        return self.lines[line - 1].text

    def _quote(self, line: int) -> str:
        found = quote_of(self._text(line)) if line else ""
        if not squeeze(found):
            msg = f"line {line} is blank"
            raise UsageFaultError(msg)
        return found

    def _line(self, facts: Facts, key: str) -> int:
        return _whole(facts, key, 1, len(self.lines))

    def _pair(self, facts: Facts) -> tuple[int, int]:
        first, second = self._line(facts, "first"), self._line(facts, "second")
        if first >= second:
            msg = "the lines of a seam must be in order"
            raise UsageFaultError(msg)
        return first, second

    def _seam(self, first: int, second: int, *, joined: bool) -> decision.Seam:
        self._quote(first)
        self._quote(second)
        end, start = self._text(first).strip()[-_SEAM:], self._text(second).strip()[:_SEAM]
        return decision.Seam(first, second, end.lstrip(), start.rstrip(), joined)

    def _inside(self, line: int, column: int) -> decision.Seam:
        """A seam inside a line, quoted far enough to be the only one like it there."""
        raw = self._text(line)
        before, after = raw[:column].rstrip(), raw[column:].lstrip()
        if not before.strip() or not after.strip():
            msg = "nothing can be parted there"
            raise UsageFaultError(msg)
        plain = squeeze(raw)
        size = _SEAM // 2
        end, start = before[-size:].lstrip(), after[:size].rstrip()
        while size < len(raw) and plain.count(squeeze(end + start)) > 1:
            size += _SEAM // 2
            end, start = before[-size:].lstrip(), after[:size].rstrip()
        return decision.Seam(line, line, end, start, joined=False)

    def _paragraph(self, key: str) -> Paragraph:
        issue = self.restored.issue
        blocks = (
            *(b for article in issue.articles for b in blocks_of(article)),
            *issue.front,
            *issue.back,
        )
        for block in blocks:
            if isinstance(block, Paragraph) and block.id == key:
                return block
        msg = "there is no such paragraph"
        raise UsageFaultError(msg)


def _subject(entry: Entry) -> tuple[object, ...] | None:  # noqa: PLR0911  (a case each)
    """What an entry decides: two of the same subject cannot both hold."""
    match entry:
        case decision.Seam() if entry.first == entry.second:
            return ("seam", entry.first, squeeze(entry.end + entry.start))
        case decision.Seam():
            return ("seam", entry.first, entry.second)
        case decision.HeadingLine() | decision.TitleLine():
            return ("role", entry.line)
        case decision.BoxStartLine():
            return ("box", entry.line)
        case decision.BoxEnd():
            return ("box-end", entry.line)
        case decision.BoxPlace():
            return ("box-place", entry.line)
        case decision.DropLine() | decision.KeepLine():
            return ("line", entry.line)
        case decision.Conversion():
            return ("form", entry.text, entry.edition)
        case decision.Seen():
            return ("seen", entry.code, entry.line, entry.about)
        case _:
            return None


def _whole(facts: Facts, key: str, least: int, most: int) -> int:
    value = facts.get(key)
    if type(value) is not int or not least <= value <= most:
        msg = f"“{key}” must be a whole number from {least} to {most}"
        raise UsageFaultError(msg)
    return value


def _flag(facts: Facts, key: str) -> bool:
    value = facts.get(key)
    if type(value) is not bool:
        msg = f"“{key}” must be true or false"
        raise UsageFaultError(msg)
    return value


def _text(facts: Facts, key: str, most: int) -> str:
    value = facts.get(key)
    if not isinstance(value, str) or not squeeze(value) or len(value) > most:
        msg = f"“{key}” must be a text of at most {most} characters"
        raise UsageFaultError(msg)
    if len(value.splitlines()) > 1:
        msg = f"“{key}” must be one line"
        raise UsageFaultError(msg)
    return value


_ACTS: dict[str, Callable[[Acts, Facts], Change]] = {
    "join": Acts.join,
    "split": Acts.split,
    "split-at": Acts.split_at,
    "split-in": Acts.split_in,
    "heading": Acts.heading,
    "title": Acts.title,
    "box": Acts.box,
    "box-end": Acts.box_end,
    "move": Acts.move,
    "drop": Acts.drop,
    "keep": Acts.keep,
    "text": Acts.text,
    "form": Acts.form,
    "seen": Acts.seen,
    "back": Acts.back,
}
