"""What a context of WeasyPrint knows, to go back to where pages made again are no better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from converter.pdf.insets import put_off, sunk


class Before:
    """The state of a context before its pages from ``start`` on are made again."""

    def __init__(self, context: Any, start: int) -> None:
        self._context = context
        self._start = start
        self._maker = [(*entry[:-1], dict(entry[-1])) for entry in context.page_maker[start:]]
        self._to_come = list(context.footnotes)
        self._sent_on = list(context.reported_footnotes)
        self._sunk = dict(sunk(context))
        self._put_off = dict(put_off(context))

    def wait(self, to_come: Sequence[Any], sent_on: Sequence[Any]) -> None:
        """Let notes wait as they did when the first of the pages was made."""
        self._context.footnotes = list(to_come)
        self._context.reported_footnotes = list(sent_on)

    def back(self) -> None:
        """Go back to it."""
        context = self._context
        context.footnotes = list(self._to_come)
        context.reported_footnotes = list(self._sent_on)
        sunk(context).clear()
        sunk(context).update(self._sunk)
        put_off(context).clear()
        put_off(context).update(self._put_off)
        context.page_maker[self._start :] = self._maker
