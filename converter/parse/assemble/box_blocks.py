"""The text of a box, healed like that of the article, and where the box is set in."""

from __future__ import annotations

from converter.diagnostics import Span
from converter.hanzi import is_han, width
from converter.model import Block, Box, Paragraph
from converter.parse.assemble.box_text import Opening, box_texts, counts, stands_out
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.notes import NoteReader
from converter.parse.assemble.survey import Survey
from converter.parse.boxes import BoxStart, is_excerpt
from converter.parse.context import piece_of
from converter.parse.extent import are_figures, are_points
from converter.parse.fact_lines import tells_facts
from converter.parse.flush_lines import goes_on_close, goes_on_flush, narrow_measure
from converter.parse.heal import NO_START, decide
from converter.parse.inline import Piece
from converter.parse.items import is_long_label, is_of_book, item_form
from converter.parse.paragraph import anchored, complete
from converter.segment import Unit

_POINT = 32
"""Em of a point that ends with a semicolon and a line of its own."""
_POINT_APART = 48
"""The same with a blank line below it."""


_FACT, _FACTS = 24, 2
"""Em of an item without a mark, of which so many show that none has one."""


def _end_list(groups: list[list[Piece]]) -> bool:
    """True for 姜：5片 and 黄豆酱：2勺, items that end with no mark: none goes on below a blank line."""
    last = [group[0].text.strip() for group in groups[-_FACTS:] if len(group) == 1]
    return len(last) == _FACTS and all(
        item_form(text) == "label"
        and width(text) <= _FACT
        and (is_han(text[-1]) or text[-1].isalnum())
        for text in last
    )


class BoxReader:
    """What takes boxes of one kind out of the units of an article."""

    def __init__(self, survey: Survey, draft: Draft, blocks: BoxBlocks) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context
        self.blocks = blocks


class BoxBlocks:
    """Makes the paragraphs of boxes, and sets the boxes into the article."""

    def __init__(self, survey: Survey, draft: Draft, notes: NoteReader) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context
        self.notes = notes

    def of_box(
        self, at: int, start: BoxStart, body: tuple[int, ...], signed: str
    ) -> tuple[Block, ...]:
        """The text of a box: its paragraphs, healed like those of the article.

        ``signed`` is who signs it behind its last sentence.
        """
        groups: list[list[Piece]] = []
        openings: list[Opening] = []
        inside = [self.survey.units[index] for index in body]
        beside = start.rest if at in body else ""
        points = are_points(inside) or are_figures(inside, beside)
        measure = narrow_measure(inside)
        single = self.context.single_boxes and not points
        for index in body:
            unit = self.survey.units[index]
            text = start.rest if index == at else unit.text
            if signed and index == body[-1]:
                text = text.removesuffix(signed).rstrip()
            cut = bool(groups) and not complete(groups[-1][-1].text)
            if index not in (at, body[-1]) and self.notes.take_in_box(index, cut=cut):
                continue
            above = self.survey.units[index - 1]
            if groups and (
                goes_on_flush(above, unit, groups[-1][-1], measure)
                or (single and goes_on_close(inside, above, unit, groups[-1][-1]))
                or (
                    not (points or (unit.gap and _end_list(groups)))
                    and self._joined(groups[-1], unit, text, head=openings[-1].head)
                )
            ):
                groups[-1].append(piece_of(unit, text))
            else:
                groups.append([piece_of(unit, text)])
                openings.append(Opening(index != at and stands_out(unit), unit.bullet or points))
        read = box_texts(groups, openings, self.context.ledger, quotes=is_excerpt(start.label))
        return tuple(
            Paragraph(text, role, tuple(Span(one.first, one.last) for one in pieces), own)
            for pieces, (text, role), own in zip(groups, read, self._new_ids(groups), strict=True)
        )

    def _new_ids(self, groups: list[list[Piece]]) -> list[str]:
        return [self.draft.new_id() for _ in groups]

    def _joined(self, pieces: list[Piece], unit: Unit, text: str, *, head: bool) -> bool:
        forced = self.context.joins.get((pieces[-1].last, unit.first))
        if forced is not None:
            return forced
        if unit.bullet or ((form := item_form(text)) and form == item_form(pieces[0].text)):
            return False  # the next item of a list
        if item_form(pieces[-1].text) == "label" and is_long_label(text):
            return False  # one more, with figures in its label
        if form == "label" and is_long_label(pieces[-1].text):
            return False  # and the next one below it
        if unit.gap and tells_facts(pieces[-1].text):
            return False  # what the card tells below
        if is_of_book(text) and is_of_book(pieces[-1].text):
            return False  # 某某　著, and who printed the book
        point = _POINT_APART if unit.gap else _POINT
        if pieces[-1].text.rstrip()[-1:] in tuple("；;") and width(pieces[0].text) <= point:
            return False  # one of several short points
        if stands_out(unit) or (unit.strong and unit.gap):
            return False  # a figure in bold over what it counts
        if head and len(pieces) == 1:
            return counts(pieces[0].text, text)
        if unit.opens is not None and text[0] not in NO_START:
            return not unit.opens  # as its first-line indent says
        return decide("".join(piece.text for piece in pieces), text, self.context.trigrams).join

    def add(self, box: Box) -> None:
        """Add a box, which belongs to the paragraph before it."""
        blocks = self.draft.blocks
        if self.draft.open is None and blocks and isinstance(blocks[-1], Paragraph):
            self.draft.blocks.append(anchored(box, blocks[-1].id, -1))
        else:
            self.draft.interrupt(box)
