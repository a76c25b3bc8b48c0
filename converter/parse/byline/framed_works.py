"""Bylines whose works stand in brackets before the names: 〈口述〉某某　退休教师　〈整理〉某某.

Within the brackets a magazine may have a word of its own, 〈下笔〉某某, which no list knows.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.model import Author
from converter.names import is_body, is_name
from converter.names.words import LANDS
from converter.names.works import PICTURES, WRITING
from converter.parse.byline.reading import BylineReading
from converter.parse.byline.works import office_of
from converter.values import NamedTuple

_NAME = rf"[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}"
_FRAMED = re.compile(
    rf"[〈＜<［〔](?P<work>(?![{HAN}]*(?:[简簡]介|介[绍紹]))[{HAN}]{{1,4}})[〉＞>］〕]\s*(?P<told>[{HAN}][^〈〉＜＞<>［］〔〕。；：]*)"
)
_LINE = re.compile(rf"^(?:{_FRAMED.pattern.replace('?P<work>', '?:').replace('?P<told>', '?:')})+$")
_LONGEST = 64
"""Characters of the longest such line."""
_OFFICE = 24
"""Em of the longest office behind a name."""


class _Worker(NamedTuple):
    """A name, what it did, and the office behind it."""

    name: str
    work: str
    office: str


def read_framed(plain: str, known: frozenset[str]) -> BylineReading | None:
    """Read 〈口述〉某某　退休教师　〈整理〉某某; ``None`` for any other line.

    The contents must know one of the ``known`` names, or a list what an author does. A
    house whose work no list has only took part; who took the pictures beside a writer signs.
    """
    if plain[:1] not in tuple("〈＜<［〔") or len(plain) > _LONGEST or not _LINE.match(plain):
        return None
    if any(hit["work"] in LANDS for hit in _FRAMED.finditer(plain)):
        return None  # 〔挪威〕某某·某某　某某译: whence a foreigner is, whom another has translated
    found = [
        worker
        for hit in _FRAMED.finditer(plain)
        if (worker := _worker(hit["work"], hit["told"].strip(), known)) is not None
    ]
    surely = any(worker.name in known for worker in found)
    if not surely and not any(worker.work in WRITING for worker in found):
        return None  # 〈摄影〉某某 alone tells of a picture
    signed = tuple(
        Author(one.name, one.office or _told(one.work), is_body=is_body(one.name))
        for one in found
        if one.name in known or one.work in _WORKS or not is_body(one.name)
    )
    return BylineReading(signed, 1.0 if surely else 0.95) if signed else None


_WORKS = WRITING | PICTURES


def _told(work: str) -> str:
    """口述 and 整理, which tell of an author; a word of the magazine's own tells nothing."""
    return office_of(work) if work in WRITING else ""


def _worker(work: str, told: str, known: frozenset[str]) -> _Worker | None:
    """Who did a work: ``told`` is a name, letter-spaced or not, and perhaps an office."""
    for name in sorted(known, key=len, reverse=True):
        spaced = re.match(r"\s*".join(map(re.escape, name)) + r"(?=$|[\s（(、／/])", told)
        if spaced is not None:
            return _Worker(name, work, _office(told[spaced.end() :]))
    parts = told.split()
    if is_name(squeeze(told)):
        return _Worker(squeeze(told), work, "")
    if parts and is_name(parts[0]):
        return _Worker(parts[0], work, _office(told[len(parts[0]) :]))
    return _Worker(squeeze(told), work, "") if is_body(squeeze(told)) else None


def _office(rest: str) -> str:
    office = rest.strip(" \u3000（()），、／/")
    return office if width(office) <= _OFFICE else ""
