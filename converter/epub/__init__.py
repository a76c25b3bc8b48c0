"""Writes an issue as one EPUB 3.3 file.

``options`` is what the caller chooses, ``pages`` turns the model into XHTML, ``navigation``,
``metadata`` and ``access`` make what surrounds them, ``cover`` draws the cover, ``fonts``
subsets typefaces, ``container`` puts everything into the archive, ``writer`` is the order
in which that happens.
"""

from converter.epub.options import EpubOptions
from converter.epub.writer import write_epub

__all__ = ["EpubOptions", "write_epub"]
