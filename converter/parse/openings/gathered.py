"""Columns that nobody signs, in issues without contents: sayings with their sources, and news."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, squeeze, width
from converter.parse.boxes import is_attribution
from converter.parse.openings.own_pieces import PROSE, OwnPieces
from converter.parse.openings.survey import Survey
from converter.parse.openings.under_names import is_below_section

_NAME = 16
"""The most em of the name of such a column."""
_SAYINGS, _SAYING = 3, 2
"""So many sayings make a column, and the most units of one above its source."""
_NEWS = re.compile(
    "(?:要闻|要聞|[简簡短快]讯|[簡短快]訊|动态|動態|速览|速覽|集锦|集錦|撷英|擷英|扫描|掃描)$"
)
_SIGNED = re.compile(r"[。！？”][（(][^（()）。；：！？]{2,16}[）)]$")
"""……九千人次。（某某）: who sent a piece of news, behind its last word."""
_PIECES = 2
"""So many of them are no chance."""


def is_gathered(survey: Survey, own: OwnPieces, at: int) -> bool:
    """True for the name of a column over sayings, or over news."""
    unit = survey.units[at]
    if width(unit.text) > _NAME or not is_han(unit.text[0]) or ends_sentence(unit.text):
        return False
    if not own.ends_above(at):
        return False
    return (unit.gap and _gathers_sayings(survey, at + 1)) or _tells_news(survey, at)


def _gathers_sayings(survey: Survey, at: int) -> bool:
    """True for several sayings from a unit on, each over its source: ——某某谈某事."""
    units = survey.units
    found = 0
    while at < len(units) and found < _SAYINGS:
        source = next(
            (
                one
                for one in range(at, min(at + _SAYING + 1, len(units)))
                if _is_source(survey, one)
            ),
            at,
        )
        if source == at:
            return False
        found, at = found + 1, source + 1
    return found == _SAYINGS


def _is_source(survey: Survey, at: int) -> bool:
    """True for ——演员某某谈某事."""
    text = survey.units[at].text
    return text.startswith("—") and (is_attribution(text) or width(text) > PROSE)


def _tells_news(survey: Survey, at: int) -> bool:
    """True for 三月要闻 right below the name of its section, or over news each with who sent it."""
    text = squeeze(survey.units[at].text)
    if _NEWS.search(text) is None or not survey.may_be_title(at) or at + 2 >= len(survey.units):
        return False
    heads = survey.may_be_title(at + 1) and _is_prose(survey, at + 2)
    if heads and is_below_section(survey.units, at):
        return True
    below = survey.units[at + 1 : at + 1 + _PIECES]
    return survey.units[at].gap and all(_SIGNED.search(unit.text) for unit in below)


def _is_prose(survey: Survey, at: int) -> bool:
    """True for a paragraph."""
    text = survey.units[at].text
    return width(text) >= PROSE and (survey.units[at].wrapped or "，" in text)
