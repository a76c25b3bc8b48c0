"""Chinese line composition (排版) on top of WeasyPrint's layout.

WeasyPrint sets Chinese like Latin without spaces. Inside :func:`composition` every paragraph
tagged as Chinese is broken, narrowed and spaced as clreq (*Requirements for Chinese Text
Layout*), GB/T 15834-2011 and the habits of Chinese book typography ask:

    with composition(convention="hans") as report:
        document = HTML(...).render(...)

The module keeps to what WeasyPrint calls private. So it looks first whether those functions
are the ones it was written for; where they are not, documents come out as WeasyPrint alone
sets them, and ``report.diagnostics`` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converter.typeset.report import Report
    from converter.typeset.spacing import Convention, Style

__all__ = ["TITLES", "composition"]

TITLES = ("h1", "h2", "h3", "h4", "h5", "h6", ".title", ".subtitle", ".box-title", ".table-title")
"""What is set as a title unless the caller says otherwise."""

_lock = RLock()
_depth = 0


@contextmanager
def composition(
    convention: Convention | None = None,
    style: Style = "full",
    *,
    autospace: bool = True,
    titles: Iterable[str] = TITLES,
) -> Iterator[Report]:
    """Compose the Chinese lines of all documents rendered inside the block.

    ``convention`` says how points stand in their em: ``"hans"`` (after the character, as on
    the Mainland), ``"tw"`` or ``"hk"`` (in the middle); ``None`` goes by the language tag of
    each text. ``style`` is the house style of marks: ``"full"`` (全角式), ``"kaiming"``
    (开明式) or ``"half"`` (半角式). ``autospace`` sets a quarter em between Han and Latin.
    ``titles`` are the tags, and classes with a dot, whose lines are balanced and broken
    between words, never justified.

    Yields a :class:`Report`. Only this thread's (or task's) documents are composed; blocks
    may be nested, the innermost counts. WeasyPrint is put back as it was at the end.
    """
    from converter.typeset import guard
    from converter.typeset.report import Report

    report = Report()
    misfit = guard.misfit()
    if misfit is not None:
        report.active = False
        report.note(misfit)
        yield report
        return
    from converter.typeset.engine import Engine, current
    from converter.typeset.paragraph import Settings

    _install()
    token = current.set(Engine(Settings(convention, style, autospace, frozenset(titles)), report))
    try:
        yield report
    finally:
        current.reset(token)
        _restore()


_stock: dict[str, object] = {}


def _install() -> None:
    global _depth  # noqa: PLW0603  (one patch for the process, counted)
    from converter.typeset.engine import MODULES, replacements

    with _lock:
        if _depth == 0:
            stock = {name: getattr(module, name) for name, module in MODULES.items()}
            _stock.update(stock)
            for name, function in replacements(stock).items():
                setattr(MODULES[name], name, function)
        _depth += 1


def _restore() -> None:
    global _depth  # noqa: PLW0603
    from converter.typeset.engine import MODULES

    with _lock:
        _depth -= 1
        if _depth == 0:
            for name, function in _stock.items():
                setattr(MODULES[name], name, function)
            _stock.clear()
