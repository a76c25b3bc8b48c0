"""Which characters a line takes.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from converter.typeset.composer.request import Request
from converter.typeset.joints import Corpus, joints
from converter.typeset.lines import Line
from converter.typeset.paragraph import Paragraph
from converter.typeset.titles import plan_title

_SAME = 1e-6


def plan_line(
    paragraph: Paragraph, request: Request, start: int, words: Corpus | None = None
) -> Line:
    """The line that begins at a character; a title's where ``words`` to learn from are given."""
    p, unit = paragraph, paragraph.walk.base_em / 1_024_000
    width = (request.max_x - request.position_x) / unit
    rest = (request.max_x - request.line_box.position_x) / unit
    known = p.plans.get(start)
    if known is not None and abs(known[1] - width) < _SAME and abs(known[2] - rest) < _SAME:
        return known[0]
    if start >= len(p.kinds):
        return Line(start, start, start, width)
    if words is None:
        lines = p.filler.plan(start, width, rest)
    else:
        style = request.line_box.style
        small = style["font_size"] < style.root_style["font_size"]
        lines = _title_lines(p, start, (width, rest), words, squeezed=small)
    for number, line in enumerate(lines):
        p.plans[line.start] = line, rest if number else width, rest
    return lines[0]


def _title_lines(
    p: Paragraph, start: int, widths: tuple[float, float], words: Corpus, *, squeezed: bool
) -> list[Line]:
    """The lines of a title, balanced, and broken between words.

    One that is ``squeezed``, as captions and sources may be, takes no line more for its marks.
    """
    simple = p.filler.plan(start, *widths)
    if len(simple) == 1 and (squeezed or simple[0].excess >= 0):
        return simple
    end = p.filler.segment_end(start)
    found = joints(p.walk.text[start:end], p.kinds[start:end], words)
    costs = [0.0] * start + found
    return plan_title(p.filler, p.measures, simple, widths, costs, squeezed=squeezed)
