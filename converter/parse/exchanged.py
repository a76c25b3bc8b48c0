"""A Traditional issue in Simplified characters, each of which gets its own back.

The characters are exchanged one for one. Most stand for one alone in an issue (國 for 国); of
those that stand for several (後 and 后) what is beside them tells which it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import squeeze
from converter.profile import Boxes
from converter.source import Line
from converter.values import names_of, replace

_Value = TypeVar("_Value")
_Change = Callable[[str, Sequence[Span]], str]
_KEPT_AS_THEY_ARE = frozenset("著乾")
"""著 is who wrote a book and not 着; 乾 is 乾坤 as well as 干."""
_Table = dict[int, str]
_PUT_IN = frozenset("目錄" + "".join(Boxes().labels))
_QUOTES: _Table = {ord(own): other for own, other in zip("「」『』", "“”‘’", strict=True)}
_BESIDE = ((8, 8), (8, 0), (0, 8), (4, 4), (4, 0), (0, 4), (2, 2), (2, 0), (0, 2), (1, 1))
"""So many characters before and behind one, by which its place is found again."""
_FAR = 40
"""So many characters beside one tell two of its places apart."""


class Simplified:
    """Exchanges the Traditional characters of an issue, and gives them back."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        often = Counter("".join(line.text for line in lines))
        # What parsing may put in place of misread characters is Traditional there, too: 目錄, 資料.
        put_in = _table(_PUT_IN.difference(often))
        self._table = _table(often)
        known = {*self._table.values(), *often}
        self._table |= {code: char for code, char in put_in.items() if char not in known}
        if often.keys().isdisjoint(_QUOTES.values()):
            self._table |= _QUOTES
        self.lines = [Line(line.number, self._folded(line.text)) for line in lines]
        self._origins = _origins(self._table, often)
        several = [char for char, origins in self._origins.items() if len(origins) > 1]
        self._back = {
            ord(char): next(iter(origins))
            for char, origins in self._origins.items()
            if len(origins) == 1
        }
        self._several = re.compile(f"[{''.join(sorted(several))}]") if several else None
        self._used: set[int] = set()
        """The places of which the characters are given back already."""

    def _folded(self, text: str) -> str:
        return text.translate(self._table)

    def fold(self, value: _Value) -> _Value:
        """Any value of settings with its texts in Simplified characters."""
        mapped: _Value = _mapped(value, lambda text, _: self._folded(text), ())
        return mapped

    def give_back(self, value: _Value) -> _Value:
        """Any value of the model with its texts in the characters of the issue."""
        mapped: _Value = _mapped(value, self._given_back, ())
        return mapped

    def _given_back(self, text: str, spans: Sequence[Span]) -> str:
        if self._several is None or not self._several.search(text):
            return text.translate(self._back)
        squeezed = squeeze(text)
        chars = iter(
            [
                self._origin(squeezed, at, spans) if self._several.match(char) else char
                for at, char in enumerate(squeezed)
            ]
        )
        whole = "".join(char if char.isspace() else next(chars) for char in text)
        return whole.translate(self._back)

    def _origin(self, text: str, at: int, spans: Sequence[Span]) -> str:
        """Which of the characters it was for which one stands, in a text of some lines."""
        places = [
            place
            for span in spans
            for line in range(span.first, span.last + 1)
            for place in self._places.get((line, text[at]), ())
        ]
        if places:
            whole = min(at, _FAR) + min(len(text) - at - 1, _FAR)
            told = ((self._alike(text, at, place), place) for place in places)
            # What is said elsewhere, too, may be given back twice; no other character may.
            _, _, _, best = max(
                (alike == whole, place not in self._used, alike, -place) for alike, place in told
            )
            self._used.add(-best)
            return self._stream[-best]
        for before, behind in _BESIDE:
            if at < before or at + behind >= len(text):
                continue
            found = self._told[before, behind].get(text[at - before : at + behind + 1], ())
            if len(found) == 1:
                return next(iter(found))
        origins = self._origins[text[at]]
        return max(origins, key=origins.__getitem__)

    def _alike(self, text: str, at: int, place: int) -> int:
        """How many characters beside one are those that stand beside it at a place of the issue."""
        folded, before, behind = self._plain, 0, 0
        while before < _FAR and before < min(at, place):
            if text[at - before - 1] != folded[place - before - 1]:
                break
            before += 1
        rest = min(_FAR, len(text) - at - 1, len(folded) - place - 1)
        while behind < rest and text[at + behind + 1] == folded[place + behind + 1]:
            behind += 1
        return before + behind

    @cached_property
    def _stream(self) -> str:
        """All of the issue without blanks."""
        return "".join(squeeze(line.text) for line in self._lines)

    @cached_property
    def _plain(self) -> str:
        """The same in Simplified characters."""
        return self._folded(self._stream)

    @cached_property
    def _places(self) -> dict[tuple[int, str], list[int]]:
        """Where the characters stand that stand for several, by their lines and what they are."""
        found: dict[tuple[int, str], list[int]] = {}
        several, at = self._several, 0
        for line in self._lines:
            end = at + len(squeeze(line.text))
            for hit in several.finditer(self._plain, at, end) if several else ():
                found.setdefault((line.number, hit[0]), []).append(hit.start())
            at = end
        return found

    @cached_property
    def _told(self) -> dict[tuple[int, int], dict[str, set[str]]]:
        """Which characters stand where so many others stand before and behind them."""
        found: dict[tuple[int, int], dict[str, set[str]]] = {}
        for before, behind in _BESIDE:
            told = found[before, behind] = {}
            for place in chain.from_iterable(self._places.values()):
                if place >= before:
                    run = self._plain[place - before : place + behind + 1]
                    told.setdefault(run, set()).add(self._stream[place])
        return found


def _table(chars: Iterable[str]) -> _Table:
    """The Simplified character for each Traditional one of an issue, by OpenCC."""
    from opencc import OpenCC

    han = sorted(char for char in chars if char > "\u2e80" and char not in _KEPT_AS_THEY_ARE)
    plain = OpenCC("t2s").convert("\n".join(han)).split("\n")
    pairs = zip(han, plain, strict=True)
    return {ord(char): simple for char, simple in pairs if simple != char and len(simple) == 1}


def _origins(table: _Table, often: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """For each Simplified character those of the issue for which it stands, and how often."""
    found: dict[str, dict[str, int]] = {}
    for code, simple in table.items():
        found.setdefault(simple, {})[chr(code)] = often.get(chr(code), 0)
    for simple, origins in found.items():
        if simple in often:
            origins[simple] = often[simple]
    return found


def _mapped(value: Any, change: _Change, spans: Sequence[Span]) -> Any:
    """A value with each of its texts changed, wherever in it they stand.

    ``spans`` are the lines of what holds the value.
    """
    kind = type(value)
    if kind is str:
        return change(value, spans) if value else value
    if names := names_of(kind):
        own = _spans_of(value) or spans
        new = {name: _mapped(getattr(value, name), change, own) for name in names}
        changed = {name: part for name, part in new.items() if part is not getattr(value, name)}
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        parts = [_mapped(part, change, spans) for part in value]
        if all(part is old for part, old in zip(parts, value, strict=True)):
            return value
        return kind(*parts) if hasattr(kind, "_fields") else tuple(parts)
    if kind in (list, set, frozenset):
        return kind(_mapped(part, change, spans) for part in value)
    if kind is dict:
        return {
            _mapped(name, change, spans): _mapped(part, change, spans)
            for name, part in value.items()
        }
    return value


def _spans_of(value: Any) -> tuple[Span, ...]:
    """The lines of a part of the model, of something dropped or of a finding."""
    spans: tuple[Span, ...] = getattr(value, "spans", ())
    if spans:
        return spans
    span, line = getattr(value, "span", None), getattr(value, "line", 0)
    return (span,) if span else (Span.line(line),) if isinstance(line, int) and line else ()
