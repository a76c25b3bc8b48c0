"""Pictures of the PDF's pages, and where on them each item of the desk landed."""

from __future__ import annotations

import base64
import io
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from converter.diagnostics import Diagnostic
from converter.model import Issue
from converter.review.page import Pictures

if TYPE_CHECKING:
    from converter.pdf import Landing, PdfOptions

_DPI = 96
_COLOURS = 12
"""Shades that a page of text needs; as many more would double the size of a picture."""


class PageSet:
    """The PDF of an issue, kept in memory; its pictures are made when they are asked for."""

    def __init__(
        self, data: bytes, landings: Iterable[Landing], diagnostics: tuple[Diagnostic, ...]
    ) -> None:
        from pypdfium2 import PdfDocument

        self.diagnostics = diagnostics
        self.places = places_of(landings)
        self._document = PdfDocument(data)
        self._count = len(self._document)
        self._made: dict[int, bytes] = {}

    def __len__(self) -> int:
        return self._count

    def close(self) -> None:
        """Give the document up; pictures that were made stay."""
        self._document.close()

    def picture(self, number: int) -> bytes:
        """The picture of a page, counted from 0, as WebP. Raises ``IndexError``."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        if number not in self._made:
            self._made[number] = self._paint(number)
        return self._made[number]

    def _paint(self, number: int) -> bytes:
        image = self._document[number].render(scale=_DPI / 72).to_pil().convert("RGB")
        few = image.quantize(_COLOURS, dither=0).convert("RGB")
        out = io.BytesIO()
        few.save(out, "webp", lossless=True, quality=20, method=1)
        return out.getvalue()

    def all(self) -> Pictures:
        """Every page, to be put into a page that has no server behind it."""
        pictures = {number: _address(self.picture(number)) for number in range(len(self))}
        return Pictures(len(self), self.places, pictures)


def set_pages(issue: Issue, options: PdfOptions) -> PageSet:
    """Set the issue; raises what :func:`~converter.pdf.write_placed` raises."""
    from converter.pdf import write_placed

    with TemporaryDirectory(prefix="fukan-") as folder:
        target = Path(folder) / "pages.pdf"
        diagnostics, landings = write_placed(issue, target, options)
        return PageSet(target.read_bytes(), landings, diagnostics)


def places_of(
    landings: Iterable[Landing],
) -> dict[str, list[tuple[int, float, float, float, float]]]:
    """The places by the keys of the desk's items, in hundredths of the page."""
    found: defaultdict[str, list[tuple[int, float, float, float, float]]] = defaultdict(list)
    for one in landings:
        shares = (one.left, one.top, one.width, one.height)
        left, top, width, height = (round(100 * share, 2) for share in shares)
        found[f"i-{one.block}"].append((one.page, left, top, width, height))
        if one.block.endswith("-title"):
            # What else stands in an article's opening lies where its title does.
            found[f"p-{one.block.removesuffix('-title')}"] = found[f"i-{one.block}"]
    return dict(found)


def _address(picture: bytes) -> str:
    return "data:image/webp;base64," + base64.b64encode(picture).decode()
