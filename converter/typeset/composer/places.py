"""Places in a paragraph: characters and leaves, and the skip stacks that WeasyPrint has for them.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from converter.typeset import characters as kind
from converter.typeset.paragraph import Paragraph
from converter.typeset.stream import Leaf, Node, Piece

COLLAPSING = frozenset({"normal", "nowrap", "pre-line"})
"""The values of white-space that collapse blanks."""


def position(paragraph: Paragraph, skip_stack: Any) -> tuple[int, int]:
    """The leaf and the character that a skip stack points to."""
    found: Node | Leaf = paragraph.root
    while skip_stack is not None:
        ((index, skip_stack),) = skip_stack.items()
        if isinstance(found, Node):
            found = found.children[index]
            continue
        if isinstance(found, Piece):
            return found.number, found.start + bisect_left(found.byte_starts, index or 0)
        break
    leaves = paragraph.walk.leaves
    number = found.first if isinstance(found, Node) else found.number
    return number, leaves[number].start if number < len(leaves) else len(paragraph.kinds)


def skip_spaces(paragraph: Paragraph, start: int) -> int:
    """The place of the first character from ``start`` on that is no collapsible blank."""
    kinds, pieces = paragraph.kinds, paragraph.walk.pieces
    while start < len(kinds) and kinds[start] == kind.SPACE:
        piece = next(one for one in pieces if one.start <= start < one.end)
        if piece.style["white_space"] not in COLLAPSING:
            break
        start += 1
    return start


def resume_point(paragraph: Paragraph, first_leaf: int, after: int) -> tuple[int, bool, Any]:
    """The leaf that the next line starts with, whether inside it, and the skip stack.

    The line began at ``first_leaf``; the next one begins at the character ``after``.
    """
    leaves = paragraph.walk.leaves
    if after >= len(paragraph.kinds):
        return len(leaves), False, None
    for number in range(first_leaf, len(leaves)):
        leaf = leaves[number]
        if leaf.end > after > leaf.start and isinstance(leaf, Piece):
            skip = {leaf.byte_starts[after - leaf.start]: None}
            return number, True, _stack(leaf.path, skip)
        if leaf.start >= after and number > first_leaf and not _trails(leaf, after):
            return number, False, _stack(leaf.path, None)
    return len(leaves), False, None


def _trails(leaf: Leaf, after: int) -> bool:
    """True for what belongs to the text before it: the anchor of a footnote."""
    is_anchor = leaf.start == leaf.end == after
    return is_anchor and (leaf.box.footnote is not None or leaf.box.note is not None)


def _stack(path: tuple[int, ...], inner: Any) -> Any:
    for index in reversed(path):
        inner = {index: inner}
    return inner
