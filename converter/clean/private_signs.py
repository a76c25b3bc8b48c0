"""Signs of an unknown font before names and points, as the text layer of a PDF has them.

What such a sign looks like nobody can know; but where it stands at the head of several lines and
nowhere else, it is no character of a word, and any square says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN
from converter.source import Line

NAME = "private-use"
_SIGN = "[\ue000-\uf8ff\U000f0000-\U0010fffd]"
_ANY = re.compile(_SIGN)
_HEAD = re.compile(rf"^[ \u3000]*(?P<sign>{_SIGN})[ \u3000]?(?=[{HAN}\d“《（])")
_SEVERAL = 2
"""Lines that begin with a sign which is no character of a rare name."""
_SQUARE = "■"


def private_signs(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that make a square of a sign before them."""
    text = "\n".join(line.text for line in lines)
    if not _ANY.search(text):
        return {}
    heads = {at: hit for at, line in enumerate(lines) if (hit := _HEAD.match(line.text))}
    times = Counter(hit["sign"] for hit in heads.values())
    whole = Counter(_ANY.findall(text))
    signs = {sign for sign, count in times.items() if count >= _SEVERAL and count == whole[sign]}
    return {
        at: [Edit(*hit.span("sign"), _SQUARE)] for at, hit in heads.items() if hit["sign"] in signs
    }
