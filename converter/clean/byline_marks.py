"""Marks of bylines that OCR has misread: 口 某某 and @某某 among □ 某某, 文I某某 among 文/某某.

The other bylines of the issue have the mark, and who signs here stands elsewhere, in the contents
above all: then what is read in its place is the mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, key, squeeze, width
from converter.names import is_name, is_office, split_names
from converter.names.house import HOUSE
from converter.source import Line

_MARKS = "□■◎●○◇◆▲△☆★"
_READ_AS = "口囗回日曰田OoО0〇◯@ロDQ"
_BY = rf"(?P<by>[{HAN}][{HAN}A-Za-z·、\s]{{1,30}})"
_SIGNED = re.compile(rf"^\s*(?P<mark>[{_MARKS}])\s*{_BY}$")
_MISREAD = re.compile(rf"^\s*(?P<mark>[{_READ_AS}])\s*{_BY}$")
_STROKES = "/／｜|"
_WROTE = re.compile(rf"^\s*文(?P<mark>[{_STROKES}])\s*[{HAN}]{{2,4}}")
_WROTE_MISREAD = re.compile(
    rf"^\s*(?P<word>[文丈又攵])(?P<mark>[{_STROKES}Il1!丨\]])\s*(?P<by>[{HAN}](?:\s?[{HAN}]){{1,3}}?)(?=$|[\s（(])"
)
_MOST = 200
"""Lines that may be such bylines; more are a list of something else."""
_OTHERS, _LINE, _ELSEWHERE = 2, 40, 2
"""So many bylines have the mark, em of the longest line that signs, and how often the name must stand."""


def misread_marks(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that put the mark of the other bylines before a name."""
    short = [(at, line.text) for at, line in enumerate(lines) if 0 < width(line.text) <= _LINE]
    signed = Counter(hit["mark"] for _, text in short if (hit := _SIGNED.match(text)) is not None)
    wrote = Counter(hit["mark"] for _, text in short if (hit := _WROTE.match(text)) is not None)
    likely = list(_likely(short, signed, wrote))
    if not 0 < len(likely) <= _MOST:
        return {}
    named = "\n".join(key(line.text) for line in lines if width(line.text) <= 2 * _LINE)
    return {
        at: edits
        for at, by, edits in likely
        if any(named.count(name) >= _ELSEWHERE for name in _names(by))
    }


def _likely(
    short: Sequence[tuple[int, str]], signed: Counter[str], wrote: Counter[str]
) -> Iterator[tuple[int, str, list[Edit]]]:
    """The lines on which a mark may be misread: their indexes, who signs, and the edits."""
    mark = next((one for one, times in signed.most_common(1) if times >= _OTHERS), "")
    stroke = next((one for one, times in wrote.most_common(1) if times >= _OTHERS), "")
    for at, text in short:
        hit = _MISREAD.match(text) if mark else None
        if hit is not None:
            yield at, hit["by"], [Edit(*hit.span("mark"), mark)]
            continue
        hit = _WROTE_MISREAD.match(text) if stroke else None
        if hit is None:
            continue
        edits = [Edit(*hit.span("word"), "文")] if hit["word"] != "文" else []
        if hit["mark"] not in _STROKES:
            edits.append(Edit(*hit.span("mark"), stroke))
        if edits:
            yield at, hit["by"], edits


def _names(by: str) -> Sequence[str]:
    """Who signs: names, the last words behind an office, or the house."""
    whole = squeeze(by)
    if (names := split_names(by)) is not None:
        return names
    for size in (2, 3, 4):
        name = whole[-size:]
        if is_name(name) and is_office(whole[:-size]):
            return (name,)
    return (whole,) if re.match(HOUSE, whole) else ()
