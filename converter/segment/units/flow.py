"""Whether a hard-wrapped line goes on in the next one, and whether it begins a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.segment.units.grid import Grid, fills, is_indented, lacks_indent_alone
from converter.segment.units.indents import is_first, is_hung_first
from converter.segment.units.matter import KEYWORDS, hangs, lists_on
from converter.segment.units.pieces import CHAPTER_TALK, RIGHT
from converter.segment.units.signs import (
    CALLED_ALONE,
    HEADING_LINE,
    NUMBERED,
    is_byline,
    is_imprint,
    is_price,
    is_speech,
    opens_foot,
)
from converter.segment.units.starts import needed
from converter.segment.units.told import BLANK_ANSWER, NAMED, closes_bracket, line_size, told
from converter.segment.units.unit import INDENT, indent_of
from converter.source import Line

_REMARK = re.compile(
    r"^[（(](?:[大苦微]?笑声?|众?笑|哄堂大笑|[热熱烈鼓]*掌声?|掌聲|笑聲|沉默|[叹歎嘆][气氣]|摇头|搖頭|点头|點頭)[）)]$"
)
"""（笑）, for which the last line of an answer had no room."""


def is_plain_heading(line: Line, following: Line, then: Line | None, grid: Grid) -> bool:
    """A short flush line between the end of a paragraph and an indented one is a heading."""
    after = following.text.strip()
    if closes_bracket(line.text.strip(), after) or BLANK_ANSWER.match(after):
        return False
    if CALLED_ALONE.match(after):
        return False
    if _REMARK.match(after) and fills(line, grid.measure):
        return False
    if is_price(after) and is_imprint(line.text.strip()):
        return False
    if indent_of(following.text) < 1 and NAMED.match(after) and fills(line, grid.measure):
        return False  # who signed the text, for whom its last line had no room
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
    if _is_rest(text, after, grid):
        return False
    short = _is_short(after, grid) or _breaks_early(after, then, grid)
    if then is None or not short or text[-1] == "、":
        return False
    if grid.stripped and after[0] == "（" and width(text + after) > grid.measure:
        return False  # ……怎么办？（某地　某某）, for which the line above has no room
    if not _is_short(after, grid):
        return ends_sentence(text)
    return ends_sentence(text) or _is_short(then.text.strip(), grid)


def _is_rest(text: str, after: str, grid: Grid) -> bool:
    """True for what a full line has left over: one character, or the end of the last keyword."""
    if lists_on(text.strip(), after):
        return True
    if not grid.measure or ends_sentence(text) or width(text.rstrip()) < grid.measure - 1.5:
        return False
    return (len(after) == 1 and is_han(after)) or KEYWORDS.match(text.lstrip()) is not None


def _is_rest_of_number(text: str, after: str) -> bool:
    """True for 文章编号：1234-5678 | （2021）04-0003-08, of which a line has no room for the year."""
    if after[0] not in "（(":
        return False
    return _NUMBER.search(text) is not None and _REST_OF_NUMBER.match(after) is not None


_NUMBER = re.compile(r"文章[编編][号號]\s*[：:]\s*\d{4}-\d{3}[\dXx]$")
_REST_OF_NUMBER = re.compile(r"[（(]\d{4}[）)]\d{1,2}-\d+-\d+$")


def _breaks_early(after: str, then: Line | None, grid: Grid) -> bool:
    """True for a line too short to go on in the next, above what looks like a first line.

    Only where all first lines have lost their indents, and are shorter by it.
    """
    if then is None or not (grid.stripped and grid.flush) or not is_han(after[-1]):
        return False
    return width(after) < grid.measure - _EARLY and is_first(then.text.strip(), grid)


_EARLY = 4.5
"""By so many em at least a line is shorter than the column that does not go on."""


def _is_short(text: str, grid: Grid) -> bool:
    return (
        width(text) <= grid.measure / 2
        and (is_han(text[-1]) or text[-1] in "%％）”")
        and not ends_sentence(text)
    )


def _may_head_text(text: str, group: Sequence[Line], last: int, measure: float) -> bool:
    """True for a flush line that may be a heading: it ends nothing, and a paragraph opens below.

    A question between blank lines may be one as well, and so may one between two paragraphs.
    """
    if len(group) == 1 and text[-1] in "？?":
        return width(text) < measure - 3
    if last + 1 >= len(group) or not is_indented(group[last + 1]) or width(text) > _HEADING:
        return False
    above = group[last - 1].text.strip() if last else ""
    if text[-1] in "？?":
        return ends_sentence(above) and not fills(group[last - 1], measure)
    ends = ends_sentence(text) or text[-1] in "，、；：…,;:"
    return not ends and "。" not in text and (not above or ends_sentence(above))


_HEADING = 30
"""The most em of a heading on one line."""
_RANKED = re.compile(
    r"^(?:[甲乙丙丁戊己庚辛壬癸][、．]|[壹贰叁肆伍陆柒捌玖拾]\s*[、｜|丨]|[Ⅰ-Ⅻ]|[IVX]{1,4}[.．、]|0\d\s|[A-H][.．、](?=[\u4e00-\u9fff“《])|第[一二三四五六七八九十]{1,3}、)"
)
"""A number that few magazines set before headings: 甲、, 壹｜, Ⅱ., 03."""


def opens_here(line: Line, group: list[Line], last: int, measure: float) -> bool | None:
    """What the indent of a unit's first line says; running text without one goes on."""
    text = line.text.strip()
    if is_indented(line):
        return True
    numbered = NUMBERED.match(text) or HEADING_LINE.match(text) or _RANKED.match(text)
    if indent_of(line.text) > 4 or numbered:
        return None
    if _may_head_text(text, group, last, measure):
        return None
    runs = (
        line is not group[last]
        or ends_sentence(group[last].text)
        or (width(text) >= 16 and width(text) >= measure - 3)
    )
    return False if runs and not is_byline(text) else None


_LONGER = 5
"""Em by which the second line of a broken heading may be longer than the first."""


_STUB = 2
"""The most characters behind a comma that are no clause of a heading: 1. 拆开两片，擦 | 干净."""


def _is_item(text: str, after: str, grid: Grid) -> bool:
    """True for a full numbered line that breaks within a sentence, which the next carries on."""
    if "，" not in text or HEADING_LINE.match(text) is None or HEADING_LINE.match(after):
        return False
    missing, rest = grid.measure - width(text), len(text) - text.rfind("，") - 1
    first = abs(missing - INDENT) <= 1  # full but for the indent, which the OCR may have lost
    if not (first or abs(missing) <= 1):
        return False
    if not rest:  # the second line of a heading is short and no sentence
        return "。" in after or width(after) >= grid.measure - INDENT
    ends = "。" in after or after[-1] in "；;"
    return is_han(text[-1]) and (rest <= _STUB or (ends and first))


def goes_on(
    line: Line,
    following: Line,
    then: Line | None,
    grid: Grid,
    *,
    first: bool,
    opener: Line | None = None,
    likely: bool | None = None,
) -> bool:
    """True if a line fills the measure and the next one carries its text on.

    ``opener`` is the first line of the unit; ``first`` tells that this is it. ``likely`` is
    what the lines around say of it, where the indents of the paragraphs are lost.
    """
    if opener is not None and grid.measure and hangs(opener, line, following, grid.measure):
        return True
    if _is_rest_of_number(line.text.rstrip(), following.text.strip()):
        return True
    if _is_torn_at_quote(line, following, grid.measure) or _has_stub_below(line, following):
        return True
    known = told(line, following, then, grid)
    if known is not None:
        return known
    text, after, measure = line.text.strip(), following.text.strip(), grid.measure
    if text[0] == "《" == after[0] and is_indented(following) and _are_works(text, after):
        return False  # 《某书》，某某著，某社2009年版: another one of a list
    indent, size = indent_of(line.text), line_size(line)
    if first and indent <= RIGHT and _is_item(text, after, grid):
        return True
    begins = first and likely and HEADING_LINE.match(text) is not None
    if begins and not _opens_paragraph(after, then, grid) and _is_text(text, after, measure):
        return True
    if first and HEADING_LINE.match(text) and _may_head(text, size, after, grid):
        # An indented line that is full and text that goes on flush below it: an item.
        item = grid.indented and is_indented(line) and _runs_flush(line, following, grid)
        return item or _is_second_line(text, after, measure)
    if (
        grid.ragged
        and ends_sentence(text)
        and is_speech(after)
        and then is not None
        and then.text.strip()[0] == "“"
    ):
        return False  # “……？” and “……。”, each a paragraph
    if likely is not None:
        return likely
    if first and grid.indented and lacks_indent_alone(line, following, measure):
        return True
    if then is not None and ends_sentence(text):
        if is_hung_first(after, then.text.strip(), grid):
            return False
        if grid.indented and grid.flush and _had_room_twice(size, following, then, measure):
            return False
    return _by_length(text, size, after, grid)


def _had_room_twice(size: float, line: Line, below: Line, measure: float) -> bool:
    """True if a line of ``size`` em had room for what begins the next one, and that one for what begins the third.

    On a page that has lost its indents the second is the first line of a paragraph.
    """
    after = line.text.strip()
    room = size + needed(after) <= measure and width(after) + needed(below.text.strip()) <= measure
    return room and lacks_indent_alone(line, below, measure)


def runs_across(opener: Line, line: Line, following: Line, measure: float) -> bool:
    """True for 作者简介：…… at the foot of a page, of which a line across its columns breaks off."""
    text, after = line.text.strip(), following.text.strip()
    if not measure or width(text) <= measure + _ACROSS or ends_sentence(text):
        return False
    return opens_foot(opener.text) and not opens_foot(after) and not is_indented(following)


_ACROSS = 6
"""Em by which a line is wider than its column that is set across several."""


def _has_stub_below(line: Line, following: Line) -> bool:
    """True for 子。 flush below 　　二、……送到老铺: the last characters of a sentence, and nothing by themselves."""
    text, after = line.text.rstrip(), following.text.strip()
    if not is_indented(line) or is_indented(following) or not is_han(text[-1]):
        return False
    return 1 < len(after) <= _STUB and is_han(after[0]) and after[-1] in "。；"


def _is_torn_at_quote(line: Line, following: Line, measure: float) -> bool:
    """True for two halves of a printed line, of which the second begins with a quotation.

    A text layer begins a line where the room before a mark was closed up. The two are as wide
    as the column, no sentence ends between them, and the second is no first line, which is
    full but for its indent: what stands above that may be a heading.
    """
    text, after = line.text.strip(), following.text.strip()
    if after[0] not in "“‘" or not (text[-1] in "，、" or is_han(text[-1])):
        return False
    if is_indented(following) or width(after) > measure - _HALF:
        return False
    whole = width(text) + width(after)
    return 0 < measure - _CLOSED_UP <= whole <= measure + _CLOSED_UP


_CLOSED_UP, _HALF = 3.0, 5.0
"""Em by which the halves of a line may be narrower or wider than the column, with marks closed up,
and by which the second is narrower at least."""


def _opens_paragraph(after: str, then: Line | None, grid: Grid) -> bool:
    """True for a line within a sentence that is short by a lost indent: the first one of a paragraph."""
    if then is not None and is_hung_first(after, then.text.strip(), grid):
        return True
    lost = grid.stripped and grid.flush and is_han(after[-1])
    return lost and abs(grid.measure - INDENT - width(after)) <= _LOST


_LOST = 0.6
"""Em by which a first line whose indent is lost differs from one that is full but for it."""


def _may_head(text: str, size: float, after: str, grid: Grid) -> bool:
    """True for a numbered line of ``size`` em that may be the first one of a heading."""
    measure = grid.measure
    return not (
        (_RUN_IN.match(text) and size >= measure - 2.5)
        or CHAPTER_TALK.match(text)
        or re.search("[。；？！]", text)
        or (abs(size - measure) <= 1.5 and re.match(r"[^。]{1,16}。.", after))
        or (grid.spaced and size >= measure - 4.5 and re.search("，.*[^”？！]$|、$", text))
    )


def _is_second_line(text: str, after: str, measure: float) -> bool:
    """True for the second line of a broken heading, which is short and no sentence.

    Text below it is one or the other. Headings are set larger, so that their first line need
    not be full.
    """
    return (
        width(after) < min(measure - 3, width(text) + _LONGER)
        and after[-1] not in "。？！，、；：…”"
        and "。" not in after
    )


def _is_text(text: str, after: str, measure: float) -> bool:
    """True for a full numbered line that begins a paragraph, and no heading of two lines."""
    return "，" in text or "。" in after or ends_sentence(after) or width(after) >= measure - 1.5


def _runs_flush(line: Line, following: Line, grid: Grid) -> bool:
    """True if a full line goes on in a flush one that is full, too, or ends a sentence."""
    return (
        fills(line, grid.measure)
        and indent_of(following.text) < 1
        and (ends_sentence(following.text) or fills(following, grid.measure))
    )


def _are_works(text: str, after: str) -> bool:
    return _WORK.match(text) is not None and _WORK.match(after) is not None


_WORK = re.compile(r"《[^《》]{1,30}》[^《》。]{2,40}(?:[版印著编編译譯社]|\d{4})$")
_RUN_IN = re.compile(r"^\d{1,2}(?:[.．]\d{1,2})+[.．]?\s+[\u4e00-\u9fff]{2,12}[ \u3000]+\S{4,}")
"""1.1　一般资料　选取……: a heading, and the text that runs on behind it."""
_WORD, _FAR_WORD = re.compile(r"（?[!-~]{6,}）?"), 6
"""A word in Latin letters that a line has no room for, and the em of one that opens no paragraph."""


def _by_length(text: str, size: float, after: str, grid: Grid) -> bool:
    """True if a line of ``size`` em is long enough to go on in the next."""
    measure = grid.measure
    word = _WORD.match(after)
    if word and size + width(word[0]) > measure:
        # The next word did not fit: 213. | DOI:10.99999/j.issn.9931-4479.2018.04.011.
        size = measure if width(word[0]) >= _FAR_WORD or not ends_sentence(text) else size
    if _had_room(text, size, after, grid):
        return False
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


def _had_room(text: str, size: float, after: str, grid: Grid) -> bool:
    """True for a line that ends a sentence a character short of a column without any indents.

    Its lines are full, and this one had room for what follows, so that its paragraph ends with it.
    """
    if not grid.flush or grid.spaced or grid.indented or grid.stripped:
        return False
    if not (ends_sentence(text) and size > grid.measure - _NO_INDENT):
        return False
    return _LATIN.search(text) is None and size + needed(after) <= grid.measure


_NO_INDENT, _LATIN = 1.75, re.compile("[A-Za-z]")
"""Em by which a line is less short than one whose indent is lost; letters tell no width."""


def _first_of_paragraph(text: str, size: float, measure: float, after: str) -> bool:
    """A first line whose indent is lost is two em short and yet goes on."""
    return not ends_sentence(text) and size >= measure - 4.5 and len(after) > 1
