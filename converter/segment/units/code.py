"""Programs that a magazine prints: 10 CLS, 20 PRINT A$, each line of which stands by itself."""

from __future__ import annotations

from converter import patterns as re

_COUNTED = re.compile(r"^(?P<n>\d{1,5})[ \t]+[A-Z][A-Z\d$%#]*(?:[ \t(:=?,].*)?$")
_STATED = re.compile(r"^(?=.*[=(\[{}]).*[;{}]$|^#\s*(?:include|define)\b")
_LINE = 120
"""Characters of the longest line of a program."""


def is_code(text: str) -> bool:
    """True for 10 SCREEN 12 and for x = f(y); and such lines: no Chinese and no English either."""
    return (
        len(text) <= _LINE
        and text.isascii()
        and (_COUNTED.match(text) is not None or _STATED.match(text) is not None)
    )


def are_code(text: str, after: str) -> bool:
    """True for two lines of a program, of which numbers, where they have them, rise."""
    if not (is_code(text) and is_code(after)):
        return False
    one, other = _COUNTED.match(text), _COUNTED.match(after)
    return one is None or other is None or int(one["n"]) < int(other["n"])
