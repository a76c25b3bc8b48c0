"""Names of sections with which the lines of entries begin, told by the titles behind them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter.hanzi import ends_sentence, has_han, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.people import signs
from converter.parse.contents.stream import Piece
from converter.parse.contents.words import Place

_LONGEST = 8
"""Em of the longest name that stands beside a title."""
_FEWEST = 2
"""So many names before titles, that the body has in no other place, are no chance."""
_SHARE = 4
"""Of so many titles one begins a section, at least, where names stand beside titles."""
_COMMON = 3
"""So many entries begin with words that the body has above their titles, if those are sections."""


def beside_titles(pieces: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> set[int]:
    """The pieces that stand before titles on their lines and are no part of them."""
    found: dict[str, set[int]] = {"sure": set(), "parted": set(), "perhaps": set(), "none": set()}
    tight = any(_goes_on([one], other, body) for one, other in itertools.pairwise(pieces))
    titles = 0
    above = -1
    alone = _have_own_lines(pieces, places, body)
    columns: set[int] = set()
    over: dict[int, int] = {}
    for at, piece in enumerate(pieces):
        titles += piece.kind == "line" and not _goes_on(pieces[at - 1 : at], piece, body)
        title = _title_behind(pieces, at, places, body)
        if title is None:
            above = at if _stands_alone(piece, places) else above
            continue
        found[_kind(piece, title, body, tight=tight)].add(at)
        over[at] = above
        name = pieces[above].key if above >= 0 else ""
        if name and (piece.key in body.below(name) or body.exact[name + piece.key]):
            columns.add(above)  # 专栏 over 灯下算盘 and its title, or 百科 · 动物
        elif alone and name and not body.exact[name] and _is_right_below(pieces, above, at):
            columns.add(above)  # 专栏, which would have no title, and the body has it nowhere
    sure, parted, perhaps = (
        {at for at in own if over[at] not in columns}
        for own in (found["sure"], found["parted"], found["perhaps"])
    )
    if len({pieces[at].key for at in sure | parted}) < _FEWEST:
        sure, parted = set(), set()
    if len(parted) < _FEWEST or len(sure | parted) * _SHARE < titles - len(parted):
        perhaps, parted = perhaps | parted, set()
    sure |= parted
    if len(sure | perhaps) >= _COMMON and len(perhaps) * _COMMON >= titles - len(perhaps):
        return sure | perhaps
    return sure


def _have_own_lines(pieces: Sequence[Piece], places: Sequence[Place], body: BodyIndex) -> bool:
    """True where sections stand on lines of their own: names beside titles are of columns, then.

    The body has them over titles, or has them nowhere, as it has no title.
    """
    told = unknown = 0
    for one, below in itertools.pairwise(piece for piece in pieces if piece.kind != "page"):
        if len(one.key) > _LONGEST or not _stands_alone(one, places):
            continue
        told += body.exact[one.key] > 0 and bool(body.below(one.key))
        apart = one.kind != "names" and below.kind == "line" and not below.text.startswith("—")
        unknown += apart and not (body.exact[one.key] or body.begins(one.key))
    return max(told, unknown) >= _FEWEST


def _is_right_below(pieces: Sequence[Piece], above: int, at: int) -> bool:
    """True if nothing but pages stands between two pieces."""
    return all(piece.kind == "page" for piece in pieces[above + 1 : at])


def _kind(piece: Piece, title: Piece, body: BodyIndex, *, tight: bool) -> str:
    """How sure it is that some words before a title are a section's name.

    They are, if the body does not have the two together; a blank line may part them there, as it
    parts no lines of a title, or they are perhaps. Either may be misread in the contents.
    """
    one, other = body.as_printed(piece.key), body.as_printed(title.key)
    if not body.is_printed(one + other):
        return "sure"
    if body.parts(one, other, tight=tight):
        return "parted"
    if body.goes_on(one, other) and len(one) > _PEN_NAME:
        return "none"  # two lines of a title, where blank lines part it from its section
    if other in body.below(one) or body.stands_above(one, other):
        return "perhaps"
    return "none"


def _is_byline(piece: Piece, body: BodyIndex) -> bool:
    """True for names with prose below them in the body: the title stands above, and is before them here."""
    return not body.below(piece.key) and (signs(piece.text) or len(piece.key) <= _PEN_NAME)


_PEN_NAME = 4
"""Characters of a name that is none of the usual ones."""


def _goes_on(above: Sequence[Piece], piece: Piece, body: BodyIndex) -> bool:
    """True for a further line of a title, and for a subtitle."""
    if not above or above[0].kind != "line":
        return False
    return piece.text.startswith("—") or body.goes_on(above[0].text, piece.text)


def _stands_alone(piece: Piece, places: Sequence[Place]) -> bool:
    """True for words on a line of their own."""
    return len(piece.parts) == 1 and key(places[piece.parts[0][0]].text) == piece.key


def _title_behind(
    pieces: Sequence[Piece], at: int, places: Sequence[Place], body: BodyIndex
) -> Piece | None:
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
            if following.text.startswith("—") or _is_byline(following, body):
                return None
            other = following.parts[0][0]
            apart = places[place].cell and key(places[place].text) == piece.key
            return following if other == place or (apart and places[other].row == row) else None
        if following.kind not in {"page", "names"}:
            return None
    return None
