"""What a batch shows: bars in a terminal, plain lines elsewhere, nothing, or events."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.batch.magazine import write_archive, write_issue
from tests.support.command import command, environment, fukan

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two issues, one of which has doubts, and one that is none."""
    write_archive(tmp_path / "in", 2)
    doubtful = tmp_path / "in" / "02.txt"
    text = doubtful.read_text("utf-8").replace("9 旧书换旧书 顾南\n", "")
    doubtful.write_text(text, encoding="utf-8")
    (tmp_path / "in" / "03.txt").write_bytes(b"")
    return tmp_path / "in"


def in_terminal(*arguments: str | Path, columns: int = 100, **more: str) -> tuple[int, str]:
    """Exit code and all that a terminal was sent."""
    master, slave = pty.openpty()
    size = {"COLUMNS": str(columns), "LINES": "40", "TERM": "xterm-256color"}
    process = subprocess.Popen(
        command(*arguments),
        env=environment(**size, **more),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    said = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        said += piece
    os.close(master)
    return process.wait(), said.decode()


def test_a_terminal_shows_bars_and_then_the_table(archive: Path, tmp_path: Path) -> None:
    code, said = in_terminal(
        "convert", archive, "-o", tmp_path / "out", "-f", "epub", "-j", "1", columns=100
    )
    assert code == 65
    assert "all issues" in said
    assert re.search(r"0[12]\s+writes EPUB", _CONTROL.sub("", said))
    plain = _CONTROL.sub("", said).replace("\r", "")
    assert "fukan: " in plain
    assert "03.txt: the file holds no text" in plain.replace("\n", "")
    table = plain[plain.rindex("issue  ") :]
    assert "2 converted, 0 unchanged, 1 failed, 0 not reached" in table
    assert max(map(len, table.splitlines())) <= 100
    # The bars are gone when it is over: the last thing is the table, whole.
    assert "writes EPUB" not in table
    assert "all issues" not in table


def test_plain_lines_where_there_is_no_terminal(archive: Path, tmp_path: Path) -> None:
    done = fukan("convert", archive, "-o", tmp_path / "out", "-f", "epub", "-j", "1")
    lines = done.out.splitlines()
    assert re.fullmatch(
        r"\[1/3\] 01: 2 articles, 0 errors, 0 warnings, 0 notes, \d+\.\d s", lines[0]
    )
    # What cannot be read is known at once, and may be counted before 02 is ready.
    assert re.fullmatch(
        r"\[[23]/3\] 02: 2 articles, 0 errors, 1 warning, 0 notes, \d+\.\d s", lines[1]
    )
    assert lines[2].split() == [
        *("issue", "pages", "articles", "boxes", "warnings", "errors", "time", "result"),
    ]
    assert re.fullmatch(r"03 +– +– +– +0 +0 +\S+( s)? +the file holds no text *", lines[5])
    assert lines[6].startswith("2 converted, 0 unchanged, 1 failed, 0 not reached; ")
    assert lines[6].endswith(" s with 1 worker")
    assert lines[7] == str(tmp_path / "out" / ".fukan" / "summary.html")
    assert len(lines) == 8
    assert "\x1b" not in done.out + done.err
    assert done.err == f"fukan: {archive}/03.txt: the file holds no text\n"


def test_quiet_says_errors_and_nothing_else(archive: Path, tmp_path: Path) -> None:
    done = fukan("convert", archive, "-o", tmp_path / "out", "-f", "epub", "--quiet")
    assert (done.code, done.out) == (65, "")
    assert done.err == f"fukan: {archive}/03.txt: the file holds no text\n"
    (archive / "03.txt").unlink()
    again = fukan("convert", archive, "-o", tmp_path / "out", "-f", "epub", "-q")
    assert (again.code, again.out, again.err) == (0, "", "")


def test_verbose_says_the_doubts_of_every_issue(archive: Path, tmp_path: Path) -> None:
    done = fukan("convert", archive, "-o", tmp_path / "out", "-f", "epub", "--verbose")
    assert "02.txt:27: ART001 the article “旧书换旧书” is not in the contents\n" in done.err


def test_a_single_issue_tells_its_doubts_and_its_files(archive: Path, tmp_path: Path) -> None:
    given = ("convert", archive / "02.txt", "-o", "out", "-f", "epub")
    done = fukan(*given, cwd=tmp_path)
    assert done.out == "out/02.epub\n02.txt: 0 errors, 1 warning, 0 notes\n"
    assert done.err == "02.txt:27: ART001 the article “旧书换旧书” is not in the contents\n"
    again = fukan(*given, cwd=tmp_path)
    assert again.out == "out/02.epub\n02.txt: 0 errors, 1 warning, 0 notes (unchanged)\n"
    assert again.err == done.err
    assert not (tmp_path / "out" / ".fukan" / "summary.html").exists()


def test_events_are_lines_of_json_for_programs(archive: Path, tmp_path: Path) -> None:
    done = fukan("convert", archive, "-o", tmp_path / "out", "-f", "epub", "-j", "1", "--json")
    events = done.events
    assert events[0] == {"event": "begin", "issues": 3, "workers": 1}
    stages = [(event["issue"], event["stage"]) for event in events if event["event"] == "stage"]
    assert stages == [
        *(("01", "started"), ("01", "parse"), ("01", "epub")),
        *(("02", "started"), ("02", "parse"), ("02", "epub")),
        *(("03", "started"), ("03", "parse")),
    ]
    row = done.rows()["02"]
    assert row["diagnostics"][0]["code"] == "ART001"
    assert row["outputs"] == row["made"] == ["02.epub"]
    assert row["seconds"] > 0
    assert row["peak_memory"] > 1 << 20
    assert [event["settled"] for event in events if event["event"] == "issue"] == [1, 2, 3]
    end = events[-1]
    assert end["exit_code"] == done.code == 65
    assert end["issues"] == {"done": 2, "unchanged": 0, "failed": 1, "stopped": 0}
    # summary.json has the same totals and the rows besides.
    kept = json.loads((tmp_path / "out" / ".fukan" / "summary.json").read_bytes())
    assert {name: value for name, value in end.items() if name in kept}.items() <= kept.items()
    assert [row["issue"] for row in kept["rows"]] == ["01", "02", "03"]
    assert done.err == ""


def test_the_report_goes_where_it_is_wanted_and_its_loss_is_told(
    archive: Path, tmp_path: Path
) -> None:
    given = ("convert", archive, "-o", tmp_path / "out", "-f", "epub")
    fukan(*given, "--report", tmp_path / "report")
    assert (tmp_path / "report" / "summary.html").is_file()
    assert (tmp_path / "report" / "summary.json").is_file()
    (archive / "03.txt").unlink()
    (tmp_path / "file").write_bytes(b"")
    done = fukan(*given, "--report", tmp_path / "file")
    assert done.code == 73
    assert done.err.startswith(f"fukan: cannot write {tmp_path}/file/summary.json: ")
    assert "0 converted, 2 unchanged, 0 failed, 0 not reached" in done.out


def test_a_long_table_is_cut_down_to_what_needs_a_look(tmp_path: Path) -> None:
    for number in range(61):
        write_issue(tmp_path / "in", f"{number:02d}").write_bytes(b"")
    done = fukan("convert", tmp_path / "in", "-o", tmp_path / "out", "-j", "1")
    assert "1 more are listed in the report" in done.out
    assert "0 converted, 0 unchanged, 61 failed, 0 not reached" in done.out


@pytest.mark.browser
def test_the_page_of_the_summary_shows_all_rows_and_scrolls_by_itself(
    archive: Path, tmp_path: Path, chromium_path: str
) -> None:
    write_issue(archive, "<b>粗体</b>{{ 1 }}".replace("/", "∕"))
    fukan("convert", archive, "-o", tmp_path / "out", "-f", "epub", "-j", "1")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 640})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: said.append(request.url))
        page.goto((tmp_path / "out" / ".fukan" / "summary.html").as_uri())
        names = page.locator("tbody th").all_inner_texts()
        reasons = page.locator("tr.failed td").first.inner_text()
        overflow = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        browser.close()
    assert names == ["01", "02", "03", "<b>粗体<∕b>{{ 1 }}"]
    assert reasons.endswith("the file holds no text")
    assert not overflow
    assert len(said) == 1  # the page itself: it needs no other file
