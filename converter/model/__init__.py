"""The restored issue as data: immutable, without behaviour, HTML or paths.

``text``, ``blocks``, ``masthead`` and ``issue`` hold the dataclasses, ``walk`` the traversals
that several stages need, ``serial`` the published JSON form and its border check.

Conventions: frozen and slotted, sequences are tuples, an empty string or tuple means
"the source has none". ``spans`` are line ranges of the original file (1-based,
inclusive), in the order in which their text stands in the block; a block that was
healed over a page break has several. ``type`` is the tag of the closed unions.
"""

from converter.model.blocks import (
    Attribution,
    Block,
    Box,
    Figure,
    Heading,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Table,
    TableCell,
    Verse,
)
from converter.model.issue import (
    Article,
    Author,
    Byline,
    Change,
    Contents,
    ContentsEntry,
    ContentsSection,
    Drop,
    Issue,
    SourceInfo,
    plain_page,
)
from converter.model.masthead import Masthead, MastheadEntry, MastheadKind
from converter.model.text import Mark, MarkKind, Text
from converter.model.walk import article_texts, blocks_of, issue_texts, parallel_titles, plain_text

__all__ = [
    "Article",
    "Attribution",
    "Author",
    "Block",
    "Box",
    "Byline",
    "Change",
    "Contents",
    "ContentsEntry",
    "ContentsSection",
    "Drop",
    "Figure",
    "Heading",
    "Issue",
    "Mark",
    "MarkKind",
    "Masthead",
    "MastheadEntry",
    "MastheadKind",
    "Note",
    "Paragraph",
    "PullQuote",
    "Role",
    "SourceInfo",
    "Table",
    "TableCell",
    "Text",
    "Verse",
    "article_texts",
    "blocks_of",
    "issue_texts",
    "parallel_titles",
    "plain_page",
    "plain_text",
]
