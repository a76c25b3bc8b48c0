"""What identifies an issue, told by the entries of its masthead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter import patterns as re
from converter.hanzi import number
from converter.model import Masthead, MastheadEntry
from converter.model import MastheadKind as Kind
from converter.parse.masthead.numbers import (
    SERIAL,
    VOLUME,
    cn_of,
    date_of,
    issn_of,
    issue_number,
    year_of,
)
from converter.segment.regions import ISSUE_LINE


def _texts(masthead: Masthead, *kinds: Kind) -> Iterator[str]:
    for entry in masthead.entries:
        if entry.kind in kinds:
            yield _text(entry)


def _text(entry: MastheadEntry) -> str:
    return " ".join((entry.label, *entry.values))


def identify(masthead: Masthead) -> Masthead:
    """Fill in what identifies the issue from the entries."""
    everything = [_text(entry) for entry in masthead.entries]
    issue_texts = list(_texts(masthead, Kind.ISSUE)) or everything
    year = _year(issue_texts)
    number_in_year = issue_number(issue_texts)
    date = _issue_date(masthead, issue_texts, year, number_in_year)
    titles = (one for one in masthead.entries if one.kind is Kind.TITLE and one.values)
    title = next((one.values[0].strip("《》") for one in titles), "")
    prices = (" ".join(one.values) for one in masthead.entries if one.kind is Kind.PRICE)
    return replace(
        masthead,
        title=title or _named_title(masthead),
        year=year or (int(date[:4]) if date else 0),
        number=number_in_year,
        serial=next((number(hit[1]) or 0 for hit in map(SERIAL.search, everything) if hit), 0),
        volume=next((hit[1] for hit in map(VOLUME.search, issue_texts) if hit), ""),
        date=date,
        issn=issn_of(everything),
        cn=cn_of(everything),
        price=next(prices, ""),
    )


def with_issue(masthead: Masthead, texts: Sequence[str]) -> Masthead:
    """The masthead with the issue's number where only other lines, as of the contents, tell it."""
    if masthead.number or not masthead.entries:
        return masthead
    lines = [text for text in texts if len(text) <= _ISSUE_LINE and ISSUE_LINE.search(text)]
    serial = next((number(hit[1]) or 0 for hit in map(SERIAL.search, lines) if hit), 0)
    return replace(
        masthead,
        year=masthead.year or (_year(lines) if lines else 0),
        number=issue_number(lines),
        serial=masthead.serial or serial,
    )


_ISSUE_LINE = 40
"""Characters of a line that tells year and number of the issue."""


def _year(texts: Sequence[str]) -> int:
    """The year of the issue, which is not that of the magazine's foundation."""
    for text in texts:
        if not re.search(r"创刊|創刊", text) and (year := year_of(text)):
            return year
    return year_of(re.sub(r"\d{4}年\d+月[创創]刊", "", texts[0])) if texts else 0


def _issue_date(
    masthead: Masthead, issue_texts: Sequence[str], year: int, number_in_year: str
) -> str:
    """The date of publication: as long as can be had, and of the issue's own year."""
    texts = [
        text
        for text in (*_texts(masthead, Kind.DATE), *issue_texts)
        if not re.search(r"创刊|創刊", text)
    ]
    dates = [date_of(text) for text in texts]
    fitting = [date for date in dates if not year or not date or date[:4] == str(year)]
    date = max(fitting, key=len, default="")
    if not year or len(date) >= 10:
        return date
    for text in texts:
        bare = re.search(r"(?<![\d年])\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日", text)
        if bare:
            return f"{year:04d}-{int(bare[1]):02d}-{int(bare[2]):02d}"
    return _monthly_date(masthead, year, date[5:7] or _month(number_in_year)) or date


def _monthly_date(masthead: Masthead, year: int, month: str) -> str:
    """The date of a monthly that appears 每月5日; "" if it does not say so."""
    for text in _texts(masthead, Kind.DATE, Kind.OTHER):
        day = re.search(r"每月\s*(\d{1,2})\s*日", text)
        if day:
            return f"{year:04d}-{month}-{int(day[1]):02d}" if month else ""
    return ""


def _month(number_in_year: str) -> str:
    """The month of a monthly's issue, "" if the number is that of no month."""
    fits = number_in_year.isdecimal() and 1 <= int(number_in_year) <= 12
    return f"{int(number_in_year):02d}" if fits else ""


def _named_title(masthead: Masthead) -> str:
    names = [
        name
        for text in _texts(masthead, Kind.PUBLISHER, Kind.SPONSOR, Kind.OTHER, Kind.ADDRESS)
        for name in re.findall(
            r"《([^》]{1,20})》\s*(?:杂志|編輯|编辑|雜誌|期刊|月刊|季刊|双月刊|周刊)", text
        )
    ]
    return max(names, key=names.count) if names else ""
