"""Pull quotes among the lines of a column: they say again what stands elsewhere in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from converter import patterns as re
from converter.hanzi import CIRCLED, ends_sentence, is_han, key, unclosed, unopened, width
from converter.parse.boxes import is_attribution
from converter.parse.issue.pieces import Apart
from converter.parse.turned_thoughts import is_turned_thought
from converter.parse.usage import joins
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED
from converter.source import Line

_CLAUSE = re.compile("[，。！？；：、…—“”‘’「」『』（）《》,;:!?()]+")
LONGEST_QUOTE = 5
"""Lines of a pull quote set into a column."""
_WINDOW = 20000
"""Characters before and after a pull quote among which its source stands: a long article."""
_SAID, _NEARLY, _LONG = 0.85, 0.75, 40
"""How much of a pull quote its source says word for word, and of one of so many characters, in which
a word may have been changed."""
_NEAR = 40
"""Characters on either side of one in which its own sentence may stand."""
_EDGE = 6
"""Characters at either end of a pull quote by which its place in the text is found."""
_WORD = 1.5
"""What speaks for it (log odds) that a word goes on below."""
_ROW = 20
"""Em of a line of a pull quote in larger type."""
_ROWS = 4
_PROSE = 24
"""The least em of the text above and below it."""


def note_said_again(lines: Sequence[Line], found: Apart) -> None:
    """Note the short lines between whole paragraphs that say again what stands elsewhere.

    Where every line is a paragraph, and no blank line parts them, so is each line of a pull quote;
    it is asked for there alone.
    """
    sizes = [width(line.text.strip()) for line in lines]
    quotes: ColumnQuotes | None = None
    at = 1
    while at < len(lines) - 2:
        end = at
        while end < len(lines) - 1 and end - at <= _ROWS and 4 <= sizes[end] <= _ROW:
            end += 1
        if 2 <= end - at <= _ROWS and min(sizes[at - 1], sizes[end]) >= _PROSE:
            quotes = quotes or ColumnQuotes(lines, 0.0, found)
            # The first may be what a column has of the sentence that is cut in two.
            if not quotes.take_short(at, end) and not ends_sentence(lines[at].text):
                quotes.take_short(at + 1, end)
        at = max(end, at + 1)


def note_cutting(lines: Sequence[Line], found: Apart) -> None:
    """Note the lines within a broken sentence that say again what stands elsewhere.

    Where no blank lines tell anything, and some pages have their lines, the others paragraphs, there
    is no measure; what cuts a sentence in two is shorter than the line that breaks off.
    """
    quotes: ColumnQuotes | None = None
    for at in range(1, len(lines) - 1):
        above, text = lines[at - 1].text.strip(), lines[at].text.strip()
        if not (above and text) or not (is_han(above[-1]) or above[-1] in "，、"):
            continue
        if width(above) < _BROKEN or not 4 <= width(text) <= min(_FRAME, width(above) - 1):
            continue
        quotes = quotes or ColumnQuotes(lines, 0.0, found)
        if lines[at].number not in found.pieces and quotes.is_begun_again(at):
            quotes.take_cutting(at)


_BROKEN, _FRAME, _NAME = 16, 32, 10
"""Em of a line that breaks off, of one in a frame, and of the name of a box."""
_TWICE = 2
"""Where it is, and where the text says it, in lines of the same length perhaps."""
_WORDS, _SURELY = 4, 14
"""The first characters by which it is looked for; so many are not said twice by chance."""


def note_behind_commas(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note a sentence in a few short lines of a column, all of which but the last end with a comma.

    No line of running text does so far before its column ends; verse is called by a colon, or has
    other short lines around it.
    """
    at = 1
    while at < len(lines) - 1:
        end = at
        while end < len(lines) and end - at < _ROWS and _is_short_clause(lines[end], measure):
            end += 1
            if not lines[end - 1].text.rstrip().endswith("，"):
                break
        free = not any(line.number in found.pieces for line in lines[at:end])
        if end - at > 1 and free and _may_be_set_in(lines, at, end, measure):
            found.quote(lines[at:end])
        at = max(end, at + 1)


def _is_short_clause(line: Line, measure: float) -> bool:
    """True for words far shorter than their column, flush, with a mark of their own at the end."""
    text = line.text.strip()
    flush = text[:1] and is_han(text[0]) and not is_indented(line)
    return bool(flush) and width(text) <= _SHORT * measure and text[-1] in "，。"


def _may_be_set_in(lines: Sequence[Line], at: int, end: int, measure: float) -> bool:
    """True for a whole sentence between the full lines of a column, or between two paragraphs of it."""
    texts = [line.text.strip() for line in lines[at:end]]
    said = "".join(texts)
    if texts[-1][-1] != "。" or "。" in said[:-1] or unclosed(said) or unopened(said):
        return False
    above = lines[at - 1].text.strip()
    below = lines[end].text.strip() if end < len(lines) else ""
    if not above or above[-1] in "：:，" or "：" in said or NUMBERED.match(texts[0]):
        return False
    broken = not ends_sentence(above)
    full = width(lines[at - 1].text.rstrip()) >= measure - _EVEN
    beside = max(width(above), width(below)) >= measure - _EVEN
    return full and bool(below) and not is_indented(lines[end]) if broken else beside


def note_turned(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note a thought in one short line or two, set into a paragraph of a column with indents.

    The line above is full, and what stands below has no indent, as only the rest of that paragraph has.
    """
    for at in range(1, len(lines) - 1):
        text = lines[at].text.strip()
        if not 4 <= width(text) <= measure - 1.5 or is_indented(lines[at]):
            continue
        end = at + 1 if ends_sentence(text) else at + 2
        said = "".join(line.text.strip() for line in lines[at:end])
        if not is_turned_thought(said) or any(one.number in found.pieces for one in lines[at:end]):
            continue
        if _cuts_paragraph(lines, at, end, measure) or _stands_flush(lines, at, end, measure):
            found.quote(lines[at:end])


def _stands_flush(lines: Sequence[Line], at: int, end: int, measure: float) -> bool:
    """True for flush lines between a paragraph that has ended early and the indent of the next.

    All of the next paragraphs begin with an indent, so that this page has kept them.
    """
    if end >= len(lines) or lines[at - 1].blank or not is_indented(lines[end]):
        return False
    above = lines[at - 1].text.strip()
    near = lines[max(1, at - _AROUND) : at + _AROUND]
    begun = [
        is_indented(line)
        for before, line in pairwise(near)
        if line is not lines[at]
        and not line.blank
        and ends_sentence(before.text)
        and width(before.text.strip()) <= measure - _ROOM
        and width(line.text.strip()) >= _TEXT
    ]
    early = ends_sentence(above) and width(above) <= measure - _ROOM
    return early and len(begun) >= _INDENTS and all(begun)


_ROOM, _TEXT = 3.0, 16
"""Em by which the last line of a paragraph is shorter, and of a line that is no heading."""


def _cuts_paragraph(lines: Sequence[Line], at: int, end: int, measure: float) -> bool:
    """True for lines between a full one and the flush rest of the paragraph, where others have indents."""
    if end >= len(lines) or lines[at - 1].blank or is_indented(lines[end]):
        return False
    above, last = lines[at - 1].text.strip(), lines[end - 1].text.strip()
    below = lines[end].text.strip()
    full = width(below) >= measure - _EVEN
    if is_han(above[-1]) and joins(above, below) <= joins(above, lines[at].text.strip()):
        return False  # the last line of the paragraph, on a page that has lost its indents
    near = lines[max(0, at - _AROUND) : at + _AROUND]
    return (
        width(above) + (2 if is_indented(lines[at - 1]) else 0) >= measure - _EVEN
        and above[-1] not in "：:，、"
        and width(last) <= measure - _EVEN
        and (full or ends_sentence(below))
        and not NUMBERED.match(below)
        and sum(map(is_indented, near)) >= _INDENTS
    )


_AROUND, _INDENTS = 24, 2
"""Lines on either side, and how many of them have an indent where the OCR keeps those of a page."""
_SHORT, _EVEN = 0.75, 1.5
"""How much of its column such a line fills at most, and em by which full lines differ."""


class ColumnQuotes:
    """Finds the short lines that say again what stands elsewhere in the same article."""

    def __init__(self, lines: Sequence[Line], measure: float, found: Apart) -> None:
        self.lines = lines
        self.measure = measure
        self.found = found
        self.alike = Counter(line.text.strip() for line in lines)
        """Running heads are said again, too, as whole lines."""
        texts = [line.text.strip() for line in lines]
        self.raw = "".join(texts)
        self.starts = [0, *accumulate(map(len, texts))]
        keys = [key(line.text) for line in lines]
        self.begins = [0, *accumulate(map(len, keys))]
        self.text = "".join(keys)

    def find(self, likely: Sequence[int]) -> None:
        """Note the pull quotes that begin at one of some lines."""
        after = 0
        for at in likely:
            if at < after:
                continue
            end = (self._end(at) if self._cuts(at) else self._block(at)) or self._between(at)
            if not end:
                continue
            begin = self._with_lines_above(self._below_heading(at, end), end)
            end = self._with_lines_below(begin, end)
            self.found.quote(self.lines[begin:end])
            mark = self.lines[min(end, len(self.lines) - 1)]
            if mark.text.strip()[:1] in tuple("—-－") and is_attribution(mark.text):
                self.found.quote([mark])
            after = end

    def take_short(self, at: int, end: int) -> bool:
        """Note some lines as a pull quote if all but the last stop within their sentence."""
        texts = [line.text.strip() for line in self.lines[at:end]]
        if len(texts) < 2 or any(ends_sentence(text) for text in texts[:-1]):
            return False
        if not self._is_quote(at, end, broken=not ends_sentence(self.lines[at - 1].text)):
            return False
        self.found.quote(self.lines[self._below_heading(at, end) : end])
        return True

    def take_cutting(self, at: int) -> bool:
        """Note the lines from one on as a pull quote if they cut a sentence, and say others again.

        They are shorter than the line above, which the line below them carries on better.
        """
        above = self.lines[at - 1].text.strip()
        narrow = width(above) - 1
        for end in range(min(at + _ROWS, len(self.lines) - 1), at, -1):
            if any(not 0 < width(one.text.strip()) <= narrow for one in self.lines[at:end]):
                continue
            if any(one.number in self.found.pieces for one in self.lines[at:end]):
                continue
            *inner, last = [one.text.strip() for one in self.lines[at:end]]
            if any(map(ends_sentence, inner)) and not ends_sentence(last):
                continue  # the name of something below it
            if last[0] in "（(" or any(self.alike[text] > _TWICE for text in (*inner, last)):
                continue  # what each article has
            if self._is_quote(at, end, broken=True) and self._is_carried_on(at, end):
                self.found.quote(self.lines[at:end])
                return True
        return False

    def is_begun_again(self, at: int) -> bool:
        """True if the first words of a line stand elsewhere, too."""
        begin = self.begins[at]
        words = self.text[begin : min(begin + _WORDS, self.begins[at + 1])]
        return len(words) == _WORDS and self.text.count(words) > 1

    def _is_carried_on(self, at: int, end: int) -> bool:
        """True if the line below some lines carries on the sentence that they cut, or a name stands there."""
        above, own, below = (self.lines[one].text.strip() for one in (at - 1, at, end))
        if not below or NUMBERED.match(below):
            return False
        if self.begins[end] - self.begins[at] >= _SURELY and self.stands_elsewhere(at, end):
            return True
        named = width(below) <= _NAME and is_han(below[-1])
        return named or joins(above, below) > joins(above, own)

    def _cuts(self, at: int) -> bool:
        """True if the line before a line fills its column."""
        return width(self.lines[at - 1].text.strip()) >= self.measure - 1.4

    def _block(self, at: int) -> int:
        """The end of a whole sentence in short lines between blank ones, if it is a pull quote."""
        if not self.lines[at - 1].blank:
            return 0
        end = at
        while end < len(self.lines) and not self.lines[end].blank and end - at <= LONGEST_QUOTE:
            if width(self.lines[end].text.strip()) > self.measure - 1.5:
                return 0
            end += 1
        last = self.lines[end - 1].text.rstrip()
        whole = end - at <= LONGEST_QUOTE and last[-1:] in tuple("。”」』")
        return end if whole and self._is_quote(at, end, broken=False) else 0

    def _between(self, at: int) -> int:
        """The end of a whole sentence in short flush lines that no blank ones part from the text."""
        above = self.lines[at - 1].text.strip()
        if (
            is_indented(self.lines[at])
            or not above
            or (self._cuts(at) and not ends_sentence(above))
        ):
            return 0
        end = at
        while (
            end < len(self.lines)
            and end - at <= LONGEST_QUOTE + 1
            and 0 < width(self.lines[end].text.strip()) <= self.measure - 1.5
            and not is_indented(self.lines[end])
        ):
            end += 1
        while end > at and not ends_sentence(self.lines[end - 1].text):
            end -= 1
        return end if end > at + 1 and self._is_quote(at, end, broken=False) else 0

    def _end(self, at: int) -> int:
        """The end of the pull quote that begins at a line, 0 if none does."""
        end = at
        while (
            end < len(self.lines)
            and end - at <= LONGEST_QUOTE
            and 0 < width(self.lines[end].text.strip()) <= self.measure - 1.5
            and not is_attribution(self.lines[end].text)
            and (
                self.alike[self.lines[end].text.strip()] == 1 or ends_sentence(self.lines[end].text)
            )
        ):
            end += 1
        broken = not ends_sentence(self.lines[at - 1].text)
        if end - at > LONGEST_QUOTE:
            if not broken:
                return 0  # a paragraph that is set narrower
        elif self._is_quote(at, end, broken=broken):
            return self._above_heading(at, end, broken=broken)
        if not broken:
            return 0
        # The last short lines may be what is left of the broken sentence, and a heading.
        for last in range(end - 1, at, -1):
            text = self.lines[last - 1].text
            may_end = ends_sentence(text) or (last == end - 1 and self._is_rest(last))
            if may_end and self._is_quote(at, last, broken=True):
                return last
        return 0

    def _above_heading(self, at: int, end: int, *, broken: bool) -> int:
        """The end of a pull quote without the heading right below it, which nothing says again."""
        last = end
        while last > at and not ends_sentence(self.lines[last - 1].text):
            last -= 1
        alone = at < last < end and self._is_quote(at, last, broken=broken)
        heads = alone and (
            NUMBERED.match(self.lines[last].text.strip()) or not self._said(last, end)
        )
        return last if heads else end

    def _with_lines_above(self, at: int, end: int) -> int:
        """The beginning of a pull quote with the lines above that the text has with it, word for word.

        However many they are: no paragraph says all that another says.
        """
        begin = at
        while begin and self._may_be_above(begin - 1) and self.stands_elsewhere(begin - 1, end):
            begin -= 1
        return begin if begin < at and self._is_whole(begin, end) else at

    def _with_lines_below(self, begin: int, end: int) -> int:
        """The end of a pull quote that breaks off, with the rest of its sentence, word for word as the text has it."""
        last = end
        while not ends_sentence(self.lines[last - 1].text):
            if last + 1 >= len(self.lines) or not self._may_be_above(last):
                return end
            if not self.stands_elsewhere(begin, last + 1):
                return end
            last += 1
        return last

    def _may_be_above(self, at: int) -> bool:
        """True for a flush line, narrower than the column, that is no part of anything else."""
        line = self.lines[at]
        narrow = 0 < width(line.text.strip()) <= self.measure - 0.5
        return narrow and not is_indented(line) and line.number not in self.found.pieces

    def _below_heading(self, at: int, end: int) -> int:
        """The beginning of a pull quote without the heading right above it."""
        if end - at <= 2 or ends_sentence(self.lines[at].text):
            return at
        if self.stands_elsewhere(at, at + 1):
            return at
        return at + 1 if self._is_quote(at + 1, end, broken=False) else at

    def stands_elsewhere(self, at: int, end: int) -> bool:
        """True if the words of some lines stand in the text around them, one behind the other."""
        start, stop = self.begins[at], self.begins[end]
        own = self.text[start:stop]
        low, high = max(0, start - _WINDOW), stop + _WINDOW
        return self.text.find(own, low, start) >= 0 or self.text.find(own, stop, high) >= 0

    def _is_rest(self, at: int) -> bool:
        """True for a short line that ends a sentence, with more text below it."""
        tail = self.lines[at].text.strip()
        goes_on = at + 1 < len(self.lines) and not self.lines[at + 1].blank
        return goes_on and ends_sentence(tail) and width(tail) <= self.measure / 2

    def _is_quote(self, at: int, end: int, *, broken: bool) -> bool:
        """True if some lines are said again; ``broken`` if they cut a sentence in two."""
        if any(line.text.strip()[:1] in CIRCLED for line in self.lines[at:end]):
            return False  # the items of a list
        first, last = self.lines[at].text.strip(), self.lines[end - 1].text.strip()
        if NUMBERED.match(first) or last[-1:] in tuple("，、；：,;:"):
            return False  # a heading, and what goes on below
        if not any(map(is_han, "".join(line.text for line in self.lines[at:end]))):
            return False  # the key words of another abstract
        size = self.begins[end] - self.begins[at]
        # Between two sentences a few words may head what follows.
        return (size >= 8 if broken else size >= 14 and end - at > 1) and self._said(at, end)

    def _said(self, at: int, end: int) -> bool:
        """True if nearly all clauses of some lines stand in the text around them."""
        joined = "".join(line.text.strip() for line in self.lines[at:end])
        parts = _CLAUSE.split(joined)
        if 0 < len(parts[0]) < 2 or 0 < len(parts[-1]) < 3:
            return False  # it is torn from a clause
        clauses = [clause for part in parts if len(clause := key(part)) >= 3]
        start, stop = self.begins[at], self.begins[end]
        if sum(map(len, clauses)) < 0.75 * (stop - start):
            return False
        low, high = max(0, start - _WINDOW), stop + _WINDOW
        # What is cut in two may be the very sentence that is said again.
        seam = self.text[max(0, start - _NEAR) : start] + self.text[stop : stop + _NEAR]
        again = sum(
            len(clause)
            for clause in clauses
            if self.text.find(clause, low, start) >= 0
            or self.text.find(clause, stop, high) >= 0
            or clause in seam
        )
        said = sum(map(len, clauses))
        needed = _NEARLY if said >= _LONG else _SAID
        return again >= needed * said and self._is_whole(at, end)

    def _is_whole(self, at: int, end: int) -> bool:
        """True if some lines do not begin or end within a clause of what they say again.

        A line of running text may hold the words of another by chance; a pull quote holds
        whole clauses. Where nothing begins or ends alike, a character was misread.
        """
        start, stop = self.starts[at], self.starts[end]
        head, tail = self.raw[start : start + _EDGE], self.raw[max(start, stop - _EDGE) : stop]
        head = _CLAUSE.split(head)[0] or head
        tail = _CLAUSE.split(tail)[-1] or tail
        before = [self.raw[found - 1 : found] for found in self._places(head, start)]
        ends = [found + len(tail) for found in self._places(tail, stop - len(tail))]
        # A full stop ends it there as it does here.
        stops = _CLAUSE.match(tail[-1:]) is not None
        after = [] if stops else [self.raw[found : found + 1] for found in ends]
        if not (stops or after) and joins(tail, self.raw[stop : stop + _EDGE]) >= _WORD:
            return False  # a word goes on below
        return all(not around or not all(map(is_han, around)) for around in (before, after))

    def _places(self, part: str, own: int) -> list[int]:
        """Where a part stands in the text near its ``own`` place, but for that."""
        found, high = [], own + _WINDOW
        at = self.raw.find(part, max(0, own - _WINDOW), high)
        while at >= 0:
            if at != own:
                found.append(at)
            at = self.raw.find(part, at + 1, high)
        return found
