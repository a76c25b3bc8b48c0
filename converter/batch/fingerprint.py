"""The keys of outputs: a hash of everything that a file's content depends on.

What an EPUB does not depend on is not in its key, so that a change of the printed page's
style leaves the EPUBs alone.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from converter import __version__
from converter.batch.produce import glossaries_of
from converter.batch.recipe import Kind, Output, Recipe
from converter.files import digest, digest_of_tree, files_in, times_of_tree
from converter.kept import keep, recall
from converter.profile import Profile
from converter.resources import Resources
from converter.values import NamedTuple, names_of

Part = Literal["model", "epub", "pdf"]

_PACKAGE = Path(__file__).resolve().parent.parent

# Parts of the program that no output depends on, or only outputs of the other kind.
_NOT_FOR: dict[Part, frozenset[str]] = {
    "model": frozenset({"epub", "pdf", "render", "typeset", "variant"}),
    "epub": frozenset({"pdf"}),
    "pdf": frozenset({"epub"}),
}
_FOR_NONE = frozenset(
    {
        *("batch", "cli", "doctor.py", "library", "report", "review", "sample", "store.py"),
        *("styles", "templates"),
    }
)

_LIBRARIES: dict[Part, tuple[str, ...]] = {
    "model": ("pydantic", "pydantic-core"),
    "epub": (
        *("ebooklib", "fonttools", "jinja2", "lxml", "markupsafe", "opencc", "pillow"),
        *("pydantic", "pydantic-core", "pypinyin"),
    ),
    "pdf": (
        *("cssselect2", "fonttools", "jinja2", "markupsafe", "opencc", "pikepdf", "pillow"),
        *("pydantic", "pydantic-core", "pydyf", "pyphen", "pypinyin", "tinycss2", "tinyhtml5"),
        *("weasyprint",),
    ),
}

# Shared libraries that set the printed page.
_SYSTEM_LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig")

# Of templates/ and styles/: what only one kind of output reads, by the first word of the
# first part of the path. Everything else counts for both.
_RESOURCES_OF: dict[str, tuple[Part, ...]] = {
    "epub": ("epub",),
    "pdf": ("pdf",),
    "themes": ("pdf",),
    "library": (),
    "batch": (),  # the summary
    "review": (),
}


class Surroundings(NamedTuple):
    """What this machine brings to an output, apart from the recipe: named digests."""

    program: str
    libraries: str
    fonts: str

    def differences(self, other: Surroundings) -> list[str]:
        """The names of what differs."""
        pairs = zip(self._fields, self, other, strict=True)
        return [name for name, mine, theirs in pairs if mine != theirs]


@cache
def surroundings(part: Part) -> Surroundings:
    """What this machine and this installation bring to one kind of output."""
    fonts = _fonts() if part == "pdf" else _typefaces() if part == "epub" else ""
    return Surroundings(_program(part), _libraries(part), fonts)


def keys(recipe: Recipe) -> dict[tuple[Part, str], str]:
    """The part of the keys that is the same for all issues, by kind and edition."""
    given = (recipe.profile, *glossaries_of(recipe.profile)) if recipe.profile else ()
    profile = digest(*map(_file, given), "" if recipe.corrections else "uncorrected")
    made: dict[tuple[Part, str], str] = {
        ("model", ""): digest("model", _text(surroundings("model")), profile)
    }
    for output in recipe.outputs(""):
        around = _text(surroundings(output.kind))
        made[output.kind, output.edition] = digest(
            output.kind, around, profile, _choices(recipe, output), *_resources(recipe, output.kind)
        )
    return made


def own(path: Path, data: bytes, companions: Iterable[Path]) -> str:
    """The digest of what is an issue's own: its file and those beside it that belong to it."""
    beside = [part for one in companions for part in (one.name, _file(one))]
    return digest(path.name, data, *beside)


def _choices(recipe: Recipe, output: Output) -> str:
    chosen: object = recipe.epub if output.kind == "epub" else recipe.pdf
    matters = set(names_of(type(chosen)))
    variant: tuple[object, ...] = ()
    if output.edition:
        variant = (output.edition, recipe.vocabulary, recipe.glossaries)
        matters.add("vocabulary")
    return _text((chosen, variant, sorted(recipe.asked & matters)))


def _text(value: object) -> str:
    return json.dumps(_plain(value), sort_keys=True)


def _plain(value: object) -> Any:
    """Options as JSON. A path stands for what is in it; profile and resources count elsewhere."""
    if isinstance(value, Profile | Resources):
        return None
    if isinstance(value, Path):
        return _file(value)
    if names := names_of(type(value)):
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else repr(value)


def _file(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return digest(path.read_bytes())
    except OSError:
        return "missing"


def _resources(recipe: Recipe, kind: Kind) -> Iterator[str]:
    """Names and digests of the templates and styles that outputs of this kind can read."""
    for folders in (recipe.resources.template_paths, recipe.resources.style_paths):
        for folder in folders:
            for path in files_in(folder):
                name = path.relative_to(folder)
                first = name.parts[0].split("-")[0].split(".")[0]
                if kind in _RESOURCES_OF.get(first, ("epub", "pdf")):
                    yield from (name.as_posix(), _file(path))


def _program(part: Part) -> str:
    """A digest of the files of the program; they are read again only where one was written."""
    left_out = _FOR_NONE | _NOT_FOR[part]
    names = [name for name in sorted(os.listdir(_PACKAGE)) if name not in left_out]  # noqa: PTH208
    written = digest(str(_PACKAGE), __version__, *map(_own_times, names))
    known = recall("program", written)
    if known is None:
        found = [(name, own_files) for name in names if (own_files := _own_files(name))]
        known = digest(__version__, *chain.from_iterable(found)).encode()
        keep(known, "program", written, most=_KEPT)
    return known.decode("ascii", "replace")


_KEPT = 16
"""So many digests of the program are kept, for each kind of output and installation."""


@cache
def _own_files(name: str) -> str:
    """A digest of the files in a part of the program."""
    return digest_of_tree(_PACKAGE / name)


@cache
def _own_times(name: str) -> str:
    """When the files in a part of the program were last written, and how large they are."""
    return times_of_tree(_PACKAGE / name)


def _libraries(part: Part) -> str:
    found = [sys.version]
    for name in _LIBRARIES[part]:
        found += [name, _installed().get(name, "absent")]
    if part == "pdf":
        found += _system_libraries()
    return digest(*found)


@cache
def _installed() -> dict[str, str]:
    """The versions of all distributions, as the names of their folders tell (PEP 376).

    ``importlib.metadata`` reads each one's file for it, which takes as long as a tenth of
    an EPUB.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208  (names are enough)
        except OSError:  # a ZIP file, or nothing
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                distribution, _, version = name.rpartition(".")[0].partition("-")
                found.setdefault(distribution.replace("_", "-").lower(), version)
    return found


def _system_libraries() -> list[str]:
    """The shared libraries' files: their names end in the version once links are followed."""
    import sysconfig

    folders = {sysconfig.get_config_var("LIBDIR") or "/usr/lib", "/usr/lib", "/usr/lib64"}
    multiarch = sysconfig.get_config_var("MULTIARCH")
    if multiarch:
        folders.add(f"/usr/lib/{multiarch}")
    return sorted(
        path.resolve().name
        for folder in folders
        for name in _SYSTEM_LIBRARIES
        for path in Path(folder).glob(f"lib{name}[.-]*")
    )


@cache
def _typefaces() -> str:
    """The typefaces with which an EPUB's cover is drawn and which it can embed."""
    from converter.epub.cover.faces import all_faces

    found = (face.path for face in all_faces() if face is not None)
    return digest(*(f"{path.name}:{path.stat().st_size}" for path in found))


@cache
def _fonts() -> str:
    """The installed fonts with their versions, and fontconfig's own configuration."""
    import subprocess

    try:
        listed = subprocess.run(
            ["fc-list", ":", "file", "fontversion"],  # noqa: S607  (fontconfig's, wherever it is)
            capture_output=True,
            check=False,
            timeout=60,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        listed = b""
    names = sorted(b"/".join(line.rsplit(b"/", 1)[-1:]) for line in listed.splitlines())
    settings = [_file(path) for path in sorted(Path("/etc/fonts").glob("**/*.conf"))]
    return digest(*names, *settings)
