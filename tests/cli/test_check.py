"""``fukan check``, ``parse``, ``explain`` and ``profile`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.cli import main
from tests.corrections.samples import ISSUE, line

CUT = ISSUE.replace("一个人也没有。", "一个人也没有")


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    path = tmp_path / "issue.txt"
    path.write_text(CUT, encoding="utf-8")
    return path


def correct(issue: Path, toml: str) -> None:
    issue.with_suffix(".corrections.toml").write_text(toml, encoding="utf-8")


def test_doubts_are_printed_and_counted(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(issue)]) == 0

    out = capsys.readouterr().out.splitlines()
    assert (
        f"issue.txt:{line('桥今年')}: HEA003 the paragraph stops in the middle of a sentence: “…，又划回来，一个人也没有”"
        in out
    )
    assert out[-1] == "issue.txt: 0 errors, 1 warning, 0 notes"


def test_the_exit_code_follows_the_severity_that_is_asked_for(issue: Path) -> None:
    assert main(["check", str(issue), "--fail-on", "warning"]) == 1
    assert main(["check", str(issue), "--fail-on", "never"]) == 0


def test_the_profile_beside_the_issue_sets_severities(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue.with_name("fukan.toml").write_text('[severities]\nHEA003 = "error"\n')

    assert main(["check", str(issue)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "issue.txt: 1 error, 0 warnings, 0 notes"


def test_a_mistake_in_the_profile_ends_the_run_with_its_line(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue.with_name("fukan.toml").write_text("\n\ncolors = 1\n")

    assert main(["check", str(issue)]) == 65
    assert "fukan.toml:3: unknown key “colors”; did you mean “colours”?" in capsys.readouterr().err


def test_corrections_beside_the_issue_apply_unless_they_are_not_wanted(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(issue, "[[replace]]\nline = 35\ntext = '一个人也没有'\nwith = '一个人也没有。'\n")

    main(["check", str(issue)])
    assert capsys.readouterr().out.splitlines()[-1] == "issue.txt: 0 errors, 0 warnings, 0 notes"
    main(["check", str(issue), "--no-corrections"])
    assert capsys.readouterr().out.splitlines()[-1] == "issue.txt: 0 errors, 1 warning, 0 notes"


def test_corrections_can_be_named(
    issue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.toml"
    other.write_text("[[seen]]\ncode = 'HEA003'\nline = 35\ntext = '桥今年'\n", encoding="utf-8")

    main(["check", str(issue), "--corrections", str(other)])

    assert (
        capsys.readouterr().out.splitlines()[-1]
        == "issue.txt: 0 errors, 0 warnings, 0 notes, 1 seen"
    )


def test_a_mistake_in_the_corrections_ends_the_run_with_its_line(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(issue, "[[drop]]\nline = 'x'\n")

    assert main(["check", str(issue)]) == 65
    assert (
        "issue.corrections.toml:2: “line” must be a whole number, not a text"
        in capsys.readouterr().err
    )


def test_changes_and_drops_are_listed_on_demand(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue.write_text(CUT.replace("天不亮就有人", "天不亮就有人,", 1), encoding="utf-8")

    main(["check", str(issue), "--changes", "--drops"])
    out = capsys.readouterr().out
    assert "issue.txt:21:22: punctuation-width: “,” → “，”" in out
    assert "issue.txt:33: dropped (running-head): 渡口 7" in out
    main(["check", str(issue), "--changes", "--without", "punctuation-width"])
    assert "punctuation-width" not in capsys.readouterr().out


def test_why_and_what_to_do_are_told_on_demand(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(issue), "-v"])

    assert "    why: Text is missing, or the next piece" in capsys.readouterr().out


def test_messages_are_chinese_in_a_chinese_locale(
    issue: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    main(["check", str(issue)])

    assert capsys.readouterr().out.splitlines()[-1] == "issue.txt: 0 个错误，1 个警告，0 条说明"


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_the_forms_for_programs_are_valid_json(
    issue: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(issue), "--format", form]) == 0

    data = json.loads(capsys.readouterr().out)
    found = data["diagnostics"] if form == "json" else data["runs"][0]["results"]
    assert [one.get("code", one.get("ruleId")) for one in found] == ["HEA003"]


def test_annotations_name_the_file_as_the_user_did(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(issue), "--format", "github"])

    assert capsys.readouterr().out.startswith(
        f"::warning file={issue},line=35,endLine=35,title=HEA003::"
    )


def test_one_issue_that_cannot_be_read_does_not_stop_the_others(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(issue.with_name("none.txt")), str(issue)]) == 66

    printed = capsys.readouterr()
    assert "none.txt: No such file" in printed.err
    assert "issue.txt: 0 errors, 1 warning, 0 notes" in printed.out


def test_the_conversion_to_an_edition_is_reported(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(issue, "[[traditional]]\ntext = '面馆的账本'\nas = '麵館的賬本'\n")

    main(["check", str(issue), "--traditional", "tw"])

    assert (
        "issue.txt: “面馆的账本” → “麵館的賬本” (issue.corrections.toml:1, 1 times)"
        in capsys.readouterr().out
    )


def test_what_a_file_holds_does_not_command_the_terminal(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue.write_text(CUT.replace("撑篙的人\n\n沈 渔", "撑篙\x1b]0;的人\n\n沈 渔"), encoding="utf-8")

    main(["check", str(issue), "--changes", "--drops"])

    assert "\x1b" not in capsys.readouterr().out


def test_parse_applies_corrections_too(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    correct(issue, "[[heading]]\nline = 31\ntext = '他从不'\nlevel = 2\n")

    assert main(["parse", str(issue)]) == 0

    blocks = json.loads(capsys.readouterr().out)["articles"][0]["blocks"]
    assert [block["level"] for block in blocks if block["type"] == "heading"] == [1, 2]


def test_a_code_is_explained(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del issue
    assert main(["explain", "hea003"]) == 0

    out = capsys.readouterr().out
    assert out.startswith(
        "HEA003 · warning\nthe paragraph stops in the middle of a sentence: “…‹end›”\n"
    )
    assert "why it matters: " in out
    assert "what to do: " in out
    assert "example: " in out


def test_all_codes_are_listed(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del issue
    assert main(["explain"]) == 0
    assert "\nHEA003  warning " in capsys.readouterr().out


def test_an_unknown_code_is_refused_with_a_hint(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del issue
    assert main(["explain", "HEA033"]) == 64
    assert "there is no diagnostic HEA033; did you mean HEA003?" in capsys.readouterr().err


def test_a_profile_is_proposed_and_serves_the_issue_from_then_on(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = issue.with_name("dukou.profile.toml")

    assert main(["profile", "init", str(issue), "-o", str(target)]) == 0
    assert main(["profile", "init", str(issue), "-o", str(target)]) == 64
    assert "exists already; --force replaces it" in capsys.readouterr().err
    main(["check", str(issue), "--json"])
    assert json.loads(capsys.readouterr().out)["profile"] == "渡口"
