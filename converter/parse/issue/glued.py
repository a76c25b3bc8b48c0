"""Headings that the OCR has glued to the paragraph below them.

三、让旧船下水一是清淤。……: the others of its series stand on lines of their own, and this one ends
where they would: before the first of its points, or with the words with which all of them end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, number, width
from converter.parse.headings import is_heading_text
from converter.source import Line

_NUMBERED = re.compile(
    r"^\s*(?:(?P<section>[一二三四五六七八九十]{1,2})、|[（(](?P<part>[一二三四五六七八九十]{1,2})[）)])\s*(?=\S)"
)
_POINT = re.compile(
    r"^(?P<head>[^。！？；]{4,40}?[^。！？；，、：\d])(?=(?:一是|一要|第一，|首先，)[^。]{2,})"
)
_HEADING, _PARAGRAPH = 40, 30
"""Em of the longest heading, and of the shortest line that has a paragraph as well."""
_FELLOWS, _SHARED = 2, 3
"""So many headings that end with so many characters of the same tell where another one ends."""
_OWN = 4
"""Characters of a heading beside those that it shares."""


def with_headings_apart(body: Sequence[Line]) -> list[Line]:
    """The lines, of which those of a heading and a paragraph are two, with a blank one between."""
    cuts: dict[int, int] = {}
    for series in _series(body):
        alone = [body[at].text.strip() for at in series if _is_heading(body[at].text)]
        for at in series:
            text = body[at].text
            if alone and width(text) > _PARAGRAPH and not _is_heading(text):
                cuts[at] = _end_of_heading(text.rstrip(), alone)
    if not any(cuts.values()):
        return list(body)
    made: list[Line] = []
    for at, line in enumerate(body):
        if end := cuts.get(at, 0):
            head, rest = line.text[:end], line.text[end:]
            made += [line._replace(text=head), Line(line.number, ""), Line(line.number, rest)]
        else:
            made.append(line)
    return made


def _series(body: Sequence[Line]) -> Iterator[list[int]]:
    """The places of the lines that are numbered alike, from 一 to the next 一."""
    runs: dict[str, list[int]] = {"section": [], "part": []}
    for at, line in enumerate(body):
        hit = _NUMBERED.match(line.text)
        if hit is None:
            continue
        kind = "section" if hit["section"] else "part"
        if number(hit[kind]) == 1 and runs[kind]:
            yield runs[kind]
            runs[kind] = []
        runs[kind].append(at)
    yield from filter(None, runs.values())


def _is_heading(text: str) -> bool:
    return width(text) <= _HEADING and is_heading_text(text.strip())


def _end_of_heading(text: str, alone: Sequence[str]) -> int:
    """Where the heading at the beginning of a text ends, 0 if nothing tells."""
    if (hit := _POINT.match(text)) is not None and width(hit["head"]) <= _HEADING:
        return hit.end("head")
    ending = _common_ending(alone) if len(alone) >= _FELLOWS else ""
    for first in range(len(ending) - _SHARED + 1):
        at = text.find(ending[first:], _OWN, 2 * _HEADING)
        if at < 0:
            continue
        end = at + len(ending) - first
        goes_on = re.match(f"[{HAN}“《]", text[end:]) is not None
        return end if goes_on and _is_heading(text[:end]) else 0
    return 0


def _common_ending(texts: Sequence[str]) -> str:
    """The characters with which all of some texts end."""
    size = 0
    while all(len(text) > size for text in texts) and len({text[-1 - size] for text in texts}) == 1:
        size += 1
    return texts[0][len(texts[0]) - size :]
