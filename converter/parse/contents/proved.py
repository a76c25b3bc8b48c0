"""Contents read by what the body proves, in whatever order their words stand.

Entries that run on over lines, columns that OCR read one by one or across, cells with
several titles, summaries and English between the entries: the body has the titles on lines
of their own, the names of the sections above them and the authors below.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, key, width
from converter.parse.byline import names_subject
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import SUBTITLE, page_number
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import is_marked, section_of
from converter.parse.contents.stream import Piece, Place, pieces_of, places_of, signs
from converter.values import dataclass, field

_FEWEST = 3
"""So many titles of the body make contents."""
_SECTION = 10
"""The most em of a section's name."""
_SHORT = 6
"""Em up to which what stands over a title is rather a section than the first line of it."""
_FIRST_LINE = 3
"""Characters of the first line of a title of two."""
_TITLE = 40
"""The most em of a line of a title."""
_LATIN = re.compile(r"[A-Za-z]+")


@dataclass(slots=True, eq=False)
class _Entry:
    titles: list[Piece]
    names: list[Piece] = field(default_factory=list)
    pages: list[Piece] = field(default_factory=list)
    section: int = -1

    @property
    def number(self) -> str:
        """The page."""
        return page_number(self.pages[0].text) if self.pages else ""


def read_proved(rows: Sequence[Row], beside: RawContents, body: BodyIndex) -> RawContents | None:
    """The contents as the body proves them; ``None`` if it knows too few of their titles.

    ``beside`` is what their lines hold that are no rows.
    """
    if any(row.page for row in rows):
        return None
    places = places_of(rows)
    pieces = pieces_of(places, body)
    if sum(piece.kind == "line" for piece in pieces) < _FEWEST:
        return None
    contents = beside.begun()
    heads = _sections(pieces, places, body)
    entries = _entries(pieces, heads, body)
    _open_sections(contents, entries, pieces, heads, places, body)
    _place_names(entries, pieces, body)
    _place_pages(entries, pieces)
    if _is_mixed([int(entry.number) for entry in entries if entry.number.isdecimal()]):
        # Two columns, read across.
        entries.sort(key=lambda entry: int(entry.number) if entry.number.isdecimal() else 0)
        _sections_of_body(contents, entries, body)
    elif {entry.section for entry in entries} < set(range(len(contents.sections))):
        _sections_of_body(contents, entries, body)  # the names of all before the entries
    _finish(contents, entries, pieces, heads, places, body)
    contents.lines += [number for row in rows for number in row.lines]
    paged = any(piece.kind == "page" for piece in pieces)
    return contents if _is_sound(contents, beside, paged=paged) else None


def _is_sound(contents: RawContents, beside: RawContents, *, paged: bool) -> bool:
    """True if nothing is left over but English and sentences, and all entries have pages or none."""
    left = contents.notes[len(beside.notes) :]
    if any(not _tells(text) for _, text in left):
        return False
    return all(bool(entry.page) is paged for entry in contents.entries)


def _tells(text: str) -> bool:
    """True for a summary, and for what says a title in English."""
    return ends_sentence(text) or (not has_han(text) and not any(map(str.isdecimal, text)))


def _sections(pieces: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> set[int]:
    """Which pieces are names of sections."""
    alone = {
        at
        for at, piece in enumerate(pieces)
        if len(piece.parts) == 1
        and piece.kind in {"line", "rest"}
        and width(piece.text) <= _SECTION
        and has_han(piece.text)
        and piece.key in {key(own := places[piece.parts[0][0]].text), key(_LATIN.sub("", own))}
    }
    titles = {piece.key for piece in pieces if piece.kind == "line"}
    found = set()
    for at in alone:
        piece = pieces[at]
        below = body.below(piece.key) & titles - {piece.key}
        following = _next_title(pieces, at)
        if following is not None and _is_subtitle(following.text):
            continue
        short = width(piece.text) <= _SHORT and not _is_below_page(pieces, at, places)
        over = following is not None and (
            following.key in below or _begins(following.key, body.below(piece.key))
        )
        if (
            places[piece.parts[0][0]].section
            or is_marked(places[piece.parts[0][0]].text)
            or len(below) > 1
            or (over and short)
            or (piece.kind == "line" and body.heads_pages(piece.text))
        ):
            found.add(at)
    named = {
        at
        for at in alone
        if pieces[at].kind == "rest" and at + 1 < len(pieces) and _opens(pieces, at)
    }
    return found | named if len(found | named) > 1 else found


def _is_below_page(pieces: Sequence[Piece], at: int, places: Sequence[Place]) -> bool:
    """True for the first line of a title that has no other page: right below one, or in its row."""
    if not at or pieces[at - 1].kind != "page":
        return False
    above, own = places[pieces[at - 1].parts[0][0]], places[pieces[at].parts[0][0]]
    if above.cell and above.row == own.row:
        return True
    alone = above.text == pieces[at - 1].text and not above.cell
    return alone and not own.gap and not own.cell


def _begins(title: str, lines: Iterable[str]) -> bool:
    """True if one of some lines is the first of two on which the body has a title."""
    return any(len(line) >= _FIRST_LINE and title.startswith(line) for line in lines)


def _next_title(pieces: Sequence[Piece], at: int) -> Piece | None:
    """The title below, its page and authors before it perhaps."""
    following = itertools.dropwhile(
        lambda piece: piece.kind in {"page", "names"}, pieces[at + 1 : at + 4]
    )
    return next((piece for piece in following if piece.kind == "line"), None)


def _opens(pieces: Sequence[Piece], at: int) -> bool:
    """True for words that the body does not have, right above a title: 卷首, and no summary."""
    text = pieces[at].text
    if width(text) > _SHORT + 2 or ends_sentence(text) or any(map(str.isdecimal, text)):
        return False
    return _next_title(pieces, at) is not None


def _entries(pieces: Sequence[Piece], heads: set[int], body: BodyIndex) -> list[_Entry]:
    """The entries: the titles, and what the body has right below each."""
    found: list[_Entry] = []
    last: Piece | None = None
    for at, piece in enumerate(pieces):
        if piece.kind == "line" and at not in heads:
            if last is not None and _goes_on(last, piece, body):
                found[-1].titles.append(piece)
            elif ends_sentence(piece.text) or width(piece.text) > _TITLE:
                piece.kind = "rest"
                continue
            else:
                found.append(_Entry([piece]))
            last = piece
        elif at in heads:
            last = None
    return _without_houses(found, pieces, heads)


def _without_houses(
    entries: list[_Entry], pieces: Sequence[Piece], heads: set[int]
) -> list[_Entry]:
    """The entries without what ends like a house, where just so many are more than the pages."""
    more = len(entries) - sum(piece.kind == "page" for piece in pieces)
    houses = [entry for entry in entries if len(entry.titles) == 1 and signs(entry.titles[0].text)]
    told = [
        ("section" if at in heads else piece.kind, id(piece))
        for at, piece in enumerate(pieces)
        if at in heads or piece.kind != "rest" or has_han(piece.text)
    ]
    above = {piece: kind for (kind, _), (_, piece) in itertools.pairwise(told)}
    for kinds in ({"names", "line", "page", "section", "rest"}, {"names", "line"}, {"names"}):
        # Below a title, or in a column of authors.
        houses = [entry for entry in houses if above.get(id(entry.titles[0])) in kinds]
        if more > 0 and len(houses) == more:
            for entry in houses:
                entry.titles[0].kind = "names"
            return [entry for entry in entries if entry not in houses]
    return entries


def _goes_on(above: Piece, piece: Piece, body: BodyIndex) -> bool:
    """True for the second line of a title, and for a subtitle."""
    if _is_subtitle(piece.text):
        return True
    return piece.key in body.below(above.key) and not body.below(piece.key) & {above.key}


def _is_subtitle(text: str) -> bool:
    return SUBTITLE.match(text) is not None or names_subject(text)


def _open_sections(
    contents: RawContents,
    entries: Sequence[_Entry],
    pieces: Sequence[Piece],
    heads: set[int],
    places: Sequence[Place],
    body: BodyIndex,
) -> None:
    """Give each entry the section above it, or the one that the body has over its title."""
    owner = {id(piece): entry for entry in entries for piece in entry.titles[:1]}
    current = -1
    for at, piece in enumerate(pieces):
        if at in heads:
            place = places[piece.parts[0][0]]
            section = section_of(place.text, place.lines[0], body)
            if not contents.sections or contents.sections[-1].name != section.name:
                contents.sections.append(section)
            current = len(contents.sections) - 1
        elif id(piece) in owner:
            owner[id(piece)].section = current


def _sections_of_body(contents: RawContents, entries: Sequence[_Entry], body: BodyIndex) -> None:
    """Give each entry the section that the body has over its title, or that of the one before."""
    over = {
        name: at for at, section in enumerate(contents.sections) for name in _under(section, body)
    }
    found = [over.get(entry.titles[0].key, -1) for entry in entries]
    if len(set(found) - {-1}) * 2 <= len(contents.sections):
        return
    current = -1
    for entry, section in zip(entries, found, strict=True):
        current = section if section >= 0 else current
        entry.section = current


def _under(section: RawSection, body: BodyIndex) -> Iterable[str]:
    name = key(section.name)
    return body.below(name) | body.below(key(section.name + section.english)) | body.under(name)


def _place_names(entries: Sequence[_Entry], pieces: Sequence[Piece], body: BodyIndex) -> None:
    """Give names to the entry below whose title the body has them, or to the one beside them."""
    by_title = {entry.titles[0].key: entry for entry in entries}
    signed = {
        name: entry
        for title, entry in by_title.items()
        for line in entry.titles
        for name in body.below(line.key)
    }
    order = {id(piece): at for at, piece in enumerate(pieces)}
    starts = [order[id(entry.titles[0])] for entry in entries]
    for at, piece in enumerate(pieces):
        if piece.kind != "names":
            continue
        entry = signed.get(piece.key)
        if entry is None:
            above = max(0, bisect_left(starts, at) - 1)
            entry = entries[above] if entries else None
        if entry is not None:
            entry.names.append(piece)


def _place_pages(entries: Sequence[_Entry], pieces: Sequence[Piece]) -> None:
    """Give each entry its page: in order, if there are as many; else the next at one side."""
    pages = [piece for piece in pieces if piece.kind == "page"]
    values = [int(page_number(piece.text)) for piece in pages]
    if len(pages) == len(entries) and not _is_mixed(values):
        for entry, page in zip(entries, pages, strict=True):
            entry.pages.append(page)
        return
    starts = {id(entry.titles[0]): entry for entry in entries}
    best = max((_beside(starts, pieces, side) for side in ("last", "first")), key=len)
    for entry, page in best:
        entry.pages.append(page)


def _is_mixed(values: Sequence[int]) -> bool:
    return list(values) != sorted(values)


def _beside(
    starts: dict[int, _Entry], pieces: Sequence[Piece], side: str
) -> list[tuple[_Entry, Piece]]:
    """Which page stands next to which title, at one side of it."""
    found: list[tuple[_Entry, Piece]] = []
    waiting: _Entry | None = None
    ordered: Iterable[Piece] = pieces if side == "last" else reversed(pieces)
    for piece in ordered:
        if id(piece) in starts:
            waiting = starts[id(piece)]
        elif piece.kind == "page" and waiting is not None:
            found.append((waiting, piece))
            waiting = None
    return found


def _finish(
    contents: RawContents,
    entries: Sequence[_Entry],
    pieces: Sequence[Piece],
    heads: set[int],
    places: Sequence[Place],
    body: BodyIndex,
) -> None:
    """The entries as others are read; what is left goes with the title on its line, or beside."""
    in_place: dict[int, RawEntry] = {}
    taken: set[int] = set()
    for entry in entries:
        raw = RawEntry(_joined(entry.titles, body), section=entry.section)
        for piece in entry.names:
            raw.add_authors(piece.text.strip("—- "))
        for piece in entry.pages[:1]:
            raw.printed_page, raw.page = piece.text, page_number(piece.text)
        own = [*entry.titles, *entry.names, *entry.pages]
        taken.update(map(id, own))
        lines = {number for piece in own for at, _ in piece.parts for number in places[at].lines}
        raw.lines = sorted(lines)
        for piece in entry.titles:
            in_place |= {at: raw for at, _ in piece.parts}
        contents.entries.append(raw)
    named = {pieces[at].parts[0][0] for at in heads}
    above: RawEntry | None = None
    for piece in pieces:
        place = piece.parts[0][0]
        above = in_place.get(place, above)
        if place in named or id(piece) in taken or piece.kind == "part":
            continue
        beside = next((in_place[at] for at, _ in piece.parts if at in in_place), None)
        told = piece.text.endswith("。")
        if told and above is not None:
            above.texts.append(piece.text)
        elif beside is not None and piece.kind != "page" and _is_of_title(piece, places):
            beside.texts.append(piece.text)
        else:
            contents.notes.append((places[place].lines[0], piece.text))


def _is_of_title(piece: Piece, places: Sequence[Place]) -> bool:
    """True for words that the body does not have on the line of a title, English left aside."""
    return has_han(piece.text) and not places[piece.parts[0][0]].cell


def _joined(titles: Sequence[Piece], body: BodyIndex) -> list[str]:
    """The lines of a title as the body has them, each on one line, or with a blank between two."""
    lines: list[str] = []
    for piece in titles:
        if len(piece.parts) == 1 or not has_han(piece.text):
            lines.append(piece.text)
            continue
        breaks, size = body.breaks(piece.key), 0
        for at, (_, text) in enumerate(piece.parts):
            if at and size not in breaks:
                lines[-1] += text
            else:
                lines.append(text)
            size += len(key(text))
    return lines
