"""Time of parsing: the whole command on one issue, and how it grows with the text.

CPU time of the process and its children is counted, never the time on the clock, so a busy
machine disturbs little; of several runs the least counts.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from tests.damage import damaged_issue
from tests.damage.monsters import monsters

ROOT = Path(__file__).resolve().parents[2]
WHOLE_BAR = 0.25
"""Seconds of CPU for ``fukan parse`` of one issue of 85,000 characters, start-up included."""
DOUBLING_BAR = 2.2
"""The most by which twice the text may take longer."""
FORBIDDEN = ("weasyprint", "ebooklib", "opencc", "pydantic", "jinja2", "PIL", "lxml")
"""Libraries that parsing must not import."""


def issue_path() -> Path | None:
    """The real issue beside the checkout, if it is there."""
    return next(iter(sorted((ROOT.parent / "shared" / "issues").glob("*.txt"))), None)


def issue_text() -> str:
    """The real issue, or a damaged one of about its size where there is none."""
    path = issue_path()
    if path is not None:
        return path.read_text(encoding="utf-8")
    return damaged_issue(1, "sample", size=6).text


def cpu_of_command(path: Path, runs: int) -> float:
    """Seconds of CPU of ``fukan parse PATH``, interpreter start-up included.

    The modules are compiled once before, as an installation does it.
    """
    best = float("inf")
    command = [sys.executable, "-m", "converter", "parse", str(path)]
    with tempfile.TemporaryDirectory() as compiled:
        env = {name: value for name, value in os.environ.items() if name not in _NO_BYTECODE}
        env["PYTHONPYCACHEPREFIX"] = compiled
        for _ in range(runs + 1):
            before = os.times()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=env)
            after = os.times()
            spent = after.children_user - before.children_user
            best = min(best, spent + after.children_system - before.children_system)
    return best


_NO_BYTECODE = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")


def imported(path: Path) -> list[str]:
    """The forbidden libraries that parsing imports."""
    code = (
        "import sys; from pathlib import Path; from converter.pipeline import restore;"
        f"restore(Path({str(path)!r})); print(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    names = {name.partition(".")[0] for name in done.stdout.split()}
    return sorted(names & set(FORBIDDEN))


def enlarged(text: str, times: int) -> str:
    """An issue ``times`` as long, which says nothing twice: its articles again in other words."""
    body = _body(text)
    return "\n\n".join([text, *(_in_other_words(body, turn) for turn in range(1, times))])


def repeated(text: str, times: int) -> str:
    """An issue ``times`` as long: its articles again and again, their numbers apart."""
    body = _body(text)

    def numbered(by: int) -> str:
        return re.sub(r"\d{2,}", lambda hit: str(int(hit[0]) + by), body)

    return "\n\n".join([text, *(numbered(turn) for turn in range(1, times))])


def one_article(text: str, times: int) -> str:
    """An issue of one article, ``times`` as long as all of ``text``, which says nothing twice."""
    prose = "\n\n".join(line for line in text.splitlines() if len(line) > 60)
    head = "目录\n\n岛上来信 陆远舟 4\n\n岛上来信\n\n陆远舟"
    return "\n\n".join([head, *(_in_other_words(prose, turn) for turn in range(times))])


def _body(text: str) -> str:
    return text[text.rfind("\n\n", 0, len(text) // 12) + 2 :]


_KEPT = "一二三四五六七八九十是第章节年月日期页图表记者问答链接"
"""Characters that mean something to the parser, or that it counts by."""


def _in_other_words(text: str, turn: int) -> str:
    """The text with other characters for those of its prose, in every turn others."""
    han = sorted({char for char in text if "\u4e00" <= char <= "\u9fff"} - set(_KEPT))
    by = turn * 7919 % max(1, len(han))
    return text.translate(str.maketrans("".join(han), "".join(han[by:] + han[:by])))


def cpu_of_parsing(text: str, runs: int = 1) -> float:
    """Seconds of CPU to restore a text, in a process that has restored none like it before."""
    data = text.encode()
    return min(_cpu_of_child(data) for _ in range(runs))


def _cpu_of_child(data: bytes) -> float:
    from converter.diagnostics import FukanError
    from converter.pipeline import restore

    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        gc.set_threshold(250_000, 50, 100)  # as the command has it
        start = time.process_time()
        with contextlib.suppress(FukanError):
            restore(data, name="bench.txt")
        os.write(writing, repr(time.process_time() - start).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        spent = told.read()
    os.waitpid(child, 0)
    return float(spent)


def growth(make: Callable[[int], str], sizes: Sequence[int], runs: int) -> list[tuple[int, float]]:
    """(characters, seconds) for each size."""
    made = []
    for size in sizes:
        text = make(size)
        made.append((len(text), cpu_of_parsing(text, runs)))
    return made


def worst_doubling(points: Sequence[tuple[int, float]]) -> float:
    """The largest factor by which a doubling of the text lengthens the time."""
    worst = 0.0
    for (n1, t1), (n2, t2) in pairwise(points):
        doublings = math.log2(n2 / n1)
        worst = max(worst, (t2 / max(t1, 1e-4)) ** (1 / doublings))
    return worst


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 1 if a bar was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.parse", description=__doc__)
    parser.add_argument("--issue", type=Path, default=issue_path())
    parser.add_argument("--largest", type=int, default=100, help="times the issue's size")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--monster", type=int, default=80_000, help="characters of a monster")
    options = parser.parse_args(argv)
    missed = _whole(options.issue, options.runs)
    missed |= _issue_growth(options.largest, options.runs)
    missed |= _monsters(options.monster)
    return int(missed)


def _whole(path: Path | None, runs: int) -> bool:
    if path is None:
        print("no real issue beside the checkout: the whole command was not measured")
        return False
    spent = cpu_of_command(path, runs)
    heavy = imported(path)
    print(f"fukan parse, start-up included: {spent:.3f} s of CPU (bar {WHOLE_BAR})")
    print(f"heavy libraries imported: {', '.join(heavy) or 'none'} (bar: none)")
    return spent > WHOLE_BAR or bool(heavy)


def _make_tables() -> None:
    """Tables and regular expressions are made once, by an issue that says other things."""
    from converter.pipeline import restore

    restore(damaged_issue(2, "sample", size=2).data, name="bench.txt")


def _issue_growth(largest: int, runs: int) -> bool:
    text = issue_text()
    sizes = [1]
    while sizes[-1] * 2 <= largest:
        sizes.append(sizes[-1] * 2)
    if sizes[-1] < largest:
        sizes.append(largest)
    _make_tables()
    missed = False
    # Text that is said again costs more from the first time on that it is: with that begin.
    makers = ((enlarged, sizes), (one_article, sizes), (repeated, sizes[2:-1]))
    for make, times in makers:
        points = growth(lambda n, make=make: make(text, n), times, max(1, runs // 2))  # type: ignore[misc]
        name = make.__name__.replace("_", " ")
        print(f"  {name}:")
        for characters, spent in points:
            each = spent / characters * 1e6
            print(f"  {characters:>12,} characters {spent:8.3f} s  {each:6.2f} µs each")
        worst = worst_doubling(points)
        print(f"worst ratio per doubling, {name}: {worst:.2f} (bar {DOUBLING_BAR})")
        missed |= worst > DOUBLING_BAR
    return missed


def _monsters(size: int) -> bool:
    """Each monster at a quarter, a half and the whole of a size, as far as it takes long enough."""
    missed = False
    small, middle, large = monsters(size // 4), monsters(size // 2), monsters(size)
    for name, text in large.items():
        quarter = cpu_of_parsing(small[name])
        if quarter > 5:
            print(f"  {name:26} {quarter:7.2f} s for {len(small[name]):,} characters: hopeless")
            missed = True
            continue
        half, whole = cpu_of_parsing(middle[name]), cpu_of_parsing(text)
        ratio = (whole / max(quarter, 1e-4)) ** 0.5
        slow = ratio > DOUBLING_BAR and whole > 0.1
        missed |= slow
        if slow or whole > 1:
            print(
                f"  {name:26} {quarter:7.3f} {half:7.3f} {whole:7.3f} s"
                f"  × {ratio:.2f} per doubling{'  TOO MUCH' if slow else ''}"
            )
    return missed


if __name__ == "__main__":
    sys.exit(main())
