"""From an :class:`~converter.model.Issue` to a PDF, by WeasyPrint.

What writes is loaded when it is asked for: an EPUB needs the options' form alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from converter.pdf.options import PAGES_MM, SIGNATURES, PdfOptions

if TYPE_CHECKING:
    from converter.pdf.places import Landing
    from converter.pdf.write import write_pdf, write_placed

__all__ = ["PAGES_MM", "SIGNATURES", "Landing", "PdfOptions", "write_pdf", "write_placed"]

_LATE = {"Landing": "places", "write_pdf": "write", "write_placed": "write"}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
