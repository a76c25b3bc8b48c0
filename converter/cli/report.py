"""What the commands print with: the user's language, colour, JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from converter.cli.language import language
from converter.diagnostics import Diagnostic

if TYPE_CHECKING:
    from converter.parse import Account

__all__ = [
    "account_line",
    "data_of",
    "line_of",
    "print_json",
    "printable",
    "summary",
    "use_colour",
]


def line_of(found: Diagnostic, name: str, *, colour: bool = False) -> str:
    """One diagnostic as ``file:line: CODE message``."""
    from converter.report import diagnostic_line

    return diagnostic_line(found, name, language(), colour=colour)


def data_of(found: Diagnostic) -> dict[str, Any]:
    """One diagnostic as JSON."""
    from converter.report import diagnostic_data

    return diagnostic_data(found)


def summary(found: Iterable[Diagnostic], *, seen: int = 0) -> str:
    """``2 errors, 1 warning, 3 notes`` in the user's language."""
    from converter.report import summary as summary_text

    return summary_text(found, language(), seen=seen)


def account_line(account: Account) -> str:
    """The account of characters in one sentence."""
    from converter.report import account_line as account_text

    return account_text(account, language())


def use_colour() -> bool:
    """True if standard output is a terminal and the user has not said no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def print_json(data: object) -> None:
    """Print data as JSON."""
    import json

    print(json.dumps(data, ensure_ascii=False, indent=1))


def printable(text: str) -> str:
    """The text without what would confuse or command a terminal: controls become escapes."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\u3000" else ascii(char)[1:-1] for char in text
    )
