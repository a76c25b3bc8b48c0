"""The sidebars that interrupt the text."""

from __future__ import annotations

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import HAN, bigrams, ends_sentence, is_han, key, unopened, width
from converter.model import Block, Box, Paragraph, Role, Text
from converter.names import is_name
from converter.parse.assemble.box_text import Opening, box_texts, counts, stands_out
from converter.parse.assemble.cut_in import CERTAIN, is_sibling
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.notes import NoteReader
from converter.parse.assemble.set_apart import gaps_are_rare, stands_apart
from converter.parse.assemble.sourced import is_told
from converter.parse.assemble.survey import Survey
from converter.parse.attributions import read_attribution
from converter.parse.boxes import LABEL_SHAPE, BoxStart, is_attribution, is_excerpt, is_source
from converter.parse.context import piece_of, span_of, spans_of
from converter.parse.extent import (
    BoxExtent,
    Cut,
    are_points,
    box_extent,
    decided_extent,
    signed_at_end,
    told_behind,
)
from converter.parse.heal import NO_START, decide
from converter.parse.heal.series import is_parted
from converter.parse.inline import Piece, closed_up
from converter.parse.items import is_long_label, is_of_book, item_form
from converter.parse.kinds import labelled
from converter.parse.labels import NAMED, STROKES, names_box
from converter.parse.paragraph import anchored, complete
from converter.parse.seam import calls_for_speech, goes_on
from converter.parse.usage import joins
from converter.segment import Unit

_ABOUT = 6
"""Em from which on what stands above a box is rather its title than its name."""
_COUNTED = re.compile(
    "^(?!.*[问問答]$)[一二两三四五六七八九十几]{1,2}[种種个個件句条條类類点點招步样樣问問项項处處张張封][\u4e00-\u9fff]{1,4}$"
)
"""五种雨, 四句口诀: what is counted below, and no name under which other boxes stand."""
_BORN = re.compile("^(?:1[89]|20)\\d\\d年[^，。]{0,12}[出生]")
_TELLS = re.compile("(?:数[字据读说]|數[字據讀說]|[图圖][说解說])")
"""数字滩涂, 图说老街: rather a name than a title."""
_TOLD = 4
"""Em of what the article says by no chance that stands once over a box."""
_BEGIN = 2
"""Characters by which a title and the text below it begin alike."""
_QUOTATION = 44
"""Em of the longest pull quote that nothing tells but the sentence it cuts."""
_SOURCED = 24
"""Em of the longest that has a source of its own and may be one all the same."""
_POINT = 32
"""Em of a point that ends with a semicolon and a line of its own."""
_POINT_APART = 48
"""The same with a blank line below it."""
_ROW = 12
"""Units of several boxes in a row."""
_REST = 3
"""Units of what is left of a box at the head of a page, with its source."""


_LIKELY, _FAR, _TAIL = 3.0, 4.0, 400
"""The same where it begins like no sentence of its own below the box, and characters of that."""
_ELSEWHERE = 1.5
"""By how much other prose must say that, too."""
_RUNNING = (Role.BODY, Role.QUESTION, Role.ANSWER, Role.LIST_ITEM)
_STORY = 12
"""Units of a piece that is set beside the article."""
_STORY_TITLE = 32
"""Em of its title."""
_SIGNS_STORY = re.compile(
    rf"^[（(]\s*(?:文|撰文|文字|采写|撰稿)\s*[/／：:]\s*[{HAN}·\s、]{{2,16}}[）)]$"
)
_BOOK_NOTE = re.compile(r"^[（(](?P<work>《[^》]{2,30}》)[，,].{2,50}(?:出版|版|元)[）)]$")
_STORY_START = BoxStart("", "", own_line=True)
"""A box that begins with its title."""


def _without(text: str, title: str) -> str:
    """A line without the title that stands in it, at its end or before a bracket: the name and its marks."""
    at = text.rindex(title) if title else len(text)
    return text[:at] + text[at + len(title) :]


class InsetReader:
    """Takes what the printer has set into or beside the running text.

    Each ``take_…`` gives the index after what it took, 0 where there is nothing to take.
    """

    def __init__(self, survey: Survey, draft: Draft, notes: NoteReader) -> None:
        self.survey = survey
        self.draft = draft
        self.notes = notes
        self.context = draft.context

    def take_box(self, at: int) -> int:
        """Take a box: its label, title, text and source."""
        start = self.survey.starts[at]
        if start is None or self._leads_in(at):
            return 0
        first, ledger = self.survey.units[at], self.context.ledger
        extent = self._with_rest(self._extent(at, start))
        own = self.draft.new_id()
        title, name = self._title(at, start, extent), start.label
        if title is None and (self._is_title(start) or self._heads_own(start, extent)):
            title, start = self._own_title(first), start._replace(label="")
        else:
            label = _without(first.text, start.rest)
            if start.term and title is None:
                label = label[: label.rindex(start.term)]
                title = ledger.text([piece_of(first, start.term)])
            ledger.drop_rest(first.first, label, start.label, "label-mark")
        if start.named:
            title = ledger.text([piece_of(first, start.label)])
            start = start._replace(label="")
        if title is not None and extent.title != at and self._is_over_label(start, title.value):
            title, start = self.draft.text(first, blanks=True), start._replace(label=title.value)
        marks = [self.survey.units[index] for index in extent.attribution]
        signed = ""
        if not marks and extent.body:
            last = self.survey.units[extent.body[-1]]
            above = [self.survey.units[index].text for index in extent.body[:-1]]
            # Of several sayings each has its own name behind it.
            if not any(signed_at_end(text) or told_behind(text) for text in above):
                signed = signed_at_end(last.text) or told_behind(last.text)
            marks = [last._replace(text=signed)] if signed else []
        blocks = self._blocks(at, start, extent.body, signed)
        attribution = None
        if marks:
            attribution = read_attribution(marks, self.context)
        else:
            ledger.doubt("BOX001", span_of(first), label=name)
        if not blocks:
            ledger.doubt("BOX002", span_of(first), label=name)
        spans = spans_of(self.survey.units[at : extent.end])
        self._add_box(Box(start.label, title, blocks, attribution, "", -1, spans, own))
        return extent.end

    def _is_over_label(self, start: BoxStart, below: str) -> bool:
        """True if the title of a box stands over its label, 链接, and not under it."""
        labels = self.context.profile.boxes.labels
        known = start.label in labels and start.label not in self.context.once
        return bool(start.label) and start.own_line and below in labels and not known

    def take_unnamed(self, at: int) -> int:
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
        likely = goes_on(tail, following.text, trigrams)
        if likely < min(CERTAIN, _LIKELY):
            return False
        if joins(tail, following.text) - joins(tail, unit.text) < _ELSEWHERE:
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
        blocks = self._blocks(at, start, (at,), signed)
        attribution = read_attribution(marks, self.context)
        spans = spans_of(units[at : mark + 1])
        self.context.ledger.doubt("BOX001", span_of(units[at]), label=start.label)
        self._add_box(Box(start.label, None, blocks, attribution, "", -1, spans, own))
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

    def take_side_story(self, at: int) -> int:
        """Take a short piece with a title and a signature of its own between 四、 and 五、: a box.

        码头上的灯 / its text / （文/某某）: the parts of the article itself are numbered.
        """
        mark = self._side_story_to(at)
        if not mark:
            return 0
        title = closed_up(self.draft.text(self.survey.units[at], blanks=True))
        own = self.draft.new_id()
        blocks = self._blocks(at, _STORY_START, tuple(range(at + 1, mark)), "")
        signed = read_attribution(self.survey.units[mark : mark + 1], self.context)
        spans = spans_of(self.survey.units[at : mark + 1])
        self.draft.close()
        self._add_box(Box("", title, blocks, signed, "", -1, spans, own))
        return mark + 1

    def _side_story_to(self, at: int) -> int:
        """Where a side story is signed whose title stands at a unit, 0 if none does."""
        survey, units = self.survey, self.survey.units
        text = units[at].text
        if self.draft.mid_sentence() or self.draft.empty or survey.numbers[at] or survey.starts[at]:
            return 0
        if (
            width(text) > _STORY_TITLE
            or ends_sentence(text)
            or width(units[at - 1].text) <= _STORY_TITLE
        ):
            return 0
        for mark in range(at + 1, min(len(units) - 1, at + _STORY)):
            if _SIGNS_STORY.match(units[mark].text):
                return mark if mark > at + 1 and self._counts_on(at, mark + 1) else 0
            if not ends_sentence(units[mark].text) or survey.starts[mark] or survey.numbers[mark]:
                return 0
        return 0

    def _counts_on(self, at: int, below: int) -> bool:
        """True if the next number of the article's parts stands below some units."""
        numbers = self.survey.numbers
        number = numbers[below]
        if number is None:
            return False
        before = (one for one in reversed(numbers[:at]) if one and one.kind == number.kind)
        last = next(before, None)
        return last is not None and last.value + 1 == number.value

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

    def _own_title(self, unit: Unit) -> Text:
        """The title of a box, without the strokes behind it."""
        kept = STROKES.sub("", unit.text)
        if kept == unit.text:
            return self.draft.text(unit, blanks=True)
        self.context.ledger.drop_rest(unit.first, unit.text, kept, "label-mark")
        return self.context.ledger.text([piece_of(unit, kept)], blanks=True)

    def _is_title(self, start: BoxStart) -> bool:
        """True for a line above a box that says what it is about, and is no name of boxes."""
        known = start.label in self.context.profile.boxes.labels
        return (
            start.own_line
            and not known
            and (width(start.label) >= _ABOUT or _COUNTED.match(start.label) is not None)
            and LABEL_SHAPE.match(start.label) is None
            and "，" not in start.label
        )

    def _heads_own(self, start: BoxStart, extent: BoxExtent) -> bool:
        """True for 老渡口的灯 over 老渡口在镇子的南头……: what a box is about, and no name of boxes."""
        known = start.label in self.context.profile.boxes.labels
        if (known and start.label not in self.context.once) or not start.own_line:
            return False
        if not extent.body or not start.label:
            return False
        first, own = self.survey.units[extent.body[0]].text, start.label[:_BEGIN]
        # 钟楼小史 over 某大学钟楼建于1931年，……: a name that stands there once.
        once = start.label in self.context.once
        opening = first.partition("，")[0] if once else first[:_BEGIN]
        if LABEL_SHAPE.match(start.label) is not None:
            return False
        if once and width(start.label) >= _TOLD and self.survey.told.count(start.label) > 1:
            return not names_box(start.label)  # 四十七天: words of the article
        return own in opening or self._speaks_of(start.label, extent, known=known)

    def _speaks_of(self, name: str, extent: BoxExtent, *, known: bool) -> bool:
        """True if the text of a box has a word of what stands over it once in the issue.

        The last word of a name that is ``known`` to be one of boxes is none of the text.
        """
        if name in self.context.repeated or _TELLS.match(name) or names_box(name):
            return False
        text = key("".join(self.survey.units[at].text for at in extent.body))
        if is_name(name) and (name in text or _BORN.search(text)):
            return True  # of whom it tells
        words = {name[-_BEGIN:]} if known else bigrams(key(name))
        return any(word in text for word in words)

    def _leads_in(self, at: int) -> bool:
        """True for 编者的话：…… before the first word of an article or below letters: no box."""
        label = labelled(self.survey.units[at].text)
        return (
            label is not None
            and label.role is Role.EDITOR_NOTE
            and label.end > 0
            and (self.draft.unbegun or at - 1 in self.survey.signatures)
        )

    def _extent(self, at: int, start: BoxStart) -> BoxExtent:
        """The units of a box, as an editor or the OCR's marks or else the text say."""
        units, draft = self.survey.units, self.draft
        decided = self.context.decisions.box_ends.get(units[at].first)
        inset = self.context.insets.get(units[at].first) or self.survey.points.get(at)
        last = decided or self.survey.quoted_to(at) or inset
        if last is not None:
            return decided_extent(units, at, start, last)
        broken = self._broken_off()
        stops = self.survey.stops(at)
        if broken:  # 其 | 三，……: no heading
            stops = frozenset(one for one in stops if not is_parted(broken, units[one].text))
        if self.context.digest and is_source(units[-1].text) and not self._text_is_over():
            stops |= {len(units) - 1}  # it is the article's own
        if self._is_reviewed(at):
            stops |= {len(units) - 1}
        if len(units) - 1 in self.survey.signatures and draft.mid_sentence():
            stops |= {len(units) - 1}  # who signs the text that the box cuts
        extent = box_extent(
            units,
            at,
            start,
            stops,
            Cut(
                broken,
                self.context.trigrams,
                self._behind_boxes(at),
                self.context.tops,
            ),
        )
        if not extent.attribution and self._text_is_over():
            # What stands below who the author is can be nothing but the box's.
            end = min((stop for stop in stops if stop >= extent.end), default=len(units))
            extent = decided_extent(units, at, start, units[end - 1].last)
        return extent

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

    def _title(self, at: int, start: BoxStart, extent: BoxExtent) -> Text | None:
        """The title of a box, which may stand on the line of its label."""
        if extent.title is None:
            return None
        unit = self.survey.units[extent.title]
        if extent.title == at:
            return closed_up(self.context.ledger.text([piece_of(unit, start.rest)], blanks=True))
        return closed_up(self.draft.text(unit, blanks=True))

    def _blocks(
        self, at: int, start: BoxStart, body: tuple[int, ...], signed: str
    ) -> tuple[Block, ...]:
        """The text of a box: its paragraphs, healed like those of the article.

        ``signed`` is who signs it behind its last sentence.
        """
        groups: list[list[Piece]] = []
        openings: list[Opening] = []
        points = are_points([self.survey.units[index] for index in body])
        for index in body:
            unit = self.survey.units[index]
            text = start.rest if index == at else unit.text
            if signed and index == body[-1]:
                text = text.removesuffix(signed).rstrip()
            cut = bool(groups) and not complete(groups[-1][-1].text)
            if index not in (at, body[-1]) and self.notes.take_in_box(index, cut=cut):
                continue
            if (
                groups
                and not points
                and self._joined(groups[-1], unit, text, head=openings[-1].head)
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

    def _add_box(self, box: Box) -> None:
        """Add a box, which belongs to the paragraph before it."""
        blocks = self.draft.blocks
        if self.draft.open is None and blocks and isinstance(blocks[-1], Paragraph):
            self.draft.blocks.append(anchored(box, blocks[-1].id, -1))
        else:
            self.draft.interrupt(box)
