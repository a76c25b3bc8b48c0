"""What the output folder remembers, and that it survives anything."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.batch import IssueState, Manifest, all_manifests
from converter.diagnostics import Diagnostic, OutputError, Severity, Span
from converter.store import Entry, ModelEntry, digest_of, intact
from tests.support.drawn import drawn

FOUND = Diagnostic.of("MST003", Span(3, 5), issn="1234-5678")
ENTRY = Entry("key", 12, 1_700_000_000_000_000_001, "abc", 90, (FOUND, Diagnostic.of("MST001")))


def state_of(folder: Path, name: str = "2022/01") -> IssueState:
    return IssueState.of(folder, name)


def test_a_manifest_comes_back_as_it_was(tmp_path: Path) -> None:
    made = Manifest(
        "2022/01", "in/01.txt", "beef", ModelEntry("m", 9, 4, (FOUND,)), {"2022/01.pdf": ENTRY}
    )
    state = state_of(tmp_path)
    state.save(made)
    assert state.load("2022/01") == made
    severe = state.load("2022/01").outputs["2022/01.pdf"].diagnostics[0].severity
    assert severe is Severity.WARNING


@drawn(100)
@given(st.text(alphabet=st.characters(), max_size=30))
def test_any_name_has_a_folder_that_any_disk_can_hold(name: str) -> None:
    folder = IssueState.of(Path("out"), name).folder
    assert folder.parts[:3] == ("out", ".fukan", "issues")
    assert folder.name.isascii()
    assert len(folder.name) == 24
    assert folder != IssueState.of(Path("out"), f"{name}x").folder


def test_a_name_that_is_no_text_survives(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe")
    state = state_of(tmp_path, name)
    state.save(Manifest(name))
    assert state.load("other").name == name


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"{}", b'{"format": 1}', b'{"format": 99}', b"\xff", None]
)
def test_a_damaged_manifest_is_no_manifest(damage: bytes | None, tmp_path: Path) -> None:
    state = state_of(tmp_path)
    state.save(Manifest("2022/01", outputs={"2022/01.pdf": ENTRY}))
    path = state.folder / "manifest.json"
    if damage is None:
        data = json.loads(path.read_bytes())
        data["outputs"]["2022/01.pdf"]["surprise"] = 1
        damage = json.dumps(data).encode()
    path.write_bytes(damage)
    assert state.load("2022/01") == Manifest("2022/01")


def test_the_model_is_kept_in_the_same_bytes_each_time(tmp_path: Path) -> None:
    state = state_of(tmp_path)
    state.save_model('{"a": "河湾"}\n')
    first = state.model.read_bytes()
    state.save_model('{"a": "河湾"}\n')
    assert state.model.read_bytes() == first
    assert state.load_model() == '{"a": "河湾"}\n'.encode()


@pytest.mark.parametrize("damage", [b"", b"x", gzip.compress(b"{}" * 100, mtime=0)[:-9]])
def test_a_damaged_model_is_no_model(damage: bytes, tmp_path: Path) -> None:
    state = state_of(tmp_path)
    assert state.load_model() is None
    state.save_model("{}")
    state.model.write_bytes(damage)
    assert state.load_model() is None


def test_a_file_is_intact_as_long_as_its_content_is(tmp_path: Path) -> None:
    path = tmp_path / "01.pdf"
    path.write_bytes(b"%PDF")
    stat = path.stat()
    entry = Entry("key", stat.st_size, stat.st_mtime_ns, digest_of(path))
    assert intact(path, entry)
    os.utime(path, ns=(1, 1))
    assert intact(path, entry)
    path.write_bytes(b"%pdf")
    assert not intact(path, entry)
    path.write_bytes(b"%PDF-")
    assert not intact(path, entry)
    path.unlink()
    assert not intact(path, entry)


def test_all_issues_are_listed_by_name(tmp_path: Path) -> None:
    assert list(all_manifests(tmp_path)) == []
    for name in ("b", "a", "c/d"):
        state_of(tmp_path, name).save(Manifest(name))
    (state_of(tmp_path, "b").folder / "manifest.json").write_bytes(b"broken")
    assert [manifest.name for _, manifest in all_manifests(tmp_path)] == ["a", "c/d"]


def _hold(folder: str, pipe: Connection) -> None:
    with IssueState(Path(folder)).locked():
        pipe.send("held")
        pipe.recv()


def test_a_lock_holds_back_another_process_and_ends_with_its_holder(tmp_path: Path) -> None:
    state = state_of(tmp_path)
    spawn = multiprocessing.get_context("spawn")
    near, far = spawn.Pipe()
    holder = spawn.Process(target=_hold, args=(str(state.folder), far))
    holder.start()
    assert near.recv() == "held"
    waited: list[bool] = []

    def waiting() -> None:
        waited.append(True)
        holder.kill()

    with state.locked(waiting):
        assert waited == [True]
    holder.join()
    with state.locked(waiting):
        assert waited == [True]


def test_the_staging_folder_is_empty_and_leaves_nothing(tmp_path: Path) -> None:
    state = state_of(tmp_path)
    with state.locked(), state.staging() as folder:
        (folder / "half.pdf").write_bytes(b"x")
        left = folder
    assert not left.exists()
    left.mkdir()
    (left / "of a run that was killed").write_bytes(b"x")
    with state.locked(), state.staging() as folder:
        assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_an_error_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / ".fukan").write_bytes(b"a file in the way")
    with (
        pytest.raises(OutputError, match=r"^cannot write .*: Not a directory$"),
        state_of(tmp_path).locked(),
    ):
        pass
