"""Folios and running heads that OCR has put on the first or the last line of their page's text.

第9页 短。 and 5 某某月刊 他个子大，……: they tell nothing of the text, within which they stand.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, is_han, key
from converter.parse.context import Ledger
from converter.source import Line
from converter.values import NamedTuple

_FOLIO = re.compile(
    rf"^\s*(?P<first>第\s*(?P<page>\d{{1,3}})\s*[页頁][ \u3000]+)(?=[{HAN}“‘《（「]|\d)"
    r"|(?<=\S)(?P<last>[ \u3000]+第\s*(?P<end>\d{1,3})\s*[页頁])\s*$"
)
_FEWEST, _LONGEST = 2, 24
"""So many folios that rise are no chance; and characters of the longest head with the magazine's name."""


class _Glued(NamedTuple):
    """What stands on a line beside its text."""

    at: int
    head: str
    text: str
    page: int


def without_glued_heads(lines: Sequence[Line], title: str, ledger: Ledger) -> list[Line]:
    """The lines without the folios on them, and without ``title``, the magazine's name, with one."""
    found = [*_folios(lines), *_named(lines, title)]
    made = list(lines)
    for one in found:
        ledger.drop(lines[one.at].number, one.head.strip(), "running-head")
        made[one.at] = lines[one.at]._replace(text=one.text)
    return made


def _folios(lines: Sequence[Line]) -> list[_Glued]:
    """第9页 before or behind text, where several rise from one to the next."""
    found = []
    for at, line in enumerate(lines):
        hit = _FOLIO.search(line.text) if "页" in line.text or "頁" in line.text else None
        if hit is not None:
            head = hit["first"] or hit["last"]
            text = line.text.replace(head, "", 1) if hit["first"] else line.text[: hit.start()]
            found.append(_Glued(at, head, text, int(hit["page"] or hit["end"])))
    rise = all(one.page < other.page for one, other in itertools.pairwise(found))
    return found if rise and len(found) >= _FEWEST else []


def _named(lines: Sequence[Line], title: str) -> Iterator[_Glued]:
    """5 某某月刊 and 某某月刊 5 before text: a page, the magazine's name and a blank."""
    name = key(title)
    for at, line in enumerate(lines if name else ()):
        words = line.text.split(maxsplit=2) if name[0] in line.text[:_LONGEST] else []
        *edge, text = words or [""]
        if len(words) < _WORDS or len(text) < _LEAST_TEXT or not is_han(text[0]):
            continue
        page, named = sorted(edge, key=str.isdecimal, reverse=True)
        if page.isdecimal() and len(page) <= _DIGITS and key(named) == name:
            yield _Glued(at, " ".join(edge), text, int(page))


_WORDS, _DIGITS, _LEAST_TEXT = 3, 3, 8
"""The page, the name and the text; the most digits of a page; and characters of the text."""
