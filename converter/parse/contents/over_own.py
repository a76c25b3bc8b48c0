"""Authors that the contents print beside the page, over the title: 08 某某, and the title below.

A page is followed by a title nearly everywhere, and by an author just as well. But the body has the
title on a line of its own, and the author below it; where several entries are so, all of the form are.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, squeeze
from converter.names import is_body, split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_FIRST, page_beside
from converter.source import Line

_FEWEST = 4
"""So many entries whose authors the body proves tell how all are printed."""
_NAMES = re.compile(rf"^[{HAN}·]{{1,4}}(?:[ \u3000、，,]+[{HAN}·]{{1,4}}){{0,7}}$")
"""Names, be their surnames in no list: none is longer than four characters."""
_LINES = 4
"""The most lines of a title."""


def with_authors_below(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, with authors that stand between page and title put behind the title."""
    paged = [at for at, line in enumerate(lines) if PAGE_FIRST.match(line.text)]
    if len(paged) < _FEWEST:
        return lines
    found = {at: end for at in paged if (end := _title_below(lines, at, body))}
    proved = sum(_is_proved(lines, at, body) for at in found)
    if proved < _FEWEST or proved * 2 < len(paged):
        return lines
    out = list(lines)
    for at, end in found.items():
        hit = PAGE_FIRST.match(lines[at].text)
        if hit is None:
            continue
        first = lines[at + 1]
        out[at] = Line(lines[at].number, "")
        out[at + 1] = Line(first.number, f"{hit['page']} {first.text.strip()}")
        out[end] = Line(out[end].number, f"{out[end].text}  {hit['rest'].strip()}")
    return out


def _title_below(lines: Sequence[Line], at: int, body: BodyIndex) -> int:
    """The last line of the title below a page with its author, 0 where there is none."""
    hit = PAGE_FIRST.match(lines[at].text)
    who = hit["rest"].strip() if hit is not None else ""
    if not who or at + 1 == len(lines) or not _may_sign(who):
        return 0
    if body.is_title(key(who)) and body.place(who) < body.place(lines[at + 1].text.strip()):
        return 0  # a title, and its author below it
    end = 0
    for below in range(at + 1, min(len(lines), at + 1 + _LINES)):
        text = lines[below].text.strip()
        if not text or page_beside(text):
            break
        above = key(lines[below - 1].text)
        goes_on = text.startswith("—") or key(text) in body.below(above)
        if below == at + 1 and not _is_printed(text, body):
            break
        if below > at + 1 and not goes_on:
            break
        end = below
    return end


def _may_sign(who: str) -> bool:
    """True for names of people, known or not, and for those of bodies."""
    return _NAMES.match(who) is not None or split_names(who) is not None or is_body(squeeze(who))


def _is_printed(title: str, body: BodyIndex) -> bool:
    """True if the body has a title on one line, or its words on two."""
    name = key(title)
    return len(name) > 1 and bool(body.exact[name] or body.exact[key(title.split(maxsplit=1)[0])])


def _is_proved(lines: Sequence[Line], at: int, body: BodyIndex) -> bool:
    """True if the body has the author, and nobody has to be told by the form alone."""
    hit = PAGE_FIRST.match(lines[at].text)
    names = split_names(hit["rest"]) if hit is not None else None
    if hit is None:
        return False
    title = key(lines[at + 1].text)
    return body.is_signed(title, hit["rest"]) or (names is not None and body.names(key(names[0])))
