"""Two entries side by side with one blank between, and their sections side by side above them.

家长 教研 / 4　标题 6　标题 / 某某 某某: no wide blank parts the columns, and most of the contents
have but one. The body has the titles and the names.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import LEADER, PAGE_FIRST, page_number, split_leader
from converter.parse.contents.sections import titles_of
from converter.source import Line

_PAGE = r"[\dlIO]{1,3}[ \u3000]+"
_PAIR = re.compile(
    rf"^\s*(?P<one>{_PAGE}[{HAN}“《「].*?\S)[ \u3000]+(?P<other>(?=[lIO]*\d){_PAGE}[{HAN}“《「].*\S)\s*$"
)
_NAMES = re.compile(rf"^\s*(?P<one>[{HAN}]{{2,8}})[ \u3000]+(?P<other>[{HAN}]{{2,8}})\s*$")
_PEOPLE = re.compile(rf"^[{HAN}]{{1,4}}(?: [{HAN}]{{1,4}}){{0,5}}$")
"""Names, be one of them a word as well: 田 野."""
_LONGEST = 120
"""The most characters of such a line."""


def with_pairs_parted(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, with such entries one under the other, each below its own section."""
    out: list[Line] = []
    below = -1
    for at, line in enumerate(lines):
        if at == below:
            continue
        pair = _PAIR.match(line.text) if len(line.text) <= _LONGEST else None
        names = _NAMES.match(lines[at - 1].text) if pair is not None and at else None
        rest = lines[at + 1].text if at + 1 < len(lines) else ""
        if pair is None or names is None or not _is_told(pair, names, rest, body):
            out.append(line)
            continue
        out.pop()
        heads = _NAMES.match(rest) and at + 2 < len(lines) and _PAIR.match(lines[at + 2].text)
        under = None if heads else _shared(rest)
        below = at + 1 if under is not None else below
        for side, more in zip(("one", "other"), under or ("", ""), strict=True):
            numbered = [(at - 1, names[side]), (at, pair[side]), (at + 1, more), (at, "")]
            out += [Line(lines[row].number, text) for row, text in numbered if text or row == at]
    return out


_BRACKETED = re.compile(
    rf"[ \u3000]*(?P<entry>[{HAN}“《「][^（）()]*?[ \u3000…·.．]*[（(]\d{{1,3}}[）)])(?=[ \u3000]|$)"
)
"""标题（46）: an entry with its page in brackets behind it."""


def with_bracketed_pages_apart(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """标题（46）　标题（47）: the news of a page on one line, each brought to a line of its own.

    The body has all of the titles.
    """
    out: list[Line] = []
    for line in lines:
        found = list(_BRACKETED.finditer(line.text)) if len(line.text) <= _LONGEST else []
        whole = "".join(hit[0] for hit in found) == line.text.rstrip()
        told = len(found) >= _TWO and whole
        if not told or not all(_opens_with_title(hit["entry"], body) for hit in found):
            out.append(line)
            continue
        out += [Line(line.number, hit["entry"]) for hit in found]
    return out


def _opens_with_title(entry: str, body: BodyIndex) -> bool:
    title = re.split("[ \u3000…·.．]*[（(]", entry)[0]
    return any(body.exact[key(one)] for one in (title, *titles_of(title)))


_GUTTER = re.compile(r"\s*\t\s*|[ \u3000]{2,}|\u3000")


def with_titles_abreast(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """标题　　标题 in line after line without pages: one column under the other.

    The body has either title on a line of its own, and not one right below the other. Down each
    column or across, the titles stand as they do in the body.
    """
    found: dict[int, tuple[str, str]] = {}
    for at, line in enumerate(lines):
        cells = _GUTTER.split(line.text.strip())
        two = (cells[0], cells[1]) if len(cells) == _TWO else None
        if two is not None and _are_titles(two, body):
            found[at] = two
    if len(found) < _TWO:
        return lines
    down = [body.place(found[at][side]) for side in (0, 1) for at in found]
    across = [body.place(cell) for two in found.values() for cell in two]
    if _leaps(across) < _leaps(down):
        return [
            Line(line.number, cell)
            for at, line in enumerate(lines)
            for cell in found.get(at, (line.text,))
        ]
    last = max(found)
    left = [
        Line(line.number, found[at][0]) if at in found else line
        for at, line in enumerate(lines[: last + 1])
    ]
    # A last line of one title is of the left column, the longer one.
    rest = list(lines[last + 1 :])
    if rest and not rest[0].blank and body.is_title(key(rest[0].text)):
        left.append(rest.pop(0))
    return [*left, *(Line(lines[at].number, found[at][1]) for at in found), *rest]


_TWO = 2


def _are_titles(cells: tuple[str, str], body: BodyIndex) -> bool:
    """True for two titles of the body, each on lines of its own there."""
    if not all(has_han(cell) and len(key(cell)) > 1 and body.knows(cell) for cell in cells):
        return False
    if any(split_names(cell) for cell in cells) or body.stands_above(*cells):
        return False
    # 某某宣传部　标题 ……22: a house over no column, which signs under that title.
    lines = [line for title in titles_of(cells[1]) for line in (title, title.split()[-1])]
    return not any(body.is_signed(line, cells[0]) for line in lines)


def _leaps(places: Sequence[int]) -> int:
    """How often what stands below here stands above in the body."""
    return sum(one > other >= 0 for one, other in itertools.pairwise(places))


def _is_told(pair: re.Match[str], names: re.Match[str], rest: str, body: BodyIndex) -> bool:
    """True if the body has both titles and one of the names at least, and the pages rise."""
    hits = [PAGE_FIRST.match(pair[side]) for side in ("one", "other")]
    pages = [page_number(hit["page"]) if hit is not None else "" for hit in hits]
    if not all(page.isdecimal() for page in pages) or int(pages[0]) > int(pages[1]):
        return False
    if not any(
        body.stands_alone(names[side]) or body.heads(names[side]) for side in names.groupdict()
    ):
        return False
    return all(hit is not None and _has_title(hit["rest"], rest, body) for hit in hits)


def _has_title(text: str, rest: str, body: BodyIndex) -> bool:
    """True if the body has the title of an entry, of which ``rest`` may be the second line."""
    title = split_leader(text)[0]
    whole = any(body.exact[key(one)] for one in (title, *titles_of(text)) if len(key(one)) > 1)
    return whole or body.stands_above(title, rest)


def _shared(text: str) -> tuple[str, str] | None:
    """Of a line below two entries what belongs to each: ……某某 某某, ``None`` if it is none.

    A leader stands before the author of the left one, perhaps behind more of its title.
    """
    if PAGE_FIRST.match(text):
        return None
    leader = LEADER.search(text)
    start = leader.end() if leader is not None else 0
    for left, right in _splits(text[start:].split()):
        one = split_names(left)
        signs = split_names(right) is not None or _PEOPLE.match(right) is not None
        if one is not None and len(one) == 1 and signs:
            return text[:start] + left, right
    return None


def _splits(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for count in range(1, len(words)):
        yield " ".join(words[:count]), " ".join(words[count:])
