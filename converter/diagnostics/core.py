"""Spans, severities, rules and diagnostics."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from importlib import import_module

from converter.values import NamedTuple, dataclass


class Severity(IntEnum):
    """How much a diagnostic matters. Ordered, so that ``max`` gives the worst."""

    INFO = 1
    """Something was decided; nothing needs doing."""
    WARNING = 2
    """A doubt that an editor should look at."""
    ERROR = 3
    """Something is certainly wrong with the source or its restoration."""

    @property
    def label(self) -> str:
        """The lower-case English name (``"info"``, ``"warning"``, ``"error"``)."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Span:
    """A range of lines of the file as the user has it open: 1-based, both ends inclusive."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.first < 1 or self.last < self.first:
            msg = f"not a span of lines: {self.first}-{self.last}"
            raise ValueError(msg)

    def __lt__(self, other: Span) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    @classmethod
    def line(cls, number: int) -> Span:
        """The span of a single line."""
        return cls(number, number)


class Rule(NamedTuple):
    """The catalogue's entry for one diagnostic code.

    ``en`` and ``zh`` are ``str.format`` templates over the diagnostic's arguments;
    ``why`` says why it matters and ``fix`` what to do, each as (English, Chinese);
    ``example`` is text of a source, or also a pair; ``source`` names the standard or
    convention the rule comes from.
    """

    code: str
    severity: Severity
    en: str
    zh: str
    why: tuple[str, str]
    fix: tuple[str, str]
    example: str | tuple[str, str] = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its code, where it is, and the values its message speaks of.

    ``span`` is ``None`` where the finding is about the file as a whole.
    Build with :meth:`of`, which checks the code and the arguments.
    """

    code: str
    severity: Severity
    span: Span | None
    args: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: str, span: Span | int | None = None, /, **args: object) -> Diagnostic:
        """Make a diagnostic of a catalogued code; an ``int`` span is a line number.

        Raises ``KeyError`` for a code or a template argument that the catalogue lacks.
        """
        rule = rule_of(code)
        where = Span.line(span) if isinstance(span, int) else span
        made = cls(code, rule.severity, where, tuple((k, str(v)) for k, v in args.items()))
        made.message("en")
        return made

    @property
    def line(self) -> int:
        """The first line it speaks of; 0 for the file as a whole."""
        return self.span.first if self.span else 0

    def message(self, language: str = "en") -> str:
        """The plain sentence, in ``"zh"`` or (for anything else) in English."""
        rule = rule_of(self.code)
        return (rule.zh if language == "zh" else rule.en).format(**dict(self.args))

    def hint(self, language: str = "en") -> str:
        """What to do about it."""
        return rule_of(self.code).fix[language == "zh"]


_AREAS = ("parse", "source", "variant", "formats", "archive")
"""What the rules are about, that of most findings first; each has a module."""


def _rules_of(area: str) -> tuple[Rule, ...]:
    rules: tuple[Rule, ...] = import_module(f"converter.diagnostics.rules_{area}").RULES
    return rules


@cache
def rule_of(code: str) -> Rule:
    """The rule of a code. Raises ``KeyError`` for one that no area has.

    Hardly an issue has findings of all areas, so that those are read that are asked for.
    """
    for area in _AREAS:
        for rule in _rules_of(area):
            if rule.code == code:
                return rule
    raise KeyError(code)


@cache
def catalogue() -> dict[str, Rule]:
    """All rules by code. Codes are unique over the areas, or this raises ``ValueError``."""
    rules: dict[str, Rule] = {}
    for area in _AREAS:
        for rule in _rules_of(area):
            if rule.code in rules:
                msg = f"diagnostic code {rule.code} is declared twice"
                raise ValueError(msg)
            rules[rule.code] = rule
    return rules
