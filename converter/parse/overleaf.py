"""Applies what the geometry of the page says: joins over page breaks, printed pages."""

from __future__ import annotations

import math
from collections.abc import Collection, Container, Sequence

from converter.diagnostics import Diagnostic, Span
from converter.model import (
    Article,
    Block,
    Box,
    Heading,
    Mark,
    MarkKind,
    Paragraph,
    Role,
    Text,
    article_texts,
)
from converter.parse.geometry import (
    Item,
    Layout,
    Page,
    fit_line,
    fit_page,
    follower,
    habits_of,
    is_head_alone,
    items_of,
    lay_out,
    may_go_on,
    odds_in_series,
    odds_of_going_on,
    opens_itself,
    weigh,
)
from converter.parse.inline import order
from converter.values import NamedTuple, replace

_RUNNING = (Role.BODY, Role.ANSWER, Role.QUESTION)


def settle_pages(
    articles: Sequence[Article],
    printed: dict[int, str],
    forced: dict[tuple[int, int], bool],
    seams: frozenset[int] = frozenset(),
    tops: frozenset[int] = frozenset(),
    widest: float = 0.0,
    end: int = 0,
) -> tuple[list[Article], list[Diagnostic]]:
    """Join the paragraphs that only seem to end at the foot of a page; mark the pages.

    ``printed`` are the pages that folios told, by the first line of the text on them;
    where there are none, pages are reckoned from the contents and the fitted page.
    ``forced`` are decisions that must not be overruled, ``seams`` the first lines of what
    the OCR set off by a blank line where it sets off nothing but pages, ``tops`` those below a
    running head or a folio. ``widest`` are the em of its hard-wrapped lines, if it has any, and
    ``end`` is the page that begins below all, if a folio tells.
    """
    items = [items_of(article) for article in articles]
    expected = _expected(articles)
    page = fit_page(items, expected, widest)
    if page is None and (seams or printed):
        page = fit_line(items)  # with the breaks known, the measure is enough
        expected = [0] * len(expected)
    if page is None:
        weigh(items)  # what stands around a box may tell by itself that it goes on
    deep = page is not None and page.depth > 0
    layouts = [
        lay_out(pieces, page, count, _before(pieces, printed)) if page and deep else Layout(pieces)
        for pieces, count in zip(items, expected, strict=True)
    ]
    proved = page is not None and deep and (page.depth_score >= 6 or _proved(layouts))
    out: list[Article] = []
    diagnostics: list[Diagnostic] = []
    for article, layout in zip(articles, layouts, strict=True):
        pieces = layout.items
        heads = _before(pieces, tops)
        told = _Told(layout, _before(pieces, printed), _before(pieces, seams), heads, proved)
        found = _joins(pieces, told.chances(), page, forced)
        joins = [(pieces[at], pieces[then]) for at, then in found]
        diagnostics += [_doubt(before, after) for before, after in joins]
        joined = _join_all(article, [(before.last, after.first) for before, after in joins])
        pages = told.reckoned(article.first_page)
        out.append(_mark_pages(joined, _before_end(pages, end)))
    following = [*(article.first_page for article in out[1:]), ""]
    return list(map(_with_last_page, out, following)), diagnostics


def _before_end(pages: dict[int, str], end: int) -> dict[int, str]:
    """Pages that were reckoned, of which none is behind the last that is printed."""
    return {line: page for line, page in pages.items() if not end or int(page) < end}


def _with_last_page(article: Article, following: str) -> Article:
    """The article with its last page, where the folios within it lead to that of the ``following`` one."""
    if article.last_page or not (article.first_page.isdecimal() and following.isdecimal()):
        return article
    marks = (mark for text in article_texts(article) for mark in text.marks)
    pages = [mark.target for mark in marks if mark.kind is MarkKind.PAGE]
    if not pages or not pages[-1].isdecimal() or int(pages[-1]) <= int(article.first_page):
        return article
    told = int(following) - int(pages[-1]) == 1
    return replace(article, last_page=pages[-1]) if told else article


def _doubt(before: Item, after: Item) -> Diagnostic:
    """The doubt about two pieces that are joined over a page break after a full stop."""
    lines = Span(before.last, after.first)
    return Diagnostic.of("HEA004", lines, end=before.text[-8:], start=after.text[:8])


def _proved(layouts: Sequence[Layout]) -> bool:
    """True if the page as fitted gives nearly all articles the pages of the contents."""
    known = [layout for layout in layouts if layout.expected]
    return len(known) >= 2 and sum(layout.free for layout in known) >= 0.75 * len(known)


def _expected(articles: Sequence[Article]) -> list[int]:
    """How many pages each article takes, by the contents; 0 where that is unknown."""
    starts = [
        int(article.first_page) if article.first_page.isdecimal() else 0 for article in articles
    ]
    later = [0] * (len(starts) + 1)
    for index in range(len(starts) - 1, -1, -1):
        later[index] = starts[index] or later[index + 1]
    out = []
    for index, start in enumerate(starts):
        after = later[index + 1]
        near = starts[index + 1] if index + 1 < len(starts) else 0
        out.append(near - start if start and near > start and near == after else 0)
    return out


def _before(items: Sequence[Item], lines: Container[int]) -> list[int]:
    """The items before those that begin on one of the lines."""
    return [at for at in range(len(items) - 1) if items[at + 1].first in lines]


class _Told(NamedTuple):
    """What is known of the page breaks of an article: by folios, by seams, by the fitted page."""

    layout: Layout
    known: list[int]
    apart: list[int]
    heads: list[int]
    """Those behind which a running head or a folio stands, be its page known or not."""
    proved: bool

    def chances(self) -> list[float]:
        """How likely a page breaks after each piece."""
        heads = set(self.heads)
        return [
            1.0 if at in heads else chance for at, chance in enumerate(self._reckoned_chances())
        ]

    def _reckoned_chances(self) -> list[float]:
        layout, known = self.layout, self.known
        if not known and self._set_apart():
            return self._only(self.apart)
        if not (layout.agrees or self.proved) or (known and len(known) + 1 >= layout.expected):
            return self._only(known)
        return layout.chances or self._only(known)

    def reckoned(self, first: str) -> dict[int, str]:
        """The pages by the first line of what stands on them, where no folios told them."""
        layout = self.layout
        if self.known or self._set_apart() or not first.isdecimal():
            return {}
        if not (layout.agrees or (layout.expected == 0 and self.proved)):
            return {}
        return {
            layout.items[at + 1].first: str(int(first) + index + 1)
            for index, at in enumerate(layout.breaks)
        }

    def _set_apart(self) -> bool:
        layout = self.layout
        return bool(self.apart) and not (layout.agrees and len(self.apart) < len(layout.breaks))

    def _only(self, breaks: Collection[int]) -> list[float]:
        known = set(breaks)
        return [float(at in known) for at in range(len(self.layout.items))]


def _joins(
    items: list[Item],
    chances: list[float],
    page: Page | None,
    forced: dict[tuple[int, int], bool],
) -> list[tuple[int, int]]:
    """The pairs of pieces between which a paragraph goes on although the first ends in a full stop.

    ``chances`` tell how likely a page breaks after each.
    """
    habits = habits_of(items, page) if page else None
    found: list[tuple[int, int]] = []
    for at, before in enumerate(items):
        then = follower(items, at)
        broken = min(1.0, sum(chances[at:then]))
        if not may_go_on(items, at, then) or (before.last, items[then].first) in forced:
            continue
        if is_head_alone(items, at):
            found.append((at, then))
            continue
        if broken < _LEAST and then == at + 1:
            continue
        series = odds_in_series(items, at, then)
        odds = odds_of_going_on(before, page, habits) if page and habits else before.lean + _UNSEEN
        following = items[then + 1] if then + 1 < len(items) else None
        if then > at + 1 and series > 0 and following is not None and opens_itself(following.text):
            odds = max(odds, _BESIDE)  # 二是…… | a box | …… | 三是……
        odds += before.says + series
        chance = broken * _chance(odds)
        if then > at + 1:
            chance += (1 - broken) * _chance(odds - _IN_THE_MIDDLE)
        if chance > _LEAST:
            found.append((at, then))
    return found


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


_LEAST = 0.3
"""How likely a paragraph must go on over the page, to be joined."""
_IN_THE_MIDDLE = 0.5
"""A box in the middle of a page may as well stand between two paragraphs."""
_UNSEEN = -1.1
"""What it says that a text ends above a box, where no measure tells whether its line is full."""
_BESIDE = -1.0
"""The least that a last line says above a box: beside it, the lines are set narrower."""


def _join_all(article: Article, joins: list[tuple[int, int]]) -> Article:
    if not joins:
        return article
    wanted = set(joins)
    blocks: list[Block] = []
    moved: dict[str, str] = {}
    for block in article.blocks:
        at = _last_paragraph(blocks)
        if isinstance(block, Paragraph) and at is not None:
            previous = blocks[at]
            assert isinstance(previous, Paragraph)  # noqa: S101  (_last_paragraph says so)
            if (
                previous.spans
                and block.spans
                and (previous.spans[-1].last, block.spans[0].first) in wanted
            ):
                blocks[at] = join_paragraphs(previous, block)
                for index in range(at + 1, len(blocks)):
                    blocks[index] = _anchor(blocks[index], previous)
                moved[block.id] = previous.id
                continue
        if isinstance(block, Box) and block.anchor in moved:
            blocks.append(replace(block, anchor=moved[block.anchor], anchor_offset=-1))
        else:
            blocks.append(block)
    return replace(article, blocks=tuple(blocks))


def _anchor(block: Block, paragraph: Paragraph) -> Block:
    if isinstance(block, Box) and block.anchor == paragraph.id and block.anchor_offset < 0:
        return replace(block, anchor_offset=len(paragraph.text.value))
    return block


def _last_paragraph(blocks: list[Block]) -> int | None:
    """The paragraph before which only boxes and the like stand."""
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Paragraph):
            return index if block.role in _RUNNING else None
        if isinstance(block, Heading):
            return None
    return None


def join_paragraphs(one: Paragraph, other: Paragraph) -> Paragraph:
    """Two paragraphs as one; a run-in heading of the second is none any more."""
    at = len(one.text.value)
    marks = [
        *one.text.marks,
        Mark(MarkKind.SEAM, at, at, str(other.spans[0].first if other.spans else "")),
    ]
    marks += [
        Mark(mark.kind, mark.start + at, mark.end + at, mark.target)
        for mark in other.text.marks
        if mark.kind not in (MarkKind.RUN_IN, MarkKind.LABEL, MarkKind.SPEAKER)
    ]
    text = Text(one.text.value + other.text.value, order(marks))
    return replace(one, text=text, spans=(*one.spans, *other.spans))


def _mark_box(box: Box, pages: dict[int, str]) -> Box:
    """The box with the page that begins with it marked in the first of its texts."""
    page = pages.get(box.spans[0].first) if box.spans else None
    first = box.blocks[0] if box.blocks else None
    if page is None or not isinstance(first, Paragraph):
        return box
    marks = order((*first.text.marks, Mark(MarkKind.PAGE, 0, 0, page)))
    text = Text(first.text.value, marks)
    return replace(box, blocks=(replace(first, text=text), *box.blocks[1:]))


def _mark_pages(article: Article, pages: dict[int, str]) -> Article:
    """Put PAGE marks where pages begin."""
    if not pages:
        return article
    last = list(pages.values())[-1]

    def marked(block: Block) -> Block:
        if isinstance(block, Box):
            return _mark_box(block, pages)
        if not isinstance(block, (Paragraph, Heading)):
            return block
        seams = [mark.start for mark in block.text.marks if mark.kind is MarkKind.SEAM]
        offsets = [0, *seams]
        found = [
            Mark(MarkKind.PAGE, offset, offset, pages[span.first])
            for offset, span in zip(offsets, block.spans, strict=False)
            if span.first in pages
        ]
        if not found:
            return block
        return replace(block, text=Text(block.text.value, order((*block.text.marks, *found))))

    return replace(
        article,
        front=tuple(marked(block) for block in article.front),
        blocks=tuple(marked(block) for block in article.blocks),
        back=tuple(marked(block) for block in article.back),
        last_page=last,
    )
