"""One issue from end to end. The only module that knows the order of the stages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from converter.clean import RULE_NAMES, clean, unprintable
from converter.diagnostics import Diagnostic, Severity, UsageFaultError
from converter.model import Change, Issue
from converter.parse import Account, Decisions, masthead_of, parse, take_account
from converter.parse.headings import LADDER
from converter.profile import Profile, Vocabulary
from converter.profile import choose as choose_among
from converter.proof import proof
from converter.source import Source, read_bytes, read_file
from converter.values import NamedTuple, replace

if TYPE_CHECKING:
    from converter.corrections import Applied, Corrections
    from converter.epub import EpubOptions
    from converter.pdf import PdfOptions
    from converter.variant import Edition, Glossary, VariantReport


class Restored(NamedTuple):
    """An issue, what is to be said about it, and the account of its characters.

    ``account`` is ``None`` for an issue that came as a model; ``source`` likewise. ``seen``
    are doubts that an editor has settled, which are not among the diagnostics;
    ``applied`` is what became of the corrections, ``None`` where there are none.
    """

    issue: Issue
    diagnostics: tuple[Diagnostic, ...]
    account: Account | None = None
    source: Source | None = None
    seen: tuple[Diagnostic, ...] = ()
    applied: Applied | None = None
    profile: Profile = Profile()


def restore(
    origin: Path | bytes,
    *,
    name: str = "",
    profile: Profile | None = None,
    corrections: Corrections | None = None,
) -> Restored:
    """Text (or a model's JSON) to a restored issue.

    ``origin`` is a path or the bytes of a file called ``name``. Where ``profile`` or
    ``corrections`` are not given, a path's own are looked for (:func:`choose_profile`,
    :func:`find_corrections`); empty ones say that there shall be none. Raises
    :class:`~converter.diagnostics.InputError` and its kin where there is nothing to restore.
    """
    if isinstance(origin, Path):
        source = read_file(origin)
        profile = profile or choose_profile(origin, source)
        corrections = find_corrections(origin) if corrections is None else corrections
    else:
        source = read_bytes(origin, name or "input")
    profile = profile or Profile()
    if source.name.lower().endswith(".json"):
        return _from_model(source, profile, corrections)
    return restore_source(source, profile, corrections)


def restore_source(
    source: Source, profile: Profile, corrections: Corrections | None = None
) -> Restored:
    """The stages from decoded lines to a proofed issue."""
    applied = _apply(source, corrections)
    cleaned = clean(applied.lines if applied else source.lines, without=profile.cleaning_off)
    parsed = parse(cleaned.lines, source, profile, _decisions(applied))
    changes, drops = cleaned.changes, parsed.issue.drops
    if applied:
        changes = (*applied.changes, *(_in_place(change, applied) for change in changes))
        drops = tuple(sorted((*applied.drops, *drops), key=lambda drop: drop.line))
    issue = replace(parsed.issue, changes=(*changes, *parsed.issue.changes), drops=drops)
    account = take_account(source.lines, issue)
    findings = (
        *source.diagnostics,
        *unprintable(cleaned.lines),
        *parsed.diagnostics,
        *proof(issue),
        *_balance(account),
    )
    left, seen = _settled(findings, applied, issue)
    return Restored(issue, in_order(left, profile), account, source, seen, applied, profile)


def load_settings(
    path: Path,
    profile: Path | None = None,
    *,
    corrections: Path | bool = True,
    without: Sequence[str] = (),
) -> tuple[Profile, Corrections | None]:
    """The profile and the corrections for one issue, as the user asked for them.

    ``profile`` is a file, or ``None`` where the issue's own is to be found. ``corrections``
    is a file, or whether those beside the issue apply, if there are any. ``without`` names
    cleaning rules to switch off, beside those of the profile. Raises
    :class:`~converter.diagnostics.ModelFormatError` with file and line for a file that is
    not of its form.
    """
    found = load_profile(profile) if profile is not None else choose_profile(path)
    if without:
        unknown = [name for name in without if name not in RULE_NAMES]
        if unknown:
            msg = f"there is no cleaning rule {unknown[0]}; there are {', '.join(RULE_NAMES)}"
            raise UsageFaultError(msg)
        found = found._replace(cleaning_off=(*found.cleaning_off, *without))
    if corrections is True:
        return found, find_corrections(path)
    from converter.corrections import Corrections, load_corrections

    return found, load_corrections(corrections) if corrections else Corrections()


def choose_profile(path: Path, source: Source | None = None) -> Profile:
    """The profile of an issue: beside it or in the user's folder, told by its masthead.

    The masthead is read (and the file, where ``source`` is not given) only if there is
    anything to choose from.
    """

    def title() -> str:
        known = source or read_file(path)
        if known.name.lower().endswith(".json"):
            return _read_model(known).masthead.title
        return masthead_of(known.lines).title

    return choose_among(path, title, _VOCABULARY)


def load_profile(path: Path) -> Profile:
    """The profile at ``path``, its names of rules and headings checked."""
    from converter.profile.load import load_profile as load_file

    return load_file(path, _VOCABULARY)


def find_corrections(path: Path) -> Corrections | None:
    """The corrections beside an issue, ``None`` if there is no such file."""
    beside = corrections_beside(path)
    if beside is None:
        return None
    from converter.corrections import load_corrections

    return load_corrections(beside)


def corrections_beside(path: Path) -> Path | None:
    """The file of corrections beside an issue, ``None`` if there is none."""
    if not path.name:  # "." and "/" have no name, and nothing lies beside them
        return None
    beside = path.with_name(path.stem + ".corrections.toml")
    try:
        return beside if beside.exists() else None
    except OSError:  # the issue's name is so long that there cannot be one
        return None


_VOCABULARY = Vocabulary(cleaning=RULE_NAMES, headings=(*LADDER, "plain"))


def _apply(source: Source, corrections: Corrections | None) -> Applied | None:
    if not corrections:
        return None
    from converter.corrections import apply_corrections

    return apply_corrections(source.lines, corrections)


def _decisions(applied: Applied | None) -> Decisions:
    if applied is None:
        return Decisions()
    return Decisions(
        joins=applied.joins,
        headings=applied.headings,
        titles=applied.titles,
        boxes=applied.boxes,
        box_ends=applied.box_ends,
        box_places=applied.box_places,
        kept=applied.kept,
    )


def _in_place(change: Change, applied: Applied) -> Change:
    """The change with its column in the original line, which a correction may have moved."""
    for part in applied.parts:
        if part.line.number == change.line and part.columns:
            at = change.column
            if part.line.text[at : at + len(change.before)] == change.before:
                return replace(change, column=part.columns[at])
    return change


def _settled(
    findings: Sequence[Diagnostic], applied: Applied | None, issue: Issue
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The open diagnostics and the seen ones."""
    if applied is None:
        return tuple(findings), ()
    from converter.corrections import settle, without_effect

    idle = without_effect(applied.held, issue)
    return settle((*findings, *applied.diagnostics, *idle), applied.seen)


def _from_model(source: Source, profile: Profile, corrections: Corrections | None) -> Restored:
    issue = _read_model(source)
    findings = [*source.diagnostics, *proof(issue)]
    entries = corrections.entries if corrections else ()
    if entries:
        findings.append(Diagnostic.of("COR007", None, count=len(entries)))
    return Restored(issue, in_order(findings, profile), profile=profile)


def _read_model(source: Source) -> Issue:
    from converter.model.serial import from_json

    return from_json("\n".join(line.text for line in source.lines))


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


def in_order(findings: Sequence[Diagnostic], profile: Profile) -> tuple[Diagnostic, ...]:
    """The findings by line, with the severities of the profile; those it switches off left out."""
    changed = dict(profile.severities)
    out = []
    for found in findings:
        level = changed.get(found.code)
        if level == "off":
            continue
        out.append(replace(found, severity=Severity[level.upper()]) if level else found)
    return tuple(sorted(out, key=lambda d: (d.line, -d.severity, d.code)))


def with_findings(restored: Restored, further: Sequence[Diagnostic]) -> Restored:
    """The restored issue with what its editions have to say; what an editor has seen, apart."""
    left, seen = tuple(further), tuple[Diagnostic, ...]()
    if restored.applied is not None and restored.applied.seen:
        from converter.corrections import settle

        left, seen = settle(further, restored.applied.seen, complete=False)
    found = in_order((*restored.diagnostics, *left), restored.profile)
    return restored._replace(diagnostics=found, seen=(*restored.seen, *seen))


def glossaries_beside(path: Path) -> tuple[Path, ...]:
    """The glossaries that lie beside an issue: its own, then those of the whole folder.

    ``2024-05.glossary.toml`` or ``.txt`` (OpenCC's format) belong to ``2024-05.txt`` alone,
    ``glossary.toml`` and ``glossary.txt`` to every issue of the folder.
    """
    if not path.name:
        return ()
    names = (f"{path.stem}.glossary", "glossary")
    files = (path.with_name(f"{name}{end}") for name in names for end in (".toml", ".txt"))
    return tuple(file for file in files if os.path.isfile(file))  # noqa: PTH113  (no name is too long)


def is_glossary(path: Path) -> bool:
    """True for a file that is a glossary by its name, and so no issue."""
    return path.name == "glossary.txt" or path.name.endswith(".glossary.txt")


def variant(
    issue: Issue,
    edition: Edition,
    *,
    vocabulary: bool = False,
    glossaries: Sequence[Glossary] = (),
    corrections: Corrections | None = None,
) -> tuple[Issue, VariantReport]:
    """The issue in another script or region; loads OpenCC.

    What ``corrections`` say of single places goes before all glossaries.
    """
    from converter.variant import Entry, Glossary, convert

    own = (
        tuple(
            Entry(one.text, one.becomes, "terms", one.place, one.edition)
            for one in corrections.conversions
        )
        if corrections
        else ()
    )
    first = (Glossary(corrections.name, own),) if corrections and own else ()
    return convert(issue, edition, vocabulary=vocabulary, glossaries=(*first, *glossaries))


def to_epub(issue: Issue, target: Path, options: EpubOptions) -> tuple[Diagnostic, ...]:
    """Write the EPUB; loads EbookLib."""
    from converter.epub import write_epub

    return write_epub(issue, target, options)


def to_pdf(issue: Issue, target: Path, options: PdfOptions) -> tuple[Diagnostic, ...]:
    """Write the PDF; loads WeasyPrint."""
    from converter.pdf import write_pdf

    return write_pdf(issue, target, options)
