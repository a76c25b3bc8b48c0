"""Which of the pieces into which the body parts the contents are names of sections."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, key, width
from converter.parse.byline import names_subject
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import SUBTITLE, page_number
from converter.parse.contents.prefixes import beside_titles
from converter.parse.contents.sections import is_marked
from converter.parse.contents.stream import Piece
from converter.parse.contents.words import Place

_LONGEST = 10
"""The most em of a section's name."""
_SHORT = 6
"""Em up to which what stands over a title is rather a section than the first line of it."""
_SHORTEST = 4
"""Em up to which it is one, be its page beside it, and be most sections not in the body."""
_FIRST_LINE = 3
"""Characters of the first line of a title of two."""
_LATIN = re.compile(r"[A-Za-z]+")
_OWN_PAGE = re.compile(r"^\s*[Pp]?[\dlIO]{1,4}\s|\s*[（(]?[Pp]?[\dlIO]{1,4}[）)]?\s*$")
"""The page beside the name of a section."""


def heads_of(pieces: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> set[int]:
    """Which pieces are names of sections, on lines of their own or beside their first entries."""
    told = _Told(pieces, places, body)
    alone = [at for at, piece in enumerate(pieces) if _is_alone(piece, places)]
    named = {at for at in alone if pieces[at].kind == "rest" and _opens(pieces, at)}
    sure = {at for at in alone if told.is_sure(at)}
    above = {at for at in alone if at not in sure and told.stands_above(at)}
    if len(above) < len(named):
        # Where the body prints no sections, they are first lines of titles.
        above = {at for at in above if _size(pieces[at]) <= _SHORTEST}
    found = named | sure | above | beside_titles(pieces, places, body)
    found = {at for at in found if not told.is_signed(at)}
    kept = _with_titles(found, pieces, places)
    return kept if len(kept) > 1 else (sure | above) & found


def _size(piece: Piece) -> float:
    """The em of a name, what says it in English left aside."""
    return width(_LATIN.sub("", piece.text).strip())


def _is_alone(piece: Piece, places: Sequence[Place]) -> bool:
    """True for a few words with nothing but English and a page beside them."""
    if len(piece.parts) > 1 or piece.kind not in {"line", "rest"} or not has_han(piece.text):
        return False
    text = places[piece.parts[0][0]].text
    own = _LATIN.sub("", text)
    names = map(key, (text, own, _OWN_PAGE.sub("", own), _OWN_PAGE.sub("", text)))
    return _size(piece) <= _LONGEST and piece.key in names


class _Told:
    """What tells the name of a section from the first line of a title."""

    def __init__(self, pieces: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> None:
        self.pieces, self.places, self.body = pieces, places, body
        self.titles = {one.key for one in pieces if one.kind == "line"}
        self.names = {one.key for one in pieces if one.kind == "names"}
        self.paged = {self._row(one) for one in pieces if one.kind == "page"}

    def _row(self, piece: Piece) -> int:
        return self.places[piece.parts[0][0]].row

    def is_sure(self, at: int) -> bool:
        """True for words on their own line that a mark, running heads or several titles prove."""
        piece, following = self.pieces[at], _next_title(self.pieces, at)
        below = self.body.below(piece.key) & self.titles - {piece.key}
        if following is None or is_subtitle(following.text):
            return len(below) > 1 and following is None
        place = self.places[piece.parts[0][0]]
        return (
            place.section
            or is_marked(place.text)
            or following.key == piece.key  # 读者来信 over 22 读者来信
            or len(below) > 1
            or (piece.kind == "line" and self.body.heads_pages(piece.text))
        )

    def is_signed(self, at: int) -> bool:
        """True for what the body has over a name alone and over no title: that of an article."""
        piece = self.pieces[at]
        if piece.kind != "line" or (self.body.below(piece.key) | self.body.under(piece.key)) & (
            self.titles - {piece.key}
        ):
            return False
        return self.body.is_over_names(piece.key)

    def stands_above(self, at: int) -> bool:
        """True for a short line that the body has above the title below it, or here below a gap."""
        piece, following = self.pieces[at], _next_title(self.pieces, at)
        if following is None or is_subtitle(following.text) or _size(piece) > _SHORT:
            return False
        if _is_below_page(self.pieces, at, self.places):
            return False
        below = self.body.below(piece.key)
        if following.key not in below and not _begins(following.key, below):
            gap = self.places[piece.parts[0][0]].gap
            return gap and self._row(piece) not in self.paged and not below & self.names
        if self.body.goes_on(piece.text, following.text):
            return False  # no blank line parts the two there, where others are parted so
        paged = self._row(piece) in self.paged and self._row(following) not in self.paged
        return not paged or self.body.parts_blocks or self.body.heads(piece.text)


def _with_titles(heads: set[int], pieces: Sequence[Piece], places: Sequence[Place]) -> set[int]:
    """The names of sections that have titles; what stands with a page right below one is its title.

    So is one with a page that has nothing below it: 大事记 27.
    """
    kept = set(heads)
    telling = [
        at for at, piece in enumerate(pieces) if piece.kind in {"line", "page"} or at in heads
    ]
    for index, at in enumerate(telling):
        if at not in heads:
            continue
        row = places[pieces[at].parts[0][0]].row
        beside = [telling[one] for one in (index - 1, index + 1) if 0 <= one < len(telling)]
        own = [
            pieces[one]
            for one in beside
            if pieces[one].kind == "page" and places[pieces[one].parts[0][0]].row == row
        ]
        below = telling[index + 1 : index + 4]
        following = next((one for one in below if pieces[one].kind != "page"), None)
        paged = bool(own) or any(pieces[one].kind == "page" for one in below[:1])
        other = _page_of(pieces, following, places) if own and following is not None else ""
        apart = bool(other) and page_number(own[0].text) != other
        if paged and (following is None or following in kept or apart):
            kept.discard(at)
            pieces[at].kind = "line"
    return kept


def _page_of(pieces: Sequence[Piece], at: int, places: Sequence[Place]) -> str:
    """The page on the line of a title, "" for none."""
    row = places[pieces[at].parts[0][0]].row
    near = (pieces[one] for one in (at - 1, at + 1, at + 2) if 0 <= one < len(pieces))
    found = (one for one in near if one.kind == "page" and places[one.parts[0][0]].row == row)
    page = next(found, None)
    return page_number(page.text) if page is not None else ""


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
    if _size(pieces[at]) > _SHORT + 2 or ends_sentence(text) or any(map(str.isdecimal, text)):
        return False
    return _next_title(pieces, at) is not None


def is_subtitle(text: str) -> bool:
    """True for ——副题, and for what tells of whom the title above is."""
    return SUBTITLE.match(text) is not None or names_subject(text)
