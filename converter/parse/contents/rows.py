"""The lines of the contents as rows: plain lines, and rows of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, width
from converter.names import is_body, split_names
from converter.parse.contents.marks import LEADER, PAGE_FIRST, PAGE_LAST, PAGE_ONLY, page_beside
from converter.parse.contents.people import is_authors
from converter.parse.contents.raw import RawContents
from converter.segment import TableLine
from converter.segment.regions import ISSUE_LINE, is_contents_heading
from converter.segment.regions.entries import entry_like, is_own_heading
from converter.source import Line
from converter.values import dataclass, replace

_TABLE_RULE = re.compile(r"^[\s\-|:+=*]*$")


_PAGE_UNIT = re.compile(r"(?<=\d)\s*[版页頁](?=\s*[）)]?\s*$)")


_HEAD_FILL = re.compile(r"第|年|月|日|期|卷|总|總|号|號|vol|no|[\d.]+")
_PAGE_MARK = re.compile(r"^(?:第\s*\d{1,4}\s*[页頁]|[-–—·]\s*\d{1,3}\s*[-–—·])$")
_CELL_PAGE = re.compile(r"^(?:第|P\.?)?\s*\d{1,4}\s*[页頁版]?$", re.IGNORECASE)


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A logical line: one plain line, or a whole table row."""

    cells: list[str]
    lines: list[int]
    gap: bool
    alone: bool = False
    section: bool = False
    """It is the name of a section beyond doubt."""
    page: str = ""
    """The page of the section, on which its first entry begins."""
    one: bool = False
    """The section has but the entry below it."""
    led: bool = True
    """False for a row of a table whose first cell is empty."""
    deep: bool = False
    """Its first cell spans several rows of the table."""
    columns: tuple[str, ...] = ()
    """All cells of a row of a table, with the empty ones and empty lines in them."""

    @property
    def table(self) -> bool:
        """True for a row of a table."""
        return len(self.cells) > 1


def rows_of(lines: Sequence[Line], contents: RawContents, title: str = "") -> list[Row]:
    """The rows of the contents; their heading, and lines that are no row, go to ``contents``.

    ``title`` is the magazine's, which running heads repeat.
    """
    rows: list[Row] = []
    table: list[Line] = []
    marked: list[int] = []
    gap = True
    headed = 0
    size = _size_of_rows(lines)
    for position, line in enumerate(lines):
        text = line.text.strip()
        following = lines[position + 1].text.strip() if position + 1 < len(lines) else ""
        if not text:
            gap = True
        elif table or _opens_row(text) or _breaks_before_page(text, following):
            table.append(line)
            same = position + 1 < len(lines) and lines[position + 1].number == line.number
            closed = _closes_row(text, following, table) or _lacks_bar(table, following, size)
            if closed and not (same and _breaks(line, following)):
                rows += _table_row(table, gap=gap)
                table, gap = [], False
        elif _TABLE_RULE.match(text):
            pass
        elif is_contents_heading(text) or (
            contents.heading and is_contents_heading(text.strip("0123456789 -–—·|｜"))
        ):
            headed = headed or len(rows)
            _take_heading(line.number, text, contents)
            gap = True
        elif not rows and contents.heading and _IN_ENGLISH.match(text):
            contents.notes.append((line.number, text))  # 本期导读, and INDEX below it
            contents.lines.append(line.number)
        elif not rows and not contents.heading and _is_own_heading(lines, position):
            _take_heading(line.number, text, contents)
            gap = True
        elif _is_beside(plain := _without_markup(text), title):
            contents.notes.append((line.number, plain))
            contents.lines.append(line.number)
        else:
            rows.append(Row([plain], [line.number], gap, alone=gap and not following))
            gap = False
            if text[0] == "#":
                marked.append(len(rows) - 1)
    return _without_highlights(_with_marked(rows, marked), headed, contents)


def _with_marked(rows: list[Row], marked: Sequence[int]) -> list[Row]:
    """The rows with those that are marked as headings as sections, where the entries below are not.

    They are short and have no page, which the others have; one without a blank line below it looks
    like the first line of a title otherwise.
    """
    if len(marked) < _MARKED or marked[-1] + 1 == len(rows):
        return rows
    names = [rows[at].cells[0] for at in marked]
    if any(width(name) > _UNDER or page_beside(name) for name in names):
        return rows
    if any(at + 1 in marked for at in marked):
        return rows
    paged = [row.cells[0] for row in rows if page_beside(row.cells[0])]
    signers = sum(split_names(_PAGED.sub("", text)) is not None for text in paged)
    if len(paged) < len(marked) or signers * 2 > len(paged):
        return rows  # who wrote what is marked
    for at in marked:
        rows[at] = replace(rows[at], gap=True, section=True)
        rows[at + 1] = replace(rows[at + 1], gap=True)
    return rows


_MARKED = 2
"""So many names are marked alike by no chance."""
_PAGED = re.compile(r"^\d{1,4}\s*|[\s（(／/.…]*\d{1,4}\s*[）)页頁]?$")


def _is_own_heading(lines: Sequence[Line], position: int) -> bool:
    """True for the magazine's own words over the contents, and the name of a section below them."""
    if not is_own_heading(lines[position].text):
        return False
    below = next((line.text for line in lines[position + 1 :] if not line.blank), "")
    return bool(below) and width(below) <= _UNDER and not (entry_like(below) or "|" in below)


_UNDER = 10
"""The most em of such a name."""


def _without_highlights(rows: list[Row], headed: int, contents: RawContents) -> list[Row]:
    """The rows without those above 目录 that say without pages what stands below it again."""
    texts = [key(" ".join(row.cells)) for row in rows]
    below = "\n".join(texts[headed:])
    if not headed or any(text not in below or text[-1:].isdecimal() for text in texts[:headed]):
        return rows
    contents.notes += [(row.lines[0], " ".join(row.cells)) for row in rows[:headed]]
    contents.lines += [number for row in rows[:headed] for number in row.lines]
    return rows[headed:]


def _opens_row(text: str) -> bool:
    """True for the first line of a table's row, which may be broken over several."""
    return not _TABLE_RULE.match(text) and (text.startswith("|") or text.count("|") >= 2)


def _breaks_before_page(text: str, following: str) -> bool:
    """视野 | 标题 / 某某, and 24 | below it: a row that has lost its first bar, and its page."""
    return "|" in text and _PAGE_BELOW.match(following) is not None


_PAGE_BELOW = re.compile(r"^\d{1,4}\s*\|$")


def _closes_row(text: str, following: str, table: Sequence[Line]) -> bool:
    """True if a row of a table ends with this line."""
    return (
        text.endswith("|")
        or len({line.number for line in table}) > _LONGEST_ROW
        or (following.startswith("|") and not _goes_on(table, following))
        or not following
        or (len(table) == 1 and _whole_row(text))
    )


def _size_of_rows(lines: Sequence[Line]) -> int:
    """How many cells the rows have that begin with a page and have all their bars, 0 if few do."""
    rows = (line.text.strip() for line in lines if "|" in line.text)
    sizes = Counter(
        len(cells)
        for text in rows
        if text[0] == text[-1] == "|" and _CELL_PAGE.match((cells := _cells_of(text))[0])
    )
    size, times = max(sizes.items(), key=lambda item: item[1], default=(0, 0))
    return size if times >= _MARKED else 0


def _cells_of(text: str) -> list[str]:
    return [cell.strip() for cell in text.removeprefix("|").removesuffix("|").split("|")]


def _lacks_bar(table: Sequence[Line], following: str, size: int) -> bool:
    """True for a row that has lost its last bar, or above one that has lost its first.

    Either it has all ``size`` cells and no bar stands on the ``following`` line, or that has them.
    """
    if not size:
        return False
    if _has_all_cells(following, size):
        return True
    text = table[-1].text.strip()
    return len(table) == 1 and "|" not in following and _has_all_cells(text, size)


def _has_all_cells(text: str, size: int) -> bool:
    cells = _cells_of(text)
    return len(cells) == size > 1 and _CELL_PAGE.match(cells[0]) is not None and bool(cells[-1])


def _breaks(line: Line, following: str) -> bool:
    """True if a line that ends with a bar goes on: |<br>某某 of a row of Markdown."""
    return not isinstance(line, TableLine) and not following.startswith("|")


_LONGEST_ROW = 8
"""The most lines of a row that is broken over several."""


def _goes_on(table: Sequence[Line], following: str) -> bool:
    """| 标题 / ——副题, and | 某某 | 4 | below: a row that has lost a bar in its middle."""
    text = "\n".join(line.text.strip() for line in table)
    cells = [cell.strip() for cell in following.strip("|").split("|")]
    return (
        text.count("|") == 1
        and not PAGE_LAST.match(text.split("\n")[-1])
        and len(cells) == _CELLS
        and _CELL_PAGE.match(cells[-1]) is not None
        and is_authors(cells[0])
    )


def _table_row(table: Sequence[Line], *, gap: bool) -> list[Row]:
    """The row that some lines make; none, if they hold nothing."""
    text = "\n".join(
        (line.broken if isinstance(line, TableLine) else line.text).strip() for line in table
    )
    columns = tuple(cell.strip(" \t") for cell in text.strip("- \n").strip("|").split("|"))
    cells = [without_empty_lines(cell) for cell in columns]
    if len(set(cells)) == 1:
        cells[1:] = [""] * (len(cells) - 1)  # | 卷首语 | 卷首语 |: one cell that spans all columns
    filled = _page_apart([cell for cell in cells if cell])
    led = _NO_FIRST.match(text) is None
    if not filled:
        return []
    # | 卷首语 | |: a name across the table.
    name = len(filled) == 1 < len(cells) and width(filled[0]) <= _NAME and has_han(filled[0])
    alone = name and text.count("|") > 1 and split_names(filled[0]) is None
    numbers = [line.number for line in table]
    first = table[0]
    deep = isinstance(first, TableLine) and bool(first.spans) and first.spans[0][1] > 1
    return [Row(filled, numbers, gap or alone, alone=alone, led=led, deep=deep, columns=columns)]


def without_empty_lines(cell: str) -> str:
    """The lines of a cell that hold something."""
    return "\n".join(line for line in map(str.strip, cell.split("\n")) if line)


_NAME = 8
"""The most em of a section's name that stands across a table."""
_AUTHOR_AND_PAGE = re.compile(r"^(?P<who>\D{2,24}?)\s+(?P<page>\d{1,3})$")


def _page_apart(cells: list[str]) -> list[str]:
    """标题 | 本刊编辑部 4: the author and the page, of which OCR made one cell.

    So is a page on a line of its own below the last cell.
    """
    if len(cells) < _CELLS or any(map(_CELL_PAGE.match, cells)):
        return cells
    above, _, last = cells[-1].rpartition("\n")
    if all(map(_CELL_PAGE.match, cells[-1].split("\n"))):
        return cells  # of several entries
    if above and _CELL_PAGE.match(last.strip()):
        return [*cells[:-1], above.strip(), last.strip()]
    hit = _AUTHOR_AND_PAGE.match(cells[-1])
    if hit is None or not is_authors(hit["who"]):
        return cells
    return [*cells[:-1], hit["who"], hit["page"]]


_CELLS = 2


_NO_FIRST = re.compile(r"^[-\s]*\|\s*\|")


_IN_ENGLISH = re.compile(
    "(?i:^(?:index|catalog(?:ue)?|guide|inside|highlights|(?:in )?this issue|table of contents)$)"
)
"""What the contents are called in English, besides CONTENTS."""


def _take_heading(number: int, text: str, contents: RawContents) -> None:
    """Note 目录; what says it again, as CONTENTS does above it or below, is a mere note."""
    contents.lines.append(number)
    told = contents.heading
    if told and (has_han(told) or not has_han(text)):
        contents.notes.append((number, text))
        return
    if told:
        contents.notes.append((contents.lines[0], told))
    contents.heading = _heading(text) if has_han(text) else text.strip("# ")


def _without_markup(text: str) -> str:
    """A line without bullets, bold type, stray dots before it, and the 页 behind its number."""
    if _PAGE_MARK.match(text):
        return text
    dots = LEADER.match(text)
    bare = text[dots.end() :] if dots else ""
    entry = PAGE_FIRST.match(bare)
    if entry and not (split_names(entry["rest"]) or is_body(entry["rest"])):
        text = bare  # they lead to nothing: ….. 18 标题 作者
    text = re.sub(r"^(?:[-*+]\s+|#+\s+)", "", text)
    text = re.sub(r"(\*\*?)(?=[^\s*])([^*]+)(?<=\S)\1", r"\2", text)
    return text if re.search(r"第\s*\d+\s*[版页頁]\s*$", text) else _PAGE_UNIT.sub("", text)


_PRODUCTION = re.compile(
    r"^(?:本期|本刊)?(?:封面|封底|封二|封三|封四|插页|扉页|刊名|篆刻|题字|题签|版式|装帧|美术|责任编辑|责编|执行编辑|校对|值班)(?:设计|摄影|题字|人物|图片|照片|插图|编辑|总监|绘画|绘图|题签|插画|供图)?\s*[：:]\s*\S"
    r"|^(?:本期|本刊)?(?:封面|封底|封二|封三|封四|插页|扉页)(?:设计|設計|摄影|攝影|题字|題字|图片|圖片|照片|插图|插圖|绘画|繪畫|绘图|繪圖|插画|插畫|供图|供圖|作品|供稿)\s*[/／\s]\s*\S{2,8}$"
    r"|^封[二三四底]\s+[^，。；：\d]{2,16}$"
    r"|^封[面二三四底]\s+[^，。；\d]{1,16}?\s*[（(](?:[摄攝]影|国画|國畫|油画|油畫|版画|版畫|木刻|剪纸|剪紙|书法|書法|篆刻|水彩|水粉)[）)]\s*\S(?:\s?\S){1,7}$"
    r"|^(?:本期|本刊)?(?:封面|封底|封二|封三|封四|插页|插頁|扉页|扉頁|彩页|彩頁|题图|題圖)[\s·|｜/／][^，。；]{2,24}(?:\s(?:[摄攝绘繪画畫作书書刻题題]|供[图圖稿])|[（(][^（）()，。；]{2,10}\s?(?:[摄攝绘繪画畫作书書刻题題]|供[图圖稿])[）)]|\s(?:摄影|攝影|绘画|繪畫|绘图|繪圖|作者|供图|供圖|篆刻|书法|書法)\s*[/／\s]\s*\S(?:\s?\S){1,7})$"
)
"""封面设计：某某, 封面摄影 某某, 封底 《……》 某某 摄, 封面 晨光（摄影）某某, 封三 填字图, as it stands at the foot of the contents."""


_HOST = re.compile(
    rf"^[（(]?\s*(?:(?:本?[栏欄]目|本期|专[栏欄题題]|專[欄題]|特约|特約|学术|學術)\s*){{0,3}}主持人?\s*[：:/／|｜]\s*[{HAN}·\s、（）()]{{2,24}}$"
)
"""主持人：某某, below the name of a section: who wrote none of what stands in it."""
_CUT = re.compile(
    r"^[（(]?\s*(?:[下上]?[转轉接])\s*第?\s*\d{1,3}\s*[页頁版]\s*[）)]?$"
    r"|^(?:[上下左右题題本]?[图圖](?:片|中)?[为為]|[图圖]片?[：:])[^。]{2,}(?<!\d)$"
)
"""（下转第4页）, and the caption of a picture beside the contents: 图为……."""


def _is_beside(text: str, title: str) -> bool:
    """True for what is no part of the contents: the issue's number, 第 3 页, 封面：某某."""
    if _is_issue_line(text) or _PAGE_MARK.match(text) or _CUT.match(text) or _HOST.match(text):
        return True
    if "ISSN" in text and _SERIAL.search(text):
        return True
    if title and width(text) <= 44 and key(title) in key(text):
        rest = _HEAD_FILL.sub("", key(text).replace(key(title), "", 1))
        return not rest  # a running head, with the issue or a folio
    return width(text) <= 40 and not re.search(r"\d\s*$", text) and bool(_PRODUCTION.match(text))


def _whole_row(text: str) -> bool:
    """True for a row without outer bars that has its page at one end: 作者 | 标题 | 4."""
    if text.startswith("|"):
        return False
    cells = [cell.strip() for cell in text.split("|")]
    return bool(_CELL_PAGE.match(cells[0]) or _CELL_PAGE.match(cells[-1]))


def _heading(text: str) -> str:
    """目  录 CONTENTS without letter-spacing and markup: 目录 CONTENTS."""
    if headed := re.search(r"\d[\s·|｜/／月期]+(?P<own>(?:本期)?目\s*[录錄次][^\d]*)", text):
        text = headed["own"]  # the head of the page has the magazine and its issue, too
    bare = re.sub(r"[#*\s]+", "", text)
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])", " ", bare)


_SERIAL = re.compile(r"ISSN\s*\d{4}\s*[-–—]\s*\d{3}[\dXx]")
"""2024年第5期 ISSN 1234-5678: what the foot of the page tells of the journal."""
_YEAR_AND_MONTH = re.compile(
    r"^(?:19|20)\d\d\s*[.．/·-]\s*(?:0?\d|1[0-2])(?:\s*[.．/·-]\s*(?:0?[1-9]|[12]\d|3[01]))?$"
)
"""2023.11 and 2023.11.16, as they stand beside 目录."""


def _is_issue_line(text: str) -> bool:
    """2022年第8期 and nothing else but the date or the magazine's short name."""
    if width(text) > 30 or LEADER.search(text):
        return False
    if _YEAR_AND_MONTH.match(text):
        return True
    rest = ISSUE_LINE.sub("", text)
    return (
        rest != text and len(key(re.sub(r"[总總]|第|期|\d|[年月日]|出版|[（()）]", "", rest))) <= 4
    )


def page_side(rows: Sequence[Row]) -> str:
    """Where the pages stand: before the titles (first), after them (last), or nowhere (none)."""
    plain = [row.cells[0] for row in rows if not row.table]
    first = sum(1 for text in plain if PAGE_FIRST.match(text))
    last = sum(1 for text in plain if PAGE_LAST.match(text) or PAGE_ONLY.match(text))
    above = _pages_above(rows)
    first, last = first + above, last - above
    if not first and not last:
        return "first" if any(row.table for row in rows) else "none"
    return "first" if first >= last else "last"


def _pages_above(rows: Sequence[Row]) -> int:
    """How many pages stand alone below a blank line and right above what they belong to."""
    return sum(
        row.gap and not following.gap and not row.table and bool(PAGE_ONLY.match(row.cells[0]))
        for row, following in pairwise(rows)
    )
