"""``python -m tests.benchmarks [NAME…]``: runs every module here that has a ``main(argv)``.

Each prints what it measured beside its bar and returns 1 if a bar was missed.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys

import tests.benchmarks as package


def main(argv: list[str]) -> int:
    """Run the named benchmarks, or all of them."""
    status = 0
    for info in pkgutil.iter_modules(package.__path__):
        if info.name.startswith("_") or (argv and info.name not in argv):
            continue
        run = getattr(importlib.import_module(f"tests.benchmarks.{info.name}"), "main", None)
        if callable(run):
            print(f"── {info.name}")
            status |= int(run([]) or 0)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
