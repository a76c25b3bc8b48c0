"""What became of one issue: a row of the summary."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from converter.diagnostics import Diagnostic, FukanError, Severity
from converter.values import dataclass


class Status(StrEnum):
    """How an issue ended."""

    DONE = "done"
    """At least one of its files was made anew."""
    UNCHANGED = "unchanged"
    """All its files were up to date."""
    FAILED = "failed"
    """Not all its files could be made; the row has the reason."""
    STOPPED = "stopped"
    """The run ended before its turn."""


@dataclass(frozen=True, slots=True)
class Row:
    """One issue of a batch.

    ``name`` is the issue's path in the output folder without suffix, ``path`` the input.
    ``pages`` counts the pages of the first PDF (0: none was made), ``seconds`` is time on
    the wall and ``cpu`` of the processor, ``memory`` the peak of the process in bytes
    (all 0 for an issue that was not converted). ``outputs`` are all its files, ``made``
    those that this run wrote. ``exit_code`` is 0 unless it failed; ``fatal`` is a word for
    what would meet all further issues too (``"disk full"``).
    """

    name: str
    path: str
    status: Status
    articles: int = 0
    boxes: int = 0
    pages: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    outputs: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    reason: str = ""
    exit_code: int = 0
    fatal: str = ""

    def count(self, severity: Severity) -> int:
        """How many of its diagnostics have this severity."""
        return sum(1 for found in self.diagnostics if found.severity is severity)

    def data(self) -> dict[str, Any]:
        """The row for JSON, without the diagnostics."""
        return {
            "issue": self.name,
            "input": self.path,
            "status": str(self.status),
            "reason": self.reason,
            "exit_code": self.exit_code,
            "pages": self.pages,
            "articles": self.articles,
            "boxes": self.boxes,
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "notes": self.count(Severity.INFO),
            "seconds": round(self.seconds, 3),
            "cpu_seconds": round(self.cpu, 3),
            "peak_memory": self.memory,
            "outputs": list(self.outputs),
            "made": list(self.made),
        }


def failure(name: str, path: str, error: FukanError, *, seconds: float = 0.0) -> Row:
    """The row of an issue that ended with ``error``."""
    return Row(
        name, path, Status.FAILED, seconds=seconds, reason=str(error), exit_code=error.exit_code
    )
