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
)
from converter.segment.units.joints import is_torn_address
from converter.segment.units.matter import ends_matter, lists_on
from converter.segment.units.pieces import DATE, begins_anew, opens_piece, runs_full
from converter.segment.units.rows import is_above_rows, is_set_apart, is_signed
from converter.segment.units.signs import (
    APPARATUS,
    CALLED_ALONE,
    EXPOSURE,
    INDEXED,
    LED,
    REFERENCES,
    ROW,
    SIGNED_ABROAD,
    TIMED,
    TWO_OF_THEM,
    are_paired,
    is_byline,
    is_fact,
    is_imprint,
    is_price,
)
from converter.segment.units.unit import indent_of
from converter.source import Line

_SHOT = re.compile(
    r"^(?:[本上下左右题題]?[图圖]|照片)(?:[为為是示]|[：:])\S.*[（(][^（）()]*(?:[摄攝绘繪]|供[图圖])[）)]$"
)
"""图为某某（左）。（某某 摄）: a caption on a line of its own, within a column."""
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
_BOLD = re.compile(r"^\*\*[^*]{1,60}[^*，、；：]\*\*$")
"""A line that is bold as a whole, which no other type carries on."""
_WEEK = ("星期", "礼拜", "禮拜")
_NUMERAL = re.compile("[一二三四五六七八九十百\\d]")
_LEFT = 4.5
"""Em that a full line may lack: a first indent that is lost, and marks that went to the next one."""
BLANK_ANSWER = re.compile("^[（(][ \u3000]*[）)]$")
"""（　）, for the answer to the question above."""
_ADDRESS = re.compile(
    rf"^(?:尊敬的|敬爱的|亲爱的|親愛的)?(?:编辑|編輯|主编|主編|记者|記者|编者|編者)(?:同志|先生|老师|老師|部)(?:们|們)?：$|^《[{HAN}]{{2,10}}》(?:杂志社?|雜誌社?)?(?:编辑部|編輯部)?：$"
)
"""编辑同志：, on a line of its own: to whom a letter is written, below its heading."""
_CALLED = re.compile(
    rf"^[{HAN}]{{1,4}}(?:同学|同學|同志|老师|老師|师傅|師傅|先生|女士|大夫|医生|醫生|教授|战友|戰友|朋友|读者|讀者)(?:们|們)?[：:]$"
)
"""小满同学：, on a line of its own: who wrote the letter above."""
_UNEVEN = 1.5
"""Em by which lines of regular verse may differ."""
_LATIN_LABEL = re.compile(r"^[A-Z][A-Za-z ]{2,16}[:：]")
"""Key words: ……, which opens a paragraph of its own."""
NAMED = re.compile(rf"^（[{HAN}](?:\s?[{HAN}]){{1,3}}）$")
_REST = 10
"""Em of the rest of a remark: ……不得上市。（本 | 刊讯）."""
_SIGNATURE = 0.75
"""The part of a line that a signature takes at most, without the blanks before it."""


def told(line: Line, following: Line, then: Line | None, grid: Grid) -> bool | None:
    """What other signs than its length say of whether a line goes on; ``None`` for nothing."""
    text, after, measure = line.text.strip(), following.text.strip(), grid.measure
    if not measure or REFERENCES.match(text):
        return False
    said = _told_by_torn(text, after)
    if said is None:
        said = _told_by_kind(text, after, then, measure)
    if said is None:
        said = _told_by_joint(line, text, after, measure)
    return _told_by_place(line, following, then, grid) if said is None else said


def _told_by_torn(text: str, after: str) -> bool | None:
    """What rows, programs, leaders and numerals on two lines say; ``None`` for nothing."""
    if is_torn_address(text, after) or lists_on(text, after) or CALLED_ALONE.match(after):
        return True
    if text[0] == "*" and _BOLD.match(text) and after[0] != "*":
        return False
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
    return None


def _told_by_kind(text: str, after: str, then: Line | None, measure: float) -> bool | None:
    """What lists, captions, verse and English say; ``None`` for nothing."""
    if len(text) <= ROW and (
        LED.match(text) or INDEXED.match(text) or _is_row(text, after, measure)
    ):
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
    return None


def _is_row(text: str, after: str, measure: float) -> bool:
    """True for 八月十六日上午　　讲座; 7月6日　某局在某地…… goes on below if it fills its column, and no row stands there."""
    if TIMED.match(text) is None:
        return False
    told = _DAY.match(text) is not None and width(text) >= measure - _ROOM
    return not told or TIMED.match(after) is not None


_DAY = re.compile(r"^[\d年月]{1,10}[日号號]\u3000\S")
"""7月6日　……, of a chronicle: one blank right behind the day."""
_ROOM = 0.6
"""Em that a line may leave that has no room for one character more."""


def _told_by_joint(line: Line, text: str, after: str, measure: float) -> bool | None:
    """What the marks on both sides of the line's end say; ``None`` for nothing."""
    if (text.endswith("—") and after.startswith("—")) or _is_torn_credit(text, after):
        return True
    if _quotes_on(text, after) and line_size(line) >= measure - _LEFT:
        return True
    if closes_bracket(text, after) or BLANK_ANSWER.match(after):
        return True
    return True if _TELEPHONE.match(after) and _CALLS.search(text) else None


def _told_by_place(line: Line, following: Line, then: Line | None, grid: Grid) -> bool | None:
    """What signatures, books and facts say, and where the lines stand; ``None`` for nothing."""
    text, after, measure = line.text.strip(), following.text.strip(), grid.measure
    if _ADDRESS.match(after) and text[-1] not in "，、；：":
        return False
    if _CALLED.match(after) and is_signed(text):
        return False  # 某校　某某 below a letter, and 某某同学：, whom the answer calls
    flush = indent_of(following.text) < 1
    if flush and NAMED.match(after) and ends_sentence(text) and fills(line, measure):
        return True  # who signed a text whose last line had no room for the name
    whole, below = ends_sentence(text), "" if then is None else then.text.strip()
    if not whole and (_is_signed_in_brackets(text, after, measure) or _signs(text, measure)):
        return False
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
    if whole and not runs_full(text, after, grid) and opens_piece(text, after, below):
        return False
    if begins_anew(line, following, grid) or is_set_apart(line, following, grid):
        return False
    if then is not None and is_above_rows(text, after, below, measure):
        return False
    return False if max(line_size(line), line_size(following)) > measure + 6 else None


def _is_signed_in_brackets(text: str, after: str, measure: float) -> bool:
    """True for （某某站　某某） on a line of its own, or （某某） below a comma: the text above has lost its end."""
    inside = _in_brackets(after, measure)
    return is_signed(inside) or (text[-1] in "，、；：" and is_name(inside))


def _signs(text: str, measure: float) -> bool:
    """True for （某科某届　某某） alone on a short line: it ends a piece, and the next one begins below."""
    inside = _in_brackets(text, measure)
    return _TWO_PARTS.search(inside) is not None and is_signed(inside)


def _in_brackets(text: str, measure: float) -> str:
    """What a short line has in brackets as a whole; "" for any other line."""
    hit = _BRACKETED.match(text) if width(text) <= measure * _SIGNATURE else None
    return hit["inside"] if hit is not None else ""


_TWO_PARTS = re.compile(r"\S\s+\S")
_BRACKETED = re.compile("^（(?P<inside>[^（）。，、；：！？《》]{2,24})）$")


def _quotes_on(text: str, after: str) -> bool:
    """True for “让渡船真正用起 | 来”（24HW98）: words in quotation marks that the next line closes."""
    if ends_sentence(text) or text.count("“") - text.count("”") != 1:
        return False
    closes, opens = after.find("”"), after.find("“")
    return closes >= 0 and not 0 <= opens < closes


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


def line_size(line: Line) -> float:
    """The width of a line with its indent, if it has one."""
    indent = indent_of(line.text)
    return width(line.text.strip()) + (indent if indent <= 4 else 0)


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


def closes_bracket(text: str, after: str) -> bool:
    """True for （1.某大学，某市　100000；2. | 某中心）, in smaller type, and for the rest of a remark."""
    opened = text.count("（") - text.count("）")
    if opened != 1 or after[-1] != "）" or after.count("）") - after.count("（") != 1:
        return False
    return text[0] == "（" or width(after) <= _REST


def _is_torn_credit(text: str, after: str) -> bool:
    """……的堤上。　本 | 报记者　某某　摄: who took the picture, broken over the line.

    So are 某某／ | 摄 and 摄影 | ／某某.
    """
    if _BEHIND_WORK.match(after) and _WORK_AT_END.search(text):
        return True
    if after in TOOK and (text[-1] in "／/" or is_han(text[-1])):
        return True
    head, *rest = re.split(r"\s+", text)[::-1]
    return (
        bool(rest)
        and len(head) <= 4
        and after[-1] in "摄攝"
        and is_byline(head + after[:-1].strip())
    )


_BEHIND_WORK = re.compile(rf"^[/／][ \u3000]?[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}$")
_WORK_AT_END = re.compile("(?:[摄攝]影|[供插题題绘繪][图圖]|[绘繪]画|[图圖]片)$")
TOOK = frozenset(["摄", "攝", "摄）", "攝）"])
"""What is no line by itself, but the last word of a caption."""


def _signs_below(after: str, then: Line | None, measure: float) -> bool:
    """True for 某某镇　孙渡 as the last of some lines, or above a date: who signs a letter, and where from."""
    if "\u3000" not in after or width(after) > measure * _SIGNATURE or not is_signed(after):
        return False
    return then is None or DATE.match(then.text.strip()) is not None
