"""Contents whose sections are paragraphs: ●主跑道：3 标题（作者）／4 标题（作者）……, wrapped as text is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from converter import patterns as re
from converter.hanzi import HAN
from converter.source import Line
from converter.values import NamedTuple

_TITLE = rf"[ \t\u3000]*(?=[{HAN}“《‘「『])"
_OPENS = re.compile(
    rf"^\s*(?:[●■◆○◎▲★※►▶▪·•]\s*)?(?P<name>[{HAN}·]{{2,8}})\s*[：:]\s*(?P<rest>(?P<page>\d{{1,3}}){_TITLE}.*)$"
)
_PARTS = re.compile(rf"\s*[／/；;]\s*(?=\d{{1,3}}{_TITLE})")
_OTHER = re.compile(rf"^\s*[{HAN}]{{2,6}}[：:]")
"""封面：某某摄, below the last section."""
_FEWEST = 3
"""So many sections, and so many of them with more than an entry or a line, make contents."""
_SEVERAL = 2
_FIRST = 400
"""Lines among which the contents are."""


class _Run(NamedTuple):
    """The paragraph of a section."""

    name: str
    page: int
    at: int
    """Where its first line stands."""
    own: list[Line]
    """Its lines, without the name and the mark before it."""


class Left(NamedTuple):
    """What is made of some lines, where signs between entries are left out."""

    line: int
    text: str
    kept: str


def with_sections_apart(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Left]]:
    """The lines, in which each section and each entry of such contents has a line of its own.

    Returns them, and what was left out of each paragraph.
    """
    runs = list(_runs(lines))
    if len(runs) < _FEWEST or any(one.page > other.page for one, other in pairwise(runs)):
        return lines, []
    parts = [_entries(run.own) for run in runs]
    if any(entry.text.endswith("。") for entries in parts for entry in entries):
        return lines, []  # 联采：3月起共86柜。: figures, and no pages
    wrapped = sum(len(run.own) > 1 or len(part) > 1 for run, part in zip(runs, parts, strict=True))
    if wrapped < _SEVERAL:
        return lines, []
    made: dict[int, list[Line]] = {}
    left: list[Left] = []
    for run, entries in zip(runs, parts, strict=True):
        first, last = lines[run.at].number, run.own[-1].number
        made |= {at: [] for at in range(run.at, run.at + len(run.own))}
        made[run.at] = [Line(first, ""), Line(first, run.name), *entries, Line(last, "")]
        whole = "".join(line.text for line in lines[run.at : run.at + len(run.own)])
        left.append(Left(first, whole, "".join((run.name, *(entry.text for entry in entries)))))
    return [new for at, line in enumerate(lines) for new in made.get(at, [line])], left


def _runs(lines: Sequence[Line]) -> Iterator[_Run]:
    """The paragraphs of sections; a blank line or a line with another label ends the last one."""
    at, limit = 0, min(len(lines), _FIRST)
    while at < limit:
        hit = _OPENS.match(lines[at].text)
        if hit is None:
            at += 1
            continue
        own = [Line(lines[at].number, hit["rest"])]
        end = at + 1
        while end < limit and not lines[end].blank and not _ends(lines[end].text):
            own.append(Line(lines[end].number, lines[end].text.strip()))
            end += 1
        yield _Run(hit["name"], int(hit["page"]), at, own)
        at = end


def _ends(text: str) -> bool:
    return _OPENS.match(text) is not None or _OTHER.match(text) is not None


def _entries(own: Sequence[Line]) -> list[Line]:
    """The entries of a section, each with the number of the line on which it begins."""
    text = "".join(line.text for line in own)
    begins = [0, *accumulate(len(line.text) for line in own[:-1])]
    cuts = [hit.span() for hit in _PARTS.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [
        Line(own[bisect_right(begins, start) - 1].number, text[start:end].strip())
        for start, end in zip(starts, ends, strict=True)
    ]
