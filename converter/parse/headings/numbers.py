"""Kinds of numbering that open headings and items, and what stands behind the number."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, number, width
from converter.memo import per_issue
from converter.parse.ranks import BARS, FIRST, rank
from converter.segment.units.signs import MEASURE, TWO_OF_THEM
from converter.values import NamedTuple

_KINDS = (
    (
        "chapter",
        re.compile(
            r"^第\s*(?P<n>[一二三四五六七八九十百\d]{1,4})\s*[章篇编編讲卷]\s*[：:、]?\s*(?P<rest>\S.*)?$"
        ),
    ),
    (
        "part",
        re.compile(
            r"^第\s*(?P<n>[一二三四五六七八九十百\d]{1,4})\s*(?:节|節|部分)\s*[：:、]?\s*(?P<rest>\S.*)?$"
        ),
    ),
    (
        "cn-paren",
        re.compile(
            r"^[（(〔]\s*(?P<n>[一二三四五六七八九十]{1,3})\s*[）)〕]\s*[、.．]?\s*(?P<rest>\S.*)$"
        ),
    ),
    (
        "ordinal",
        re.compile(r"^第(?P<n>[一二三四五六七八九十]{1,3})\s*[，,、：:]\s*(?P<rest>\S.*)$"),
    ),
    (
        "cn",
        re.compile(
            rf"^(?P<n>[一二三四五六七八九十]{{1,3}})(?:\s*[、.．,，：:]\s*(?![一二三四五六七八九十]{{1,3}}[、，])(?P<rest>\S.*)|\s*[{BARS}]\s*(?P<rest2>[^\s{BARS}][^{BARS}]*))$"
        ),
    ),
    ("arabic-paren", re.compile(r"^[（(]\s*(?P<n>\d{1,2})\s*[）)]\s*[、.．]?\s*(?P<rest>\S.*)$")),
    (
        "decimal-4",
        re.compile(r"^(?P<n>\d{1,2}[.．]\d{1,2}[.．]\d{1,2}[.．]\d{1,2})\s+(?P<rest>\S.*)$"),
    ),
    (
        "decimal-3",
        re.compile(r"^(?P<n>\d{1,2}[.．]\d{1,2}[.．]\d{1,2})\s*(?P<rest>[^\d\s.%％].*)$"),
    ),
    (
        "decimal-2",
        re.compile(
            rf"^(?P<n>\d{{1,2}}[.．]\d{{1,2}})(?:\s+(?P<rest>\S.*)|(?P<rest2>[{HAN}“《].*))$"
        ),
    ),
    (
        "arabic",
        re.compile(
            rf"^(?P<n>\d{{1,2}})(?:\s*[.．、]\s*(?![\d])(?P<rest>\S.*)|\s+(?P<rest2>[{HAN}“《A-Z].*)|\s*[{BARS}]\s*(?P<rest3>[{HAN}“《][^{BARS}]*))$"
        ),
    ),
    ("circled", re.compile(r"^(?P<n>[①-⑳])\s*(?P<rest>\S.*)$")),
    ("letter", re.compile(r"^(?P<n>[A-H])\s*[.．、]\s*(?P<rest>\S.*)$")),
)
_RUN_IN_SERIES = re.compile(r"^(?P<n>[一二三四五六七八九十]{1,3})(?:是|要)\s*")
_IN_WORDS = {
    "年": "际際度龄齡代均表", "月": "际際均度", "日": "变變常均照志记記", "点": "评位源", "时": "间段空序期代效",
    "分": "析布类類摊攤配级級层層工区區段期组組离離子解支歧化担擔享项項论論权權量辨", "期": "望刊权權间間", "号": "召码",
    "个": "案体人性别", "位": "置移于於点點", "人": "口才员員工物类類文群体體均力际際与與为為机機居地", "名": "称稱词詞录錄单單家",
    "元": "素数數认認宇", "次": "序生级級要", "家": "庭具长長园園族校风風畜禽乡鄉政", "种": "植群子质苗类业", "项": "目",
}  # fmt: skip
"""What makes a word of a measure that stands before it: 3 分析, 2 时间, 4 人口."""
_UNITS = "|".join(f"{unit}(?![{words}])" for unit, words in _IN_WORDS.items())
_UNIT_AFTER_NUMBER = re.compile(rf"^\d{{1,2}}\s+(?:{_UNITS}|万|亿|米|件|{MEASURE})")
_MEASURED = re.compile(
    r"^\d{1,2}[.．]\d{1,2}\s*(?:公里|千米|厘米|毫米|平方|立方|公斤|千克|公顷|公頃|万|萬|亿|億|元|个百分点|個百分點|倍|℃)"
)
"""16.3公里: what somebody measured, and no number of a heading."""
_FIRST = FIRST.union("第（(〔一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ABCDEFGH")
"""With what a number may begin."""


class Numbering(NamedTuple):
    """The kind and value of the number that opens a line, and the rest of the line."""

    kind: str
    value: int
    rest: str


@per_issue(4096)
def numbering(text: str) -> Numbering | None:
    """The numbering of a line, ``None`` if it has none."""
    if not text or text[0] not in _FIRST:
        return None
    if text[0] in FIRST and (ranked := rank(text)) is not None:
        return Numbering(*ranked)
    for kind, pattern in _KINDS:
        hit = pattern.match(text)
        if hit is None:
            continue
        rest = next((hit[name] for name in hit.groupdict() if name != "n" and hit[name]), "")
        if kind == "cn" and TWO_OF_THEM.match(text):
            return None
        if kind == "arabic" and _UNIT_AFTER_NUMBER.match(text):
            return None
        if kind == "decimal-2" and _MEASURED.match(text):
            return None
        raw = hit["n"]
        if kind == "circled":
            value = ord(raw) - ord("①") + 1
        elif kind == "letter":
            value = ord(raw) - ord("A") + 1
        else:
            value = number(re.split(r"[.．]", raw)[-1]) or 0
        return Numbering(kind, value, rest)
    return None


@per_issue(65536)
def run_in_series(text: str) -> int:
    """The value of an opening 一是 or 一要, 0 if there is none."""
    hit = _RUN_IN_SERIES.match(text)
    return (number(hit["n"]) or 0) if hit else 0


_ROW = re.compile(r"^(?P<n>\d{1,3})[.．、].*?[\s\u3000](?P<next>\d{1,3})[.．、]\s*\S")
"""A number, and the next one behind a blank on the same line: moves, answers, names."""
_CITED = re.compile(r"[\[［](?:[A-Z]|[A-Z]{1,2}/OL)[\]］]")
"""The kind of a cited work: [J], [M], [EB/OL] (GB/T 7714-2015, appendix B)."""


def is_heading_text(text: str) -> bool:
    """True if a numbered line is nothing but a heading: one clause or more, no sentence."""
    if width(text) > 64 or "。" in text.rstrip("。") or "；" in text or _CITED.search(text):
        return False
    if (row := _ROW.match(text)) is not None and int(row["next"]) == int(row["n"]) + 1:
        return False  # 1．炮二平五　马8进7　2．马二进三　车9平8
    if CHOICES.match(text):
        return False
    return not text.endswith(("。", "，", "、", "；", ",", ";"))


CHOICES = re.compile(r"^[AＡ]\s*[.．、：:)）].+?[BＢ]\s*[.．、：:)）]")
"""A.听着　B.换一个话题　C.看手机: what one may answer to a question."""
