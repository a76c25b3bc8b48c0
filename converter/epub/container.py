"""The EPUB container, written by EbookLib with the same bytes for the same content."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from converter.epub.parts import Resource

if TYPE_CHECKING:
    from ebooklib.epub import EpubBook

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip entry can have."""

_READABLE = 0o100644 << 16
_STORED = (".jpg", ".png", ".woff2")
"""Files that are compressed already."""


class _SteadyZip(zipfile.ZipFile):
    """A zip whose entries all have the same date and mode."""

    def writestr(  # type: ignore[override]
        self,
        name: str,
        data: bytes | str,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        entry = zipfile.ZipInfo(str(name), _EPOCH)
        entry.external_attr = _READABLE
        entry.create_system = 3  # Unix, on every platform
        stored = compress_type == zipfile.ZIP_STORED or entry.filename.endswith(_STORED)
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        super().writestr(entry, data, compresslevel=compresslevel or 9)


def _book(resources: Iterable[Resource]) -> EpubBook:
    from ebooklib import epub

    book = epub.EpubBook()
    for resource in resources:
        item = epub.EpubItem(
            uid=resource.id,
            file_name=resource.name,
            media_type=resource.media_type,
            content=resource.data,
        )
        book.add_item(item)
    return book


def archive(package: bytes, resources: Iterable[Resource]) -> bytes:
    """The finished EPUB. ``package`` is the package document (content.opf)."""
    from ebooklib import epub

    class Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib has no types
        """EbookLib's writer with our package document and a steady archive."""

        out: Any

        def _write_opf(self) -> None:
            self.out.writestr(f"{self.book.FOLDER_NAME}/content.opf", package)

        def write(self) -> None:
            with _SteadyZip(self.file_name, "w") as self.out:
                self.out.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
                self._write_container()
                self._write_opf()
                self._write_items()

    buffer = BytesIO()
    writer = Writer(buffer, _book(resources), {"raise_exceptions": True})
    writer.process()
    writer.write()
    return buffer.getvalue()
