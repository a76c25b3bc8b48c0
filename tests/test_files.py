"""Files appear whole or not at all, and devices stay devices."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from converter.diagnostics import OutputError
from converter.files import whole_file, write_whole


def test_a_file_is_replaced_whole_or_left_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "new" / "book.txt"
    write_whole(target, "第一版")

    def break_off() -> None:
        with whole_file(target) as partial:
            partial.write_text("半")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert target.read_text(encoding="utf-8") == "第一版"
    assert [path.name for path in target.parent.iterdir()] == ["book.txt"]


def test_a_pipe_gets_what_is_written_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_whole(pipe, "一期杂志")
    reader.join(timeout=10)

    assert read == ["一期杂志"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_link_to_a_device_is_no_place_for_a_file(tmp_path: Path) -> None:
    link = tmp_path / "full"
    link.symlink_to("/dev/full")
    with pytest.raises(OutputError, match=r"cannot write .*full: No space left on device"):
        write_whole(link, "写不下")

    assert link.is_symlink()
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
