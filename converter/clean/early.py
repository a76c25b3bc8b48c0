"""Characters that no page has, or that say what another one says: read as those before all else.

What a line is told by its neighbours (blanks that mean nothing, pairs of marks, columns) would be
missed where a blank is U+00A0 or a character a radical.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.clean.edits import CleaningRule, apply_edits
from converter.model import Change
from converter.source import Line
from converter.values import NamedTuple

_ROUNDS = 4
"""What one repair makes (the blank of &nbsp;) may call for another."""


class Early(NamedTuple):
    """A line of which characters were read otherwise, the column of each of its characters, and the changes."""

    text: str
    columns: list[int]
    changes: tuple[Change, ...]


def read_early(
    lines: Sequence[Line], rules: Sequence[CleaningRule], hint: re.Pattern[str]
) -> dict[int, Early]:
    """The lines that some rules change, by their indexes; each of them needs what ``hint`` finds."""
    if hint.search("\n".join(line.text for line in lines)) is None:
        return {}
    found: dict[int, Early] = {}
    for at, line in enumerate(lines):
        if hint.search(line.text) is not None:
            made = _read(line, rules)
            if made.changes:
                found[at] = made
    return found


def _read(line: Line, rules: Sequence[CleaningRule]) -> Early:
    text, columns = line.text, list(range(len(line.text) + 1))
    changes: list[Change] = []
    for _ in range(_ROUNDS):
        before = len(changes)
        for rule in rules:
            edits = rule.edits(text) if rule.trigger.search(text) else []
            changes += [
                Change(
                    line.number, columns[one.start], text[one.start : one.end], one.after, rule.name
                )
                for one in edits
            ]
            text, columns = apply_edits(text, columns, edits)
        if len(changes) == before:
            break
    return Early(text, columns, tuple(changes))
