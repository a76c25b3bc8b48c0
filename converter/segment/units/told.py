"""What other signs than its length say of whether a hard-wrapped line goes on in the next one."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, is_han, width
from converter.names import is_name
from converter.names.works import PICTURES, WRITING, one_of
from converter.segment.units.code import are_code
from converter.segment.units.grid import (
    Grid,
    fills,
    is_first,
    is_indented,
    lacks_indent_alone,
    speaker_label,
)
from converter.segment.units.joints import is_torn_address
from converter.segment.units.matter import ends_matter, opens_matter, runs_within
from converter.segment.units.signs import (
    APPARATUS,
    BULLET,
    COLUMNS,
    EXPOSURE,
    FOOT_NOTE,
    INDEXED,
    LED,
    NUMBERED,
    REFERENCES,
    ROW,
    SIGNED_ABROAD,
    SPEAKER,
    TIMED,
    TWO_OF_THEM,
    are_paired,
    counts_on,
    is_byline,
    is_credited,
    is_credited_picture,
    is_day,
    is_fact,
    is_imprint,
    is_office_and_name,
    is_price,
)
from converter.segment.units.unit import indent_of
from converter.source import Line

_DATE = re.compile(
    r"^(?:(?:19|20)\d\d|[二一][〇零○一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*[日号])?$"
)
_SECTION = re.compile(r"^(?P<mark>[·•])\s*[^\s，。·•](?:\s*[^\s，。·•]){0,9}\s*(?P=mark)$")
"""·家　事·: the name of a section."""
_COUNT = r"(?:\d{1,2}(?:[-.—]\d{1,2})?|[一二三四五六七八九十]{1,3})"
"""The number of a table or a figure: 3, 2-1, 三."""
_CAPTION = re.compile(
    rf"^附?[表图圖]\s*{_COUNT}[ \t\u3000]+[^\s，。；：]{{2,40}}(?:\u3000[^\s，。；：]{{2,16}})?(?<![（(])(?:[（(](?:单位|單位)[：:]?[^（）()]{{1,10}}[）)])?$"
)
"""表1　某某比较: the number of a table or a figure, a blank, and a few words without a mark."""
_SIGNED = re.compile(r"^[（(][^（）()。，]{2,24}[）)]$")
_CITED = re.compile(
    r"^[（(]\s*(?:(?:资料|数据|图片|信息|資料|數據|圖片)(?:来源|來源)|(?:来源|來源|出处|出處)|[摘选節节引转轉][选選编編]?自)[：:]?\s*[^（）()]{2,60}[）)]$"
    r"|^[（(]本?(?:案例|个案|個案|故事|数据|數據|资料|資料)(?:均|皆)?由[^（）()，。；]{2,40}(?:提供|整理|统计|統計)[）)]$"
)
"""（资料来源：……）, （本案例由某校提供） on a line of its own."""
_SOURCE = re.compile(
    r"^——+\s*(?:据|據|依|综合|綜合|(?:摘[编編]?|[选選]|[节節][选選]|引|原[载載]|整理|[转轉]引?)自|[资資]料来源|[来來]源)[^。，；]*"
    r"(?:[整摘改][理编編写寫]|[编編][写寫译譯]|》(?:[（(][^（）()]{1,16}[）)]|第[^。，；]{1,6}[章节節页頁期])?)$"
)
"""——据某某《某书》整理, which ends a box."""
_PICTURED = re.compile(
    rf"^附?[图圖]\s*{_COUNT}[ \t\u3000]+\S.*[（(][^（）()]*[摄攝绘繪供图圖][^（）()]*[）)]$"
)
"""图1 某某装置（摄于2022年5月）: a caption, and when it was taken."""
_SHOT = re.compile(
    r"^(?:[本上下左右题題]?[图圖]|照片)(?:[为為是示]|[：:])\S.*[（(][^（）()]*(?:[摄攝绘繪]|供[图圖])[）)]$"
)
"""图为某某（左）。（某某 摄）: a caption on a line of its own, within a column."""
RIGHT = 4.0
"""Em of blanks before who signs at the right edge of a column."""


_CALLS = re.compile("(?:[电電][话話]|[传傳]真|[热熱][线線])[：:]?$")
_TELEPHONE = re.compile(r"^[(（]?0\d{2,3}[)）]?\s*[-—－]?\s*\d{6,8}")
"""电话 | 0123-4567890"""


_WORKED = re.compile(
    rf"^(?P<work>{one_of(WRITING | PICTURES)})\s*[：:／/|｜]\s*[^，。；：！？]{{2,40}}$"
)
_UNFINISHED = re.compile(
    r"[^·.．…⋯‥・\s](?:[·.．…⋯‥・]\s?){6,}$|[A-Za-z][^。]*\[(?:[A-Z]{1,2}(?:/OL)?)\]\.$"
)
"""Leaders with nothing behind them, and a cited work without who printed it."""
_WEEK = ("星期", "礼拜", "禮拜")
_NUMERAL = re.compile("[一二三四五六七八九十百\\d]")


def told(line: Line, following: Line, then: Line | None, grid: Grid) -> bool | None:
    """What other signs than its length say of whether a line goes on; ``None`` for nothing."""
    text, after, measure = line.text.strip(), following.text.strip(), grid.measure
    if not measure or REFERENCES.match(text):
        return False
    if is_torn_address(text, after):
        return True
    if are_paired(text, after) or are_code(text, after):
        return False
    if len(after) <= ROW and EXPOSURE.match(after):
        return False
    one = _WORKED.match(text)
    other = _WORKED.match(after) if one is not None else None
    if one is not None and other is not None and one["work"] != other["work"]:
        return False  # 执教：某某, and 评析：某某 below it
    if _UNFINISHED.search(text) and not _UNFINISHED.search(after):
        return True  # 某某考………… over 某某（2·5）, ……[M]. over Northport: Reed Press, 1996.
    if (text[-1] in "第周週" or text.endswith(_WEEK)) and _NUMERAL.match(after):
        return True  # 谁家第 over 一、谁家第二; 每周 over 二、周四上午
    if TWO_OF_THEM.match(after) and is_han(text[-1]):
        return True  # 三所小学的 over 一、二年级
    if len(text) <= ROW and (LED.match(text) or TIMED.match(text) or INDEXED.match(text)):
        return closes_bracket(text, after)
    if _SHOT.match(text) or _SHOT.match(after):
        return False
    if ends_matter(text) or _leads_to_verse(text, after, then, measure):
        return False
    if sum(char.isalpha() for char in text) >= 8 and not has_han(text):
        if is_han(after[0]):
            return False  # an English abstract and the Chinese text below it
        if _is_latin_prose(text, after):
            return _goes_on_in_latin(text, after, measure)
    if (text.endswith("—") and after.startswith("—")) or _is_torn_credit(text, after):
        return True
    if _quotes_on(text, after) and line_size(line) >= measure - _LEFT:
        return True
    if closes_bracket(text, after) or BLANK_ANSWER.match(after):
        return True
    if _TELEPHONE.match(after) and _CALLS.search(text):
        return True
    if _ADDRESS.match(after) and text[-1] not in "，、；：":
        return False
    flush = indent_of(following.text) < 1
    if flush and NAMED.match(after) and ends_sentence(text) and fills(line, measure):
        return True  # who signed a text whose last line had no room for the name
    whole, below = ends_sentence(text), "" if then is None else then.text.strip()
    if whole and _signs_below(after, then, measure):
        return False
    if is_price(after) and is_imprint(text):
        return True
    if whole and then is not None and is_imprint(below):
        return False  # the title of the next book
    if is_fact(after) and (is_fact(text) or (then is not None and is_fact(below))):
        return False  # 导演：某某, and 编剧：某某 below it
    if is_fact(text) and text[-1] not in "、，," and width(text) < measure - 1.5:
        return False
    if whole and _opens_piece(text, after, below):
        return False
    if _begins_anew(line, following, grid) or _is_set_apart(line, following, grid):
        return False
    if then is not None and _is_above_rows(text, after, below):
        return False
    return False if max(line_size(line), line_size(following)) > measure + 6 else None


def _quotes_on(text: str, after: str) -> bool:
    """True for “让渡船真正用起 | 来”（24HW98）: words in quotation marks that the next line closes."""
    if ends_sentence(text) or text.count("“") - text.count("”") != 1:
        return False
    closes, opens = after.find("”"), after.find("“")
    return closes >= 0 and not 0 <= opens < closes


_LEFT = 4.5
"""Em that a full line may lack: a first indent that is lost, and marks that went to the next one."""


def _opens_piece(text: str, after: str, then: str) -> bool:
    """True for what below a whole sentence opens a turn, an entry or a label, or tells whence it is."""
    return (
        _ASKS_OR_ANSWERS.match(after) is not None
        or (_YEARED.match(text) is not None and _YEARED.match(after) is not None)
        or _WHENCE.match(after) is not None
        or _OF_WORK.match(after) is not None
        or _are_labelled(text, after, then)
    )


_ASKS_OR_ANSWERS = re.compile("^[问問答][：:]")
_WHENCE = re.compile(
    r"^(?:资料|数据|信息|图片|資料|數據|資訊|资讯|圖片)(?:来源|來源|出处|出處)[：:]\s*[^。；]{2,40}$"
)
"""资料来源：……, on a line of its own."""
_OF_WORK = re.compile(
    r"^(?:[资資]料)?(?:来源|來源|出处|出處)[：:]\s*《[^《》]{2,40}》(?:第?[^。；，]{0,12}[条條章节節页頁期版])?$"
)
"""来源：《某办法》第九条, on a line of its own."""
_YEARED = re.compile(
    rf"^(?:(?:清|明)?(?:[{HAN}]{{2}})?(?:元|[一二三四五六七八九十百〇○零\d]{{1,4}})年|(?:1[5-9]|20)\d\d(?:[-—–.．/]\d{{1,4}})?[\s：:—–])"
)
"""1953年5月……, 民国三十四年……, 1953　……: what begins with its year."""
_LABELLED = re.compile(
    rf"^(?P<label>[{HAN}]{{1,5}}[^说說道问問答想写寫是为為曰：:。，])[：:](?=[^\s“‘「『])"
)


def _are_labelled(text: str, after: str, then: str) -> bool:
    """True if the next line begins with a label, and so does this one or the one below that.

    交通：……。 above 住宿：……。, of which each has another word before its colon.
    """
    hit = _LABELLED.match(after)
    if hit is None:
        return False
    others = [_LABELLED.match(text), _LABELLED.match(then)]
    return any(other is not None and other["label"] != hit["label"] for other in others)


BLANK_ANSWER = re.compile("^[（(][ \u3000]*[）)]$")
"""（　）, for the answer to the question above."""
_ADDRESS = re.compile(
    rf"^(?:尊敬的|敬爱的|亲爱的|親愛的)?(?:编辑|編輯|主编|主編|记者|記者|编者|編者)(?:同志|先生|老师|老師|部)(?:们|們)?：$|^《[{HAN}]{{2,10}}》(?:杂志社?|雜誌社?)?(?:编辑部|編輯部)?：$"
)
"""编辑同志：, on a line of its own: to whom a letter is written, below its heading."""


def _leads_to_verse(text: str, after: str, then: Line | None, measure: float) -> bool:
    """True for ……唱的四句： above lines of one length that end with marks and are no full ones."""
    if (
        text[-1] != "："
        or then is None
        or after[-1] not in "，；、"
        or width(after) > measure / 2 + 1
    ):
        return False
    below = then.text.strip()
    return below[-1:] in tuple("，；、。！？") and abs(width(below) - width(after)) <= _UNEVEN


_UNEVEN = 1.5
"""Em by which lines of regular verse may differ."""


def line_size(line: Line) -> float:
    """The width of a line with its indent, if it has one."""
    indent = indent_of(line.text)
    return width(line.text.strip()) + (indent if indent <= 4 else 0)


CHAPTER_TALK = re.compile(r"^第[一二三四五六七八九十百]+[章节部篇](?![\s：:·、．.])[^，]{0,10}，")
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


def _goes_on_in_latin(text: str, after: str, measure: float) -> bool:
    """True for a long line of such text: its lines are ragged, and sentences end where they will."""
    anew = _LATIN_LABEL.match(after) or APPARATUS.match(after) or SIGNED_ABROAD.match(after)
    return width(text) >= 0.8 * measure and not anew


_DASHED_CLAUSE = re.compile(r"——[^—《》]{2,}[，。；](?!.{0,20}》)")
"""A line that carries a sentence on after a dash, and names no source."""


def _begins_anew(line: Line, following: Line, grid: Grid) -> bool:
    """True if the next line opens with a number, a speaker or a name, and so a unit."""
    text, after = line.text.strip(), following.text.strip()
    if _opens_turn(line, following, grid) or _is_apart(text, following):
        return True
    if after[0] in "【[［〔" and fills(line, grid.measure) and runs_within(text, after):
        return False
    if _SECTION.match(after) or _opens_point(line, after, grid) or _is_remark(text, after, grid):
        return True
    if _closes_piece(line, after) or is_imprint(after):
        return True
    return not ends_sentence(text) and text[-1] not in "，、；：" and is_byline(after)


def _opens_turn(line: Line, following: Line, grid: Grid) -> bool:
    """True if the next line begins with who speaks."""
    after = following.text.strip()
    if grid.stripped and grid.flush:
        return _is_turn(line.text.strip(), after, grid)
    return SPEAKER.match(after) is not None and not _runs_into(line, following, grid)


def _is_apart(text: str, following: Line) -> bool:
    """True if a line or the next one is of a kind that no text runs on from, or into."""
    after = following.text.strip()
    if after[0] in "-*+" and BULLET.match(after):
        return True
    if _DATE.match(after) and indent_of(following.text) >= 1.5:
        return True  # the date below who signs
    if is_day(after) or is_day(text):
        return True
    if is_credited(after) or is_credited(text) or FOOT_NOTE.match(after):
        return True
    if "\u3000" in text and is_office_and_name(text):
        return True  # who wrote what stands below
    return opens_matter(text, after)


def _opens_point(line: Line, after: str, grid: Grid) -> bool:
    """True if the next line is a caption or begins with a number, and carries no sentence on."""
    text = line.text.strip()
    ends = ends_sentence(text)
    if _CAPTION.match(after) and (ends or width(after) < grid.measure - 4.5):
        return True
    if not NUMBERED.match(after):
        return False
    if ends or not fills(line, grid.measure):
        return True
    if CHAPTER_TALK.match(after) or _COUNTED.match(after):
        return False
    within = after[0] in "（0123456789①②③④⑤⑥⑦⑧⑨⑩" or _DASHED_CLAUSE.match(after)
    return not within or counts_on(text, after)


_COUNTED = re.compile("^[一二三四五六七八九十]、[一二三四五六七八九十两兩](?![、.．])")
"""……每星期二、 | 四、六晚上: numbers within a sentence."""


def _closes_piece(line: Line, after: str) -> bool:
    """True for a line that stands at the end of something: who made it, or whence it was taken."""
    text = line.text.strip()
    if is_imprint(text) or is_credited_picture(text):
        return True
    if text[0] in "—图圖附" and (_SOURCE.match(text) or _PICTURED.match(text)):
        return True
    if _OF_WORK.match(text):
        return True
    if _CITED.match(text) and _CITED.match(text + after[:8]) is None:
        return True  # the source under a box or a table, and what stands below it
    return _SIGNED.match(text) is not None and indent_of(line.text) >= RIGHT


def _is_remark(text: str, after: str, grid: Grid) -> bool:
    """True if a remark in brackets stands below the end of a text."""
    if after[0] != "（" or not ends_sentence(text):
        return False
    if width(text) < grid.measure - 1.5:
        return True
    return grid.stripped and _REMARK.match(after) is not None


NAMED = re.compile(rf"^（[{HAN}](?:\s?[{HAN}]){{1,3}}）$")
_REST = 10
"""Em of the rest of a remark: ……不得上市。（本 | 刊讯）."""


def closes_bracket(text: str, after: str) -> bool:
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
    if _is_row(text) or _is_row(after):
        return True
    if text[0] in "表续續" and _heads_rows(text, after):
        return True
    if text.count("|") >= 2 or after.count("|") >= 2 or text.startswith("#"):
        return True
    indent, next_indent = indent_of(line.text), indent_of(following.text)
    if next_indent > 4 and indent <= 4 and ends_sentence(text):
        return True  # a signature at the right edge
    if (
        next_indent >= RIGHT
        and next_indent > indent + 0.9
        and (_is_signed(after) or _NAMES_GUEST.match(after))
    ):
        return True  # a house or a place, and who signs, below a title that is as long as a line
    if is_indented(following) and next_indent > indent + 0.9:
        return True
    if grid.indented and is_indented(following):
        names = text.count("\u3000") >= _CELLS - 1 and not _CLAUSE.search(text)
        if names or not fills(line, grid.measure):
            return True  # a row of names is none of the text below it, full as it may be
    ends = ends_sentence(text) or (text[-1] in "；：" and NUMBERED.match(after) is not None)
    return indent >= 1.0 and next_indent >= 1.0 and ends


_NAMES_GUEST = re.compile(rf"^[{HAN}](?:[ \u3000]?[{HAN}]){{1,2}}\u3000+[{HAN}]{{4,}}$")
"""沈 萍　某某省某某院院长, under the first guest: another one, and what he is."""
_CLAUSE = re.compile("[，。；：？！、]")
_GAP = re.compile("[ \u3000]")
_CELL, _CELLS = 16, 3
"""Em of the widest cell of a table, and the fewest in a row."""


_TABLE = re.compile(r"^[续續]?表\s*\d{1,2}(?:[-.—]\d{1,2})?(?:[ \t\u3000]+\S|$)")
_NAMES_TABLE = re.compile(
    rf"(?:表|得分|成绩|成績|数据|數據|对照|對照|比较|比較|一览|一覽|统计|統計|情况|情況|价格|價格|参数|參數|结果|結果)$"
    rf"|[（(](?:单位|單位)?[：:]?[{HAN}/%％‰℃]{{1,8}}[）)]$"
)
"""What a table is called, or the unit of its figures behind that: 各月来船（艘）."""


def _heads_rows(text: str, after: str) -> bool:
    """True for 表1　各月的船次 above 月份 天数 船次: a caption, and the cells of the first row."""
    if not _TABLE.match(text) or ends_sentence(text) or _CLAUSE.search(after):
        return False
    cells = after.split()
    return len(cells) > 1 and all(width(cell) <= _CELL for cell in cells)


def _are_rows(text: str, after: str) -> bool:
    """True for 15℃左右 8小时 45分钟 above 20℃左右 5小时 30分钟: as many cells, most with figures."""
    if not (_GAP.search(text) and _GAP.search(after)):
        return False
    rows = (text.split(), after.split())
    return (
        len(rows[0]) == len(rows[1]) >= _CELLS
        and not _CLAUSE.search(text + after)
        and all(width(cell) <= _CELL for row in rows for cell in row)
        and 2 * sum(any(map(str.isdecimal, cell)) for cell in rows[1]) >= len(rows[1])
    )


def _is_above_rows(text: str, after: str, then: str) -> bool:
    """True for what stands above the head of a table, or above the caption over that.

    表1 …… over cells may cut a sentence.
    """
    if _are_rows(after, then) or (after[0] in "表续續" and _heads_rows(after, then)):
        return True
    cells = then.split() if _NAMES_TABLE.search(after) else then.split("\u3000")
    heads = len(cells) >= _CELLS and all(0 < width(cell) <= _CELL for cell in cells)
    may_stand = ends_sentence(text) or (
        _NAMES_TABLE.search(after) is not None and not _CLAUSE.search(after)
    )
    return heads and may_stand and not (ends_sentence(after) or _CLAUSE.search(then))


def _is_row(text: str) -> bool:
    """True for 番茄　19　0.9　10　19: a word, and a figure in each cell behind it."""
    if "\u3000" not in text:
        return False
    first, *cells = text.split("\u3000")
    return (
        len(cells) + 1 >= _CELLS
        and has_han(first)
        and width(first) <= _CELL
        and all(map(_FIGURE.match, cells))
    )


_FIGURE = re.compile(r"^[+-]?\d[\d.,]*[%％‰]?$|^[-－–—…]$")


def _signs_below(after: str, then: Line | None, measure: float) -> bool:
    """True for 某某镇　孙渡 as the last of some lines, or above a date: who signs a letter, and where from."""
    if "\u3000" not in after or width(after) > measure * _SIGNATURE or not _is_signed(after):
        return False
    return then is None or _DATE.match(then.text.strip()) is not None


_SIGNATURE = 0.75
"""The part of a line that a signature takes at most, without the blanks before it."""


def _is_signed(text: str) -> bool:
    """True for some words without a mark, and behind a blank the name of a person."""
    place, _, name = text.partition("\u3000" if "\u3000" in text else " ")
    whole = len(place) > 1 and all(map(is_han, place))
    return whole and is_name(re.sub(r"\s", "", name))


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
    if is_indented(following) or not (
        fills(line, grid.measure) or lacks_indent_alone(line, following, grid.measure)
    ):
        return False
    after = following.text.strip()
    speaker = speaker_label(after)
    if ends_sentence(line.text) and speaker in grid.speakers:
        return False
    label = re.split("[：:]", after, maxsplit=1)[0]
    if not is_first(after, grid) and len(label) >= 4 and not is_name(label):
        return True  # 道理并不难懂：……
    if label[-1:] in _SAYS and len(label) > (2 if label[0] in _PRONOUNS else 4):
        return True  # 她想了一会儿说：……, 作者在结尾说：……
    return grid.indented or grid.spaced or not ends_sentence(line.text)


_PRONOUNS, _SAYS = frozenset("他她它我你您咱"), frozenset("说說道问問答")
