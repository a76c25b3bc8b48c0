"""From an issue to an EPUB file: the order in which it happens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from converter import patterns as re
from converter.diagnostics import Diagnostic
from converter.epub.access import access_of
from converter.epub.container import archive
from converter.epub.cover import make_cover
from converter.epub.fonts import NO_FONTS, embedded
from converter.epub.identity import Identity, identity_of
from converter.epub.metadata import Element, calibre_series, metadata
from converter.epub.navigation import ncx
from converter.epub.options import EpubOptions
from converter.epub.pages import XHTML, PageMaker, Pages
from converter.epub.parts import Resource
from converter.epub.styles import compact, style_sheet
from converter.files import write_whole
from converter.model import Issue
from converter.render import environment, words
from converter.values import replace

if TYPE_CHECKING:
    from jinja2 import Environment

    from converter.render.words import Words

NCX = "application/x-dtbncx+xml"

_COVER = "cover-image"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def write_epub(issue: Issue, target: Path, options: EpubOptions) -> tuple[Diagnostic, ...]:
    """Write ``issue`` to ``target`` as EPUB 3.3; the file appears whole or not at all.

    Returns what there is to say of it. Raises ``OutputError`` if the file cannot be
    written, ``UsageFaultError`` for a cover picture that is none.
    """
    data, problems = build(issue, options)
    write_whole(target, data)
    return problems


def build(issue: Issue, options: EpubOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The bytes of the EPUB and what there is to say of it."""
    if not _LANGUAGE.fullmatch(issue.language):
        issue = replace(issue, language="zh-Hans")
    wording = words(issue.language)
    identity = identity_of(issue, wording, vertical=options.vertical, modified=options.modified)
    templates = environment(options.resources, issue.language)
    templates.globals["language"] = issue.language
    maker = PageMaker(issue, identity, wording, templates, vertical=options.vertical)
    cover = make_cover(issue, identity, wording, options)
    maker.add("cover.xhtml", wording.cover, "cover.xhtml", "cover", cover=cover)
    pages = maker.make()
    nav = _render(templates, "nav.xhtml", identity, pages)
    css = style_sheet(issue.language, options, templates)
    fonts = NO_FONTS
    if options.embed_fonts:
        documents = [nav.encode(), *(page.data for page in pages.files)]
        fonts = embedded(issue.language, documents, css)
        css += compact(fonts.css)
    resources = [
        *pages.files,
        Resource("nav", "nav.xhtml", XHTML, nav.encode(), properties="nav"),
        Resource("ncx", "toc.ncx", NCX, _render(templates, "toc.ncx", identity, pages).encode()),
        Resource("style", "style.css", "text/css", css.encode()),
        Resource(_COVER, cover.name, cover.media_type, cover.data, properties=_COVER),
        *fonts.files,
    ]
    package = templates.get_template("epub/content.opf").render(
        metadata=_metadata(issue, identity, wording, pages),
        access=access_of(
            (page.data.decode() for page in pages.files),
            nav,
            css,
            wording,
            vertical=options.vertical,
        ),
        calibre=calibre_series(identity),
        cover_id=_COVER,
        resources=resources,
        vertical=options.vertical,
        conforms_to=options.conforms_to,
        certified_by=options.certified_by,
    )
    problems = (*_on_identity(identity), *cover.problems, *pages.problems, *fonts.problems)
    return archive(package.encode(), resources), tuple(dict.fromkeys(problems))


def _render(templates: Environment, name: str, identity: Identity, pages: Pages) -> str:
    printed = tuple(pages.printed.values())
    # An EPUB must lead somewhere: an issue with nothing in it shows its cover.
    toc = pages.toc or [entry for kind, entry in pages.landmarks if kind == "cover"]
    return templates.get_template(f"epub/{name}").render(
        identity=identity,
        toc=toc,
        ncx=ncx(toc),
        landmarks=pages.landmarks,
        pages=printed,
    )


def _metadata(
    issue: Issue, identity: Identity, wording: Words, pages: Pages
) -> tuple[Element, ...]:
    ids = [file.removesuffix(".xhtml") for file in pages.article_files]
    return metadata(issue, identity, wording, ids, has_pages=bool(pages.printed))


def _on_identity(identity: Identity) -> tuple[Diagnostic, ...]:
    if identity.from_masthead:
        return ()
    return (Diagnostic.of("EPB001", title=identity.magazine),)
