"""``fukan check``: diagnostics in the form that is wanted, and an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from converter.cli.arguments.shared import TRADITIONAL
from converter.cli.language import language
from converter.cli.report import print_json, printable, use_colour
from converter.cli.settings import restored
from converter.diagnostics import FukanError, Severity
from converter.pipeline import Restored, with_findings
from converter.report import (
    Report,
    account_line,
    as_data,
    change_line,
    conversion_lines,
    diagnostic_line,
    drop_line,
    reasons,
    summary,
)

if TYPE_CHECKING:
    from converter.corrections import Corrections
    from converter.variant import VariantReport

"""The values of ``--traditional`` and the editions that they mean."""


def run(options: argparse.Namespace) -> int:
    """Check every issue; one that cannot be read does not stop the others.

    The exit code is that of the worst failure; else 1 if a diagnostic is as bad as
    ``--fail-on`` says, else 0.
    """
    form = "json" if options.json else options.format
    reports: list[Report] = []
    codes = [0]
    for path in options.inputs:
        try:
            report = _report(path, options)
        except FukanError as error:
            report = Report(str(path), error=str(error))
            codes.append(error.exit_code)
        reports.append(report)
        if form == "text":
            _print(report, options)
    _print_all(reports, form)
    if max(codes):
        return max(codes)
    return 1 if _fails(reports, options.fail_on) else 0


def _report(path: Path, options: argparse.Namespace) -> Report:
    found, corrections = restored(path, options)
    converted = None
    if options.traditional or options.simplified:
        converted = _converted(path, found, corrections, options)
        found = with_findings(found, converted.diagnostics)
    return Report(
        path=str(path),
        diagnostics=found.diagnostics,
        seen=found.seen,
        changes=found.issue.changes if options.changes else None,
        drops=found.issue.drops if options.drops else None,
        variant=converted,
        account=found.account,
        articles=len(found.issue.articles),
        profile=found.profile.name,
    )


def _converted(
    path: Path, found: Restored, corrections: Corrections | None, options: argparse.Namespace
) -> VariantReport:
    """What a conversion to the other script would have to decide."""
    from converter.pipeline import glossaries_beside, variant
    from converter.variant import Edition, Glossary

    tag = TRADITIONAL[options.traditional] if options.traditional else "zh-Hans"
    house = found.profile.house
    paths = (*options.glossary, *glossaries_beside(path), *map(Path, house.glossaries))
    _, report = variant(
        found.issue,
        Edition(tag),
        vocabulary=bool(options.vocabulary or (options.vocabulary is None and house.vocabulary)),
        glossaries=[Glossary.load(path) for path in paths],
        corrections=corrections,
    )
    return report


def _fails(reports: list[Report], threshold: str) -> bool:
    if threshold == "never":
        return False
    least = Severity[threshold.upper()]
    return any(found.severity >= least for report in reports for found in report.diagnostics)


def _print_all(reports: list[Report], form: str) -> None:
    """The forms that are one document for all issues."""
    if form == "json":
        data = [as_data(report) for report in reports]
        print_json(data if len(data) > 1 else data[0])
    elif form == "sarif":
        from converter.report.sarif import sarif

        print_json(sarif(reports, language()))
    elif form == "github":
        from converter.report.github import github

        for line in github(reports, language()):
            print(line)


def _print(report: Report, options: argparse.Namespace) -> None:
    if report.error:
        from converter.cli.faults import fault

        print(f"fukan: {printable(fault(report.error))}", file=sys.stderr)
        return
    for line in _lines(report, options):
        print(line)


def _lines(report: Report, options: argparse.Namespace) -> Iterator[str]:
    """The report for a terminal. What comes from the file may not command the terminal."""
    name, spoken = Path(report.path).name, language()
    for found in report.diagnostics:
        if report.variant is not None and found.code == "VAR001":
            continue  # the conversion report says it with every place
        yield _shown(diagnostic_line(found, name, spoken), found.code, found.severity)
        if options.verbose:
            yield from reasons(found, spoken)
    for change in report.changes or ():
        yield printable(change_line(change, name, spoken))
    for drop in report.drops or ():
        yield printable(drop_line(drop, name, spoken))
    if report.variant is not None:
        lines = conversion_lines(report.variant, name, spoken, every=options.verbose)
        yield from map(printable, lines)
    if report.account is not None:
        yield printable(f"{name}: {account_line(report.account, spoken)}")
    yield printable(f"{name}: {summary(report.diagnostics, spoken, seen=len(report.seen))}")


_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def _shown(line: str, code: str, severity: Severity) -> str:
    plain = printable(line)
    if not use_colour():
        return plain
    return plain.replace(f": {code} ", f": \033[{_COLOURS[severity]}m{code}\033[0m ", 1)
