"""A worker process: converts one issue after another until its pipe closes.

Started by :class:`converter.batch.pool.LocalPool`
with the number of an inherited pipe and a limit of memory. It is a fresh interpreter, so it
shares neither locks nor threads with the program that started it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

from converter import memo
from converter.batch.signals import Word, listening
from converter.values import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """The worker tells what it is about."""

    word: Word


@dataclass(frozen=True, slots=True)
class Begun:
    """The worker has a task in hand; what it took to get ready is behind it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The worker is done. ``value`` is the result, or the exception if not ``good``.

    ``resident`` is the memory that the process still holds, in bytes (0: unknown).
    """

    good: bool
    value: Any
    resident: int


def main() -> None:
    """Serve the pipe whose number is the first argument."""
    # Ctrl-C goes to the whole group of processes; what to do about it is the program's
    # decision, which ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()
    connection = Connection(int(sys.argv[1]))
    limit_memory(int(sys.argv[2]))
    threading.Thread(target=_end_with_the_program, daemon=True).start()
    # When the program is gone, so is the reason to go on.
    with contextlib.suppress(EOFError, OSError):
        while True:
            _serve(connection)


def _serve(connection: Connection) -> None:
    try:
        function, arguments = connection.recv()
        connection.send(Begun())
    except (EOFError, OSError):
        raise
    except Exception as error:  # noqa: BLE001  (a task that this interpreter cannot unpickle)
        connection.send(Begun())
        connection.send(Answer(good=False, value=error, resident=resident_memory()))
        return
    try:
        with listening(lambda word: connection.send(Said(word))):
            good, value = True, function(*arguments)
    except Exception as error:  # noqa: BLE001  (raised anew in the program that asked)
        good, value = False, error
    _put_away()
    connection.send(Answer(good, value, resident_memory()))


def _put_away() -> None:
    """Give back what the task has left lying about, so that issues do not add up."""
    memo.forget()
    if "converter.pdf.write" in sys.modules:
        from converter.pdf.write import forget

        forget()


def _end_with_the_program() -> None:
    """Standard input is a pipe that nobody writes to: it ends when the program dies."""
    os.read(0, 1)
    os._exit(1)


def limit_memory(limit: int) -> None:
    """Let allocations fail beyond so many bytes of private memory (0: no limit).

    Linux counts all private writable memory against RLIMIT_DATA, but not the fonts and
    libraries that are mapped from files.
    """
    if limit:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        least = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(resource.RLIMIT_DATA, (least, most))


def resident_memory() -> int:
    """The memory that this process holds now, in bytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as handle:  # noqa: PTH123  (costs least)
            return int(handle.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
