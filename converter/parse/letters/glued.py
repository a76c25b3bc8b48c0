"""Signatures in which OCR has lost the blank between where somebody works or lives and the name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.names import is_body, is_name, is_office
from converter.parse.headings import numbering
from converter.segment import Unit

_SEVERAL = 2
"""So many lines of an article that sign what stands above them vouch for one another."""
_HEAD = 24
"""Em of a heading at the most."""


def glued_signers(
    units: Sequence[Unit], likely: Sequence[int], authors: Collection[str]
) -> frozenset[int]:
    """读者石小榴 and 某市某里陈望, each between a whole paragraph and the heading of the next letter.

    A heading has text below it, and that of a report on somebody tells more of that person.
    """
    found = [
        at
        for at in likely
        if at > 1
        and ends_sentence(units[at - 1].text)
        and (name := _signer(units[at].text, authors))
        and _closes(units, at, name)
    ]
    sure = any(units[at].text not in authors and _stands_over_text(units, at) for at in found)
    return frozenset(found) if sure and len(found) >= _SEVERAL else frozenset()


def _signer(text: str, authors: Collection[str]) -> str:
    """The name at the end of 本刊法律顾问钟律, of 东屿师范学校小黎, or an author's; "" for others."""
    if text in authors:
        return text
    if _ALL_HAN.match(text) is None or width(text) > _LONGEST:
        return ""
    if _UNNAMED.match(text):
        return text
    for size in (3, 2):
        where, name = text[:-size], text[-size:]
        if (is_name(name) or _PET_NAME.match(name)) and _tells_where(where):
            return name
    return ""


_ALL_HAN = re.compile(rf"^[{HAN}]{{4,}}$")
_LONGEST = 18
"""Em of an office or a place with a name."""
_PET_NAME = re.compile(rf"^[小老阿大][{HAN}]$")
_PLACE = rf"[{HAN}]{{2,}}(?:[省市县縣区區镇鎮乡鄉村里街巷路厂廠校院社局队隊站矿礦场場]|大学|大學|中学|中學|小学|小學)"
_WHERE = re.compile(rf"^{_PLACE}$")
_UNNAMED = re.compile(rf"^{_PLACE}一[位名个個][{HAN}]{{2,8}}$")
"""某市一位被服厂女工."""


def _tells_where(text: str) -> bool:
    """True for an office, a body, a place, and for 读者."""
    return text in _READERS or is_office(text) or is_body(text) or _WHERE.match(text) is not None


_READERS = frozenset(["读者", "讀者", "网友", "網友", "读友", "本刊读者", "本刊讀者"])


def _closes(units: Sequence[Unit], at: int, name: str) -> bool:
    """True at the end, above an answer, and above a heading of what does not tell of the name."""
    if at + 1 == len(units) or _ANSWERS.match(units[at + 1].text):
        return True
    if at + 2 >= len(units):
        return False
    head, below = units[at + 1].text, units[at + 2].text
    short = width(head) <= _HEAD and not ends_sentence(head) and head[-1] not in "，、；："
    return short and numbering(head) is None and name not in head + below


def _stands_over_text(units: Sequence[Unit], at: int) -> bool:
    """True where prose stands right below or below the next heading, which is none of two."""
    below = [unit.text for unit in units[at + 1 : at + 3]]
    return any(width(text) > _HEAD or text[-1] in "，；。" for text in below)


_ANSWERS = re.compile("^(?:答|复|復|覆|编者|編者|编辑|編輯)[：:]")
