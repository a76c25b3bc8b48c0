"""What the program keeps from one run to the next, because to make it anew takes time.

Nothing depends on it: what cannot be read is made, and what cannot be written is not kept.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

_ABANDONED = 3600
"""Seconds after which a file that was begun and never finished was left by a killed process."""


def cache_folder() -> Path:
    """The user's cache folder for this program (XDG Base Directory Specification).

    Raises ``RuntimeError`` for a user who has no home.
    """
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "fukan"  # noqa: PTH117


def recall(*name: str) -> bytes | None:
    """The bytes kept in a file of the cache folder, if nobody but this user put them there."""
    with suppress(OSError, RuntimeError), cache_folder().joinpath(*name).open("rb") as file:
        if os.fstat(file.fileno()).st_uid == os.geteuid():  # nobody else's code is run
            return file.read()
    return None


def keep(data: bytes, *name: str, most: int = 0) -> None:
    """Keep bytes for :func:`recall`, whole or not at all.

    With ``most`` the oldest files of the folder go that are more than so many.
    """
    with suppress(OSError, RuntimeError):
        path = cache_folder().joinpath(*name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            partial.write_bytes(data)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        for old in path.parent.glob(f"{path.name}.*"):
            if time.time() - old.stat().st_mtime > _ABANDONED:
                old.unlink(missing_ok=True)
        if most:
            files = sorted(path.parent.iterdir(), key=lambda file: file.stat().st_mtime)
            for old in files[:-most]:
                old.unlink(missing_ok=True)
