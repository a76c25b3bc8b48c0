"""Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code hosts and editors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from converter import __version__
from converter.diagnostics import Diagnostic, Rule, Severity
from converter.diagnostics.core import catalogue
from converter.report.explain import template
from converter.report.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(reports: Sequence[Report], language: str = "en") -> dict[str, Any]:
    """One run over some issues; doubts that were seen are results with a suppression.

    An issue that could not be read is a notification of the tool's execution (§3.20.21).
    """
    found_codes = {
        found.code for report in reports for found in (*report.diagnostics, *report.seen)
    }
    codes = sorted(found_codes)
    indexes = {code: index for index, code in enumerate(codes)}
    rules = catalogue()
    results = [
        _result(found, report.path, indexes[found.code], language, seen=seen)
        for report in reports
        for seen, group in ((False, report.diagnostics), (True, report.seen))
        for found in group
    ]
    failures = [
        {"level": "error", "message": {"text": f"{report.path}: {report.error}"}}
        for report in reports
        if report.error
    ]
    driver = {
        "name": "fukan",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rules[code], language) for code in codes],
    }
    invocation: dict[str, Any] = {"executionSuccessful": not failures}
    if failures:
        invocation["toolExecutionNotifications"] = failures
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if language == "zh" else "en-US",
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    """§3.49 reportingDescriptor."""
    zh = language == "zh"
    return {
        "id": rule.code,
        "shortDescription": {"text": template(rule, language)},
        "fullDescription": {"text": rule.why[zh]},
        "help": {"text": rule.fix[zh]},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    found: Diagnostic, path: str, index: int, language: str, *, seen: bool
) -> dict[str, Any]:
    """§3.27 result; a finding about the file as a whole has no region."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if found.span is not None:
        physical["region"] = {"startLine": found.span.first, "endLine": found.span.last}
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": found.message(language)},
        "locations": [{"physicalLocation": physical}],
    }
    if seen:
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


def _uri(path: str) -> str:
    """A path as a URI reference: relative stays relative, to be resolved in the checkout."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
