"""Writing a file so that it appears whole or not at all; telling contents apart by a digest."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from converter.diagnostics import OutputError


@contextmanager
def whole_file(target: Path, *, durable: bool = True) -> Iterator[Path]:
    """Yield a path beside ``target``; on a clean exit it becomes ``target``.

    The old file stays as it was until the new one is complete and, if ``durable``, on the
    disk. On an error the partial file is removed. Raises :class:`OutputError` with a plain sentence
    for any ``OSError`` (no such folder, no permission, no space left). A device or a pipe
    (``/dev/stdout``) gets what was written; it is not replaced by a file.
    """
    special = _is_special(target)
    folder = _temporary() if special else target.parent
    partial = folder / f".{target.name[:60]}.{os.urandom(6).hex()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield partial
        if special:
            target.write_bytes(partial.read_bytes())
        else:
            if durable:
                with partial.open("rb") as handle:
                    os.fsync(handle.fileno())
            partial.replace(target)
    except BrokenPipeError:
        raise  # whoever read the pipe has gone, and wants no more
    except OSError as error:
        reason = error.strerror or str(error)
        msg = f"cannot write {target}: {reason}"
        raise OutputError(msg) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _is_special(target: Path) -> bool:
    """True of a device, a pipe, and what stands for one even where a shell redirects it."""
    if target.parent == Path("/dev"):
        return True
    try:
        mode = target.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _temporary() -> Path:
    from tempfile import gettempdir  # takes ten milliseconds to import

    return Path(gettempdir())


def write_whole(target: Path, data: bytes | str, *, durable: bool = True) -> None:
    """Write ``data`` (text as UTF-8) to ``target``, whole or not at all."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    with whole_file(target, durable=durable) as partial:
        partial.write_bytes(raw)


def digest(*parts: bytes | str) -> str:
    """A SHA-256 over parts; where one ends and the next begins matters."""
    total = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(raw).to_bytes(8, "big"))
        total.update(raw)
    return total.hexdigest()


def files_in(folder: Path) -> Iterator[Path]:
    """The files below a folder in a steady order, without hidden, backup and compiled ones."""
    yield from map(Path, _names_in(str(folder)))


def _names_in(folder: str) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if not name.endswith((".pyc", "~")) and not name.startswith("."):
                yield os.path.join(where, name)  # noqa: PTH118  (a path takes ten times as long)


def digest_of_tree(top: Path) -> str:
    """A digest of the names and contents of :func:`files_in` a folder, or of a file.

    ``""`` for a folder without files, which is as good as none.
    """
    name = str(top)
    found = list(_names_in(name)) if top.is_dir() else [name]
    parts = (part for file in found for part in (file[len(name) :], _content(file)))
    return digest(*parts) if found else ""


def times_of_tree(top: Path) -> str:
    """The names of :func:`files_in` a folder, or of a file, their sizes and times of writing."""
    name = str(top)
    found = _names_in(name) if top.is_dir() else [name]
    return "\n".join(f"{file[len(name) :]}:{_written(file)}" for file in found)


def _written(name: str) -> str:
    try:
        told = os.stat(name)  # noqa: PTH116  (a path takes ten times as long)
    except OSError:
        return "missing"
    # No program that copies files can set the time of their last change.
    return f"{told.st_size}:{told.st_mtime_ns}:{told.st_ctime_ns}"


def _content(name: str) -> bytes | str:
    try:
        with open(name, "rb", buffering=0) as file:  # noqa: PTH123  (the whole file at once)
            return file.readall()
    except OSError:
        return "missing"
