"""Lines of the masthead to entries."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.model import MastheadKind as Kind
from converter.names import join_spaced, split_names
from converter.parse.masthead.kinds import PHONE, TERMS, announces, bare_kind, kind_of_label, refine
from converter.segment.regions import MASTHEAD_LABELS, tells_whom, with_colons
from converter.values import dataclass

_BY_LENGTH = sorted(MASTHEAD_LABELS, key=lambda label: (-len(label), label))
_SPACED_LABELS = (r"[ \u3000]?".join(map(re.escape, label)) for label in _BY_LENGTH)
"""The labels of mastheads, be they letter-spaced: 订 阅 电 话."""
_PAIR_SPLIT = re.compile(
    r"\s+(?=(?:邮\s*编|邮政编码|郵遞區號|邮递区号)\s*\d{6}(?!\d))|(?<=主管)\s+(?=\S{4,}主办$)|(?<=主[管办辦])\s+(?=(?:内部|內部|免[费費]|非[卖賣])\S{1,6}$)"
    rf"|\s+(?=(?:本[报刊社]|报社)?(?:{'|'.join(map(re.escape, _BY_LENGTH))})\s*[：:])"
)
_SPACED_LABEL = re.compile(rf"(?:(?<=\s)|^)(?:{'|'.join(_SPACED_LABELS)})\s*[：:]")
_LONE = re.compile(rf"(?:^|\s)[{HAN}]$")


_LABELLED = re.compile(r"^(?P<label>[^：:\d]{1,24}?)\s*[：:]\s*(?P<value>.*)$")


_NAME = re.compile(rf"^[{HAN}·]{{2,4}}$")
_BRACKETED = re.compile(r"^[（(][^（()）]*[）)]$")
"""（按姓氏笔画为序）, which names nobody."""
_ORDERED = re.compile(
    rf"^(?P<label>[{HAN}\s]+)[（(][^（()）]*(?:序|笔画|筆畫|排列)[^（()）]*[）)]$"
)
"""编 委 会（以姓氏笔画为序） over those who sit on it."""
_CODED = re.compile(
    rf"^(?P<label>[{HAN}\s]+[号號])\s*(?P<value>(?:ISSN|CN)\s*\d[\d\s—–-]*\S*|\d[\d-]*)$"
)
"""国际标准连续出版物号ISSN 1234-5679, 邮发代号12-34: nothing parts the label from the code."""
_JOINED = re.compile(r"[、/／·&和与]")
"""主管、主办: one house that is two things."""


@dataclass(slots=True)
class Item:
    """An entry in progress, with the numbers of its lines."""

    kind: Kind
    label: str
    value: str
    lines: list[int]
    whole: bool = False
    """Nothing below goes on with it."""


def add_line(
    items: list[Item], text: str, line: int, *, gap: bool, labels: Mapping[str, str]
) -> None:
    """Add a line to the entries: to the last one, or as one or several of its own."""
    for part in _parts(with_colons(text)):
        found = _own_item(part, line, labels) or _item_of(part, line)
        if found is None and items and items[-1].kind is Kind.STAFF:
            found = _of_staff(part, line)
        if found is not None:
            items.append(found)
        elif items and not gap and _continues(items[-1], part):
            previous = items[-1]
            previous.value = f"{previous.value}\n{part}" if previous.value else part
            previous.lines.append(line)
        else:
            items.append(Item(bare_kind(part), "", part, [line]))
        gap = False


def _parts(text: str) -> list[str]:
    """What a line tells one behind the other; 主管 主办：…… tells one thing of one house."""
    parts: list[str] = []
    for part in (piece for whole in _before_spaced(text) for piece in _PAIR_SPLIT.split(whole)):
        if parts and parts[-1] in MASTHEAD_LABELS:
            parts[-1] += part
        else:
            parts += _pairs(part)
    return parts


def _before_spaced(text: str) -> list[str]:
    """邮发代号：99-692 | 订 阅 电 话：……: a line parted before each letter-spaced label.

    读 者 来 电：, which is no label that is known, is not parted before 来 电.
    """
    cuts = [
        hit.start()
        for hit in _SPACED_LABEL.finditer(text)
        if hit.start() and not _LONE.search(text[: hit.start()].rstrip())
    ]
    return [text[at:end].strip() for at, end in pairwise((0, *cuts, len(text)))]


def _pairs(text: str) -> list[str]:
    """邮发代号 99-36　定价 25.00元: labels without a colon, each between what is none itself.

    The line has to open with such a label, and a blank has to stand on both sides of each.
    """
    words = [(hit.start(), hit[0] in MASTHEAD_LABELS) for hit in re.finditer(r"\S+", text)]
    if len(words) < 4 or "：" in text or not words[0][1] or words[1][1]:
        return [text]
    three = zip(words, words[1:], words[2:], strict=False)
    starts = [at for (_, one), (at, label), (_, two) in three if label and not one and not two]
    ends = (*starts, len(text))
    return [text[start:end].strip() for start, end in zip((0, *starts), ends, strict=True)]


def _own_item(text: str, line: int, labels: Mapping[str, str]) -> Item | None:
    """An entry under a label that the profile lists."""
    hit = _LABELLED.match(text) if labels else None
    if hit is None or squeeze(hit["label"]) not in labels:
        return None
    label = squeeze(hit["label"])
    return Item(Kind(labels[label]), label, hit["value"].strip(), [line])


def _item_of(text: str, line: int) -> Item | None:
    hit = _LABELLED.match(text)
    if hit and not re.match(r"^https?$", hit["label"].strip()):
        label = squeeze(hit["label"])
        if width(label) <= 16 or label in MASTHEAD_LABELS:
            kind = kind_of_label(label)
            if kind is None:
                kind = Kind.STAFF if split_names(hit["value"]) else Kind.OTHER
                kind = Kind.TELEPHONE if PHONE.match(hit["value"].strip()) else kind
            return Item(refine(kind, hit["value"]), label, hit["value"].strip(), [line])
    ordered = _ORDERED.match(text)
    if ordered and squeeze(ordered["label"]) in MASTHEAD_LABELS:
        return Item(Kind.STAFF, squeeze(text), "", [line])
    coded = _CODED.match(text)
    if coded and squeeze(coded["label"]) in MASTHEAD_LABELS:
        label, value = squeeze(coded["label"]), coded["value"]
        return Item(refine(kind_of_label(label) or Kind.OTHER, value), label, value, [line])
    tokens = text.split()
    for count in (6, 5, 4, 3, 2, 1):  # 發 行 人 before 發行
        label = "".join(tokens[:count])
        if len(tokens) > count and MASTHEAD_LABELS.issuperset(_JOINED.split(label)):
            kind = kind_of_label(label) or Kind.OTHER
            value = text.split(None, count)[count]
            return Item(refine(kind, value), label, value, [line])
    return _unlisted(text, tokens, line) or _house_beside(text, line)


def _unlisted(text: str, tokens: list[str], line: int) -> Item | None:
    """An entry under a label that only its words and what stands behind it tell."""
    letters = next((at for at, token in enumerate(tokens) if len(token) > 1), len(tokens))
    most = min(letters, _SPACED, len(tokens) - 1)
    for count in range(most, 1, -1) if letters else range(1, min(2, len(tokens))):
        label, value = "".join(tokens[:count]), text.split(None, count)[count]
        kind = announces(label, value)
        if kind is not None:
            return Item(kind, label, value, [line])
    return None


_SPACED = 4
"""Letters of a label that is set wide: 美 术 设 计."""
_HOUSES = {
    "主管主办": Kind.SPONSOR,
    "主管": Kind.SUPERVISOR,
    "主办": Kind.SPONSOR,
    "主辦": Kind.SPONSOR,
    "承办": Kind.SPONSOR,
    "协办": Kind.SPONSOR,
    "编印": Kind.PUBLISHER,
}
_BEHIND = re.compile(rf"^(?P<value>[^\s：:，。、]{{4,}}?)\s*(?P<label>{'|'.join(_HOUSES)})$")
_BEFORE = re.compile(
    rf"^(?P<label>主管主办|主管|主办|主辦)(?P<value>[{HAN}《》·]{{4,}}(?:部|厅|局|委|会|社|院|校|大学|集团|公司|中心|处|厂|馆|政府|学会|協會|协会))$"
    r"|^(?P<out>出版|编辑出版)(?P<house>《[^》]{1,20}》(?:杂志社|编辑部|编委会))$"
)


def _house_beside(text: str, line: int) -> Item | None:
    """某某市文化局主管, 主办某某出版社: a house and what it is, with nothing between them."""
    hit = _BEHIND.match(text) or _BEFORE.match(text)
    if hit is None:
        return None
    told = hit.groupdict()
    label, value = told["label"] or told["out"], told["value"] or told["house"]
    return Item(_HOUSES.get(label, Kind.PUBLISHER), label, value, [line], whole=True)


_ON_A_LINE = (Kind.TITLE, Kind.ISSUE, Kind.ISSN, Kind.CN, Kind.PARALLEL_TITLE)


def _of_staff(text: str, line: int) -> Item | None:
    """记者　某某　某某, below others of the staff: who does work that elsewhere signs articles."""
    label, _, names = text.strip().partition(" ")
    listed = label in _DESKS and _NAMES_SPACED.match(names) is not None
    return Item(Kind.STAFF, label, names.strip(), [line]) if listed else None


_DESK_NAMES = "记者 記者 视觉 視覺 摄影 攝影 设计 設計 美术 美術 校对 校對 插画 插畫 编务 編務"
_DESKS = frozenset(_DESK_NAMES.split())
_NAMES_SPACED = re.compile(rf"^\s*[{HAN}·](?:[\s、，]*[{HAN}·]){{1,23}}\s*$")


_APPEARED = re.compile(
    r"^(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{4}|民[國国][\d〇零一二三四五六七八九十百]{1,6})年"
    r"[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?"
    r"(?:出版|出刊|發行|发行|印行|刊行|印發|印发|付印|付梓|編印|编印|印刷|印)"
)
"""二〇一八年九月三十日印行: when the issue appeared, below any entry."""


def _continues(item: Item, text: str) -> bool:
    """True if a line without a label goes on with the entry above it."""
    if item.whole or item.kind in _ON_A_LINE or TERMS.match(squeeze(text)):
        return False
    if _APPEARED.match(squeeze(text)) or tells_whom(text):
        return False
    kind = bare_kind(text)
    if kind not in (Kind.OTHER, Kind.EMAIL, Kind.WEB, Kind.DATE):
        return kind is Kind.NOTICE and item.kind is Kind.NOTICE
    if item.kind is Kind.NOTICE:
        return True
    if not item.label:
        return False
    if PHONE.match(text):
        return item.kind in (Kind.TELEPHONE, Kind.DISTRIBUTION, Kind.OTHER)
    if item.kind in (
        Kind.STAFF,
        Kind.OTHER,
        Kind.SPONSOR,
        Kind.SUPERVISOR,
        Kind.PUBLISHER,
        Kind.ADDRESS,
        Kind.PRINTER,
    ):
        if item.kind is not Kind.STAFF:
            return not ends_sentence(text)
        listed = _lists_names(text) and not _BRACKETED.sub("", item.value)
        return listed or bool(split_names(text))
    return False


def _lists_names(text: str) -> bool:
    """True for what may stand below a label of the staff without anybody beside it: several names."""
    names = join_spaced([part for part in re.split(r"[\s、，]+", text.strip()) if part])
    return len(names) > 1 and all(map(_NAME.match, names))


_PERSON = re.compile(
    r"(?<![A-Za-z'’.-] )[A-Z][A-Za-z'’.-]*(?: [A-Z][A-Za-z'’.-]*){1,2}(?=[\s、，|｜]*(?:[^\sA-Za-z]|$))|[^\s、，|｜]+"
)
"""Two or three words in Latin letters (Anna Lindqvist) are one name; else no name has a blank."""


def values_of(item: Item) -> tuple[str, ...]:
    """The values of an entry: each name of a list, each line of an address."""
    parts = [part.strip() for part in item.value.split("\n") if part.strip()]
    if item.kind is Kind.STAFF:
        out: list[str] = []
        for part in parts:
            names = split_names(part)
            if names:
                out += names
            else:
                out += join_spaced(_PERSON.findall(part))
        return tuple(out)
    if item.kind is Kind.NOTICE:
        return ("".join(parts),) if parts else ()
    if item.kind is Kind.TITLE:
        return (_squeeze_han(" ".join(parts)),)
    return tuple(parts)


def _squeeze_han(text: str) -> str:
    """Take the blanks between Chinese characters out, leave those between Latin words."""
    return re.sub(rf"(?<=[{HAN}，。、：；（）《》“”])\s+(?=[{HAN}，。、：；（）《》“”])", "", text)
