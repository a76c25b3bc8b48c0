"""What a conversion says while it runs, wherever it runs.

A worker sends it over its pipe, a conversion in the program's own process hands it to the
display; code that converts just calls :func:`tell`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

Word = Literal["waiting", "started", "parse", "variant", "epub", "pdf"]
"""``waiting``: another run has this issue in hand; ``started``: the time limit counts from
here; the others name the stage that begins."""

Listener = Callable[[Word], None]

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


def tell(word: Word) -> None:
    """Say what happens now; nobody need listen."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(word)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Hand everything that is told inside the block to ``listener``."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
