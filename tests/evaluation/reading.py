"""A finished issue as an outsider reads it: the neutral form in which truth and result meet.

Built from a hand-made truth (:mod:`.from_truth`), from the model (:mod:`.from_model`) or
from nothing but the EPUB file (:mod:`.from_epub`), and compared by :mod:`.compare`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_BLANK_RUN = re.compile(r"\s+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-0123456789+-")


def normal(text: str) -> str:
    """The text with blanks made equal: one between two Latin words, none beside Chinese.

    Raised and lowered digits count as the digits they are, since a ``<sup>`` and a
    superscript character print the same.
    """
    pieces = _BLANK_RUN.split(unicodedata.normalize("NFC", text).translate(_RAISED).strip())
    out = pieces[0]
    for piece in pieces[1:]:
        if not piece:
            continue
        latin = out[-1:].isascii() and piece[0].isascii()
        out += f" {piece}" if latin else piece
    return out


@dataclass(frozen=True, slots=True)
class BoxReading:
    """A sidebar: label, title, what stands in it, and where it was taken from."""

    label: str
    title: str
    paragraphs: tuple[str, ...]
    attribution: str


@dataclass(frozen=True, slots=True)
class Item:
    """A block in reading order.

    ``kind`` is paragraph, heading, box, verse, table or figure; ``text`` holds the words
    of all but boxes (the lines of a verse and the cells of a table joined by ``\\n`` and
    ``\\t``); ``level`` is a heading's, ``role`` and ``speaker`` a paragraph's.
    """

    kind: str
    text: str = ""
    level: int = 0
    role: str = ""
    speaker: str = ""
    box: BoxReading | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """One article. ``section`` is ``None`` where the truth does not decide it."""

    section: str | None
    title: tuple[str, ...]
    subtitle: str = ""
    page: str = ""
    authors: tuple[str, ...] = ()
    pull_quotes: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    """True for an entry of the contents without an article: it may be shown or not."""

    @property
    def title_key(self) -> str:
        """The whole title as one string."""
        return normal(" ".join(self.title))


@dataclass(frozen=True, slots=True)
class IssueReading:
    """A whole issue.

    ``masthead`` holds the fields that were understood; where they cannot be read one by
    one (an EPUB), ``front_matter`` is the text in which they must be found. ``aliases``
    maps readings that are as good as the truth's to the truth's, both normalised.
    """

    articles: tuple[ArticleReading, ...]
    masthead: Mapping[str, str] = field(default_factory=dict)
    front_matter: str = ""
    cover_quotes: tuple[tuple[str, str], ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    all_text: str = ""
    """Every character an outsider finds in the book (EPUB only)."""
