"""Who wrote or says each part of an article by several: below its heading, its last line, or over it."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.names import SURNAMES, is_body, is_name, is_office
from converter.segment import Unit


def parts_signed(units: Sequence[Unit], authors: Collection[str]) -> frozenset[int]:
    """Who wrote each part of an article by several authors, below its heading or its last line."""
    named = [
        at
        for at, unit in enumerate(units)
        if len(unit.text) <= _SIGNED and _names_author(unit.text, authors)
    ]
    if _end_parts(units, named):
        return frozenset(named)
    return _below_parts(units, authors) | frozenset(
        at for at in named if stands_under_heading(units, at) or _stands_over_cut(units, at)
    )


def _below_parts(units: Sequence[Unit], authors: Collection[str]) -> frozenset[int]:
    """（某某局局长　某某） below the last words of each part, over the heading of the next one or at the end.

    Each of the several authors, or all but one, has done so once.
    """
    found: dict[str, int] = {}
    for at, unit in enumerate(units):
        hit = _IN_BRACKETS.match(squeeze(unit.text)) if len(unit.text) <= _SIGNED else None
        who = next((one for one in authors if hit is not None and hit["who"].endswith(one)), "")
        below = units[at + 1].text if at + 1 < len(units) else ""
        heads = width(below) <= _HEADING and not ends_sentence(below)
        if who and heads and who not in found:
            found[who] = at
    several = len(found) > 1 and len(found) >= len(authors) - 1
    return frozenset(found.values()) if several else frozenset()


_IN_BRACKETS = re.compile("^[（(](?P<who>[^（）()]{2,36})[）)]$")


def _end_parts(units: Sequence[Unit], named: Sequence[int]) -> bool:
    """True for the names of several authors of which the last ends the article.

    So does each end a part, a poem of a round: none stands over another or over all.
    """
    if len(named) < _ROUND or named[-1] != len(units) - 1 or named[0] < _ROUND:
        return False
    apart = all(other - one > _ROUND for one, other in itertools.pairwise(named))
    return apart and len({squeeze(units[at].text) for at in named}) == len(named)


_ROUND = 2
"""So many authors at least sign each a part, and so many units and more are in each."""
_SIGNED = 40
"""Characters of a name and an office."""


def _names_author(text: str, authors: Collection[str]) -> bool:
    """True for an author's name, and the office perhaps: who wrote this part of the article.

    The office stands before the name, or behind it in brackets, of which OCR may lose the last.
    """
    plain = squeeze(text)
    behind = _OFFICE_BEHIND.match(plain)
    if behind is not None:
        return behind["name"] in authors
    name = next((author for author in authors if plain.endswith(author)), "")
    office = plain[: len(plain) - len(name)]
    return bool(name) and (not office or is_office(office) or is_body(office))


def posts_under_headings(units: Sequence[Unit]) -> frozenset[int]:
    """税务干部　某某 below its heading and over text, as each of several does who wrote a part.

    No contents and no byline name them.
    """
    found: dict[str, int] = {}
    for at in range(1, len(units) - 1):
        name = name_behind_post(units[at].text)
        if not name:
            continue
        above, below = units[at - 1].text, units[at + 1].text
        headed = width(above) <= _HEADING and above[-1] not in "。，；：、"
        headed = headed and not name_behind_post(above)
        if headed and width(below) >= _HEADING and "，" in below:
            found[name] = at
    return frozenset(found.values()) if len(found) >= _SEVERAL else frozenset()


def name_behind_post(text: str) -> str:
    """某某 of 税务干部　某某, "" for any other line."""
    hit = _POST.match(text) if len(text) <= _SIGNED else None
    name = squeeze(hit["name"]) if hit is not None else ""
    return name if name[:1] in SURNAMES and is_name(name) else ""


_POST = re.compile(
    rf"^[{HAN}（）、·]{{3,16}}[ \u3000]+(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})$"
)
"""A post, a blank, and a name."""
_HEADING, _SEVERAL = 24, 3
"""Em of the longest heading and of the shortest text; so many who sign so are no chance."""
_OFFICE_BEHIND = re.compile(rf"^(?P<name>[{HAN}·]{{2,8}})[（(][^（）()。]{{2,}}[）)]?$")


def stands_under_heading(units: Sequence[Unit], at: int) -> bool:
    """True for a writer between a few words and the text, as where several speak in turn."""
    return (
        0 < at < len(units) - 1
        and width(units[at - 1].text) <= 24
        and not ends_sentence(units[at - 1].text)
        and width(units[at + 1].text) >= 24
        and ends_sentence(units[at + 1].text)
    )


def _stands_over_cut(units: Sequence[Unit], at: int) -> bool:
    """True for a name with its office in brackets between a heading and text that a page cuts."""
    return (
        _OFFICE_BEHIND.match(units[at].text) is not None
        and 0 < at < len(units) - 1
        and width(units[at - 1].text) <= 24 <= width(units[at + 1].text)
        and not ends_sentence(units[at - 1].text)
    )


_MARKS = "●■◆▲★◎○□◇☆▶►"
_PERSON = re.compile(
    rf"^.\s*[{HAN}（）、·]{{2,24}}[ \u3000]+(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})$"
)
"""An office, a blank, and a name."""
_HEADED = 16
"""The least em of what stands below a heading."""


def marked_people(units: Sequence[Unit]) -> frozenset[int]:
    """●某村党支部书记　某某 over what each of several people says, to the end of the article.

    Who signs a letter stands below it, and so does the last of them.
    """
    found: dict[str, list[int]] = {}
    for at, unit in enumerate(units):
        hit = _PERSON.match(unit.text) if unit.text[0] in _MARKS and len(unit.text) <= 40 else None
        if hit is not None and is_name(squeeze(hit["name"])):
            found.setdefault(unit.text[0], []).append(at)
    return frozenset(
        at
        for places in found.values()
        if len(places) > 1 and places[-1] + 1 < len(units)
        for at in places
        if all(
            width(units[one + 1].text) >= _HEADED and ends_sentence(units[one + 1].text)
            for one in places
        )
    )
