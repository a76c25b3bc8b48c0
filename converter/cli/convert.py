"""``fukan convert``: issues to EPUB and PDF, one or a whole archive."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from converter.batch import (
    SOURCE_EDITION,
    STATE,
    Crew,
    Job,
    Kind,
    Limits,
    Recipe,
    Summary,
    discover,
    keys,
    memory_share,
    processors,
    write_summary,
)
from converter.batch import (
    run as run_batch,
)
from converter.cli.arguments.shared import TRADITIONAL
from converter.cli.display import Screen, display_for
from converter.cli.faults import fault
from converter.cli.language import language
from converter.cli.report import printable
from converter.diagnostics import FukanError, OutputError, UsageFaultError
from converter.epub import EpubOptions
from converter.pdf import PdfOptions
from converter.profile import Profile
from converter.resources import Resources

_TIME_LIMIT = 600.0
"""Seconds after which an issue of a batch is given up: a hundred times what an issue needs."""


def run(options: argparse.Namespace) -> int:
    """Convert every issue; with ``--watch`` again and again, with ``--article`` one article."""
    if not options.watch and options.article is None:
        return _once(options)
    from converter.cli import watch

    recipe = _recipe(options)
    if options.article is not None:
        return watch.preview(options, recipe)
    return watch.watch(options, recipe, lambda: _once(options))


def _once(options: argparse.Namespace) -> int:
    """Convert every issue; one that fails does not stop the others."""
    recipe = _recipe(options)
    found = discover(options.inputs, output=options.output, recipe=recipe)
    common = keys(recipe)
    jobs = [
        Job(one.path, one.name, options.output, recipe, common, force=options.force)
        for one in found.found
    ]
    total = len(jobs) + len(found.refused)
    limits = _limits(options, total)
    if jobs:
        _make(options.output)
    display = display_for(options, total)
    for path in found.passed_over:
        display.note(f"{path}: its model beside it is converted instead")
    if options.vertical and not options.traditional:
        display.note(
            "--vertical: only issues in Traditional Chinese get vertical lines; "
            "--traditional tw, hk or t makes such an edition"
        )
    with _crew(options, recipe, limits, display) as crew, display as shown:
        summary = run_batch(jobs, limits, shown, refused=found.refused, crew=crew)
    return _report(options, summary, recipe.resources, display, several=total > 1)


def _make(folder: Path) -> None:
    """Make the output folder, so that what stands in its way is said once and not per issue."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"cannot make the output folder {folder}: {error.strerror or error}"
        raise OutputError(msg) from error


def _refuse_nonsense(options: argparse.Namespace) -> None:
    """Raise :class:`UsageFaultError` for options that make no sense together, and missing files."""
    if options.signature and options.pdf != "press":
        msg = "--signature needs --pdf press: no other edition is printed on sheets"
        raise UsageFaultError(msg)
    if options.certified_by and not options.conforms_to:
        msg = "--certified-by needs --conforms-to, which says what was certified"
        raise UsageFaultError(msg)
    for option, files in (("--glossary", options.glossary), ("--profile", [options.profile])):
        for path in files:
            if path is not None and not path.is_file():
                msg = f"{option}: there is no file {path}"
                raise UsageFaultError(msg)
    if options.glossary and not (options.traditional or options.simplified):
        msg = "--glossary needs --traditional or --simplified: it is for another script's edition"
        raise UsageFaultError(msg)


def _recipe(options: argparse.Namespace) -> Recipe:
    """What the user asked for. Raises :class:`UsageFaultError` for what makes no sense."""
    editions = [] if options.only_variant else [SOURCE_EDITION]
    if options.traditional:
        editions.append(TRADITIONAL[options.traditional])
    if options.simplified:
        editions.append("zh-Hans")
    if not editions:
        msg = "--only-traditional needs --traditional tw, hk or t"
        raise UsageFaultError(msg)
    _refuse_nonsense(options)
    resources = Resources(options.templates, options.styles)
    both: tuple[Kind, ...] = ("epub", "pdf")
    kinds = tuple(kind for kind in both if kind in options.format) or both
    chosen = ("theme", "page", "columns", "size", "vertical", "vocabulary")
    asked = {name: getattr(options, name) for name in chosen if getattr(options, name) is not None}
    return Recipe(
        kinds=kinds,
        editions=tuple(editions),
        vocabulary=bool(options.vocabulary),
        glossaries=tuple(options.glossary),
        profile=options.profile,
        corrections=options.corrections,
        resources=resources,
        epub=EpubOptions(
            profile=Profile(),
            resources=resources,
            vertical=bool(options.vertical),
            embed_fonts=options.embed_fonts,
            cover=options.cover,
            conforms_to=options.conforms_to.strip(),
            certified_by=options.certified_by.strip(),
            modified=_modified(),
        ),
        pdf=_pdf(options, asked),
        asked=frozenset(asked),
    )


def _modified() -> str:
    """The moment that SOURCE_DATE_EPOCH names (reproducible-builds.org), "" where it is not set."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not told:
        return ""
    from datetime import UTC, datetime

    try:
        return f"{datetime.fromtimestamp(int(told), UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError, OSError) as error:
        msg = f"SOURCE_DATE_EPOCH must be seconds since 1970, not {told!r}"
        raise UsageFaultError(msg) from error


def _pdf(options: argparse.Namespace, asked: dict[str, Any]) -> PdfOptions:
    page = {name: asked[name] for name in ("theme", "page", "columns", "size") if name in asked}
    return PdfOptions(edition=options.pdf, signature=options.signature, **page)


def _limits(options: argparse.Namespace, total: int) -> Limits:
    for name in ("jobs", "time_limit", "memory_limit"):
        value = getattr(options, name)
        if value is not None and value < (name == "jobs"):
            msg = f"--{name.replace('_', '-')}: {value:g} makes no sense"
            raise UsageFaultError(msg)
    workers = min(options.jobs or processors(), max(1, total))
    time, memory = options.time_limit, options.memory_limit
    return Limits(
        workers=workers,
        time=_TIME_LIMIT if time is None else time,
        memory=memory_share(workers) if memory is None else memory << 20,
        # One issue needs no process of its own, unless it is to be kept within limits.
        alone=time is None and memory is None,
    )


def _crew(
    options: argparse.Namespace, recipe: Recipe, limits: Limits, display: Screen
) -> AbstractContextManager[Crew | None]:
    if options.scheduler is None:
        return nullcontext()
    from converter.batch.cluster import ClusterLimits, cluster

    # The share of memory that is left to chance is that of the workers' machines.
    memory = None if options.memory_limit is None else limits.memory
    return cluster(options.scheduler, recipe, ClusterLimits(limits.time, memory), display.note)


def _report(
    options: argparse.Namespace,
    summary: Summary,
    resources: Resources,
    display: Screen,
    *,
    several: bool,
) -> int:
    """Sum up; the exit code is the batch's, or that of a summary that cannot be written."""
    folder: Path | None = options.report
    if folder is None and several:
        folder = options.output / STATE
    page = None
    code = summary.exit_code
    if folder is not None:
        try:
            page = write_summary(folder, summary, resources, language(), fault)
        except FukanError as error:
            # What became of the issues is worth more than this page: it is shown all the same.
            print(f"fukan: {printable(fault(str(error)))}", file=sys.stderr)
            code = code or error.exit_code
    display.end(summary, page)
    return code
