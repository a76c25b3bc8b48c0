"""The parts of a publication that its stages hand to one another."""

from __future__ import annotations

from converter.values import NamedTuple


class Entry(NamedTuple):
    """A place that the navigation leads to. ``fragment`` is an id in ``file`` or ""."""

    text: str
    file: str
    fragment: str = ""
    author: str = ""
    children: tuple[Entry, ...] = ()

    @property
    def href(self) -> str:
        """The link, relative to the navigation document."""
        return f"{self.file}#{self.fragment}" if self.fragment else self.file


class PageTarget(NamedTuple):
    """Where a printed page begins."""

    label: str
    file: str
    fragment: str

    @property
    def href(self) -> str:
        """The link, relative to the navigation document."""
        return f"{self.file}#{self.fragment}"


class Resource(NamedTuple):
    """A file of the publication. ``id`` is its id in the manifest."""

    id: str
    name: str
    media_type: str
    data: bytes
    properties: str = ""
    in_spine: bool = False
