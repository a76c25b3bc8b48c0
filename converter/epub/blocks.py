"""Blocks of the model as nodes for the templates: classes, ids, heading ranks, inline markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import assert_never

from markupsafe import Markup

from converter import patterns as re
from converter.diagnostics import Diagnostic
from converter.epub.cells import Cell, scope_of, table_classes
from converter.epub.formulas import WHOLE, running
from converter.epub.identity import one_line
from converter.epub.parts import Entry, PageTarget
from converter.epub.upright import upright
from converter.model import (
    Attribution,
    Block,
    Box,
    Figure,
    Heading,
    Mark,
    MarkKind,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Table,
    TableCell,
    Text,
    Verse,
)
from converter.model.walk import block_texts
from converter.render.captions import blank_after_number
from converter.render.citations import Within
from converter.render.facts import facts
from converter.render.figures import Place, head_places, is_expression, number_columns
from converter.render.inline import Tags, inline, xml_text
from converter.render.language import foreign_language
from converter.render.letters import wishes
from converter.render.links import safe_link
from converter.render.sources import table_notes
from converter.render.words import Words
from converter.values import NamedTuple, dataclass, field, replace

_LETTERS = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[。！？；!?;…\n]+")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_LAST_RANK = 6
_SHORT_BOX, _SHORT_BOX_LINES = 120, 8
"""Characters and texts of a box of half a dozen lines on a telephone, which is not parted: a
line of it alone on the next screen would be seen."""
_FITS_ANYWHERE = 8
"""Characters of a title that every screen has room for in a line."""

_COUNT = re.compile("[0-9] [\u4e00-\u9fff]")
"""1 例: what is counted, behind a blank that the source has."""

NOTHING = Markup()
_EM = Markup('<span class="em"> </span>')


class Node(NamedTuple):
    """A block as the templates see it; what a kind does not use is empty."""

    kind: str
    html: Markup = NOTHING
    cls: str = ""
    id: str = ""
    lang: str = ""
    rank: int = 0
    label: str = ""
    title: Markup = NOTHING
    title_rank: int = 0
    name: str = ""
    """The ``aria-label`` of a box whose headings do not tell it from the others."""
    named_by: str = ""
    """The ``aria-labelledby`` of a box: ids within it."""
    lines: tuple[Markup, ...] = ()
    attribution: Markup = NOTHING
    hidden: bool = False
    nodes: tuple[Node, ...] = ()
    head: tuple[tuple[Cell, ...], ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


class NoteView(NamedTuple):
    """A footnote and the first place that refers to it ("" if none does)."""

    id: str
    marker: str
    html: Markup
    back: str


def _counted(value: str) -> str:
    """A piece of a title, which parts no number from what it counts."""
    return _COUNT.sub(WHOLE, xml_text(value))


def essence(texts: Iterable[Text]) -> str:
    """Letters and digits alone, to tell whether one text repeats another."""
    return _essence("".join(text.value for text in texts))


def _essence(text: str) -> str:
    return "".join(_LETTERS.findall(text))


def _repeats(quote: PullQuote, body: str) -> bool:
    """Whether every sentence of a pull quote stands in the body as well."""
    pieces = [_essence(piece) for text in quote.paragraphs for piece in _SENTENCE.split(text.value)]
    pieces = [piece for piece in pieces if piece]
    return bool(pieces) and quote.attribution is None and all(piece in body for piece in pieces)


@dataclass(slots=True)
class Loom:
    """Weaves the blocks of one XHTML file.

    ``pages`` collects the printed pages of the whole book in reading order, ``headings``
    the headings of this file for the navigation; ``body`` is the essence of the text that
    pull quotes may repeat.
    """

    file: str
    words: Words
    pages: dict[str, PageTarget]
    base: int = 1
    body: str = ""
    vertical: bool = False
    notes: dict[str, Note] = field(default_factory=dict)
    headings: list[tuple[int, Entry]] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    _references: dict[str, int] = field(default_factory=dict)
    _note_ids: dict[str, str] = field(default_factory=dict)
    _sources: dict[str, str] = field(default_factory=dict)
    _placed: set[str] = field(default_factory=set)
    _ids: set[str] = field(default_factory=set)
    _box_names: dict[str, int] = field(default_factory=dict)
    _ranks: list[tuple[int, int]] = field(default_factory=list)

    def identifier(self, wished: str, fallback: str) -> str:
        """An id that is unique in the file and ASCII; the wished one where it can be."""
        if _ID.fullmatch(wished) and wished not in self._ids:
            chosen = wished
        else:
            number = 1
            while (chosen := f"{fallback}-{number}") in self._ids:
                number += 1
        self._ids.add(chosen)
        return chosen

    # ------------------------------------------------------------------ inline

    def text(self, text: Text | None, *, links: bool = True) -> Markup:
        """A text with the note marks, links and page breaks of this file."""
        if text is None:
            return Markup()
        plain = upright if self.vertical else running
        if not text.marks:
            return Markup(plain(text.value))  # noqa: S704  (escaped in plain)
        for mark in text.marks:
            known = isinstance(mark.target, Within) or safe_link(mark.target)
            if mark.kind is MarkKind.LINK and not known:
                self.problems.append(Diagnostic.of("EPB003", address=mark.target[:80]))
        return inline(
            text,
            note_ref=self._note_ref if links else None,
            page=self._page,
            cite=self._cite,
            plain=plain,
            links=links,
        )

    def title(self, text: Text, corpus: str) -> Markup:
        """A line of a title, the places between its words marked; ``corpus`` has the words."""
        if text.marks or len(text.value) <= _FITS_ANYWHERE:
            return self.text(text)
        from converter.epub.words import word_breaks

        plain = upright if self.vertical else _counted
        value = text.value
        breaks = (at for at in word_breaks(value, corpus) if not _COUNT.match(value, at - 2))
        places = [0, *breaks, len(value)]
        pieces = (plain(value[start:end]) for start, end in pairwise(places))
        return Markup("<wbr/>".join(pieces))  # noqa: S704  (escaped in plain)

    def _note_ref(self, mark: Mark) -> Tags:
        note = self.notes.get(mark.target)
        if note is None:
            self.problems.append(Diagnostic.of("EPB002", note=mark.target, file=self.file))
            return ('<sup class="note-mark">', "</sup>")
        count = self._references[note.id] = self._references.get(note.id, 0) + 1
        target = self._note_id(note)
        own = self.reference_id(note, count)
        kind = 'class="note-mark" epub:type="noteref" role="doc-noteref"'
        return (f'<a {kind} href="#{target}" id="{own}">', "</a>")

    def _note_id(self, note: Note) -> str:
        if note.id not in self._note_ids:
            self._note_ids[note.id] = self.identifier(note.id, "note")
        return self._note_ids[note.id]

    def reference_id(self, note: Note, count: int) -> str:
        """The id of the ``count``-th mark that refers to a note."""
        return f"{self._note_id(note)}-ref{count if count > 1 else ''}"

    def _cite(self, mark: Mark) -> Tags:
        """The link from where a source is cited to the source, or the other way.

        The entries of the list need no role of their own (DPUB-ARIA 1.1, doc-biblioentry).
        """
        target = mark.target
        assert isinstance(target, Within)  # noqa: S101  (inline has looked)
        kind = 'epub:type="biblioref" role="doc-biblioref"'
        if target.back:
            kind = f'role="doc-backlink" title="{self.words.back_to_text}"'
        own = ""
        if target.opposite not in self._placed:
            self._placed.add(target.opposite)
            own = f' id="{self._source_id(target.opposite)}"'
        return (f'<a {kind} href="#{self._source_id(target)}"{own}>', "</a>")

    def _source_id(self, target: str) -> str:
        if target not in self._sources:
            self._sources[target] = self.identifier(target, "source")
        return self._sources[target]

    def _page(self, mark: Mark) -> Tags:
        return (self.page_break(mark.target), "")

    def page_break(self, label: str) -> Markup:
        """The mark of a printed page's beginning; "" if the book has that page already."""
        label = label.strip()
        if not label or label in self.pages:
            return Markup()
        plain = re.fullmatch("[A-Za-z0-9]+", label)
        target = self.identifier(f"page-{label}" if plain else "", "page-x")
        self.pages[label] = PageTarget(label, self.file, target)
        spoken = f"{self.words.issue_start}{label}{self.words.page}"
        return Markup(
            '<span epub:type="pagebreak" role="doc-pagebreak" id="{}" aria-label="{}"></span>'
        ).format(target, spoken)

    # ------------------------------------------------------------------ blocks

    def blocks(
        self, blocks: Sequence[Block], *, closing: bool = False, origins: Sequence[Block] = ()
    ) -> tuple[Node, ...]:
        """Some blocks in reading order; ``closing`` is what stands at an article's end.

        ``origins`` are those among them that print has at the foot of a page.
        """
        stated = {} if closing else dict.fromkeys(facts(blocks), "fact")
        stated |= dict.fromkeys(wishes(blocks), "wish")
        stated |= dict.fromkeys(table_notes(blocks), "table-note")
        if origins:
            stated |= {at: "origin" for at, block in enumerate(blocks) if block in origins}
        return tuple(
            node._replace(cls=f"{node.cls} {stated[index]}".strip()) if index in stated else node
            for index, block in enumerate(blocks)
            for node in self._block(block)
        )

    def _block(self, block: Block) -> Iterable[Node]:
        match block:
            case Paragraph():
                yield self._paragraph(block)
            case Heading():
                # An empty heading is a fault (axe: empty-heading); its page breaks still count.
                if one_line(block.text.value):
                    yield self._heading(block)
                else:
                    yield Node("paragraph", self.text(block.text))
            case PullQuote():
                yield self.pull_quote(block)
            case Box():
                yield self._box(block)
            case Verse():
                yield Node("verse", lines=tuple(self.text(line) for line in block.lines))
            case Table():
                yield from self._table(block)
            case Figure():
                yield Node("figure", self._caption(block.caption))
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> Node:
        return Node(
            "paragraph",
            self.text(block.text),
            cls="" if block.role is Role.BODY else block.role.value,
            lang=foreign_language(block.text.value),
        )

    def _rank(self, level: int) -> int:
        """The rank (h1 to h6) of a heading: never more than one below the one above it."""
        while self._ranks and self._ranks[-1][0] >= level:
            self._ranks.pop()
        above = self._ranks[-1][1] if self._ranks else self.base
        rank = min(above + 1, _LAST_RANK)
        self._ranks.append((level, rank))
        return rank

    def _heading(self, block: Heading) -> Node:
        rank = self._rank(block.level)
        target = self.identifier(block.id, "heading")
        html = self.text(block.text)
        self.headings.append((rank, Entry(one_line(block.text.value), self.file, target)))
        return Node("heading", html, id=target, rank=rank)

    def pull_quote(self, block: PullQuote) -> Node:
        """A pull quote, hidden from assistive technology where it only repeats the body."""
        repeated = bool(self.body) and _repeats(block, self.body)
        return Node(
            "pull-quote",
            # What is hidden from assistive technology must not take the focus (WCAG 4.1.2).
            lines=tuple(self.text(text, links=not repeated) for text in block.paragraphs),
            attribution=self.attribution(block.attribution),
            hidden=repeated,
        )

    def attribution(self, attribution: Attribution | None) -> Markup:
        """Where a quotation or a box comes from."""
        shown = attribution is not None and one_line(attribution.text.value)
        return self.text(attribution.text if attribution and shown else None)

    def _box(self, block: Box) -> Node:
        outer, above = self._ranks, self._ranks[-1][1] if self._ranks else self.base
        # An empty heading is a fault, so what shows nothing is none.
        label = block.label if one_line(block.label) else ""
        title = block.title if block.title and one_line(block.title.value) else None
        rank = min(above + 1, _LAST_RANK)
        title_rank = min(rank + 1, _LAST_RANK) if label else rank
        inner = (title_rank if title else rank) if label or title else above
        headings, self.headings = self.headings, []
        self._ranks = [(0, inner)]
        target = self.identifier(block.id, "box")
        self._ids.update(f"{target}-{part}" for part in ("label", "title", "source"))
        name, named_by = self._box_name(block, target)
        lengths = [len(text.value) for text in block_texts(block)]
        short = sum(lengths) <= _SHORT_BOX and len(lengths) <= _SHORT_BOX_LINES
        node = Node(
            "box",
            cls="short" if short else "",
            id=target,
            name=name,
            named_by=named_by,
            rank=rank,
            label=label,
            title=self.text(title),
            title_rank=title_rank,
            nodes=self.blocks(block.blocks),
            attribution=self.attribution(block.attribution),
        )
        self._ranks, self.headings = outer, headings
        return node

    def _box_name(self, block: Box, target: str) -> tuple[str, str]:
        """The name of a box for assistive technology, as ``Node.name`` and ``Node.named_by``.

        An aside is a landmark, and landmarks of one page need names of their own (axe:
        landmark-unique): the second 链接 of an article adds where it comes from, or else
        its number, which the box itself then bears as its label (ARIA, accname §4.3.2).
        """
        title, source = block.title, block.attribution
        parts = {
            "label": block.label,
            "title": title.value if title else "",
            "source": source.text.value if source else "",
        }
        known = {key: one_line(value) for key, value in parts.items() if one_line(value)}
        heads = [key for key in known if key != "source"]
        for keys in (heads, list(known)):
            name = " ".join(known[key] for key in keys)
            if heads and name not in self._box_names:
                self._box_names[name] = 1
                return "", " ".join(f"{target}-{key}" for key in keys)
        name = " ".join(known[key] for key in heads) or self.words.box
        count = self._box_names[name] = self._box_names.get(name, 0) + 1
        if not heads:
            return (f"{name} {count}" if count > 1 else name), ""
        return str(count), " ".join([*(f"{target}-{key}" for key in heads), target])

    # ------------------------------------------------------------------ tables, notes

    def _caption(self, caption: Text | None) -> Markup:
        """A caption, what parts its number from its name marked: the page has an em there."""
        at = blank_after_number(caption) if caption else -1
        if caption is None or at < 0 or any(mark.start <= at for mark in caption.marks):
            return self.text(caption)
        marks = (
            replace(mark, start=mark.start - at - 1, end=mark.end - at - 1)
            for mark in caption.marks
        )
        name = Text(caption.value[at + 1 :], tuple(marks))
        return self.text(Text(caption.value[:at])) + _EM + self.text(name)

    def _table(self, block: Table) -> Iterable[Node]:
        caption = self._caption(block.caption)
        if not any(block.rows):
            if caption:
                yield Node("paragraph", caption, cls="caption")
            return
        depth = 0
        while depth < len(block.rows) and all(cell.header for cell in block.rows[depth]):
            depth += 1
        if depth == len(block.rows):  # a table of nothing but headers has no body: let it have one
            depth -= 1
        numbers = number_columns(block.rows[depth:])
        yield Node(
            "table",
            cls=" ".join(table_classes(block)),
            title=caption,
            head=tuple(
                self._row(row, head_places(row, block.rows[depth:], numbers), in_head=True)
                for row in block.rows[:depth]
            ),
            rows=tuple(
                self._row(row, {at: places[number] for at, places in numbers.items()})
                for number, row in enumerate(block.rows[depth:])
            ),
        )

    def _cell_text(self, text: Text) -> Markup:
        """A text that goes on in the next line behind a stroke where its column is narrow."""
        if text.marks or self.vertical or "/" not in text.value or is_expression(text.value):
            return self.text(text)
        return Markup(xml_text(text.value).replace("/", "/<wbr/>"))  # noqa: S704  (escaped)

    def _row(
        self, row: tuple[TableCell, ...], places: Mapping[int, Place], *, in_head: bool = False
    ) -> tuple[Cell, ...]:
        return tuple(
            Cell(
                self._cell_text(cell.text),
                # An empty cell heads nothing (axe: empty-table-header).
                scope_of(cell, in_head=in_head) if cell.header and cell.text.value.strip() else "",
                cell.colspan,
                cell.rowspan,
                places.get(at),
                at not in places and is_expression(cell.text.value),
            )
            for at, cell in enumerate(row)
        )

    def note_views(self) -> tuple[NoteView, ...]:
        """The notes of the file, to be called when all its blocks are woven."""
        views = []
        for note in self.notes.values():
            html = self.text(note.text)
            back = self.reference_id(note, 1) if note.id in self._references else ""
            views.append(NoteView(self._note_id(note), note.marker, html, back))
        return tuple(views)
