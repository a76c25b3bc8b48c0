"""Puts hard-wrapped lines together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, is_han, width
from converter.names import is_name
from converter.segment.markup import PictureLine, TableLine
from converter.segment.units.bullets import unbulleted
from converter.segment.units.grid import (
    Grid,
    fills,
    grid_of,
    has_lost_indent,
    indents_here,
    is_first,
    is_hung_first,
    is_indented,
    measure_of,
)
from converter.segment.units.signs import (
    BULLET,
    COLUMNS,
    FOOT_NOTE,
    HEADING_LINE,
    NUMBERED,
    REFERENCES,
    SPEAKER,
    counts_on,
    is_byline,
    is_credited,
    is_speech,
    is_verse,
)
from converter.segment.units.unit import Unit, indent_of, unit_of
from converter.source import Line

_DATE = re.compile(
    r"^(?:(?:19|20)\d\d|[二一][〇零○一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*[日号])?$"
)
_SECTION = re.compile(r"^(?P<mark>[·•])\s*[^\s，。·•](?:\s*[^\s，。·•]){0,9}\s*(?P=mark)$")
"""·家　事·: the name of a section."""
_SIGNED = re.compile(r"^[（(][^（）()。，]{2,24}[）)]$")
_RIGHT = 4.0
"""Em of blanks before who signs at the right edge of a column."""
_QUOTE_MARK = re.compile(r"^\s*(?P<mark>>+)(?:\s+|$)")
_BAR = re.compile(r"^\s*(?P<mark>[|｜│┃])(?:\s+(?=[^|｜\s])[^|｜]*|\s*)$")


def unquoted(lines: Iterable[Line]) -> tuple[list[Line], dict[int, str]]:
    """The lines without the ``>`` of Markdown, and those marks by the numbers of their lines.

    A sign at the beginning of a line counts as such a mark only before a blank, and where
    two lines in a row have it or the line is Chinese. The bar of a frame beside some lines,
    which OCR reads as ``|``, is such a mark where two lines in a row have it and no other.
    """
    found = list(lines)
    marks = [_QUOTE_MARK.match(line.text) if ">" in line.text else None for line in found]
    bars = [_BAR.match(line.text) if "|" in line.text else None for line in found]
    for index, hit in enumerate(bars):
        beside = (index and bars[index - 1]) or (index + 1 < len(bars) and bars[index + 1])
        if hit and beside:
            marks[index] = hit
    taken: dict[int, str] = {}
    for index, (line, hit) in enumerate(zip(found, marks, strict=True)):
        if hit is None:
            continue
        beside = (index and marks[index - 1]) or (index + 1 < len(marks) and marks[index + 1])
        if beside or has_han(line.text):
            found[index] = Line(line.number, line.text[hit.end("mark") :].strip())
            taken[line.number] = hit["mark"]
    return found, taken


def make_units(
    lines: Iterable[Line],
    quoted: Collection[int] = frozenset(),
    pieces: Mapping[int, int] | None = None,
    begins: Collection[int] = frozenset(),
) -> list[Unit]:
    """All units of some lines, in order; ``quoted`` are the numbers of lines set apart.

    ``pieces`` gives lines that are known to be no part of the text around them, by their
    numbers; those with one value make one unit. With each of the lines ``begins`` one begins.
    """
    pieces = pieces or {}
    pictured: set[int] = set()
    groups = list(_chunks(lines, pictured))
    grid = grid_of(groups)
    units: list[Unit] = []
    for at, group in enumerate(groups):
        begun = len(units)
        known = grid
        if grid.measure and not grid.indented and indents_here(groups, at, grid.measure):
            known = grid._replace(indented=True)
        units += _units_of(group, known, pieces, begins)
        if at in pictured:
            units[begun] = units[begun]._replace(pictured=True)
    units = unbulleted(units)
    if not quoted:
        return units
    return [unit._replace(quoted=unit.first in quoted) for unit in units]


def _chunks(lines: Iterable[Line], pictured: set[int]) -> Iterator[list[Line]]:
    """Runs of lines without a blank line between them.

    Notes in ``pictured`` the numbers of the runs (0-based) that a picture stands above.
    """
    run: list[Line] = []
    count = 0
    for line in lines:
        if isinstance(line, PictureLine):
            pictured.add(count + bool(run))
        # A form feed begins a page; lines of one number are parts of one line, and the rows
        # of one table may be set far apart.
        apart = (
            run
            and not 0 <= line.number - run[-1].number <= 1
            and not (isinstance(line, TableLine) and isinstance(run[-1], TableLine))
        )
        if line.blank or apart or line.text.startswith("\f"):
            if run:
                yield run
                count += 1
            run = []
        if not line.blank:
            run.append(line)
    if run:
        yield run


def _units_of(
    group: list[Line], grid: Grid, pieces: Mapping[int, int], begins: Collection[int]
) -> Iterator[Unit]:
    run: list[Line] = []
    gap = True
    measure = _own_measure(group) or grid.measure
    if grid.stripped and abs(measure - grid.measure) <= 2:
        # Where no line is as long as those of the column, a box is set narrower.
        full = sum(width(line.text.strip()) >= grid.measure - 0.5 for line in group)
        measure = grid.measure if full * 6 >= len(group) else measure
    local = Grid(
        measure,
        spaced=grid.spaced and len(group) > 1,
        indented=grid.indented,
        stripped=grid.stripped,
        flush=not any(map(is_indented, group)),
        ragged=grid.ragged,
    )
    verse = is_verse(group)
    # A page all of whose indents are lost tells nothing by having none.
    indented = grid.indented and (
        not local.flush or sum(ends_sentence(line.text) for line in group) < 2
    )
    cut = False
    for position, line in enumerate(group):
        run.append(line)
        following = group[position + 1] if position + 1 < len(group) else None
        then = group[position + 2] if position + 2 < len(group) else None
        piece = pieces.get(line.number)
        if following is None or following.number in begins:
            ends = True
        elif piece is not None or following.number in pieces:
            ends = piece != pieces.get(following.number)
        else:
            ends = (
                verse
                or not _goes_on(line, following, then, local, first=len(run) == 1)
                or _is_plain_heading(line, following, then, local)
            )
        if ends:
            opens = None
            if indented and not verse:
                opens = _opens(run[0], group, position, local.measure)
                start = position - len(run) + 1
                lost = not cut and has_lost_indent(group, start, local.measure)
                if opens is False and (lost or (grid.ragged and _talks(run, following))):
                    opens = None
            elif cut and len(run) > 1 and not is_first(run[0].text.strip(), local):
                opens = False  # a full line below a piece that was set into the column
            yield unit_of(run, gap=gap, opens=opens)
            cut = piece is not None
            run, gap = [], False


def _talks(run: Sequence[Line], following: Line | None) -> bool:
    """True for a line of speech above another that begins with speech."""
    if following is None or len(run) > 1 or following.text.strip()[0] != "“":
        return False
    return is_speech(run[0].text.strip())


def _own_measure(group: list[Line]) -> float:
    """The measure of lines that stand together, which may be set narrower than others.

    0 where no line of them breaks a sentence at the measure, or where one is far longer.
    """
    measure = measure_of(group)
    sizes = [width(line.text.strip()) for line in group]
    if measure and max(sizes) > measure + _OVER and len(group) < _MANY:
        return 0.0
    breaks = any(
        abs(size - measure) <= 1.5 and not ends_sentence(line.text)
        for size, line in zip(sizes[:-1], group, strict=False)
    )
    return measure if breaks else 0.0


_MANY = 12
"""Lines of which one may well be out of order."""
_OVER = 6
"""Em by which a line may be longer than its measure, as one with Latin words may."""


def _is_plain_heading(line: Line, following: Line, then: Line | None, grid: Grid) -> bool:
    """A short flush line between the end of a paragraph and an indented one is a heading."""
    after = following.text.strip()
    if _is_left_over(line.text, after, then, grid) or _heads(line, following, then, grid):
        return True
    if not grid.indented or is_indented(following):
        return False
    if not ends_sentence(line.text) or width(after) >= grid.measure - 1.5 or "。" in after:
        return False
    if after[-1] in "。，、；：）》" or (after[-1] == "”" and ends_sentence(after)):
        return False
    if then is None or is_byline(then.text.strip()):
        return not ends_sentence(after)  # a title above its byline or a blank line
    # After a full line, a question may as well be the end of the paragraph.
    return is_indented(then) and not (after[-1] in "？！" and fills(line, grid.measure))


def _heads(line: Line, following: Line, then: Line | None, grid: Grid) -> bool:
    """True for a line without a full stop above the first line of a paragraph."""
    text = line.text.strip()
    if then is None or ends_sentence(text) or text[-1] in "，、；：":
        return False
    if grid.indented:
        # Below an indented line a flush one goes on with its paragraph.
        opens = is_indented(following) and indent_of(then.text) < 1
        return opens and indent_of(line.text) >= 1.5 and fills(following, grid.measure)
    if not (grid.stripped and grid.flush):
        return False
    missing = [grid.measure - width(one.text.strip()) for one in (line, following, then)]
    return 2.6 < missing[0] <= 4.5 and abs(missing[1] - 2) <= 0.6 and abs(missing[2]) <= 1.1


def _is_left_over(text: str, after: str, then: Line | None, grid: Grid) -> bool:
    """True for a short line that ends nothing, after the end of a sentence or before another.

    It is not the last line of a paragraph, which ends with a mark, and no other is short.
    """
    if then is None or not _is_short(after, grid):
        return False
    return ends_sentence(text) or _is_short(then.text.strip(), grid)


def _is_short(text: str, grid: Grid) -> bool:
    return (
        width(text) <= grid.measure / 2
        and (is_han(text[-1]) or text[-1] in "%％）”")
        and not ends_sentence(text)
    )


def _opens(line: Line, group: list[Line], last: int, measure: float) -> bool | None:
    """What the indent of a unit's first line says; running text without one goes on."""
    text = line.text.strip()
    if is_indented(line):
        return True
    if indent_of(line.text) > 4 or NUMBERED.match(text) or HEADING_LINE.match(text):
        return None
    runs = (
        line is not group[last]
        or ends_sentence(group[last].text)
        or (width(text) >= 16 and width(text) >= measure - 3)
    )
    return False if runs and not is_byline(text) else None


_LONGER = 5
"""Em by which the second line of a broken heading may be longer than the first."""


_INDENT = 2
"""Em of the indent of a first line."""


def _is_item(text: str, after: str) -> bool:
    """True for a numbered line that breaks within a sentence, which the next line carries on."""
    numbered = HEADING_LINE.match(text) is not None and "，" in text and is_han(text[-1])
    return numbered and "。" in after and HEADING_LINE.match(after) is None


def _goes_on(line: Line, following: Line, then: Line | None, grid: Grid, *, first: bool) -> bool:
    """True if a line fills the measure and the next one carries its text on."""
    text, after, measure = line.text.strip(), following.text.strip(), grid.measure
    if not measure or REFERENCES.match(text):
        return False
    if sum(char.isalpha() for char in text) >= 8 and not has_han(text):
        if is_han(after[0]):
            return False  # an English abstract and the Chinese text below it
        if _is_latin_prose(text, after):
            # Its lines are ragged, and sentences end where they will.
            return width(text) >= 0.8 * measure and not _LATIN_LABEL.match(after)
    if (text.endswith("—") and after.startswith("—")) or _is_torn_credit(text, after):
        return True
    if _begins_anew(line, following, grid) or _is_set_apart(line, following, grid):
        return False
    indent = indent_of(line.text)
    size = width(text) + (indent if indent <= 4 else 0)
    if size > measure + 6:
        return False
    if first and not indent and _is_item(text, after) and abs(size + _INDENT - measure) <= 1:
        return True  # full but for the indent that the OCR has lost
    if (
        first
        and HEADING_LINE.match(text)
        and not re.search("[。；？！]", text)
        and not (abs(size - measure) <= 1.5 and re.match(r"[^。]{1,16}。.", after))
        and not (grid.spaced and size >= measure - 4.5 and re.search("，.*[^”？！]$|、$", text))
    ):
        # The second line of a broken heading is short and no sentence; text below it is
        # one or the other. Headings are set larger, so their first line need not be full.
        below = (
            width(after) < min(measure - 3, width(text) + _LONGER)
            and after[-1] not in "。？！，、；：…”"
            and "。" not in after
        )
        # An indented line that is full and text that goes on flush below it: an item.
        return below or (grid.indented and is_indented(line) and _runs_flush(line, following, grid))
    if (
        grid.ragged
        and ends_sentence(text)
        and is_speech(after)
        and then is not None
        and then.text.strip()[0] == "“"
    ):
        return False  # “……？” and “……。”, each a paragraph
    hung = then is not None and is_hung_first(after, then.text.strip(), grid)
    return not (hung and ends_sentence(text)) and _by_length(text, size, after, grid)


def _runs_flush(line: Line, following: Line, grid: Grid) -> bool:
    """True if a full line goes on in a flush one that is full, too, or ends a sentence."""
    return (
        fills(line, grid.measure)
        and indent_of(following.text) < 1
        and (ends_sentence(following.text) or fills(following, grid.measure))
    )


_LATIN_LABEL = re.compile(r"^[A-Z][A-Za-z ]{2,16}[:：]")
"""Key words: ……, which opens a paragraph of its own."""


def _is_latin_prose(text: str, after: str) -> bool:
    """True for two lines of running text in a Latin script."""
    return (
        not has_han(after)
        and text.count(" ") >= 4
        and re.search("[a-z]{2} [a-z]", text) is not None
        and (after.count(" ") >= 1 or after[-1:] == ".")
    )


_DASHED_CLAUSE = re.compile(r"——[^—《》]{2,}[，。；](?!.{0,20}》)")
"""A line that carries a sentence on after a dash, and names no source."""


def _begins_anew(line: Line, following: Line, grid: Grid) -> bool:
    """True if the next line opens with a number, a speaker or a name, and so a unit."""
    text, after = line.text.strip(), following.text.strip()
    if SPEAKER.match(after) and not _runs_into(line, following, grid):
        return True
    if after[0] in "-*+" and BULLET.match(after):
        return True
    if _DATE.match(after) and indent_of(following.text) >= 1.5:
        return True  # the date below who signs
    if is_credited(after) or is_credited(text) or FOOT_NOTE.match(after):
        return True
    if NUMBERED.match(after) and not (
        (after[0] in "（0123456789①②③④⑤⑥⑦⑧⑨⑩" or _DASHED_CLAUSE.match(after))
        and fills(line, grid.measure)
        and not ends_sentence(text)
        and not counts_on(text, after)
    ):
        return True
    if _SECTION.match(after) or (_SIGNED.match(text) and indent_of(line.text) >= _RIGHT):
        return True
    if after[0] == "（" and ends_sentence(text) and width(text) < grid.measure - 1.5:
        return True  # a remark below the text
    return not ends_sentence(text) and text[-1] not in "，、；：" and is_byline(after)


def _is_torn_credit(text: str, after: str) -> bool:
    """……的堤上。　本 | 报记者　某某　摄: who took the picture, broken over the line."""
    head, *rest = re.split(r"\s+", text)[::-1]
    return (
        bool(rest)
        and len(head) <= 4
        and after[-1] in "摄攝"
        and is_byline(head + after[:-1].strip())
    )


def _is_set_apart(line: Line, following: Line, grid: Grid) -> bool:
    """True if columns, bars, markup or an indent part two lines."""
    text, after = line.text.strip(), following.text.strip()
    if COLUMNS.search(text) or COLUMNS.search(after):
        return True
    if text.count("|") >= 2 or after.count("|") >= 2 or text.startswith("#"):
        return True
    indent, next_indent = indent_of(line.text), indent_of(following.text)
    if next_indent > 4 and indent <= 4 and ends_sentence(text):
        return True  # a signature at the right edge
    if is_indented(following) and next_indent > indent + 0.9:
        return True
    if grid.indented and is_indented(following) and not fills(line, grid.measure):
        return True
    return indent >= 1.0 and next_indent >= 1.0 and ends_sentence(text)


def _by_length(text: str, size: float, after: str, grid: Grid) -> bool:
    """True if a line of ``size`` em is long enough to go on in the next."""
    measure = grid.measure
    if grid.spaced and size >= measure - 4.5:
        return True
    if size >= measure - 3.5 and not is_first(after, grid):
        return True  # a first line without its indent, and a line that is no first one
    if grid.indented and size >= measure - 1.5:
        return True
    if size >= measure - 1.5:
        # A full line that ends a sentence, followed by a line that is shorter by the
        # first-line indent that OCR took away, closes its paragraph.
        first = grid.flush and abs(width(after) - (measure - 2)) <= 0.5
        return not (first and ends_sentence(text))
    if ends_sentence(text) or size < measure - 4.5:
        return _first_of_paragraph(text, size, measure, after)
    return True


def _runs_into(line: Line, following: Line, grid: Grid) -> bool:
    """True if 某某说： at the head of a line goes on with a full line and opens no turn."""
    if not fills(line, grid.measure) or is_indented(following):
        return False
    after = following.text.strip()
    label = re.split("[：:]", after, maxsplit=1)[0]
    if not is_first(after, grid) and len(label) >= 4 and not is_name(label):
        return True  # 道理并不难懂：……
    return grid.indented or grid.spaced or not ends_sentence(line.text)


def _first_of_paragraph(text: str, size: float, measure: float, after: str) -> bool:
    """A first line whose indent is lost is two em short and yet goes on."""
    return not ends_sentence(text) and size >= measure - 4.5 and len(after) > 1
