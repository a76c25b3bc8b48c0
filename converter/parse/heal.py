"""Decides whether a paragraph goes on in the next piece, and mends the seam.

Evidence, in the order of its weight: punctuation at the seam (GB/T 15834-2011: a
sentence ends in 。！？…), open brackets and quotation marks, a text doubled at the seam,
series (一是 … 二是 …) and the geometry of the printed page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from converter import patterns as re
from converter.hanzi import (
    CLOSING,
    HAN,
    PAIRS,
    ends_sentence,
    has_han,
    is_han,
    number,
    unclosed,
    unopened,
    width,
)
from converter.parse.grams import Trigrams

NO_START = frozenset(CLOSING + "，、。；：！？…％%·")
"""Marks that cannot begin a line, let alone a paragraph (GB/T 15834-2011 §5.1)."""
# All begin with one of a few characters, so that the search skips all others.
_SERIES = re.compile(
    r"(?P<first>[第其一二三四五六七八九十])(?<![^。；：，！？\s*].)"
    r"(?P<rest>(?<=[第其])[一二三四五六七八九十]{1,3}|(?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,2})"
    r"(?P<kind>是|要|、|，)"
)
_SERIES_START = re.compile(r"^\**(?P<n>[一二三四五六七八九十]{1,3})(?P<kind>是|要)")
_ITEM_START = re.compile(
    r"^(?:（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[，、,]|[一二三四五六七八九十]{1,3}、|其[一二三四五六]|[A-H][.．、]\s*(?=[\u4e00-\u9fff“])|[•●■◆▪·◎○□▲△★☆※►▶➤❖]\s*)"
)
_SAYS = re.compile(
    r"^[^，。：；！？“”]{1,16}(?:说|道|表示|介绍|告诉[^，。]{1,6}|解释|坦言|回忆|感慨|补充|强调|指出|认为|笑|问|答|喊|叹|說|表示|介紹|告訴[^，。]{1,6}|解釋)(?:着|起|道)?[。；]"
)
_NUMBERED_SECTION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]+[章节部篇])"
)
_BULLET = re.compile(r"^[•●■◆▪◎○□▲△★☆※►▶➤❖]\s*\S")
_SOURCE = re.compile(r"^(?:资料|数据|图片|資料|數據|圖片)(?:来源|來源)\s*[：:]")
_IN_BRACKETS = re.compile(r"^（[^（）]{2,40}）$")
_LABEL_START = re.compile(r"^[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,4}\s*[：:]")
_REDUPLICATED = frozenset(
    "人家天年月日处步渐常刚仅往慢早好种样事时代层个条件往刚偏恰单微默缓悄轻深大小多少久点星哈呵妈爸爷奶哥姐弟妹叔伯宝隐依频屡每纷白明暗冷清整"
)

_COUNTED_TWICE = re.compile("[二两兩三四五六七八九十百千\\d][个個]$")
_INDIVIDUAL = tuple("人体體别別性案税稅中")
"""八个 | 个字 counts twice by mistake, but 两个 | 个体户 and 一个 | 个地 do not."""

_OFTEN = 3
"""So often must an issue say a word, the one at the seam not counted, to vouch for it."""

_SINGLE_MARKS = frozenset("，。、；：！？")
"""Marks that nobody sets twice but to shout, and then not over the foot of a page."""

_SAID_TWICE = (
    "研究 商量 讨论 討論 考虑 考慮 打听 打聽 收拾 打扮 打扫 打掃 活动 活動 休息 学习 學習 锻炼 鍛煉 琢磨 合计 合計 掂量 比划 "
    "参谋 參謀 教育 照顾 照顧 热闹 熱鬧 高兴 高興 放松 放鬆 舒服 安静 安靜 凉快 涼快 暖和 交流 介绍 介紹 了解 瞭解 体验 體驗 "
    "感受 比较 比較 请教 請教 雪白 笔直 筆直 通红 通紅 火红 火紅 漆黑 冰凉 冰涼 碧绿 碧綠 金黄 金黃"
)
"""Words that are said twice by right: 商量商量, 笔直笔直 (ABAB)."""

AFTER_PARTICLE = {
    "地": "方区區点點里裡头頭位面图圖理址球名下上主力板铁鐵基形势勢域段震质質",
    "的": "确確",
    "了": "解然却结結",
    "着": "力手眼重陆陸装裝急落想火实實",
    "得": "到知出以意当當分失益名体體",
    "过": "去程年来往后後节節渡关關硬分于於滤濾",
    "和": "谐諧平睦解",
    "等": "级級待候于於",
    "并": "非且列",
    "及": "时時其格早",
    "性": "别別格能质質情",
    "化": "学學肥工石验驗",
    "与": "其会會",
    "而": "且",
    "所": "有以谓謂在长長",
    "或": "许許者",
    "之": "所",
}
"""Words that begin with a character that is else a particle: 渐渐地 | 地力 is no doubled 地."""


def is_bracketed(text: str) -> bool:
    """True for a whole remark in brackets: （实习生某某对本文亦有贡献）."""
    return _IN_BRACKETS.match(text) is not None


def is_short_item(text: str) -> bool:
    """True for an item after a bullet that is too short to fill a line: ◎ 专访."""
    return _BULLET.match(text) is not None and width(text) <= 24


SERIES = "a series begun inside the paragraph goes on"
"""The reason of a join that says what stands after a full stop, not that it stops overleaf."""


class Decision(NamedTuple):
    """Join or not, and why. ``cut`` characters at the end of the first piece are a repetition."""

    join: bool
    reason: str
    cut: int = 0
    doubt: str = ""


def _join(reason: str, *, cut: int = 0, doubt: str = "") -> Decision:
    return Decision(join=True, reason=reason, cut=cut, doubt=doubt)


def _part(reason: str, *, doubt: str = "") -> Decision:
    return Decision(join=False, reason=reason, doubt=doubt)


class Evidence:
    """What the whole issue says of its own language: neighbouring characters and their counts."""

    def __init__(self) -> None:
        self.trigrams = Trigrams()

    def learn(self, text: str) -> None:
        """Count the trigrams of a text."""
        self.trigrams.learn(text)


def decide(before: str, after: str, evidence: Evidence | None = None) -> Decision:
    """Decide whether the paragraph that ends in ``before`` goes on with ``after``."""
    a, b = before.rstrip(), after.lstrip()
    if not a or not b:
        return _part("empty")
    if _other_language(a, b):
        return _part("one is Chinese, the other is not")
    fragment = _repeated_fragment(a, b)
    if fragment:
        return _join("a word cut at the seam and then repeated", cut=fragment)
    if b[0] in NO_START and not b.startswith(("……", "——")):
        twice = a[-1] == b[0] and b[0] in _SINGLE_MARKS
        return _join("the next piece begins with a mark that cannot begin a line", cut=int(twice))
    if ends_sentence(a):
        return _after_stop(a, b)
    return _after_open(a, b, evidence)


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


def _after_stop(a: str, b: str) -> Decision:
    if a[-1] in "”」』" and _SAYS.match(b):
        return _join("who said what was quoted")
    start = _SERIES_START.match(b)
    if start and _series_goes_on(a, start):
        return _join(SERIES)
    stray = unopened(b)
    opened = unclosed(a)
    if opened and stray and opened[-1] in "“（《「『" and not b.startswith(("“", "「")):
        return _join("an open bracket or quotation mark is closed in the next piece")
    if _series_within(a, b):
        return _join(SERIES)
    return _part("a full stop")


def _series_within(a: str, b: str) -> bool:
    """一是…二是…。 | 从今年起…。三是…: a series within one paragraph, cut between sentences."""
    first = next(_members(b), None)
    if first is None or not first.start:
        return False
    value = number(first.numeral) or 0
    if value < 2:
        return False
    kind = (first.before, first.kind)
    before = [one for one in _members(a) if (one.before, one.kind) == kind]
    return bool(before) and number(before[-1].numeral) == value - 1


class _Member(NamedTuple):
    """How a member of a series within a paragraph begins: 一是, 第二，, 其三、."""

    start: int
    before: str
    """第 or 其."""
    numeral: str
    kind: str


def _members(text: str) -> Iterator[_Member]:
    for hit in _SERIES.finditer(text):
        first, rest, kind = hit.groups()
        if first in "第其":
            yield _Member(hit.start(), first, rest, kind)
        else:
            yield _Member(hit.start(), "", first + rest, kind)


def _series_goes_on(a: str, start: re.Match[str]) -> bool:
    value = number(start["n"])
    if value is None or value < 2:
        return False
    own = _SERIES_START.match(a)
    if own and own["kind"] == start["kind"] and number(own["n"]) == value - 1:
        return False
    inside = [
        number(one.numeral)
        for one in _members(a)
        if not one.before and one.kind == start["kind"] and one.start
    ]
    return bool(inside) and inside[-1] == value - 1


def _series_inside(text: str, kind: str) -> bool:
    """一是 … 二是 … in one paragraph, which began before the colon then."""
    return any(
        number(one.numeral) == 2 for one in _members(text) if not one.before and one.kind == kind
    )


_ANNOUNCES = re.compile(
    r"如下|下[列面述]|[几幾数數\d一二两兩三四五六七八九十][条條点點项項个個种種类類方层層步招件问問]|"
    r"(?:[说說道写寫字句话話文录錄算式问問答想喊信电電诗詩词詞云曰是有即为為如括于於能要会會]|[说說写寫]着|[说說道写寫]过"
    rf"|(?:这样|這樣|这么|這麼|那样|如此)[{HAN}]{{0,4}}|(?:描述|记载|記載|叙述|敘述|记述|記述|形容|评价|評價|批注|题记|題記|碑文|原文|口诀|口訣|规定|規定|记录|記錄))$"
)
"""主要有三条路子, 志中写道: what a paragraph that is set apart is announced by."""
_EXPLAINS = 48
"""Em of a paragraph that surely is more than a line above a list."""


def _explains(a: str, b: str) -> bool:
    """实行“一本册子管到底”： | 县里专科医生定方案，……: a sentence that goes on behind its colon."""
    clause = re.split(r"[。！？，；]", a[:-1])[-1]
    return (
        width(a) >= _EXPLAINS
        and "。" in a
        and is_han(b[0])
        and _ANNOUNCES.search(clause) is None
        and _ITEM_START.match(b) is None
        and number(b[0]) is None
        and "，" in b[:16]
        and ends_sentence(b)
    )


_SAYING = re.compile(r"[。！？…][”」』]?\s*——\s*[^。！？；，—]{2,24}$")
"""……雨借不出去。——网友某某."""


def _after_open(a: str, b: str, evidence: Evidence | None) -> Decision:
    if a[-1] in "：:":
        if b[0] in "“「『《":
            return _join("a colon before a quotation")
        if unclosed(a):
            return _join("an open bracket or quotation mark")
        start = _SERIES_START.match(b)
        if start and number(start["n"]) == 1 and _series_inside(b, start["kind"]):
            return _join("a series that is told within one paragraph")
        if _explains(a, b):
            return _join("a colon within a sentence")
        return _part("a colon that introduces what follows")
    if _BULLET.match(b):
        return _part("an item of a list follows")
    if is_bracketed(a) or (_SOURCE.match(a) and width(a) <= 40):
        return _part("a remark in brackets or a source is whole")
    if "——" in a[-32:] and _SAYING.search(a[-40:]) and _SAYING.search(b[-40:]):
        return _part("two sayings, each with who said it")
    if _NUMBERED_SECTION.match(b):
        return _part("a numbered heading follows", doubt="cut")
    if re.match(r"【[^】]{2,8}】", b) and not unclosed(a):
        return _part("a label in brackets opens the next piece")
    if len(a) <= 80 and "。" not in a and _LABEL_START.match(a) and _LABEL_START.match(b):
        return _part("two lines with labels, as in a list of those who take part")
    if a[-1] in "；;" and _ITEM_START.match(b):
        return _part("items of a list")
    if ("=" in a or "＝" in a) and not any(map(str.isalpha, a)):
        return _part("a sum in figures is whole")
    if _ITEM_START.match(b) and _ITEM_START.match(a):
        return _part("items of a list", doubt="" if a[-1] in "；，、" else "cut")
    cut, doubt = _doubled(a, b, evidence)
    return _join("no full stop at the end of the piece", cut=cut, doubt=doubt)


def _doubled(a: str, b: str, evidence: Evidence | None) -> tuple[int, str]:
    """How many characters at the end of ``a`` are said again by ``b``, and a doubt."""
    # …社会主义思想社 | 会主义思想为…: the joined text says the same words twice in a row,
    # and the seam lies in the second of them. Shortening the first piece by one period
    # takes one of the two away.
    head = a[-70:]
    if b[0] not in head:
        return 0, ""
    joined, seam = head + b[:30], len(head)
    for size in range(min(30, seam), 1, -1):
        inside = _repeats(joined, seam, size)
        if inside is None or (inside and size < _SURE):
            continue
        repeated = joined[seam - inside : seam - inside + size]
        if inside and size == _SURE and _may_be_meant(repeated):
            continue  # 慢慢地慢 | 慢地走, 一天又一 | 天又一天
        if not inside and repeated[-1] in "，、；" and _is_tail(a[:-size].rstrip(), repeated):
            return size, ""
        if _is_words(repeated):
            return (
                (size, "") if not _by_and_by(repeated) else (0, "doubled" * (repeated[0] != "一"))
            )
    if a[-1] == b[0] and is_han(b[0]):
        return _doubled_one(a, b, evidence)
    if (
        a[-1] == b[0]
        and b[0] in _DOUBLED
        and a.count(b[0]) + b.count(b[0]) > sum(text.count(PAIRS[b[0]]) for text in (a, b))
    ):
        return 1, ""  # 以“ | “时时放心不下”的责任感: one of the two never closes
    return 0, ""


_DOUBLED = frozenset("“「『《（")
"""Opening marks that the OCR says twice at a seam."""


_SURE = 3
"""So many characters said twice, of which the OCR has read some on either side, are no chance."""


def _repeats(text: str, seam: int, size: int) -> int | None:
    """Whether ``size`` characters around the seam are said twice in a row.

    Returns how many of the second saying stand before the seam, the fewest there can be;
    ``None`` if nothing is repeated.
    """
    after = 0
    while (
        after < size
        and seam + after < len(text)
        and (text[seam + after] == text[seam + after - size])
    ):
        after += 1
    if not after:
        return None
    inside = size - after
    if seam - inside - size < 0:
        return None
    same = all(text[seam - back] == text[seam - back - size] for back in range(1, inside + 1))
    return inside if same else None


_BETWEEN = frozenset("又接挨比連连对對跟")


def _may_be_meant(text: str) -> bool:
    """慢慢地, 天又一: three characters that somebody may well say twice."""
    return len(set(text)) < len(text) or ("一" in text and not _BETWEEN.isdisjoint(text))


def _by_and_by(text: str) -> bool:
    """一步 of 一步一步, 一点 of 一点一点, 商量 of 商量商量: said twice by right."""
    return text in _SAID_TWICE or (len(text) == 2 and text[0] == "一")


def _is_tail(before: str, repeated: str) -> bool:
    """据 | 测算，: words with a mark that end a longer clause, and so are not said twice by right."""
    words = repeated[:-1]
    whole = _is_words(words) if len(words) > 1 else is_han(words)
    return whole and (before[-1:] or "，").isalnum()


def _is_words(text: str) -> bool:
    return all(is_han(char) or char.isalnum() for char in text) and len(set(text)) > 1


def _is_word(pair: str, evidence: Evidence) -> bool:
    """单位, where the issue has it often and 单 not so much oftener."""
    said = evidence.trigrams.count(pair)
    return said > _OFTEN and 4 * said > evidence.trigrams.count(pair[0])


def _in_pairs(a: str, b: str) -> bool:
    """客客气 | 气, 高 | 高兴兴: a word of two characters, each of them said twice (AABB)."""
    joined = a[-3:] + b[:3]
    seam = len(a[-3:])
    for start in range(max(0, seam - 3), seam):
        word = joined[start : start + 4]
        doubled = len(word) == 4 and word[0] == word[1] != word[2] == word[3] not in "的地得着了"
        if doubled and start < seam < start + 4 and all(map(is_han, word)):
            return True
    return False


def _doubled_one(a: str, b: str, evidence: Evidence | None) -> tuple[int, str]:
    """One character twice: dropped only if the rest of the issue does not speak against it."""
    char = b[0]
    if _in_pairs(a, b):
        return 0, ""
    if _COUNTED_TWICE.search(a[-2:]) and b[1:2] not in _INDIVIDUAL:
        return 1, ""
    if evidence is None or len(a) < 3 or len(b) < 3:
        return 0, "doubled"
    once = evidence.trigrams[a[-2] + b[:2]]
    left = evidence.trigrams[a[-3:-1] + char]
    twice = evidence.trigrams[a[-2] + char + char] + evidence.trigrams[char + b[:2]]
    alone = not evidence.trigrams.count(char + char)
    if alone and _is_word(b[:2], evidence) and not _two_words(a, b, evidence):
        return 1, ""
    if char in _REDUPLICATED and not once:
        return 0, "" if twice else "doubled"
    if not twice and (once or (left and not _two_words(a, b, evidence))):
        return 1, ""
    return (0, "") if twice >= once + left and twice else (0, "doubled")


def _two_words(a: str, b: str, evidence: Evidence) -> bool:
    """全县 | 县委, 渐渐地 | 地力: true if one word may end here and another begin alike."""
    if b[1] in AFTER_PARTICLE.get(b[0], ""):
        return True
    count = evidence.trigrams.count
    if count(a[-2:]) < 3 or count(b[:2]) < 3:
        return False
    return sum(count(mark + b[:2]) for mark in "，。、；：“") >= 2
