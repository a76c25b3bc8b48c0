"""Looks in the restored issue whether each correction did what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar, assert_never

from converter.corrections import entries as decision
from converter.corrections.apply import kind_of, line_of
from converter.corrections.entries import Entry
from converter.diagnostics import Diagnostic
from converter.hanzi import squeeze
from converter.model import Block, Box, Heading, Issue, Paragraph, issue_texts

_Found = TypeVar("_Found", Heading, Box)


def about(found: Diagnostic) -> str:
    """The values that a diagnostic's message speaks of, as a ``seen`` entry quotes them."""
    return " | ".join(value for _, value in found.args)


LATER = ("VAR", "EPB", "PDF", "TYP")
"""Areas of codes that only the making of an edition can raise."""


def settle(
    diagnostics: Iterable[Diagnostic], seen: Sequence[decision.Seen], *, complete: bool = True
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The doubts that are open, and those that an editor has seen.

    A ``seen`` entry that settles nothing any more is noted among the first (COR006), but
    not where the doubts are not ``complete``, nor for a code that editions raise.
    """
    left, done = [], []
    used: set[decision.Seen] = set()
    for found in diagnostics:
        entry = next((one for one in seen if _settles(one, found)), None)
        if entry is None:
            left.append(found)
        else:
            done.append(found)
            used.add(entry)
    left += (
        Diagnostic.of("COR006", entry.line or None, code=entry.code, place=entry.place)
        for entry in seen
        if complete and entry not in used and entry.code[:3] not in LATER
    )
    return tuple(left), tuple(done)


def _settles(entry: decision.Seen, found: Diagnostic) -> bool:
    return (
        entry.code == found.code
        and entry.line == found.line
        and (not entry.about or entry.about == about(found))
    )


def without_effect(held: Iterable[Entry], issue: Issue) -> Iterator[Diagnostic]:
    """A diagnostic (COR005) for each entry that was applied and yet changed nothing."""
    look = _Look(issue)
    for entry in held:
        if not look.fulfilled(entry):
            line = line_of(entry)
            yield Diagnostic.of("COR005", line or None, what=kind_of(entry), place=entry.place)


class _Look:
    """What of an issue corrections speak of, gathered once."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self.blocks = list(_all_blocks(issue))
        self.titles = {article.spans[0].first for article in issue.articles if article.spans}
        self._text: str | None = None

    def fulfilled(self, entry: Entry) -> bool:  # noqa: PLR0911  (one for each kind of entry)
        """True if the issue is as the entry wants it."""
        match entry:
            case decision.Replace() | decision.DropLine() | decision.Seen():
                return True  # done to the lines themselves, or looked after elsewhere
            case decision.Seam():
                return entry.joined == self._joined(entry.first, entry.second)
            case decision.HeadingLine():
                level = next((b.level for b in self._at(entry.line, Heading)), 0)
                return level == entry.level
            case decision.TitleLine():
                return entry.starts == (entry.line in self.titles)
            case decision.BoxStartLine():
                return entry.starts == any(True for _ in self._at(entry.line, Box))
            case decision.BoxEnd():
                return any(box.spans[-1].last <= entry.last for box in self._at(entry.line, Box))
            case decision.BoxPlace():
                wanted = {b.id for b in self.blocks if _covers(b, entry.paragraph)}
                return any(box.anchor in wanted for box in self._at(entry.line, Box))
            case decision.KeepLine():
                return not any(
                    drop.line == entry.line and drop.reason in _WHOLE_LINES
                    for drop in self.issue.drops
                )
            case decision.Conversion():
                return squeeze(entry.text) in self.text
            case _:
                assert_never(entry)

    def _joined(self, first: int, second: int) -> bool:
        if first == second:
            return False
        for block in self.blocks:
            if not isinstance(block, Paragraph):
                continue
            spans = block.spans
            if any(one.last == first and two.first == second for one, two in pairwise(spans)):
                return True
            if any(span.first <= first and second <= span.last for span in spans):
                return True
        return False

    def _at(self, line: int, kind: type[_Found]) -> Iterator[_Found]:
        for block in self.blocks:
            if isinstance(block, kind) and block.spans and block.spans[0].first == line:
                yield block

    @property
    def text(self) -> str:
        """All text of the issue without blanks, texts parted by a line break."""
        if self._text is None:
            strings = [text.value for text in issue_texts(self.issue)]
            for section in self.issue.contents.sections:
                strings += [section.name, section.theme]
                strings += [line for entry in section.entries for line in entry.title]
            for entry in self.issue.masthead.entries:
                strings += [entry.label, *entry.values]
            self._text = "\n".join(squeeze(string) for string in strings)
        return self._text


_WHOLE_LINES = frozenset(("running-head", "folio", "page-marker", "rule", "image", "section-page"))


def _covers(block: Block, line: int) -> bool:
    return isinstance(block, Paragraph) and any(s.first <= line <= s.last for s in block.spans)


def _all_blocks(issue: Issue) -> Iterator[Block]:
    roots: list[Block] = [*issue.front, *issue.back]
    for article in issue.articles:
        roots += [*article.pull_quotes, *article.front, *article.blocks, *article.back]
    for block in roots:
        yield block
        if isinstance(block, Box):
            yield from block.blocks
