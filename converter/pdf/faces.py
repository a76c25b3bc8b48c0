"""Which characters of an issue are set in which face, by the roles that the sheets give."""

from __future__ import annotations

from collections import defaultdict

from converter.model import (
    Block,
    Box,
    Heading,
    Issue,
    Paragraph,
    PullQuote,
    Role,
    Verse,
    blocks_of,
)
from converter.model.walk import block_texts

_LEADING = frozenset({Role.QUESTION, Role.EDITOR_NOTE, Role.STANDFIRST})


def characters_by_face(issue: Issue, tokens: dict[str, str]) -> dict[str, set[str]]:
    """Maps each ``font-family`` list of the tokens to the characters set in it."""
    stacks: dict[str, set[str]] = defaultdict(set)

    def add(role: str, text: str) -> None:
        stacks[tokens[f"face-{role}"]].update(text)

    add("title", issue.masthead.title)
    for entry in issue.masthead.entries:
        add("small", entry.label + "".join(entry.values))
    for name in issue.section_names:
        add("heading", name)
    loose: tuple[Block, ...] = (*issue.cover_quotes, *issue.front, *issue.back)
    for article in issue.articles:
        for line in article.title:
            add("title", line.value)
            add("body", line.value)  # the contents
        for byline in article.bylines:
            add("quote", byline.text.value)
        for note in article.notes:
            add("body", note.text.value)
        loose += tuple(blocks_of(article))
    inside = {id(inner) for block in loose if isinstance(block, Box) for inner in block.blocks}
    for block in loose:
        role = "box" if id(block) in inside else _role(block)
        for text in block_texts(block):
            add(role, text.value)
    return dict(stacks)


def _role(block: Block) -> str:
    match block:
        case Heading():
            return "heading"
        case Box():
            return "box"
        case PullQuote() | Verse() | Paragraph(role=Role.BIOGRAPHY):
            return "quote"
        case Paragraph(role=role) if role in _LEADING:
            return "lead"
        case _:
            return "body"
