"""An article as its template sees it."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import (
    Article,
    Block,
    Heading,
    Issue,
    Note,
    Paragraph,
    PullQuote,
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
    """One article, ready to be set; a ``brief`` one shares the page of the one before it."""

    id: str
    brief: bool
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
    before = -1
    for index, article in enumerate(issue.articles):
        section = section_name(issue, article)
        opens = bool(section) and article.section != before
        following = issue.articles[index + 1].section if index + 1 < len(issue.articles) else -1
        # What leads in to a section of several articles opens it on a page of its own.
        leads_in = opens and following == article.section
        brief = bool(made) and not leads_in and _is_brief(article, room)
        short = sense_title(issue, article)
        whole = replace(article, title=untorn(article, short))
        view = _article(whole, section, room, titles, short, opens=opens, brief=brief)
        pulls = tuple(PullView(quote, classes[quote]) for quote in article.pull_quotes)
        made.append(view._replace(pull_quotes=pulls))
        before = article.section
    return tuple(made)


def _is_brief(article: Article, room: Room) -> bool:
    """True of a few lines of plain text, which would leave a page of their own empty."""
    blocks = (*article.front, *article.blocks, *article.back)
    if article.notes or article.pull_quotes:
        return False
    if not all(isinstance(block, Paragraph | Verse | Heading) for block in blocks):
        return False
    over = _LINES_OVER * (len(article.title) - 1 + bool(article.kicker))
    lines = sum(lines_of(block, room.measure) for block in blocks) + over
    return lines <= _BRIEF_LINES * room.columns


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
