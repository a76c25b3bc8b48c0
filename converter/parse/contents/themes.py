"""Themes beside the names of their sections, whose first entry is what the editors say of them.

特别策划 把话说短 / 9 编者按: the body opens that page with the theme, and 编者按 only begins its
text. The theme is the title of what stands there.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_ONLY, page_beside, split_leader
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page, section_name, themed
from converter.values import replace

_NOTE = re.compile(
    r"^(?:[编編]\s*(?:者\s*)?按|[编編]者的[话話]|[编編]前[语語话話]?|[导導]\s*[语語言]|引\s*言|按\s*[语語])$"
)
"""What an editor's note, or what leads in a theme, is called."""


def with_theme_notes(rows: Sequence[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """The rows, with the theme of a section in place of 编者按 as the title of its first entry.

    The body has the theme on a line of its own. What it takes the place of is noted in
    ``contents``.
    """
    out: list[Row] = []
    rest = iter(range(len(rows)))
    for at in rest:
        row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else None
        note = _note_of(below) if below is not None else ""
        told = None
        if note and not (row.table or row.page or holds_page(row.cells[0])):
            told = themed(section_name(row.cells[0]), body)
        if told is None or below is None or body.exact[note]:
            out.append(row)
            continue
        name, theme = told
        out.append(Row([name], row.lines, gap=True, alone=True, section=True))
        cells = [cell.replace(note, theme) for cell in below.cells]
        out.append(replace(below, cells=cells, lines=[*row.lines, *below.lines], gap=False))
        contents.kickers.append((below.lines[0], note))
        next(rest)
    return out


def _note_of(row: Row) -> str:
    """编者按 of a row that has but that, a page and perhaps authors; "" for any other."""
    if row.table:
        told = [cell for cell in row.cells if not PAGE_ONLY.match(cell)]
        paged = len(told) < len(row.cells)
        return told[0] if paged and told and _NOTE.match(told[0]) else ""
    hit = page_beside(row.cells[0])
    title = split_leader(hit["rest"])[0].strip() if hit is not None else ""
    return title if _NOTE.match(title) else ""


def settle_signing_notes(contents: RawContents) -> None:
    """Take 编者按 from the entries that it signs, 一粒米里的道理 / 编者按 …… 8: it says what they are, not who wrote them."""
    for entry in contents.entries:
        note = entry.authors_text.strip()
        if entry.texts and entry.lines and _NOTE.match(note):
            entry.authors_text = ""
        elif len(entry.texts) > 1 and entry.lines and _NOTE.match(entry.texts[-1].strip()):
            note = entry.texts.pop().strip()
        else:
            continue
        contents.kickers.append((entry.lines[-1], note))
