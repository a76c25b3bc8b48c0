"""A batch from jobs to a summary: who does what, and what happens when things go wrong."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from converter.batch import work
from converter.batch.discover import Refused
from converter.batch.row import Row, Status, failure
from converter.batch.signals import Word, listening
from converter.batch.work import Job
from converter.values import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Future


class Display(Protocol):
    """Who wants to know how a batch gets on. Called from several threads."""

    def begin(self, total: int, workers: int) -> None:
        """The batch has ``total`` issues and up to ``workers`` workers."""

    def word(self, worker: int, job: Job, word: Word) -> None:
        """A worker (from 0) begins a stage of an issue."""

    def row(self, row: Row, settled: int) -> None:
        """An issue is settled, the ``settled``-th of the batch."""


class Crew(Protocol):
    """Those who convert: processes of this machine or of a cluster."""

    @property
    def workers(self) -> int:
        """How many issues can be in hand at a time."""

    @property
    def width(self) -> int:
        """How many issues may be in hand or waiting at a worker's door."""

    def submit(self, job: Job) -> Future[Any]:
        """Have an issue converted."""

    def accept(self, job: Job, result: Any) -> Row:
        """Make a row of what a future holds."""

    def blame(self, error: BaseException) -> tuple[BaseException, str]:
        """What a future's error means, and why nothing can go on after it (``""``: it can)."""

    def close(self, *, now: bool) -> None:
        """Let the workers go, at once or when they are done."""


class Limits(NamedTuple):
    """``workers`` processes; ``time`` in seconds and ``memory`` in bytes for each issue (0: none).

    With ``alone`` a single issue is converted in the program's own process.
    """

    workers: int = 1
    time: float = 0
    memory: int = 0
    alone: bool = True


class Summary(NamedTuple):
    """What became of a batch: its rows in the order of the inputs, seconds on the wall.

    ``stopped_by`` says why it ended early: the name of a signal or the fatal row's word.
    """

    rows: tuple[Row, ...]
    seconds: float
    workers: int
    stopped_by: str = ""

    def count(self, status: Status) -> int:
        """How many issues ended so."""
        return sum(1 for row in self.rows if row.status is status)

    @property
    def exit_code(self) -> int:
        """0 if all is well, 128 + n after signal n, else the highest code of a failed issue."""
        if self.stopped_by in signal.Signals.__members__:
            return 128 + signal.Signals[self.stopped_by]
        return max((row.exit_code for row in self.rows), default=0)


class Stopped(KeyboardInterrupt):
    """The user or the system wants the run to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = signal.Signals(number).name


class Batch:
    """The bookkeeping of one run."""

    def __init__(self, jobs: Sequence[Job], display: Display) -> None:
        self.jobs = jobs
        self.display = display
        self.rows: dict[str, Row] = {}
        self.refused: list[Row] = []
        self.stopped_by = ""

    def settle(self, row: Row) -> None:
        """Note what became of an issue, and show it."""
        self.rows[row.name] = row
        if row.fatal and not self.stopped_by:
            self.stopped_by = row.fatal
        self.display.row(row, len(self.rows) + len(self.refused))

    def stopped(self) -> Iterator[Row]:
        """The rows of the issues that the run did not come to."""
        for job in self.jobs:
            if job.name not in self.rows:
                why = f"not converted: {self.stopped_by}"
                yield Row(job.name, str(job.path), Status.STOPPED, reason=why)


def run(
    jobs: Sequence[Job],
    limits: Limits,
    display: Display,
    *,
    refused: Sequence[Refused] = (),
    crew: Crew | None = None,
) -> Summary:
    """Convert the jobs, each standing alone, and say what became of them.

    ``crew`` is who converts instead of processes of this machine. SIGINT, SIGTERM and
    SIGHUP end the run in good order: what is finished stays, workers are ended, the rest
    counts as stopped. A full disk does the same.
    """
    began = time.monotonic()
    batch = Batch(jobs, display)
    alone = limits.alone and len(jobs) == 1 and not refused and crew is None
    workers = 1 if alone else crew.workers if crew else limits.workers
    display.begin(len(jobs) + len(refused), workers)
    for one in refused:
        row = failure(one.path, one.path, one.error)
        batch.refused.append(row)
        display.row(row, len(batch.refused))
    with _signals():
        try:
            if alone:
                batch.settle(_alone(jobs[0], display))
            else:
                from converter.batch.crew import LocalCrew, together

                together(batch, crew or LocalCrew(limits, display))
        except KeyboardInterrupt as error:
            batch.stopped_by = getattr(error, "signal", "SIGINT")
    rows = {**batch.rows, **{row.name: row for row in batch.stopped()}}
    in_order = (rows[job.name] for job in jobs)
    if crew is not None:
        workers = max(workers, crew.workers)  # a cluster grows
    return Summary((*batch.refused, *in_order), time.monotonic() - began, workers, batch.stopped_by)


def _alone(job: Job, display: Display) -> Row:
    row = work.unchanged(job)
    if row is None:
        with listening(lambda word: display.word(0, job, word)):
            try:
                row = work.convert(job)
            except MemoryError as error:
                row = work.failed(job, error)
    return row


@contextmanager
def _signals() -> Iterator[None]:
    """Have SIGTERM and SIGHUP raise, as SIGINT does by itself."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [signal.SIGTERM, signal.SIGHUP]
    before = {number: signal.signal(number, _stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise Stopped(number)


def processors() -> int:
    """The processors that this process may use, within a container's share of them."""
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:  # not Linux
        count = os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        return max(1, min(count, round(int(quota) / int(period))))
    except (OSError, ValueError):  # no control group, or no quota ("max")
        return count


def memory_share(workers: int) -> int:
    """Bytes that one of so many workers may take: its share of the machine, 1 GiB at least."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError):
        return 0
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii").strip()
        total = min(total, int(limit))
    except (OSError, ValueError):
        pass
    return int(max(1 << 30, total // max(1, workers)))
