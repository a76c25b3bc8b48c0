"""Rebuilds an issue with every text converted: same blocks, same ids, same spans."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import assert_never

from converter.diagnostics import Span
from converter.model import (
    Article,
    Attribution,
    Author,
    Block,
    Box,
    Byline,
    Contents,
    ContentsEntry,
    ContentsSection,
    Figure,
    Heading,
    Issue,
    MarkKind,
    Masthead,
    MastheadEntry,
    MastheadKind,
    Note,
    Paragraph,
    PullQuote,
    Table,
    TableCell,
    Text,
    Verse,
    article_texts,
    plain_text,
)
from converter.names import is_name
from converter.values import NamedTuple, dataclass, field, replace
from converter.variant.engine import Guess
from converter.variant.text import Converter, Hold, Outcome

_AROUND = 10
_UNTOUCHED = frozenset(
    {
        MastheadKind.ISSN,
        MastheadKind.CN,
        MastheadKind.TELEPHONE,
        MastheadKind.POSTAL_CODE,
        MastheadKind.EMAIL,
        MastheadKind.WEB,
    }
)


class Seen(NamedTuple):
    """A text that was converted: where it stood, what it was, what came of it."""

    block: str
    spans: tuple[Span, ...]
    group: int
    """Texts of one group follow one another, so that a quotation may run through them."""
    source: Text
    outcome: Outcome

    def span_at(self, offset: int) -> Span | None:
        """The lines of the piece of the block that holds ``offset``."""
        if len(self.spans) < 2:
            return self.spans[0] if self.spans else None
        seam = MarkKind.SEAM
        seams = sum(mark.kind is seam and mark.start <= offset for mark in self.source.marks)
        return self.spans[min(seams, len(self.spans) - 1)]

    def context(self, offset: int, moved: Callable[[int], int] | None = None) -> tuple[str, int]:
        """Some converted text around an offset of the source, and the place in it."""
        at = (moved or self.outcome.moved)(offset)
        value = self.outcome.text.value
        first = max(0, at - _AROUND)
        return value[first : at + _AROUND + 1], at - first


@dataclass(eq=False, repr=False)
class Walker:
    """Carries the converter through an issue and notes what it saw."""

    converter: Converter
    seen: list[Seen] = field(default_factory=list)
    _moved: dict[str, Callable[[int], int]] = field(default_factory=dict)
    _group: int = 0
    _groups: int = 0

    @contextmanager
    def _own_group(self) -> Iterator[None]:
        """What is converted in here takes no quotation from outside and gives it none."""
        outer = self._group
        self._groups += 1
        self._group = self._groups
        yield
        self._group = outer

    # texts

    def _text(
        self,
        text: Text,
        block: str = "",
        spans: Sequence[Span] = (),
        holds: Sequence[Hold] = (),
    ) -> Text:
        outcome = self.converter.convert(text, holds)
        self.seen.append(Seen(block, tuple(spans), self._group, text, outcome))
        if block and block not in self._moved:
            self._moved[block] = outcome.moved
        return outcome.text

    def _alone(self, text: Text, block: str = "", spans: Sequence[Span] = ()) -> Text:
        """A text that no quotation runs into or out of."""
        outer = self._group  # what _own_group() does, without its detour
        self._groups += 1
        self._group = self._groups
        made = self._text(text, block, spans)
        self._group = outer
        return made

    def _optional(self, text: Text | None, block: str, spans: Sequence[Span] = ()) -> Text | None:
        return None if text is None else self._alone(text, block, spans)

    def _string(self, value: str, spans: Sequence[Span] = ()) -> str:
        return self._alone(Text(value), "", spans).value if value else value

    def _lines(self, lines: Sequence[Text], block: str, spans: Sequence[Span]) -> tuple[Text, ...]:
        """Lines of one title: converted as one, so that every break gives the same."""
        if len(lines) < 2:
            return tuple(self._alone(line, block, spans) for line in lines)
        starts, marks, at = [], [], 0
        for line in lines:
            starts.append(at)
            marks += [replace(m, start=m.start + at, end=m.end + at) for m in line.marks]
            at += len(line.value)
        whole = Text("".join(line.value for line in lines), tuple(marks))
        with self._own_group():
            outcome = self.converter.convert(whole)
            self.seen.append(Seen(block, tuple(spans), self._group, whole, outcome))
        return _split(lines, starts, outcome)

    def _strings(self, lines: Sequence[str], spans: Sequence[Span]) -> tuple[str, ...]:
        made = self._lines([Text(line) for line in lines], "", spans)
        return tuple(line.value for line in made)

    # blocks

    def _blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Consecutive blocks; a paragraph's text may continue a quotation of the last one."""
        with self._own_group():
            return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph() | Heading():
                return replace(block, text=self._text(block.text, block.id, block.spans))
            case Figure():
                return replace(block, caption=self._alone(block.caption, block.id, block.spans))
            case PullQuote():
                return self._pull_quote(block)
            case Box():
                return self._box(block)
            case Verse():
                return replace(block, lines=self._apart(block.lines, block))
            case Table():
                return self._table(block)
            case _:
                assert_never(block)

    def _apart(self, texts: Sequence[Text], block: PullQuote | Verse) -> tuple[Text, ...]:
        with self._own_group():
            return tuple(self._text(text, block.id, block.spans) for text in texts)

    def _pull_quote(self, block: PullQuote) -> PullQuote:
        paragraphs = self._apart(block.paragraphs, block)
        attribution = self._attribution(block.attribution, block.id)
        return replace(block, paragraphs=paragraphs, attribution=attribution)

    def _attribution(self, attribution: Attribution | None, block: str) -> Attribution | None:
        if attribution is None:
            return None
        return replace(attribution, text=self._alone(attribution.text, block, attribution.spans))

    def _box(self, box: Box) -> Box:
        offset = box.anchor_offset
        moved = self._moved.get(box.anchor)
        return replace(
            box,
            label=self._label(box),
            title=self._optional(box.title, box.id, box.spans),
            blocks=self._blocks(box.blocks),
            attribution=self._attribution(box.attribution, box.id),
            anchor_offset=moved(offset) if moved and offset > 0 else offset,
        )

    def _label(self, box: Box) -> str:
        """The name of a kind of box: there 链接 is a fixed word, 連結, as in the templates."""
        if not box.label:
            return box.label
        there = bool(self.converter.engine.path.characters)
        word, fixed = ("链接", "連結") if there else ("連結", "链接")
        at = box.label.find(word)
        holds = [Hold(at, at + len(word), fixed)] if at >= 0 else []
        with self._own_group():
            return self._text(Text(box.label), "", box.spans, holds).value

    def _table(self, table: Table) -> Table:
        def cell(source: TableCell) -> TableCell:
            return replace(source, text=self._alone(source.text, table.id, table.spans))

        return replace(
            table,
            rows=tuple(tuple(cell(source) for source in row) for row in table.rows),
            caption=self._optional(table.caption, table.id, table.spans),
        )

    # the issue

    def _byline(self, byline: Byline) -> Byline:
        people = [author.name for author in byline.authors if not author.is_body]
        with self._own_group():
            holds = self.converter.names_in(byline.text.value, people)
            holds += self.converter.authored(byline.text.value, byline=True)
            text = self._text(byline.text, "", byline.spans, holds)
        return replace(
            byline,
            text=text,
            authors=tuple(self._author(author, byline.spans) for author in byline.authors),
        )

    def _author(self, author: Author, spans: Sequence[Span]) -> Author:
        office = self._string(author.office, spans)
        if author.is_body:
            return replace(author, name=self._string(author.name, spans), office=office)
        return replace(author, name=self.converter.name(author.name), office=office)

    def _note(self, note: Note) -> Note:
        return replace(note, text=self._alone(note.text, note.id, note.spans))

    def article(self, article: Article) -> Article:
        """An article; its front, body and back matter may each carry a quotation along."""
        ident, spans = article.id, article.spans
        self.converter.speak_of(lambda: plain_text(article_texts(article)))
        return replace(
            article,
            title=self._lines(article.title, ident, spans),
            subtitle=self._optional(article.subtitle, ident, spans),
            kicker=self._optional(article.kicker, ident, spans),
            bylines=tuple(self._byline(byline) for byline in article.bylines),
            pull_quotes=tuple(self._pull_quote(quote) for quote in article.pull_quotes),
            front=self._blocks(article.front),
            blocks=self._blocks(article.blocks),
            back=self._blocks(article.back),
            notes=tuple(self._note(note) for note in article.notes),
        )

    def _entry(self, entry: ContentsEntry) -> ContentsEntry:
        return replace(
            entry,
            title=self._strings(entry.title, entry.spans),
            subtitle=self._string(entry.subtitle, entry.spans),
            authors=tuple(self._person(name, entry.spans) for name in entry.authors),
        )

    def _person(self, name: str, spans: Sequence[Span]) -> str:
        return self.converter.name(name) if is_name(name) else self._string(name, spans)

    def _contents(self, contents: Contents) -> Contents:
        def section(source: ContentsSection) -> ContentsSection:
            entries = tuple(self._entry(entry) for entry in source.entries)
            name, theme = (self._string(text, source.spans) for text in (source.name, source.theme))
            return replace(source, name=name, theme=theme, entries=entries)

        return replace(
            contents,
            heading=self._string(contents.heading, contents.spans),
            sections=tuple(section(source) for source in contents.sections),
        )

    def _masthead_entry(self, entry: MastheadEntry) -> MastheadEntry:
        label = self._string(entry.label, entry.spans)
        if entry.kind in _UNTOUCHED:
            return replace(entry, label=label)
        convert = self._person if entry.kind is MastheadKind.STAFF else self._string
        values = tuple(convert(value, entry.spans) for value in entry.values)
        return replace(entry, label=label, values=values)

    def _masthead(self, masthead: Masthead) -> Masthead:
        return replace(
            masthead,
            title=self._string(masthead.title, masthead.spans),
            number=self._string(masthead.number, masthead.spans),
            volume=self._string(masthead.volume, masthead.spans),
            price=self._string(masthead.price, masthead.spans),
            entries=tuple(self._masthead_entry(entry) for entry in masthead.entries),
        )

    def issue(self, issue: Issue, language: str) -> Issue:
        """The whole issue; source, drops and changes stay as they are."""
        return replace(
            issue,
            masthead=self._masthead(issue.masthead),
            cover_quotes=tuple(self._pull_quote(quote) for quote in issue.cover_quotes),
            contents=self._contents(issue.contents),
            section_names=tuple(self._string(name) for name in issue.section_names),
            front=self._blocks(issue.front),
            articles=tuple(self._own(article) for article in issue.articles),
            back=self._blocks(issue.back),
            language=language,
        )

    def _own(self, article: Article) -> Article:
        """An article in a language of its own is left alone; it keeps its tag."""
        return article if article.language else self.article(article)


def _split(lines: Sequence[Text], starts: Sequence[int], outcome: Outcome) -> tuple[Text, ...]:
    """A converted text cut into lines again where the source's lines ended."""
    cuts = [outcome.moved(start) for start in starts] + [len(outcome.text.value)]
    marks = iter(outcome.text.marks)
    made = []
    for index, line in enumerate(lines):
        first, last = cuts[index], cuts[index + 1]
        own = [next(marks) for _ in line.marks]
        shifted = tuple(
            replace(m, start=max(m.start, first) - first, end=min(m.end, last) - first) for m in own
        )
        made.append(Text(outcome.text.value[first:last], shifted))
    return tuple(made)


def guesses_of(seen: Sequence[Seen]) -> list[tuple[Seen, Guess]]:
    """Every default that was used, in reading order."""
    return [(item, guess) for item in seen for guess in item.outcome.guesses]


def loose_of(seen: Sequence[Seen]) -> list[list[Seen]]:
    """The texts by group, those groups alone in which a quotation mark has no partner."""
    groups: dict[int, list[Seen]] = {}
    for item in seen:
        groups.setdefault(item.group, []).append(item)
    return [items for items in groups.values() if any(item.outcome.loose for item in items)]
