"""Makes the files of one issue, in whatever process or machine this runs."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from converter import patterns as re
from converter.batch.recipe import SOURCE_EDITION, Output, Recipe
from converter.batch.signals import tell
from converter.diagnostics import Diagnostic, FukanError, OutputError
from converter.model import Box, Issue
from converter.model.serial import to_json
from converter.pipeline import (
    Restored,
    corrections_beside,
    glossaries_beside,
    load_settings,
    restore,
    to_epub,
    to_pdf,
    variant,
    with_findings,
)
from converter.profile import profile_files, user_folder
from converter.values import NamedTuple, replace

if TYPE_CHECKING:
    from converter.corrections import Corrections


class Model(NamedTuple):
    """The restored issue: its JSON (without drops and changes) and its figures."""

    json: str
    articles: int
    boxes: int
    diagnostics: tuple[Diagnostic, ...]


class Product(NamedTuple):
    """One file that was made in the working folder."""

    output: Output
    path: Path
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def companions(path: Path) -> tuple[Path, ...]:
    """The files that an issue depends on beside its own: corrections, profiles, glossaries."""
    corrections = corrections_beside(path)
    try:
        changed = path.parent.stat().st_mtime_ns
    except OSError:
        return ()
    shared = _shared(path.parent, user_folder(), changed)
    own = (corrections,) if corrections else ()
    return (*own, *glossaries_beside(path), *shared)


@lru_cache
def _shared(folder: Path, users: Path, _changed: int) -> tuple[Path, ...]:
    """Profiles and their glossaries; a folder of 10,000 issues is searched but once."""
    profiles = (*profile_files(folder), *profile_files(users))
    named = (glossary for profile in profiles for glossary in glossaries_of(profile))
    return (*profiles, *named)


def glossaries_of(profile: Path) -> tuple[Path, ...]:
    """The glossaries that a profile names; none where it cannot be read."""
    from converter.profile.load import load_profile

    try:
        return tuple(Path(name) for name in load_profile(profile).house.glossaries)
    except FukanError:
        return ()


def produce(
    path: Path, recipe: Recipe, wanted: Sequence[Output], folder: Path
) -> Iterator[Model | Product]:
    """Restore the issue at ``path``, then make the wanted files in ``folder``, one by one.

    Yields the model first. Raises :class:`~converter.diagnostics.FukanError` and its kin.
    """
    tell("parse")
    profile, corrections = load_settings(path, recipe.profile, corrections=recipe.corrections)
    restored = restore(path, profile=profile, corrections=corrections)
    yield _model(restored)
    glossaries = (*recipe.glossaries, *glossaries_beside(path))
    recipe = replace(recipe, glossaries=glossaries).for_profile(profile)
    bare = restored._replace(diagnostics=(), seen=())
    for edition in dict.fromkeys(output.edition for output in wanted):
        issue, findings = edition_of(restored.issue, edition, recipe, corrections)
        for output in wanted:
            if output.edition == edition:
                made = _file(issue, output, recipe, folder)
                found = with_findings(bare, (*findings, *made.diagnostics)).diagnostics
                yield made._replace(diagnostics=found)


def _model(restored: Restored) -> Model:
    issue = restored.issue
    blocks = (
        block
        for article in issue.articles
        for block in (*article.front, *article.blocks, *article.back)
    )
    return Model(
        to_json(replace(issue, drops=(), changes=()), indent=False),
        len(issue.articles),
        sum(isinstance(block, Box) for block in blocks),
        restored.diagnostics,
    )


def edition_of(
    issue: Issue, edition: str, recipe: Recipe, corrections: Corrections | None
) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue in an edition (``""``: as it is), and what its conversion had to decide."""
    if edition == SOURCE_EDITION:
        return issue, ()
    from converter.variant import Edition, Glossary

    tell("variant")
    glossaries = [Glossary.load(path) for path in recipe.glossaries]
    made, report = variant(
        issue,
        Edition(edition),
        vocabulary=recipe.vocabulary,
        glossaries=glossaries,
        corrections=corrections,
    )
    return made, tuple(report.diagnostics)


def _file(issue: Issue, output: Output, recipe: Recipe, folder: Path) -> Product:
    # A short name: the result's own may be as long as the disk allows.
    target = folder / f"{output.edition or 'source'}.{output.kind}"
    tell(output.kind)
    try:
        return _written(issue, output, recipe, target)
    except OutputError as error:
        # The user knows nothing of the working folder.
        raise OutputError(str(error).replace(str(target), output.name)) from error


def _written(issue: Issue, output: Output, recipe: Recipe, target: Path) -> Product:
    if output.kind == "epub":
        vertical = recipe.epub.vertical and issue.language.startswith("zh-Hant")
        findings = to_epub(issue, target, replace(recipe.epub, vertical=vertical))
        return Product(output, target, 0, findings)
    findings = to_pdf(issue, target, recipe.pdf)
    return Product(output, target, page_count(target), findings)


_STREAM = re.compile(rb"/Type\s*/ObjStm.*?stream\r?\n", re.DOTALL)
_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b")


def page_count(pdf: Path) -> int:
    """The pages of a PDF that this program wrote; 0 where its page tree is not found."""
    data = pdf.read_bytes()
    best = 0
    for text in (data, *_object_streams(data)):
        for found in _PAGES.finditer(text):
            best = max(best, int(found[1] or found[2]))
    return best


def _object_streams(data: bytes) -> Iterator[bytes]:
    """The unpacked object streams (ISO 32000-1 §7.5.7), where PDF 1.5 hides its page tree."""
    for match in _STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[match.end() :])
        except zlib.error:
            continue
