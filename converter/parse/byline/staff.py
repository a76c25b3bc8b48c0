"""Bylines of the staff: 本刊记者 翟健 通讯员 李四."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, is_han, squeeze
from converter.model import Author
from converter.names import (
    SURNAMES,
    is_body,
    is_latin_name,
    is_name,
    is_office,
    join_spaced,
    split_names,
)
from converter.names.house import HOUSE, POST, RANK
from converter.names.works import PICTURES, WRITING
from converter.parse.byline import forms
from converter.parse.byline.reading import BylineReading, authors_of

_PLACE = re.compile(r"\s*[（(][^（）()]{1,12}[）)]$")
"""（北京）, behind the names."""


_POSTS_WITHIN = re.compile(rf"(?<=[{HAN}]{{2}})((?:{RANK})*(?:{POST}))(?=[{HAN}]{{2,3}}$)")
"""某某通讯员某某, from which OCR has taken the blanks."""
_OF_HOUSE = re.compile(rf"^(?:{HOUSE})\s*(?:{RANK})*(?:{POST})\s+[{HAN}]{{2}}$")


_SET_WIDE = re.compile(rf"^[{HAN}][ \u3000]+[{HAN}](?:[ \u3000]+[{HAN}])?$")
"""小 艾: only names are set with a blank between their characters."""


def _signs_alone(hit: re.Match[str]) -> bool:
    """True for 本刊记者　浪白: one word of two characters, apart behind an office of the house."""
    return _OF_HOUSE.match(hit[0].strip()) is not None


def read_staff(hit: re.Match[str], *, sure: bool = False) -> BylineReading | None:
    """本刊记者 翟健 通讯员 李四: staff names after staff offices.

    ``sure``: 文｜ stands before them, and any word may be a name.
    """
    office = squeeze(hit["office"])
    rest = _PLACE.sub("", hit["rest"].strip())
    if not rest:
        return BylineReading((Author(office, is_body=True),), 0.8)
    authors: list[Author] = []
    names: list[str] = []

    def close() -> None:
        found = split_names(" ".join(names))
        authors.extend(authors_of(found or tuple(join_spaced(names)), office))
        names.clear()

    tokens = _without_pictures((rest if " " in rest else _POSTS_WITHIN.sub(r" \1 ", rest)).split())
    for at, token in enumerate(tokens):
        nested = forms.STAFF.match(token)
        if nested and squeeze(nested["office"]) != "" and names:
            close()
            office = squeeze(nested["office"])
            if nested["rest"]:
                names.append(nested["rest"])
        elif names and at + 1 < len(tokens) and _is_house(token):
            close()
            office = token
        elif token not in forms.FILLER:
            names.append(token.strip("、，"))
    if names:
        close()
    sure = sure or _signs_alone(hit) or _SET_WIDE.match(rest) is not None
    pens = frozenset(_pen_names([author.name for author in authors], sure=sure))
    authors = [author for author in authors if not _is_work(author.name)]
    if not all(_signs(author.name) or author.name in pens for author in authors):
        return None
    return BylineReading(tuple(authors), 0.95)


def _without_pictures(tokens: list[str]) -> list[str]:
    """The words without 摄影 赵 六, who took the pictures, between two offices or at the end.

    Where works stand behind the names (张三 摄影 李四 文), the last word is one.
    """
    if _is_work(tokens[-1]):
        return tokens
    kept: list[str] = []
    skipped = False
    for token in tokens:
        skipped = (skipped or (bool(kept) and token in PICTURES)) and not _is_post(token)
        if not skipped:
            kept.append(token)
    return kept


def _is_post(token: str) -> bool:
    """True for 实习记者 and 通讯员, alone or before a name."""
    staff = forms.STAFF.match(token)
    return staff is not None and squeeze(staff["office"]) != ""


def _is_house(token: str) -> bool:
    """True for 市委宣传部 between two names: where the second one works."""
    return len(token) > _LONGEST_PEN_NAME and is_body(token) and not is_name(token)


def _pen_names(words: Sequence[str], *, sure: bool) -> Sequence[str]:
    """沈默帆 洛一川 behind an office: of two words or more one is a name, and so are all."""
    found = [word for word in words if not _is_work(word)]
    likely = all(
        2 <= len(word) <= _LONGEST_PEN_NAME
        and all(map(is_han, word))
        and not (is_office(word) or word in forms.FILLER)
        for word in found
    )
    return found if likely and (sure or (len(found) > 1 and any(map(is_name, found)))) else ()


def _is_work(word: str) -> bool:
    """True for 采访 and 报道 behind the names, or for what they make of it: 综述."""
    return word in WRITING or word in PICTURES or word in _GENRES


_GENRES = frozenset(
    [
        "综述",
        "述评",
        "专稿",
        "特稿",
        "特写",
        "专访",
        "手记",
        "侧记",
        "札记",
        "观察",
        "评论",
        "综合",
        "调查",
        "快讯",
    ]
)


_LONGEST_PEN_NAME = 3


def _signs(name: str) -> bool:
    """True for a name after an office, where a word such as 高原 is one, too."""
    return (
        is_name(name)
        or is_latin_name(name)
        or (2 <= len(name) <= 3 and name[0] in SURNAMES and all(map(is_han, name)))
    )
