"""A truth as a model: what a perfect parser would make of it.

Proves the evaluation itself, and gives the writers of editions issues of every shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from converter.model import (
    Article,
    Attribution,
    Author,
    Block,
    Box,
    Byline,
    Contents,
    ContentsEntry,
    ContentsSection,
    Figure,
    Heading,
    Issue,
    Mark,
    MarkKind,
    Masthead,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Table,
    TableCell,
    Text,
    Verse,
)

_CIRCLED = re.compile("[①-⑳]")


def issue_of(truth: Mapping[str, Any]) -> Issue:
    """The issue that a truth describes. Entries without an article are left out."""
    head = truth.get("masthead", {})
    printed = [raw for raw in truth["articles"] if not raw.get("optional")]
    names = tuple(truth.get("sections", ()))
    articles = tuple(_article(raw, names, i + 1) for i, raw in enumerate(printed))
    return Issue(
        masthead=Masthead(
            title=head.get("title", ""),
            year=int(head.get("year") or 0),
            number=str(head.get("number") or ""),
            serial=int(head.get("serial") or 0),
            date=head.get("date", ""),
            issn=head.get("issn", ""),
            cn=head.get("cn", ""),
        ),
        cover_quotes=tuple(
            PullQuote((Text(q["text"]),), _attribution(q.get("attribution", "")), id=f"cover-q{i}")
            for i, q in enumerate(truth.get("cover_quotes", ()))
        ),
        contents=_contents(names, articles),
        section_names=names,
        articles=articles,
    )


def _contents(names: tuple[str, ...], articles: tuple[Article, ...]) -> Contents:
    sections = []
    for index, name in [(-1, ""), *enumerate(names)]:
        entries = tuple(
            ContentsEntry(
                title=tuple(line.value for line in article.title),
                subtitle=article.subtitle.value if article.subtitle else "",
                authors=tuple(a.name for byline in article.bylines for a in byline.authors),
                page=article.first_page,
                article=article.id,
            )
            for article in articles
            if article.section == index
        )
        if entries or name:
            sections.append(ContentsSection(name, entries))
    return Contents("目录", tuple(sections))


def _attribution(text: str) -> Attribution | None:
    return Attribution(Text(text)) if text else None


def _article(raw: Mapping[str, Any], names: tuple[str, ...], number: int) -> Article:
    key = f"a{number:02d}"
    blocks = tuple(_block(b, f"{key}-b{i:03d}") for i, b in enumerate(raw["blocks"]))
    notes = tuple(
        Note(f"{key}-n{i}", note["marker"], Text(note["text"]))
        for i, note in enumerate(raw.get("notes", ()))
    )
    bylines = []
    if raw["authors"]:
        authors = tuple(Author(name) for name in raw["authors"])
        bylines.append(Byline(Text(" ".join(raw["authors"])), authors))
    subtitle = str(raw.get("subtitle") or "").lstrip("—")
    section = raw.get("section")
    return Article(
        id=key,
        title=tuple(Text(line) for line in raw["title"]),
        subtitle=Text(subtitle) if subtitle else None,
        bylines=tuple(bylines),
        pull_quotes=tuple(
            PullQuote((Text(quote),), id=f"{key}-q{i}")
            for i, quote in enumerate(raw.get("pull_quotes", ()))
        ),
        blocks=_anchored(tuple(_with_refs(block, notes) for block in blocks)),
        notes=notes,
        section=names.index(section) if section in names else -1,
        first_page=str(raw.get("page") or ""),
    )


def _anchored(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Boxes belong to the paragraph before them."""
    out: list[Block] = []
    anchor = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            anchor = block.id
        if isinstance(block, Box):
            out.append(
                Box(block.label, block.title, block.blocks, block.attribution, anchor, id=block.id)
            )
        else:
            out.append(block)
    return tuple(out)


def _with_refs(block: Block, notes: tuple[Note, ...]) -> Block:
    if not isinstance(block, Paragraph) or not notes:
        return block
    ids = {note.marker: note.id for note in notes}
    refs = [
        Mark(MarkKind.NOTE_REF, hit.start(), hit.end(), ids[hit[0]])
        for hit in _CIRCLED.finditer(block.text.value)
        if hit[0] in ids
    ]
    marks = tuple(sorted([*block.text.marks, *refs], key=lambda mark: mark.start))
    return Paragraph(Text(block.text.value, marks), block.role, id=block.id)


def _block(raw: Mapping[str, Any], key: str) -> Block:
    match raw["kind"]:
        case "paragraph":
            speaker = raw.get("speaker") or ""
            marks = (Mark(MarkKind.SPEAKER, 0, len(speaker)),) if speaker else ()
            made: Block = Paragraph(
                Text(raw["text"], marks), Role(raw.get("role") or "body"), id=key
            )
        case "heading":
            made = Heading(Text(raw["text"]), int(raw["level"]), id=key)
        case "box":
            made = Box(
                label=raw.get("label") or "",
                title=Text(raw["title"]) if raw.get("title") else None,
                blocks=tuple(
                    Paragraph(Text(text), id=f"{key}-{i}")
                    for i, text in enumerate(raw["paragraphs"])
                ),
                attribution=_attribution(raw.get("attribution") or ""),
                id=key,
            )
        case "verse":
            made = Verse(tuple(Text(line) for line in raw["lines"]), id=key)
        case "table":
            rows = raw["rows"]
            made = Table(
                tuple(
                    tuple(TableCell(Text(cell), i == 0) for cell in row)
                    for i, row in enumerate(rows)
                ),
                Text(raw["caption"]) if raw.get("caption") else None,
                id=key,
            )
        case "figure":
            made = Figure(Text(raw["caption"]), id=key)
        case _:
            made = PullQuote(tuple(Text(text) for text in raw["paragraphs"]), id=key)
    return made
