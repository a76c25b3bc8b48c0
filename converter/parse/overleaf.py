"""Applies what the geometry of the page says: joins over page breaks, printed pages."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.diagnostics import Diagnostic, Span
from converter.hanzi import ends_sentence, is_han
from converter.model import Article, Block, Box, Heading, Mark, MarkKind, Paragraph, Role, Text
from converter.parse.geometry import (
    Item,
    Layout,
    Page,
    calls_to,
    fit_line,
    fit_page,
    habits_of,
    items_of,
    lay_out,
    odds_of_closing,
    odds_of_going_on,
    odds_of_opening,
)
from converter.parse.headings import numbering, run_in_series
from converter.parse.inline import order
from converter.values import replace

_RUNNING = (Role.BODY, Role.ANSWER, Role.QUESTION)


def settle_pages(
    articles: Sequence[Article],
    printed: dict[int, str],
    forced: dict[tuple[int, int], bool],
    seams: frozenset[int] = frozenset(),
) -> tuple[list[Article], list[Diagnostic]]:
    """Join the paragraphs that only seem to end at the foot of a page; mark the pages.

    ``printed`` are the pages that folios told, by the first line of the text on them;
    where there are none, pages are reckoned from the contents and the fitted page.
    ``forced`` are decisions that must not be overruled, ``seams`` the first lines of what
    the OCR set off by a blank line where it sets off nothing but pages.
    """
    items = [items_of(article) for article in articles]
    expected = _expected(articles)
    page = fit_page(items, expected)
    if page is None and (seams or printed):
        page = fit_line(items)  # with the breaks known, the measure is enough
        expected = [0] * len(expected)
    if page is None:
        return list(articles), []
    layouts = [
        lay_out(pieces, page, count) if page.depth else Layout(pieces)
        for pieces, count in zip(items, expected, strict=True)
    ]
    proved = bool(page.depth) and (page.depth_score >= 6 or _proved(layouts))
    out: list[Article] = []
    diagnostics: list[Diagnostic] = []
    for article, layout, count in zip(articles, layouts, expected, strict=True):
        pieces = layout.items
        known = [at for at in range(len(pieces) - 1) if pieces[at + 1].first in printed]
        apart = [at for at in range(len(pieces) - 1) if pieces[at + 1].first in seams]
        pages: dict[int, str] = {}
        if known:
            breaks = known
        elif apart and (not layout.agrees or len(apart) >= len(layout.breaks)):
            breaks = apart
        else:
            breaks = layout.breaks if layout.agrees or proved else []
            if layout.agrees or (count == 0 and proved):
                pages = _reckoned(article, pieces, breaks)
        joins = [(pieces[at], pieces[then]) for at, then in _joins(pieces, breaks, page, forced)]
        diagnostics += [_doubt(before, after) for before, after in joins]
        joined = _join_all(article, [(before.last, after.first) for before, after in joins])
        out.append(_mark_pages(joined, pages))
    return out, diagnostics


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
    out = []
    for index, start in enumerate(starts):
        after = next((page for page in starts[index + 1 :] if page), 0)
        near = starts[index + 1] if index + 1 < len(starts) else 0
        out.append(near - start if start and near > start and near == after else 0)
    return out


def _reckoned(article: Article, items: list[Item], breaks: list[int]) -> dict[int, str]:
    if not article.first_page.isdecimal():
        return {}
    first = int(article.first_page)
    return {items[at + 1].first: str(first + index + 1) for index, at in enumerate(breaks)}


def _opens_itself(text: str) -> bool:
    """True for a paragraph that announces its own beginning by a number."""
    return numbering(text) is not None or run_in_series(text) > 0


def _follower(items: list[Item], at: int) -> int:
    """Which piece follows one in print, around whose boxes and pull quotes the text is set."""
    then = at + 1
    while then < len(items) and (items[then].kind == "box" or items[then].said):
        then += 1
    return then


def _joins(
    items: list[Item], breaks: list[int], page: Page, forced: dict[tuple[int, int], bool]
) -> list[tuple[int, int]]:
    """The pairs of pieces between which a paragraph goes on although the first ends in a full stop."""
    habits = habits_of(items, page)
    places = set(breaks)
    found: list[tuple[int, int]] = []
    for at in range(len(items) - 1):
        before = items[at]
        if before.kind != "text" or before.cut:
            continue
        then = _follower(items, at)
        if then >= len(items) or (then == at + 1 and at not in places):
            continue
        after = items[then]
        if after.kind != "text" or not after.starts:
            continue
        if (
            (before.last, after.first) in forced
            or not ends_sentence(before.text)
            or _opens_itself(after.text)
        ):
            continue
        if after.named or (before.asks and before.text.rstrip()[-1:] in "？?"):
            continue
        odds, series = odds_of_going_on(before, page, habits), _series_evidence(items, at, then)
        following = items[then + 1] if then + 1 < len(items) else None
        if then > at + 1 and series > 0 and following is not None and _opens_itself(following.text):
            odds = max(odds, _BESIDE)  # 二是…… | a box | …… | 三是……
        odds += series
        odds += _parallel_evidence(before.text, after.text) + _like_evidence(items, at, then)
        odds += odds_of_opening(after.text)
        if not any(item.kind in ("text", "heading") for item in items[then + 1 :]):
            odds += odds_of_closing(after.text)
        if then > at + 1 and not places & set(range(at, then)):
            # A box in the middle of a page may as well stand between two paragraphs.
            odds -= 0.5
        if odds > -0.4:
            found.append((at, then))
    return found


_BESIDE = -1.0
"""The least that a last line says above a box: beside it, the lines are set narrower."""


def _series_evidence(items: list[Item], at: int, then: int) -> float:
    """In a run of numbered paragraphs one without a number is hardly a new one."""
    around = [
        item
        for item in items[max(0, at - 6) : then + 8]
        if item.kind == "text" and item.starts and item is not items[then]
    ]
    if len(around) < 3:
        return 0.0
    share = sum(1 for item in around if _opens_itself(item.text)) / len(around)
    own = next((item for item in reversed(items[: at + 1]) if item.starts), None)
    if share < 0.6 or own is None or not _opens_itself(own.text):
        return 0.0
    # After the last of them may as well come what closes the section.
    for item in items[then + 1 :]:
        if item.kind == "heading":
            break
        if item.kind == "text" and item.starts and _opens_itself(item.text):
            return _IN_SERIES
    return _LAST_OF_SERIES


_IN_SERIES, _LAST_OF_SERIES = 1.6, 0.5
"""What it says that a piece without a number stands after a numbered one, before the next."""


_LIKE = -4.0
"""What it says that a piece begins with the word with which a paragraph beside it begins."""
_SHAPE, _SHAPED = 4, -2.5
"""The same of so many characters within the first few: 对城市来说，克制…… 对渔民来说，克制……."""
_BEGINNING = 14
_CALLS, _NO_CALL = -2.5, 0.8
"""The same of a short call, where the paragraph before it begins with one; and of another text.

Three in four of the paragraphs after such a one begin with a call, and one in thirty of the
sentences within it.
"""


def _like_evidence(items: list[Item], at: int, then: int) -> float:
    """推进工程治本…… | 推进科技兴安……: paragraphs side by side begin alike."""
    text = items[then].text
    own = next((item for item in reversed(items[: at + 1]) if item.starts), None)
    if own is not None and own.text[:2] == text[:2] and all(map(is_han, text[:2])):
        return _LIKE
    if own is not None and calls_to(own.text):
        return _CALLS if calls_to(text) else _NO_CALL
    below = next((item for item in items[then + 1 :] if item.starts and item.kind == "text"), None)
    begins = text[:_BEGINNING]
    grams = {begins[place : place + _SHAPE] for place in range(len(begins) - _SHAPE + 1)}
    for other in (own, below):
        if other is not None and any(gram in other.text[:_BEGINNING] for gram in grams):
            return _SHAPED
    return 0.0


def _parallel_evidence(before: str, after: str) -> float:
    """监测环节，… 帮扶环节，… | 退出环节，…: the next of the heads within one paragraph."""
    head = re.match(r"([^，。：；、！？]{1,6}?)([^，。：；、！？]{2})，", after)
    if head is None:
        return 0.0
    inside = re.findall(
        rf"(^|[。；！？])[^，。：；、！？]{{1,6}}{re.escape(head[2])}，", before.strip()
    )
    return 4.0 if len(inside) >= 2 and all(inside) else 0.0


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
