"""How likely a text goes on, in the middle of a sentence, in one piece rather than in another.

Used where a box stands within a sentence and does not tell where it ends: of the pieces
after it one carries on the sentence, and those before that one are the box's.
"""

from __future__ import annotations

import math

from converter import patterns as re
from converter.hanzi import CLOSING, OPENING, is_han, unclosed, unopened
from converter.parse.grams import Trigrams
from converter.parse.heal.doubled import ANSWERS
from converter.parse.heal.series import is_parted
from converter.parse.usage import joins

_NO_START = frozenset(CLOSING + "，、。；：！？％%")
_PAIRS = (
    ("不是|并非|並非", "而是"),
    ("不仅|不但|不只|不光|不僅", "而且|还|還|也|更"),
    ("虽然|虽|尽管|雖然|儘管", "但|却|卻|仍"),
    ("因为|由于|因為|由於|之所以", "所以|因此|是因为|是因為"),
    ("只有|唯有", "才"),
    ("只要", "就|便"),
    ("如果|若|倘若|要是|假如|一旦", "就|那么|那麼|便|则|則"),
    ("无论|不论|不管|無論|不論", "都|也|总|總"),
    ("既", "也|又"),
    ("一方面", "另一方面|一方面"),
    ("一边|一面|一頭|一头|一邊", "一边|一面|一頭|一头|一邊"),
    ("与其|與其", "不如"),
    ("宁可|宁愿|寧可|寧願", "也"),
    ("有的|有些", "有的|有些"),
    ("从前|过去|以前|從前|過去", "如今|现在|今天|現在"),
    ("直到", "才"),
)
"""Words that call for others later in the sentence."""
_CALLS = tuple(
    (
        re.compile(rf"(?:^|[，；：“])[^，。；：]{{0,8}}?(?:{one})"),
        re.compile(rf"(?:^|，)(?:{other})"),
    )
    for one, other in _PAIRS
)
_FIRST = re.compile(r"^[^。！？；]*")
_SAYS = re.compile(
    r"(?:常|也|又|还|還|曾|接着|笑着|總|总)?(?:说|說|表示|介绍|介紹|告诉|告訴|认为|認為|坦言|回忆|回憶|感慨|指出|强调|強調|解释|解釋)"
)
_COMPLEMENT = re.compile(
    r"^(?:出来|起来|下来|上来|回来|进来|出去|下去|上去|進來|起來|下來|上來|回來|出來)(?!，)|^[们們]"
)
"""What follows a verb (腾 | 出来的时间), and 我 | 们: nothing begins with it."""
_PARTICLE = re.compile("^(?:了(?![解然却結结如得])|着(?![力手眼重陆陸装裝急落想火实實色迷凉涼]))")
"""What follows a verb as well: 坐在桥上抽 | 了两根烟."""
_RESULT = 3.0
_NUMERAL = re.compile(
    r"(?:[\d一二三四五六七八九十百千万億亿两兩几幾]|[第这這每]|(?<=[\d十百千万萬億亿])[余餘多])$"
)
_COUNTED = re.compile(
    r"^(?:月份?|年|[日号號](?!常|子|前|本|后|後|益)|[个個名元万萬亿億位家人次项項座条條吨噸岁歲倍层層间間斤亩畝]"
    r"(?![们民家口才类數数])|[档檔](?!案)|公里|公斤|公顷|平方米|立方米|千米|分之|多[个個名元万位家人次]"
    r"|[圈遍趟段回番阵陣声聲眼口步下场場顿頓把天年](?=[，。；、：！？]))"
)
"""What is counted, by the figure that stands before it: 八 | 月份."""
_DIGITS = frozenset("二三四五六七八九两兩几幾")
_TENS = re.compile("^(?:十|百(?!姓|货|貨|年)|千(?!万|萬|方|瓦)|[万萬](?!一|事|象)|[亿億])")
"""四 | 十八天: a number goes on."""
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_LESSER = re.compile("^[一二三四五六七八九](?P<power>[十百千万萬亿億])")
"""六千 | 三百万人: behind a power of ten a smaller one, or the digit that 万 or 亿 counts."""
_FIGURE = re.compile(
    r"(?:[约約近逾共达達仅僅]|超[过過]|不足|不到|[合总總][计計]|[增减減升降涨漲跌][至到为為]|[高加少低]到|[占佔])$"
)
"""约 | 268万元: a figure is to come."""
_YEAR = re.compile(
    r"(?:1[6-9]|20)\d\d\s*年$|[二一][〇零○OＯ九八七六五四三二一]{3}年$|(?<!\d)\d{2}\s*年$"
)
_MONTH = re.compile(r"^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元|正|腊)\s*月(?!季|球|亮|牙)")
_MONTH_END = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月$")
_DAY = re.compile(r"^(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号號](?![常子益])")
"""A date that is cut: 2025年 | 5月, 5月 | 12日."""
_CLAUSE = re.compile(r"^([^，。：；！？、“”]*)([，。：；！？、]?)")


_WITHIN = re.compile(
    r"(?P<sure>而(?!今)|却(?!步)|就(?!业|医|近|餐|读|学)|才(?!能|华|子|干|智|俊)|都(?!市|城|会)|像(?!样)|让|是(?!否|非)|只(?!身)|[也又](?![许門门])|仅|僅|其中|结果|平均|应当|"
    r"甚至|从而|進而|进而|并(?!非|不)|使(?![用者命馆])|则|谁(?!也)|哪)|(?P<likely>每|由(?!于)|比(?!如|赛|较)|用(?![户水电地工人])|再(?!次|生|者)|请(?!教|示)|其(?!实|次|他)|连(?!年|队|长)|可以|但|它)"
)
"""How clauses begin within a sentence, and paragraphs hardly ever; counted in prose of many magazines."""
_DEFINES = re.compile(
    r"[^，。；：、]{2,16}(?:，?[是系]指|，指)"
    r"|[\u4e00-\u9fff]{2,8}，(?:产于|產於|位于|位於|始?建于|始建於|始建于|创建于|創建於|[又亦别別]名|[又亦]称|又稱|又称|亦稱|亦称|俗称|俗稱|古称|古稱|学名|學名)"
)
_DEFINED = 2.0
"""What it says that a piece tells what a word means, or a thing is: 老旧管网是指……, 青石埠，位于……."""
_TEXT = 16
"""Characters of a piece that is no name of something."""
_SURE, _LIKELY = 1.2, 0.5
"""Half of what the counts say (log odds), as the characters at the joint say so, too."""


def goes_on(tail: str, after: str, trigrams: Trigrams) -> float:
    """The log odds, but for a constant, that the sentence that ``tail`` breaks off is carried on.

    ``tail`` is the end of the text before the box, ``after`` a piece behind it, and
    ``trigrams`` tell how the issue itself puts characters side by side.
    """
    if after[0] in _NO_START or is_parted(tail, after) or _counts_the_rest(tail, after):
        return 8.0
    told = _counts(tail, after) or _dates(tail, after) or _until(tail, after)
    if told or _said_twice(tail, after):
        return max(_TOLD, _words(tail, after, trigrams))
    return _words(tail, after, trigrams)


def carries_on(tail: str, after: str, trigrams: Trigrams) -> float:
    """The same log odds, as the issue and other prose say together."""
    return goes_on(tail, after, trigrams) + joins(tail, after)


_TOLD = 6.0
"""What a figure says that is told in two parts."""


def _words(tail: str, after: str, trigrams: Trigrams) -> float:
    """What the words on both sides say."""
    if (after[0] == "的" and after[1:2] not in "士确確的") or _PARTICLE.match(after):
        return _RESULT + joint(tail, after, trigrams)
    # 回来的鱼…… may begin a text all the same.
    said = _RESULT if _COMPLEMENT.match(after) else _clause(after) + _opens_anew(tail, after)
    bound = _BOUND if is_bound(tail[-1:], after[0], trigrams) else 0.0
    words = said + bound + _PARALLEL * _is_parallel(tail, after)
    if calls_for_speech(tail):
        words += _QUOTED if after[0] in "“「" else -_QUOTED
    words += _OBJECT * (tail[-1:] == "了" and _SOME.match(after) is not None)
    return words + _marks(tail, after) + _called(tail, after) + joint(tail, after, trigrams)


MEASURES = (
    "个個条條座只隻件张張把片块塊种種位名群支艘辆輛间間栋棟棵株幅套批排段道股串堆层層口盏盞台份家"
)
"""Words that stand between a number and what is counted."""
_SOME = re.compile(f"[一两兩几幾][{MEASURES}次场場本部项項笔筆]")
_OBJECT = 2.3
"""What it says behind 了 that a piece begins with 一个…… and the like, as one in fifteen does that is cut
out of a sentence there, and one in a hundred and sixty paragraphs: counted in ten thousand of reports."""


def calls_for_speech(tail: str) -> bool:
    """True for 他说：, behind which stands what he says."""
    return _SPOKEN.search(tail[-4:]) is not None


_SPOKEN = re.compile("(?:[说說道问問答喊写寫讲講叹嘆笑]|表示|认为|認為|强调|強調|指出)[：:]$")
_QUOTED = 4.0
"""What it says behind 他说： that a piece begins with what he says, and against one that does not."""
_BOUND = 4.0
"""What it says that a word breaks off which nearly always goes on with this very character."""
_OFTEN, _NEARLY = 3, 0.9
_PARALLEL = 2.0
"""What it says that a piece begins as the clause before it does: 一个免职， | 一个留党察看。"""
_LAST_CLAUSE = re.compile(
    "(?:^|[，。；：！？、“”])(?P<head>[\u4e00-\u9fff]{2})[^，。；：！？、“”]*[，；]$"
)


def _is_parallel(tail: str, after: str) -> bool:
    hit = _LAST_CLAUSE.search(tail[-_PARALLEL_REACH:]) if tail[-1:] in ("，", "；") else None
    return hit is not None and after.startswith(hit["head"])


_PARALLEL_REACH = 24
"""Characters in which the last clause begins."""


def _counts_the_rest(tail: str, after: str) -> bool:
    """True for 重用83人，平调60人， and 还有12人……: how many are left of those that were counted."""
    return _OTHERS.match(f"{tail[-_COUNT:]}|{after[:_COUNT]}") is not None


_COUNT = 16
"""Characters on each side that tell it."""
_OTHERS = re.compile(
    r".*\d(?P<what>[^\W\d_]{1,3})[，；]\|(?:还有|還有|另有|另外|其余|其餘|剩下的?|还剩|還剩|其中)\d[\d.]*(?P=what)"
)
"""The end of such a count and what stands behind it, a stroke between them."""


def is_bound(last: str, first: str, trigrams: Trigrams) -> bool:
    """趸 | 船: True if the issue has hardly any other character behind the last one.

    Where the word broke off it is counted without what follows.
    """
    if not (is_han(last) and is_han(first)):
        return False
    pairs = trigrams.count(last + first)
    return pairs >= _OFTEN and pairs >= _NEARLY * (trigrams.count(last) - 1)


def _counts(tail: str, after: str) -> bool:
    """True if a figure stands on one side and more of it, or what it counts, on the other."""
    if _NUMERAL.search(tail) and _COUNTED.match(after):
        return True
    if tail[-1:] in _DIGITS and _TENS.match(after):
        return True
    lesser, power = _LESSER.match(after), _POWERS.get(tail[-1:], 0)
    if lesser is not None and power:
        below = _POWERS[lesser["power"]]
        return below < power or power < _POWERS["万"] <= below
    return after[0].isdecimal() and _FIGURE.search(tail[-2:]) is not None


def cuts_figure(tail: str, after: str) -> bool:
    """True for 占 | 57%，……, 20 | 24年3月 and 2024年 | 3月，……: a figure or a date is told in two parts."""
    if after[0].isdecimal() and tail[-1:].isdecimal():
        return "，" in tail or _CUT_YEAR.match(tail[-_YEAR_CUT:] + "|" + after[:4]) is not None
    if _AMOUNT.match(after) or _counts(tail, after):
        return True
    return _dates(tail, after) or _until(tail, after)


_CUT_YEAR = re.compile(r"(?:.*\D)?(?:1(?:\|?[6-9])|2\|?0)\|?\d\|?\d年")
_YEAR_CUT = 4
"""198 | 7年: the digits of a year."""


def begins_with_term(after: str) -> bool:
    """True for 《备案表》。……: what begins with the last words of a sentence, in their own marks."""
    return _TERM.match(after) is not None


_TERM = re.compile("[“「《][^“”「」《》。！？]{1,12}[”」》][。，、；的]")


def says_rest(tail: str, after: str) -> float:
    """What a piece says by itself for being the rest of a sentence: its clause, its closing marks."""
    return _clause(after) + _marks(tail, after)


_OPENS = re.compile(
    "^(?:其中|此外|另外|同时|同時|目前|如今|后来|後來|当时|當時|然而|因此|于是|於是|例如|比如|首先|其次|最后|最後|与此同时|與此同時|据了解|据悉|據悉|近年来|近年來|[一半两兩三]年多?[来來]|当然|當然|总之|總之|事实上|事實上|实际上|實際上|换言之|換言之|(?:需要|值得|应当|應當|必须|必須|特别|特別)[^，。]{1,3}的是)，"
)
_SINCE = re.compile(
    r"^(?:下一步|[今去]年(?:以[来來])?|(?:[进進]入[^，。；：、]{2,10}|[党黨]的十[一二三四五六七八九]大|改革[开開]放|(?:19|20)\d\d年|入[春夏伏汛秋冬])以[来來]|新中[国國]成立(?:以[来來]|[之以]?[后後]))，"
)
"""进入新世纪以来，: the time that a sentence tells of, in its first clause."""
_WHEN = frozenset("是自从從在到至比于於和与與及且而但即")
"""Words behind which a time goes on with the sentence: 特别是 | 今年以来，."""
_ANEW = 4.0
"""What it says that a piece opens as a sentence or its clause does, where a word breaks off."""


def _opens_anew(tail: str, after: str) -> float:
    """一律不准再 | 其中，……: no word is carried on by what opens a clause."""
    anew = (is_han(tail[-1:]) and _OPENS.match(after)) or tells_when(tail, after)
    return -_ANEW if anew else 0.0


def tells_when(tail: str, after: str) -> bool:
    """True for 大豆、玉米等 | 进入新世纪以来，……: a time opens a sentence, and breaks into no words or row."""
    last = tail[-1:]
    within = (is_han(last) or last == "、") and last not in _WHEN
    return within and _SINCE.match(after) is not None


def _dates(tail: str, after: str) -> bool:
    """True if the year stands on one side and its month on the other, or the month and its day."""
    if tail.endswith("年"):
        return _MONTH.match(after) is not None and _YEAR.search(tail[-8:]) is not None
    ends = tail.endswith("月") and _MONTH_END.search(tail[-6:]) is not None
    return ends and _DAY.match(after) is not None


_AWAITS_TIME = re.compile("(?:[直等].?到|[截止]至|早在|[始生建成毁卒]于|自从|自從)$")
_AT_YEAR = re.compile("^(?:1[6-9]|20)[0-9]{2}年(?![以之]?来|[以之]?來)")


def _until(tail: str, after: str) -> bool:
    """一直到 | 1949年才……: a word that a time follows, and the time."""
    return _AWAITS_TIME.search(tail[-3:]) is not None and _AT_YEAR.match(after) is not None


_TWICE = 12
"""Characters that OCR may say twice at a seam, at most."""


def _said_twice(tail: str, after: str) -> bool:
    """财政补 | 政补助: the end of the broken sentence, said again by what carries it on.

    A single character may be chance, and two alike a word of its own (渐渐 | 渐渐地). A mark that
    opens a quotation may be among them: “轮 | “轮流坐庄”; so may one that parts clauses: 去吧， | 吧，去了.
    """
    end = tail.rstrip()
    return any(
        end.endswith(after[:size])
        and after[0] != after[1]
        and all(is_han(char) or char in OPENING or char in "，、" for char in after[:size])
        for size in range(2, min(_TWICE, len(after) - 1) + 1)
    )


def _marks(tail: str, after: str) -> float:
    """A closing mark that the piece does not open belongs to one that the tail left open."""
    closes = unopened(after)
    if unclosed(tail):
        return 4.0 if closes else -1.5
    return 1.0 if closes else 0.0


def _called(tail: str, after: str) -> float:
    """只有……，才……: what the broken sentence calls for, or the piece answers unasked."""
    broken = tail[max(map(tail.rfind, "。！？；")) + 1 :]
    first = _FIRST.match(after)
    rest = first[0] if first else ""
    for one, other in _CALLS:
        answer = other.search(rest)
        if answer is None or one.search(rest[: answer.start() + 1]):
            continue
        if one.search(broken) and not other.search(broken):
            return 2.5
    return 0.0


_FEW_WORDS, _SOME_WORDS = 3, 5
_REST, _POINT = 1.5, 1.0
"""Half of what it says that a piece begins with so few characters before a mark, or with the end of
one of several points: counted in ninety issues, as how sentences are cut and paragraphs begin."""


def _clause(after: str) -> float:
    """A clause of a character or two, or one that begins with its verb, is the rest of another."""
    if _SAYS.match(after):
        return 2.5  # nothing begins with what somebody does who is named before
    if _DEFINES.match(after):
        return -_DEFINED
    if _AMOUNT.match(after):
        return _RESULT
    # The names of boxes and titles begin so, too: 让旧铝锅发亮.
    begins = _WITHIN.match(after) if len(after) >= _TEXT else None
    if begins is not None:
        return _SURE if begins["sure"] else _LIKELY
    found = _CLAUSE.match(after)
    size, mark = (len(found[1]), found[2]) if found else (0, "")
    if not mark:
        return 0.0
    if size == 1 and mark == "。" and after[0] not in _SENTENCES:
        return _LAST  # 到。
    if size <= 1 or (size <= _FEW_WORDS and mark in "。；、"):
        return _REST
    if mark == "；":
        return _POINT
    return _LIKELY if size <= _SOME_WORDS and mark in "。：" else 0.0


_AMOUNT = re.compile(
    r"(?:\d[\d.]*[余餘多]?[%％个個名户戶家件]|(?:\d[\d.]*|[一二三四五六七八九十两兩几幾百千]+)[余餘多]?(?:公?里|公?斤|公?[顷頃]|(?:平方|立方|千)?米|[亩畝][地]?|[万萬億亿]?元|[吨噸度趟次遍户戶名条條件棵寸尺丈]))[，。；、]"
)
"""上学要绕 | 三公里，……: no paragraph begins with a bare amount, of 3,600 in seventy issues."""
_LAST = 4.0
"""What it says that a piece begins with one character and its full stop: the last of a word."""
_SENTENCES = frozenset("难難静靜冷疼痛累") | ANSWERS
"""What may be a sentence all the same."""


def is_scrap(text: str) -> bool:
    """True for 三。 and 盖房子。, which is too little for a paragraph but for an answer."""
    plain = text.strip().rstrip("。”")
    return 0 < len(plain) <= _SCRAP and plain not in ANSWERS and plain != text.strip()


_SCRAP = 3


def joint(tail: str, after: str, trigrams: Trigrams) -> float:
    """How much likelier the first characters follow the tail than a full stop."""
    one, two = tail[-2:], after[:2]
    if len(one) < 2 or len(two) < 2:
        return 0.0
    inside = _chance(one, two[0], trigrams) + _chance(one[1] + two[0], two[1], trigrams)
    anew = _chance("\n。", two[0], trigrams) + _chance("。" + two[0], two[1], trigrams)
    return (inside - anew) * (_AFTER_COMMA if one[1] == "，" else 1.0)


_AFTER_COMMA = 0.5
"""A clause begins below a comma, as a sentence does below a full stop: the words tell less."""


_FEW = 1.0
"""Counts to which a shorter context is trusted as much as the longer one."""


def _chance(before: str, char: str, trigrams: Trigrams) -> float:
    """The log probability of a character after two others, backing off to one and to none."""
    plain = (trigrams.count(char) + 0.5) / (trigrams.size + 1000)
    pair = (trigrams.count(before[1] + char) + 4 * _FEW * plain) / (
        trigrams.count(before[1]) + 4 * _FEW
    )
    return math.log((trigrams.count(before + char) + _FEW * pair) / (trigrams.count(before) + _FEW))
