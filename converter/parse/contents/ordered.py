"""Contents read in the order of the body, whatever the order of their words.

Columns that OCR read across leave the titles of two sections among one another, and a layout
that nobody has seen hides which words are a section's name. But the body prints one article
below the other, each with its title below its section and above its author: what stands there
on lines of its own, and in the contents in any place, is an entry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from converter.hanzi import bigrams, has_han, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import page_number
from converter.parse.contents.numbered import Proved
from converter.parse.contents.people import signs
from converter.parse.contents.proved import finish, told_again
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import section_of
from converter.parse.contents.stream import Piece, pieces_of, places_of
from converter.parse.contents.words import Place
from converter.values import dataclass, field

_FEWEST = 3
"""So many articles of which the contents have the titles make an order."""
_SECTIONS = 2
"""So many sections that the body prints tell that it prints them."""
_NAME = 12
"""The most em of a section's name."""
_NEAR = 3
"""Blocks from the name of a section to the title below it."""
_BELOW = 2
"""Blocks below a title of which one may name its authors."""


@dataclass(slots=True, eq=False)
class _Listed:
    """The pieces of the contents by their keys, and which of them an entry has."""

    lines: defaultdict[str, deque[int]] = field(default_factory=lambda: defaultdict(deque))
    names: defaultdict[str, deque[int]] = field(default_factory=lambda: defaultdict(deque))
    pairs: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    """The keys of names by each two of their characters that stand together."""
    taken: set[int] = field(default_factory=set)

    def add_names(self, at: int, name: str) -> None:
        """Note a piece with names of people."""
        self.names[name].append(at)
        for pair in bigrams(name):
            self.pairs[pair].setdefault(name)

    def free(self, name: str) -> int:
        """The first piece of a key that no entry has, -1 for none."""
        return self._first(self.lines.get(name))

    def take_signers(self, line: str) -> list[int]:
        """The pieces with the names that a line of the body has, each once, for an entry."""
        firsts = {name: self._first(self.names[name]) for name in self._within(line)}
        found = {name: at for name, at in firsts.items() if at >= 0}
        rest = line
        signers: list[int] = []
        for name, at in sorted(found.items(), key=lambda one: one[1]):
            if name in rest:
                rest = rest.replace(name, "", 1)
            elif len(rest) >= _LEAST_NAME and rest in name:
                rest = ""  # one of several in the contents
            else:
                continue
            signers.append(at)
        self.taken.update(signers)
        return signers

    def _within(self, line: str) -> set[str]:
        """The keys of names that have two characters in common with a line."""
        return {name for pair in bigrams(line) for name in self.pairs.get(pair, ())}

    def _first(self, places: deque[int] | None) -> int:
        while places and places[0] in self.taken:
            places.popleft()
        return places[0] if places else -1


def read_ordered(rows: Sequence[Row], beside: RawContents, body: BodyIndex) -> RawContents | None:
    """The contents in the order of the body; ``None`` if it prints too few of their sections."""
    if not body.parts_blocks or any(row.page for row in rows):
        return None
    places = places_of(rows)
    pieces = pieces_of(places, body)
    told_again(pieces, places)
    listed = _listed(pieces, body)
    found = _in_order(pieces, listed, body)
    if found is None:
        return None
    entries, over = found
    heads = set(over) - {-1}
    if len(entries) < _FEWEST or len(heads) < _SECTIONS:
        return None
    if _leaves_names(pieces, heads, listed, places):
        return None
    contents = beside.begun()
    _open_sections(contents, entries, over, pieces, places, body)
    _place_pages(entries, pieces, heads, places)
    finish(contents, entries, pieces, heads | _again(heads, pieces), places, body)
    contents.lines += [number for row in rows for number in row.lines]
    return contents


def _in_order(
    pieces: Sequence[Piece], listed: _Listed, body: BodyIndex
) -> tuple[list[Proved], list[int]] | None:
    """The entries as the body prints them, and for each the piece that names its section, or -1.

    ``None`` where a name stands below another with no title between: columns below their section.
    """
    blocks = body.blocks
    tight = any(sum(listed.free(name) >= 0 for name in block) > 1 for _, block in blocks)
    entries: list[Proved] = []
    over: list[int] = []
    section = named = last = -1
    for at, (run, block) in enumerate(blocks):
        lines = [found for name in block if (found := listed.free(name)) >= 0]
        if not lines:
            continue
        below = [more for other, more in blocks[at + 1 : at + 1 + _NEAR] if other == run]
        over_title = len(block) == 1 and body.parts(pieces[lines[0]].text, "", tight=tight)
        if over_title and _is_section(pieces, lines[0], below, listed):
            if run == named and over[-1:] != [section]:
                return None
            section, named = lines[0], run
            continue
        if run == last and all(signs(pieces[one].text) for one in lines):
            continue  # who wrote the article above
        last = run
        entries.append(_entry(lines, block, below[:_BELOW], pieces, listed))
        over.append(section)
    return entries, over


def _leaves_names(
    pieces: Sequence[Piece], heads: set[int], listed: _Listed, places: Sequence[Place]
) -> bool:
    """True if several short words on lines of their own are left: the body prints but some sections."""
    names = {pieces[at].key for at in heads}
    left = sum(
        piece.kind in {"line", "rest"}
        and at not in listed.taken
        and piece.key not in names
        and has_han(piece.text)
        and 1 < len(piece.key) <= _SHORT
        and key(places[piece.parts[0][0]].text) == piece.key
        for at, piece in enumerate(pieces)
    )
    return left * _FEWEST >= len(heads)


_SHORT = 6
"""Characters of the name of most sections."""


def _listed(pieces: Sequence[Piece], body: BodyIndex) -> _Listed:
    """The pieces that may be titles or sections, a misread one by the line of the body that it is."""
    found = _Listed()
    for at, piece in enumerate(pieces):
        name = piece.key
        if piece.kind == "names" and len(name) >= _LEAST_NAME:
            found.add_names(at, name)
        if piece.kind in {"line", "rest", "names"} and len(name) > 1:
            found.lines[body.as_printed(name) if piece.kind == "line" else name].append(at)
    return found


def _is_section(
    pieces: Sequence[Piece], at: int, below: Iterable[Sequence[str]], listed: _Listed
) -> bool:
    """True for a short line that stands alone over a title of the contents, and not over names.

    A title may read like a name, 水表房; then its author stands below it.
    """
    if width(pieces[at].text) > _NAME or pieces[at].text.startswith("—"):
        return False
    found = [
        one for block in below for name in block if (one := listed.free(name)) >= 0 and one != at
    ]
    return bool(found) and (len(found) > 1 or not _ends_in_name(pieces[found[0]].text))


def _ends_in_name(text: str) -> bool:
    """True for names, be it behind an office or a class: 五（2）班 某某."""
    return signs(text) or split_names(text.rsplit(maxsplit=1)[-1]) is not None


def _entry(
    lines: Sequence[int],
    block: Sequence[str],
    below: Iterable[Sequence[str]],
    pieces: Sequence[Piece],
    listed: _Listed,
) -> Proved:
    """The entry of a block of lines that the contents have, with the names below it."""
    titles = [at for at in lines if pieces[at].kind != "names"] or list(lines[:1])
    made = Proved([pieces[at] for at in titles])
    listed.taken.update(titles)
    for one in (block, *below):
        for name in one:
            made.names += [pieces[at] for at in listed.take_signers(name)]
        if made.names:
            break
    return made


_LEAST_NAME = 2
"""Characters of a name."""


def _open_sections(
    contents: RawContents,
    entries: Sequence[Proved],
    over: Sequence[int],
    pieces: Sequence[Piece],
    places: Sequence[Place],
    body: BodyIndex,
) -> None:
    """The sections in the order of their first entries."""
    numbers: dict[int, int] = {-1: -1}
    for entry, at in zip(entries, over, strict=True):
        if at not in numbers:
            numbers[at] = len(contents.sections)
            place = places[pieces[at].parts[0][0]]
            own = place.text if key(pieces[at].text) == key(place.text) else pieces[at].text
            contents.sections.append(section_of(own, place.lines[0], body))
        entry.section = numbers[at]


def _again(heads: Iterable[int], pieces: Sequence[Piece]) -> set[int]:
    """The other pieces that name the same sections: some contents name them with each entry."""
    names = {pieces[at].key for at in heads}
    return {at for at, piece in enumerate(pieces) if piece.kind != "page" and piece.key in names}


def _place_pages(
    entries: Sequence[Proved], pieces: Sequence[Piece], heads: set[int], places: Sequence[Place]
) -> None:
    """Give the pages to the entries: in order, if there are as many, else to those on their lines.

    What stands beside the name of a section is the page of the entry below that.
    """
    titled = {places[at].row for entry in entries for one in entry.titles for at, _ in one.parts}
    rows = {places[pieces[at].parts[0][0]].row for at in heads} - titled
    every = [piece for piece in pieces if piece.kind == "page"]
    own = [piece for piece in every if places[piece.parts[0][0]].row not in rows]
    for pages in (own, every):
        if len(pages) == len(entries):
            pages.sort(key=lambda piece: int(page_number(piece.text) or 0))
            for entry, page in zip(entries, pages, strict=True):
                entry.pages.append(page)
            return
    beside = {places[page.parts[0][0]].row: page for page in own}
    for entry in entries:
        lines = [places[at].row for one in (*entry.titles, *entry.names) for at, _ in one.parts]
        entry.pages += [beside.pop(row) for row in lines if row in beside][:1]
    of_heads = set(map(id, every)) - set(map(id, own))
    _place_heads_pages(entries, pieces, [page for page in every if id(page) in of_heads])


def _place_heads_pages(
    entries: Sequence[Proved], pieces: Sequence[Piece], pages: Iterable[Piece]
) -> None:
    """Give pages to the entries that follow them in the contents, where these have none."""
    order = {id(piece): at for at, piece in enumerate(pieces)}
    following = sorted(entries, key=lambda entry: order[id(entry.titles[0])])
    starts = [order[id(entry.titles[0])] for entry in following]
    for page in pages:
        first = bisect_right(starts, order[id(page)])
        if first < len(following) and not following[first].pages:
            following[first].pages.append(page)
