"""Boxes that blank lines part from a column whose paragraphs none parts.

Where the lines of a page are kept, and an indent alone tells that a paragraph begins, what stands
between two blank lines is set apart in print. A few words over whole sentences are a box there, if
they cut a sentence that goes on flush below them, or if their text is flush and narrower than the
column, of whose paragraphs none is so. Where a name and a title on one line are over such a box
(窍门　怎样存姜), the others that stand so between blank lines are boxes as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, width
from converter.parse.issue.frame import Inset
from converter.parse.issue.narrow import cores_of
from converter.parse.issue.narrow_text import RAGGED, ends, paragraphs
from converter.parse.kinds import is_credit, labelled
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.segment.units.unit import INDENT
from converter.source import Line

_LABEL, _MOST = 14, 16
"""Em of the longest name or title of such a box, and the most of its lines."""
_NARROWER, _PART = 1.6, 0.6
"""By so many em at least its lines are shorter than the column, of which they fill this part."""
_OPENED, _RARE = 6, 4
"""So many paragraphs with an indent tell that all have one, if but one in so many has a blank line above."""
_MARKS = re.compile("[，、：；。！？][^」”]")
_NAMED = re.compile(rf"^[{HAN}]{{2,5}}(?:\u3000| {{2,}})(?=\S{{3,18}}$)[{HAN}“《].*[{HAN}”》？]$")
"""The name of a box, a wide blank, and its title."""


def find_islands(lines: Sequence[Line], measure: float, taken: Collection[int]) -> Iterator[Inset]:
    """The boxes between blank lines in a column whose lines have ``measure`` em.

    ``taken`` are the numbers of lines that are known to be something else.
    """
    if not _is_close(lines):
        return
    cores, measure = cores_of(lines, measure)
    for at in range(2, len(lines) - 2):
        if lines[at].blank or not lines[at - 1].blank or not _may_head(lines, cores, at, measure):
            continue
        end = at + 1
        while end < len(lines) and not lines[end].blank and end - at <= _MOST:
            end += 1
        free = not any(line.number in taken for line in lines[at:end])
        if end < len(lines) and free and _is_box(lines, cores, at, end, measure):
            inner = max(cores[at + 1 : end])
            yield Inset(at, paragraphs(lines, cores, at + 1, end, inner))
    yield from _named_alike(lines, cores, measure, taken)


def _named_alike(
    lines: Sequence[Line], cores: Sequence[float], measure: float, taken: Collection[int]
) -> Iterator[Inset]:
    """The boxes under a name and a title on one line, where one of them cuts a sentence.

    None where such a line stands over a paragraph without a blank line above it, as headings do.
    """
    found: list[Inset] = []
    proved = False
    for at in range(2, len(lines) - 2):
        if lines[at].blank or not _NAMED.match(lines[at].text.strip()):
            continue
        if not is_indented(lines[at + 1]) or NUMBERED.match(lines[at].text.strip()):
            continue
        if not lines[at - 1].blank:
            return
        end = at + 1
        while end < len(lines) and not lines[end].blank and end - at <= _MOST:
            end += 1
        whole = end < len(lines) and ends(lines[end - 1])
        if not whole or any(_is_other(line) for line in lines[at + 1 : end]):
            continue
        if _is_broken(lines, cores, at, end, measure):
            proved = True
        elif ends(lines[at - 2]) and not any(line.number in taken for line in lines[at:end]):
            found.append(Inset(at, paragraphs(lines, cores, at + 1, end, max(cores[at + 1 : end]))))
    if proved:
        yield from found


def _is_close(lines: Sequence[Line]) -> bool:
    """True where paragraphs begin with an indent and hardly one of them below a blank line."""
    opened = [at for at, line in enumerate(lines[1:], 1) if is_indented(line)]
    apart = sum(lines[at - 1].blank for at in opened)
    return len(opened) >= _OPENED and apart * _RARE <= len(opened)


def _may_head(lines: Sequence[Line], cores: Sequence[float], at: int, measure: float) -> bool:
    """True for a few words that end nothing, over text that is no part of the column."""
    text = lines[at].text.strip()
    if not 0 < cores[at] <= min(_LABEL, measure - _NARROWER) or lines[at + 1].blank:
        return False
    words = (is_han(text[0]) and is_han(text[-1])) or text[-1] in "？?”」》"
    return words and not (NUMBERED.match(text) or SPEAKER.match(text) or is_credit(text))


def _is_box(
    lines: Sequence[Line], cores: Sequence[float], at: int, end: int, measure: float
) -> bool:
    """True for whole sentences below such words that stand in a broken one, or in a frame."""
    first, inner = lines[at + 1], max(cores[at + 1 : end])
    if not ends(lines[end - 1]) or any(_is_other(line) for line in lines[at + 1 : end]):
        return False
    if inner <= cores[at] + RAGGED and _MARKS.search(lines[at].text):
        return False  # 把账抄一遍，比找 | 十个人谈话更管用。: a thought in large type
    if _is_broken(lines, cores, at, end, measure):
        return True
    if is_indented(first) or not measure * _PART <= inner <= measure - _NARROWER:
        return False
    return any(_runs_on(lines[one], cores[one], inner) for one in range(at + 1, end - 1))


def _runs_on(line: Line, core: float, inner: float) -> bool:
    """True for a line of prose that fills its frame and breaks off in a word, as none of a verse does."""
    text = line.text.strip()
    return core >= inner - RAGGED and is_han(text[-1]) and _MARKS.search(text) is not None


def _is_other(line: Line) -> bool:
    """True for a row of a table, or for what somebody says."""
    text = line.text.strip()
    return "|" in text or (SPEAKER.match(text) is not None and labelled(text) is None)


def _is_broken(
    lines: Sequence[Line], cores: Sequence[float], at: int, end: int, measure: float
) -> bool:
    """True if a full line above breaks off, and flush text goes on below."""
    above = next((one for one in range(at - 1, -1, -1) if not lines[one].blank), -1)
    below = next((one for one in range(end, len(lines)) if not lines[one].blank), -1)
    if above < 0 or below < 0 or is_indented(lines[below]):
        return False
    text, rest = lines[above].text.strip(), lines[below].text.strip()
    # OCR may have taken the indent of a first line.
    room = INDENT if not is_indented(lines[above]) and ends(lines[above - 1]) else 0.0
    full = cores[above] + room >= measure - _NARROWER
    goes_on = cores[below] >= measure - _NARROWER or ends_sentence(rest)
    return (
        full
        and not ends_sentence(text)
        and text[-1] not in "：:"
        and goes_on
        and width(text) > _LABEL
    )
