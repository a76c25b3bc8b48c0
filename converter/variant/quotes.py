"""Quotation marks from one convention to another, nested as the target wants them.

Works on one text at a time and changes no length. A quotation that runs over several
paragraphs opens again in each of them and closes in the last (重訂標點符號手冊, 引號), so
what is left open in one text is for :func:`settle` to judge from the texts around it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from converter import patterns as re
from converter.hanzi import has_han
from converter.values import NamedTuple

Convention = tuple[str, str, str, str]

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LATIN_SIDE = re.compile(r"[A-Za-z0-9À-ɏ.,;:!?)(]")


class Loose(NamedTuple):
    """A quotation mark without its partner: ``opening`` tells which half is there."""

    offset: int
    mark: str
    opening: bool


class Quoted(NamedTuple):
    """What becomes of the quotation marks of a text, and those that have no partner."""

    changes: tuple[tuple[int, str], ...] = ()
    """The offset of each mark that is replaced, and its replacement."""
    loose: tuple[Loose, ...] = ()

    def put_into(self, text: str, start: int = 0) -> str:
        """A text of the same length with the marks replaced; its first offset is ``start``."""
        if not self.changes:
            return text
        end = start + len(text)
        inside = [(at - start, mark) for at, mark in self.changes if start <= at < end]
        return with_characters(text, inside) if inside else text


_NONE = Quoted()


def with_characters(text: str, changes: Iterable[tuple[int, str]]) -> str:
    """The text with other characters at some places, which need not be in order."""
    parts: list[str] = []
    last = 0
    for at, character in sorted(changes):
        parts += (text[last:at], character)
        last = at + 1
    return "".join((*parts, text[last:]))


def _is_apostrophe(text: str, offset: int, *, inner_open: bool) -> bool:
    """True for a ’ of Latin text: don’t, the ’90s, and students’ where no ‘ is open."""
    before = text[offset - 1] if offset else ""
    after = text[offset + 1] if offset + 1 < len(text) else ""
    if _LATIN.match(before) and _LATIN.match(after):
        return True
    if inner_open:
        return False
    return bool(_LATIN.match(before)) or (after.isascii() and after.isdigit())


def _latin_around(text: str, start: int, end: int) -> bool:
    """True if a quotation stands in a Latin sentence and holds no Han itself."""
    before = start - 1
    while before >= 0 and text[before] == " ":
        before -= 1
    if before < 0 or not _LATIN_SIDE.match(text[before]):
        return False
    after = text[end + 1 :].lstrip(" ")[:1]
    if after and not _LATIN_SIDE.match(after):
        return False
    return not has_han(text[start + 1 : end])


def convert_quotes(
    text: str, source: Convention, target: Convention, held: Collection[int] = ()
) -> Quoted:
    """Put the quotation marks of ``target`` for those of ``source``.

    ``held`` are offsets that stay as they are. The outermost pair of a text becomes the
    outer pair of the target whatever it was; a text without Han keeps its marks.
    """
    first, second, third, fourth = source
    quoted = first in text or second in text or third in text or fourth in text
    if not quoted or not has_han(text):
        return _NONE
    if source[2] not in text and source[3] not in text and not held:
        flat = _flat(text, source[0], source[1])
        if flat is not None:
            return Quoted(_changes(text, flat, [], source, target, nested=False))
    pairs, loose = _paired(text, source, held)
    return Quoted(_changes(text, pairs, loose, source, target), tuple(loose))


def _paired(
    text: str, source: Convention, held: Collection[int]
) -> tuple[list[tuple[int, int]], list[Loose]]:
    """The pairs of marks in a text, an inner one before that around it, and what is left."""
    stack: list[tuple[int, int]] = []  # where one opens, and its kind: 0 outer, 1 inner
    pairs: list[tuple[int, int]] = []
    loose: list[Loose] = []
    for found in _marks(source).finditer(text):
        offset, mark = found.start(), found[0]
        if offset in held:
            continue
        place = source.index(mark)
        kind = place // 2
        if place % 2 == 0:
            stack.append((offset, kind))
            continue
        open_kinds = [opened for _, opened in stack]
        if mark == "’" and _is_apostrophe(text, offset, inner_open=1 in open_kinds):
            continue
        if kind not in open_kinds:
            loose.append(Loose(offset, mark, opening=False))
            continue
        while stack[-1][1] != kind:
            at, _ = stack.pop()
            loose.append(Loose(at, text[at], opening=True))
        pairs.append((stack.pop()[0], offset))
    loose.extend(Loose(at, text[at], opening=True) for at, _ in stack)
    loose.sort(key=lambda item: item.offset)
    return pairs, loose


def _flat(text: str, opening: str, closing: str) -> list[tuple[int, int]] | None:
    """The pairs of a text whose quotations hold no other and miss no mark, else ``None``."""
    pairs: list[tuple[int, int]] = []
    start, end = text.find(opening), text.find(closing)
    while start >= 0 and start < end:
        after = text.find(opening, start + 1)
        if 0 <= after < end:
            return None
        pairs.append((start, end))
        start, end = after, text.find(closing, end + 1)
    return pairs if start == end == -1 else None


@cache
def _marks(convention: Convention) -> re.Pattern[str]:
    return re.compile("[" + "".join(convention) + "]")


def _changes(
    text: str,
    pairs: list[tuple[int, int]],
    loose: list[Loose],
    source: Convention,
    target: Convention,
    *,
    nested: bool = True,
) -> tuple[tuple[int, str], ...]:
    out: list[tuple[int, str]] = []
    starts = [item for item in loose if item.opening]
    for start, end in pairs:
        if _latin_around(text, start, end):
            continue
        depth = sum([first < start and end < last for first, last in pairs]) if nested else 0
        if starts:  # a quotation that the next paragraph goes on with
            depth += sum(item.offset < start and item.mark != text[start] for item in starts)
        level = 2 * (depth % 2)
        out += [(start, target[level]), (end, target[level + 1])]
    out += [(item.offset, target[source.index(item.mark)]) for item in loose]
    return tuple(out)


def settle(texts: Sequence[tuple[str, tuple[Loose, ...]]], source: Convention) -> list[list[Loose]]:
    """Which of the loose marks of consecutive texts are faults.

    ``texts`` are the texts as they were with their loose marks. A quotation may stay open
    if the next text opens it again or closes it, and a closing mark may close one that
    an earlier text has left open.
    """
    faults: list[list[Loose]] = [[] for _ in texts]
    carried: list[tuple[int, Loose]] = []
    for index, (text, loose) in enumerate(texts):
        opened = [item for item in loose if item.opening]
        closing = [item for item in loose if not item.opening]
        again = text.lstrip().startswith((source[0], source[2]))
        for item in closing:
            if carried and carried[-1][1].mark == _partner(item.mark, source):
                carried.pop()
            else:
                faults[index].append(item)
        if carried and again and opened:
            opened = opened[1:]  # the same quotation, opened anew
        elif carried and again:
            carried.pop()
        for place, item in carried if opened else ():
            faults[place].append(item)
        carried = [(index, item) for item in opened] if opened else carried
    for place, item in carried:
        faults[place].append(item)
    return faults


def _partner(mark: str, source: Convention) -> str:
    return source[source.index(mark) - 1]
