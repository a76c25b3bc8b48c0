"""What the stages of parsing share: the ledger of drops and changes, and evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from converter import patterns as re
from converter.diagnostics import Diagnostic, Span
from converter.hanzi import HAN, squeeze, unclosed
from converter.model import Change, Drop, Mark, Text
from converter.parse.fact_lines import with_facts_apart
from converter.parse.grams import Trigrams
from converter.parse.inline import Piece, build, closed_up, respaced
from converter.profile import Profile
from converter.segment import Pages, Unit
from converter.values import dataclass, field

if TYPE_CHECKING:
    from converter.parse.headlines import Headline


class Ledger:
    """Everything that parsing left out, changed or doubts."""

    def __init__(self, without: Collection[str] = ()) -> None:
        self.without = without
        """Names of cleaning rules that are switched off."""
        self.drops: list[Drop] = []
        self.changes: list[Change] = []
        self.diagnostics: list[Diagnostic] = []
        self.links: list[tuple[int, str, str]] = []
        """The words of links with the addresses they lead to, by their lines."""

    def drop(self, line: int, text: str, reason: str) -> None:
        """Record characters that do not reach the model; blanks are not recorded."""
        if text.strip():
            self.drops.append(Drop(line, text.strip(), reason))

    def dropped(self, reason: str) -> list[Drop]:
        """What has been left out for one reason so far."""
        return [drop for drop in self.drops if drop.reason == reason]

    def drop_rest(self, line: int, text: str, kept: str, reason: str) -> None:
        """Record what is left of ``text`` when the characters of ``kept`` are taken out in order."""
        rest = list(squeeze(kept))
        left = []
        for char in squeeze(text):
            if rest and char == rest[0]:
                rest.pop(0)
            else:
                left.append(char)
        self.drop(line, "".join(left), reason)

    def doubt(self, code: str, span: Span | int | None, **args: object) -> None:
        """Record a diagnostic."""
        self.diagnostics.append(Diagnostic.of(code, span, **args))

    def put_back(self, line: int, mark: str) -> None:
        """Record a closing mark that OCR has lost at the end of a line, and that is there again."""
        self.changes.append(Change(line, 0, "", mark, "closing-marks"))

    def text(self, pieces: list[Piece], *, blanks: bool = False) -> Text:
        """Build a text and record what that left out."""
        built = build(pieces, blanks=blanks, without=self.without)
        self.drops += built.drops
        self.changes += built.changes
        return with_facts_apart(built.text, pieces)

    def caption(self, pieces: list[Piece]) -> Text:
        """Build the text of a caption: a wide blank behind its number, its last bracket closed.

        CY/T 170-2019 §7.2: the number of a table and its title are one em apart.
        """
        text = closed_up(self.text(pieces, blanks=True))
        hit = _NUMBERED.match(text.value)
        if hit is not None:
            text = respaced(text, hit.end("number"), "\u3000")
            text = respaced(text, hit.end("name"), "")
        if unclosed(text.value) == "（":
            self.put_back(pieces[-1].last, "）")
            text = Text(f"{text.value}）", text.marks)
        return text


_NUMBERED = re.compile(
    rf"^(?P<name>[续續附]?[表图圖])\s*(?P<number>\d{{1,3}}(?:[-－—.]\d{{1,3}})?)(?:\s+|(?=[{HAN}]))\S"
)
"""表 1 某某比较, 图2某某: the number of a caption, with a blank behind it or none."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What an editor has decided about lines, by their numbers; it overrules the evidence.

    ``joins`` say of (last line of a piece, first line of the next) whether they are one
    paragraph; ``headings`` give levels (0: no heading), ``titles`` and ``boxes`` whether an
    article or a box begins there, ``box_ends`` the last line of a box, ``box_places`` a
    line of the paragraph to which a box belongs. ``kept`` lines are text, whatever they
    look like.
    """

    joins: Mapping[tuple[int, int], bool] = field(default_factory=dict)
    headings: Mapping[int, int] = field(default_factory=dict)
    titles: Mapping[int, bool] = field(default_factory=dict)
    boxes: Mapping[int, bool] = field(default_factory=dict)
    box_ends: Mapping[int, int] = field(default_factory=dict)
    box_places: Mapping[int, int] = field(default_factory=dict)
    kept: frozenset[int] = frozenset()


@dataclass(slots=True, eq=False, repr=False)
class Context:
    """The issue as far as it is known while its articles are parsed."""

    profile: Profile
    ledger: Ledger
    trigrams: Trigrams = field(default_factory=Trigrams)
    """Counts of neighbouring characters in the body."""
    titles: Mapping[int, str] = field(default_factory=dict)
    """The right words of titles that the contents and the body read otherwise, by their entries."""
    pages: dict[int, str] = field(default_factory=dict)
    """The printed page that begins at a unit, by the number of the unit's first line."""
    end_page: int = 0
    """The page that would begin below the last unit, as a folio there tells; 0 for none."""
    furniture: frozenset[int] = frozenset()
    """The numbers of the lines that are running heads, folios or marks of pages."""
    paper: Pages = field(default_factory=Pages)
    """The pages of a newspaper, whose heads name the sections."""
    headlines: Sequence[Headline] = ()
    """The headlines of a newspaper."""
    measure: float = 0.0
    """Em on a printed line, 0 if unknown."""
    marked_headings: bool = False
    """The text marks its titles and headings with ``#``."""
    insets: Mapping[int, int] = field(default_factory=dict)
    """The first lines of boxes that their frame tells, and the last lines."""
    once: frozenset[str] = frozenset()
    """Names of boxes that a single place has taught."""
    tops: frozenset[int] = frozenset()
    """The first lines of what stands at the top of a page."""
    repeated: frozenset[str] = frozenset()
    """Short lines that stand in the issue more than once."""
    digest: bool = False
    """Its articles end with where they were taken from."""
    single_boxes: bool = False
    """Its boxes that have a source have one paragraph each."""
    sidebar_marks: frozenset[str] = frozenset()
    """The ornaments before the titles of sidebars."""
    captioned: bool = False
    """The pictures of the issue have captions."""
    slanted: bool = False
    """Captions are in italics, and may have lost the pictures above them."""
    uncut: bool = False
    """No page cuts a paragraph: what stands above a blank line is whole."""
    uncut_within: bool = False
    """No paragraph is cut within a page: what a blank line parts there are several."""
    joins: dict[tuple[int, int], bool] = field(default_factory=dict)
    """Decisions from outside (page geometry, corrections) by (last line, first line)."""
    decisions: Decisions = field(default_factory=Decisions)
    absent: frozenset[int] = frozenset()
    """The numbers of blank lines that stand between all lines alike, and part nothing."""
    page_lines: list[int] = field(default_factory=list)
    """The lines with which pages begin, in their order, once they are asked for."""

    def page_of(self, line: int) -> str:
        """The printed page of a line, "" if unknown: in a newspaper every line has one."""
        if not self.paper.heads:
            return self.pages.get(line, "") or self._page_between(line)
        head = self.paper.at(line)
        if head is None:  # the first page has its head above the masthead
            return str(self.paper.heads[0].page - 1 or "")
        return str(head.page or "")

    def page_breaks(self, last: int, first: int) -> bool:
        """True if a running head or a folio stands between two lines."""
        return any(line in self.furniture for line in range(last + 1, first))

    def _page_between(self, line: int) -> str:
        """The page of a line between two page breaks that follow each other, "" if they do not."""
        if len(self.page_lines) != len(self.pages):
            self.page_lines = sorted(self.pages)
        at = bisect_right(self.page_lines, line)
        if not 0 < at < len(self.page_lines):
            return ""
        page, following = (self.pages[self.page_lines[one]] for one in (at - 1, at))
        follows = page.isdecimal() and following.isdecimal() and int(following) == int(page) + 1
        return page if follows else ""


def span_of(unit: Unit) -> Span:
    """The lines of a unit."""
    return Span(unit.first, unit.last)


def spans_of(units: Iterable[Unit]) -> tuple[Span, ...]:
    """The lines of several units."""
    return tuple(span_of(unit) for unit in units)


def piece_of(unit: Unit, text: str | None = None, page: str = "") -> Piece:
    """The unit, or a part of its text, as a piece of a paragraph."""
    lines = tuple((line.number, line.text) for line in unit.lines) if unit.wrapped else ()
    return Piece(unit.text if text is None else text, unit.first, unit.last, page, lines)


def shift(marks: Iterable[Mark], by: int) -> tuple[Mark, ...]:
    """Marks moved along a text."""
    return tuple(Mark(m.kind, m.start + by, m.end + by, m.target) for m in marks)
