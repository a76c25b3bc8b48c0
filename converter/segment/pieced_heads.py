"""Running heads of which one piece is the same over all pages: 12 | 某刊 | 封面故事, 14 | 某刊 | 人物."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key, width
from converter.source import Line
from converter.values import NamedTuple

_BAR = re.compile(r"\s*[|｜丨]\s*|\s+[·•/／]\s+")
_FOLIO = re.compile(r"[Pp]?\d{1,3}")
_PIECE = re.compile(rf"[{HAN}A-Za-z][{HAN}A-Za-z0-9·&' ]{{1,23}}")
_WIDEST = 44
"""Em of the longest of these heads."""
_FEWEST, _APART = 3, 4
"""So many of them at least, and lines that stand between two, blank ones with them."""


class PiecedHead(NamedTuple):
    """Where such a head stands among the lines, and its folio."""

    position: int
    page: int


def pieced_heads(lines: Sequence[Line]) -> list[PiecedHead]:
    """The lines of a folio and of pieces that bars part, one of which comes again as the folios rise.

    The magazine's name needs no masthead to be told so. Rows of a table stand close together.
    """
    found: defaultdict[str, list[PiecedHead]] = defaultdict(list)
    for position, line in enumerate(lines):
        for name, page in _pieces(line.text):
            found[name].append(PiecedHead(position, page))
    told: dict[int, PiecedHead] = {}
    for heads in found.values():
        if len(heads) >= _FEWEST and all(
            one.page < other.page and other.position - one.position > _APART
            for one, other in pairwise(heads)
        ):
            told |= {head.position: head for head in heads}
    return [told[position] for position in sorted(told)]


def _pieces(text: str) -> list[tuple[str, int]]:
    """The keys of the pieces beside a folio, each with the folio; none for any other line."""
    if not (text[-1:].isdecimal() or text[:1].isdecimal() or text[:1] in "Pp"):
        return []
    if len(text) > _WIDEST or width(text) > _WIDEST or ends_sentence(text):
        return []
    pieces = _BAR.split(text.strip())
    if len(pieces) <= 2:
        return []
    ends = [at for at in (0, len(pieces) - 1) if _FOLIO.fullmatch(pieces[at])]
    if len(ends) != 1:
        return []
    folio = pieces.pop(ends[0])
    if not all(map(_PIECE.fullmatch, pieces)):
        return []
    return [(key(piece), int(folio.lstrip("Pp"))) for piece in dict.fromkeys(pieces)]
