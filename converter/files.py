"""Writing a file so that it appears whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from converter.diagnostics import OutputError


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Yield a path beside ``target``; on a clean exit it becomes ``target``.

    The old file stays as it was until the new one is complete and on the disk. On an
    error the partial file is removed. Raises :class:`OutputError` with a plain sentence
    for any ``OSError`` (no such folder, no permission, no space left).
    """
    partial = target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        with partial.open("rb") as handle:
            os.fsync(handle.fileno())
        partial.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        msg = f"cannot write {target}: {reason}"
        raise OutputError(msg) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def write_whole(target: Path, data: bytes | str) -> None:
    """Write ``data`` (text as UTF-8) to ``target``, whole or not at all."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    with whole_file(target) as partial:
        partial.write_bytes(raw)
