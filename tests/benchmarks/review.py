"""The proofing page of an issue of 100,000 characters: making it, opening it, scrolling it.

And how soon the preview of an article shows a change of style.

All is CPU time, so that a busy machine changes little: of the program beside that of `fukan
parse` on the same issue, of the page's main thread beside that of the same page without
``content-visibility``, which is what laying out all of it costs.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

from converter.batch.watch import PAUSE
from tests.damage import damaged_issue
from tests.support.tools import chromium

ROOT = Path(__file__).resolve().parents[2]
CHARACTERS = 100_000
MAKING_BAR = 4.0
"""The most by which `fukan review` may cost more than `fukan parse`."""
OPENING_BAR = 1.0
"""The part of what the page costs without ``content-visibility`` that it may cost with it."""
FRAME_BAR = 0.8
"""The same for a frame of scrolling through the whole issue, both sides at once."""
FRAMES = 240
PREVIEW_BAR = 2.0
"""Seconds from saving a style to the new PDF of one article: what was promised. Counted are the
CPU time of the program and the pauses between its looks at the files."""


def issue(folder: Path) -> Path:
    """An invented issue of that many characters, damaged as OCR does."""
    size = 1
    text = damaged_issue(1, "sample", size=size).text
    while len(text) < CHARACTERS:
        size += 1
        text = damaged_issue(1, "sample", size=size).text
    path = folder / "issue.txt"
    path.write_text(text, encoding="utf-8")
    return path


def cpu(*arguments: str | Path, runs: int = 3) -> float:
    """Seconds of CPU of a command, start-up included; of several runs the least."""
    best = float("inf")
    command = [sys.executable, "-m", "converter", *map(str, arguments)]
    for _ in range(runs):
        before = os.times()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        after = os.times()
        spent = after.children_user - before.children_user
        best = min(best, spent + after.children_system - before.children_system)
    return best


def busy(session: CDPSession) -> float:
    """Milliseconds of CPU that the page's main thread has taken: what makes a page stutter."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


_SCROLL = """frames => new Promise(done => {
  const panes = [document.getElementById('source'), document.getElementById('restored')];
  const steps = panes.map(pane => (pane.scrollHeight - pane.clientHeight) / frames);
  let frame = 0;
  const step = () => {
    panes.forEach((pane, n) => { pane.scrollTop += steps[n]; });
    if (++frame < frames) requestAnimationFrame(step); else done(frame);
  };
  requestAnimationFrame(step);
})"""


def opened(browser: Browser, page: Path) -> tuple[float, float, float]:
    """Milliseconds to open the page, to a frame of scrolling, and to choose a doubt."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = busy(session)
    tab.goto(page.as_uri())
    tab.wait_for_selector("body[data-ready]")
    opening = busy(session) - before
    before = busy(session)
    tab.evaluate(_SCROLL, FRAMES)
    frame = (busy(session) - before) / FRAMES
    before = busy(session)
    for _ in range(10):
        tab.keyboard.press("k")
    choosing = (busy(session) - before) / 10
    context.close()
    return opening, frame, choosing


def work(pid: int) -> float:
    """Seconds of CPU that a running process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def preview_seconds(folder: Path, source: Path) -> float:
    """Seconds from saving a style sheet to the PDF of one article; of several times the least."""
    styles = folder / "styles"
    shutil.copytree(ROOT / "styles", styles)
    tokens = styles / "tokens.css"
    text = tokens.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "converter", "convert", str(source), "-o", str(folder / "out"),
               "--watch", "--json", "--article", "1", "--styles", str(styles)]  # fmt: skip
    best = float("inf")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        events = (json.loads(row)["event"] for row in process.stdout)
        for leading in ("1.8", "1.9", "1.75", "1.714"):
            while next(events) != "watching":
                pass
            began = work(process.pid)
            tokens.write_text(text.replace("1.714", leading), encoding="utf-8")
            while next(events) != "preview":
                pass
            best = min(best, work(process.pid) - began + 1.5 * PAUSE)
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    return best


def main(argv: list[str]) -> int:
    """Measure and compare with the bars."""
    del argv
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, page = issue(folder), folder / "page.html"
        parse = cpu("parse", source, "-o", folder / "model.json")
        review = cpu("review", source, "-o", page)
        plain = folder / "plain.html"
        text = page.read_text(encoding="utf-8")
        # Without its policy, which allows only the very style that was made.
        text = text.replace("http-equiv=", "data-was=", 1)
        plain.write_text(text.replace("content-visibility: auto", ""), encoding="utf-8")
        with sync_playwright() as playwright:
            flags = ["--no-sandbox", "--disable-quic"]
            browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
            opened(browser, page)  # once for the caches
            found = min(opened(browser, page) for _ in range(2))
            floor = min(opened(browser, plain) for _ in range(2))
            browser.close()
        seconds = preview_seconds(folder, source)
        size = page.stat().st_size / 1e6
        characters = len(source.read_text(encoding="utf-8"))
    print(f"  {characters:,} characters, page of {size:.1f} MB")
    rows = (
        ("making, beside fukan parse", review / parse, MAKING_BAR, f"{review:.2f} s of CPU"),
        ("opening, beside laying all out", found[0] / floor[0], OPENING_BAR, f"{found[0]:.0f} ms"),
        ("scrolling, the same", found[1] / floor[1], FRAME_BAR, f"{found[1]:.1f} ms a frame"),
        ("from a style to its preview, s", seconds, PREVIEW_BAR, "of CPU, and pauses"),
    )
    for label, value, bar, more in rows:
        mark = "ok" if value <= bar else "MISSED"
        print(f"  {label:32} {value:6.2f}  bar {bar:5.2f}  {mark}  ({more})")
    print(f"  choosing a doubt: {found[2]:.0f} ms (without: {floor[2]:.0f} ms)")
    return int(any(value > bar for _, value, bar, _ in rows))
