"""What stands in larger type between two paragraphs of a column: pull quotes.

A line of running text goes on to the end of its column. One that breaks off in a clause long
before is in larger type; few such lines that are one whole thought, between lines as long as the
column, are a pull quote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.parse.captions import is_unnumbered_caption, names_picture
from converter.parse.kinds import labelled
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.segment.units.unit import INDENT
from converter.source import Line

_FULL = 1.6
"""Em that may be left over in a full line of the column."""
_SHORTER = INDENT + _FULL
"""By so many em at least the lines are shorter than the column: a first line may have lost its indent."""
_EVEN, _ALIKE = 0.6, 1.2
"""By so much may a line of larger type be longer than the first one, and full lines be shorter."""
_FEWEST, _MOST = 2, 5
_LEAST, _LONGEST = 10, 80
"""Em of the shortest such quotation and of the longest."""
_TOLD = re.compile(r"\d|[《：:（(｜|]|[。！？].*[。！？].*[。！？]")
"""Figures, works, remarks, who says something, and a third sentence: boxes, lists and notes."""


def set_between(
    lines: Sequence[Line], cores: Sequence[float], measure: float
) -> Iterator[tuple[int, int]]:
    """The first line and the end of what stands so in a column of a ``measure``.

    ``cores`` are the widths of the lines with their indents.
    """
    after = 2
    for at in range(2, len(lines) - _FEWEST):
        if at < after or not _may_begin(lines, cores, at, measure):
            continue
        end = _end(lines, cores, at, measure)
        if end and _is_thought(lines[at:end]):
            yield at, end
            after = end


def _may_begin(lines: Sequence[Line], cores: Sequence[float], at: int, measure: float) -> bool:
    """True for a short flush line that breaks off in a clause, below the end of a paragraph.

    One of the last two lines of that is as long as the column.
    """
    text, above = lines[at].text.strip(), lines[at - 1].text.strip()
    if not above or not 0 < cores[at] <= measure - _SHORTER or is_indented(lines[at]):
        return False
    if not (is_han(text[-1]) and ends_sentence(above)):
        return False
    return max(cores[at - 2 : at]) >= measure - _SHORTER + _FULL - _ALIKE


def _end(lines: Sequence[Line], cores: Sequence[float], at: int, measure: float) -> int:
    """The end of a whole sentence whose lines fill a shorter measure, above a full line; else 0."""
    inner = cores[at]  # a heading over such lines is shorter than they are
    for end in range(at + 1, min(at + _MOST, len(lines) - 1)):
        text = lines[end].text.strip()
        if not text or is_indented(lines[end]) or cores[end] > inner + _EVEN:
            return 0
        if ends_sentence(text):
            full = cores[end + 1] + INDENT * (not is_indented(lines[end + 1])) >= measure - _FULL
            beside = _goes_on_beside(lines, cores, end + 1, (inner, measure))
            return end + 1 if full or beside else 0
        if cores[end] < inner - _ALIKE:
            return 0
    return 0


def _goes_on_beside(
    lines: Sequence[Line], cores: Sequence[float], at: int, sizes: tuple[float, float]
) -> bool:
    """True for two lines in succession of which the first fills a column beside something.

    It is wider than that and narrower than the column is elsewhere, as ``sizes`` tell; the next one
    is no shorter. What is set beside the column may stand above its lines in the text.
    """
    inner, measure = sizes
    if at + 1 >= len(lines) or ends_sentence(lines[at].text):
        return False
    first, second = cores[at] + INDENT * (not is_indented(lines[at])), cores[at + 1]
    return inner + _WIDER <= first <= measure - _WIDER and second >= first - _FULL


_WIDER = 4.0
"""Em by which a column beside something is wider than that, and narrower than it is elsewhere."""


def _is_thought(lines: Sequence[Line]) -> bool:
    """True for a sentence or two that nothing says to be something else."""
    text = "".join(line.text.strip() for line in lines)
    speaker = SPEAKER.match(text)
    return (
        _LEAST <= width(text) <= _LONGEST
        and is_han(text[0])
        and not (unclosed(text) or unopened(text))
        and not (_TOLD.search(text) or NUMBERED.match(text) or speaker or labelled(text))
        and not (is_unnumbered_caption(text) or names_picture(text))
    )
