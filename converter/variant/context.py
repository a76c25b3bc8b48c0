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
from converter.variant.rules import Rules, Side, rules_of, topic

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
    listed, pattern, _ = side
    if listed:
        words = tuple(listed.split("|"))
        return lambda text, offset: text.endswith(words, 0, offset)
    if not pattern:
        return _always
    found = re.compile(pattern)
    return lambda text, offset: found.search(text, max(0, offset - _BEFORE), offset) is not None


def _after(side: Side) -> Test:
    listed, pattern, _ = side
    if listed:
        words = tuple(listed.split("|"))
        return lambda text, offset: text.startswith(words, offset + 1)
    if not pattern:
        return _always
    found = re.compile(pattern)
    return lambda text, offset: found.match(text, offset + 1) is not None


class Contexts:
    """The rules for a character, each made ready when it may first hold."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._ready: dict[int, Context] = {}

    def at(self, text: str, offset: int) -> Iterator[Context]:
        """Those that may hold at a place, as far as its two neighbours tell."""
        before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
        for number in self._rules.between(before, after):
            yield self._ready.get(number) or self._made(number)

    def _made(self, number: int) -> Context:
        form, before, after, about = self._rules[number]
        tests = (_before(before), _after(after))
        ordered = tests[::-1] if _cost(before) >= _cost(after) else tests
        made = self._ready[number] = (form, *ordered, about)
        return made


@cache
def contexts_of(character: str) -> Contexts | None:
    """The rules for a character, if there are any."""
    rules = rules_of(character)
    return None if rules is None else Contexts(rules)


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
    contexts = contexts_of(character)
    if contexts is None:
        return ""
    for form, first, second, about in contexts.at(text, offset):
        if first(text, offset) and second(text, offset) and (not about or about in topics):
            return form
    return ""
