"""The module ``re``, whose compiled expressions are kept from one run to the next.

``from converter import patterns as re`` gives the functions of ``re`` that this program
uses. Python compiles regular expressions in Python, anew in every run: those that restore
an issue, of whose classes many hold all Chinese characters, take as long as restoring it.
So an expression is compiled when it is first used, and what the compiler made of it is kept
as Python keeps its own modules. Where that cannot be, ``re`` compiles as ever.
"""

from __future__ import annotations

import atexit
import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from re import ASCII, DOTALL, IGNORECASE, Match, Pattern, escape
from typing import Any, AnyStr, cast

from converter import __version__
from converter.kept import keep, recall
from converter.values import NamedTuple

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "parsed",
    "search",
    "split",
    "sub",
]

Key = tuple[str | bytes, int]
"""An expression and its flags."""

Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What makes a compiled expression: flags, code, number of groups, names of groups both ways."""

_MOST = 6000
"""The program has a third of that. More are those of other versions of its modules."""

_LONG = 4000
"""Characters of an expression from which on what it compiles to has a file of its own."""


def _first(name: str) -> Callable[..., Any]:
    """What a method of an expression does when it is called for the first time."""

    def call(self: _Lazy, *given: Any, **named: Any) -> Any:
        method = getattr(self.made, name)
        setattr(self, name, method)  # from now on it is found without this detour
        return method(*given, **named)

    return call


class _Lazy:
    """A compiled expression to be: its first use compiles it.

    A ``__getattr__`` for all that a compiled one has would take part in finding each of them,
    as often as they are used, which is at every line.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags
        self._made: Pattern[Any] | None = None

    @property
    def made(self) -> Pattern[Any]:
        """The compiled one."""
        if self._made is None:
            self._made = _programs().pattern(self.pattern, self._flags)
        return self._made

    @property
    def flags(self) -> int:
        """As ``re`` has it."""
        return self.made.flags

    @property
    def groups(self) -> int:
        """As ``re`` has it."""
        return self.made.groups

    @property
    def groupindex(self) -> Mapping[str, int]:
        """As ``re`` has it."""
        return self.made.groupindex

    match, search, fullmatch = map(_first, ("match", "search", "fullmatch"))
    sub, subn, split = map(_first, ("sub", "subn", "split"))
    findall, finditer = map(_first, ("findall", "finditer"))

    def __repr__(self) -> str:
        return f"patterns.compile({self.pattern!r}, {self._flags})"


class _Compiler(NamedTuple):
    """The steps of ``re.compile``, which CPython does not publish."""

    parse: Callable[[Any, int], Any]
    code: Callable[[Any, int], list[int]]
    build: Callable[..., Pattern[Any]]
    magic: int
    """Changes with the code's form."""


def _compiler() -> _Compiler | None:
    """``None`` where Python has no such steps."""
    try:
        import _sre  # type: ignore[import-not-found]  # not public
        from re import _compiler, _parser  # type: ignore[attr-defined]  # not public

        if _sre.CODESIZE == 4:
            return _Compiler(_parser.parse, _compiler._code, _sre.compile, _sre.MAGIC)  # noqa: SLF001
    except (ImportError, AttributeError):
        pass
    return None


class _Programs:
    """The kept programs of all expressions; those that are new are written when Python ends."""

    def __init__(self, compiler: _Compiler | None) -> None:
        self._compiler = compiler
        self._files: dict[str, dict[Key, Program]] = {}
        self._made: dict[str, dict[Key, Program]] = {}
        self._name = ""
        if compiler is not None:
            # Whatever may change the code's form or the expressions gets a file of its own.
            version = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{compiler.magic}"
            self._name = f"{__version__}-{version}"

    def _file_of(self, source: str | bytes) -> str:
        """All expressions share a file but the long ones, which few runs need."""
        if len(source) <= _LONG:
            return self._name
        raw = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        return f"{self._name}-{blake2b(raw, digest_size=12).hexdigest()}"

    def pattern(self, source: Any, flags: int) -> Pattern[Any]:
        """The compiled expression. Raises ``re.error`` for one that is faulty."""
        if self._compiler is None:
            return re.compile(source, flags)
        file = self._file_of(source)
        if file not in self._files:
            self._files[file] = _read(file)
        program = self._files[file].get((source, flags))
        if program is not None:
            try:
                return self._built(self._compiler, source, program)
            except (TypeError, ValueError, RuntimeError):  # not what was written
                self._files[file].clear()
        try:
            program = _compiled(self._compiler, source, flags)
            made = self._built(self._compiler, source, program)
        except (AttributeError, TypeError, ValueError, RuntimeError):  # another Python
            return re.compile(source, flags)
        if not self._made:
            atexit.register(self._write)
        self._made.setdefault(file, {})[source, flags] = program
        return made

    @staticmethod
    def _built(compiler: _Compiler, source: str | bytes, program: Program) -> Pattern[Any]:
        flags, code, groups, names, numbers = program
        return compiler.build(source, flags, array("I", code).tolist(), groups, names, numbers)

    def _write(self) -> None:
        """Keep what this run has compiled, with what others have kept meanwhile."""
        for file, made in self._made.items():
            others = _read(file)
            if len(others) > _MOST:
                others = {}
            keep(marshal.dumps({**others, **made}), "patterns", file)


def _read(file: str) -> dict[Key, Program]:
    data = recall("patterns", file)
    try:
        found = marshal.loads(data) if data else {}  # noqa: S302  (this user's own)
    except (ValueError, EOFError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _compiled(compiler: _Compiler, source: str | bytes, flags: int) -> Program:
    """What ``re.compile`` does, as far as its result can be kept."""
    tree = compiler.parse(source, flags)
    code = array("I", compiler.code(tree, flags)).tobytes()
    names = dict(tree.state.groupdict)
    numbers: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        numbers[number] = name
    return (int(flags | tree.state.flags), code, tree.state.groups - 1, names, tuple(numbers))


@cache
def _programs() -> _Programs:
    return _Programs(_compiler())


@lru_cache(maxsize=4096)
def _lazy(pattern: Any, flags: int) -> Pattern[Any]:
    return cast("Pattern[Any]", _Lazy(pattern, int(flags)))


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001  (as re has it)
    """An expression that is compiled at its first use; a fault in it is raised only then."""
    return _lazy(pattern, flags)


def parsed(pattern: str) -> Sequence[tuple[Any, Any]]:
    """The parts of an expression, each its kind and what it is; () where Python does not tell."""
    compiler = _compiler()
    return list(compiler.parse(pattern, 0)) if compiler else ()


def match(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """``re.match``."""
    return _lazy(pattern, flags).match(string)


def fullmatch(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """``re.fullmatch``."""
    return _lazy(pattern, flags).fullmatch(string)


def search(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """``re.search``."""
    return _lazy(pattern, flags).search(string)


def findall(pattern: str, string: str, flags: int = 0) -> list[Any]:
    """``re.findall``."""
    return _lazy(pattern, flags).findall(string)


def finditer(pattern: str, string: str, flags: int = 0) -> Iterator[Match[str]]:
    """``re.finditer``."""
    return _lazy(pattern, flags).finditer(string)


def split(pattern: str, string: str, maxsplit: int = 0, flags: int = 0) -> list[str | Any]:
    """``re.split``."""
    return _lazy(pattern, flags).split(string, maxsplit)


def sub(
    pattern: str,
    repl: str | Callable[[Match[str]], str],
    string: str,
    count: int = 0,
    flags: int = 0,
) -> str:
    """``re.sub``."""
    return _lazy(pattern, flags).sub(repl, string, count)
