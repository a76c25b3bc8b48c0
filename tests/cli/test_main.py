"""The command as a whole: how fast it answers, how it ends, what it speaks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from converter import __version__
from tests.batch.magazine import write_archive, write_issue
from tests.support.command import command, environment, fukan
from tests.support.epub import Epub

# The least of several runs counts, since start-up is all that is measured.
RUNS = 5
HELP_BAR = 0.15


def cpu_of(*arguments: str) -> float:
    best = float("inf")
    for _ in range(RUNS):
        before = os.times()
        subprocess.run(
            command(*arguments), env=environment(), check=True, stdout=subprocess.DEVNULL
        )
        after = os.times()
        user = after.children_user - before.children_user
        best = min(best, user + after.children_system - before.children_system)
    return best


@pytest.mark.parametrize(
    ("command_line", "said"),
    [
        (("parse",), "Write the restored issue as JSON."),
        (("check",), "Report what is doubtful in an issue."),
        (("explain",), "Say what a diagnostic code means."),
        (("profile", "init"), "Propose a profile from issues of one magazine."),
    ],
)
def test_the_help_of_each_command_says_what_it_does(
    command_line: tuple[str, ...], said: str
) -> None:
    assert said in fukan(*command_line, "--help").out


@pytest.mark.parametrize("arguments", [("--help",), ("convert", "--help"), ("--version",)])
def test_help_answers_at_once(arguments: tuple[str, ...]) -> None:
    assert cpu_of(*arguments) < HELP_BAR


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom converter.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    heavy = {"weasyprint", "ebooklib", "opencc", "pydantic", "jinja2", "PIL", "lxml", "rich"}
    assert heavy & {name.partition(".")[0] for name in done.stderr.split()} == set()
    for name in ("convert", "parse", "check", "explain", "profile"):
        assert f"    {name} " in done.stdout


def test_the_version_is_the_package_s() -> None:
    assert fukan("--version").out == f"fukan {__version__}\n"


@pytest.mark.parametrize("arguments", [(), ("frobnicate",), ("convert",), ("check", "--frob", "x")])
def test_a_command_line_that_makes_no_sense_is_told_so(arguments: tuple[str, ...]) -> None:
    done = fukan(*arguments)
    assert done.code == 2
    assert done.err.startswith("usage: fukan")
    assert ": error: " in done.err


@pytest.mark.parametrize("command", [("check",), ("convert",), ("profile", "init")])
def test_a_command_that_does_not_know_an_option_shows_its_own_usage(
    command: tuple[str, ...],
) -> None:
    done = fukan(*command, "--frob", "issue.txt")
    assert done.code == 2
    named = " ".join(command)
    assert done.err.startswith(f"usage: fukan {named} [-h]")
    assert done.err.endswith(f"fukan {named}: error: unrecognized arguments: --frob\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only-traditional",), "--only-traditional needs --traditional tw, hk or t"),
        (("--jobs", "0"), "--jobs: 0 makes no sense"),
        (("--time-limit", "-1"), "--time-limit: -1 makes no sense"),
        (("--memory-limit", "-1"), "--memory-limit: -1 makes no sense"),
        (("--profile", "absent.toml"), "--profile: there is no file absent.toml"),
        (("--glossary", "absent.toml"), "--glossary: there is no file absent.toml"),
        (("--templates", "absent"), "--templates: absent is not a folder"),
        (("--styles", "absent"), "--styles: absent is not a folder"),
        (("--size", "99"), "--size: 99 pt is not between 8 and 16"),
    ],
)
def test_options_that_make_no_sense_are_refused_before_any_work(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    write_issue(tmp_path)
    done = fukan("convert", "01.txt", *arguments, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (64, "", f"fukan: {said}\n")
    assert not (tmp_path / "output").exists()


def test_a_glossary_without_an_edition_for_it_is_refused(tmp_path: Path) -> None:
    write_issue(tmp_path)
    (tmp_path / "names.toml").write_text('[names]\n"余波" = "余波"\n', encoding="utf-8")
    done = fukan("convert", "01.txt", "--glossary", "names.toml", cwd=tmp_path)
    assert done.code == 64
    assert done.err.startswith("fukan: --glossary needs --traditional or --simplified")


def test_a_full_disk_behind_a_redirection_is_told(tmp_path: Path) -> None:
    issue = write_issue(tmp_path)
    for arguments in (("parse", issue), ("check", issue), ("explain",)):
        with open("/dev/full", "wb") as full:  # noqa: PTH123
            done = subprocess.run(
                command(*arguments), env=environment(), stdout=full, stderr=subprocess.PIPE,
                check=False,
            )  # fmt: skip
        assert done.returncode == 73
        assert done.stderr == b"fukan: cannot print: No space left on device\n"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    write_archive(tmp_path / "in", 3)
    with subprocess.Popen(
        command("convert", tmp_path / "in", "-o", tmp_path / "out", "-f", "epub", "--json"),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_terminal_that_knows_no_chinese_gets_escapes_and_no_traceback(tmp_path: Path) -> None:
    issue = write_issue(tmp_path, "渡口")
    done = fukan("check", issue, env={"PYTHONIOENCODING": "ascii", "LANG": "C"})
    assert done.code == 0
    assert "\\u6e21\\u53e3.txt: " in done.out


def test_the_user_s_language_is_spoken(tmp_path: Path) -> None:
    write_archive(tmp_path / "in", 2)
    chinese = {"LANG": "zh_CN.UTF-8"}
    done = fukan("convert", "in", "-f", "epub", cwd=tmp_path, env=chinese)
    assert done.code == 0
    assert "[1/2] 0" in done.out
    assert "文章 2 篇" in done.out
    assert "转换 2 期，未变 0 期，失败 0 期，未处理 0 期" in done.out
    page = (tmp_path / "output" / ".fukan" / "summary.html").read_text("utf-8")
    assert '<html lang="zh-Hans">' in page
    assert "已转换" in page
    (tmp_path / "in" / "02.txt").write_bytes(b"")
    assert fukan("convert", "in", "-f", "epub", cwd=tmp_path, env=chinese).code == 65
    again = (tmp_path / "output" / ".fukan" / "summary.html").read_text("utf-8")
    assert "文件中没有文字" in again
    assert "no text" not in again
    checked = fukan("check", "in/01.txt", cwd=tmp_path, env=chinese)
    assert "0 个错误，0 个警告" in checked.out
    # LC_ALL goes before LANG.
    english = fukan("check", "in/01.txt", cwd=tmp_path, env={**chinese, "LC_ALL": "en_GB.UTF-8"})
    assert "0 errors, 0 warnings" in english.out


def test_parse_gives_a_model_that_an_editor_corrects_and_convert_takes(tmp_path: Path) -> None:
    write_issue(tmp_path)
    done = fukan("parse", "01.txt", "-o", "01.json", cwd=tmp_path)
    assert (done.code, done.out) == (0, "")
    assert fukan("parse", "01.txt", cwd=tmp_path).out == (tmp_path / "01.json").read_text("utf-8")
    model = json.loads((tmp_path / "01.json").read_bytes())
    assert [article["title"][0]["value"] for article in model["articles"]] == [
        "渡口的灯",
        "旧书换旧书",
    ]
    model["articles"][0]["title"][0]["value"] = "渡口的一盏灯"
    edited = json.dumps(model, ensure_ascii=False)
    (tmp_path / "01.json").write_text(edited, encoding="utf-8")

    # A folder with both: the model goes first, since an editor made it.
    both = fukan("convert", ".", "-f", "epub", cwd=tmp_path)
    assert both.code == 0
    told = both.err.splitlines()
    assert told[0] == "fukan: 01.txt: its model beside it is converted instead"
    assert "TOC004 the contents say “渡口的灯”, the article “渡口的一盏灯”" in told[1]
    direct = fukan("convert", "01.json", "-o", "direct", "-f", "epub", cwd=tmp_path)
    assert direct.code == 0
    assert direct.out == "direct/01.epub\n01.json: 0 errors, 1 warning, 0 notes\n"
    for folder in ("output", "direct"):
        book = Epub(tmp_path / folder / "01.epub")
        assert "渡口的一盏灯" in str(book.nav())
    # A model that is checked and parsed again stays what it is.
    assert json.loads(fukan("parse", "01.json", cwd=tmp_path).out)["articles"] == model["articles"]
    assert fukan("check", "01.json", cwd=tmp_path).code == 0


def test_editions_and_formats_are_named_after_the_issue(tmp_path: Path) -> None:
    write_issue(tmp_path, "河湾 01")
    done = fukan("convert", "河湾 01.txt", "--traditional", "hk", "-f", "epub", cwd=tmp_path)
    assert done.code == 0
    assert done.out.splitlines()[:2] == ["output/河湾 01.epub", "output/河湾 01.zh-Hant-HK.epub"]
    only = fukan(
        *("convert", "河湾 01.txt", "--traditional", "tw", "--only-traditional", "-f", "pdf"),
        cwd=tmp_path,
    )
    assert only.out.splitlines()[:1] == ["output/河湾 01.zh-Hant-TW.pdf"]
    assert not (tmp_path / "output" / "河湾 01.pdf").exists()
    both = fukan("convert", "河湾 01.txt", "-f", "pdf", "-f", "epub", "-o", "both", cwd=tmp_path)
    assert both.out.splitlines()[:2] == ["both/河湾 01.epub", "both/河湾 01.pdf"]
