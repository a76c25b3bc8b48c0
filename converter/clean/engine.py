"""Applies the cleaning rules to lines and keeps a record of every change."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from converter.clean.rules import RULES, Edit
from converter.model import Change
from converter.source import Line


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The repaired lines (as many as came in, same numbers) and what was changed."""

    lines: tuple[Line, ...]
    changes: tuple[Change, ...]


def clean(lines: Iterable[Line], *, without: Collection[str] = ()) -> Cleaned:
    """Apply every rule but those named in ``without``, in their order.

    Idempotent: cleaning the result again changes nothing.
    """
    rules = [rule for rule in RULES if rule.name not in without]
    out: list[Line] = []
    changes: list[Change] = []
    for line in lines:
        text = line.text
        columns: list[int] | None = None
        for rule in rules:
            if rule.trigger.search(text) is None:
                continue
            edits = rule.edits(text)
            if not edits:
                continue
            if columns is None:
                columns = list(range(len(text) + 1))
            for edit in edits:
                before = text[edit.start : edit.end]
                changes.append(
                    Change(line.number, columns[edit.start], before, edit.after, rule.name)
                )
            text, columns = _apply(text, columns, edits)
        out.append(line if text == line.text else Line(line.number, text))
    return Cleaned(tuple(out), tuple(changes))


def _apply(text: str, columns: list[int], edits: list[Edit]) -> tuple[str, list[int]]:
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
