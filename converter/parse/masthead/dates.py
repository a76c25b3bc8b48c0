"""When an issue appeared, told by the entries of its masthead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import number, squeeze
from converter.model import Masthead, MastheadEntry
from converter.model import MastheadKind as Kind
from converter.parse.masthead.numbers import date_of, short_issue

_FOUNDED = re.compile(r"创刊|創刊")
_DAY = re.compile(r"(?<![\d年])\s*(?P<m>\d{1,2})\s*月\s*(?P<d>[\dOlI]{1,2})\s*日")
_NUMERALS = "一二三四五六七八九十廿卅"
_DAY_IN_WORDS = re.compile(
    rf"(?<![年每{_NUMERALS}])\s*(?P<m>[{_NUMERALS}]{{1,2}})\s*月\s*(?P<d>[{_NUMERALS}]{{1,3}})\s*日"
)
_MONTHS, _DAYS = 12, 31
_EVERY_MONTH = re.compile(r"每月\s*(\d{1,2})\s*日")
_APPEARED = re.compile(
    r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*(?:出版|发行|發行|印行)"
)
_DIGITS = str.maketrans("OlI", "011")
"""What OCR reads for digits: 8 月 1O 日."""
_MONTHLY = re.compile(r"(?<![双雙半])月刊")


def entry_text(entry: MastheadEntry) -> str:
    """An entry on one line, its label first."""
    return " ".join((entry.label, *entry.values))


def issue_date(
    masthead: Masthead, issue_texts: Sequence[str], year: int, number_in_year: str
) -> str:
    """The date of publication: as long as can be had, and of the issue's own year.

    ``issue_texts`` are the lines that tell year and number. The date is in ISO 8601, which
    allows the year or the month alone; "" if no line tells it.
    """
    texts = [text for text in (*_dated(masthead), *issue_texts) if not _FOUNDED.search(text)]
    whole = [_date(text, masthead) for text in texts]
    fitting = [date for date in whole if not year or not date or date[:4] == str(year)]
    date = max(fitting, key=len, default="")
    if not year or len(date) >= len("2022-04-15"):
        return date
    everything = [entry_text(entry) for entry in masthead.entries]
    for text in (*texts, *(text for text in everything if "出版" in text)):
        if day := _day(text):
            return f"{year:04d}-{day}"
    month = date[5:7] or _month(number_in_year)
    every = next((hit for hit in map(_EVERY_MONTH.search, everything) if hit), None)
    return f"{year:04d}-{month}-{int(every[1]):02d}" if every and month else date


def _dated(masthead: Masthead) -> Iterator[str]:
    """The lines that tell dates, and what other ones say of when the issue appeared."""
    for entry in masthead.entries:
        text = entry_text(entry)
        if entry.kind is Kind.DATE:
            yield text
        elif entry.kind is not Kind.ISSUE and (hit := _APPEARED.search(text)):
            yield hit[0]


def _date(text: str, masthead: Masthead) -> str:
    """The date of a line; 2023/4 is the fourth issue of a bimonthly, and in no month."""
    date = date_of(text)
    short = short_issue(text)
    if short is None or short["n"].startswith("0") or len(date) == len("2022-04-15"):
        return date  # 2025年第4期 2025年4月8日出版 tells the day as well
    monthly = any(_MONTHLY.search(squeeze(entry_text(entry))) for entry in masthead.entries)
    return (
        f"{short['y']}-{int(short['n']):02d}" if monthly and int(short["n"]) <= 12 else short["y"]
    )


def _day(text: str) -> str:
    """The month and the day without a year that a line tells, 十一月一日 as well as 11 月 1 日; "" for none."""
    hit = _DAY.search(text) or _DAY_IN_WORDS.search(text)
    if hit is None:
        return ""
    values = (number(hit[one].translate(_DIGITS)) for one in "md")
    month, day = (value or 0 for value in values)
    return f"{month:02d}-{day:02d}" if 1 <= month <= _MONTHS and 1 <= day <= _DAYS else ""


def _month(number_in_year: str) -> str:
    """The month of a monthly's issue, "" if the number is that of no month."""
    fits = number_in_year.isdecimal() and 1 <= int(number_in_year) <= 12
    return f"{int(number_in_year):02d}" if fits else ""
