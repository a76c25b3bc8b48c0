"""The contents as printed: sections and raw entries, before the body has been heard.

Where the title ends and the authors begin often cannot be told from the contents alone,
so an entry keeps its possible readings; :mod:`converter.parse.match` decides with the body.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from converter.hanzi import HAN, has_han, key, squeeze, width
from converter.names import is_body, is_latin_name, is_name, join_spaced, split_names
from converter.parse.credits import read_credits, writers
from converter.segment.regions import ISSUE_LINE, is_contents_heading
from converter.source import Line

_TABLE_RULE = re.compile(r"^[\s\-|:+=*]*$")
_LEADER = re.compile(
    r"\s*(?:(?:[.．·•﹒⋯‥_・‧∙⋅]\s*){3,}|…+|(?:-\s*){4,}|(?:—\s*){3,}|\s[…⋯]\s)\s*"
)
_PAGE = r"[\dlIO〇]{1,4}"
_PAGE_FIRST = re.compile(
    rf"^\s*[（(\[P]?\.?\s*(?P<page>(?=[\dlIO]*\d){_PAGE})\s*[）)\]]?(?:\s*[/|｜·.、]\s*|\s+)(?P<rest>\S.*)$"
)
_PAGE_LAST = re.compile(
    rf"^(?P<rest>.*?\S)\s*(?:[/|｜]\s*|\s|(?<=[^\dA-Za-z%.—-]))[（(\[P]?\.?\s*(?P<page>(?=[\dlIO]*\d){_PAGE})\s*[）)\]]?\s*$"
)
_PAGE_UNIT = re.compile(r"(?<=\d)\s*[版页頁](?=\s*[）)]?\s*$)")
_PAGE_ONLY = re.compile(rf"^\s*[（(\[P]?\.?\s*(?P<page>(?=[\dlIO]*\d){_PAGE})\s*[）)\]]?\s*$")
_AUTHOR_SEPARATOR = re.compile(
    r"\s*(?:\s[/／|｜]\s*|[／｜]|(?<=\S)/(?=\S)|[□■◎○●◇◆△▲☆★※]\s*|\s(?:文|作者|撰文)\s*[/：:｜]\s*)\s*"
)
_BYLINE_PREFIX = re.compile(
    r"^(?:文|图文|图/文|文/图|作者|撰文|本刊|本报|记者|通讯员|整理|口述|采写|译)(?:\s*[/：:｜]\s*|\s+)"
)
_SECTION_MARKS = re.compile(
    r"^[\s【\[〖《〈「『▲△■□●○◆◇★☆※·•>＞|｜\-—#*/]+|[\s】\]〗》〉」』|｜\-—*/·•]+$"
)
_SUBTITLE = re.compile(r"^(?:——|--|—|－－)\s*")


@dataclass(slots=True)
class RawEntry:
    """One entry as read: its lines without page and leaders, and what is certain of it."""

    texts: list[str]
    page: str = ""
    printed_page: str = ""
    authors_text: str = ""
    lines: list[int] = field(default_factory=list)
    section: int = -1
    stroke: bool = False
    """A stroke stood between title and authors."""
    author_first: bool = False
    """The contents as a whole name the authors before the titles."""

    def leading_names(self) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Readings in which the entry begins with its authors, the longest list first."""
        tokens = " ".join(self.texts).split()
        for cut in range(min(len(tokens) - 1, 10), 0, -1):
            head = " ".join(tokens[:cut])
            credited = read_credits(head)
            names = writers(credited) if credited else split_names(head)
            if names and len(key(" ".join(tokens[cut:]))) >= 2:
                yield (" ".join(tokens[cut:]),), names

    def readings(self) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The possible (title lines, authors), the likeliest first."""
        texts = tuple(text for text in self.texts if text)
        if self.authors_text:
            yield texts, author_list(self.authors_text)
        if not texts:
            return
        head, last = texts[:-1], texts[-1]
        tokens = last.split()
        found: list[tuple[int, tuple[tuple[str, ...], tuple[str, ...]]]] = []
        for cut in range(len(tokens) - 1, 0 if not head else -1, -1):
            tail = " ".join(tokens[cut:])
            names = split_names(tail)
            rest = (*head, " ".join(tokens[:cut])) if cut else head
            if names:
                found.append((0, (rest, names)))
            elif is_body(tail) and len(tail) >= 4:
                found.append((1, (rest, (squeeze(tail),))))
            elif cut >= len(tokens) - 3 and not _swallows_title(tokens[cut:]):
                found.append((3, (rest, author_list(tail))))
        leading = list(self.leading_names())
        if self.author_first:
            yield from leading
        found += [(2, reading) for reading in leading]
        likely = [reading for rank, reading in found if rank == 0]
        if likely and not self.authors_text:
            # Of several readings the one with most names: 翟 健 林晓楠 is two people.
            yield likely[-1]
        if not self.authors_text:
            yield from (reading for rank, reading in found if rank == 1)
        yield texts, ()
        yield from likely[:-1]
        yield from (reading for rank, reading in found if rank == 2)
        yield from (reading for rank, reading in found if rank == 3)


def _swallows_title(tokens: Sequence[str]) -> bool:
    """True if what would be authors begins with words that are neither names nor offices."""
    lost = [token for token in tokens if len(token) >= 4 and not split_names(token)]
    return len(lost) < len(tokens) and any(
        not (is_body(token) or _STAFF_WORD.search(token)) for token in lost
    )


_STAFF_WORD = re.compile(
    r"(?:记者|通讯员|评论员|撰稿人?|编辑|作者|主任|书记|教授|研究员|部长|局长|院长|校长|主席|记者站|記者|編輯)$"
)


@dataclass(slots=True)
class RawSection:
    """A section name and its line; entries carry its index."""

    name: str
    line: int


@dataclass(slots=True)
class RawContents:
    """What the contents say, unmatched."""

    heading: str = ""
    sections: list[RawSection] = field(default_factory=list)
    entries: list[RawEntry] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    """Lines of the region that are neither section nor entry (English heading, issue line)."""


_PARTS_PLAYED = re.compile(
    r"(?<=\S)[（(]?(?:口述|整理|摄影|撰文|撰稿|编译|翻译|供稿|供图|采写|采访|绘图)[）)]?(?=$|[\s、，,;；/／])"
)
"""What somebody did, behind the name."""


def author_list(text: str) -> tuple[str, ...]:
    """The names in an author field, without letter-spacing and without 文/ or 本刊记者."""
    plain = _PARTS_PLAYED.sub(" ", text.strip()).strip("（）()□◎●■/／|｜ ")
    names = split_names(plain)
    if names:
        return names
    credited = read_credits(plain)
    if credited:
        return writers(credited)
    if is_latin_name(plain):
        return (plain,)
    tokens = join_spaced([token for token in re.split(r"[\s、，,；;/／|｜]+", plain) if token])
    people = tuple(token for token in tokens if is_name(token))
    if people and len(people) < len(tokens) and not is_body(plain):
        return people
    if people:
        return tuple(tokens)
    return (squeeze(plain),) if plain else ()


def page_number(text: str) -> str:
    """The page with the look-alikes of OCR resolved: l02 → 102."""
    return text.strip().translate(str.maketrans("lIO〇", "1100"))


_GUTTER = re.compile(r"[ \t]{4,}|\u3000{3,}")


def _one_column(lines: Sequence[Line]) -> Sequence[Line]:
    """Contents printed in two columns, one under the other: left first, then right."""
    left: list[Line] = []
    right: list[Line] = []
    doubles = 0
    for line in lines:
        text = line.text.rstrip()
        lead = len(text) - len(text.lstrip(" \u3000"))
        parts = _GUTTER.split(text.strip())
        if len(parts) == 2:
            doubles += bool(_edge(parts[0]) and _edge(parts[1]))
            left.append(Line(line.number, parts[0]))
            right.append(Line(line.number, parts[1]))
        elif lead >= 12 and text.strip():
            right.append(Line(line.number, text.strip()))
        else:
            left.append(line)
    return [*left, Line(lines[-1].number, ""), *right] if doubles >= 2 else lines


def _edge(text: str) -> bool:
    """True if a page number stands at either end of a part of a line."""
    return bool(_PAGE_FIRST.match(text) or (_PAGE_LAST.match(text) and has_han(text)))


@dataclass(slots=True)
class _Row:
    """A logical line: one plain line, or a whole table row."""

    cells: list[str]
    lines: list[int]
    gap: bool
    alone: bool = False

    @property
    def table(self) -> bool:
        return len(self.cells) > 1


def _rows(lines: Sequence[Line], contents: RawContents) -> list[_Row]:
    rows: list[_Row] = []
    buffer: list[str] = []
    numbers: list[int] = []
    gap = True
    for position, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            gap = True
            continue
        if not buffer and _TABLE_RULE.match(text):
            continue
        if buffer or text.startswith("|") or text.count("|") >= 2:
            buffer.append(text)
            numbers.append(line.number)
            following = lines[position + 1].text.strip() if position + 1 < len(lines) else ""
            if (
                text.endswith("|")
                or len(buffer) > 8
                or following.startswith("|")
                or not following
                or (len(buffer) == 1 and _whole_row(text))
            ):
                cells = [cell.strip() for cell in "\n".join(buffer).strip("-| \n").split("|")]
                filled = [cell for cell in cells if cell]
                if filled:
                    rows.append(_Row(filled if len(filled) > 1 else [filled[0]], numbers, gap))
                buffer, numbers, gap = [], [], False
            continue
        if is_contents_heading(text) and contents.heading:
            contents.notes.append((line.number, text))
            contents.lines.append(line.number)
            gap = True
            continue
        if is_contents_heading(text):
            contents.heading = _heading(text) if has_han(text) else text.strip("# ")
            contents.lines.append(line.number)
            gap = True
            continue
        text = re.sub(r"^(?:[-*+]\s+|#+\s+)", "", text)
        text = re.sub(r"^\*\*(.+)\*\*$", r"\1", text)
        if not re.search(r"第\s*\d+\s*[版页頁]\s*$", text):
            text = _PAGE_UNIT.sub("", text)
        if _is_issue_line(text) or _PAGE_MARK.match(text):
            contents.notes.append((line.number, text))
            contents.lines.append(line.number)
            continue
        alone = gap and (position + 1 >= len(lines) or lines[position + 1].blank)
        rows.append(_Row([text], [line.number], gap, alone))
        gap = False
    if buffer:
        rows.append(
            _Row(
                [cell.strip() for cell in "\n".join(buffer).split("|") if cell.strip()],
                numbers,
                gap,
            )
        )
    return rows


_PAGE_MARK = re.compile(r"^第\s*\d{1,4}\s*[页頁]$")
_CELL_PAGE = re.compile(r"^(?:第|P\.?)?\s*\d{1,4}\s*[页頁版]?$", re.IGNORECASE)


def _whole_row(text: str) -> bool:
    """True for a row without outer bars that has its page at one end: 作者 | 标题 | 4."""
    if text.startswith("|"):
        return False
    cells = [cell.strip() for cell in text.split("|")]
    return bool(_CELL_PAGE.match(cells[0]) or _CELL_PAGE.match(cells[-1]))


def _heading(text: str) -> str:
    """目  录 CONTENTS without letter-spacing and markup: 目录 CONTENTS."""
    bare = re.sub(r"[#*\s]+", "", text)
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])", " ", bare)


def _is_issue_line(text: str) -> bool:
    """2022年第8期 and nothing else but the date or the magazine's short name."""
    if width(text) > 30 or _LEADER.search(text):
        return False
    rest = ISSUE_LINE.sub("", text)
    return (
        rest != text and len(key(re.sub(r"[总總]|第|期|\d|[年月日]|出版|[（()）]", "", rest))) <= 4
    )


_BARRED = re.compile(
    r"^(?P<section>[^|｜\d…]{2,12}?)\s*[|｜]\s*(?P<rest>\d{1,4}\s+\S.*|\S.*\s\d{1,4})$"
)


def _unbarred(lines: Sequence[Line]) -> Sequence[Line]:
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


def _unbulleted(lines: Sequence[Line]) -> Sequence[Line]:
    """A bullet before every entry is no mark of a section."""
    texts = [line for line in lines if line.text.strip()]
    bracketed = sum(1 for line in texts if re.match(r"^\s*[【〖\[]", line.text))
    marks = Counter(hit["mark"] for line in texts if (hit := _BULLET.match(line.text)))
    if not marks:
        return lines
    mark, count = marks.most_common(1)[0]
    if not (count * 5 >= len(texts) * 3 or (bracketed >= 2 and count >= 2)):
        return lines
    return [
        Line(line.number, line.text[hit.end() :])
        if (hit := _BULLET.match(line.text)) and hit["mark"] == mark
        else line
        for line in lines
    ]


def parse_contents(lines: Sequence[Line], body: Iterable[Line] = ()) -> RawContents:
    """Read the lines of the contents region; ``body`` are the other lines of the issue."""
    return _Reader(lines, BodyIndex(body)).read()


class _Reader:
    """Walks the rows of the contents and makes sections and entries of them."""

    def __init__(self, lines: Sequence[Line], body: BodyIndex) -> None:
        self.contents = RawContents()
        self.body = body
        rows = _rows(_unbulleted(_unbarred(_one_column(lines))), self.contents)
        self.columns: list[str] = []
        self.rows = _with_own_sections(_by_columns(rows, self.contents), body)
        self.style = _style(self.rows)
        self.sections = _section_style(self.rows)
        self.pending: list[_Row] = []
        self.current: RawEntry | None = None

    @property
    def section(self) -> int:
        """The index of the section that entries now belong to, -1 before the first."""
        return len(self.contents.sections) - 1

    def read(self) -> RawContents:
        """All sections and entries."""
        for position, row in enumerate(self.rows):
            following = self.rows[position + 1] if position + 1 < len(self.rows) else None
            self._row(row, following)
        self._flush()
        _settle_author_side(self.contents.entries)
        _settle_strokes(self.contents.entries)
        self.contents.lines += [number for row in self.rows for number in row.lines]
        return self.contents

    def _row(self, row: _Row, following: _Row | None) -> None:
        if row.table:
            self._flush()
            self._add(
                _table_entry(row, self.section)
                or _plain_entry(" ".join(row.cells), row.lines, self.section)
            )
        elif _is_section(
            row, following, self.style, self.sections, self.current, self.pending, self.body
        ):
            self._flush()
            name = _section_name(row.cells[0])
            self.contents.sections.append(RawSection(name, row.lines[0]))
            self.current = None
        elif self.style == "first":
            self._page_first(row)
        elif self.style == "last":
            self._page_last(row, following)
        elif _continues(row.cells[0]) and self.contents.entries:
            _extend(self.contents.entries[-1], row.cells[0], row.lines)
        else:
            self._add(_plain_entry(row.cells[0], row.lines, self.section))

    def _add(self, entry: RawEntry) -> None:
        self.contents.entries.append(entry)
        self.current = entry

    def _flush(self) -> None:
        """Lines that wait for a page which never came are entries of their own."""
        for row in self.pending:
            self.contents.entries.append(_plain_entry(row.cells[0], row.lines, self.section))
        self.pending = []

    def _page_first(self, row: _Row) -> None:
        """88 强化…… 魏某: a number begins an entry, other lines go on with it."""
        text = row.cells[0]
        hit = _PAGE_FIRST.match(text)
        if hit is None and self.current is not None and (not row.gap or _continues(text)):
            _extend(self.current, text, row.lines)
            return
        stray = hit is None and not _LEADER.search(text) and not _continues(text)
        if stray and self.section < 0 and not self.contents.entries:
            self.contents.notes.append((row.lines[0], text))
            return
        self._add(_plain_entry(text, row.lines, self.section))

    def _page_last(self, row: _Row, following: _Row | None) -> None:
        """……魏某 88: lines wait for the number that ends their entry."""
        text = row.cells[0]
        ends = _PAGE_LAST.match(text) is not None
        before_page = following is not None and _PAGE_ONLY.match(following.cells[0]) is not None
        if (
            not self.pending
            and self.contents.entries
            and _continues(text)
            and not ends
            and not before_page
        ):
            _extend(self.contents.entries[-1], text, row.lines)
            return
        if (
            not self.pending
            and self.current is not None
            and not self.current.authors_text
            and _is_author_row(text)
        ):
            self.current.authors_text = text
            self.current.lines += row.lines
            return
        self.pending.append(row)
        if ends or _PAGE_ONLY.match(text):
            self._add(_merge(self.pending, self.section))
            self.pending = []


_COLUMNS = {
    "section": "栏目 欄目 版块 板块 专栏 類別 类别",
    "title": "标题 標題 题目 題目 篇名 篇目 文章 题名",
    "author": "作者 著者 撰文 作者/译者",
    "page": "页码 頁碼 页 頁 页数 页次 起始页",
    "number": "序号 編號 编号 No. #",
}
_COLUMN_OF = {name: kind for kind, names in _COLUMNS.items() for name in names.split()}


def _by_columns(rows: list[_Row], contents: RawContents) -> list[_Row]:
    """A table whose first row names its columns: 栏目 | 标题 | 作者 | 页码."""
    head = next((row for row in rows if row.table), None)
    if head is None:
        return rows
    kinds = [_COLUMN_OF.get(squeeze(cell), "") for cell in head.cells]
    if "title" not in kinds or kinds.count("") > 0:
        return rows
    out: list[_Row] = []
    section = ""
    for row in rows:
        if row is head:
            contents.notes.append((row.lines[0], " ".join(row.cells)))
            contents.lines += row.lines
        elif row.table and len(row.cells) == len(kinds):
            cells = dict(zip(kinds, row.cells, strict=True))
            name = cells.pop("section", "")
            if name and name != section:
                section = name
                out.append(_Row([f"【{name}】"], row.lines, gap=True, alone=True))
            cells.pop("number", "")
            out.append(
                _Row(
                    [cells[kind] for kind in ("page", "title", "author") if kind in cells],
                    row.lines,
                    row.gap,
                )
            )
        else:
            out.append(row)
    return out


_FIRST_WORD = re.compile(r"^(?P<first>[^\s…]{2,8})(?:[\s\u3000]+)(?P<rest>\S.*)$")


def _with_own_sections(rows: list[_Row], body: BodyIndex) -> list[_Row]:
    """本周焦点　标题 …… 2, where the body prints 本周焦点 and the title on lines of their own."""
    hits: dict[int, re.Match[str]] = {}
    for index, row in enumerate(rows):
        hit = None if row.table else _FIRST_WORD.match(row.cells[0])
        if hit is None or not body.exact[key(hit["first"])]:
            continue
        if split_names(hit["first"]) and "·" not in hit["first"]:
            continue
        rest = _split_leader(hit["rest"])[0]
        rest = re.sub(r"\s*[（(]?\d{1,4}[）)]?\s*$", "", rest)
        longer = len(key(rest)) > len(key(hit["first"]))
        if longer and not split_names(rest) and body.stands_above(hit["first"], rest):
            hits[index] = hit
    if len(hits) < 2:
        return rows
    out: list[_Row] = []
    section = ""
    for index, row in enumerate(rows):
        hit = hits.get(index)
        if hit is None:
            out.append(row)
            continue
        if hit["first"] != section:
            section = hit["first"]
            out.append(_Row([f"【{section}】"], row.lines, gap=True, alone=True))
        out.append(_Row([hit["rest"]], row.lines, gap=False))
    return out


def _settle_strokes(entries: list[RawEntry]) -> None:
    """标题／本刊: where others put the author behind a stroke, a pen name there is one."""
    with_stroke = sum(1 for entry in entries if entry.authors_text and entry.stroke)
    for entry in entries:
        if with_stroke < 2 or entry.authors_text or not entry.texts:
            continue
        before, stroke, after = entry.texts[-1].rpartition("／")
        if not stroke:
            before, stroke, after = entry.texts[-1].rpartition("/")
        if stroke and len(key(before)) >= 3 and _is_pen_name(after):
            entry.texts[-1], entry.authors_text = before.strip(), after.strip()


def _settle_author_side(entries: list[RawEntry]) -> None:
    """Tell contents that print the authors before the titles from those that do the reverse.

    They do if nearly all entries begin with names and hardly any ends with some.
    """
    open_ones = [entry for entry in entries if not entry.authors_text and entry.texts]
    begin = [entry for entry in open_ones if next(iter(entry.leading_names()), None)]
    end = [
        entry
        for entry in open_ones
        if len(tokens := entry.texts[-1].split()) > 1 and split_names(tokens[-1])
    ]
    if len(begin) >= 2 and len(begin) * 3 >= len(open_ones) * 2 and len(end) * 3 <= len(begin):
        for entry in begin:
            entry.author_first = True


def _style(rows: list[_Row]) -> str:
    """Where the pages stand: before the titles, after them, or nowhere."""
    plain = [row.cells[0] for row in rows if not row.table]
    first = sum(1 for text in plain if _PAGE_FIRST.match(text))
    last = sum(1 for text in plain if _PAGE_LAST.match(text) or _PAGE_ONLY.match(text))
    if not first and not last:
        return "first" if any(row.table for row in rows) else "none"
    return "first" if first >= last else "last"


def _continues(text: str) -> bool:
    """A line that cannot begin an entry: a subtitle or authors after leaders."""
    return bool(_SUBTITLE.match(text) or _LEADER.match(text) or _BYLINE_PREFIX.match(text))


_MARKED = re.compile(r"^[【\[〖▲▼■□◆◇●○★☆※▪▎|｜#＃＊*·•]\s*[^\d\s]")


class BodyIndex:
    """The short lines of the body, to ask what a line of the contents is there."""

    def __init__(self, lines: Iterable[Line]) -> None:
        names = [key(line.text) for line in lines if line.text and len(line.text) <= 80]
        self.exact = Counter(name for name in names if name)
        self._below: defaultdict[str, set[str]] = defaultdict(set)
        short = [name for name in names if name]
        for above, below in itertools.pairwise(short):
            self._below[above].add(below)
        self.blob = "\n".join(names)

    def stands_above(self, one: str, other: str) -> bool:
        """True if ``one`` is a line and the next short one begins ``other`` or is it."""
        name = key(other)
        return any(len(below) >= 3 and name.startswith(below) for below in self._below[key(one)])

    def is_part(self, text: str) -> bool:
        """True if the text is a part of a longer short line of the body (a title)."""
        name = key(text)
        if len(name) < 3:
            return False
        whole = self.exact[name]
        return self.blob.count(name) > whole and len(name) >= 5


def _section_style(rows: list[_Row]) -> str:
    """How sections are told: by a mark, by standing alone, or not at all."""
    marked = alone = 0
    for index, row in enumerate(rows):
        text = row.cells[0]
        if row.table or _PAGE_LAST.match(text) or _PAGE_FIRST.match(text) or width(text) > 20:
            continue
        if _MARKED.match(text):
            marked += 1
        elif (
            row.alone
            and index + 1 < len(rows)
            and not _is_author_row(text)
            and not _continues(text)
        ):
            alone += 1
    if marked:
        return "marked"
    return "alone" if alone >= 2 or (alone and len(rows) <= 8) else "inline"


def _is_author_row(text: str) -> bool:
    """A line that is nothing but the authors of the entry above it."""
    if width(text) > 40 or _PAGE_LAST.match(text):
        return False
    return (
        split_names(text) is not None
        or (is_body(text) and len(squeeze(text)) >= 5)
        or bool(_BYLINE_PREFIX.match(text))
    )


def _section_name(text: str) -> str:
    stripped = _SECTION_MARKS.sub("", text).strip()
    parts = stripped.split()
    if all(len(part) == 1 for part in parts):
        return "".join(parts)
    han = [part for part in parts if has_han(part)]
    latin = [part for part in parts if not has_han(part)]
    if han and latin and parts == han + latin:
        return squeeze("".join(han)) + " " + " ".join(latin) if latin else squeeze(stripped)
    return stripped


_FEATURE = re.compile(r"^(?P<section>[^|｜丨\d\s]{2,8})\s*[|｜丨]\s*[^|｜丨]{4,24}$")


def _is_feature(text: str, body: BodyIndex) -> bool:
    """专题｜石桥三百年, without a page: the name of a section, and what it is about this time."""
    hit = _FEATURE.match(text)
    if hit is None or re.search(r"\d$|[.…·]{3,}", text):
        return False
    return bool(body.exact[key(hit["section"])])


def _chinese(text: str) -> str:
    """封面故事 COVER STORY without its English and its blanks."""
    bare = squeeze(re.sub(r"[A-Za-z&’' ]+", "", text))
    return bare or squeeze(text)


def _is_section(
    row: _Row,
    following: _Row | None,
    style: str,
    sections: str,
    current: RawEntry | None,
    pending: list[_Row],
    body: BodyIndex,
) -> bool:
    text = row.cells[0]
    if following is not None and _is_feature(text, body):
        return True
    if (
        following is None
        or _continues(text)
        or width(text) > 20
        or _LEADER.search(text) is not None
    ):
        return False
    if _PAGE_ONLY.match(text):
        return False
    waits = style == "last" and current is not None and not current.authors_text
    if waits and split_names(text):
        return False
    if sections == "marked":
        return bool(_MARKED.match(text)) and not re.search(r"\d$", text)
    if body.is_part(_section_name(text)):
        return False
    words = text.split()
    if (
        len(words) == 2
        and 2 <= len(words[0]) <= 4
        and has_han(words[0])
        and not pending
        and body.exact[key(words[0])]
        and not _PAGE_LAST.match(text)
    ):
        # 专题　石桥三百年: the body prints the first word alone above the article.
        return True
    paged = re.search(r"\s\d+$|[（(]\s*\d{1,4}\s*[）)]$", text)
    if _PAGE_FIRST.match(text) or (_PAGE_LAST.match(text) and paged):
        return False
    if pending:
        return False
    tokens = text.split()
    if (
        len(tokens) > 1
        and not all(len(token) == 1 for token in tokens)
        and split_names(" ".join(tokens[1:]))
        and not " ".join(tokens[1:]).isupper()  # COVER STORY is no name
    ):
        return False
    if row.alone:
        return width(text) <= 16
    if sections == "alone" and following.cells[0] and not following.gap:
        return False
    if style == "first":
        # Not after an unfinished entry of the same block: that is a title's second line.
        nxt = following.table or _PAGE_FIRST.match(following.cells[0])
        if not nxt or width(_chinese(text)) > (16 if following.table else 8):
            return False
        return row.gap or current is None or _complete(current) or not body.exact[key(text)]
    if style == "last":
        nxt_text = following.cells[0]
        if width(squeeze(text)) <= 5 and not _SUBTITLE.match(nxt_text):
            return True
        return (
            (row.gap or width(squeeze(text)) <= 6)
            and width(squeeze(text)) <= 10
            and bool(following.table or _PAGE_LAST.match(nxt_text))
        )
    return row.gap and width(squeeze(text)) <= 8 and not following.gap


def _complete(entry: RawEntry) -> bool:
    """True if an entry already has its authors, so that the next line begins something new."""
    if entry.authors_text:
        return True
    return (
        any(split_names(token) for token in entry.texts[-1].split()[1:]) if entry.texts else False
    )


def _split_leader(text: str) -> tuple[str, str]:
    """The text before the last leader and what follows it."""
    hits = list(_LEADER.finditer(text))
    if not hits:
        return text.strip(), ""
    # A leader in the middle of a title is an ellipsis (……) unless a page or a name follows.
    hit = hits[-1]
    return text[: hit.start()].strip(), text[hit.end() :].strip()


def _after_long_leader(text: str, after: str) -> bool:
    """True if so many dots lead to a short text that nothing but authors can follow."""
    dots = text[: len(text) - len(after)].rstrip()
    run = re.search(r"[.．·•…﹒⋯‥_・‧∙⋅\s]*$", dots)
    return run is not None and len(squeeze(run[0])) >= 6 and width(after) <= 20


def _plain_entry(text: str, lines: list[int], section: int) -> RawEntry:
    entry = RawEntry(texts=[], lines=[], section=section)
    _extend(entry, text, lines)
    return entry


def _extend(entry: RawEntry, text: str, lines: list[int]) -> None:
    """Add a line to an entry: take off page and leader, keep certain authors apart."""
    entry.lines += lines
    if not entry.page:
        hit = _PAGE_FIRST.match(text) or _PAGE_LAST.match(text) or _PAGE_ONLY.match(text)
        if hit:
            entry.printed_page = hit["page"]
            entry.page = page_number(hit["page"])
            text = hit.groupdict().get("rest") or ""
    text = text.strip()
    leads = _LEADER.match(text) is not None
    before, after = _split_leader(text)
    if leads and after:
        entry.authors_text = f"{entry.authors_text} {after}".strip()
        return
    if after and not _is_authors(after) and not _after_long_leader(text, after):
        before, after = text, ""
    if after:
        entry.authors_text = f"{entry.authors_text} {after}".strip()
    if not before:
        return
    parts = _AUTHOR_SEPARATOR.split(before, maxsplit=1)
    loose = re.search(r"\s[/／]\s", before) is not None
    if (
        len(parts) == 2
        and parts[0]
        and (_is_authors(parts[1]) or (loose and _is_pen_name(parts[1])))
    ):
        entry.authors_text = f"{entry.authors_text} {parts[1]}".strip()
        entry.stroke = "／" in before or "/" in before
        before = parts[0]
    elif len(parts) == 2 and not parts[0] and entry.texts and _is_authors(parts[1]):
        entry.authors_text = f"{entry.authors_text} {parts[1]}".strip()
        return
    elif (hit := _BYLINE_PREFIX.match(before)) and entry.texts:
        entry.authors_text = f"{entry.authors_text} {before}".strip()
        return
    bracket = re.match(r"^(?P<title>.*\S)\s*[（(](?P<who>[^（()）]{2,20})[）)]$", before)
    if bracket and (split_names(bracket["who"]) or is_body(bracket["who"])):
        entry.authors_text = f"{entry.authors_text} {bracket['who']}".strip()
        before = bracket["title"]
    entry.texts.append(before)


def _is_pen_name(text: str) -> bool:
    """编者, 本刊: a signature that is no personal name."""
    return re.fullmatch(rf"[{HAN}]{{2,4}}", squeeze(text)) is not None


def _is_authors(text: str) -> bool:
    plain = _PARTS_PLAYED.sub(" ", text).strip("（）() ")
    if not plain or width(plain) > 40:
        return False
    if split_names(plain) or is_body(plain) or _BYLINE_PREFIX.match(plain) or is_latin_name(plain):
        return True
    if read_credits(plain):
        return True
    tokens = plain.split()
    return bool(tokens) and any(split_names(" ".join(tokens[cut:])) for cut in range(len(tokens)))


def _merge(rows: list[_Row], section: int) -> RawEntry:
    entry = RawEntry(texts=[], lines=[], section=section)
    for row in rows:
        text = row.cells[0]
        if row is not rows[-1] and not entry.page and not _PAGE_LAST.match(text):
            entry.lines += row.lines
            before, after = _split_leader(text)
            if after and _is_authors(after):
                entry.texts.append(before)
                entry.authors_text = f"{entry.authors_text} {after}".strip()
            else:
                entry.texts.append(text)
        else:
            _extend(entry, text, row.lines)
    return entry


def _table_entry(row: _Row, section: int) -> RawEntry | None:
    cells = list(row.cells)
    page = next((cell for cell in cells if _PAGE_ONLY.match(cell)), None)
    rest = [cell for cell in cells if cell is not page]
    if not rest:
        return None
    if page is None:
        return (
            _plain_entry("\n".join(rest), row.lines, section)
            if len(rest) == 1
            else _cells_entry(rest, row, section, "")
        )
    return _cells_entry(rest, row, section, page)


def _cells_entry(cells: list[str], row: _Row, section: int, page: str) -> RawEntry:
    names = [_is_authors(cell.replace("\n", " ")) for cell in cells]
    plain = [i for i, named in enumerate(names) if not named]
    title_at = max(plain or range(len(cells)), key=lambda i: (len(key(cells[i])), -i))
    if not plain:
        title_at = 0
    entry = RawEntry(texts=[], lines=list(row.lines), section=section)
    entry.printed_page, entry.page = page, page_number(page)
    for text in cells[title_at].split("\n"):
        before, after = _split_leader(text)
        named = bool(after) and _is_authors(after)
        if named:
            entry.authors_text = f"{entry.authors_text} {after}".strip()
        title = before if named or not after else text.strip()
        if title:
            entry.texts.append(title)
    others = [cell.replace("\n", " ") for i, cell in enumerate(cells) if i != title_at]
    for other in others:
        if not entry.page and (hit := _PAGE_ONLY.match(other)):
            entry.printed_page, entry.page = hit["page"], page_number(hit["page"])
        else:
            entry.authors_text = f"{entry.authors_text} {other.strip('.…· ')}".strip()
    return entry
