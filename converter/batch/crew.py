"""Many issues at once: who converts them, and how what they come to is collected."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import suppress
from typing import Any
from weakref import WeakKeyDictionary

from converter.batch import work
from converter.batch.pool import LocalPool
from converter.batch.row import Row
from converter.batch.run import Batch, Crew, Display, Limits
from converter.batch.signals import Word
from converter.batch.work import Job
from converter.values import replace


class LocalCrew:
    """Processes of this machine."""

    def __init__(self, limits: Limits, display: Display) -> None:
        self.limits = limits
        self.display = display
        self.jobs: WeakKeyDictionary[Future[Any], Job] = WeakKeyDictionary()
        self.pool = LocalPool(
            limits.workers,
            time_limit=limits.time,
            memory_limit=limits.memory,
            watch=self._watch,
        )

    @property
    def workers(self) -> int:
        """As many as there may be processes."""
        return self.limits.workers

    @property
    def width(self) -> int:
        """One more than there are workers, so that none waits for this process."""
        return self.limits.workers + 1

    def submit(self, job: Job) -> Future[Any]:
        """Give the issue to the next free worker."""
        future = self.pool.submit(work.convert, job)
        self.jobs[future] = job
        return future

    def accept(self, job: Job, result: Any) -> Row:  # noqa: ARG002  (of the protocol)
        """The worker's row, as it is."""
        assert isinstance(result, Row)  # noqa: S101  (what work.convert returns)
        return result

    def blame(self, error: BaseException) -> tuple[BaseException, str]:
        """The pool's errors speak for themselves and concern one issue each."""
        return error, ""

    def close(self, *, now: bool) -> None:
        """End the processes."""
        if now:
            self.pool.kill()
        else:
            self.pool.shutdown()

    def _watch(self, worker: int, future: Future[Any], word: Word) -> None:
        job = self.jobs.get(future)
        if job is not None:
            # Nobody can be shown anything any more (a closed pipe or terminal): that is for
            # the main thread to find, and no fault of the worker.
            with suppress(OSError):
                self.display.word(worker, job, word)


def together(batch: Batch, crew: Crew) -> None:
    """Have a crew convert what is not up to date, and settle each issue as it comes."""
    pending: dict[Future[Any], Job] = {}
    try:
        for job in batch.jobs:
            row = work.unchanged(job)
            if row is not None:
                batch.settle(row)
                continue
            while len(pending) >= crew.width:
                _collect(batch, crew, pending)
            if batch.stopped_by:
                break
            pending[crew.submit(job)] = job
        while pending:
            _collect(batch, crew, pending)
    except BaseException:
        crew.close(now=True)
        raise
    crew.close(now=False)


def _collect(batch: Batch, crew: Crew, pending: dict[Future[Any], Job]) -> None:
    """Settle the issues whose workers are done, after waiting for one at least."""
    done, _ = wait(pending, return_when=FIRST_COMPLETED)
    for future in done:
        job = pending.pop(future)
        try:
            row = crew.accept(job, future.result())
        except (Exception, CancelledError) as error:  # noqa: BLE001  (the batch goes on)
            plain, fatal = crew.blame(error)
            row = work.failed(job, plain)
            row = replace(row, fatal=fatal or row.fatal)
        batch.settle(row)
