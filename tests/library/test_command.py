"""``fukan library`` as a user meets it: what it prints, in which language, with which code."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
from pathlib import Path
from urllib.request import urlopen

import pytest

from converter.cli import main
from converter.store import IssueState
from tests.support.command import command, environment


@pytest.fixture
def output(archive: Path, tmp_path: Path) -> Path:
    target = tmp_path / "out"
    shutil.copytree(archive, target, copy_function=shutil.copy2)
    return target


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["library", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_it_says_what_it_made(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, output, "--no-search")
    site = output / "library"
    first, page = out.splitlines()
    assert code == 0
    assert first.startswith("2 magazines, 4 issues, 9 articles; ")
    assert page == str(site / "index.html")
    assert err == ""
    code, out, _ = run(capsys, output, "--no-search")
    assert "; 0 files written, " in out


def test_it_says_so_in_chinese(
    output: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    _, out, _ = run(capsys, output, "--no-search")
    assert out.startswith("2 种期刊，4 期，9 篇；写入 ")


def test_doubts_about_the_series_are_told_and_decide_the_code(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(IssueState.of(output, "2023-01").folder)
    code, out, _ = run(capsys, output, "--check")
    assert (code, out) == (0, "SER002 河湾手记: 2023年第1期 is missing\n")
    assert run(capsys, output, "--check", "--fail-on", "warning")[0] == 1
    assert run(capsys, output, "--check", "--fail-on", "never")[0] == 0
    assert run(capsys, output, "--check", "--quiet") == (0, "", "")


def test_a_profile_decides_how_severe_a_doubt_is(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(IssueState.of(output, "2023-01").folder)
    profile = tmp_path / "x.profile.toml"
    profile.write_text('name = "河湾手记"\n[severities]\nSER002 = "error"\n', encoding="utf-8")
    assert run(capsys, output, "--check", "--profile", profile)[0] == 1
    profile.write_text('name = "河湾手记"\n[severities]\nSER002 = "off"\n', encoding="utf-8")
    code, out, _ = run(capsys, output, "--check", "--profile", profile)
    assert (code, out) == (0, "3 issues, no doubt about the series\n")


def test_a_sound_series_is_told_too(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, output, "--check") == (0, "4 issues, no doubt about the series\n", "")


def test_a_script_gets_json(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(IssueState.of(output, "2023-01").folder)
    code, out, _ = run(capsys, output, "--no-search", "--json")
    data = json.loads(out)
    assert code == 0
    assert (data["magazines"], data["issues"], data["articles"]) == (2, 3, 7)
    assert [one["code"] for one in data["diagnostics"]] == ["SER002"]
    assert data["site"] == str(output / "library")


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "https://", "http://x/?q=1"])
def test_an_address_that_is_none_is_refused(
    url: str, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, output, "--base-url", url)
    assert (code, out) == (64, "")
    assert err == (
        f"fukan: --base-url: {url} is not an address such as https://example.org/library/\n"
    )


def test_a_folder_without_issues_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(capsys, tmp_path / "nothing")
    assert code == 66
    assert err == (
        f"fukan: there is no folder {tmp_path}/nothing; "
        f"convert some first: fukan convert … --output {tmp_path}/nothing\n"
    )


def test_own_templates_and_styles_are_used(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "looks" / "library").mkdir(parents=True)
    (tmp_path / "looks" / "library" / "years.html").write_text(
        '{% extends "library/layout.html" %}{% block main %}<h1>ours</h1>{% endblock %}'
    )
    (tmp_path / "looks" / "library.css").write_text("body { color: teal }")
    looks = tmp_path / "looks"
    site = tmp_path / "site"
    run(capsys, output, "--no-search", "--templates", looks, "--styles", looks, "-o", site)
    assert "<h1>ours</h1>" in (site / "he-wan-shou-ji/years.html").read_text(encoding="utf-8")
    assert (site / "style.css").read_text() == "body { color: teal }"


def test_it_serves_until_it_is_stopped(output: Path) -> None:
    arguments = ("library", output, "--no-search", "--quiet", "--serve", "--port", "0")
    with subprocess.Popen(
        command(*arguments), env=environment(), stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        address = line.partition(" ")[0]
        assert line == f"{address} (Ctrl-C ends it)\n"
        with urlopen(address, timeout=20) as page:  # noqa: S310  (our own server)
            assert "期刊文库" in page.read().decode()
        running.send_signal(signal.SIGINT)
        try:
            assert running.wait(timeout=20) == 0
        finally:
            running.kill()  # one that does not end would be waited for
