"""Lines to units: what the OCR emitted as one piece, with hard-wrapped lines put together.

A unit is a paragraph or the part of one that stood on a page, a heading, a line of a
table or of verse. Blank lines always separate units; without one, lines belong together
only where they fill the printed measure.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from converter.hanzi import ends_sentence, has_han, is_han, squeeze, width
from converter.names import is_body, split_names
from converter.source import Line

_NUMBERED = re.compile(
    r"^(?:第[一二三四五六七八九十百]+[章节編编篇部讲]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|（[一二三四五六七八九十]{1,3}）|（\d{1,2}）|\d{1,2}[、.．](?!\d)|\d{1,2}(?:[.．]\d{1,2}){1,3}\s+(?=\D)|\d{1,2}\s+(?=[\u4e00-\u9fff“《])|[①-⑳]|【|——|[•●○■□◆◇◎⊙▲△★☆※]"
    r"|#|\||链接|鏈接|\[\d{1,3}\]|［\d{1,3}］|参考文献\s*[：:]?$|參考文獻\s*[：:]?$)"
)
_REFERENCES = re.compile(r"^[【\[]?(?:参考文献|參考文獻|注\s*释|註\s*釋)[】\]]?\s*[：:]?$")
_HEADING_LINE = re.compile(
    r"^(?:第[一二三四五六七八九十百]+[章节部篇]|[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十]{1,3}）|\d{1,2}(?:[.．]\d{1,2}){0,3}[、.．]?\s+\D|\d{1,2}[、.．](?!\d))"
)
_SPEAKER = re.compile(r"^[^\s，。：；！？（）“”]{1,10}：")
_MARKUP_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_STRONG_LINE = re.compile(r"^\*\*(?P<text>[^*\s](?:[^*]*[^*\s])?)\*\*$")
_STRONG_LEAD = re.compile(r"^\*\*(?P<lead>[^*]{1,24})\*\*(?P<rest>(?<=[：:]\*\*).+|\s*[：:].+)$")
_INDENT = re.compile(r"^[ \t\u3000\u2003\u00a0]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the source that belongs together.

    ``text`` is the joined text without outer blanks. ``gap`` tells whether a blank line
    or a page marker stood before it; ``wrapped`` whether it was put together from
    several lines; ``markup_level`` is the number of ``#`` before it, ``strong`` tells
    whether it is bold as a whole, ``markup`` is the Markdown that is not in ``text``;
    ``indent`` is in em; ``hyphens`` are the numbers of the lines whose last hyphen is not
    in ``text``, because it broke a Latin word. Where the issue indents its
    paragraphs, ``opens`` tells whether this one begins here (``False``: it goes on);
    ``None`` where that is unknown. ``quoted`` tells that the OCR set it apart with ``>``.
    """

    lines: tuple[Line, ...]
    text: str
    gap: bool
    wrapped: bool = False
    markup_level: int = 0
    indent: float = 0.0
    hyphens: tuple[int, ...] = ()
    opens: bool | None = None
    quoted: bool = False
    strong: bool = False
    markup: str = ""

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.lines[0].number

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.lines[-1].number

    @property
    def short(self) -> bool:
        """True if it may be a title or a heading: no full stop, less than 64 em."""
        return width(self.text) <= 64 and not self.text.endswith(("。", "；", "，", "、"))


def indent_of(text: str) -> float:
    """The width of the blanks before a line, in em (an ideographic space is one)."""
    blanks = _INDENT.match(text)
    lead = blanks[0] if blanks else ""
    return sum(1.0 if char in "\u3000\u2003" else 0.5 for char in lead)


def chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank line between them."""
    run: list[Line] = []
    for line in lines:
        if line.blank or (run and line.number != run[-1].number + 1):
            if run:
                yield run
            run = []
        if not line.blank:
            run.append(line)
    if run:
        yield run


def glue(one: str, other: str) -> str:
    """Join two lines of running text: a blank only between two Latin words."""
    left, right = one.rstrip(), other.strip()
    if not left or not right:
        return left + right
    if left[-1] == "-" and len(left) > 1 and left[-2].isascii() and left[-2].isalpha():
        return left[:-1] + right if _is_hyphened(left, right) else left + right
    if is_torn_number(left, right):
        return left + right
    if left[-1].isascii() and right[0].isascii() and left[-1].isalnum() and right[0].isalnum():
        return f"{left} {right}"
    if left[-1] in ",.;:" and right[0].isascii() and right[0].isalnum():
        return f"{left} {right}"
    return left + right


def is_torn_number(left: str, right: str) -> bool:
    """True for a number that the end of a Chinese line tears in two: 20 | 18年, 21. | 0亿."""
    return (
        right[:1].isdecimal()
        and re.search(r"\d[.,]?$", left[-2:]) is not None
        and (has_han(left[-12:]) or has_han(right[:12]))
    )


def _is_hyphened(left: str, right: str) -> bool:
    """True if a Latin word is broken over two lines, so that its hyphen goes."""
    return re.search(r"[A-Za-z]-$", left) is not None and right[:1].islower()


def measure_of(lines: Iterable[Line]) -> float:
    """The printed measure of hard-wrapped lines in em: the width most of them share.

    0 where the lines are no hard-wrapped text.
    """
    widths = [round(width(line.text.strip())) for line in lines]
    full = [size for size in widths if 12 <= size <= 60]
    if len(full) < 2:
        return 0.0
    counts = Counter(full)
    window = {size: sum(counts[size + d] for d in (-1, 0, 1)) for size in counts}
    best = max(window, key=lambda size: (window[size], size))
    return float(best) if window[best] >= max(2, 0.3 * len(widths)) else 0.0


def is_verse(lines: list[Line]) -> bool:
    """True for at least three short ragged lines, most of them ended by sense, not by measure."""
    texts = [line.text.strip() for line in lines]
    if len(texts) < 3:
        return False
    widths = [width(text) for text in texts]
    if max(widths) > 24 or any(_NUMBERED.match(text) or _SPEAKER.match(text) for text in texts):
        return False
    widest = max(widths)
    ended = sum(1 for text in texts if ends_sentence(text))
    if widest <= 12 and ended * 3 <= len(texts):
        return True  # free verse: lines too short for any measure
    filled = sum(1 for size in widths[:-1] if size >= widest - 1.5)
    marked = sum(1 for text in texts[:-1] if not is_han(text[-1]))
    even = max(widths) - min(widths) <= 2.5 and widest <= 16
    if even and marked * 2 >= len(texts):
        return True  # regular verse: lines of one length, each ended by a mark
    return filled * 2 <= len(texts) and widest <= 22


_QUOTE_MARK = re.compile(r"^\s*(?P<mark>>+)(?:\s+|$)")


def unquoted(lines: Iterable[Line]) -> tuple[list[Line], dict[int, str]]:
    """The lines without the ``>`` of Markdown, and those marks by the numbers of their lines.

    A sign at the beginning of a line counts as such a mark only before a blank, and where
    two lines in a row have it or the line is Chinese.
    """
    found = list(lines)
    marks = [_QUOTE_MARK.match(line.text) if ">" in line.text else None for line in found]
    taken: dict[int, str] = {}
    for index, (line, hit) in enumerate(zip(found, marks, strict=True)):
        if hit is None:
            continue
        beside = (index and marks[index - 1]) or (index + 1 < len(marks) and marks[index + 1])
        if beside or has_han(line.text):
            found[index] = Line(line.number, line.text[hit.end() :])
            taken[line.number] = hit["mark"]
    return found, taken


def make_units(lines: Iterable[Line], quoted: Collection[int] = frozenset()) -> list[Unit]:
    """All units of some lines, in order; ``quoted`` are the numbers of lines set apart."""
    units = _make_units(lines)
    if not quoted:
        return units
    return [replace(unit, quoted=unit.first in quoted) for unit in units]


def _make_units(lines: Iterable[Line]) -> list[Unit]:
    groups = list(chunks(lines))
    candidates = [line for group in groups if len(group) > 2 for line in group]
    overall = measure_of(candidates)
    grid = _Grid(
        overall, spaced=_spaced(groups, overall), indented=_indents_paragraphs(groups, overall)
    )
    units: list[Unit] = []
    for group in groups:
        units += _units_of(group, grid)
    return units


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the lines of an issue are set: em a line (0 if unknown), and what parts paragraphs."""

    measure: float
    spaced: bool
    """Blank lines part the paragraphs of hard-wrapped text."""
    indented: bool
    """Every paragraph begins with a first-line indent that OCR kept."""


_FIRST_INDENT = (1.5, 4.0)
"""The first-line indent is two em (clreq §3.1.3.1); OCR may make it a little less or more."""


def _is_indented(line: Line) -> bool:
    low, high = _FIRST_INDENT
    return low <= indent_of(line.text) <= high


def _indents_paragraphs(groups: list[list[Line]], measure: float) -> bool:
    """True if nearly all running text that follows the end of a paragraph is indented."""
    lines = [line for group in groups for line in group]
    indented = flush = 0
    for line, following in itertools.pairwise(lines):
        text, after = line.text.strip(), following.text.strip()
        if not ends_sentence(text) or width(after) < 14 or indent_of(following.text) > 4:
            continue
        if measure and measure - 3 < width(line.text) < measure + 6:
            continue  # a full line may as well end in the middle of a paragraph
        if _NUMBERED.match(after):
            continue
        if _is_indented(following):
            indented += 1
        else:
            flush += 1
    return indented >= 4 and indented >= 4 * flush


def _spaced(groups: list[list[Line]], measure: float) -> bool:
    """True if blank lines part the paragraphs of hard-wrapped text.

    Then hardly any line inside a block is short and ends a sentence.
    """
    if not measure:
        return False
    wrapped = [group for group in groups if len(group) >= 3 and measure_of(group)]
    if len(wrapped) < 8:
        return False
    ends = sum(
        1
        for group in wrapped
        for line in group[:-1]
        if ends_sentence(line.text) and width(line.text.strip()) < measure - 4.5
    )
    indented = sum(1 for group in wrapped for line in group[1:] if indent_of(line.text) >= 1.5)
    return ends * 12 <= len(wrapped) and indented * 4 <= len(wrapped)


def _units_of(group: list[Line], grid: _Grid) -> Iterator[Unit]:
    run: list[Line] = []
    gap = True
    local = _Grid(
        measure_of(group) or grid.measure,
        spaced=grid.spaced and len(group) > 1,
        indented=grid.indented,
    )
    verse = is_verse(group)
    for position, line in enumerate(group):
        run.append(line)
        following = group[position + 1] if position + 1 < len(group) else None
        then = group[position + 2] if position + 2 < len(group) else None
        if (
            following is None
            or verse
            or not _goes_on(line, following, local, first=len(run) == 1)
            or _is_plain_heading(line, following, then, local)
        ):
            opens = (
                _opens(run[0], group, position, local.measure)
                if grid.indented and not verse
                else None
            )
            yield _unit(run, gap=gap, opens=opens)
            run, gap = [], False


def _is_plain_heading(line: Line, following: Line, then: Line | None, grid: _Grid) -> bool:
    """A short flush line between the end of a paragraph and an indented one is a heading."""
    if not grid.indented or _is_indented(following):
        return False
    after = following.text.strip()
    if not ends_sentence(line.text) or width(after) >= grid.measure - 1.5 or "。" in after:
        return False
    if after[-1] in "。，、；：）》" or (after[-1] == "”" and ends_sentence(after)):
        return False
    if then is None or _is_byline(then.text.strip()):
        return not ends_sentence(after)  # a title above its byline or a blank line
    # After a full line, a question may as well be the end of the paragraph.
    return _is_indented(then) and not (after[-1] in "？！" and _full(line, grid.measure))


def _opens(line: Line, group: list[Line], last: int, measure: float) -> bool | None:
    """What the indent of a unit's first line says; running text without one goes on."""
    text = line.text.strip()
    if _is_indented(line):
        return True
    if indent_of(line.text) > 4 or _NUMBERED.match(text) or _HEADING_LINE.match(text):
        return None
    runs = (
        line is not group[last]
        or ends_sentence(group[last].text)
        or (width(text) >= 16 and width(text) >= measure - 3)
    )
    return False if runs and not _is_byline(text) else None


_COLUMNS = re.compile(r"^\S{1,16}(?:(?: {2,}|\t+|\u3000{2,})\S{1,16}){2,}$")
"""A row of a table whose cells are parted by wide blanks."""
_NAME_AND_OFFICE = re.compile(r"^\S{2,4}\s*（[^（）]{4,40}）$")


_STAFF_LINE = re.compile(
    r"^(?:本刊|本报|特约|特邀|驻\S{2,4})?\s*(?:记者|通讯员|评论员|撰稿人?|编辑|作者|撰文|文字?|採訪|記者|通訊員)\s*[：:/／|｜\s]\s*\S{2,4}(?:[\s、，,/／]+\S{1,4}){0,6}$"
)


def _is_byline(text: str) -> bool:
    """A line of names, which is no running text."""
    if len(text) > 48 or text[-1] in "，。、；：":
        return False
    if split_names(text) is not None or _NAME_AND_OFFICE.match(text) or _STAFF_LINE.match(text):
        return True
    return is_body(text) and 6 <= len(text) <= 24


def _goes_on(line: Line, following: Line, grid: _Grid, *, first: bool) -> bool:
    """True if a line fills the measure and the next one carries its text on."""
    text, after, measure = line.text.strip(), following.text.strip(), grid.measure
    if not measure or _REFERENCES.match(text):
        return False
    if sum(char.isalpha() for char in text) >= 8 and not has_han(text) and is_han(after[0]):
        return False  # an English abstract and the Chinese text below it
    if text.endswith("—") and after.startswith("—"):
        return True
    if _SPEAKER.match(after) and not _runs_into(line, following, grid):
        return False
    if _NUMBERED.match(after) and not (
        after[0] in "（0123456789①②③④⑤⑥⑦⑧⑨⑩"
        and _full(line, measure)
        and not ends_sentence(text)
        and not _counts_on(text, after)
    ):
        return False
    if not ends_sentence(text) and text[-1] not in "，、；：" and _is_byline(after):
        return False
    if _COLUMNS.search(text) or _COLUMNS.search(after):
        return False
    if text.count("|") >= 2 or after.count("|") >= 2 or text.startswith("#"):
        return False
    indent, next_indent = indent_of(line.text), indent_of(following.text)
    if next_indent >= 1.5 and next_indent > indent + 0.9 and next_indent <= 4:
        return False
    if grid.indented and _is_indented(following) and not _full(line, measure):
        return False
    if indent >= 1.5 and next_indent >= 1.5 and ends_sentence(text):
        return False
    size = width(text) + (indent if indent <= 4 else 0)
    if size > measure + 6:
        return False
    if (
        first
        and _HEADING_LINE.match(text)
        and not re.search("[。；？！]", text)
        and not (abs(size - measure) <= 1.5 and re.match(r"[^。]{1,16}。.", after))
    ):
        # The second line of a broken heading is short and no sentence; text below it is
        # one or the other. Headings are set larger, so their first line need not be full.
        return (
            width(after) < measure - 3 and after[-1] not in "。？！，、；：…”" and "。" not in after
        )
    if grid.spaced and size >= measure - 4.5:
        return True
    if grid.indented and size >= measure - 1.5:
        return True
    if size >= measure - 1.5:
        # A full line that ends a sentence, followed by a line that is shorter by the
        # first-line indent that OCR took away, closes its paragraph.
        return not (ends_sentence(text) and abs(width(after) - (measure - 2)) <= 0.5)
    if ends_sentence(text) or size < measure - 4.5:
        return _first_of_paragraph(text, size, measure, after)
    return True


def _runs_into(line: Line, following: Line, grid: _Grid) -> bool:
    """True if 某某说： at the head of a line goes on with a full line and opens no turn."""
    if not _full(line, grid.measure) or _is_indented(following):
        return False
    return grid.indented or not ends_sentence(line.text)


_ARABIC = re.compile(r"^[（(]?(?P<n>\d{1,2})[、.．）)]")


def _counts_on(text: str, after: str) -> bool:
    """True if two lines are items of one list: 2. … and 3. …."""
    one, other = _ARABIC.match(text), _ARABIC.match(after)
    return one is not None and other is not None and int(other["n"]) == int(one["n"]) + 1


def _full(line: Line, measure: float) -> bool:
    indent = indent_of(line.text)
    return width(line.text.strip()) + (indent if indent <= 4 else 0) >= measure - 1.5


def runs_over(before: Unit, after: Unit) -> bool | None:
    """Whether wrapped text runs on over a page break that follows a full stop.

    It does if the last line before the break and the first one after it both fill the
    measure; a new paragraph would be indented, or two em short where OCR took the indent
    away. ``None`` where the lines do not tell.
    """
    if not before.wrapped or not after.wrapped or not after.gap:
        return None
    widths = [width(line.text.strip()) for line in (*before.lines[1:-1], *after.lines[1:-1])]
    if not widths:
        return None
    measure = sorted(widths)[-1 - len(widths) // 8]
    if width(before.lines[-1].text.strip()) < measure - 1.5:
        return False
    if after.indent - indent_of(after.lines[1].text) >= 1:
        return False
    first = width(after.lines[0].text.strip())
    if first >= measure - 1.1:
        return True
    return False if abs(first - (measure - 2)) <= 0.7 else None


def _first_of_paragraph(text: str, size: float, measure: float, after: str) -> bool:
    """A first line whose indent is lost is two em short and yet goes on."""
    return not ends_sentence(text) and size >= measure - 4.5 and len(after) > 1


def _unit(run: list[Line], *, gap: bool, opens: bool | None) -> Unit:
    text = run[0].text.strip()
    heading = _MARKUP_HEADING.match(text)
    if heading:
        text = text[heading.end() :]
    strong = _STRONG_LINE.match(text) if len(run) == 1 else None
    lead = _STRONG_LEAD.match(text)
    if strong:
        text = strong["text"]
    elif lead:  # **记者：** and **提示**：, which the label itself says
        text = lead["lead"] + lead["rest"]
    hyphens = []
    for before, line in itertools.pairwise(run):
        if _is_hyphened(text, line.text.strip()):
            hyphens.append(before.number)
        text = glue(text, line.text)
    return Unit(
        lines=tuple(run),
        text=text,
        gap=gap,
        wrapped=len(run) > 1,
        markup_level=len(heading[1]) if heading else 0,
        strong=strong is not None,
        markup=(heading[1] if heading else "") + ("****" if strong or lead else ""),
        indent=indent_of(run[0].text),
        hyphens=tuple(hyphens),
        opens=opens,
    )


def squeezed(unit: Unit) -> str:
    """The text of a unit without any blank."""
    return squeeze(unit.text)
