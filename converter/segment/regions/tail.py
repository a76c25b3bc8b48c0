"""What belongs to the contents below their last entry."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Container, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import has_han, key, similarity, width
from converter.names import is_body, is_name, split_names
from converter.names.house import HOUSE
from converter.segment.regions.entries import (
    entry_like,
    is_contents_heading,
    is_prose,
    is_wrapped_prose,
)
from converter.segment.units.signs import is_byline
from converter.source import Line


def close_chunk(lines: Sequence[Line], last_entry: int, stop: int, seen: dict[str, int]) -> int:
    """Contents end with the block of their last entry, not with a heading that follows it."""
    index = last_entry + 1
    while index < stop and not lines[index].blank:
        index += 1
    if not any(entry_like(line.text) for line in lines[last_entry : last_entry + 1]) and seen:
        return stop
    return _below_entry(lines, last_entry, index, stop)


_SIGNED_BELOW = 2
"""So many entries with a subtitle or an author below a blank line are no exceptions."""


def _below_entry(lines: Sequence[Line], last_entry: int, index: int, stop: int) -> int:
    """The end of the subtitle and author below the last entry, if others have theirs so.

    Blank lines part title, subtitle and author.
    """
    end = index
    while end < stop and (lines[end].blank or _goes_with_entry(lines[end].text)):
        end += 1
    if end == index or not any(not line.blank for line in lines[index:end]):
        return index
    others = sum(
        entry_like(lines[at].text) and lines[at + 1].blank and _goes_with_entry(lines[at + 2].text)
        for at in range(max(0, last_entry - _BLOCK), last_entry - 1)
    )
    return end if others >= _SIGNED_BELOW else index


_BLOCK = 120
"""Lines of contents that are looked at."""


def _goes_with_entry(text: str) -> bool:
    """True for ——副题 and for a line of nothing but names."""
    plain = text.strip()
    return plain.startswith("——") or (width(plain) <= 24 and split_names(plain) is not None)


def with_tail(
    lines: Sequence[Line], start: int, end: int, stop: int, seen: Mapping[str, int]
) -> int:
    """The end of the contents with the lines below the last page that the body has again.

    Titles may stand below their pages, and authors and subtitles below titles, with blank
    lines between all lines or none; ``stop`` is where the contents say something again.
    """
    inside = [line.text.strip() for line in lines[start:end] if not line.blank]
    spaced = sum(line.blank for line in lines[start:end]) * 8 >= len(inside) * 7
    plain = sum(map(entry_like, inside)) * 2 < len(inside)
    tail = [at for at in range(end, stop) if not lines[at].blank]
    names = len(tail) >= _FEWEST_NAMES and all(width(lines[at].text) <= _NAME for at in tail)
    near = [at for at in tail[:_LOST_PAGE] if _is_signed_title(lines[at].text)]
    if not tail or not (spaced or plain or names or near or inside[-1].isdigit()):
        return end
    later = _short_lines(lines[stop:])
    near = [at for at in near if _comes_again(lines[at].text, later)]
    if names and all(key(lines[at].text) in later for at in tail):
        return tail[-1] + 1  # of all sections, in a column of their own
    if not (spaced or plain or near or inside[-1].isdigit()):
        return end
    again = [_comes_again(lines[at].text, later) for at in tail]
    # Titles of which OCR has misread a character stand between others that come again.
    misread = (
        place
        for place in range(len(tail))
        if not again[place] and any(again[place + 1 : place + _MISREAD])
    )
    for place in itertools.islice(misread, _FEW_MISREAD):
        again[place] = _comes_again_misread(lines[tail[place]].text, later)
    for place, at in enumerate(tail):
        text = lines[at].text
        if seen.get(key(text), at) < at or is_prose(text) or _heads_text(lines, at, stop):
            break
        # The body need not print the name of a section.
        over = width(text) <= _NAME and any(again[place + 1 : place + 2])
        if not again[place] and not over:
            break
        end = at + 1
    return end


def _heads_text(lines: Sequence[Line], at: int, stop: int) -> bool:
    """True for a title with its author below, and the text of both at ``stop``: an article the contents lack."""
    if stop >= len(lines) or not (is_prose(lines[stop].text) or is_wrapped_prose(lines, stop)):
        return False
    if lines[at].text.strip()[:1] in tuple("/／"):
        return False  # who has written the entry above
    first = stop
    while first > at + 1 and _OF_TEXT.search(lines[first - 1].text):
        first -= 1
    block = itertools.takewhile(lambda line: not line.blank, lines[first : stop + _BLOCK])
    told = sum(width(line.text) for line in block)
    below = [line.text for line in lines[at + 1 : first] if not line.blank]
    return told > _TOLD and 1 <= len(below) <= _HEAD and all(map(_may_sign, below))


def _may_sign(text: str) -> bool:
    """True for what may stand between a title and its text: a subtitle, names, 本刊记者 某某, a house."""
    return _goes_with_entry(text) or (
        not _STROKED.match(text)
        and width(text.strip()) <= _SIGNER
        and not entry_like(text)
        and not _OF_TEXT.search(text)
    )


_STROKED = re.compile(r"^\s*\S.*\s[/／]\s*\S")
"""标题 / 某某: an entry of contents, and no name."""
_OF_TEXT = re.compile("[，。；：？！]")
"""What running text has in each of its lines, and hardly any title."""
_SIGNER = 24
"""The most em of a line that signs."""
_HEAD, _TOLD = 2, 60
"""Lines between a title and its text, and the most em of what tells under an entry what it is about."""
_LOST_PAGE = 2
"""Lines below the last page among which an entry stands whose own page OCR has lost."""
_TITLE = 4
"""Characters of the shortest title of such an entry."""


def _is_signed_title(text: str) -> bool:
    """True for words and a name behind them: an entry but for its page."""
    words = text.split(maxsplit=1)
    return len(words) > 1 and len(key(words[0])) >= _TITLE and split_names(words[1]) is not None


def _short_lines(lines: Sequence[Line]) -> set[str]:
    """The keys of the short lines of the body, of which titles are some."""
    return {key(line.text) for line in lines if 0 < len(line.text) <= _SHORT_LINE}


def _comes_again(text: str, later: Container[str]) -> bool:
    """True for a line of the body, and for one with its author or page behind it."""
    words = text.split()
    return any(
        len(name := key("".join(words[:count]))) > 1 and name in later
        for count in range(len(words), 0, -1)
    )


def _comes_again_misread(text: str, later: Collection[str]) -> bool:
    """True for a line of the body that says it but for a character, which one of them may lack."""
    words = text.split()
    for count in range(len(words), 0, -1):
        name = key("".join(words[:count]))
        if len(name) < _LONG:
            break
        half = len(name) // 2
        near = (
            other
            for other in later
            if abs(len(other) - len(name)) <= 1
            and (other.startswith(name[:half]) or other.endswith(name[half:]))
        )
        if any(similarity(name, other) >= _ALIKE for other in near):
            return True
    return False


_LONG, _ALIKE, _MISREAD, _FEW_MISREAD = 6, 0.85, 4, 16
"""Characters of a title that tells itself with one of them misread, how alike two readings are, among
how many lines below it one comes again, and so many such titles are looked for at most."""


def with_inner_pages(lines: Sequence[Line], end: int, stop: int) -> int:
    """The end of the contents with the lines below that have their pages within.

    编读往来 26 标题, 标题 28 某某: the page stands between the section and the title, or the title
    and its author, so that the line looks like no entry. The body has the title on a line of
    its own; above one may stand the name of its section.
    """
    tail = [at for at in range(end, stop) if not lines[at].blank]
    if not any(_INNER_PAGE.match(lines[at].text) for at in tail):
        return end
    later = _short_lines(lines[stop:])
    for at in tail:
        text = lines[at].text.strip()
        hit = _INNER_PAGE.match(text)
        if hit is not None and any(_comes_again(hit[side], later) for side in ("one", "other")):
            end = at + 1
        elif hit is not None or width(text) > _NAME or is_prose(text):
            break
    return end


_INNER_PAGE = re.compile(r"^\s*(?P<one>\S.*?)\s+(?P<page>\d{1,3})\s+(?P<other>\S.*)$")
"""Words, a page between blanks, and words."""
_NAME = 10
"""The most em of the name of a section."""
_FEWEST_NAMES = 3
"""So many short lines below the entries are no chance."""
_SHORT_LINE = 80


def with_english(lines: Sequence[Line], end: int, limit: int) -> int:
    """The end of the contents with what says them again in English below, under CONTENTS perhaps.

    Titles that stand again over their abstracts may have been taken for entries already.
    """
    first, last, paged = end, end, 0
    while first and not has_han(lines[first - 1].text):
        first -= 1
    for at in range(first, limit):
        text = lines[at].text.strip()
        if not text:
            continue
        if has_han(text) and not is_contents_heading(text):
            break
        last = max(end, at + 1)
        paged += _PAGED_LATIN.search(text) is not None
    return last if paged >= _LISTED else end


_PAGED_LATIN = re.compile(r"^\d{1,3}\s+[A-Z]|[A-Za-z?!.…·)\s][（(]?\d{1,3}[）)]?$")
_LISTED = 3
"""So many lines with pages make a list."""


def without_kicker(
    lines: Sequence[Line], start: int, end: int, stop: int, place_of: Callable[[str], int]
) -> int:
    """The end of the contents without the name of a section right over the first title of the body.

    The body has it again over another title that is listed, or nowhere; then it stands apart
    from contents without any other gap. ``place_of`` tells on which line a key first stands.
    """
    if not (start < stop < len(lines) and place_of(key(lines[stop].text)) < stop):
        return end
    at = stop - 1
    while at > start and lines[at].blank:
        at -= 1
    name = key(lines[at].text)
    if not start < at < end or entry_like(lines[at].text) or width(lines[at].text) > _NAME:
        return end
    if not lines[at - 1].blank or place_of(name) < at:
        return end
    filled = [place for place in range(stop, len(lines)) if not lines[place].blank]
    below = [
        lines[filled[place + 1]].text
        for place, one in enumerate(filled[:-1])
        if len(lines[one].text) <= _SHORT_LINE and key(lines[one].text) == name
    ]
    if below:
        own = all(place_of(key(text)) < at for text in below)
    else:
        above = [place for place in range(start + 1, at) if not lines[place].blank]
        own = len(above) >= _FEWEST_NAMES and above[-1] - above[0] < len(above)
    return at if own else end


def without_byline(lines: Sequence[Line], start: int, end: int) -> int:
    """The end of the contents without who signs the first article, the title of which OCR has lost.

    An entry names who stands there, and the text follows. So does the name of the section above
    that, which an entry has before its title.
    """
    filled = [at for at in range(start, min(len(lines), end + _BLOCK)) if not lines[at].blank]
    inside = [at for at in filled if at < end]
    for place in range(max(1, len(inside) - _SIGNED), len(inside)):
        at, below = inside[place], filled[place + 1 : place + 2]
        if not below or not is_prose(lines[below[0]].text) or entry_like(lines[at].text):
            continue
        names = [key(lines[one].text).strip(_DIGITS) for one in inside[:place]]
        text = lines[at].text.strip().lstrip(_MARKS)
        if not is_byline(text) or not _is_named(key(text), names[:-1]):
            continue
        above = _SECTION_MARK.split(lines[inside[place - 1]].text.strip())[0]
        again = any(one.startswith(key(above)) for one in names[:-1])
        return inside[place - 1] if again and width(above) <= _NAME else at
    return end


def _is_named(signed: str, names: Sequence[str]) -> bool:
    """True for the key of a byline whose last characters are a name that one of the ``names`` ends with."""
    parts = (signed[-size:] for size in (4, 3, 2))
    return any(is_name(part) and any(one.endswith(part) for one in names) for part in parts)


_SIGNED = 2
"""The last lines of contents among which somebody may sign."""
_DIGITS, _MARKS = "0123456789", "●○◎□■◆◇▲△☆★ \u3000"
_SECTION_MARK = re.compile(r"\s*[|｜]\s*")
"""卷首 | EDITORIAL."""
_COLUMN, _BYLINE = 3, 40
"""So many lines of names that stand again further down in their order are authors, and the most em
of a line that has them there."""


def with_column_of_names(lines: Sequence[Line], end: int, limit: int) -> int:
    """The end of the contents with a column of authors below it, which OCR has read by itself."""
    last, later, count = end, end, 0
    for at in range(end, limit):
        text = lines[at].text.strip()
        if not text:
            continue
        whole = is_body(text) or text.startswith(tuple(HOUSE.split("|")))
        names = (text,) if whole else split_names(text) or ()
        later = _line_with(lines, names, max(later, at) + 1) if names else 0
        if not later:
            break
        last, count = at + 1, count + 1
    return last if count >= _COLUMN else end


def _line_with(lines: Sequence[Line], names: Sequence[str], first: int) -> int:
    """The first short line from one on that has all of some names, 0 if none has."""
    wanted = [key(name) for name in names]
    return next(
        (
            at
            for at in range(first, len(lines))
            if wanted[0][:1] in lines[at].text
            and width(lines[at].text) <= _BYLINE
            and all(name in key(lines[at].text) for name in wanted)
        ),
        0,
    )
