"""What stands before the articles: quotations on the cover, front matter."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, width
from converter.model import Block, Paragraph, PullQuote
from converter.parse.assemble import Assembler
from converter.parse.boxes import is_attribution
from converter.parse.context import Context, span_of
from converter.parse.issue.head import Head
from converter.parse.issue.quotes import quote
from converter.segment import Unit


def make_front(
    units: list[Unit], head: Head, context: Context
) -> tuple[tuple[PullQuote, ...], tuple[Block, ...]]:
    """Cover quotations (prose with an attribution before masthead and contents) and the rest."""
    cover, rest = _cover_quotes(units, _first_region(head, units), context)
    if not rest:
        return tuple(cover), ()
    body = Assembler(rest, context, "f00").build()
    for note in body.notes:
        body.back.append(Paragraph(note.text, spans=note.spans, id=note.id))
        context.ledger.drop(note.spans[0].first, note.marker, "label-mark")
    if head.contents.entries:
        context.ledger.doubt("ART004", span_of(rest[0]), text=rest[0].text[:20])
    return tuple(cover), (*body.front, *body.blocks, *body.back)


def part_cover(units: list[Unit], head: Head, title: int) -> list[Unit]:
    """Take what the cover says, with its source or without, out of what stands before the first article.

    The article may say it again, but its ``title`` stands below the masthead or the contents.
    """
    before = _first_region(head, units)
    if title < before:
        return []  # they stand at the end of the issue
    early = [at for at, unit in enumerate(units) if unit.first < before]
    told = max((at + 1 for at in early if _is_said(units[at].text)), default=0)
    cover = units[:told]
    del units[:told]
    return cover


def _is_said(text: str) -> bool:
    """True for a whole sentence, and for who says it."""
    return is_attribution(text) or (width(text) >= _SENTENCE and ends_sentence(text))


_SENTENCE = 8
"""Em of the shortest sentence on a cover that is a quotation."""


def _first_region(head: Head, units: Sequence[Unit]) -> int:
    """The line of the masthead or of the contents, whichever comes first.

    It is that of the contents, too, where no more than a saying or two stands between them.
    """
    lines = [line for line in (head.masthead_line, head.contents_line) if line]
    if len(lines) > 1 and head.masthead_line < head.contents_line:
        between = [one for one in units if head.masthead_line < one.first < head.contents_line]
        if len(between) <= _SAYINGS:
            return head.contents_line
    return min(lines, default=0)


_SAYINGS = 4
"""The most pieces of the sayings between the masthead and the contents, their sources with them."""


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
