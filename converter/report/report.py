"""The findings about one issue, and their form as plain data for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from converter.diagnostics import Diagnostic
from converter.diagnostics.core import rule_of
from converter.model import Change, Drop
from converter.parse import Account
from converter.values import dataclass

if TYPE_CHECKING:
    from converter.variant import VariantReport


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one issue.

    ``path`` is the file as the user named it. ``seen`` are doubts that an editor has
    settled. ``changes``, ``drops`` and ``variant`` are ``None`` where nobody asked for
    them; ``account`` is ``None`` for an issue that came as a model. ``error`` says why
    nothing could be found at all.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    seen: tuple[Diagnostic, ...] = ()
    changes: tuple[Change, ...] | None = None
    drops: tuple[Drop, ...] | None = None
    variant: VariantReport | None = None
    account: Account | None = None
    articles: int = 0
    profile: str = ""
    error: str = ""


def diagnostic_data(found: Diagnostic) -> dict[str, Any]:
    """One diagnostic with all that the catalogue says of it, in both languages."""
    rule = rule_of(found.code)
    return {
        "code": found.code,
        "severity": found.severity.label,
        "line": found.line,
        "last_line": found.span.last if found.span else 0,
        "message": found.message("en"),
        "message_zh": found.message("zh"),
        "why": rule.why[0],
        "why_zh": rule.why[1],
        "hint": found.hint("en"),
        "hint_zh": found.hint("zh"),
    }


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data; what nobody asked for is left out."""
    from dataclasses import asdict  # loads much that a report for people does not need

    data: dict[str, Any] = {"file": report.path}
    if report.error:
        return {**data, "error": report.error}
    data |= {
        "profile": report.profile,
        "articles": report.articles,
        "diagnostics": [diagnostic_data(found) for found in report.diagnostics],
        "seen": [diagnostic_data(found) for found in report.seen],
    }
    if report.account is not None:
        balanced = {"balanced": report.account.balanced}
        data["account"] = {**report.account._asdict(), **balanced}
    if report.changes is not None:
        data["changes"] = [asdict(change) for change in report.changes]
    if report.drops is not None:
        data["drops"] = [asdict(drop) for drop in report.drops]
    if report.variant is not None:
        data["variant"] = report.variant.to_data()
    return data
