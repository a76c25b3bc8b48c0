"""The whole way from an issue to a PDF file."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.diagnostics import Diagnostic, EnvironmentFaultError
from converter.files import whole_file
from converter.model import Issue
from converter.pdf import engine
from converter.pdf.grid import grid
from converter.pdf.markup import markup
from converter.pdf.options import PdfOptions
from converter.pdf.sheets import Sheets, sheets

if TYPE_CHECKING:
    from weasyprint.document import Document


def write_pdf(issue: Issue, target: Path, options: PdfOptions) -> tuple[Diagnostic, ...]:
    """Write ``issue`` to ``target``, whole or not at all.

    The same issue and options give the same bytes. Raises
    :class:`~converter.diagnostics.EnvironmentFaultError` where a system library is missing
    and :class:`~converter.diagnostics.OutputError` where ``target`` cannot be written.
    """
    _import_weasyprint()
    sheet = sheets(options, issue.language)
    with engine.late_collection(), engine.listening() as complaints:
        document = render(markup(issue, options, sheet.geometry), sheet, options)
        with whole_file(target) as partial:
            document.write_pdf(partial, **_variant(options), pdf_identifier=b"fukan")
    return tuple(Diagnostic.of("PDF009", message=message) for message in complaints.messages)


def render(text: str, sheet: Sheets, options: PdfOptions) -> Document:
    """Lay the markup out on the grid, with our line composition where it is to be had."""
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    folders = options.resources.style_paths
    fetcher = engine.own_files(folders)
    css = engine.css_of(sheet.css, folders[-1], fetcher, fonts)
    html = engine.html_of(text, fetcher)
    with ExitStack() as stack:
        stack.enter_context(grid(sheet.geometry.grid))
        return html.render(font_config=fonts, stylesheets=[css], **_variant(options))


def _variant(options: PdfOptions) -> dict[str, Any]:
    match options.edition:
        case "press":
            return {"pdf_variant": "pdf/x-4"}
        case "archive":
            return {"pdf_variant": "pdf/a-2u"}
        case _:
            return {"pdf_variant": "pdf/ua-1"}


def _import_weasyprint() -> None:
    try:
        import weasyprint  # noqa: F401  (heavy)
    except OSError as error:
        msg = (
            "a system library that WeasyPrint needs is missing: "
            f"{str(error).splitlines()[0]}; on Debian: apt install libpango-1.0-0 "
            "libpangoft2-1.0-0 libharfbuzz-subset0"
        )
        raise EnvironmentFaultError(msg) from error
