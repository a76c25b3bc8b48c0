"""One issue from end to end. The only module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from converter.clean import clean
from converter.diagnostics import Diagnostic, Severity
from converter.model import Issue
from converter.model.serial import from_json
from converter.parse import Account, parse, take_account
from converter.profile import Profile
from converter.proof import proof
from converter.source import Source, read_bytes, read_file

if TYPE_CHECKING:
    from converter.epub import EpubOptions
    from converter.pdf import PdfOptions
    from converter.variant import Edition, Glossary, VariantReport


@dataclass(frozen=True, slots=True)
class Restored:
    """An issue, what is to be said about it, and the account of its characters.

    ``account`` is ``None`` for an issue that came as a model; ``source`` likewise.
    """

    issue: Issue
    diagnostics: tuple[Diagnostic, ...]
    account: Account | None = None
    source: Source | None = None


def restore(origin: Path | bytes, *, name: str = "", profile: Profile | None = None) -> Restored:
    """Text (or a model's JSON) to a restored issue.

    ``origin`` is a path or the bytes of a file called ``name``. Raises
    :class:`~converter.diagnostics.InputError` and its kin where there is nothing to restore.
    """
    if isinstance(origin, Path):
        if origin.suffix.lower() == ".json":
            return _from_model(read_file(origin))
        source = read_file(origin)
    else:
        source = read_bytes(origin, name or "input")
        if source.name.lower().endswith(".json"):
            return _from_model(source)
    return restore_source(source, profile or Profile())


def restore_source(source: Source, profile: Profile) -> Restored:
    """The stages from decoded lines to a proofed issue."""
    cleaned = clean(source.lines, without=profile.cleaning_off)
    parsed = parse(cleaned.lines, source, profile)
    issue = replace(parsed.issue, changes=(*cleaned.changes, *parsed.issue.changes))
    account = take_account(source.lines, issue)
    findings = (*source.diagnostics, *parsed.diagnostics, *proof(issue), *_balance(account))
    return Restored(issue, _in_order(findings, profile), account, source)


def _from_model(source: Source) -> Restored:
    issue = from_json("\n".join(line.text for line in source.lines))
    return Restored(issue, _in_order((*source.diagnostics, *proof(issue)), Profile()))


def _balance(account: Account) -> tuple[Diagnostic, ...]:
    if account.balanced:
        return ()
    return (
        Diagnostic.of(
            "ACC001",
            None,
            missing=len(account.missing),
            surplus=len(account.surplus),
            sample=(account.missing or account.surplus)[:20],
        ),
    )


def _in_order(findings: Sequence[Diagnostic], profile: Profile) -> tuple[Diagnostic, ...]:
    changed = dict(profile.severities)
    out = []
    for found in findings:
        level = changed.get(found.code)
        if level == "off":
            continue
        out.append(replace(found, severity=Severity[level.upper()]) if level else found)
    return tuple(sorted(out, key=lambda d: (d.line, -d.severity, d.code)))


def variant(
    issue: Issue, edition: Edition, *, vocabulary: bool = False, glossaries: Sequence[Glossary] = ()
) -> tuple[Issue, VariantReport]:
    """The issue in another script or region; loads OpenCC."""
    from converter.variant import convert  # noqa: PLC0415  (heavy)

    return convert(issue, edition, vocabulary=vocabulary, glossaries=glossaries)


def to_epub(issue: Issue, target: Path, options: EpubOptions) -> tuple[Diagnostic, ...]:
    """Write the EPUB; loads EbookLib."""
    from converter.epub import write_epub  # noqa: PLC0415  (heavy)

    return write_epub(issue, target, options)


def to_pdf(issue: Issue, target: Path, options: PdfOptions) -> tuple[Diagnostic, ...]:
    """Write the PDF; loads WeasyPrint."""
    from converter.pdf import write_pdf  # noqa: PLC0415  (heavy)

    return write_pdf(issue, target, options)
