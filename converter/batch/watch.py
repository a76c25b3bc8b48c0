"""Notices when a file changes that a conversion depends on: issue, corrections, template, style.

Files are looked at, a few times a second: that works on every file system (also those of
networks and containers, which tell nobody of changes), and for the few hundred files in
question it costs nothing.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from converter.batch.discover import discover
from converter.batch.produce import companions
from converter.batch.recipe import Recipe
from converter.corrections import corrections_path
from converter.diagnostics import FukanError

PAUSE = 0.1
"""Seconds between two looks."""
_ANEW = 20
"""Looks after which new files are searched for, which may take longer."""

_State = dict[Path, tuple[int, int, int]]


class Watch:
    """Looks at files again and again. ``files`` names them; it is asked anew now and then."""

    def __init__(self, files: Callable[[], Iterable[Path]], pause: float = PAUSE) -> None:
        self._files = files
        self._pause = pause
        self._names = tuple(files())
        self._seen = self._state()

    def wait(self, looks: int = 0) -> tuple[Path, ...]:
        """The files that changed, once they have come to rest.

        Waits until there are any; after so many ``looks`` (0: never) it gives up with none.
        """
        count = 0
        while True:
            count += 1
            if count % _ANEW == 0:
                self._names = tuple(self._files())
            now = self._state()
            changed = _differences(self._seen, now)
            if changed:
                # An editor may write a file in several steps: wait for the last of them.
                time.sleep(self._pause / 2)
                later = self._state()
                while later != now:
                    now = later
                    time.sleep(self._pause / 2)
                    later = self._state()
                changed = _differences(self._seen, now)
                self._seen = now
                if changed:
                    return changed
            if count == looks:
                return ()
            time.sleep(self._pause)

    def _state(self) -> _State:
        state: _State = {}
        for path in self._names:
            try:
                found = path.stat()
            except OSError:
                continue
            state[path] = (found.st_mtime_ns, found.st_size, found.st_ino)
        return state


def _differences(before: _State, now: _State) -> tuple[Path, ...]:
    return tuple(
        sorted(one for one in before.keys() | now.keys() if before.get(one) != now.get(one))
    )


def files_of(inputs: Sequence[str], output: Path, recipe: Recipe) -> Iterator[Path]:
    """Every file on which the conversion of the inputs depends, also some not there yet."""
    seen: set[Path] = set()
    for path in _all(inputs, output, recipe):
        if path not in seen:
            seen.add(path)
            yield path


def _all(inputs: Sequence[str], output: Path, recipe: Recipe) -> Iterator[Path]:
    try:
        found = [one.path for one in discover(inputs, output=output, recipe=recipe).found]
    except FukanError:
        # Perhaps it is just being written.
        found = [Path(name) for name in inputs]
    for path in found:
        yield path
        yield corrections_path(path)
        yield from companions(path)
    given = (recipe.profile, recipe.epub.cover, *recipe.glossaries)
    yield from (path for path in given if path is not None)
    resources = recipe.resources
    for folder in (*resources.template_paths, *resources.style_paths):
        for where, _, names in os.walk(folder):
            yield from (Path(where, name) for name in sorted(names) if not name.startswith("."))
