"""The options of the commands that measure on issues made of seeds."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

_SEEDS = 60


def read_seeds(
    argv: Sequence[str] | None, about: str | None, worst: str, *, usual: int = _SEEDS
) -> tuple[range, bool]:
    """The seeds that the options of a command ask for, and whether to tell the ``worst``.

    ``about`` is what the command does, ``usual`` how many seeds it takes if none are asked for.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--seeds", type=int, default=usual)
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("-v", "--verbose", action="store_true", help=f"tell the worst {worst}")
    options = parser.parse_args(argv)
    return range(options.start, options.start + options.seeds), options.verbose
