"""Names of sections in frames of other kinds, brought to the one that most contents have: 【特稿】."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from converter import patterns as re
from converter.hanzi import HAN, key, number, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_FIRST, PAGE_LAST, PAGE_ONLY
from converter.source import Line

_NAME = rf"[{HAN}A-Za-z·](?:[\s{HAN}A-Za-z·&]*[{HAN}A-Za-z])?"
_FRAMES = {
    "dash": rf"[—─－]{{1,3}}\s*(?P<dash>{_NAME})\s*[—─－]{{1,3}}",
    "round": rf"[（(]\s*(?P<round>{_NAME})\s*[）)]",
    "quote": rf"[“「『\"〈]\s*(?P<quote>{_NAME})\s*[”」』\"〉]",
    "ruled": rf"[─━═—=_–－*~-]{{4,}}\s*(?P<ruled>{_NAME})\s*[─━═—=_–－*~-]*",
    "before": rf"(?P<before>{_NAME})\s*[─━═—=_–－*~-]{{4,}}",
    "rule": rf"[=＝~～_/／]{{1,3}}\s*(?P<rule>{_NAME})\s*[=＝~～_/／]{{1,3}}",
    "colon": rf"(?P<colon>{_NAME})\s*[：:]",
    "bars": rf"[|｜丨│┃]\s*(?P<bars>{_NAME})\s*[|｜丨│┃]",
    "bar": rf"[|｜]\s*(?P<bar>{_NAME})",
    "number": rf"(?P<value>[一二三四五六七八九十]{{1,3}})\s*[、.．]\s*(?P<number>{_NAME})",
}
_FRAMED = re.compile(rf"^\s*(?:{'|'.join(_FRAMES.values())})\s*$")
_LONGEST = 10
"""The most em of the name of a section."""
_FRAMED_LINE = 60
"""The most characters of a name with its frame, be that a rule."""
_FEWEST = 2
"""So many names in one kind of frame are no chance."""


_UPRIGHT = 6
"""The most characters of a name set upright."""
_CHARACTER = re.compile(rf"^\s*(?P<char>[{HAN}])(?:[ \t\u3000]+(?P<rest>[{HAN}“‘《「].+))?$")
_Told = tuple[Line, "re.Match[str] | None"]


def with_level_names(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """中, 篇, 小, 说 under one another, as names are set upright beside their entries: 【中篇小说】.

    OCR reads them before the entries, or each character at the head of a line of theirs: then
    the body must have the name.
    """
    told: list[_Told] = [(line, _CHARACTER.match(line.text)) for line in lines]
    if sum(hit is not None for _, hit in told) < 2 * _FEWEST:
        return lines
    out: list[Line] = []
    names = 0
    for name, run in _upright(told, body):
        if not 1 < len(name) <= _UPRIGHT:
            out += [line for line, _ in run]
            continue
        names += 1
        first = run[0][0].number
        out += [Line(first, ""), Line(first, f"【{name}】")]
        out += [Line(line.number, (hit["rest"] or "") if hit else "") for line, hit in run]
    return out if names >= _FEWEST else lines


def _upright(told: Iterable[_Told], body: BodyIndex) -> Iterable[tuple[str, list[_Told]]]:
    """The lines in runs, each with the name that the characters in it make, "" for none."""
    for upright, group in groupby(told, lambda one: one[1] is not None or one[0].blank):
        run = list(group)
        if not upright or body.exact[_name(run)]:
            yield _name(run), run
            continue
        for _, block in groupby(run, lambda one: one[0].blank):
            own = list(block)
            led = any(hit is not None and hit["rest"] for _, hit in own)
            yield "" if led and not body.exact[_name(own)] else _name(own), own


def _name(run: Iterable[_Told]) -> str:
    return "".join(hit["char"] for _, hit in run if hit is not None)


def with_plain_frames(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """—— 特稿 ——, ────── 特稿, （特稿）, “特稿”, == 特稿 ==, 特稿： and 一、特稿 on lines of their own: 【特稿】."""
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    numbers: list[int] = []
    for at, line in enumerate(lines):
        hit = _FRAMED.match(line.text) if 0 < len(line.text) <= _FRAMED_LINE else None
        kind = next((kind for kind in _FRAMES if hit is not None and hit[kind]), "")
        if hit is None or width(hit[kind]) > _LONGEST or split_names(hit[kind]) is not None:
            continue
        if kind == "number":
            numbers.append(number(hit["value"]) or 0)
        found[kind][at] = hit[kind]
    if numbers != list(range(1, len(numbers) + 1)) or any(
        body.exact[key(lines[at].text)] for at in found["number"]
    ):
        del found["number"]
    if any(line.text.count("|") > 1 for line in lines):
        found.pop("bar", None)  # of a table that has lost its other bars
    paged = next((at for at, line in enumerate(lines) if _has_page(line.text)), len(lines))
    names: dict[int, str] = {}
    for places in found.values():
        # Below titles they are subtitles; the first entry has the name of its section above it.
        if len(places) >= _FEWEST and min(places) < paged:
            names |= places
    return [
        Line(line.number, f"【{names[at]}】") if at in names else line
        for at, line in enumerate(lines)
    ]


def _has_page(text: str) -> bool:
    return any(form.match(text) is not None for form in (PAGE_LAST, PAGE_FIRST, PAGE_ONLY))
