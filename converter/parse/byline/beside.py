"""Bylines of one who wrote, and of what others did for the text: 本刊记者 张三　摄影/李四."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.model import Author
from converter.names import is_name, is_office, split_names
from converter.names.works import PICTURES, WRITING
from converter.parse.byline import forms
from converter.parse.byline.reading import BylineReading, authors_of
from converter.parse.byline.staff import read_staff

_PARTS = re.compile(rf"[\s　]+(?=(?:[图圖文摄攝绘繪译譯]|[{HAN}]{{2,6}})\s?[/／｜|]\s?\S)")
_STROKES = frozenset("/／｜|")
_WORK = re.compile(rf"^(?P<work>[{HAN}]{{1,6}})\s?[/／｜|]\s?(?P<who>\S.*)$")
_HELPS = re.compile(
    "(?:专家|專家|顾问|顧問|指导|指導|审核|審核|审稿|審稿|审订|審訂|支持|协助|協助)$"
)
"""How the words for what those do end who have not written, and stand in no list."""
_POSTED = re.compile(rf"^(?P<post>\S{{4,30}})[\s　]+(?P<name>[{HAN}](?:[\s　]?[{HAN}]){{1,3}})$")
_WHO = 40
"""The most em of a person with an office."""


def read_beside(core: str) -> BylineReading | None:
    """One of the staff, or who wrote, and behind them works with strokes and those who did them.

    Of these somebody may have an office before the name: 指导专家/某某医院主任医师　某某.
    """
    if _STROKES.isdisjoint(core):
        return None
    first, *others = _PARTS.split(core)
    if not others:
        return None
    authors = _author(first)
    for part in others:
        hit = _WORK.match(part)
        named = None if hit is None else _person(hit["who"])
        if hit is None or not named or not authors:
            return None
        if hit["work"] in WRITING:
            authors = (*authors, *named)
        elif hit["work"] not in PICTURES and not _HELPS.search(hit["work"]):
            return None
    return BylineReading(authors, 0.95) if authors else None


def _author(text: str) -> tuple[Author, ...]:
    """Whom the first part names, behind an office of the house or 文/."""
    if (staff := forms.STAFF.match(text)) is not None:
        reading = read_staff(staff)
        named = reading is not None and not any(one.is_body for one in reading.authors)
        return reading.authors if reading is not None and named else ()
    hit = _WORK.match(text)
    return _person(hit["who"]) if hit is not None and hit["work"] in WRITING else ()


def _person(text: str) -> tuple[Author, ...]:
    """Names, or one behind an office."""
    if names := split_names(text):
        return authors_of(names)
    hit = _POSTED.match(text) if width(text) <= _WHO else None
    if hit is None or not is_name(squeeze(hit["name"])) or not is_office(hit["post"]):
        return ()
    return (Author(squeeze(hit["name"]), hit["post"]),)
