"""The marks of restored texts, each with the sentence that explains it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from converter.diagnostics import Span
from converter.model import Box, Change, MarkKind, Text
from converter.parse.heal import decide
from converter.review.bits import Bit, Stretch, cut, styles_of
from converter.review.origins import Origin, Origins
from converter.review.say import Say
from converter.values import NamedTuple

_ENOUGH = 1500
"""Characters before a seam that the decision about it looks at (as the parser does)."""


class Doubt(NamedTuple):
    """A character of a text whose form in the other script was a guess."""

    offset: int
    character: str
    chosen: str
    others: tuple[str, ...]


class Marker:
    """Lays the proofing marks of one issue on its texts.

    ``joins`` are an editor's decisions by (last line, first line); ``doubts`` the guesses
    of a conversion by the id of the block.
    """

    def __init__(
        self,
        origins: Origins,
        changes: Sequence[Change],
        joins: Mapping[tuple[int, int], bool],
        doubts: Mapping[str, Sequence[Doubt]],
        say: Say,
        placed: Collection[int] = (),
    ) -> None:
        self.origins = origins
        self.changes = changes
        self.joins = joins
        self.doubts = doubts
        self.say = say
        self.placed = placed
        """First lines of the boxes whose place an editor has decided."""
        self.seams: dict[int, tuple[int, str]] = {}
        """The line at whose end a piece was joined: the line that goes on, and why."""

    def rows(
        self,
        texts: Sequence[Text],
        spans: Sequence[Span],
        block: str = "",
        boxes: Sequence[Box] = (),
    ) -> tuple[tuple[Bit, ...], ...]:
        """The texts of a block as bits. ``boxes`` are those that interrupt a paragraph."""
        rows = self.origins.of([text.value for text in texts], spans)
        guesses = self.doubts.get(block, ()) if block else ()
        out = []
        for text, row in zip(texts, rows, strict=True):
            marks = [
                *self._boxes(boxes, text),
                *self._pages(text),
                *self._seams(text, spans),
                *self._wraps(row, spans),
                *self._changed(row),
                *self._guessed(text, guesses),
            ]
            out.append(cut(text.value, styles_of(text), marks))
        return tuple(out)

    def row(self, value: Text | str, spans: Sequence[Span]) -> tuple[Bit, ...]:
        """One text as bits."""
        text = value if isinstance(value, Text) else Text(value)
        return self.rows([text], spans)[0]

    # -- joins ----------------------------------------------------------------------

    def _seams(self, text: Text, spans: Sequence[Span]) -> list[Stretch]:
        found = []
        for mark in text.marks:
            if mark.kind is not MarkKind.SEAM or not mark.target.isdecimal():
                continue
            second = int(mark.target)
            first = max((s.last for s in spans if s.last < second), default=0)
            if not first:
                continue
            reason = self._why(text, mark.start, first, second)
            self.seams[first] = (second, reason)
            data = (("first", str(first)), ("second", str(second)))
            says = self.say(
                f"Joined: line {first} goes on in line {second} ({reason})",
                f"接合：第{first}行在第{second}行继续（{reason}）",
            )
            kind = "seam set" if (first, second) in self.joins else "seam"
            found.append(Stretch(mark.start, mark.start, kind, says, data))
        return found

    def _why(self, text: Text, offset: int, first: int, second: int) -> str:
        if self.joins.get((first, second)):
            return self.say("an editor decided", "编辑已定")
        before = text.value[max(0, offset - _ENOUGH) : offset]
        made = decide(before, text.value[offset : offset + 200])
        if made.join:
            return self.say.join(made.reason)
        return self.say(
            "the last line of the page is full, so the paragraph goes on",
            "页末一行排满，段落未完",
        )

    def _wraps(self, row: Sequence[Origin | None], spans: Sequence[Span]) -> list[Stretch]:
        """Where one printed line of hard-wrapped text follows another of the same piece."""
        whole = [span for span in spans if span.first < span.last]
        if not whole:
            return []
        found = []
        known = [(at, origin) for at, origin in enumerate(row) if origin is not None]
        for (_, before), (at, after) in pairwise(known):
            if before.line == after.line or not any(
                span.first <= before.line < after.line <= span.last for span in whole
            ):
                continue
            data = (("first", str(before.line)), ("second", str(after.line)))
            says = self.say(
                f"Line {after.line} runs on from line {before.line}",
                f"第{after.line}行接第{before.line}行",
            )
            found.append(Stretch(at, at, "wrap", says, data))
        return found

    # -- the rest ---------------------------------------------------------------------

    def _boxes(self, boxes: Sequence[Box], text: Text) -> list[Stretch]:
        found = []
        for box in boxes:
            if not 0 <= box.anchor_offset <= len(text.value) or not box.spans:
                continue
            where = self.say.lines(box.spans[0].first, box.spans[-1].last)
            says = self.say(
                f"The box “{box.label}” ({where}) interrupted the paragraph here",
                f"“{box.label}”框（{where}）原在此处打断段落",
            )
            data = (("to", f"i-{box.id}"), ("line", str(box.spans[0].first)))
            found.append(Stretch(box.anchor_offset, box.anchor_offset, "anchor", says, data))
        return found

    def _pages(self, text: Text) -> list[Stretch]:
        return [
            Stretch(
                mark.start,
                mark.start,
                "page",
                self.say(f"Here printed page {mark.target} begins", f"原刊第{mark.target}页自此始"),
                (("page", mark.target),),
            )
            for mark in text.marks
            if mark.kind is MarkKind.PAGE
        ]

    def _changed(self, row: Sequence[Origin | None]) -> list[Stretch]:
        ranges: dict[int, list[int]] = defaultdict(list)
        for at, origin in enumerate(row):
            if origin is not None and origin.change >= 0:
                ranges[origin.change].append(at)
        return [self.change(index, places[0], places[-1] + 1) for index, places in ranges.items()]

    def change(self, index: int, start: int, end: int) -> Stretch:
        """The mark of a repair on a stretch of the source or of the restored text."""
        change = self.changes[index]
        says = self.say(
            f"“{change.before}” became “{change.after}” on line {change.line}: "
            f"{self.say.rule(change.rule)}",
            f"第{change.line}行“{change.before}”改为“{change.after}”：{self.say.rule(change.rule)}",
        )
        kind = "edited" if change.rule == "correction" else "change"
        return Stretch(start, end, kind, says, (("line", str(change.line)), ("rule", change.rule)))

    def _guessed(self, text: Text, guesses: Sequence[Doubt]) -> list[Stretch]:
        found = []
        for guess in guesses:
            if text.value[guess.offset : guess.offset + 1] != guess.character:
                continue
            others = self.say(", ", "、").join(guess.others)
            says = self.say(
                f"{guess.character} became {guess.chosen} by default; it could be {others}",
                f"“{guess.character}”按默认转为“{guess.chosen}”，也可作{others}",
            )
            data = (("character", guess.character),)
            found.append(Stretch(guess.offset, guess.offset + 1, "form", says, data))
        return found
