"""The whole way from an issue to a PDF file."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from converter.diagnostics import Diagnostic, UsageFaultError
from converter.files import whole_file
from converter.model import Issue
from converter.pdf import engine, press
from converter.pdf.endings import nearly_empty
from converter.pdf.faces import characters_by_face
from converter.pdf.fonts import check_faces
from converter.pdf.grid import grid
from converter.pdf.markup import markup
from converter.pdf.metadata import Metadata
from converter.pdf.options import PdfOptions
from converter.pdf.pagination import articles_end_well
from converter.pdf.places import Landing, landings
from converter.pdf.serial import serialise
from converter.pdf.sheets import Sheets, sheets
from converter.pdf.subset import bare_cff, small_subsets
from converter.pdf.swift import swiftly
from converter.pdf.tags import own_tags
from converter.pdf.view import IssueView, view_of
from converter.render import words
from converter.typeset import TITLES, composition
from converter.typeset.spacing import Convention

if TYPE_CHECKING:
    import pydyf
    from weasyprint.document import Document

_VARIANTS = {"screen": "pdf/ua-1", "press": "pdf/x-4", "archive": "pdf/a-2a"}
_VERSIONS = {"screen": "1.7", "press": "1.6", "archive": "1.7"}
_BALANCED = (*TITLES, ".teaser-title", ".entry-subtitle", ".balanced", ".attribution")
_NO_DATE = "2000-01-01"
"""PDF/X-4 must have a date; an issue without one gets this, never the time of the run."""


def write_pdf(issue: Issue, target: Path, options: PdfOptions) -> tuple[Diagnostic, ...]:
    """Write ``issue`` to ``target``, whole or not at all.

    The same issue and options give the same bytes. Raises
    :class:`~converter.diagnostics.EnvironmentFaultError` where a system library is missing
    and :class:`~converter.diagnostics.OutputError` where ``target`` cannot be written.
    """
    return _write(issue, target, options, lambda _: None)


_kept: list[Document] = []
"""The document written last. To take its boxes apart one by one takes longer than to write it;
a program that is about to end need not."""


_owed: list[int] = []
"""The pages of the documents that have been let go of and not been collected yet."""
_COLLECT = 40
"""From so many pages on to look for garbage costs less than to keep it."""


def forget(*, small: bool = True) -> None:
    """Give back the memory of the document written last, for a process that goes on.

    Its boxes hang together in circles, which nobody looks for while pages are set; and the C
    library keeps what it gets back in pieces unless it is told (malloc_trim(3), glibc only).
    With ``small`` false, documents of a few pages wait until they make up many.
    """
    if _kept:
        _owed.append(len(_kept.pop().pages))
    if not _owed or (not small and sum(_owed) < _COLLECT):
        return
    _owed.clear()
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def write_placed(
    issue: Issue, target: Path, options: PdfOptions
) -> tuple[tuple[Diagnostic, ...], tuple[Landing, ...]]:
    """The same as :func:`write_pdf`; also tells where on the pages each block landed."""
    found: list[Landing] = []
    diagnostics = _write(issue, target, options, lambda laid: found.extend(landings(laid)))
    return diagnostics, tuple(found)


def _write(
    issue: Issue, target: Path, options: PdfOptions, look: Callable[[Document], object]
) -> tuple[Diagnostic, ...]:
    """Write the file; ``look`` sees the document when it is laid out."""
    forget(small=False)
    engine.import_weasyprint()
    intent = press.output_intent(options) if options.edition == "press" else None
    sheet = sheets(options, issue.language, intent)
    diagnostics = list(check_faces(characters_by_face(issue, sheet.tokens)))
    diagnostics += engine.shortcomings()
    if options.edition == "press" and intent is None:
        diagnostics.append(Diagnostic.of("PDF006"))
    seen = view_of(issue, options, sheet)
    with engine.late_collection(), engine.listening() as complaints:
        text = markup(issue, seen, options)
        document, composed = render(text, issue.language, sheet, options, intent)
        _kept.append(document)
        diagnostics += composed
        diagnostics += nearly_empty(document, issue, sheet.geometry.grid)
        document.metadata = _metadata(issue, seen, options)
        look(document)
        with ExitStack() as stack:
            for block in (engine.lean_fonts, small_subsets, own_tags, drawing):
                stack.enter_context(block())
            partial = stack.enter_context(whole_file(target))
            pdf = _paint(document, sheet, options, intent)
            with partial.open("wb") as output:
                serialise(pdf, output, _VERSIONS[options.edition])
    diagnostics += [Diagnostic.of("PDF009", message=message) for message in complaints.messages]
    return tuple(diagnostics)


def render(
    text: str,
    language: str,
    sheet: Sheets,
    options: PdfOptions,
    intent: press.OutputIntent | None = None,
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Lay the markup out on the grid, in lines of our own composition.

    Also returns what the composition has to say.
    """
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    folders = options.resources.style_paths
    fetcher = engine.own_files(folders)
    css = engine.css_of(sheet.css, folders[-1], fetcher, fonts)
    try:
        html = engine.html_of(text, fetcher)
    except ParseError as error:
        if options.resources.templates is None:
            raise
        line = text.splitlines()[error.position[0] - 1].strip()[:60]
        msg = f"--templates: the page is not well-formed near {line!r} ({error})"
        raise UsageFaultError(msg) from error
    profiles = {"device-cmyk": intent.profile()} if intent else {}
    with ExitStack() as stack:
        stack.enter_context(grid(sheet.geometry.grid))
        stack.enter_context(swiftly())
        stack.enter_context(articles_end_well(sheet.geometry.grid))
        report = stack.enter_context(
            composition(_convention(language), options.style, titles=_BALANCED)
        )
        document = html.render(
            font_config=fonts,
            stylesheets=[css],
            color_profiles=profiles,
            pdf_variant=_VARIANTS[options.edition],
        )
    return document, tuple(report.diagnostics)


@contextmanager
def drawing() -> Iterator[None]:
    """Draw composed lines the short way, where WeasyPrint is the one that was composed for."""
    from converter.typeset import guard

    if guard.misfit() is not None:
        yield
        return
    from converter.typeset.drawing import drawing as short_way

    with short_way():
        yield


def _convention(language: str) -> Convention:
    """How points stand in their em (clreq §3.1.5): centred in Taiwan and Hong Kong."""
    if not language.startswith("zh-Hant"):
        return "hans"
    return "hk" if language.endswith("-HK") else "tw"


def _paint(
    document: Document, sheet: Sheets, options: PdfOptions, intent: press.OutputIntent | None
) -> pydyf.PDF:
    import pydyf
    from weasyprint import DEFAULT_OPTIONS
    from weasyprint.pdf import VARIANTS, generate_pdf

    variant = _VARIANTS[options.edition]
    chosen: dict[str, Any] = {**DEFAULT_OPTIONS, **VARIANTS[variant][1], "pdf_variant": variant}
    for page in document.pages:
        # One annotation for a link, not one more for each box inside it.
        page.links = [link for link in page.links if link[3].link]
    if options.edition == "archive":
        # WeasyPrint would leave the file open.
        chosen["output_intent"] = None
        document.color_profiles["srgb"] = press.screen_profile()
    pdf = generate_pdf(document, None, 1, **chosen)
    bare_cff(pdf)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    # The cover is a cover; from there on a page is called by the folio printed on it.
    cover = {"P": pydyf.String(words(document.metadata.lang).cover)}
    folios = {"S": "/D", "St": 2}
    pdf.catalog["PageLabels"] = pydyf.Dictionary(
        {"Nums": pydyf.Array([0, pydyf.Dictionary(cover), 1, pydyf.Dictionary(folios)])}
    )
    if options.edition == "press":
        geometry = sheet.geometry
        press.finish_pages(pdf, geometry.width, geometry.height, options.signature)
        press.finish_intent(pdf, intent)
    else:
        pdf.catalog["PageLayout"] = "/TwoPageRight"
        if "Outlines" in pdf.catalog:
            pdf.catalog["PageMode"] = "/UseOutlines"
    return pdf


def _metadata(issue: Issue, seen: IssueView, options: PdfOptions) -> Metadata:
    masthead = issue.masthead
    numbers = (("ISSN", masthead.issn), ("CN", masthead.cn))
    return Metadata(
        title=seen.title,
        authors=list(seen.authors),
        description=seen.description,
        keywords=list(seen.keywords),
        lang=issue.language,
        producer=f"WeasyPrint {_weasyprint_version()}",
        created=seen.date or (_NO_DATE if options.edition == "press" else ""),
        modified=seen.date or (_NO_DATE if options.edition == "press" else ""),
        generator=seen.generator,
        publisher=seen.publisher,
        identifiers=tuple(f"{name} {value}" for name, value in numbers if value),
        edition=f"{options.edition}-{options.page}",
    )


def _weasyprint_version() -> str:
    from weasyprint import VERSION

    return str(VERSION)
