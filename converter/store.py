"""What an output folder remembers of every issue, in its hidden folder ``.fukan``.

Written by ``batch``, read by ``library``.

One folder per issue, named by a hash of the issue's name, so that any file name will do and
a hundred thousand issues stay manageable: ``.fukan/issues/3f/3f9c…/`` holds ``manifest.json``
(what was made, from what, with what to say about it), ``model.json.gz`` (the restored issue,
for the library), ``lock`` and, while the issue is converted, ``staging``. Every file appears
whole or not at all, so that a run may be killed at any moment.
"""

from __future__ import annotations

import fcntl
import gzip
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from converter.diagnostics import Diagnostic, OutputError, Severity, Span
from converter.files import write_whole
from converter.model.serial import members
from converter.values import dataclass, field

STATE = ".fukan"
_FORMAT = 1
_HASH = hashlib.sha256
_LEVEL = 3
"""Half the time of the usual 6 for a model that is a twelfth larger."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that was made: under which key, what it was like then, what was said of it."""

    key: str
    size: int
    mtime_ns: int
    sha256: str
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """The restored issue: its key, its figures, what restoring it had to say."""

    key: str
    articles: int = 0
    boxes: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Manifest:
    """What is known of one issue. ``outputs`` by their path in the output folder."""

    name: str
    path: str = ""
    source_sha256: str = ""
    model: ModelEntry | None = None
    outputs: dict[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IssueState:
    """The folder of one issue."""

    folder: Path

    @classmethod
    def of(cls, output: Path, name: str) -> IssueState:
        """The state of the issue called ``name`` in the output folder ``output``."""
        digest = _HASH(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        return cls(output / STATE / "issues" / digest[:2] / digest)

    @property
    def model(self) -> Path:
        """The restored issue as gzipped JSON, without drops and changes."""
        return self.folder / "model.json.gz"

    @property
    def failure(self) -> Path:
        """The traceback of an internal error."""
        return self.folder / "failure.txt"

    def load(self, name: str) -> Manifest:
        """The manifest; an empty one where there is none or it cannot be read."""
        try:
            data = json.loads((self.folder / "manifest.json").read_bytes())
            return _manifest(data) if data.get("format") == _FORMAT else Manifest(name)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Manifest(name)

    def save(self, manifest: Manifest) -> None:
        """Write the manifest. Raises :class:`OutputError`."""
        # ASCII, so that a file name that is no text (a lone surrogate) survives.
        # Without an indent, which Python has no quick encoder for.
        text = json.dumps({"format": _FORMAT, **members(manifest)}, default=members) + "\n"
        write_whole(self.folder / "manifest.json", text)

    def save_model(self, text: str) -> None:
        """Keep the restored issue; the same issue gives the same bytes."""
        packed = gzip.compress(text.encode("utf-8", "replace"), compresslevel=_LEVEL, mtime=0)
        write_whole(self.model, packed)

    def load_model(self) -> bytes | None:
        """The JSON of the restored issue, or ``None`` where it is missing or damaged."""
        try:
            return gzip.decompress(self.model.read_bytes()) or None
        except (OSError, EOFError, ValueError):
            return None

    @contextmanager
    def locked(self, waiting: object = None) -> Iterator[None]:
        """Hold the issue against other runs; the system frees it when a process dies.

        ``waiting``, if callable, is called before a wait. Raises :class:`OutputError`
        where the folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            # .fukan/issues/3f/3f9c… means nothing to the user.
            output = self.folder.parents[3]
            msg = f"cannot write to the output folder {output}: {error.strerror or error}"
            raise OutputError(msg) from error
        try:
            _lock(handle, self.folder, waiting)
            self._sweep()
            yield
        finally:
            os.close(handle)

    def _sweep(self) -> None:
        """Remove what runs that were killed have left unfinished. Needs the lock."""
        for partial in self.folder.glob(".*.part"):
            with suppress(OSError):
                partial.unlink()

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """An empty folder on the output's own disk, gone afterwards. Needs the lock."""
        folder = self.folder / "staging"
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            msg = f"cannot write {folder}: {error.strerror or error}"
            raise OutputError(msg) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _lock(handle: int, folder: Path, waiting: object) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if callable(waiting):
            waiting()
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        msg = f"{folder} is on a disk that cannot lock files: {error.strerror or error}"
        raise OutputError(msg) from error


def intact(path: Path, entry: Entry) -> bool:
    """True if the file is what was written then; its content decides where its time does not."""
    try:
        stat = path.stat()
        if stat.st_size != entry.size:
            return False
        return stat.st_mtime_ns == entry.mtime_ns or digest_of(path) == entry.sha256
    except OSError:
        return False


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, _HASH).hexdigest()


def all_manifests(output: Path) -> Iterator[tuple[IssueState, Manifest]]:
    """Every issue that the output folder knows, by name."""
    found = []
    for path in (output / STATE / "issues").glob("*/*/manifest.json"):
        state = IssueState(path.parent)
        manifest = state.load("")
        if manifest.name:
            found.append((state, manifest))
    yield from sorted(found, key=lambda pair: pair[1].name)


def _manifest(data: dict[str, Any]) -> Manifest:
    model = data["model"]
    return Manifest(
        name=str(data["name"]),
        path=str(data["path"]),
        source_sha256=str(data["source_sha256"]),
        model=ModelEntry(**_entry(model)) if model else None,
        outputs={name: Entry(**_entry(entry)) for name, entry in data["outputs"].items()},
    )


def _entry(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "diagnostics": tuple(_diagnostic(found) for found in data["diagnostics"])}


def _diagnostic(data: dict[str, Any]) -> Diagnostic:
    span = data["span"]
    return Diagnostic(
        data["code"],
        Severity(data["severity"]),
        Span(span["first"], span["last"]) if span else None,
        tuple((str(name), str(value)) for name, value in data["args"]),
    )
