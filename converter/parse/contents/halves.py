"""Contents printed in two columns that OCR has read across, brought one under the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import has_han
from converter.parse.contents.marks import (
    PAGE_FIRST,
    PAGE_LAST,
    PAGE_ONLY,
    page_beside,
    page_number,
)
from converter.parse.contents.people import is_author_row
from converter.source import Line

_GUTTER = re.compile(r"[ \t\u3000]{4,}|\u3000{3}")


def one_column(lines: Sequence[Line]) -> Sequence[Line]:
    """Contents printed in two columns, one under the other: left first, then right."""
    if (grown := columns_below(lines)) is not lines:
        return grown
    left: list[Line] = []
    right: list[Line] = []
    doubles = pairs = far = near = 0
    for line in lines:
        text = line.text.rstrip()
        lead = len(text) - len(text.lstrip(" \u3000"))
        parts = _GUTTER.split(text.strip())
        if len(parts) == 2:
            pairs += 1
            doubles += bool(_edge(parts[0]) and _edge(parts[1]))
            near += _edge(parts[0])
            far += _is_titled(parts[1])
            left.append(Line(line.number, parts[0]))
            right.append(Line(line.number, parts[1]))
        elif lead >= 12 and text.strip():
            far += _is_titled(text.strip())
            right.append(Line(line.number, text.strip()))
        elif line.blank:  # it stands between the rows of both
            left.append(line)
            right.append(line)
        else:
            near += _edge(text.strip())
            left.append(line)
    sure = doubles >= _COUPLES or (pairs and min(far, near) >= _COUPLES)
    return [*left, Line(lines[-1].number, ""), *right] if sure else lines


_COUPLES = 2
"""So many lines with an entry in each column are no chance."""


_PAGES = 4
"""So many pages that grow down two columns with a narrow gutter, and not across, tell them."""


def columns_below(lines: Sequence[Line]) -> Sequence[Line]:
    """Two columns with a gutter no wider than other blanks, where the pages grow down each.

    卷首　　对话 / 04 标题 作者　　16 标题 作者: read across, the pages leap from side to side;
    those of the right column begin where those of the left one end. Entries over the whole
    width may stand above the columns and below them.
    """
    rows = [_sides(line.text) for line in lines]
    pairs = [at for at, row in enumerate(rows) if len(row) == 2]
    columns = [[page for at in pairs if (page := _own_page(rows[at][side]))] for side in (0, 1)]
    down = [page for column in columns for page in column]
    across = [page for at in pairs for page in map(_own_page, rows[at]) if page]
    if min(map(len, columns)) < _COUPLES or len(down) < _PAGES:
        return lines
    if down != sorted(down) or across == sorted(across):
        return lines
    first, last = _mostly_pairs(lines, pairs)
    if first == last:
        return lines
    while last < len(lines) and down[0] < _page_below(lines, rows, last) < columns[1][0]:
        last += 1  # the left column is the longer one
    left: list[Line] = []
    right: list[Line] = []
    for line, row, at in zip(lines[first:last], rows[first:last], range(first, last), strict=True):
        if len(row) == 2:
            left.append(Line(line.number, row[0]))
            right.append(Line(line.number, row[1]))
        elif _page_below(lines, rows, at) >= columns[1][-1]:
            right.append(line)  # the left column is the shorter one
        else:
            left.append(line)
    apart = Line(lines[last - 1].number, "")
    return [*lines[:first], *left, apart, *right, apart, *lines[last:]]


def _mostly_pairs(lines: Sequence[Line], pairs: Sequence[int]) -> tuple[int, int]:
    """Where the lines begin and end of which two in a row are half or more.

    All lines, if they are; else those from the first pair to the last; none if those are not.
    """
    for first, last in ((0, len(lines)), (pairs[0], pairs[-1] + 1)):
        if len(pairs) * 2 >= sum(not line.blank for line in lines[first:last]):
            return first, last
    return 0, 0


def _page_below(lines: Sequence[Line], rows: Sequence[Sequence[str]], at: int) -> int:
    """The page of the entry that a line alone in its row belongs to, 0 if none is seen.

    标题 / 标题的第二行 / 某某 23: the page stands on the last of its lines.
    """
    while at < len(lines) and len(rows[at]) < 2:
        if page := _own_page(lines[at].text.strip()):
            return page
        at += 1
    return 0


def _sides(text: str) -> list[str]:
    """What stands on either side of the gutter, authors far behind their titles or not."""
    cells = _WIDE_BLANK.split(text.strip())
    if len(cells) == 4 and all(map(_own_page, two := [" ".join(cells[:2]), " ".join(cells[2:])])):
        return two
    return cells


def _own_page(text: str) -> int:
    """The page of an entry with its title, 0 for none."""
    hit = page_beside(text)
    page = page_number(hit["page"]) if hit is not None and has_han(hit["rest"]) else ""
    return int(page) if page.isdecimal() else 0


def _is_titled(text: str) -> bool:
    """True for an entry of its own: no author and page, far behind the title."""
    hit = page_beside(text)
    return hit is not None and has_han(hit["rest"]) and not is_author_row(hit["rest"].strip())


def without_halves(lines: Sequence[Line]) -> Sequence[Line]:
    """| 标题 | 4 | 标题 | 20 |: two columns that OCR took for one table, one under the other."""
    cells = {
        at: [cell.strip() for cell in line.text.strip().strip("|").split("|")]
        for at, line in enumerate(lines)
        if line.text.lstrip().startswith("|") and line.text.rstrip().endswith("|")
    }
    sizes = Counter(len(row) for row in cells.values())
    size = sizes.most_common(1)[0][0] if sizes else 1
    halves = {
        at: (row[: size // 2], row[size // 2 :])
        for at, row in cells.items()
        if len(row) == size and not size % 2
    }
    both = sum(all(map(_has_entry, two)) for two in halves.values())
    named = sum(
        sorted(map(_has_entry, two)) == [False, True]
        and any(sum(map(bool, half)) == 1 for half in two)  # the name of a section
        for two in halves.values()
    )
    if both < _COUPLES and not (both and size > _COUPLES <= named):
        return lines
    left, right = (
        [Line(lines[at].number, _as_row(two[side])) for at, two in halves.items()]
        for side in (0, 1)
    )
    first, last = min(halves), max(halves)
    if _read_across(halves.values()):
        both_ways = zip(left, right, strict=True)
        left, right = [line for two in both_ways for line in two if line.text], []
    others = [line for at, line in enumerate(lines[first : last + 1], first) if at not in halves]
    return [*lines[:first], *others, *left, *right, *lines[last + 1 :]]


def _read_across(halves: Iterable[tuple[Sequence[str], Sequence[str]]]) -> bool:
    """True if the pages grow from row to row, and not from top to foot of each half."""
    rows = [tuple(map(_page_of, two)) for two in halves]
    across = [page for row in rows for page in row if page]
    down = [row[side] for side in (0, 1) for row in rows if row[side]]
    return across == sorted(across) and down != sorted(down)


def _page_of(cells: Sequence[str]) -> int:
    """The page of an entry in some cells, 0 for none."""
    for cell in cells:
        hit = PAGE_ONLY.match(cell) or PAGE_LAST.match(cell) or PAGE_FIRST.match(cell)
        if hit is not None and hit["page"].isdecimal():
            return int(hit["page"])
    return 0


def _has_entry(cells: Sequence[str]) -> bool:
    """True for some cells that hold a title and its page."""
    return any(map(has_han, cells)) and any(PAGE_ONLY.match(cell) or _edge(cell) for cell in cells)


def _as_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |" if len(cells) > 1 else cells[0]


_WIDE_BLANK = re.compile(r"[ \t]{2,}|\u3000{2,}|\u3000[ \t]+|[ \t]+\u3000[ \t\u3000]*")
_BLANK = re.compile(r"[ \t\u3000]+")
_RULE = re.compile(r"^\s*\|[\s:|-]*-[\s:|-]*\|\s*$")
_REACH = 3
"""Lines of a block above and below the pages that stand beside each other."""


def unpaired(lines: Sequence[Line]) -> Sequence[Line]:
    """Entries side by side, each one's section above its page and its author below it.

    器物志　　考古手记 / 21　一盏灯　　22　四十天 / 某某　　某某: some rows of two cells in contents
    of one column, with bars or without. The left one is read from top to foot, and then the
    right one.
    """
    out: list[Line] = []
    at = 0
    cells = [_abreast(line.text.strip()) for line in lines]
    while at < len(lines):
        pair = _paged_pair(cells[at])
        if pair is None:
            out.append(lines[at])
            at += 1
            continue
        begin = len(out)
        # One blank parts the names over a row that has bars.
        parted = _BLANK if "|" in lines[at].text else _WIDE_BLANK
        while begin and sum(not line.blank for line in out[begin:]) < _REACH:
            if not _is_beside(out[begin - 1], parted):
                break
            begin -= 1
        end = at + 1
        while end < len(lines) and end - at <= _REACH:
            if not (_is_pair(cells[end]) or _RULE.match(lines[end].text)):
                break
            end += 1
        rows = [(line, parted.split(line.text.strip())) for line in out[begin:]]
        rows += [(lines[at], pair), *zip(lines[at + 1 : end], cells[at + 1 : end], strict=True)]
        del out[begin:]
        for side in (0, 1):
            for line, row in rows:
                text = row[side] if len(row) > 1 else ""
                out.append(Line(line.number, text))
            out.append(Line(rows[-1][0].number, ""))
        at = end
    return out


def _abreast(text: str) -> list[str]:
    """What stands side by side on a line, between bars or parted by a wide blank."""
    if text.startswith("|") and text.endswith("|"):
        cells = [cell.strip() for cell in text.strip("|").split("|")]
        return cells if len(cells) == _COUPLES else [text]
    return _WIDE_BLANK.split(text)


def _paged_pair(cells: Sequence[str]) -> list[str] | None:
    """The two entries of a row, each with its page at the same side; ``None`` for another."""
    if len(cells) == 4:
        cells = [f"{cells[0]} {cells[1]}", f"{cells[2]} {cells[3]}"]
    if len(cells) != 2:
        return None
    for form in (PAGE_FIRST, PAGE_LAST):
        hits = [form.match(cell) for cell in cells]
        if all(hit is not None and has_han(hit["rest"]) for hit in hits):
            return list(cells)
    return None


def _is_pair(cells: Sequence[str]) -> bool:
    """True for two names side by side without a page."""
    return len(cells) == 2 and all(has_han(cell) and not page_beside(cell) for cell in cells)


def _is_beside(line: Line, parted: re.Pattern[str]) -> bool:
    """True for two names above a row of two entries, and for the blank lines between."""
    return line.blank or _is_pair(parted.split(line.text.strip()))


def _edge(text: str) -> bool:
    """True if a page number stands at either end of a part of a line."""
    return bool(PAGE_FIRST.match(text) or (PAGE_LAST.match(text) and has_han(text)))
