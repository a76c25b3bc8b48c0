"""Which page of the contents belongs to which title that the body proves."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from converter.parse.contents.marks import page_number
from converter.parse.contents.stream import Piece
from converter.parse.contents.words import Place
from converter.values import dataclass, field


@dataclass(slots=True, eq=False)
class Proved:
    """An entry whose title the body has: the pieces of its title, its authors and its pages."""

    titles: list[Piece]
    names: list[Piece] = field(default_factory=list)
    pages: list[Piece] = field(default_factory=list)
    section: int = -1

    @property
    def number(self) -> str:
        """The page."""
        return page_number(self.pages[0].text) if self.pages else ""


def place_pages(
    entries: Sequence[Proved],
    pieces: Sequence[Piece],
    heads: Collection[int],
    places: Sequence[Place],
) -> None:
    """Give each entry its page: the one on its line, or the next at the side where others are.

    In order, if there are as many and each title has one; ``heads`` are the names of sections,
    whose pages are those of their first entries.
    """
    if not entries:
        return
    of_heads = _beside_heads(pieces, heads)
    pages = [piece for piece in pieces if piece.kind == "page" and id(piece) not in of_heads]
    values = [int(page_number(piece.text)) for piece in pages]
    if len(pages) == len(entries) and not is_mixed(values):
        for entry, page in zip(entries, pages, strict=True):
            entry.pages.append(page)
    else:
        _place_by_lines(entries, pieces, pages, places)
    starts = _starts(entries, pieces)
    for at, piece in enumerate(pieces):
        if id(piece) in of_heads:
            first = bisect_right(starts, at)
            if first < len(entries) and not entries[first].pages:
                entries[first].pages.append(piece)


def is_mixed(values: Sequence[int]) -> bool:
    """True for pages that do not rise."""
    return list(values) != sorted(values)


def _starts(entries: Iterable[Proved], pieces: Sequence[Piece]) -> list[int]:
    """Where each entry begins among the pieces."""
    order = {id(piece): at for at, piece in enumerate(pieces)}
    return [order[id(entry.titles[0])] for entry in entries]


def _beside_heads(pieces: Sequence[Piece], heads: Collection[int]) -> set[int]:
    """The pages that stand on the lines of sections' names, and no title beside them."""
    titled = {
        at
        for index, piece in enumerate(pieces)
        if piece.kind == "line" and index not in heads
        for at, _ in piece.parts
    }
    named = {pieces[at].parts[0][0] for at in heads} - titled
    return {id(piece) for piece in pieces if piece.kind == "page" and piece.parts[0][0] in named}


def _place_by_lines(
    entries: Sequence[Proved],
    pieces: Sequence[Piece],
    pages: Sequence[Piece],
    places: Sequence[Place],
) -> None:
    """Give pages to the entries on their lines, the others to the entries above or below them."""
    order = {id(piece): at for at, piece in enumerate(pieces)}
    starts = _starts(entries, pieces)
    sides: Counter[int] = Counter()
    waiting: list[tuple[Piece, list[int]]] = []
    for page in pages:
        at = bisect_right(starts, order[id(page)])
        row = places[page.parts[0][0]].row
        near = [
            entry
            for entry in (at - 1, at)
            if 0 <= entry < len(entries) and row in _rows(entries[entry], places)
        ]
        if len(near) == 1:
            sides[near[0] - at] += 1
            if not entries[near[0]].pages:
                entries[near[0]].pages.append(page)
        else:
            waiting.append((page, near or [at - 1, at]))
    side = sides.most_common(1)[0][0] if sides else _side(entries, waiting)
    for page, near in waiting:
        best = near[0] if side < 0 else near[1]
        for entry in (best, *near):
            if 0 <= entry < len(entries) and not entries[entry].pages:
                entries[entry].pages.append(page)
                break


def _rows(entry: Proved, places: Sequence[Place]) -> set[int]:
    return {places[at].row for piece in entry.titles for at, _ in piece.parts}


def _side(entries: Sequence[Proved], waiting: Sequence[tuple[Piece, list[int]]]) -> int:
    """-1 if pages on lines of their own stand below the titles, 0 if above: as more have one then."""
    above = {near[1] for _, near in waiting if near[1] < len(entries)}
    below = {near[0] for _, near in waiting if near[0] >= 0}
    return 0 if len(above) > len(below) else -1
