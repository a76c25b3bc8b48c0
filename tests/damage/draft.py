"""An issue as its editors made it, before it is printed: the truth of the generator.

``truth_to_json`` gives the published form of a truth (see ``tests/cases/README.md``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any


@dataclass(slots=True)
class Para:
    """A paragraph. ``speaker`` is the name before a turn, which is also in ``text``."""

    text: str
    role: str = "body"
    speaker: str = ""


@dataclass(slots=True)
class Head:
    """A heading on a line of its own."""

    text: str
    level: int


@dataclass(slots=True)
class Sidebar:
    """A box. ``how`` is the way its label is printed: inline, colon, bracket or alone."""

    label: str
    title: str
    paragraphs: list[str]
    attribution: str
    how: str = "alone"


@dataclass(slots=True)
class Poem:
    """Verse."""

    lines: list[str]


@dataclass(slots=True)
class Grid:
    """A table; the first row is its head."""

    rows: list[list[str]]
    caption: str = ""


@dataclass(slots=True)
class Picture:
    """The caption of a picture."""

    caption: str


@dataclass(slots=True)
class Quote:
    """A pull quote in the body, and who said so."""

    text: str
    by: str = ""


Block = Para | Head | Sidebar | Poem | Grid | Picture | Quote


@dataclass(slots=True)
class Signer:
    """Who signs an article."""

    name: str
    office: str = ""
    is_body: bool = False


@dataclass(slots=True)
class Piece:
    """An article.

    ``listed`` is false if the contents omit it, ``printed`` false if its text is missing.
    ``variants`` are readings of the title that are as good as the true one.
    """

    section: int
    title: list[str]
    subtitle: str = ""
    signers: list[Signer] = field(default_factory=list)
    lead: str = ""
    """The word before the names in a byline (本刊记者)."""
    told_to: bool = False
    """The first who signs has told it, the second has written it down."""
    pictures_by: str = ""
    """Who made the pictures, who is no author."""
    quotes: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    kind: str = "essay"
    page: int = 0
    listed: bool = True
    printed: bool = True
    variants: list[str] = field(default_factory=list)
    title_in_contents: list[str] = field(default_factory=list)
    title_in_body: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A whole issue."""

    magazine: str
    year: int
    number: int
    serial: int
    date: str
    issn: str
    cn: str
    sections: list[str]
    pieces: list[Piece]
    cover_quote: tuple[str, str] | None = None
    has_masthead: bool = True
    has_contents: bool = True


def truth_to_json(draft: Draft) -> dict[str, Any]:
    """The truth of an issue in the form that the evaluation reads."""
    head: dict[str, Any] = {}
    if draft.has_masthead:
        head = {
            "title": draft.magazine,
            "year": draft.year,
            "number": draft.number,
            "serial": draft.serial,
            "date": draft.date,
            "issn": draft.issn,
            "cn": draft.cn,
        }
    quote = draft.cover_quote
    return {
        "masthead": {name: value for name, value in head.items() if value},
        "sections": draft.sections,
        "articles": [_article(draft, piece) for piece in draft.pieces],
        "cover_quotes": [{"text": quote[0], "attribution": quote[1]}] if quote else [],
    }


def _article(draft: Draft, piece: Piece) -> dict[str, Any]:
    section: str | None = draft.sections[piece.section]
    if not piece.listed or not draft.has_contents:
        section = None
    return {
        "section": section,
        "title": piece.title,
        "title_variants": piece.variants,
        "subtitle": piece.subtitle,
        "page": str(piece.page) if piece.page else "",
        "authors": [signer.name for signer in piece.signers],
        "offices": [signer.office for signer in piece.signers if signer.office],
        "pull_quotes": piece.quotes,
        "blocks": [_block(block) for block in piece.blocks],
        "notes": [{"marker": marker, "text": text} for marker, text in piece.notes],
        "optional": not piece.printed,
    }


def _block(block: Block) -> dict[str, Any]:  # noqa: PLR0911  (one return for each kind)
    match block:
        case Para():
            made = {"kind": "paragraph", "text": block.text, "role": block.role}
            return made | ({"speaker": block.speaker} if block.speaker else {})
        case Head():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Sidebar():
            return {
                "kind": "box",
                "label": block.label,
                "title": block.title,
                "paragraphs": block.paragraphs,
                "attribution": block.attribution,
            }
        case Poem():
            return {"kind": "verse", "lines": block.lines}
        case Grid():
            return {"kind": "table", "caption": block.caption, "rows": block.rows}
        case Picture():
            return {"kind": "figure", "caption": block.caption}
        case Quote():
            return {"kind": "pull-quote", "paragraphs": [block.text], "attribution": block.by}


def map_texts(thing: Any, change: Callable[[str], str]) -> Any:
    """A draft or a part of one with every string changed."""
    if isinstance(thing, str):
        return change(thing)
    if isinstance(thing, (list, tuple)):
        return type(thing)(map_texts(item, change) for item in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(
            thing, **{f.name: map_texts(getattr(thing, f.name), change) for f in fields(thing)}
        )
    return thing
