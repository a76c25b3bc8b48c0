"""Contents whose heading stands beside their entries, or at the foot of their page, and is read late."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import width
from converter.source import Line

_MOST = 40
"""Lines of a page, blank ones with them, above such a heading."""
_WIDEST = 36
"""Em of the widest row."""
_PAGE = re.compile(r"^\s*(?P<page>\d{1,3})\s*$")
_DATE = re.compile(
    r"^\s*(?:(?:19|20)\d\d|[一二][〇零○O一二三四五六七八九]{3})\s*年?\s*[·.]?\s*"
    r"(?:[春夏秋冬]{1,2}[季号卷]?|\d{1,2}\s*月(?:[号刊])?|第?\s*[\d一二三四五六七八九十]+\s*[期辑卷号])?\s*$"
)
"""2014年春, below the name of the magazine."""


def top_of_page(lines: Sequence[Line], heading: int) -> int:
    """Where the entries begin on the page with the ``heading`` of the contents, as a form feed tells.

    That is the heading itself unless a page stands alone above it, lower than the first below it,
    and nothing but short rows: the date of the issue is none of them, and who stands above it.
    """
    top = heading
    while top > max(0, heading - _MOST) and not lines[top].text.startswith("\f"):
        top -= 1
    if not lines[top].text.startswith("\f"):
        return heading
    above = lines[top:heading]
    pages = [int(hit["page"]) for line in above if (hit := _PAGE.match(line.text))]
    if not pages or pages != sorted(pages) or pages[-1] >= _next_page(lines, heading):
        return heading
    if any(
        width(line.text.strip()) > _WIDEST or line.text.rstrip()[-1:] in "。，；"
        for line in above
        if not line.blank
    ):
        return heading
    dates = [at for at in range(top, heading) if _DATE.match(lines[at].text)]
    dates = [at for at in dates if not _PAGE.match(lines[at].text)]
    return dates[-1] + 1 if dates else top


def _next_page(lines: Sequence[Line], heading: int) -> int:
    """The first page that stands alone below a heading; 0 for none near it."""
    below = (_PAGE.match(line.text) for line in lines[heading + 1 : heading + 1 + _MOST])
    return next((int(hit["page"]) for hit in below if hit), 0)
