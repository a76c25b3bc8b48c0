"""Titles in which OCR has read a character twice, in the body or in the contents, told by the other one.

发发展党员 over a text is 发展党员 of the contents. Where the contents have the character twice and
the title once, it is theirs that is too many, unless the word may be said so (天天, 慢慢).
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from converter.hanzi import is_han, key
from converter.model import Change
from converter.parse.context import Ledger
from converter.parse.heal import REDUPLICATED
from converter.parse.issue.lost_characters import Listed
from converter.parse.issue.titles_read import RULE, both_sides, may_be_title, signs
from converter.segment import Regions
from converter.source import Line

_LEAST, _TRIED = 5, 200
"""Characters of the shortest title of which one may be too many, and the titles that are tried for each."""


def with_doubled_characters(
    lines: Sequence[Line], regions: Regions, ledger: Ledger
) -> Sequence[Line]:
    """The lines, with titles of the body and the contents that have a character twice put right.

    The same object if none has; what is taken out is recorded, and both readings are told.
    """
    places, texts = both_sides(lines, regions)
    listed = Listed(lines, places)
    body = [at for at in texts if may_be_title(lines[at])]
    made: list[Line] | None = None
    for at in body:
        name = key(lines[at].text)
        doubled = tuple(_doubled(name)) if len(name) > _LEAST else ()
        if not doubled or name in listed.text or signs(lines[at].text):
            continue
        for place in doubled:
            short = name[:place] + name[place + 1 :]
            first = listed.text.find(short)
            if first < 0 or not listed.stand_apart(first, len(short)):
                continue
            made = made or list(lines)
            columns = [column for column, char in enumerate(lines[at].text) if key(char)]
            _take_out(made, at, columns[place], ledger)
            row, _ = listed.column(first)
            told = listed.printed(first, len(short))
            printed = lines[at].text.strip()
            ledger.doubt("TOC004", lines[row].number, listed=told, printed=printed)
            break
    return _with_contents_right(lines, made, [lines[at].text for at in body], listed, ledger)


def _with_contents_right(
    lines: Sequence[Line],
    made: list[Line] | None,
    printed: Sequence[str],
    listed: Listed,
    ledger: Ledger,
) -> Sequence[Line]:
    """The lines without the characters of the contents that stand twice there and once in a title.

    ``printed`` are the lines of the body that may be titles.
    """
    found: dict[int, str] = {}
    doubled = [at for at in _doubled(listed.text) if listed.text[at] not in REDUPLICATED]
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for text in printed if doubled else ():
        texts[key(text)].append(text)
    having = _places_in_names(texts, listed.text, doubled)
    for place in doubled:
        keys = (listed.text[max(0, place - 1) : place + 1], listed.text[place])
        likely = itertools.chain.from_iterable(having.get(one, ()) for one in keys)
        for name, at in itertools.islice(likely, _TRIED):
            first = place - at
            words = listed.text[first : first + len(name) + 1] if first >= 0 else ""
            whole = words == name[:at] + listed.text[place] + name[at:]
            alone = whole and listed.text.count(name) == words.count(name)
            if (
                alone
                and listed.stand_apart(first, len(name) + 1)
                and not all(map(signs, texts[name]))
            ):
                found[place] = name
    for place, name in sorted(found.items(), reverse=True):
        made = made or list(lines)
        row, column = listed.column(place)
        _take_out(made, row, column, ledger)
        ledger.doubt("TOC004", lines[row].number, listed=lines[row].text.strip(), printed=name)
    return made if made is not None else lines


def _places_in_names(
    names: Iterable[str], text: str, doubled: Sequence[int]
) -> Mapping[str, Sequence[tuple[str, int]]]:
    """Where the doubled characters of a text stand in names: by the pair that ends with one, or it alone at the head."""
    pairs = {text[at - 1 : at + 1] for at in doubled if at}
    heads = {text[at] for at in doubled}
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in names:
        if len(name) < _LEAST:
            continue
        if name[0] in heads:
            found[name[0]].append((name, 0))
        for at in range(1, len(name)):
            if name[at - 1 : at + 1] in pairs:
                found[name[at - 1 : at + 1]].append((name, at))
    return found


def _doubled(text: str) -> Iterator[int]:
    """The places of Chinese characters that stand again right behind."""
    for at in range(len(text) - 1):
        if text[at] == text[at + 1] and is_han(text[at]):
            yield at


def _take_out(made: list[Line], at: int, column: int, ledger: Ledger) -> None:
    line = made[at]
    ledger.changes.append(Change(line.number, column, line.text[column], "", RULE))
    made[at] = line._replace(text=line.text[:column] + line.text[column + 1 :])
