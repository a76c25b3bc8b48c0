"""The cheapest way to set a line of text in so many lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

UNEVEN = 3.0
"""What a line costs that is twice as long as it should be, or empty."""


def cheapest_stops(
    start: int,
    end: int,
    stops: Sequence[int],
    count: int,
    price: Callable[[int, int, int], float | None],
) -> list[int]:
    """Where each of ``count`` lines ends, the last of them at ``end``; [] where no way is found.

    ``stops`` are the indexes between ``start`` and ``end`` before which a line may end, in
    their order. ``price`` takes where a line begins, where it stops and its number, and gives
    what that costs, ``None`` if it is too wide: so are all lines that go on further.
    """
    # best[number][stop]: the cheapest way to set the text up to stop in so many lines.
    best: list[dict[int, tuple[float, int]]] = [{start: (0.0, start)}]
    for number in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for here, (cost, _) in best[number].items():
            for stop in (end,) if number == count - 1 else stops:
                if stop <= here:
                    continue
                added = price(here, stop, number)
                if added is None:
                    break
                if stop not in reached or cost + added < reached[stop][0]:
                    reached[stop] = cost + added, here
        best.append(reached)
    if end not in best[count]:
        return []
    found: list[int] = []
    stop = end
    for number in range(count, 0, -1):
        found.append(stop)
        stop = best[number][stop][1]
    return found[::-1]
