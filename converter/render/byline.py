"""A byline as printed, cut into names, offices and what stands between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter import patterns as re
from converter.model import Byline, Mark, MarkKind, Text
from converter.names import split_names
from converter.names.works import PICTURES, WRITING, one_of
from converter.values import NamedTuple

_HEAD = re.compile(
    r"(?:^|(?<=[ \u3000]))"
    rf"(?:[\u4e00-\u9fff、·]{{1,4}} ?[/／|｜]|(?:{one_of(PICTURES | WRITING)}) ?[:：]) ?"
)
"""What somebody did, and the stroke or colon before who did it: 图/, 摄影 | , 整理："""
_DID = WRITING | PICTURES | {"作"}
"""What may stand behind a name: 贺川 著 冯可 译."""
_RAISED = re.compile(r"[1-9¹²³⁴⁵⁶⁷⁸⁹⁰*＊†‡][1-9¹²³⁴⁵⁶⁷⁸⁹⁰*＊†‡,，]*[ \u3000]*")
"""What calls for where a person works: 方晓禾¹ 田有余²."""
_GAP = "\u3000"
"""Between two persons, and between those who did one thing and those who did another."""


class Part(NamedTuple):
    """A stretch of a byline: "author", "contributor", "office", or "" for what stands between.

    Who took the pictures (图/谷雨田) is a contributor, who is set as the author is.
    A name that was letter-spaced in print (翟 健) is closed up, as screen readers need it; a
    whole em parts two names that follow each other, also where the one in print has been lost.
    """

    kind: str
    text: Text


def byline_parts(byline: Byline) -> tuple[Part, ...]:
    """The whole line, nothing left out; of a line that was never printed, its authors."""
    if not byline.text.value.strip():
        return _unprinted(byline)
    text, found = byline.text.value, list[tuple[int, int, str]]()
    for author in byline.authors:
        for kind, value in (("author", author.name), ("office", author.office)):
            for start, end in _places(value, text):
                if all(end <= other[0] or other[1] <= start for other in found):
                    found.append((start, end, kind))
                    break
    found += list(_credited(text, found))
    parts, last = list[Part](), 0
    for start, end, kind in sorted(found):
        if last < start:
            parts.append(Part("", _slice(byline.text, last, start)))
        elif parts and kind in _PERSONS and parts[-1].kind in (kind, "office"):
            parts.append(Part("", Text(" ")))
        parts.append(Part(kind, _closed_up(_slice(byline.text, start, end), kind)))
        last = end
    if last < len(text):
        parts.append(Part("", _slice(byline.text, last, len(text))))
    return tuple(_barred(part) for part in _set_apart(parts))


def byline_lines(bylines: Iterable[Byline]) -> Iterator[tuple[Part, ...]]:
    """The bylines as lines: an office that was printed over its name stands before it."""
    office: tuple[Part, ...] = ()
    for byline in bylines:
        parts = byline_parts(byline)
        if office and byline.authors and byline.authors[0].office == office[0].text.value:
            parts = (*office, Part("", Text(" ")), *parts)
        elif office:
            yield office
        alone = not byline.authors and len(parts) == 1
        office = (Part("office", parts[0].text),) if alone else ()
        if not alone:
            yield parts
    if office:
        yield office


def _barred(part: Part) -> Part:
    """文|本刊记者 with white on both sides of the stroke, as a full-width one has it."""
    told = part.text.value.rstrip()
    if part.kind or part.text.marks or len(told) < 2 or told[-1] != "|":
        return part
    return Part("", Text(f"{told[:-1].rstrip()} | "))


def _credited(text: str, found: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Those who are named behind what they did, where no author is."""
    heads = list(_HEAD.finditer(text))
    ends = (*(head.start() for head in heads[1:]), len(text))
    for head, end in zip(heads, ends, strict=False):
        named = re.split("[（(]", text[head.end() : end])[0].rstrip()
        stop = head.end() + len(named)
        # Nor is it a name what stands behind that of an author: 岑陌/发自汀阳.
        if not named or any(start < stop and head.start() < other for start, other, _ in found):
            continue
        for name in split_names(named) or (named,):
            start, other = next(_places(name, named), (0, len(named)))
            yield head.end() + start, head.end() + other, "contributor"


def _set_apart(parts: list[Part]) -> Iterator[Part]:
    """The parts with a whole em between persons, and before what the next ones did."""
    for at, part in enumerate(parts):
        rest = part.text.value.lstrip()
        raised = at and parts[at - 1].kind in _PERSONS and _RAISED.fullmatch(part.text.value)
        between = _between_persons(parts, at)
        if raised or _tells_what_was_done(parts, at):
            said = _slice(part.text, 0, len(part.text.value.rstrip()))
            yield Part("", _raised(said) if raised else said)
            if between and not said.value.endswith("，"):  # which has a blank of its own
                yield Part("", Text(_GAP))
        elif part.kind or at == 0 or rest == part.text.value:
            yield part
        elif rest and _HEAD.match(rest):
            length = len(part.text.value)
            yield Part("", Text(_GAP))
            yield Part("", _slice(part.text, length - len(rest), length))
        elif not rest and (_between_persons(parts, at) or _others_follow(parts, at)):
            yield Part("", Text(_GAP))
        else:
            yield part


def _raised(text: Text) -> Text:
    """方晓禾1 as 方晓禾¹, where OCR had the figure stand on the line."""
    figures = len(text.value.rstrip(",，"))
    if text.marks or not text.value[:1].isascii() or not text.value[:1].isdigit():
        return text
    return Text(text.value, (Mark(MarkKind.SUP, 0, figures),))


def _between_persons(parts: list[Part], at: int) -> bool:
    """Whether the parts on both sides are names."""
    sides = (parts[at - 1], *parts[at + 1 : at + 2]) if at else ()
    return len(sides) == 2 and all(side.kind in _PERSONS for side in sides)


def _tells_what_was_done(parts: list[Part], at: int) -> bool:
    """True of 著 in 贺川 著 冯可 译, where such a word stands behind the last name as well."""
    return (
        _between_persons(parts, at)
        and parts[at].text.value.endswith((" ", "\u3000"))
        and all(one.text.value.strip() in _DID for one in (parts[at], parts[-1]))
    )


def _others_follow(parts: list[Part], at: int) -> bool:
    """Whether those after the blank at ``at`` work elsewhere than those before it.

    Offices stand before their names, 本刊记者 贺川 实习生 冯可, or else behind them.
    """
    said = [_named(one) for one in parts[:at] if _says(one)]
    kinds = said + [_named(one) for one in parts[at:] if _says(one)]
    here = len(said)
    if kinds[:1] == ["author"]:
        return kinds[here - 1 : here + 1] == ["office", "author"]
    return kinds[here - 1 : here + 2] == ["author", "office", "author"]


_PERSONS = ("author", "contributor")


def _named(part: Part) -> str:
    """The kind of a part, contributors counted among the authors."""
    return "author" if part.kind in _PERSONS else part.kind


def _says(part: Part) -> bool:
    """True of all but blanks and strokes."""
    return any(char.isalnum() for char in part.text.value)


def _unprinted(byline: Byline) -> tuple[Part, ...]:
    """Authors whom no printed line names, as from a hand-made model."""
    parts = list[Part]()
    for author in byline.authors:
        for kind, value in (("office", author.office), ("author", author.name)):
            if value:
                if parts:
                    parts.append(Part("", Text(" ")))
                parts.append(Part(kind, Text(value)))
    return tuple(parts)


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands, which may be letter-spaced in print (翟 健)."""
    whole = "".join(name.split())
    places = [at for at, char in enumerate(text) if not char.isspace()]
    closed = "".join(text.split())
    at = closed.find(whole) if whole else -1
    while at >= 0:
        yield places[at], places[at + len(whole) - 1] + 1
        at = closed.find(whole, at + len(whole))


def _slice(text: Text, start: int, end: int) -> Text:
    """A stretch of a text with the marks that lie within it."""
    marks = tuple(
        Mark(mark.kind, mark.start - start, mark.end - start, mark.target)
        for mark in text.marks
        if start <= mark.start and mark.end <= end
    )
    return Text(text.value[start:end], marks)


def closed_up(name: str) -> str:
    """A letter-spaced name without its blanks (翟健 for 翟 健), as screen readers need it."""
    pieces = name.split()
    whole = "".join(pieces)
    # Four characters at most, a compound surname of two (欧阳 明): else they are two words.
    spaced = len(pieces) > 1 and len(whole) <= 4 and all(len(piece) <= 2 for piece in pieces)
    return whole if spaced and not any(char.isascii() for char in whole) else name


def _closed_up(text: Text, kind: str) -> Text:
    closed = closed_up(text.value) if kind in _PERSONS else text.value
    return text if closed == text.value else Text(closed)
