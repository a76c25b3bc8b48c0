"""A piece of the source that belongs together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from converter import patterns as re
from converter.hanzi import squeeze, width
from converter.names import is_name
from converter.segment.markup import CentredLine, CodeLine
from converter.segment.units.joints import glue, is_hyphened
from converter.source import Line
from converter.values import NamedTuple

INDENT = 2.0
"""Em of the indent of a first line: two characters, as Chinese books have it (clreq §3.2.2)."""
_MARKUP_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")


_STRONG_LINE = re.compile(
    r"^(?P<mark>\*{2,3}|__)(?P<text>[^*_\s](?:(?:[^*_]|_(?!_))*[^*_\s])?)(?P=mark)$"
)


_SLANTED_LINE = re.compile(r"^\*(?P<text>[^*\s][^*]*[^*\s])\*$")
"""*某某在路口。 某某／摄*: what is slanted as a whole, as captions are."""


_STRONG_LEAD = re.compile(r"^\*\*(?P<lead>[^*]{1,24})\*\*(?P<rest>(?<=[：:]\*\*).+|\s*[：:].+)$")


_STRONG_NAME = re.compile(r"^\*\*(?P<lead>[^*：:｜|]{2,8})\*\*(?P<rest>\s*[｜│┃].+)$")
"""**某某**｜……: who speaks, in bold; other words before a bar name boxes."""
_STRONG_TURN = re.compile(
    r"^\*\*(?P<lead>(?:[问問答QA]|[QA]\d{1,2})(?:[（(][^（）()*]{1,24}[）)])?)\*\*(?P<rest>[ \t\u3000]+\S.*)$"
)
"""**问（某镇　某某）**　……: who asks or answers, in bold, and a blank."""
_HALF_STRONG = re.compile(r"^\*\*(?P<text>[^*\s。，；：:](?:[^*。；：:]{0,22}[^*\s。，；：:])?)$")
"""**先看水从哪里来: a heading of which the second pair of stars is lost."""


_BLANKS = " \t\u3000\u2003\u00a0"


class Unit(NamedTuple):
    """A piece of the source that belongs together.

    ``text`` is the joined text without outer blanks. ``gap`` tells whether a blank line
    or a page marker stood before it; ``wrapped`` whether it was put together from
    several lines; ``markup_level`` is the number of ``#`` before it, ``strong`` tells
    whether it is bold as a whole, ``markup`` is the Markdown that is not in ``text``;
    ``indent`` is in em; ``hyphens`` are the numbers of the lines whose last hyphen is not
    in ``text``, because it broke a Latin word. Where the issue indents its
    paragraphs, ``opens`` tells whether this one begins here (``False``: it goes on);
    ``None`` where that is unknown. ``quoted`` tells that the OCR set it apart with ``>``,
    ``bullet`` that it is an item of a list, ``pictured`` that a picture stands above it, ``caption`` that it cuts a sentence of its
    column in two and may stand under a picture, ``centred`` that it is a line that a layout tool
    set in the middle, as it does captions, ``code`` that it is a line of a program between fences.
    """

    lines: tuple[Line, ...]
    text: str
    gap: bool
    wrapped: bool = False
    markup_level: int = 0
    indent: float = 0.0
    hyphens: tuple[int, ...] = ()
    opens: bool | None = None
    quoted: bool = False
    strong: bool = False
    markup: str = ""
    bullet: bool = False
    pictured: bool = False
    caption: bool = False
    centred: bool = False
    code: bool = False

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.lines[0].number

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.lines[-1].number

    def bare_lines(self) -> Iterator[tuple[int, str]]:
        """The number and text of each line, without what is Markdown and not in ``text``."""
        signs = iter(self.markup)
        sign = next(signs, "")
        for line in self.lines:
            kept = []
            for char in line.text.strip():
                if char == sign:
                    sign = next(signs, "")
                else:
                    kept.append(char)
            yield line.number, "".join(kept)

    @property
    def short(self) -> bool:
        """True if it may be a title or a heading: no full stop, less than 64 em."""
        return width(self.text) <= 64 and not self.text.endswith(("。", "；", "，", "、"))


def indent_of(text: str) -> float:
    """The width of the blanks before a line, in em (an ideographic space is one)."""
    if not text[:1].isspace():
        return 0.0
    lead = text[: len(text) - len(text.lstrip(_BLANKS))]
    return sum(1.0 if char in "\u3000\u2003" else 0.5 for char in lead) if lead else 0.0


def printed_width(line: Line) -> float:
    """The em that a printed line takes up of its column, with its indent."""
    return indent_of(line.text) + width(line.text.strip())


def unit_of(run: list[Line], *, gap: bool, opens: bool | None) -> Unit:
    """The unit that some lines make."""
    text = run[0].text.strip()
    if isinstance(run[0], CodeLine):
        return Unit(tuple(run), text, gap=gap, opens=opens, code=True)
    heading = _MARKUP_HEADING.match(text)
    if heading:
        text = text[heading.end() :]
    strong = _STRONG_LINE.match(text) if len(run) == 1 else None
    lead = _STRONG_LEAD.match(text)
    if lead is None and (spoken := _STRONG_NAME.match(text)) and is_name(squeeze(spoken["lead"])):
        lead = spoken
    lead = lead or _STRONG_TURN.match(text)
    half = _HALF_STRONG.match(text) if len(run) == 1 and "**" in text else None
    stars = ""
    slanted = _SLANTED_LINE.match(text) if len(run) == 1 else None
    if strong:
        text = strong["text"]
        stars = strong["mark"] * 2
    elif half:
        text, stars = half["text"], "**"
    elif lead:  # **记者：** and **提示**：, which the label itself says
        text = lead["lead"] + lead["rest"]
        stars = "****"
    elif slanted:
        text, stars = slanted["text"], "**"
    hyphens = []
    for before, line in itertools.pairwise(run):
        if is_hyphened(text, line.text.strip()):
            hyphens.append(before.number)
        text = glue(text, line.text)
    return Unit(
        lines=tuple(run),
        text=text,
        gap=gap,
        wrapped=len(run) > 1,
        markup_level=len(heading[1]) if heading else 0,
        strong=strong is not None or half is not None,
        markup=(heading[1] if heading else "") + stars,
        indent=indent_of(run[0].text),
        hyphens=tuple(hyphens),
        opens=opens,
        centred=len(run) == 1 and isinstance(run[0], CentredLine),
    )
