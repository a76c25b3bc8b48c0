"""Applies corrections to the lines of a source, before any rule of the program sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar, assert_never

from converter.corrections import entries as decision
from converter.corrections.entries import Corrections, Entry
from converter.corrections.locate import Locator, offset_after, place_in
from converter.diagnostics import Diagnostic
from converter.hanzi import squeeze
from converter.model import Change, Drop
from converter.source import Line
from converter.values import dataclass, field, replace

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_BoxEntry = decision.BoxStartLine | decision.BoxEnd | decision.BoxPlace
_LineEntry = (
    decision.HeadingLine | decision.TitleLine | _BoxEntry | decision.DropLine | decision.KeepLine
)
RULE = "correction"
"""The rule of the changes, and the reason of the drops, that an editor made."""


@dataclass(frozen=True, slots=True)
class Part:
    """A corrected line (or a part of one) and the original column of each character."""

    line: Line
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """The corrected lines, and what the stages after this one have to know.

    ``lines`` keep the numbers of the file; a blank line may stand twice under one number
    where pieces are to be parted. ``parts`` are the lines whose columns have moved. The
    entries in ``held`` took effect, with their lines as they are now.
    """

    lines: tuple[Line, ...]
    changes: tuple[Change, ...] = ()
    drops: tuple[Drop, ...] = ()
    parts: tuple[Part, ...] = ()
    joins: Mapping[tuple[int, int], bool] = field(default_factory=dict)
    headings: Mapping[int, int] = field(default_factory=dict)
    titles: Mapping[int, bool] = field(default_factory=dict)
    boxes: Mapping[int, bool] = field(default_factory=dict)
    box_ends: Mapping[int, int] = field(default_factory=dict)
    box_places: Mapping[int, int] = field(default_factory=dict)
    kept: frozenset[int] = frozenset()
    conversions: tuple[decision.Conversion, ...] = ()
    seen: tuple[decision.Seen, ...] = ()
    held: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def apply_corrections(lines: Sequence[Line], corrections: Corrections) -> Applied:
    """The lines as the editor wants them read, and the decisions for the parser.

    A stale entry changes nothing and becomes a diagnostic (COR001); one whose line has
    moved is applied where it is now (COR002).
    """
    if not corrections:
        return Applied(tuple(lines))
    work = _Work(Locator(lines))
    for entry in corrections.entries:
        work.take(entry)
    return work.result(lines)


class _Work:
    """Collects what entries ask for, then makes the new lines in one pass."""

    def __init__(self, locator: Locator) -> None:
        self.locator = locator
        self.edits: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
        self.cuts: defaultdict[int, list[int]] = defaultdict(list)
        self.dropped: set[int] = set()
        self.alone: set[int] = set()
        """Lines that must be a piece of their own."""
        self.parted: set[int] = set()
        """Lines after which a new piece begins."""
        self.joins: dict[tuple[int, int], bool] = {}
        self.headings: dict[int, int] = {}
        self.titles: dict[int, bool] = {}
        self.boxes: dict[int, bool] = {}
        self.box_ends: dict[int, int] = {}
        self.box_places: dict[int, int] = {}
        self.kept: set[int] = set()
        self.conversions: list[decision.Conversion] = []
        self.seen: list[decision.Seen] = []
        self.held: list[Entry] = []
        self.diagnostics: list[Diagnostic] = []

    # -- one entry ----------------------------------------------------------------

    def take(self, entry: Entry) -> None:
        """Check an entry against the source and note what it asks for."""
        match entry:
            case decision.Replace():
                self._replace(entry)
            case decision.Seam():
                self._seam(entry)
            case decision.Conversion():
                self.conversions.append(entry)
                self.held.append(entry)
            case decision.Seen():
                line = self._located(entry, entry.line, entry.text) if entry.line else 0
                if line or not entry.line:
                    self.seen.append(replace(entry, line=line))
            case _:
                self._about_line(entry)

    def _about_line(self, entry: _LineEntry) -> None:
        line = self._located(entry, entry.line, entry.text)
        if not line:
            return
        entry = replace(entry, line=line)
        match entry:
            case decision.HeadingLine():
                self._decide(self.headings, line, entry.level, entry)
                if entry.level:
                    self.alone.add(line)
            case decision.TitleLine():
                self._decide(self.titles, line, entry.starts, entry)
                if entry.starts:
                    self.alone.add(line)
            case decision.BoxStartLine() | decision.BoxEnd() | decision.BoxPlace():
                self._about_box(entry)
            case decision.DropLine():
                self.dropped.add(line)
                self.held.append(entry)
            case decision.KeepLine():
                self.kept.add(line)
                self.held.append(entry)
            case _:
                assert_never(entry)

    def _about_box(self, entry: _BoxEntry) -> None:
        match entry:
            case decision.BoxStartLine():
                self._decide(self.boxes, entry.line, entry.starts, entry)
                if entry.starts:
                    self.parted.add(entry.line - 1)
            case decision.BoxEnd():
                last = self._located(entry, entry.last, entry.last_text)
                if last:
                    moved = replace(entry, last=last)
                    self._decide(self.box_ends, entry.line, last, moved)
                    self.parted.add(last)
            case decision.BoxPlace():
                paragraph = self._located(entry, entry.paragraph, entry.paragraph_text)
                if paragraph:
                    there = replace(entry, paragraph=paragraph)
                    self._decide(self.box_places, entry.line, paragraph, there)
            case _:
                assert_never(entry)

    def _decide(
        self, decisions: dict[_Key, _Value], key: _Key, value: _Value, entry: Entry
    ) -> None:
        """Note a decision, unless an earlier entry said otherwise of the same place."""
        if decisions.setdefault(key, value) != value:
            self._conflict(entry)
        else:
            self.held.append(entry)

    def _conflict(self, entry: Entry) -> None:
        line = line_of(entry)
        self.diagnostics.append(
            Diagnostic.of("COR004", line or None, what=kind_of(entry), place=entry.place)
        )

    def _located(self, entry: Entry, number: int, quote: str) -> int:
        """The line as it is now; 0 (and a diagnostic) if the quotation is not there."""
        found = self.locator.line(number, quote)
        self._report(entry, number, found, quote)
        return found

    def _report(self, entry: Entry, number: int, found: int, quote: str) -> None:
        what, place = kind_of(entry), entry.place
        if not found:
            near = number if self.locator.raw(number) else None
            made = Diagnostic.of("COR001", near, what=what, place=place, quote=quote[:40])
            self.diagnostics.append(made)
        elif found != number:
            made = Diagnostic.of("COR002", found, what=what, place=place, before=number)
            self.diagnostics.append(made)

    def _replace(self, entry: decision.Replace) -> None:
        line = self._located(entry, entry.line, entry.text)
        if not line:
            return
        found = place_in(self.locator.raw(line), entry.text)
        if not found:
            # The characters are there, but with other blanks between them.
            self._report(entry, entry.line, 0, entry.text)
            return
        if len(found) < entry.occurrence or (len(found) > 1 and not entry.occurrence):
            self.diagnostics.append(
                Diagnostic.of(
                    "COR003", line, place=entry.place, quote=entry.text[:40], count=len(found)
                )
            )
            return
        start = found[max(entry.occurrence, 1) - 1]
        end = start + len(entry.text)
        if any(start < other_end and other < end for other, other_end, _ in self.edits[line]):
            self._conflict(entry)
            return
        self.edits[line].append((start, end, entry.becomes))
        self.held.append(replace(entry, line=line))

    def _seam(self, entry: decision.Seam) -> None:
        first, second = self.locator.seam(entry.first, entry.second, entry.end, entry.start)
        self._report(entry, entry.first, first, f"{entry.end}|{entry.start}")
        if not first:
            return
        moved = replace(entry, first=first, second=second)
        self._decide(self.joins, (first, second), entry.joined, moved)
        if first == second:
            before = squeeze(self.locator.raw(first)).find(squeeze(entry.end + entry.start))
            plain = squeeze(self.locator.raw(first))[: before + len(squeeze(entry.end))]
            self.cuts[first].append(offset_after(self.locator.raw(first), plain))
        elif not entry.joined:
            self.parted.add(first)

    # -- all of them --------------------------------------------------------------

    def result(self, lines: Sequence[Line]) -> Applied:
        """The new lines and everything that was noted."""
        out: list[Line] = []
        changes: list[Change] = []
        drops: list[Drop] = []
        parts: list[Part] = []
        for line in lines:
            number = line.number
            if number in self.dropped:
                drops.append(Drop(number, line.text.strip(), RULE))
                out.append(Line(number, ""))
                continue
            made = [Part(line, ())]
            if number in self.edits or number in self.cuts:
                made = self._remade(line, changes)
                parts += made
            out += self._spaced(number, [part.line for part in made])
        return Applied(
            tuple(out), tuple(changes), tuple(drops), tuple(parts), self.joins, self.headings,
            self.titles, self.boxes, self.box_ends, self.box_places, frozenset(self.kept),
            tuple(self.conversions), tuple(self.seen), tuple(self.held), tuple(self.diagnostics),
        )  # fmt: skip

    def _remade(self, line: Line, changes: list[Change]) -> list[Part]:
        """The line with its text replaced, and taken apart where it is to be."""
        text, columns, last = "", list[int](), 0
        for start, end, becomes in sorted(self.edits.get(line.number, [])):
            changes.append(Change(line.number, start, line.text[start:end], becomes, RULE))
            text += line.text[last:start] + becomes
            columns += [*range(last, start), *[start] * len(becomes)]
            last = end
        text += line.text[last:]
        columns += range(last, len(line.text) + 1)
        bounds = [0]
        bounds += (
            next(at for at, column in enumerate(columns) if column >= cut)
            for cut in sorted(set(self.cuts.get(line.number, [])))
        )
        bounds.append(len(text))
        return [
            Part(Line(line.number, text[start:end]), tuple(columns[start : end + 1]))
            for start, end in pairwise(bounds)
        ]

    def _spaced(self, number: int, lines: list[Line]) -> list[Line]:
        """The lines with blank ones around or between them where pieces must be parted."""
        blank = Line(number, "")
        out = [blank] if number in self.alone else []
        for at, line in enumerate(lines):
            out += [blank, line] if at else [line]
        if number in self.alone or number in self.parted:
            out.append(blank)
        return out


def line_of(entry: Entry) -> int:
    """The first source line that an entry speaks of, 0 for none."""
    match entry:
        case decision.Seam():
            return entry.first
        case decision.Conversion():
            return 0
        case _:
            return entry.line


_KINDS: dict[type, str] = {
    decision.Replace: "replace",
    decision.HeadingLine: "heading",
    decision.TitleLine: "title",
    decision.BoxStartLine: "box",
    decision.BoxEnd: "box",
    decision.BoxPlace: "box",
    decision.DropLine: "drop",
    decision.KeepLine: "keep",
    decision.Conversion: "traditional",
    decision.Seen: "seen",
}


def kind_of(entry: Entry) -> str:
    """The table in which an entry stands."""
    if isinstance(entry, decision.Seam):
        return "join" if entry.joined else "split"
    return _KINDS[type(entry)]
