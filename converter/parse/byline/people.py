"""Bylines of names, with offices or without: 某部书记、主任 张三 某院院长 李四（北京）."""

from __future__ import annotations

from collections.abc import Collection

from converter import patterns as re
from converter.hanzi import HAN, squeeze
from converter.model import Author
from converter.names import (
    SURNAMES,
    glued_names,
    is_body,
    is_name,
    is_office,
    is_workplace,
    join_spaced,
    split_names,
)
from converter.parse.byline import forms
from converter.parse.byline.reading import BylineReading, authors_of

_SEVERAL = 3
"""From so many names on a line is hardly anything but names."""


def read_marked(plain: str) -> BylineReading | None:
    """言伯舟¹，柯青禾¹，闵一川²: each name has its mark, so that any word is a name."""
    names = []
    at = 0
    while (hit := forms.MARKED_NAME.match(plain, at)) is not None:
        names.append(squeeze(hit["name"]))
        at = hit.end()
    if at < len(plain) or len(names) < _MARKED or not any(map(is_name, names)):
        return None
    return BylineReading(authors_of(tuple(names)), 0.95)


_MARKED = 2
"""So many names with marks are no chance."""


def read_parted(plain: str) -> BylineReading | None:
    """言 舟，柯青禾: names that commas part, as journals do; nothing else is parted so but clauses.

    Of two clauses of two characters each both may begin like surnames.
    """
    parts = plain.split("，")
    names = tuple(map(squeeze, parts))
    if len(names) < _MARKED or not all(map(is_name, names)):
        return None
    if all(len(part.strip()) == _TWO for part in parts):
        return None
    return BylineReading(authors_of(names), 0.75 if len(names) < _SEVERAL else 0.86)


_TWO = 2
"""Characters of a short name that is not letter-spaced."""


def read_people(core: str) -> BylineReading | None:
    """Offices and names in turn: 某部书记、主任 张三 某院院长 李四（北京）."""
    insides = [squeeze(hit["inside"]) for hit in forms.PAREN.finditer(core)]
    bare = (
        forms.PAREN.sub(" ", core).strip()
        if not re.match(r"^[\[［（(〔].{1,4}[\]］）)〕]", core)
        else core
    )
    if not bare:
        return None
    names = split_names(bare)
    if names:
        inside = insides[0] if len(insides) == 1 and len(names) == 1 else ""
        certain = 0.75 if all(len(name) <= 4 for name in names) else 0.85
        if len(names) >= _SEVERAL and any(len(name) == 3 for name in names):
            certain = 0.86  # one word or two may begin like surnames by chance
        return BylineReading(authors_of(names, inside), certain if not insides else 0.85)
    words = _without_works(bare.split())
    tokens = join_spaced([word for word in words if word not in forms.FILLER])
    if len(tokens) < 2:
        return _glued(bare) or _names_glued(bare) or _at_work(bare)
    spaced = {token for token in tokens if len(token) == _TWO and token not in words}
    return _names_first(tokens) or _pairs(tokens) or _in_turn(tokens, spaced) or _spaced(bare)


def _spaced(text: str) -> BylineReading | None:
    """某市党校　常　青: where somebody works, or the posts, and a word; only names are letter-spaced.

    Behind the post of who writes, 社区通讯员　小　艾, it need not begin like a name.
    """
    hit = _HOUSE_AND_WORD.match(text)
    if hit is None:
        return None
    house, name = hit["house"], squeeze(hit["name"])
    if _WRITES.search(house) and is_office(house):
        return BylineReading((Author(name, house),), 0.95)
    if name[0] not in SURNAMES:
        return None
    if not (is_body(house) or is_workplace(house) or all(map(is_office, house.split("、")))):
        return None
    return BylineReading((Author(name, house),), 0.85)


_HOUSE_AND_WORD = re.compile(
    rf"^(?P<house>[{HAN}](?:[{HAN}、]{{2,38}})[{HAN}])[ \u3000]+(?P<name>[{HAN}][ \u3000]+[{HAN}])$"
)


_WRITES = re.compile("(?:通讯员|通訊員|记者|記者|撰稿人?)$")


_WORK = re.compile(rf"(?:{forms.WORK})|[{HAN}]{{1,3}}人")


def _without_works(words: list[str]) -> list[str]:
    """The words without 执笔 / and 办案人 /, which say what those behind the stroke have done."""
    found: list[str] = []
    for word in words:
        if word not in _STROKES:
            found.append(word)
        elif found and _WORK.fullmatch(found[-1]):
            found.pop()
        elif found:
            found.append(word)
    return found


_STROKES = frozenset("/／")


def _in_turn(tokens: list[str], spaced: Collection[str] = ()) -> BylineReading | None:
    """Offices and names, each office before its names.

    Only names are ``spaced``, so that a letter-spaced word beside such a name is one, too.
    """
    authors: list[Author] = []
    office: list[str] = []
    fresh = False
    for token in tokens:
        parts = split_names(token)
        beside = not parts and fresh and {token, authors[-1].name}.issubset(spaced)
        if beside and not _WORK.fullmatch(token):
            parts = (token,)
        if parts and (office or authors):
            authors += authors_of(parts, " ".join(office))
            fresh = True
        else:
            if fresh:
                office, fresh = [], False
            office.append(token)
    if not authors or (not fresh and office and not authors[-1].office):
        return None
    offices = [author.office for author in authors if author.office]
    if any(is_office(squeeze(one)) or is_body(one) for one in offices):
        return BylineReading(tuple(authors), 0.95)
    return BylineReading(tuple(authors), 0.8 if any(map(is_workplace, offices)) else 0.6)


_NAMES_AND_PLACE = re.compile(r"^(\S{2,4}(?:[、，\s]\S{2,4}){0,5})\s*[（(]([^（）()]{2,50})[）)]$")


def read_placed(core: str) -> BylineReading | None:
    """张三、李四（某某大学）: names, and behind them where they all work."""
    hit = _NAMES_AND_PLACE.match(core)
    named = split_names(hit[1]) if hit is not None else None
    return BylineReading(authors_of(named, hit[2].strip()), 0.85) if hit and named else None


def _names_first(tokens: list[str]) -> BylineReading | None:
    """张三 李四 某某大学: one name or several, and behind them where they all work."""
    count = next((at for at, token in enumerate(tokens) if not is_name(token)), len(tokens))
    office = " ".join(tokens[count:])
    if not count or any(map(is_name, tokens[count:])):
        return None
    if is_office(squeeze(office)) or is_body(office):
        return BylineReading(authors_of(tuple(tokens[:count]), office), 0.85)
    return None


def _pairs(tokens: list[str]) -> BylineReading | None:
    """张三 某某大学 李四 某某学院: each name before where its bearer works."""
    names, offices = tokens[::2], tokens[1::2]
    if len(names) != len(offices) or not all(map(is_name, names)):
        return None
    if not all(is_office(one) or is_body(one) for one in offices):
        return None
    pairs = zip(names, offices, strict=True)
    return BylineReading(tuple(Author(name, office) for name, office in pairs), 0.85)


def _glued(text: str) -> BylineReading | None:
    """本刊记者翟健, 某院院长张三: an office and a name without a blank."""
    for size in (3, 2, 4):
        name, office = text[-size:], text[:-size]
        if (
            len(office) >= 3
            and is_name(name)
            and is_office(office)
            and re.fullmatch(rf"[{HAN}、（）]+", office)
        ):
            return BylineReading((Author(name, office),), 0.7)
    return None


def _names_glued(text: str) -> BylineReading | None:
    """张三丰李四光, 张三丰李四光执笔: names without blanks.

    Of two both may begin like surnames by chance, the more so where one has two characters.
    """
    hit = _WROTE.match(text)
    names = glued_names(hit["names"] if hit is not None else text)
    if not names:
        return None
    alike = all(len(name) == _GIVEN for name in names)
    certain = _TOLD if hit is not None else (_ALIKE if alike else _LIKELY)
    return BylineReading(authors_of(names), certain)


_WROTE = re.compile(rf"^(?P<names>[{HAN}]{{5,}})(?:执笔|執筆|整理)$")
_TOLD, _ALIKE, _LIKELY = 0.85, 0.7, 0.6
"""How sure it is what names without blanks are: with a work behind them, of three characters each, others."""


def _at_work(text: str) -> BylineReading | None:
    """某某中学张三丰: where somebody works and a name without a blank."""
    name, house = text[-_GIVEN:], text[:-_GIVEN]
    if is_body(text) or is_workplace(text) or not is_name(name):
        return None
    if not (is_workplace(house) or (is_body(house) and len(house) >= _HOUSE)):
        return None
    return BylineReading((Author(name, house),), _ALIKE)


_GIVEN, _HOUSE = 3, 4
"""Characters of a name that is told beside no blank, and the least of a house before it."""
