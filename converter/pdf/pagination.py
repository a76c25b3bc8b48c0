"""One page after the other, article by article.

WeasyPrint moves a footnote that does not fit to the next page. If the article ends on this
one, the note comes out under the next article; and a page that was made for the notes at
the very end is lost when the contents get their page numbers and the pages are gone
through again. Here a page is put in for them, and stays.

Above the notes goes a short rule, as books have it. Boxes at the foot of a page close up to the
text where that ends early: at the end of an article, or because a heading had no room any more.
And an article that would end with a line or two on a page of their own is made up again
(``tails``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from converter.pdf.holes import end_of_text
from converter.pdf.insets import classes_of
from converter.pdf.tails import Tails

_RULE = 0.5
_RULE_EMS = 12
"""The rule above footnotes: half a pixel, about a quarter of the measure."""
_GAP = 2
"""So many lines of white between text and box, beside the one that parts them, are a hole."""
_PX = 96 / 72


@contextmanager
def articles_end_well(grid: float) -> Iterator[None]:
    """Keep articles and their notes together in what is rendered inside the block.

    ``grid`` is the distance of baselines in points.
    """
    from weasyprint import layout

    stock = layout.make_all_pages

    def make_all_pages(context: Any, root_box: Any, html: Any, pages: list[Any]) -> list[Any]:
        return _Pagination(context, root_box, html, pages).all_pages(grid)

    layout.make_all_pages = make_all_pages
    try:
        yield
    finally:
        layout.make_all_pages = stock


class _Pagination:
    """Makes the pages that have to be made anew (``weasyprint.layout.page.make_all_pages``)."""

    def __init__(self, context: Any, root_box: Any, html: Any, known: list[Any]) -> None:
        self._context = context
        self._root = root_box
        self._html = html
        self._known = known
        self._made: list[Any] = []

    def all_pages(self, grid: float) -> list[Any]:
        """The pages, as they were where nothing has changed."""
        context = self._context
        # Made up again are articles in the first round only: then the pages must not move.
        tails = None if self._known else Tails(context, self._root, grid, self._make)
        context.rendered_notes = []
        while True:
            index = len(self._made)
            remake = context.page_maker[index][-1]
            if tails:
                tails.before(index)
            if not self._known or remake["content_changed"] or remake["pages_wanted"]:
                page, resume_at = self._make(index)
                self._made.append(page)
                if tails and resume_at is not None:
                    tails.after(self._made)
                    resume_at = context.page_maker[len(self._made)][0]
                goes_on = bool(context.reported_footnotes)
            else:
                self._made.append(self._known[index])
                resume_at = context.page_maker[index + 1][0]
                # The page after the last of the text holds its notes: it is as it was, too.
                goes_on = index + 1 < len(self._known)
            if resume_at is None and not goes_on:
                break
        if tails:
            tails.after(self._made)
        for page in self._made:
            _close_up(page, grid * _PX)
        context.page_maker = context.page_maker[: len(self._made) + 1]
        context.broken_out_of_flow.clear()
        context.reported_footnotes.clear()
        return self._made

    def _make(self, index: int, notes: Sequence[Any] = ()) -> tuple[Any, Any]:
        """Make a page, with ``notes`` at its foot that no text on it calls."""
        from weasyprint.layout.page import remake_page

        self._context.page_maker[index][-1].update(
            content_changed=False, pages_wanted=False, anchors=[], content_lookups=[]
        )
        _make_room(self._context, index)
        self._context.reported_footnotes += notes
        page, resume_at = remake_page(index, self._context, self._root, self._html)
        _rule_off(page.children[1])
        return page, resume_at


def _close_up(page: Any, grid: float) -> None:
    """Move boxes from the foot of a page up to where the text ends."""
    area = page.children[1]
    if not area.children or not all("box" in classes_of(child) for child in area.children):
        return
    lines = int((area.position_y - end_of_text(page.children[0], page.margin_top)) / grid + 0.01)
    if lines >= _GAP:
        area.translate(dy=-lines * grid)


def _rule_off(area: Any) -> None:
    """Draw the short rule above footnotes (注线), unless a box is the first of them."""
    if not area.children:
        return
    first = area.children[0]
    if first.element is None or "note" not in (first.element.get("class") or "").split():
        return
    style = area.style = area.style.copy()
    style["border_top_style"] = "solid"
    style["border_top_color"] = first.style["color"]
    style["border_top_width"] = area.border_top_width = _RULE
    # The notes have their places by now: the width is that of the rule alone.
    area.width = min(area.width, _RULE_EMS * first.style["font_size"])


def _make_room(context: Any, index: int) -> None:
    """Before a forced break, make a page of the other side for the notes that are left."""
    if not context.reported_footnotes:
        return
    resume_at, next_page, right_page, page_state, remake = context.page_maker[index]
    if resume_at is None or next_page["break"] == "any":
        return
    # A page that must be a left one, where a right one is due, leaves that one blank: it
    # takes the notes.
    side = {**next_page, "break": "left" if right_page else "right"}
    context.page_maker[index] = (resume_at, side, right_page, page_state, remake)
