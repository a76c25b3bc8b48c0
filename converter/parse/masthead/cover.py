"""Lines of the cover, which say what stands inside and are nothing of the imprint's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from converter.hanzi import squeeze, width
from converter.model import Masthead, MastheadEntry
from converter.model import MastheadKind as Kind
from converter.parse.masthead.title import Elsewhere
from converter.values import replace

_SHORTEST = 4
"""Em from which on words of the contents are no accident."""
_HEADS = 3
"""A line that stands in the body so often is a running head, and may be the house's saying."""


def without_cover_lines(
    masthead: Masthead, elsewhere: Elsewhere
) -> tuple[Masthead, Sequence[MastheadEntry]]:
    """The masthead without what the cover says of the articles, and those entries.

    A cover announces articles in the words of the contents or of their heads, and a second page
    may have the title of the magazine once more; both are said where they belong.
    """
    title = squeeze(masthead.title).strip("《》")
    names = {title}
    for entry in masthead.entries:
        if entry.kind is Kind.PARALLEL_TITLE:
            names.update(title + squeeze(value) for value in entry.values)
    lines = Counter(span.first for entry in masthead.entries for span in entry.spans)
    told = [
        entry
        for entry in masthead.entries
        if entry.kind is Kind.OTHER
        and not entry.label
        and all(lines[span.first] == 1 for span in entry.spans)
        and all(_is_said(value, names, elsewhere) for value in entry.values)
    ]
    if not told:
        return masthead, ()
    entries = tuple(entry for entry in masthead.entries if entry not in told)
    return replace(masthead, entries=entries), told


def _is_said(text: str, names: Collection[str], elsewhere: Elsewhere) -> bool:
    """True for the title of the magazine, and for words of the contents or of a head."""
    plain = squeeze(text).strip("《》")
    if plain and plain in names:
        return True
    if width(plain) < _SHORTEST or elsewhere.lines[plain] >= _HEADS:
        return False
    # 封面故事　渡口的灯: two lines of the contents may stand on one of the cover.
    words = text.split() if max(map(len, text.split())) >= _SHORTEST else [plain]
    told = [word in elsewhere.contents for word in words]
    said = plain in elsewhere.contents or all(told)
    # 面对面　渡口的灯: the cover may call a column by another name.
    said = said or (len(words) > 1 and all(told[1:]) and max(map(width, words[1:])) >= _SHORTEST)
    return said or elsewhere.lines[plain] > 0
