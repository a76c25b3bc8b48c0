"""Contents that go on behind what looks like their end.

Sentences under the entries tell what the articles are about, and are prose like the body's.
But an entry gives a title that comes again further down, and nothing in the body does so that
the contents have not listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from converter import patterns as re
from converter.hanzi import has_han, key, width
from converter.segment.regions.entries import LEADER
from converter.source import Line

_NEAR = 7
"""Lines that hold something from one entry to the next: a title's, authors, sentences."""
_TITLE = 4
"""Characters of the shortest title that comes again by no chance."""
_ALONE = 6
"""Characters of one on a line without a page."""
_FAR = 3
"""Lines from a title in the contents to itself in the body."""
_SHORT_LINE = 80
_LONGEST = 120
"""Em of a line that may be a title in the body, and of an entry."""
_LINES = 3
"""The most lines of a title that has a page."""
_FEWEST = 2
"""So many entries in a row are no chance."""


def with_entries_below(lines: Sequence[Line], start: int, end: int, limit: int) -> int:
    """The end of the contents that begin at ``start``, with entries further down to ``limit``."""
    if end >= limit:
        return end
    places: dict[str, int] = {}
    for at in range(start, len(lines)):
        if 0 < len(lines[at].text) <= _SHORT_LINE:
            places |= dict.fromkeys(_printed(lines[at].text), at)
    listed = {title for at in range(start, end) for title in _titles(lines[at].text)}
    found: list[int] = []
    paged = since = 0
    for at in _filled(lines, end, limit):
        text = lines[at].text.strip()
        if key(text) in listed:
            break
        since += 1
        paged += width(text) <= _LONGEST and _PAGE.search(text) is not None
        if _comes_again(lines, at, places):
            found.append(at)
            since = 0
        elif since > _NEAR:
            break
        listed.update(_titles(text))
    if len(found) < _FEWEST or paged * _LINES < len(found):
        return end
    return _with_rest(lines, found[-1], limit, listed)


def _filled(lines: Sequence[Line], start: int, limit: int) -> Iterator[int]:
    return (at for at in range(start, limit) if not lines[at].blank)


_PAGE = re.compile(
    r"^\s*[（(【]?(?:[Pp]\.?|第)?\s*[\dlIO]{0,3}\d[\dlIO]{0,3}\s*[页頁]?[）)】]?(?!\d|年|月|日)"
    r"|[（(【]?(?:[Pp]\.?|第)?\s*[\dlIO]{0,3}\d[\dlIO]{0,3}\s*[页頁]?[）)】]?\s*$"
)
"""A page at an end of a line."""
_PARTS = re.compile(r"[\s|｜丨/／·【】\[\]■●◆□○◇*#]+")


def _printed(text: str) -> Iterator[str]:
    """What a line of the body may have of the contents: all of it, or what stands behind a bar."""
    yield key(text)
    _, bar, title = text.partition("｜")
    if bar:
        yield key(title)


def _words(text: str) -> list[str]:
    """The parts of a line of the contents, without its page and what stands behind leaders."""
    return [part for part in _PARTS.split(LEADER.split(_PAGE.sub(" ", text))[0]) if part]


def _titles(text: str, below: str = "") -> Iterator[str]:
    """What the title on a line of the contents may be, one that goes on ``below`` as well."""
    words = _words(text)
    count = len(words)
    words += _words(below)[:_FEWEST] if below else []
    for first in range(min(count, _SECTIONS)):
        for last in range(first + 1, len(words) + 1):
            name = key("".join(words[first:last]))
            if len(name) >= _TITLE:
                yield name


_SECTIONS = 3
"""Words of a line with which the title may begin, behind the name of a section."""


def _comes_again(lines: Sequence[Line], at: int, places: Mapping[str, int]) -> bool:
    """True for a line that gives a title of which another line further down consists."""
    text = lines[at].text
    if width(text) > _LONGEST or not has_han(text) or text.rstrip().endswith("。"):
        return False
    least = _TITLE if _PAGE.search(text) else _ALONE
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return any(
        len(name) >= least and places.get(name, 0) > at + _FAR for name in _titles(text, below)
    )


def _with_rest(lines: Sequence[Line], last: int, limit: int, listed: set[str]) -> int:
    """The end of what belongs to the last entry: authors and sentences, up to what comes again."""
    below = list(islice(_filled(lines, last + 1, limit), _NEAR))
    for count, at in enumerate(below):
        if key(lines[at].text) in listed or _opens(lines, below[count:], listed):
            return at
    end = last + 1
    while end < limit and not lines[end].blank:
        end += 1
    return end


def _opens(lines: Sequence[Line], below: Sequence[int], listed: set[str]) -> bool:
    """True for the name of a section over a title that is listed."""
    if len(below) < _FEWEST or width(lines[below[0]].text) > _ALONE + 2:
        return False
    return key(lines[below[1]].text) in listed
