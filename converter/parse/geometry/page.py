"""The pieces of an article as heights on a page, and the page that they fill."""

from __future__ import annotations

import math

from converter.values import NamedTuple, dataclass, field

INDENT = 2.0
"""The first-line indent in em: two characters, as Chinese books have it."""


@dataclass(slots=True, eq=False, repr=False)
class Item:
    """A piece of an article in the order of the source.

    ``size`` is its width in em (with the first-line indent), ``lines`` its height in
    lines for what is no running text. ``cut`` tells that a sentence breaks off after it.
    """

    kind: str
    first: int
    last: int
    size: float = 0.0
    lines: float = 0.0
    cut: bool = False
    starts: bool = True
    """It begins a paragraph (and so has the indent)."""
    text: str = ""
    named: bool = False
    """It opens with a speaker or a label, and so is a paragraph of its own."""
    said: bool = False
    """It is a pull quote, around which the text is set as around a box."""
    asks: bool = False
    """It is a question, which the answer follows."""
    rows: int = 0
    """The lines that it takes when it is set anew; 0 where it was not."""
    off: float = 0.0
    """By how many em the last of these lines strays from the measure."""
    head: float = 0.0
    """For the first of an article, how many lines its title and quotations likely take up."""
    lean: float = 0.0
    """What the lengths of paragraphs say for its going on in the next text (log odds)."""
    says: float = 0.0
    """What the words of both say for it."""


class Page(NamedTuple):
    """The type page of an issue: em a line, lines a page, and how well both are known (z)."""

    measure: float
    depth: float
    measure_score: float
    depth_score: float
    heading_space: float = 1.0
    """Lines that a heading takes beside its own."""
    play: float = 0.6
    """By how many em a full line strays from the measure (standard deviation)."""
    opening: float = 0.0
    """Lines that the opening page holds with its head (title, quotation); 0 if unknown."""
    exact: float = 0.0
    """How often a text set anew ends its last line just where the printed one did."""
    strays: tuple[tuple[float, int], ...] = ()
    """By how many em, in halves, the last lines stray of the pieces that a page has cut in
    mid-sentence, and how many do so."""


@dataclass(slots=True, eq=False, repr=False)
class Layout:
    """Where the pages of an article break.

    ``breaks`` holds, for each break, the index of the item before it. ``pages`` counts
    the pages, ``expected`` those the contents give (0 if unknown).
    """

    items: list[Item]
    breaks: list[int] = field(default_factory=list)
    expected: int = 0
    free: bool = False
    """The text alone gave as many pages as the contents."""
    chances: list[float] = field(default_factory=list)
    """How likely a page breaks after each item."""

    @property
    def pages(self) -> int:
        """How many pages the article takes."""
        return len(self.breaks) + 1

    @property
    def agrees(self) -> bool:
        """True if the count is the one that the contents give."""
        return self.expected > 0 and self.pages == self.expected


def height_of(item: Item, measure: float, heading_space: float = 1.0) -> float:
    """The height of an item in lines."""
    match item.kind:
        case "text" if item.rows:
            return float(item.rows + (not item.cut and item.off > 0))
        case "text" | "other-text":
            lines = item.size / measure
            return max(1.0, round(lines)) if item.cut else max(1.0, math.ceil(lines - 0.1))
        case "heading":
            return math.ceil(item.size / (measure - 2)) + heading_space
        case "box":
            # Smaller measure beside the text, label, attribution and padding.
            return 1.25 * item.size / measure + math.ceil(item.lines / measure) + 1.5
        case _:
            return item.lines
