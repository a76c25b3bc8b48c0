"""Running heads and feet of pages that form feeds part, as programs write them that read PDF files.

Such a feed tells where a page begins, which blank lines and folios only let guess: what stands
in the first line of one page after the other is their head, whatever it says, and what stands
in the last one is their foot. Each may have several lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import key, width
from converter.segment.page_edges import cuts_sentence
from converter.source import Line

_WIDEST = 44
"""Em of the widest head; so many a line of text has on a wide page."""
_RUN, _STEP = 3, 2
"""So many pages with the same head are no chance; the other of two facing pages may have another."""
_LINES = 3
"""Lines of a head, each on a line of its own."""
_NEAR = 8
"""Filled lines at the edge of a page: the title of an article that begins there is one of them."""
_TEXT = "。，；"
"""A line that ends so is one of a text."""


def heads_of_fed_pages(
    lines: Sequence[Line],
    title: str,
    keep: Container[str],
    reasons: Mapping[int, str],
) -> list[int]:
    """The places of lines that come again at the tops and the feet of pages, as form feeds part them.

    ``title`` is the key of the magazine's name, ``keep`` are those of the labels of boxes, of
    which none is the last line of a page.
    """
    pages = _pages(lines, reasons)
    if len(pages) < _RUN:
        return []
    tops = _Edge(lines, pages, keep)
    feet = _Edge(lines, [page[::-1] for page in pages], (), keep)
    feet.tell()
    tops.tell()
    return [*tops.without_openings(title), *feet.found()]


ROMAN = re.compile(r"^\s*[-–—·]?\s*(?:[ivx]{1,6}|[IVX]{1,6}|[Ⅰ-Ⅻⅰ-ⅻ]{1,3})\s*[-–—·]?\s*$")
"""VII, as front matter counts its pages."""


def romans_at_feet(lines: Sequence[Line]) -> list[int]:
    """The places of Roman numerals right above form feeds, of which a part has none."""
    found: list[int] = []
    below = ""
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        if below.startswith("\f") and ROMAN.match(text) and not text.startswith("\f"):
            found.append(at)
        below = text if not lines[at].blank or text.startswith("\f") else below
    return found[::-1]


def _pages(lines: Sequence[Line], reasons: Mapping[int, str]) -> list[list[int]]:
    """The places of the filled lines of each page that no other sign has told."""
    pages: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if line.text.startswith("\f"):
            pages.append([])
        if not line.blank and line.number not in reasons:
            pages[-1].append(at)
    return pages


class _Edge:
    """One edge of all pages: which lines are told there, each by its key and its page."""

    def __init__(
        self,
        lines: Sequence[Line],
        pages: Sequence[Sequence[int]],
        keep: Container[str],
        sure: Container[str] = (),
    ) -> None:
        self._lines = lines
        self._pages = pages
        self._keep = keep
        self._sure = sure
        """The keys of lines of which two are enough: what stands there else opens a box."""
        self._told: dict[str, dict[int, int]] = {}
        """Where the lines of each key stand, by their pages."""

    def tell(self) -> None:
        """Tell one line of the heads after the other, from the edge inwards."""
        for _ in range(_LINES):
            found = self._next()
            for name, places in found.items():
                self._told.setdefault(name, {}).update(places)
            if not found:
                break
        self._add_lower()

    def _next(self) -> dict[str, dict[int, int]]:
        """The lines next to those that are told on their pages, if they come again page by page."""
        places: defaultdict[str, dict[int, int]] = defaultdict(dict)
        taken = self._taken()
        for page, ats in enumerate(self._pages):
            at = next((at for at in ats if at not in taken), -1)
            name = self._name(at) if at >= 0 else ""
            if name and page not in self._told.get(name, ()):
                places[name][page] = at
        fewest = {name: _RUN - (name in self._sure) for name in places}
        runs = {name: _runs(places[name], fewest[name]) for name in places}
        return {name: found for name, found in runs.items() if found}

    def _add_lower(self) -> None:
        """Tell the same lines where 2.1 and other rows have been read between the lines of a head.

        Such pages are next to those where it is told, and have another line of a head. Deep
        within the page a line of a head stands alone between blank ones.
        """
        taken = self._taken()
        headed = {page for places in self._told.values() for page in places}
        count = len(self._pages)
        for page in (*range(count), *reversed(range(count))):  # a run grows both ways
            if page not in headed:
                continue
            for depth, at in enumerate(self._pages[page]):
                places = self._told.get(self._name(at), {}) if at not in taken else {}
                near = any(page + step in places for step in range(-_STEP, _STEP + 1))
                if near and page not in places and (depth < _NEAR or self._is_alone(at)):
                    places[page] = at
                    taken.add(at)

    def _is_alone(self, at: int) -> bool:
        """True for a line between blank ones, or at the edge of its page."""
        above, below = at - 1, at + 1
        while above >= 0 and self._lines[above].number == self._lines[at].number:
            above -= 1  # the school and the name of an author, which are of one line
        while below < len(self._lines) and self._lines[below].number == self._lines[at].number:
            below += 1
        begins = self._lines[above + 1].text.startswith("\f") or self._lines[above].blank
        ends = below == len(self._lines) or self._lines[below].blank
        return (above < 0 or begins) and (ends or self._lines[below].text.startswith("\f"))

    def _taken(self) -> set[int]:
        return {at for places in self._told.values() for at in places.values()}

    def _name(self, at: int) -> str:
        """The key of a line that may be one of a head, else nothing."""
        text = self._lines[at].text.strip()
        if width(text) > _WIDEST or text[-1] in _TEXT:
            return ""
        name = key(text)
        return name if len(name) > 1 and not name.isdecimal() and name not in self._keep else ""

    def found(self) -> list[int]:
        """The places of all lines that are told."""
        return sorted(self._taken())

    def without_openings(self, title: str) -> list[int]:
        """The same without those of the page where an article begins that has no head there.

        The line that comes again on the pages below is its title then, or its author. The name
        of the magazine, its ``title``, is none of them.
        """
        firsts: defaultdict[int, list[str]] = defaultdict(list)
        for name, places in self._told.items():
            firsts[min(places)].append(name)
        openings = {page for page, names in firsts.items() if self._is_opening(page, names)}
        titles = {
            self._told[name][page] for page in openings for name in firsts[page] if name != title
        }
        return sorted(self._taken() - titles)

    def _is_opening(self, page: int, names: Sequence[str]) -> bool:
        """True if the lines at the top of a page may be the title of an article and its author.

        They are its heads if the same lines stand below them, if they cut a sentence, and if
        the page before has them, be it on more lines. ``names`` are the keys of the lines.
        """
        near = [key(self._lines[at].text) for at in self._pages[page][:_NEAR]]
        before = "".join(
            key(self._lines[at].text) for at in (self._pages[page - 1] if page else ())[:_NEAR]
        )
        if any(near.count(name) > 1 or name in before for name in names):
            return False
        return not cuts_sentence(self._lines, min(self._told[name][page] for name in names))


def _runs(places: Mapping[int, int], fewest: int) -> dict[int, int]:
    """Those of the places of a line, by their pages, that come again on enough pages in a row."""
    runs: list[list[int]] = [[]]
    for page in sorted(places):
        if runs[-1] and page - runs[-1][-1] > _STEP:
            runs.append([])
        runs[-1].append(page)
    return {page: places[page] for run in runs if len(run) >= fewest for page in run}
