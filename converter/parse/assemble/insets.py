"""The sidebars that interrupt the text."""

from __future__ import annotations

from converter.model import Box, Role, Text
from converter.parse.assemble.box_blocks import BoxBlocks, BoxReader
from converter.parse.assemble.box_ends import BoxEnds
from converter.parse.assemble.box_heads import BoxHeads
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.attributions import read_attribution
from converter.parse.boxes import BoxStart
from converter.parse.context import piece_of, span_of, spans_of
from converter.parse.extent import BoxExtent, signed_at_end, told_behind
from converter.parse.kinds import addresses_at_head, labelled
from converter.segment import Unit


def _without(text: str, title: str) -> str:
    """A line without the title that stands in it, at its end or before a bracket: the name and its marks."""
    at = text.rindex(title) if title else len(text)
    return text[:at] + text[at + len(title) :]


class InsetReader(BoxReader):
    """Takes what the printer has set into the running text under a name or a title."""

    def __init__(self, survey: Survey, draft: Draft, blocks: BoxBlocks) -> None:
        super().__init__(survey, draft, blocks)
        self.ends = BoxEnds(survey, draft)
        self.heads = BoxHeads(survey, draft)

    def take_box(self, at: int) -> int:
        """Take a box: its label, title, text and source; the index after it, 0 if none begins here."""
        start = self.survey.starts[at]
        if start is None or self._leads_in(at):
            return 0
        first, ledger = self.survey.units[at], self.context.ledger
        extent = self.ends.extent(at, start)
        own = self.draft.new_id()
        name = start.label
        title, start = self._head(at, start, extent)
        marks, signed = self._marks(extent)
        blocks = self.blocks.of_box(at, start, extent.body, signed)
        attribution = None
        if marks:
            attribution = read_attribution(marks, self.context)
        else:
            ledger.doubt("BOX001", span_of(first), label=name)
        if not blocks:
            ledger.doubt("BOX002", span_of(first), label=name)
        spans = spans_of(self.survey.units[at : extent.end])
        self.blocks.add(Box(start.label, title, blocks, attribution, "", -1, spans, own))
        return extent.end

    def _head(self, at: int, start: BoxStart, extent: BoxExtent) -> tuple[Text | None, BoxStart]:
        """The title of a box, and its beginning with the label that is none of the title."""
        first, ledger, heads = self.survey.units[at], self.context.ledger, self.heads
        title = heads.title(at, start, extent)
        if title is None and (heads.is_title(start) or heads.heads_own(start, extent)):
            title, start = heads.own_title(first), start._replace(label="")
        else:
            label = _without(first.text, start.rest)
            if start.term and title is None:
                label = label[: label.rindex(start.term)]
                title = ledger.text([piece_of(first, start.term)])
            ledger.drop_rest(first.first, label, start.label, "label-mark")
        if start.named:
            title = ledger.text([piece_of(first, start.label)])
            start = start._replace(label="")
        if title is None or extent.title == at:
            return title, start
        if heads.is_over_label(start, title.value):
            title, start = self.draft.text(first, blanks=True), start._replace(label=title.value)
        return title, start

    def _marks(self, extent: BoxExtent) -> tuple[list[Unit], str]:
        """What tells the source of a box, and who signs it behind its last sentence."""
        units = self.survey.units
        marks = [units[index] for index in extent.attribution]
        if marks or not extent.body:
            return marks, ""
        last = units[extent.body[-1]]
        above = [units[index].text for index in extent.body[:-1]]
        # Of several sayings each has its own name behind it.
        if any(signed_at_end(text) or told_behind(text) for text in above):
            return [], ""
        signed = signed_at_end(last.text) or told_behind(last.text)
        return [last._replace(text=signed)] if signed else [], signed

    def _leads_in(self, at: int) -> bool:
        """True for 编者的话：…… before the first word of an article or below letters: no box."""
        label = labelled(self.survey.units[at].text)
        return (
            label is not None
            and label.role is Role.EDITOR_NOTE
            and label.end > 0
            and (self.draft.unbegun or at - 1 in self.survey.signatures or self._ends_letter(at))
        )

    def _ends_letter(self, at: int) -> bool:
        """True for the last words of a letter that is signed at its head, and addressed there."""
        units = self.survey.units
        return at + 1 == len(units) and addresses_at_head(units)
