"""What stands before the articles: quotations on the cover, pull quotes, front matter."""

from __future__ import annotations

from converter.hanzi import ends_sentence, key, width
from converter.model import Block, Paragraph, PullQuote
from converter.parse.assemble import Assembler
from converter.parse.attributions import read_attribution
from converter.parse.boxes import is_attribution
from converter.parse.context import Context, piece_of, span_of, spans_of
from converter.parse.issue.head import Head
from converter.segment import Unit


def take_quotes(parts: list[list[Unit]], index: int) -> list[list[Unit]]:
    """Take the pull quotes that stand before a title out of the part before it."""
    before, own = parts[index], parts[index + 1]
    if not before:
        return []
    text = key("".join(unit.text for unit in own))
    previous = key("".join(unit.text for unit in before[:-1])) if index else ""
    quotes: list[list[Unit]] = []
    while before and len(quotes) < 3:
        at = len(before) - 1
        marks: list[Unit] = []
        if is_attribution(before[at].text) and at and before[at].text.startswith("——"):
            marks = [before[at]]
            at -= 1
        name = key(before[at].text)
        if len(name) < 12 or not _contained(name, text) or (previous and name in previous):
            break
        first = at
        quotes.insert(0, [*before[first : at + 1], *marks])
        del before[first:]
    return quotes


def _contained(name: str, text: str) -> bool:
    """True if nearly all of a text is said in another."""
    # Some pieces of a long text tell as much as all.
    own = [name[i : i + 4] for i in range(0, len(name) - 3, 1 + len(name) // 60)]
    return sum(gram in text for gram in own) >= 0.8 * max(1, len(own))


def quote(units: list[Unit], own_id: str, context: Context) -> PullQuote:
    """A pull quote with its attribution, if it has one."""
    body = [unit for unit in units if not is_attribution(unit.text)]
    marks = [unit for unit in units if is_attribution(unit.text)]
    attribution = read_attribution(marks, context) if marks else None
    return PullQuote(
        tuple(context.ledger.text([piece_of(unit)]) for unit in body),
        attribution,
        spans_of(units),
        own_id,
    )


def make_front(
    units: list[Unit], head: Head, context: Context
) -> tuple[tuple[PullQuote, ...], tuple[Block, ...]]:
    """Cover quotations (prose with an attribution before masthead and contents) and the rest."""
    first_region = min(
        (line for line in (head.masthead_line, head.contents_line) if line), default=0
    )
    cover, rest = _cover_quotes(units, first_region, context)
    if not rest:
        return tuple(cover), ()
    body = Assembler(rest, context, "f00").build()
    for note in body.notes:
        body.back.append(Paragraph(note.text, spans=note.spans, id=note.id))
        context.ledger.drop(note.spans[0].first, note.marker, "label-mark")
    if head.contents.entries:
        context.ledger.doubt("ART004", span_of(rest[0]), text=rest[0].text[:20])
    return tuple(cover), (*body.front, *body.blocks, *body.back)


def _cover_quotes(
    units: list[Unit], before: int, context: Context
) -> tuple[list[PullQuote], list[Unit]]:
    """The quotations that stand before a line of the source, and the other units."""
    cover: list[PullQuote] = []
    group: list[Unit] = []
    rest: list[Unit] = []
    for unit in units:
        early = unit.first < before
        if early and is_attribution(unit.text) and group:
            cover.append(quote([*group, unit], f"c{len(cover) + 1:02d}", context))
            group = []
        elif early and (ends_sentence(unit.text) or width(unit.text) > 40):
            group.append(unit)
        else:
            rest += [*group, unit]
            group = []
    if group and before and not rest:
        cover.append(quote(group, f"c{len(cover) + 1:02d}", context))
        group = []
    return cover, rest + group
