"""Notes at the foot of a hard-wrapped page, where no blank line parts them from the text.

A line that begins with ① may be one of two things: a note, or a full line of text that happens
to begin with the call of a note. The call stands in the text before its note.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, PAUSES, STOPS, ends_sentence, width
from converter.parse.kinds import labelled
from converter.segment import Unit
from converter.segment.blank_lines import touches
from converter.segment.units import indent_of, is_indented
from converter.source import Line

_CALLS = re.compile(rf"(?<=[{HAN}。，；：”》）%％\w])\s?(?P<mark>[{CIRCLED}])")
_LONGEST = 8
"""Lines of a note."""
_NOTES = 12
"""Notes at the foot of a page."""
_REACH = 80
"""Lines on two pages, on the first of which the note may be called."""
_RIGHT = 4.0
"""Em of blanks before what stands in the middle of a line or at its right edge."""


def foot_notes(
    lines: Sequence[Line], measure: float, absent: Collection[int] = ()
) -> Iterator[list[Line]]:
    """The lines of each note that was called in the text above it."""
    called: dict[str, int] = {}
    at = below = 0
    broken = False  # the text above the notes, which the last of them ends within a sentence
    while at < len(lines):
        text = lines[at].text.strip()
        mark = text[:1]
        if mark and mark in CIRCLED and at - called.get(mark, -_REACH) < _REACH:
            del called[mark]
            if text[1:2] not in (*PAUSES, *STOPS, ""):
                if not at or at != below:
                    broken = at > 0 and not ends_sentence(lines[at - 1].text)
                end = _end(lines, at, measure, absent, broken=broken)
                yield list(lines[at:end])
                at = below = end
                continue
        if mark and mark in CIRCLED and text[1:2] in (*PAUSES, *STOPS):
            called[mark] = at  # ①。 that the end of its line has parted from its word
        for hit in _CALLS.finditer(text):
            called[hit["mark"]] = at
        at += 1


def _end(
    lines: Sequence[Line], at: int, measure: float, absent: Collection[int], *, broken: bool
) -> int:
    """The end of the note that begins at a line: that of its page, or of its last sentence.

    Below a note of one sentence may stand the rest of a sentence that it cuts in two; ``broken``
    tells that the text above the notes breaks off.
    """
    whole = 0
    for end in range(at + 1, min(len(lines), at + _LONGEST) + 1):
        above = lines[end - 1]
        after = lines[end] if end < len(lines) else None
        if after is None or after.blank or not touches(above, after, absent):
            return end
        if after.text.strip()[:1] in (*CIRCLED,) or labelled(after.text.strip()) is not None:
            return end  # the next note, or who edited the article: 〔责任编辑：某某〕
        if ends_sentence(above.text):
            whole = whole or end
            short = broken and width(above.text.strip()) <= measure - 2
            whole_line = _are_paragraphs(lines[at - 1], above, after, measure) if at else False
            if short or whole_line or is_indented(after) or indent_of(after.text) > _RIGHT:
                return end
    return whole or at + 1


def _are_paragraphs(above: Line, note: Line, below: Line, measure: float) -> bool:
    """True where a page beside others that kept their lines has a paragraph on each: so it has a note.

    What is far wider than a column of ``measure`` em on either side of it is no printed line.
    """
    widest = max(width(above.text.strip()), width(below.text.strip()))
    return widest > _FAR_WIDER * measure and width(note.text.strip()) > measure


_FAR_WIDER = 1.5
"""By how much a paragraph on one line is wider than any line of the column, be it in smaller type."""


def return_notes(parts: Sequence[list[Unit]], tops: Collection[int]) -> None:
    """Give each note back to the article that calls it, where another begins on the same page.

    ``parts`` are the units of each article, ``tops`` the first lines of what stands at the top
    of a page. A note that its own article does not call, and the one before it does without
    having it, stands at the foot of both.
    """
    for part, before in zip(parts[2:], parts[1:], strict=False):
        moved: list[Unit] = []
        own: dict[str, int] = {}
        spare: dict[str, int] = {}
        for at, unit in reversed(list(enumerate(part))):
            mark = unit.text[:1]
            if not mark or mark not in CIRCLED or unit.text[1:2] in (*PAUSES, *STOPS, ""):
                continue
            if not _is_at_foot(part, at, tops):
                continue
            if mark not in own:
                own[mark] = _calls(part, mark)
                spare[mark] = _calls(before, mark) - _begun(before, mark)
            if not own[mark] and spare[mark] > 0:
                spare[mark] -= 1
                moved.append(part.pop(at))
        before.extend(reversed(moved))


def _is_at_foot(units: Sequence[Unit], at: int, tops: Collection[int]) -> bool:
    """True if the page ends below a unit, or below the notes that follow it.

    So it does where they cut a sentence, be there neither a folio nor a running head.
    """
    above = at
    while above and units[above - 1].text[0] in CIRCLED:
        above -= 1
    if above and _breaks_off(units[above - 1].text):
        return True
    below = at + 1
    end = min(len(units), at + _NOTES)
    while below < end and units[below].text[0] in CIRCLED:
        below += 1
    return below == len(units) or units[below].first in tops


def _breaks_off(text: str) -> bool:
    """True for running text without the end of its last sentence."""
    return (
        not ends_sentence(text)
        and text[-1:] not in tuple("：:")
        and any(map(text.__contains__, "，。"))
    )


def _calls(units: Sequence[Unit], mark: str) -> int:
    """How often a note is called."""
    return sum(len(_CALLS.findall(unit.text)) for unit in units if mark in unit.text[1:])


def _begun(units: Sequence[Unit], mark: str) -> int:
    return sum(unit.text.startswith(mark) for unit in units)
