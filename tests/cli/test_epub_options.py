"""The options of ``fukan convert`` that concern the EPUB."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.cli import main
from converter.epub import fonts
from converter.epub.cover.faces import find_face
from tests.corrections.samples import ISSUE
from tests.support.epub import Epub


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    path = tmp_path / "issue.txt"
    path.write_text(ISSUE, encoding="utf-8")
    return path


def convert(issue: Path, *options: str) -> int:
    out = issue.parent / "out"
    return main(["convert", str(issue), "--format", "epub", "--output", str(out), *options])


def test_an_audit_is_stated_in_the_words_of_the_user(issue: Path) -> None:
    standard = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"
    assert convert(issue, "--conforms-to", standard, "--certified-by", "渡口图书馆") == 0
    book = Epub(issue.parent / "out" / "issue.epub")
    assert book.metadata("opf:meta[@property='dcterms:conformsTo']") == [standard]
    assert book.metadata("opf:meta[@property='a11y:certifiedBy']") == ["渡口图书馆"]


def test_a_certifier_without_a_standard_makes_no_sense(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(issue, "--certified-by", "渡口图书馆") == 64
    said = capsys.readouterr().err
    assert "--certified-by needs --conforms-to, which says what was certified" in said
    assert not (issue.parent / "out").exists()


def test_vertical_lines_are_for_traditional_editions_and_that_is_told(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "--vertical: only issues in Traditional Chinese get vertical lines"
    assert convert(issue, "--vertical") == 0
    assert told in capsys.readouterr().err
    assert convert(issue, "--vertical", "--traditional", "tw") == 0
    assert told not in capsys.readouterr().err


def test_only_the_press_prints_on_sheets(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert(issue, "--signature", "16") == 64
    assert "--signature needs --pdf press" in capsys.readouterr().err


def test_no_folder_has_the_empty_name(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["convert", str(issue), "-o", ""])
    assert ended.value.code == 2
    assert "the name of the folder is empty" in capsys.readouterr().err


def test_the_size_of_embedded_fonts_is_told(
    issue: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # One small typeface for all roles: to open the large ones takes a second each.
    kai = find_face("kai", "zh-Hans")
    monkeypatch.setattr(fonts, "find_face", lambda *_: kai)
    assert convert(issue, "--embed-fonts") == 0
    assert "EPB006 embedded" in capsys.readouterr().err
    assert any(name.endswith("song.ttf") for name in Epub(issue.parent / "out/issue.epub").members)


def test_a_cover_that_is_no_picture_is_refused(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(issue, "--cover", str(issue)) == 64
    assert f"--cover: cannot use {issue}: it is no picture" in capsys.readouterr().err
    assert not list((issue.parent / "out").glob("*.epub"))


def test_the_same_command_gives_the_same_bytes(issue: Path) -> None:
    made = issue.parent / "out" / "issue.epub"
    assert convert(issue, "--force") == 0
    first = made.read_bytes()
    assert convert(issue, "--force") == 0
    assert made.read_bytes() == first


def test_the_moment_of_change_is_the_issues_date_or_what_the_environment_says(
    issue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def modified() -> list[str]:
        book = Epub(issue.parent / "out" / "issue.epub")
        return book.metadata("opf:meta[@property='dcterms:modified']")

    assert convert(issue) == 0
    own = modified()
    assert own[0].endswith("T00:00:00Z")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert convert(issue) == 0
    assert modified() == ["2023-11-14T22:13:20Z"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    capsys.readouterr()
    assert convert(issue) == 64
    assert (
        "SOURCE_DATE_EPOCH must be seconds since 1970, not 'yesterday'" in capsys.readouterr().err
    )
