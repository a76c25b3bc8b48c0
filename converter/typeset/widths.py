"""How wide a paragraph is at least and at most, for tables, floats and what shrinks to fit.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout.preferred import trailing_whitespace_size

from converter.typeset import characters as kind
from converter.typeset.breaks import LATE
from converter.typeset.composer import position, skip_spaces
from converter.typeset.paragraph import Paragraph


def line_widths(
    paragraph: Paragraph,
    context: Any,
    skip_stack: Any,
    *,
    minimum: bool,
    first_line: bool,
) -> list[float]:
    """Widths in pixels of the lines of a paragraph that breaks everywhere, or nowhere.

    With ``first_line`` only that of the first line from ``skip_stack`` on.
    """
    measures, box = paragraph.measures, paragraph.root.box
    unit = paragraph.walk.base_em / 1_024_000
    _, start = position(paragraph, skip_stack)
    start = skip_spaces(paragraph, start)
    indent = _indent(box.style) if skip_stack is None else 0.0
    found: list[float] = []
    size = len(paragraph.kinds)
    while start < size:
        end = paragraph.filler.segment_end(start)
        stops = [end]
        if minimum:
            stops = [
                stop
                for stop in paragraph.filler.opportunities
                if start < stop <= end and measures.flags[stop] != LATE
            ]
        for stop in stops:
            last = stop
            while last > start and paragraph.kinds[last - 1] in kind.TRIMMED:
                last -= 1
            found.append(measures.natural(start, last) * unit + (0 if found else indent))
            start = stop
            if first_line:
                return found
    found = found or [indent]
    if not minimum:
        # The caller takes it off again.
        found[-1] += trailing_whitespace_size(context, box)
    return found


def _indent(style: Any) -> float:
    token = style["text_indent"]
    value = getattr(token, "value", 0)
    return float(value) if getattr(token, "unit", "%") != "%" else 0.0
