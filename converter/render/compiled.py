"""Compiled templates kept from one run to the next, as Python keeps its own modules.

To compile the EPUB's templates takes longer than to fill them in for a whole issue.
"""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from converter.kept import keep, recall

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class KeptTemplates(BytecodeCache):
    """A cache that never fails: what cannot be read or written is compiled anew.

    Jinja itself checks the version of Python and a checksum of the template's source.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if this user has kept the template."""
        data = recall("templates", f"{bucket.key}.jinja")
        if data:
            with suppress(EOFError, ValueError, TypeError):
                bucket.load_bytecode(BytesIO(data))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template."""
        keep(bucket.bytecode_to_string(), "templates", f"{bucket.key}.jinja")
