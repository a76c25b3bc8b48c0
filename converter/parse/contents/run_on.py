"""Contents whose sections are paragraphs: ●主跑道：3 标题（作者）／4 标题（作者）……, wrapped as text is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN
from converter.source import Line

_ENTRY = rf"\d{{1,3}}[ \t\u3000]*(?=[{HAN}“《‘「『])"
_OPENS = re.compile(
    rf"^\s*(?P<mark>[●■◆○◎▲★※►▶▪·•]?)\s*(?P<name>[{HAN}·]{{2,8}})\s*(?P<colon>[：:])\s*(?P<rest>{_ENTRY}.*)$"
)
_PARTS = re.compile(rf"\s*[／/；;]\s*(?={_ENTRY})")
_OTHER = re.compile(rf"^\s*[{HAN}]{{2,6}}[：:]")
"""封面：某某摄, below the last section."""
_FEWEST = 3
"""So many sections, and so many of them with more than an entry or a line, make contents."""
_SEVERAL = 2
_FIRST = 400
"""Lines among which the contents are."""

Run = tuple[str, int, list[Line]]
"""The name of a section, its place, and the lines of its entries without name and mark."""


def with_sections_apart(lines: Sequence[Line]) -> tuple[Sequence[Line], list[tuple[int, str]]]:
    """The lines, in which each section and each entry of such contents has a line of its own.

    Returns them, and the signs that are left out, by the numbers of their lines.
    """
    runs = list(_runs(lines))
    pages = [int(re.match(r"\d+", run[2][0].text.lstrip())[0]) for run in runs]  # type: ignore[index]
    if len(runs) < _FEWEST or any(one > other for one, other in pairwise(pages)):
        return lines, []
    parts = [_entries(run[2]) for run in runs]
    wrapped = sum(len(run[2]) > 1 or len(part) > 1 for run, part in zip(runs, parts, strict=True))
    if wrapped < _SEVERAL:
        return lines, []
    made: dict[int, list[Line]] = {}
    dropped: list[tuple[int, str]] = []
    for (name, at, own), entries in zip(runs, parts, strict=True):
        first = lines[at].number
        made[at] = [Line(first, ""), Line(first, name), *entries, Line(own[-1].number, "")]
        made |= {at + more: [] for more in range(1, len(own))}
        kept = f"{name}{''.join(entry.text for entry in entries)}"
        whole = "".join(line.text for line in lines[at : at + len(own)])
        dropped += [(first, sign) for sign in _left_out(whole, kept)]
    return [new for at, line in enumerate(lines) for new in made.get(at, [line])], dropped


def _runs(lines: Sequence[Line]) -> Iterator[Run]:
    """The paragraphs of sections; a blank line or a line with another label ends the last one."""
    at, limit = 0, min(len(lines), _FIRST)
    while at < limit:
        hit = (
            _OPENS.match(lines[at].text)
            if "：" in lines[at].text or ":" in lines[at].text
            else None
        )
        if hit is None:
            at += 1
            continue
        own = [Line(lines[at].number, hit["rest"])]
        end = at + 1
        while end < limit and not lines[end].blank and not _ends(lines[end].text):
            own.append(Line(lines[end].number, lines[end].text.strip()))
            end += 1
        yield hit["name"], at, own
        at = end


def _ends(text: str) -> bool:
    return _OPENS.match(text) is not None or _OTHER.match(text) is not None


def _entries(own: Sequence[Line]) -> list[Line]:
    """The entries of a section, each with the number of the line on which it begins."""
    text = "".join(line.text for line in own)
    starts = [0, *(hit.end() for hit in _PARTS.finditer(text))]
    ends = [*(hit.start() for hit in _PARTS.finditer(text)), len(text)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        place, number = 0, own[0].number
        for line in own:
            if place <= start:
                number = line.number
            place += len(line.text)
        found.append(Line(number, text[start:end].strip()))
    return found


def _left_out(whole: str, kept: str) -> list[str]:
    """The signs of a text that another, made of it, no longer has."""
    left = list("".join(kept.split()))
    out = []
    for char in "".join(whole.split()):
        if char in left:
            left.remove(char)
        else:
            out.append(char)
    return out
