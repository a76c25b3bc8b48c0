"""What is set into a column within a sentence and bears no name: pull quotes, and boxes.

Lines that are full break off a sentence, and lines that are full carry it on below; those between
them are shorter, all of them, and end a sentence of their own. In larger type there are two or
three, which break between clauses; in a frame they are several of one length. Text that runs
around a picture is as narrow, but does not end there; the words on both sides tell. A box with
its source below it may as well stand between two sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, unopened
from converter.parse.boxes import is_attribution
from converter.parse.captions import is_unnumbered_caption, names_picture
from converter.parse.extent import closes_box
from converter.parse.grams import Trigrams, learnt
from converter.parse.issue.frame import after_source
from converter.parse.issue.named_text import NAMED_TEXT
from converter.parse.kinds import labelled
from converter.parse.seam import goes_on
from converter.parse.turned_thoughts import is_long_thought, is_turned_thought
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.segment.units.unit import INDENT
from converter.source import Line
from converter.values import NamedTuple

_FULL = 1.6
"""Em that may be left over in a full line of the column."""
_NARROWER, _FIRST = 1.6, 2.6
"""By so many em at least the lines of a frame are shorter than those of the column, and the first
one, which has lost its indent perhaps."""
_LARGE = 3.0
"""The same for lines in larger type."""
_EVEN = 0.6
"""Em by which full lines of the column differ that hold nothing of half an em."""
_ALIKE = 1.2
"""By so much do full lines of a frame differ."""
_QUOTE, _LONG_QUOTE, _BOX = 3, 8, 16
"""The most lines of a pull quote of one sentence and of several, and of a box."""
_LARGER = 0.85
"""The most that a line in larger type has of the em of its column: five lines of type for four."""
_FULL_LINES = 2
"""So many lines that fill it tell a frame."""
_LEAST = 10
"""Em of the shortest pull quote, and of the narrowest frame."""
_BESIDE, _TAKEN = 1.3, 4.0
"""How much wider a column beside larger type is than the lines of that, at least, and the least em
that those take from it."""
_CLAUSES = "，；：、"
_STOPS = re.compile("[。！？]")
_SURELY = 1.0
"""By how much the text around must read better without what is set into it (log odds); where
lines are far shorter, not worse will do."""
_TELLS = re.compile(r"[\d《：:]|第[一二三四五六七八九十]")
_NAME, _BOX_NAME = 6, 8
"""Characters of one who speaks, and the colon; em of the name of a box."""
_OPENING = re.compile(r"^[，。、；：！？—…【\[（(）)”’」』》]")


class SetIn(NamedTuple):
    """What is set into a column, by the indexes of its lines (ends exclusive)."""

    first: int
    end: int
    last: int
    """Where the source below it ends; ``end`` if there is none."""
    quoted: bool
    """It is a pull quote."""


class Column:
    """The lines of a column, and what they have set in without a name.

    ``cores`` are the widths of the lines with their indents and without marks that may hang over
    their ends, ``measure`` is that of the column.
    """

    def __init__(self, lines: Sequence[Line], cores: Sequence[float], measure: float) -> None:
        self.lines = lines
        self.cores = cores
        self.measure = measure

    def find(self) -> Iterator[SetIn]:
        """What stands in the column without a name, from its head to its foot."""
        after = 1
        for at in range(1, len(self.lines) - 2):
            if at < after or not 0 < self.cores[at] <= self.measure - _FIRST:
                continue
            found = self._at(at)
            if found is not None:
                yield found
                after = found.last

    @cached_property
    def trigrams(self) -> Trigrams:
        """How the issue puts characters side by side."""
        return learnt([line.text.strip() for line in self.lines])

    def _at(self, at: int) -> SetIn | None:
        """What begins at a line, and stands in a broken sentence."""
        above = self._full_above(at)
        if above < 0 or not self._may_begin(at):
            return None
        end = self._end(at)
        last = self._source(end)
        below = self._below(last)
        if end - at < _FULL_LINES or not self._is_whole(at, end):
            return None
        if below < 0:
            return self._over_box(at, end, self.lines[above].text.strip())
        if self.lines[at - 1].blank and self.lines[last].blank:
            return None  # what stands apart is told by more than its measure
        tail = self.lines[above].text.strip()
        thought = last == end and self._is_thought(at, end)
        if not is_han(tail[-1]) and not thought:
            if last == end and self._cuts_clauses(at, end, below):
                return SetIn(at, end, last, quoted=True)
            signed = last > end and self.lines[end].text.strip()[0] in "（("
            return SetIn(at, end, last, quoted=False) if signed and self._is_far(at, end) else None
        quoted = thought or (last == end and self._is_large(at, end))
        quoted = quoted or (last == end and self._is_larger(at, end) and not self._tells(at, end))
        if not quoted and not self._is_framed(at, end):
            return None
        carried = self._goes_on(tail, below) - self._goes_on(tail, at)
        needed = 0.0 if quoted or self._is_far(at, end) else _SURELY
        if carried < needed and not (quoted and self._is_sentence(at, end)):
            return None
        return SetIn(at, end, last, quoted)

    def _is_sentence(self, at: int, end: int) -> bool:
        """True for one sentence in large type of which a line breaks off in a word: no text does so early."""
        texts = [line.text.strip() for line in self.lines[at:end]]
        within = any(is_han(one[-1]) and is_han(other[0]) for one, other in pairwise(texts))
        return within and not _STOPS.search("".join(texts)[:-1])

    def _cuts_clauses(self, at: int, end: int, below: int) -> bool:
        """True for such a sentence between two clauses, of which the line below has the other: it is full.

        The first line of a paragraph is not, be its indent lost.
        """
        carries = self.cores[below] >= self.measure - _EVEN
        return carries and self._is_large(at, end) and self._is_sentence(at, end)

    def _over_box(self, at: int, end: int, tail: str) -> SetIn | None:
        """A pull quote right above a box, below which the sentence goes on that both cut."""
        over = self._widens(at, end) and self._is_thought(at, end)
        own = self._goes_on(tail, at) if over else _SURELY
        return SetIn(at, end, end, quoted=True) if own < _SURELY else None

    def _widens(self, at: int, end: int) -> bool:
        """True if a box begins below whole sentences: in smaller type its lines are longer."""
        if not at + _FULL_LINES <= end < len(self.lines):
            return False
        if _BOX_NAME < self.cores[end] <= self.cores[at] + _ALIKE:
            return False
        if not ends_sentence(self.lines[end - 1].text):
            return False
        first = end + (self.cores[end] <= _BOX_NAME and not ends_sentence(self.lines[end].text))
        inner = max(self.cores[at:end])
        return first < len(self.lines) and self.cores[first] > inner + _ALIKE

    def _goes_on(self, tail: str, at: int) -> float:
        """How well a line carries on what breaks off."""
        return goes_on(tail, self.lines[at].text.strip(), self.trigrams)

    def _full_above(self, at: int) -> int:
        """The full line above, perhaps on another page; -1 for none."""
        above = at - 1
        while above > 0 and self.lines[above].blank:
            above -= 1
        if self.lines[above].blank:
            return -1
        opens = above > 0 and not is_indented(self.lines[above])
        opens = opens and ends_sentence(self.lines[above - 1].text)  # its indent may be lost
        full = self.cores[above] + (INDENT if opens else 0.0) >= self.measure - _FULL
        return above if full else -1

    def _may_begin(self, at: int) -> bool:
        """True unless a line begins with what no such text begins with, or ends one."""
        text = self.lines[at].text.strip()
        named = NAMED_TEXT.match(text)
        return bool(text) and not (
            ends_sentence(text) or _OPENING.match(text) or _is_told(text) or named
        )

    def _end(self, at: int) -> int:
        """The end of the narrow lines from one on, none of which is a source."""
        end = at
        while (
            end < len(self.lines)
            and end - at < _BOX
            and 0 < self.cores[end] <= self.measure - _NARROWER
            and is_indented(self.lines[end]) == is_indented(self.lines[at])
            and not (end > at + 1 and self._is_source(end))
            and not self._widens(at, end)
        ):
            end += 1
        return end

    def _is_source(self, at: int) -> bool:
        text = self.lines[at].text.strip()
        return ends_sentence(self.lines[at - 1].text) and (is_attribution(text) or closes_box(text))

    def _source(self, end: int) -> int:
        """Where the source ends that stands below some lines; ``end`` without one."""
        if end >= len(self.lines) or self.lines[end].blank or not self._is_source(end):
            return end
        return max(end + 1, after_source(self.lines, end))

    def _below(self, last: int) -> int:
        """The line that carries the broken sentence on, perhaps on the next page; -1 for none."""
        below = last
        while below < len(self.lines) and self.lines[below].blank:
            below += 1
        if below == len(self.lines) or is_indented(self.lines[below]):
            return -1
        text = self.lines[below].text.strip()
        full = self.cores[below] >= self.measure - _FULL or self._is_beside(below, last)
        return below if (full or ends_sentence(text)) and not _is_told(text) else -1

    def _is_beside(self, below: int, last: int) -> bool:
        """True for a line of a column that is narrower beside what stands above the line in the text."""
        if below != last or not self.lines[below - 1].text.strip() or below + 1 >= len(self.lines):
            return False
        sizes = self.cores[below : below + 2]
        narrower = max(sizes) <= self.measure - _TAKEN and max(sizes) - min(sizes) <= _FULL
        return narrower and min(sizes) >= _BESIDE * self.cores[last - 2]

    def _is_whole(self, at: int, end: int) -> bool:
        """True for whole sentences that name no picture."""
        text = "".join(line.text.strip() for line in self.lines[at:end])
        return (
            ends_sentence(text)
            and len(text) >= _LEAST
            and not (unclosed(text) or unopened(text))
            and not (is_unnumbered_caption(text) or names_picture(text))
        )

    def _is_large(self, at: int, end: int) -> bool:
        """True for a few lines in larger type: they break off early, and between clauses if several."""
        *first, _ = (line.text.strip() for line in self.lines[at:end])
        if end - at > _QUOTE or max(self.cores[at:end]) > self.measure - _LARGE:
            return False
        if any(map(ends_sentence, first)) or 2 * self.cores[at] < self.cores[at + 1]:
            return False  # the latter is the name of something and its text
        return end - at == _FULL_LINES or all(text[-1] in _CLAUSES for text in first)

    def _is_larger(self, at: int, end: int) -> bool:
        """True for several full lines that hold far fewer characters than a line of the column does.

        So do those of larger type; a frame takes an em or two.
        """
        large = max(self.cores[at:end]) <= _LARGER * self.measure and end - at <= _LONG_QUOTE
        return large and self._is_framed(at, end)

    def _tells(self, at: int, end: int) -> bool:
        """True for figures, works and 第一个……: a box, which explains something."""
        return any(_TELLS.search(line.text) for line in self.lines[at:end])

    def _is_thought(self, at: int, end: int) -> bool:
        """True for several full lines in larger type that say what matters, and tell of nothing.

        A frame takes an em or two from a line, and has smaller type for that.
        """
        text = "".join(line.text.strip() for line in self.lines[at:end])
        turned = is_turned_thought(text) or is_long_thought(text)
        return turned and self._is_larger(at, end)

    def _is_framed(self, at: int, end: int) -> bool:
        """True for several lines that fill one measure, which is no line of verse."""
        inner = max(self.cores[at:end])
        wraps = [i for i in range(at, end - 1) if not ends_sentence(self.lines[i].text)]
        full = [i for i in wraps if self.cores[i] >= inner - _ALIKE - (INDENT if i == at else 0.0)]
        within = any(is_han(self.lines[i].text.strip()[-1]) for i in full)
        return len(full) >= _FULL_LINES and len(full) == len(wraps) and within and inner >= _LEAST

    def _is_far(self, at: int, end: int) -> bool:
        """True for a frame much narrower than the column, of more lines than a sentence has by chance."""
        far = max(self.cores[at:end]) <= self.measure - _FIRST
        return far and end - at > _FULL_LINES and self._is_framed(at, end)


def _is_told(text: str) -> bool:
    """True for what bears a number, a label or the name of one who speaks."""
    speaker = SPEAKER.match(text)
    return bool(NUMBERED.match(text) or (speaker and speaker.end() <= _NAME) or labelled(text))
