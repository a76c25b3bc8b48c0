"""What was written to the library's folder, part by part, so that a second run does nothing.

A part is what is made together: an issue's pages, a year's index, the pages about
everything. It has a key, a digest of all that it depends on; while the key is the same and
its files are as they were left, the part is not made again.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from converter.diagnostics import OutputError
from converter.files import digest, write_whole
from converter.store import STATE
from converter.values import dataclass, field

_FORMAT = 1


@dataclass(slots=True)
class Part:
    """A part: its key, its files with size and time of change, what others need to know of it."""

    key: str
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Ledger:
    """The folder ``site`` and the record of it in ``book``; counts what this run did."""

    site: Path
    book: Path
    parts: dict[str, Part] = field(default_factory=dict)
    old: dict[str, Part] = field(default_factory=dict)
    written: int = 0
    unchanged: int = 0
    removed: int = 0

    @classmethod
    def of(cls, output: Path, site: Path) -> Ledger:
        """The ledger of a library made of ``output`` in ``site``."""
        name = digest(os.path.relpath(site.resolve(), output.resolve()))[:16]
        ledger = cls(site, output / STATE / "library" / f"{name}.json")
        ledger.old = ledger._load()
        return ledger

    def _load(self) -> dict[str, Part]:
        try:
            data = json.loads(self.book.read_bytes())
            if data["format"] != _FORMAT:
                return {}
            return {
                name: Part(
                    part["key"],
                    {address: (size, time) for address, (size, time) in part["files"].items()},
                    part["facts"],
                )
                for name, part in data["parts"].items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def save(self) -> None:
        """Write the record. Raises :class:`OutputError`."""
        parts = {
            name: {"key": part.key, "files": part.files, "facts": part.facts}
            for name, part in sorted({**self.old, **self.parts}.items())
        }
        write_whole(self.book, json.dumps({"format": _FORMAT, "parts": parts}) + "\n")

    @contextmanager
    def open(self) -> Iterator[None]:
        """Hold the library against another run; what was made is on record even on an error."""
        try:
            self.book.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(
                self.book.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644
            )
        except OSError as error:
            msg = f"cannot write {self.book.parent}: {error.strerror or error}"
            raise OutputError(msg) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            self.old = self._load()
            try:
                yield
            except BaseException:
                with suppress(OutputError):
                    self.save()
                raise
        finally:
            os.close(handle)

    # ------------------------------------------------------------------ parts

    def fresh(self, name: str, key: str) -> Part | None:
        """The part, if it is up to date; it then stays."""
        part = self.old.get(name)
        if part is None or part.key != key:
            return None
        if not all(self._intact(address, stamp) for address, stamp in part.files.items()):
            return None
        self.parts[name] = part
        self.unchanged += len(part.files)
        return part

    def make(self, name: str, key: str, maker: Callable[[PartWriter], dict[str, Any]]) -> Part:
        """The part as it is, if it is up to date, else made by ``maker``."""
        found = self.fresh(name, key)
        if found is not None:
            return found
        part = Part(key)
        part.facts = maker(PartWriter(self, part))
        self.parts[name] = part
        return part

    def _intact(self, address: str, stamp: tuple[int, int]) -> bool:
        try:
            stat = (self.site / address).stat()
        except OSError:
            return False
        return (stat.st_size, stat.st_mtime_ns) == stamp

    def finish(self) -> None:
        """Remove the files that belong to no part any more, and write the record."""
        kept = {address for part in self.parts.values() for address in part.files}
        for part in self.old.values():
            for address in part.files.keys() - kept:
                path = self.site / address
                with suppress(OSError):
                    path.unlink()
                    self.removed += 1
                for folder in path.parents:
                    if folder == self.site or not folder.is_relative_to(self.site):
                        break
                    with suppress(OSError):
                        folder.rmdir()  # only if it is empty
        changed = self.old != self.parts
        self.old = {}
        if changed:
            self.save()


@dataclass(frozen=True, slots=True)
class PartWriter:
    """Writes the files of one part."""

    ledger: Ledger
    part: Part

    def write(self, address: str, data: bytes | str) -> None:
        """Put a file in its place, unless it is there already. Raises :class:`OutputError`."""
        raw = data.encode("utf-8") if isinstance(data, str) else data
        path = self.ledger.site / address
        if _holds(path, raw):
            self.ledger.unchanged += 1
        else:
            write_whole(path, raw, durable=False)
            self.ledger.written += 1
        self._note(address, path)

    def link(self, address: str, source: Path) -> None:
        """Put a finished file into the library without another copy where the disk allows."""
        path = self.ledger.site / address
        try:
            if path.exists() and path.samefile(source):
                self.ledger.unchanged += 1
                self._note(address, path)
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_name(f".{path.name[:60]}.part")
            partial.unlink(missing_ok=True)
            try:
                os.link(source, partial)
            except OSError:  # another disk, or one that knows no links
                shutil.copy2(source, partial)
            partial.replace(path)
        except OSError as error:
            msg = f"cannot write {path}: {error.strerror or error}"
            raise OutputError(msg) from error
        self.ledger.written += 1
        self._note(address, path)

    def _note(self, address: str, path: Path) -> None:
        stat = path.stat()
        self.part.files[address] = (stat.st_size, stat.st_mtime_ns)


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:
        return False
