"""Ways to lay contents out, brought to one: a section or an entry on each line."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import has_han, key, squeeze, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_LAST, PAGE_ONLY
from converter.parse.contents.people import is_author_row
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page, titles_of
from converter.source import Line

_TABS = 2
"""So many tabs part three cells."""


def with_tabs(lines: Sequence[Line]) -> Sequence[Line]:
    """特稿<tab>标题<tab>某某<tab>4 in several lines: rows of a table, the first cell empty perhaps."""
    tabbed = [line.text.count("\t") >= _TABS and "|" not in line.text for line in lines]
    if sum(tabbed) < _FEWEST_ALIKE:
        return lines
    return [
        Line(line.number, f"| {' | '.join(line.text.split(chr(9)))} |") if tabs else line
        for line, tabs in zip(lines, tabbed, strict=True)
    ]


_BARRED = re.compile(
    r"^(?P<section>[^|｜\d…]{2,12}?)\s*[|｜]\s*(?P<rest>\d{1,4}\s+\S.*|\S.*\s\d{1,4})$"
)


def unbarred(lines: Sequence[Line]) -> Sequence[Line]:
    """专题 | 6 标题 作者, entry after entry: the sections on lines of their own."""
    hits = [
        _BARRED.match(line.text.strip())
        if line.text.count("|") + line.text.count("｜") == 1
        else None
        for line in lines
    ]
    if sum(hit is not None and has_han(hit["section"]) for hit in hits) < 3:
        return lines
    out: list[Line] = []
    section = ""
    for line, hit in zip(lines, hits, strict=True):
        if hit is None:
            out.append(line)
            continue
        if hit["section"] != section:
            section = hit["section"]
            out += [
                Line(line.number, ""),
                Line(line.number, f"【{section}】"),
                Line(line.number, ""),
            ]
        out.append(Line(line.number, hit["rest"]))
    return out


_BULLET = re.compile(r"^\s*(?P<mark>[□■○●◎◇◆△▲☆★※▪·•])\s*(?=\S)")
_ORNAMENT = re.compile(r"^\s*(?P<mark>[\u25a0-\u27bf※▪·•])\s*(?P<rest>\S.*)$")
"""A mark of any kind before a row: ♪ and ❀ as well, in magazines for children."""


_QUOTE = re.compile(r"^\s*>+\s?")


def unbulleted(lines: Sequence[Line]) -> Sequence[Line]:
    """A bullet before every entry is no mark of a section."""
    texts = [line for line in lines if line.text.strip()]
    quoted = sum(line.text.lstrip().startswith(">") for line in texts)
    if quoted * 5 >= len(texts) * 3:  # Markdown's block quotation
        return unbulleted([Line(line.number, _QUOTE.sub("", line.text)) for line in lines])
    if (told := _by_two_marks(lines, texts)) is not None:
        return told
    bracketed = sum(1 for line in texts if re.match(r"^\s*[【〖\[]", line.text))
    marks = Counter(hit["mark"] for line in texts if (hit := _BULLET.match(line.text)))
    if not marks:
        return lines
    mark, count = marks.most_common(1)[0]
    marked = [
        line.text for line in texts if (hit := _BULLET.match(line.text)) and hit["mark"] == mark
    ]
    paged = len(marked) >= 2 and all(map(PAGE_LAST.match, marked))
    if not (count * 5 >= len(texts) * 3 or (bracketed >= 2 and count >= 2) or paged):
        return lines
    return [
        Line(line.number, line.text[hit.end() :])
        if (hit := _BULLET.match(line.text)) and hit["mark"] == mark
        else line
        for line in lines
    ]


def _by_two_marks(lines: Sequence[Line], texts: Sequence[Line]) -> list[Line] | None:
    """♪ before the names of sections and □ before their entries: the names in brackets, the entries bare.

    Every row has one of two marks but the heading perhaps, and the first mark is never on two
    rows in a row.
    """
    hits = [_ORNAMENT.match(line.text) for line in texts]
    hits = hits[1:] if hits and hits[0] is None else hits
    marks = [hit["mark"] for hit in hits if hit is not None]
    if len(marks) < len(hits) or len(set(marks)) != _TWO:
        return None
    head = marks[0]
    names = [hit["rest"] for hit in hits if hit is not None and hit["mark"] == head]
    apart = marks[-1] != head and (head, head) not in itertools.pairwise(marks)
    if len(names) < _TWO or not apart or any(width(name) > _LONGEST_NAME for name in names):
        return None
    out = []
    for line in lines:
        hit = _ORNAMENT.match(line.text)
        if hit is None:
            out.append(line)
            continue
        rest = hit["rest"].strip()
        out.append(Line(line.number, f"【{rest}】" if hit["mark"] == head else rest))
    return out


_TWO, _LONGEST_NAME = 2, 16


_SECTION = re.compile(
    r"^\s*(?P<name>(?P<mark>[·•])\s*[^\s·•…\d](?:\s*[^\s·•…\d]){1,7}\s*(?P=mark)|【[^】\d]{2,10}】|〖[^〗\d]{2,10}〗)(?P<page>[\s.．…·•⋯]*[（(]?\d{1,4}[）)]?)?\s*$"
)


def paged_sections(lines: Sequence[Line], contents: RawContents) -> Sequence[Line]:
    """·信　箱· …… 5, where ·家　事· and others have no page: a section, and its only article.

    So is 【编后】 …… 20, where entries stand behind 【特稿】 and others on one line. The article bears
    the section's name, which is noted in ``contents``.
    """
    hits = [_SECTION.match(line.text) for line in lines]
    plain = sum(1 for hit in hits if hit is not None and not hit["page"])
    plain += sum(_OVER_ENTRY.match(line.text) is not None for line in lines)
    if plain < _FEWEST_SECTIONS or plain == sum(hit is not None for hit in hits):
        return lines
    out: list[Line] = []
    for line, hit in zip(lines, hits, strict=True):
        if hit is None or not hit["page"]:
            out.append(line)
            continue
        name = squeeze(hit["name"]).strip("·•【】〖〗")
        out += [Line(line.number, hit["name"]), Line(line.number, name + hit["page"])]
        contents.columns.append((line.number, name))
    return out


_OVER_ENTRY = re.compile(
    r"^\s*(?:【[^】\d]{2,10}】|〖[^〗\d]{2,10}〗)\s*[^\s\d.．…·•⋯（(].*\d\s*[）)]?\s*$"
)
_FEWEST_SECTIONS = 2


_NUMBERED = re.compile(r"^\s*(?P<n>\d{1,2})\s*[.．、]\s*(?=\D)")
_FEWEST_NUMBERED = 3
_NUMBERED_FRAME = re.compile(r"^\s*(?:(?P<n>\d{1,2})\s*[.．、]|(?P<sign>[⒈-⒛]))\s*(?=[【〔〖])")


def unnumbered(lines: Sequence[Line]) -> Sequence[Line]:
    """1. 标题 …… 作者 4, 2. 标题 …… 作者 6: the numbers of entries are no pages.

    Before 【特稿】 they are none without a page as well.
    """
    return _unnumbered(lines, _NUMBERED_FRAME, _TWO) or (
        _unnumbered(lines, _NUMBERED, _FEWEST_NUMBERED, paged=True) or lines
    )


def _unnumbered(
    lines: Sequence[Line], form: re.Pattern[str], fewest: int, *, paged: bool = False
) -> list[Line]:
    """The lines without the numbers of a ``form`` that count them, [] where none do."""
    hits = {
        at: hit
        for at, line in enumerate(lines)
        if (hit := form.match(line.text)) and (not paged or PAGE_LAST.match(line.text))
    }
    values = [_value(hit.groupdict()) for hit in hits.values()]
    runs = itertools.pairwise([0, *values])  # each section may begin anew
    if len(values) < fewest or any(two not in {1, one + 1} for one, two in runs):
        return []
    return [
        Line(line.number, line.text[hits[at].end() :]) if at in hits else line
        for at, line in enumerate(lines)
    ]


def _value(number: Mapping[str, str | None]) -> int:
    """The value of a number in digits, or in the one sign ⒈."""
    sign = number.get("sign")
    return ord(sign) - ord("⒈") + 1 if sign else int(number["n"] or 0)


_PAGE_WITHIN = re.compile(
    r"^\s*(?P<title>\S.*?)\s*(?:[（(]\s*(?P<page>\d{1,3})\s*[）)](?!\s*班)|(?:…+|[.．·]{3,})\s*(?P<dotted>\d{1,3})\s*(?:…+|[.．·]{3,})|\s[Pp]\.?\s*(?P<marked>\d{1,3})\s)\s*(?P<who>\S.{1,40})$"
)
_AUTHOR_BEFORE = re.compile(r"^\s*(?P<who>[^：:\d]{2,24}?)\s*[：:]\s*(?P<rest>\S.*\d[）)]?)\s*$")
_FEWEST_ALIKE = 3


def with_pages_last(lines: Sequence[Line]) -> Sequence[Line]:
    """标题（4）作者, 标题 P4 作者, and 作者：标题 …… 4, as most contents print them: 标题 作者 4, 作者 标题 …… 4."""
    made = {}
    for at, line in enumerate(lines):
        within = _PAGE_WITHIN.match(line.text) if line.text[-1:] not in tuple("）)") else None
        if within is not None and split_names(within["who"]):
            page = within["page"] or within["dotted"] or within["marked"]
            made[at] = f"{within['title']} {within['who']} {page}"
        elif (before := _author_before(line.text)) is not None:
            made[at] = before
    paged = sum(PAGE_LAST.match(line.text.strip()) is not None for line in lines)
    if len(made) < _FEWEST_ALIKE or len(made) * 3 < 2 * paged:
        return lines
    return [Line(line.number, made[at]) if at in made else line for at, line in enumerate(lines)]


def _author_before(text: str) -> str | None:
    """作者 标题 …… 4 of 作者：标题 …… 4, ``None`` for another line."""
    hit = _AUTHOR_BEFORE.match(text) if "：" in text or ":" in text else None
    if hit is None or not is_author_row(hit["who"]) or not PAGE_LAST.match(text.strip()):
        return None
    return f"{hit['who']} {hit['rest']}"


def without_english(rows: list[Row], contents: RawContents) -> list[Row]:
    """The rows without those that list the same titles in English, at their end or below each: notes."""
    told = [row for above, row in itertools.pairwise(rows) if _translates(above, row)]
    if len(told) >= _TRANSLATED:
        contents.notes += [(row.lines[0], " ".join(row.cells)) for row in told]
        contents.lines += [number for row in told for number in row.lines]
        rows = [row for row in rows if not any(row is one for one in told)]
    end = len(rows)
    while end and not any(map(has_han, rows[end - 1].cells)):
        end -= 1
    below = rows[end:]
    if sum(re.search("[A-Za-z]{2}", " ".join(row.cells)) is not None for row in below) < _LISTED:
        return rows
    if end < len(below):
        return rows  # of a magazine in English
    contents.notes += [(row.lines[0], " ".join(row.cells)) for row in below]
    contents.lines += [number for row in below for number in row.lines]
    return rows[:end]


_LISTED, _TRANSLATED = 3, 2
"""So many rows in English are no chance, together or each below its title."""


def _translates(above: Row, row: Row) -> bool:
    """True for From One Step to Another　SHI Yu, without a page, right below an entry with its page."""
    text = " ".join(row.cells)
    if above.table or row.table or row.gap or has_han(text) or not has_han(above.cells[0]):
        return False
    words = re.findall("[A-Za-z]{2,}", text)
    told = len(words) > 1 and any(map(str.islower, text)) and re.search(r"\d", text) is None
    return told and holds_page(above.cells[0])


_COLUMNS = {
    "section": "栏目 欄目 栏目名称 版块 板块 专栏 類別 类别",
    "title": "标题 標題 题目 題目 篇名 篇目 文章 题名 内容 內容 文章标题 文章题目 文题",
    "author": "作者 著者 撰文 作者/译者 作者姓名",
    "page": "页码 頁碼 页 頁 页数 頁數 页次 頁次 起始页 起始页码 所在页",
    "number": "序号 編號 编号 No. #",
}
_COLUMN_OF = {name: kind for kind, names in _COLUMNS.items() for name in names.split()}


def _names_columns(cell: str) -> bool:
    """True for 作者, and for 栏目 / 标题: what stands in a column, be it one thing or the other."""
    return all(part in _COLUMN_OF for part in re.split("[/／]", squeeze(cell)))


def by_columns(rows: list[Row], contents: RawContents) -> list[Row]:
    """A table whose first row names its columns: 栏目 | 标题 | 作者 | 页码.

    Where one column has both, 栏目 / 标题, that row tells no more than what it is itself.
    """
    head = next((row for row in rows if row.table), None)
    if head is None:
        return rows
    kinds = [_COLUMN_OF.get(squeeze(cell), "") for cell in head.cells]
    if kinds.count("") and all(map(_names_columns, head.cells)):
        contents.notes.append((head.lines[0], " ".join(head.cells)))
        contents.lines += head.lines
        return [row for row in rows if row is not head]
    if "title" not in kinds or kinds.count("") > 0:
        return rows
    out: list[Row] = []
    section = ""
    for row in rows:
        if row is head or (row.table and all(squeeze(cell) in _COLUMN_OF for cell in row.cells)):
            contents.notes.append((row.lines[0], " ".join(row.cells)))
            contents.lines += row.lines
        elif row.table and len(kinds) in {len(row.cells), len(row.columns)}:
            filled = row.cells if len(row.cells) == len(kinds) else row.columns
            cells = dict(zip(kinds, filled, strict=True))
            name = cells.pop("section", "")
            if name and name != section:
                section = name
                out.append(Row([f"【{name}】"], row.lines, gap=True, alone=True))
            cells.pop("number", "")
            out.append(
                Row(
                    [cells[kind] for kind in ("page", "title", "author") if cells.get(kind)],
                    row.lines,
                    row.gap,
                )
            )
        else:
            out.append(row)
    return out


def with_pages(rows: list[Row], side: str, body: BodyIndex) -> list[Row]:
    """Pages on lines of their own, where they stand before the titles: each with its title.

    A page belongs to the line after it, unless the body tells that the line before it is a
    title and this one is none: OCR takes the two out of their order at times.
    """
    if side == "last":
        return _pages_below(rows, body)
    if side != "first":
        return rows
    out: list[Row] = []
    waiting: Row | None = None
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if row.table or not PAGE_ONLY.match(row.cells[0]):
            if waiting is None or row.table:
                out.append(row)
            else:
                out.append(_paged(waiting, row, gap=waiting.gap))
                waiting = None
        elif out and (
            _ends_block(out[-1], row, following, body) or _is_its_page(out, following, body)
        ):
            out[-1] = _paged(row, out[-1], gap=out[-1].gap)
        elif following is None:
            out.append(row)
        else:
            waiting = row
    return out


_SECTION_NAME = 10
"""The most em of the name of a section."""


def _pages_below(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, where pages stand on lines of their own below the titles; none above one.

    圆桌 / 8 / 一行字幕: the page stands between the section's name and the only title that
    has none, where OCR read it first.
    """
    out = list(rows)
    for at in range(1, len(out) - 1):
        above, page, below = out[at - 1 : at + 2]
        then = out[at + 2] if at + 2 < len(out) else None
        if any(row.table for row in (above, page, below)) or not PAGE_ONLY.match(page.cells[0]):
            continue
        if PAGE_LAST.match(below.cells[0]) or (then is not None and PAGE_ONLY.match(then.cells[0])):
            continue
        name = above.cells[0]
        if width(name) <= _SECTION_NAME and body.stands_above(name, below.cells[0]):
            out[at], out[at + 1] = below, page
    return out


def _paged(page: Row, row: Row, *, gap: bool) -> Row:
    """A row with the page that stands on a line of its own."""
    return Row([f"{page.cells[0]} {row.cells[0]}"], sorted([*page.lines, *row.lines]), gap)


def _ends_block(above: Row, page: Row, following: Row | None, body: BodyIndex) -> bool:
    """True for a page right below a title of the body, with a blank line between it and the next row."""
    if above.table or page.gap or following is None or not following.gap:
        return False
    titles = (title.partition("——")[0] for title in titles_of(above.cells[0]))
    return not holds_page(above.cells[0]) and any(body.is_title(key(title)) for title in titles)


def _is_its_page(rows: Sequence[Row], following: Row | None, body: BodyIndex) -> bool:
    """True if a page that stands under the last of some rows is that row's own."""
    row = rows[-1]
    if row.table or holds_page(row.cells[0]):
        return False
    if following is None:
        return True
    if len(rows) > 1 and body.stands_above(rows[-2].cells[0], row.cells[0]):
        return True  # the name of a section over it: a title
    own = (row.cells[0], *titles_of(row.cells[0]))
    return (
        not following.table
        and any(body.is_printed(key(title)) for title in own)
        and not body.stands_above(row.cells[0], following.cells[0])
        and not _is_title(following.cells[0], body)
    )


def _is_title(text: str, body: BodyIndex) -> bool:
    """True if the body has a row as a title, or as the beginning of one, its author left aside."""
    if body.is_title(key(text)):
        return True
    return any(len(key(title)) >= _LEAST and body.begins(key(title)) for title in titles_of(text))


_LEAST = 4
"""Characters of the shortest title beside an author."""
