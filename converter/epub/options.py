"""What the caller chooses about an EPUB."""

from __future__ import annotations

from pathlib import Path

from converter.profile import Profile
from converter.resources import Resources
from converter.values import dataclass


@dataclass(frozen=True, slots=True)
class EpubOptions:
    """Options of one EPUB.

    ``cover`` is the user's own picture. ``conforms_to`` and ``certified_by`` are what a
    person who has audited the file states ("EPUB Accessibility 1.1 - WCAG 2.1 Level AA");
    the program never claims conformance of itself. ``modified`` overrides the date of
    ``dcterms:modified`` (CCYY-MM-DDThh:mm:ssZ), which otherwise is the issue's own date,
    so that the same input gives the same bytes.
    """

    profile: Profile
    resources: Resources
    vertical: bool = False
    embed_fonts: bool = False
    cover: Path | None = None
    conforms_to: str = ""
    certified_by: str = ""
    modified: str = ""
