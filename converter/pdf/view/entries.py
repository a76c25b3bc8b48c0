"""The lines of an entry of the contents: title, leader, authors, and room for the page."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from converter.model import Article
from converter.model.walk import block_texts
from converter.pdf.view.text import em_width
from converter.typeset.balance import UNEVEN, cheapest_stops
from converter.typeset.breaks import NO_END, NO_START
from converter.typeset.characters import FULL, SPACE, kinds
from converter.typeset.joints import joints

LARGEST_ENTRY = 1.14
"""The size of a title in the roomiest contents by that of the body."""
PAGE = 2.6
"""Room for the number of a page in ems, as the style sheet has it."""
LEADER = 2.4
"""Ems of the leader between a title and who wrote it, at least."""


def entry_lines(
    lines: tuple[str, ...],
    authors: str,
    measure: float,
    *,
    page: float = PAGE,
    article: Article | None = None,
) -> tuple[str, ...]:
    """Title, leader and authors share the last line where they fit, with the page after them.

    A line of the title that the measure does not hold is broken between words, as the text of
    the ``article`` has them. ``page`` is the room for its number in ems, as the style sheet
    has it.
    """
    full, most = measure / LARGEST_ENTRY, (measure - page - LEADER) / LARGEST_ENTRY
    whole = [one for line in lines for one in _held(line, full, most, article)]
    if em_width(whole[-1]) + em_width(authors) / LARGEST_ENTRY <= most:
        return tuple(whole)
    if authors:
        return (*whole, "")
    # The number stands beside words, not below them on a line of dots.
    return (*whole[:-1], *_held(whole[-1], most, most, article))


def _held(line: str, limit: float, most: float, article: Article | None) -> Sequence[str]:
    """The line, broken into even ones of no more than ``most`` ems where it passes the limit."""
    width = em_width(line)
    if width <= limit:
        return (line,)
    corpus = _text(article) if article else ""
    count = ceil(width / most)
    return _even(line, count, most, corpus) or _even(line, count + 1, most, corpus) or (line,)


def _text(article: Article) -> str:
    return "".join(text.value for block in article.blocks for text in block_texts(block))


def _even(line: str, count: int, most: float, corpus: str) -> Sequence[str]:
    """The line in so many lines, by length and by sense; none where it does not go on so many."""
    found = kinds(line)
    costs = joints(line, found, corpus)
    stops = [at for at in range(1, len(line)) if _may_break(found, at)]
    share = em_width(line) / count

    def price(here: int, stop: int, _: int) -> float | None:
        width = em_width(line[here:stop].rstrip())
        if width > most:
            return None
        return UNEVEN * abs(width - share) / share + (costs[stop] if stop < len(line) else 0.0)

    ends = cheapest_stops(0, len(line), stops, count, price)
    return [line[start:end].rstrip() for start, end in zip((0, *ends), ends, strict=False)]


def _may_break(found: str, at: int) -> bool:
    """Whether a line may end before a character, by the kinds of them all."""
    before, after = found[at - 1], found[at]
    parted = before in FULL or after in FULL or before == SPACE
    return parted and after not in NO_START and before not in NO_END
