"""A whole archive: throughput of two workers, memory of a worker, a second run over the same.

Synthetic issues of the real one's size are converted to EPUB and PDF by the real command.
Throughput is time on the clock, so this one wants a machine that does nothing else; the load
is printed beside it. Everything else is CPU time and memory, which a busy machine disturbs
little.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.damage import damaged_issue

ROOT = Path(__file__).resolve().parents[2]
SIZE = 85_000
"""Characters of the real issue."""
SPREAD = 0.1
"""How far from that an issue of the archive may be, as a part of it."""
_LENGTHS = range(4, 13)
"""What the length of an article is multiplied by until the issue has about that size."""
THROUGHPUT_BAR = 1.8
"""The least by which two workers on two processors are faster than one."""
GROWTH_BAR = 1.10
"""The most that a worker may hold at its last issue, by what it held at its tenth."""
MEMORY_BAR = 350 << 20
"""The most bytes that a worker may ever hold."""
AGAIN_BAR = 0.01
"""The most CPU of a second run over unchanged issues, by that of the first."""


@dataclass
class Run:
    """What a run of the command cost."""

    seconds: float
    cpu: float
    issues: int
    peaks: dict[int, list[int]] = field(default_factory=dict)
    """The memory of each worker after each of its issues, in bytes."""


def write_archive(folder: Path, count: int) -> None:
    """Issues of the real one's size, no two alike."""
    folder.mkdir()
    for number, text in enumerate(itertools.islice(_issues(), count), 1):
        (folder / f"{number:04d}.txt").write_text(text, encoding="utf-8")


def _issues() -> Iterator[str]:
    """Texts from one seed after another; a seed that only makes larger or smaller ones has none."""
    for seed in itertools.count(1):
        sizes = (damaged_issue(seed, "sample", size=size).text for size in _LENGTHS)
        near = (text for text in sizes if abs(len(text) - SIZE) <= SIZE * SPREAD)
        yield from itertools.islice(near, 1)


def convert(folder: Path, output: Path, workers: int) -> Run:
    """Run the command; issues that fail end the benchmark."""
    before, began = os.times(), time.monotonic()
    done = subprocess.run(
        [
            *(sys.executable, "-m", "converter", "convert", str(folder), "--json"),
            *("-o", str(output), "-j", str(workers)),
        ],
        check=True,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    after, seconds = os.times(), time.monotonic() - began
    user = after.children_user - before.children_user
    cpu = user + after.children_system - before.children_system
    events = [json.loads(line) for line in done.stdout.splitlines()]
    return Run(seconds, cpu, int(events[0]["issues"]), _peaks(events))


def _peaks(events: Sequence[dict[str, Any]]) -> dict[int, list[int]]:
    worker_of: dict[str, int] = {}
    peaks: defaultdict[int, list[int]] = defaultdict(list)
    for event in events:
        if event["event"] == "stage":
            worker_of[event["issue"]] = event["worker"]
        elif event["event"] == "issue" and event["peak_memory"]:
            peaks[worker_of[event["issue"]]].append(event["peak_memory"])
    return dict(peaks)


def main(argv: list[str] | None = None) -> int:
    """Measure, print, and return 1 if a bar was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.batch")
    parser.add_argument("--issues", type=int, default=200, help="issues for two workers")
    parser.add_argument("--single", type=int, default=40, help="issues for one worker")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="fukan-bench-") as name:
        return _measure(Path(name), options.issues, options.single)


def _measure(base: Path, count: int, single: int) -> int:
    write_archive(base / "few", single)
    write_archive(base / "all", count)
    load = os.getloadavg()[0]
    one = convert(base / "few", base / "one", 1)
    two = convert(base / "all", base / "two", 2)
    again = convert(base / "all", base / "two", 2)
    missed = _throughput(one, two, load)
    missed |= _memory(two)
    share = again.cpu / two.cpu
    print(
        f"second run over {again.issues} unchanged issues: {again.cpu:.2f} s of CPU, "
        f"{share:.2%} of the first (bar {AGAIN_BAR:.0%})"
    )
    return int(missed or share > AGAIN_BAR)


def _throughput(one: Run, two: Run, load: float) -> bool:
    gain = (two.issues / two.seconds) / (one.issues / one.seconds)
    for run, workers in ((one, 1), (two, 2)):
        print(
            f"{workers} worker{'s' * (workers > 1)}: {run.issues} issues in {run.seconds:.0f} s, "
            f"{3600 * run.issues / run.seconds:,.0f} an hour; "
            f"{run.cpu / run.issues:.2f} s of CPU an issue"
        )
    print(
        f"two workers are {gain:.2f} times as fast as one (bar {THROUGHPUT_BAR}); "
        f"the load before was {load:.1f}, {os.cpu_count()} processors"
    )
    return gain < THROUGHPUT_BAR


def _memory(run: Run) -> bool:
    missed = False
    for worker, peaks in sorted(run.peaks.items()):
        tenth, last = peaks[min(9, len(peaks) - 1)], peaks[-1]
        print(
            f"worker {worker}: {tenth >> 20} MiB at its tenth issue, {last >> 20} at its last, "
            f"the {len(peaks)}th (bar × {GROWTH_BAR}); "
            f"most {max(peaks) >> 20} MiB (bar {MEMORY_BAR >> 20})"
        )
        missed |= last > tenth * GROWTH_BAR or max(peaks) > MEMORY_BAR
    return missed


if __name__ == "__main__":
    sys.exit(main())
