"""Rows of tables that OCR tore in two, or whose page it read into the title's cell."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from converter.hanzi import has_han, key, width
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_FIRST, PAGE_ONLY, SUBTITLE
from converter.parse.contents.rows import Row
from converter.values import NamedTuple, replace

_FEWEST = 2
"""So many rows with their pages in the first cells tell that all have them there."""


def with_pages_below(rows: list[Row]) -> list[Row]:
    """| 标题 | 某某 | over | | （22） |: a row that holds nothing but the page of the one above."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        lone = len(row.cells) == 1 and not row.gap and PAGE_ONLY.match(row.cells[0]) is not None
        if (
            lone
            and above is not None
            and above.table
            and len(above.cells) == _TITLE_AND_AUTHOR
            and not any(PAGE_ONLY.match(cell) for cell in above.cells)
        ):
            out[-1] = replace(
                above,
                cells=[*above.cells, row.cells[0]],
                columns=(*above.columns, row.cells[0]),
                lines=[*above.lines, *row.lines],
            )
        else:
            out.append(row)
    return out


_TITLE_AND_AUTHOR = 2


def with_whole_rows(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows of tables, each entry on one, with its page apart from the title.

    | 17 | 标题 | | and | | ——副题 | 某某 | below it are one entry, and so are | 标题 | | | and
    | ——副题 | 某某 | 17 |; | 24 标题 | | 某某 | is | 24 | 标题 | 某某 |.
    """
    if not any(row.table for row in rows):
        return rows
    paged = sum(_is_paged(row) or _opens_with_page(row) for row in rows)
    first = paged > 0 and paged * 2 >= sum(row.table for row in rows)
    rows = _with_names_alone(rows)
    framed = sum(map(_is_framed, rows)) >= _FEWEST
    names = [
        (row.cells[0], below.cells[0])
        for row, below in pairwise(rows)
        if row.alone and width(row.cells[0]) <= _SHORT
    ]
    apart = len(names) >= _FEWEST and not any(body.stands_above(*pair) for pair in names)
    telling = _Telling(body, first, sure=paged >= _FEWEST, framed=framed, apart=apart)
    out: list[Row] = []
    for row in map(_with_page_apart, rows) if first and telling.sure else rows:
        if out and telling.goes_on(out[-1], row):
            out[-1] = _joined(out[-1], row)
        else:
            out.append(row)
    return out


def _with_names_alone(rows: list[Row]) -> list[Row]:
    """The rows of which those across the table are names of sections, be they like those of people.

    | 史海回眸 | | | among | 对话 | | | and | 读书 | | |, or one cell among such as span all columns.
    """
    if sum(map(_is_framed, rows)) >= _FEWEST:
        return [
            replace(row, section=True, alone=True, gap=True) if _is_whole(row) else row
            for row in rows
        ]
    across = [row for row in rows if _is_across(row)]
    alone = sum(row.alone for row in across)
    if alone < _FEWEST or alone * 2 <= len(across) or alone == len(across):
        return rows
    return [replace(row, alone=True, gap=True) if _is_across(row) else row for row in rows]


def _is_framed(row: Row) -> bool:
    """True for 【特稿】, the only cell of its row."""
    return not row.columns and row.cells[0].startswith("【")


def _is_whole(row: Row) -> bool:
    """True if a row has one cell, of a few words."""
    return len(row.columns) == 1 and has_han(row.cells[0]) and width(row.cells[0]) <= _NAME


def _is_across(row: Row) -> bool:
    """True if a row of several cells has but a few words in the first."""
    first = row.columns[0] if len(row.columns) > 1 else ""
    return bool(first) and not any(row.columns[1:]) and has_han(first) and width(first) <= _NAME


_NAME, _SHORT = 8, 6
"""Em of the name of a section, and of one that is hardly a line of a title."""


def _is_paged(row: Row) -> bool:
    """True if a row has a page in its first cell, and other cells."""
    return len(row.columns) > 1 and PAGE_ONLY.match(row.columns[0]) is not None


def _opens_with_page(row: Row) -> bool:
    """True if the first cell of a row is a page and a title, and no other is a page."""
    hit = PAGE_FIRST.match(row.columns[0]) if len(row.columns) > 1 else None
    return hit is not None and has_han(hit["rest"]) and not _has_page(row)


def _has_page(row: Row) -> bool:
    return any(map(PAGE_ONLY.match, row.cells))


def _with_page_apart(row: Row) -> Row:
    """The row with its page in a cell of its own, which stood in that of the title."""
    hit = PAGE_FIRST.match(row.columns[0]) if _opens_with_page(row) else None
    if hit is None:
        return row
    others = [cell for cell in row.columns[1:] if cell]
    columns = (hit["page"], hit["rest"], *others)
    return replace(row, cells=list(columns), columns=columns)


class _Telling(NamedTuple):
    """Tells which rows go on with those above them."""

    body: BodyIndex
    first: bool
    """Pages stand in the first cells."""
    sure: bool
    """So many do that nothing else need tell it."""
    framed: bool
    """The names of sections are known, so that no other row is one."""
    apart: bool
    """The body prints none of those names, so that what stands above a title there is a line of it."""

    def goes_on(self, above: Row, row: Row) -> bool:
        """True if a row is more of the entry above; only one of them has a page.

        It begins with the dash of a subtitle, or who wrote it stands only here, or the body has
        the two as lines of one title.
        """
        if self._is_title_cut(above, row):
            return True
        at = int(self.first or not (above.columns[:1] + row.columns[:1]).count("") < _FEWEST)
        if (self.first and not _is_paged(above)) or (row.gap and not row.alone):
            return False
        if not at + 1 < len(row.columns) <= len(above.columns) or any(row.columns[:at]):
            return False
        title, text = above.columns[at], row.columns[at]
        if title and not text and not self.first:
            return self._ends(above, row)
        others, own = any(above.columns[at + 1 :]), any(row.columns[at + 1 :])
        begun = _has_page(above)
        if not title or not text or (begun and _has_page(row)):
            return False
        if SUBTITLE.match(text):
            return begun or _has_page(row)
        if others and own:
            return False
        if self.first and self.sure and own:
            return True
        if not (begun or _has_page(row)) and not self.framed:
            # Contents without pages: only the body tells the second line of a title.
            last = title.rpartition("\n")[2]
            return not others and (self.body.goes_on(last, text) or self._are_lines(last, text))
        told = self.framed and not self.first and not begun and not others
        return told or self._is_one_title(title, text)

    def _is_title_cut(self, above: Row, row: Row) -> bool:
        """True for | | 标题的 | over | 17 | 第二行 | 某某 |: the page stands beside the second line."""
        if not (self.first and _is_paged(row)) or row.gap:
            return False
        columns = above.columns
        title = columns[1] if len(columns) > 1 and not columns[0] and not any(columns[2:]) else ""
        return bool(title) and self._is_one_title(title, row.columns[1])

    def _ends(self, above: Row, row: Row) -> bool:
        """True for | | 某某 译 | 16 | below | 标题 | 某某 作 | |: more names, and the page.

        The body has the title above, and no title in the row.
        """
        if _has_page(above) or not _has_page(row) or len(above.cells) < _FEWEST:
            return False
        body, titles = self.body, above.cells[0].split("\n")
        told = body.is_title(key("".join(titles))) or body.is_title(key(titles[-1]))
        words = [cell for cell in row.cells if not PAGE_ONLY.match(cell)]
        return told and bool(words) and not any(body.is_title(key(word)) for word in words)

    def _is_one_title(self, title: str, text: str) -> bool:
        """True if the body has two texts as one title, or as two lines of one below a page."""
        body, last = self.body, title.rpartition("\n")[2]
        if self.first and (body.stands_above(last, text) or body.begins(key(title + text))):
            return True
        if self._are_lines(last, text):
            return True
        if body.exact[key(last)] or body.exact[key(text)]:
            return False  # 专论 标题 in a running head, and the title alone over its article
        return body.is_printed(key(title + text))

    def _are_lines(self, above: str, below: str) -> bool:
        """True for lines that the body has below each other, and that are no name of a section and a title."""
        return self.apart and width(above) > _SHORT and self.body.stands_above(above, below)


def _joined(above: Row, row: Row) -> Row:
    """Two rows as one, cell by cell."""
    columns = tuple(
        "\n".join(filter(None, pair))
        for pair in zip_longest(above.columns, row.columns, fillvalue="")
    )
    cells = [cell for cell in columns if cell]
    lines = [*above.lines, *row.lines]
    return replace(above, cells=cells, columns=columns, lines=lines, alone=False, gap=False)
