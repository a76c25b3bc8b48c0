"""Years at the ends of titles, in contents that have no pages: 展望 2022."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row

_YEAR = re.compile("(?:19|20)\\d\\d$")
_BARE = 3
"""Of so many entries one may end with a year, and none of the others has a page."""


def settle_years(contents: RawContents, rows: Sequence[Row]) -> None:
    """Give 展望 2022 the year back that was read as its page, where no entry has another page."""
    paged = [entry for entry in contents.entries if entry.page]
    if not paged or len(paged) * _BARE > len(contents.entries):
        return
    if not all(_YEAR.match(entry.page) for entry in paged):
        return
    printed = {tuple(row.lines): row.cells[0] for row in rows if len(row.cells) == 1}
    for entry in paged:
        whole = printed.get(tuple(entry.lines), "")
        if len(entry.texts) == 1 and entry.texts[0] in whole and not entry.authors_text:
            entry.texts[0] = whole
            entry.page = entry.printed_page = ""
