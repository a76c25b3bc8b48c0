"""The masthead (刊头、版权页): what a magazine says of itself."""

from __future__ import annotations

from enum import StrEnum

from converter import patterns as re
from converter.model.blocks import Spans
from converter.values import dataclass


class MastheadKind(StrEnum):
    """What a line of the masthead (版权页) says."""

    TITLE = "title"
    PARALLEL_TITLE = "parallel-title"
    """The title in another language or in pinyin."""
    ISSUE = "issue"
    """2022年第2期 总第52期."""
    DATE = "date"
    ISSN = "issn"
    CN = "cn"
    PRICE = "price"
    SUPERVISOR = "supervisor"
    """主管."""
    SPONSOR = "sponsor"
    """主办."""
    PUBLISHER = "publisher"
    """出版, 编辑出版."""
    STAFF = "staff"
    """社长, 主编, 责任编辑 …: ``label`` is the role, ``values`` the names."""
    TELEPHONE = "telephone"
    ADDRESS = "address"
    POSTAL_CODE = "postal-code"
    EMAIL = "email"
    WEB = "web"
    DISTRIBUTION = "distribution"
    """发行范围, 发行单位, 邮发代号, 国外代号, 订阅."""
    PRINTER = "printer"
    LICENCE = "licence"
    """广告经营许可证, 市监广登字."""
    NOTICE = "notice"
    """声明, 版权声明."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MastheadEntry:
    """One entry of the masthead: its label as printed, without letter-spacing or colon."""

    kind: MastheadKind
    label: str
    values: tuple[str, ...]
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Masthead:
    """The masthead (刊头, 版权页): what was understood, and every entry as printed.

    ``year`` and ``number`` identify the issue within the magazine (0 and "" if unknown;
    a number can be "Z1" or "7-8"), ``serial`` counts from the first issue ever (总第52期;
    0 if unknown), ``date`` is ISO 8601 as far as known (2022, 2022-04 or 2022-04-15).
    """

    title: str = ""
    year: int = 0
    number: str = ""
    serial: int = 0
    volume: str = ""
    date: str = ""
    issn: str = ""
    cn: str = ""
    price: str = ""
    entries: tuple[MastheadEntry, ...] = ()
    spans: Spans = ()

    @property
    def counts_on(self) -> bool:
        """True if ``number`` is that from the first issue ever: 第27期 of a quarterly.

        In its first year a magazine has both, and they are the same.
        """
        alike = self.number == str(self.serial) and self.serial > _FIRST_YEAR
        return alike and not self.unit

    @property
    def unit(self) -> str:
        """What a series of books counts its issues in, as printed: 辑; "" for 期 and the like."""
        told = (
            value
            for entry in self.entries
            if entry.kind is MastheadKind.ISSUE
            for value in entry.values
        )
        return next((hit[1] for value in told if (hit := _VOLUME.search(value))), "")


_FIRST_YEAR = 12
"""The issues of a monthly's first year."""
_VOLUME = re.compile(r"第[\s\d〇零一二三四五六七八九十百]+([辑輯])")
