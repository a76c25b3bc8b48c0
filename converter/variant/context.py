"""What surrounds a one-to-many character and so decides it where no phrase does.

A phrase dictionary looks at the characters that touch one another. 井水都快干了 has its
clue some characters away: such rules are regular expressions, tried at the places alone
where OpenCC would fall back on the commonest form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from converter import patterns as re
from converter.variant.engine import DATA

_BEFORE = 16
"""How many characters before it a rule may look at."""


Test = Callable[[str, int], bool]
"""Whether a text fits at an offset."""


class Context(NamedTuple):
    """A rule: the form (OpenCC's standard) of a character between ``before`` and ``after``."""

    form: str
    before: Test
    after: Test


@cache
def _rows() -> dict[str, list[tuple[str, str, str]]]:
    """The rows of ``data/contexts.txt`` by character, in their order."""
    names: dict[str, str] = {}
    rows: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for line in (DATA / "contexts.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, *rest = line.split("\t")
        if head.startswith("{"):
            names[head] = rest[0]
            continue
        form, before, after = (_expanded(column, names) for column in rest)
        rows[head].append((form, before, after))
    return rows


def _expanded(pattern: str, names: dict[str, str]) -> str:
    for name, meaning in names.items():
        pattern = pattern.replace(name, meaning)
    return pattern


_SPECIAL = frozenset("()[]{}|?*+.^$\\")


def _words(pattern: str) -> tuple[str, ...]:
    """The words of a pattern that is but a list of them, "[之乎者也]" too; () for any other."""
    if pattern.startswith("[") and pattern.endswith("]") and not pattern.startswith("[^"):
        words = tuple(pattern[1:-1])
    else:
        listed = pattern.startswith("(?:") and pattern.endswith(")")
        words = tuple((pattern[3:-1] if listed else pattern).split("|"))
    return () if _SPECIAL.intersection("".join(words)) else words


def _always(_text: str, _offset: int) -> bool:
    return True


def _before(pattern: str) -> Test:
    """Lists of words need no regular expression; the others are compiled when they are used."""
    if pattern in {"", "$"}:
        return _always
    if words := _words(pattern.removesuffix("$")):
        return lambda text, offset: text.endswith(words, 0, offset)
    return lambda text, offset: bool(
        re.compile(pattern).search(text, max(0, offset - _BEFORE), offset)
    )


def _after(pattern: str) -> Test:
    if not pattern:
        return _always
    if words := _words(pattern):
        return lambda text, offset: text.startswith(words, offset)
    return lambda text, offset: bool(re.compile(pattern).match(text, offset))


@cache
def contexts_of(character: str) -> tuple[Context, ...]:
    """The rules for a character, made ready when it is first met."""
    rows = _rows().get(character, ())
    return tuple(Context(form, _before(b), _after(a)) for form, b, a in rows)


def characters_with_rules() -> frozenset[str]:
    """The characters that the rules speak of."""
    return frozenset(_rows())


def form_in(text: str, offset: int, character: str) -> str:
    """The form that the surroundings of a character ask for, "" if they say nothing."""
    for rule in contexts_of(character):
        if rule.after(text, offset + 1) and rule.before(text, offset):
            return rule.form
    return ""
