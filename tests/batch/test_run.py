"""Whole runs that are killed, starved, hung and run into one another, and what is left then."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.magazine import write_archive, write_issue
from tests.support.command import Running, files, fukan, gone, leftovers
from tests.support.tools import tool

ISSUES = 4
NAMES = tuple(f"{number:02d}" for number in range(1, ISSUES + 1))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of issues that take about a third of a second each."""
    folder = tmp_path_factory.mktemp("archive")
    for number, name in enumerate(NAMES, 1):
        write_issue(folder, name, number, paragraphs=20)
    return folder


@pytest.fixture(scope="module")
def expected(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run makes of them that nobody disturbs."""
    output = tmp_path_factory.mktemp("expected")
    assert fukan("convert", archive, "-o", output, "-j", "2").code == 0
    made = files(output)
    assert sorted(made) == [f"{name}.{kind}" for name in NAMES for kind in ("epub", "pdf")]
    return made


@pytest.mark.parametrize(
    ("number", "code", "group"),
    [
        (signal.SIGINT, 130, True),  # Ctrl-C in a terminal
        (signal.SIGTERM, 143, False),
        (signal.SIGKILL, -9, False),
    ],
)
def test_a_run_that_is_ended_goes_on_where_it_was(
    number: signal.Signals,
    code: int,
    group: bool,  # noqa: FBT001
    archive: Path,
    expected: dict[str, bytes],
    tmp_path: Path,
) -> None:
    with Running(archive, "-o", tmp_path, "-j", "2") as running:
        first = running.until("issue")
        workers = running.workers()
        running.kill(number, group=group)
        ended = running.finish()
    assert ended.code == code
    assert len(workers) == 2
    assert gone(workers)
    before = files(tmp_path)
    # Whole or not at all: every file that is there is the one that should be there.
    assert before.items() < expected.items()
    assert f"{first['issue']}.epub" in before
    if number is not signal.SIGKILL:
        end = ended.events[-1]
        assert end["stopped_by"] == number.name
        assert end["exit_code"] == code
        assert end["issues"]["stopped"] >= 1

    again = fukan("convert", archive, "-o", tmp_path, "-j", "2", "--json")
    assert again.code == 0
    # Nothing that was finished is made again, not even one of an issue's two files.
    made = {name for row in again.rows().values() for name in row["made"]}
    missing = expected.keys() - before.keys()
    if number is signal.SIGKILL:
        # A worker may die between putting a file in its place and noting it down.
        assert made >= missing
        assert len(made - missing) <= len(workers)
    else:
        assert made == missing
    assert again.statuses()[first["issue"]] == "unchanged"
    assert files(tmp_path) == expected
    assert leftovers(tmp_path) == []


def test_a_single_issue_that_is_interrupted_leaves_nothing_half_done(tmp_path: Path) -> None:
    issue = write_issue(tmp_path / "in", paragraphs=200)
    with Running(issue, "-o", tmp_path / "out") as running:
        running.until("stage", stage="pdf")
        running.kill(signal.SIGINT, group=True)
        ended = running.finish()
    assert ended.code == 130
    assert list(files(tmp_path / "out")) == ["01.epub"]
    assert leftovers(tmp_path) == []
    again = fukan("convert", issue, "-o", tmp_path / "out", "--json")
    assert again.rows()["01"]["made"] == ["01.pdf"]


def test_a_worker_that_is_killed_costs_one_issue(archive: Path, tmp_path: Path) -> None:
    given = (archive, "-o", tmp_path, "-j", "1", "-f", "epub")
    with Running(*given) as running:
        running.until("stage", issue="02", stage="epub")
        for pid in running.workers():
            os.kill(pid, signal.SIGKILL)
        ended = running.finish()
    assert ended.code == 70
    assert ended.statuses() == {**dict.fromkeys(NAMES, "done"), "02": "failed"}
    why = "the worker was ended by SIGKILL (the system may have run out of memory)"
    assert ended.rows()["02"]["reason"] == why
    again = fukan("convert", *given, "--json")
    assert again.code == 0
    assert again.statuses() == {**dict.fromkeys(NAMES, "unchanged"), "02": "done"}
    assert leftovers(tmp_path) == []


def test_an_issue_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    write_archive(tmp_path / "in", 2)
    with Running(
        tmp_path / "in", "-o", tmp_path / "out", "-j", "1", "--time-limit", "15"
    ) as running:
        running.until("stage", issue="01", stage="pdf")
        (worker,) = running.workers()
        os.kill(worker, signal.SIGSTOP)  # it hangs
        ended = running.finish()
    assert ended.code == 75
    assert ended.statuses() == {"01": "failed", "02": "done"}
    assert ended.rows()["01"]["reason"] == "took longer than 15 s (--time-limit)"
    assert gone([worker])


def test_an_issue_that_needs_too_much_memory_is_given_up(tmp_path: Path) -> None:
    write_issue(tmp_path / "in", "01", paragraphs=4_000)
    write_issue(tmp_path / "in", "02")
    done = fukan(
        *("convert", tmp_path / "in", "-o", tmp_path / "out"),
        *("-j", "1", "--memory-limit", "140", "--json"),
    )
    assert done.code == 71
    assert done.statuses() == {"01": "failed", "02": "done"}
    # How the end comes depends on who asked for more: Python, or a library in C.
    why = done.rows()["01"]["reason"]
    assert why.partition(";")[0] == "needs more memory than 140 MB (--memory-limit)"
    assert done.err == ""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KiB: in memory, mounted in a namespace of its own where that is allowed."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = [tool("mount"), "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk is not allowed here; RLIMIT_FSIZE is tested instead")
    yield folder
    subprocess.run([tool("umount"), "--lazy", str(folder)], check=True)


def test_a_full_disk_ends_the_run_and_harms_nothing(
    small_disk: Path, archive: Path, expected: dict[str, bytes]
) -> None:
    done = fukan("convert", archive, "-o", small_disk, "-j", "2", "--json")
    assert done.code == 73
    assert done.events[-1]["stopped_by"] == "disk full"
    reasons = {row["reason"] for row in done.rows().values() if row["status"] == "failed"}
    assert reasons
    assert all(
        reason.startswith("cannot write ") and reason.endswith(": No space left on device")
        for reason in reasons
    )
    assert "staging" not in "".join(reasons)
    before = files(small_disk)
    assert before
    assert before.items() < expected.items()
    assert leftovers(small_disk) == []
    # With room again, it goes on.
    enlarge = [tool("mount"), "-o", "remount,size=8m", str(small_disk)]
    subprocess.run(enlarge, check=True)
    again = fukan("convert", archive, "-o", small_disk, "-j", "2", "--json")
    assert again.code == 0
    made = [name for row in again.rows().values() for name in row["made"]]
    assert sorted(made) == sorted(expected.keys() - before.keys())
    assert files(small_disk) == expected


def test_a_file_that_cannot_be_written_to_its_end_leaves_the_old_one_whole(tmp_path: Path) -> None:
    issue = write_issue(tmp_path / "in", paragraphs=3)
    output = tmp_path / "out"
    assert fukan("convert", issue, "-o", output).code == 0
    old = files(output)
    write_issue(tmp_path / "in", paragraphs=40)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = fukan("convert", issue, "-o", output, before=limit)
    assert done.code == 73
    assert done.err == f"fukan: {issue}: cannot write 01.epub: File too large\n"
    assert files(output) == old
    assert leftovers(output) == []
    assert fukan("convert", issue, "-o", output).code == 0
    assert files(output) != old


def test_two_runs_at_once_share_the_work(
    archive: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    with (
        Running(archive, "-o", tmp_path, "-j", "2") as one,
        Running(archive, "-o", tmp_path, "-j", "2") as two,
    ):
        ends = [one.finish(), two.finish()]
    assert [end.code for end in ends] == [0, 0]
    assert [end.err for end in ends] == ["", ""]
    made = [name for end in ends for row in end.rows().values() for name in row["made"]]
    assert sorted(made) == sorted(expected)  # each by one of them, once
    assert files(tmp_path) == expected
    assert leftovers(tmp_path) == []


def test_a_run_that_waits_for_another_goes_on_when_that_one_is_killed(tmp_path: Path) -> None:
    issue = write_issue(tmp_path / "in", paragraphs=60)
    with Running(issue, "-o", tmp_path / "out") as first:
        first.until("stage", stage="parse")
        first.kill(signal.SIGSTOP)
        with Running(issue, "-o", tmp_path / "out", "--time-limit", "60") as second:
            second.until("stage", stage="waiting")
            first.kill(signal.SIGKILL)
            ended = second.finish()
    assert ended.code == 0
    assert ended.rows()["01"]["made"] == ["01.epub", "01.pdf"]


HOSTILE = (
    "河湾手记 2023年第1期",
    "two\nlines",
    "\x1b[2Jclear",
    "$(touch pwned) `touch pwned`; touch pwned",
    "{{ 7 * 7 }} {% raise %}",
    "<script>alert(1)</script>".replace("/", "∕"),
    "[bold red]rich[/bold red]".replace("/", "∕"),
    "100%s %(name)s {0}",
    "-o",
    '\'"quoted"\\',
    "…/..",
    os.fsdecode(b"\xff\xfe\xa0"),
    "长" * 83,
)


def test_names_of_files_are_names_and_nothing_else(tmp_path: Path) -> None:
    folder, output = tmp_path / "in", tmp_path / "out"
    for number, name in enumerate(HOSTILE, 1):
        write_issue(folder, name.replace("/", "_"), number)
    plain = fukan("convert", folder, "-o", output, "-f", "epub", cwd=tmp_path)
    assert plain.code == 0
    assert "pwned" not in {path.name for path in tmp_path.rglob("*")}
    assert "\x1b" not in plain.out + plain.err
    assert plain.out.count("\n") == 2 * len(HOSTILE) + 3  # a line and a row each
    made = {os.fsencode(path.name) for path in output.glob("*.epub")}
    assert len(made) == len(HOSTILE)
    assert b"\xff\xfe\xa0.epub" in made
    assert max(map(len, made)) <= 255
    again = fukan("convert", folder, "-o", output, "-f", "epub", "--json", cwd=tmp_path)
    assert set(again.statuses().values()) == {"unchanged"}
    page = (output / ".fukan" / "summary.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "{{ 7 * 7 }}" in page


def test_one_bad_issue_is_a_row_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_archive(folder, 2)
    (folder / "00.txt").write_bytes(b"")
    (folder / "03.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "04.json").write_text(
        '{"schema_version": 1, "masthead": 7, "articles": []}', encoding="utf-8"
    )
    done = fukan(
        *("convert", folder, tmp_path / "absent.txt", "-o", tmp_path / "out", "-f", "epub"),
        *("-j", "2"),
    )
    assert done.code == 66
    assert sorted(files(tmp_path / "out")) == ["01.epub", "02.epub"]
    said = dict(line.removeprefix("fukan: ").split(": ", 1) for line in done.err.splitlines())
    assert {Path(name).name for name in said} == {"00.txt", "03.txt", "04.json", "absent.txt"}
    assert "2 converted, 0 unchanged, 4 failed, 0 not reached" in done.out


def test_the_highest_exit_code_of_several_failures_tells(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    target = tmp_path / "out"
    target.mkdir()
    (target / "01.epub").mkdir()  # a folder in the way of a file
    issue = write_issue(tmp_path / "in")
    done = fukan("convert", tmp_path / "empty.txt", issue, "-o", target, "-f", "epub")
    assert done.code == 73
    # Two workers tell of their issues as they come to their ends.
    assert sorted(done.err.splitlines()) == [
        f"fukan: {tmp_path}/empty.txt: the file holds no text",
        f"fukan: {issue}: cannot write {target}/01.epub: Is a directory",
    ]


def test_the_program_can_stand_anywhere(tmp_path: Path) -> None:
    """Relative paths, and modules of the same name as the library's in the user's folder."""
    write_archive(tmp_path / "in", 2)
    (tmp_path / "jinja2.py").write_text("raise SystemExit(9)", encoding="utf-8")
    shutil.copy(tmp_path / "jinja2.py", tmp_path / "types.py")
    program = "import sys; sys.path.pop(0); from converter.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, "convert", "in", "-o", "out", "-f", "epub"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(files(tmp_path / "out")) == ["01.epub", "02.epub"]
