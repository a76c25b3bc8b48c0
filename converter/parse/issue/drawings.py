"""What OCR has read in a drawing right above its caption: letters and strokes that are no words.

An engine that knows letters alone reads the lines of a drawing as such: | ae, — >_, ) OO =.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.parse.kinds import labelled
from converter.source import Line
from converter.values import NamedTuple

_SCRAWL = re.compile(r"^[A-Za-z\d|_~^\\<>=()\[\]—–\-+*/.,:'’‘`·•«»°¢£€§\s]{1,12}$")
_STROKES = re.compile(r"[|_~^\\<>=—–«»°¢£€§]|(?<![A-Za-z\d.])[)\]]|[(\[](?![^()\[\]]*[)\]])")
"""A stroke that OCR has read as a sign, and a bracket without its other one."""
_WORD, _FIGURES = re.compile("[A-Za-z]{4}"), re.compile(r"\d.*\d.*\d")
_SAYS = re.compile(r"[A-Za-z\d)]\s*[=<>+*/]\s*[A-Za-z\d(]|^[A-Za-z\d]{1,2}[).]|\|.*\|")
"""A formula, the number of an item, and the row of a table or the bar of a tune."""
_CAPTION = re.compile(rf"^[{HAN}“][{HAN}“”《》、A-Za-z\d]{{3,19}}$")
_LINES, _MOST = 2, 6
"""Lines that OCR has read in a drawing."""


class Drawn(NamedTuple):
    """What OCR has read in drawings, and the lines of the captions right below, by their numbers."""

    scrawls: frozenset[int]
    captions: frozenset[int]


def drawings_in(lines: Sequence[Line], known: Collection[str]) -> Drawn:
    """What has been read in drawings; the keys ``known`` are those of titles and names, which are no captions."""
    scrawls: set[int] = set()
    captions: set[int] = set()
    for at, line in enumerate(lines[:-1]):
        first = _drawn(lines, at)
        if first == at or not (lines[at + 1].blank and _is_caption(line.text.strip())):
            continue
        own = key(line.text)
        if not any(name.startswith(own) for name in known):
            captions.add(line.number)
            scrawls.update(one.number for one in lines[first:at])
    return Drawn(frozenset(scrawls), frozenset(captions))


def _drawn(lines: Sequence[Line], at: int) -> int:
    """The first of the lines above one that are letters and strokes, ``at`` if there are none."""
    first = at
    while first and at - first < _MOST and _is_scrawl(lines[first - 1].text.strip()):
        first -= 1
    texts = [line.text.strip() for line in lines[first:at]]
    strokes = sum(len(_STROKES.findall(text)) for text in texts)
    letters = any(char.isalpha() for text in texts for char in text)
    apart = not first or lines[first - 1].blank
    return first if len(texts) >= _LINES and strokes >= _LINES and letters and apart else at


def _is_scrawl(text: str) -> bool:
    """True for a few letters and signs that neither are a word, a number or a formula nor count anything."""
    if not _SCRAWL.match(text) or _WORD.search(text) or _FIGURES.search(text):
        return False
    return _SAYS.search(text) is None and not text.isdecimal()


def _is_caption(text: str) -> bool:
    """True for a few words without a mark."""
    return _CAPTION.match(text) is not None and labelled(text) is None
