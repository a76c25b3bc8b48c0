"""An article as its template sees it."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import (
    Article,
    Block,
    Figure,
    Heading,
    Issue,
    Note,
    Paragraph,
    PullQuote,
    Table,
    Text,
    Verse,
    parallel_titles,
)
from converter.pdf.placement import Room, lines_of
from converter.pdf.view.pieces import (
    Notes,
    Piece,
    as_poem,
    at_the_foot,
    flow,
    referred_notes,
)
from converter.pdf.view.quotes import opening_classes
from converter.pdf.view.text import (
    em_width,
    running_head,
    section_name,
    sense_title,
    title_lines,
    untorn,
)
from converter.render.byline import Part, byline_lines
from converter.render.citations import with_citations
from converter.render.labels import with_labels
from converter.render.matter import part_origins
from converter.render.titles import joined_lines
from converter.values import NamedTuple, replace

_SHORT_TITLE = 8
_BRIEF_LINES = 9
"""Lines of text of a piece that has no page for itself: a filler, a notice, what comes next."""
_PAPER_PIECES = 8
"""A newspaper has no fewer pieces, half of them no longer than a brief one."""
_PAPER_SHARE = 0.5
"""Of a page: in a newspaper, the text of a piece that shares pages with others."""
_LINES_BELOW_TITLE = 4
_LINES_OVERLEAF = 2
"""So many lines of a piece that goes over the page stay below its title, and begin the next."""
_TABLE_HEAD = 3
"""Lines of the caption of a table and of the white around it."""
_LINES_OVER = 2
"""Lines of text that a kicker, or one more line of a title, takes the room of."""
_BRIEF_TITLE = 0.75
_PULL_PADDING = 2
"""Ems of white beside a pull quote of the opening."""
_LEADING = 1.42


class PullView(NamedTuple):
    """A pull quote of the opening."""

    quote: PullQuote
    classes: str


class ArticleView(NamedTuple):
    """One article, ready to be set; a ``brief`` one shares the page of the one before it.

    One that is ``parted`` may go over the page.
    """

    id: str
    brief: bool
    parted: bool
    section: str
    opens_section: bool
    kicker: Text | None
    title: tuple[Text, ...]
    title_size: str
    title_leading: str
    mark: str
    running: str
    subtitle: Text | None
    parallel: tuple[Text, ...]
    bylines: tuple[tuple[Part, ...], ...]
    pull_quotes: tuple[PullView, ...]
    front: tuple[Piece, ...]
    flow: tuple[Piece, ...]
    back: tuple[Piece, ...]
    notes: Notes
    loose_notes: tuple[Note, ...]
    language: str


class TitleTokens(NamedTuple):
    """The largest and least size of a title and the length of its line, in points.

    ``ems`` are those of the body to that line.
    """

    largest: float
    least: float
    measure: float
    ems: float = 36


def articles(issue: Issue, room: Room, titles: TitleTokens) -> tuple[ArticleView, ...]:
    """All articles in order."""
    made: list[ArticleView] = []
    quotes = [quote for article in issue.articles for quote in article.pull_quotes]
    classes = opening_classes(quotes, titles.ems - _PULL_PADDING)
    sharing = _sharing(issue, room)
    before = -1
    for article, (brief, parted) in zip(issue.articles, sharing, strict=True):
        section = section_name(issue, article)
        opens = bool(section) and article.section != before
        short = sense_title(issue, article)
        whole = replace(article, title=untorn(article, short))
        view = _article(whole, section, room, titles, short, opens=opens, brief=brief)
        pulls = tuple(PullView(quote, classes[quote]) for quote in article.pull_quotes)
        text = _ends_kept(view.flow, room) if parted else view.flow
        made.append(view._replace(parted=parted, pull_quotes=pulls, flow=text))
        before = article.section
    return tuple(made)


def _sharing(issue: Issue, room: Room) -> list[tuple[bool, bool]]:
    """Of each article, whether it shares the page above it, and whether it may go overleaf.

    In a newspaper, what is below half a page shares pages, and sections begin in their midst,
    too; text goes over the page where another piece stands below its end.
    """
    paper = _is_paper(issue, room)
    most = int(room.lines * _PAPER_SHARE) if paper else _BRIEF_LINES
    kinds = (Paragraph, Heading, Verse, *((Table, Figure) if paper else ()))
    sections = [article.section for article in issue.articles]
    briefs: list[bool] = []
    for at, article in enumerate(issue.articles):
        # What leads in to a section of several articles opens it on a page of its own.
        first = sections[at] != sections[at - 1] and section_name(issue, article)
        leads_in = first and sections[at + 1 : at + 2] == [article.section] and not paper
        briefs.append(at > 0 and not leads_in and _is_brief(article, room, most, kinds))
    return [
        (brief, brief and paper and any(briefs[at + 1 : at + 2]) and _is_text(article))
        for at, (article, brief) in enumerate(zip(issue.articles, briefs, strict=True))
    ]


def _is_paper(issue: Issue, room: Room) -> bool:
    """True of a newspaper: an issue of many pieces, half of which are a few lines.

    A page for each of them would be half empty.
    """
    lengths = sorted(_height(article, room) for article in issue.articles)
    if len(lengths) < _PAPER_PIECES:
        return False
    return lengths[len(lengths) // 2] <= _BRIEF_LINES * room.columns


def _is_brief(article: Article, room: Room, most: int, kinds: tuple[type, ...]) -> bool:
    """True of so few lines of plain text that they would leave a page of their own empty."""
    if article.notes or article.pull_quotes:
        return False
    if not all(isinstance(block, kinds) for block in _blocks(article)):
        return False
    over = _LINES_OVER * (len(article.title) - 1 + bool(article.kicker))
    return _height(article, room) + over <= most * room.columns


def _is_text(article: Article) -> bool:
    return all(isinstance(block, Paragraph | Heading) for block in _blocks(article))


def _ends_kept(pieces: tuple[Piece, ...], room: Room) -> tuple[Piece, ...]:
    """A text that is parted, its short first and last paragraphs joined to those beside them.

    Neither a title with a line below it ends a page, nor does a line alone begin one.
    """
    if len(pieces) < 2:
        return pieces
    first, *rest, last = pieces
    if lines_of(first.block, room.measure) < _LINES_BELOW_TITLE:
        first = first._replace(classes=f"{first.classes} leads".strip())
    if lines_of(last.block, room.measure) < _LINES_OVERLEAF:
        last = last._replace(classes=f"{last.classes} closes".strip())
    return (first, *rest, last)


def _height(article: Article, room: Room) -> int:
    """The lines of what stands below the opening of an article."""
    return sum(
        (len(block.rows) + _TABLE_HEAD) * room.columns
        if isinstance(block, Table)
        else lines_of(block, room.measure)
        for block in _blocks(article)
    )


def _blocks(article: Article) -> tuple[Block, ...]:
    return (*article.front, *article.blocks, *article.back)


def _back(article: Article, loose: tuple[Note, ...]) -> tuple[Block, ...]:
    """What stands at the end, but 注释 with nothing under it: the notes are at the foot."""
    blocks = article.back
    bare = bool(blocks) and isinstance(blocks[-1], Heading)
    return blocks[:-1] if bare and article.notes and not loose else blocks


def _headings_kept(
    text: tuple[Block, ...], back: tuple[Block, ...]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Text and end matter, a heading that ends the text with what it heads: below the rule."""
    last = len(text)
    while back and last and isinstance(text[last - 1], Heading):
        last -= 1
    return (text[:last], (*text[last:], *back)) if last else (text, back)


def _set_apart(front: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """What leads in to the text, with white between the two."""
    if not front:
        return ()
    last = front[-1]
    return (*front[:-1], last._replace(classes=f"{last.classes} leads-in".strip()))


def _article(
    article: Article,
    section: str,
    room: Room,
    titles: TitleTokens,
    short: tuple[str, ...],
    *,
    opens: bool,
    brief: bool,
) -> ArticleView:
    article = with_labels(with_citations(article), apart=True)
    lines = title_lines(article)
    parallel, front = parallel_titles(article)
    if brief:
        titles = titles._replace(largest=max(titles.least, titles.largest * _BRIEF_TITLE))
    size, leading = title_size(lines, titles)
    referred = referred_notes((*article.front, *article.blocks, *article.back))
    loose = tuple(note for note in article.notes if note.id not in referred)
    text, origins = part_origins(article)
    text, ending = _headings_kept(text, _back(article, loose))
    lead, body = _set_apart(flow(front, room)), as_poem(flow(text, room), room)
    back = flow(ending, room)
    if room.columns > 1:
        told = (one._replace(classes=f"{one.classes} origin") for one in flow(origins, room))
        back = (*told, *back)
    else:
        lead, body = at_the_foot(origins, lead, body)
    return ArticleView(
        id=article.id,
        brief=brief,
        parted=False,
        section=section,
        opens_section=opens,
        kicker=article.kicker,
        title=tuple(line for line in article.title if line.value) or (Text(article.id),),
        title_size=size,
        title_leading=leading,
        mark=joined_lines(short),
        running=running_head(short),
        subtitle=article.subtitle,
        parallel=tuple(block.text for block in parallel),
        bylines=tuple(byline_lines(article.bylines)),
        pull_quotes=(),
        front=lead,
        flow=body,
        back=back,
        notes=Notes(article.id, article.notes),
        loose_notes=loose,
        language=article.language,
    )


def title_size(lines: Sequence[str], tokens: TitleTokens) -> tuple[str, str]:
    """Size and leading of a title, in points: as large as its own lines allow.

    Below the least size the lines are broken anew instead. Many lines make it smaller.
    """
    widest = max(em_width(line) for line in lines)
    largest = tokens.largest
    if len(lines) == 1 and widest <= _SHORT_TITLE:
        largest *= 1.2
    elif len(lines) > 2:
        largest *= 0.9
    size = max(tokens.least, min(largest, tokens.measure / max(widest + 0.5, 1)))
    return f"{size:.2f}", f"{size * _LEADING:.2f}"
