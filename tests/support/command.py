"""The real command, run as a user would run it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tests.support.tools import ROOT

Event = dict[str, Any]
PATIENCE = 180.0
"""Seconds after which a command that should have ended is taken for hung."""


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has ended: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[Event]:
        """What ``--json`` printed."""
        return [json.loads(line) for line in self.out.splitlines()]

    def rows(self) -> dict[str, Event]:
        """The settled issues of ``--json`` by name."""
        return {event["issue"]: event for event in self.events if event["event"] == "issue"}

    def statuses(self) -> dict[str, str]:
        """What became of each issue, by name."""
        return {name: row["status"] for name, row in self.rows().items()}


def environment(**more: str) -> dict[str, str]:
    """A plain environment: English, and none of the settings of whoever runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    plain = {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "XDG_CONFIG_HOME": "/nonexistent"}
    return {**kept, **plain, **more}


def command(*arguments: str | Path) -> list[str]:
    """``fukan ARGUMENTS`` by this interpreter."""
    return [sys.executable, "-m", "converter", *map(str, arguments)]


def fukan(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> Done:
    """Run the command to its end. ``before`` runs in the new process (limits)."""
    done = subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**(env or {})),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        preexec_fn=before,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


class Running:
    """``fukan convert … --json`` while it runs; ends with the block if not before."""

    def __init__(self, *arguments: str | Path, cwd: Path | None = None) -> None:
        self.events: list[Event] = []
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the process)
        self._process = subprocess.Popen(
            command("convert", *arguments, "--json"),
            cwd=cwd,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._said,
            start_new_session=True,  # a group of its own, as a terminal makes it
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()
        self._said.close()

    def until(self, event: str, **fields: object) -> Event:
        """The next event of that kind with those values."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            said: Event = json.loads(line)
            self.events.append(said)
            if said["event"] == event and fields.items() <= said.items():
                return said
        message = f"the command ended without {event} {fields}"
        raise AssertionError(message)

    def workers(self) -> list[int]:
        """The ids of its worker processes."""
        pid = self._process.pid
        found = []
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(child) for child in (task / "children").read_text("ascii").split()]
        return found

    def kill(self, number: int, *, group: bool = False) -> None:
        """Send a signal to the program, or to its whole group as a terminal does."""
        (os.killpg if group else os.kill)(self._process.pid, number)

    def finish(self) -> Done:
        """Wait for its end."""
        assert self._process.stdout is not None
        # Not communicate(): it knows nothing of what until() has read ahead.
        late = threading.Timer(PATIENCE, self._process.kill)
        late.start()
        self.events += [json.loads(line) for line in self._process.stdout]
        code = self._process.wait()
        late.cancel()
        self._said.seek(0)
        said = "".join(f"{json.dumps(event)}\n" for event in self.events)
        return Done(code, said, self._said.read().decode())


def alive(pid: int) -> bool:
    """True for a process that has not ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def gone(pids: Sequence[int]) -> bool:
    """True once all processes have ended; waits for them."""
    for _ in range(200):
        if not any(alive(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def files(folder: Path) -> dict[str, bytes]:
    """The results in a folder with their bytes, without what the program keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".fukan" not in path.relative_to(folder).parts
    }


def leftovers(folder: Path) -> list[Path]:
    """Files that were begun and not finished."""
    return [
        path
        for path in folder.rglob("*")
        if path.suffix == ".part" or (path.parent.name == "staging" and path.is_file())
    ]
