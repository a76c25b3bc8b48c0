"""What the program imports is what the package declares, and what the lock pins."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def named(requirements: list[str]) -> set[str]:
    """The names of requirements such as ``pillow>=11``."""
    return {normal(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in requirements}


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def imported(folder: Path) -> dict[str, Path]:
    """Top-level modules that are neither ours nor Python's, each with a file that imports it."""
    found: dict[str, Path] = {}
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            found |= {name.partition(".")[0]: path for name in names}
    own = {"converter", "tests", *sys.stdlib_module_names}
    return {name: path for name, path in found.items() if name not in own}


def test_every_library_that_the_program_imports_is_declared(
    project: dict[str, Any], root: Path
) -> None:
    extras = project["project"]["optional-dependencies"].values()
    declared = named(project["project"]["dependencies"]).union(*map(named, extras))
    providers = packages_distributions()
    undeclared = {
        module: path.relative_to(root).as_posix()
        for module, path in imported(root / "converter").items()
        if not declared & {normal(one) for one in providers.get(module, [module])}
    }
    assert undeclared == {}


def test_every_declared_package_is_pinned_with_hashes(project: dict[str, Any], root: Path) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    first, _, second = lock.partition("\n# Part 2")
    pinned = {
        part: set(re.findall(r"^([\w.-]+)==", part, re.MULTILINE)) for part in (first, second)
    }
    groups = project["dependency-groups"]
    assert named(project["project"]["dependencies"] + groups["build"]) <= pinned[first]
    assert named(groups["dev"]) <= pinned[first] | pinned[second]
    entries = re.findall(r"^[\w.-]+==(?:.*\n(?= ))*.*", lock, re.MULTILINE)
    assert len(entries) > 50
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_place(root: Path) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(r".*(?:://|--(?:extra-)?index|--find-links| @ ).*", lock) == []
