"""Titles of boxes among the numbered parts of an article: words alone in a part are no heading.

Who divides the second of four parts divides it in two at least, and what has no number there
stands over nothing of the article's: 老街的来历, some paragraphs, the text again, and 三、…….
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.names import split_names
from converter.parse.assemble.outline import Outline
from converter.parse.boxes import is_attribution
from converter.parse.extent import names_document
from converter.parse.headings import is_heading_text
from converter.parse.kinds import is_credit, labelled
from converter.parse.seam import goes_on
from converter.parse.tables import is_caption
from converter.parse.usage import joins

_LEAST, _LONGEST = 3, 24
"""Em of a title."""
_TEXT = 30
"""Em of the shortest paragraph below it."""
_MARKS = re.compile("[，。；：！、]")


def lone_titles(outline: Outline) -> list[int]:
    """The units that may only be titles of boxes, none where a part of the article has two such lines."""
    parts = _parts(outline)
    if len(parts) < _PARTS:
        return []
    found = []
    for first, last in pairwise((*parts, len(outline.units))):
        lines = [at for at in range(first + 1, last - 1) if _may_be_title(outline, at)]
        if len(lines) > 1:
            return []
        if lines and lines[0] > first + 1 and last < len(outline.units):
            found += lines
    return found


_PARTS = 2
"""So many numbers make a division."""


def _parts(outline: Outline) -> Sequence[int]:
    """The units at which the numbered parts of an article begin: 一、……, 二、…… and so on."""
    found: list[int] = []
    for at, number in enumerate(outline.numbers):
        if number is None or number.kind != "cn" or not is_heading_text(outline.units[at].text):
            continue
        if number.value != len(found) + 1:
            return ()  # they count anew, or OCR has lost one
        found.append(at)
    return found


def _may_be_title(outline: Outline, at: int) -> bool:
    """True for a few words between blank lines, over a paragraph, that nothing tells what they are."""
    above, unit, below = outline.units[at - 1 : at + 2]
    text = unit.text.strip()
    is_whole = width(above.text) > _LONGEST or ends_sentence(above.text)
    is_whole = is_whole or is_attribution(above.text)
    marked = unit.markup_level or unit.strong or unit.bullet or unit.quoted or unit.caption
    return (
        not (marked or unit.wrapped)
        and unit.gap
        and below.gap
        and (is_whole or outline.numbers[at - 1] is not None)
        and outline.is_free(at, _LONGEST)
        and not outline.is_no_box(at)
        and not is_caption(text)
        and outline.numbers[at] is None
        and _LEAST <= width(text) <= _LONGEST
        and (is_han(text[-1]) or text[-1] in "”》")
        and not (_MARKS.search(text) or ends_sentence(text))
        and split_names(text) is None
        and not (is_attribution(text) or is_credit(text) or labelled(text))
        and not _goes_on_around(outline, at)
        and not (names_document(text) and any(outline.starts[max(0, at - _NEAR) : at]))
        and outline.starts[at + 1] is None
        and outline.numbers[at + 1] is None
        and width(below.text) >= _TEXT
        and ends_sentence(below.text)
    )


def _goes_on_around(outline: Outline, at: int) -> bool:
    """True for a line that ends the heading above it, or stands in a sentence that goes on right below it.

    2.老人愿意下楼之后，让摊 | 贩有固定的位置 is one heading; a running head cuts a sentence as well.
    """
    above, unit, below = outline.units[at - 1 : at + 2]
    tail, trigrams = above.text.strip()[-_TAIL:], outline.context.trigrams
    if outline.numbers[at - 1] is not None and width(tail) <= 2 * _LONGEST:
        return is_han(tail[-1]) and joins(tail, unit.text.strip()) >= _SURELY
    if ends_sentence(tail):
        return False
    behind = [goes_on(tail, one.text, trigrams) for one in outline.units[at + 2 : at + _REACH]]
    return goes_on(tail, below.text, trigrams) > max(behind, default=0.0)


_NEAR = 3
"""Units above a line that names a document, one of which names the box that is from it."""
_TAIL, _REACH, _SURELY = 400, 6, 2.0
"""Characters that tell what a sentence is, units among which it goes on, and what other prose must say
for that at least (log odds)."""
