"""Findings as annotations of GitHub Actions (its "workflow commands")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.diagnostics import Severity
from converter.report.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(reports: Iterable[Report], language: str = "en") -> Iterator[str]:
    """One line for each diagnostic, and one for each issue that could not be read."""
    for report in reports:
        place = f"file={_property(report.path)}"
        if report.error:
            yield f"::error {place}::{_message(report.error)}"
        for found in report.diagnostics:
            lines = f",line={found.line},endLine={found.span.last}" if found.span else ""
            text = f"{found.message(language)} {found.hint(language)}"
            command = _COMMANDS[found.severity]
            yield f"::{command} {place}{lines},title={found.code}::{_message(text)}"


def _message(text: str) -> str:
    """Text after the second colons: per cent and line breaks are escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property: colons and commas as well."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
