"""From an :class:`~converter.model.Issue` to a PDF, by WeasyPrint."""

from converter.pdf.options import PAGES_MM, SIGNATURES, PdfOptions
from converter.pdf.places import Landing
from converter.pdf.write import write_pdf, write_placed

__all__ = ["PAGES_MM", "SIGNATURES", "Landing", "PdfOptions", "write_pdf", "write_placed"]
