"""The table of contexts made ready for use, and kept so from one run to the next.

A test is a list of words or a regular expression. Of an expression the characters are noted
that what it finds can have at the edge, next to the character in question: most places fail
already there, and few expressions need be compiled. The edges of all rules for a character
are kept together, so that a look at its two neighbours tells which rules may hold at all.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from converter import __version__
from converter import patterns as re
from converter.kept import keep, recall
from converter.variant.compiled import stamp_of
from converter.variant.tables import DATA

Side = tuple[str, str, frozenset[str] | None]
"""A test of what stands on one side: words (parted by ``|``), or else an expression ("" for no
test), and the characters next to the place that it allows, "" for none there; ``None`` if they
may be any.
"""
Rule = tuple[str, Side, Side, str]
"""A form (OpenCC's standard), what must stand before and behind, the topic."""
_Edges = tuple[str, bytes, int]
"""The characters that some rule has at its edge, first that there is none; for each a number
whose bits tell the rules that allow it, all in one; the number for any other character.
"""
_Packed = tuple[_Edges, _Edges, tuple[bytes, ...]]
_Table = tuple[dict[str, bytes], dict[str, tuple[int, str]]]
"""The rules of each character, the topics: so many words of a pattern make a text speak of one."""

_FOLDER = "contexts"
_KEPT = 4
_MOST = 300
"""Characters of a class, from which on they are as good as any."""
_SPECIAL = re.compile(r"[()\[\]{}?*+.^$\\]")


class Rules:
    """The rules for a character, in their order; each is read when it is first asked for."""

    def __init__(self, packed: bytes) -> None:
        found: _Packed = marshal.loads(packed)  # noqa: S302  (this user's own)
        self._before, self._after, self._rows = found

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> Rule:
        rule: Rule = marshal.loads(self._rows[number])  # noqa: S302  (this user's own)
        return rule

    def __iter__(self) -> Iterator[Rule]:
        return map(self.__getitem__, range(len(self)))

    def between(self, before: str, after: str) -> Iterator[int]:
        """The numbers of the rules that may hold between two characters, "" for none there."""
        left = _allowed(self._before, before) & _allowed(self._after, after)
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest


def rules_of(character: str) -> Rules | None:
    """The rules for a character, if there are any."""
    raw = _table()[0].get(character)
    return Rules(raw) if raw else None


def _allowed(edges: _Edges, character: str) -> int:
    characters, numbers, other = edges
    at = characters.find(character)  # "" is found at the beginning, where it has its number
    if at < 0:
        return other
    size = len(numbers) // len(characters)
    return int.from_bytes(numbers[at * size : (at + 1) * size], "little")


def topic(name: str) -> tuple[int, str]:
    """How many of the words that a pattern finds make a text speak of a topic, the pattern."""
    return _table()[1][name]


def characters_with_rules() -> frozenset[str]:
    """The characters that the rules speak of."""
    return frozenset(_table()[0])


@cache
def _table() -> _Table:
    source = DATA / "contexts.txt"
    name = stamp_of([source, Path(__file__)], (__version__, sys.version))
    kept = recall(_FOLDER, name)
    if kept:
        try:
            rules, topics = marshal.loads(kept)  # noqa: S302  (this user's own)
        except (ValueError, EOFError, TypeError):
            pass  # damaged: it is made anew
        else:
            return rules, topics
    made = read_rules(source.read_text(encoding="utf-8"))
    keep(marshal.dumps(made), _FOLDER, name, most=_KEPT)
    return made


def read_rules(text: str) -> _Table:
    """The rules and topics as ``data/contexts.txt`` writes them."""
    rules: dict[str, list[Rule]] = {}
    topics: dict[str, tuple[int, str]] = {}
    lines = [line.partition("\t") for line in text.splitlines() if line and line[0] != "#"]
    names = {head: rest for head, _, rest in lines if head[0] == "{"}
    for head, _, rest in lines:
        if head[0] == "@":
            least, _, pattern = rest.partition("\t")
            topics[head] = (int(least), pattern)
        elif head not in names:
            rules.setdefault(head, []).append(_rule(rest, names))
    return {c: marshal.dumps(_packed(found)) for c, found in rules.items()}, topics


def _packed(rules: Sequence[Rule]) -> _Packed:
    before = _edges([side for _, side, _, _ in rules], last=True)
    after = _edges([side for _, _, side, _ in rules], last=False)
    return before, after, tuple(map(marshal.dumps, rules))


def _edges(sides: Sequence[Side], *, last: bool) -> _Edges:
    allowed: dict[str, int] = {"": 0}
    other = 0
    for number, side in enumerate(sides):
        edge = _edge_of_side(side, last=last)
        if edge is None:
            other |= 1 << number
        else:
            for character in edge:
                allowed[character] = allowed.get(character, 0) | 1 << number
    size = (len(sides) + 7) // 8
    numbers = b"".join((found | other).to_bytes(size, "little") for found in allowed.values())
    return "\0" + "".join(allowed), numbers, other


def _edge_of_side(side: Side, *, last: bool) -> frozenset[str] | None:
    """The same for a side that is a list of words."""
    listed, _, edge = side
    words = listed.split("|") if listed else [""]
    return frozenset(word[-1 if last else 0] for word in words) if all(words) else edge


def _rule(row: str, names: dict[str, str]) -> Rule:
    for name, meaning in names.items():
        row = row.replace(name, meaning)
    form, before, after, about = [*row.split("\t"), "", ""][:4]
    return form, _before(before), _after(after), about


def _before(pattern: str) -> Side:
    if words := _words(pattern.removesuffix("$")):
        return words, "", None
    return "", "" if pattern == "$" else pattern, _edge(pattern, last=True)


def _after(pattern: str) -> Side:
    if words := _words(pattern):
        return words, "", None
    return "", pattern, _edge(pattern, last=False)


def _words(pattern: str) -> str:
    """The words of a pattern that is but a list of them, "[之乎者也]" too; "" for any other."""
    if pattern.startswith("[") and pattern.endswith("]") and not pattern.startswith("[^"):
        body = pattern[1:-1]
        return "" if {"|", "-"} & set(body) or _SPECIAL.search(body) else "|".join(body)
    listed = pattern.startswith("(?:") and pattern.endswith(")")
    body = pattern[3:-1] if listed else pattern
    return "" if _SPECIAL.search(body) else body


class _AnyError(Exception):
    """The character at the edge may be any."""


def _edge(pattern: str, *, last: bool) -> frozenset[str] | None:
    """The last or first characters of what an expression finds, as far as it tells."""
    try:
        found, empty = _edge_of(re.parsed(pattern), last=last)
    except _AnyError:
        return None
    return None if empty else frozenset(found)


def _edge_of(parts: Sequence[tuple[Any, Any]], *, last: bool) -> tuple[set[str], bool]:
    """What a sequence can have at its edge, and whether it can be empty."""
    found: set[str] = set()
    for kind, what in reversed(parts) if last else parts:
        characters, empty = _edge_of_part(str(kind), what, last=last)
        found |= characters
        if not empty:
            return found, False
    return found, True


def _edge_of_part(kind: str, what: Any, *, last: bool) -> tuple[set[str], bool]:
    if kind in {"LITERAL", "IN"}:
        return set(_class(what if kind == "IN" else [(kind, what)])), False
    if kind == "BRANCH":
        edges = [_edge_of(branch, last=last) for branch in what[1]]
        return set().union(*(found for found, _ in edges)), any(empty for _, empty in edges)
    if kind == "SUBPATTERN":
        return _edge_of(what[-1], last=last)
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        found, empty = _edge_of(what[2], last=last)
        return found, empty or what[0] == 0
    if kind in {"ASSERT", "ASSERT_NOT"}:
        return set(), True
    if kind == "AT":  # "^" has nothing before it, "$" nothing behind
        outer = str(what) in ({"AT_BEGINNING"} if last else {"AT_END"})
        return ({""}, False) if outer else (set(), True)
    raise _AnyError


def _class(parts: Sequence[tuple[Any, Any]]) -> Iterator[str]:
    for kind, what in parts:
        if str(kind) == "LITERAL":
            yield chr(what)
        elif str(kind) == "RANGE" and what[1] - what[0] < _MOST:
            yield from map(chr, range(what[0], what[1] + 1))
        else:
            raise _AnyError
