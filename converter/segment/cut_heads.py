"""Running heads without a folio that hold no more than the beginning of a title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from itertools import accumulate

from converter.hanzi import ends_sentence, key
from converter.segment.page_edges import at_edge, cuts_sentence, opens_title
from converter.segment.units.grid import is_indented
from converter.segment.units.signs import is_byline
from converter.source import Line

TITLE_SIZE = 6
"""Characters from which on a name is rather an article's than a section's."""


def shortened_titles(lines: Sequence[Line], titles: Sequence[str], reasons: dict[int, str]) -> None:
    """Running heads without a folio that hold the beginning of a long title.

    The first line of a title that is set in two lines is followed by the second one.
    """
    long = [title for title in titles if len(title) >= _CUT_SHORT]
    exact = frozenset(titles)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        text = line.text.strip()
        if line.number in reasons or not 8 <= len(text) <= 40 or ends_sentence(text):
            continue
        name = key(text)
        whole = next((t for t in long if t.startswith(name) and len(t) > len(name)), "")
        if len(name) < 8 or not whole or name in exact or not at_edge(lines, position, reasons):
            continue
        if _opens_with_title(lines, position, whole):
            continue
        if not _carries_on(lines, position, whole):
            places[name].append(position)
    told = {key(line.text) for line in lines if reasons.get(line.number) == "running-head"}
    for name, positions in places.items():
        cut = len(name) >= _CUT_SHORT and _stands_above(lines, positions[0], name, exact, long)
        if not cut and (opens_title(lines, positions[0]) or _is_signed(lines, positions[0])):
            del positions[0]
        cut = cut or len(positions) >= 2 or name in told
        if cut or any(cuts_sentence(lines, at) for at in positions):
            for position in positions:
                reasons[lines[position].number] = "running-head"


def is_cut_short(lines: Sequence[Line], position: int, known: frozenset[str]) -> bool:
    """True for the first characters of a long title, which a head has no room for; no title is so."""
    name = key(lines[position].text)
    if len(name) < _CUT_SHORT or name in known:
        return False
    wholes = [title for title in known if title.startswith(name)]
    return bool(wholes) and not any(_carries_on(lines, position, whole) for whole in wholes)


def is_line_of_title(lines: Sequence[Line], position: int, known: frozenset[str]) -> bool:
    """True for the first line of a title that stands whole on one line further up: 渡口的一天 潮水退去以后."""
    name = key(lines[position].text)
    return len(name) >= TITLE_SIZE and any(
        key(one.text) in known and name in accumulate(map(key, one.text.split()[:-1]))
        for one in lines[:position]
        if len(name) < len(one.text) <= _LONGEST_LINE * 2
    )


def _stands_above(
    lines: Sequence[Line],
    position: int,
    name: str,
    exact: Container[str],
    titles: Sequence[str],
) -> bool:
    """True if the title of which a head has the beginning stands further up, on a line or two.

    ``exact`` are the titles and their lines, ``titles`` the long ones, which the body may have on
    lines of its own: the first of them is what the head has.
    """
    wholes = [title for title in titles if title.startswith(name)]
    for at in range(position - 1, -1, -1):
        text = lines[at].text
        if len(text) > _LONGEST_LINE:
            continue
        one = key(text)
        if one == name and any(_carries_on(lines, at, whole) for whole in wholes):
            return True
        if one not in exact:
            continue
        if len(one) > len(name) and one.startswith(name):
            return True  # on one line, with a blank or nothing where it breaks
        if len(one) >= TITLE_SIZE and name.startswith(one) and _carries_on(lines, at, name):
            return True
    return False


_LONGEST_LINE = 40
"""Characters of a line of a title."""
_CUT_SHORT = 12
"""Characters of a title for which a running head may have no room."""


def _carries_on(lines: Sequence[Line], position: int, title: str) -> bool:
    """True if the next line goes on with what a title says behind the words of this one."""
    below = next((line for line in lines[position + 1 :] if not line.blank), None)
    following = key(below.text) if below is not None else ""
    return bool(following) and title.startswith(key(lines[position].text) + following[:4])


def _is_signed(lines: Sequence[Line], position: int) -> bool:
    """True for the beginning of a title over who signs, be the end of a text above it lost."""
    below = next((line for line in lines[position + 1 :] if not line.blank), None)
    return below is not None and is_byline(below.text.strip())


def _opens_with_title(lines: Sequence[Line], position: int, title: str) -> bool:
    """True for an indented line below its title: the text begins with the same words, as reports do."""
    return is_indented(lines[position]) and any(
        key(line.text) == title for line in lines[max(0, position - _ABOVE) : position]
    )


_ABOVE = 8
"""Lines from a title to the first of its text, with a byline and blank lines between them."""
