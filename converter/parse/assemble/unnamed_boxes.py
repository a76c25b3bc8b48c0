"""Boxes without a name: whole paragraphs within a sentence, or with a source of their own."""

from __future__ import annotations

from converter.hanzi import ends_sentence, is_han, unopened, width
from converter.model import Box, Paragraph, Role
from converter.names import is_name
from converter.parse.assemble.box_blocks import BoxReader
from converter.parse.assemble.cut_in import CERTAIN, is_sibling
from converter.parse.assemble.set_apart import gaps_are_rare, stands_apart
from converter.parse.assemble.sourced import is_told
from converter.parse.attributions import read_attribution
from converter.parse.boxes import BoxStart, is_source
from converter.parse.context import span_of, spans_of
from converter.parse.extent import signed_at_end
from converter.parse.items import item_form
from converter.parse.labels import NAMED
from converter.parse.seam import goes_on
from converter.parse.usage import joins
from converter.segment import Unit

_QUOTATION = 44
"""Em of the longest pull quote that nothing tells but the sentence it cuts."""
_SOURCED = 24
"""Em of the longest that has a source of its own and may be one all the same."""
_LIKELY, _FAR, _TAIL = 3.0, 4.0, 400
"""How surely a sentence must go on below a box (log odds), and by how much more so than in it, where
what stands there carries on nothing of the box itself; and characters of that."""
_ELSEWHERE = 1.5
"""By how much other prose must say that, too."""


class UnnamedBoxReader(BoxReader):
    """Takes paragraphs that nothing names, within a broken sentence or with a source: boxes."""

    def take(self, at: int) -> int:
        """Take a whole paragraph within a broken sentence, too long for a pull quote: a box.

        Nothing names it; what stands below carries the sentence on far better than it does.
        """
        unit, following, draft = self.survey.units[at], self.survey.after(at), self.draft
        if end := self._take_sourced(at):
            return end
        if following is None or draft.open is None or not draft.mid_sentence():
            return 0
        if len(draft.open.pieces) in draft.open.offsets:
            return 0  # something stands at the seam already
        if not self._may_be_set_in(at) or is_sibling(draft.open.raw, following.text):
            return 0
        if not self._goes_on_below(draft.open.tail(400), unit, following):
            return 0
        spans, own = spans_of([unit]), draft.new_id()
        said = Paragraph(draft.text(unit), Role.BODY, spans, draft.new_id())
        self.context.ledger.doubt("BOX001", span_of(unit), label="")
        draft.interrupt(Box("", None, (said,), None, "", -1, spans, own))
        return at + 1

    def _goes_on_below(self, tail: str, unit: Unit, following: Unit) -> bool:
        """True if what stands below a unit carries a sentence on far better than the unit does.

        It need do so somewhat less well if it carries on nothing of the unit itself. Pages cut
        sentences far oftener than such boxes do, so other prose must say so, too.
        """
        trigrams = self.context.trigrams
        if joins(tail, following.text) - joins(tail, unit.text) < _ELSEWHERE:
            return False
        likely = goes_on(tail, following.text, trigrams)
        if likely < min(CERTAIN, _LIKELY):
            return False
        more = likely - goes_on(tail, unit.text, trigrams)
        if likely >= CERTAIN and more >= CERTAIN:
            return True
        if likely < _LIKELY or more < _FAR:
            return False
        return likely - goes_on(unit.text[-_TAIL:], following.text, trigrams) >= CERTAIN

    def _take_sourced(self, at: int) -> int:
        """Take a paragraph that tells whence it is, between two of the text or within one: a box.

        ……余弹十一发。（《某部战斗详报》，1947年，某馆藏） cuts a sentence, or 选自《某某志》 stands on
        the line below it.
        """
        units, draft = self.survey.units, self.draft
        signed = signed_at_end(units[at].text)
        behind = bool(signed) and is_source(signed) and draft.mid_sentence()
        below = self._label_below(at)
        mark = at if behind else at + 1 + (below is not None)
        if mark + 1 >= len(units) or not self._may_be_sourced(at, mark):
            return 0
        if not behind:
            signed = ""
            marks = units[mark : mark + 1]
        else:
            tail, trigrams = draft.open.tail(400) if draft.open else "", self.context.trigrams
            if goes_on(tail, units[at].text, trigrams) > goes_on(
                tail, units[at + 1].text, trigrams
            ):
                return 0
            marks = [units[at]._replace(text=signed)]
        own = draft.new_id()
        start = self._named(units[at])
        if below is not None and not behind:
            label = units[at + 1]
            self.context.ledger.drop_rest(label.first, label.text, below.label, "label-mark")
            start = start._replace(label=below.label)
        blocks = self.blocks.of_box(at, start, (at,), signed)
        attribution = read_attribution(marks, self.context)
        spans = spans_of(units[at : mark + 1])
        self.context.ledger.doubt("BOX001", span_of(units[at]), label=start.label)
        self.blocks.add(Box(start.label, None, blocks, attribution, "", -1, spans, own))
        return mark + 1

    def _label_below(self, at: int) -> BoxStart | None:
        """The label of a box that stands below its text, over the source: ……。 / 链接 / ——《某报》."""
        survey = self.survey
        start = survey.starts[at + 1] if at + 2 < len(survey.units) else None
        if start is None or not start.own_line or not self.draft.mid_sentence():
            return None
        source = survey.units[at + 2].text
        return start if is_source(source) or is_told(source) else None

    def _named(self, unit: Unit) -> BoxStart:
        """How a box begins whose text a name may stand before: 【…】……, or a name and a blank."""
        hit = NAMED.match(unit.text)
        label = (hit["framed"] or hit["plain"]) if hit is not None else ""
        if hit is None or is_name(label):
            return BoxStart("", unit.text, own_line=False)
        self.context.ledger.drop_rest(unit.first, hit[0], label, "label-mark")
        return BoxStart(label, unit.text[hit.end() :], own_line=False)

    def _may_be_sourced(self, at: int, mark: int) -> bool:
        """True for a whole paragraph that nothing leads to, and text below what tells its source."""
        survey, units, open_ = self.survey, self.survey.units, self.draft.open
        if self.context.digest or self.draft.empty:
            return False
        if open_ is not None and open_.last.rstrip().endswith("："):
            return False
        if mark > at and not (is_source(units[mark].text) or is_told(units[mark].text)):
            return False
        below = units[mark + 1]
        # Where blank lines part paragraphs they stand on both sides, but perhaps not above the source.
        rare = gaps_are_rare(units, at) or not (mark == at or units[mark].gap)
        if not (rare or units[at].gap):
            return False
        if mark > at and not ((rare or units[mark].gap) and ends_sentence(units[at].text)):
            return False
        told = (survey.starts[at], survey.numbers[at], survey.starts[mark + 1])
        return (
            not any(told)
            and (rare or below.gap)
            and width(units[at].text) > (_SOURCED if is_source(units[mark].text) else _QUOTATION)
            and (width(below.text) > _QUOTATION or mark > at + 1)
            and not survey.speakers.turn(units[at].text)
            and item_form(units[at].text) == ""
        )

    def _may_be_set_in(self, at: int) -> bool:
        """True for a whole paragraph that stands apart and begins nothing else."""
        survey, unit, following = self.survey, self.survey.units[at], self.survey.units[at + 1]
        told = (survey.numbers[at], survey.numbers[at + 1], survey.starts[at + 1])
        return (
            (stands_apart(survey.units, at) or gaps_are_rare(survey.units, at))
            and unit.opens is not False
            and not following.opens
            and width(unit.text) > _QUOTATION
            and ends_sentence(unit.text)
            and ends_sentence(following.text)
            and is_han(unit.text[0])
            and not unopened(unit.text)
            and not any(told)
            and unit.first not in self.context.pages
            and at not in survey.biographies
            and not survey.speakers.turn(unit.text)
            and not survey.speakers.turn(following.text)
        )
