"""What an output folder holds: its issues, read once and noted beside their models."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from converter import __version__
from converter.diagnostics import FukanError, MissingInputError, OutputError
from converter.files import digest, files_in, write_whole
from converter.library.book import Book, book_of
from converter.library.shelves import Magazine, magazines_of
from converter.model import Issue
from converter.model.serial import from_json
from converter.store import IssueState, Manifest, all_manifests
from converter.values import dataclass

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_FIRST = "convert some first: fukan convert … --output {}"
_LIBRARIES = ("jinja2", "opencc", "pagefind-bin", "pillow", "pypinyin", "weasyprint")
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Holding:
    """A converted issue: where its state is, what is known of it."""

    state: IssueState
    book: Book
    key: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """All converted issues, by magazine, and those whose model cannot be read."""

    magazines: tuple[Magazine, ...]
    by_name: dict[str, Holding]
    unreadable: tuple[str, ...]

    @property
    def books(self) -> tuple[Book, ...]:
        """Every issue, in order."""
        return tuple(book for magazine in self.magazines for book in magazine.books)


def holdings(output: Path) -> Holdings:
    """What an output folder holds. Raises :class:`MissingInputError` where that is nothing."""
    if not output.is_dir():
        msg = f"there is no folder {output}; {_FIRST.format(output)}"
        raise MissingInputError(msg)
    found: dict[str, Holding] = {}
    unreadable: list[str] = []
    for state, manifest in all_manifests(output):
        if manifest.model is None:
            continue
        manifest = _with_files(manifest, output)  # noqa: PLW2901  (the same, made honest)
        key = _key(manifest)
        book = _kept(state, key) or _read(state, manifest, key)
        if book is None:
            unreadable.append(manifest.name)
        else:
            found[manifest.name] = Holding(state, book, key)
    if not found:
        msg = f"{output} holds no converted issue; {_FIRST.format(output)}"
        raise MissingInputError(msg)
    magazines = magazines_of(holding.book for holding in found.values())
    return Holdings(magazines, found, tuple(unreadable))


def _with_files(manifest: Manifest, output: Path) -> Manifest:
    """The manifest without the files that are gone, or lie elsewhere than they should."""
    manifest.outputs = {
        name: entry
        for name, entry in manifest.outputs.items()
        if _inside(name) and (output / name).is_file()
    }
    return manifest


def _inside(name: str) -> bool:
    """True for a path that cannot leave the folder it is put after."""
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts


def _key(manifest: Manifest) -> str:
    files = [part for n, e in sorted(manifest.outputs.items()) for part in (n, e.sha256, e.key)]
    model = manifest.model.key if manifest.model else ""
    return digest(program(), manifest.name, model, *files)


@cache
def program() -> str:
    """A digest of the program and what it builds on: a change makes everything anew."""
    parts = [__version__, *(f"{name} {_version(name)}" for name in _LIBRARIES)]
    for path in files_in(_PACKAGE):
        if path.suffix == ".py":
            parts += [path.relative_to(_PACKAGE).as_posix(), path.read_text(encoding="utf-8")]
    return digest(*parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


_BOOK = "library.json"


def _kept(state: IssueState, key: str) -> Book | None:
    """What was noted of the issue, if it still holds."""
    try:
        data = json.loads((state.folder / _BOOK).read_bytes())
        if data["key"] != key:
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    from pydantic import ValidationError

    with suppress(ValidationError):
        return _adapter().validate_python(data["book"])
    return None


@cache
def _adapter() -> TypeAdapter[Book]:
    from pydantic import TypeAdapter

    return TypeAdapter(Book)


def _read(state: IssueState, manifest: Manifest, key: str) -> Book | None:
    issue = load(state)
    if issue is None:
        return None
    book = book_of(issue, manifest)
    text = json.dumps({"key": key, "book": asdict(book)}) + "\n"
    with suppress(OutputError):  # only a note to save time
        write_whole(state.folder / _BOOK, text, durable=False)
    return book


def load(state: IssueState) -> Issue | None:
    """The restored issue, or ``None`` where it is missing or damaged."""
    data = state.load_model()
    if data is None:
        return None
    try:
        return from_json(data)
    except FukanError:
        return None
