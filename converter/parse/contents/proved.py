"""Contents read by what the body proves, in whatever order their words stand.

Entries that run on over lines, columns that OCR read one by one or across, cells with
several titles, summaries and English between the entries: the body has the titles on lines
of their own, the names of the sections above them and the authors below.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from converter.hanzi import has_han, key, squeeze, width
from converter.names import is_office
from converter.parse.byline import read_byline
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.heads import heads_of, is_subtitle
from converter.parse.contents.marks import page_number
from converter.parse.contents.numbered import Proved, is_mixed, place_pages
from converter.parse.contents.people import is_pen_name, signs
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import section_of
from converter.parse.contents.stream import Piece, before_office, pieces_of, places_of
from converter.parse.contents.words import Place

_FEWEST = 3
"""So many titles of the body make contents."""
_TITLE = 40
"""The most em of a line of a title."""


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
    told_again(pieces, places)
    heads = heads_of(pieces, places, body)
    _tell_paged(pieces, heads, places)
    contents = beside.begun()
    entries = _entries(pieces, heads, body)
    _open_sections(contents, entries, pieces, heads, places, body)
    _place_names(entries, pieces, body)
    turn_signed_above(entries)
    place_pages(entries, pieces, heads, places)
    if any(not entry.pages and not has_han(entry.titles[0].text) for entry in entries):
        return None  # Feature over its titles, in English alone
    if is_mixed([int(entry.number) for entry in entries if entry.number.isdecimal()]):
        # Two columns, read across.
        entries.sort(key=lambda entry: int(entry.number) if entry.number.isdecimal() else 0)
        _sections_of_body(contents, entries, body)
    elif {entry.section for entry in entries} < set(range(len(contents.sections))):
        _sections_of_body(contents, entries, body)  # the names of all before the entries
    finish(contents, entries, pieces, heads, places, body)
    contents.lines += [number for row in rows for number in row.lines]
    return contents


def told_again(pieces: Sequence[Piece], places: Sequence[Place]) -> None:
    """Take a title that stands twice, once of them without a page on its line, for shown there.

    Right above the other it names the column that has no other title.
    """
    paged = {places[at].row for piece in pieces if piece.kind == "page" for at, _ in piece.parts}
    lines = [piece for piece in pieces if piece.kind == "line" and len(piece.key) >= _TWICE]
    listed = {one.key for one in lines if any(places[at].row in paged for at, _ in one.parts)}
    for piece, below in itertools.zip_longest(lines, lines[1:]):
        if below is not None and below.key == piece.key:
            continue
        if piece.key in listed and not any(places[at].row in paged for at, _ in piece.parts):
            piece.kind = "again"


_TWICE = 4
"""Characters of a title that stands twice by no chance."""


def _tell_paged(pieces: Sequence[Piece], heads: set[int], places: Sequence[Place]) -> None:
    """Take for titles what stands beside pages on lines without any title of the body."""
    kinds: defaultdict[int, set[str]] = defaultdict(set)
    for piece in pieces:
        for at, _ in piece.parts:
            kinds[places[at].row].add(piece.kind)
    for index, piece in enumerate(pieces):
        told = kinds[places[piece.parts[0][0]].row]
        if index in heads or piece.kind != "rest" or "page" not in told or "line" in told:
            continue
        if len(piece.key) > 1 and has_han(piece.text) and not piece.text.endswith("。"):
            piece.kind = "line"
            told.add("line")


def _entries(pieces: Sequence[Piece], heads: set[int], body: BodyIndex) -> list[Proved]:
    """The entries: the titles, and what the body has right below each."""
    found: list[Proved] = []
    last: Piece | None = None
    for at, piece in enumerate(pieces):
        if piece.kind == "line" and at not in heads:
            beside = at > 0 and pieces[at - 1] is last and _same_place(last, piece)
            if beside and all(body.is_over_names(one.key) for one in (pieces[at - 1], piece)):
                last = None  # of two columns
            if last is not None and (beside or _goes_on(last, piece, body)):
                found[-1].titles.append(piece)
            elif piece.text.endswith("。") or width(piece.text) > _TITLE:
                piece.kind = "rest"
                continue
            else:
                found.append(Proved([piece]))
            last = piece
        elif at in heads:
            last = None
    return _without_houses(found, pieces, heads)


def _without_houses(
    entries: list[Proved], pieces: Sequence[Piece], heads: set[int]
) -> list[Proved]:
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
    """True for the second line of a title, which the body may have misread, and for a subtitle."""
    if is_subtitle(piece.text):
        return True
    if body.below(piece.key) & {above.key}:
        return False
    if not body.exact[piece.key] and body.misread_below(above.text, piece.key):
        return True
    return piece.key in body.below(above.key) or body.stands_above(above.text, piece.text)


def _same_place(one: Piece, other: Piece) -> bool:
    return one.parts[-1][0] == other.parts[0][0]


def _open_sections(
    contents: RawContents,
    entries: Sequence[Proved],
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
            own = place.text if key(piece.text) == key(place.text) else piece.text
            section = section_of(own, place.lines[0], body)
            if not contents.sections or contents.sections[-1].name != section.name:
                contents.sections.append(section)
            current = len(contents.sections) - 1
        elif id(piece) in owner:
            owner[id(piece)].section = current


def _sections_of_body(contents: RawContents, entries: Sequence[Proved], body: BodyIndex) -> None:
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


def _place_names(entries: Sequence[Proved], pieces: Sequence[Piece], body: BodyIndex) -> None:
    """Give names to the entry below whose title the body has them, or to the one beside them.

    Who has written several articles stands beside each.
    """
    signed: defaultdict[str, list[Proved]] = defaultdict(list)
    names = {piece.key for piece in pieces if piece.kind == "names"}
    for entry in {entry.titles[0].key: entry for entry in entries}.values():
        below = frozenset().union(*(body.below(line.key) for line in entry.titles))
        for name in below.union(*map(before_office, below), _held(below, names)):
            signed[name].append(entry)
    order = {id(piece): at for at, piece in enumerate(pieces)}
    starts = [order[id(entry.titles[0])] for entry in entries]
    titled = Counter(place for entry in entries for place in _titled_places(entry))
    for at, piece in enumerate(pieces):
        if piece.kind != "names":
            continue
        beside = entries[max(0, bisect_left(starts, at) - 1) :][:1]
        own = signed.get(piece.key, beside)
        place = piece.parts[0][0]
        if beside and titled[place] == 1 and place in _titled_places(beside[0]):
            own = beside  # on a line of their own
        # The entry beside them first, then the first of the others that has them not yet.
        own = sorted(own, key=lambda entry: entry not in beside)
        left = [entry for entry in own if all(one.key != piece.key for one in entry.names)]
        for entry in (left or own[-1:])[:1]:
            entry.names.append(piece)


def _held(below: Iterable[str], names: Container[str]) -> set[str]:
    """Those of some names that stand behind an office on one of the lines below a title."""
    ends = ((line, line[-size:]) for line in below for size in _NAME_SIZES)
    return {name for line, name in ends if name in names and is_office(line.removesuffix(name))}


_NAME_SIZES = (2, 3, 4)
"""Characters of a name."""


def turn_signed_above(entries: Sequence[Proved]) -> None:
    """Take who signs above a title, as the body has the two, for its author, and what is below for the title."""
    for entry in entries:
        alone = len(entry.titles) == len(entry.names) == 1
        if not alone or is_pen_name(entry.names[0].text):
            continue
        if _is_byline(entry.titles[0]) and not _is_byline(entry.names[0]):
            entry.titles, entry.names = entry.names, entry.titles


def _is_byline(piece: Piece) -> bool:
    """True for names, and for what signs beyond doubt: 执笔 某某."""
    reading = read_byline(piece.text)
    return signs(piece.text) or (reading is not None and reading.certainty >= _SURE)


_SURE = 0.9
"""How sure a byline is that is no title."""


def _titled_places(entry: Proved) -> set[int]:
    """The places of the title of an entry, by their indexes."""
    return {place for piece in entry.titles for place, _ in piece.parts}


def finish(
    contents: RawContents,
    entries: Sequence[Proved],
    pieces: Sequence[Piece],
    heads: set[int],
    places: Sequence[Place],
    body: BodyIndex,
) -> None:
    """The entries as others are read; what is left goes with the title on its line, or beside."""
    in_place: dict[int, RawEntry] = {}
    taken: set[int] = set()
    for entry in entries:
        raw = RawEntry(_joined(entry.titles, places, body), section=entry.section)
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
        taken.update(_within_titles(entry.titles, pieces, places))
        contents.entries.append(raw)
    named = {pieces[at].parts[0][0] for at in heads} - set(in_place)
    taken.update(id(pieces[at]) for at in heads)
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


def _within_titles(
    titles: Sequence[Piece], pieces: Sequence[Piece], places: Sequence[Place]
) -> Iterator[int]:
    """The ids of what stands between two titles on one line, which :func:`_joined` takes as well."""
    order = {id(piece): at for at, piece in enumerate(pieces)} if len(titles) > 1 else {}
    for one, other in itertools.pairwise(titles):
        if not _same_place(one, other):
            continue
        between = squeeze(_between(places[other.parts[0][0]].text, one, other))
        inside = pieces[order[id(one)] + 1 : order[id(other)]]
        yield from (id(piece) for piece in inside if squeeze(piece.text) in between)


def _is_of_title(piece: Piece, places: Sequence[Place]) -> bool:
    """True for words that the body does not have on the line of a title, English left aside."""
    return has_han(piece.text) and not places[piece.parts[0][0]].cell


def _joined(titles: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> list[str]:
    """The lines of a title as the body has them; those that stand on one line here are one."""
    lines: list[str] = []
    last: Piece | None = None
    for piece in titles:
        own = _lines_of(piece, body)
        if last is not None and _same_place(last, piece):
            lines[-1] += _between(places[piece.parts[0][0]].text, last, piece) + own.pop(0)
        lines += own
        last = piece
    return lines


def _lines_of(piece: Piece, body: BodyIndex) -> list[str]:
    """The lines of a piece, or what the body has on one with a blank between two."""
    if len(piece.parts) == 1 or not has_han(piece.text):
        return [piece.text]
    lines: list[str] = []
    breaks, size = body.breaks(piece.key), 0
    for at, (_, text) in enumerate(piece.parts):
        if at and size not in breaks:
            lines[-1] += text
        elif at and lines[-1][-1:].isdecimal() and len(text) == 1:
            lines[-1] += f" {text}"  # 胃穿孔 1 例
        else:
            lines.append(text)
        size += len(key(text))
    return lines


def _between(text: str, one: Piece, other: Piece) -> str:
    """What stands between two pieces of a line."""
    _, _, rest = text.partition(one.parts[-1][1])
    between, found, _ = rest.partition(other.parts[0][1])
    return between if found and len(between) <= _GAP else " "


_GAP = 3
