"""What surrounds a one-to-many character and so decides it where no phrase does.

A phrase dictionary looks at the characters that touch one another. 井水都快干了 has its
clue some characters away: such rules are regular expressions, tried at the places alone
where OpenCC would fall back on the commonest form. Some hold only in a text that speaks of
a thing: 面 by itself is 麵 where noodles are cooked, 表 is 錶 at the watchmaker's.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import cache
from itertools import islice

from converter import patterns as re
from converter.variant.tables import DATA

_BEFORE = 16
"""How many characters before it a rule may look at."""


Test = Callable[[str, int], bool]
"""Whether a text fits at an offset."""


Context = tuple[str, Test, Test, str]
"""A rule: the form (OpenCC's standard) of a character that passes two tests at its offset, of
what stands before it and behind it, the one that costs more second; what the text must speak
of for the rule to hold, if anything.
"""

_Table = tuple[dict[str, list[str]], dict[str, tuple[int, str]], dict[str, str]]
"""``data/contexts.txt``: the rows by character in their order; the topics by name, with how
many of the words that a pattern finds make a text speak of it; parts of patterns by name.
"""


@cache
def _table() -> _Table:
    rows: dict[str, list[str]] = {}
    topics: dict[str, tuple[int, str]] = {}
    names: dict[str, str] = {}
    for line in (DATA / "contexts.txt").read_text(encoding="utf-8").splitlines():
        first = line[:1]
        if first in "@{#":  # or nothing
            head, _, rest = line.partition("\t")
            if first == "{":
                names[head] = rest
            elif first == "@":
                least, _, pattern = rest.partition("\t")
                topics[head] = (int(least), pattern)
        elif first in rows:
            rows[first].append(line[2:])
        else:
            rows[first] = [line[2:]]
    return rows, topics, names


def _rows_of(character: str) -> Iterator[list[str]]:
    """Form, before, after and topic of each row."""
    rows, _, names = _table()
    for line in rows.get(character, ()):
        row = line
        if "{" in row:
            for name, meaning in names.items():
                row = row.replace(name, meaning)
        yield [*row.split("\t"), "", ""][:4]


_SPECIAL = re.compile(r"[()\[\]{}?*+.^$\\]")


def _words(pattern: str) -> tuple[str, ...]:
    """The words of a pattern that is but a list of them, "[之乎者也]" too; () for any other."""
    if pattern.startswith("[") and pattern.endswith("]") and not pattern.startswith("[^"):
        body = pattern[1:-1]
        return () if "|" in body or _SPECIAL.search(body) else tuple(body)
    listed = pattern.startswith("(?:") and pattern.endswith(")")
    body = pattern[3:-1] if listed else pattern
    return () if _SPECIAL.search(body) else tuple(body.split("|"))


def _always(_text: str, _offset: int) -> bool:
    return True


def _tests(before: str, after: str) -> tuple[Test, Test]:
    """Lists of words need no regular expression; the others are compiled when they are used."""
    first, costly = _before(before)
    if costly:
        return _after(after), first
    return first, _when_asked(after)


def _before(pattern: str) -> tuple[Test, bool]:
    """The test, and whether it needs a regular expression."""
    if pattern in {"", "$"}:
        return _always, False
    if words := _words(pattern.removesuffix("$")):
        return lambda text, offset: text.endswith(words, 0, offset), False
    compiled = re.compile(pattern)
    return lambda text, offset: bool(compiled.search(text, max(0, offset - _BEFORE), offset)), True


def _after(pattern: str) -> Test:
    if not pattern:
        return _always
    if words := _words(pattern):
        return lambda text, offset: text.startswith(words, offset + 1)
    compiled = re.compile(pattern)
    return lambda text, offset: bool(compiled.match(text, offset + 1))


def _when_asked(pattern: str) -> Test:
    """The test of what stands behind, made when it is first asked: few of them ever are."""
    made: Test | None = None

    def test(text: str, offset: int) -> bool:
        nonlocal made
        if made is None:
            made = _after(pattern)
        return made(text, offset)

    return test


@cache
def contexts_of(character: str) -> tuple[Context, ...]:
    """The rules for a character, made ready when it is first met."""
    rows = _rows_of(character)
    return tuple((form, *_tests(before, after), topic) for form, before, after, topic in rows)


def characters_with_rules() -> frozenset[str]:
    """The characters that the rules speak of."""
    return frozenset(_table()[0])


class Topics:
    """What a text, an article or a paragraph, speaks of; looked for when a rule asks."""

    def __init__(self, text: Callable[[], str]) -> None:
        self._text = text
        self._found: dict[object, bool] = {}

    def __contains__(self, topic: object) -> bool:
        found = self._found.get(topic)
        if found is None:
            least, pattern = _table()[1][str(topic)]
            words = islice(re.compile(pattern).finditer(self._text()), least)
            found = self._found[topic] = sum(1 for _ in words) == least
        return found


def form_in(text: str, offset: int, character: str, topics: Container[str] = ()) -> str:
    """The form that the surroundings of a character ask for, "" if they say nothing."""
    for form, first, second, topic in contexts_of(character):
        if first(text, offset) and second(text, offset) and (not topic or topic in topics):
            return form
    return ""
