"""What a variant was made of: guesses, glossary, names, vocabulary, as plain data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from converter.diagnostics import Diagnostic, Span
from converter.values import NamedTuple


class Place(NamedTuple):
    """Where something was decided. ``block`` is the id of its block ("" if it has none).

    ``offset`` counts characters of the source text of that block; ``context`` is the
    converted text around it and ``at`` the offset in ``context``.
    """

    block: str
    span: Span | None
    offset: int
    context: str
    at: int


class Decision(NamedTuple):
    """A one-to-many character that became ``chosen`` by default at ``count`` places."""

    character: str
    chosen: str
    alternatives: tuple[str, ...]
    count: int  # type: ignore[assignment]  # not the method of a tuple
    places: tuple[Place, ...]


class Use(NamedTuple):
    """An entry that was applied: a glossary's, a protected name, a term of the vocabulary."""

    source: str
    target: str
    count: int  # type: ignore[assignment]
    origin: str = ""
    """Where the entry stands: ``file:line`` for a glossary, what it is for others."""


class VariantReport(NamedTuple):
    """All that an editor needs to settle a variant.

    ``decisions`` are ordered by doubt: most places first. ``unused`` are glossary entries
    that matched nothing.
    """

    edition: str
    diagnostics: tuple[Diagnostic, ...] = ()
    decisions: tuple[Decision, ...] = ()
    glossary: tuple[Use, ...] = ()
    unused: tuple[Use, ...] = ()
    names: tuple[Use, ...] = ()
    vocabulary: tuple[Use, ...] = ()
    characters: int = 0
    """Han characters that were looked at."""

    def to_data(self) -> dict[str, Any]:
        """The report as plain data for JSON, without the diagnostics."""
        parts = self._asdict()
        del parts["diagnostics"]
        return {name: _plain(value) for name, value in parts.items()}


def _plain(value: Any) -> Any:
    """A part of a report as plain data: every kind of record becomes a mapping."""
    if isinstance(value, Decision | Use | Place):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return asdict(value) if isinstance(value, Span) else value
