"""Lines that are nothing but a rule or a row of ornaments."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.source import Line

_RULE = re.compile(
    r"^\s*(?:(?:[-=_*~—─═━＊﹡＿～]\s*){3,}|(?:([※◆◇★☆●○■□▲△❖✻✽❀✦])\s*)(?:\1\s*){2,})$"
)


_BREAK = re.compile(r"^\s*([※◆◇★☆●○✻❖✦＊])(?:\s*\1)?\s*$")
_PROSE = 16
"""Em of a line of text, below a break between two parts of it."""


def is_break(lines: Sequence[Line], at: int) -> bool:
    """True for ☆ alone between the end of a sentence and a line of prose, as stories part their scenes.

    A point of a list, and the title of something, are shorter.
    """
    if len(lines[at].text) > _BROKEN or not _BREAK.match(lines[at].text):
        return False
    above = next((line.text for line in reversed(lines[max(0, at - 3) : at]) if not line.blank), "")
    below = next((line.text for line in lines[at + 1 : at + 4] if not line.blank), "")
    return ends_sentence(above) and width(below.strip()) >= _PROSE and is_han(below.strip()[0])


_BROKEN = 8


def is_rule(text: str) -> bool:
    """True for ---, * * *, ——— or a row of one ornament, three or more."""
    return _RULE.match(text) is not None
