"""Other people's programs, run by tests."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"


def tool(*names: str) -> str:
    """The path of the first of these programs that is installed.

    A test that cannot run has not passed, so a missing program fails the test.
    """
    for name in names:
        if path := shutil.which(name):
            return path
    pytest.fail(f"{names[0]} is not installed; `make test` installs what tests need")


def run(name: str, *arguments: str | Path, accept: tuple[int, ...] = (0,)) -> str:
    """What the program writes to its standard output, as UTF-8.

    ``accept`` names the exit codes that are in order; any other fails the test with what
    the program said.
    """
    done = subprocess.run([tool(name), *arguments], capture_output=True, check=False)
    if done.returncode not in accept:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        pytest.fail(f"{name} ended with {done.returncode}: {said}")
    return done.stdout.decode("utf-8", "replace")


def chromium() -> str:
    """The path of Chromium (or Chrome) for Playwright and the accessibility audit."""
    return tool("chromium", "chromium-browser", "google-chrome")
