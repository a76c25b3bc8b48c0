"""Contents without a heading: entries in a row, or titles that stand again further down."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, is_han, key, width
from converter.segment.regions.contents import contents_end
from converter.segment.regions.entries import (
    entry_like,
    is_own_heading,
    is_wrapped_prose,
)
from converter.segment.regions.going_on import titles_within
from converter.segment.regions.labels import is_masthead_line
from converter.segment.regions.listed import ENTRY, listed_titles
from converter.source import Line

_BARE = 6
"""So many lines that stand again in their order are contents, though no page is printed."""
_OF_AN_IMPRINT = re.compile(r"[：:]|\d{4}\s*年|[总總]第")
"""主编：某某, 2023年第4期: what a masthead says, on every page perhaps."""
_SENTENCE = 20
"""Em of a sentence of a text, which is none of the contents."""
_TOP, _RETOLD, _RETOLD_FAR, _RETOLD_TITLE = 200, 4, 6, 4
"""Lines of the front matter, the fewest titles that stand again, how far below, and their characters."""
_HEADING = 10
"""The most em of the name of a section, or of what stands over the contents."""
_LEADS = re.compile(r"^\s*(?:[.．·…‥]{2,}|——)")
"""With what the second line of an entry begins: a leader, or the dash of a subtitle."""
_PARAGRAPH, _WRAPPED = 30, 6
"""Em of a paragraph, and lines with a full stop of hard-wrapped ones."""
_TELLING = 6
"""Characters of the first line of a title that no other line begins with by chance."""


def headless_contents(
    lines: Sequence[Line], masthead: tuple[int, int] | None
) -> tuple[int, int] | None:
    """A contents list that has lost its heading: at least three entries in a row."""
    limit = min(len(lines), 400)
    run: list[int] = []
    for i in range(limit):
        if masthead and masthead[0] <= i < masthead[1]:
            continue
        text = lines[i].text
        if not text.strip() or is_masthead_line(text):
            continue
        if entry_like(text):
            run.append(i)
        elif text.startswith("|"):
            continue  # a row that is wide for the blanks in it
        elif width(text) > 60 or ends_sentence(text):
            if len(run) >= 3:
                break
            run = []
    if len(run) < 3 or (_below_text(lines, run[0], masthead) and not _named_below(lines, run)):
        return None
    start = run[0] - _has_title_above(lines, run[0], masthead)
    headed = False
    if (name := _filled_above(lines, start, masthead)) is not None:
        start = name
        head = _filled_above(lines, start, masthead)
        if head is not None and is_own_heading(lines[head].text):
            start, headed = head, True
    if not headed:
        start = _with_first_section(lines, start, run[-1], masthead)
    return (start, contents_end(lines, start, masthead, headed=headed))


def retold_contents(
    lines: Sequence[Line], masthead: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Contents under a heading of no list, whose titles stand in their order on lines further down.

    停靠站 / 04站　慢下来的理由　某某: whatever is printed around the titles.
    """
    limit = min(len(lines), _TOP)
    places = {
        name: at
        for at, line in enumerate(lines)
        if 0 < len(line.text) <= ENTRY and len(name := key(line.text)) >= _RETOLD_TITLE
        if not is_wrapped_prose(lines, at) and _may_be_title(line.text)
    }
    hits: list[tuple[int, int]] = []
    for at in range(limit):
        text = lines[at].text
        names = titles_within(text) if width(text) <= ENTRY else ()
        # A title may be a question, or end with a sign of wonder, be it behind its section.
        again = any(places.get(one, at) > at + _RETOLD_FAR for one in (key(text), *names))
        if not again and (
            (width(text) > _SENTENCE and ends_sentence(text)) or is_wrapped_prose(lines, at)
        ):
            break
        short = width(text) <= ENTRY and _OF_AN_IMPRINT.search(text) is None
        below = [
            places[name] for name in names if short and places.get(name, at) > at + _RETOLD_FAR
        ]
        if below:
            hits.append((at, max(below)))
    first_told = min((place for _, place in hits), default=0)
    hits = [hit for hit in hits if hit[0] < first_told]
    paged = sum(any(map(str.isdecimal, lines[at].text)) for at, _ in hits)
    ordered = sum(one[1] < two[1] for one, two in itertools.pairwise(hits))
    if len(hits) < _RETOLD or ordered * 4 < (len(hits) - 1) * 3:
        return None
    if paged * 2 < len(hits) and not _is_bare_list(lines, [at for at, _ in hits], ordered):
        return None
    start, end = hits[0][0], hits[-1][0] + 1
    for _ in range(2):  # the name of the first section, and the heading
        above = _filled_above(lines, start, masthead)
        start = start if above is None else above
    while end < first_told and not lines[end].blank:
        end += 1
    return (start, end)


def _may_be_title(text: str) -> bool:
    """False for a word of a letterhead, UNIVERSITY or a telephone number, which stands on each sheet."""
    return has_han(text) or len(text.split()) > 1


def _is_bare_list(lines: Sequence[Line], hits: Sequence[int], ordered: int) -> bool:
    """True if lines that stand again are a list without pages: many, in order, with little between."""
    filled = sum(not line.blank for line in lines[hits[0] : hits[-1] + 1])
    return len(hits) >= _BARE and ordered >= len(hits) - 2 and len(hits) * 2 >= filled


def _filled_above(lines: Sequence[Line], at: int, masthead: tuple[int, int] | None) -> int | None:
    """The line of a few words above one, outside the masthead; ``None`` if none stands there."""
    index = at - 1
    while index >= 0 and not lines[index].text.strip("- |"):
        index -= 1
    short = index >= 0 and width(lines[index].text) <= _HEADING
    return index if short and not _inside(index, masthead) else None


def _has_title_above(lines: Sequence[Line], at: int, masthead: tuple[int, int] | None) -> bool:
    """True if the title of an entry stands on the line above its leader: 渡口的船 over …… 某某（1）."""
    above = at - 1
    if above < 0 or lines[above].blank or _inside(above, masthead):
        return False
    return _LEADS.match(lines[at].text) is not None and not ends_sentence(lines[above].text)


def _with_first_section(
    lines: Sequence[Line], start: int, last: int, masthead: tuple[int, int] | None
) -> int:
    """Where contents begin with the lines of their first entry and the name of the section over it.

    The lines stand right above; the name has a blank line above it, as others have down to the
    ``last`` entry.
    """
    while start and _may_belong(lines, start - 1, masthead):
        start -= 1
    above = start - 1
    while above >= 0 and lines[above].blank:
        above -= 1
    if above == start - 1 or not _names_section(lines, above):
        return start
    alike = sum(_names_section(lines, at) for at in range(start, last))
    return above if alike > 1 and _may_belong(lines, above, masthead) else start


def _may_belong(lines: Sequence[Line], at: int, masthead: tuple[int, int] | None) -> bool:
    text = lines[at].text
    return (
        bool(text.strip())
        and width(text) <= ENTRY
        and not (_inside(at, masthead) or is_masthead_line(text) or ends_sentence(text))
        and _OF_AN_IMPRINT.search(text) is None
    )


def _names_section(lines: Sequence[Line], at: int) -> bool:
    """True for a few characters and nothing else, below a blank line."""
    name = "".join(lines[at].text.split()) if at >= 0 else ""
    over = at == 0 or lines[at - 1].blank
    return over and 2 <= len(name) <= _NAME and all(map(is_han, name))


_NAME = 6
"""Characters of the name of a section."""


def _below_text(lines: Sequence[Line], at: int, masthead: tuple[int, int] | None) -> bool:
    """True if running text stands above a line, outside the masthead: an article has begun."""
    texts = [lines[index].text for index in range(at) if not _inside(index, masthead)]
    whole = any(width(text) > _PARAGRAPH and ends_sentence(text) for text in texts)
    return whole or sum("。" in text for text in texts) >= _WRAPPED


def _named_below(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """True if titles of half the entries stand on lines of their own below: else it is a table.

    Of a title on two lines the contents have the first, and the body perhaps both on one.
    """
    below = sorted({key(line.text) for line in lines[run[-1] + 1 :] if len(line.text) < ENTRY})
    listed = [at for at in run if has_han(lines[at].text)]
    named = sum(
        any(len(name) > 1 and _is_begun(name, below) for name in _names(lines[at].text))
        for at in listed
    )
    return named > 1 and named * 2 >= len(listed)


def _names(text: str) -> Iterator[str]:
    """The keys of what may be the title on a line of the contents, or in a row of a table."""
    yield from listed_titles(text)
    if text.startswith("|"):
        yield from map(key, text.split("|"))


def _is_begun(name: str, below: Sequence[str]) -> bool:
    """True for one of the keys in order, or for the beginning of one that is long enough to tell."""
    at = bisect_left(below, name)
    if at == len(below):
        return False
    return below[at] == name or (len(name) >= _TELLING and below[at].startswith(name))


def _inside(index: int, region: tuple[int, int] | None) -> bool:
    return region is not None and region[0] <= index < region[1]
