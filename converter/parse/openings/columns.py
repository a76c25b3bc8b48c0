"""Columns with a name of their own, which stands over the titles of their pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, key, squeeze, width
from converter.names import is_body
from converter.parse.boxes import box_start
from converter.parse.byline import read_byline
from converter.parse.headings import numbering
from converter.parse.kinds import is_credit, is_date_line, is_salutation, labelled
from converter.profile import Profile
from converter.segment import Unit

_BEHIND = re.compile(
    r"^\s*(?:[】\]〕〗）]\s*[：:·•・|｜丨/／]?|[：:·•・|｜丨/／])\s*(?P<title>\S.+)$"
)
"""What stands behind the name of a column: 灯下老秤·一张白条的三种命运, 【灯下老秤】一张白条的三种命运."""
_DIVIDED = re.compile(
    r"^(?P<name>[^\s·•|｜／/丨>＞]{2,10})\s*[·•|｜／/丨>＞]\s*(?P<part>[^\s·•|｜／/丨>＞]{1,8})$"
)
"""百科 · 动物: the section and the part of it to which an article belongs."""
_NAME = re.compile(
    rf"^[●○■□◆◇★☆※▲△▼▽◎▌▍▎▪·•【\[〖〔]*\s*(?P<name>[{HAN}“”·\s]{{2,12}}?|(?<=[【〖〔])[{HAN}])\s*[】\]〗〕]?"
    r"\s*(?:[（(]?(?:之|第)?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,3})[期回篇]?[）)]|之[一二三四五六七八九十]{1,3}|[①-⑳㉑-㉟])?"
    r"\s*[●○■□◆◇★☆※▲△▼▽◎▌▍▎▪·•】\]〗〕]*(?:\s*[|｜/／·]?\s*[A-Z][A-Z &'’.\-]{2,24})?$"
)
"""灯下老秤, 【灯下老秤】, ● 灯下老秤 ●, 灯下老秤（之二十三）, 灯下老秤 UNDER THE LAMP."""
_DIVIDED_LINE = 24
_LONGEST, _WORDS = 10, 5
"""Em of the longest name of a column, and so many characters that may as well begin a title."""
_LINE = 24
"""Em from which on a line that breaks off is text."""
_ENDS = frozenset(("完", "全文完", "待续", "未完待续", "下期待续", "续完", "全文終"))


def divided_name(text: str) -> str:
    """百科 of 百科 · 动物, "" for any other line."""
    hit = _DIVIDED.match(text) if len(text) <= _DIVIDED_LINE and not ends_sentence(text) else None
    return hit["name"] if hit is not None else ""


def is_divided(text: str) -> bool:
    """True for 百科 · 动物, but not for 百科 | SCIENCE, which says the same twice."""
    hit = _DIVIDED.match(text) if len(text) <= _DIVIDED_LINE else None
    return hit is not None and has_han(hit["part"])


def is_column_of(listed: str, line: str, others: Iterable[str]) -> bool:
    """True if the contents name a column, a mark and a title, and ``line`` is the column alone.

    乡镇记账： that leads to the next line of a title ends with its mark, and is no column. Nor are
    more than a few words before a colon, if no other of the entries (``others``) has them, too.
    """
    if line.rstrip()[-1:] in ("：", ":") or width(line) > _LONGEST:
        return False
    name, listed = key(line), listed.strip()
    end = next((at for at in range(1, len(listed)) if key(listed[:at]) == name), 0)
    hit = _BEHIND.match(listed[end:]) if end else None
    if hit is None or len(key(hit["title"])) < 2:
        return False
    told = len(name) < _WORDS or not hit[0].lstrip().startswith(("：", ":"))
    return told or any(key(other[: end + 2]).startswith(name) for other in others)


def card_above(units: Sequence[Unit], title: int, listed: str, authors: Sequence[str]) -> int:
    """The name of a column over the card of its author, above the title of a piece; -1 without one.

    灯下老秤 / 某某 / 专栏作者，做过邮递员。 / the title: where the contents have 灯下老秤｜the title, the
    author's line may have more than the name.
    """
    for at in range(title - 2, max(-1, title - 2 - _CARD), -1):
        line = squeeze(units[at + 1].text)
        signed = any(line.endswith(name) or line.startswith(name) for name in authors)
        if signed and is_column_of(listed, units[at].text, ()):
            return at
        if signed or width(units[at + 1].text) > _ABOUT or units[at + 1].markup_level:
            break
    return title - _CARD if _is_card(units, title - _CARD, authors) else -1


def _is_card(units: Sequence[Unit], at: int, authors: Sequence[str]) -> bool:
    """True for the name of a column, of the author alone, and a sentence about nobody else."""
    if at < 0 or len(authors) != 1 or squeeze(units[at + 1].text) != authors[0]:
        return False
    name, about = units[at].text, units[at + 2].text
    return (
        2 <= width(name) <= _LONGEST
        and not ends_sentence(name)
        and has_han(name[-1])
        and ends_sentence(about)
        and width(about) <= _ABOUT
        and not units[at + 2].wrapped
    )


_CARD, _ABOUT = 3, 120
"""The most lines of a card, and the em of what one tells about an author."""


def may_name_column(
    units: Sequence[Unit], at: int, profile: Profile, *, below_section: bool, signed: bool = False
) -> bool:
    """True if a unit may be the name of a column: a few words without a mark, signed by nobody.

    冷板凳 begins like a name; over who signs the title below (``signed``) it is none. Where the name of no section stands above it (``below_section``), the text there has to be over.
    """
    text = units[at].text.strip()
    return (
        (hit := _NAME.match(text) if len(text) <= _LINE * 2 else None) is not None
        and width(hit["name"]) <= _LONGEST
        and key(hit["name"]) not in _ENDS
        and (below_section or _is_over(units, at))
        and (signed or read_byline(hit["name"]) is None)
        and (" " not in hit["name"] or max(map(len, hit["name"].split())) == 1)
        and not is_body(text)
        and labelled(text) is None
        and numbering(text) is None
        and not (is_credit(text) or is_date_line(text) or is_salutation(text))
        and box_start(units[at], profile) is None
    )


def _is_over(units: Sequence[Unit], at: int) -> bool:
    """True if the article above a unit has ended; verse has lines without a mark as well."""
    before = units[at - 1].text.rstrip() if at else "。"
    return (
        ends_sentence(before)
        or before[-1] in "）)】］]〕"
        or is_credit(before)
        or is_date_line(before)
        or read_byline(before) is not None
    )
