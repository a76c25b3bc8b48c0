"""Cost of a PDF: CPU against bare WeasyPrint and Chromium on the same text, memory, layout.

All are measured in the same run, as whole commands, start-up included: ``fukan convert`` from
the OCR text, the others from plain paragraphs. CPU time of a command and of all processes
that it starts is counted, never the time on the clock; of several runs the least counts.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from converter.model import Issue
from converter.model.serial import to_json
from converter.pipeline import restore
from converter.typeset import composition
from tests.benchmarks.epub import plain, source
from tests.support.tools import chromium

ROOT = Path(__file__).resolve().parents[2]
BARE_BAR = 1.25
"""Times the CPU of bare WeasyPrint."""
CHROMIUM_BAR = 1.0
"""Times the CPU of Chromium printing the same text, all its processes counted."""
EIGHT_BAR = 1.15
"""Times the CPU of bare WeasyPrint, both on eight times the text."""
MEMORY_BAR = 300
"""Megabytes at the peak, one issue."""
LAYOUT_BAR = 1.15
"""Times the CPU of stock WeasyPrint's layout of the same document."""

STYLE = """
@page { size: 185mm 260mm; margin: 25mm 20mm }
html { font: 10.5pt/18pt "Noto Serif CJK SC" }
body { margin: 0 }
p { margin: 0; text-indent: 2em; text-align: justify }
h2 { font: 700 13pt/18pt "Noto Sans CJK SC"; margin: 18pt 0 0 }
"""
BARE = """
import sys
from weasyprint import HTML
HTML(sys.argv[1]).write_pdf(sys.argv[2])
"""
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>


def adopt_orphans() -> None:
    """Let processes whose parent ends become ours, so that their time is counted."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def cpu(command: Sequence[str | Path], runs: int) -> tuple[float, float]:
    """Seconds of CPU of a command and all its processes; their peak memory in megabytes."""
    best, peak = float("inf"), 0.0
    # As an installed program runs: with its modules compiled.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "pyc")
    for _ in range(runs):
        before = os.times()
        peak = max(peak, _run(command, env))
        _wait_for_all()
        after = os.times()
        spent = after.children_user - before.children_user
        best = min(best, spent + after.children_system - before.children_system)
    return best, peak


def _run(command: Sequence[str | Path], env: Mapping[str, str]) -> float:
    """Run a command; its peak memory in MB, whatever other commands have taken before it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, cwd=ROOT, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_maxrss / 1024


def _wait_for_all() -> None:
    """Wait for what is still running of a command."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.05)
        except ChildProcessError:
            break


def many_times(issue: Issue, times: int) -> str:
    """The model of an issue with its articles so many times, each under its own name."""
    model = json.loads(to_json(issue))
    model["articles"] = [
        json.loads(json.dumps(article).replace(article["id"], f"{article['id']}x{number}"))
        for number in range(times)
        for article in model["articles"]
    ]
    return json.dumps(model, ensure_ascii=False)


def page(path: Path, target: Path, times: int = 1) -> Path:
    """The restored text of an issue as a page of plain paragraphs, so many times."""
    issue = restore(path).issue
    bodies = "".join(
        body.partition("<body>")[2].partition("</body>")[0]
        for body in (plain(article) for article in issue.articles)
    )
    head = f'<meta charset="utf-8"><title>x</title><style>{STYLE}</style>'
    target.write_text(
        f'<!DOCTYPE html><html lang="zh-Hans"><head>{head}</head><body>{bodies * times}</body></html>',
        encoding="utf-8",
    )
    return target


def fukan(path: Path, folder: Path) -> list[str | Path]:
    """The command that makes the screen PDF of an issue."""
    command: list[str | Path] = [sys.executable, "-m", "converter", "convert", path]
    return [*command, "-f", "pdf", "-o", folder, "-q", "-j", "1", "--force", "--no-corrections"]


def bare(html: Path, folder: Path) -> list[str | Path]:
    """The command that lets WeasyPrint print a page."""
    return [sys.executable, "-c", BARE, html, folder / "bare.pdf"]


def chrome(html: Path, folder: Path) -> list[str | Path]:
    """The command that lets Chromium print a page."""
    switches = (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-extensions", f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={folder / 'chromium.pdf'}",
    )  # fmt: skip
    return [chromium(), *switches, html.as_uri()]


def layout(html: Path, runs: int) -> tuple[float, float]:
    """CPU seconds of the layout of a page by stock WeasyPrint, and composed; in turns."""
    from weasyprint import HTML

    text = html.read_text(encoding="utf-8")

    def once(block: Callable[[], AbstractContextManager[Any]]) -> float:
        gc.collect()
        start = time.process_time()
        with block():
            HTML(string=text).render()
        return time.process_time() - start

    once(composition)  # faces and tables are loaded once
    stock = composed = float("inf")
    for _ in range(runs):
        stock = min(stock, once(nullcontext))
        composed = min(composed, once(composition))
    return stock, composed


def _line(name: str, value: float, unit: str, bar: str = "") -> None:
    print(f"{name:44} {value:8.2f} {unit}{f' (bar {bar})' if bar else ''}")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 1 if a bar was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pdf", description=__doc__)
    parser.add_argument("--issue", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--times", type=int, default=8, help="times the text for the long run")
    options = parser.parse_args(argv)
    adopt_orphans()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = options.issue or source(folder)
        html = page(path, folder / "page.html")
        missed = _one_issue(path, html, folder, options.runs)
        missed |= _many_times(path, folder, options.times)
        missed |= _layout(html, options.runs)
    return int(missed)


def _one_issue(path: Path, html: Path, folder: Path, runs: int) -> bool:
    cpu(fukan(path, folder), 1)  # compiled modules and templates are kept from here on
    ours, memory = cpu(fukan(path, folder), runs)
    floor, _ = cpu(bare(html, folder), runs)
    rival, _ = cpu(chrome(html, folder), runs)
    _line("fukan convert -f pdf, from the OCR text", ours, "s")
    _line("bare WeasyPrint, plain paragraphs", floor, "s")
    _line("Chromium, plain paragraphs", rival, "s")
    _line("against bare WeasyPrint", ours / floor, "times", f"{BARE_BAR}")
    _line("against Chromium", ours / rival, "times", f"{CHROMIUM_BAR}")
    _line("peak memory", memory, "MB", f"{MEMORY_BAR}")
    return ours > BARE_BAR * floor or ours > CHROMIUM_BAR * rival or memory > MEMORY_BAR


def _many_times(path: Path, folder: Path, times: int) -> bool:
    if times < 2:
        return False
    # As a model: `parse` has its own benchmark of how it grows with the text.
    long = folder / "long.json"
    long.write_text(many_times(restore(path).issue, times), encoding="utf-8")
    html = page(path, folder / "long.html", times)
    ours, _ = cpu(fukan(long, folder), 1)
    floor, _ = cpu(bare(html, folder), 1)
    _line(f"fukan convert, {times} times the text", ours, "s")
    _line(f"bare WeasyPrint, {times} times the text", floor, "s")
    _line("against bare WeasyPrint", ours / floor, "times", f"{EIGHT_BAR}")
    return ours > EIGHT_BAR * floor


def _layout(html: Path, runs: int) -> bool:
    stock, composed = layout(html, runs)
    _line("layout alone, stock", stock, "s")
    _line("layout alone, composed", composed, "s")
    _line("composed against stock", composed / stock, "times", f"{LAYOUT_BAR}")
    return composed > LAYOUT_BAR * stock


if __name__ == "__main__":
    sys.exit(main())
