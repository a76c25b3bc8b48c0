"""Names that OCR has cut at the edge of a cell or a line: | 标题 | 褚云 | and 深 below it."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.names import is_name
from converter.parse.contents.body import BodyIndex
from converter.source import Line

_REST = re.compile(rf"^[|\s]*(?P<rest>[{HAN}]{{1,2}})[|\s]*$")
_BEGUN = re.compile(rf"(?P<begun>(?<![{HAN}])[{HAN}]{{1,2}})(?=[|\s]*$)")
_NEAR = 3
"""Lines up to the one that the rest of a name belongs to."""


def with_names_whole(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, with the rest of a name that stands on one of its own behind what it ends.

    The body has the whole name, and the rest is on no line there.
    """
    made = list(lines)
    for at, line in enumerate(lines):
        hit = _REST.match(line.text) if len(line.text) <= _SHORT else None
        if hit is None or not at or body.exact[hit["rest"]]:
            continue
        above = next(
            (one for one in range(at - 1, max(-1, at - 1 - _NEAR), -1) if made[one].text.strip()),
            -1,
        )
        begun = _BEGUN.search(made[above].text) if above >= 0 else None
        if begun is None or width(made[above].text.strip()) <= _COLUMN:
            continue  # 专 / 家 / 答 / 疑: set from top to bottom
        name = begun["begun"] + hit["rest"]
        if is_name(name) and body.names(name):
            text = made[above].text
            made[above] = made[above]._replace(
                text=text[: begun.end()] + hit["rest"] + text[begun.end() :]
            )
            made[at] = line._replace(text="")
    return made


_SHORT, _COLUMN = 12, 6
"""Characters of the longest line with nothing but the rest, and em of what no row with a title is longer than."""
