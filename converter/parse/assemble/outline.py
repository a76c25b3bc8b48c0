"""The units of an article as far as is known while its boxes are sought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.hanzi import ends_sentence, is_han, width
from converter.parse.assemble.bridged import is_set_apart
from converter.parse.assemble.sourced import PARAGRAPH
from converter.parse.boxes import (
    BoxStart,
    beside_title,
    box_start,
    decided_start,
    glued_title,
    is_source,
)
from converter.parse.context import Context
from converter.parse.headings import Numbering, is_heading_text
from converter.parse.heal import is_bracketed
from converter.parse.kinds import is_credit
from converter.parse.ranks import RANKS
from converter.segment import Unit

SECTION_KINDS = RANKS.union(("cn", "chapter", "part", "cn-paren"))
"""Numbers that no box has."""
_EXCERPT = 12
"""The most units of an excerpt."""


class Outline:
    """The units with their numbers and tables, and where boxes begin among them.

    ``starts`` has a place for each unit and is filled by those who find boxes; ``points``
    has the last lines of boxes whose end is known, by the units of their titles.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        context: Context,
        numbers: Sequence[Numbering | None],
        series: Mapping[int, str],
        cells: Mapping[int, object],
    ) -> None:
        self.units = units
        self.context = context
        self.numbers = numbers
        self.series = series
        self.cells = cells
        self.starts = [
            None if at in series or at in cells else self._start(at) for at in range(len(units))
        ]
        self.points: dict[int, int] = {}

    def may_head(self, at: int) -> bool:
        """True for a bare word between whole paragraphs."""
        unit = self.units[at]
        following = self.units[at + 1] if at + 1 < len(self.units) else None
        before = self.units[at - 1].text if at else "。"
        return (
            all(map(is_han, unit.text))
            and not (unit.quoted or unit.bullet)
            and ends_sentence(before)
            and following is not None
            and width(following.text) >= PARAGRAPH
            and self.numbers[at] is None
        )

    def _start(self, at: int) -> BoxStart | None:
        """The beginning of a box, as the editor or else the text says."""
        unit = self.units[at]
        decided = self.context.decisions.boxes.get(unit.first)
        if decided is False:
            return None
        found = box_start(unit, self.context.profile)
        opens = not at or self.units[at - 1].first != unit.first  # a cell may hold all of a box
        inset = opens and unit.first in self.context.insets and not is_credit(unit.text)
        told = decided or inset
        known = found is not None and found.label not in self.context.once
        if told and not known and (glued := glued_title(unit.text, self.context.profile)):
            return glued
        if not told or found is not None:
            return found
        return beside_title(unit.text, self.context.profile) or decided_start(unit)

    def is_free(self, at: int, longest: int) -> bool:
        """True for a line of so many characters that is no heading or box as far as is known."""
        unit, decisions = self.units[at], self.context.decisions
        return (
            self.starts[at] is None
            and len(unit.text) <= longest
            and not unit.text.startswith("——")
            and at not in self.series
            and decisions.boxes.get(unit.first) is None
            and unit.first not in decisions.headings
        )

    def is_decided(self, at: int) -> bool:
        """True for a unit of which an editor has said whether it is a heading or a box."""
        first, decided = self.units[at].first, self.context.decisions
        return first in decided.headings or first in decided.boxes

    def is_no_box(self, at: int) -> bool:
        """True for what a box does not consist of: headings, tables, captions, notes."""
        number = self.numbers[at]
        heads = number is not None and number.kind in SECTION_KINDS
        heads = heads and is_heading_text(self.units[at].text)
        return heads or at in self.series or at in self.cells or is_set_apart(self.units[at])

    def box_decided(self, at: int) -> bool:
        """True for a unit of which an editor has said whether a box begins there."""
        return self.units[at].first in self.context.decisions.boxes

    def source_of_excerpt(self, at: int) -> int:
        """The unit that tells where an excerpt is from; ``at`` if none does."""
        for index in range(at, min(len(self.units), at + _EXCERPT)):
            text = self.units[index].text
            if is_source(text):
                return index
            whole = ends_sentence(text) or is_bracketed(text)
            if not whole or self.starts[index] is not None or self.numbers[index] is not None:
                break
        return at
