"""A paragraph set in one line fewer (缩行), for the make-up of pages.

What a compositor does by hand to pull a line back: the marks of the whole paragraph give
some of their white, within what clreq §3.4.2.1 lets a line give. Imported only after a
document has been composed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from converter.typeset.paragraph import Paragraph

_LEAST = 4
"""A paragraph of fewer lines has too little white to give any away."""


def fewer_lines(line: Any) -> Callable[[], None] | None:
    """Set the paragraph of a composed line (a WeasyPrint box) in one line fewer from now on.

    Returns the way back, or ``None`` where the paragraph has not the white for it.
    """
    paragraph = getattr(line, "composition", None)
    if not isinstance(paragraph, Paragraph):
        return None
    plans = paragraph.plans
    start = min(plans, default=0)
    first = rest = 0.0
    lines, here = 0, start
    while here < len(paragraph.kinds):
        if here not in plans:
            return None
        planned, width, following = plans[here]
        if not lines:
            first, rest = width, following
        elif (width, following) != (rest, rest):
            return None  # beside an inset, lines are of more than one length
        lines, here = lines + 1, planned.after
    if lines < _LEAST:
        return None
    tight = paragraph.filler.plan_in(lines - 1, start, first, rest)
    if tight is None:
        return None
    paragraph.plans = {
        one.start: (one, rest if number else first, rest) for number, one in enumerate(tight)
    }

    def back() -> None:
        paragraph.plans = plans

    return back
