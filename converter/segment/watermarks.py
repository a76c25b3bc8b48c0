"""Words that lie across each page, which programs tear into their characters that read PDF files.

A slanting watermark stands between the lines of the text, one or two characters at a time, each
on a line of its own between blank ones. So does a name down the margin of the pages. The form
feeds of such files tell that the same few characters come again on every page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from converter.hanzi import is_han
from converter.source import Line

_SIZE = 3
"""Characters of the longest piece."""
_PAGES = 8
"""So many pages with the same characters are no chance."""
_CHARACTERS = 4
"""Characters of the shortest watermark: a head of each page has a line, or two."""


def find_watermarks(lines: Sequence[Line]) -> list[int]:
    """The places of the pieces of a watermark that lies across all pages, or nearly all."""
    pages = list(_pages(lines))
    if len(pages) < _PAGES:
        return []
    short = [[(at, lines[at].text.strip()) for at in _short_lines(lines, page)] for page in pages]
    times = Counter(text for page in short for text in {text for _, text in page})
    most = len(pages) * 4 // 5
    if sum(times[text] >= most for text in times if len(text) == 1 and is_han(text)) < _CHARACTERS:
        return []
    characters = frozenset(
        character for text, count in times.items() if count >= most for character in text
    )
    pieces = frozenset(
        text
        for text, count in times.items()
        if characters.issuperset(text) and (not text.isdecimal() or count * 2 >= len(pages))
    )
    found = [[one for one in page if one[1] in pieces] for page in short]
    usual = {text: _usual(text, found) for text in pieces if text.isdecimal()}
    return [at for page in found for at in _without_folio(page, usual)]


def _usual(text: str, pages: Sequence[Sequence[tuple[int, str]]]) -> int:
    """How often a piece stands on most of the pages that have it."""
    times = Counter(sum(one == text for _, one in page) for page in pages)
    return max(times, key=lambda count: times[count] if count else 0)


def _pages(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The places of the lines of each page that has a text, as form feeds part them."""
    page: list[int] = []
    for at, line in enumerate(lines):
        if line.text.startswith("\f") and page:
            if not all(lines[other].blank for other in page):
                yield page
            page = []
        page.append(at)
    if not all(lines[other].blank for other in page):
        yield page


def _short_lines(lines: Sequence[Line], page: Sequence[int]) -> list[int]:
    """The places of short lines of a page with none but blank and short ones around them."""
    short: list[int] = []
    block: list[int] = []
    for at in (*page, -1):
        if at >= 0 and not lines[at].blank:
            block.append(at)
            continue
        if all(len(lines[other].text.strip()) <= _SIZE for other in block):
            short += block
        block = []
    return short


def _without_folio(found: Sequence[tuple[int, str]], usual: Mapping[str, int]) -> Iterator[int]:
    """The places of the pieces on a page, without a number that comes once more: 9 twice on page 9.

    ``usual`` tells how often a number is a piece of the watermark.
    """
    times: Counter[str] = Counter()
    for at, text in found:
        times[text] += 1
        if times[text] <= usual.get(text, times[text]):
            yield at
