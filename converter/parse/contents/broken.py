"""Lines of a title that the contents break anywhere, where the body has it on one line.

把“小病不出 / 村”落到诊室: a narrow column breaks a title in the middle of a word. Such lines
are no titles of two lines, nor is the first of them the name of a section.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.hanzi import has_han, key
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_FIRST, PAGE_LAST, PAGE_ONLY, continues
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page, is_marked, titles_of
from converter.values import replace

_MOST = 3
"""Lines over which one of the body's is broken."""
_LEAST = 3
"""Characters of the first of them, at least."""


def with_whole_lines(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, of which those that are one line of the body are one."""
    out: list[Row] = []
    at = 0
    while at < len(rows):
        count = _broken(rows, at, body)
        own = rows[at : at + count]
        if count == 1 and (text := _around_authors(rows, at, body)):
            count = 2
            lines = [*rows[at].lines, *rows[at + 1].lines]
            out.append(replace(rows[at], cells=[text], lines=lines, alone=False))
        elif count > 1:
            text = "".join(row.cells[0] for row in own)
            lines = [number for row in own for number in row.lines]
            out.append(replace(own[0], cells=[text], lines=lines, alone=False))
        else:
            out += own
        at += count
    return out


def _broken(rows: Sequence[Row], at: int, body: BodyIndex) -> int:
    """How many rows from one on are one line of the body; 1 if it is none, or one by itself."""
    row = rows[at]
    text = row.cells[0]
    if row.table or row.section or not has_han(text) or PAGE_LAST.match(text) or is_marked(text):
        return 1
    paged = PAGE_FIRST.match(text)
    first = key(paged["rest"] if paged is not None else text)
    if len(first) < _LEAST or body.exact[first] or continues(text):
        return 1
    sizes = [len(first)]
    for count in range(2, _MOST + 1):
        below = rows[at + count - 1] if at + count <= len(rows) else None
        if below is None or below.table or below.section:
            break
        if below.gap and (paged is None or below.cells[0].startswith("—")):
            break
        if PAGE_FIRST.match(below.cells[0]) or PAGE_ONLY.match(below.cells[0]):
            break
        text += below.cells[0]
        for name in _names(text):
            if len(name) > len(first) and name.startswith(first) and body.exact[name]:
                # Where the body has a blank, the title has two lines.
                return 1 if body.breaks(name) & set(sizes) else count
        sizes.append(sizes[-1] + len(key(below.cells[0])))
        if PAGE_LAST.match(below.cells[0]) or body.exact[key(below.cells[0])]:
            break
    return 1


def _around_authors(rows: Sequence[Row], at: int, body: BodyIndex) -> str:
    """The row of 6 守住耕地红线 某某 and of what ends the title below the author; "" if the body has no such line.

    The author stands beside the first line of the title, at the right edge.
    """
    row = rows[at]
    below = rows[at + 1] if at + 1 < len(rows) else None
    if row.table or below is None or below.table or below.section or is_marked(below.cells[0]):
        return ""
    text, rest = row.cells[0], below.cells[0]
    if PAGE_FIRST.match(text) is None or holds_page(rest) or body.exact[key(rest)]:
        return ""
    for title in titles_of(text):
        cut = text.find(title) + len(title)
        if text.count(title) != 1 or not text[cut:].strip():
            continue
        whole = key(title + rest)
        if body.exact[whole] and len(key(title)) not in body.breaks(whole):
            return f"{text[:cut]}{rest}{text[cut:]}"
    return ""


def _names(text: str) -> Iterator[str]:
    """The keys of what the first line of a title may be."""
    for title in titles_of(text):
        yield key(title)
        head, dash, _ = title.partition("——")
        if dash:
            yield key(head)
