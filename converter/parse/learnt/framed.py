"""Names in 【】 over short texts, where other names in 【】 are those of sidebars.

A magazine frames its sidebars in one way: where 【小知识】 and 【资料】 head texts that are set
into articles, 【小统计】 does so too, though no list has it and no source closes it. Several such
names in a row are points of an article, as 【病例】 and 【点评】 are, and a name over a title is
that of its column.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from converter.hanzi import ends_sentence, is_han, key, width
from converter.model import Role
from converter.names import is_name
from converter.parse.frames import between_pair
from converter.parse.items import item_form
from converter.parse.kinds import labelled
from converter.parse.learnt.company import breaks_off
from converter.parse.learnt.places import TITLE, Place
from converter.segment.units import is_indented
from converter.source import Line
from converter.values import NamedTuple

_NEAR = 16
"""So many lines on either side of a sidebar no other name stands in the same form."""
_WORDS = 4
"""Characters of two words; 路史小札 begins like a surname, but hardly anybody has so long a name."""
_FEW = 2
"""So many names in brackets, and all of an issue, must stand so if none of them is known."""
_TEXT = 12
"""Em of the shortest line of a text below a name, which goes on or ends a sentence."""


class Named(NamedTuple):
    """What may be the names of sidebars in a text, and which of them are."""

    text: Sequence[Line]
    full: float
    """Em of a line of running text."""
    places: Mapping[str, Sequence[Place]]
    """Where each name stands, known or not."""
    names: Container[str]
    """Those that are known to be names of sidebars."""


def framed_like(
    named: Named, candidates: Sequence[str], known: Container[str] = ()
) -> Iterator[str]:
    """Which of the ``candidates`` stand in 【】 as known names do, each over a text that is set in.

    ``known`` are the keys of titles, which stand beside the names of columns.
    """
    by_bracket: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for one in (one for members in named.places.values() for one in members if _is_framed(one)):
        by_bracket[named.text[one.at].text.strip()[0]][one.at] = one.name
    for framed in by_bracket.values():  # 【】 and 〖〗 are two forms
        yield from _framed_alike(framed, named, candidates, known)


def _framed_alike(
    framed: Mapping[int, str], named: Named, candidates: Sequence[str], known: Container[str]
) -> Iterator[str]:
    """The same of names in the same brackets, by their lines."""
    text, full, places, names = named
    others = sorted(
        at for at, name in framed.items() if name not in names and not _tells_of_person(name)
    )
    inside = frozenset(framed.values())
    found = []
    for name in candidates:
        if name not in inside:
            continue
        members = [place for place in places[name] if _is_framed(place)]
        if not members or len(members) != len(places[name]):
            continue
        if is_person(name):
            continue
        if all(_is_apart(one.at, others) and _is_set_in(one, text, full) for one in members):
            found.append(name)
    # Where none of the names is known all of several must stand so, and one cut a sentence, or
    # each have a title beside it.
    told = [place for name in found for place in places[name] if place.at]
    cut = any(breaks_off(text[place.at - 1].text) for place in told)
    titled = all(place.rest and not _heads_article(place.rest, known) for place in told)
    several = (cut or titled) and len(found) >= max(_FEW, len(inside))
    if several or any(name in names for name in framed.values()):
        yield from found


def framed_before_text(named: Named, candidates: Sequence[str]) -> Iterator[str]:
    """Which of the ``candidates`` stand in 【】 once, and before a text, as several known names do.

    【附记】…… below a whole paragraph is set in as 【资料】…… and 【碑文】…… are; what stands so
    again and again are the parts of an article.
    """
    text, _, places, names = named
    inline = [one for members in places.values() for one in members if _is_before_text(one)]
    if sum(one.name in names for one in inline) < _SEVERAL:
        return
    others = [one.at for one in inline if one.name not in names]
    for name in candidates:
        members = places[name]
        if len(members) > 1 or is_name(name) or not _is_before_text(members[0]):
            continue
        at = members[0].at
        # A folio may stand between.
        above = [line.text for line in text[max(0, at - 2) : at] if width(line.text) > _FOLIO]
        whole = bool(above) and ends_sentence(above[-1])
        if whole and _is_apart(at, others) and labelled(text[at].text.strip()) is None:
            yield name


def barred_like(named: Named, candidates: Sequence[str]) -> Iterator[str]:
    """Which of the ``candidates`` stand before a bar and a title, as names of sidebars do.

    账本 | 六月收支 at the end of an article is set in as 词典 | 某某 and 数说 | 某某 are in the middle
    of sentences: all of several stand over whole texts.
    """
    text, full, places, names = named
    left = frozenset(candidates)
    barred = [
        name
        for name, members in places.items()
        if (name in names or name in left) and _are_barred(members, text)
    ]
    members = [one for name in barred for one in places[name]]
    cut = sum(_cuts_over_text(one, text) for one in members) >= _FEW
    if len(barred) < _SEVERAL or not (cut or any(name in names for name in barred)):
        return
    if all(_is_set_in(one, text, full) or _cuts_over_text(one, text) for one in members):
        yield from (name for name in barred if name in left and not is_person(name))


def marked_like(named: Named, candidates: Sequence[str]) -> Iterator[str]:
    """Which of the ``candidates`` stand again and again behind the ornament of known names, over texts.

    ▶员工心声 between whole paragraphs is set in as ▶技术词典 is in the middle of sentences; what
    stands behind such a mark once may be a heading.
    """
    text, full, places, names = named
    known: Counter[str] = Counter()
    for name, members in places.items():
        if name in names:
            known.update(_ornament(one, text) for one in members if _is_marked_alone(one))
    for name in candidates:
        members = places[name]
        if len(members) < _FEW or is_person(name) or not all(map(_is_marked_alone, members)):
            continue
        alike = all(known[_ornament(one, text)] >= _FEW for one in members)
        if alike and all(
            _is_set_in(one, text, full) or _cuts_over_text(one, text) for one in members
        ):
            yield name


def alone_behind_mark(named: Named, candidates: Sequence[str]) -> Iterator[str]:
    """Which of the ``candidates`` stand three times behind an ornament that nothing else has.

    Headings behind a mark are of several words, in each article others.
    """
    for name in candidates:
        members = named.places[name]
        if len(members) < _OFTEN or is_person(name) or not all(map(_is_marked_alone, members)):
            continue
        mark = _ornament(members[0], named.text)
        own = {one.at for one in members}
        others = (at for at, line in enumerate(named.text) if line.text.strip()[:1] == mark)
        if own.issuperset(others):
            yield name


_OFTEN = 3


def _is_marked_alone(place: Place) -> bool:
    return place.marked and not place.rest


def _ornament(place: Place, text: Sequence[Line]) -> str:
    return text[place.at].text.strip()[0]


def _heads_article(rest: str, known: Container[str]) -> bool:
    """True for a title of the issue beside the name of its column; a name may be that of whom it is about."""
    return len(rest) > _WORDS and key(rest) in known


def _cuts_over_text(place: Place, text: Sequence[Line]) -> bool:
    """True for a name that cuts a sentence, over whole sentences."""
    if not 0 < place.at < len(text) - 1 or not breaks_off(text[place.at - 1].text):
        return False
    below = text[place.at + 1].text
    if place.rest and _are_items(text, place.at + 1):
        return True
    return ends_sentence(below) and width(below.strip()) >= _TEXT


def _are_barred(members: Sequence[Place], text: Sequence[Line]) -> bool:
    """True for a name that nothing but a bar and a title follows on its line."""
    return all(
        not one.bracketed
        and 0 < width(one.rest) <= TITLE
        and not ends_sentence(one.rest)
        and text[one.at].text.strip()[len(one.name) :].lstrip()[:1] in ("|", "｜", "丨")
        for one in members
    )


def set_like(
    places: Mapping[str, Sequence[Place]],
    names: Container[str],
    alone: Sequence[str],
    candidates: Sequence[str] = (),
) -> Iterator[str]:
    """Which names stand before whole texts with a blank, as another name does.

    链接　…… and 田头话　……: in running text nothing stands so. Those ``alone`` have no such line
    near them; one of the ``names``, or another of them, stands in the same form. Where several
    ``names`` do so, the headings that stand near the other ``candidates`` tell nothing.
    """
    told = [name for name in alone if not is_name(name) and _stand_before(places[name])]
    stand = [name for name in places if name in names and any(map(before_text, places[name]))]
    if len(told) + len(stand) > 1:
        yield from told
    if len(stand) < _SEVERAL:
        return
    lines = {one.at for members in places.values() for one in members if before_text(one)}
    for name in candidates:
        near = (at for one in places[name] for at in range(one.at - 2, one.at + 3) if at != one.at)
        if not is_name(name) and _stand_before(places[name]) and lines.isdisjoint(near):
            yield name


def _stand_before(members: Sequence[Place]) -> bool:
    """True for a name that nothing but whole texts follow, and no mark or figure of its line."""
    return all(
        before_text(one) and (is_han(one.rest[0]) or one.rest[0] in "“《") for one in members
    )


def before_text(place: Place) -> bool:
    """True for a name with a blank behind it, and a whole text on its line."""
    if place.bracketed or place.labelled or width(place.rest) <= TITLE:
        return False
    return ends_sentence(place.rest)


def parts_in_turn(places: Mapping[str, Sequence[Place]], listed: Container[str]) -> frozenset[str]:
    """The names in 【】 before their texts that always stand next to the same other one.

    【准备】…… 【步骤】…… 【为什么】…… in each of several experiments are the parts of a text.
    What is ``listed`` names a sidebar, and next to it another may stand.
    """
    inline = sorted(
        (one.at, name)
        for name, members in places.items()
        if name not in listed
        for one in members
        if one.bracketed and one.rest
    )
    beside: defaultdict[str, list[set[str]]] = defaultdict(list)
    for index, (at, name) in enumerate(inline):
        near = inline[max(0, index - 1) : index + 2]
        beside[name].append(
            {other for place, other in near if other != name and abs(place - at) <= _TURN}
        )
    return frozenset(
        name
        for name, company in beside.items()
        if len(company) >= _TURNS
        and len(company) == len(places[name])
        and set.intersection(*company)
    )


_TURN, _TURNS = 4, 3
"""So many lines apart at most, and so many times at least, names in brackets take turns."""


def framed_in_sentences(
    places: Mapping[str, Sequence[Place]], text: Sequence[Line], candidates: Sequence[str]
) -> Iterator[str]:
    """Which of the ``candidates`` stand in 【】 more than once, and each time cut a sentence.

    Text of its own stands behind the name or below it, and more below that. Once is enough where
    both are whole.
    """
    for name in candidates:
        members = places[name]
        alone = len(members) == 1 and _cuts_alone(members[0], text)
        several = len(members) > 1 and all(_cuts(one, text) for one in members)
        # Who speaks in turn does so more than once, and cuts no sentence: 法谚 is nobody's name.
        if (alone and members[0].bracketed) or ((alone or several) and not is_name(name)):
            yield name


def _cuts_alone(place: Place, text: Sequence[Line]) -> bool:
    """True for ※某某语录※ …… on a line within a sentence, which goes on below to its end.

    What goes on with a sentence begins with no name in brackets or between two ornaments; the parts
    of a recipe, which do, stand below one another.
    """
    if not (place.bracketed or place.marked) or not 0 < place.at < len(text) - 1:
        return False
    above, line = (text[at].text.strip() for at in (place.at - 1, place.at))
    if not place.bracketed and between_pair(line) is None:
        return False
    # 【法谚】 alone on its line stands over its text.
    last = place.at + (not place.rest)
    if last + 1 >= len(text) or (not place.rest and not place.bracketed):
        return False
    own, below = place.rest or text[last].text.strip(), text[last + 1].text.strip()
    told = width(own) >= (_TEXT if place.rest else _BRIEF)
    told = told and ends_sentence(own) and ends_sentence(below)
    plain = is_han(above[0]) and (is_han(below[0]) or below[0].isdecimal() or below[0] in "“《，。")
    return told and plain and width(above) > TITLE and breaks_off(above)


_BRIEF = 6
"""Em of the shortest sentence below a name."""


def _cuts(place: Place, text: Sequence[Line]) -> bool:
    """True for a name in brackets below a sentence that breaks off, over a text."""
    last = place.at + (not place.rest)
    if not place.bracketed or not place.at or last + 1 >= len(text):
        return False
    told = place.rest or text[last].text.strip()
    above = text[place.at - 1].text
    if width(above) <= _FOLIO:
        above = text[max(0, place.at - 2)].text
    return width(told) > TITLE and ends_sentence(told) and breaks_off(above)


_SEVERAL, _FOLIO = 3, 6
"""So many sidebars whose names stand in brackets before their texts show how all are set; em of a
folio."""


def _is_before_text(place: Place) -> bool:
    return place.bracketed and width(place.rest) > TITLE and ends_sentence(place.rest)


def _is_framed(place: Place) -> bool:
    """True for a name in brackets that is alone on its line, or beside a title."""
    if not place.bracketed or width(place.rest) > TITLE:
        return False
    return not (place.rest and (ends_sentence(place.rest) or place.rest[-1] in "，、；："))


def is_person(name: str) -> bool:
    """True for what is somebody's name, and not 药房说话, which only begins like one."""
    return is_name(name) and len(name) < _WORDS


def _tells_of_person(name: str) -> bool:
    """True for 【专家简介】, which is no part of an article and may stand near any sidebar."""
    label = labelled(f"{name}：")
    return label is not None and label.role is Role.BIOGRAPHY


def _is_apart(at: int, others: Sequence[int]) -> bool:
    return not any(0 < abs(at - other) <= _NEAR for other in others)


_SAYINGS = 3
"""So many short sentences on lines of their own, one below the other, are no chance."""


def _are_sayings(text: Sequence[Line], at: int) -> bool:
    """True for a few short sentences, each on a line of its own: rules on a wall, proverbs."""
    lines = [line.text.strip() for line in text[at : at + _SAYINGS]]
    return len(lines) == _SAYINGS and all(
        is_han(line[:1]) and ends_sentence(line) for line in lines
    )


def _is_set_in(place: Place, text: Sequence[Line], full: float) -> bool:
    """True if text stands above a name and a text of its own below, neither a title."""
    if not 0 < place.at < len(text) - 1:
        return False
    below = place.at + 1
    if not place.rest and _is_title(text, below, full):
        below += 1
    return (
        stands_free(text[place.at - 1], full)
        and is_text(text, below, full)
        and labelled(text[place.at].text.strip()) is None
    )


def _is_title(text: Sequence[Line], at: int, full: float) -> bool:
    """True for a few words without a mark below a name, with an indented text of their own."""
    if at + 1 >= len(text) or not is_indented(text[at + 1]) or is_indented(text[at]):
        return False
    return width(text[at].text) <= min(TITLE, full - 1) and is_han(text[at].text.rstrip()[-1])


def stands_free(above: Line, full: float) -> bool:
    """True below a line that ends a sentence or is full, which no title is."""
    told = above.text.strip()
    return ends_sentence(told) or (width(told) >= full and (is_han(told[-1]) or breaks_off(told)))


def _are_items(text: Sequence[Line], at: int) -> bool:
    """True for two lines with labels: 开演：19时30分 over 入场：2140人."""
    told = [line.text.strip() for line in text[at : at + 2]]
    return len(told) > 1 and all(line and item_form(line) == "label" for line in told)


def is_text(text: Sequence[Line], at: int, full: float) -> bool:
    """True for the first line of a text that stands below a name."""
    below = text[at]
    if _are_items(text, at):
        return True
    whole = ends_sentence(below.text) and (
        width(below.text.strip()) >= _TEXT or _are_sayings(text, at)
    )
    return whole or width(below.text) >= full or (is_indented(below) and width(below.text) >= _TEXT)
