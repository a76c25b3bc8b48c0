"""Lines of a column that are not its text, though no blank line parts them from it.

OCR that reads a page line by line writes what is set into a column where it stands: the name
of a box and the source under it, who edited the page, and pull quotes, in the middle of a
sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, width
from converter.parse.boxes import bare_label, is_attribution, is_source
from converter.parse.captions import is_unnumbered_caption
from converter.parse.issue.beside import captions_in_columns
from converter.parse.issue.foot import foot_notes
from converter.parse.issue.narrow import find_insets
from converter.parse.kinds import is_credit
from converter.parse.said import signed_to, speaker_of
from converter.profile import Profile
from converter.segment.units import is_indented, measure_of
from converter.source import Line

_CLAUSE = re.compile("[，。！？；：、…—“”‘’「」『』（）《》,;:!?()]+")
_LABELLED = re.compile(rf"^[{HAN}]{{1,8}}[：:]")
_LONGEST = 5
"""Lines of a pull quote set into a column."""
_WINDOW = 20000
"""Characters before and after a pull quote among which its source stands: a long article."""
_EDGE = 6
"""Characters at either end of a pull quote by which its place in the text is found."""


class Apart:
    """The lines apart by their numbers: those with one value are one piece."""

    def __init__(self) -> None:
        self.pieces: dict[int, int] = {}
        self.quoted: set[int] = set()
        """The lines of pull quotes, with their attributions."""
        self.boxes: dict[int, int] = {}
        """The first lines of boxes that their frame tells, and the last lines."""
        self.parted: set[tuple[int, int]] = set()
        """The last and first lines of paragraphs of such a box."""
        self.captions: set[int] = set()
        """The first lines of captions."""
        self.begins: set[int] = set()
        """The first lines of boxes, whose text stands beside their names."""


def find_apart(
    lines: Sequence[Line], profile: Profile, marked: Collection[int] = frozenset()
) -> Apart:
    """The lines apart in hard-wrapped text; none where lines are whole paragraphs.

    ``marked`` are the numbers of the lines that the OCR has set apart already.
    """
    found = Apart()
    measure = measure_of([line for line in lines if not line.blank])
    if not measure:
        _note_said_again(lines, found)
        return found
    for note in foot_notes(lines, measure):
        found.pieces |= dict.fromkeys((line.number for line in note), note[0].number)
    labels = frozenset(profile.boxes.labels)
    sure = labels - frozenset(profile.boxes.ambiguous)
    _note_insets(lines, measure, labels, marked, found)
    likely: list[int] = []
    for at, line in enumerate(lines):
        if line.number in found.pieces:
            continue
        text = line.text.strip()
        size = width(text)
        if not text or size > measure + 4:
            continue
        named = size <= 10 and bare_label(text) in labels
        if named or text[0] in "【[":
            _end_cut_in(lines, at, measure, found)
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        apart = named or is_source(text) or _credits(text, size)
        apart = apart or _titled_label(text, after, labels)
        if apart or (text[-1] in _CREDIT_ENDS and _cuts_as_caption(lines, at, measure)):
            found.pieces[line.number] = line.number
        elif text[0] in "—－一" and (name := speaker_of(text)):
            _set_in(lines, at, name, measure, labels, found)
        elif _labels_text(text, sure):
            found.begins.add(line.number)
        elif (
            5 <= size <= measure - 2
            and at
            and not ends_sentence(text)
            and not _LABELLED.match(text)
        ):
            likely.append(at)
    if likely:
        _Quotes(lines, measure, found).find(likely)
    for caption in captions_in_columns(lines, measure):
        if not any(line.number in found.pieces for line in caption):
            found.pieces |= dict.fromkeys((line.number for line in caption), caption[0].number)
            found.captions.add(caption[0].number)
    return found


_ROW = 20
"""Em of a line of a pull quote in larger type."""
_ROWS = 4
_PROSE = 24
"""The least em of the text above and below it."""
_DENSE = 8
"""Of so many lines at most one is blank where blank lines part no paragraphs."""


def _note_said_again(lines: Sequence[Line], found: Apart) -> None:
    """Note the short lines between whole paragraphs that say again what stands elsewhere.

    Where every line is a paragraph, and no blank line parts them, so is each line of a pull quote.
    """
    if sum(line.blank for line in lines) * _DENSE > len(lines):
        return
    sizes = [width(line.text.strip()) for line in lines]
    quotes: _Quotes | None = None
    at = 1
    while at < len(lines) - 2:
        end = at
        while end < len(lines) - 1 and end - at <= _ROWS and 4 <= sizes[end] <= _ROW:
            end += 1
        if 2 <= end - at <= _ROWS and min(sizes[at - 1], sizes[end]) >= _PROSE:
            quotes = quotes or _Quotes(lines, 0.0, found)
            # The first may be what a column has of the sentence that is cut in two.
            if not quotes.take_short(at, end) and not ends_sentence(lines[at].text):
                quotes.take_short(at + 1, end)
        at = max(end, at + 1)


def _note_insets(
    lines: Sequence[Line],
    measure: float,
    labels: frozenset[str],
    marked: Collection[int],
    found: Apart,
) -> None:
    """Note the boxes that their frame tells: name and paragraphs are a piece each."""
    for inset in find_insets(lines, measure, labels):
        first = lines[inset.label].number
        if first in marked:
            continue
        found.boxes[first] = lines[inset.end - 1].number
        found.pieces[first] = first
        for start, end in inset.paragraphs:
            numbers = (line.number for line in lines[start:end])
            found.pieces |= dict.fromkeys(numbers, lines[start].number)
            found.parted.add((lines[start - 1].number, lines[start].number))


def _set_in(
    lines: Sequence[Line],
    mark: int,
    name: str,
    measure: float,
    labels: frozenset[str],
    found: Apart,
) -> None:
    """Part the few short lines above a name behind a dash, whose words they are."""
    at = mark
    while at and mark - at < _LONGEST and 0 < width(lines[at - 1].text.strip()) <= measure - 1.5:
        at -= 1
    before = lines[at - 1].text.strip() if at else ""
    if at == mark or (before and width(before) < measure - 1.4):
        return
    if any(bare_label(line.text) in labels for line in lines[at:mark]):
        return  # the name is that of who wrote the box
    texts = [line.text for line in lines[at : mark + 1]]
    said = [line.text for line in lines if name in line.text and not speaker_of(line.text)]
    if signed_to(texts, broken=True, known=lambda _: bool(said)) != mark - at:
        return
    for line in lines[at:mark]:
        found.pieces[line.number] = lines[at].number
        found.quoted.add(line.number)
    found.pieces[lines[mark].number] = lines[mark].number
    found.quoted.add(lines[mark].number)


_TITLED = re.compile(r"^[【\[]?(?P<label>\S{2,6}?)[】\]]?(?:\s+|\s*[|｜]\s*)[^，。；：]{2,20}$")


def _titled_label(text: str, after: str, labels: frozenset[str]) -> bool:
    """小知识 什么是航标？: the name of a box and its title on one line, which is not full."""
    hit = _TITLED.match(text)
    return (
        hit is not None
        and hit["label"] in labels
        and (text[-1] in "？?" or width(text) <= width(after.strip()) - 3)
    )


_CREDIT_ENDS = frozenset("摄攝供图圖影）)")
_CAPTION = 14
"""Em of a caption that is no last line of a longer one."""


def _cuts_as_caption(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for a picture's caption on one line, within a sentence that fills the line above it."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if not at or after is None or after.blank or is_indented(after) or is_indented(line):
        return False
    before, text = lines[at - 1].text.strip(), line.text.strip()
    return (
        width(before) >= measure - 1.5
        and not ends_sentence(before)
        and width(text) >= _CAPTION
        and is_han(text[0])
        and is_unnumbered_caption(text)
        and "。" not in text[: len(text) // 2]
    )


_LABEL = re.compile(r"^[【\[]?(?P<label>\S{2,8}?)(?:[】\]]|\s+|\s*[|｜])\s*\S")


def _labels_text(text: str, labels: frozenset[str]) -> bool:
    """背景链接 “修旧如旧”这句话……: the name of a box and the first line of its text."""
    hit = _LABEL.match(text)
    return hit is not None and hit["label"] in labels


_REACH = 12
"""Lines of a box that is set into a column and has no end of its own."""


def _end_cut_in(lines: Sequence[Line], at: int, measure: float, found: Apart) -> None:
    """Part a box whose lines are indented from the sentence that goes on flush below it.

    The paragraphs of the box begin with an indent, and what is left of the sentence that the
    box cuts in two has none: it stands below the end of a sentence, best of a short line.
    """
    before = lines[at - 1].text.rstrip() if at else ""
    if ends_sentence(before) or width(before) < measure - 1.4 or not _indented(lines, at + 1):
        return
    last = 0
    for end in range(at + 2, min(len(lines), at + _REACH)):
        text = lines[end].text
        if not text.strip() or text.strip()[0] in "【[":
            break
        above = lines[end - 1].text.rstrip()
        if not _indented(lines, end) and ends_sentence(above):
            short = width(above.strip()) < measure - 3.5
            last = end if short else last or end
            if short:
                break
    if not last:
        return
    first = next(begin for begin in range(last - 1, at, -1) if _indented(lines, begin))
    for line in lines[first:last]:
        found.pieces[line.number] = lines[first].number


def _indented(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and is_indented(lines[at])


def _credits(text: str, size: float) -> bool:
    return size <= 24 and is_credit(text)


class _Quotes:
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
            end = self._end(at) if self._cuts(at) else self._block(at)
            if not end:
                continue
            number = self.lines[at].number
            for line in self.lines[at:end]:
                self.found.pieces[line.number] = number
                self.found.quoted.add(line.number)
            mark = self.lines[min(end, len(self.lines) - 1)]
            if mark.text.strip()[:1] in tuple("—-－") and is_attribution(mark.text):
                self.found.pieces[mark.number] = mark.number
                self.found.quoted.add(mark.number)
            after = end

    def take_short(self, at: int, end: int) -> bool:
        """Note some lines as a pull quote if all but the last stop within their sentence."""
        texts = [line.text.strip() for line in self.lines[at:end]]
        if len(texts) < 2 or any(ends_sentence(text) for text in texts[:-1]):
            return False
        if not self._is_quote(at, end, broken=not ends_sentence(self.lines[at - 1].text)):
            return False
        for line in self.lines[at:end]:
            self.found.pieces[line.number] = self.lines[at].number
            self.found.quoted.add(line.number)
        return True

    def _cuts(self, at: int) -> bool:
        """True if the line before a line fills its column."""
        return width(self.lines[at - 1].text.strip()) >= self.measure - 1.4

    def _block(self, at: int) -> int:
        """The end of a whole sentence in short lines between blank ones, if it is a pull quote."""
        if not self.lines[at - 1].blank:
            return 0
        end = at
        while end < len(self.lines) and not self.lines[end].blank and end - at <= _LONGEST:
            if width(self.lines[end].text.strip()) > self.measure - 1.5:
                return 0
            end += 1
        last = self.lines[end - 1].text.rstrip()
        whole = end - at <= _LONGEST and last[-1:] in tuple("。”」』")
        return end if whole and self._is_quote(at, end, broken=False) else 0

    def _end(self, at: int) -> int:
        """The end of the pull quote that begins at a line, 0 if none does."""
        end = at
        while (
            end < len(self.lines)
            and end - at <= _LONGEST
            and 0 < width(self.lines[end].text.strip()) <= self.measure - 1.5
            and not is_attribution(self.lines[end].text)
            and self.alike[self.lines[end].text.strip()] == 1
        ):
            end += 1
        if end - at > _LONGEST:
            return 0  # a paragraph that is set narrower
        broken = not ends_sentence(self.lines[at - 1].text)
        if self._is_quote(at, end, broken=broken):
            return end
        if not broken:
            return 0
        # The last short lines may be what is left of the broken sentence, and a heading.
        for last in range(end - 1, at, -1):
            text = self.lines[last - 1].text
            may_end = ends_sentence(text) or (last == end - 1 and self._is_rest(last))
            if may_end and self._is_quote(at, last, broken=True):
                return last
        return 0

    def _is_rest(self, at: int) -> bool:
        """True for a short line that ends a sentence, with more text below it."""
        tail = self.lines[at].text.strip()
        goes_on = at + 1 < len(self.lines) and not self.lines[at + 1].blank
        return goes_on and ends_sentence(tail) and width(tail) <= self.measure / 2

    def _is_quote(self, at: int, end: int, *, broken: bool) -> bool:
        """True if some lines are said again; ``broken`` if they cut a sentence in two."""
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
        again = sum(
            len(clause)
            for clause in clauses
            if self.text.find(clause, low, start) >= 0 or self.text.find(clause, stop, high) >= 0
        )
        return again >= 0.85 * sum(map(len, clauses)) and self._is_whole(at, end)

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
