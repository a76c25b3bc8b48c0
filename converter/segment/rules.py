"""Lines that are nothing but a rule or a row of ornaments."""

from __future__ import annotations

from converter import patterns as re

_RULE = re.compile(
    r"^\s*(?:(?:[-=_*~—─═━＊﹡＿～]\s*){3,}|(?:([※◆◇★☆●○■□▲△❖✻✽❀✦])\s*)(?:\1\s*){2,})$"
)


def is_rule(text: str) -> bool:
    """True for ---, * * *, ——— or a row of one ornament, three or more."""
    return _RULE.match(text) is not None
