"""Writes requirements.lock: every package at one version, with the hashes of its files.

The lock has two parts, split by the line PART: what the program needs to be installed and
run (`make sample`), and what tests and gates need besides. It holds for Linux, macOS and
Windows and every Python that pyproject.toml allows. `make lock` keeps the versions that
the lock names already where pyproject.toml still allows them; `make lock UPGRADE=1` takes
the newest.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
WORK = ROOT / ".cache" / "lock"
UV = "uv>=0.9,<1"

HEAD = """\
# Every package at one version, with the hashes of its files. Made by `make lock`; do not edit.
# Part 1: to install and run the program.
"""
PART = "# Part 2: for tests, gates, evaluation, benchmarks and audit.\n"


def compile_lock(target: Path, *arguments: str) -> list[str]:
    """The requirements as whole entries (a pinned package and the lines of its hashes)."""
    command = [
        *(str(WORK / "venv" / "bin" / "uv"), "pip", "compile", "--quiet", "pyproject.toml"),
        *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate"),
        *("--no-header", "--output-file", str(target), *arguments),
    ]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    entries: list[str] = []
    for line in target.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith(" "):
            entries[-1] += line
        elif line.strip() and not line.startswith("#"):
            entries.append(line)
    return entries


def main() -> None:
    if not (WORK / "venv" / "bin" / "uv").exists():
        venv.create(WORK / "venv", with_pip=True, clear=True)
        pip = [str(WORK / "venv" / "bin" / "python"), "-m", "pip", "install", "--quiet", UV]
        subprocess.run(pip, check=True)
    everything = WORK / "everything.txt"
    everything.write_text(LOCK.read_text(encoding="utf-8") if LOCK.exists() else "", "utf-8")
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    whole = compile_lock(everything, "--all-extras", "--group", "build", "--group", "dev", *upgrade)
    runtime_file = WORK / "runtime.txt"
    runtime_file.write_text("".join(whole), "utf-8")
    runtime = compile_lock(runtime_file, "--group", "build")
    if not set(runtime) <= set(whole):
        differing = ", ".join(sorted(entry.split()[0] for entry in set(runtime) - set(whole)))
        sys.exit(f"requirements.lock: tests and the program cannot agree on {differing}")
    rest = [entry for entry in whole if entry not in set(runtime)]
    LOCK.write_text(HEAD + "".join(runtime) + PART + "".join(rest), "utf-8")
    print(f"requirements.lock: {len(runtime)} packages to run, {len(rest)} more for tests")


if __name__ == "__main__":
    main()
