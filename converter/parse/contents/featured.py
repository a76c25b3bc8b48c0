"""The cover story, which contents show first and list once more in its place."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, has_han, key, width
from converter.names import split_names
from converter.parse.contents.marks import SUBTITLE, page_beside, page_number
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page, is_marked, titles_of
from converter.values import replace

_NEAR = 4
"""Rows between a title that is shown and its entry."""
_TITLE = 4
"""Characters of the shortest title."""
_NAME = 20
"""Em of the name of its section, with what says it in English."""


def with_featured_story(rows: list[Row], contents: RawContents) -> list[Row]:
    """封面故事 P9 / 标题 / a sentence / 9 标题 某某: the title and the sentence are shown, not listed.

    They are noted in ``contents``; the name above with the page of the entry is its section.
    """
    for at in range(len(rows)):
        end = _entry_of(rows, at)
        if not end:
            continue
        shown, entry, above = rows[at:end], rows[end], rows[:at]
        name = _section_of(above[-1], entry) if above else ""
        if name:
            above[-1] = replace(above[-1], cells=[name], section=True, alone=True, gap=True)
        elif not any(ends_sentence(one.cells[0]) for one in shown):
            continue  # 速读 / 24 速读: a section that is its own article
        contents.notes += [(one.lines[0], one.cells[0]) for one in shown]
        contents.lines += [number for one in shown for number in one.lines]
        return [*above, entry, *rows[end + 1 :]]
    return rows


def _entry_of(rows: Sequence[Row], at: int) -> int:
    """Where the entry of a title that is shown without its page stands below, 0 for another row.

    ·信　箱· over 信箱 …… 5 is a section that is its own article.
    """
    shown = rows[at].cells[0]
    name = key(shown)
    if rows[at].table or len(name) < _TITLE or holds_page(shown) or is_marked(shown):
        return 0
    for end in range(at + 1, min(len(rows), at + _NEAR + 2)):
        text = rows[end].cells[0]
        if rows[end].table:
            return 0
        if holds_page(text):
            return end if name in map(key, titles_of(text)) else 0
        if not (ends_sentence(text) or SUBTITLE.match(text)):
            return 0
    return 0


def _section_of(row: Row, entry: Row) -> str:
    """The name in a row with the same page as an entry, "" for any other row.

    标题 某某 19 is one more entry on that page.
    """
    if row.table:
        return ""
    hits = [page_beside(one.cells[0]) for one in (row, entry)]
    if None in hits or len({page_number(hit["page"]).lstrip("0") for hit in hits if hit}) > 1:
        return ""
    name = hits[0]["rest"].strip() if hits[0] is not None else ""
    signed = any(split_names(word) for word in name.split()[1:] if has_han(word))
    return name if has_han(name) and width(name) <= _NAME and not signed else ""
