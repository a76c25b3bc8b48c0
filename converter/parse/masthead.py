"""The masthead: every line as an entry with its kind, and what identifies the issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from converter.diagnostics import Span
from converter.hanzi import HAN, ends_sentence, has_han, number, squeeze, width
from converter.model import Masthead, MastheadEntry, MastheadKind
from converter.names import join_spaced, split_names
from converter.segment.regions import ISSUE_LINE, MASTHEAD_LABELS
from converter.source import Line

K = MastheadKind
_KIND_PATTERNS: tuple[tuple[str, MastheadKind], ...] = (
    (r"^(?:国际标准(?:连续出版物号|刊号)|國際標準期刊號|国际刊号|ISSN)$", K.ISSN),
    (r"^(?:国内统一(?:连续出版物号|刊号)|国内刊号|统一刊号|CN)$", K.CN),
    (r"声明|聲明|启事|稿约|征稿|版权所有", K.NOTICE),
    (r"许可证|登字|登记|登記|准印证", K.LICENCE),
    (r"E-?mail|邮箱|信箱|郵件|邮件", K.EMAIL),
    (r"网址|网站|官网|網址|公众号|微博|微信|QQ|在线", K.WEB),
    (r"邮发代号|国外代号|发行|發行|订阅|订购|零售$|总经销|經銷|總經銷|代号", K.DISTRIBUTION),
    (
        r"电\s*话|電話|传真|傳真|热线|总机|编辑室|总编室|办公室|记者部|通联部|广告部|发行部",
        K.TELEPHONE,
    ),
    (r"邮编|邮政编码|郵政編碼|郵遞區號", K.POSTAL_CODE),
    (r"地址|社址|地点", K.ADDRESS),
    (r"印刷|承印|制版|製版", K.PRINTER),
    (r"定价|定價|零售价|售价|全年", K.PRICE),
    (r"主管", K.SUPERVISOR),
    (r"主办|主辦|承办|协办", K.SPONSOR),
    (r"出版日期|出版时间|出版時間", K.DATE),
    (r"^(?:出版|编辑出版|出版单位|出版者|编辑单位|编印|發行所|编辑、出版)$", K.PUBLISHER),
    (
        r"社长|社長|总编|總編|主编|主編|编委|編委|委员|委員|顾问|顧問|责编|编辑|編輯|美编|设计|設計|校对|校對|摄影|翻译|主任|发行人|發行人|主笔|记者",
        K.STAFF,
    ),
    (r"^(?:创刊|創刊|刊期|开本|出版周期|印数)", K.OTHER),
)
_KINDS = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _KIND_PATTERNS)
_ISSN = re.compile(r"(?<!\d)(\d{4})\s*[-—–－]\s*(\d{3}[\dXx])(?!\d)")
_CN = re.compile(r"(?<!\d)(\d{2})\s*[-—–－]\s*(\d{4,5})(?:\s*/\s*([A-Z]{1,2}\d{0,2}))?")
_YEAR = re.compile(r"((?:19|20)\d\d|[〇○零一二三四五六七八九]{4})\s*年")
_ROC_YEAR = re.compile(r"民國\s*([〇零一二三四五六七八九十百\d]{1,6})\s*年")
_NUMBER = re.compile(
    r"第?\s*([\dA-Za-z一二三四五六七八九十]+(?:\s*[-—～~、/合]\s*[\d一二三四五六七八九十]+)?)\s*(?:期|號|号刊)"
)
_SERIAL = re.compile(r"[总總](?:期)?\s*第?\s*([\d一二三四五六七八九十百千〇零]+)\s*期")
_VOLUME = re.compile(r"第?\s*([\d一二三四五六七八九十百〇零]+)\s*卷")
_DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d|[〇○零一二三四五六七八九]{4})\s*[年.\-/]\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[月.\-/]\s*(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?)?)?"
)
_ROC_DATE = re.compile(
    r"民國\s*(?P<y>[〇零一二三四五六七八九十百\d]{1,6})\s*年\s*(?P<m>[\d一二三四五六七八九十]{1,3})\s*月(?:\s*(?P<d>[\d一二三四五六七八九十]{1,3})\s*日)?"
)
_DAY = re.compile(r"^\d{1,2}月\d{1,2}日(?:出版)?$")
_PAIR_SPLIT = re.compile(
    rf"\s+(?=(?:{'|'.join(sorted(map(re.escape, MASTHEAD_LABELS.split()), key=len, reverse=True))})\s*[：:])"
)
_LABELLED = re.compile(r"^(?P<label>[^：:\d]{1,24}?)\s*[：:]\s*(?P<value>.*)$")
_PHONE = re.compile(r"^[+(（]?\d{3,4}[)）\-\s]*\d{3,4}[\-\s]?\d{3,4}|^1\d{10}|^400[\d\-\s]{7,}")
_LABEL_SET = frozenset(MASTHEAD_LABELS.split())


@dataclass(slots=True)
class _Item:
    kind: MastheadKind
    label: str
    value: str
    lines: list[int]


def parse_masthead(lines: Sequence[Line], labels: Mapping[str, str] | None = None) -> Masthead:
    """Read the lines of the masthead region. Every text of theirs is in ``entries``.

    ``labels`` are labels of this magazine's own and the kinds of entry they announce.
    """
    items: list[_Item] = []
    gap = True
    for line in lines:
        text = line.text.strip().lstrip("#").strip(" *")
        if not text:
            gap = True
            continue
        _add_line(items, text, line.number, gap=gap, labels=labels or {})
        gap = False
    _find_title(items)
    entries = tuple(
        MastheadEntry(
            item.kind, item.label, _values(item), tuple(map(Span.line, sorted(set(item.lines))))
        )
        for item in items
    )
    spans = _runs(lines)
    return _identify(Masthead(entries=entries, spans=spans))


def _runs(lines: Sequence[Line]) -> tuple[Span, ...]:
    """The spans of lines that stand together."""
    spans: list[Span] = []
    for line in lines:
        if spans and line.number == spans[-1].last + 1:
            spans[-1] = Span(spans[-1].first, line.number)
        else:
            spans.append(Span.line(line.number))
    return tuple(spans)


def _add_line(
    items: list[_Item], text: str, line: int, *, gap: bool, labels: Mapping[str, str]
) -> None:
    for part in _PAIR_SPLIT.split(text):
        found = _own_item(part, line, labels) or _item_of(part, line)
        if found is not None:
            items.append(found)
        elif items and not gap and _continues(items[-1], part):
            previous = items[-1]
            previous.value = f"{previous.value}\n{part}" if previous.value else part
            previous.lines.append(line)
        else:
            items.append(_Item(_bare_kind(part), "", part, [line]))
        gap = False


def kind_of_label(label: str) -> MastheadKind | None:
    """What a masthead label announces; ``None`` if it is unknown."""
    return next((kind for pattern, kind in _KINDS if pattern.search(label)), None)


def _own_item(text: str, line: int, labels: Mapping[str, str]) -> _Item | None:
    """An entry under a label that the profile lists."""
    hit = _LABELLED.match(text) if labels else None
    if hit is None or squeeze(hit["label"]) not in labels:
        return None
    label = squeeze(hit["label"])
    return _Item(MastheadKind(labels[label]), label, hit["value"].strip(), [line])


def _item_of(text: str, line: int) -> _Item | None:
    hit = _LABELLED.match(text)
    if hit and not re.match(r"^https?$", hit["label"].strip()):
        label = squeeze(hit["label"])
        if width(label) <= 16 or label in _LABEL_SET:
            kind = kind_of_label(label)
            if kind is None:
                kind = K.STAFF if split_names(hit["value"]) else K.OTHER
                kind = K.TELEPHONE if _PHONE.match(hit["value"].strip()) else kind
            return _Item(_refine(kind, hit["value"]), label, hit["value"].strip(), [line])
    tokens = text.split()
    for count in (1, 2, 3, 4):
        label = "".join(tokens[:count])
        if len(tokens) > count and label in _LABEL_SET:
            kind = kind_of_label(label) or K.OTHER
            return _Item(kind, label, text.split(None, count)[count], [line])
    return None


def _refine(kind: MastheadKind, value: str) -> MastheadKind:
    """Let the value correct a label that serves two purposes (编辑部：010-…, 刊号：ISSN …)."""
    digits = sum(char.isdigit() for char in value)
    if kind is K.STAFF and digits >= 7 and not split_names(value):
        return K.EMAIL if "@" in value else K.TELEPHONE
    if kind is K.TELEPHONE and digits < 5:
        return K.EMAIL if "@" in value else K.STAFF if split_names(value) else K.OTHER
    if kind in (K.DISTRIBUTION, K.WEB) and "@" in value:
        return K.EMAIL
    if kind is K.EMAIL and "@" not in value and "." not in value:
        return K.OTHER
    return kind


def _bare_kind(text: str) -> MastheadKind:
    plain = squeeze(text)
    if re.search(r"ISSN", plain, re.IGNORECASE) and _ISSN.search(text):
        return K.ISSN
    if re.match(r"^CN", plain) or re.search(r"CN\d{2}-\d{4}", plain):
        return K.CN
    if _NUMBER.search(text) and (
        _YEAR.search(text) or _SERIAL.search(text) or _VOLUME.search(text)
    ):
        return K.ISSUE
    if ISSUE_LINE.search(text):
        return K.ISSUE
    if _DATE.search(text) or _ROC_DATE.search(text) or _DAY.match(plain):
        return K.DATE
    if re.search(r"登字|许可证|准印证|登记", plain):
        return K.LICENCE
    if "@" in plain:
        return K.EMAIL
    if re.search(r"www\.|https?:", plain):
        return K.WEB
    if re.search(r"版权所有|未经许可|声明|聲明|不得转载|如有印装", plain):
        return K.NOTICE
    return K.OTHER


def _continues(item: _Item, text: str) -> bool:
    """True if a line without a label goes on with the entry above it."""
    if item.kind in (K.TITLE, K.ISSUE, K.ISSN, K.CN, K.PARALLEL_TITLE):
        return False
    kind = _bare_kind(text)
    if kind not in (K.OTHER, K.EMAIL, K.WEB, K.DATE):
        return kind is K.NOTICE and item.kind is K.NOTICE
    if item.kind is K.NOTICE:
        return True
    if not item.label:
        return False
    if _PHONE.match(text):
        return item.kind in (K.TELEPHONE, K.DISTRIBUTION, K.OTHER)
    if item.kind in (K.STAFF, K.OTHER, K.SPONSOR, K.SUPERVISOR, K.PUBLISHER, K.ADDRESS, K.PRINTER):
        return bool(split_names(text)) if item.kind is K.STAFF else not ends_sentence(text)
    return False


def _values(item: _Item) -> tuple[str, ...]:
    parts = [part.strip() for part in item.value.split("\n") if part.strip()]
    if item.kind is K.STAFF:
        out: list[str] = []
        for part in parts:
            names = split_names(part)
            if names:
                out += names
            else:
                out += join_spaced([token for token in re.split(r"[\s、，]+", part) if token])
        return tuple(out)
    if item.kind is K.NOTICE:
        return ("".join(parts),) if parts else ()
    if item.kind is K.TITLE:
        return (squeeze_han(" ".join(parts)),)
    return tuple(parts)


def squeeze_han(text: str) -> str:
    """Take the blanks between Chinese characters out, leave those between Latin words."""
    return re.sub(rf"(?<=[{HAN}，。、：；（）《》“”])\s+(?=[{HAN}，。、：；（）《》“”])", "", text)


def _find_title(items: list[_Item]) -> None:
    """The title is an unlabelled line beside the issue line, or named 《…》 by its publisher."""
    named = {
        name
        for item in items
        for name in re.findall(r"《([^》]{1,20})》", item.value)
        if item.kind in (K.SPONSOR, K.PUBLISHER, K.SUPERVISOR, K.OTHER, K.ADDRESS)
    }
    bare = [item for item in items if not item.label and item.kind is K.OTHER]
    for item in items:
        if item.label in ("刊名", "杂志名称", "期刊名称", "刊物名称"):
            item.kind = K.TITLE
            return
    candidates = [
        item for item in bare if 2 <= width(squeeze(item.value)) <= 16 and has_han(item.value)
    ]
    exact = [item for item in candidates if squeeze(item.value).strip("《》") in named]
    issue_at = next((i for i, item in enumerate(items) if item.kind is K.ISSUE), None)
    chosen: _Item | None = None
    if exact:
        chosen = exact[0]
    elif candidates and issue_at is not None:
        before = [item for item in candidates if items.index(item) < issue_at]
        chosen = (before or candidates)[0]
        near = [item for item in before if issue_at - items.index(item) <= 2]
        if near and _is_slogan(before[0].value):
            chosen = near[-1]
    elif candidates and items.index(candidates[0]) == 0:
        chosen = candidates[0]
    if chosen is not None:
        chosen.kind = K.TITLE
    _title_in_issue_line(items, chosen)
    for item in bare:
        if (
            item.kind is K.OTHER
            and not has_han(item.value)
            and re.search(r"[A-Za-z]{3}", item.value)
        ):
            item.kind = K.PARALLEL_TITLE


def _is_slogan(text: str) -> bool:
    return any(char in text for char in "，。！、：；")


def _title_in_issue_line(items: list[_Item], chosen: _Item | None) -> None:
    """《刊名》2024年第3期 on one line: cut the title off."""
    if chosen is not None:
        return
    for index, item in enumerate(items):
        if item.kind is not K.ISSUE:
            continue
        hit = re.match(
            rf"^(?P<title>《?[{HAN}A-Za-z·\s]{{2,20}}?》?)\s*(?P<rest>(?:(?:19|20)\d\d|[一二〇零○]{{2}}[〇零一二三四五六七八九○]{{2}})\s*年.*|[总總]?第.*)$",
            item.value,
        )
        if hit and squeeze(hit["title"]):
            items.insert(index, _Item(K.TITLE, "", hit["title"], list(item.lines)))
            item.value = hit["rest"]
        return


def year_of(text: str) -> int:
    """The year of a date or an issue line, 0 if there is none. 民國 counts from 1911."""
    roc = _ROC_YEAR.search(text)
    if roc:
        return 1911 + (number(roc[1]) or 0)
    hit = _YEAR.search(text)
    return (number(hit[1].replace("○", "〇")) or 0) if hit else 0


def date_of(text: str) -> str:
    """The date of a text in ISO 8601, as far as it goes; "" if there is none."""
    roc = _ROC_DATE.search(text)
    hit = roc or _DATE.search(text)
    if hit is None:
        year = year_of(text)
        return f"{year:04d}" if year else ""
    year = number(hit["y"].replace("○", "〇")) or 0
    month, day = number(hit["m"]) or 0, number(hit["d"] or "") or 0
    year += 1911 if roc else 0
    if not 1 <= month <= 12:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= 31 else f"{year:04d}-{month:02d}"


def _texts(masthead: Masthead, *kinds: MastheadKind) -> Iterator[str]:
    for entry in masthead.entries:
        if entry.kind in kinds:
            yield " ".join((entry.label, *entry.values))


def _identify(masthead: Masthead) -> Masthead:
    """Fill in what identifies the issue from the entries."""
    everything = [" ".join((entry.label, *entry.values)) for entry in masthead.entries]
    issue_texts = list(_texts(masthead, K.ISSUE)) or everything
    year = next(
        (
            year_of(text)
            for text in issue_texts
            if year_of(text) and not re.search(r"创刊|創刊", text)
        ),
        0,
    )
    year = year or next(
        (year_of(re.sub(r"\d{4}年\d+月[创創]刊", "", text)) for text in issue_texts), 0
    )
    serial = next((number(hit[1]) or 0 for text in everything if (hit := _SERIAL.search(text))), 0)
    volume = next((hit[1] for text in issue_texts if (hit := _VOLUME.search(text))), "")
    issue_number = _issue_number(issue_texts)
    date = _issue_date(masthead, issue_texts, year)
    issn_hit = next(
        (
            hit
            for text in everything
            if "ISSN" in text.upper() or "国际" in text or "國際" in text
            for hit in [_ISSN.search(text)]
            if hit
        ),
        None,
    )
    cn_hit = next(
        (
            hit
            for text in everything
            if re.search(r"CN|国内统一|统一刊号", text)
            for hit in [_CN.search(text)]
            if hit
        ),
        None,
    )
    title = next(
        (
            entry.values[0].strip("《》")
            for entry in masthead.entries
            if entry.kind is K.TITLE and entry.values
        ),
        "",
    )
    if not title:
        title = _named_title(masthead)
    price = next(
        (" ".join(entry.values) for entry in masthead.entries if entry.kind is K.PRICE), ""
    )
    return replace(
        masthead,
        title=title,
        year=year or (int(date[:4]) if date else 0),
        number=issue_number,
        serial=serial,
        volume=volume,
        date=date,
        issn=f"{issn_hit[1]}-{issn_hit[2].upper()}" if issn_hit else "",
        cn=_cn_text(cn_hit),
        price=price,
    )


def _issue_date(masthead: Masthead, issue_texts: list[str], year: int) -> str:
    """The date of publication: as long as can be had, and of the issue's own year."""
    texts = [
        text
        for text in (*_texts(masthead, K.DATE), *issue_texts)
        if not re.search(r"创刊|創刊", text)
    ]
    dates = [date_of(text) for text in texts]
    fitting = [date for date in dates if not year or not date or date[:4] == str(year)]
    date = max(fitting, key=len, default="")
    if year and len(date) < 10:
        for text in texts:
            bare = re.search(r"(?<![\d年])\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日", text)
            if bare:
                return f"{year:04d}-{int(bare[1]):02d}-{int(bare[2]):02d}"
        monthly = next(
            (
                hit
                for text in _texts(masthead, K.DATE, K.OTHER)
                if (hit := re.search(r"每月\s*(\d{1,2})\s*日", text))
            ),
            None,
        )
        if monthly:
            month = date[5:7] or (
                f"{int(masthead_month):02d}"
                if (masthead_month := _issue_number(issue_texts)).isdecimal()
                and 1 <= int(masthead_month) <= 12
                else ""
            )
            if month:
                return f"{year:04d}-{month}-{int(monthly[1]):02d}"
    return date


def _named_title(masthead: Masthead) -> str:
    names = [
        name
        for text in _texts(masthead, K.PUBLISHER, K.SPONSOR, K.OTHER, K.ADDRESS)
        for name in re.findall(
            r"《([^》]{1,20})》\s*(?:杂志|編輯|编辑|雜誌|期刊|月刊|季刊|双月刊|周刊)", text
        )
    ]
    return max(names, key=names.count) if names else ""


def _issue_number(texts: list[str]) -> str:
    for text in texts:
        rest = _SERIAL.sub(" ", text)
        hit = _NUMBER.search(rest)
        if hit:
            raw = squeeze(hit[1])
            value = number(raw)
            return str(value) if value is not None else re.sub(r"[—～~、/合]", "-", raw)
        month = re.search(r"(?:年|[.\-/])\s*(\d{1,2})\s*月[号號刊]", rest)
        if month:
            return month[1]
        season = re.search(r"([春夏秋冬])季", rest)
        if season:
            return str("春夏秋冬".index(season[1]) + 1)
    return ""


def _cn_text(hit: re.Match[str] | None) -> str:
    if hit is None:
        return ""
    tail = f"/{hit[3]}" if hit[3] else ""
    return f"{hit[1]}-{hit[2]}{tail}"
