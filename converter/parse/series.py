"""Lines of one form that come back in an article, and are headings or items because they do.

一 / 二 / 三 alone on their lines, 案例一：…… / 案例二：……, 37.4万吨 over one paragraph and
186家 over the next: one of them says nothing, a series of them does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, number, squeeze, width
from converter.parse.headings import Numbering, is_heading_text
from converter.parse.kinds import is_editors_note
from converter.parse.over_facts import over_facts
from converter.parse.ranks import HALVES, ROMAN, ranked_in_series
from converter.parse.tiers import ORDINAL
from converter.segment import Unit
from converter.segment.units import DAY, is_day

_BARE = re.compile(
    r"^[（(〔【·]?\s*(?:第\s*)?(?:[之其]\s*)?(?P<n>[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾貳參陸]{1,3}|\d{1,2}|[IVX]{1,4}|[Ⅰ-Ⅻ]|[上中下])"
    r"\s*(?:[章节節回格幕]|部分|篇)?\s*[）)〕】·、.．]?$"
)
_NAMED = re.compile(
    rf"^[【\[]?(?P<word>[{HAN}]{{2,4}}?)\s*(?:之)?(?P<n>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[】\]]?\s*(?:(?:[：:、｜|]|——|\s)\s*(?P<rest>\S.*))?$"
)
_CAPTIONED = frozenset(("附图", "附表", "插图", "照片", "附圖", "插圖", "公式"))
_UNIT = "万亿千百十余多个家人名位元吨斤克公里米倍次种项件户亩座条所台辆艘部岁美欧英港平立度天小周成分只头萬億個噸種項畝條臺輛歲歐"
_FIGURE = re.compile(
    rf"^[约近超逾約+\-—－]?\s*\d[\d.,，:：～~—\-]*\s*(?:[%％‰℃]|(?:[{_UNIT}][{HAN}/]{{0,4}}|[A-Za-z²³/]{{1,5}})[%％]?)$|^\d{{1,3}}\s*[/／]\s*\d{{1,3}}$"
)
_DATED = re.compile(
    r"^(?:1[789]|20)\d\d\s*年\s*\S|^(?:(?:19|20)\d\d\s*年\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号號]|^\d{1,2}\s*[:：]\s*\d{2}(?!\d)"
)


def headings_in_series(units: Sequence[Unit], labels: Collection[str]) -> dict[int, str]:
    """The kinds of the units that are headings because others of their form are, too.

    ``"bare"`` for numbers alone, ``"named"`` for a word and a number, ``"figure"`` for
    figures. ``labels`` name boxes, whose numbers make no headings of them.
    """
    short = [at for at, unit in enumerate(units) if len(unit.text) <= 64]
    found = dict.fromkeys(_bare(units, short), "bare")
    found |= dict.fromkeys(_named(units, short, labels), "named")
    found |= ranked_in_series(units, short)
    found |= dict.fromkeys(_counted(units, short), "plain")
    found |= dict.fromkeys(_turned(units, short), "plain")
    found |= dict.fromkeys(_told_off(units, short), "named")
    found |= dict.fromkeys(_single(units, short), "plain")
    found |= dict.fromkeys(_discussed(units, short), "plain")
    found |= dict.fromkeys(_figures(units, short), "figure")
    found |= dict.fromkeys(_days(units, short), "plain")
    found |= dict.fromkeys(_months(units, short), "plain")
    found |= dict.fromkeys(_years(units, short), "plain")
    found |= dict.fromkeys(_parts_of_case(units, short, labels), "plain")
    found |= dict.fromkeys(over_facts(units, short), "plain")
    return found


def _rising(members: Sequence[tuple[int, int]]) -> list[int]:
    """Of (unit, value) the units that count 1, 2, 3 …; one in three may be lost to the OCR."""
    run: list[int] = []
    last = 0
    for at, value in members:
        if value == 1 and last == 1:
            run[-1] = at  # the first 一 was something else
        elif last < value <= last + (2 if last else 1):
            run.append(at)
            last = value
    return run if len(run) >= 2 else []


def _stands_between(units: Sequence[Unit], at: int) -> bool:
    """True for a line above a paragraph and below a whole one."""
    below = units[at + 1].text if at + 1 < len(units) else ""
    return at > 0 and _follows_whole(units, at) and width(below) >= _PARAGRAPH


def _counts_on(members: Sequence[tuple[int, int]], fewest: int = 3) -> list[int]:
    """The units that count 9, 10, 11 without a gap: an instalment goes on with the numbers of the last."""
    counts = [value for _, value in members]
    whole = counts == list(range(counts[0], counts[0] + len(counts)))
    return [at for at, _ in members] if whole and len(counts) >= fewest else []


_SECOND, _PARAGRAPH = 2, 24
"""So many numbers in a row, though the first is not 1, each between paragraphs of so many em."""


def _bare(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """Numbers alone on their lines: the chapters of a story."""
    kinds: dict[str, list[tuple[int, int]]] = {}
    for at in short:
        text = units[at].text
        hit = _BARE.match(text) if len(text) <= 8 else None
        if hit is None:
            continue
        raw = hit["n"]
        value = ROMAN.get(raw) or HALVES.get(raw) or number(raw) or 0
        kind = "arabic" if raw.isdecimal() else "half" if raw in HALVES else "word"
        marks = squeeze(text.replace(raw, "", 1))  # 其　一
        # OCR has lost one of the brackets.
        kinds.setdefault(kind + ("（）" if marks in _HALF else marks), []).append((at, value))
    found: list[int] = []
    for kind, members in kinds.items():
        run = _rising(members) or _counts_on(members)
        if not run and kind == "word":  # 三 and 四, of which OCR has lost the first two
            run = _counts_on(members, _SECOND)
            run = run if all(_stands_between(units, at) for at in run) else []
        # A folio is a number alone, too, and falls where it may.
        if kind.startswith("arabic") and not all(_follows_whole(units, at) for at in run):
            continue
        found += run
    return found


_HALF = ("（", "）")


def _named(units: Sequence[Unit], short: Sequence[int], labels: Collection[str]) -> list[int]:
    """案例一：……, 镜头二: a word and its number."""
    words: dict[str, list[tuple[int, int]]] = {}
    for at in short:
        text = squeeze(units[at].text) if " " in units[at].text else units[at].text
        hit = _NAMED.match(text)
        if hit is None or hit["word"] in labels or hit["word"] in _CAPTIONED:
            continue
        if is_heading_text(text) and width(text) <= 40 and not ends_sentence(text):
            words.setdefault(hit["word"], []).append((at, number(hit["n"]) or 0))
    return [
        at
        for members in words.values()
        for at in _rising(members)
        if at + 1 < len(units)
        and (width(below := units[at + 1].text) >= 12 or below[0] in _OPENS_PART)
    ]


_OPENS_PART = "【〔［"
"""How the parts of a case begin that stand below its heading: 【经过】."""
_LETTERED = re.compile(
    rf"^(?P<n>[A-H甲乙丙丁])\s*(?P<word>[{HAN}]{{1,3}})(?:\s*[：:]\s*[{HAN}].{{0,16}})?$"
)
"""A面 and B面; 甲本 and 乙本."""


def _counted(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """第一个早晨 and 第二个早晨, each over its text."""
    words: dict[str, list[tuple[int, int]]] = {}
    for at in short:
        text = units[at].text
        if width(text) > _COUNTED_LINE or text[0] not in "第ABCDEFGH甲乙丙丁":
            continue
        hit = ORDINAL.match(text) if text[0] == "第" else _LETTERED.match(text)
        if hit is None or at + 1 >= len(units) or not _follows_whole(units, at):
            continue
        below = units[at + 1].text
        if is_heading_text(text) and not ends_sentence(text) and width(below) >= 12:
            value = number(hit["n"]) or "ABCDEFGH甲乙丙丁".index(hit["n"]) % 8 + 1
            words.setdefault(hit["word"], []).append((at, value))
    return [at for members in words.values() for at in _rising(members)]


_TURNED = re.compile(
    rf"^(?P<n>[一二三四五六七八九十])(?P<word>[{HAN}])[：:]\s*(?P<rest>[^。：:]{{2,36}})$"
)


def _turned(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """一问：年轻人在哪里？ and 二问：钱从哪里来？, each over its text: what is asked, looked at or told."""
    words: dict[str, list[tuple[int, int]]] = {}
    for at in short:
        hit = _TURNED.match(units[at].text)
        if hit is None or at + 1 >= len(units) or not _follows_whole(units, at):
            continue
        if hit["rest"][-1] not in "，；、" and width(units[at + 1].text) >= 12:
            words.setdefault(hit["word"], []).append((at, number(hit["n"]) or 0))
    return [at for members in words.values() for at in _rising(members)]


_TOLD_OFF = re.compile(r"^(?P<n>[一二三四五六七八九十])(?P<word>是|要|看)[^。，；：！？]{3,20}$")


def _told_off(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """一是“云上大厅”办事 and 二是“云上集市”卖货 between blank lines, each over its text."""
    words: dict[str, list[tuple[int, int]]] = {}
    for at in short:
        hit = _TOLD_OFF.match(units[at].text)
        if hit is None or at + 1 >= len(units) or units[at].wrapped:
            continue
        apart = units[at].gap and units[at + 1].gap and width(units[at + 1].text) >= _BELOW_POINT
        if apart and (_follows_whole(units, at) or units[at - 1].text[0] == "|"):
            words.setdefault(hit["word"], []).append((at, number(hit["n"]) or 0))
    return [at for members in words.values() for at in _rising(members)]


_BELOW_POINT = 40
"""Em of a paragraph below such a line, which is no sentence of its own there."""
_YEAR_ALONE = re.compile(
    r"^(?:1[5-9]|20)\d\d\s*年$|^[一二][五六七八九〇○零0Oo][一二三四五六七八九〇○零0Oo]{2}\s*年$"
)
_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
_YEARS = 3
"""The fewest years of a chronicle."""


def _years(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """一九四二年 and 一九四三年, each alone over what came to pass in it."""
    found: list[tuple[int, int]] = []
    for at in short:
        hit = _YEAR_ALONE.match(units[at].text) if len(units[at].text) <= 7 else None
        if hit is None or at + 1 >= len(units) or not _follows_whole(units, at):
            continue
        if width(units[at + 1].text) >= 12:
            year = units[at].text.rstrip("年").strip().translate(_DIGITS)
            found.append((at, int(year)))
    rising = all(one[1] < other[1] for one, other in pairwise(found))
    return [at for at, _ in found] if rising and len(found) >= _YEARS else []


_COUNTED_LINE = 28
_NO_TOPIC = "的了是在和有我你他她它这那一二三四五六七八九十〇零"


def _single(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """磨 / 借 / 收, each over text that is about it: a capital of which OCR made a line is none."""
    found = [
        at
        for at in short
        if len(units[at].text) == 1
        and has_han(units[at].text)
        and units[at].text not in _NO_TOPIC
        and at + 1 < len(units)
        and _follows_whole(units, at)
        and width(units[at + 1].text) >= 12
    ]
    about = sum(units[at].markup_level > 0 or units[at].text in units[at + 1].text for at in found)
    return found if about >= 2 and about * 2 >= len(found) else []


_WORK = re.compile(r"^《[^《》]{1,24}》\s*[（(](?P<who>[^（()）]{2,24})[）)]$")
_JUDGED = re.compile(
    r"^[【\[]?(?:点评|點評|评语|評語|评析|評析|短评|短評|简评|簡評|赏析|賞析|评点|評點|解说|解說|解读|推荐理由|推薦理由|推荐语|颁奖词|頒獎詞|作者自述|创作谈|拍摄手记|诊断|診斷|处方)[】\]]?\s*[：:]?"
)


def _discussed(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """《晒秋》（某某摄） and other works, each with what a critic has to say below it."""
    found: dict[int, str] = {}
    judged = 0
    for at in short:
        hit = _WORK.match(units[at].text) if units[at].text[0] == "《" else None
        if hit is None or not _follows_whole(units, at):
            continue
        below = [unit.text for unit in units[at + 1 : at + 3]]
        if any(width(text) >= 24 for text in below):
            found[at] = hit["who"]
            judged += any(map(_JUDGED.match, below))
    several = len(found) >= 2 and len(set(found.values())) >= 2
    return list(found) if several and judged * 2 > len(found) else []


def _figures(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """37.4万吨 and 186家, each over the paragraph that explains it; beside them 17 alone, too."""
    found = [at for at in short if is_figure_text(units[at].text) and _is_over_text(units, at)]
    if len(found) < 2:
        return []
    known, likely = set(found), frozenset(short)
    edge = list(found)
    while edge:
        at = edge.pop()
        for near in (at - 2, at + 2):
            if near in likely and near not in known and _is_figure_beside(units, near):
                known.add(near)
                edge.append(near)
    return sorted(known)


def _is_figure_beside(units: Sequence[Unit], at: int) -> bool:
    """True for a number over its paragraph that only the figures beside it tell: 0, 17:1, 103年."""
    unit = units[at]
    return unit.gap and _ALONE.match(unit.text) is not None and _is_over_text(units, at)


_ALONE = re.compile(r"^\d[\d.,，]{0,8}$|^\d{1,3}\s*[:：]\s*\d{1,3}$|^\d{1,3}\s*年$")


def _is_over_text(units: Sequence[Unit], at: int) -> bool:
    """True for a few characters between whole paragraphs."""
    return (
        width(units[at].text) <= 12
        and _follows_whole(units, at)
        and at + 1 < len(units)
        and width(units[at + 1].text) >= 16
        and not is_figure_text(units[at + 1].text)
    )


def _days(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """10月13日（星期五）中雨, 第三天: the days of a diary, each over what happened on it.

    A date alone under a name is that of a letter.
    """
    found = [
        at
        for at in short
        if DAY.match(units[at].text)
        and _follows_whole(units, at)
        and at + 1 < len(units)
        and width(units[at + 1].text) >= 16
        and (is_day(units[at].text) or not at or _ends_paragraph(units[at - 1].text))
    ]
    told = sum(is_day(units[at].text) or _is_date_apart(units, at) for at in found)
    return found if len(found) >= 3 or told >= 2 else []


def _is_date_apart(units: Sequence[Unit], at: int) -> bool:
    """True for 2006年2月17日 between blank lines: a whole date, below a paragraph and over another."""
    return units[at].gap and units[at + 1].gap and _DATE.match(units[at].text) is not None


_DATE = re.compile(r"^(?:1[89]|20)\d\d年\d{1,2}月\d{1,2}日$")


def _ends_paragraph(text: str) -> bool:
    return width(text) > 24 and ends_sentence(text)


_CASE_WORDS = (
    "案情 案情简介 案情回放 案情回顾 基本案情 简要案情 处理 处理结果 处理情况 处理意见 分歧意见 不同意见 评析 点评 剖析 案例剖析 "
    "案后整改 整改情况 整改成效 以案促改 问题剖析 原因剖析 原因分析 案例分析 案发经过 工作启示 案例启示 案件启示 反思启示 "
    "编辑点评 专家点评 编辑评析 专家评析 案例点评 "
    "案例 案例简介 案例介绍 案例回放 案例回顾 律师说法 法官说法 "
    "裁判 裁判结果 判决 判决结果 法院判决 法院审理 争议焦点 典型意义 裁判要旨 警示 启示 说法 释法 纪法解读 "
    "案情簡介 處理 處理結果 評析 裁判結果 判決 爭議焦點 點評 警示意義 警示意义"
)
_CASE_PARTS = frozenset(_CASE_WORDS.split())
"""Under which the report of a case tells what happened, what became of it, and what it teaches."""


def is_part_of_case(text: str) -> bool:
    """True for 案情 or 评析, which head the parts of such a report."""
    return len(text) <= _CASE_PART and squeeze(text).strip("【】[]") in _CASE_PARTS


_CASE_PART = 8


def _months(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """7月 and 8月 of a chronicle, each over what happened on its days: 1日，……."""
    found: list[tuple[int, int]] = []
    for at in short:
        hit = _MONTH.match(units[at].text) if len(units[at].text) <= _MONTH_LINE else None
        if hit is not None and at + 1 < len(units) and _ON_DAY.match(units[at + 1].text):
            found.append((at, number(hit["n"]) or 0))
    values = [value for _, value in found]
    return [at for at, _ in found] if len(found) > 1 and values == sorted(set(values)) else []


_MONTH_LINE = 12
_MONTH = re.compile(
    r"^(?:(?:19|20)\d\d\s*年\s*)?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月(?:份)?$"
)
_ON_DAY = re.compile(
    r"^(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号號](?:[，、\s至]|[—–~～-])|^[上中下]旬"
)


def _parts_of_case(
    units: Sequence[Unit], short: Sequence[int], labels: Collection[str]
) -> list[int]:
    """案情, 处理 and 评析, each over its text."""
    found: dict[str, int] = {}
    boxed: dict[str, int] = {}
    framed = {at: part for at in short if (part := _framed_part(units[at].text))}
    sisters = sum(part not in labels for part in framed.values())
    for at in short:
        text = units[at].text
        word = squeeze(text).strip("【】[]") if len(text) <= _CASE_PART else ""
        if word not in _CASE_PARTS or at + 1 >= len(units):
            continue
        # A box called 案情回放 does not open the article, be it below the editors' note; where others head parts it is one.
        opens = all(is_editors_note(unit.text) for unit in units[:at])
        named = not opens and word in labels and (at not in framed or sisters < _SISTERS)
        if _follows_whole(units, at) and _stands_over_part(units, at):
            (boxed if named else found).setdefault(word, at)
    if len(found) >= _SISTERS:  # what stands below two of them is the last of a case, and no box
        found |= {word: at for word, at in boxed.items() if at > max(found.values())}
    if sisters >= _SISTERS:  # a gazette has the words of a case under such a name, too
        found |= {units[at].text: at for at in short if units[at].text == "【关键词】"}
    return list(found.values()) if len(found) >= 2 else []


def _stands_over_part(units: Sequence[Unit], at: int) -> bool:
    """True over text, or over the first heading of a part that has several: 问题一：……."""
    texts = [unit.text for unit in units[at + 1 : at + 3]]
    if width(texts[0]) >= 12 or ends_sentence(texts[0]):
        return True
    return len(texts) > 1 and _NAMED.match(squeeze(texts[0])) is not None and width(texts[1]) >= 24


_SISTERS = 2
"""So many parts of a case in 【】 tell that what else stands in them is another."""


def _framed_part(text: str) -> str:
    """基本案情 of 【基本案情】, "" for all else."""
    if len(text) > _CASE_PART or text[:1] != "【" or text[-1:] != "】":
        return ""
    word = squeeze(text[1:-1])
    return word if word in _CASE_PARTS else ""


_GLUED = re.compile(rf"^(?P<n>\d{{1,2}})\s*(?P<rest>[{HAN}“《][^。；]{{1,38}})$")


def glued_numbers(
    units: Sequence[Unit], numbers: Sequence[Numbering | None]
) -> dict[int, Numbering]:
    """2结果与分析 between 1 材料与方法 and 3结论, or over 2.1: the blank was lost to the OCR.

    4 家校同心 after 3 is a heading, too, though 4 家 might count.
    """
    likely = {
        at: hit
        for at, unit in enumerate(units)
        if numbers[at] is None
        and len(unit.text) <= 40
        and unit.text[0].isdecimal()
        and (hit := _GLUED.match(unit.text))
        and is_heading_text(unit.text)
        and not ends_sentence(unit.text)
        and _follows_whole(units, at)
    }
    if not likely:
        return {}
    known = {
        at: number.value
        for at, number in enumerate(numbers)
        if number is not None and number.kind == "arabic" and is_heading_text(units[at].text)
    }
    texts = [unit.text for unit in units]
    found: dict[int, Numbering] = {}
    for at in _counted_from_one({at: int(hit["n"]) for at, hit in likely.items()}, units):
        found[at] = Numbering("arabic", int(likely[at]["n"]), likely[at]["rest"])
        known[at] = found[at].value
    for at, hit in likely.items():
        value = int(hit["n"])
        parts = any(text.startswith((f"{value}.1", f"{value}．1")) for text in texts[at + 1 :])
        before = max((other for other in known if other < at), default=-1)
        follows = before >= 0 and known[before] == value - 1
        if (parts and follows) or (follows and units[before].text[:1].isdecimal()):
            found[at] = Numbering("arabic", value, hit["rest"])
            known[at] = value
    return found


def _counted_from_one(values: Mapping[int, int], units: Sequence[Unit]) -> list[int]:
    """The places of 1引言, 2材料与方法 and 3结论, which count up from one over text each time."""
    counted: list[int] = []
    for at, value in values.items():
        if value == len(counted) + 1 and at + 1 < len(units) and _heads(units[at + 1]):
            counted.append(at)
    return counted if len(counted) >= _COUNTED else []


def _heads(below: Unit) -> bool:
    """True over a paragraph, and over the first heading of those with a number such as 2.1."""
    return width(below.text) >= _TEXT or re.match(r"\d{1,2}[.．]1(?!\d)", below.text) is not None


_COUNTED, _TEXT = 3, 20
"""So many numbers that count up from one are no chance; em of a paragraph."""
_SPACED = re.compile(rf"^(?P<n>[一二三四五六七八九十]{{1,3}})[ \u3000]+(?P<rest>[{HAN}“《「].+)$")
_SPACED_LINE, _OVER = 40, 12
"""The most em of such a heading, and the least of the text below it."""


def spaced_numbers(units: Sequence[Unit]) -> dict[int, Numbering]:
    """一　先看水 and 二　再看人：……: a number, a blank and a heading, if a series counts them.

    Such a heading may be of two clauses, on a line each.
    """
    found: list[tuple[int, Numbering]] = []
    for at, unit in enumerate(units[:-1]):
        hit = _SPACED.match(unit.text) if len(unit.text) <= _SPACED_LINE else None
        if hit is None or ends_sentence(unit.text) or width(unit.text) > _SPACED_LINE:
            continue
        below = units[at + 1].text
        whole = unit.text + below if unit.text[-1] in "，、" else unit.text
        over = width(below) >= _OVER or (at + 2 < len(units) and width(units[at + 2].text) >= _OVER)
        if is_heading_text(whole) and over and _stands_below_whole(units, at):
            found.append((at, Numbering("cn", number(hit["n"]) or 0, hit["rest"])))
    values = [one.value for _, one in found]
    rising = len(values) > 1 and values[0] == 1 and values == sorted(set(values))
    return dict(found) if rising and values[-1] <= len(values) + 1 else {}


def next_numbers(
    units: Sequence[Unit], numbers: Sequence[Numbering | None]
) -> dict[int, Numbering]:
    """二、三个“不变” below 一、三个“变”: the next heading of a series, and no two or three of something."""
    found: dict[int, Numbering] = {}
    value = 0
    for at, unit in enumerate(units[:-1]):
        own = numbers[at]
        if own is not None:
            value = own.value if own.kind == "cn" else value
            continue
        if unit.text[1:2] != "、" or len(unit.text) > _SPACED_LINE:
            continue
        hit = _NEXT.match(unit.text)
        if hit is None or (number(hit["n"]) or 0) != value + 1 or not is_heading_text(unit.text):
            continue
        below = units[at + 1].text
        if _stands_below_whole(units, at) and (width(below) >= _OVER or numbers[at + 1]):
            value += 1
            found[at] = Numbering("cn", value, hit["rest"])
    return found


_NEXT = re.compile(r"^(?P<n>[一二三四五六七八九])、(?P<rest>\S.*)$")


def _stands_below_whole(units: Sequence[Unit], at: int) -> bool:
    """True if nothing breaks off before a unit; a source in brackets may stand above it."""
    return _follows_whole(units, at) or (units[at].gap and units[at - 1].text[-1] in "）)")


def is_figure_text(text: str) -> bool:
    """A number with its unit, and no date."""
    return _FIGURE.match(text) is not None and not re.search(r"\d\s*[年月日号號时時点點]$", text)


def _follows_whole(units: Sequence[Unit], at: int) -> bool:
    """True if nothing breaks off before a unit."""
    before = units[at - 1].text if at else "。"
    return ends_sentence(before) or width(before) <= 24


def _breaks_off(text: str) -> bool:
    return width(text) >= 16 and not ends_sentence(text) and text[-1] not in "）)"


def dated_items(units: Sequence[Unit]) -> frozenset[int]:
    """The entries of a calendar: at least three short units in a row that open with a date or an hour.

    Paragraphs of a story may open so as well.
    """
    found: set[int] = set()
    run: list[int] = []
    for at, unit in enumerate(units):
        if unit.text[:1] in "0123456789一二三四五六七八九十" and _DATED.match(unit.text):
            run.append(at)
            continue
        # One piece between two entries may be the end of the first, which the page cut.
        if not (run and at - run[-1] == 1 and _breaks_off(units[at - 1].text)):
            found.update(_entries(units, run))
            run = []
    found.update(_entries(units, run))
    return frozenset(found)


def _entries(units: Sequence[Unit], run: Sequence[int]) -> Sequence[int]:
    """Those of a run that are short enough, if they are a calendar."""
    short = [at for at in run if width(units[at].text) <= _ENTRY]
    return short if len(short) >= _FEWEST_ENTRIES else ()


_ENTRY, _FEWEST_ENTRIES = 120, 3
"""Em of the longest entry, and the entries of the shortest calendar."""
