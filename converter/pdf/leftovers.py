"""Footnotes that do not fit on their page, kept with their article.

WeasyPrint moves such a note to the next page. If the article ends on this one, the note
comes out under the next article; and a page that was made for the notes at the very end
is lost when the contents get their page numbers and the pages are gone through again.
Here a page is put in for them, and stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def notes_stay_with_their_article() -> Iterator[None]:
    """Keep footnotes with their article in what is rendered inside the block."""
    from weasyprint import layout

    stock = layout.make_all_pages
    layout.make_all_pages = _make_all_pages
    try:
        yield
    finally:
        layout.make_all_pages = stock


def _make_all_pages(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
    """Make the pages that have to be made anew (``weasyprint.layout.page.make_all_pages``)."""
    from weasyprint.layout.page import remake_page

    index = 0
    context.rendered_notes = []
    while True:
        remake = context.page_maker[index][-1]
        if not pages or remake["content_changed"] or remake["pages_wanted"]:
            remake.update(content_changed=False, pages_wanted=False, anchors=[], content_lookups=[])
            _make_room(context, index)
            page, resume_at = remake_page(index, context, root_box, html)
            goes_on = bool(context.reported_footnotes)
            yield page
        else:
            resume_at = context.page_maker[index + 1][0]
            # The page after the last of the text holds its notes: it is as it was, too.
            goes_on = index + 1 < len(pages)
            yield pages[index]
        index += 1
        if resume_at is None and not goes_on:
            context.page_maker = context.page_maker[: index + 1]
            context.broken_out_of_flow.clear()
            context.reported_footnotes.clear()
            return


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
