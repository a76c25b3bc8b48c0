"""Which lines of a case what its truth tells stands on, and how lines are put elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from converter.hanzi import is_han
from tests.evaluation.cases import Case
from tests.evaluation.reading import ArticleReading, BoxReading, Item
from tests.evaluation.told_forms import contents, texts

_LONG, _PART = 60, 20
"""Characters of a line that is rather a paragraph, and of each of its parts."""
_ENDS, _LOOSE = 10, 0.02
"""Characters by which a text is known, and how much of its length may be read otherwise."""
_APART = 20
"""One blank line in so many tells that blank lines part something."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A place within a paragraph: what stays on its line, and what goes on below."""

    line: int
    first: str
    second: str


@dataclass(frozen=True)
class Ground:
    """The lines of a case, of which some are taken away and others put in.

    ``lines`` are those of the case; ``changed`` has what stands in place of one. ``case`` tells
    where its contents are, in which nothing is looked for.
    """

    case: Case
    changed: dict[int, list[str]] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the case."""
        return texts(self.case)

    @cached_property
    def parted(self) -> bool:
        """True if blank lines part what stands in the case."""
        return sum(not line.strip() for line in self.lines) * _APART > len(self.lines)

    def gap(self, *lines: str) -> list[str]:
        """Lines with blank ones around them, where the case has such."""
        return ["", *lines, ""] if self.parted else list(lines)

    def made(self) -> list[str]:
        """The lines of the form."""
        return [
            text for at, line in enumerate(self.lines) for text in self.changed.get(at, (line,))
        ]

    def taken(self, rows: range) -> list[str]:
        """The lines of these rows, which are taken away; no blank lines stand at their ends."""
        self.changed.update({at: [] for at in rows})
        return self.own(rows)

    def own(self, rows: range) -> list[str]:
        """The lines of these rows, with one blank line where there are more."""
        found: list[str] = []
        for at in rows:
            if self.lines[at].strip() or (found and found[-1]):
                found.append(self.lines[at].rstrip())
        return found

    def dress(self, rows: range, lines: Sequence[str]) -> None:
        """Lines in place of those of some rows."""
        self.changed.update({at: [] for at in rows})
        self.changed[rows.start] = list(lines)

    def put(self, cut: Cut, lines: Sequence[str]) -> None:
        """Lines within a paragraph."""
        rest = [cut.second] if cut.second else []
        self.changed[cut.line] = [cut.first, *lines, *rest]

    # --- where what stands ----------------------------------------------------------------

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        region = contents(self.case) or range(0)
        pairs = [
            (char, at)
            for at, line in enumerate(self.lines)
            if at + 1 not in region
            for char in line
            if char.isalnum()
        ]
        return "".join(char for char, _ in pairs), [at for _, at in pairs]

    def rows(self, text: str, *, loosely: bool = True) -> range | None:
        """The rows on which a text stands, and nothing else; ``None`` if that is not clear.

        ``loosely``: a few of its characters may be read otherwise.
        """
        key = _only_letters(text)
        stream, _ = self._letters
        spans = [(at, at + len(key)) for at in _places(stream, key)]
        if not spans and loosely and len(key) >= _ENDS * 2:
            slack = 2 + int(len(key) * _LOOSE)
            spans = [
                (at, end)
                for at in _places(stream, key[:_ENDS])
                for end in range(at + len(key) - slack, at + len(key) + slack + 1)
                if stream[max(0, end - _ENDS) : end] == key[-_ENDS:]
            ]
        found = [rows for first, last in spans if (rows := self._whole(first, last))]
        return found[0] if len(found) == 1 else None

    def exact(self, text: str) -> bool:
        """True if a text stands on one line as the truth has it."""
        rows = self.rows(text)
        return rows is not None and len(rows) == 1 and self.lines[rows[0]].strip() == text

    def _whole(self, first: int, last: int) -> range | None:
        _, at = self._letters
        if last > len(at) or first >= last:
            return None
        begins = not first or at[first - 1] < at[first]
        ends = last == len(at) or at[last] > at[last - 1]
        return range(at[first], at[last - 1] + 1) if begins and ends else None

    def box(self, box: BoxReading) -> range | None:
        """The rows of a box."""
        body = "".join((*box.paragraphs, box.attribution))
        heads = dict.fromkeys((box.label + box.title, box.title + box.label))
        found = (self.rows(head + body, loosely=False) for head in heads)
        return next((rows for rows in found if rows), None) or self._after_label(box, body)

    def _after_label(self, box: BoxReading, body: str) -> range | None:
        """The rows of a box, some characters of whose text are read otherwise."""
        rows = self.rows(box.label + box.title + body)
        head = _only_letters(box.label + box.title)
        return rows if rows and _only_letters(self.lines[rows[0]])[:1] == head[:1] else None

    def cut(self, item: Item, share: float = 0.5) -> Cut | None:
        """A place between two Chinese characters within a paragraph, behind that share of it."""
        rows = self.rows(item.text) or self.rows(item.speaker + item.text)
        if item.kind != "paragraph" or rows is None or any(at in self.changed for at in rows):
            return None
        return self._between(rows, share) if len(rows) > 1 else self._within(rows[0], share)

    def _between(self, rows: range, share: float) -> Cut | None:
        middle = rows.start + int(len(rows) * share) - 1
        pairs = (at for at in range(max(middle, rows.start), rows.stop - 1))
        place = next((at for at in pairs if self._broken(at)), None)
        return None if place is None else Cut(place, self.lines[place], "")

    def _broken(self, at: int) -> bool:
        above, below = self.lines[at].strip(), self.lines[at + 1].strip()
        return bool(above and below) and _is_within(above, below)

    def _within(self, at: int, share: float) -> Cut | None:
        line = self.lines[at]
        if len(line) < _LONG or line.lstrip().startswith(("|", "-", "#", "<")):
            return None
        place = inner(line, share)
        return Cut(at, line[:place], line[place:]) if place else None


def inner(line: str, share: float = 0.5) -> int:
    """A place between two Chinese characters behind that share of a line; ``0`` if there is none."""
    places = range(max(_PART, int(len(line) * share)), len(line) - _PART)
    return next((at for at in places if _is_within(line[:at], line[at:])), 0)


def _is_within(first: str, second: str) -> bool:
    """True if both parts meet in Chinese characters that are not said twice there."""
    twice = any(first.endswith(second[:size]) for size in range(1, 5))
    return is_han(first[-1]) and is_han(second[0]) and not twice


def _places(stream: str, key: str) -> Iterator[int]:
    at = stream.find(key) if key else -1
    while at >= 0:
        yield at
        at = stream.find(key, at + 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A box, its number among the items of its article, and its rows."""

    at: int
    item: Item
    box: BoxReading
    rows: range
    within: bool
    """True if it cuts a paragraph already: taken out, it would leave the parts of that apart."""


def boxes(ground: Ground, article: ArticleReading) -> list[Placed]:
    """The boxes of an article whose lines are clear, and whose end its form tells."""
    found = []
    for at, item in enumerate(article.items):
        if item.box is None or not (ground.parted or item.box.attribution):
            continue
        rows = ground.box(item.box)
        if rows is not None:
            within = _in_paragraph(ground, article, rows)
            found.append(Placed(at, item, item.box, rows, within))
    return found


def _in_paragraph(ground: Ground, article: ArticleReading, rows: range) -> bool:
    """True for rows that stand within a paragraph."""
    above = [line for line in ground.lines[: rows.start] if line.strip()][-1:]
    below = [line for line in ground.lines[rows.stop :] if line.strip()][:1]
    joint = _only_letters("".join(above))[-_ENDS:] + _only_letters("".join(below))[:_ENDS]
    return any(joint in _only_letters(item.text) for item in article.items)


def _only_letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
