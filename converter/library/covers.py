"""The covers of issues: as they are in the EPUB, and small."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from converter.epub import EpubOptions
from converter.epub.cover import make_cover
from converter.epub.identity import identity_of
from converter.library.book import Book
from converter.model import Issue
from converter.profile import Profile
from converter.render import words
from converter.resources import Resources
from converter.values import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

_NAMES = {"cover.png": "image/png", "cover.jpg": "image/jpeg", "cover.jpeg": "image/jpeg"}
_WIDTH = 420
"""Pixels of a small cover: twice what the page shows, for fine screens."""
_COLOURS = 32
_QUALITY = 82
_MOST = 40_000_000
"""Bytes of a cover picture that are read; no store takes one as large as that."""

File = tuple[str, str, int, int]
"""Name, media type, width and height of a picture."""


@dataclass(frozen=True, slots=True)
class CoverFiles:
    """The two pictures of a cover."""

    full: File
    thumbnail: File


def make_covers(book: Book, issue: Issue, output: Path) -> tuple[CoverFiles, dict[str, bytes]]:
    """The cover of an issue: what they are called, and their bytes by name."""
    data = next(_from_epubs(book, output), b"") or _drawn(issue)
    return _files(data)


def _from_epubs(book: Book, output: Path) -> Iterator[bytes]:
    """The covers of its EPUBs, the source's own edition first."""
    for one in book.downloads:
        if one.kind != "epub":
            continue
        try:
            with zipfile.ZipFile(output / one.path) as archive:
                for entry in archive.infolist():
                    name = entry.filename.rpartition("/")[2]
                    if name in _NAMES and entry.file_size <= _MOST:
                        yield archive.read(entry)
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
            continue


def _drawn(issue: Issue) -> bytes:
    """The cover that an EPUB of the issue would have."""
    wording = words(issue.language)
    identity = identity_of(issue, wording, vertical=False, modified="")
    options = EpubOptions(Profile(), Resources())
    return make_cover(issue, identity, wording, options).data


def _files(data: bytes) -> tuple[CoverFiles, dict[str, bytes]]:
    from PIL import Image as Images

    with Images.open(BytesIO(data)) as image:
        image.load()
        drawn = image.format == "PNG" and image.mode == "P"
        suffix, media = ("png", "image/png") if image.format == "PNG" else ("jpg", "image/jpeg")
        small = _small(image)
        full: File = (f"cover.{suffix}", media, image.width, image.height)
        thumb_suffix, thumb_media = ("png", "image/png") if drawn else ("jpg", "image/jpeg")
        packed = _packed(small, drawn=drawn)
    thumbnail: File = (f"thumb.{thumb_suffix}", thumb_media, small.width, small.height)
    return CoverFiles(full, thumbnail), {full[0]: data, thumbnail[0]: packed}


def _small(image: Image) -> Image:
    """The picture at about :data:`_WIDTH`: by whole steps first, which is quick and clean."""
    steps = max(1, image.width // _WIDTH)
    small = image.convert("RGB").reduce(steps) if steps > 1 else image.convert("RGB")
    if small.width > _WIDTH:
        small = small.resize((_WIDTH, max(1, round(small.height * _WIDTH / small.width))))
    return small


def _packed(small: Image, *, drawn: bool) -> bytes:
    """A drawn cover of few colours as PNG, a photograph as JPEG."""
    out = BytesIO()
    if drawn:
        from PIL import Image as Images

        # An octree finds the colours of a drawn cover as well as a median cut, at a third of it.
        palette = small.quantize(_COLOURS, method=Images.Quantize.FASTOCTREE)
        palette.save(out, "PNG")
    else:
        small.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
