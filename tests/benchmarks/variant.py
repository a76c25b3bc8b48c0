"""What a Traditional edition costs: the whole command with and without it, and where it goes.

CPU time of the process and its children, never the time on the clock; the two commands run
in turns, and of each the least counts. The source's EPUB alone is the floor: it and the
edition's have the same blocks, so that the difference is the conversion.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from tests.benchmarks.parse import ROOT, issue_text

SHARE_BAR = 0.15
"""The most that a variant may add to the CPU of converting to EPUB."""
AGAIN_BAR = 0.01
"""Seconds that a second engine of the same way may take: it is loaded once per process."""


def cpu_of_command(path: Path, folder: Path, extra: Sequence[str]) -> float:
    """Seconds of CPU of ``fukan convert PATH`` to EPUB, interpreter start-up included.

    The modules are compiled once, as those of an installed program are.
    """
    command = [sys.executable, "-m", "converter", "convert", str(path), "--force", "-q"]
    command += ["-o", str(folder), "-f", "epub", *extra]
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    kept["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=kept)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def paired(path: Path, runs: int) -> tuple[float, float]:
    """The least of several runs without and with the edition, taken in turns."""
    plain = edition = float("inf")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        extra = ["--traditional", "tw", "--only-traditional"]
        cpu_of_command(path, folder, extra)  # packs the dictionary, once for this user
        cpu_of_command(path, folder, [])
        for _ in range(runs):
            plain = min(plain, cpu_of_command(path, folder, []))
            edition = min(edition, cpu_of_command(path, folder, extra))
    return plain, edition


def parts(text: str) -> dict[str, float]:
    """Seconds of CPU within this process: loading, the first issue, the next, and parsing."""
    from converter.pipeline import restore

    issue = restore(text.encode(), name="bench.txt").issue
    clock = time.process_time
    start = clock()
    from converter.variant import Edition, convert
    from converter.variant.engine import engine_for

    imported = clock()
    engine_for("s2tw")
    loaded = clock()
    engine_for("s2tw")
    again = clock()
    convert(issue, Edition.TAIWAN)
    first = clock()
    convert(issue, Edition.TAIWAN)
    second = clock()
    return {
        "modules": imported - start,
        "dictionaries": loaded - imported,
        "dictionaries again": again - loaded,
        "first issue": first - again,
        "next issue": second - first,
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 1 if a bar was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.variant", description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args(argv)
    text = issue_text()
    found = parts(text)
    for name, seconds in found.items():
        print(f"  {name:20} {seconds * 1000:7.1f} ms")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "issue.txt"
        path.write_text(text, encoding="utf-8")
        plain, edition = paired(path, options.runs)
    share = edition / plain - 1
    print(
        f"fukan convert to EPUB: {plain:.3f} s of CPU, the Taiwan edition {edition:.3f}: "
        f"{share:+.1%} (bar {SHARE_BAR:.0%})"
    )
    return int(share > SHARE_BAR or found["dictionaries again"] > AGAIN_BAR)


if __name__ == "__main__":
    sys.exit(main())
