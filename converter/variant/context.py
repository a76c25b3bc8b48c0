"""What surrounds a one-to-many character and so decides it where no phrase does.

A phrase dictionary looks at the characters that touch one another. 井水都快干了 has its
clue some characters away: such rules are regular expressions, tried at the places alone
where OpenCC would fall back on the commonest form. Some hold only in a text that speaks of
a thing: 面 by itself is 麵 where noodles are cooked, 表 is 錶 at the watchmaker's.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cache
from itertools import islice

from converter import patterns as re
from converter.variant.rules import Side, rules_of, topic

_BEFORE = 16
"""How many characters before it a rule may look at."""


Test = Callable[[str, int], bool]
"""Whether a text fits at an offset."""


Context = tuple[str, Test, Test, str]
"""A rule: the form (OpenCC's standard) of a character that passes two tests at its offset, of
what stands before it and behind it, the one that costs more second; what the text must speak
of for the rule to hold, if anything.
"""


def _always(_text: str, _offset: int) -> bool:
    return True


def _before(side: Side) -> Test:
    listed, pattern, edge = side
    if listed:
        words = tuple(listed.split("|"))
        return lambda text, offset: text.endswith(words, 0, offset)
    if not pattern:
        return _always
    compiled = re.compile(pattern)

    def found(text: str, offset: int) -> bool:
        if edge is not None and text[offset - 1 : offset] not in edge:
            return False
        return compiled.search(text, max(0, offset - _BEFORE), offset) is not None

    return found


def _after(side: Side) -> Test:
    listed, pattern, edge = side
    if listed:
        return _begins(listed)
    if not pattern:
        return _always
    compiled = re.compile(pattern)

    def found(text: str, offset: int) -> bool:
        if edge is not None and text[offset + 1 : offset + 2] not in edge:
            return False
        return compiled.match(text, offset + 1) is not None

    return found


def _begins(listed: str) -> Test:
    """The test for words behind the place, taken apart when it is first asked: few ever are."""
    words: tuple[str, ...] = ()

    def found(text: str, offset: int) -> bool:
        nonlocal words
        words = words or tuple(listed.split("|"))
        return text.startswith(words, offset + 1)

    return found


@cache
def contexts_of(character: str) -> tuple[Context, ...]:
    """The rules for a character, made ready when it is first met."""
    made = []
    for form, before, after, about in rules_of(character):
        tests = (_before(before), _after(after))
        made.append((form, *(tests[::-1] if _cost(before) >= _cost(after) else tests), about))
    return tuple(made)


def _cost(side: Side) -> int:
    """What it costs to ask for a side: little for words, more where its edge may be anything."""
    listed, pattern, edge = side
    return 0 if listed or not pattern else 1 if edge is not None else 2


class Topics:
    """What a text, an article or a paragraph, speaks of; looked for when a rule asks."""

    def __init__(self, text: Callable[[], str]) -> None:
        self._text = text
        self._found: dict[object, bool] = {}

    def __contains__(self, name: object) -> bool:
        found = self._found.get(name)
        if found is None:
            least, pattern = topic(str(name))
            words = islice(re.compile(pattern).finditer(self._text()), least)
            found = self._found[name] = sum(1 for _ in words) == least
        return found


def form_in(text: str, offset: int, character: str, topics: Container[str] = ()) -> str:
    """The form that the surroundings of a character ask for, "" if they say nothing."""
    for form, first, second, about in contexts_of(character):
        if first(text, offset) and second(text, offset) and (not about or about in topics):
            return form
    return ""
