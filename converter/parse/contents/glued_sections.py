"""Contents read once more with a section parted from the entry to which OCR has joined it.

标题 某某（6） 医案 and 医案 标题 某某（6） may as well be printed so: 医案 may be who has signed, the end
of a title or its first line. So such contents are read both ways, and the parted one is kept where
the body accounts for it better.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, is_han, key
from converter.names import is_body, is_office, split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.people import names_part_played
from converter.parse.contents.raw import RawContents
from converter.parse.contents.sections import titles_of
from converter.parse.section_names import is_common_section
from converter.segment.regions import is_contents_heading
from converter.segment.regions.entries import entry_like
from converter.source import Line
from converter.values import NamedTuple, dataclass

_MARKS = "·•●■◆★☆※◇□▲▌▎#*【[〔《「"
_PLAIN = (
    rf"[{HAN}]{{2,8}}|[{HAN}]{{1,4}}[·|｜][{HAN}]{{1,6}}|[{HAN}](?:[ \u3000]{{1,3}}[{HAN}]){{1,5}}"
)
"""The name of a section, letter-spaced perhaps."""
_ENGLISH = r"(?:[ \u3000]+[A-Z][A-Z &'’]+)?"
_MARKED = rf"[{re.escape(_MARKS)}]{{1,2}}[ \u3000#*]*(?:{_PLAIN}){_ENGLISH}[ \u3000]*[·•●■◆★☆※◇□▲*】\]〕》」]*"
_NAME = rf"(?:{_MARKED}|(?:{_PLAIN}){_ENGLISH})"
"""☆某某, ·某某·, **某某**, 某某 NAME: with the marks and the English that names of sections have."""
_ALONE = re.compile(rf"^\s*{_NAME}\s*$")
_BEHIND = re.compile(
    rf"^(?P<entry>.*\S)(?:[ \u3000]{{1,2}}|(?=[{re.escape(_MARKS)}]))(?P<name>{_NAME})$"
)
_BEHIND_PAGE = re.compile(
    rf"^(?P<entry>.*[{HAN}].*(?:[（(]\d{{1,3}}[）)]|[ \u3000.．…·／/]\d{{1,3}}))(?![班组組队隊])[ \u3000]{{0,2}}(?P<name>{_NAME})$"
)
_BEHIND_TIGHT = re.compile(rf"^(?P<entry>.*[{HAN}].*[^{HAN}])(?P<word>[{HAN}]{{4,10}})$")
_BEFORE = re.compile(rf"^\s*(?P<name>{_NAME})(?:[ \u3000]{{1,2}}|(?=[Pp]?\d))(?P<entry>\S.*)$")
_PAGE_LAST = re.compile(r"[\s.．…·／/（(]\d{1,3}[）)]?\s*$")
_PAGES = 3
"""So many entries with their pages at their ends are no chance."""
_MOST, _SELDOM = 3, 4
"""So many lines at most are joined by accident, of so many lines one."""
_LONGEST = 400
"""Lines of contents that are read but once."""
_TRIED = 6
"""So many lines are tried."""
_NEAR = 6
"""Lines below, blank ones among them, in which the next entry begins."""
_UNKNOWN, _SURE, _BEHIND_ITS_PAGE = 0.4, -0.6, -2.5
"""By how much the parted reading must be better, by what tells that the words are a name."""


class Reading(NamedTuple):
    """Contents as read, and how much of them is left to be explained."""

    contents: RawContents
    cost: float


class Joint(NamedTuple):
    """A line that may be a section and an entry: its place, the two parts, and which is the name."""

    at: int
    parts: tuple[str, str]
    name: str
    gain: float
    """By how much the parted reading must be better."""


def or_parted(
    lines: Sequence[Line], body: BodyIndex, read: Callable[[Sequence[Line]], Reading]
) -> Reading:
    """The contents as they are read, or with sections parted from entries where that is better."""
    best = read(lines)
    for _ in range(_MOST if len(lines) <= _LONGEST else 0):
        read_so = [
            (other.cost, made, other)
            for joint in joints_of(lines, body)
            if _is_better(other := read(made := with_parts(lines, joint)), best, joint)
        ]
        if not read_so:
            break
        _, lines, best = min(read_so, key=lambda one: one[0])
    return best


def _is_better(other: Reading, best: Reading, joint: Joint) -> bool:
    """True if the body accounts for more, and what was parted is a section.

    Where it accounts for no more, no other section may be lost.
    """
    names = {_bare(section.name) for section in other.contents.sections}
    if _bare(joint.name) not in names or other.cost >= best.cost - joint.gain:
        return False
    before = {_bare(section.name) for section in best.contents.sections}
    return other.cost < best.cost or all(_bare(joint.name) in one for one in before - names)


def _bare(name: str) -> str:
    """The name of a section without its marks, its English and its letter-spacing."""
    return "".join(char for char in name if is_han(char))


def with_parts(lines: Sequence[Line], joint: Joint) -> list[Line]:
    """The lines, the joint one in two; blank lines about the name where such are about others."""
    number = lines[joint.at].number
    one, other = (Line(number, part) for part in joint.parts)
    over, under = ([Line(number, "")] if blank else [] for blank in _blanks(lines))
    made = [*over, one, *under, other] if joint.name == one.text else [one, *over, other, *under]
    return [*lines[: joint.at], *made, *lines[joint.at + 1 :]]


def _blanks(lines: Sequence[Line]) -> tuple[bool, bool]:
    """Whether blank lines stand above and below most names of sections."""
    alone = [at for at, line in enumerate(lines) if _ALONE.match(line.text)]
    over = sum(at > 0 and not lines[at - 1].text.strip() for at in alone)
    under = sum(at + 1 < len(lines) and not lines[at + 1].text.strip() for at in alone)
    return over * 2 > len(alone), under * 2 > len(alone)


@dataclass(frozen=True, slots=True)
class _Printed:
    """How the contents are printed, as far as their lines show."""

    marks: frozenset[str]
    """With which names of sections begin."""
    english: bool
    """Names of sections have English behind them."""
    pages_last: bool
    spaced: bool
    """Some are letter-spaced."""

    plain: int
    """The most characters of a name without a mark, 0 if all have marks."""

    def may_name(self, name: str) -> bool:
        """True for a name with a mark that others have; or that is common, or no longer than others without one."""
        if name[0] in _MARKS:
            return name[0] in self.marks
        return len(_bare(name)) <= self.plain or is_common_section(name)

    def marks_name(self, name: str) -> bool:
        """True for a name with a mark or with English, as others have them."""
        return name[0] in self.marks or (self.english and name[-1].isalpha() and name[-1].isascii())


def joints_of(lines: Sequence[Line], body: BodyIndex) -> list[Joint]:
    """The lines that may be a section and an entry, the last first; none where many are, as they are printed so."""
    alone = [line.text.strip() for line in lines if _ALONE.match(line.text)]
    alone = [text for text in alone if not is_contents_heading(text)]
    if len(alone) < _FEWEST and not any(text[0] in _MARKS for text in alone):
        return []
    last = sum(
        _PAGE_LAST.search(line.text) is not None or _BEHIND_PAGE.match(line.text) is not None
        for line in lines
    )
    printed = _Printed(
        frozenset(text[0] for text in alone if text[0] in _MARKS),
        any(text.rstrip("* ")[-1:].isascii() for text in alone),
        last >= _PAGES,
        any(_is_spaced(text) for text in alone),
        max((max(_USUAL, len(_bare(text))) for text in alone if text[0] not in _MARKS), default=0),
    )
    found = [
        joint
        for at, line in enumerate(lines)
        if line.text.strip()[:1] != "|"
        and not (_ALONE.match(line.text) or is_contents_heading(line.text))
        for joint in _joints(lines, at, body, printed)
        if printed.may_name(joint.name)
    ]
    columns = [joint for joint in found if joint.gain > 0 and joint.parts[0] == joint.name]
    if len(columns) >= _FEWEST:
        found = [joint for joint in found if joint not in columns]
    found = [joint for joint in found if joint.gain < math.inf]
    sure = sum(joint.gain < 0 for joint in found)
    if sure > _MOST or sure > max(1, len(lines) // _SELDOM):
        return []
    found.sort(key=lambda joint: joint.gain)
    return sorted(found[:_TRIED], key=lambda joint: -joint.at)


_USUAL = 4
"""Characters that most names of sections have at most."""
_FEWEST = 2
"""So many names on lines of their own show how they are printed."""


def _joints(lines: Sequence[Line], at: int, body: BodyIndex, printed: _Printed) -> Iterator[Joint]:
    """The ways in which a line may be two."""
    text = lines[at].text.rstrip()
    below = (one.text for one in lines[at + 1 : at + 1 + _NEAR] if has_han(one.text))
    following = next(below, "")
    if _is_entry(following, body):
        for entry, name, paged in _ends(text, following, body, printed):
            gain = _gain(name, following, body, printed)
            if paged and (gain < 0 or not _is_somebody(_bare(name))):
                gain = _BEHIND_ITS_PAGE
            if _is_joint(text, entry, name, body) and (
                gain < 0 or _is_new(name, entry, body, printed)
            ):
                yield Joint(at, (entry, name), name, gain)
    led = _stands_below_name(lines, at)
    for name, entry in _starts(text, body):
        gain = _gain(name, entry, body, printed)
        if _is_joint(text, entry, name, body) and (gain < 0 or _is_new(name, entry, body, printed)):
            yield Joint(at, (name, entry), name, math.inf if led else gain)


def _stands_below_name(lines: Sequence[Line], at: int) -> bool:
    """True for the first entry of a section: what stands before its title is the name of a column."""
    over = (one.text for one in reversed(lines[max(0, at - _NEAR) : at]) if has_han(one.text))
    above = next(over, "")
    return _ALONE.match(above) is not None and not is_contents_heading(above)


def _ends(
    text: str, following: str, body: BodyIndex, printed: _Printed
) -> Iterator[tuple[str, str, bool]]:
    """What may be an entry and the name of the next section behind it, and if a page parts them."""
    hit = _BEHIND_PAGE.match(text) if printed.pages_last else None
    if hit is not None:
        yield hit["entry"], hit["name"], True
        return
    hit = _BEHIND_TIGHT.match(text)
    sizes = tuple(_sizes(hit, following, body)) if hit is not None else ()
    if sizes:
        yield from ((text[:-size], text[-size:], False) for size in sizes)
    elif (hit := _BEHIND.match(text)) is not None:
        yield hit["entry"], hit["name"], False


def _sizes(hit: re.Match[str], following: str, body: BodyIndex) -> Iterator[int]:
    """How long the name is that no blank parts from the entry before it: one that is told, or stands behind who has signed."""
    text, word = hit.string, hit["word"]
    sizes = range(2, min(len(word), len(text) - 2, _LONGEST_NAME) + 1)
    titles = titles_of(hit["entry"]) if not body.names(key(word)) else []
    signed = (
        size
        for size in sizes
        if size + 1 < len(word) and any(body.is_signed(one, word[:-size]) for one in titles)
    )
    told = (
        size
        for size in reversed(sizes)
        if (size == len(word) or _is_somebody(word[:-size]) or body.exact[key(word[:-size])])
        and _is_told(text[-size:], following, body)
    )
    yield from itertools.islice(itertools.chain(signed, told), 1)


def _starts(text: str, body: BodyIndex) -> Iterator[tuple[str, str]]:
    """What may be the name of a section and its first entry behind it."""
    hit = _BEFORE.match(text)
    if hit is not None:
        if _has_title(hit["entry"], body):
            yield hit["name"], hit["entry"]
        return
    yield from _tight_starts(text.strip(), body)


def _tight_starts(text: str, body: BodyIndex) -> Iterator[tuple[str, str]]:
    """The same where no blank parts them: what is left of a title that the body has."""
    plain = text.lstrip(f"{_MARKS} ")
    mark = text[: len(text) - len(plain)]
    sizes = range(2, _LONGEST_NAME + 1) if all(map(is_han, plain[:_SHORTEST])) else ()
    titles = [key(one) for one in titles_of(plain)] if sizes else []
    if any(body.exact[one] for one in titles):
        return
    for size in sizes:
        if plain[size : size + 1] not in tuple("—：: ·・") and any(
            len(one) >= size + _TITLE and body.exact[one[size:]] for one in titles
        ):
            yield mark + plain[:size], plain[size:]
            return


_SHORTEST, _LONGEST_NAME = 4, 6
"""Characters with which such a line begins, and of a name that no blank parts from the title."""
_TITLE = 5
"""Characters of a title that is no chance."""


def _gain(name: str, entry: str, body: BodyIndex, printed: _Printed) -> float:
    """By how much a reading with the section over the entry must be better."""
    return _SURE if printed.marks_name(name) or _is_told(name, entry, body) else _UNKNOWN


def _is_told(name: str, entry: str, body: BodyIndex) -> bool:
    """True for a name that many sections have, or that the body has over the title of the entry."""
    name = _bare(name)
    if is_common_section(name):
        return True
    if not body.exact[key(name)] or body.is_over_names(key(name)) or _is_somebody(name):
        return False
    return body.heads(name) or any(
        body.stands_above(name, one) or body.stands_over(name, one)
        for one in titles_of(entry.strip())
    )


def _is_new(name: str, entry: str, body: BodyIndex, printed: _Printed) -> bool:
    """True for words that the body has nowhere beside a title that it has, and that are no person and no house."""
    own = _bare(name)
    if body.exact[key(own)] or _is_somebody(own) or (_is_spaced(name) and not printed.spaced):
        return False
    return any(len(one) >= _TITLE and body.names(one) for one in map(key, titles_of(entry)))


def _is_somebody(name: str) -> bool:
    return split_names(name) is not None or is_body(name) or is_office(name)


def _is_spaced(name: str) -> bool:
    """True for a letter-spaced name."""
    words = name.strip(f"{_MARKS} \u3000").split()
    return len(words) > 1 and all(len(word) == 1 for word in words)


def _is_joint(text: str, entry: str, name: str, body: BodyIndex) -> bool:
    """True where no title of the body ends or begins with the name, and the entry is no name alone."""
    own = _bare(name)
    if not has_han(entry) or (names_part_played(own) and split_names(entry) is not None):
        return False
    titles = {key(one) for one in titles_of(text.strip())} - {own}
    return not any(body.exact[one] and (one.endswith(own) or one.startswith(own)) for one in titles)


def _is_entry(text: str, body: BodyIndex) -> bool:
    """True for a line, or the cell of a row, with a title that the body has, or with its page."""
    cells = (cell for cell in text.split("|") if has_han(cell))
    return any(entry_like(cell) or _has_title(cell, body) for cell in cells)


def _has_title(text: str, body: BodyIndex) -> bool:
    """True for a title that the body has, and that is no house."""
    titles = [
        one for one in titles_of(text.strip()) if body.is_title(key(one)) or body.opens(key(one))
    ]
    return bool(titles) and not any(is_body(one) or is_office(one) for one in titles)
