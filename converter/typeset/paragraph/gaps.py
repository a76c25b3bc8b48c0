"""The space between words, between Han and Latin, and between spaced letters.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from converter import patterns as re
from converter.typeset import characters as kind
from converter.typeset import spacing
from converter.typeset.breaks import bound_blanks
from converter.typeset.paragraph.owner import Owner
from converter.typeset.spacing import Spaces, Tier
from converter.typeset.stream import Piece, Walk

_H_A = re.compile(
    f"(?<={kind.HAN})(?=[{kind.ALPHA}{kind.DIGIT}{kind.CURRENCY}])"
    f"|(?<=[{kind.ALPHA}{kind.DIGIT}{kind.UNIT}])(?={kind.HAN})"
)


_H_S_A = re.compile(
    f"(?<={kind.HAN}){kind.SPACE}(?=[{kind.ALPHA}{kind.DIGIT}{kind.CURRENCY}])"
    f"|(?<=[{kind.ALPHA}{kind.DIGIT}{kind.UNIT}]){kind.SPACE}(?={kind.HAN})"
)


_H_S_H = re.compile(f"(?<={kind.HAN}){kind.SPACE}(?={kind.HAN})")


_STROKES = re.compile("—(?=一)|一(?=—)")
"""——一位: three strokes alike, of which the last is a word."""


_SPACES = re.compile(f"[{kind.SPACE}{kind.TIED}]")


_LEADER = "-"  # a kind that takes no part in spacing


def _spacing_kinds(walk: Walk, found: str) -> str:
    """Kinds for the Han–Latin space: raised text is what it follows, leaders are nothing."""
    if kind.MARK in found:
        found = re.sub(f"(?<=(.)){kind.MARK}+", lambda match: match[1] * len(match[0]), found)
    changed = found
    for piece in walk.pieces:
        if piece.leader:
            changed = changed[: piece.start] + _LEADER * len(piece.text) + changed[piece.end :]
        elif piece.raised:
            before = changed[piece.start - 1] if piece.start else _LEADER
            one = kind.ALPHA if before in {kind.ALPHA, kind.DIGIT} else _LEADER
            changed = changed[: piece.start] + one * len(piece.text) + changed[piece.end :]
    return changed


def add_word_and_latin_spaces(
    walk: Walk, text: str, found: str, spaces: Spaces, *, autospace: bool
) -> None:
    """Add to ``spaces`` what lies between words and between letters."""
    kinds = _spacing_kinds(walk, found)
    owner = Owner(walk.pieces)
    if autospace:
        _add_latin_spaces(kinds, owner, spaces)
    latin = {m.start() for m in _H_S_A.finditer(kinds)} if autospace else set()
    bound = bound_blanks(text)
    meant = {m.start() for m in _H_S_H.finditer(kinds)} if autospace else set()
    for match in _SPACES.finditer(kinds):
        gap = match.start()
        piece = owner.of(gap)
        if gap not in bound and piece is not None and text[gap] in " \u00a0" and not piece.leader:
            _add_word_space(piece, gap, spaces, latin=gap in latin, meant=gap in meant)
    for match in _STROKES.finditer(text) if "—" in text else ():
        spaces.between[match.start()] = spaces.between.get(match.start(), 0) + spacing.EIGHTH
    for piece in walk.pieces:
        if piece.letter_spacing:
            _space_letters(piece, found, spaces.between)


def _add_latin_spaces(kinds: str, owner: Owner, spaces: Spaces) -> None:
    """The Han–Latin space where the text has none."""
    width, loses, gains = spacing.latin_room()
    for match in _H_A.finditer(kinds):
        gap = match.start() - 1
        share = owner.han_share(gap, kinds)
        spaces.between[gap] = round(width * share)
        spaces.give(Tier.LATIN, gap, round(loses * share), "between")
        spaces.grow_latin.append((gap, round(gains * share)))


def _add_word_space(piece: Piece, gap: int, spaces: Spaces, *, latin: bool, meant: bool) -> None:
    """The room of a space that the text has; it may be a Han–Latin space.

    Or it is ``meant``, between two phrases or before a name: wider than a Han–Latin space.
    """
    between = spaces.between
    natural = piece.shaped.advances[gap - piece.start]
    if latin:
        # The space that the text has there is the Han–Latin space, not one more.
        width, loses, gains = spacing.latin_room()
        between[gap] = between.get(gap, 0) + width - natural
        spaces.give(Tier.LATIN, gap, loses, "between")
        spaces.grow_latin.append((gap, gains))
        return
    more = piece.word_spacing + (max(0, spacing.HALF - natural) if meant else 0)
    if more:
        between[gap] = between.get(gap, 0) + more
    loses, gains = spacing.word_room(natural + more)
    spaces.give(Tier.WORD, gap, loses, "between")
    spaces.grow_words.append((gap, gains))


def leave_alone(opaque: list[Piece], spaces: Spaces) -> None:
    """Take out what was planned inside text whose glyphs are not in the order of characters."""

    def outside(gap: int) -> bool:
        return not any(piece.start <= gap < piece.end - 1 for piece in opaque)

    spaces.between = {gap: amount for gap, amount in spaces.between.items() if outside(gap)}
    for tier, items in spaces.shrink.items():
        spaces.shrink[tier] = [item for item in items if outside(item[0])]
    spaces.grow_words = [item for item in spaces.grow_words if outside(item[0])]
    spaces.grow_latin = [item for item in spaces.grow_latin if outside(item[0])]


def _space_letters(piece: Piece, found: str, between: dict[int, int]) -> None:
    text, start, last = piece.text, piece.start, piece.end - 1
    for index in range(start, piece.end):
        following = found[index + 1] if index < last else ""
        if following in kind.INVISIBLE:
            continue  # it stays with what it belongs to
        if (
            following == found[index] == kind.DASH
            and text[index - start] == text[index + 1 - start]
        ):
            continue
        between[index] = between.get(index, 0) + piece.letter_spacing
