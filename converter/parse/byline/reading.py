"""What a line says as a byline."""

from __future__ import annotations

from converter.model import Author
from converter.values import NamedTuple


class BylineReading(NamedTuple):
    """What a line says as a byline: its authors, and how sure that is (0 to 1)."""

    authors: tuple[Author, ...]
    certainty: float


def authors_of(names: tuple[str, ...], office: str = "") -> tuple[Author, ...]:
    """The authors of these names, all in one office."""
    return tuple(Author(name, office) for name in names)
