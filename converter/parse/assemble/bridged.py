"""What is set into a broken sentence, told by the piece that carries the sentence on below it.

No name and no form need tell such a box: 一张铜锁四则的清单, the lines of a recipe or an upright
name may stand between the two halves of a sentence. All that stands there is the box's, if it
reads as one: a few words over it, whole paragraphs or the items of a list, and its source.
What speaks for each place where the sentence may go on is added up (log odds), and the
likeliest is taken if it is likely enough.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import HAN, bigrams, ends_sentence, is_han, key, number, squeeze, width
from converter.names import is_name
from converter.parse.assemble.answers import only_answers
from converter.parse.assemble.flush_within import parts_by_indents
from converter.parse.boxes import BARS, LABEL_SHAPE, BoxStart, bare_label, is_attribution
from converter.parse.captions import is_unnumbered_caption
from converter.parse.cut_colons import is_cut_behind_colon
from converter.parse.cutting import breaks_off
from converter.parse.extent import closes_box
from converter.parse.grams import Trigrams, said_again
from converter.parse.headings import ends_in_particle
from converter.parse.items import ASKS_OR_ANSWERS, book_end, form_of, list_end
from converter.parse.kinds import NOTED, is_credit, labelled
from converter.parse.labels import coloned, names_box
from converter.parse.seam import carries_on, goes_on, is_scrap
from converter.parse.tables import is_figure, is_row
from converter.segment import Unit
from converter.values import NamedTuple

_REACH = 14
"""Units of a box at most."""
_BROKEN = 24
"""Em from which on a text that ends without a mark is broken off, and no line of a few words."""
_FIRST = 16
"""The same above a line with a mark of its own."""
_LONG = 48
"""Em of what has no full stop and is a text all the same."""
_HEAD, _HEADS = 24, 3
"""Em of a line over the text of a box, and so many of them at most."""
_MOST, _LEAST_ODDS = 9.0, -3.0
"""What the words at the seam say at most, and at least."""
_NAMED, _KNOWN, _SHAPED = 1.0, 3.0, 2.0
"""What speaks for a box: a few words over it, and a name of boxes among them."""
_BARRED = 6.0
"""The same of a name that a drawn bar parts from a whole text, where nobody talks: 磨工说│……。"""
_LISTED, _SOURCED, _SHARED = 2.5, 3.0, 1.5
"""The same of the items of a list, of its source at the end, and of a word of what stands over it."""
_SCRAP = 2.0
"""The same of a rest that is a character or two with a full stop."""
_TITLED, _COUNTED, _OPEN = 1.0, 2.0, 1.5
"""The same of a name over a title and a list, of a title that counts its items (四本账), and of a sentence that
cannot end where it breaks off."""
_BARE = -6.0
"""The same of prose without a name and a source."""
_QUOTATION = 30
"""Em of the paragraph that is no line of a pull quote."""
_MORE = -1.2
"""The same of each paragraph after the first."""
_FRAGMENT = -3.0
"""The same of a piece that is neither a whole paragraph nor an item."""
_SURELY, _TORN = 6.0, 3.0
"""What the words at a seam say where a sentence goes on in what looks like an item, and where it does
in the text of the box itself."""
_WITHIN = -6.0
"""The same of a list that goes on below, and of a few words over a part of the text."""
_SAID = (12, 90)
"""Characters of a pull quote by which it is known, and of the longest."""
_AGAIN = 2.5
"""What it says that a line breaks off where it would carry a sentence on."""
_INDENTED = 6.0
"""What it says that a name and indented paragraphs stand between a full line and a flush one."""
_IN_PLACE = -5.0
"""By how much the words may speak against what the lines of a column say already."""
_FAR_WIDER, _RAGGED = 1.8, 2.0
"""How much wider than its column a line is that none of it, and em by which its lines differ."""
_TAIL = 400
"""Characters of a broken sentence and what stands before it that tell how it goes on."""
_ENOUGH = 5.0
"""From so much on a box is taken for one."""


class Bridged(NamedTuple):
    """A box within a broken sentence: how it begins, and the index of the unit that ends it."""

    start: BoxStart
    end: int


class Bridges:
    """Looks for boxes between the halves of broken sentences of an article."""

    def __init__(
        self,
        units: Sequence[Unit],
        starts: Sequence[BoxStart | None],
        barred: Callable[[int], bool],
        trigrams: Trigrams,
        labels: Collection[str],
        doubted: Collection[str],
        repeated: Collection[str],
    ) -> None:
        """Look at ``units`` of which boxes begin at ``starts``; at those ``barred`` no box does.

        ``labels`` are the names of boxes, of which those ``doubted`` are common words, and
        ``repeated`` are lines that stand in the issue more than once.
        """
        self.units = units
        self.starts = starts
        self.barred = barred
        self.trigrams = trigrams
        self.labels = labels
        self.repeated = repeated
        self.sure = frozenset(labels).difference(doubted)
        self._stops: dict[int, bool] = {}
        """Of the units that have been asked about, whether a box ends above them."""
        self._torn: dict[int, bool] = {}
        """Of the same, whether a page has cut them from the next one."""

    def find(self) -> dict[int, Bridged]:
        """The boxes that nothing else has told, by the units at which they begin."""
        found: dict[int, Bridged] = {}
        quotations = self._quotations()
        for at in range(1, len(self.units) - 1):
            if at in found or self.starts[at] is not None:
                continue
            if self._is_unwrapped(at):
                found[at] = Bridged(BoxStart("", self.units[at].text, own_line=False), at + 1)
                continue
            above = at - 1 - (at - 1 in quotations)
            text = self.units[at].text
            marked = is_marked(text) or coloned(text, self.labels) is not None
            if not self.breaks(above, marked=marked) or (made := self._box(at, above)) is None:
                continue
            if made.start.label or made.start.titled or not self._is_of_box(above):
                found[at] = made
        return found

    def _is_of_box(self, at: int) -> bool:
        """True for the first text of a box: what stands below it without a name is the rest of that.

        The source below it is the box's, which a page or its frame has cut.
        """
        start, above = self.starts[at], self.starts[at - 1] if at else None
        return start is not None or (above is not None and above.own_line)

    def _is_unwrapped(self, at: int) -> bool:
        """True for a paragraph on one line, however long, within a sentence of a hard-wrapped column.

        Nothing of the column stands so; what is shorter may be a caption.
        """
        above, unit, below = self.units[at - 1 : at + 2]
        if unit.wrapped or not (above.wrapped and below.wrapped and unit.gap and below.gap):
            return False
        measure = max(width(line.text.strip()) for line in above.lines)
        size = width(unit.text)
        return (
            size >= max(_LONG, _FAR_WIDER * measure)
            and ends_sentence(unit.text)
            and not self.barred(at)
            and self.breaks(at - 1)
            and self.may_carry_on(at + 1)
            and below.indent < 1
            and max(width(line.text.strip()) for line in below.lines) <= measure + _RAGGED
            and self._may_go_on(at)
        )

    def _may_go_on(self, at: int) -> bool:
        """True if the sentence above a unit goes on below it, where the lines say so, not much worse than in it."""
        tail = self.units[at - 1].text[-_TAIL:]
        own = goes_on(tail, self.units[at].text, self.trigrams)
        return goes_on(tail, self.units[at + 1].text, self.trigrams) >= own + _IN_PLACE

    def _quotations(self) -> frozenset[int]:
        """The sentences that the text has again, set large within a broken one above a box."""
        begins: dict[int, str] = {}
        for at in range(1, len(self.units) - 2):
            text = self.units[at].text.strip("“”「」 ")
            fits = _SAID[0] <= len(text) <= _SAID[1] and ends_sentence(text)
            if fits and self.breaks(at - 1):
                begins[at] = text[: _SAID[0]]
        said = said_again("".join(unit.text for unit in self.units), begins.values())
        return frozenset(at for at, run in begins.items() if run in said)

    def breaks(self, at: int, *, marked: bool = False) -> bool:
        """True for a text that breaks off; above a ``marked`` line it may be the first of a paragraph."""
        text = self.units[at].text
        long = "。" in text or width(text) >= (_FIRST if marked else _LONG)
        if marked and text[-1] in "：:":
            return not self.units[at].pictured
        broken = breaks_off(text) or is_cut_behind_colon(self.units[at])
        return long and broken and not self.units[at].pictured

    def _box(self, at: int, above: int) -> Bridged | None:
        """The box that begins at a unit below the sentence that breaks off in the one ``above``."""
        first, end = self._body(at), self._limit(at)
        if first == at and self._is_bare(at, end):
            return None
        # What is weighed first costs less than what the words at the seams say.
        likely = [
            (below, odds)
            for below in range(first + 1, end)
            if (self.may_carry_on(below) or self._says_on(above, below))
            and (odds := self._weigh(at, first, below)) + _MOST + _OPEN > _ENOUGH
        ]
        if not likely:
            return None
        tail = self.units[above].text[-_TAIL:]
        # The name of whom a card tells carries no sentence on that the card tells again.
        bare = ends_in_particle(tail.rstrip()) or tail.rstrip()[-1] in "：:"
        best, best_score = 0, _ENOUGH + max(0.0, self._own(at, first, tail))
        for below, weight in likely:
            odds = goes_on(tail, self.units[below].text, self.trigrams)
            if below - 1 > first and self.breaks(below - 1):  # which it may carry on as well
                near = self.units[below - 1].text[-_TAIL:]
                odds -= max(0.0, goes_on(near, self.units[below].text, self.trigrams))
            score = max(_LEAST_ODDS, min(_MOST, odds)) + weight + _OPEN * bare
            if score > best_score:
                best, best_score = below, score
        return Bridged(self._start(at, first), best) if best else None

    def _own(self, at: int, first: int, tail: str) -> float:
        """How likely what begins a box carries the sentence on itself (log odds).

        A few words without a mark would have to break off once more, right below.
        """
        text = self.units[at].text.strip()
        if (
            (first > at and self._tells_of(text, first))
            or ASKS_OR_ANSWERS.match(text)
            or _GLUED.match(text)
        ):
            return 0.0
        again = first > at and not ends_sentence(text)
        return goes_on(tail, text, self.trigrams) - _AGAIN * again

    def _is_bare(self, at: int, end: int) -> bool:
        """True if nothing at all makes a box of what begins at a unit: no name, list or source."""
        text = self.units[at].text.strip()
        return (
            not self._glued(text)
            and not form_of(self.units[at])
            and not ASKS_OR_ANSWERS.match(text)
            and not book_end(self.units, at, end)
            and not any(closes_box(unit.text) for unit in self.units[at:end])
        )

    def _limit(self, at: int) -> int:
        """The first unit that cannot stand within the box or carry on the sentence."""
        end = at
        while end < len(self.units) and end - at <= _REACH:
            stops = self._stops.get(end)
            if stops is None:
                stops = self.starts[end] is not None or self.barred(end)
                self._stops[end] = stops
            if stops:
                break
            end += 1
        return end

    def _body(self, at: int) -> int:
        """The first unit of the text of a box that begins at a unit."""
        first, last = at, len(self.units)
        while first < last - 1 and first - at < _HEADS and not book_end(self.units, first, last):
            if not (self.may_head(first) or self._names_book(first)):
                break
            first += 1
        return first

    def _names_book(self, at: int) -> bool:
        """True for 《某书》 over who wrote it and who printed it."""
        text, end = self.units[at].text.strip(), len(self.units)
        work = text[0] == "《" and text[-1] == "》" and width(text) <= _HEAD
        return work and book_end(self.units, at + 1, end) > 0

    def may_head(self, at: int) -> bool:
        """True for a few words that may be the name of a box or its title."""
        unit = self.units[at]
        text = unit.text.strip()
        return (
            width(text) <= _HEAD
            and (not ends_sentence(text) or text[-1] in "？?")
            and text[-1] not in "，、；："
            and (self._has_own_mark(at) or not (unit.bullet or form_of(unit)))
            and not is_attribution(text)
            and not is_credit(text)
            and not is_unnumbered_caption(text)
            and not NOTED.match(text)
            and not ASKS_OR_ANSWERS.match(text)
        )

    def _has_own_mark(self, at: int) -> bool:
        """True for ◎备品 and 手记：两片叶子 over what has no such mark: no item of a list."""
        form = form_of(self.units[at])
        titled = form == "label" and _COLONED.match(self.units[at].text.strip()) is not None
        return (titled or form in _MARKS) and form_of(self.units[at + 1]) != form

    def may_carry_on(self, at: int) -> bool:
        """True for a piece that may be the rest of a sentence."""
        unit = self.units[at]
        text = unit.text
        whole = ends_sentence(text) or (width(text) >= _BROKEN and breaks_off(text))
        return (
            whole
            and unit.opens is not True
            and not unit.bullet
            and not form_of(unit)
            and not closes_box(text)
            and not ASKS_OR_ANSWERS.match(text)
            and not unit.markup_level
        )

    def _says_on(self, above: int, at: int) -> bool:
        """True for 蜜 | 蜂的飞行路线：……: what begins as an item does, and surely carries on a sentence."""
        unit = self.units[at]
        plain = form_of(unit) == "label" and unit.opens is not True and ends_sentence(unit.text)
        if not plain or closes_box(unit.text):
            return False
        return goes_on(self.units[above].text[-_TAIL:], unit.text, self.trigrams) >= _SURELY

    def _is_torn(self, at: int) -> bool:
        """True for the text of a box that a page has cut, and that the next unit carries on."""
        torn = self._torn.get(at)
        if torn is None:
            text, below = self.units[at].text, self.units[at + 1]
            torn = self.breaks(at, marked=True) and not form_of(below) and is_han(below.text[0])
            torn = torn and carries_on(text[-_TAIL:], below.text, self.trigrams) >= _TORN
            self._torn[at] = torn
        return torn

    # -- what speaks for a box ------------------------------------------------

    def _weigh(self, at: int, first: int, below: int) -> float:
        """How much the units between two halves of a sentence look like a box (log odds)."""
        units = self.units
        last = below
        while last > first + 1 and closes_box(units[last - 1].text):
            last -= 1
        more_than_line = below > at + 1 and _is_barred(units[at].text.strip())
        if more_than_line or any(closes_box(unit.text) for unit in units[first:last]):
            return -_MOST
        if first == at and last == at + 1 < below and self._is_saying(at, last):
            return -_MOST
        named = self._named(at, first)
        score = named + _SOURCED * (last < below) + _SCRAP * is_scrap(units[below].text)
        said = bigrams(key("".join(unit.text for unit in units[first:last])))
        score += _SHARED * any(bigrams(key(unit.text)) & said for unit in units[at:first])
        listed = list_end(units, first, below) or book_end(units, first, below)
        listed = listed or self._answers_end(first, below)
        if listed:
            score += _LISTED + self._heads_list(at, first, listed)
        indented = first > at and parts_by_indents(units, at, below)
        if indented:
            score += _INDENTED
        elif not listed and (
            # What somebody said, perhaps with his name behind a dash.
            (first == at and not named and (last == below or _names_person(units[last].text)))
            or (last == below and not self._is_long(at, first, below))
        ):
            score += _BARE
        form = form_of(units[below - 1])
        if form and form == form_of(units[below]):
            score += _WITHIN
        more = _MORE * (2 if first > at and self._tells_of(units[at].text, first) else 1)
        for index in range(max(first, listed), last):
            text = units[index].text
            whole = ends_sentence(text) or text.rstrip()[-1] in "；;"
            if (index > first and self._is_torn(index - 1) and whole) or (
                index + 1 < last and self._is_torn(index)
            ):
                continue  # halves of one paragraph
            if index > first and self.may_head(index):
                score += _WITHIN
            more_said = index > first and units[index - 1].text.rstrip()[-1] not in "；;"
            score += more * more_said if whole else _FRAGMENT
        return score

    def _is_saying(self, at: int, by: int) -> bool:
        """True for a sentence of a line with the name of who says it below a dash: a pull quote."""
        text = self.units[at].text
        one = len(text) <= _SAID[1] and ends_sentence(text) and "。" not in text[:-1]
        return one and _names_person(self.units[by].text)

    def _heads_list(self, at: int, first: int, end: int) -> float:
        """What a name and a title over a list say for a box."""
        texts = [unit.text.strip() for unit in self.units[at:first]]
        titled = len(texts) == _NAME_AND_TITLE and width(bare_label(texts[0])) <= _LABEL
        counts = (number(hit[1]) for text in texts if (hit := _COUNT.search(text)) is not None)
        counted = end - first >= _FEWEST_COUNTED and end - first in counts
        return _TITLED * titled + _COUNTED * counted

    def _answers_end(self, first: int, below: int) -> int:
        """Where 问：…… and 答：…… end that nobody else in the article says, 0 if none begin."""
        told = self._answers
        return told.stop if told and told.start == first and told.stop <= below else 0

    @cached_property
    def _answers(self) -> range:
        return only_answers(self.units)

    def _is_long(self, at: int, first: int, below: int) -> bool:
        """True for more text under a few words than a pull quote on two lines has, or a verse."""
        size = max(width(unit.text) for unit in self.units[first:below])
        text = self.units[at].text.strip()
        head = (
            first > at or _GLUED.match(text) is not None or coloned(text, self.labels) is not None
        )
        several = below - first > 1 and is_marked(self.units[at].text)
        return head and (several or size >= _QUOTATION or self._named(at, first) >= _KNOWN)

    def _named(self, at: int, first: int) -> float:
        """What the words over a box say for it."""
        text = self.units[at].text.strip()
        if first == at:
            return _BARRED * _is_barred(text) or (_KNOWN if self._glued(text) else 0.0)
        name = bare_label(text)
        if name in self.labels or name in self.repeated:
            return _KNOWN
        if self._tells_of(name, first):
            return _KNOWN
        marked = is_marked(text)
        shaped = LABEL_SHAPE.match(name) is not None or names_box(name)
        return _SHAPED if marked or shaped else _NAMED

    def _tells_of(self, name: str, first: int) -> bool:
        """True for a name over 某某（1916—1986），……, or over 1916年生于……."""
        told = self.units[first].text
        return is_name(name) and (told.startswith(name) or _BORN.match(told) is not None)

    def _glued(self, text: str) -> str:
        """The name of a box before a text from which OCR has not parted it, "" if there is none."""
        if (hit := _GLUED.match(text)) is not None:
            return hit["framed"] or hit["twice"] or hit["barred"]
        if (named := coloned(text, self.labels)) is not None:
            return named.label
        names = (text[:size] for size in range(_LABEL, 1, -1))
        return next((name for name in names if name in self.sure and len(text) > len(name)), "")

    def _start(self, at: int, first: int) -> BoxStart:
        """How a box begins whose text begins at ``first``."""
        text = self.units[at].text.strip()
        if first == at:
            if (known := coloned(text, self.labels)) is not None:
                return known
            label, hit = self._glued(text), _GLUED.match(text)
            rest = hit["rest"] if hit is not None else text[len(label) :]
            return BoxStart(label, rest, own_line=False)
        name = bare_label(text)
        told = (_MARKED_TITLE if is_marked(text) else _COLONED).match(text)
        if told is not None:
            return BoxStart(told["label"], told["title"], own_line=False, titled=True)
        hit = _BESIDE.match(text)
        if hit is not None and hit["label"] in self.labels:
            return BoxStart(hit["label"], hit["title"], own_line=False, titled=True)
        named = self._named(at, first) > _NAMED or (first - at > 1 and width(name) <= _LABEL)
        if named and not is_name(name):
            return BoxStart(squeeze(name), "", own_line=True)
        return BoxStart("", text, own_line=False, titled=True)


def is_marked(text: str) -> bool:
    """True for ◎备品, 行家说 ☞ and 【算式牌】……: a mark of the magazine's own at a name."""
    plain = text.strip()
    if plain[0] in _MARKS or (width(plain) <= _HEAD and plain[-1] in _HANDS):
        return True
    return plain[2:8] != "" and _GLUED.match(plain) is not None


def _is_barred(text: str) -> bool:
    """True for 磨工说│……。, a whole text on the line of its name."""
    hit = _GLUED.match(text)
    return hit is not None and hit["barred"] is not None and ends_sentence(text)


_GLUED = re.compile(
    rf"^(?:[【〖](?P<framed>[{HAN}]{{2,8}})[】〗]|(?P<mark>[※●■◆★☆◎◇▲△▼○□])\s*(?P<twice>[{HAN}]{{2,8}})\s*(?P=mark)|(?P<barred>[{HAN}]{{2,6}})\s*[│┃丨])\s*(?P<rest>\S.*)$"
)
"""【规则】……, ※注脚※……, 行家说│……: a name that a frame, two marks or a bar part from its text."""
_MARKS = frozenset("【〔[［〖■●◆▲★※►▶◎◇☆○□☉◉◈✧♨☞➤" + BARS)
_HANDS = frozenset("☞➤☛▸▶►")


def _names_person(text: str) -> bool:
    """True for ——某师傅 and ——某校教师某某, who said what stands above."""
    who = squeeze(text).strip("—－-")
    return text[0] in "—－-" and (
        width(who) <= _SPEAKER or any(is_name(who[-size:]) for size in (2, 3))
    )


_BORN = re.compile("^(?:1[89]|20)\\d\\d年[^，。]{0,12}生")
_COUNT = re.compile(
    "([一二两兩三四五六七八九十]{1,2}|\\d{1,2})[个個条條件种種本笔筆步招点點句张張道项項问問课課大]"
)
_NAME_AND_TITLE, _FEWEST_COUNTED = 2, 3
"""Lines of a name and a title; the fewest items that a title counts by no chance."""
_SPEAKER = 8
"""Em of who said something, without where."""
_LABEL = 6
"""Em of a name over a title."""
_MARKED_TITLE = re.compile(
    rf"^[^{HAN}\s]\s*(?P<label>[{HAN}]{{2,6}})\s*[：:]\s*(?P<title>[^\s，。；：！]{{2,16}})$"
)
"""■公司档案：一亩六: the name of a box and its title behind a mark."""
_COLONED = re.compile(
    rf"^(?P<label>[{HAN}]{{2,6}})[：:](?P<title>[{HAN}“《][^\s，。；：！]{{1,16}})$"
)
"""观察手记：两片叶子."""
_BESIDE = re.compile(r"^(?P<label>\S{2,6})[ \u3000]+(?P<title>\S{2,20})$")
"""术语　水碓: the name of a box and its title."""


def is_set_apart(unit: Unit) -> bool:
    """True for a caption, a row of a table, a note at the foot of a page or a credit."""
    text = unit.text
    label = None if closes_box(text) else labelled(text)
    return (
        unit.pictured
        or is_row(text)
        or is_figure(text)
        or is_unnumbered_caption(text)
        or NOTED.match(text) is not None
        or label is not None
        or _SPEAKS.match(text) is not None
    )


_SPEAKS = re.compile("^(?:记者|記者|本刊|主持人|《[^》]{2,8}》)\\s*[：:]")
"""Whoever asks, whose turn no box holds."""


__all__ = ["Bridged", "Bridges", "is_set_apart"]
