"""An issue (期), its contents and articles, and what became of its source."""

from __future__ import annotations

from converter.model.blocks import Block, Note, PullQuote, Spans
from converter.model.masthead import Masthead
from converter.model.text import Text
from converter.values import dataclass

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Author:
    """A person or a body that signs an article. ``name`` has no letter-spacing (翟健)."""

    name: str
    office: str = ""
    is_body: bool = False
    """True for an institution (浙江省温州市委宣传部)."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that names authors (署名), as printed and as understood."""

    text: Text
    authors: tuple[Author, ...]
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article (文章).

    ``title`` holds the author's own lines. ``section`` is the index of its section in
    the contents, -1 for none. ``first_page``/``last_page`` are printed page numbers as
    strings, "" where unknown. ``front`` are the blocks between title and body
    (standfirst, abstract, keywords, editor's note), ``back`` those after it
    (biography, references, credits).
    """

    id: str
    title: tuple[Text, ...]
    subtitle: Text | None = None
    kicker: Text | None = None
    """The line above the title (引题, 栏目)."""
    bylines: tuple[Byline, ...] = ()
    pull_quotes: tuple[PullQuote, ...] = ()
    front: tuple[Block, ...] = ()
    blocks: tuple[Block, ...] = ()
    back: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    section: int = -1
    first_page: str = ""
    last_page: str = ""
    language: str = ""
    """Set only where it differs from the issue's."""
    spans: Spans = ()
    """The lines of title and subtitle."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents (目录条目). ``article`` is the id of the article it was matched to."""

    title: tuple[str, ...]
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    page: str = ""
    """The printed page as understood (102 where the OCR has l02), "" if none is printed."""
    article: str = ""
    spans: Spans = ()


def plain_page(page: str) -> str:
    """4 for 04 of the contents: the page itself has no zero, nor have those that follow it."""
    return (page.lstrip("0") or page) if page.isdecimal() else page


@dataclass(frozen=True, slots=True)
class ContentsSection:
    """A section (栏目) of the contents; ``name`` is "" for entries before the first one.

    ``theme`` is what it is about in this issue: 把话说短 of 特别策划 | 把话说短.
    """

    name: str
    entries: tuple[ContentsEntry, ...] = ()
    spans: Spans = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents (目录); ``heading`` as printed, without letter-spacing."""

    heading: str = ""
    sections: tuple[ContentsSection, ...] = ()
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """Characters of a source line that are not in the model, and why.

    ``reason`` is a stable word: table-rule, leader, list-mark, running-head, folio,
    page-marker, markup, duplicate, dash, label-colon …
    """

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """A repair of a source line: ``before`` became ``after`` by ``rule``.

    ``column`` is the 0-based offset of ``before`` in the original line.
    """

    line: int
    column: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """The file an issue came from. ``name`` has no folder; ``sha256`` is of its bytes."""

    name: str = ""
    sha256: str = ""
    encoding: str = ""
    line_count: int = 0


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a periodical.

    ``language`` is ``zh-Hans`` or ``zh-Hant`` as found, or with a region for a variant
    (``zh-Hant-TW``). ``front`` and ``back`` hold what stands before the first article
    and after the last one and belongs to none. ``section_names`` are the sections that
    ``Article.section`` indexes.
    """

    masthead: Masthead = Masthead()
    cover_quotes: tuple[PullQuote, ...] = ()
    contents: Contents = Contents()
    section_names: tuple[str, ...] = ()
    front: tuple[Block, ...] = ()
    articles: tuple[Article, ...] = ()
    back: tuple[Block, ...] = ()
    language: str = "zh-Hans"
    profile: str = ""
    source: SourceInfo = SourceInfo()
    drops: tuple[Drop, ...] = ()
    changes: tuple[Change, ...] = ()
    schema_version: int = SCHEMA_VERSION
