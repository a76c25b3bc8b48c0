"""The dataclasses of a restored issue (期).

Conventions: frozen and slotted, sequences are tuples, an empty string or tuple means
"the source has none". ``spans`` are line ranges of the original file (1-based,
inclusive), in the order in which their text stands in the block; a block that was
healed over a page break has several. ``type`` is the tag of the closed unions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

from converter.diagnostics import Span
from converter.values import Value

SCHEMA_VERSION = 1

Spans = tuple[Span, ...]


class MarkKind(StrEnum):
    """What a stretch of a text is. Zero-width marks have ``start == end``."""

    SPEAKER = "speaker"
    """The name before a turn of an interview (记者), without its colon."""
    RUN_IN = "run-in"
    """A heading that opens a paragraph (（一）……。 or 一是……。)."""
    LABEL = "label"
    """A label that opens a paragraph (摘要：, 关键词：, 院士简介：), with its colon."""
    SUB = "sub"
    SUP = "sup"
    NOTE_REF = "note-ref"
    """The mark of a footnote (①); ``target`` is the note's id."""
    LINK = "link"
    """A web or e-mail address; ``target`` is the complete URL."""
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CLASSICAL = "classical"
    """Quoted classical text, which a variant leaves alone."""
    PAGE = "page"
    """Zero-width: here the printed page ``target`` begins."""
    SEAM = "seam"
    """Zero-width: here two pieces were joined; ``target`` is the line that goes on."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Mark(Value):
    """A property of ``value[start:end]`` of the text that carries it (character offsets)."""

    kind: MarkKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Text(Value):
    """A run of text and its marks.

    Marks are ordered by (start, -end) and nest properly: two marks either contain one
    another or do not overlap.
    """

    value: str
    marks: tuple[Mark, ...] = ()


class Role(StrEnum):
    """What a paragraph does in its article."""

    BODY = "body"
    PARALLEL_TITLE = "parallel-title"
    """The title in another language, and who wrote it: under the title, or over the abstract."""
    QUESTION = "question"
    """A turn of the interviewer's, or a further paragraph of it."""
    ANSWER = "answer"
    """A turn of the person interviewed, or a further paragraph of it."""
    EDITOR_NOTE = "editor-note"
    """编者按, 编者的话."""
    STANDFIRST = "standfirst"
    """导语, 提要: stands before the body and leads in to it."""
    ABSTRACT = "abstract"
    """摘要, 内容提要 or an English abstract."""
    KEYWORDS = "keywords"
    """关键词, 中图分类号 and the like."""
    BIOGRAPHY = "biography"
    """作者简介, 院士简介: who the author or the person interviewed is."""
    FUNDING = "funding"
    """基金项目."""
    CREDIT = "credit"
    """责任编辑, 图/文, 校对: who made the page."""
    REFERENCE = "reference"
    """One entry of 参考文献 or 注释 as a list at the end."""
    LIST_ITEM = "list-item"
    SALUTATION = "salutation"
    """The address that opens a letter."""
    SIGNATURE = "signature"
    """The name or date that closes a letter or a speech, set flush right."""
    CONTINUATION = "continuation"
    """（下转第40页） and the like, kept where it could not be resolved."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Paragraph(Value):
    """A whole paragraph (段落)."""

    text: Text
    role: Role = Role.BODY
    spans: Spans = ()
    id: str = ""
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Heading(Value):
    """A heading (小标题) on a line of its own. ``level`` is 1 for the highest in the article."""

    text: Text
    level: int
    spans: Spans = ()
    id: str = ""
    type: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Attribution(Value):
    """Where a quotation or a box was taken from, without its dash (——)."""

    text: Text
    spans: Spans = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class PullQuote(Value):
    """A sentence set large (引文, 提要). Before the title in an article's ``pull_quotes``."""

    paragraphs: tuple[Text, ...]
    attribution: Attribution | None = None
    spans: Spans = ()
    id: str = ""
    type: Literal["pull-quote"] = "pull-quote"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Box(Value):
    """A sidebar (链接, 小贴士 …), standing right after the paragraph it belongs to.

    ``label`` is the printed name of the box, ``title`` its own title if it has one.
    ``anchor`` is the id of the paragraph it belongs to ("" where it belongs to the
    article as a whole) and ``anchor_offset`` the character of that paragraph at which
    the source broke off for it (-1 where it stood between paragraphs).
    """

    label: str
    title: Text | None
    blocks: tuple[Block, ...]
    attribution: Attribution | None = None
    anchor: str = ""
    anchor_offset: int = -1
    spans: Spans = ()
    id: str = ""
    type: Literal["box"] = "box"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Verse(Value):
    """Lines that must not be run together (诗, 歌词)."""

    lines: tuple[Text, ...]
    spans: Spans = ()
    id: str = ""
    type: Literal["verse"] = "verse"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TableCell(Value):
    """A cell of a table, which may reach over several columns and rows."""

    text: Text
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Table(Value):
    """A table (表). All rows have the same number of columns, and each place is of one cell."""

    rows: tuple[tuple[TableCell, ...], ...]
    caption: Text | None = None
    spans: Spans = ()
    id: str = ""
    type: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Figure(Value):
    """The caption of a picture that the OCR text does not hold (图)."""

    caption: Text
    spans: Spans = ()
    id: str = ""
    type: Literal["figure"] = "figure"


class _ByType:
    """Tells pydantic to look at ``type`` and try that member of the union alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic import Field  # only who reads a model has need of it

        return handler(Annotated[source, Field(discriminator="type")])


Block = Annotated[
    Paragraph | Heading | PullQuote | Box | Verse | Table | Figure,
    _ByType(),
]
"""The closed union of what stands in an article or a box."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Note(Value):
    """A footnote (脚注). ``marker`` is as printed (①); ``NOTE_REF`` marks point at ``id``."""

    id: str
    marker: str
    text: Text
    spans: Spans = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Author(Value):
    """A person or a body that signs an article. ``name`` has no letter-spacing (翟健)."""

    name: str
    office: str = ""
    is_body: bool = False
    """True for an institution (浙江省温州市委宣传部)."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Byline(Value):
    """A line that names authors (署名), as printed and as understood."""

    text: Text
    authors: tuple[Author, ...]
    spans: Spans = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Article(Value):
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


class MastheadKind(StrEnum):
    """What a line of the masthead (版权页) says."""

    TITLE = "title"
    PARALLEL_TITLE = "parallel-title"
    """The title in another language or in pinyin."""
    ISSUE = "issue"
    """2022年第2期 总第52期."""
    DATE = "date"
    ISSN = "issn"
    CN = "cn"
    PRICE = "price"
    SUPERVISOR = "supervisor"
    """主管."""
    SPONSOR = "sponsor"
    """主办."""
    PUBLISHER = "publisher"
    """出版, 编辑出版."""
    STAFF = "staff"
    """社长, 主编, 责任编辑 …: ``label`` is the role, ``values`` the names."""
    TELEPHONE = "telephone"
    ADDRESS = "address"
    POSTAL_CODE = "postal-code"
    EMAIL = "email"
    WEB = "web"
    DISTRIBUTION = "distribution"
    """发行范围, 发行单位, 邮发代号, 国外代号, 订阅."""
    PRINTER = "printer"
    LICENCE = "licence"
    """广告经营许可证, 市监广登字."""
    NOTICE = "notice"
    """声明, 版权声明."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class MastheadEntry(Value):
    """One entry of the masthead: its label as printed, without letter-spacing or colon."""

    kind: MastheadKind
    label: str
    values: tuple[str, ...]
    spans: Spans = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Masthead(Value):
    """The masthead (刊头, 版权页): what was understood, and every entry as printed.

    ``year`` and ``number`` identify the issue within the magazine (0 and "" if unknown;
    a number can be "Z1" or "7-8"), ``serial`` counts from the first issue ever (总第52期;
    0 if unknown), ``date`` is ISO 8601 as far as known (2022, 2022-04 or 2022-04-15).
    """

    title: str = ""
    year: int = 0
    number: str = ""
    serial: int = 0
    volume: str = ""
    date: str = ""
    issn: str = ""
    cn: str = ""
    price: str = ""
    entries: tuple[MastheadEntry, ...] = ()
    spans: Spans = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ContentsEntry(Value):
    """A line of the contents (目录条目). ``article`` is the id of the article it was matched to."""

    title: tuple[str, ...]
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    page: str = ""
    """The printed page as understood (102 where the OCR has l02), "" if none is printed."""
    article: str = ""
    spans: Spans = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ContentsSection(Value):
    """A section (栏目) of the contents; ``name`` is "" for entries before the first one."""

    name: str
    entries: tuple[ContentsEntry, ...] = ()
    spans: Spans = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Contents(Value):
    """The table of contents (目录); ``heading`` as printed, without letter-spacing."""

    heading: str = ""
    sections: tuple[ContentsSection, ...] = ()
    spans: Spans = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Drop(Value):
    """Characters of a source line that are not in the model, and why.

    ``reason`` is a stable word: table-rule, leader, list-mark, running-head, folio,
    page-marker, markup, duplicate, dash, label-colon …
    """

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Change(Value):
    """A repair of a source line: ``before`` became ``after`` by ``rule``.

    ``column`` is the 0-based offset of ``before`` in the original line.
    """

    line: int
    column: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SourceInfo(Value):
    """The file an issue came from. ``name`` has no folder; ``sha256`` is of its bytes."""

    name: str = ""
    sha256: str = ""
    encoding: str = ""
    line_count: int = 0


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Issue(Value):
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
