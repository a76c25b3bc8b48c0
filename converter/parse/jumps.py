"""（下转第40页） and （上接第12页）: puts the two halves of an article together."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import key, number
from converter.parse.context import Ledger
from converter.parse.kinds import jump
from converter.segment import Unit


def follow_jumps(parts: list[list[Unit]], ledger: Ledger) -> None:
    """Move continuations behind the places they continue (changes ``parts``).

    ``parts[0]`` stands before the first article. Each 下转 takes the 上接 that names its page,
    or else the first one after it; one without a partner stays in the text and is reported.
    """
    partners = _partners(parts)
    for index in range(1, len(parts)):
        position = 0
        while position < len(parts[index]):
            unit = parts[index][position]
            hit = jump(unit.text)
            if hit is None or hit.on:
                position += 1
                continue
            target = _continuation(parts, index, position, partners.get(unit.first, (0, 0)))
            if target is None:
                ledger.doubt("ART005", unit.first, text=hit.text)
                position += 1
                continue
            part, at = target
            moved = _take(parts, part, at, ledger)
            here = _without_marker(unit, ledger)
            if part == index and at < position:
                position -= len(moved)
            parts[index][position : position + 1] = [*([here] if here else []), *moved]
            position += 1
    for units in parts[1:]:
        for unit in units:
            found = jump(unit.text)
            if found is not None and found.on:
                ledger.doubt("ART005", unit.first, text=found.text)


def _partners(parts: Sequence[Sequence[Unit]]) -> dict[int, tuple[int, int]]:
    """For the first line of what breaks off the part and the first line of what goes on.

    The pages that 上接 names are those of the 下转, which stand in the order of their pages.
    """
    found = [
        (unit.first, part, hit)
        for part, units in enumerate(parts)
        for unit in units
        if part and (hit := jump(unit.text)) is not None
    ]
    off = sorted(line for line, _, hit in found if not hit.on)
    on = [(number(hit.page) or 0, line, part) for line, part, hit in found if hit.on]
    if len(off) != len(on) or not all(page for page, _, _ in on):
        return {}
    return dict(zip(off, ((part, line) for _, line, part in sorted(on)), strict=True))


def _continuation(
    parts: list[list[Unit]], index: int, position: int, partner: tuple[int, int]
) -> tuple[int, int] | None:
    """Where an article goes on: at the line of its partner, or at the next 上接."""
    own, line = partner
    for at, unit in enumerate(parts[own] if own else ()):
        if unit.first == line and (own, at) > (index, position):
            return own, at
    for part in range(index, len(parts)):
        start = position + 1 if part == index else 0
        for at in range(start, len(parts[part])):
            found = jump(parts[part][at].text)
            if found is not None and found.on:
                return part, at
    return None


def _take(parts: list[list[Unit]], part: int, at: int, ledger: Ledger) -> list[Unit]:
    """Cut the continuation out: up to the end of the part, its marker and repeated title gone."""
    end = at + 1
    while end < len(parts[part]) and jump(parts[part][end].text) is None:
        end += 1
    units = parts[part][at:end]
    parts[part][at:end] = []
    first = _without_marker(units[0], ledger)
    return [*([first] if first else []), *units[1:]]


def _without_marker(unit: Unit, ledger: Ledger) -> Unit | None:
    """The unit without its jump line; ``None`` if nothing else was on it."""
    hit = jump(unit.text)
    if hit is None:
        return unit
    rest = (unit.text[: hit.start] + unit.text[hit.end :]).strip()
    whole = hit.text
    if len(key(rest)) == 0 or (hit.on and len(rest) <= 30 and rest.endswith("》")):
        ledger.drop(unit.first, unit.text, "jump-line")
        return None
    line = unit.first if hit.on else unit.last
    ledger.drop(line, whole, "jump-line")
    return unit._replace(text=rest)
