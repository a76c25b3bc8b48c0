"""Whether a hard-wrapped line goes on in the next one, and whether it begins a paragraph."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, is_han, width
from converter.names import is_name
from converter.segment.units.grid import (
    Grid,
    fills,
    is_first,
    is_hung_first,
    is_indented,
    speaker_label,
)
from converter.segment.units.joints import is_torn_address
from converter.segment.units.matter import ends_matter, hangs, opens_matter, runs_within
from converter.segment.units.signs import (
    APPARATUS,
    BULLET,
    COLUMNS,
    FOOT_NOTE,
    HEADING_LINE,
    NUMBERED,
    REFERENCES,
    SIGNED_ABROAD,
    SPEAKER,
    counts_on,
    is_byline,
    is_credited,
    is_credited_picture,
    is_day,
    is_fact,
    is_imprint,
    is_price,
    is_speech,
)
from converter.segment.units.unit import INDENT, indent_of
from converter.source import Line

_DATE = re.compile(
    r"^(?:(?:19|20)\d\d|[二一][〇零○一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*[日号])?$"
)
_SECTION = re.compile(r"^(?P<mark>[·•])\s*[^\s，。·•](?:\s*[^\s，。·•]){0,9}\s*(?P=mark)$")
"""·家　事·: the name of a section."""
_CAPTION = re.compile(
    r"^附?[表图圖]\s*\d{1,2}(?:[-.—]\d{1,2})?[ \t\u3000]+[^\s，。；：]{2,40}(?<![（(])(?:[（(](?:单位|單位)[：:]?[^（）()]{1,10}[）)])?$"
)
"""表1　某某比较: the number of a table or a figure, a blank, and a few words without a mark."""
_SIGNED = re.compile(r"^[（(][^（）()。，]{2,24}[）)]$")
_CITED = re.compile(
    r"^[（(]\s*(?:(?:资料|数据|图片|信息|資料|數據|圖片)(?:来源|來源)|(?:来源|來源|出处|出處)|[摘选節节引转轉][选選编編]?自)[：:]?\s*[^（）()]{2,60}[）)]$"
)
"""（资料来源：……） on a line of its own."""
_SOURCE = re.compile(
    r"^——+\s*(?:据|據|依|综合|綜合|(?:摘[编編]?|[选選]|[节節][选選]|引|原[载載]|整理|[转轉]引?)自|[资資]料来源|[来來]源)[^。，；]*"
    r"(?:[整摘改][理编編写寫]|[编編][写寫译譯]|》(?:[（(][^（）()]{1,16}[）)]|第[^。，；]{1,6}[章节節页頁期])?)$"
)
"""——据某某《某书》整理, which ends a box."""
_PICTURED = re.compile(
    r"^附?[图圖]\s*\d{1,2}(?:[-.—]\d{1,2})?[ \t\u3000]+\S.*[（(][^（）()]*[摄攝绘繪供图圖][^（）()]*[）)]$"
)
"""图1 某某装置（摄于2022年5月）: a caption, and when it was taken."""
_RIGHT = 4.0
"""Em of blanks before who signs at the right edge of a column."""


def is_plain_heading(line: Line, following: Line, then: Line | None, grid: Grid) -> bool:
    """A short flush line between the end of a paragraph and an indented one is a heading."""
    after = following.text.strip()
    if _closes_bracket(line.text.strip(), after):
        return False
    if is_price(after) and is_imprint(line.text.strip()):
        return False
    if indent_of(following.text) < 1 and _NAMED.match(after) and fills(line, grid.measure):
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
    if then is None or not _is_short(after, grid) or text[-1] == "、":
        return False
    if grid.stripped and after[0] == "（" and width(text + after) > grid.measure:
        return False  # ……怎么办？（某地　某某）, for which the line above has no room
    return ends_sentence(text) or _is_short(then.text.strip(), grid)


def _is_short(text: str, grid: Grid) -> bool:
    return (
        width(text) <= grid.measure / 2
        and (is_han(text[-1]) or text[-1] in "%％）”")
        and not ends_sentence(text)
    )


def opens_here(line: Line, group: list[Line], last: int, measure: float) -> bool | None:
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
    return is_han(text[-1]) and (rest <= _STUB or ("。" in after and first))


def told(line: Line, following: Line, then: Line | None, grid: Grid) -> bool | None:
    """What other signs than its length say of whether a line goes on; ``None`` for nothing."""
    text, after, measure = line.text.strip(), following.text.strip(), grid.measure
    if not measure or REFERENCES.match(text):
        return False
    if is_torn_address(text, after):
        return True
    if ends_matter(text):
        return False
    if sum(char.isalpha() for char in text) >= 8 and not has_han(text):
        if is_han(after[0]):
            return False  # an English abstract and the Chinese text below it
        if _is_latin_prose(text, after):
            # Its lines are ragged, and sentences end where they will.
            anew = _LATIN_LABEL.match(after) or APPARATUS.match(after) or SIGNED_ABROAD.match(after)
            return width(text) >= 0.8 * measure and not anew
    if (text.endswith("—") and after.startswith("—")) or _is_torn_credit(text, after):
        return True
    if _closes_bracket(text, after):
        return True
    flush = indent_of(following.text) < 1
    if flush and _NAMED.match(after) and ends_sentence(text) and fills(line, measure):
        return True  # who signed a text whose last line had no room for the name
    if is_price(after) and is_imprint(text):
        return True
    if then is not None and is_imprint(then.text.strip()) and ends_sentence(text):
        return False  # the title of the next book
    if is_fact(after) and (is_fact(text) or (then is not None and is_fact(then.text.strip()))):
        return False  # 导演：某某, and 编剧：某某 below it
    if is_fact(text) and text[-1] not in "、，," and width(text) < measure - 1.5:
        return False
    if _begins_anew(line, following, grid) or _is_set_apart(line, following, grid):
        return False
    return False if _size(line) > measure + 6 else None


def _size(line: Line) -> float:
    indent = indent_of(line.text)
    return width(line.text.strip()) + (indent if indent <= 4 else 0)


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
    known = told(line, following, then, grid)
    if known is not None:
        return known
    text, after, measure = line.text.strip(), following.text.strip(), grid.measure
    indent, size = indent_of(line.text), _size(line)
    if first and indent <= _RIGHT and _is_item(text, after, grid):
        return True
    if first and likely and HEADING_LINE.match(text) and _is_text(text, after, measure):
        return True
    if (
        first
        and HEADING_LINE.match(text)
        and not (_RUN_IN.match(text) and size >= measure - 2.5)
        and not _CHAPTER_TALK.match(text)
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
    if likely is not None:
        return likely
    hung = then is not None and is_hung_first(after, then.text.strip(), grid)
    return not (hung and ends_sentence(text)) and _by_length(text, size, after, grid)


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


_RUN_IN = re.compile(r"^\d{1,2}(?:[.．]\d{1,2})+[.．]?\s+[\u4e00-\u9fff]{2,12}[ \u3000]+\S{4,}")
"""1.1　一般资料　选取……: a heading, and the text that runs on behind it."""
_CHAPTER_TALK = re.compile(r"^第[一二三四五六七八九十百]+[章节部篇](?![\s：:·、．.])[^，]{0,10}，")
"""第九章换了写法，……: a sentence about a chapter."""
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
    if grid.stripped and grid.flush:
        if _is_turn(text, after, grid):
            return True
    elif SPEAKER.match(after) and not _runs_into(line, following, grid):
        return True
    if after[0] in "-*+" and BULLET.match(after):
        return True
    if _DATE.match(after) and indent_of(following.text) >= 1.5:
        return True  # the date below who signs
    if is_day(after) or is_day(text):
        return True
    if is_credited(after) or is_credited(text) or FOOT_NOTE.match(after):
        return True
    if opens_matter(text, after):
        return True
    if after[0] in "【[［〔" and fills(line, grid.measure) and runs_within(text, after):
        return False
    if _CAPTION.match(after) and (ends_sentence(text) or width(after) < grid.measure - 4.5):
        return True
    talks = _CHAPTER_TALK.match(after) and fills(line, grid.measure) and not ends_sentence(text)
    if NUMBERED.match(after) and not (
        talks
        or (
            (after[0] in "（0123456789①②③④⑤⑥⑦⑧⑨⑩" or _DASHED_CLAUSE.match(after))
            and fills(line, grid.measure)
            and not ends_sentence(text)
            and not counts_on(text, after)
        )
    ):
        return True
    if is_imprint(after) or is_imprint(text) or is_credited_picture(text):
        return True
    if text[0] in "—图圖附" and (_SOURCE.match(text) or _PICTURED.match(text)):
        return True
    if _CITED.match(text) and _CITED.match(text + after[:8]) is None:
        return True  # the source under a box or a table, and what stands below it
    if _SECTION.match(after) or (_SIGNED.match(text) and indent_of(line.text) >= _RIGHT):
        return True
    if after[0] == "（" and ends_sentence(text):
        if width(text) < grid.measure - 1.5:
            return True  # a remark below the text
        if grid.stripped and _REMARK.match(after):
            return True
    return not ends_sentence(text) and text[-1] not in "，、；：" and is_byline(after)


_NAMED = re.compile(rf"^（[{HAN}](?:\s?[{HAN}]){{1,3}}）$")
_REST = 10
"""Em of the rest of a remark: ……不得上市。（本 | 刊讯）."""


def _closes_bracket(text: str, after: str) -> bool:
    """True for （1.某大学，某市　100000；2. | 某中心）, in smaller type, and for the rest of a remark."""
    opened = text.count("（") - text.count("）")
    if opened != 1 or after[-1] != "）" or after.count("）") - after.count("（") != 1:
        return False
    return text[0] == "（" or width(after) <= _REST


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
    if COLUMNS.search(text) or COLUMNS.search(after) or _are_rows(text, after):
        return True
    if text[0] in "表续續" and _heads_rows(text, after):
        return True
    if text.count("|") >= 2 or after.count("|") >= 2 or text.startswith("#"):
        return True
    indent, next_indent = indent_of(line.text), indent_of(following.text)
    if next_indent > 4 and indent <= 4 and ends_sentence(text):
        return True  # a signature at the right edge
    if next_indent >= _RIGHT and next_indent > indent + 0.9 and _is_signed(after):
        return True  # a house or a place, and who signs, below a title that is as long as a line
    if is_indented(following) and next_indent > indent + 0.9:
        return True
    if grid.indented and is_indented(following) and not fills(line, grid.measure):
        return True
    return indent >= 1.0 and next_indent >= 1.0 and ends_sentence(text)


_CLAUSE = re.compile("[，。；：？！、]")
_CELL, _CELLS = 16, 3
"""Em of the widest cell of a table, and the fewest in a row."""


_TABLE = re.compile(r"^[续續]?表\s*\d{1,2}(?:[-.—]\d{1,2})?[ \t\u3000]+\S")


def _heads_rows(text: str, after: str) -> bool:
    """True for 表1　各月的船次 above 月份 天数 船次: a caption, and the cells of the first row."""
    if not _TABLE.match(text) or ends_sentence(text) or _CLAUSE.search(after):
        return False
    cells = after.split()
    return len(cells) > 1 and all(width(cell) <= _CELL for cell in cells)


def _are_rows(text: str, after: str) -> bool:
    """True for 15℃左右 8小时 45分钟 above 20℃左右 5小时 30分钟: as many cells, most with figures."""
    if " " not in text or " " not in after:
        return False
    rows = (text.split(), after.split())
    return (
        len(rows[0]) == len(rows[1]) >= _CELLS
        and not _CLAUSE.search(text + after)
        and all(width(cell) <= _CELL for row in rows for cell in row)
        and 2 * sum(any(map(str.isdecimal, cell)) for cell in rows[1]) >= len(rows[1])
    )


def _is_signed(text: str) -> bool:
    """True for some words without a mark, and behind a blank the name of a person."""
    place, _, name = text.partition("\u3000" if "\u3000" in text else " ")
    whole = len(place) > 1 and all(map(is_han, place))
    return whole and is_name(re.sub(r"\s", "", name))


_WORD, _FAR_WORD = re.compile(r"[!-~]{6,}"), 6
"""A word in Latin letters that a line has no room for, and the em of one that opens no paragraph."""


def _by_length(text: str, size: float, after: str, grid: Grid) -> bool:
    """True if a line of ``size`` em is long enough to go on in the next."""
    measure = grid.measure
    word = _WORD.match(after)
    if word and size + width(word[0]) > measure:
        # The next word did not fit: 213. | DOI:10.99999/j.issn.9931-4479.2018.04.011.
        size = measure if width(word[0]) >= _FAR_WORD or not ends_sentence(text) else size
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


_REMARK = re.compile(
    r"^（[^（）]*(?:[编編][辑輯]|供稿|作者|[采採][访訪]|受[访訪]|整理|[执執][笔筆]|[摘选選]自|[来來]源|[译譯]者|[未待][完续續])[^（）]*）$"
    r"|^（(?:作者|本文|[责責]|[编編]|[记記]者|[课課][题題]|[执執][笔筆])"
)
"""（某某供稿）, （责任编辑：某某）: a remark below a text, even where its last line is full."""
_ASKS = frozenset(
    [
        "问",
        "問",
        "答",
        "记",
        "記",
        "记者",
        "記者",
        "编者",
        "編者",
        "编辑",
        "編輯",
        "编者按",
        "編者按",
        "编按",
        "編按",
    ]
)


def _is_turn(text: str, after: str, grid: Grid) -> bool:
    """True if a line begins with who speaks, where no indents tell turns from 他说：."""
    label = speaker_label(after)
    if not label:
        return False
    if width(text) < grid.measure - 4.5:
        return True
    if not ends_sentence(text):
        return False
    return label in grid.speakers or label in _ASKS or is_name(label)


def _runs_into(line: Line, following: Line, grid: Grid) -> bool:
    """True if 某某说： at the head of a line goes on with a full line and opens no turn."""
    if not fills(line, grid.measure) or is_indented(following):
        return False
    after = following.text.strip()
    speaker = speaker_label(after)
    if ends_sentence(line.text) and speaker in grid.speakers:
        return False
    label = re.split("[：:]", after, maxsplit=1)[0]
    if not is_first(after, grid) and len(label) >= 4 and not is_name(label):
        return True  # 道理并不难懂：……
    if label[-1] in _SAYS and len(label) > (2 if label[0] in _PRONOUNS else 4):
        return True  # 她想了一会儿说：……, 作者在结尾说：……
    return grid.indented or grid.spaced or not ends_sentence(line.text)


_PRONOUNS, _SAYS = frozenset("他她它我你您咱"), frozenset("说說道问問答")


def _first_of_paragraph(text: str, size: float, measure: float, after: str) -> bool:
    """A first line whose indent is lost is two em short and yet goes on."""
    return not ends_sentence(text) and size >= measure - 4.5 and len(after) > 1
