"""Where a paragraph is over that has no mark at its end."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.model import Paragraph, Role
from converter.parse.assemble.written import Written, is_labelled
from converter.parse.headings import ends_row
from converter.parse.heal import is_short_item
from converter.parse.rolls import is_roll
from converter.segment import Unit
from converter.segment.units import is_days, is_fact


class Ends(Written):
    """Tells where what is open is over though no mark says so: facts, items, rolls, stubs."""

    def _tells_fact(self) -> bool:
        """True for 时间：2019年6月3日 on a line of its own: nothing goes on behind it.

        Nor does anything behind 10月24—26日, and where the meeting is.
        """
        if self.open is None or len(self.open.pieces) > 1:
            return False
        before = self.blocks[-1] if self.blocks else None
        above = before.text.value if isinstance(before, Paragraph) else ""
        place = is_days(above or "-") and width(self.open.raw) <= MEETING
        if place or is_days(self.open.raw.strip()):
            return True
        if self.context.measure:
            return False
        text = self.open.raw.strip()
        return width(text) <= _FACT and is_fact(text) and text[-1] not in "，、；"

    def is_stub(self) -> bool:
        """True for a few characters without a mark: the first line of a cut paragraph is full."""
        above = self.last_unit
        if self.open is None or above is None or above.wrapped or len(self.open.pieces) > 1:
            return False
        text = self.open.raw.strip()
        return (
            self.open.role is Role.BODY
            and above.opens is None
            and not self.context.measure
            and width(text) <= _STUB
            and re.fullmatch(rf"[{HAN}]{{2,}}", text) is not None  # one is an initial
        )

    def parts_items(self, unit: Unit) -> bool:
        """True for ……； above a short line that no blank line parts from it: each is one of a list."""
        above = self.last_unit
        if above is None or self.context.measure or above.text[-1] not in "；;":
            return False
        if unit.gap or above.wrapped or unit.wrapped:
            return False
        near = unit.first == above.last + 1 and self.open is not None and len(self.open.pieces) == 1
        return near and max(width(above.text), width(unit.text)) <= _ITEM

    def ends_item(self) -> bool:
        """True behind ●香油, an item that needs no mark at its end."""
        return self.open is not None and len(self.open.pieces) == 1 and is_short_item(self.open.raw)

    def ends_bare(self) -> bool:
        """True if the items of a list, of which one is open, end without any mark."""
        before = self.blocks[-1] if self.blocks else None
        if self.open is None or not _is_bare(self.open.last) or not isinstance(before, Paragraph):
            return False
        text = before.text.value
        if not _is_bare(text):
            return False
        dot = self.open.raw[:1]
        dotted = dot in _DOTS and text[:1] == dot and width(self.open.raw) <= _DOTTED
        listed = self.open.role is before.role is Role.LIST_ITEM
        return listed or (dotted and len(self.open.pieces) == 1) or self.ends_labelled()

    def ends_labelled(self) -> bool:
        """True below 地点：南河埠头 and 时间：清晨, on a line each and without any mark at their ends."""
        before = self.blocks[-1] if self.blocks else None
        if self.open is None or not isinstance(before, Paragraph):
            return False
        pair = (before.text.value, self.open.raw)
        return self.open.role is before.role and all(
            _is_bare(text) and is_labelled(text) for text in pair
        )

    def ends_unmarked(self) -> bool:
        """True where what is open has no mark at its end, and is over all the same."""
        row = self.open is not None and ends_row(self.open.raw)
        return row or self.ends_bare() or self._ends_roll() or self.is_stub() or self._tells_fact()

    def _ends_roll(self) -> bool:
        """True behind 与谈：张三（教授） 李四（作家）, which ends without any mark, too."""
        if self.open is None or self.open.last.rstrip()[-1:] not in _BRACKETS:
            return False
        return is_roll(self.open.raw)


def _is_bare(text: str) -> bool:
    return text.rstrip()[-1:].isalnum()


_DOTS = frozenset("•●■◆▪◎○□▲△★☆")
_DOTTED = 80
"""Em of an item that no page has cut, as far as those of its list tell."""
_BRACKETS = ("）", ")")
MEETING = 16
"""The most em of where a meeting is."""
_STUB = 6
_FACT = 20
_ITEM = 36
"""Em of an item of a list on one line."""
