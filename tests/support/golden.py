"""Expected output that lives in files and is refreshed by ``pytest --update-golden``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Golden:
    """Compares text with a file, or writes the file where ``update`` is set."""

    update: bool

    def __call__(self, expected: Path, actual: str) -> None:
        """Fail where ``actual`` is not what the file ``expected`` says.

        A file that does not exist fails too: it must be written on purpose, and read.
        """
        if self.update:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_text(actual, encoding="utf-8")
            return
        if not expected.exists():
            pytest.fail(f"no {expected}: write it with --update-golden and read what it says")
        assert actual == expected.read_text(encoding="utf-8"), f"differs from {expected}"
