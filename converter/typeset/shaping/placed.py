"""A shaped text on a line, drawn with adjusted glyphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.text.ffi import ffi

from converter.typeset import characters as kind
from converter.typeset.shaping.pango import GLYPH, Override, PlainLayout, byte_starts, runs_of
from converter.typeset.shaping.shaped import Shaped
from converter.values import dataclass

_SAFE = 0.3  # thousandths: keeps a width on the right side of the number it is cut off to


@dataclass(slots=True)
class Placed:
    """A stretch of a shaped text on a line: its glyphs and what is added to their advances.

    Characters ``start`` to ``start + len(advances)`` of ``shaped``; ``changes`` by character of
    the stretch, ``shift`` how far its first glyph moves, all in thousandths of the ``em`` (that
    is in Pango units). ``kinds`` are those of the shaped text.
    """

    shaped: Shaped
    start: int
    advances: list[int]
    changes: dict[int, int]
    shift: int
    em: int
    kinds: str

    def units(self) -> tuple[dict[int, int], dict[int, int], int]:
        """Glyph widths, what is added to the last glyph of a cluster, and the shift for Pango."""
        shaped, start, em, shift = self.shaped, self.start, self.em, self.shift
        changes = dict(self.changes)
        if shift:
            changes[0] = changes.get(0, 0) + shift
        widths: dict[int, int] = {}
        added: dict[int, int] = {}
        for index, change in changes.items():
            if not change and not (index == 0 and shift):
                continue
            if start + index in shaped.clustered or shaped.opaque:
                added[index] = width_in_units(0, change, 0, 0, em)
                continue
            own_shift = shift if index == 0 else 0
            kerned = shaped.kerned.get(start + index, 0)
            widths[index] = width_in_units(self.advances[index], change, own_shift, kerned, em)
        for index in self._held():
            if index not in widths:
                kerned = shaped.kerned.get(start + index, 0)
                widths[index] = width_in_units(self.advances[index], 0, 0, kerned, em)
        return widths, added, round(shift * em / 1024)

    def _held(self) -> Iterator[int]:
        """Digits and signs of a part of a text, which keep their width.

        They belong to the script of their neighbours; cut off from those they may get other
        glyphs of slightly other width when Pango shapes the part anew.
        """
        shaped, start = self.shaped, self.start
        if len(self.advances) >= len(self.kinds) or shaped.opaque:
            return
        for index, advance in enumerate(self.advances):
            place = start + index
            if advance in {0, 1000} and self.kinds[place] != kind.DASH:
                continue
            if self.kinds[place] == kind.ALPHA or place in shaped.fixed:
                continue
            if advance and place not in shaped.clustered:
                yield index


class ComposedLayout(PlainLayout):
    """Stands in for WeasyPrint's layout of a text box on a composed line.

    While ``drawing`` is at work, Pango's own layout is made only for what that cannot draw.
    """

    patient = 0
    """How many blocks of ``drawing`` are at work."""

    def __init__(
        self,
        text: str,
        style: Any,
        placed: Placed,
        overrides: list[Override] | None,
        max_width: float | None,
    ) -> None:
        self.text = self._composed = text
        self.placed = placed
        self._overrides = overrides
        self.max_width = max_width
        self.justification_spacing = 0
        self.first_line_direction = 0
        self.ascent = self.underline_position = self.strikethrough_position = None
        self._asleep: Any = None
        if style["text_decoration_line"] != "none":
            self.setup(style)
            super().deactivate()

    @property
    def is_simple(self) -> bool:
        """True if the glyphs of the measured text can be drawn as they are."""
        return self.placed.shaped.glyphs is not None and self.text == self._composed

    def reactivate(self, style: Any) -> None:
        """Be ready to make the Pango layout again, for drawing."""
        self._asleep = style
        if not self.patient:
            self.wake()

    def wake(self) -> None:
        """Make it."""
        if self._asleep is not None:
            style, self._asleep = self._asleep, None
            self.setup(style)
            self.set_text(self.text)
            if self._overrides:
                self.override(self._overrides)

    def deactivate(self) -> None:
        """Let the Pango layout go, if there is one."""
        if self._asleep is None:
            super().deactivate()
        self._asleep = None

    def get_first_line(self) -> tuple[Any, int | None]:
        """The shaped line with the composition's widths put into its glyphs."""
        self.wake()
        line, index = super().get_first_line()
        if self.text == self._composed:
            widths, added, shift = self.placed.units()
            if widths or added:
                _adjust(line, self.text, widths, added, shift)
        return line, index


def _adjust(
    line: Any,
    text: str,
    widths: dict[int, int],
    added: dict[int, int],
    shift: int,
) -> None:
    uniform = len(text.encode()) == 3 * len(text)
    index_of = None if uniform else {b: i for i, b in enumerate(byte_starts(text)[:-1])}
    for run in runs_of(line):
        item, glyphs = run.item, run.glyphs
        count, offset = glyphs.num_glyphs, item.offset
        clusters = ffi.unpack(glyphs.log_clusters, count)
        numbers = memoryview(ffi.buffer(glyphs.glyphs, count * GLYPH * 4)).cast("i")
        if shift and offset == 0 and count and clusters[0] == 0:
            numbers[2] += shift
        for number in range(count):
            cluster = clusters[number]
            if number + 1 < count and clusters[number + 1] == cluster:
                continue  # the last glyph of a cluster carries its width
            place = offset + cluster
            index = place // 3 if index_of is None else index_of[place]
            if index in widths:
                numbers[number * GLYPH + 1] = widths[index]
            elif index in added:
                numbers[number * GLYPH + 1] += added[index]


def width_in_units(advance: int, change: int, shift: int, kerned: int, em: int) -> int:
    """The glyph width in Pango units that WeasyPrint writes as ``advance + change``.

    All but ``em`` in thousandths; ``kerned`` is what the glyph's own kerning took off.
    """
    written = kerned + shift - change
    bias = _SAFE if written < 0 else -_SAFE if written > 0 else 0.0
    return round((advance + change + bias) * em / 1000)
