"""What the lines that sign an article say of each other."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import has_han, squeeze
from converter.model import Author
from converter.names import is_office
from converter.parse.byline import BylineReading, shows_pictures
from converter.parse.credits import read_credits
from converter.parse.kinds import is_foreign
from converter.parse.openings.opening import Opening
from converter.parse.openings.posts import is_post, is_staff
from converter.segment import Unit
from converter.values import replace


def settle(opening: Opening, units: Sequence[Unit]) -> None:
    """Give offices to those who hold them, and take from the authors who is none, or one twice."""
    _offices_apart(opening)
    _houses_apart(opening, units)
    _posts_below(opening, units)
    _pictures_apart(opening, units)
    _spelt_apart(opening, units)


def _offices_apart(opening: Opening) -> None:
    """某刊主编 on one line and the name on the next: an office, and whose it is."""
    lines = sorted(opening.bylines)
    for (at, office), (below, people) in itertools.pairwise(lines):
        if below != at + 1 or len(office.authors) != 1 or not people.authors:
            continue
        name = office.authors[0].name
        if is_office(name) and not any(one.is_body or one.office for one in people.authors):
            signed = tuple(replace(one, office=name) for one in people.authors)
            _sign(opening, (at, office), ())
            _sign(opening, (below, people), signed)


def _sign(opening: Opening, line: tuple[int, BylineReading], authors: Sequence[Author]) -> None:
    """Let a line of an opening name ``authors`` instead of those that were read there."""
    at, reading = line
    signed = (at, BylineReading(tuple(authors), reading.certainty))
    opening.bylines[opening.bylines.index(line)] = signed


def _houses_apart(opening: Opening, units: Sequence[Unit]) -> None:
    """某市热线中心 right over 党组书记、主任 某某: where somebody holds a post, and no other author.

    The contents name the one and not the other.
    """
    lines = sorted(opening.bylines)
    for (at, house), (below, people) in itertools.pairwise(lines):
        if below != at + 1 or units[below].gap or len(house.authors) != 1 or not people.authors:
            continue
        name, first = house.authors[0], people.authors[0]
        alone = name.is_body and not first.is_body and _POSTS.match(first.office) is not None
        listed = opening.reading[1]
        if alone and first.name in listed and name.name not in listed:
            signed = (replace(first, office=name.name + first.office), *people.authors[1:])
            _sign(opening, (at, house), ())
            _sign(opening, (below, people), signed)


_POSTS = re.compile(
    "(?:党[组委工委]{1,3}|黨[組委工委]{1,3})?(?:副?[书書][记記]|副?主任|副?局[长長]|副?[院校所站台社馆館县縣区區市处處科][长長]|副?董事[长長]|副?[总總](?:经理|經理|编辑|編輯|工程师|工程師)|[总總]编|副?部[长長]|主席|会[长長]|會[長])"
)
"""党组书记、主任: posts without the house in which they are held."""


def _posts_below(opening: Opening, units: Sequence[Unit]) -> None:
    """Give the office on a line of its own to those whose names stand above it.

    Several share what they are of a paper or a magazine, 本刊记者, or have an office each.
    """
    for place, (at, reading) in enumerate(opening.bylines):
        below = next((two for other, two in opening.bylines if other == at + 1), None)
        people = reading.authors
        if below is None or not people or any(one.is_body or one.office for one in people):
            continue
        text = units[at + 1].text
        if posts := _posts_of(text, len(people), alone=not below.authors):
            signed = tuple(
                replace(one, office=post) for one, post in zip(people, posts, strict=True)
            )
            opening.bylines[place] = (at, BylineReading(signed, reading.certainty))
            _sign(opening, (at + 1, below), ())


def _posts_of(text: str, count: int, *, alone: bool) -> Sequence[str]:
    """The offices on a line below as many names, () if it has none of theirs.

    ``alone`` tells that the line names nobody; 《某刊》记者 might sign, but not below a name.
    """
    post, each = squeeze(text), text.split()
    if len(each) == count > 1 and all(is_staff(one) or is_office(one) for one in each):
        return each
    one = count == 1 and alone and (is_post(post) or is_office(post))
    return [post] * count if one or is_staff(post) else ()


def _pictures_apart(opening: Opening, units: Sequence[Unit]) -> None:
    """图/某某 on a line of its own, where others wrote: no author."""
    for place, (at, reading) in enumerate(opening.bylines):
        others = any(one.authors for other, one in opening.bylines if other != at)
        text = units[at].text
        credited = read_credits(text) if others and reading.authors else None
        pictured = credited is not None and not any(credit.writes for credit in credited)
        if others and reading.authors and (pictured or shows_pictures(text)):
            opening.bylines[place] = (at, BylineReading((), reading.certainty))


def _spelt_apart(opening: Opening, units: Sequence[Unit]) -> None:
    """SHI Yu below 时雨, where the title stands in English, too: the same author, and no other."""
    for place, (at, reading) in enumerate(opening.bylines):
        above = next((one for other, one in opening.bylines if other == at - 1), None)
        if above is None or not opening.foreign or not is_foreign(units[at].text):
            continue
        if len(above.authors) == len(reading.authors) and all(
            has_han(one.name) for one in above.authors
        ):
            opening.bylines[place] = (at, BylineReading((), reading.certainty))
