"""Running heads that have lost their folio: 纸鸢 PAPER KITE among 纸鸢 PAPER KITE 008 and 018 纸鸢 PAPER KITE."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from converter.hanzi import key
from converter.segment.heads import head_key
from converter.segment.page_edges import EDGE_NUMBER
from converter.source import Line

_LONGEST = 60
"""Characters of the longest of them."""
_TWO = 2
"""So many heads with the same words and a folio are no chance."""


def heads_without_folios(
    lines: Sequence[Line], title: str, known: Container[str], reasons: Mapping[int, str]
) -> list[int]:
    """The places of lines that are running heads but for the folio: the magazine's name and more words.

    ``title`` is the key of that name. What the contents name (``known``) is no such line, nor
    what stands above the first head with a folio: a section opens so.
    """
    if not title:
        return []
    heads: defaultdict[str, int] = defaultdict(int)
    found = []
    for position, line in enumerate(lines):
        if line.blank or len(line.text) > _LONGEST:
            continue
        name = head_key(line.text)
        if title not in name or name == title:
            continue
        if reasons.get(line.number) == "running-head":
            heads[name] += EDGE_NUMBER.match(line.text) is not None
        elif key(line.text) == name and name not in known and line.number not in reasons:
            found.append((position, name, heads[name]))
    return [position for position, name, above in found if above and heads[name] >= _TWO]
