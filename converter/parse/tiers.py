"""Headings that count in some form of their own over those that do not: PART 1, 其一, 第二天, 01/.

Each magazine has its own way of numbering the parts of a feature. Whatever it is, the parts
are of one form, and what they count rises; headings of no such form that stand between them
stand under them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, number
from converter.parse.ranks import BARS, HALVES, ROMAN, SIMPLE, STEMS
from converter.values import NamedTuple

COUNTED = "counted"
"""The kind of such headings."""
_BRANCHES = {text: value for value, text in enumerate("子丑寅卯辰巳午未申酉戌亥", 1)}
_BLACK = {chr(0x2776 + value): value + 1 for value in range(10)}
_COUNT = re.compile(
    r"^(?P<pre>[【\[（(〔「『■●◆#＃]?\s*(?:(?:part|chapter|no|vol|act|scene|step|day|round)\b\.?\s*|[其之卷第])?)"
    r"(?P<n>[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾貳參陸]{1,3}|\d{1,2}|[ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ]|[IVX]{1,4}|[Ⅰ-Ⅻ]|[A-H]|[①-⑳]|[❶-❿]|[甲乙丙丁戊己庚辛]|[子丑寅卯辰巳午未申酉戌亥]|[上中下])"
    rf"(?P<unit>部分|[章节節回部幕辑輯卷篇场場季讲講折])?(?P<post>\s*[】\]）)〕」』]?\s*[{BARS}/／·•.．、:：—\-]*\s*)(?P<rest>[^\s\d.,，%％].*)$",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    rf"^第\s*(?P<n>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})\s*(?P<word>[个個次回场場幕课課题題问問步代件张張幅条條口桩樁声聲层層季道杯封位站堂轮輪招计計关關种種类類本把束盏盞碗棵扇根面滴支双雙笔筆段份页頁片颗顆座门門级級环環粒首曲盘盤趟味天夜晚周週年程遍番阵陣仗餐顿頓]"
    rf"[{HAN}]{{0,4}})(?:(?:\s*[：:、｜|·]\s*|\s+)(?P<rest>\S.{{0,28}}))?$"
)
"""第一个早晨, 第二封信, 第三天 上桶, 第三步：……: how many of what, the same words each time."""
_YEAR = re.compile(rf"^(?P<n>(?:1[5-9]|20)\d\d)\s*年?\s*[{BARS}]\s*\S")
_TOPIC = re.compile(rf"^[^\s{BARS}，。：]{{1,5}}\s*[{BARS}]\s*\S")


class Count(NamedTuple):
    """The form of what counts a heading, its value, and where the heading itself begins."""

    form: str
    value: int
    end: int


def count_of(text: str) -> Count | None:
    """What counts a heading; ``None`` if nothing does. One alone may be a chance: 十 年."""
    year = _YEAR.match(text)
    if year is not None:
        return Count("year", int(year["n"]), year.end("n"))
    ordinal = ORDINAL.match(text)
    if ordinal is not None:
        return Count(
            f"第/{ordinal['word']}", number(ordinal["n"]) or 0, max(0, ordinal.start("rest"))
        )
    hit = _COUNT.match(text)
    if hit is None:
        return Count("topic", 0, 0) if _TOPIC.match(text) else None
    raw, pre, post = hit["n"], hit["pre"], hit["post"]
    kind, value = _value(raw)
    if not value:
        return None
    told = bool(pre.strip() or post or hit["unit"] or kind in ("circled", "black"))
    if not told or (pre.strip() == "第" and not (hit["unit"] or post)):
        return None
    form = "/".join((pre.strip().lower(), kind, hit["unit"] or "", post.strip()))
    return Count(form, value, hit.start("rest"))


def _value(raw: str) -> tuple[str, int]:
    """The kind of a number, and what it counts; 0 for letters that are no number: XX 和 VV."""
    if raw.isdecimal():
        return "arabic", int(raw)
    if raw in CIRCLED:
        return "circled", ord(raw) - ord("①") + 1
    for kind, values in (("roman", ROMAN), ("half", HALVES), ("stem", STEMS), ("branch", _BRANCHES), ("black", _BLACK)):  # fmt: skip
        if raw.upper() in values:
            return kind, values[raw.upper()]
    if raw.isascii():
        return "letter", ord(raw.upper()) - ord("A") + 1 if len(raw) == 1 else 0
    return ("capital" if raw[0] in "壹贰叁肆伍陆柒捌玖拾貳參陸" else "cn"), number(
        raw.translate(SIMPLE)
    ) or 0


def counted(counts: Mapping[int, Count], others: Sequence[tuple[int, bool]]) -> frozenset[int]:
    """Of headings with what counts them those that a series counts.

    ``others`` are the headings of no such form, and whether they have no number at all; some
    of them stand between the members.
    """
    forms: dict[str, list[int]] = {}
    for place in sorted(counts):
        forms.setdefault(counts[place].form, []).append(place)
    found: set[int] = set()
    for form, places in forms.items():
        values = [counts[place].value for place in places]
        between = any(
            places[0] < other < places[-1] and (plain or form != "topic") for other, plain in others
        )
        if len(places) > 1 and between and _rises(form, values):
            found.update(places)
    return frozenset(found)


def _rises(form: str, values: Sequence[int]) -> bool:
    """True for 1, 2, 3 and for 1, 2, 1, 2, 3, of which the OCR may have lost one."""
    steps = [after - before for before, after in pairwise(values)]
    if form == "topic":
        return True
    if form == "year":
        return all(step > 0 for step in steps)
    return values[0] == 1 and all(
        step in (1, 2) or after == 1 for step, after in zip(steps, values[1:], strict=True)
    )
