"""What stands in an article or a box: paragraphs, headings, quotations, tables."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, Literal

from converter.diagnostics import Span
from converter.model.text import Text
from converter.values import dataclass

Spans = tuple[Span, ...]


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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A whole paragraph (段落)."""

    text: Text
    role: Role = Role.BODY
    spans: Spans = ()
    id: str = ""
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading (小标题) on a line of its own. ``level`` is 1 for the highest in the article."""

    text: Text
    level: int
    spans: Spans = ()
    id: str = ""
    type: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where a quotation or a box was taken from, without its dash (——)."""

    text: Text
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A sentence set large (引文, 提要). Before the title in an article's ``pull_quotes``."""

    paragraphs: tuple[Text, ...]
    attribution: Attribution | None = None
    spans: Spans = ()
    id: str = ""
    type: Literal["pull-quote"] = "pull-quote"


@dataclass(frozen=True, slots=True)
class Box:
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


@dataclass(frozen=True, slots=True)
class Verse:
    """Lines that must not be run together (诗, 歌词)."""

    lines: tuple[Text, ...]
    spans: Spans = ()
    id: str = ""
    type: Literal["verse"] = "verse"


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table, which may reach over several columns and rows."""

    text: Text
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table (表). All rows have the same number of columns, and each place is of one cell."""

    rows: tuple[tuple[TableCell, ...], ...]
    caption: Text | None = None
    spans: Spans = ()
    id: str = ""
    type: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Figure:
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


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote (脚注). ``marker`` is as printed (①); ``NOTE_REF`` marks point at ``id``."""

    id: str
    marker: str
    text: Text
    spans: Spans = ()
