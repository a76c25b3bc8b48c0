"""Where the contents are, and where they end."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, width
from converter.segment.regions.entries import (
    entry_like,
    is_prose,
)
from converter.segment.regions.going_on import closing_end, with_entries_below
from converter.segment.regions.listed import DESCRIPTION, Listed
from converter.segment.regions.tail import (
    close_chunk,
    with_column_of_names,
    with_english,
    with_inner_pages,
    with_tail,
    without_byline,
    without_kicker,
)
from converter.source import Line

_FAR_DOWN = 40
"""Lines above contents that may close an issue."""
_FARTHEST = 120
"""Lines of contents above a masthead that stands within them."""
_NEAR, _SEVERAL = 8, 3
"""Of so many lines below the masthead so many are entries, where the contents go on."""
_BETWEEN = 3
"""Lines below an entry, of which the last may be a sentence: a subtitle, an author, and it."""
_NAMES = 24


def contents_end(
    lines: Sequence[Line], start: int, masthead: tuple[int, int] | None, *, headed: bool = True
) -> int:
    """The first line after the contents: prose, the masthead, or a title that comes again.

    ``headed`` tells that the first line is the heading of the contents, and nothing of them.
    """
    limit = masthead[0] if masthead and masthead[0] > start else len(lines)
    if start > _FAR_DOWN and (closing := closing_end(lines, start, limit)):
        return closing
    listed = Listed(lines, start, limit)
    index = start + headed
    in_row = False
    while index < limit:
        text = lines[index].text.strip()
        # A row of a table may go on over several lines.
        in_row = bool(text) and (text.startswith("|") or in_row) and not text.endswith("|")
        if text and not in_row and listed.ends_at(index):
            break
        if text:
            listed.add(index)
        index += 1
    index = listed.head_of(index)
    last_entry, described, rows = listed.last_entry, listed.described, listed.rows
    if rows.again:
        # The page that opens the first section, with its name and its titles.
        last_entry, index, described = rows.last, rows.again, 0
    end = close_chunk(lines, last_entry, index, listed.seen)
    end = with_tail(lines, start, max(end, last_entry + 1), index, listed.seen)
    end = with_inner_pages(lines, end, index)
    end = with_english(lines, end, limit)
    end = without_kicker(lines, start, end, index, listed.place_of)
    if described >= 2:
        end = max(end, _last_description(lines, last_entry, min(limit, index + 1)))
    end = with_column_of_names(lines, with_entries_below(lines, start, end, limit), limit)
    return without_byline(lines, start, end)


def rest_of_contents(
    lines: Sequence[Line], start: int, masthead: tuple[int, int]
) -> tuple[int, int] | None:
    """What follows of the contents below a masthead that stands within or above them.

    ``None`` where nothing does: no run of entries stands right below it, nor titles that come
    again further down.
    """
    first, last = masthead
    if first <= start or first - start > _FARTHEST:
        return None
    below = [line.text for line in lines[last : last + 4 * _NEAR] if not line.blank][:_NEAR]
    several = sum(entry_like(text) and not is_prose(text) for text in below) >= _SEVERAL
    joined = [*lines[:first], Line(lines[first].number, ""), *lines[last:]]
    if several:
        end = contents_end(joined, start, None)
    else:
        end = with_entries_below(joined, start, first + 1, len(joined))
    end += last - first - 1
    return (last, end) if end > last else None


def _last_description(lines: Sequence[Line], entry: int, limit: int) -> int:
    """The end of the sentence under the last entry, 0 if none stands there."""
    below = [at for at in range(entry + 1, min(limit, entry + 8)) if not lines[at].blank]
    for at in below[:_BETWEEN]:
        text = lines[at].text.strip()
        if ends_sentence(text):
            return at + 1 if width(text) <= DESCRIPTION else 0
        if width(text) > _NAMES:
            break
    return 0
