"""Pull quotes without a label: units that say again what the article says elsewhere."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import islice

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, unopened, width
from converter.model import Role
from converter.parse.assemble.elsewhere import (
    APART,
    PLACES,
    RUN,
    begins_clause,
    begins_with_rest,
    elsewhere,
    gathered,
    holds_parts,
    places_of_some,
    runs_through,
    said_again,
    says_in_turn,
)
from converter.parse.assemble.loosely import SaidLoosely, without_particles
from converter.parse.assemble.set_apart import (
    CUT_OFF,
    ends_text,
    interrupts,
    is_said,
    is_set_flush,
    stands_alone,
    stands_apart,
)
from converter.parse.assemble.twice import SaidAgain
from converter.parse.boxes import BoxStart, is_attribution
from converter.parse.grams import Runs
from converter.parse.headings import numbering
from converter.parse.kinds import NOTED, heads_abstract, is_editors_note, labelled
from converter.parse.paragraph import complete
from converter.segment import Unit
from converter.values import NamedTuple

_HALVES = ("；", ";")
"""Marks with which a piece may stop that a page has cut, and with which an item ends as well."""
_LONGEST_QUOTE = 600
"""Characters of a pull quote; some journals set a whole paragraph large before an article."""


def repeated(
    units: Sequence[Unit], starts: Sequence[BoxStart | None], turns: Sequence[bool]
) -> frozenset[int]:
    """Units that say again, word for word or nearly so, what the article says elsewhere."""
    names = [_key(unit.text) for unit in units]
    joints = Runs((unit.text for unit in units), _BEFORE + _AFTER)
    broken = frozenset(
        at
        for at, unit in enumerate(units)
        if not complete(unit.text) or unit.text.rstrip()[-1:] in _HALVES
    )
    tails: dict[str, list[int]] = {}
    for at in sorted(broken):
        alike = tails.setdefault(names[at][-RUN:], [])
        if len(alike) < PLACES:
            alike.append(at)
    notes = tuple(at for at, unit in enumerate(units) if is_editors_note(unit.text))
    quoted = tuple(at for at, unit in enumerate(units) if _is_quoted_head(unit.text))
    said, loosely = SaidAgain(names), SaidLoosely(names)
    article = _Article(units, names, starts, said, loosely, joints, broken, tails, notes, quoted)
    found = {
        index
        for index, name in enumerate(names)
        if (_SHORTEST <= len(name) <= _LONGEST_QUOTE or _is_saying(units, index, name, broken))
        and starts[index] is None
        and not turns[index]
        and not _is_title_of_box(units, starts, index)
        and not NOTED.match(units[index].text)
        and not _is_registered(units[index].text)
        and not heads_abstract(unit.text for unit in units[index:])
        and article.says_again(index)
    }
    if len(found) < 2:
        return frozenset(found)
    from converter.parse.assemble.sources import without_sources

    return without_sources(units, names, found, broken)


def _is_title_of_box(units: Sequence[Unit], starts: Sequence[BoxStart | None], index: int) -> bool:
    """True for a line without a full stop right below the name of a box, and over its text."""
    above = starts[index - 1] if index else None
    if above is None or not above.own_line or ends_sentence(units[index].text):
        return False
    return index + 1 < len(units) and ends_sentence(units[index + 1].text)


def _is_registered(text: str) -> bool:
    """True for the number of an article (文章编号：……), which may stand beside its class as well."""
    label = labelled(text)
    return label is not None and label.role is Role.KEYWORDS


class _Article(NamedTuple):
    """The units of an article, and what finds their words in others of them."""

    units: Sequence[Unit]
    names: Sequence[str]
    starts: Sequence[BoxStart | None]
    said: SaidAgain
    loosely: SaidLoosely
    joints: Runs
    broken: frozenset[int]
    """The units that stop in the middle of a sentence."""
    tails: Mapping[str, Sequence[int]]
    """A few of them that end with the same characters."""
    notes: Sequence[int]
    """Those that are a note of the editor's."""
    quoted: Sequence[int]
    """Those in quotation marks, as a heading in words of the text has them."""

    def says_again(self, index: int) -> bool:
        """True for a unit whose words the article has elsewhere, as a quotation set apart."""
        units, name, text = self.units, self.names[index], self.units[index].text
        bare = len(name) < 18 and not ends_sentence(text)
        again = said_again(units, self.said, self.broken, index) if bare else ()
        # What stands on both sides of the seam that the quotation makes is said nowhere else.
        cut = _CROSSING / (len(name) - 4) if _meets_seam(self.names, index, self.broken) else 0.0
        if bare and index - 1 not in self.broken and self._is_head_of_several(index):
            return False  # what a note above the text asks is the heading of a part
        if index - 1 not in self.broken and (
            self._is_one_of_the_quoted(index) or self._asks_as_noted(index)
        ):
            return False
        apart = bare and not cut and stands_apart(units, index)
        parted = apart and any(place.parted for place in again)
        needed, parts = self._needed(index)
        holds = parted or self.said.holds(index, max(0.0, needed - cut))
        if not holds and self._is_said_over_page(index):
            parted = holds = True
        if not holds:
            return self._leaves_out(index)
        # Words in quotation marks may as well be a heading.
        closes = is_han(text.strip()[-1]) and (
            (
                (stands_apart(units, index) or ends_text(units, index))
                and any(place.ends_sentence for place in again)
            )
            or self._is_last_said(index)
        )
        whole = not bare or parted or any(place.ends_clause for place in again)
        if not (whole and self._may_quote(index, closes=closes)):
            return False
        if not (parted or self._stands_elsewhere(index, needed, parts)):
            return self._leaves_out(index)  # most of its words, but by no means those of a whole
        return begins_clause(units, self.said, index)

    def _is_last_said(self, index: int) -> bool:
        """True for two clauses with which the paragraph right above has ended: no heading of what follows."""
        name, text = self.names[index], self.units[index].text
        above = self.names[index - 1] if index else ""
        return "，" in text and len(name) < len(above) and above.endswith(name)

    def _is_said_over_page(self, index: int) -> bool:
        """True for a sentence, within another or apart, whose very words a page parts in the text."""
        name = self.names[index]
        set_in = interrupts(self.units, index) or stands_alone(self.units, index)
        if not (_SHORTEST <= len(name) <= _SHORT_QUOTE and set_in):
            return False
        least = 1 if stands_alone(self.units, index) else RUN
        for end in range(RUN, len(name) - least + 1):
            for other in self.tails.get(name[end - RUN : end], ()):
                below = self.names[other + 1 : other + 1 + APART]
                whole = other != index and self.names[other].endswith(name[:end])
                if whole and any(begins_with_rest(one, name[end:]) for one in below):
                    return True
        return False

    def _leaves_out(self, index: int) -> bool:
        """True for 灯不眨眼，一直亮着，没有人听见。, clauses of one sentence that leave out some between them."""
        text = self.units[index].text.strip("“”「」 ")
        below = self.units[index + 1 : index + 2]
        apart = self.units[index].gap and all(unit.gap for unit in below)
        if apart and (self._says_parts(index) or self._rewords_near(index)):
            return True
        if not (apart and "，" in text):
            return False
        if not ends_sentence(text):
            return self._abridges(index)
        if self._says_who(index):
            return True
        if not _SHORTEST <= len(key(text)) <= _SHORT_QUOTE:
            return False
        if self._says_loosely(index) or self._skips_words(index) or self._ends_otherwise(index):
            return True
        clauses = [key(part) for part in text.split("，")]
        if min(map(len, clauses)) < RUN:
            return False
        longer = _LONGER if stands_alone(self.units, index) else 2
        for other in islice(self.said.texts_with(clauses[0][:RUN]), PLACES):
            said = self.units[other].text
            if other != index and len(said) >= longer * len(text) and says_in_turn(said, text):
                return True
        return False

    def _says_parts(self, index: int) -> bool:
        """True for “表会骗人。人也会。”, whose clauses stand in their order in what somebody says at more length."""
        text = self.units[index].text.strip()
        if not (is_said(text) and stands_alone(self.units, index)):
            return False
        clauses = [clause for clause in _CLAUSE_ENDS.split(text[1:-1]) if clause]
        longest = max(clauses, key=len)
        if not (len(clauses) > _TWO and len(longest) >= RUN <= len(text) <= _SHORT_QUOTE):
            return False
        in_turn = re.compile(".{0,24}?".join(map(re.escape, clauses)))
        return any(
            other != index and in_turn.search(self.units[other].text) is not None
            for other in islice(self.said.texts_with(longest[:RUN]), PLACES)
        )

    def _rewords_near(self, index: int) -> bool:
        """True for 含糊的话说得多了，组织的话就不值钱了。 near 含糊话说多了，……不值钱了, said at length.

        One sentence alone, most of which a longer paragraph beside it has in its order, in runs of
        two characters and more, one of them long.
        """
        name, text = self.names[index], self.units[index].text.strip()
        if not _BEGUN * 2 <= len(name) <= _REWORDED or "。" in text[:-1] or text[-1:] != "。":
            return False
        if not stands_alone(self.units, index) or numbering(text) or any(map(str.isdecimal, text)):
            return False
        near = range(max(0, index - _NEARBY), min(len(self.units), index + 1 + _NEARBY))
        return any(
            other != index
            and len(self.names[other]) >= 2 * len(name)
            and _runs_share(name, self.names[other])
            for other in near
        )

    def _ends_otherwise(self, index: int) -> bool:
        """True for 人要的就是一口气，气顺了，事就顺了。, where a paragraph has 气顺了，事情就好办 for the end.

        A sentence alone, all clauses of which but the last stand so in a paragraph right above or below.
        """
        name, units = self.names[index], self.units
        if not stands_alone(units, index) or numbering(units[index].text):
            return False
        if self._shares_half(index):
            return True
        clauses = units[index].text.split("，")
        begun = "，".join(clauses[:-1]) + "，"
        if len(clauses) < _CLAUSES or len(key(begun)) < max(_BEGUN, _MOST_OF * len(name)):
            return False
        return self._is_said_near(index, 1, re.escape(begun))

    def _shares_half(self, index: int) -> bool:
        """True for A，B；C，D。 of which a paragraph near it says one half word for word, as clauses of its own."""
        halves = self.units[index].text.rstrip("。").split("；")
        if len(halves) != _TWO or min(len(key(half)) for half in halves) < _HALF:
            return False
        either = "|".join(map(re.escape, halves))
        return self._is_said_near(index, _NEARBY, f"(?:{either})[。，；！？]")

    def _is_said_near(self, index: int, reach: int, words: str) -> bool:
        """True if a far longer paragraph within reach has words (a pattern) at the beginning of a clause."""
        said = f"(?:^|[。，；：！？“]){words}"
        near = range(max(0, index - reach), min(len(self.units), index + 1 + reach))
        return any(
            other != index
            and len(self.names[other]) >= 2 * len(self.names[index])
            and re.search(said, self.units[other].text) is not None
            for other in near
        )

    def _says_loosely(self, index: int) -> bool:
        """True for a sentence that differs by particles alone from what a longer paragraph says: 不是, 却不是."""
        name = self.names[index]
        bare = without_particles(name)
        if len(bare) < _LEAST_THOUGHT or numbering(self.units[index].text):
            return False
        if not self.loosely.may_stand_again(bare):
            return False
        runs = [name[at : at + RUN] for at in range(0, len(name) - RUN + 1, RUN)]
        return any(
            other != index
            and len(self.names[other]) >= 2 * len(name)
            and bare in without_particles(self.names[other])
            for other in islice(places_of_some(runs, self.said, len(runs)), PLACES)
        )

    def _skips_words(self, index: int) -> bool:
        """True for a sentence that leaves some words out of one in a longer paragraph, and nothing else."""
        name, text = self.names[index], self.units[index].text
        stops = "。" in text.rstrip("”」")[:-1]
        if len(name) < _LEAST_THOUGHT or stops or any(map(str.isdecimal, name)):
            return False
        if self._is_rest(index):
            return False
        # What breaks off above may go on in a few words that are said elsewhere as well.
        alone = stands_alone(self.units, index)
        return numbering(text) is None and any(
            other != index
            and len(self.names[other]) >= 2 * len(name)
            and (
                runs_through(self.names[other], name)
                or (alone and holds_parts(self.units[other].text, name))
            )
            for other in islice(self.said.texts_with(name[:RUN]), PLACES)
        )

    def _is_rest(self, index: int) -> bool:
        """True for what stands below a sentence that breaks off, and above the number of the next point."""
        if not 0 < index < len(self.units) - 1:
            return False
        above, below = self.units[index - 1].text, self.units[index + 1].text
        broken = is_han(above[-1]) and width(above) > _HEAD
        return broken and numbering(below) is not None

    def _says_who(self, index: int) -> bool:
        """True for 他不集邮，但是…… near 老秦不集邮，但是……: a sentence that says 他 for the name of somebody."""
        text = self.units[index].text
        rest = text[1:]
        if text[0] not in _WHO or len(rest) < _LEAST_THOUGHT or not stands_alone(self.units, index):
            return False
        for other in range(max(0, index - _BESIDE), min(len(self.units), index + 1 + _BESIDE)):
            said = self.units[other].text
            at = said.find(rest)
            subject = _NO_HAN.split(said[:at])[-1] if at > 0 else ""
            if other != index and 0 < len(subject) <= _NAME and len(said) >= 2 * len(text):
                return True
        return False

    def _abridges(self, index: int) -> bool:
        """True for 文章都可以写成一根树枝 near ……的文章，都可以写成这么一根树枝。: a thought that leaves words out.

        It stands between whole paragraphs, or cuts one, and no other line is like it, as headings
        are. What a heading says, the paragraph right below it says again.
        """
        units, name = self.units, self.names[index]
        if not _LEAST_THOUGHT <= len(name) <= _SHORT_QUOTE or not is_han(units[index].text[-1]):
            return False
        if not 0 < index < len(units) - 1:
            return False
        if numbering(units[index].text) or any(map(str.isdecimal, name)):
            return False
        near = range(max(0, index - _BESIDE), min(len(units), index + 1 + _BESIDE))
        sources = (at for at in near if at not in (index, index + 1))
        if not any(runs_through(self.names[at], name) for at in sources):
            return False
        last = len(units) - 1
        alike = sum(
            "，" in unit.text
            and is_han(unit.text.strip()[-1])
            and width(unit.text) <= _HEAD
            and 0 < at < last
            and ends_sentence(units[at - 1].text)
            for at, unit in enumerate(units)
        )
        return alike <= _HEADS  # itself, and what a page may have broken off

    def _is_head_of_several(self, index: int) -> bool:
        """True for a line like a heading that only a note above the text says, too; others are like it.

        A heading has some paragraphs below it, and no mark at its end.
        """
        name = self.names[index]
        noted = [at for at in self.notes if at < index and name in self.names[at]]
        if not noted or any(
            name in other
            for at, other in enumerate(self.names)
            if at != index and (at > index or at not in noted)
        ):
            return False
        return sum(map(self._is_like_head, range(1, len(self.units) - 1))) > _HEADS

    def _asks_as_noted(self, index: int) -> bool:
        """True for a whole question that a note above the text asks as well: it opens a part."""
        asks = self.units[index].text.rstrip()[-1:] in ("？", "?")
        return asks and any(at < index and self.names[index] in self.names[at] for at in self.notes)

    def _is_one_of_the_quoted(self, index: int) -> bool:
        """True for a heading in words of the text: others stand between quotation marks as it does."""
        if not _is_quoted_head(self.units[index].text):
            return False
        last = len(self.units) - 1
        others = sum(at != index and 0 < at < last and self._is_like_head(at) for at in self.quoted)
        return others >= _HEADS

    def _is_like_head(self, at: int) -> bool:
        """True for a short line without a mark, between paragraphs."""
        text = self.units[at].text
        return (
            width(text) <= _HEAD
            and (is_han(text.strip()[-1]) or _is_quoted_head(text))
            and ends_sentence(self.units[at - 1].text)
            and width(self.units[at + 1].text) >= _PARAGRAPH
        )

    def _may_quote(self, index: int, *, closes: bool) -> bool:
        after = _after_box(self.units, self.starts, index)
        return _may_quote(self.units, index, self.joints, after, closes=closes)

    def _needed(self, index: int) -> tuple[float, tuple[str, ...]]:
        """Which part of the words of a unit must stand elsewhere, and its sentences.

        It has none where they may not stand apart.
        """
        name, text = self.names[index], self.units[index].text
        needed = 0.85 if len(name) >= 18 else 1.0
        stops = sum(map(text.count, _STOPS)) if 18 <= len(name) <= _SHORT_QUOTE else 0
        if stops <= 1 or not self.said.edges_twice(index):
            return needed, ()
        parts = _sentences(text)
        if not parts:
            return max(needed, 0.85), ()
        # What the quotation leaves out between two sentences is none of its words.
        return max(_LEAST, needed - 4 * (stops - 1) / (len(name) - 4)), parts

    def _stands_elsewhere(self, index: int, needed: float, parts: tuple[str, ...]) -> bool:
        if elsewhere(self.names, self.said, self.broken, index, needed, parts):
            return True
        return interrupts(self.units, index) and gathered(self.names, self.said, index, parts)


def _is_quoted_head(text: str) -> bool:
    """True for a line between quotation marks, without a full stop in it."""
    plain = text.strip()
    return plain[0] in "“「" and plain[-1] in "”」" and plain[-2:-1] not in tuple("。！，；")


def _runs_share(name: str, told: str) -> bool:
    """True if most of some words stand close in a text, in their order and in runs, one of them long."""
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    if sum(pair in told for pair in pairs) < _COVERED * len(pairs) / 2:
        return False
    from difflib import SequenceMatcher

    place, at, size = SequenceMatcher(None, told, name, autojunk=False).find_longest_match()
    if size <= RUN:
        return False
    room = round(len(name) * (_CLOSE - 1))
    near = told[max(0, place - at - room) : place + len(name) - at + room]
    blocks = SequenceMatcher(None, near, name, autojunk=False).get_matching_blocks()
    return sum(size for *_, size in blocks if size > 1) >= _COVERED * len(name)


_REWORDED, _COVERED, _CLOSE = 40, 0.7, 1.3
"""The most characters of a sentence that another says in nearly the same words, what part of it those
are, and by how many times longer the other may be on either side."""
_CLAUSE_ENDS = re.compile("[，。；：！？]")
_NO_HAN = re.compile(rf"[^{HAN}]")
_WHO, _NAME = frozenset("我你您他她它"), 4
"""For whom a name is said, and the characters of one with what stands before it (老秦)."""
_LONGER = 1.5
"""By so many times at least a paragraph is longer than some of its clauses, set apart."""
_LEAST_THOUGHT, _BESIDE = 14, 6
"""The least characters of a thought without a full stop, and the paragraphs around it that it may abridge."""
_TWO, _HALF, _NEARBY = 2, 9, 3
"""Halves of a balanced sentence, the fewest characters of one, and the paragraphs on either side that may say it."""
_CLAUSES, _BEGUN, _MOST_OF = 3, 8, 0.6
"""Clauses of a sentence that ends otherwise, the fewest characters of all but the last, and what part
of it those are."""
_HEADS, _HEAD, _PARAGRAPH = 2, 24, 16
"""So many headings an article has at least beside one, the most em of a heading, and the fewest
of what stands below."""
_CROSSING = 4
"""Runs of five characters that a seam cuts."""


def _meets_seam(names: Sequence[str], index: int, broken: frozenset[int]) -> bool:
    """True for the very sentence in which it was set: its halves stand above and below it."""
    name, above = names[index], names[index - 1] if index else ""
    if index - 1 not in broken or len(above) < RUN or above[-RUN:] not in name:
        return False
    below = names[index + 1 : index + 1 + APART]
    return any(len(one) >= RUN and one[:RUN] in name for one in below)


def _after_box(units: Sequence[Unit], starts: Sequence[BoxStart | None], index: int) -> str | None:
    """What stands below a unit; ``None`` if a box does, for then nobody knows what goes on."""
    if index + 1 >= len(units):
        return ""
    return None if starts[index + 1] is not None else units[index + 1].text


_SAYING = 7
"""Characters of the shortest pull quote, which cuts a sentence or closes a section."""
_SAID = 5
"""The same for words between quotation marks."""


def _is_saying(units: Sequence[Unit], index: int, name: str, broken: Container[int]) -> bool:
    """True for 蜂都不散，我散什么。 between blank lines: two clauses, and text goes on below it.

    At the end of a text it may as well take up what the text has said before. A sentence that
    breaks off above it (one of ``broken``) tells it, too, be it of one clause, or of two that have
    lost their full stop.
    """
    text = units[index].text
    above = units[index - 1].text.rstrip() if index else ""
    cuts = index - 1 in broken and is_han(above[-1:] or "。")
    breaks = cuts and width(above) >= CUT_OFF and not is_attribution(above)
    return (
        (_SAID if text[0] in "“「" and text[-1] in "”」" else _SAYING) <= len(name) < _SHORTEST
        and index + 1 < len(units)
        and ((units[index].gap and units[index + 1].gap) or is_set_flush(units, index))
        and (ends_sentence(text) or (breaks and is_han(text[-1])))
        and ((cuts and ends_sentence(text)) or re.search("[，；？！](?=.)", text) is not None)
    )


_SHORTEST = 10
_SAYS = re.compile("[”」][，。]?[^“”「」，。]{1,6}[说說道][，：][“「]")
"""“……，”她说，“……”, which a pull quote leaves out."""


def _key(text: str) -> str:
    """The characters of a text by which it is compared."""
    if "，“" in text or "：“" in text or "，「" in text or "：「" in text:
        text = _SAYS.sub("", text)
    return key(text)


_SHORT_QUOTE = 120
"""Characters of a pull quote that may leave out something between two of its sentences."""
_LEAST = 0.6
"""The least part of such a quotation whose runs of characters stand elsewhere as well."""
_STOPS = "。！？；"
_ENDS = re.compile(f"[{_STOPS}]")


def _sentences(text: str) -> tuple[str, ...]:
    """The keys of the sentences of a text; none where one is said twice, or is no sentence."""
    names = tuple(name for part in _ENDS.split(text) if (name := _key(part)))
    return names if len(set(names)) == len(names) and min(map(len, names), default=0) >= 4 else ()


_TELLS_WHERE = re.compile(r"^【|[：:]\s*$|://")
"""地址：http://……, 【线上】某会, 名单如下：: what an issue may say twice, and no words of anybody's."""


def _may_quote(
    units: Sequence[Unit], index: int, joints: Runs, after: str | None, *, closes: bool
) -> bool:
    """True if a unit is a whole sentence that no other one needs.

    Words without a full stop are none, unless they close a sentence of the text (``closes``): no
    heading does so.
    """
    unit = units[index]
    name = _key(unit.text)
    if unit.bullet or is_attribution(unit.text) or unopened(unit.text):
        return False
    if _TELLS_WHERE.search(unit.text):
        return False
    if len(name) > 60 and not ends_sentence(unit.text):
        return False
    if _goes_with_before(units, index, joints, after):
        return False
    return numbering(unit.text) is None and (
        len(name) >= 18 or stands_alone(units, index) or interrupts(units, index) or closes
    )


_BEFORE, _AFTER = 3, 4
"""Characters on both sides of a seam that tell whether the text says them elsewhere."""


def _goes_with_before(units: Sequence[Unit], index: int, joints: Runs, after: str | None) -> bool:
    """True if a unit carries on the broken sentence before it, which nothing after it does."""
    before = units[index - 1].text.rstrip() if index else "。"
    if complete(before) or (not is_han(before[-1:] or "。") and before[-1:] not in "，、"):
        return False
    if after is not None and (
        not after or _is_numbered(after) or (width(after) < 24 and not ends_sentence(after))
    ):
        return True
    return before[-_BEFORE:] + units[index].text[:_AFTER] in joints


def _is_numbered(text: str) -> bool:
    """True for what a number opens, but 第一，……, which may carry on 全省 as well."""
    found = numbering(text)
    return found is not None and found.kind != "ordinal"
