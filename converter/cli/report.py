"""Prints diagnostics and the account, in the user's language."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from converter.diagnostics import Diagnostic, Severity
from converter.parse import Account

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def language() -> str:
    """``"zh"`` in a Chinese locale, else ``"en"``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def line_of(found: Diagnostic, name: str, *, colour: bool = False) -> str:
    """One diagnostic as ``file:line: CODE message``."""
    where = f"{name}:{found.line}" if found.line else name
    code = f"\033[{_COLOURS[found.severity]}m{found.code}\033[0m" if colour else found.code
    return f"{where}: {code} {found.message(language())}"


def diagnostic_data(found: Diagnostic) -> dict[str, Any]:
    """One diagnostic for JSON."""
    return {
        "code": found.code,
        "severity": found.severity.label,
        "line": found.line,
        "last_line": found.span.last if found.span else 0,
        "message": found.message("en"),
        "message_zh": found.message("zh"),
        "hint": found.hint("en"),
        "hint_zh": found.hint("zh"),
    }


def summary(found: Iterable[Diagnostic]) -> str:
    """``2 errors, 1 warning, 3 notes`` in the user's language."""
    counts = Counter(diagnostic.severity for diagnostic in found)
    errors, warnings, notes = (counts[level] for level in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    if language() == "zh":
        return f"{errors} 个错误，{warnings} 个警告，{notes} 条说明"
    return ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((errors, "error"), (warnings, "warning"), (notes, "note"))
    )


def account_line(account: Account) -> str:
    """The account of characters in one sentence."""
    if language() == "zh":
        state = "账平" if account.balanced else f"少 {len(account.missing)}，多 {len(account.surplus)}"
        return f"字数账：源文 {account.source}，入模型 {account.kept}，舍弃 {account.dropped}，修正 {account.changed}→{account.gained}；{state}"
    state = "balanced" if account.balanced else f"{len(account.missing)} missing, {len(account.surplus)} too many"
    return (
        f"characters: {account.source} in the source, {account.kept} in the model, {account.dropped} dropped, "
        f"{account.changed} changed into {account.gained}; {state}"
    )


def use_colour() -> bool:
    """True if standard output is a terminal and the user has not said no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def print_json(data: object) -> None:
    """Print data as JSON."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def printable(text: str) -> str:
    """The text without what would confuse or command a terminal: controls become escapes."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\u3000" else ascii(char)[1:-1] for char in text
    )
