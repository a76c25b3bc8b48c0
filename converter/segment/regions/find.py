"""The regions of an issue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from converter.hanzi import has_han
from converter.segment.regions.contents import contents_end, rest_of_contents
from converter.segment.regions.cover import find_cover
from converter.segment.regions.entries import entry_like, is_contents_heading, is_own_heading
from converter.segment.regions.masthead import find_foot, find_masthead
from converter.segment.regions.page_top import top_of_page
from converter.segment.regions.reach import is_imprint_line
from converter.source import Line
from converter.values import NamedTuple


class Regions(NamedTuple):
    """Line indexes (0-based, end exclusive) of what was found; ``None`` where it was not."""

    masthead: tuple[int, int] | None
    contents: tuple[int, int] | None
    cover: tuple[int, int] | None = None
    """The magazine's name and the issue line at the top, where the masthead is elsewhere."""
    foot: tuple[int, int] | None = None
    """The lines at the end that tell address and printer, where the masthead is at the top."""
    more: tuple[int, int] | None = None
    """The rest of the contents, where the masthead stands within them."""


def _with_issue_line(
    lines: Sequence[Line], contents: tuple[int, int], masthead: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Both regions, with the lines between the last entry and the imprint that tell the issue."""
    first = end = contents[1]
    if any(not line.blank for line in lines[end : masthead[0]]) or masthead[0] < end:
        return contents, masthead
    while first - 1 > contents[0] and (
        lines[first - 1].blank or is_imprint_line(lines[first - 1].text)
    ):
        first -= 1
    told = any(not line.blank for line in lines[first:end])
    return ((contents[0], first), (first, masthead[1])) if told else (contents, masthead)


_NEAR = 6
"""Lines by which contents may begin later than their titles tell."""


def _around(lines: Sequence[Line], contents: tuple[int, int], labels: Collection[str]) -> Regions:
    """The regions where the contents are told by their titles alone."""
    masthead = find_masthead(lines, contents[0], labels)
    if masthead is not None and masthead[0] < contents[1] < masthead[1]:
        masthead = (contents[1], masthead[1])
    elif masthead is not None and contents[0] < masthead[1] <= contents[1]:
        masthead = (masthead[0], contents[0]) if masthead[0] < contents[0] else None
    cover = foot = None
    if masthead is not None:
        cover = find_cover(lines, min(_COVER, masthead[0], contents[0]), masthead)
        foot = find_foot(lines, max(masthead[1], contents[1]))
    return Regions(masthead, contents, cover, foot)


def _unheaded(
    lines: Sequence[Line], masthead: tuple[int, int] | None
) -> tuple[tuple[int, int] | None, bool]:
    """Contents without a heading, and whether they are told whatever the masthead may be."""
    from converter.segment.regions.linked import linked_contents  # most have a heading
    from converter.segment.regions.unheaded import headless_contents, retold_contents

    if (linked := linked_contents(lines)) is not None:
        return linked, True
    contents = headless_contents(lines, masthead)
    within = _within(lines, masthead)
    # The masthead may have taken in the first entries of a column, not to be told from it.
    if within and (contents is None or within[0] < contents[0] < within[1]):
        return within, True
    retold = retold_contents(lines, masthead)
    if retold is not None and not (contents and contents[0] <= retold[0] + _NEAR):
        return retold, True
    return contents, False


def _within(lines: Sequence[Line], masthead: tuple[int, int] | None) -> tuple[int, int] | None:
    """Contents without a heading between the name of the magazine and its imprint."""
    if masthead is None:
        return None
    inside = sum(entry_like(line.text) for line in lines[slice(*masthead)])
    if inside < _ENTRIES:
        return None
    from converter.segment.regions.unheaded import headless_contents

    return headless_contents(lines, None)


def _is_foreign(lines: Sequence[Line], at: int) -> bool:
    """True for Contents over entries in another language, as journals have them below their own."""
    if has_han(lines[at].text):
        return False
    below = (line.text for line in lines[at + 1 :] if not line.blank)
    return not any(map(has_han, islice(below, _ENTRIES)))


def _above_foreign(lines: Sequence[Line], at: int, masthead: tuple[int, int] | None) -> int:
    """Where the contents above those in another language begin, whose heading is lost; ``at`` for none."""
    from converter.segment.regions.unheaded import headless_contents

    contents = headless_contents(lines, masthead)
    return contents[0] if contents is not None and contents[0] < at else at


_ENTRIES = 3
"""So many entries in a row make contents, as they do in :func:`headless_contents`."""
_FRONT = 200
"""Lines in which most issues have told their contents."""
_COVER = 60
"""Lines from the top among which the cover tells the magazine and the issue."""


def find_regions(lines: Sequence[Line], labels: Collection[str] = ()) -> Regions:
    """Find the masthead and the contents.

    The masthead is the densest run of at least three masthead lines before the body or
    at the end (``labels`` are labels of this magazine's own); the contents start at their
    heading or at a run of entries with leaders.
    """
    contents_at = next(
        (i for i, line in enumerate(lines[:4000]) if is_contents_heading(line.text)), None
    )
    masthead = find_masthead(lines, contents_at, labels)
    if contents_at is not None and _is_foreign(lines, contents_at):
        contents_at = _above_foreign(lines, contents_at, masthead)
    if contents_at is not None and contents_at > _FRONT:
        # A table of folders has such a heading as well.
        from converter.segment.regions.unheaded import retold_contents

        retold = retold_contents(lines, masthead)
        if retold is not None and retold[1] < contents_at:
            return _around(lines, retold, labels)
    if contents_at is not None:
        contents_at = top_of_page(lines, contents_at)
    if contents_at is None:
        contents, alone = _unheaded(lines, masthead)
        if contents and alone:
            return _around(lines, contents, labels)
        if contents and masthead and masthead[0] >= contents[1]:
            # What stands above the masthead's labels may be the last entries.
            masthead = find_masthead(lines, contents[0], labels)
            headed = is_own_heading(lines[contents[0]].text)
            contents = (contents[0], contents_end(lines, contents[0], masthead, headed=headed))
    else:
        contents = (contents_at, contents_end(lines, contents_at, masthead))
    if masthead and contents:
        contents, masthead = _with_issue_line(lines, contents, masthead)
    more = rest_of_contents(lines, contents[0], masthead) if contents and masthead else None
    cover = None
    if masthead:
        limit = min(_COVER, masthead[0], contents[0] if contents else _COVER)
        cover = find_cover(lines, limit, masthead)
    end = (more or contents or (0, 0))[1]
    foot = find_foot(lines, max(masthead[1], end)) if masthead else None
    return Regions(masthead, contents, cover, foot, more)
