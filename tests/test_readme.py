"""The README tells the truth: its reference is the program's own, what it names exists."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import metadata
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def section(readme: str, title: str) -> str:
    """The text under a heading, up to the next of its level or above."""
    level = title.partition(" ")[0]
    _, found, rest = readme.partition(f"\n{title}")
    assert found, f"no heading {title}"
    return re.split(rf"\n#{{2,{len(level)}}} ", rest)[0]


def test_the_command_reference_is_the_programs_own(readme: str, root: Path) -> None:
    check = [sys.executable, str(root / ".ci" / "reference.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = section(readme, "## Commands")
    assert "| `-f`, `--format epub\\|pdf` |" in told
    assert "\n| 73 | The result cannot be written where it should go |" in told


def test_what_the_readme_shows_and_links_to_exists(readme: str, root: Path) -> None:
    targets = re.findall(r"\]\(([^)]+)\)", readme)
    assert len(targets) >= 5
    assert [target for target in targets if not (root / target).is_file()] == []


def test_every_make_target_that_is_named_exists(readme: str, root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    contributing = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`| {4})make ([a-z]+)", readme + contributing))
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    assert {"sample", "test", "lint"} <= named
    assert named <= targets


def test_how_it_works_is_told_in_nine_lines(readme: str) -> None:
    assert len(re.findall(r"^\d\. .+$", section(readme, "## How it works"), re.MULTILINE)) == 9


def test_the_licence_of_every_package_we_build_on_is_told(readme: str) -> None:
    told = section(readme, "## Licences").lower()
    requirements = metadata("fukan").get_all("Requires-Dist") or []
    names = [
        re.split(r"[^A-Za-z0-9]", one)[0].lower() for one in requirements if "extra" not in one
    ]
    assert len(names) > 5
    assert [name for name in names if name not in told] == []
