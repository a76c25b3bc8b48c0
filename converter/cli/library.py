"""``fukan library``: all converted issues as a website, catalogues and data."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from converter.cli.language import counted, language
from converter.cli.report import print_json, printable
from converter.diagnostics import Diagnostic, EnvironmentFaultError, Severity
from converter.library import (
    LibraryOptions,
    LibraryReport,
    build_library,
    check_archive,
    make_server,
)
from converter.pipeline import load_profile
from converter.profile import Profile
from converter.report import diagnostic_data
from converter.resources import Resources

_STAGES = {
    "issues": ("issues", "各期"),
    "years": ("indexes of the years", "年度总目录"),
    "search": ("search index", "全文索引"),
    "catalogues": ("catalogues", "目录与数据"),
}


def run(options: argparse.Namespace) -> int:
    """Check the archive as a series and make the library; 1 for doubts as ``--fail-on`` says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # file names need not be text
    profile = load_profile(options.profile) if options.profile else None
    if options.check:
        held, found = check_archive(options.output, profile)
        _tell(options, found, {"issues": len(held.books), "magazines": len(held.magazines)})
        return _exit_code(found, options.fail_on)
    chosen = _options(options, profile)
    report = build_library(chosen, _progress(options))
    _tell(options, report.diagnostics, _figures(report))
    if not options.quiet and not options.json:
        print("\n".join(printable(line) for line in _summary(report)))
    if options.serve:
        _serve(chosen.site, options)
    return _exit_code(report.diagnostics, options.fail_on)


def _options(options: argparse.Namespace, profile: Profile | None) -> LibraryOptions:
    return LibraryOptions(
        output=options.output,
        site=options.site or options.output / "library",
        title=options.title,
        base_url=options.base_url,
        search=options.search,
        profile=profile,
        resources=Resources(options.templates, options.styles),
    )


def _exit_code(found: Sequence[Diagnostic], threshold: str) -> int:
    if threshold == "never":
        return 0
    return int(any(one.severity >= Severity[threshold.upper()] for one in found))


def _silent(_what: str, _done: int, _total: int) -> None:
    """Show nothing."""


def _progress(options: argparse.Namespace) -> Callable[[str, int, int], None]:
    """A line that is written over; nothing where no terminal looks on."""
    if options.quiet or options.json or not sys.stderr.isatty():
        return _silent
    chinese = language() == "zh"

    def show(what: str, done: int, total: int) -> None:
        name = _STAGES[what][chinese]
        count = f" {done}/{total}" if total > 1 else ""
        last = what == "catalogues"
        print(f"\r\033[K{name}{count}", end="\r\033[K" if last else "", file=sys.stderr, flush=True)

    return show


def _figures(report: LibraryReport) -> dict[str, Any]:
    return {
        "site": str(report.site),
        "magazines": report.magazines,
        "issues": report.issues,
        "articles": report.articles,
        "written": report.written,
        "unchanged": report.unchanged,
        "removed": report.removed,
    }


def _tell(
    options: argparse.Namespace, found: Sequence[Diagnostic], figures: dict[str, Any]
) -> None:
    if options.json:
        print_json({**figures, "diagnostics": [diagnostic_data(one) for one in found]})
        return
    if options.quiet:
        found = [one for one in found if one.severity is Severity.ERROR]
    for one in found:
        print(printable(f"{one.code} {one.message(language())}"))
    if options.check and not found and not options.quiet:
        chinese = language() == "zh"
        count = figures["issues"]
        print(
            f"{count} 期，刊次无疑问" if chinese else f"{count} issues, no doubt about the series"
        )


def _summary(report: LibraryReport) -> tuple[str, str]:
    page = str(report.site / "index.html")
    if language() == "zh":
        return (
            (
                f"{report.magazines} 种期刊，{report.issues} 期，{report.articles} 篇；"
                f"写入 {report.written} 个文件，{report.unchanged} 个未变，移去 {report.removed} 个"
            ),
            page,
        )
    return (
        (
            f"{counted(report.magazines, 'magazine')}, {counted(report.issues, 'issue')}, "
            f"{counted(report.articles, 'article')}; {counted(report.written, 'file')} written, "
            f"{report.unchanged} unchanged, {report.removed} removed"
        ),
        page,
    )


def _serve(site: Path, options: argparse.Namespace) -> None:
    if not 0 <= options.port <= 65535:
        msg = f"--port: {options.port} is not between 0 and 65535"
        raise EnvironmentFaultError(msg)
    with make_server(site, options.port) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        ends = "按 Ctrl-C 结束" if language() == "zh" else "Ctrl-C ends it"
        print(f"{address} ({ends})", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
