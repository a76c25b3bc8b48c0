"""``fukan check``: diagnostics, a summary, an exit code."""

from __future__ import annotations

import argparse
import dataclasses

from converter.cli.report import (
    account_line,
    diagnostic_data,
    line_of,
    print_json,
    summary,
    use_colour,
)
from converter.diagnostics import Severity
from converter.pipeline import Restored, restore
from converter.profile import Profile


def run(options: argparse.Namespace) -> int:
    """Check every issue. The exit code is 1 if any diagnostic is an error."""
    worst = Severity.INFO
    reports = []
    for path in options.inputs:
        restored = restore(path, profile=Profile())
        worst = max([worst, *(found.severity for found in restored.diagnostics)])
        if options.json:
            reports.append(_data(path.name, restored, options))
        else:
            _print(path.name, restored, options)
    if options.json:
        print_json(reports if len(reports) > 1 else reports[0])
    return 1 if worst is Severity.ERROR else 0


def _print(name: str, restored: Restored, options: argparse.Namespace) -> None:
    colour = use_colour()
    for found in restored.diagnostics:
        print(line_of(found, name, colour=colour))
    if options.changes:
        for change in restored.issue.changes:
            print(f"{name}:{change.line}:{change.column + 1}: {change.rule}: {change.before!r} → {change.after!r}")
    if options.drops:
        for drop in restored.issue.drops:
            print(f"{name}:{drop.line}: dropped ({drop.reason}): {drop.text}")
    if restored.account is not None:
        print(f"{name}: {account_line(restored.account)}")
    print(f"{name}: {summary(restored.diagnostics)}")


def _data(name: str, restored: Restored, options: argparse.Namespace) -> dict[str, object]:
    data: dict[str, object] = {
        "file": name,
        "diagnostics": [diagnostic_data(found) for found in restored.diagnostics],
        "articles": len(restored.issue.articles),
    }
    if restored.account is not None:
        data["account"] = {**dataclasses.asdict(restored.account), "balanced": restored.account.balanced}
    if options.changes:
        data["changes"] = [dataclasses.asdict(change) for change in restored.issue.changes]
    if options.drops:
        data["drops"] = [dataclasses.asdict(drop) for drop in restored.issue.drops]
    return data
