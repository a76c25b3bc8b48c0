"""A kind of damage: where it may fall, and what it does there."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.evaluation.bent.sheet import Bend, Sheet

Place = TypeVar("Place")
_TRIES = 3
"""How often a damage is tried at one place, as chance may draw where it cannot be."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of damage: ``bend`` does it at one of the ``places``, ``None`` where it cannot be."""

    name: str
    group: str
    told: str
    places: Callable[[Sheet], Sequence[Any]]
    bend: Callable[[Sheet, Any], Bend | None]

    def made(self, sheet: Sheet) -> Iterator[Bend]:
        """The case with such damage, once for each place at which it may fall, in any order."""
        places = list(self.places(sheet))
        sheet.chance.shuffle(places)
        for place in places:
            tries = (self.bend(sheet, place) for _ in range(_TRIES))
            yield from itertools.islice(
                (one for one in tries if one is not None and list(one.lines) != sheet.lines), 1
            )


def bends(
    places: Callable[[Sheet], Sequence[Place]],
) -> Callable[[Callable[[Sheet, Place], Bend | None]], Kind]:
    """Makes a kind of a function of a sheet and a place; its docstring tells what is damaged."""

    def made(bend: Callable[[Sheet, Place], Bend | None]) -> Kind:
        group = bend.__module__.rpartition(".")[2]
        return Kind(bend.__name__, group, (bend.__doc__ or "").split("\n")[0], places, bend)

    return made
