"""Authors without pages that OCR has read as a column of its own, below all titles and their pages.

标题（3） / 标题（8） / 某某 / 某某 某某: the body has each of the names right under one of the titles, and
in the order in which they stand here.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import key
from converter.names import is_body, split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.people import is_staff
from converter.parse.contents.sections import holds_page, titles_of
from converter.source import Line

_FEWEST = 3
"""So many lines of names that the body has under titles in their order are no chance."""


def without_signers_below(
    lines: Sequence[Line], body: BodyIndex
) -> tuple[Sequence[Line], dict[int, str]]:
    """The lines without such a column; and the names, by the lines of their titles."""
    filled = [at for at, line in enumerate(lines) if not line.blank]
    first = len(filled)
    while first and names_on(lines[filled[first - 1]].text):
        first -= 1
    column = filled[first:]
    if len(column) < _FEWEST:
        return lines, {}
    signed = _signed(lines, filled[:first], column, body)
    if not signed:
        return lines, {}
    kept = [Line(line.number, "") if at in column else line for at, line in enumerate(lines)]
    return kept, {lines[title].number: lines[at].text.strip() for at, title in signed.items()}


def _signed(
    lines: Sequence[Line], above: Sequence[int], column: Sequence[int], body: BodyIndex
) -> dict[int, int]:
    """The lines of titles by those of the names that belong to them, {} unless half are told.

    A name that the body has nowhere so is that of the next entry with a page.
    """
    signed: dict[int, int] = {}
    told = last = 0
    for at in column:
        names = names_on(lines[at].text)
        rest = [one for one in above if one > last]
        title = next((one for one in rest if _signs(names, lines[one], body)), -1)
        told += title >= 0
        if title < 0:
            title = next((one for one in rest if holds_page(lines[one].text.strip())), -1)
        if title < 0:
            return {}
        signed[at] = last = title
    return signed if told * 2 >= len(column) else {}


def names_on(text: str) -> tuple[str, ...]:
    """The names, or the house, that are all of a line; none where it has a page or something else."""
    plain = text.strip()
    if not plain or holds_page(plain):
        return ()
    whole = is_body(plain) or is_staff(plain)
    return (plain,) if whole else split_names(plain) or ()


def _signs(names: Sequence[str], line: Line, body: BodyIndex) -> bool:
    """True if the body has the first of the names right under the title on a line, or its subtitle."""
    titles = [one for title in titles_of(line.text.strip()) for one in (title, *title.split("——"))]
    below = [one for title in titles for one in body.lines_below(key(title))]
    below += [one for text in below if text.startswith("——") for one in body.lines_below(key(text))]
    return any(key(names[0]) in key(one) for one in below)
