"""Names and titles in pinyin, for sorting (``file-as``), not for reading aloud."""

from __future__ import annotations

import sys
import unicodedata
from bisect import bisect_right
from functools import cache

# Surnames whose reading differs from the commonest one of the character.
_SURNAMES = {
    "曾": "zeng", "单": "shan", "單": "shan", "仇": "qiu", "解": "xie", "查": "zha",
    "区": "ou", "區": "ou", "任": "ren", "盖": "ge", "蓋": "ge", "朴": "piao", "缪": "miao",
    "繆": "miao", "覃": "qin", "翟": "zhai", "员": "yun", "么": "yao", "折": "she",
    "冼": "xian", "洗": "xian", "秘": "bi", "繁": "po", "祭": "zhai", "句": "gou", "宁": "ning",
    "车": "che", "車": "che", "乐": "yue", "樂": "yue", "尉": "wei", "葛": "ge", "召": "shao",
    "华": "hua", "華": "hua", "牟": "mou", "逄": "pang", "黑": "he", "沈": "shen", "石": "shi",
    "都": "du", "卜": "bu", "柏": "bai", "薄": "bo", "重": "chong", "长": "zhang", "万": "wan",
}  # fmt: skip
_COMPOUND = {
    "欧阳": "ouyang", "歐陽": "ouyang", "司马": "sima", "司馬": "sima", "上官": "shangguan",
    "诸葛": "zhuge", "諸葛": "zhuge", "司徒": "situ", "令狐": "linghu", "皇甫": "huangfu",
    "慕容": "murong", "尉迟": "yuchi", "尉遲": "yuchi", "长孙": "zhangsun", "長孫": "zhangsun",
    "万俟": "moqi", "端木": "duanmu", "公孙": "gongsun", "公孫": "gongsun", "夏侯": "xiahou",
    "东方": "dongfang", "東方": "dongfang", "独孤": "dugu", "獨孤": "dugu", "宇文": "yuwen",
}  # fmt: skip
_LONGEST_NAME = 4
"""Characters of a person's name; what is longer is an institution."""


@cache
def _dictionary() -> bytes:
    """The readings of pypinyin as the JSON text that it ships, UTF-8.

    The package itself loads 47,000 phrases and takes 0.15 to 0.3 s for it, which is more
    than a whole EPUB costs; single readings are what a sorting key needs.
    """
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("pypinyin")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "pinyin_dict.json"
        if path.is_file():
            return path.read_bytes()
    return b""


@cache
def syllable(char: str) -> str:
    """The commonest reading of a character, without tone, ü as v; "" if it has none."""
    if not _dictionary():
        from pypinyin import Style, lazy_pinyin

        found = lazy_pinyin(char, style=Style.NORMAL, errors="ignore")
        return str(found[0]) if found else ""
    return _letters(_reading(ord(char)).partition(",")[0])


def _letters(reading: str) -> str:
    """A reading without tone: lǚ as lv."""
    bare = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in bare if c.isascii() and c.isalpha())


def readings(char: str) -> set[str]:
    """All readings of a character, with all that is printed in capitals for lü: LV, LU, LYU."""
    found = {syllable(char), *map(_letters, _reading(ord(char)).split(","))}
    return {one.replace("v", other) for one in found if one for other in ("v", "u", "yu")}


_STRIDE = 4096
"""Bytes of the dictionary from one landmark to the next."""


@cache
def _landmarks() -> list[int]:
    """The codes on the lines around every so many bytes; the lines are in the order of codes."""
    text = _dictionary()
    return [_entry(text, at)[0] for at in range(0, len(text), _STRIDE)]


def _reading(code: int) -> str:
    """The readings of a character in the dictionary.

    To search the text from its beginning takes a fifth of a millisecond a character.
    """
    text, page = _dictionary(), bisect_right(_landmarks(), code)
    begin = text.rfind(b"\n", 0, (page - 1) * _STRIDE)
    at = text.find(b'"%d"' % code, max(0, begin), page * _STRIDE + _LINE)
    return _entry(text, at)[1].decode() if at >= 0 else ""


_LINE = 200
"""Bytes of the longest line, and more."""


def _entry(text: bytes, at: int) -> tuple[int, bytes]:
    """Code and readings of the line around an offset: ``"12295": "líng,yuán,xīng",``."""
    end = text.find(b"\n", at)
    parts = text[text.rfind(b"\n", 0, at) + 1 : end if end >= 0 else None].split(b'"')
    # The first line is the opening bracket, the last one the closing.
    return (int(parts[1]), parts[3]) if len(parts) == 5 else (-1 if at < 2 else sys.maxsize, b"")


def _syllables(text: str) -> list[str]:
    """The text as words: a syllable for each Han character, the rest as it stands."""
    out: list[str] = []
    other = ""
    for char in text:
        reading = "" if char.isascii() else syllable(char)
        if reading or char.isspace() or not char.isalnum():
            if other:
                out.append(other)
            other = ""
            if reading:
                out.append(reading)
        else:
            other += char
    return [*out, other] if other else out


def title_in_pinyin(title: str) -> str:
    """A title as syllables with blanks (shan he ping lun); "" where nothing is Han."""
    return "" if title.isascii() else " ".join(_syllables(title))


def name_in_pinyin(name: str) -> str:
    """A name for sorting: ``Ouyang Xiu``; an institution as a title; "" where nothing is Han."""
    name = "".join(name.split()) if not name.isascii() else name
    if name.isascii():
        return ""
    if len(name) > _LONGEST_NAME or any(not syllable(char) for char in name):
        return title_in_pinyin(name)
    length = 2 if name[:2] in _COMPOUND and len(name) > 2 else 1
    surname = _COMPOUND.get(name[:2], "") if length == 2 else _SURNAMES.get(name[0], "")
    surname = surname or syllable(name[0])
    given = "".join(syllable(char) for char in name[length:])
    return f"{surname.capitalize()} {given.capitalize()}".strip()
