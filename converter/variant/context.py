"""What surrounds a one-to-many character and so decides it where no phrase does.

A phrase dictionary looks at the characters that touch one another. 井水都快干了 has its
clue some characters away: such rules are regular expressions, tried at the places alone
where OpenCC would fall back on the commonest form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from converter.variant.engine import DATA

_BEFORE = 16
"""How many characters before it a rule may look at."""


@dataclass(frozen=True, slots=True)
class Context:
    """A rule: the form (OpenCC's standard) of a character between ``before`` and ``after``."""

    form: str
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def contexts() -> dict[str, tuple[Context, ...]]:
    """The rules of ``data/contexts.txt`` by character, in their order."""
    names: dict[str, str] = {}
    rules: dict[str, list[Context]] = defaultdict(list)
    for line in (DATA / "contexts.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, *rest = line.split("\t")
        for name, pattern in names.items():
            rest = [column.replace(name, pattern) for column in rest]
        if head.startswith("{"):
            names[head] = rest[0]
        else:
            form, before, after = rest
            rules[head].append(Context(form, re.compile(before), re.compile(after)))
    return {character: tuple(found) for character, found in rules.items()}


def form_in(text: str, offset: int, character: str) -> str:
    """The form that the surroundings of a character ask for, "" if they say nothing."""
    for rule in contexts().get(character, ()):
        start = max(0, offset - _BEFORE)
        if rule.before.search(text, start, offset) and rule.after.match(text, offset + 1):
            return rule.form
    return ""
