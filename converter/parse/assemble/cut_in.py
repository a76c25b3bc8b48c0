"""Pull quotes in no marks: short lines, and sentences cut into another one."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.model import Box, Heading
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.lone_thoughts import is_flush_thought, is_lone_thought
from converter.parse.assemble.set_apart import gaps_are_rare, is_said, stands_apart
from converter.parse.assemble.survey import Survey
from converter.parse.assemble.unstopped import is_unstopped_pair
from converter.parse.grams import Trigrams
from converter.parse.headings import run_in_series
from converter.parse.items import item_form
from converter.parse.kinds import labelled
from converter.parse.large import breaks_alone, is_narrow, large_to, pair_alone, parted_to
from converter.parse.seam import carries_on, goes_on, is_bound
from converter.parse.turned_thoughts import (
    begins_anew,
    is_balanced_thought,
    is_long_thought,
    is_turned_thought,
    says_what_always_holds,
)
from converter.parse.usage import joins
from converter.segment import Unit

SAID = 80
"""Em of a sentence with a name under it that is set into another one."""
QUOTED = (10, 44)
"""Em of a sentence that may be set into another one without any sign: two lines or three."""
_LIKELY, _FAR = 2.5, 3.2
"""Log odds that the broken sentence goes on below it, and by how much more than in it.

Of twelve hundred sentences that a page breaks, which do go on in the next piece, none is
judged so in error."""
_CLEAR = 6.0
"""By how much more it goes on below the first unit of a page, which else is the rest of the sentence."""
_FARTHER = 2.0
"""The second of the two for what somebody says, to which no word before it leads."""
_ASKS_FOR = frozenset(
    "说說道问問喊叫答想写寫称稱曰是为為即如着著了的出句唱念骂罵讲講话話成作以把有过過得和与與及在"
)
"""What may stand right before a quotation that is a part of its sentence."""
_SURELY = 1.0
"""The second of the two for what cannot be said by who speaks."""
_UNLIKELY = -4.0
"""The first of the two where the indents tell that nothing else can go on."""
_PLAUSIBLE = 0.0
"""The first of the two for a sentence whose words the article has elsewhere."""
_ALIKE = 1e-9
"""By so much differ sums of the same odds."""
_FOREIGN, _STRANGE = 1.5, -2.0
"""The most that may speak for a turned thought as the rest of a sentence (log odds), and the same for one
whose clauses are alike, as those of any sentence may be."""
_LINES = 1.0
"""By how much the words may speak against what the commas behind short lines say already."""
CLAUSES, CLAUSE = re.compile("[，。；：！？、…“”「」]+"), 6
"""What parts clauses, and the least characters of one that is not said twice by chance."""
_REST, _WORD = 8, 4
"""Em of the most that is left of a broken sentence, and that nobody writes as a paragraph, and of a word."""
_NO_START = re.compile(
    "了(?![解不起却卻结結然如无無断斷却])|的(?![确確士哥卡])|们|們|着(?![力眼手重急火装裝实實落陆陸凉涼迷色想笔筆])|[吗嗎呢么]"
)
"""Particles, with which no sentence begins."""
_ECHO = 0.4
"""The least part of a sentence that such clauses are."""
_ELSEWHERE = 0.2
"""By how much other prose must say at least that a sentence goes on below another, whose words the
article has nowhere else."""
_SHORT_OF = 3.0
"""By so many em at least what is no full line is shorter than one, with the indent of a first line."""
_AS_LONG = 1.6
"""By so many em full lines of a column differ."""
_POINT = re.compile("其[一二三四五六七八][，是]|其次，|再次，|第[一二三四五六七八九十]{1,2}，")
"""其四，……: the next point of several carries on no sentence."""
_STOPS = re.compile("[。！？；]")
CERTAIN = 5.0
"""The first of the two for a thought without a full stop, which may be anything, and for a box."""


class Seam:
    """What stands on both sides of a unit, and what it says of itself."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.context = draft.context

    def goes_on_below(self, at: int, mark: int, least: float = 0.0) -> bool:
        """True if the sentence that breaks off above a unit goes on below ``mark`` rather than there."""
        if self.draft.open is None:
            return False
        tail, units = self.draft.open.tail(400), self.survey.units
        own = self._odds(tail, units[at].text)
        return self._odds(tail, units[mark + 1].text) > own + least

    def _odds(self, tail: str, text: str) -> float:
        """The log odds that a text carries on what breaks off."""
        return goes_on(tail, text, self.context.trigrams)

    def goes_on_in_prose(self, at: int, mark: int, *, free: bool = False) -> bool:
        """The same, surely, and with a full stop: words without one may as well be a line of verse.

        ``free``: whatever the words are.
        """
        stops = "。" in self.survey.units[mark + 1].text
        return stops and (free or self.goes_on_below(at, mark, _SURELY))

    def is_told(self, at: int, end: int) -> bool:
        """True if a number, a label or a speaker says what one of some units is."""
        survey = self.survey
        return any(
            survey.numbers[index]
            or survey.starts[index]
            or labelled(survey.units[index].text)
            or survey.speakers.turn(survey.units[index].text)
            for index in range(at, end)
        )


class CutIn(Seam):
    """Tells where a thought in no marks has been set into an article, and where it ends."""

    def large_to(self, at: int) -> int:
        """The end of a pull quote in a few short lines that cut a sentence in two."""
        survey, draft = self.survey, self.draft
        last = draft.open.last.rstrip()[-1:] if draft.open is not None else "："
        if last == "：" or not (draft.mid_sentence() or last == "；"):
            return 0
        end = large_to(survey.units, at)
        if end and not ends_sentence(survey.units[end - 1].text):
            # Lines of larger type break behind commas, as those of a text hardly do; behind a comma
            # a clause may begin as a sentence does.
            free = last == survey.units[at].text[-1] == "，"
            end = end if self.goes_on_in_prose(at, end - 1, free=free) else 0
        return 0 if self.is_told(at, end) else end

    def pair_to(self, at: int) -> int:
        """The end of a pull quote of two sentences on a line each, between whole paragraphs."""
        if self.draft.empty or self.draft.mid_sentence() or self.survey.speakers.names:
            return 0
        unstopped = is_unstopped_pair(self.survey, self.draft, at)
        if not (unstopped or pair_alone(self.survey.units, at)) or self.is_told(at, at + 2):
            return 0
        return at + 2

    def parted_to(self, at: int) -> int:
        """The end of a pull quote in short lines that blank ones part, 0 if none begins.

        Within a broken sentence, what stands below must carry that on not much worse.
        """
        end = parted_to(self.survey.units, at, self.context.measure)
        if (
            not end
            or self.draft.empty
            or self.is_told(at, end)
            or item_form(self.survey.units[at].text)
        ):
            return 0
        above = self.survey.units[at - 1].text.rstrip()
        if above[-1] in "：:":
            return 0
        if not self.draft.mid_sentence():
            return end
        goes_on = end < len(self.survey.units) and self.goes_on_below(at, end - 1, -_LINES)
        return end if goes_on else 0

    def is_narrow(self, at: int) -> bool:
        """True for lines narrower than the column within a sentence, under no name of a box.

        Where all else has a line a paragraph, they may stand between two sentences as well.
        """
        survey, unit = self.survey, self.survey.units[at]
        narrow = self.draft.mid_sentence() and is_narrow(survey.units, at)
        if narrow and not ends_sentence(unit.text):
            narrow = self.goes_on_in_prose(at, at)
        return (
            (narrow or self._breaks_alone(at))
            and not (survey.numbers[at] or survey.starts[at] or labelled(unit.text))
            and not (item_form(unit.text) or survey.speakers.turn(unit.text))
        )

    def _breaks_alone(self, at: int) -> bool:
        """True for short lines where all else has a line a paragraph, and no box makes them so.

        Within a broken sentence, what stands below must carry that on better than they do, or
        no worse behind a comma, where a clause begins as a sentence does.
        """
        units, draft = self.survey.units, self.draft
        broken = draft.mid_sentence() and draft.open is not None and at + 1 < len(units)
        if draft.empty or not breaks_alone(units, at, unstopped=broken):
            return False
        size = max(width(line.text.strip()) for line in units[at].lines)
        if self.context.measure and abs(size - self.context.measure) <= _AS_LONG:
            return False  # a paragraph on a page of which OCR has kept the lines
        if any(self.survey.starts[index] for index in range(at - 1, min(at + 2, len(units)))):
            return False  # the column is narrower beside a box
        if not broken or draft.open is None:
            return True
        if not ends_sentence(units[at].text):
            return self.goes_on_in_prose(at, at)
        comma = draft.open.last.rstrip()[-1:] == "，"
        return self.goes_on_below(at, at, -_ALIKE if comma else 0.0)

    def cuts(self, at: int) -> bool:
        """True for a whole sentence within another one, which breaks off in a word.

        What follows must carry the broken sentence on far better than the unit itself.
        """
        unit, following, broken = self.survey.units[at], self.survey.after(at), self.draft.open
        if following is None or broken is None or not self._may_cut(at, following):
            return False
        if is_sibling(broken.raw, following.text):
            return False
        tail, below, trigrams = broken.tail(400), following.text, self.context.trigrams
        if len(unit.text) > QUOTED[1]:
            return self._cuts_long(at, tail)
        if self._is_over_rest(at, tail):
            return True
        foreign = self._is_foreign_thought(at, tail)
        if foreign or self.survey.starts[at + 1]:
            return foreign
        needed, by = _LIKELY, _FAR
        if not ends_sentence(unit.text):
            # 等十 | 捏着她的指头，比吊一百吨的梁还紧张 | 个指头: only where nothing else can be.
            needed = CERTAIN
            if not (unit.gap and following.gap) or _reads_on(tail, unit.text, below):
                return False
            if self._fills_no_line(at):
                return True
            if self._odds(tail, below) < needed or self._odds(unit.text, below) >= CERTAIN:
                return False
        elif unit.markup_level:  # as large as a heading, with a full stop, in mid-sentence
            return self._odds(tail, below) - self._odds(tail, unit.text) > -1.0
        elif (
            is_said(unit.text)
            and stands_apart(self.survey.units, at)
            and not _introduces(tail, unit.text)
        ):
            needed, by = 0.0, _FARTHER
        elif unit.opens is False:
            needed, by = _UNLIKELY, _SURELY
        elif _is_thought(unit.text) and unit.gap and following.gap:
            if self._reads_better_below(at, tail) >= _LIKELY:
                return True
            needed, by = _PLAUSIBLE, _SURELY
        elif self.shows_speaker(at):
            needed, by = 0.0, _SURELY
        elif echoes(self.survey.units, at) and not _is_known(tail, unit.text, trigrams):
            needed, by = _PLAUSIBLE, -_ALIKE
        elif is_bound(tail[-1:], below[0], trigrams):
            pass  # 趸 | 船: the issue has no other character behind the first
        elif joins(tail, below) - joins(tail, unit.text) < _ELSEWHERE:
            return False  # the last words of a paragraph that a page has cut
        likely = self._odds(tail, below)
        return likely >= needed and likely - self._odds(tail, unit.text) >= by

    def _is_over_rest(self, at: int, tail: str) -> bool:
        """True for a thought over the few last characters of a sentence, 心里话 | ……。 | 掏出来。, which are no paragraph.

        Unless they carry the broken sentence on far worse than the thought does. Nor do words begin one
        that belong to the word before them: 再软 | ……。 | 了一段，…….
        """
        unit, following = self.survey.units[at], self.survey.units[at + 1]
        rest = following.text
        if not (unit.gap and following.gap and ends_sentence(unit.text)):
            return False
        if _NO_START.match(rest) and _NO_START.match(unit.text) is None:
            return True
        if width(rest) > _REST or not is_han(rest[0]) or not ends_sentence(rest):
            return False
        if width(rest) > _WORD and not _is_thought(unit.text):
            return False
        return self._odds(tail, rest) >= self._odds(tail, unit.text) - _SURELY

    def _is_foreign_thought(self, at: int, tail: str) -> bool:
        """True for a turned thought apart that neither the issue nor other prose carries a sentence on with.

        A page may have cut the sentence, too; but what is left of it is hardly a thought of its own.
        """
        unit, following = self.survey.units[at], self.survey.units[at + 1]
        apart = unit.gap and following.gap and is_han(tail[-1:] or "。")
        turned, balanced = is_turned_thought(unit.text), is_balanced_thought(unit.text)
        if not apart or not ((turned or balanced) and begins_anew(unit.text)):
            return False
        own, joined = self._odds(tail, unit.text), joins(tail, unit.text)
        if not turned:
            return own + joined <= _STRANGE
        return own <= _FOREIGN and joined <= _SURELY

    def _cuts_long(self, at: int, tail: str) -> bool:
        """True for a thought in a few sentences, apart, if the issue and other prose say so together."""
        unit, following = self.survey.units[at], self.survey.units[at + 1]
        if not stands_apart(self.survey.units, at):
            return False
        own = carries_on(tail, unit.text, self.context.trigrams)
        if self.survey.starts[at + 1]:
            return own <= -_LIKELY  # the sentence goes on below the box
        below = carries_on(tail, following.text, self.context.trigrams)
        return below > 0 and below - own >= _LIKELY

    def _may_cut(self, at: int, following: Unit) -> bool:
        """False where the form of a unit, or of the next one, lets it stand in no sentence."""
        unit, survey = self.survey.units[at], self.survey
        if (
            (unit.opens is False and not self._is_flush(at))
            or unit.wrapped
            or not self.draft.mid_sentence()
            or not QUOTED[0] <= width(unit.text)
            or not (self._breaks_word() or unit.markup_level or self._fills_no_line(at))
            or (len(unit.text) > QUOTED[1] and not is_long_thought(unit.text))
        ):
            return False
        if unopened(unit.text) or unclosed(unit.text):
            return False
        if self._opens_page(at) and not unit.markup_level:
            return False
        if not (is_han(unit.text[0]) or is_said(unit.text)):
            return False
        if any(map(str.isdecimal, unit.text)):
            return False  # figures belong to a report
        if survey.numbers[at] or survey.numbers[at + 1]:
            return False
        if survey.speakers.turn(unit.text) or survey.speakers.turn(following.text):
            return False
        if labelled(unit.text) or item_form(unit.text) or at in survey.biographies:
            return False
        if survey.starts[at + 1]:
            return len(unit.text) > QUOTED[1] or is_turned_thought(unit.text)
        whole = ends_sentence(following.text) or width(following.text) >= 24
        return whole and _POINT.match(following.text) is None

    def _breaks_word(self) -> bool:
        """True if the broken sentence has a character before the seam, and no mark."""
        return self.draft.open is not None and is_han(self.draft.open.last.rstrip()[-1:] or "。")

    def _fills_no_line(self, at: int) -> bool:
        """True for a few words in a broken sentence that are too short for a line of it.

        What pages and boxes cut out of a text is whole lines, whose measure the others tell.
        Beside a box the column is narrower.
        """
        unit, survey, draft = self.survey.units[at], self.survey, self.draft
        broken = draft.open.last.rstrip() if draft.open is not None else ""
        least = self.context.measure - _SHORT_OF
        if not QUOTED[0] <= width(unit.text) <= least <= width(broken) or not is_han(unit.text[-1]):
            return False
        if broken[-1] in "：:" or broken[-1] == unit.text[0] or _STOPS.search(unit.text):
            return False
        beside = draft.blocks and isinstance(draft.blocks[-1], Box)
        return not (beside or any(survey.starts[at - 1 : at + 2]))

    def _opens_page(self, at: int) -> bool:
        """True for the first unit of a page, which is the rest of what the last one broke off.

        But not where a word breaks off that only the next unit can carry on.
        """
        unit, following, draft = self.survey.units[at], self.survey.after(at), self.draft
        if unit.first not in self.context.pages or following is None or draft.open is None:
            return unit.first in self.context.pages
        tail, trigrams = draft.open.tail(400), self.context.trigrams
        if not following.gap:
            return True
        below = goes_on(tail, following.text, trigrams)
        own = goes_on(tail, unit.text, trigrams)
        if below >= CERTAIN and below - own >= 2 * CERTAIN:
            return False
        said = is_said(unit.text) and not _introduces(tail, unit.text)
        needed = _LIKELY if said or _is_thought(unit.text) else _CLEAR
        return self._reads_better_below(at, tail) < needed

    def _reads_better_below(self, at: int, tail: str) -> float:
        """By how much rather a sentence goes on below a unit than in it, as the issue and other prose say."""
        unit, following = self.survey.units[at], self.survey.units[at + 1]
        below = carries_on(tail, following.text, self.context.trigrams)
        return below - carries_on(tail, unit.text, self.context.trigrams) if below > 0 else 0.0

    def _is_flush(self, at: int) -> bool:
        """True for a sentence of the article's own words, or a thought, set flush, as is what is below.

        Where paragraphs are indented no other begins there, and only the broken sentence is
        left to be carried on.
        """
        unit, following = self.survey.units[at], self.survey.after(at)
        flush = following is not None and following.opens is False
        own = is_turned_thought(unit.text) or echoes(self.survey.units, at)
        return flush and ends_sentence(unit.text) and own

    def sums_up(self, at: int) -> bool:
        """True for one sentence alone between a heading and its text, in words of the section above.

        奖金发给了单个的珠子，没有人去买那根线。 and below the next heading 给单个的珠子发再多的奖金，总要有人去买那根线。
        """
        units, blocks = self.survey.units, self.draft.blocks
        unit, following = units[at], self.survey.after(at)
        if self.draft.open is not None or not blocks or not isinstance(blocks[-1], Heading):
            return False
        if following is None or not (unit.gap and following.gap) or unit.opens:
            return False
        alone = width(following.text) > SAID and ends_sentence(unit.text)
        if not alone or not QUOTED[0] <= width(unit.text) <= QUOTED[1]:
            return False
        if "。" in unit.text[:-1] or self.is_told(at, at + 1) or item_form(unit.text):
            return False
        above = [one.text for one in units[max(0, at - _NEAR) : at - 1]]
        return any(_shares_runs(unit.text, text, self.survey.told) for text in above)

    def stands_alone(self, at: int) -> bool:
        """True for a turned thought on a line of its own between long paragraphs, in which nobody speaks.

        So does a sentence set flush, where no page begins with it.
        """
        units = self.survey.units
        flush = is_flush_thought(units, at) and units[at].first not in self.context.pages
        if not flush and (not is_lone_thought(units, at) or self.survey.speakers.names):
            return False
        free = not (self.draft.empty or self.draft.mid_sentence())
        return free and not self.is_told(at, at + 1)

    def shows_speaker(self, at: int) -> bool:
        """True for 某某用过的刨子。 within what somebody says, who calls himself by no name."""
        return self.draft.talks and self.survey.begins_with_speaker(at)


def echoes(units: Sequence[Unit], at: int) -> bool:
    """True for a sentence a good part of which the article says elsewhere, clause for clause."""
    text = units[at].text
    if not (stands_apart(units, at) or gaps_are_rare(units, at)):
        return False
    clauses = [clause for clause in CLAUSES.split(text) if len(clause) >= CLAUSE]
    said = "".join(
        clause
        for clause in clauses
        if any(other != at and clause in one.text for other, one in enumerate(units))
    )
    return len(said) >= _ECHO * len(text)


def _shares_runs(own: str, text: str, told: str) -> bool:
    """True if a text has two runs of characters of a sentence, and those are a good part of it.

    What ``told``, the whole article, says more than once beside the sentence itself is what it
    speaks of, and no sign.
    """
    runs, at = [], 0
    while at < len(own):
        end = at + _RUN
        if end > len(own) or own[at:end] not in text:
            at += 1
            continue
        while end < len(own) and own[at : end + 1] in text:
            end += 1
        if told.count(own[at:end]) - own.count(own[at:end]) == 1:
            runs.append(end - at)
        at = end
    return len(runs) > 1 and sum(runs) >= _PART * len(own)


_RUN, _PART, _NEAR = 5, 0.3, 8
"""Characters of a run that is no chance, the part of the sentence that such runs are, and the pieces
above it among which its source stands."""


def _reads_on(tail: str, text: str, below: str) -> bool:
    """True for words without a full stop that either of their neighbours goes on with.

    As prose puts characters side by side, the two parts of the broken sentence fit worse. So the
    words are a line of it that is short because something else stands beside the column.
    """
    return max(joins(tail, text), joins(text, below)) > joins(tail, below)


def _is_thought(text: str) -> bool:
    return is_turned_thought(text) or says_what_always_holds(text) or is_balanced_thought(text)


def _is_known(tail: str, after: str, trigrams: Trigrams) -> bool:
    """True if the issue elsewhere says the characters at a seam side by side."""
    return trigrams[tail[-2:] + after[0]] + trigrams[tail[-1] + after[:2]] > 1


def is_sibling(own: str, text: str) -> bool:
    """True for a paragraph that begins as the one above it does: 从主体看，…… 从作风看，…….

    What carries on a broken sentence does not.
    """
    if run_in_series(own) and run_in_series(text) == run_in_series(own) + 1:
        return True
    if own[:2] == text[:2] or any(own[at : at + 3] in text[:_BEGIN] for at in range(_BEGIN - 2)):
        return True
    one, other = _HEAD.match(own), _HEAD.match(text)
    return one is not None and other is not None and one.groups() == other.groups()


_BEGIN = 8


_HEAD = re.compile("(.)[^，。：；！？]{1,10}(.[，。])")
"""The first and the last character of a head, and the mark behind it: 有队伍干事。 有办法成事。"""


def _introduces(before: str, text: str) -> bool:
    """True if a word before a quotation asks for it, or if it is not all of one: 墙上写着 | “……！”."""
    return before[-1] in _ASKS_FOR or any(mark in text[1:-1] for mark in "”」")
