"""Entries of contents from which OCR has taken the blanks: 标题某某_5, 标题某某5 of 标题　某某　5.

An engine that reads a line as one word gives title, author and page without what parts them, and
the leader as one stroke at most. The body has the title on lines of its own, and who signs it below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, similarity, squeeze
from converter.names import is_body, split_names, two_names
from converter.parse.contents.people import is_author_row
from converter.parse.context import Ledger
from converter.source import Line
from converter.values import NamedTuple

_FIRST = 400
"""Lines among which the contents are."""
_FEWEST, _PROVED = 3, 2
"""So many entries in a row end so, and the body has the titles of so many: no chance."""
_WIDEST = 60
"""Em of an entry with its authors."""
_CLOSE = re.compile(
    rf"^(?P<entry>\S.*?[{HAN}a-zA-Z”’》」！？）)])(?P<lead>_{{1,3}}\s?|[ \u3000]*[.．·•…⋯‥]{{2,}}[ \u3000]*|[ \u3000]+|)(?P<page>(?<=__)|\d{{1,3}})$"
)
"""标题某某_5, 标题某某5, 标题某某……5, 标题某某 5, and 标题某某__ whose page is lost."""
_RUN_ON = re.compile(rf"(?:(?<=_\d)|(?<=_\d\d)|(?<=_\d{{3}}))(?=[{HAN}“《])")
"""标题某某_5评论: where the section, or the title below goes on."""
_PEN_NAME = 4
"""The most characters of a name."""
_TITLE, _LINES, _BYLINES = 2, 3, 3
"""Characters of the shortest title, the most lines of one, and lines below it of which one signs it."""
_MOST = 32
"""Lines of the body that begin or end alike."""
_FAR = 4
"""Lines from an entry to its title in the body."""
_LEAST_ALIKE, _ALIKE = 5, 0.75
"""Characters of a title that may be misread, and how alike it then is."""
_LONGEST_NAME = 16
"""The most characters of authors that sign a line in the body as they do in the contents."""
_DIGITS = "0123456789"
"""Behind a name, the calls of notes."""


class _Entry(NamedTuple):
    """An entry, parted; ``proved`` if the body has its title, whole or with its authors."""

    title: str
    authors: str
    lead: str
    page: str
    proved: bool

    @property
    def text(self) -> str:
        """The entry as most contents have it."""
        lead = "\u3000" if self.page and not self.lead.strip("_") else self.lead.strip("_")
        parted = "\u3000" if self.authors else ""
        return f"{self.title}{parted}{self.authors}{lead}{self.page}"


def with_entries_parted(lines: Sequence[Line], ledger: Ledger) -> Sequence[Line]:
    """The lines, with blanks between the parts of such entries; strokes of leaders are dropped."""
    if sum(map(_pages, lines[:_FIRST])) < _FEWEST:
        return lines
    hits = _entries(parted := list(_apart(lines)))
    if len(hits) < _FEWEST:
        return lines
    body = _Body(parted, hits)
    entries = {at: _parted(hit, at, body) for at, hit in hits.items()}
    if not _are_close(list(entries.values())):
        return lines
    made: list[Line] = []
    for at, line in enumerate(parted):
        entry = entries.get(at)
        if entry is None or squeeze(line.text) == entry.text:
            made.append(line)
        else:
            ledger.drop(line.number, "_" * entry.lead.count("_"), "leader")
            made.append(line._replace(text=entry.text))
    return made


def _are_close(entries: Sequence[_Entry]) -> bool:
    """True if something is lost between the parts of several entries, and the body tells so of most."""
    proved = sum(entry.proved for entry in entries)
    close = [entry for entry in entries if not entry.lead.strip("_") or entry.authors]
    led = sum("_" in entry.lead for entry in entries)
    signed = sum(bool(entry.authors) for entry in close)
    if proved < _PROVED or (len(close) < _FEWEST and signed < _PROVED):
        return False
    return led >= _FEWEST or proved * 2 >= len(entries)


def _pages(line: Line) -> int:
    """How many entries may end on a line."""
    return line.text.count("_") if "_" in line.text else _ends_close(line)


def _ends_close(line: Line) -> bool:
    text = line.text
    return len(text) <= _WIDEST and (text[-1:].isdecimal() or "_" in text)


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a piece behind each page to which a stroke leads on a line of its own."""
    for at, line in enumerate(lines):
        if at < _FIRST and "_" in line.text and len(line.text) <= _LONGEST:
            yield from (Line(line.number, part) for part in _RUN_ON.split(line.text))
        else:
            yield line


_LONGEST = 300
"""Characters of a line with several entries."""


def _entries(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """The lines that may be such entries, by their places: their pages go up."""
    found: dict[int, re.Match[str]] = {}
    page = 0
    for at, line in enumerate(lines[:_FIRST]):
        if not _ends_close(line):
            continue
        hit = _CLOSE.match(line.text.strip())
        if hit is None or not has_han(hit["entry"]) or _NUMBERED.search(hit["entry"]):
            continue
        if _LED.search(hit["entry"]) or not _is_close(hit):
            continue
        own = int(hit["page"] or page)
        if own >= page:
            found[at], page = hit, own
    return found


def _is_close(hit: re.Match[str]) -> bool:
    """True if nothing parts an entry from its page, or its authors from the title."""
    if not hit["lead"]:
        return not hit["entry"][-1].isascii()  # ……（某某）l5: a digit is read as a letter
    return "_" in hit["lead"] or not any(map(str.isspace, hit["entry"]))


_LED = re.compile(r"(?:[.．·•…⋯‥]\s*){3,}")
"""标题……某某 5: what a leader parts."""
_NUMBERED = re.compile(r"(?:[第图圖表附件]|[总總]第|版|卷|栏|：)$")
"""图3, 附件2, 电话：12: what a number belongs to."""


class _Body:
    """The short lines below the contents, to be asked for titles and for who signs them."""

    def __init__(self, lines: Sequence[Line], hits: dict[int, re.Match[str]]) -> None:
        self._first = min(hits) + _FAR
        self._keys = [key(line.text) if len(line.text) <= _WIDEST else "" for line in lines]
        self._lines = lines
        self._by_start: defaultdict[str, list[int]] = defaultdict(list)
        self._by_end: defaultdict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self._keys):
            if at >= self._first and len(name) > 1 and at not in hits:
                self._note(self._by_start[name[:2]], at)
                if len(name) <= _LONGEST_NAME:
                    self._note(self._by_end[name.rstrip(_DIGITS)[-2:]], at)

    @staticmethod
    def _note(places: list[int], at: int) -> None:
        """Note a line among those alike, of which the first tell as much as all."""
        if len(places) < _MOST:
            places.append(at)

    def title_of(self, name: str, at: int) -> tuple[int, list[int]]:
        """How many characters of a key the body has as a title, and the last lines of its places there."""
        longest, ends = 0, list[int]()
        for first in self._by_start[name[:2]]:
            if first < at + _FAR:
                continue
            size, last = 0, first
            for line in islice(self._filled(first), _LINES):
                own = self._keys[line]
                if not own or not name.startswith(own, size):
                    break
                whole = size >= _TITLE and size + len(own) == len(name)
                if whole and (self._is_line(name[:size]) or self._may_sign(line)):
                    break
                size, last = size + len(own), line
            if size < max(_TITLE, longest):
                continue
            ends = [*ends, last] if size == longest else [last]
            longest = size
        return longest, ends

    def _is_line(self, name: str) -> bool:
        """True for the key of a line, as the title in the head of each page."""
        return any(self._keys[at] == name for at in self._by_start[name[:2]])

    def _may_sign(self, at: int) -> bool:
        """True for who signs a title on a line, or a word that may be a name where none stands below."""
        own = self._keys[at]
        if _signs(own) or is_author_row(own) or two_names(own):
            return True
        below = islice(self._filled(at + 1), _BYLINES - 1)
        return len(own) <= _PEN_NAME and not any(_signs(self._keys[line]) for line in below)

    def signed(self, rest: str, title: int) -> list[str]:
        """The parts of a key that a line below a title has one behind the other; [] if none does."""
        below = list(islice(self._filled(title + 1), _BYLINES))
        told = (_parts(rest, self._lines[at].text) for at in below)
        return next((parts for parts in told if parts), []) or self._signed_alike(rest, below)

    def _signed_alike(self, rest: str, below: Sequence[int]) -> list[str]:
        """The same, a character of a name being misread on one side."""
        for at in below:
            own = self._keys[at]
            if len(own) == len(rest) > _PEN_NAME and similarity(own, rest) >= _ALIKE:
                cut = len((two_names(own) or [own])[0])
                return [part for part in (rest[:cut], rest[cut:]) if part]
        return []

    def signed_misread(self, name: str, at: int) -> list[str]:
        """The last words of a key that sign a title of which its beginning is misread; [] for none."""
        for place in self._by_end[name[-2:]]:
            signer = self._keys[place].rstrip(_DIGITS)
            title = name.removesuffix(signer)
            if place < at + _FAR or title == name or len(title) < _LEAST_ALIKE:
                continue
            above = self._above(place)
            may_sign = len(signer) <= _PEN_NAME or _signs(self._lines[place].text)
            if may_sign and any(similarity(one, title) >= _ALIKE for one in above):
                return _parts(signer, self._lines[place].text)
        return []

    def _above(self, place: int) -> set[str]:
        """What a title over a line may be: the keys of lines above it, each and with those below it."""
        found: list[str] = []
        for at in range(place - 1, max(-1, place - 2 * _LINES), -1):
            if not self._lines[at].blank:
                found.append(self._keys[at])
            if len(found) == _LINES:
                break
        ends = range(1, len(found) + 1)
        return {"".join(found[end - 1 :: -1]) for end in ends}.union(found)

    def _filled(self, first: int) -> Iterator[int]:
        return (at for at in range(first, len(self._keys)) if not self._lines[at].blank)


def _signs(text: str) -> bool:
    names = " ".join(_words(text))
    return split_names(names) is not None or is_body(names)


def _words(text: str) -> list[str]:
    return [word for word in _PARTING.split(text) if word]


_PARTING = re.compile(r"[，,、\s\d¹²³⁴⁵⁶⁷⁸⁹]+")
"""What parts names in a byline, and the calls of notes behind them."""


def _parts(rest: str, line: str) -> list[str]:
    """The names of which a key is made, if a line has them all in their order; [] if not.

    温故林小满 of 本刊记者温故，实习生林小满.
    """
    parts: list[str] = []
    words = _words(line)
    while rest and words:
        word = key(words[0])
        size = next((n for n in range(len(rest), 1, -1) if rest[:n] in word), 0)
        if not size:
            words.pop(0)
            continue
        parts += two_names(rest[:size]) or [rest[:size]]
        words[0] = word[word.index(rest[:size]) + size :]
        rest = rest[size:]
    return parts if not rest else []


def _parted(hit: re.Match[str], at: int, body: _Body) -> _Entry:
    entry = hit["entry"]
    name = key(entry)
    size, ends = body.title_of(name, at)
    authors: list[str] = []
    whole = size == len(name)
    if not whole:
        signed = (body.signed(name[size:], last) for last in ends)
        authors = next((found for found in signed if found), [])
        if not authors and size:  # who signs it elsewhere
            authors = list(two_names(rest := name[size:])) or ([rest] if _signs(rest) else [])
        if not authors:
            authors = body.signed_misread(name, at)
            size = len(name) - sum(map(len, authors))
    if not authors:
        return _Entry(entry, "", hit["lead"], hit["page"], whole)
    title, rest = _cut(entry, size)
    if key(rest) == rest:
        rest = "\u3000".join(authors)
    return _Entry(title.rstrip(), rest.strip(), hit["lead"], hit["page"], proved=True)


def _cut(text: str, size: int) -> tuple[str, str]:
    """A text, cut behind so many characters of its key and the marks that close them."""
    for at, char in enumerate(text):
        if key(char):
            if not size:
                bare = text[:at].rstrip(_OPENING)
                return bare, text[len(bare) :]
            size -= 1
    return text, ""


_OPENING = "〔［[（(【《“‘「『"
