"""Worker processes die, hang and swell; the others do not notice."""

from __future__ import annotations

import operator
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future, wait
from pathlib import Path
from typing import Any

import pytest

from converter import hanzi, memo
from converter.batch.pool import LocalPool
from converter.batch.signals import Word, listening, tell
from converter.batch.worker import resident_memory
from converter.diagnostics import (
    InputError,
    MemoryLimitError,
    TimeLimitError,
    WorkerLostError,
)
from tests.support.tools import ROOT

MIB = 1 << 20


@pytest.fixture
def pool() -> Iterator[LocalPool]:
    with LocalPool(2) as made:
        yield made


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def gone(*pids: int) -> bool:
    """True once all processes have ended; waits for them."""
    for _ in range(200):
        if not any(alive(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def test_it_is_an_executor_of_the_standard_library(pool: LocalPool) -> None:
    assert isinstance(pool, Executor)
    assert list(pool.map(operator.neg, range(5))) == [0, -1, -2, -3, -4]


def test_a_worker_serves_issue_after_issue(pool: LocalPool) -> None:
    assert len({future.result() for future in [pool.submit(os.getpid) for _ in range(8)]}) <= 2


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ((os._exit, 7), "the worker ended with exit code 7"),
        ((os.abort,), "the worker was ended by SIGABRT: Fatal Python error: Aborted"),
        (
            (signal.raise_signal, signal.SIGKILL),
            "the worker was ended by SIGKILL (the system may have run out of memory)",
        ),
        (
            (signal.raise_signal, signal.SIGSEGV),
            "the worker was ended by SIGSEGV: Fatal Python error: Segmentation fault",
        ),
    ],
)
def test_a_death_fails_one_task_and_says_how(
    call: tuple[Any, ...], said: str, pool: LocalPool
) -> None:
    futures = [pool.submit(operator.add, 1, 1), pool.submit(*call), pool.submit(operator.add, 2, 2)]
    assert futures[0].result() == 2
    with pytest.raises(WorkerLostError) as caught:
        futures[1].result()
    assert str(caught.value) == said
    assert futures[2].result() == 4
    assert pool.submit(operator.add, 3, 3).result() == 6


def test_a_worker_that_died_between_two_tasks_is_replaced() -> None:
    with LocalPool(1) as pool:
        pid = pool.submit(os.getpid).result()
        os.kill(pid, signal.SIGKILL)
        assert gone(pid)
        assert pool.submit(os.getpid).result() != pid


def test_a_task_that_takes_too_long_is_ended() -> None:
    with LocalPool(1, time_limit=0.4) as pool:
        pid = pool.submit(os.getpid).result()
        with pytest.raises(TimeLimitError, match=r"^took longer than 0\.4 s \(--time-limit\)$"):
            pool.submit(time.sleep, 60).result()
        assert gone(pid)
        assert pool.submit(operator.add, 1, 1).result() == 2


def test_the_time_limit_counts_from_the_word_started() -> None:
    with LocalPool(1, time_limit=1.5) as pool:
        assert pool.submit(_late_start, 1.0).result() == "done"


def _late_start(seconds: float) -> str:
    time.sleep(seconds)
    tell("started")
    time.sleep(seconds)
    return "done"


def test_a_task_that_needs_too_much_memory_fails_and_the_worker_is_replaced() -> None:
    with LocalPool(1, memory_limit=200 * MIB) as pool:
        pid = pool.submit(os.getpid).result()
        with pytest.raises(MemoryLimitError) as caught:
            pool.submit(bytearray, 400 * MIB).result()
        assert str(caught.value) == "needs more memory than 200 MB (--memory-limit)"
        assert pool.submit(os.getpid).result() != pid
        assert gone(pid)


def test_a_worker_that_has_swollen_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 * MIB < resident_memory() < 4096 * MIB
    monkeypatch.setattr("converter.batch.pool.RECYCLE_ABOVE", 1)
    with LocalPool(1) as pool:
        assert pool.submit(os.getpid).result() != pool.submit(os.getpid).result()


def _remembered(text: str) -> int:
    """How many answers the worker still has from the tasks before this one."""
    cached: Any = hanzi.key
    before: int = cached.cache_info().currsize
    hanzi.key(text)
    return before


def test_a_worker_forgets_the_sentences_of_the_issue_before() -> None:
    memo.forget()  # a worker begins with what this process remembers
    with LocalPool(1) as pool:
        assert [pool.submit(_remembered, text).result() for text in ("春江", "秋水")] == [0, 0]


def test_an_error_of_the_task_arrives_as_itself(pool: LocalPool) -> None:
    with pytest.raises(ZeroDivisionError):
        pool.submit(operator.truediv, 1, 0).result()
    with pytest.raises(InputError, match=r"^no good$"):
        pool.submit(_refuse, "no good").result()


def _refuse(why: str) -> None:
    raise InputError(why)


def test_what_cannot_travel_fails_its_own_task_only(pool: LocalPool) -> None:
    with pytest.raises(Exception, match=r"pickle|attribute"):
        pool.submit(lambda: 1).result()
    assert pool.submit(operator.add, 1, 1).result() == 2


def test_the_words_of_a_task_reach_the_watcher() -> None:
    heard: list[tuple[int, Word]] = []

    def watch(worker: int, _: Future[Any], word: Word) -> None:
        heard.append((worker, word))

    with LocalPool(1, watch=watch) as pool:
        pool.submit(_late_start, 0.0).result()
        pool.submit(tell, "pdf").result()
    assert heard == [(0, "started"), (0, "pdf")]


def test_words_go_nowhere_where_nobody_listens() -> None:
    tell("pdf")
    heard: list[Word] = []
    with listening(heard.append):
        tell("epub")
    tell("pdf")
    assert heard == ["epub"]


def test_killing_the_pool_ends_processes_and_cancels_what_waits() -> None:
    pool = LocalPool(1)
    pid = pool.submit(os.getpid).result()
    running = pool.submit(time.sleep, 60)
    waiting = pool.submit(time.sleep, 60)
    while not running.running():
        time.sleep(0.01)
    pool.kill()
    wait([running])
    assert isinstance(running.exception(), WorkerLostError)
    with pytest.raises(CancelledError):
        waiting.result()
    assert gone(pid)
    with pytest.raises(RuntimeError, match="shut down"):
        pool.submit(os.getpid)


def test_workers_end_when_the_program_is_killed() -> None:
    program = """
        import os, time
        from converter.batch.pool import LocalPool
        pool = LocalPool(2)
        for future in [pool.submit(os.getpid) for _ in range(2)]:
            future.result()
        busy = [pool.submit(time.sleep, 60) for _ in range(2)]
        print(*pool.process_ids, flush=True)
        busy[0].result()
    """
    started = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    assert started.stdout is not None
    pids = [int(pid) for pid in started.stdout.readline().split()]
    assert pids
    assert all(alive(pid) for pid in pids)
    started.kill()
    started.wait()
    started.stdout.close()
    assert gone(*pids)


def test_a_worker_does_not_import_from_the_folder_where_the_user_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with LocalPool(1) as pool:
        assert pool.submit(operator.add, 1, 1).result() == 2
