"""Compiled templates kept from one run to the next, as Python keeps its own modules.

To compile the EPUB's templates takes longer than to fill them in for a whole issue.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from converter.files import cache_folder

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class KeptTemplates(BytecodeCache):
    """A cache that never fails: what cannot be read or written is compiled anew.

    Jinja itself checks the version of Python and a checksum of the template's source.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.jinja"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if this user has kept the template."""
        with (
            suppress(OSError, EOFError, ValueError, TypeError),
            self._path(bucket).open("rb") as file,
        ):
            if os.fstat(file.fileno()).st_uid == os.geteuid():  # nobody else's code is run
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template, whole or not at all."""
        partial = self._path(bucket).with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            partial.write_bytes(bucket.bytecode_to_string())
            partial.replace(self._path(bucket))


def kept_templates() -> KeptTemplates | None:
    """The cache; ``None`` for a user who has no home."""
    with suppress(RuntimeError):  # no home folder
        return KeptTemplates(cache_folder() / "templates")
    return None
