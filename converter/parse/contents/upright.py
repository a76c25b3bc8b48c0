"""Names of sections that stand upright beside their entries, a character on each line."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise

from converter.hanzi import is_han, key
from converter.segment.regions import is_contents_heading
from converter.segment.regions.entries import entry_like
from converter.source import Line

_FIRST = 400
"""Lines among which the contents are."""
_SHORTEST, _LONGEST = 2, 8
"""Characters of the name of a section."""
_NEAR = 4
"""Lines of text below a name among which its first entry ends with a page."""


def with_upright_names(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, in which each such name has one line: 笔 / 谈 over its entries is 笔谈.

    The heading of the contents may be set so, too: 目 / 次. Only names that stand between the
    heading and an entry are told so; what a poem or a puzzle has on such lines is left alone.
    """
    names = list(_upright(lines))
    if not names:
        return lines
    texts = ["".join(lines[at].text.strip() for at in places) for places in names]
    heading = next(
        (i for i, line in enumerate(lines[:_FIRST]) if is_contents_heading(line.text)), -1
    )
    made = list(lines)
    for places, text in zip(names, texts, strict=True):
        headed = heading < 0 and is_contents_heading(text)
        if headed:
            heading = places[0]
        elif not 0 <= heading < places[0] or not _entry_follows(lines, places[-1]):
            continue
        for at in places:
            made[at] = Line(lines[at].number, "")
        made[places[0]] = Line(lines[places[0]].number, text)
    return made


def with_letters_joined(lines: Iterable[Line], listed: Container[str]) -> Iterator[Line]:
    """The lines with a name from top to bottom on one line: 药 | 箱, where the contents have 药箱.

    ``listed`` are the keys of the contents' lines.
    """
    letters: list[Line] = []
    for line in chain(lines, [None]):
        if line is not None and len(line.text) == 1 and is_han(line.text):
            letters.append(line)
            continue
        name = "".join(one.text for one in letters)
        whole = 1 < len(letters) <= _LONGEST and key(name) in listed
        yield from [Line(letters[0].number, name)] if whole else letters
        letters = []
        if line is not None:
            yield line


def _upright(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The places of the characters of each name: one below the other, with a blank line or none."""
    block: list[int] = []
    limit = min(len(lines), _FIRST)
    for at in range(limit + 1):
        text = lines[at].text.strip() if at < limit else "."
        if len(text) == 1 and is_han(text):
            block.append(at)
        elif text:
            yield from _names(block)
            block = []


def _names(block: Sequence[int]) -> Iterator[list[int]]:
    """The names of which a block of single characters is made; blank lines may part two of them."""
    tight = any(other - one == 1 for one, other in pairwise(block))
    names: list[list[int]] = []
    for at in block:
        if names and at - names[-1][-1] <= (1 if tight else 2):
            names[-1].append(at)
        else:
            names.append([at])
    yield from (name for name in names if _SHORTEST <= len(name) <= _LONGEST)


def _entry_follows(lines: Sequence[Line], last: int) -> bool:
    """True if one of the next lines of text looks like an entry of the contents."""
    below = (line.text for line in islice(lines, last + 1, last + 4 * _NEAR) if not line.blank)
    return any(map(entry_like, islice(below, _NEAR)))
