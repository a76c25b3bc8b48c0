"""A page or a column does not end early because a table, a caption or a box has no room on it.

An editor lets the text go on: the paragraph after the table comes before it. Or a box, where
what follows may not pass it (a heading, say), goes up by a paragraph or two, and the text fills
the place that it leaves. A pull quote never stands last above white. All that is done where no
paragraph says of what stands above or below it what would then no longer be true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from converter import patterns as re
from converter.pdf.insets import classes_of
from converter.pdf.white import body_of
from converter.values import NamedTuple

HOLE = 3.0
"""Lines: so much white at the foot of a page or a column is a hole."""
_BELOW_PULL = 0.9
"""Below a pull quote, that has a line of white already, one more is a hole."""
_UP = 4
"""So many places above it are tried for a box: it belongs to what stands around it."""

_DEPTH = 3
"""The text of an article in the tree: html, body, section, and there it is."""
_LEADS_IN = re.compile(r"[：:]\s*$")
"""如下表所示：…"""
_SPEAKS_OF_IT = re.compile(
    "(?:注|说明|說明|(?:资料|資料|数据|數據)[来來]源)[：:]|[^。！？]*(?:[上该該此从從由据據]表|如上)"
)
"""What a paragraph begins with that has to come after the table."""


class Move(NamedTuple):
    """A block of a text that changes places with what stands between it and ``to``."""

    body: Any
    at: int
    to: int

    def do(self) -> None:
        """Put the block there."""
        self.body.children.insert(self.to, self.body.children.pop(self.at))

    def undo(self) -> None:
        """Put it back."""
        self.body.children.insert(self.at, self.body.children.pop(self.to))


class _Place(NamedTuple):
    """Where a page resumes: the text, the block in it, and what of that is on the page before."""

    body: Any
    at: int
    within: Any


def white(page: Any, grid: float) -> float:
    """The lines of white below the text of a page whose article goes on, in all its columns."""
    return sum(lines for _, lines in _whites(page, grid))


def moves(root_box: Any, page: Any, before: Any, after: Any, grid: float) -> Iterator[Move]:
    """What could be moved so that a page has no hole at its foot, the best first.

    ``before`` and ``after`` tell where in the tree the page and the one after it resume.
    """
    start, place = _place(root_box, before), _place(root_box, after)
    if place is None:
        return
    body = place.body
    first = start.at + bool(start.within) if start and start.body is body else 0
    found = _whites(page, grid)
    for (_, lines), (following, _) in pairwise(found):
        at = _index(body, following.children[0])
        if at is not None:
            yield from _moves(body, at, first, lines)
    if place.within is None:
        yield from _moves(body, place.at, first, found[-1][1])
    yield from _captions(body, place.at, found[-1][1])


def shifts(root_box: Any, body: Any, start: Any) -> Iterator[Move]:
    """Moves of the boxes and pull quotes of a text's last page, past a paragraph or more.

    ``start`` tells where in the tree the page resumes.
    """
    place = _place(root_box, start)
    first = place.at + bool(place.within) if place and place.body is body else 0
    for at in range(max(first, 1), len(body.children)):
        box = body.children[at]
        if not _is_whole(box) or "table" in classes_of(box):
            continue
        if _LEADS_IN.search(_text(body.children[at - 1])):
            continue
        for to in (*_later(body.children, at), *_earlier(body.children, at, first)):
            yield Move(body, at, to)


def end_of_text(box: Any, top: float = 0.0) -> float:
    """Where the text in a page or a column ends, above the notes and boxes at its foot."""
    # What goes on overleaf reaches down to the foot of the page: the lines in it do not.
    ends = (
        child.position_y + child.margin_height()
        for child in box.descendants()
        if is_line(child) or "snap" in classes_of(child)
    )
    return max(ends, default=top)


def is_line(box: Any) -> bool:
    """True of a line, be it composed as Chinese or left to WeasyPrint, as English is."""
    from weasyprint.formatting_structure.boxes import LineBox

    return isinstance(box, LineBox)


def _place(root_box: Any, resume_at: Any) -> _Place | None:
    parent, stack = root_box, resume_at
    for _ in range(_DEPTH):
        if stack is None or len(stack) != 1:
            return None
        ((at, stack),) = stack.items()
        parent = parent.children[at]
    if not stack or len(stack) != 1 or "body" not in classes_of(parent):
        return None
    ((at, within),) = stack.items()
    return _Place(parent, at, within)


def _whites(page: Any, grid: float) -> list[tuple[Any, float]]:
    """The text of a page, or the last columns of it, and the lines of white below each."""
    root, area = page.children[0], page.children[1]
    foot = area.position_y if area.children else page.margin_top + page.height
    parts = _columns(body_of(root.children[0].children[-1])) or [root]
    return [(part, (foot - end_of_text(part, page.margin_top)) / grid) for part in parts]


def _columns(body: Any) -> list[Any]:
    """The columns with which a page ends; none of a page of one, or with a table at its foot."""
    columns: list[Any] = []
    for child in reversed(body.children if body is not None else ()):
        if not child.is_column:
            break
        if columns and child.position_y != columns[0].position_y:
            break
        columns.insert(0, child)
    return columns


def _index(body: Any, block: Any) -> int | None:
    """Where a block of a page stands in the text."""
    return next((at for at, one in enumerate(body.children) if one.element is block.element), None)


def _moves(body: Any, at: int, first: int, lines: float) -> Iterator[Move]:
    """Moves of what the next page or column begins with, or of the pull quote above it."""
    children = body.children
    if lines >= HOLE and 0 < at < len(children) and _is_whole(children[at]):
        if _LEADS_IN.search(_text(children[at - 1])):
            return
        yield from (Move(body, at, to) for to in _later(children, at))
        if "table" not in classes_of(children[at]):
            yield from (Move(body, at, to) for to in _earlier(children, at, first))
        return
    above = at - 1
    while above > first and _hangs(children[above]):
        above -= 1
    if lines >= _BELOW_PULL and above > first and "pull" in classes_of(children[above]):
        ways = (*_earlier(children, above, first), *_later(children, above))
        yield from (Move(body, above, to) for to in ways)


def _captions(body: Any, at: int, lines: float) -> Iterator[Move]:
    """Moves of the caption below a paragraph that goes overleaf with it."""
    children = body.children
    if lines < HOLE or at + 1 >= len(children) or not _is_plain(children[at]):
        return
    if "caption" in classes_of(children[at + 1]) and "parting" not in classes_of(children[at + 1]):
        yield from (Move(body, at + 1, to) for to in _later(children, at + 1))


def _is_whole(box: Any) -> bool:
    classes = set(classes_of(box))
    return "pull" in classes or ("whole" in classes and bool(classes & {"own", "table"}))


def _later(children: Sequence[Any], at: int) -> list[int]:
    """Below the paragraph that follows; below the answer, if that is a question."""
    here = at + 1
    while here < len(children) and _hangs(children[here]):
        here += 1
    asks = here < len(children) and "question" in classes_of(children[here])
    last = here + asks
    if last >= len(children) or not _is_plain(children[last]):
        return []
    if _SPEAKS_OF_IT.match(_text(children[here])):
        return []
    while last + 1 < len(children) and "refuge" in classes_of(children[last + 1]):
        last += 1
    return [last]


def _earlier(children: Sequence[Any], at: int, first: int) -> list[int]:
    """Above the paragraphs before it, as long as there is text on both sides."""
    found: list[int] = []
    to = at
    while len(found) < _UP:
        to -= 1
        while to > 0 and "refuge" in classes_of(children[to]):
            to -= 1
        if not _is_plain(children[to]):
            break
        while to > 0 and "inset" in classes_of(children[to - 1]):
            to -= 1
        if to < max(first, 1):
            break
        above = next((box for box in reversed(children[:to]) if not _hangs(box)), None)
        if above is not None and _is_plain(above) and not _LEADS_IN.search(_text(above)):
            found.append(to)
    return found


def _hangs(box: Any) -> bool:
    """True of an inset, that stands before its paragraph, and of its refuge below that."""
    return bool({"inset", "refuge"} & set(classes_of(box)))


def _is_plain(box: Any) -> bool:
    """True of a paragraph of the text that leans on neither of its neighbours."""
    classes = set(classes_of(box)) - {"answer"}
    return box.element_tag == "p" and not classes and bool(box.style["float"] == "none")


def _text(box: Any) -> str:
    return "".join(box.element.itertext()) if box.element is not None else ""
