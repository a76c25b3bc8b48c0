"""What identifies an issue, told by the entries of its masthead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.model import Masthead
from converter.model import MastheadKind as Kind
from converter.parse.masthead.dates import entry_text, issue_date
from converter.parse.masthead.numbers import (
    VOLUME,
    cn_of,
    issn_of,
    issue_number,
    number_beside_name,
    serial_number,
    year_of,
)
from converter.segment.regions import ISSUE_LINE
from converter.values import replace


def _texts(masthead: Masthead, *kinds: Kind) -> Iterator[str]:
    for entry in masthead.entries:
        if entry.kind in kinds:
            yield entry_text(entry)


def identify(masthead: Masthead) -> Masthead:
    """Fill in what identifies the issue from the entries."""
    everything = [entry_text(entry) for entry in masthead.entries]
    issue_texts = list(_texts(masthead, Kind.ISSUE)) or [
        entry_text(entry) for entry in masthead.entries if entry.kind not in _ELSEWHERE
    ]
    year = _year(issue_texts)
    serial = serial_number(everything)
    number_in_year = issue_number(issue_texts) or number_beside_name(everything)
    date = issue_date(masthead, issue_texts, year, number_in_year)
    titles = (one for one in masthead.entries if one.kind is Kind.TITLE and one.values)
    title = next((one.values[0].strip("《》") for one in titles), "")
    prices = (" ".join(one.values) for one in masthead.entries if one.kind is Kind.PRICE)
    return replace(
        masthead,
        title=f"{title}{_edition(masthead)}" if title else _named_title(masthead),
        year=year or (int(date[:4]) if date else 0),
        number=number_in_year,
        serial=serial or _as_serial(number_in_year, everything),
        volume=next((hit[1] for hit in map(VOLUME.search, issue_texts) if hit), ""),
        date=date,
        issn=issn_of(everything),
        cn=cn_of(everything),
        price=next(prices, ""),
    )


_ELSEWHERE = (Kind.ADDRESS, Kind.TELEPHONE, Kind.POSTAL_CODE, Kind.LICENCE, Kind.DISTRIBUTION)
"""Entries whose numbers are of houses, telephones and licences: 六十巷九號."""


def _as_serial(number_in_year: str, texts: Sequence[str]) -> int:
    """The number of an issue where it is more than a year has, as of 第八十七期; else 0.

    ``texts`` may tell how often it appears: the 19th of a bimonthly is of no single year.
    """
    often = next((hit[1] for hit in map(_OFTEN.search, texts) if hit), "")
    counts = number_in_year.isdecimal() and int(number_in_year) > _A_YEAR.get(often, _MOST)
    return int(number_in_year) if counts else 0


_OFTEN = re.compile(
    r"(半月|双月|雙月|半年|(?<![半双雙\d])月|季|(?<![半\d])年|旬|[周週])刊(?![物登行载載出发發印])"
)
_MOST = 60
"""The issues of a year, and some more, where nothing tells how often."""
_A_YEAR = {
    "周": _MOST,
    "週": _MOST,
    "旬": 37,
    "半月": 25,
    "月": 13,
    "双月": 7,
    "雙月": 7,
    "季": 5,
    "半年": 3,
    "年": 2,
}
"""The most issues of a year, with one more than usual, by how often a magazine appears."""


def with_issue(masthead: Masthead, texts: Sequence[str]) -> Masthead:
    """The masthead with the issue's number where only other lines, as of the contents, tell it."""
    if masthead.number or not masthead.entries:
        return masthead
    lines = [text for text in texts if len(text) <= _ISSUE_LINE and ISSUE_LINE.search(text)]
    return replace(
        masthead,
        year=masthead.year or (_year(lines) if lines else 0),
        number=issue_number(lines),
        serial=masthead.serial or serial_number(lines),
    )


_ISSUE_LINE = 40
"""Characters of a line that tells year and number of the issue."""


def _year(texts: Sequence[str]) -> int:
    """The year of the issue, which is not that of the magazine's foundation."""
    for text in texts:
        if not re.search(r"创刊|創刊", text) and (year := year_of(text)):
            return year
    return year_of(re.sub(r"\d{4}年\d+月[创創]刊", "", texts[0])) if texts else 0


_EDITION = re.compile(r"^[（(][^（）()]{2,8}版[）)]$")


def _edition(masthead: Masthead) -> str:
    """（社会科学版） below the title, which tells one journal of a house from the other."""
    at = next(i for i, one in enumerate(masthead.entries) if one.kind is Kind.TITLE and one.values)
    below = masthead.entries[at + 1 : at + 2]
    return next(
        (
            one.values[0]
            for one in below
            if not one.label and one.values and _EDITION.match(one.values[0])
        ),
        "",
    )


def _named_title(masthead: Masthead) -> str:
    names = [
        name
        for text in _texts(masthead, Kind.PUBLISHER, Kind.SPONSOR, Kind.OTHER, Kind.ADDRESS)
        for name in re.findall(
            r"《([^》]{1,20})》\s*(?:杂志|編輯|编辑|雜誌|期刊|月刊|季刊|双月刊|周刊)", text
        )
    ]
    return max(names, key=names.count) if names else ""
