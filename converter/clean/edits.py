"""What a cleaning rule finds in a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter import patterns as re
from converter.values import NamedTuple


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``after``."""

    start: int
    end: int
    after: str


class CleaningRule(NamedTuple):
    """A named repair. ``trigger`` is a cheap test that must match before ``edits`` runs.

    With ``rare`` it needs a character of :data:`~converter.clean.rules.RARE`, with ``form``
    one of :data:`~converter.clean.forms.HINT`, with ``blank`` a blank.
    """

    name: str
    trigger: re.Pattern[str]
    edits: Callable[[str], list[Edit]]
    rare: bool = False
    form: bool = False
    blank: bool = False


def apply_edits(text: str, columns: list[int], edits: Sequence[Edit]) -> tuple[str, list[int]]:
    """The edited text, and for each of its characters the column it came from."""
    parts: list[str] = []
    origin: list[int] = []
    last = 0
    for edit in edits:
        parts += (text[last : edit.start], edit.after)
        origin += columns[last : edit.start]
        origin += [columns[edit.start]] * len(edit.after)
        last = edit.end
    parts.append(text[last:])
    origin += columns[last:]
    return "".join(parts), origin
