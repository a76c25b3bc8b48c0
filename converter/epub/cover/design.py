"""The cover's layout: the magazine's name on its colour, under it the number of the issue.

On a shelf covers are as small as a stamp: there the number is what tells one issue of a
magazine from the next. Beside it stand the names of the sections; an issue that has no
number shows some of its titles instead.
"""

from __future__ import annotations

from pathlib import Path

from converter.diagnostics import Diagnostic
from converter.epub.cover.canvas import Canvas, Colour, Type, broken
from converter.epub.cover.faces import Face, find_face
from converter.epub.identity import Identity, one_line, printed_date
from converter.epub.pages import authors_of
from converter.files import digest
from converter.hanzi import width
from converter.kept import keep, recall
from converter.model import Article, Issue
from converter.profile import Colours
from converter.values import NamedTuple

WIDTH, HEIGHT = 1680, 2280
"""Under the 4 million pixels that stores allow, in the proportion of a magazine."""

_MARGIN = 138
_MEASURE = WIDTH - 2 * _MARGIN
_BLOCK = 1010
"""Where the coloured block ends."""
_FOOT = 2142
"""The baseline of the last line."""
_NAME = 400
_NAME_ROOM = 500
"""The height of the name in the block."""
_HEADLINE, _HEADLINE_LEAST = 76, 60
_SMALL = 42

_NUMBER = 1080
_NUMBER_WIDTH = 840
_SECTION = 40
_MOST_SECTIONS = 7
_LONGEST_SECTION = 8
"""Ems, so that a name in two languages has room, too: FEATURE 专题."""

_MOST_HEADLINES = 3
_MOST_CHARACTERS = 40
"""Together. More would be small print, and the picture's size grows with every character."""

_DARK: Colour = (31, 27, 24)
_LIGHT: Colour = (255, 255, 255)
_LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3, level AA; on any ground white or black has it."""

_MOST_KEPT = 64
"""Covers that are kept: those of the issues that somebody works on, not of an archive."""

ON_COLOUR, ON_PAPER, NAMES, ACCENT = range(4)


class Headline(NamedTuple):
    """An article on the cover."""

    lines: tuple[str, ...]
    authors: tuple[str, ...]

    @property
    def length(self) -> int:
        """How many characters it takes."""
        return sum(len(line) for line in self.lines)


def _headline(issue: Issue, article: Article) -> Headline | None:
    lines = [one_line(line.value) for line in article.title]
    # What follows a dash explains the title (——访…); the cover does without.
    lines = [line for line in lines if line and not line.startswith(("—", "-"))]
    return Headline(tuple(lines), authors_of(issue, article)[:2]) if lines else None


def headlines_of(issue: Issue) -> tuple[Headline, ...]:
    """The articles for the cover: the first of each section, then others, short titles only.

    They keep the order of the issue. At least one is chosen if any has a title.
    """
    seen: set[int] = set()
    first: list[int] = []
    for number, article in enumerate(issue.articles):
        if article.section not in seen:
            seen.add(article.section)
            first.append(number)
    order = [*first, *(n for n in range(len(issue.articles)) if n not in first)]
    candidates = {n: h for n in order if (h := _headline(issue, issue.articles[n]))}
    chosen: list[int] = []
    room = _MOST_CHARACTERS
    for number, headline in candidates.items():
        if len(chosen) < _MOST_HEADLINES and headline.length <= room:
            chosen.append(number)
            room -= headline.length
    if not chosen and candidates:
        chosen = [min(candidates, key=lambda n: candidates[n].length)]
    return tuple(candidates[number] for number in sorted(chosen))


def sections_of(issue: Issue) -> tuple[str, ...]:
    """The names of the sections for the cover: short ones, each once."""
    names = [one_line(name) for name in issue.section_names]
    short = dict.fromkeys(name for name in names if 0 < width(name) <= _LONGEST_SECTION)
    return tuple(short)[:_MOST_SECTIONS]


# ------------------------------------------------------------------ colours


def _rgb(value: str) -> Colour:
    number = int(value.lstrip("#"), 16)
    return (number >> 16 & 255, number >> 8 & 255, number & 255)


def _luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = []
    for value in colour:
        share = value / 255
        parts.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _ink_on(ground: Colour) -> Colour:
    ink = max((_LIGHT, _DARK), key=lambda ink: contrast(ink, ground))
    return ink if contrast(ink, ground) >= _LEAST_CONTRAST else (0, 0, 0)


def _ramps(colours: Colours) -> tuple[tuple[Colour, Colour], ...]:
    primary, accent, paper = _rgb(colours.primary), _rgb(colours.accent), _rgb(colours.tint)
    ink = _ink_on(paper)
    names = primary if contrast(primary, paper) >= _LEAST_CONTRAST else ink
    return ((primary, _ink_on(primary)), (paper, ink), (paper, names), (paper, accent))


# ------------------------------------------------------------------ layout


def _name_lines(name: str, face: Face) -> tuple[list[str], Type]:
    """The magazine's name as large as the measure allows, on several lines where it is long."""
    unit = Type(face, 100)
    lines, size = [name], 0
    for count, least in ((1, 190), (2, 150), (3, 40)):
        if count > 1:
            lines = broken(name, unit, unit.width(name) / (count - 0.5))
        widest = max(unit.width(line) for line in lines)
        size = int(min(_NAME, 100 * _MEASURE / max(widest, 1), _NAME_ROOM / len(lines)))
        if size >= least:
            break
    style = Type(face, max(size, 40))
    length = len(lines[0])
    if len(lines) == 1 and 2 <= length <= 4:
        # A short name fills the measure by its spaces.
        style = Type(face, size, min((_MEASURE - style.width(name)) / (length - 1), size * 0.35))
    return lines, style


def _colour_block(canvas: Canvas, identity: Identity, name: Face, small: Face) -> None:
    canvas.ground(ON_COLOUR, (0, 0, WIDTH, _BLOCK))
    lines, style = _name_lines(identity.magazine, name)
    leading = round(style.size * 1.16)
    height = style.size + leading * (len(lines) - 1)
    # 0.88 em above the baseline is the top of a Han character's square.
    y = 190 + (_BLOCK - 190 - 230 - height) / 2 + style.size * 0.88
    for line in lines:
        canvas.line(ON_COLOUR, (_MARGIN - style.size * 0.03, y), line, style)
        y += leading
    minor = Type(small, _SMALL)
    if identity.parallel and identity.parallel.isascii():
        head = Type(small, _SMALL, 6)
        text = identity.parallel.upper()
        if head.width(text) <= _MEASURE:
            canvas.line(ON_COLOUR, (_MARGIN, 190), text, head)
    foot = _BLOCK - 96
    number = Type(small, 60)
    end = _MARGIN
    if identity.issue:
        end = round(canvas.line(ON_COLOUR, (_MARGIN, foot), identity.issue, number)) + 48
    if identity.total:
        canvas.line(ON_COLOUR, (end, foot), identity.total, minor)
    date = printed_date(identity.date) if len(identity.date) > len("2022") else ""
    if date:
        canvas.line(ON_COLOUR, (WIDTH - _MARGIN - minor.width(date), foot), date, minor)


def _set_headline(lines: tuple[str, ...], face: Face) -> tuple[list[str], Type]:
    """The lines of a headline: the author's own where they fit, else broken anew."""
    for size in range(_HEADLINE, _HEADLINE_LEAST - 1, -4):
        style = Type(face, size)
        if all(style.width(line) <= _MEASURE for line in lines):
            return list(lines), style
    style = Type(face, _HEADLINE_LEAST)
    return [piece for line in lines for piece in broken(line, style, _MEASURE)], style


def _contents(
    canvas: Canvas, headlines: tuple[Headline, ...], title: Face, small: Face, bottom: int
) -> None:
    """The headlines, evenly over the paper below the block."""
    if not headlines:
        return
    placed = [(_set_headline(h.lines, title), "　".join(h.authors)) for h in headlines]
    heights = [
        round(style.size * 1.36) * len(lines) + (74 if authors else 0)
        for (lines, style), authors in placed
    ]
    room = bottom - _BLOCK - 150
    while placed and sum(heights) + 60 * len(placed) > room:
        placed.pop()
        heights.pop()
    gap = min(110, (room - sum(heights)) // max(len(placed), 1))
    y = float(_BLOCK + 150)
    for (lines, style), authors in placed:
        leading = round(style.size * 1.36)
        for line in lines:
            y += leading
            canvas.line(ON_PAPER, (_MARGIN, y - leading * 0.2), line, style)
        if authors:
            y += 74
            minor = Type(small, _SMALL)
            canvas.ground(NAMES, (0, round(y) - 60, WIDTH, round(y) + 10))
            canvas.line(NAMES, (_MARGIN, y - 14), authors, minor)
        y += gap


def _number(
    canvas: Canvas, number: str, sections: tuple[str, ...], face: Face, small: Face
) -> None:
    """The number at the right margin, on the line of the foot; the sections on the left."""
    unit = Type(face, 100)
    size = int(min(_NUMBER, 100 * _NUMBER_WIDTH / max(unit.width(number), 1)))
    style = Type(face, size)
    canvas.ground(NAMES, (0, _BLOCK + 120, WIDTH, HEIGHT))
    canvas.line(NAMES, (WIDTH - _MARGIN - style.width(number), _FOOT), number, style)
    minor, y = Type(small, _SECTION), _BLOCK + 222
    for name in sections:
        canvas.ground(ON_PAPER, (0, y - 60, round(_MARGIN + minor.width(name)), y + 20))
        canvas.line(ON_PAPER, (_MARGIN, y), name, minor)
        y += 92


def draw_cover(
    identity: Identity,
    headlines: tuple[Headline, ...],
    sections: tuple[str, ...],
    colours: Colours,
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The cover as PNG. Without a Chinese typeface it stays without words, and says so.

    One that was drawn before is not drawn anew: that takes longer than to write all pages.
    """
    language = identity.language
    name = find_face("song-black", language) or find_face("hei-bold", language)
    title = find_face("song-bold", language) or name
    small = find_face("hei", language) or name
    if name is None or title is None or small is None:
        canvas = _canvas(colours)
        canvas.ground(ON_COLOUR, (0, 0, WIDTH, _BLOCK))
        return canvas.png(), (Diagnostic.of("EPB004"),)
    known = _fingerprint(identity, headlines, sections, colours, faces=(name, title, small))
    data = recall("covers", known)
    if data is None:
        canvas = _canvas(colours)
        _draw(canvas, identity, headlines, sections, (name, title, small))
        data = canvas.png()
        keep(data, "covers", known, most=_MOST_KEPT)
    return data, ()


def _canvas(colours: Colours) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT, _ramps(colours))
    canvas.ground(ON_PAPER, (0, 0, WIDTH, HEIGHT))
    return canvas


def _fingerprint(*drawn: object, faces: tuple[Face, ...]) -> str:
    """A name for what is drawn, with what: the program, the library, the typefaces."""
    from PIL import __version__ as pillow

    files = [*sorted(Path(__file__).parent.glob("*.py")), *(face.path for face in faces)]
    stats = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return digest(repr((drawn, faces, stats, pillow))) + ".png"


def _draw(
    canvas: Canvas,
    identity: Identity,
    headlines: tuple[Headline, ...],
    sections: tuple[str, ...],
    faces: tuple[Face, Face, Face],
) -> None:
    name, title, small = faces
    _colour_block(canvas, identity, name, small)
    canvas.block(ACCENT, (_MARGIN, _BLOCK + 96, _MARGIN + 132, _BLOCK + 108))
    if identity.number:
        _number(canvas, identity.number, sections, name, small)
    else:
        _contents(canvas, headlines, title, small, _FOOT - 110)
