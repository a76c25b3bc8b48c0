"""Answers that are worth remembering while one issue is read, and no longer.

A process that converts hundreds of issues would fill every such memory with the sentences of
issues that it has done with.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

Question = ParamSpec("Question")
Answer = TypeVar("Answer")

_forgetters: list[Callable[[], None]] = []


def per_issue(
    maxsize: int,
) -> Callable[[Callable[Question, Answer]], Callable[Question, Answer]]:
    """A decorator: a function of what has a hash remembers its last ``maxsize`` answers."""

    def decorate(function: Callable[Question, Answer]) -> Callable[Question, Answer]:
        remembering: Any = lru_cache(maxsize=maxsize)(function)
        _forgetters.append(remembering.cache_clear)
        return remembering  # type: ignore[no-any-return]  # with the types it came with

    return decorate


def forget() -> None:
    """Forget all answers; between two issues in one process."""
    for forgetter in _forgetters:
        forgetter()
