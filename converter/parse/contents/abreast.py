"""Two entries side by side with one blank between, and their sections side by side above them.

家长 教研 / 4　标题 6　标题 / 某某 某某: no wide blank parts the columns, and most of the contents
have but one. The body has the titles and the names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
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
