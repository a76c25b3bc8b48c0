"""What can be told of the units of an article before they are walked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import CIRCLED, ends_sentence, is_han, squeeze, width
from converter.model import Role
from converter.names import is_name
from converter.parse.assemble.again import repeated_lines
from converter.parse.assemble.alike import heads_heading, heads_text, lines_alike
from converter.parse.assemble.answers import only_answers, talk_within
from converter.parse.assemble.bridged import Bridges, is_set_apart
from converter.parse.assemble.broken_headings import with_headings_whole
from converter.parse.assemble.label_lines import with_labels_whole
from converter.parse.assemble.repeats import repeated
from converter.parse.assemble.senders import with_senders_joined
from converter.parse.assemble.sourced import (
    PARAGRAPH,
    is_sourced,
    sourced_titles,
    titled_texts,
    told_start,
    with_whole_titles,
)
from converter.parse.boxes import (
    BoxStart,
    bare_label,
    beside_title,
    box_start,
    decided_start,
    is_attribution,
    is_excerpt,
    is_source,
)
from converter.parse.cards import card_start, cards_in, list_start
from converter.parse.cells import find_cell_tables
from converter.parse.close_set import close_to
from converter.parse.context import Context
from converter.parse.cutting import breaks_off, cutting_start
from converter.parse.extent import closes_box
from converter.parse.facts import facts_of
from converter.parse.glued_headings import with_headings_apart, with_items_apart
from converter.parse.headings import Numbering, is_heading_text, numbering
from converter.parse.heal import is_bracketed
from converter.parse.items import asks, item_form, questions_end
from converter.parse.kinds import (
    REFERENCE_ITEM,
    is_credit,
    is_reference_head,
    is_salutation,
    labelled,
)
from converter.parse.labels import NAME_AND_TITLE, is_named, names_box, proved_start
from converter.parse.letters import addresses_house, marked_people, signatures
from converter.parse.marked import asks_reader, quoted_name, runs_in
from converter.parse.ornaments import ORNAMENTED, ornamented_start
from converter.parse.part_names import free_parts
from converter.parse.people import biographies
from converter.parse.poems import poem_titles, signed_verse
from converter.parse.points import points_of_talk, points_to, told_in_brackets, years_to
from converter.parse.ranks import RANKS, likely_rank
from converter.parse.series import dated_items, glued_numbers, headings_in_series, spaced_numbers
from converter.parse.speakers import Speakers
from converter.parse.tables import is_row
from converter.segment import Unit

LIST_KINDS = frozenset(("arabic", "arabic-paren", "circled", "letter", "ordinal"))
"""The numbers that list items have, which headings may have, too."""


_SECTION_KINDS = RANKS.union(("cn", "chapter", "part", "cn-paren"))
"""Numbers that no box has."""
_EXCERPT = 12
"""The most units of an excerpt."""
_NOTES = re.compile(
    r"^(?:本刊|本报|本報)?(?:记者|記者|采访|採訪|作者)(?:手记|手記|札记|札記|感言|后记|後記)$"
)
"""What the one who wrote a report calls its last part."""
_BROKEN, _CUTS = 40, 2
"""Em of a text that surely is no heading, and so many broken ones that tell how pages cut."""
_TITLE = 26
"""The most em of the title of a box."""
_PART_OF_WORK = re.compile(
    r"^(?:(?:所需|准备)?材料|工具|准备|你?需要(?:准备)?|你要准备|做法|步骤|制作(?:方法|步骤)?|动手做?|怎么做|实验(?:步骤|过程|材料)?|玩法)$"
)
"""What heads the parts of such a text."""
_WORD, _SISTERS = 4, 2
"""The most characters of a common word, and so many headings of its length make it one."""
_MARKED = 12
"""Characters of such a word behind an ornament."""
_ADDRESS = 16
"""Characters of the name to which a letter is written, in brackets."""


def _breaks_off(text: str) -> bool:
    return not ends_sentence(text) and text[-1] not in "：:；…）)》"


class Survey:
    """The units with their numbers, the beginnings of boxes, the speakers and pull quotes."""

    def __init__(
        self,
        units: Sequence[Unit],
        context: Context,
        authors: Sequence[str],
        house: str,
        title: str = "",
    ) -> None:
        self.pictured = False
        """Whether the article tells by photographs: who wrote took them, as the byline says."""
        labels = frozenset(context.profile.boxes.labels)
        names = labels.difference(context.once)
        whole = with_labels_whole(_without_stray_rules(units, context), names)
        whole = with_whole_titles(whole)
        whole = with_headings_whole(whole, context.measure, labels, context.trigrams)
        self.context = context
        self.units = whole
        whole = with_senders_joined(whole, self.is_seam)
        self.units, self.parted = with_headings_apart(with_items_apart(whole))
        """The units, and which of them are headings that stood on the lines of their texts."""
        self.authors = frozenset(authors)
        self._number(title)
        self._find_boxes()
        self._hear(authors, house)
        self._find_quotes()
        self._count_numbers()
        self.wrapped = any(unit.wrapped for unit in self.units)
        """Some paragraphs stand on the lines on which they were printed."""
        self.alike = lines_alike(self.units, self.numbers, self._stands_free)
        """How many lines like it, but of other lengths, stand over paragraphs as a unit does."""
        self.heads_only_numbers = not any(
            at and self.numbers[at - 1] is None and at - 1 not in self.series for at in self.alike
        )
        """Words that stand so stand right below headings with numbers, and nowhere else."""
        self.cuts_told = self._tells_cuts()
        """A folio or a running head stands in all sentences that pages have cut."""
        self.over_words = self._numbers_over_words()
        """Numbers alone on their lines, each over the words of its heading."""

    def _tells_cuts(self) -> bool:
        """True if nothing but the foot and head of a page stands in broken sentences."""
        cuts = [
            self.is_seam(at)
            for at in range(1, len(self.units))
            if width(self.units[at - 1].text) > _BROKEN and _breaks_off(self.units[at - 1].text)
        ]
        return len(cuts) >= _CUTS and all(cuts)

    def _numbers_over_words(self) -> frozenset[int]:
        """01 over 从窗口到地头, and 02 over 三本账, as most numbers of their series stand."""
        bare = [at for at, kind in self.series.items() if kind == "bare"]
        words = [at for at in bare if at + 1 not in self.series and self._heads(at + 1)]
        sure = sum(self._stands_free(at + 1) for at in words)
        return frozenset(words if sure > 1 and 2 * sure > len(bare) else ())

    def _heads(self, at: int) -> bool:
        """True for a unit that may be the words of a heading whose number stands above."""
        units = self.units
        if at + 1 >= len(units) or self.numbers[at] is not None or self.starts[at] is not None:
            return False
        if heads_text(units[at], units[at + 1]):
            return True
        return at + 2 < len(units) and heads_heading(*units[at : at + 3])

    def _stands_free(self, at: int) -> bool:
        """True for a unit that is no beginning of a box or a turn, and above no end of a page."""
        return not (
            self.starts[at] is not None
            or at in self.facts
            or at in self.signatures
            or at in self.cells
            or at in self.biographies
            or at in self.quotes
            or self.is_seam(at + 1)
            or self.units[at].bullet
            or self.units[at].caption
            or self.units[at].quoted
            or self.speakers.turn(self.units[at].text) is not None
        )

    def _number(self, title: str) -> None:
        """The numbers of the units, and the headings that others of their form tell."""
        units, boxes = self.units, self.context.profile.boxes
        self.numbers = [numbering(unit.text) for unit in units]
        for at, number in (glued_numbers(units, self.numbers) | spaced_numbers(units)).items():
            self.numbers[at] = number
        labels = frozenset(boxes.labels) - frozenset(boxes.ambiguous)
        self.series = headings_in_series(units, labels)
        for at, kind in self.series.items():
            if kind in RANKS and (ranked := likely_rank(units[at].text)) is not None:
                self.numbers[at] = Numbering(*ranked)
        self.series |= dict.fromkeys(poem_titles(units, title, self.is_seam), "plain")
        """Headings told by others of their form: the index of a unit and the kind."""
        glued = (at for at in self.parted if self.numbers[at] is None)
        self.people = marked_people(units)
        """Headings that name who speaks below them."""
        self.series |= dict.fromkeys((*glued, *self.people), "plain")

    def _find_boxes(self) -> None:
        """Where boxes begin, once what only looks so is left out; tables and calendars first."""
        self.cells = find_cell_tables(self.units)
        """Tables whose cells stand on lines of their own."""
        self.dated = dated_items(self.units)
        """The entries of calendars."""
        self.starts = [
            None if at in self.series or at in self.cells else self._start(at)
            for at in range(len(self.units))
        ]
        self._find_reading_lists()
        self._find_marked_boxes()
        free_parts(self.units, self.starts)
        self._free_headings()
        self._find_closed_boxes()
        self._find_proved_boxes()
        self.points: dict[int, int] = {}
        """The last lines of boxes of points, by the units of their titles."""
        self._find_points()
        self._find_bridged()
        self._find_answers()
        cards = self._find_cards()
        self._part_names()
        self._free_titles()
        self._free_notes()
        self.facts = self._without_boxed(facts_of(self.units) - cards)
        """Facts about a work, each under its label."""
        for at in self.facts:
            self.starts[at] = None
        self.taken: set[int] = set()
        """Units that a box has taken which stands further above."""

    def _hear(self, authors: Sequence[str], house: str) -> None:
        """Who speaks, who is told of and who has signed; ``house`` is the title of the magazine."""
        asks = (house, f"《{house}》") if house else ()
        framed = self._framed()
        self.addressed = self._addressed(house)
        """《某刊》：, to which a letter is written."""
        self.speakers = Speakers(
            (
                unit.text
                for at, unit in enumerate(self.units)
                if at not in self.facts and at not in framed and at not in self.addressed
            ),
            (*self.context.profile.interviewers, *asks),
            authors,
        )
        self._free_interviews()
        self.biographies = biographies(self.units, (*authors, *self.speakers.names))
        """Lines about the authors, and about those who speak."""
        self.signatures = signatures(
            self.units,
            talk=bool(self.speakers.names),
            house=house,
            authors=self.authors,
            heads=self.people,
        )
        if len(self.signatures - self.biographies) > 0:
            self.biographies -= self.signatures  # the last of several who sign a part each
        self.signed_verse = signed_verse(self.units)
        for at in self.signed_verse.values():
            self.series.pop(at, None)
        self.signatures |= frozenset(self.signed_verse.values())
        """Names and dates under letters, notices and verse."""

    def _addressed(self, house: str) -> frozenset[int]:
        """The units that address a letter to the ``house`` alone, beside other letters."""
        if not any(is_salutation(unit.text) for unit in self.units):
            return frozenset()
        return frozenset(
            at
            for at, unit in enumerate(self.units)
            if len(unit.text) <= _ADDRESS and addresses_house(unit.text, house)
        )

    def _framed(self) -> frozenset[int]:
        """The units of the boxes that their frames tell, whose points nobody says: 毛雨：……."""
        found: set[int] = set()
        last = 0
        for at, unit in enumerate(self.units):
            framed = self.context.insets.get(unit.first) or self.points.get(at, 0)
            last = max(last, framed if self.starts[at] else 0)
            if unit.first <= last:
                found.add(at)
        return frozenset(found)

    def _find_quotes(self) -> None:
        """The pull quotes, and the lines in them that the text has again."""
        turns = [self.speakers.turn(unit.text) is not None for unit in self.units]
        self.quotes = repeated(self.units, self.starts, turns)
        self.quoted_lines = repeated_lines(self.units, self.starts, self.quotes)

    def _count_numbers(self) -> None:
        """What the kinds of numbers open, which tells headings from paragraphs."""
        numbered = [
            (unit, number.kind)
            for unit, number in zip(self.units, self.numbers, strict=True)
            if number is not None
        ]
        self.run_in_kinds = Counter(kind for unit, kind in numbered if "。" in unit.text[:-1])
        """How often each kind of number opens a paragraph and not a heading."""
        self.heading_kinds = Counter(kind for unit, kind in numbered if is_heading_text(unit.text))
        """How often each kind of number opens what may be a heading."""

    def is_seam(self, at: int) -> bool:
        """True if nothing but running heads and folios parts a unit from the one before it."""
        between = self._furniture_above(at)
        return bool(between) and all(between)

    def is_overleaf(self, at: int) -> bool:
        """True if a folio or a running head stands between a unit and the one before it."""
        return any(self._furniture_above(at))

    def _furniture_above(self, at: int) -> list[bool]:
        """Of each line between a unit and the one before it whether it is the page's."""
        furniture = self.context.furniture
        between = range(self.units[at - 1].last + 1, self.units[at].first)
        return [line in furniture for line in between]

    def speaks_of(self, name: str) -> bool:
        """True if a person is named in a text, and not only under a quotation."""
        return any(name in unit.text and not is_attribution(unit.text) for unit in self.units)

    def begins_with_speaker(self, at: int) -> bool:
        """True for 某某在码头。, which begins with the name of one who speaks."""
        text = self.units[at].text
        return any(text.startswith(name) for name in self.speakers.names if is_name(name))

    def after(self, at: int) -> Unit | None:
        """The unit after one, ``None`` after the last."""
        return self.units[at + 1] if at + 1 < len(self.units) else None

    def number(self, at: int) -> Numbering | None:
        """The number of a unit, ``None`` if it has none or is outside the article."""
        return self.numbers[at] if 0 <= at < len(self.units) else None

    def quoted_to(self, at: int) -> int | None:
        """The last line of a box that the OCR marked from its first line to its last."""
        end = at
        while end < len(self.units) and (self.units[end].quoted or self._is_note_between(end)):
            end += 1
        return self.units[end - 1].last if end > at + 1 else None

    def _is_note_between(self, at: int) -> bool:
        """True for the foot note of a page, between two halves of a marked sentence."""
        return (
            0 < at < len(self.units) - 1
            and self.units[at].text[0] in CIRCLED
            and self.units[at - 1].quoted
            and self.units[at + 1].quoted
            and not ends_sentence(self.units[at - 1].text)
        )

    def stops(self, start: int) -> frozenset[int]:
        """Units after the beginning of a box that cannot be part of it."""
        own = self.starts[start]
        end = start + 1
        if own is not None and is_excerpt(own.label):
            end = self._source_of_excerpt(end)  # who speaks there speaks in the work
        elif own is not None and start <= self._first_asked:
            first = end - bool(own.rest)
            end = max(end, questions_end(self.units, first, len(self.units), own.rest))
        return frozenset(
            index for index in range(end, min(len(self.units), start + 16)) if self._stops(index)
        )

    @cached_property
    def _first_asked(self) -> int:
        """The first unit that asks in no name; behind the last if none does."""
        found = (at for at, unit in enumerate(self.units) if asks(unit.text))
        return next(found, len(self.units))

    def _source_of_excerpt(self, at: int) -> int:
        """The unit that tells where an excerpt is from; ``at`` if none does."""
        for index in range(at, min(len(self.units), at + _EXCERPT)):
            text = self.units[index].text
            if is_source(text):
                return index
            whole = ends_sentence(text) or is_bracketed(text)
            if not whole or self.starts[index] is not None or self.numbers[index] is not None:
                break
        return at

    def _is_said(self, at: int) -> bool:
        """True for a thought with the name of one who speaks in the article below it."""
        following = self.after(at)
        if following is None or not following.text.startswith("——"):
            return False
        return squeeze(following.text.strip("—")) in self.speakers.names

    def _stops(self, at: int) -> bool:
        if self._is_said(at):
            return True
        text, number = self.units[at].text, self.numbers[at]
        if self.starts[at] is not None or self.speakers.turn(text) is not None:
            return True
        if at in self.series or at in self.cells:
            return True
        if number is not None and number.kind in _SECTION_KINDS and is_heading_text(text):
            return True
        label = None if closes_box(text) else labelled(text)
        if label is None or label.role not in (Role.BIOGRAPHY, Role.CREDIT):
            return False
        # 书名：…… or 《某书》 over 作者：……
        above = item_form(self.units[at - 1].text)
        return not (item_form(text) == "label" and above in ("label", "work"))

    def _start(self, at: int) -> BoxStart | None:
        """The beginning of a box, as the editor or else the text says."""
        unit = self.units[at]
        decided = self.context.decisions.boxes.get(unit.first)
        if decided is False:
            return None
        found = box_start(unit, self.context.profile)
        opens = not at or self.units[at - 1].first != unit.first  # a cell may hold all of a box
        told = decided or (opens and unit.first in self.context.insets)
        return decided_start(unit) if told and found is None else found

    def _find_reading_lists(self) -> None:
        """延伸阅读 over numbered works, to the end of the article, heads its references."""
        for at, start in enumerate(self.starts):
            if start is None or not is_reference_head(self.units[at].text):
                continue
            works = self.units[at + 1 :]
            if works and all(map(_is_cited, works)):
                self.starts[at] = None

    def _find_marked_boxes(self) -> None:
        """What the OCR set apart with a bold name is a box; 【点评】 beside 【病例】 is none."""
        boxes = self.context.profile.boxes
        for at, start in enumerate(self.starts):
            decided = self.context.decisions.boxes.get(self.units[at].first)
            if decided is not None:
                continue
            if start is None:
                name = quoted_name(self.units, at)
                if name is not None:
                    self.starts[at] = BoxStart(
                        name.label,
                        name.rest,
                        own_line=not name.rest,
                        titled=bool(name.rest) and self.units[at].strong,
                    )
            elif start.label in boxes.ambiguous and runs_in(
                self.units, at, frozenset(boxes.labels)
            ):
                self.starts[at] = None

    def _free_headings(self) -> None:
        """声音, a common word, among 桌子 and 沉默, which head the parts of an article as well."""
        ambiguous = self.context.profile.boxes.ambiguous
        words = [at for at, unit in enumerate(self.units) if len(unit.text) <= _WORD]
        heads = [at for at in words if self._may_head(at)]
        sisters = Counter(len(self.units[at].text) for at in heads if self.starts[at] is None)
        for at in heads:
            unit = self.units[at]
            if self.starts[at] is None or unit.text not in ambiguous:
                continue
            decided = self.context.decisions.boxes.get(unit.first) is not None
            if not decided and sisters[len(unit.text)] >= _SISTERS:
                self.starts[at] = None
        self._free_last_part()
        self._free_part_of_work()
        self._free_marked()

    def _free_marked(self) -> None:
        """◇ 专家说 below ◇ 居民说 and ◇ 当事人说: of three marked alike the last is no box either."""
        marked = [
            (at, unit.text[0])
            for at, unit in enumerate(self.units)
            if len(unit.text) <= _MARKED and ORNAMENTED.match(unit.text)
        ]
        sisters = Counter(mark for at, mark in marked if self.starts[at] is None)
        listed = self.context.profile.boxes.labels
        for at, mark in marked:
            start = self.starts[at]
            if (
                start is not None
                and start.own_line
                and start.label not in listed
                and sisters[mark] >= _SISTERS
                and self.context.decisions.boxes.get(self.units[at].first) is None
            ):
                self.starts[at] = None

    def _free_last_part(self) -> None:
        """# 想一想 below # 准备 and # 动手做, the last of them, is the last part of the article."""
        heads = [at for at, unit in enumerate(self.units) if unit.markup_level]
        last, sisters = heads[-1:], heads[:-1]
        for at in last:
            own, level = self.starts[at], self.units[at].markup_level
            alike = [
                other
                for other in sisters
                if self.units[other].markup_level == level and self.starts[other] is None
            ]
            if (
                own is not None
                and asks_reader(own.label)
                and len(alike) >= _SISTERS
                and len(alike) == len(sisters)
                and self._may_head(at)
                and self.context.decisions.boxes.get(self.units[at].first) is None
            ):
                self.starts[at] = None

    def _free_part_of_work(self) -> None:
        """想一想 below 材料 and 做法 is a part of what tells how to make something, as those are."""
        parts = [
            at
            for at, unit in enumerate(self.units)
            if len(unit.text) <= _WORD
            and self.starts[at] is None
            and _PART_OF_WORK.match(unit.text)
        ]
        if len(parts) < _SISTERS:
            return
        for at in range(parts[_SISTERS - 1] + 1, len(self.units)):
            own = self.starts[at]
            asks = own is not None and own.own_line and asks_reader(own.label)
            if (
                asks
                and self._may_head(at)
                and not self.context.decisions.boxes.get(self.units[at].first)
            ):
                self.starts[at] = None

    def _may_head(self, at: int) -> bool:
        """True for a bare word between whole paragraphs."""
        unit, following = self.units[at], self.after(at)
        before = self.units[at - 1].text if at else "。"
        return (
            all(map(is_han, unit.text))
            and not (unit.quoted or unit.bullet)
            and ends_sentence(before)
            and following is not None
            and width(following.text) >= PARAGRAPH
            and self.numbers[at] is None
        )

    def _free_titles(self) -> None:
        """小算盘 over 名词解释：三权不变: what looks like a second box is the title of the first."""
        for at, start in enumerate(self.starts[:-2]):
            below = self.starts[at + 1]
            text = self.units[at + 1].text
            if (
                start is not None
                and start.own_line
                and below is not None
                and start.label != below.label
                and width(text) <= _TITLE
                and not ends_sentence(text)
                and self.starts[at + 2] is None
                and self.context.decisions.boxes.get(self.units[at + 1].first) is None
            ):
                self.starts[at + 1] = None

    def _free_notes(self) -> None:
        """记者手记 over several paragraphs, the last of a report, is the heading of its last part.

        Another's note has a title, or a source; a box in the middle has text behind it.
        """
        for at, start in enumerate(self.starts[:-2]):
            if start is None or not start.own_line or _NOTES.match(start.label) is None:
                continue
            below = self.units[at + 1 :]
            whole = [unit for unit in below if ends_sentence(unit.text)]
            if (
                at
                and ends_sentence(self.units[at - 1].text)
                and sum(width(unit.text) >= PARAGRAPH for unit in whole) > 1
                and width(below[0].text) >= PARAGRAPH
                and not any(self.starts[at + 1 :])
                and not any(is_attribution(unit.text) for unit in below)
                and not (self.units[at].quoted or self.units[at].first in self.context.insets)
                and self.context.decisions.boxes.get(self.units[at].first) is None
            ):
                self.starts[at] = None

    def _find_closed_boxes(self) -> None:
        """A short line, some paragraphs and their source are a box, whatever its name.

        法条速递 is in no list of names; 摘自…… after whole paragraphs tells. In a digest it is
        the article that ends there, or a piece of it.
        """
        if self.context.digest:
            return
        for at, start in titled_texts(self.units, self.starts).items():
            if self.context.decisions.boxes.get(self.units[at].first) is None:
                self.starts[at] = start
        for at, unit in enumerate(self.units[:-2]):
            may_label = at not in self.series and self._may_label(at)
            sourced = may_label and is_sourced(self.units, self.starts, self.numbers, at + 1)
            if is_excerpt(unit.text) and self._source_of_excerpt(at + 1) > at + 1:
                sourced = self.starts[at] is None
            if sourced:
                self.starts[at] = beside_title(unit.text, self.context.profile) or BoxStart(
                    bare_label(unit.text), "", own_line=True
                )
            elif self._may_be_told(at):
                self.starts[at] = told_start(self.units, self.starts, self.numbers, at)
        for at in sourced_titles(self.units, self.starts, self.numbers, self.context.decisions):
            text = self.units[at].text.strip()
            self.starts[at] = BoxStart("", text, own_line=False, titled=True)

    def _may_be_told(self, at: int) -> bool:
        """True for a short line without a number that nothing tells what it is."""
        return self._is_free(at, _TOLD_LINE) and self.numbers[at] is None

    def _is_free(self, at: int, longest: int) -> bool:
        """True for a line of so many characters that is no heading or box as far as is known."""
        unit, decisions = self.units[at], self.context.decisions
        return (
            self.starts[at] is None
            and len(unit.text) <= longest
            and at not in self.series
            and decisions.boxes.get(unit.first) is None
            and unit.first not in decisions.headings
        )

    def _free_interviews(self) -> None:
        """问与答 over questions and answers is their heading, and no box.

        Nor is what stands below those who take part, whose list has no full stop, nor what one
        of those says, whose name a bar parts from it as others have it behind the names of boxes.
        """
        decided = self.context.decisions.boxes
        for at, start in enumerate(self.starts):
            unit = self.units[at]
            if start is not None and unit.first not in decided and self._says(unit, start.label):
                self.starts[at] = None
        for at, start in enumerate(self.starts[:-1]):
            if (
                start is not None
                and (start.own_line or (not start.label and not self._breaks_off(at)))
                and self.speakers.turn(self.units[at + 1].text) is not None
            ):
                self.starts[at] = None

    def _says(self, unit: Unit, name: str) -> bool:
        """True for 某某｜……; behind the name of a box a colon may stand in any issue."""
        turn = self.speakers.turn(unit.text)
        if turn is None or unit.text[turn.end :].lstrip()[:1] not in tuple("│┃｜|"):
            return False
        return name in (turn.speaker, turn.speaker.strip("《》"))

    def _breaks_off(self, at: int) -> bool:
        """True if a sentence breaks off above a unit."""
        return at > 0 and breaks_off(self.units[at - 1].text)

    def _find_proved_boxes(self) -> None:
        """Common words and unheard-of names over what can be nothing but a box."""
        profile, decisions = self.context.profile, self.context.decisions
        for at, unit in enumerate(self.units):
            if self.starts[at] is None and decisions.boxes.get(unit.first) is None:
                self.starts[at] = card_start(self.units, at) or list_start(self.units, at)
            if at not in self.cells and self._is_free(at, _PROVED_LINE):
                self.starts[at] = (
                    ornamented_start(self.units, at, self.context.sidebar_marks)
                    or proved_start(self.units, at, profile, self.context.repeated)
                    or cutting_start(
                        self.units, at, self.context.trigrams, profile, self.context.repeated
                    )
                )

    def _find_points(self) -> None:
        """A few short points under a title, between long paragraphs without headings, or in a talk."""
        told = points_of_talk(self.units, self.numbers) | years_to(self.units, self.numbers)
        told |= close_to(self.units, self.numbers, self.series) | told_in_brackets(self.units)
        for at, end in told.items():
            self._add_points(at, end)
        if self.context.digest or any(self.numbers) or self.series:
            return
        for at, end in points_to(self.units, self.numbers).items():
            self._add_points(at, end)

    def _find_bridged(self) -> None:
        """What stands between the halves of broken sentences, and nothing else has told."""
        bridges = Bridges(
            self.units,
            self.starts,
            self._is_no_box,
            self.context.trigrams,
            frozenset(self.context.profile.boxes.labels),
            self.context.profile.boxes.ambiguous,
            self.context.repeated,
        )
        for at, made in bridges.find().items():
            if not self._is_decided(at):
                self.starts[at] = made.start
                self.points[at] = self.units[made.end - 1].last

    def _part_names(self) -> None:
        """Part the name of a box from the title beside it where both were taken for its title."""
        known = {*self.context.profile.boxes.labels, *self.context.repeated}
        for at, start in enumerate(self.starts):
            if start is None or start.label or not start.titled or is_credit(start.rest):
                continue
            hit = NAME_AND_TITLE.match(start.rest)
            if hit is not None and is_named(hit, known):
                self.starts[at] = start._replace(label=hit["label"], rest=hit["title"].strip())

    def _find_answers(self) -> None:
        """问：…… and 答：…… under the name of a box, where nobody else asks in the article."""
        if told := talk_within(self.units):
            at = told.start - 1
            if not self._is_decided(at):
                name = BoxStart(self.units[at].text.strip(), "", own_line=True)
                self.starts[at] = self.starts[at] or name
                self.points[at] = self.units[told.stop - 1].last
        answers = only_answers(self.units)
        end = answers.stop
        while answers and end < len(self.units) and closes_box(self.units[end].text):
            end += 1
        for at in range(max(0, answers.start - 2), answers.start):
            start = self.starts[at]
            if start is None or not start.label or at in self.points:
                continue
            if start.label[-1] not in "问問答":  # 问与答, over the last part of an article
                self.points[at] = self.units[end - 1].last
                beside = at + 1 == answers.start and bool(start.rest)
                self.starts[at] = start._replace(titled=start.titled or beside)

    def _find_cards(self) -> frozenset[int]:
        """Recipes, addresses and the like between paragraphs; the units of those that are boxes."""
        found: set[int] = set()
        for card in cards_in(self.units, self.numbers):
            known = any(self.starts[max(0, card.start - 1) : card.end]) or card.start in self.series
            if known or self._is_decided(card.start) or self.context.digest:
                continue
            text = self.units[card.start].text.strip()
            self.starts[card.start] = BoxStart("", text, own_line=False, titled=card.titled)
            self.points[card.start] = self.units[card.end - 1].last
            found.update(range(card.start, card.end))
        return frozenset(found)

    def _without_boxed(self, facts: frozenset[int]) -> frozenset[int]:
        """Facts about a work, but for those that a box holds: 书卡 over 《某书》 and 定价：……."""
        left: set[int] = set()
        boxed = False
        for at in sorted(facts):
            begins = self._begins_named(at) or self._begins_named(at - 1)
            boxed = begins or (boxed and at - 1 in facts)
            if not boxed:
                left.add(at)
        return frozenset(left)

    def _begins_named(self, at: int) -> bool:
        """True for a box with a name, or whose end is known."""
        start = self.starts[at] if at >= 0 else None
        return start is not None and (bool(start.label) or at in self.points)

    def _is_decided(self, at: int) -> bool:
        """True for a unit of which an editor has said whether it is a heading or a box."""
        first, decided = self.units[at].first, self.context.decisions
        return first in decided.headings or first in decided.boxes

    def _is_no_box(self, at: int) -> bool:
        """True for what a box does not consist of: headings, tables, captions, notes."""
        number = self.numbers[at]
        heads = number is not None and number.kind in _SECTION_KINDS
        heads = heads and is_heading_text(self.units[at].text)
        return heads or at in self.series or at in self.cells or is_set_apart(self.units[at])

    def _add_points(self, at: int, end: int) -> None:
        """Note a box of points, unless the editor or the text says what stands there."""
        if any(self.starts[at:end]) or self._is_decided(at):
            return
        text = self.units[at].text.strip()
        if names_box(text):
            self.starts[at] = BoxStart(squeeze(text), "", own_line=True)
        else:
            self.starts[at] = BoxStart("", text, own_line=False, titled=True)
        self.points[at] = self.units[end - 1].last

    def _may_label(self, at: int) -> bool:
        """True if a unit may be the label of a box that no list of names holds."""
        unit, decisions = self.units[at], self.context.decisions
        return (
            self.starts[at] is None
            and self.numbers[at] is None
            and 2 <= width(unit.text) <= 8
            and unit.text[-1] not in "，。；：、？！…”』」）"
            and decisions.boxes.get(unit.first) is None
            and unit.first not in decisions.headings
            and (
                not at
                or ends_sentence(self.units[at - 1].text)
                or width(self.units[at - 1].text) > 24
                or self.numbers[at - 1] is not None
            )
        )


_TOLD_LINE = 26
"""Characters of the name and the title of a box on one line."""
_PROVED_LINE = 40
"""Characters of a name that what stands below it proves."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?!\d)")


def _is_cited(unit: Unit) -> bool:
    """True for a work with its number and its year: 2. 某某，《某书》，某地：某社，2017."""
    text = unit.text
    return REFERENCE_ITEM.match(text) is not None and _YEAR.search(text) is not None


def _without_stray_rules(units: Sequence[Unit], context: Context) -> list[Unit]:
    """Take out the lone dashes that OCR puts before a table."""
    kept = []
    for index, unit in enumerate(units):
        following = units[index + 1] if index + 1 < len(units) else None
        if (
            re.fullmatch(r"[-–—:\s]{1,8}", unit.text)
            and following is not None
            and is_row(following.text)
        ):
            context.ledger.drop(unit.first, unit.text, "table-rule")
        else:
            kept.append(unit)
    return kept
