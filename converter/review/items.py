"""The restored issue as the right half of the proofing page: parts, and items in them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from converter.diagnostics import Span
from converter.model import (
    Article,
    Attribution,
    Block,
    Box,
    Contents,
    ContentsEntry,
    Figure,
    Heading,
    Issue,
    Masthead,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Table,
    Text,
    Verse,
)
from converter.review.bits import Bit
from converter.review.marks import Marker
from converter.review.say import numbers
from converter.values import NamedTuple

Rows = tuple[tuple[Bit, ...], ...]


class Item(NamedTuple):
    """Something on the restored side that can be pointed at.

    ``kind`` is the shape that the template gives it, ``name`` what the editor calls it.
    ``rows`` are its texts; ``grid`` those of a table. ``first`` and ``last`` are its first
    and last source line (0 if it has none of its own), ``lines`` all of them in words.
    ``above`` is the last line of the paragraph before it, where joining the two makes sense.
    """

    key: str
    kind: str
    name: str
    rows: Rows
    spans: tuple[Span, ...] = ()
    lines: str = ""
    level: int = 0
    label: str = ""
    children: tuple[Item, ...] = ()
    grid: tuple[Rows, ...] = ()
    above: int = 0
    anchor: str = ""
    match: str = ""
    """The key of the item that the contents or the body match it to."""
    says: str = ""
    """What is to be said about the match or the place of a box."""

    @property
    def first(self) -> int:
        """Its first line in the source."""
        return self.spans[0].first if self.spans else 0

    @property
    def last(self) -> int:
        """Its last line in the source."""
        return self.spans[-1].last if self.spans else 0


class Part(NamedTuple):
    """The masthead, the contents, an article …: a landmark of the page."""

    key: str
    kind: str
    name: str
    items: tuple[Item, ...]
    number: int = 0
    page: str = ""
    section: str = ""


def walk(items: Iterable[Item]) -> Iterator[Item]:
    """All items, those inside a box before it: they are what its lines lead to."""
    for item in items:
        yield from walk(item.children)
        yield item


class Items:
    """Builds the parts of one issue."""

    def __init__(self, issue: Issue, marker: Marker) -> None:
        self.issue = issue
        self.marker = marker
        self.say = marker.say
        self.articles = {article.id: article for article in issue.articles}
        self.listed = {
            entry.article: (f"i-c{s}-{n}", entry)
            for s, section in enumerate(issue.contents.sections)
            for n, entry in enumerate(section.entries)
            if entry.article
        }

        self.noted = {
            drop.line
            for drop in issue.drops
            if drop.reason == "contents-rest" and any(map(str.isalnum, drop.text))
        }

    def parts(self) -> tuple[Part, ...]:
        """The whole issue in reading order."""
        say, issue = self.say, self.issue
        made = [
            self._loose("cover", say("Cover quotations", "卷首语"), issue.cover_quotes),
            self._masthead(issue.masthead),
            self._contents(issue.contents),
            self._loose("front", say("Before the first article", "卷首"), issue.front),
            *(self._article(n, one) for n, one in enumerate(issue.articles, 1)),
            self._loose("back", say("After the last article", "卷末"), issue.back),
        ]
        return tuple(sorted((part for part in made if part.items), key=_place))

    def _loose(self, key: str, name: str, blocks: Sequence[Block]) -> Part:
        return Part(f"p-{key}", key, name, tuple(self._flow(blocks, key)))

    # -- masthead and contents --------------------------------------------------------

    def _masthead(self, masthead: Masthead) -> Part:
        say = self.say
        items = []
        for number, entry in enumerate(masthead.entries):
            texts = [Text(entry.label), *map(Text, entry.values)]
            label, *values = self.marker.rows(texts, entry.spans)
            items.append(
                Item(
                    f"i-m{number}", "entry", say.item("masthead"), tuple(values), entry.spans,
                    numbers(entry.spans), label="".join(bit.text for bit in label),
                )
            )  # fmt: skip
        return Part("p-masthead", "masthead", say.item("masthead"), tuple(items))

    def _contents(self, contents: Contents) -> Part:
        say, items = self.say, list[Item]()
        if contents.heading:
            one = tuple(map(self._heading_line, contents.spans[:1]))
            row = (self.marker.row(contents.heading, one),)
            items.append(Item("i-c", "title", say.item("contents"), row, one, numbers(one)))
        for s, section in enumerate(contents.sections):
            if section.name:
                own = tuple(Span.line(span.first) for span in section.spans[:1])
                texts = filter(None, (section.name, section.theme))
                rows = tuple(self.marker.row(text, own) for text in texts)
                items.append(
                    Item(f"i-c{s}", "section", say.item("section"), rows, own, numbers(own))
                )
            items += (self._entry(f"i-c{s}-{n}", one) for n, one in enumerate(section.entries))
        return Part("p-contents", "contents", say.item("contents"), tuple(items))

    def _heading_line(self, contents: Span) -> Span:
        """The first line of the contents, with CONTENTS above 目录 if that was dropped."""
        at = contents.first
        while at < contents.last and at in self.noted:
            at += 1
        return Span(contents.first, at)

    def _entry(self, key: str, entry: ContentsEntry) -> Item:
        texts = [*entry.title, entry.subtitle, *entry.authors, entry.page]
        rows = self.marker.rows([Text(text) for text in texts if text], entry.spans)
        return Item(
            key, "listed", self.say.item("entry"), rows, entry.spans, numbers(entry.spans),
            match=f"p-{entry.article}" if entry.article in self.articles else "",
            says=self._found(entry),
        )  # fmt: skip

    def _found(self, entry: ContentsEntry) -> str:
        article = self.articles.get(entry.article)
        if article is None:
            return self.say("No article was found for this entry", "正文中没有找到这一篇")
        line = article.spans[0].first if article.spans else 0
        return self.say(f"Matched to the article on line {line}", f"与第{line}行的文章相符")

    # -- articles ----------------------------------------------------------------------

    def _article(self, number: int, article: Article) -> Part:
        items = [
            *self._flow(article.pull_quotes, article.id),
            *self._opening(article),
            *self._flow(article.front, article.id),
            *self._flow(article.blocks, article.id),
            *self._flow(article.back, article.id),
            *(self._note(article, note) for note in article.notes),
        ]
        names = self.issue.section_names
        section = names[article.section] if 0 <= article.section < len(names) else ""
        title = " ".join(text.value for text in article.title) or article.id
        page = article.first_page
        return Part(f"p-{article.id}", "article", title, tuple(items), number, page, section)

    def _opening(self, article: Article) -> Iterator[Item]:
        key, spans = article.id, article.spans
        above = [article.kicker] if article.kicker else []
        below = [article.subtitle] if article.subtitle else []
        rows = self.marker.rows([*article.title, *below], spans)
        count = len(article.title)
        if above:
            row = (self.marker.row(above[0], spans),)
            yield Item(f"i-{key}-kicker", "kicker", self.say.item("kicker"), row)
        match, says = self._listing(article)
        yield Item(
            f"i-{key}-title", "title", self.say.item("title"), rows[:count], spans,
            numbers(spans), match=match, says=says,
        )  # fmt: skip
        if below:
            yield Item(f"i-{key}-subtitle", "subtitle", self.say.item("subtitle"), rows[count:])
        for number, byline in enumerate(article.bylines):
            row = (self.marker.row(byline.text, byline.spans),)
            name = self.say.item("byline")
            where = numbers(byline.spans)
            yield Item(f"i-{key}-by{number}", "byline", name, row, byline.spans, where)

    def _listing(self, article: Article) -> tuple[str, str]:
        """The entry of the contents that an article was matched to."""
        found = self.listed.get(article.id)
        if found is None:
            if not self.listed:
                return "", ""
            return "", self.say("The contents do not list this article", "目录没有列出这一篇")
        key, entry = found
        where = self.say.lines(entry.spans[0].first) if entry.spans else ""
        page = self.say(f", page {entry.page}", f"，第{entry.page}页") if entry.page else ""
        title = "".join(entry.title)
        return key, self.say(
            f"In the contents on {where}: “{title}”{page}", f"目录{where}：“{title}”{page}"
        )

    def _note(self, article: Article, note: Note) -> Item:
        row = (self.marker.row(note.text, note.spans),)
        return Item(
            f"i-{article.id}-{note.id}", "note", self.say.item("note"), row, note.spans,
            numbers(note.spans), label=note.marker,
        )  # fmt: skip

    # -- blocks -------------------------------------------------------------------------

    def _flow(self, blocks: Sequence[Block], prefix: str) -> Iterator[Item]:
        above = 0
        for number, block in enumerate(blocks):
            boxes = [b for b in blocks if isinstance(b, Box) and block.id and b.anchor == block.id]
            key = f"i-{block.id}" if block.id else f"i-{prefix}-{number}"
            yield self._block(block, key, boxes, above)
            match block:
                case Paragraph():
                    above = block.spans[-1].last if block.spans else 0
                case Box():
                    pass  # a paragraph may go on behind a box
                case _:
                    above = 0

    def _block(  # noqa: PLR0911  (a case for each kind of block)
        self, block: Block, key: str, boxes: Sequence[Box], above: int
    ) -> Item:
        marker, say, spans = self.marker, self.say, block.spans
        where = numbers(spans)
        match block:
            case Paragraph():
                rows = marker.rows([block.text], spans, block.id, boxes)
                name = say.item(block.role.value)
                kind = "paragraph" if block.role is Role.BODY else f"paragraph {block.role.value}"
                return Item(key, kind, name, rows, spans, where, above=above)
            case Heading():
                rows = marker.rows([block.text], spans, block.id)
                name = f"{say.item('heading')} {block.level}"
                return Item(key, "heading", name, rows, spans, where, block.level, above=above)
            case PullQuote():
                texts = [*block.paragraphs, *_attributed(block.attribution)]
                rows = marker.rows(texts, spans, block.id)
                children = self._from(block.attribution, key, rows[len(block.paragraphs) :])
                rows = rows[: len(block.paragraphs)]
                return Item(
                    key, "pull-quote", say.item("pull-quote"), rows, spans, where,
                    children=children,
                )  # fmt: skip
            case Box():
                return self._box(block, key)
            case Verse():
                rows = marker.rows(block.lines, spans, block.id)
                return Item(key, "verse", say.item("verse"), rows, spans, where)
            case Table():
                return self._table(block, key)
            case Figure():
                rows = marker.rows([block.caption], spans, block.id)
                return Item(key, "figure", say.item("figure"), rows, spans, where)
            case _:
                assert_never(block)

    def _from(self, attribution: Attribution | None, key: str, rows: Rows) -> tuple[Item, ...]:
        if attribution is None:
            return ()
        spans = attribution.spans
        name = self.say.item("attribution")
        return (Item(f"{key}-from", "attribution", name, rows, spans, numbers(spans)),)

    def _box(self, box: Box, key: str) -> Item:
        rows = (self.marker.row(box.title, box.spans),) if box.title else ()
        source = box.attribution
        from_rows = (self.marker.row(source.text, source.spans),) if source else ()
        children = (*self._flow(box.blocks, key), *self._from(source, key, from_rows))
        if box.spans and box.spans[0].first in self.marker.placed:
            says = self.say("An editor put the box here", "编辑将链接框放在此处")
        elif not box.anchor:
            says = self.say("Belongs to the article as a whole", "属于全文")
        elif box.anchor_offset >= 0:
            says = self.say(
                f"Interrupted the paragraph above after its character {box.anchor_offset}",
                f"原在上一段第{box.anchor_offset}字之后打断段落",
            )
        else:
            says = self.say(
                "Stood between paragraphs; belongs to the one above", "原在两段之间，归上一段"
            )
        return Item(
            key, "box", self.say.item("box"), rows, box.spans, numbers(box.spans),
            label=box.label, children=children, anchor=f"i-{box.anchor}" if box.anchor else "",
            says=says,
        )  # fmt: skip

    def _table(self, table: Table, key: str) -> Item:
        caption = [table.caption] if table.caption else []
        cells = [cell.text for row in table.rows for cell in row]
        rows = self.marker.rows([*caption, *cells], table.spans, table.id)
        head, flat = rows[: len(caption)], rows[len(caption) :]
        ends = list(itertools.accumulate(len(row) for row in table.rows))
        grid = tuple(flat[end - len(row) : end] for end, row in zip(ends, table.rows, strict=True))
        name, where = self.say.item("table"), numbers(table.spans)
        return Item(key, "table", name, head, table.spans, where, grid=grid)


def _attributed(attribution: Attribution | None) -> list[Text]:
    return [attribution.text] if attribution else []


def _place(part: Part) -> tuple[int, int]:
    """Parts stand as they do in the file; those without lines of their own come first."""
    order = {"cover": 0, "masthead": 1, "contents": 2, "front": 3, "article": 4, "back": 5}
    rank = order[part.kind]
    if rank in (1, 2):
        return 1, part.items[0].first
    return (rank, 0) if rank != 4 else (4, part.number)
