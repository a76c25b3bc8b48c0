"""What is up to date is not made again, and what is gone is taken away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.diagnostics import MissingInputError, OutputError
from converter.library import build as made_by
from converter.library import issues
from tests.library.archive import build, convert_all, recipe, write_text

M = "he-wan-shou-ji"


@pytest.fixture
def output(archive: Path, tmp_path: Path) -> Path:
    """A copy of the archive with its library, as it was left."""
    target = tmp_path / "out"
    shutil.copytree(archive, target, copy_function=shutil.copy2)
    build(target, search=False)
    return target


def stamps(site: Path) -> dict[str, int]:
    return {
        path.relative_to(site).as_posix(): path.stat().st_mtime_ns
        for path in site.rglob("*")
        if path.is_file()
    }


def changed(before: dict[str, int], after: dict[str, int]) -> set[str]:
    return {name for name, time in after.items() if before.get(name) != time}


def test_a_second_run_makes_nothing(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stamps(output / "library")
    for name in ("write_issue", "write_annual", "overview", "year_page", "load"):
        monkeypatch.setattr(made_by, name, lambda *_, **__: pytest.fail("something was made"))
    report = build(output, search=False)
    assert (report.written, report.removed) == (0, 0)
    assert report.unchanged == len(before)
    assert stamps(output / "library") == before


def test_a_changed_issue_leaves_the_others_alone(output: Path, tmp_path: Path) -> None:
    before = stamps(output / "library")
    path = write_text(tmp_path / "in", 2023, 2, 26, paragraphs=5)
    convert_all(output, [path], recipe())
    build(output, search=False)
    names = changed(before, stamps(output / "library"))
    assert f"{M}/2023-02/a01.html" in names
    assert f"{M}/2023-02/{M}-2023-02.epub" in names
    assert not any(name.startswith((f"{M}/2023-01/", f"{M}/2022", "shan-he")) for name in names)
    assert f"{M}/authors.html" not in names, "its text is the same, so the file stays"


def test_a_new_issue_is_added_where_it_belongs(output: Path, tmp_path: Path) -> None:
    before = stamps(output / "library")
    convert_all(output, [write_text(tmp_path / "in", 2023, 3, 27)], recipe())
    report = build(output, search=False)
    names = changed(before, stamps(output / "library"))
    assert report.issues == 5
    assert {f"{M}/2023-03/index.html", f"{M}/2023-02/index.html", f"{M}/2023.html"} <= names
    assert not any(name.startswith((f"{M}/2023-01/", f"{M}/2022-12/", "shan-he")) for name in names)


def test_an_issue_that_is_gone_is_taken_away_with_its_pages(output: Path) -> None:
    shutil.rmtree(issue_state(output, "2023-02"))
    report = build(output, search=False)
    assert report.issues == 3
    assert report.removed == 8
    assert not (output / "library" / M / "2023-02").exists()
    assert "2023-02" not in (output / "library" / M / "index.html").read_text(encoding="utf-8")


def issue_state(output: Path, name: str) -> Path:
    from converter.store import IssueState

    return IssueState.of(output, name).folder


def test_files_of_others_in_the_folder_stay(output: Path) -> None:
    own = output / "library" / M / "2023-02" / "notes.txt"
    own.write_text("mine", encoding="utf-8")
    shutil.rmtree(issue_state(output, "2023-02"))
    build(output, search=False)
    assert own.read_text(encoding="utf-8") == "mine"


def test_a_page_that_was_changed_or_lost_is_made_again(output: Path) -> None:
    page = output / "library" / M / "2023-01" / "a01.html"
    good = page.read_bytes()
    page.write_bytes(b"spoilt")
    (output / "library" / "style.css").unlink()
    report = build(output, search=False)
    assert report.written == 2
    assert page.read_bytes() == good
    assert (output / "library" / "style.css").is_file()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": 99, "parts": {}}', b"\xff"])
def test_a_damaged_record_costs_time_and_nothing_else(damage: bytes, output: Path) -> None:
    before = stamps(output / "library")
    records = list((output / ".fukan" / "library").glob("*.json"))  # of this site, and of others
    assert records
    for record in records:
        record.write_bytes(damage)
    for path in (output / ".fukan").rglob("library.json"):
        path.write_bytes(damage)
    report = build(output, search=False)
    assert report.written == 0
    assert stamps(output / "library") == before


def test_the_same_archive_gives_the_same_bytes(archive: Path, output: Path) -> None:
    del archive

    def contents() -> Iterator[tuple[str, bytes]]:
        for path in sorted((output / "library").rglob("*")):
            if path.is_file():
                yield path.relative_to(output).as_posix(), path.read_bytes()

    before = dict(contents())
    shutil.rmtree(output / "library")
    report = build(output, search=False)
    assert report.written == len(before)
    assert dict(contents()) == before


def test_a_run_that_breaks_off_goes_on_where_it_was(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = set(stamps(output / "library"))
    shutil.rmtree(output / "library")
    count = 0
    write = issues.write_issue

    def breaking(*arguments: object) -> object:
        nonlocal count
        count += 1
        if count == 3:
            raise KeyboardInterrupt
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(made_by, "write_issue", breaking)
    with pytest.raises(KeyboardInterrupt):
        build(output, search=False)
    monkeypatch.setattr(made_by, "write_issue", write)
    first = stamps(output / "library")
    build(output, search=False)
    after = stamps(output / "library")
    assert set(after) == expected
    assert {name: after[name] for name in first} == first, "what was finished is not made again"


def test_a_damaged_model_is_told_and_the_rest_goes_on(output: Path) -> None:
    (issue_state(output, "2023-02") / "model.json.gz").write_bytes(b"no gzip")
    (issue_state(output, "2023-02") / "library.json").unlink()
    report = build(output, search=False)
    assert report.issues == 3
    assert [one.message() for one in report.diagnostics] == [
        "the restored issue 2023-02 is missing or damaged: the library leaves it out",
    ]
    assert [one.message("zh") for one in report.diagnostics] == [
        "还原后的 2023-02 缺失或损坏，文库未收入该期",
    ]


def test_a_folder_with_nothing_in_it_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"holds no converted issue; convert some first: "):
        build(tmp_path)
    with pytest.raises(MissingInputError, match=r"^there is no folder .*fukan convert"):
        build(tmp_path / "nowhere")


def test_a_place_that_cannot_be_written_is_an_error(output: Path, tmp_path: Path) -> None:
    from converter.library import LibraryOptions, build_library

    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match=r"^cannot write "):
        build_library(LibraryOptions(output=output, site=tmp_path / "file" / "site", search=False))


def test_a_file_outside_the_output_folder_is_never_taken_in(output: Path) -> None:
    import json

    manifest = issue_state(output, "2023-02") / "manifest.json"
    data = json.loads(manifest.read_bytes())
    entry = next(iter(data["outputs"].values()))
    (output.parent / "secret.epub").write_bytes(b"secret")
    data["outputs"] = {"../secret.epub": entry, f"{output.parent}/secret.epub": entry}
    manifest.write_text(json.dumps(data))
    build(output, search=False)
    assert not any(p.read_bytes() == b"secret" for p in (output / "library").rglob("*.epub"))
