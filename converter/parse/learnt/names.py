"""Names of sidebars that an issue itself teaches, though no list has them: 学习链接, 知道, 典藏.

The same few characters stand again and again before short texts that interrupt a sentence or
end with their source, and the article goes on below: a company sees what they are. A running
head cuts sentences as well, but the text below it carries them on; a heading, a speaker and
``第一`` stand below whole sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from converter import patterns as re
from converter.hanzi import ends_sentence, key
from converter.names import is_name
from converter.names.works import LEADING
from converter.parse.boxes import LABEL_SHAPE
from converter.parse.kinds import is_salutation
from converter.parse.learnt.company import Company, Seen, gaps_of
from converter.parse.learnt.framed import (
    Named,
    alone_behind_mark,
    barred_like,
    before_text,
    framed_before_text,
    framed_in_sentences,
    framed_like,
    marked_like,
    parts_in_turn,
    set_like,
)
from converter.parse.learnt.glued import glued_places
from converter.parse.learnt.places import Place, may_name, place_at, stand_below_folios
from converter.parse.learnt.recurring import recurring
from converter.parse.learnt.rubrics import rubrics_of
from converter.parse.learnt.titled import over_titles_apart, titled_alike
from converter.parse.learnt.wrapped import with_whole_paragraphs
from converter.parse.marked import asks_reader
from converter.parse.recipes import RECIPE
from converter.profile import Profile
from converter.source import Line
from converter.values import NamedTuple

_CUTS, _CLEAR = 0.5, 4.0
"""What it says that a sentence goes on better behind a text, by each of its log odds, and of so
many at most."""
_SOURCED, _NOTHING = 1.5, -0.25
"""What a source below a text says, and a place that tells nothing."""
_SHAPED, _COMPOUND = 2.0, 1.0
"""What the form of a name says (学习链接), and a known word in it."""
_ALONE = 0.5
"""What it says that a whole text stands behind a blank, as behind the names of speakers."""
_TITLED, _MARKED, _OPENED = 0.5, 0.25, 1.0
"""What a title of its own under a name says, an ornament before the name with one, and that the
text opens with what the title beside the name is about."""
_WITHIN = 1.0
"""What it says that a name alone on its line, made like those of boxes, and a short text are all
that stands between a paragraph and the heading that counts on from the one above."""
_HOUSE = 0.25
"""What it says of a name over a title that the magazine sets the sidebars so whose names are known."""
_OVER_TITLES = 0.5
"""What it says that a name stands over a title of its own in each of several articles, and no more."""
_BRACKETED = 0.75
"""What brackets around a name say that cuts a sentence."""
_BELOW_FOLIOS = -1.5
"""What it says that all the places of a name are the heads of pages, as those of a running head are."""
_AGAIN, _ONCE, _SURE, _CLOSED = 1.5, 2.0, 2.2, 1.5
"""From so much on a name that stands there more than once is taken for one, or only once; or
once on a line of its own; or once before a text that its source closes."""


_YEAR = re.compile(r"(?:1[89]|20)\d\d年")
"""2019年, with which a text begins behind a name."""


class LearntName(NamedTuple):
    """A name of sidebars that an issue teaches."""

    name: str
    line: int
    """The number of the first line on which it stands."""
    times: int
    """How often it stands there."""


class Learnt(NamedTuple):
    """What the lines of an issue teach of its sidebars."""

    names: tuple[LearntName, ...] = ()
    glued: Mapping[int, str] = MappingProxyType({})
    """The names that stand before a text without a blank, by the numbers of their lines."""


def learn_names(lines: Sequence[Line], profile: Profile, known: Collection[str]) -> Learnt:
    """The names of sidebars that the lines of an issue teach, beside those of the profile.

    ``known`` are the keys of titles, sections and authors, which are no such names.
    """
    lines = with_whole_paragraphs(lines)
    text = [line for line in lines if not line.blank]
    listed = frozenset(profile.boxes.labels)
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for at, line in enumerate(text):
        if (place := place_at(at, line.text)) is not None:
            places[place.name].append(place)
    names = _candidates(places, text, listed, known)
    boxes = [place for name in listed if name in places for place in places[name]]
    company = Company(text, gaps_of(lines), [places[name] for name in names], boxes, known)
    told = _told_by_company(company, places, names, listed)
    told += _told_by_form(company, places, names, {*told, *listed}, known)
    left = [name for name in names if name not in told]
    told += recurring(company, places, left, known)
    found = {name: _learnt(name, text, places[name]) for name in told}
    doubted = frozenset(profile.boxes.ambiguous)
    stand = [
        name
        for name in places
        if name in found
        or (name in listed and (name not in doubted or _is_sourced(company, places[name])))
    ]
    glued = glued_places(company, stand, profile, known)
    for name in dict.fromkeys(place.name for place in glued):
        if name not in found and name not in listed:
            members = [place for place in glued if place.name == name]
            found[name] = _learnt(name, text, members)
    return Learnt(
        tuple(sorted(found.values(), key=lambda one: one.line)),
        {text[place.at].number: place.name for place in glued},
    )


def _is_sourced(company: Company, places: Sequence[Place]) -> bool:
    """True for a common word over several texts that end with their sources."""
    return sum(company.see(place).sourced > 0 for place in places) >= _SEVERAL_SOURCES


_SEVERAL_SOURCES = 2


def _candidates(
    places: Mapping[str, Sequence[Place]],
    text: Sequence[Line],
    listed: Collection[str],
    known: Collection[str],
) -> list[str]:
    """The words at some places that may name boxes and are not ``listed`` as doing so."""
    names = [
        name
        for name, members in places.items()
        if name not in listed
        and name not in LEADING  # 撰稿 张三 stands above every article
        and name not in RECIPE
        and key(name) not in known
        and not is_salutation(f"{name}：")
        and may_name(members, text)
    ]
    parts = parts_in_turn(places, listed) | rubrics_of(places, text, known)
    return [name for name in names if name not in parts]


def _told_by_company(
    company: Company,
    places: Mapping[str, Sequence[Place]],
    names: Sequence[str],
    listed: Collection[str],
) -> list[str]:
    """The names that the company of all their places tells, and those that are set like them."""
    found: list[str] = []
    alone: list[str] = []
    for name in names:
        members = places[name]
        seen = [company.see(place) for place in members]
        if all(one.alone for one in seen) and not _opens_article(members, company):
            alone.append(name)
        form = _form(name, listed) + _BELOW_FOLIOS * stand_below_folios(members, company.text)
        if all(one.titled for one in seen):
            form += _OVER_TITLES * over_titles_apart(members, company.text, company.known)
        if _is_name_of_boxes(members, seen, form, house=company.titled):
            found.append(name)
    alike = set_like(places, {*found, *listed}, alone, names)
    return found + [name for name in alike if name not in found]


def _opens_article(members: Sequence[Place], company: Company) -> bool:
    """True for a name that stands once, below who wrote an article: OCR has put a blank into its first words."""
    above = members[0].at - 1
    return len(members) == 1 and above >= 0 and key(company.text[above].text) in company.known


def _told_by_form(
    company: Company,
    places: Mapping[str, Sequence[Place]],
    names: Sequence[str],
    told: set[str],
    known: Collection[str],
) -> list[str]:
    """The names that have the brackets, bars or titles of those that are ``told``."""
    left = [name for name in names if name not in told]
    named = Named(company.text, company.full, places, told)
    alike = [
        *framed_like(named, left, known),
        *barred_like(named, left),
        *marked_like(named, left),
        *alone_behind_mark(named, left),
        *titled_alike(named, known, left),
    ]
    left = [name for name in left if name not in alike]
    named = named._replace(names={*told, *alike})
    before = framed_before_text(named, left)
    return list(dict.fromkeys((*alike, *before, *framed_in_sentences(places, company.text, left))))


def _learnt(name: str, text: Sequence[Line], places: Sequence[Place]) -> LearntName:
    return LearntName(name, text[places[0].at].number, len(places))


def with_names_apart(lines: Sequence[Line], glued: Mapping[int, str]) -> list[Line]:
    """The lines, of which those with a name before their text have a blank between both."""
    return [
        line._replace(text=line.text.replace(name, f"{name}\u3000", 1))
        if (name := glued.get(line.number))
        else line
        for line in lines
    ]


def _is_name_of_boxes(
    places: Sequence[Place], seen: Sequence[Seen], form: float, *, house: bool
) -> bool:
    """True if what stands under a name is set into the text, by the company of all its places.

    ``form`` is what the words of the name say; the ``house`` sets titles under names it is known for.
    """
    name = places[0].name
    again = len(places) > 1
    score = form + sum(
        _weigh(*one, again=again, shaped=form > 0) for one in zip(places, seen, strict=True)
    )
    over = [one.titled and not place.rest for place, one in zip(places, seen, strict=True)]
    score += _HOUSE * sum(over) * (house and again)
    if again:
        return score >= _AGAIN and not (is_name(name) and any(one.labelled for one in places))
    if before_text(places[0]) and seen[0].sourced == 1 and score >= _CLOSED:
        return not is_name(name)
    # Once, without a text on its line, it may be a title or who made a picture, unless both
    # the sentence that it cuts and a source below it speak for a box.
    apart = ends_sentence(places[0].rest) or places[0].bracketed or score >= _SURE
    return score >= _ONCE and apart and not is_name(name)


def _weigh(place: Place, seen: Seen, *, again: bool, shaped: bool = False) -> float:
    """How much one place speaks for a box, of a name that stands elsewhere ``again``.

    ``shaped`` are names made like others that boxes have: nothing but their text stands at the end
    of a part, as 小结 does.
    """
    if place.rest and place.rest[0].isascii() and not (again and _YEAR.match(place.rest)):
        return _NOTHING  # 早上 5 点: blanks stand around figures
    titled = (_TITLED + _MARKED * place.marked + _OPENED * seen.opened) * seen.titled
    if seen.cuts is None and not seen.sourced:
        if titled:
            return titled
        if again and shaped and seen.last:
            return _WITHIN * seen.within
        return _ALONE if seen.alone and not is_name(place.name) else _NOTHING
    # Below a title of its own a text may begin as if it carried the sentence on.
    least = -_CLEAR / 4 if seen.titled and place.rest else -_CLEAR / 2
    cuts = titled + _CUTS * max(least, min(_CLEAR, seen.cuts or 0.0))
    cuts += _ALONE * (seen.alone and seen.cuts is not None)
    if place.labelled and not titled:  # 记者：…… stands above a source as well, if a box follows
        return cuts / 2
    cuts += _BRACKETED * (place.bracketed and cuts > 0)
    sure = seen.sourced == 1 or (seen.sourced and cuts > 0)
    return cuts + (_SOURCED if sure else _SOURCED / 2 * (seen.sourced > 0))


def _form(name: str, listed: Collection[str]) -> float:
    """What it says that a name is made like others, or of one: 学习链接, 链接人物."""
    if LABEL_SHAPE.match(name) or asks_reader(name):
        return _SHAPED
    sizes = range(2, len(name))
    parts = {name[:size] for size in sizes} | {name[-size:] for size in sizes}
    return 0.0 if parts.isdisjoint(listed) else _COMPOUND
