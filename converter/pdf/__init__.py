"""From an :class:`~converter.model.Issue` to a PDF, by WeasyPrint."""

from converter.pdf.options import PAGES_MM, SIGNATURES, PdfOptions
from converter.pdf.write import write_pdf

__all__ = ["PAGES_MM", "SIGNATURES", "PdfOptions", "write_pdf"]
