"""What can be told of the units of an article before they are walked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, ends_sentence, is_han, squeeze, width
from converter.model import Role
from converter.names import is_name, names_verse
from converter.parse.assemble.again import repeated_lines
from converter.parse.assemble.alike import Calls, heads_heading, heads_text, lines_alike
from converter.parse.assemble.box_finds import find_boxes
from converter.parse.assemble.box_frees import free_parts_of_title
from converter.parse.assemble.broken_headings import with_headings_whole
from converter.parse.assemble.end_marks import close_boxes
from converter.parse.assemble.label_lines import with_labels_whole
from converter.parse.assemble.large_headings import with_large_headings_whole
from converter.parse.assemble.last_characters import with_last_characters
from converter.parse.assemble.lone_marks import with_marks_joined
from converter.parse.assemble.outline import SECTION_KINDS, Outline
from converter.parse.assemble.repeats import repeated
from converter.parse.assemble.senders import with_senders_joined
from converter.parse.assemble.sourced import (
    with_whole_titles,
)
from converter.parse.boxes import (
    is_attribution,
    is_excerpt,
)
from converter.parse.cells import find_cell_tables
from converter.parse.context import Context
from converter.parse.cutting import breaks_off
from converter.parse.extent import closes_box
from converter.parse.facts import facts_of
from converter.parse.glued_headings import with_headings_apart, with_items_apart
from converter.parse.glued_turns import with_turns_apart
from converter.parse.headings import Numbering, is_heading_text, numbering
from converter.parse.heal.series import ends_word
from converter.parse.items import asks, item_form, questions_end
from converter.parse.kinds import NOTED, is_reference_head, is_salutation, labelled
from converter.parse.letters import addresses_house, marked_people, signatures
from converter.parse.misread_numbers import misread_numbers
from converter.parse.people import biographies
from converter.parse.poems import poem_titles, signed_verse
from converter.parse.ranks import RANKS, likely_rank
from converter.parse.series import (
    dated_items,
    glued_numbers,
    headings_in_series,
    next_numbers,
    spaced_numbers,
)
from converter.parse.speakers import Speakers
from converter.parse.tables import is_row
from converter.parse.tail_credits import with_credits_apart
from converter.parse.tail_headings import with_tails_apart
from converter.segment import Unit

LIST_KINDS = frozenset(("arabic", "arabic-paren", "circled", "letter", "ordinal"))
"""The numbers that list items have, which headings may have, too."""


_BROKEN, _CUTS = 40, 2
"""Em of a text that surely is no heading, and so many broken ones that tell how pages cut."""
_CALLED = 24
"""Units above a note among which its call stands."""
_ADDRESS = 16
"""Characters of the name to which a letter is written, in brackets."""


def _calls(above: Sequence[Unit], marker: str) -> bool:
    """True if the last unit with the marker of a note calls it behind a word."""
    last = next((unit.text for unit in reversed(above) if marker in unit.text), "")
    return re.search(rf"[{HAN}”》）]{marker}[，。；：,;:{HAN}]", last) is not None


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
        whole = with_last_characters(with_marks_joined(with_whole_titles(whole, names)))
        whole = with_headings_whole(whole, context.measure, labels, context.trigrams)
        whole, self.large = with_large_headings_whole(whole, context.measure, labels)
        """The first lines of headings that their size tells, with no number."""
        self.context = context
        self.units = whole
        whole = with_senders_joined(whole, self.is_seam)
        self.units, self.parted = with_headings_apart(
            with_tails_apart(with_items_apart(with_turns_apart(with_credits_apart(whole))))
        )
        """The units, and which of them are headings that stood on the lines of their texts."""
        self.authors = frozenset(authors)
        self.names_verse = names_verse(title)
        """The title tells a form of verse: 浣溪沙·某题."""
        self._number(title)
        self._find_boxes(title)
        self._hear(authors, house)
        self._find_quotes()
        self._count_numbers()
        self.wrapped = any(unit.wrapped for unit in self.units)
        """Some paragraphs stand on the lines on which they were printed."""
        self.alike = lines_alike(self.units, self.numbers, self._stands_free)
        """How many lines like it, but of other lengths, stand over paragraphs as a unit does."""
        self.calls = Calls(self.units, self.alike)
        """Which of its lines ask or call out."""
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
            or _is_of_apparatus(self.units[at].text)
        )

    def _number(self, title: str) -> None:
        """The numbers of the units, and the headings that others of their form tell."""
        units, boxes = self.units, self.context.profile.boxes
        self.numbers = [numbering(unit.text) for unit in units]
        for at, number in enumerate(self.numbers[1:], 1):
            if number is not None and ends_word(units[at - 1].text, units[at].text):
                self.numbers[at] = None
        told = glued_numbers(units, self.numbers) | spaced_numbers(units)
        told |= next_numbers(units, self.numbers) | misread_numbers(units, self.numbers)
        for at, number in told.items():
            self.numbers[at] = number
        self.series = headings_in_series(units, boxes.sure)
        for at, kind in self.series.items():
            if kind in RANKS and (ranked := likely_rank(units[at].text)) is not None:
                self.numbers[at] = Numbering(*ranked)
        self.series |= dict.fromkeys(poem_titles(units, title, self.is_seam), "plain")
        """Headings told by others of their form: the index of a unit and the kind."""
        glued = (at for at in self.parted if self.numbers[at] is None)
        self.people = marked_people(units)
        """Headings that name who speaks below them."""
        large = (at for at, unit in enumerate(units) if unit.first in self.large)
        self.series |= dict.fromkeys((*glued, *self.people, *large), "plain")

    def _find_boxes(self, title: str) -> None:
        """Where boxes begin, once what only looks so is left out; tables and calendars first."""
        self.cells = find_cell_tables(self.units)
        """Tables whose cells stand on lines of their own."""
        self.celled = frozenset(
            place for table in self.cells.values() for place in range(table.first, table.end)
        )
        """The units that are such cells."""
        self.dated = dated_items(self.units)
        """The entries of calendars."""
        outline = Outline(self.units, self.context, self.numbers, self.series, self.cells)
        self.carded = find_boxes(outline)
        """The units of cards, each with its label, that are boxes."""
        free_parts_of_title(outline, title)
        ended = close_boxes(outline)
        self._outline = outline
        self.starts = outline.starts
        self.points = outline.points
        """The last lines of boxes whose end is known, by the units of their titles."""
        self.facts = self._without_boxed(facts_of(self.units) - self.carded)
        """Facts about a work, each under its label."""
        for at in self.facts:
            self.starts[at] = None
        self.taken = set(ended)
        """Units that a box has taken which stands further above, or that say where it ends."""
        for at in ended:
            self.context.ledger.drop(self.units[at].first, self.units[at].text, "end-mark")

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
        said = repeated(self.units, self.starts, turns)
        self.quotes = frozenset(at for at in said if not self._heads_turns(at, turns))
        self.quoted_lines = repeated_lines(self.units, self.starts, self.quotes)

    def _heads_turns(self, at: int, turns: Sequence[bool]) -> bool:
        """True for ## 夜里的灯 between a whole paragraph and the next question, be it in words of the text."""
        if not (0 < at < len(self.units) - 1 and self.units[at].markup_level and turns[at + 1]):
            return False
        return is_han(self.units[at].text[-1]) and ends_sentence(self.units[at - 1].text)

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
        return self.units[at].text.startswith(self._named_speakers)

    @cached_property
    def _named_speakers(self) -> tuple[str, ...]:
        return tuple(sorted(filter(is_name, self.speakers.names)))

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
            end = self._outline.source_of_excerpt(end)  # who speaks there speaks in the work
        elif own is not None and start <= self._first_asked:
            first = end - bool(own.rest)
            end = max(end, questions_end(self.units, first, len(self.units), own.rest))
        return frozenset(
            index for index in range(end, min(len(self.units), start + 16)) if self._stops(index)
        )

    @cached_property
    def told(self) -> str:
        """All that the article says, a unit a line."""
        return "\n".join(unit.text for unit in self.units)

    @cached_property
    def _first_asked(self) -> int:
        """The first unit that asks in no name; behind the last if none does."""
        found = (at for at, unit in enumerate(self.units) if asks(unit.text))
        return next(found, len(self.units))

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
        if at in self.quotes and (self._is_apart(at) or item_form(self.units[at - 1].text)):
            return not item_form(text)  # a pull quote below the box, or the items of its list
        if number is not None and number.kind in SECTION_KINDS and is_heading_text(text):
            return True
        if text[0] in CIRCLED and self._is_called(at):
            return True
        label = None if closes_box(text) else labelled(text)
        if label is None or label.role not in (Role.BIOGRAPHY, Role.CREDIT):
            return False
        # 书名：…… or 《某书》 over 作者：……, be the former beside the name of the box
        beside = self.starts[at - 1]
        above = item_form(beside.rest if beside and beside.rest else self.units[at - 1].text)
        return not (item_form(text) == "label" and above in ("label", "work"))

    def _is_called(self, at: int) -> bool:
        """True for ② ……, the note at the foot of a page, where ② stands in the text above it.

        All of several in a row are called, or else they may be the items of a list.
        """
        first = at
        while first and self.units[first - 1].text[0] in CIRCLED:
            first -= 1
        if not ends_sentence(self.units[first - 1].text):
            return False
        end = at + 1
        while end < len(self.units) and self.units[end].text[0] in CIRCLED:
            end += 1
        above = self.units[max(0, first - _CALLED) : first]
        return all(_calls(above, one.text[0]) for one in self.units[first:end])

    def _is_apart(self, at: int) -> bool:
        """True for one whole sentence below another, between blank lines and above no source."""
        text, following = self.units[at].text, self.after(at)
        whole = ends_sentence(text) and ends_sentence(self.units[at - 1].text)
        if not (whole and self.units[at].gap and text.count("。") == 1):
            return False
        return following is None or (following.gap and not is_attribution(following.text))

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


def _is_of_apparatus(text: str) -> bool:
    """True for 关键词：……, 参考文献 and [2] ……, which stand around the text of a learned article."""
    return labelled(text) is not None or NOTED.match(text) is not None or is_reference_head(text)
