"""What the marks and words on both sides of a seam say."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import (
    CLOSING,
    HAN,
    ends_sentence,
    has_han,
    is_han,
    number,
    unclosed,
    unopened,
    width,
)
from converter.parse.farewells import is_farewell, takes_leave
from converter.parse.grams import Trigrams
from converter.parse.heal import series
from converter.parse.heal.decision import Decision, join, part
from converter.parse.heal.doubled import ANSWERS, begins_again, said_twice

NO_START = frozenset(CLOSING + "，、。；：！？…％%·")
"""Marks that cannot begin a line, let alone a paragraph (GB/T 15834-2011 §5.1)."""
SERIES = "a series begun inside the paragraph goes on"
"""The reason of a join that says what stands after a full stop, not that it stops overleaf."""
COLON = "a colon that introduces what follows"
"""The reason of a paragraph of its own that a page break refutes, where the sentence goes on."""
QUOTED = "a colon before a quotation"
"""The reason of a join that paragraphs of speech refute, each on a line of its own."""
CLOSED_BELOW = "an open bracket or quotation mark is closed in the next piece"
"""The reason of a join that a blank line within a page refutes, where OCR has lost that mark."""
NO_STOP = "no full stop at the end of the piece"
"""The reason of a join that says no more than that."""
_SINGLE_MARKS = frozenset("，。、；：！？")
"""Marks that nobody sets twice but to shout, and then not over the foot of a page."""
_ITEM_START = re.compile(
    r"^(?:（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[，、,]|[一二三四五六七八九十]{1,3}、|其[一二三四五六]|[A-H][.．、]\s*(?=[\u4e00-\u9fff“])|[•●■◆▪·◎○□▲△★☆※►▶➤❖]\s*)"
)
_SAYS = re.compile(
    r"^(?![^，。]*(?:[没沒]有?(?:再|去|马上|馬上|人|谁|誰|一个人|一個人)?|[无無]人)(?:说|說|回答|[应應]?答|问|問|笑|表示)|[^，。]{0,14}(?:怎[么麼样樣]|如何|[该該]|[什甚][么麼]|不知道?|[谁誰](?:也|都)[没沒不]))[^，。：；！？“”]{1,16}(?:说|(?<![一二两三四五六七八九十几那这每第半知味街隧频管赛轨渠通人河车古山])道|表示|介绍|告诉[^，。]{1,6}|解释|坦言|回忆|感慨|补充|强调|指出|认为|笑|问|答|喊|叹|說|表示|介紹|告訴[^，。]{1,6}|解釋)(?:着|起|道)?[。；]"
)
"""某某笑着说。: who said what stands above; 没有人知道该怎么回答。 tells that nobody says anything."""
_NUMBERED_SECTION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,3}[、，和])|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]+[章节部篇](?!，))"
)
_BULLET = re.compile(r"^[•●■◆▪◎○□▲△★☆※►▶➤❖]\s*\S")
_SOURCE = re.compile(r"^(?:资料|数据|图片|資料|數據|圖片)(?:来源|來源)\s*[：:]")
_IN_BRACKETS = re.compile(r"^（[^（）]{2,40}）$")
_LABEL_START = re.compile(r"^[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,4}\s*[：:]")


def is_bracketed(text: str) -> bool:
    """True for a whole remark in brackets: （实习生某某对本文亦有贡献）."""
    return _IN_BRACKETS.match(text) is not None


_SAID_BY = re.compile(rf"[。！？]\s*——\s*[{HAN}]{{2,6}}(?:[，,]\s*[{HAN}\dA-Za-z·]{{2,12}})?$")


def ends_with_name(text: str) -> bool:
    """True for ……不要变成三块。——匿名，2016级: who wrote a message stands behind its last word."""
    return "——" in text[-_SAID:] and _SAID_BY.search(text) is not None


_SAID = 24
_WHOSE = re.compile(r"[。！？…”]\s*——\s*(?P<who>[^。！？；：—“”]{2,48})$")
_WIDEST_WHO, _LONGEST_SAYING = 48, 400


def _is_saying(text: str) -> bool:
    """True for ……晒太阳的理由。——某某在某会上说: a saying, and behind its last stop who said it and where.

    Of several such each is whole, as no sentence that a page cuts is followed by another one.
    """
    return (
        "——" in text[-_WIDEST_WHO - 2 :]
        and len(text) < _LONGEST_SAYING
        and bool(_WHOSE.search(text))
    )


_DOTTED = re.compile(rf"^·\s*[{HAN}“《\d]")


def is_short_item(text: str) -> bool:
    """True for an item after a bullet that is too short to fill a line: ◎ 专访, ·生抽."""
    return (_BULLET.match(text) or _DOTTED.match(text)) is not None and width(text) <= 24


def decide(before: str, after: str, trigrams: Trigrams | None = None) -> Decision:
    """Decide whether the paragraph that ends in ``before`` goes on with ``after``."""
    a, b = before.rstrip(), after.lstrip()
    if not a or not b:
        return part("empty")
    if _other_language(a, b) and not (unclosed(a) and unopened(b)):
        return part("one is Chinese, the other is not")
    fragment = _repeated_fragment(a, b)
    if fragment:
        return join("a word cut at the seam and then repeated", cut=fragment)
    if _DOTTED.match(b) and (_DOTTED.match(a) or ends_sentence(a) or a[-1] in "：；"):
        return part("an item of a list follows")  # · within a name begins no line
    if b[0] in NO_START and not b.startswith(("……", "——")):
        twice = begins_again(a, b) or int(a[-1] == b[0] and b[0] in _SINGLE_MARKS)
        return join("the next piece begins with a mark that cannot begin a line", cut=twice)
    if ends_sentence(a) or a.endswith(_BROKEN_OFF):
        return _after_stop(a, b)
    if ends_with_name(a):
        return part("who said it stands at its end")
    if _is_saying(a) and _is_saying(b):
        return part("who said it stands at its end")
    return _after_open(a, b, trigrams)


_BROKEN_OFF = ("——”", "——」", "——』")
"""“我是说——”: somebody is cut short, and what he says is over all the same."""


def _other_language(a: str, b: str) -> bool:
    """True if one piece is a passage in Latin script and the other is Chinese."""
    tail, head = a[-60:], b[:60]
    if has_han(tail) == has_han(head):
        return False
    foreign = head if has_han(tail) else tail
    return sum(char.isalpha() for char in foreign) >= 16 and " " in foreign


def _repeated_fragment(a: str, b: str) -> int:
    """…增强。实 | 实践证明…: what follows the last full stop is repeated as the beginning."""
    tail = re.search(r"[。！？；”]([^。！？；”，、]{1,6})$", a[-7:])
    if tail and b.startswith(tail[1]) and len(tail[1]) < len(b) and is_han(tail[1][0]):
        return len(tail[1])
    return 0


_STOPPED = re.compile(rf"[{HAN}]{{1,8}}[。！？]")


_ALONE = 5
"""Characters of what is said again with nothing behind it, its stop among them."""


def _stopped_again(a: str, b: str) -> int:
    """钟。 of 十一分钟。 | 钟。这一年……: the end of a sentence, and its stop, said again.

    A few words may be all that stands there: 好心好意地给堵上了。 | 给堵上了。
    """
    hit = _STOPPED.match(b)
    if hit is None or not a.endswith(hit[0]) or (hit.end() == len(b) < _ALONE):
        return 0
    whole = not is_han(a[-len(hit[0]) - 1 : -len(hit[0])])
    return 0 if whole or hit[0][0] in ANSWERS else len(hit[0])


def _after_stop(a: str, b: str) -> Decision:
    if size := _stopped_again(a, b):
        return join("the end of a sentence is said again", cut=size)
    if a[-1] in "”」』" and _SAYS.match(b):
        return join("who said what was quoted")
    if series.goes_on(a, b) or series.leaves_point(a, b):
        return join(SERIES)
    opened = unclosed(a) if unopened(b) else ""
    if opened and opened[-1] in "“（《「『" and not b.startswith(("“", "「")):
        return join(CLOSED_BELOW)
    if series.goes_on_within(a, b):
        return join(SERIES)
    return part("a full stop")


_ANNOUNCES = re.compile(
    r"如下|下[列面述]|照[录錄]|抄[录錄]|(?:[几幾數数\d二两兩三四五六七八九十]|一(?![个個][^，。：；]{1,6}的))[条條点點项項个個种種类類方层層步招件问問](?![多小月钟鐘星])|"
    r"(?:[说說道写寫字句话話文录錄算式问問答想喊信电電诗詩词詞云曰是有即为為如括于於能要会會]|[说說写寫]着|[说說道写寫]过"
    rf"|(?:这样|這樣|这么|這麼|那样|如此)[{HAN}]{{0,4}}|(?:描述|记载|記載|叙述|敘述|记述|記述|形容|评价|評價|批注|题记|題記|碑文|原文|口诀|口訣|规定|規定|记录|記錄))$"
)
"""主要有三条路子, 志中写道: what a paragraph that is set apart is announced by."""
_EXPLAINS = 48
"""Em of a paragraph that surely is more than a line above a list."""
_CLAUSE, _OVERLEAF = 16, 24
"""Characters of its first clause, and em of a paragraph where a page breaks behind the colon, as
hardly any does above a list."""


def announces(before: str) -> bool:
    """True for 主要有三条路子： and 志中写道：, behind which something is set apart."""
    return _ANNOUNCES.search(re.split(r"[。！？，；]", before.rstrip()[:-1])[-1]) is not None


def explains_overleaf(before: str, after: str) -> bool:
    """True for a sentence that goes on behind its colon, where a page breaks."""
    a, b = before.rstrip(), after.lstrip()
    return a[-1:] == "：" and bool(b) and _explains(a, b, _OVERLEAF, 2 * _CLAUSE)


def _explains(a: str, b: str, least: float = _EXPLAINS, reach: int = _CLAUSE) -> bool:
    """实行“一本册子管到底”： | 县里专科医生定方案，……: a sentence that goes on behind its colon."""
    return (
        width(a) >= least
        and "。" in a
        and is_han(b[0])
        and not announces(a)
        and _ITEM_START.match(b) is None
        and _LABEL_START.match(b) is None
        and number(b[0]) is None
        and "，" in b[:reach]
        and ends_sentence(b)
    )


def _is_formula(text: str) -> bool:
    """True for R = n(1-p)v - c（1）, on a line of its own, with its number behind it."""
    return (
        width(text) <= _FORMULA and not has_han(text) and _NUMBERED_FORMULA.search(text) is not None
    )


_FORMULA = 60
_NUMBERED_FORMULA = re.compile(r"=.*[（(]\s*\d{1,2}(?:[-—.]\d{1,2})?\s*[）)]$")
_SAYING = re.compile(r"[。！？…][”」』]?\s*——\s*[^。！？；，—]{2,24}$")
"""……雨借不出去。——网友某某."""


def _announced_again(a: str, b: str) -> int:
    """了： of 就不同了： | 了：“张老师……”: the end of a clause and its colon, said again."""
    at = b.find("：", 0, _CLAUSE) + 1
    return at if 1 < at < len(b) and a.endswith(b[:at]) else 0


def _after_colon(a: str, b: str) -> Decision:
    if size := _announced_again(a, b):
        return join("the end of a clause is said again", cut=size)
    if b[0] in "“「『《":
        return join(QUOTED)
    if unclosed(a):
        return join("an open bracket or quotation mark")
    if series.is_told_in(b):
        return join("a series that is told within one paragraph")
    if _explains(a, b):
        return join("a colon within a sentence")
    return part(COLON)


_REFERENCE = re.compile(r"[［\[〔]\s*(\d{1,3})\s*[］\]〕]")


def _is_next_reference(a: str, b: str) -> bool:
    """［1］某书［M］. 2010. | ［2］某文［J］.……: references end in a year and its point."""
    above, below = _REFERENCE.match(a), _REFERENCE.match(b)
    return above is not None and below is not None and int(below[1]) == int(above[1]) + 1


_COUNTED = re.compile(r"(?:^|(?<=\s))(\d{1,3})[.．](?=\s*[^\s\d])")


def _are_counted(a: str, b: str) -> bool:
    """1. 炮二平五　马8进7　2. 马二进三　车9平8 | 黑方……。: moves of a game, on a line of their own."""
    if _COUNTED.match(a) is None or any(mark in a for mark in "，。；、") or unclosed(a):
        return False
    numbers = list(map(int, _COUNTED.findall(a)))
    if len(numbers) < _MOVES or numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
        return False
    return is_han(b[0]) and "。" in b and _COUNTED.search(b) is None


_MOVES = 3
"""So many numbers in a row, each behind a blank, count by no chance."""


def _after_open(a: str, b: str, trigrams: Trigrams | None) -> Decision:
    if a[-1] in "：:":
        return _after_colon(a, b)
    if is_farewell(a) or takes_leave(a, b):
        return part("a letter takes its leave")
    if _BULLET.match(b):
        return part("an item of a list follows")
    if is_bracketed(a) or (_SOURCE.match(a) and width(a) <= 40):
        return part("a remark in brackets or a source is whole")
    if "——" in a[-32:] and _SAYING.search(a[-40:]) and _SAYING.search(b[-40:]):
        return part("two sayings, each with who said it")
    if _NUMBERED_SECTION.match(b) and not series.ends_word(a, b):
        return part("a numbered heading follows", doubt="cut")
    if re.match(r"【[^】]{2,8}】", b) and not unclosed(a):
        return part("a label in brackets opens the next piece")
    if len(a) <= 80 and "。" not in a and _LABEL_START.match(a) and _LABEL_START.match(b):
        return part("two lines with labels, as in a list of those who take part")
    if a[-1] in "；;" and _ITEM_START.match(b):
        goes_on = series.goes_on_behind(a, b) or series.goes_on_in_brackets(a, b)
        return join(SERIES) if goes_on else part("items of a list")
    if ("=" in a or "＝" in a) and (not any(map(str.isalpha, a)) or _is_formula(a)):
        return part("a sum in figures, or a formula, is whole")
    if _ITEM_START.match(b) and _ITEM_START.match(a):
        return part("items of a list", doubt="" if a[-1] in "；，、" else "cut")
    if series.counts_on(a, b):
        return part("the next of some paragraphs that count", doubt="cut")
    if _is_next_reference(a, b):
        return part("the next of some references")
    if _are_counted(a, b):
        return part("what is counted on one line is whole above a sentence")
    cut, doubt = said_twice(a, b, trigrams)
    return join(NO_STOP, cut=cut, doubt=doubt)
