"""Where a line begins a piece, a point or a turn, or closes one."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.names import is_name
from converter.segment.units.grid import (
    Grid,
    fills,
    is_indented,
    lacks_indent_alone,
    speaker_label,
)
from converter.segment.units.indents import is_first
from converter.segment.units.matter import opens_matter, runs_within
from converter.segment.units.signs import (
    BULLET,
    FOOT_NOTE,
    NUMBERED,
    SPEAKER,
    counts_on,
    is_byline,
    is_credited,
    is_credited_picture,
    is_day,
    is_imprint,
    is_office_and_name,
)
from converter.segment.units.unit import indent_of
from converter.source import Line

DATE = re.compile(
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
RIGHT = 4.0
"""Em of blanks before who signs at the right edge of a column."""
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
CHAPTER_TALK = re.compile(r"^第[一二三四五六七八九十百]+[章节部篇](?![\s：:·、．.])[^，]{0,10}，")
"""第九章换了写法，……: a sentence about a chapter."""
_DASHED_CLAUSE = re.compile(r"——[^—《》]{2,}[，。；](?!.{0,20}》)")
"""A line that carries a sentence on after a dash, and names no source."""
_COUNTED = re.compile("^[一二三四五六七八九十]、[一二三四五六七八九十两兩](?![、.．])")
"""……每星期二、 | 四、六晚上: numbers within a sentence."""
_REMARK = re.compile(
    r"^（[^（）]*(?:[编編][辑輯]|供稿|作者|[采採][访訪]|受[访訪]|整理|[执執][笔筆]|[摘选選]自|[来來]源|[译譯]者|[未待][完续續])[^（）]*）$"
    r"|^（(?:作者|本文|[责責]|[编編]|[记記]者|[课課][题題]|[执執][笔筆])|^【本文"
)
"""（某某供稿）, （责任编辑：某某）, 【本文由……】: a remark below a text, even where its last line is full."""
_WORKED = re.compile(
    rf"^（(?:整理|[执執][笔筆]|采[访寫写]|採[訪寫]|[撰供]稿|[撰编編译譯]文|[编編][译譯]|摘[编編]|[责責]任[编編][辑輯])(?:[、，](?:整理|[执執][笔筆]|[记記][录錄]|[摄攝]影))?[：:／/]\s*[{HAN}·、 \u3000]{{2,24}}）$"
)
"""（整理：某某）, which no sentence has within, wherever the indents are lost."""
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
_PRONOUNS, _SAYS = frozenset("他她它我你您咱"), frozenset("说說道问問答")


def opens_piece(text: str, after: str, then: str) -> bool:
    """True for what below a whole sentence opens a turn, an entry or a label, or tells whence it is."""
    return (
        _ASKS_OR_ANSWERS.match(after) is not None
        or (_YEARED.match(text) is not None and _YEARED.match(after) is not None)
        or _WHENCE.match(after) is not None
        or _OF_WORK.match(after) is not None
        or _are_labelled(text, after, then)
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


def begins_anew(line: Line, following: Line, grid: Grid) -> bool:
    """True if the next line opens with a number, a speaker or a name, and so a unit."""
    text, after = line.text.strip(), following.text.strip()
    if _opens_turn(line, following, grid) or _is_apart(text, following):
        return True
    if after[0] in "【[［〔" and fills(line, grid.measure) and runs_within(text, after):
        return False
    if _SECTION.match(after) or _opens_point(line, after, grid) or _is_remark(text, after, grid):
        return True
    if _closes_piece(line, after) or is_imprint(after) or _is_made(text, grid):
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
    if DATE.match(after) and indent_of(following.text) >= 1.5:
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
    if after[0] == "□" and not after[1:2].isspace():
        return False  # a character that nobody can read any more
    within = after[0] in "（0123456789①②③④⑤⑥⑦⑧⑨⑩" or _DASHED_CLAUSE.match(after)
    return not within or counts_on(text, after)


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


_MADE = re.compile(
    rf"^[（(][{HAN} \u3000、]{{2,24}}(?:供稿|供图|供圖|辑|輯|摘编|摘編|编译|編譯|[抄选選并並拓]录|[抄選並拓]錄)[）)]$"
)


def _is_made(text: str, grid: Grid) -> bool:
    """True for （某某供稿） on a line that it does not fill: no sentence goes on behind it."""
    return width(text) < grid.measure - 1.5 and _MADE.match(text) is not None


def _is_remark(text: str, after: str, grid: Grid) -> bool:
    """True if a remark in brackets stands below the end of a text."""
    if after[0] != "（" or not ends_sentence(text):
        return False
    if width(text) < grid.measure - 1.5 or _WORKED.match(after):
        return True
    return grid.stripped and _REMARK.match(after) is not None


def _is_turn(text: str, after: str, grid: Grid) -> bool:
    """True if a line begins with who speaks, where no indents tell turns from 他说：."""
    label = speaker_label(after)
    if not label:
        return False
    if width(text) < grid.measure - 4.5:
        return True
    if not ends_sentence(text) or runs_full(text, after, grid):
        return False
    return label in grid.speakers or label in _ASKS or is_name(label)


def runs_full(text: str, after: str, grid: Grid) -> bool:
    """True for two full lines where all first lines have lost their indents: the second is no first line."""
    if not (grid.stripped and grid.flush):
        return False
    return width(text) >= grid.measure - _FULL and width(after) >= grid.measure - _FULL


_FULL = 0.6
"""By so many em at most a full line is short."""


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
