"""Who wrote a box in a column, whose name behind a dash closes it: no saying of that person."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter.hanzi import ends_sentence, key, width
from converter.parse.boxes import bare_label, is_source
from converter.parse.said import speaker_of
from converter.source import Line

_REACH = 14
"""Lines of a box above the short ones that end it."""
_NAME = 10
"""Em of the name of a box."""


def closes_named_box(
    lines: Sequence[Line], at: int, mark: int, measure: float, labels: Collection[str]
) -> bool:
    """True where paragraphs run down from the name of a box to the short lines above a name.

    ``at`` and ``mark`` are the first of these lines and that of the name. What stands again in
    the article is a pull quote below a box.
    """
    for above in range(at - 1, max(-1, at - _REACH), -1):
        text = lines[above].text.strip()
        if width(text) <= _NAME and bare_label(text) in labels:
            return not _said_again(lines, at, mark)
        if not _is_of_paragraph(text, measure) or is_source(text) or speaker_of(text):
            break
    return False


def _is_of_paragraph(text: str, measure: float) -> bool:
    """True for a line of a paragraph, of which the first has room for an indent and the last ends it."""
    return bool(text) and (width(text) >= measure - 3.4 or ends_sentence(text))


def _said_again(lines: Sequence[Line], at: int, mark: int) -> bool:
    said = key("".join(line.text.strip() for line in lines[at:mark]))
    near = (*lines[max(0, at - _FAR) : at], *lines[mark : mark + _FAR])
    return said in key("".join(line.text.strip() for line in near))


_FAR = 300
"""Lines on either side among which the words of a quotation stand in the article."""
