"""Names over titles of their own, one in each of several articles: 算笔账：补贴怎么领.

A magazine may call each of its sidebars by another name, so that none stands again. Headings of
one form follow each other within an article; where the same form stands once in each of several
articles, and also cuts a sentence that goes on below, it is that of the sidebars.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from converter.hanzi import ends_sentence, key, width
from converter.parse.learnt.company import breaks_off
from converter.parse.learnt.framed import Named, is_person, is_text, stands_free
from converter.parse.learnt.places import TITLE, Place
from converter.source import Line

_NAMES, _CUTTING = 3, 2
"""So many names in one form, of which so many cut sentences, are no chance."""
_APART = 2
"""In so many articles the same name over titles of its own is no chance."""
_LONGEST, _CLAUSES = 5, 12
"""Em of the longest name over a title, and of a title of two clauses."""
_ROOM = 3.0
"""Em by which a title is shorter than a line of the text below it, with which that would go on."""


def titled_alike(named: Named, known: Collection[str], candidates: Sequence[str]) -> Iterator[str]:
    """Which of the ``candidates`` stand over titles as other names do, of which some cut sentences.

    ``known`` are the keys of titles, sections and authors.
    """
    left = frozenset(candidates)
    for coloned in (True, False):
        form = {
            name: members
            for name, members in named.places.items()
            if (name in named.names or name in left)
            and not is_person(name)
            and all(_is_titled(one, named, coloned=coloned) for one in members)
        }
        yield from (name for name in _alike(form, known, named) if name in left)


def over_titles_apart(
    places: Sequence[Place], text: Sequence[Line], known: Collection[str]
) -> bool:
    """True if a name stands below whole sentences of several articles, alone on its line each time.

    The articles stand between titles, whose keys are among those ``known``. That there is a title
    of its own below each place is known already: two headings one below the other, of which the
    upper one comes again in another article.
    """
    if len(places) < _APART or any(
        place.rest or not place.at or not ends_sentence(text[place.at - 1].text) for place in places
    ):
        return False
    titles = [at for at, line in enumerate(text) if key(line.text) in known]
    articles = [bisect(titles, place.at) for place in places]
    return len(set(articles)) == len(articles)


def _alike(
    form: Mapping[str, Sequence[Place]], known: Collection[str], named: Named
) -> Iterator[str]:
    """The names in one form of which no two stand in an article, but where they cut sentences.

    The articles stand between titles, whose keys are among those ``known``.
    """
    places = {one.at: one for members in form.values() for one in members}
    cut = {at for at in places if at and breaks_off(named.text[at - 1].text)}
    if len(form) < _NAMES or len(cut) < _CUTTING:
        return
    titles = [at for at, line in enumerate(named.text) if key(line.text) in known]
    doubted = {at for at, one in places.items() if at not in cut and one.name not in named.names}
    within = Counter(bisect(titles, at) for at in doubted)
    alone = {at for at in places if at not in doubted or within[bisect(titles, at)] == 1}
    found = [name for name, members in form.items() if all(one.at in alone for one in members)]
    if len(found) >= _NAMES and 2 * len(alone) > len(places):
        yield from found


def _is_titled(place: Place, named: Named, *, coloned: bool) -> bool:
    """True for 算笔账：补贴怎么领 over a text, or with the title below where none is ``coloned``."""
    text, full = named.text, named.full
    if place.bracketed or bool(place.rest) != coloned or width(place.name) > _LONGEST:
        return False
    if coloned and not place.labelled:
        return False
    last = place.at + (not coloned)
    if last + 1 >= len(text):
        return False
    title = place.rest or text[last].text.strip()
    room = min(full, width(text[last + 1].text.strip()) - _ROOM)
    return (
        width(text[last].text.strip()) <= min(TITLE + _LONGEST, room)
        and not (ends_sentence(title) or title[-1] in "，、；：")
        and ("，" not in title or width(title) <= _CLAUSES)
        and stands_free(text[place.at - 1], full)
        and is_text(text, last + 1, full)
    )
