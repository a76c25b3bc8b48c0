"""What an editor can decide about an issue: one small dataclass for each kind of entry.

Every entry quotes the source text it was made against, as it stands in the file, so that a
correction that has gone stale is noticed and not misapplied. ``place`` is the line of the
entry in the corrections file (0 for one that is not written yet).
"""

from __future__ import annotations

from converter.values import dataclass


@dataclass(frozen=True, slots=True)
class Replace:
    """``text`` on a line reads ``becomes``.

    ``occurrence`` chooses (1 for the first) where the line has the text more than once; 0
    says that it stands there once.
    """

    line: int
    text: str
    becomes: str
    occurrence: int = 0
    place: int = 0


@dataclass(frozen=True, slots=True)
class Seam:
    """Two neighbouring pieces are one paragraph (``joined``) or two.

    The first ends on line ``first`` with the characters ``end``, the second begins on line
    ``second`` with ``start``. With ``first == second`` the seam lies inside one line, which
    is taken apart there.
    """

    first: int
    second: int
    end: str
    start: str
    joined: bool
    place: int = 0


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """The line is a heading of ``level`` (1 for the highest), or none (0)."""

    line: int
    text: str
    level: int
    place: int = 0


@dataclass(frozen=True, slots=True)
class TitleLine:
    """An article begins with this line as its title, or none does."""

    line: int
    text: str
    starts: bool
    place: int = 0


@dataclass(frozen=True, slots=True)
class BoxStartLine:
    """A box begins with this line, or none does."""

    line: int
    text: str
    starts: bool
    place: int = 0


@dataclass(frozen=True, slots=True)
class BoxEnd:
    """The box that begins with ``line`` ends with line ``last``."""

    line: int
    text: str
    last: int
    last_text: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """The box that begins with ``line`` belongs to the paragraph that holds line ``paragraph``."""

    line: int
    text: str
    paragraph: int
    paragraph_text: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class DropLine:
    """The line is no part of the text."""

    line: int
    text: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class KeepLine:
    """The line is part of the text, though it looks like a running head or a folio."""

    line: int
    text: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Conversion:
    """In the Traditional (or Simplified) edition ``text`` becomes ``becomes``.

    ``edition`` is the tag of one edition (``zh-Hant-TW``), "" for all of them.
    """

    text: str
    becomes: str
    edition: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """The doubt ``code`` about a line has been looked at and needs nothing.

    ``line`` is 0 for a doubt about the file as a whole; ``about`` are the values that its
    message speaks of ("" for whatever they are), see :func:`about`.
    """

    code: str
    line: int
    text: str
    about: str = ""
    place: int = 0


Entry = (
    Replace | Seam | HeadingLine | TitleLine | BoxStartLine | BoxEnd | BoxPlace
    | DropLine | KeepLine | Conversion | Seen
)  # fmt: skip
"""The closed union of the entries."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All entries of a corrections file, in its order. ``name`` is the name of the file."""

    entries: tuple[Entry, ...] = ()
    name: str = ""

    def __bool__(self) -> bool:
        return bool(self.entries)

    @property
    def conversions(self) -> tuple[Conversion, ...]:
        """What the entries say of editions in the other script."""
        return tuple(entry for entry in self.entries if isinstance(entry, Conversion))
