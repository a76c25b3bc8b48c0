"""Whether two pieces are one paragraph, and why."""

from __future__ import annotations

from converter.values import NamedTuple


class Decision(NamedTuple):
    """Join or not, and why. ``cut`` characters at the end of the first piece are a repetition."""

    join: bool
    reason: str
    cut: int = 0
    doubt: str = ""


def join(reason: str, *, cut: int = 0, doubt: str = "") -> Decision:
    """They are one."""
    return Decision(join=True, reason=reason, cut=cut, doubt=doubt)


def part(reason: str, *, doubt: str = "") -> Decision:
    """They are two."""
    return Decision(join=False, reason=reason, doubt=doubt)
