"""The XHTML files of an issue: the model's parts, each through its template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from converter.diagnostics import Diagnostic
from converter.epub.blocks import Loom, essence
from converter.epub.front import contents_view, masthead_view
from converter.epub.identity import Identity, one_line
from converter.epub.parts import Entry, PageTarget, Resource
from converter.model import (
    Article,
    Byline,
    Issue,
    Paragraph,
    Text,
    article_texts,
    parallel_titles,
    plain_text,
)
from converter.render.byline import byline_parts
from converter.render.citations import with_citations
from converter.render.labels import with_labels
from converter.render.matter import loose_lines, part_origins
from converter.render.titles import title_on_one_line
from converter.values import dataclass, field

if TYPE_CHECKING:
    from jinja2 import Environment

    from converter.render.words import Words

XHTML = "application/xhtml+xml"
_LOOSE = 240
"""Characters of loose lines before the articles that go on the page of the masthead."""


@dataclass(slots=True)
class Pages:
    """What came of the model: the files in reading order and what navigation needs."""

    files: list[Resource] = field(default_factory=list)
    toc: list[Entry] = field(default_factory=list)
    articles: dict[str, Entry] = field(default_factory=dict)
    """The entry of each article in the navigation, by the article's id."""
    article_files: list[str] = field(default_factory=list)
    """The file of each article, in order."""
    printed: dict[str, PageTarget] = field(default_factory=dict)
    landmarks: list[tuple[str, Entry]] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)


def title_of(issue: Issue, article: Article) -> str:
    """The title on one line; "" for none."""
    return one_line(title_on_one_line(issue, article))


def label_of(issue: Issue, article: Article, words: Words) -> str:
    """What navigation calls an article: its title, or else the beginning of its text."""
    if title := title_of(issue, article):
        return title
    for block in (*article.front, *article.blocks, *article.back):
        if isinstance(block, Paragraph) and (text := one_line(block.text.value)):
            return text if len(text) <= 20 else f"{text[:20]}……"
    return words.untitled


def authors_of(issue: Issue, article: Article) -> tuple[str, ...]:
    """The names that sign an article: its bylines', or else those of the contents."""
    names = [one_line(a.name) for byline in article.bylines for a in byline.authors]
    if not any(names):
        names = [
            one_line(name)
            for section in issue.contents.sections
            for entry in section.entries
            if entry.article == article.id
            for name in entry.authors
        ]
    return tuple(dict.fromkeys(name for name in names if name))


def byline_markup(loom: Loom, byline: Byline) -> Markup:
    """The line as printed, with ``span.office``, ``span.author`` and ``span.contributor``."""
    out = Markup()
    for part in byline_parts(byline):
        html = loom.text(part.text)
        out += Markup('<span class="{}">{}</span>').format(part.kind, html) if part.kind else html
    return out


def nested(headings: Iterable[tuple[int, Entry]]) -> tuple[Entry, ...]:
    """Headings as a tree by their ranks."""
    items = list(headings)
    out: list[Entry] = []
    while items:
        rank, entry = items.pop(0)
        below = 0
        while below < len(items) and items[below][0] > rank:
            below += 1
        children = nested(items[:below])
        del items[:below]
        out.append(Entry(entry.text, entry.file, entry.fragment, children=children))
    return tuple(out)


class PageMaker:
    """Makes the files one after the other, in reading order."""

    def __init__(
        self,
        issue: Issue,
        identity: Identity,
        words: Words,
        templates: Environment,
        *,
        vertical: bool,
    ) -> None:
        self.issue = issue
        self.identity = identity
        self.words = words
        self.templates = templates
        self.vertical = vertical
        self.made = Pages()

    def make(self) -> Pages:
        """All files but the cover's, which needs the picture."""
        self._epigraph()
        self._masthead()
        self._contents()
        self._matter("front", self.words.front_matter)
        for number, article in enumerate(self.issue.articles):
            self._article(article, self._file_of(number))
        self._matter("back", self.words.back_matter)
        return self.made

    def _file_of(self, number: int) -> str:
        width = max(2, len(str(len(self.issue.articles))))
        return f"a{number + 1:0{width}d}.xhtml"

    def _loom(self, file: str, base: int = 1) -> Loom:
        return Loom(file, self.words, self.made.printed, base=base, vertical=self.vertical)

    def add(
        self, file: str, name: str, template: str, landmark: str = "", /, **values: object
    ) -> Entry:
        """Render one file and append it to the reading order."""
        page = self.templates.get_template(f"epub/{template}")
        text = page.render(page_title=name, identity=self.identity, **values)
        self.made.files.append(
            Resource(file.removesuffix(".xhtml"), file, XHTML, text.encode(), in_spine=True)
        )
        entry = Entry(name, file)
        if landmark:
            self.made.landmarks.append((landmark, entry))
        return entry

    def _epigraph(self) -> None:
        if not self.issue.cover_quotes:
            return
        loom = self._loom("epigraph.xhtml")
        quotes = [loom.pull_quote(quote) for quote in self.issue.cover_quotes]
        self.made.toc.append(
            self.add(loom.file, self.words.epigraph, "epigraph.xhtml", quotes=quotes)
        )
        self.made.problems += loom.problems

    def _masthead(self) -> None:
        view = masthead_view(self.issue.masthead, self.identity)
        if view is None:
            return
        title = self.words.masthead
        loom = self._loom("masthead.xhtml")
        loose = [loom.text(text) for text in self._loose()]
        self.made.toc.append(
            self.add(
                loom.file, title, "masthead.xhtml", "copyright-page", masthead=view, loose=loose
            )
        )
        self.made.problems += loom.problems

    def _loose(self) -> tuple[Text, ...]:
        """Matter before the articles that the page of the masthead takes in: a few lines."""
        texts = loose_lines(self.issue.front) if self.issue.masthead.entries else ()
        return texts if sum(len(text.value) for text in texts) <= _LOOSE else ()

    def _contents(self) -> None:
        files = {a.id: self._file_of(n) for n, a in enumerate(self.issue.articles)}
        view = contents_view(
            self.issue,
            files,
            {a.id: label_of(self.issue, a, self.words) for a in self.issue.articles},
            {a.id: authors_of(self.issue, a) for a in self.issue.articles},
        )
        if not view.sections:
            return
        title = view.heading or self.words.contents
        self.made.toc.append(
            self.add("contents.xhtml", title, "contents.xhtml", "toc", contents=view, heading=title)
        )

    def _matter(self, which: str, title: str) -> None:
        blocks = self.issue.front if which == "front" else self.issue.back
        if not blocks or (which == "front" and self._loose()):
            return
        loom = self._loom(f"{which}.xhtml", base=0)
        nodes = loom.blocks(blocks)
        entry = self.add(
            loom.file, title, "matter.xhtml", f"{which}matter", nodes=nodes, which=which
        )
        self.made.toc.append(Entry(entry.text, entry.file, children=nested(loom.headings)))
        self.made.problems += loom.problems

    # ------------------------------------------------------------------ articles

    def _article(self, article: Article, file: str) -> None:
        article = with_labels(with_citations(article))
        loom = self._loom(file)
        loom.notes = {note.id: note for note in article.notes}
        if article.pull_quotes or any(block.type == "pull-quote" for block in article.blocks):
            loom.body = essence(
                b.text for b in (*article.front, *article.blocks) if isinstance(b, Paragraph)
            )
        corpus = plain_text(article_texts(article)) if article.title else ""
        label = label_of(self.issue, article, self.words)
        section = self._section_of(article)
        parallel, front = parallel_titles(article)
        entry = self.add(
            file,
            label,
            "article.xhtml",
            "" if self.made.article_files else "bodymatter",
            article_language=article.language,
            section_name=self._printed_section(article) if section else "",
            start=loom.page_break(article.first_page),
            kicker=loom.text(article.kicker),
            title=[loom.title(line, corpus) for line in article.title],
            subtitle=loom.text(article.subtitle),
            bylines=[byline_markup(loom, byline) for byline in article.bylines],
            pull_quotes=[loom.pull_quote(quote) for quote in article.pull_quotes],
            parallel=loom.blocks(parallel),
            front=loom.blocks(front),
            nodes=loom.blocks(article.blocks, origins=part_origins(article).origins),
            back=loom.blocks(article.back, closing=True),
            notes=loom.note_views(),
        )
        self.made.article_files.append(file)
        authors = self.words.list_mark.join(authors_of(self.issue, article))
        self._enter(Entry(entry.text, file, "", authors, nested(loom.headings)), section)
        self.made.problems += loom.problems

    def _printed_section(self, article: Article) -> str:
        names = self.issue.section_names
        return names[article.section] if 0 <= article.section < len(names) else ""

    def _section_of(self, article: Article) -> str:
        return one_line(self._printed_section(article))

    def _enter(self, entry: Entry, section: str) -> None:
        """Put an article under its section; sections follow the reading order."""
        if not section:
            self.made.toc.append(entry)
            return
        last = self.made.toc[-1] if self.made.toc else None
        if last is not None and not last.file and last.text == section:
            self.made.toc[-1] = Entry(section, "", children=(*last.children, entry))
        else:
            self.made.toc.append(Entry(section, "", children=(entry,)))
