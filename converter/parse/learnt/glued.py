"""Names of sidebars that nothing parts from their texts: 学习链接厉行节约……."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, width
from converter.parse.learnt.company import TEXT, Company, Seen, breaks_off
from converter.parse.learnt.places import LONGEST, Place
from converter.parse.usage import joins
from converter.profile import Profile


def glued_places(
    company: Company, names: Collection[str], profile: Profile, known: Collection[str]
) -> list[Place]:
    """The places of names without a blank behind them: 学习链接厉行节约…….

    ``names`` are those that stand elsewhere in the issue. Below a sentence that breaks off,
    a text that ends with its source is set in: a name of the profile or one made of a known
    word may stand before it, or the same characters before several such texts and nowhere else.
    """
    text = {
        at: line
        for at in sorted(company.gaps - company.starts - company.boxes)
        if len(line := company.text[at].text.strip()) >= TEXT and is_han(line[0])
    }
    inset: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in text.items():
        if at and breaks_off(company.text[at - 1].text) and company.sourced(at, line):
            inset[line[:2]].append(at)
    words = profile.boxes.sure
    found = set(names)
    for first, members in inset.items():
        named = [word for word in words if word.startswith(first)]
        for at in members:
            compound = _COMPOUND_NAME.match(text[at])
            found.add(compound["name"] if compound else _opening(text[at], named))
        if (name := _common_opening(company, members)) and key(name) not in known:
            found.add(name)
    found.discard("")
    firsts = frozenset(name[:2] for name in found)
    places = [
        Place(at, name, line[len(name) :].lstrip(), bracketed=False, labelled=False)
        for at, line in text.items()
        if line[:2] in firsts and (name := _opening(line, found))
    ]
    set_in = [place for place in places if _is_set_in(company.see(place))]
    sure = words.intersection(place.name for place in set_in)
    stand = {name for name in names if len(name) >= _OWN and key(name) not in known}
    sure |= stand | {word for word in words if len(word) >= _TELLING}
    others = _others(company, words | stand, {place.at for place in set_in})
    counts = Counter(place.name for place in others)
    return [
        *set_in,
        *(
            place
            for place in others
            if counts[place.name] >= _SEVERAL
            or (
                place.name in sure
                and joins(place.name, place.rest) < _WORD_GOES_ON
                and not _is_left_over(company, place)
            )
        ),
    ]


_OWN, _TELLING = 3, 4
"""Characters of a name that stands elsewhere in the issue, and of one that need not: no text begins so."""
_WORD_GOES_ON = 1.5
"""What :func:`joins` says of a sentence that begins with such a word: 相关资料显示."""


def _others(company: Company, names: Collection[str], taken: Collection[int]) -> list[Place]:
    """The other lines that begin with ``names``.

    What a house prints before one of its boxes it prints before others as well, and no line of
    the text begins so again and again.
    """
    firsts = frozenset(name[:2] for name in names)
    found = []
    for at, line in enumerate(company.text):
        text = line.text.strip()
        if text[:2] not in firsts or at in taken or at in company.boxes:
            continue
        name = _opening(text, names)
        rest = text[len(name) :] if name else ""
        if len(rest) < _REST or rest[0] in _WITHIN or not _ends_above(company, at):
            continue
        found.append(Place(at, name, rest.lstrip(), bracketed=False, labelled=False))
    return found


def _ends_above(company: Company, at: int) -> bool:
    """True below a whole sentence, a few words or a sentence that breaks off at the end of its line."""
    above = company.text[at - 1].text.strip() if at else ""
    return ends_sentence(above) or at in company.gaps or width(above) < TEXT or breaks_off(above)


_REST = 4
"""Characters at least behind a name."""
_WITHIN = frozenset("的地得了着到起在与和及是，、：；。！？|｜/／ \u3000")
"""What follows a word in a sentence, or parts it from a text."""


_COMPOUND_NAME = re.compile(
    rf"^(?P<name>[{HAN}]{{1,4}}(?:链接|鏈接|連結|连结|小?贴士|小?貼士|小知识|小知識|小百科|小词典|小辭典|小辞典|小档案|小檔案))(?=[{HAN}《“])"
)
_SEVERAL = 3
"""So many texts that are set in must begin alike, if no name is known."""


def _is_left_over(company: Company, place: Place) -> bool:
    """True below a sentence that breaks off, if nothing else is there to carry it on.

    ……同时把 | 典型案例编成快板，……。, and the next heading below that.
    """
    broken = place.at > 0 and breaks_off(company.text[place.at - 1].text)
    return broken and (company.closes_part(place.at) or company.see(place).cuts is None)


def _is_set_in(seen: Seen) -> bool:
    return seen.sourced > 0 or (seen.cuts or 0.0) > 0


def _opening(line: str, names: Iterable[str]) -> str:
    """The longest of the names with which a line begins, "" for none."""
    return max((name for name in names if line.startswith(name)), key=len, default="")


def _common_opening(company: Company, members: Sequence[int]) -> str:
    """What several texts begin with and nothing else says, if it is no longer than a name."""
    if len(members) < _SEVERAL:
        return ""
    lines = [company.text[at].text.strip()[: LONGEST + 1] for at in members]
    same = [len(set(chars)) == 1 for chars in zip(*lines, strict=False)]
    name = lines[0][: [*same, False].index(False)]
    if not 2 < len(name) < LONGEST or not re.fullmatch(f"[{HAN}]+", name):
        return ""
    said = sum(line.text.count(name) for line in company.text)
    return name if said == len(members) else ""
