"""Where the boxes of an article end."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key, squeeze, width
from converter.model import Role
from converter.names import is_name
from converter.parse.assemble.cut_in import QUOTED
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.boxes import BoxStart, is_attribution, is_source
from converter.parse.captions import places_picture
from converter.parse.extent import BoxExtent, Cut, box_extent, decided_extent
from converter.parse.heal.series import is_parted
from converter.parse.paragraph import complete
from converter.parse.seam import calls_for_speech, goes_on
from converter.segment import Unit

_ROW = 12
"""Units of several boxes in a row."""
_REST = 3
"""Units of what is left of a box at the head of a page, with its source."""
_TEXT_AND_NAME = 2
"""The fewest units of a box that tells who speaks in it."""
_SAID_AGAIN = 8
"""Characters of a pull quote that a text says by no chance."""
_SIGNED = re.compile(
    rf"^[（(][{HAN}\d]{{2,20}}[ \u3000]+(?P<who>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})[）)]$"
)
_RUNNING = (Role.BODY, Role.QUESTION, Role.ANSWER, Role.LIST_ITEM)
_BOOK_NOTE = re.compile(r"^[（(](?P<work>《[^》]{2,30}》)[，,].{2,50}(?:出版|版|元)[）)]$")


class BoxEnds:
    """Tells where a box in an article ends, as an editor or the OCR's marks or else the text say."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context

    def extent(self, at: int, start: BoxStart) -> BoxExtent:
        """The units of a box, with the rest of it that stands behind other boxes."""
        return self._with_facts(at, self._with_rest(self._extent(at, start)))

    def _extent(self, at: int, start: BoxStart) -> BoxExtent:
        """The units of a box, as an editor or the OCR's marks or else the text say."""
        units, draft, context = self.survey.units, self.draft, self.context
        decided = context.decisions.box_ends.get(units[at].first)
        inset = context.insets.get(units[at].first) or self.survey.points.get(at)
        last = decided or self._quoted_to(at) or inset
        if last is not None:
            return self._signed(decided_extent(units, at, start, last, context.trigrams))
        broken = self._broken_off()
        stops = self.survey.stops(at)
        if broken:  # 其 | 三，……: no heading
            stops = frozenset(one for one in stops if not is_parted(broken, units[one].text))
        if context.digest and is_source(units[-1].text) and not self._text_is_over():
            stops |= {len(units) - 1}  # it is the article's own
        if self._is_reviewed(at):
            stops |= {len(units) - 1}
        if len(units) - 1 in self.survey.signatures and draft.mid_sentence():
            stops |= {len(units) - 1}  # who signs the text that the box cuts
        stops |= self._parts_signed() | self._said_below(at)
        behind = self._behind_boxes(at)
        above = draft.open.raw.rstrip() if draft.open is not None else ""
        series = above if above.endswith("；") else ""
        cut = Cut(broken, context.trigrams, behind, context.tops, context.single_boxes, series)
        extent = box_extent(units, at, start, stops, cut)
        if not extent.attribution and self._text_is_over():
            # What stands below who the author is can be nothing but the box's.
            end = min((stop for stop in stops if stop >= extent.end), default=len(units))
            extent = decided_extent(units, at, start, units[end - 1].last, context.trigrams)
        return extent

    def _parts_signed(self) -> frozenset[int]:
        """The signatures of the authors of an article, where several have written a part each."""
        survey = self.survey
        if len(survey.authors) <= 1:
            return frozenset()
        signed = {
            at: {one for one in survey.authors if one in squeeze(survey.units[at].text)}
            for at in survey.signatures
        }
        several = len(set().union(*signed.values())) > 1
        return frozenset(at for at, names in signed.items() if names and several)

    def _said_below(self, at: int) -> frozenset[int]:
        """The place of a pull quote or a caption apart below a box that cuts a sentence; none without one.

        The former says again what the article says, the latter says first where its picture is.
        """
        units = self.survey.units
        if not self.draft.mid_sentence():
            return frozenset()
        for one in range(at + _TEXT_AND_NAME, min(len(units) - 1, at + _ROW)):
            unit, above = units[one], units[one - 1]
            below = one + 1 + (units[one + 1].first == unit.last)  # who took it, on the same line
            if self.survey.starts[one] or not (
                unit.gap and below < len(units) and units[below].gap
            ):
                continue
            short = QUOTED[0] <= width(unit.text) <= QUOTED[1]
            whole = ends_sentence(unit.text) and complete(above.text)
            if whole and (places_picture(unit.text) or (short and self._says_again(one))):
                return frozenset((one,))
        return frozenset()

    def _says_again(self, at: int) -> bool:
        """True for a unit all of which the article says elsewhere, and which the broken sentence skips."""
        units = self.survey.units
        tail, said = self._broken_off(), key(units[at].text)
        own, below = (goes_on(tail, units[one].text, self.context.trigrams) for one in (at, at + 1))
        if below <= own:
            return False
        return any(said in key(unit.text) for unit in (*units[:at], *units[at + 1 :]))

    def _quoted_to(self, at: int) -> int | None:
        """The last line of a box that the OCR marked, without a pull quote that it marked below it.

        That ends no sentence, as the last line of a text does, and says again what the article says.
        """
        last, units = self.survey.quoted_to(at), self.survey.units
        if last is None:
            return None
        end = next(one for one in range(at, len(units)) if units[one].last == last)
        quote = units[end]
        if end - at < _TEXT_AND_NAME or ends_sentence(quote.text):
            return last
        said = key(quote.text)
        again = len(said) >= _SAID_AGAIN and ends_sentence(units[end - 1].text)
        if again and any(said in key(unit.text) for unit in units if not unit.quoted):
            return units[end - 1].last
        return last

    def _signed(self, extent: BoxExtent) -> BoxExtent:
        """A box of known end, of which （第37期进修班学员 某某） as its last line says whose words it has."""
        body = extent.body
        if extent.attribution or len(body) < _TEXT_AND_NAME:
            return extent
        hit = _SIGNED.match(self.survey.units[body[-1]].text.strip())
        if hit is None or not is_name(squeeze(hit["who"])):
            return extent
        return extent._replace(body=body[:-1], attribution=(body[-1],))

    def _with_facts(self, at: int, extent: BoxExtent) -> BoxExtent:
        """A box with the facts right below its text, unless a source or an editor closes it."""
        body, decided = extent.body, self.context.decisions.box_ends
        if extent.attribution or not body or body[-1] != extent.end - 1:
            return extent
        if self.survey.units[at].first in decided:
            return extent
        from converter.parse.assemble.last_facts import facts_below

        start = self.survey.starts[at]
        end = facts_below(self.survey, body[-1], start.label if start else "")
        return extent._replace(end=end, body=(*body, *range(extent.end, end)))

    def _is_reviewed(self, at: int) -> bool:
        """True if （《某书》，某某著，某社2023年版） ends the article, which speaks of the book above the box."""
        units = self.survey.units
        note = _BOOK_NOTE.match(units[-1].text.strip())
        return note is not None and any(note["work"] in unit.text for unit in units[:at])

    def _broken_off(self) -> str:
        """The end of the sentence that a box cuts, that of 他说：, too; "" if it cuts none."""
        draft = self.draft
        if draft.open is None:
            return ""
        tail = draft.open.tail(400)
        return tail if draft.mid_sentence() or calls_for_speech(tail) else ""

    def _with_rest(self, extent: BoxExtent) -> BoxExtent:
        """A box that its page has cut, with the rest of it, which stands behind other boxes.

        Each of those has its source, so that a text with one more source below them is the rest.
        """
        units, starts = self.survey.units, self.survey.starts
        if extent.attribution or not extent.body or complete(units[extent.body[-1]].text):
            return extent
        at = extent.end
        for _ in range(_ROW):
            start = starts[at] if at < len(units) else None
            if start is None:
                break
            other = self._extent(at, start)
            if not other.attribution:
                return extent
            at = other.end
        mark = next((i for i in range(at, min(len(units), at + _REST)) if self._ends_rest(i)), at)
        if at in (mark, extent.end) or not is_attribution(units[mark].text):
            return extent
        rest = range(at, mark)
        self.survey.taken.update((*rest, mark))
        return extent._replace(body=(*extent.body, *rest), attribution=(mark,))

    def _ends_rest(self, at: int) -> bool:
        survey = self.survey
        told = survey.numbers[at] or survey.starts[at] or at in survey.series
        return is_attribution(survey.units[at].text) or bool(told)

    def _text_is_over(self) -> bool:
        """True below the paragraph about the author, or who made the page, and below the text."""
        before = self.draft.open or (self.draft.blocks[-1] if self.draft.blocks else None)
        role = getattr(before, "role", None)
        told = (getattr(block, "role", None) in _RUNNING for block in self.draft.blocks)
        over = role in (Role.BIOGRAPHY, Role.CREDIT) and not self.draft.mid_sentence()
        return over and any(told)

    def _behind_boxes(self, at: int) -> list[Unit]:
        """The pieces behind the boxes that stand below one, but for the first of each."""
        units, starts = self.survey.units, self.survey.starts
        found: list[Unit] = []
        boxed = False
        for index in range(at + 1, min(len(units), at + _ROW)):
            if self.survey.numbers[index] or index in self.survey.series:
                break
            if starts[index] is not None:
                boxed = True
            elif boxed and starts[index - 1] is None:
                found.append(units[index])
        return found
