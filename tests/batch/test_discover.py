"""From what the user names to issues with names of their own."""

from __future__ import annotations

import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.batch import Discovery, Recipe, discover
from converter.batch.discover import is_model
from converter.diagnostics import MissingInputError, UsageFaultError
from converter.model import Issue, Masthead
from converter.model.serial import to_json
from tests.batch.magazine import write_issue


def names(found: Discovery) -> list[str]:
    return [one.name for one in found.found]


def model(path: Path) -> Path:
    path.write_text(to_json(Issue(masthead=Masthead(title="河湾手记"))), encoding="utf-8")
    return path


def test_a_folder_gives_its_texts_and_models_with_their_sub_folders(tmp_path: Path) -> None:
    write_issue(tmp_path, "2022/01")
    write_issue(tmp_path, "2023/01")
    model(tmp_path / "2023" / "02.json")
    assert names(discover([tmp_path])) == ["2022/01", "2023/01", "2023/02"]


def test_a_folder_keeps_back_what_is_no_issue(tmp_path: Path) -> None:
    write_issue(tmp_path, "01")
    (tmp_path / "settings.json").write_text('{"masthead": 1}', encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "01.corrections.toml").write_text("", encoding="utf-8")
    (tmp_path / "fukan.toml").write_text("", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")
    write_issue(tmp_path, ".git/notes")
    write_issue(tmp_path, "results/04")
    (tmp_path / "results" / ".fukan").mkdir()
    assert names(discover([tmp_path])) == ["01"]


def test_the_output_folder_is_not_searched(tmp_path: Path) -> None:
    write_issue(tmp_path, "01")
    write_issue(tmp_path, "output/02")
    assert names(discover([tmp_path], output=tmp_path / "output")) == ["01"]


def test_a_model_goes_before_the_text_it_was_made_from(tmp_path: Path) -> None:
    text = write_issue(tmp_path, "01")
    made = model(tmp_path / "01.json")
    found = discover([tmp_path])
    assert [one.path for one in found.found] == [made]
    assert found.passed_over == (text,)


def test_a_model_and_its_text_both_named_by_the_user_clash(tmp_path: Path) -> None:
    text, made = write_issue(tmp_path, "01"), model(tmp_path / "01.json")
    found = discover([text, made])
    assert [one.path for one in found.found] == [text]
    (refused,) = found.refused
    assert isinstance(refused.error, UsageFaultError)
    assert str(refused.error) == (
        f"{made} and {text} would both be written as 01.epub; convert them to different folders"
    )


def test_only_the_form_of_a_model_makes_a_json_file_an_issue(tmp_path: Path) -> None:
    assert is_model(model(tmp_path / "a.json"))
    other = tmp_path / "b.json"
    for text in ("[]", "nonsense", "{}", '{"masthead": {}, "articles": []}', "[" * 100_000):
        other.write_text(text, encoding="utf-8")
        assert not is_model(other)


def test_patterns_are_matched_by_the_program_where_the_shell_did_not(tmp_path: Path) -> None:
    write_issue(tmp_path, "2022/01")
    write_issue(tmp_path, "2022/11")
    write_issue(tmp_path, "2023/02")
    assert names(discover([f"{tmp_path}/**/0?.txt"])) == ["01", "02"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = write_issue(tmp_path, "[2022] 第1期？")
    assert [one.path for one in discover([path]).found] == [path]


def test_a_list_names_inputs_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_issue(tmp_path, "a/01")
    write_issue(tmp_path, "b/02")
    Path("issues.list").write_bytes(b"\xef\xbb\xbf# the good ones\r\na/01.txt\r\n\r\nb\n")
    assert names(discover(["@issues.list"])) == ["01", "02"]


def test_a_list_with_nul_bytes_can_name_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = write_issue(tmp_path, "two\nlines")
    even = write_issue(tmp_path, "02")
    data = b"\0".join(os.fsencode(path) for path in (odd, even)) + b"\0"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
    assert names(discover(["@-"])) == ["two\nlines", "02"]


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ("absent.txt", "cannot read absent.txt: no such file or folder"),
        ("none*.txt", "none*.txt: no file matches"),
        ("@absent", "cannot read the list absent: No such file or directory"),
        ("empty", "empty: the folder holds no .txt file and no model (.json)"),
        ("", "the name of an input is empty"),
    ],
)
def test_what_is_not_there_is_refused_and_the_rest_is_found(
    given_: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    write_issue(tmp_path, "01")
    found = discover([given_, "01.txt"])
    assert names(found) == ["01"]
    (refused,) = found.refused
    assert isinstance(refused.error, MissingInputError)
    assert str(refused.error) == said


def test_a_link_that_leads_nowhere_is_told_and_the_rest_is_found(tmp_path: Path) -> None:
    write_issue(tmp_path, "01")
    (tmp_path / "02.txt").symlink_to(tmp_path / "moved.txt")
    found = discover([tmp_path])
    assert names(found) == ["01"]
    (refused,) = found.refused
    assert refused.path == str(tmp_path / "02.txt")
    assert str(refused.error) == (
        f"cannot read {tmp_path / '02.txt'}: it is a link that leads nowhere"
    )


@pytest.mark.parametrize("beside", [True, False])
def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, beside: bool
) -> None:
    write_issue(tmp_path, "1990/01")
    if beside:
        write_issue(tmp_path, "1991/01")
    closed, look = str(tmp_path / "1990"), os.scandir

    def scandir(folder: str) -> object:
        if folder == closed:
            raise PermissionError(13, "Permission denied", folder)
        return look(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    found = discover([tmp_path])
    assert names(found) == ["1991/01"] * beside
    (refused,) = found.refused
    assert str(refused.error) == f"cannot read {closed}: Permission denied"


def test_an_issue_named_twice_is_converted_once(tmp_path: Path) -> None:
    path = write_issue(tmp_path, "01")
    (tmp_path / "link.txt").symlink_to(path)
    assert len(discover([path, tmp_path, f"{tmp_path}/*.txt"]).found) == 1


def test_equal_names_in_different_folders_get_their_folders(tmp_path: Path) -> None:
    paths = [write_issue(tmp_path, name) for name in ("a/x/01", "b/01", "b/02")]
    assert names(discover(paths)) == ["a/x/01", "b/01", "02"]


def test_two_archives_with_equal_folders_are_kept_apart(tmp_path: Path) -> None:
    write_issue(tmp_path, "old/2022/01")
    write_issue(tmp_path, "new/2022/01")
    found = discover([tmp_path / "old", tmp_path / "new"])
    assert names(found) == ["old/2022/01", "new/2022/01"]


def test_names_that_some_disks_take_for_the_same_are_the_same(tmp_path: Path) -> None:
    write_issue(tmp_path, "Spring")
    write_issue(tmp_path, "SPRING")
    found = discover([tmp_path])
    assert len(found.found) == 1
    assert "would both be written as" in str(found.refused[0].error)


def test_an_edition_of_one_issue_does_not_overwrite_another_issue(tmp_path: Path) -> None:
    paths = [write_issue(tmp_path, "01"), write_issue(tmp_path, "01.zh-Hant")]
    assert len(discover(paths).found) == 2
    found = discover(paths, recipe=Recipe(editions=("", "zh-Hant")))
    assert names(found) == ["01"]
    assert "01.zh-Hant.epub" in str(found.refused[0].error)


@given(st.text(alphabet="长江志𠮷a\u0301 .", min_size=80, max_size=120))
def test_long_names_are_shortened_to_what_a_disk_can_hold(stem: str) -> None:
    path = Path("x") / f"{stem}.txt"
    from converter.batch.discover import _short

    short = _short(path.stem)
    assert len(os.fsencode(f"{short}.zh-Hant-TW.epub")) <= 255
    assert short == path.stem or short.startswith(path.stem[:20])
    assert _short(path.stem) == short


def test_a_name_of_bytes_that_are_no_text_is_found(tmp_path: Path) -> None:
    raw = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.txt")  # noqa: PTH118  (bytes)
    with open(raw, "wb") as handle:  # noqa: PTH123
        handle.write(b"x")
    (found,) = discover([tmp_path]).found
    assert os.fsencode(found.name) == b"\xff\xfe"
