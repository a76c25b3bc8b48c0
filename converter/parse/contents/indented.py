"""Contents whose entries are indented below the names of their sections, as a file or a page has them."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, key, width
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import SUBTITLE
from converter.parse.contents.sections import holds_page, titles_of
from converter.segment.regions.entries import is_contents_heading
from converter.segment.units import indent_of
from converter.source import Line

_FEWEST, _ENTRIES = 2, 2
"""So many flush lines are sections, if at least one of them has so many entries."""
_SURELY = 4
"""The same where pages stand behind the entries."""
_TOLD = 6
"""Em up to which a name over an entry with its page is one without the indents."""
_LONGEST = 16
"""The most em of the name of a section."""
_DEEP = 1.0
"""Em by which an entry is indented at least."""
_COLUMNS = re.compile(r"\S(?:[ \u3000]{2,}|\t)\S")
"""A title and who wrote it, in two columns."""
_FRAME = re.compile(r"^[【\[〖〔《〈「『▲■□◆◇●○★☆※#|]")


def with_flush_sections(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """序言 flush over 　　某题　　某某: the names in the frame that most contents have, 【序言】.

    All entries are indented alike, and no flush line is more than a name. No line has a page, and most
    entries are titles of the body: then nothing but the indent parts the two. Or nearly all entries
    have their pages, and no name has one: such a name is set apart, unless it is so short that it
    tells itself.
    """
    told = [line for line in lines if not line.blank and not is_contents_heading(line.text)]
    while told and indent_of(told[-1].text) < _DEEP:
        told.pop()  # who made the cover, below the last entry
    over = [indent_of(line.text) < _DEEP for line in told]
    flush, deep = (
        [line for line, one in zip(told, over, strict=True) if one is way] for way in (True, False)
    )
    if len(flush) < _FEWEST or len(deep) < len(flush) + _ENTRIES - 1:
        return lines
    if not over[0] or over[-1] or (True, True) in itertools.pairwise(over):
        return lines  # each has entries below it
    if len({indent_of(line.text) for line in deep}) > 1 or not all(map(_is_name, flush)):
        return lines
    paged = [holds_page(line.text.strip()) for line in deep]
    if any(holds_page(line.text.strip()) for line in flush):
        return lines
    if any(paged):
        if len(flush) < _SURELY or sum(paged) * 4 < len(deep) * 3:
            return lines
        flush = [line for line in flush if width(line.text.strip()) > _TOLD]
    elif not _are_titles(deep, body):
        return lines
    names = {line.number for line in flush}
    if any(paged):
        return [one for line in lines for one in _apart(line, names)]
    return [
        Line(line.number, f"【{line.text.strip()}】") if line.number in names else line
        for line in lines
    ]


def _apart(line: Line, names: Collection[int]) -> Iterator[Line]:
    """A line with a blank one above it, if it is a name."""
    if line.number in names:
        yield Line(line.number, "")
    yield line


def _is_name(line: Line) -> bool:
    """True for a few words without an author beside them, a mark of a section, or an end of a sentence."""
    text = line.text.strip()
    if width(text) > _LONGEST or not has_han(text) or _COLUMNS.search(text) or ends_sentence(text):
        return False
    return _FRAME.match(text) is None


def _are_titles(lines: Sequence[Line], body: BodyIndex) -> bool:
    """True if the body has most of the entries as titles, and none is the rest of another."""
    texts = [line.text.strip() for line in lines]
    if any(SUBTITLE.match(text) for text in texts):
        return False
    titled = sum(any(body.exact[key(one)] for one in titles_of(text)) for text in texts)
    return titled * 4 >= len(texts) * 3
