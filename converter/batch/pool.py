"""Worker processes that may crash, hang or run out of memory without harm to the others.

The pools of the standard library give up all their work when one process dies
(``BrokenProcessPool``) and cannot end a task that takes too long. This one has the same
interface (:class:`concurrent.futures.Executor`), but every worker has a pipe of its own: a
death, a time limit or a memory limit fails one future, and the next task gets a new worker.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, Any, ParamSpec, TypeVar

from converter.batch.signals import Word
from converter.batch.worker import Answer
from converter.diagnostics import FukanError, MemoryLimitError, TimeLimitError, WorkerLostError
from converter.values import dataclass

P = ParamSpec("P")
T = TypeVar("T")

Watcher = Callable[[int, Future[Any], Word], None]
"""Told what a worker does: its number from 0, the task's future, the word."""

RECYCLE_ABOVE = 166 << 20
"""Bytes that a worker may hold after a task before it is replaced by a fresh one.

One that has written PDFs holds 160 to 210 MiB, most of it in pieces that a PDF of another size
cannot use, and takes some 180 more for the largest; a fresh start costs an eighth of an issue."""

_NEAR = 0.7
"""A worker that dies while it holds this part of what it may take has died of that."""

# Not `-m`: the classes of a module that runs as __main__ have another name when pickled.
_MAIN = "from converter.batch.worker import main; main()"
_ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(slots=True)
class _Task:
    future: Future[Any]
    call: tuple[Callable[..., Any], tuple[Any, ...]]


@dataclass(slots=True)
class _Process:
    """One worker process and the near end of its pipe."""

    popen: subprocess.Popen[bytes]
    connection: Connection
    log: IO[bytes]

    @classmethod
    def start(cls, memory_limit: int) -> _Process:
        near, far = Pipe()
        log = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the process)
        environment = dict(os.environ)
        # The worker finds the package where this process found it, and nothing of the
        # folder the user happens to stand in (-P).
        found = (str(_ROOT), environment.get("PYTHONPATH", ""))
        environment["PYTHONPATH"] = os.pathsep.join(part for part in found if part)
        popen = subprocess.Popen(  # noqa: S603  (this interpreter, our own arguments)
            (sys.executable, "-P", "-c", _MAIN, str(far.fileno()), str(memory_limit)),
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            pass_fds=(far.fileno(),),
            env=environment,
        )
        far.close()
        return cls(popen, near, log)

    def close(self, *, kill: bool) -> int:
        """End the process and return its exit code (a negative one is a signal's)."""
        if kill:
            self.popen.kill()
        self.connection.close()
        if self.popen.stdin:
            self.popen.stdin.close()
        try:
            code = self.popen.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.popen.kill()
            code = self.popen.wait()
        self.log.close()
        return code

    def reap(self) -> int:
        """Wait for the end of a process that has hung up; the most memory it held, in bytes.

        0 where that cannot be told.
        """
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            try:
                pid, status, usage = os.wait4(self.popen.pid, os.WNOHANG)
            except ChildProcessError:  # kill() has waited for it already
                return 0
            if pid:
                self.popen.returncode = os.waitstatus_to_exitcode(status)
                # Linux counts in KiB, macOS in bytes.
                return usage.ru_maxrss if sys.platform == "darwin" else usage.ru_maxrss << 10
            time.sleep(0.005)
        return 0

    def last_words(self) -> str:
        """The line that says most of what the process printed last."""
        self.log.seek(max(0, self.log.seek(0, os.SEEK_END) - 8192))
        said = self.log.read().decode(errors="replace").strip("\0\n").splitlines()
        lines = [line.strip() for line in said if line.strip()]
        fatal = [line for line in lines if line.startswith("Fatal Python error")]
        # The last line of a traceback is the error itself.
        last = lines[-1:] if any(line.startswith("Traceback") for line in lines) else [""]
        return (fatal or last)[-1]


class LocalPool(Executor):
    """Runs functions in up to ``workers`` processes of this machine.

    ``time_limit`` is in seconds, counted from the beginning of a task and anew from its word
    ``started``, but not while it is ``waiting``; ``memory_limit`` in bytes of a worker's
    private memory; 0 is no limit. ``watch`` is called from the pool's threads. Futures fail with
    :class:`WorkerLostError`, :class:`TimeLimitError`, :class:`MemoryLimitError` or with
    what the function raised.
    """

    def __init__(
        self,
        workers: int,
        *,
        time_limit: float = 0,
        memory_limit: int = 0,
        watch: Watcher | None = None,
    ) -> None:
        self._most = max(1, workers)
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._watch = watch
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._processes: dict[int, _Process] = {}
        self._lock = threading.Lock()
        self._idle = 0
        self._closed = False
        self._killed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``fn(*args)`` in a worker; both must be picklable, keywords are not taken."""
        if kwargs:
            msg = "tasks take positional arguments only"
            raise TypeError(msg)
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                msg = "the pool is shut down"
                raise RuntimeError(msg)
            self._tasks.put(_Task(future, (fn, args)))
            if self._tasks.qsize() > self._idle and len(self._threads) < self._most:
                number = len(self._threads)
                thread = threading.Thread(target=self._run, args=(number,), daemon=True)
                self._threads.append(thread)
                thread.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  (the standard's signature)
        """End the workers when their tasks are done."""
        with self._lock:
            self._closed = True
        if cancel_futures:
            self._cancel()
        for _ in self._threads:
            self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def kill(self) -> None:
        """End all workers now; tasks in hand fail with :class:`WorkerLostError`."""
        self._killed = True
        with self._lock:
            self._closed = True
            running = list(self._processes.values())
        self._cancel()
        for process in running:
            with contextlib.suppress(OSError):
                process.popen.kill()
        self.shutdown()

    @property
    def process_ids(self) -> tuple[int, ...]:
        """The ids of the living worker processes."""
        with self._lock:
            return tuple(process.popen.pid for process in self._processes.values())

    def _cancel(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                task = self._tasks.get_nowait()
                if task is not None:
                    task.future.cancel()

    def _run(self, number: int) -> None:
        """One thread: takes tasks and has its worker do them."""
        while True:
            with self._lock:
                self._idle += 1
            task = self._tasks.get()
            with self._lock:
                self._idle -= 1
            if task is None:
                break
            if task.future.set_running_or_notify_cancel():
                self._do(number, task)
        self._end(number, kill=False)

    def _do(self, number: int, task: _Task) -> None:
        try:
            answer = self._answer(number, self._begin(number, task), task)
        except (EOFError, OSError) as error:
            task.future.set_exception(self._lost(number, error))
        except TimeLimitError as error:
            self._end(number, kill=True)
            task.future.set_exception(error)
        except Exception as error:  # noqa: BLE001  (a task or a result that cannot be pickled)
            self._end(number, kill=True)
            task.future.set_exception(error)
        else:
            self._settle(number, task.future, answer)

    def _settle(self, number: int, future: Future[Any], answer: Answer) -> None:
        spent = isinstance(answer.value, MemoryError)
        if spent or answer.resident > RECYCLE_ABOVE:
            self._end(number, kill=False)
        if answer.good:
            future.set_result(answer.value)
        elif spent:
            future.set_exception(self._too_big())
        else:
            future.set_exception(answer.value)

    def _begin(self, number: int, task: _Task, *, again: bool = True) -> _Process:
        """Have the worker take the task; one that has died in its idleness is replaced."""
        process = self._process(number)
        try:
            process.connection.send(task.call)
            process.connection.recv()
        except (EOFError, OSError):
            if not again or self._killed:
                raise
            self._end(number, kill=True)
            return self._begin(number, task, again=False)
        return process

    def _process(self, number: int) -> _Process:
        process = self._processes.get(number)
        if process is not None and process.popen.poll() is not None:  # died between tasks
            self._end(number, kill=True)
            process = None
        if process is None:
            process = _Process.start(self._memory_limit)
            with self._lock:
                self._processes[number] = process
                if self._killed:
                    process.popen.kill()
        return process

    def _answer(self, number: int, process: _Process, task: _Task) -> Answer:
        deadline = time.monotonic() + self._time_limit if self._time_limit else None
        while True:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not process.connection.poll(left):
                msg = f"took longer than {self._time_limit:g} s (--time-limit)"
                raise TimeLimitError(msg)
            said = process.connection.recv()
            if isinstance(said, Answer):
                return said
            if self._time_limit and said.word == "waiting":
                deadline = None  # another run has the time that this takes in its own hand
            if self._time_limit and said.word == "started":
                deadline = time.monotonic() + self._time_limit
            if self._watch is not None:
                self._watch(number, task.future, said.word)

    def _lost(self, number: int, error: Exception) -> FukanError:
        process = self._processes.get(number)
        if process is None:
            return WorkerLostError(f"no worker process could be started: {error}")
        peak = process.reap()
        words = process.last_words()
        code = self._end(number, kill=True)
        if code < 0:
            name = signal.Signals(-code).name if -code in signal.valid_signals() else str(-code)
            reason = f"the worker was ended by {name}"
            if code == -signal.SIGKILL:
                reason += " (the system may have run out of memory)"
        else:
            reason = f"the worker ended with exit code {code}"
        reason += f": {words}" if words else ""
        # A library in C that gets no memory ends the process in its own way.
        if code != -signal.SIGKILL and self._memory_limit and peak > self._memory_limit * _NEAR:
            return self._too_big(f"; {reason}")
        return WorkerLostError(reason)

    def _too_big(self, how: str = "") -> MemoryLimitError:
        limit = (
            f"{self._memory_limit >> 20} MB (--memory-limit)" if self._memory_limit else "there is"
        )
        return MemoryLimitError(f"needs more memory than {limit}{how}")

    def _end(self, number: int, *, kill: bool) -> int:
        with self._lock:
            process = self._processes.pop(number, None)
        return process.close(kill=kill) if process is not None else 0
