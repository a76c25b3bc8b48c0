"""Years, dates and numbers as mastheads write them."""

from __future__ import annotations

from collections.abc import Iterable

from converter import patterns as re
from converter.hanzi import number, squeeze
from converter.segment.regions import SHORT_ISSUE

ISSN = re.compile(r"(?<!\d)(\d{4})\s*[-—–－]\s*(\d{3}[\dXx])(?!\d)")


_CN = re.compile(r"(?<!\d)(\d{2})\s*[-—–－]\s*(\d{4,5})(?:\s*[/／]\s*([A-Z]{1,2}\d{0,2}))?")


YEAR = re.compile(r"((?:19|20)\d\d|[〇○零一二三四五六七八九]{4})\s*年")


_ROC_YEAR = re.compile(r"民[國国]\s*([〇零一二三四五六七八九十百\d]{1,6})\s*年")


NUMBER = re.compile(
    r"第?\s*([\dA-Za-z一二三四五六七八九十百千〇零]+(?:\s*[-—～~、/合]\s*[\d一二三四五六七八九十]+)?)\s*(?:期|號|号刊)"
    r"|第\s*([\d一二三四五六七八九十百〇零]+)\s*[辑輯]"
    r"|(?<=刊)\s+N[oO][.．]?\s*(\d{1,3})(?!\d)"
)


SERIAL = re.compile(
    r"[总總](?:期)?\s*第?\s*([\d一二三四五六七八九十百千〇零]+)\s*期|[总總](?:期)?[号號]\s*第?\s*(\d+|[一二三四五六七八九十百千〇○零]{2,7})|\bVOL[.．]?\s*(\d{2,4})(?!\d|[\s,，.·]*NO\b)",
    re.IGNORECASE,
)
"""Vol. 12, No. 2 is a volume, of which that is the second number."""


VOLUME = re.compile(r"第?\s*([\d一二三四五六七八九十百〇零]+)\s*卷")


DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d|[〇○零一二三四五六七八九]{4})\s*[年.\-/]\s*(?P<m>\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})\s*(?:[月.\-/]\s*(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?)?)?"
)


ROC_DATE = re.compile(
    r"民[國国]\s*(?P<y>[〇零一二三四五六七八九十百\d]{1,6})\s*年\s*(?P<m>[\d一二三四五六七八九十]{1,3})\s*月(?:\s*(?P<d>[\d一二三四五六七八九十]{1,3})\s*日)?"
)


def year_of(text: str) -> int:
    """The year of a date or an issue line, 0 if there is none. 民國 counts from 1911."""
    roc = _ROC_YEAR.search(text)
    if roc:
        return 1911 + (number(roc[1]) or 0)
    hit = YEAR.search(text)
    if hit is None and (short := short_issue(text) or _POINTED_YEAR.search(text)):
        return int(short["y"])
    return (number(hit[1].replace("○", "〇")) or 0) if hit else 0


_POINTED_YEAR = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:\s*[·・•]\s*|\s+)(?:[春夏秋冬]|\d{1,2}\s*月[号號刊])"
)
"""2022 · 6月号, 2022 冬季号."""


def date_of(text: str) -> str:
    """The date of a text in ISO 8601, as far as it goes; "" if there is none."""
    roc = ROC_DATE.search(text)
    hit = roc or DATE.search(text)
    if hit is None:
        year = year_of(text)
        return f"{year:04d}" if year else ""
    year = number(hit["y"].replace("○", "〇")) or 0
    month, day = number(hit["m"]) or 0, number(hit["d"] or "") or 0
    year += 1911 if roc else 0
    if not 1 <= month <= 12:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= 31 else f"{year:04d}-{month:02d}"


def issue_number(texts: list[str]) -> str:
    """The number of an issue within its year, "" if none of the texts tells it."""
    for text in texts:
        if beside := _COUNT.match(text.strip()):
            return beside[1]
        if alone := _NUMBERED.match(text.strip()):
            return str(number(squeeze(alone[1])) or "")
        rest = SERIAL.sub(" ", text)
        hit = NUMBER.search(rest)
        if hit:
            raw = squeeze(hit[1] or hit[2] or hit[3])
            value = number(raw)
            return str(value) if value is not None else re.sub(r"[—～~、/合]", "-", raw)
        month = _OF_MONTH.search(rest)
        if month and (counted := number(month[1])) and counted <= _MONTHS:
            return str(counted)
        season = re.search(r"([春夏秋冬])季", rest)
        if season:
            return str("春夏秋冬".index(season[1]) + 1)
    short = next((hit for hit in map(short_issue, texts) if hit), None)
    return str(int(short["n"])) if short else ""


_POINT, _SEVERAL = re.compile(r"\s+[·•|｜]\s+"), 3


def short_issue(text: str) -> re.Match[str] | None:
    """2015 / 4 alone, or as one of several things on a line: 摄影双月刊 · 2015 / 4 · 总第22期."""
    if (whole := SHORT_ISSUE.match(text)) is not None:
        return whole
    parts = _POINT.split(text)
    found = map(SHORT_ISSUE.match, parts if len(parts) >= _SEVERAL else ())
    return next((hit for hit in found if hit), None)


_COUNT = re.compile(
    r"^(?:#|No[.．]?)\s*(\d{1,4})(?:$|[ \u3000]{2,}(?=(?:19|20)\d\d[./年-]))", re.IGNORECASE
)
"""#46, as newsletters count, and No. 382 before the date."""
_NUMBERED = re.compile(r"^第\s*([\d一二三四五六七八九十百千〇零]+)\s*[号號]$")
"""第十七号 on a line of its own."""


def number_beside_name(texts: Iterable[str]) -> str:
    """11 of DAY & NIGHT 2024/11: the number of a monthly behind its name in English, or ""."""
    hit = next((hit for hit in map(_BESIDE_NAME.match, texts) if hit), None)
    return str(int(hit["n"])) if hit else ""


_BESIDE_NAME = re.compile(
    r"^\s*[A-Z][A-Za-z&'’ ]{2,40}?[\s|｜·•]+(?:19|20)\d\d\s*[/.]\s*(?P<n>0?[1-9]|1[0-2])$"
)


_OF_MONTH = re.compile(r"(?:年|[.\-/·・•])\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月[号號刊]")
"""2024年5月号, 二〇二四年五月号."""
_MONTHS = 12


def serial_number(texts: Iterable[str]) -> int:
    """The number of an issue counted from the first of all, 0 if none of the texts tells it."""
    hit = next((hit for hit in map(SERIAL.search, texts) if hit), None)
    if hit is None:
        counted = (int(one[1]) for one in map(_COUNT.match, texts) if one is not None)
        return next((count for count in counted if count > _WEEKS), 0)
    return number(next(filter(None, hit.groups())).replace("○", "〇")) or 0


_WEEKS = 53
"""No weekly counts more issues in a year: what is more counts all."""


def issn_of(texts: Iterable[str]) -> str:
    """The first ISSN, "" if there is none."""
    for text in texts:
        named = "ISSN" in text.upper() or "国际" in text or "國際" in text
        hit = ISSN.search(text) if named else None
        if hit:
            return f"{hit[1]}-{hit[2].upper()}"
    return ""


def cn_of(texts: Iterable[str]) -> str:
    """The first CN number with its class, "" if there is none."""
    for text in texts:
        hit = _CN.search(text) if re.search(r"CN|国内统一|统一刊号", text) else None
        if hit:
            return f"{hit[1]}-{hit[2]}" + (f"/{hit[3]}" if hit[3] else "")
    return ""
