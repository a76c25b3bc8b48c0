"""Names of sections with which the lines of entries begin, told by the titles behind them."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, has_han, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.stream import Piece, Place

_LONGEST = 8
"""Em of the longest name that stands beside a title."""
_FEWEST = 2
"""So many names before titles, that the body has in no other place, are no chance."""
_COMMON = 3
"""So many entries begin with words that the body has above their titles, if those are sections."""


def beside_titles(pieces: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> set[int]:
    """The pieces that stand before titles on their lines and are no part of them."""
    sure: set[int] = set()
    perhaps: set[int] = set()
    titles = 0
    for at, piece in enumerate(pieces):
        titles += piece.kind == "line"
        title = _title_behind(pieces, at, places)
        if title is None or body.is_printed(piece.key + title.key):
            if title is not None and body.stands_above(piece.text, title.text):
                perhaps.add(at)
            continue
        sure.add(at)
    if len({pieces[at].key for at in sure}) < _FEWEST:
        sure = set()
    if len(sure | perhaps) >= _COMMON and len(perhaps) * _COMMON >= titles - len(perhaps):
        return sure | perhaps
    return sure


def _title_behind(pieces: Sequence[Piece], at: int, places: Sequence[Place]) -> Piece | None:
    """The title on the line of a few words that begin it; ``None`` for other words."""
    piece = pieces[at]
    if len(piece.parts) > 1 or piece.kind not in {"line", "rest"} or not has_han(piece.text):
        return None
    if width(piece.text) > _LONGEST or ends_sentence(piece.text) or "——" in piece.text:
        return None
    if any(map(str.isdecimal, piece.text)) or split_names(piece.text) is not None:
        return None
    place = piece.parts[0][0]
    row = places[place].row
    before = [one for one in pieces[max(0, at - 2) : at] if places[one.parts[-1][0]].row == row]
    if any(one.kind != "page" for one in before):
        return None
    for following in pieces[at + 1 : at + 4]:
        if following.kind == "line":
            other = following.parts[0][0]
            apart = places[place].cell and key(places[place].text) == piece.key
            return following if other == place or (apart and places[other].row == row) else None
        if following.kind not in {"page", "names"}:
            return None
    return None
