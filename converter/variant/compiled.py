"""The dictionaries of a way in one, and all that a way needs in one file.

OpenCC searches a group of dictionaries by a tree that it builds anew in every process, of
70,000 phrases; a packed dictionary holds that tree. The wheel has the tool that packs one.
A user who has no place to keep a file has it packed anew every time; where the tool is
missing, the group does the work, and what should be left out of it is but left undecided.

From a file of its own OpenCC reads a dictionary byte by byte; of an archive (ZIP, nothing
compressed) it maps it into memory as it lies on the disk.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from converter.kept import cache_folder

PACKED = ".ocd2"
"""OpenCC's own dictionaries: a small file, in which a search takes its time."""
FAST = ".ocd"
"""What is kept here: a larger file (a double array), searched three times as fast."""
BUNDLED = "config.json"
"""The name of the configuration in the archive of a way."""
_KEPT = 16
"""So many dictionaries are kept; each is made anew when a word is added or OpenCC changes."""
_PATIENCE = 60
"""Seconds after which the packing of a dictionary is given up; it takes less than one."""


def key_of(sources: Sequence[Path], version: str, more: Collection[str] = ()) -> str:
    """What tells one set of dictionaries from another: their words, OpenCC's by their sizes."""
    digest = blake2b(version.encode(), digest_size=16)
    digest.update("\n".join(more).encode())
    for source in sources:
        what = f"{source.name}:{source.stat().st_size}".encode()
        digest.update(what if source.suffix == PACKED else source.read_bytes())
    return digest.hexdigest()


def stamp_of(files: Sequence[Path], more: Collection[str] = ()) -> str:
    """What tells one set of files from another, as Python tells its own: by size and time.

    Reading them takes a millisecond, all else that is done before a way is loaded half of one.
    """
    found = [(file.name, file.stat()) for file in files]
    told = [f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in found]
    return blake2b("\n".join([*more, *told]).encode(), digest_size=16).hexdigest()


def one_of(
    sources: Sequence[Path],
    clib: Path,
    version: str,
    dropped: Collection[str] = (),
    folder: Path | None = None,
    then: Sequence[Sequence[Path]] = (),
    terms: Sequence[Path] = (),
) -> Path | None:
    """The packed dictionary of all ``sources``, made if it is not there yet.

    They are text files (``.txt``) and dictionaries of OpenCC (``.ocd2``); of a word that
    several have the first one counts, and what is ``dropped`` is taken from none of
    OpenCC's. ``clib`` is the folder of OpenCC's own files, ``version`` its version;
    ``folder`` is where it is kept if not among the user's files; ``then`` are the
    dictionaries of each further step that what these give goes through, and ``terms`` those of
    a step before them, which finds its words within those of all. ``None`` if it can neither be
    found nor made.
    """
    files = [*terms, *sources, *(source for step in then for source in step)]
    for form in (FAST, PACKED):  # a tool without the one may have the other
        with suppress(OSError, RuntimeError, UnicodeDecodeError):
            shape = str([len(terms), *map(len, then)])
            name = f"{key_of(files, version, [*dropped, shape])}{form}"
            kept = (folder or cache_folder() / "opencc") / name
            if not is_ours(kept):
                _make(kept, sources, clib, frozenset(dropped), then, terms)
            if is_ours(kept):
                return kept
    return None


def is_ours(kept: Path) -> bool:
    """True for a whole file that nobody but this user can have put there."""
    try:
        found = kept.stat()
    except OSError:
        return False
    return found.st_size > 0 and found.st_uid == os.geteuid()


def bundle(config: dict[str, Any]) -> bytes:
    """A configuration of OpenCC and the dictionaries it names, in one archive.

    Its entries carry no time: one way always makes the same archive.
    """
    import zipfile

    made = io.BytesIO()
    names: dict[str, str] = {}

    def named(part: Any) -> Any:
        if isinstance(part, list):
            return [named(item) for item in part]
        if not isinstance(part, dict):
            return part
        path = part.get("file")
        if path is None:
            return {key: named(value) for key, value in part.items()}
        name = names.setdefault(path, f"{len(names)}{Path(path).suffix}")
        return {**part, "file": name}

    text = json.dumps(named(config))
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo(BUNDLED), text)
        for path, name in names.items():
            archive.writestr(zipfile.ZipInfo(name), Path(path).read_bytes())
    return made.getvalue()


def _make(
    kept: Path,
    sources: Sequence[Path],
    clib: Path,
    dropped: frozenset[str],
    then: Sequence[Sequence[Path]],
    terms: Sequence[Path],
) -> None:
    import tempfile

    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    tool = clib / "bin" / "opencc_dict"
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=".part-") as name:
        folder = Path(name)
        rows = _read(sources, tool, folder, dropped)
        for step in then:
            rows = _followed(rows, _read(step, tool, folder))
        rows = _led(_read(terms, tool, folder), rows)
        whole = folder / "all.txt"
        whole.write_text("".join(f"{w}\t{t}\n" for w, t in sorted(rows.items())), encoding="utf-8")
        _run(tool, whole, folder / kept.name, "text", kept.suffix.removeprefix("."))
        (folder / kept.name).replace(kept)
    for old in sorted(kept.parent.glob(f"*{FAST}*"), key=_time)[:-_KEPT]:
        old.unlink(missing_ok=True)


def _read(
    sources: Sequence[Path], tool: Path, folder: Path, dropped: Collection[str] = ()
) -> dict[str, str]:
    """What each word of the dictionaries becomes."""
    rows: dict[str, str] = {}
    for source in sources:
        text = source if source.suffix != PACKED else folder / f"{source.stem}.txt"
        if text is not source:
            _run(tool, source, text, "ocd2", "text")
        left_out = dropped if text is not source else ()
        for word, targets in _rows(text.read_text(encoding="utf-8").splitlines()):
            if word not in left_out:
                rows.setdefault(word, targets.partition(" ")[0])  # OpenCC takes the first
    return rows


def _followed(rows: dict[str, str], then: dict[str, str]) -> dict[str, str]:
    """Two steps in one: what the second makes of what the first gives, and of what it leaves.

    A word of the second step that the first gives in two parts is not found; OpenCC has a
    phrase for each of them that gives it whole (STPhrases_GeneratedFromRegionalPhrases).
    """
    changed = frozenset(word[0] for word in then)
    longest = max(map(len, then), default=0)
    made = {
        w: t if changed.isdisjoint(t) else _converted(t, then, longest) for w, t in rows.items()
    }
    return then | made


def _led(terms: dict[str, str], rows: dict[str, str]) -> dict[str, str]:
    """Two steps in one: terms, found within the words of both, and what follows of what is left.

    So OpenCC does it where a text is cut into the words of both before the first step.
    """
    longest, first = max(map(len, terms), default=0), frozenset(word[0] for word in terms)
    reach = max(map(len, rows), default=0) if terms else 0
    made = rows | terms
    for word in rows:
        if word not in terms and not first.isdisjoint(word):
            told = _converted(word, terms, longest)
            if told != word:
                made[word] = _converted(told, rows, reach)
    return made


def _converted(text: str, rows: dict[str, str], longest: int) -> str:
    """What OpenCC makes of a text by rows of which the longest word has so many characters."""
    parts, at = [], 0
    while at < len(text):
        ends = range(min(len(text), at + longest), at, -1)
        end = next((end for end in ends if text[at:end] in rows), at + 1)
        parts.append(rows.get(text[at:end], text[at:end]))
        at = end
    return "".join(parts)


def _time(path: Path) -> float:
    return path.stat().st_mtime


def _rows(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        word, tab, targets = line.partition("\t")
        if tab and not line.startswith("#"):
            yield word, targets


def _run(tool: Path, given: Path, wanted: Path, of: str, to: str) -> None:
    import subprocess

    command = [str(tool), "-i", str(given), "-o", str(wanted), "-f", of, "-t", to]
    try:
        subprocess.run(  # noqa: S603  (OpenCC's own tool, on files of our own)
            command, check=True, capture_output=True, timeout=_PATIENCE
        )
    except subprocess.SubprocessError as error:
        msg = f"{tool.name} failed"
        raise OSError(msg) from error
