"""What the templates of the PDF see: the issue, made ready for the page.

Nothing here knows HTML; the templates know nothing of the model's corners.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from converter import __version__
from converter.model import (
    Article,
    Block,
    Box,
    Byline,
    Heading,
    Issue,
    Mark,
    MarkKind,
    Masthead,
    MastheadKind,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Table,
    TableCell,
    Text,
    article_texts,
)
from converter.model.walk import block_texts
from converter.pdf.options import PdfOptions
from converter.pdf.placement import Placement, Room, place, text_lines
from converter.pdf.sheets import Sheets
from converter.pdf.tokens import Geometry, points
from converter.render import inline, words
from converter.render.inline import xml_text
from converter.render.words import Words

_HEAD_CHARACTERS = 26
"""A running head that is longer would reach the middle of the page."""


_WHOLE_ROWS = 12
"""A table of no more rows is not divided over pages."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table; ``scope`` is col or row for a header."""

    text: Text
    header: bool
    scope: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A block and how it is set.

    ``inner`` are the blocks of a box, or the boxes that a paragraph calls to the foot of
    its page. A ``refuge`` is where an inset goes if there is no room beside its paragraph.
    """

    kind: str
    block: Block
    classes: str = ""
    placement: str = ""
    inner: tuple[Piece, ...] = ()
    head: tuple[tuple[CellView, ...], ...] = ()
    rows: tuple[tuple[CellView, ...], ...] = ()
    level: int = 0


@dataclass(slots=True)
class Notes:
    """The footnotes of an article: each is set where it is first referred to."""

    by_id: dict[str, Note]
    placed: set[str] = field(default_factory=set)

    def open(self, mark: Mark) -> tuple[str, str]:
        """The tags around a note's mark; the note itself goes to the foot of the page."""
        note = self.by_id.get(mark.target)
        if note is None or note.id in self.placed:
            return ('<sup class="ref">', "</sup>")
        self.placed.add(note.id)
        marker = xml_text(note.marker)
        return (
            '<sup class="ref">',
            f'</sup><span class="note" data-marker="{marker}">{inline(note.text)}</span>',
        )


@dataclass(frozen=True, slots=True)
class AuthorView:
    """A name and its office."""

    name: str
    office: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article, ready to be set."""

    id: str
    section: str
    opens_section: bool
    kicker: Text | None
    title: tuple[Text, ...]
    title_size: str
    title_leading: str
    mark: str
    running: str
    subtitle: Text | None
    bylines: tuple[tuple[AuthorView, ...], ...]
    pull_quotes: tuple[PullQuote, ...]
    front: tuple[Piece, ...]
    flow: tuple[Piece, ...]
    back: tuple[Piece, ...]
    notes: Notes
    loose_notes: tuple[Note, ...]
    language: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of the contents."""

    id: str
    lines: tuple[str, ...]
    subtitle: str
    authors: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the contents."""

    name: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ContentsView:
    """The contents."""

    heading: str
    sections: tuple[SectionView, ...]
    size: str


@dataclass(frozen=True, slots=True)
class Teaser:
    """What the cover says of an article."""

    section: str
    lines: tuple[str, ...]
    authors: str


@dataclass(frozen=True, slots=True)
class CoverView:
    """The cover."""

    name: str
    name_size: str
    parallel: str
    year: str
    number: str
    issue: str
    date: str
    codes: tuple[str, ...]
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class MastheadRow:
    """A line of the masthead."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MastheadView:
    """The masthead, in groups that belong together."""

    name: str
    issue: str
    rows: tuple[tuple[MastheadRow, ...], ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """The whole issue."""

    title: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    description: str
    date: str
    publisher: str
    generator: str
    running_magazine: str
    cover: CoverView
    cover_quotes: tuple[PullQuote, ...]
    contents: ContentsView
    masthead: MastheadView
    front: tuple[Piece, ...]
    articles: tuple[ArticleView, ...]
    back: tuple[Piece, ...]


def view_of(issue: Issue, options: PdfOptions, sheet: Sheets) -> IssueView:
    """Make an issue ready for the templates."""
    geometry = sheet.geometry
    room = Room.of(geometry, options.columns)
    titles = TitleTokens(
        largest=points(sheet.tokens["size-title"]),
        least=points(sheet.tokens["size-title-least"]),
        measure=geometry.full_measure * geometry.size,
    )
    wording = words(issue.language)
    articles = _articles(issue, room, titles)
    number = issue_number(issue.masthead, issue.language)
    name = issue.masthead.title or _own_name(issue)
    return IssueView(
        title=" ".join(part for part in (name, number) if part),
        authors=_authors(issue),
        keywords=tuple(dict.fromkeys(name for name in issue.section_names if name)),
        description=_description(issue),
        date=issue.masthead.date,
        running_magazine=" · ".join(part for part in (name, number) if part),
        publisher="、".join(_publishers(issue.masthead)),
        generator=f"Fukan {__version__}",
        cover=_cover(issue, name, number, geometry.width),
        cover_quotes=issue.cover_quotes,
        contents=_contents(issue, wording, geometry),
        masthead=_masthead(issue.masthead, name, number),
        front=flow(issue.front, room),
        articles=articles,
        back=flow(issue.back, room),
    )


def _publishers(masthead: Masthead) -> list[str]:
    """Who publishes: 出版, else 主办."""
    return _entries(masthead, MastheadKind.PUBLISHER) or _entries(masthead, MastheadKind.SPONSOR)


def _own_name(issue: Issue) -> str:
    """The name of an issue without a masthead: its first article, or its file."""
    for article in issue.articles:
        title = " ".join(line.value for line in article.title)
        if title:
            return title
    return issue.source.name.rsplit(".", 1)[0]


def issue_number(masthead: Masthead, language: str) -> str:
    """2022年第2期 总第52期, of what the masthead knows."""
    wording = words(language)
    parts = ""
    if masthead.year:
        parts += f"{masthead.year}年"
    if masthead.number:
        parts += f"第{masthead.number}期"
    if masthead.serial:
        parts += f"{'　' if parts else ''}{wording.issue_total}{masthead.serial}期"
    return parts


def printed_date(date: str) -> str:
    """2022-04-15 as 2022年4月15日."""
    units = "年月日"
    return "".join(
        f"{int(part)}{unit}"
        for part, unit in zip(date.split("-"), units, strict=False)
        if part.isdigit()
    )


def _authors(issue: Issue) -> tuple[str, ...]:
    names = (
        author.name
        for article in issue.articles
        for byline in article.bylines
        for author in byline.authors
    )
    return tuple(dict.fromkeys(names))


def _description(issue: Issue) -> str:
    return "；".join(
        "".join(line.value for line in article.title) for article in issue.articles[:12]
    )


# ------------------------------------------------------------------ cover, contents, masthead


def _em_width(text: str) -> float:
    """The width of a line in ems: Han one, everything below U+2E80 about half."""
    return sum(1.0 if ord(char) >= 0x2E80 else 0.56 for char in text)  # noqa: PLR2004  (CJK)


def _cover(issue: Issue, name: str, number: str, width: float) -> CoverView:
    masthead = issue.masthead
    size = min(84.0, (width - 96) / max(_em_width(name), 1.0) / 1.06)
    entry = {kind: _entries(masthead, kind) for kind in MastheadKind}
    codes = [
        f"ISSN {masthead.issn}" if masthead.issn else "",
        f"CN {masthead.cn}" if masthead.cn else "",
        f"{masthead.price}" if masthead.price else "",
    ]
    return CoverView(
        name=name,
        name_size=f"{size:.1f}",
        parallel=" ".join(entry[MastheadKind.PARALLEL_TITLE][:1]),
        year=str(masthead.year or ""),
        number=masthead.number,
        issue=number,
        date=printed_date(masthead.date),
        codes=tuple(code for code in codes if code),
        teasers=tuple(
            Teaser(
                section=_section_name(issue, article),
                lines=_lines(article),
                authors=_names(article.bylines),
            )
            for article in _chosen(issue)
        ),
    )


def _chosen(issue: Issue) -> list[Article]:
    """The articles that the cover names: the first of each section, in order, at most five."""
    seen: set[int] = set()
    chosen = []
    for article in issue.articles:
        if not article.title or (article.section >= 0 and article.section in seen):
            continue
        seen.add(article.section)
        chosen.append(article)
    return chosen[:5]


def _entries(masthead: Masthead, kind: MastheadKind) -> list[str]:
    return [value for entry in masthead.entries if entry.kind is kind for value in entry.values]


def _section_name(issue: Issue, article: Article) -> str:
    if 0 <= article.section < len(issue.section_names):
        return issue.section_names[article.section]
    return ""


def _lines(article: Article) -> tuple[str, ...]:
    return tuple(line.value for line in article.title) or (article.id,)


def _names(bylines: Iterable[Byline]) -> str:
    names: list[str] = []
    for byline in bylines:
        names += [author.name for author in byline.authors] or [byline.text.value]
    return "　".join(dict.fromkeys(names))


def _contents(issue: Issue, wording: Words, geometry: Geometry) -> ContentsView:
    """The articles that are there, in their order, under their sections."""
    sections: list[tuple[int, list[EntryView]]] = []
    for article in issue.articles:
        if not sections or sections[-1][0] != article.section:
            sections.append((article.section, []))
        sections[-1][1].append(_entry(article, geometry))
    names = issue.section_names
    made = tuple(
        SectionView(names[index] if 0 <= index < len(names) else "", tuple(entries))
        for index, entries in sections
    )
    return ContentsView(
        heading=issue.contents.heading or wording.contents,
        sections=made,
        size=_contents_size(made, geometry.lines),
    )


def _entry(article: Article, geometry: Geometry) -> EntryView:
    lines, authors = _lines(article), _names(article.bylines)
    # Title, leader and authors share the last line where they fit, with the page after them.
    together = 1.14 * _em_width(lines[-1]) + _em_width(authors) + 5 <= geometry.full_measure
    return EntryView(
        id=article.id,
        lines=lines if together else (*lines, ""),
        subtitle=article.subtitle.value if article.subtitle else "",
        authors=authors,
    )


_CONTENTS_SIZES = (("roomy", 1.1, 0.65, 1.25), ("even", 1.0, 0.4, 0.75), ("close", 1.0, 0.15, 0.5))
"""Line, gap after an entry and gap after a section in lines of the grid; as in pdf-front.css."""
_CONTENTS_HEAD = 4.5


def _contents_size(sections: Sequence[SectionView], lines: int) -> str:
    """The roomiest setting that goes on one page; with two pages there is no need to press."""
    for name, line, entry_gap, section_gap in _CONTENTS_SIZES:
        height = _CONTENTS_HEAD
        for section in sections:
            height += section_gap + (1.25 if section.name else 0)
            for entry in section.entries:
                height += line * len(entry.lines) + bool(entry.subtitle) + entry_gap
        if height <= lines:
            return name
    return "even"


_GROUPS: tuple[tuple[MastheadKind, ...], ...] = (
    (MastheadKind.SUPERVISOR, MastheadKind.SPONSOR, MastheadKind.PUBLISHER),
    (MastheadKind.STAFF,),
    (
        MastheadKind.TELEPHONE,
        MastheadKind.ADDRESS,
        MastheadKind.POSTAL_CODE,
        MastheadKind.EMAIL,
        MastheadKind.WEB,
    ),
    (MastheadKind.DISTRIBUTION, MastheadKind.PRINTER, MastheadKind.LICENCE),
    (MastheadKind.ISSN, MastheadKind.CN, MastheadKind.DATE, MastheadKind.PRICE),
    (MastheadKind.OTHER,),
)


def _masthead(masthead: Masthead, name: str, number: str) -> MastheadView:
    groups = []
    for kinds in _GROUPS:
        rows = [
            MastheadRow(entry.label, entry.values)
            for entry in masthead.entries
            if entry.kind in kinds and entry.values
        ]
        if rows:
            groups.append(tuple(rows))
    return MastheadView(
        name=name,
        issue=number,
        rows=tuple(groups),
        notices=tuple(_entries(masthead, MastheadKind.NOTICE)),
    )


# ------------------------------------------------------------------ articles


@dataclass(frozen=True, slots=True)
class TitleTokens:
    """The largest and least size of a title and the length of its line, in points."""

    largest: float
    least: float
    measure: float


def _articles(issue: Issue, room: Room, titles: TitleTokens) -> tuple[ArticleView, ...]:
    made = []
    before = -1
    for article in issue.articles:
        section = _section_name(issue, article)
        made.append(_article(article, section, article.section != before, room, titles))
        before = article.section
    return tuple(made)


def _article(
    article: Article, section: str, opens: bool, room: Room, titles: TitleTokens
) -> ArticleView:
    referred = {
        mark.target
        for text in article_texts(article)
        for mark in text.marks
        if mark.kind is MarkKind.NOTE_REF
    }
    lines = _lines(article)
    size, leading = _title_size(lines, titles)
    return ArticleView(
        id=article.id,
        section=section,
        opens_section=opens,
        kicker=article.kicker,
        title=article.title or (Text(article.id),),
        title_size=size,
        title_leading=leading,
        mark=" ".join(lines),
        running=running_head(lines),
        subtitle=article.subtitle,
        bylines=tuple(
            tuple(AuthorView(author.name, author.office) for author in byline.authors)
            or (AuthorView(byline.text.value, ""),)
            for byline in article.bylines
        ),
        pull_quotes=article.pull_quotes,
        front=flow(article.front, room),
        flow=flow(article.blocks, room),
        back=flow(article.back, room),
        notes=Notes({note.id: note for note in article.notes}),
        loose_notes=tuple(note for note in article.notes if note.id not in referred),
        language=article.language,
    )


def _title_size(lines: Sequence[str], tokens: TitleTokens) -> tuple[str, str]:
    """Size and leading of a title, in points: as large as its own lines allow.

    Below the least size the lines are broken anew instead. Many lines make it smaller.
    """
    widest = max(_em_width(line) for line in lines)
    largest = tokens.largest * (1.2 if len(lines) == 1 and widest <= 8 else 1.0)  # noqa: PLR2004
    if len(lines) > 2:  # noqa: PLR2004  (three lines and more)
        largest *= 0.9
    size = max(tokens.least, min(largest, tokens.measure / max(widest + 0.5, 1)))
    return f"{size:.2f}", f"{size * 1.42:.2f}"


def running_head(lines: Sequence[str]) -> str:
    """The title as a running head: whole if it fits, else its first line, else cut."""
    whole = " ".join(lines)
    if _em_width(whole) <= _HEAD_CHARACTERS:
        return whole
    first = lines[0]
    if _em_width(first) <= _HEAD_CHARACTERS:
        return first
    for match in re.finditer(r"[ 　，：；]", first):
        if 6 <= match.start() <= _HEAD_CHARACTERS:  # noqa: PLR2004  (a phrase, not a word)
            first = first[: match.start()]
            break
    return first if len(first) <= _HEAD_CHARACTERS else first[: _HEAD_CHARACTERS - 2] + "……"


def flow(blocks: Sequence[Block], room: Room) -> tuple[Piece, ...]:
    """The blocks as pieces, each box where the reader meets it.

    An inset comes before the paragraph it belongs to, so that the paragraph flows past it;
    a box for the foot of the page hangs on its paragraph.
    """
    pieces: list[Piece] = []
    places: dict[str, int] = {}
    after_heading = False
    for index, block in enumerate(blocks):
        if isinstance(block, Box):
            anchor = _anchor(blocks, index, block)
            placement = place(block, anchor, blocks[index + 1 :], room)
            piece = Piece(
                "box",
                block,
                placement=_classes(placement, block, room),
                inner=flow(block.blocks, room),
            )
            at = places.get(anchor.id) if anchor is not None else None
            if placement == "inset" and at is not None:
                pieces.insert(at, piece)
                pieces.append(replace(piece, kind="refuge"))
                places = {name: spot + (spot >= at) for name, spot in places.items()}
            elif placement == "bottom" and at is not None:
                pieces[at] = replace(pieces[at], inner=(*pieces[at].inner, piece))
            else:
                pieces.append(piece)
        else:
            if block.id:
                places[block.id] = len(pieces)
            pieces.append(_piece(block, room, after_heading=after_heading))
        after_heading = isinstance(block, Heading)
    return tuple(pieces)


def _anchor(blocks: Sequence[Block], index: int, box: Box) -> Block | None:
    for block in reversed(blocks[:index]):
        if box.anchor and block.id == box.anchor:
            return block
    return None


def _classes(placement: Placement, box: Box, room: Room) -> str:
    if placement == "own":
        length = sum(len(text.value) for text in block_texts(box))
        whole = length < room.measure * room.lines * 0.7
        return "own snap whole" if whole else "own snap"
    return f"{placement} snap"


def _piece(block: Block, room: Room, *, after_heading: bool) -> Piece:
    match block:
        case Paragraph():
            classes = [] if block.role is Role.BODY else [block.role.value]
            if after_heading and text_lines(len(block.text.value), room.measure) == 1:
                classes.append("short")
            return Piece("paragraph", block, classes=" ".join(classes))
        case Heading():
            return Piece("heading", block, level=min(max(block.level, 1), 3))
        case Table():
            return _table(block)
        case _:
            return Piece(block.type, block)


def _table(block: Table) -> Piece:
    heads = 0
    for row in block.rows:
        if not all(cell.header for cell in row):
            break
        heads += 1
    if heads == len(block.rows):
        heads = 0
    return Piece(
        "table",
        block,
        classes="whole" if len(block.rows) <= _WHOLE_ROWS else "",
        head=tuple(_row(row, "col") for row in block.rows[:heads]),
        rows=tuple(_row(row, "row") for row in block.rows[heads:]),
    )


def _row(row: tuple[TableCell, ...], scope: str) -> tuple[CellView, ...]:
    return tuple(CellView(cell.text, cell.header, scope) for cell in row)
