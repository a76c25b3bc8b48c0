"""From files, folders, patterns and lists to issues with names of their own."""

from __future__ import annotations

import glob
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from converter.batch.recipe import Recipe
from converter.diagnostics import FukanError, MissingInputError, UsageFaultError
from converter.pipeline import is_glossary
from converter.store import STATE
from converter.values import NamedTuple

_LONGEST_NAME = 255 - len(".zh-Hant-TW.epub")
"""Bytes of a file name that are left for the issue's own (NAME_MAX of Linux is 255)."""


class Found(NamedTuple):
    """An issue: its file and the name of its results in the output folder, without suffix."""

    path: Path
    name: str


class Refused(NamedTuple):
    """An input that cannot become an issue, and why."""

    path: str
    error: FukanError


class Discovery(NamedTuple):
    """``passed_over`` are texts beside which an editor's model of the same issue stands."""

    found: tuple[Found, ...]
    refused: tuple[Refused, ...] = ()
    passed_over: tuple[Path, ...] = ()


class _Candidate(NamedTuple):
    path: Path
    name: str
    listed: bool
    """True for a file that a folder yielded, not one that the user named."""


def discover(
    inputs: Sequence[str | Path], *, output: Path | None = None, recipe: Recipe | None = None
) -> Discovery:
    """All issues that the inputs name, each once, in order.

    An input is a file, a folder (all ``.txt`` and all models among the ``.json`` in it and
    below it), a pattern (``archive/**/*.txt``) or a list (``@issues.list``, one input a line
    or separated by NUL, ``@-`` for standard input). Results of a folder mirror its
    sub-folders. ``output`` is left out of the search; ``recipe`` tells which results would
    overwrite one another.
    """
    refused: list[Refused] = []
    candidates: dict[Path, _Candidate] = {}
    for given in _with_lists([str(one) for one in inputs], refused):
        try:
            for candidate in _candidates(given, output, refused):
                candidates.setdefault(candidate.path.resolve(), candidate)
        except FukanError as error:
            refused.append(Refused(given, error))
    kept, passed_over = _prefer_models(list(candidates.values()))
    named = _distinct([one._replace(name=_short(one.name)) for one in kept])
    found, clashing = _refuse_clashes(named, recipe or Recipe())
    return Discovery(tuple(found), (*refused, *clashing), tuple(passed_over))


def is_model(path: Path) -> bool:
    """True if the file is the JSON of an issue (and not of something else)."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(data, dict) and {"masthead", "articles", "schema_version"} <= data.keys()


def _with_lists(inputs: Iterable[str], refused: list[Refused]) -> Iterator[str]:
    for given in inputs:
        if not given.startswith("@"):
            yield given
            continue
        try:
            yield from _listed(given[1:])
        except OSError as error:
            problem = MissingInputError(
                f"cannot read the list {given[1:]}: {error.strerror or error}"
            )
            refused.append(Refused(given, problem))


def _listed(name: str) -> Iterator[str]:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    if b"\0" in data:  # find -print0
        yield from (os.fsdecode(part) for part in data.split(b"\0") if part)
        return
    for line in data.removeprefix(b"\xef\xbb\xbf").splitlines():
        if line.strip() and not line.lstrip().startswith(b"#"):
            yield os.fsdecode(line.rstrip(b"\r"))


def _candidates(given: str, output: Path | None, refused: list[Refused]) -> Iterator[_Candidate]:
    if not given.strip():  # "$ISSUE" of a script that set none: not the folder it runs in
        msg = "the name of an input is empty"
        raise MissingInputError(msg)
    path = Path(given)
    if path.is_dir():
        before = len(refused)
        found = list(_in_folder(path, output, refused))
        if not found and len(refused) == before:
            msg = f"{given}: the folder holds no .txt file and no model (.json)"
            raise MissingInputError(msg)
        yield from found
    elif path.exists() or not glob.has_magic(given):
        if not path.exists():
            msg = f"cannot read {given}: no such file or folder"
            raise MissingInputError(msg)
        yield _Candidate(path, path.stem, listed=False)
    else:
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207  (any pattern, absolute ones too)
        if not matches:
            msg = f"{given}: no file matches"
            raise MissingInputError(msg)
        for match in matches:
            if not Path(match).is_dir() and not is_glossary(Path(match)):
                yield _Candidate(Path(match), Path(match).stem, listed=False)


def _in_folder(root: Path, output: Path | None, refused: list[Refused]) -> Iterator[_Candidate]:
    """The issues below a folder; what cannot be looked at is refused, not passed over."""
    hidden = output.resolve() if output is not None else None

    def closed(error: OSError) -> None:
        refused.append(_unreadable(error.filename, error.strerror or str(error)))

    for where, folders, names in os.walk(root, onerror=closed):
        here = Path(where)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and (here / name).resolve() != hidden
            and not (here / name / STATE).is_dir()
        )
        for name in sorted(names):
            path = here / name
            suffix = path.suffix.lower()
            if name.startswith(".") or suffix not in (".txt", ".json") or is_glossary(path):
                continue
            if path.is_file() and (suffix == ".txt" or is_model(path)):
                stem = path.relative_to(root).with_suffix("").as_posix()
                yield _Candidate(path, stem, listed=True)
            elif suffix == ".txt" and not path.exists():
                refused.append(_unreadable(str(path), "it is a link that leads nowhere"))


def _unreadable(path: str, reason: str) -> Refused:
    return Refused(path, MissingInputError(f"cannot read {path}: {reason}"))


def _prefer_models(candidates: list[_Candidate]) -> tuple[list[_Candidate], list[Path]]:
    """Of a text and a model of the same name in one folder, the model: an editor made it."""
    models = {
        one.path.resolve().with_suffix("")
        for one in candidates
        if one.path.suffix.lower() == ".json"
    }
    kept, passed_over = [], []
    for one in candidates:
        text = one.path.suffix.lower() != ".json"
        if one.listed and text and one.path.resolve().with_suffix("") in models:
            passed_over.append(one.path)
        else:
            kept.append(one)
    return kept, passed_over


def _short(name: str) -> str:
    """The name with a last part that leaves room for the suffixes of the results."""
    folder, slash, last = name.rpartition("/")
    raw = os.fsencode(last)
    if len(raw) <= _LONGEST_NAME:
        return name
    mark = sha256(raw).hexdigest()[:8]
    cut = raw[: _LONGEST_NAME - 9].decode("utf-8", "ignore")
    return f"{folder}{slash}{cut}-{mark}"


def _folded(name: str) -> str:
    """What some file systems take for the same name."""
    return unicodedata.normalize("NFC", name).casefold()


def _distinct(candidates: list[_Candidate]) -> list[_Candidate]:
    """Issues of one name in different folders get those folders in their names."""
    groups: dict[str, list[_Candidate]] = {}
    for one in candidates:
        groups.setdefault(_folded(one.name), []).append(one)
    mirrored: dict[Path, str] = {}
    for group in groups.values():
        parents = {one.path.resolve().parent for one in group}
        if len(parents) > 1:
            base = Path(os.path.commonpath(parents))
            for one in group:
                inside = one.path.resolve().parent.relative_to(base)
                mirrored[one.path] = _short((inside / one.path.stem).as_posix())
    return [one._replace(name=mirrored.get(one.path, one.name)) for one in candidates]


def _refuse_clashes(
    candidates: list[_Candidate], recipe: Recipe
) -> tuple[list[Found], list[Refused]]:
    """Issues whose results would overwrite another's, in spite of all."""
    found: list[Found] = []
    refused: list[Refused] = []
    seen: dict[str, Path] = {}
    for one in candidates:
        results = {_folded(output.name): output.name for output in recipe.outputs(one.name)}
        clash = next((name for name in results if name in seen), None)
        if clash is None:
            seen.update(dict.fromkeys(results, one.path))
            found.append(Found(one.path, one.name))
        else:
            msg = (
                f"{one.path} and {seen[clash]} would both be written as {results[clash]}; "
                "convert them to different folders"
            )
            refused.append(Refused(str(one.path), UsageFaultError(msg)))
    return found, refused
