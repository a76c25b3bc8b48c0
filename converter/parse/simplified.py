"""A Traditional issue is read in Simplified characters, and gets each of its own back.

What a word tells about its line (記者, 資料來源) is told in Simplified words alone, so that an
issue in either script is restored alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from converter.script import is_traditional
from converter.source import Line

if TYPE_CHECKING:
    from converter.parse.exchanged import Simplified


_SAMPLE = 2000
"""So many lines tell in which script an issue is."""


def simplified(lines: Sequence[Line]) -> Simplified | None:
    """The lines in Simplified characters, ``None`` for an issue that is not Traditional."""
    sample = lines[:: max(1, len(lines) // _SAMPLE)]
    if not is_traditional(line.text for line in sample):
        return None
    from converter.parse.exchanged import Simplified  # most issues are in Simplified characters

    return Simplified(lines)
