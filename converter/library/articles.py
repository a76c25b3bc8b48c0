"""An article as a web page: the blocks that the EPUB has, with the printed folios shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from converter.epub.blocks import Loom, Node, NoteView, essence
from converter.epub.pages import byline_markup
from converter.epub.parts import PageTarget
from converter.model import Article, Issue, Mark, Paragraph, parallel_titles
from converter.render import words
from converter.render.citations import with_citations
from converter.render.inline import Tags
from converter.values import dataclass, replace

if TYPE_CHECKING:
    from converter.render.words import Words

_EPUB = ' epub:type="'


@dataclass(slots=True)
class WebLoom(Loom):
    """Weaves for HTML, which knows no ``epub:type``, and shows where printed pages begin."""

    def _note_ref(self, mark: Mark) -> Tags:
        return _for_the_web(Loom._note_ref(self, mark))  # noqa: SLF001  (what it refines)

    def _cite(self, mark: Mark) -> Tags:
        return _for_the_web(Loom._cite(self, mark))  # noqa: SLF001

    def page_break(self, label: str) -> Markup:
        """A mark that shows the folio in the margin and can be linked to (#page-12)."""
        label = label.strip()
        if not label or label in self.pages:
            return Markup()
        plain = label.isascii() and label.isalnum()
        target = self.identifier(f"page-{label}" if plain else "", "page-x")
        self.pages[label] = PageTarget(label, self.file, target)
        spoken = f"{self.words.issue_start}{label}{self.words.page}"
        return Markup(
            '<span role="separator" class="folio" id="{}" aria-label="{}" data-page="{}"></span>'
        ).format(target, spoken, label)


def _for_the_web(tags: Tags) -> Tags:
    head, found, rest = tags[0].partition(_EPUB)
    return (head + rest.partition('"')[2], tags[1]) if found else tags


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article ready for its template; what it lacks is empty."""

    language: str
    start: Markup
    kicker: Markup
    title: tuple[Markup, ...]
    subtitle: Markup
    bylines: tuple[Markup, ...]
    pull_quotes: tuple[Node, ...]
    parallel: tuple[Node, ...]
    front: tuple[Node, ...]
    nodes: tuple[Node, ...]
    back: tuple[Node, ...]
    notes: tuple[NoteView, ...]
    headings: tuple[tuple[str, str], ...]
    """Text and id of the headings of the first rank, for the page's own contents."""


def article_view(issue: Issue, article: Article, pages: dict[str, PageTarget]) -> ArticleView:
    """Make an article ready. ``pages`` collects the printed pages of the whole issue."""
    article = with_citations(article)
    loom = _loom(issue, article.id, pages)
    loom.notes = {note.id: note for note in article.notes}
    if article.pull_quotes or any(block.type == "pull-quote" for block in article.blocks):
        loom.body = essence(
            b.text for b in (*article.front, *article.blocks) if isinstance(b, Paragraph)
        )
    parallel, front = parallel_titles(article)
    view = ArticleView(
        language=article.language or issue.language,
        start=loom.page_break(article.first_page),
        kicker=loom.text(article.kicker),
        title=tuple(loom.text(line) for line in article.title if line.value.strip()),
        subtitle=loom.text(article.subtitle),
        bylines=tuple(byline_markup(loom, byline) for byline in article.bylines),
        pull_quotes=tuple(loom.pull_quote(quote) for quote in article.pull_quotes),
        parallel=loom.blocks(parallel),
        front=loom.blocks(front),
        nodes=loom.blocks(article.blocks),
        back=loom.blocks(article.back, closing=True),
        notes=(),
        headings=(),
    )
    return _with(view, loom)


def _with(view: ArticleView, loom: WebLoom) -> ArticleView:
    """The view with what is known only when everything is woven."""
    top = min((rank for rank, _ in loom.headings), default=0)
    headings = tuple((e.text, e.fragment) for rank, e in loom.headings if rank == top)
    return replace(view, notes=loom.note_views(), headings=headings)


def matter_view(
    issue: Issue, which: str, pages: dict[str, PageTarget]
) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """What stands before the first article or after the last one: quotations and blocks."""
    loom = _loom(issue, which, pages)
    quotes = tuple(loom.pull_quote(q) for q in issue.cover_quotes) if which == "front" else ()
    return quotes, loom.blocks(issue.front if which == "front" else issue.back)


def _loom(issue: Issue, file: str, pages: dict[str, PageTarget]) -> WebLoom:
    wording: Words = words(issue.language)
    return WebLoom(file, wording, pages)
