"""The rooms of the house: who may import whom. The contract stands in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

# The layers as the design draws them, from the command line down.
ROWS = (
    {"cli"},
    {"batch", "library"},
    {"pipeline"},
    {"epub", "pdf", "report"},
    {"render", "parse", "variant", "proof"},
    {"clean", "segment", "profile", "resources"},
    {"model", "source"},
    {"diagnostics"},
)


def row_of(module: str) -> int | None:
    name = module.split(".")[1] if "." in module else ""
    return next((number for number, row in enumerate(ROWS) if name in row), None)


def imports(path: Path) -> set[str]:
    """The modules of ours that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith("converter.")}


def test_the_contract_of_the_layers_is_kept(root: Path) -> None:
    check = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 1 kept, 0 broken." in done.stdout


def test_no_module_imports_one_of_a_row_above_it(root: Path) -> None:
    """Says again, and apart from import-linter, what the design says: were the contract
    loosened, this test would speak."""
    seen = 0
    for path in sorted((root / "converter").rglob("*.py")):
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        own = row_of(module)
        for other in imports(path):
            above = row_of(other)
            if own is None or above is None or other.split(".")[1] == module.split(".")[1]:
                continue
            seen += 1
            assert above > own, f"{module} imports {other}"
    assert seen > 20


def test_only_the_command_line_prints(root: Path) -> None:
    for path in sorted((root / "converter").rglob("*.py")):
        if "cli" in path.relative_to(root).parts:
            continue
        calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        printing = [
            node.lineno
            for node in calls
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "print"
        ]
        assert not printing, f"{path} prints at {printing}"


def test_no_name_of_a_module_is_set_twice(root: Path) -> None:
    """What stands above the second of two constants would read that one's value."""
    twice: list[str] = []
    for path in sorted((root / "converter").rglob("*.py")):
        seen: set[str] = set()
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = statement.targets if isinstance(statement, ast.Assign) else ()
            for node in (one for target in targets for one in ast.walk(target)):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    twice += [f"{path}: {node.id}"] if node.id in seen else []
                    seen.add(node.id)
    assert not twice
