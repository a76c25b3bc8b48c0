"""The same batch on a Dask cluster: a real scheduler and real workers on loopback."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from converter.batch import IssueState, Recipe, fingerprint, keys
from converter.batch import cluster as cluster_module
from converter.batch.cluster import (
    ClusterLimits,
    Errand,
    cluster,
    pack,
    run_errand,
    unpack,
)
from converter.diagnostics import EnvironmentFaultError
from converter.epub import EpubOptions
from converter.profile import Profile
from converter.resources import Resources
from tests.batch.magazine import write_issue
from tests.support.command import PATIENCE, Running, environment, files, fukan

NAMES = ("01", "02", "03", "04", "05")


class Cluster:
    """A scheduler and workers, each a process; none listens beyond 127.0.0.1."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._folder = folder
        told = folder / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", "--port", "0", "--no-jupyter", "--scheduler-file", str(told)
        )
        self.address = _wait_for(told)
        self.workers = [
            self._start(
                "worker", self.address, "--nthreads", "1", "--no-nanny",
                "--local-directory", str(folder / f"worker{number}"),
            )
            for number in range(workers)
        ]  # fmt: skip

    def _start(self, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        log = self._folder / f"{kind}{time.monotonic_ns()}.log"
        with log.open("wb") as handle:
            return subprocess.Popen(
                [
                    *(sys.executable, "-W", "ignore", "-m", f"distributed.cli.dask_{kind}"),
                    *("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0", *arguments),
                ],
                cwd=self._folder,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=handle,
                stderr=handle,
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in (self.scheduler, *self.workers):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_for(told: Path) -> str:
    for _ in range(int(PATIENCE * 10)):
        with contextlib.suppress(OSError, ValueError):
            return str(json.loads(told.read_bytes())["address"])
        time.sleep(0.1)
    pytest.fail("the scheduler did not start")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for number, name in enumerate(NAMES, 1):
        write_issue(folder, name, number, paragraphs=20)
    return folder


def test_a_lost_worker_s_issues_are_done_again_by_another(archive: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    local = fukan("convert", archive, "-o", here, "--json")
    assert local.code == 0
    (archive / "00.txt").write_bytes(b"")
    with Cluster(tmp_path, workers=2) as dask:
        with Running(archive, "-o", there, "--scheduler", dask.address) as running:
            running.until("issue", status="done")
            dask.workers[0].kill()
            ended = running.finish()
        assert ended.err == ""
        assert ended.statuses() == {"00": "failed", **dict.fromkeys(NAMES, "done")}
        assert ended.rows()["00"]["reason"].endswith("the file holds no text")
        assert ended.code == 65
        # The same files as on this machine, with the same memory of them.
        assert files(there) == files(here)
        for name in NAMES:
            states = [IssueState.of(folder, name) for folder in (here, there)]
            kept = [(state.load_model(), state.load(name)) for state in states]
            assert kept[0][0] == kept[1][0]
            keys_of = [{k: v.key for k, v in state.outputs.items()} for _, state in kept]
            assert keys_of[0] == keys_of[1]
        (archive / "00.txt").unlink()
        again = fukan("convert", archive, "-o", there, "--scheduler", dask.address, "--json")
        assert set(again.statuses().values()) == {"unchanged"}


def test_without_its_scheduler_the_run_ends_and_can_go_on_here(
    archive: Path, tmp_path: Path
) -> None:
    given = (archive, "-o", tmp_path / "out", "-f", "epub")
    with (
        Cluster(tmp_path, workers=1) as dask,
        Running(*given, "--scheduler", dask.address) as running,
    ):
        running.until("issue", status="done")
        dask.scheduler.kill()
        ended = running.finish()
    assert ended.code == 70
    assert ended.err == ""
    end = ended.events[-1]
    assert end["stopped_by"] == "scheduler lost"
    assert end["issues"]["done"] >= 1
    lost = {row["reason"] for row in ended.rows().values() if row["status"] == "failed"}
    assert lost == {"the cluster's scheduler went away"}
    again = fukan("convert", *given, "--json")
    assert again.code == 0
    assert list(again.statuses().values()).count("unchanged") >= end["issues"]["done"]
    assert sorted(files(tmp_path / "out")) == [f"{name}.epub" for name in NAMES]


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port where somebody listens who says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_nobody_at_the_address_is_said_in_a_sentence(
    silent_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "_PATIENCE", 1)
    for address in (f"tcp://127.0.0.1:{silent_port}", "nonsense://x", "tcp://127.0.0.1:1"):
        with (
            pytest.raises(EnvironmentFaultError) as caught,
            cluster(address, Recipe(), ClusterLimits(), print),
        ):
            pass
        assert str(caught.value) == f"--scheduler: no Dask scheduler answers at {address}"


def test_without_dask_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(EnvironmentFaultError) as caught,
        cluster("tcp://127.0.0.1:1", Recipe(), ClusterLimits(), print),
    ):
        pass
    assert str(caught.value) == "--scheduler needs Dask: pip install 'fukan[cluster]'"


def test_all_that_a_recipe_names_travels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name, text in {
        "config/fukan/profiles/river.profile.toml": 'name = "river"\n',
        "templates/epub/article.xhtml": "{{ 1 }}",
        "styles/pdf.css": "p { color: red }",
        "words.toml": "",
        "house.toml": '[house]\nglossaries = ["words/river.toml"]\n',
        "words/river.toml": "",
        "cover.jpg": "JPEG",
    }.items():
        path = tmp_path / "mine" / name if not name.startswith("config") else tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    mine = tmp_path / "mine"
    resources = Resources(mine / "templates", mine / "styles")
    recipe = Recipe(
        editions=("", "zh-Hant-TW"),
        glossaries=(mine / "words.toml",),
        profile=mine / "house.toml",
        resources=resources,
        epub=EpubOptions(profile=Profile(), resources=resources, cover=mine / "cover.jpg"),
    )
    there = unpack(pack(recipe), tmp_path / "worker")
    assert keys(there) == keys(recipe)
    files_there = {path.relative_to(tmp_path / "worker").as_posix() for path in files_in(tmp_path)}
    assert files_there == {
        "templates/epub/article.xhtml", "styles/pdf.css", "glossary-0/words.toml",
        "profile/house.toml", "profile/words/river.toml", "cover/cover.jpg",
        "profiles/river.profile.toml",
    }  # fmt: skip
    assert str(mine) not in repr(there)
    name = pack(recipe).name
    assert pack(recipe).name == name
    (mine / "styles" / "pdf.css").write_text("p { color: blue }", encoding="utf-8")
    assert pack(recipe).name != name


def files_in(folder: Path) -> list[Path]:
    return [path for path in (folder / "worker").rglob("*") if path.is_file()]


def test_a_worker_with_other_versions_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    parcel = pack(Recipe())
    around = dict(parcel.around)
    around["pdf"] = around["pdf"]._replace(fonts="others", libraries="others")
    errand = Errand("01.txt", {"01.txt": b"x"}, (), ClusterLimits())
    monkeypatch.setattr(fingerprint, "_fonts", lambda: "mine")
    with pytest.raises(EnvironmentFaultError) as caught:
        run_errand(replace(parcel, around=around), errand)
    assert str(caught.value) == (
        f"the worker on {socket.gethostname()} has other libraries, fonts than this machine; "
        "install the same versions on both"
    )
