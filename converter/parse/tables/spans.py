"""The cells of a table that reach over several columns and rows."""

from __future__ import annotations

from collections.abc import Sequence

Reach = tuple[int, int, bool]
"""The columns and rows of a cell, and whether it is a head."""
TITLED = 3
"""Rows of the shortest table with its title in the first of them."""


def spans_title(rows: Sequence[Sequence[Reach]]) -> bool:
    """True if one cell spans all columns above a row that has a cell in each: a table's title."""
    return (
        len(rows) >= TITLED
        and len(rows[0]) == 1
        and len(rows[1]) > 1
        and rows[0][0][0] == len(rows[1]) == sum(columns for columns, _, _ in rows[1])
    )


def tiled(rows: Sequence[Sequence[Reach]]) -> list[list[Reach]]:
    """The cells of each row, cut and filled up so that each place has one of them."""
    free: dict[int, int] = {}  # the row from which on a column is free
    made: list[list[Reach]] = []
    taken: list[set[int]] = []
    for number, row in enumerate(rows):
        held = {column for column, until in free.items() if until > number}
        column, placed = 0, []
        for columns, depth, header in row:
            while column in held:
                column += 1
            room = next((wide for wide in range(1, columns) if column + wide in held), columns)
            end = min(number + depth, len(rows))
            placed.append((room, end - number, header))
            free.update((column + wide, end) for wide in range(room))
            held.update(range(column, column + room))
            column += room
        made.append(placed)
        taken.append(held)
    every = set().union(*taken)
    return [
        [*row, *[(1, 1, False)] * len(every - held)] for row, held in zip(made, taken, strict=True)
    ]


def head_rows(grid: Sequence[Sequence[Reach]]) -> int:
    """How many rows are the head where no cell says so: the first, and what its cells span."""
    if len(grid) < 2 or any(header for row in grid for _, _, header in row):
        return 0
    depth = max((rows for _, rows, _ in grid[0]), default=1)
    spanned = any(columns > 1 for columns, _, _ in grid[0])
    return depth if spanned and depth < len(grid) else 1
