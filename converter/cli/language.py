"""Which language the user reads."""

from __future__ import annotations

import os


def language() -> str:
    """``"zh"`` in a Chinese locale, else ``"en"``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(en: str, zh: str) -> str:
    """The sentence in the user's language."""
    return zh if language() == "zh" else en


def counted(number: int, noun: str) -> str:
    """A number with its noun in English."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
