"""Titles that stand beside their translation on one line: 书架　BOOKSHELF, where the contents have 书架."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.segment.markup import parted_at
from converter.source import Line

_TRANSLATED = re.compile(
    rf"^\s*(?P<title>[{HAN}](?:[ \u3000]?[{HAN}]){{1,9}})[ \u3000]*[ \u3000|｜/／·](?P<rest>[ \u3000]*[A-Z][A-Za-z&’' .\-]{{2,30}})\s*$"
)
_PAGE = "0123456789"


def with_translations_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines, of which those with a title that the contents have alone, and its translation, are two."""
    found = {
        at: hit for at, line in enumerate(body) if (hit := _TRANSLATED.match(line.text)) is not None
    }
    if not found:
        return list(body)
    # The name of a section has no page behind or before it.
    listed = {one.strip(_PAGE) for line in contents if (one := key(line.text)).strip(_PAGE) != one}
    made: list[Line] = []
    for at, line in enumerate(body):
        hit = found.get(at)
        if hit is None or key(hit["title"]) not in listed:
            made.append(line)
        else:
            made += parted_at(line, hit.start("rest"))
    return made
