"""``fukan convert``: issues to EPUB and PDF, with editions in the other script."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from converter.cli.report import diagnostic_data, line_of, print_json, summary, use_colour
from converter.diagnostics import Diagnostic, FukanError, Severity, UsageFaultError
from converter.model import Issue
from converter.pipeline import Restored, restore, to_epub, to_pdf, variant
from converter.profile import Profile
from converter.resources import Resources

_EDITIONS = {"tw": "zh-Hant-TW", "hk": "zh-Hant-HK", "t": "zh-Hant"}


@dataclass(slots=True)
class _Result:
    """What became of one issue."""

    name: str
    files: list[Path] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    error: FukanError | None = None


def run(options: argparse.Namespace) -> int:
    """Convert every issue; one that fails does not stop the others."""
    if options.only_variant and not (options.traditional or options.simplified):
        msg = "--only-traditional needs --traditional tw, hk or t"
        raise UsageFaultError(msg)
    resources = Resources(options.templates, options.styles)
    _distinct_names(options.inputs)
    results = []
    for path in options.inputs:
        result = _Result(path.name)
        results.append(result)
        try:
            _convert(path, options, resources, result)
        except FukanError as error:
            result.error = error
        if not options.json:
            _print(result, quiet=options.quiet)
    if options.json:
        print_json([_data(result) for result in results])
    return max((result.error.exit_code for result in results if result.error), default=0)


def _distinct_names(inputs: list[Path]) -> None:
    """Two inputs with one stem would overwrite each other's results."""
    seen: dict[str, Path] = {}
    for path in inputs:
        other = seen.setdefault(path.stem, path)
        if other != path:
            msg = f"{other} and {path} would both be written as {path.stem}.epub; convert them to different folders"
            raise UsageFaultError(msg)


def _convert(path: Path, options: argparse.Namespace, resources: Resources, result: _Result) -> None:
    profile = Profile()
    restored = restore(path, profile=profile)
    result.diagnostics += restored.diagnostics
    for issue, tag in _editions(restored, options, result):
        stem = f"{path.stem}.{tag}" if tag else path.stem
        if options.format in (None, "epub"):
            _epub(issue, options.output / f"{stem}.epub", options, profile, resources, result)
        if options.format in (None, "pdf"):
            _pdf(issue, options.output / f"{stem}.pdf", options, profile, resources, result)


def _editions(
    restored: Restored, options: argparse.Namespace, result: _Result
) -> Iterator[tuple[Issue, str]]:
    """The issue as it is, then the variant that was asked for, each with its file tag."""
    if not options.only_variant:
        yield restored.issue, ""
    wanted = []
    if options.traditional:
        wanted.append(_EDITIONS[options.traditional])
    if options.simplified:
        wanted.append("zh-Hans")
    if not wanted:
        return
    from converter.variant import Edition, Glossary  # noqa: PLC0415  (only for a variant)

    glossaries = [Glossary.load(path) for path in options.glossary]
    for tag in wanted:
        issue, report = variant(
            restored.issue, Edition(tag), vocabulary=options.vocabulary, glossaries=glossaries
        )
        result.diagnostics += report.diagnostics
        yield issue, tag


def _epub(
    issue: Issue, target: Path, options: argparse.Namespace, profile: Profile, resources: Resources, result: _Result
) -> None:
    from converter.epub import EpubOptions  # noqa: PLC0415  (heavy)

    vertical = options.vertical and issue.language.startswith("zh-Hant")
    made = EpubOptions(
        profile=profile, resources=resources, vertical=vertical, embed_fonts=options.embed_fonts, cover=options.cover
    )
    result.diagnostics += to_epub(issue, target, made)
    result.files.append(target)


def _pdf(
    issue: Issue, target: Path, options: argparse.Namespace, profile: Profile, resources: Resources, result: _Result
) -> None:
    from converter.pdf import PdfOptions  # noqa: PLC0415  (heavy)

    made = PdfOptions(
        profile=profile,
        resources=resources,
        edition=options.pdf,
        page=options.page,
        columns=options.columns,
        size=options.size,
        signature=options.signature,
        theme=options.theme,
    )
    result.diagnostics += to_pdf(issue, target, made)
    result.files.append(target)


def _print(result: _Result, *, quiet: bool) -> None:
    colour = use_colour()
    for found in result.diagnostics:
        if found.severity is Severity.ERROR or (not quiet and found.severity is Severity.WARNING):
            print(line_of(found, result.name, colour=colour), file=sys.stderr)
    if result.error is not None:
        print(f"fukan: {result.error}", file=sys.stderr)
    for path in result.files:
        if not quiet:
            print(path)
    if not quiet and result.error is None:
        print(f"{result.name}: {summary(result.diagnostics)}")


def _data(result: _Result) -> dict[str, object]:
    return {
        "file": result.name,
        "outputs": [str(path) for path in result.files],
        "diagnostics": [diagnostic_data(found) for found in result.diagnostics],
        "error": str(result.error) if result.error else None,
        "exit_code": result.error.exit_code if result.error else 0,
    }
