"""Entries of contents in which OCR has lost the blank between title and author: 6 标题某某.

The body has the title, or its last words, on a line of its own, and right below it who signs it.
Where many entries are so close, :mod:`converter.parse.issue.close_entries` parts them.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key
from converter.names import is_body, is_office, split_names
from converter.parse.contents.body import BodyIndex
from converter.source import Line

_ENTRY = re.compile(
    rf"^(?P<lead>.*[ \u3000／/])?(?P<word>[^ \u3000／/….．]*[{HAN}])(?P<tail>[ \u3000]*(?:(?:[.．·]{{2,}}|[…⋯‥]+)[ \u3000]*)?[（(]?(?:[Pp]\.?)?[\dlIO]{{0,3}}[）)]?)\s*$"
)
"""An entry whose last word is to be parted, with its page behind it perhaps."""
_SHORTEST, _TITLE = 2, 4
"""Characters of the shortest name, and of the shortest title or last part of one."""
_LONGEST = 24
"""Characters of the longest house that signs."""
_MOST, _SELDOM = 3, 6
"""So many entries at most are glued by accident, of so many lines one."""


def with_glued_names_apart(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, of which few have an author parted from the title by a blank again."""
    parted = {at: made for at, line in enumerate(lines) if (made := _parted(line, body))}
    if not 0 < len(parted) <= max(1, min(_MOST, len(lines) // _SELDOM)):
        return lines
    return [parted.get(at, line) for at, line in enumerate(lines)]


def _parted(line: Line, body: BodyIndex) -> Line | None:
    """An entry with a blank before who signs it; ``None`` for one that the body does not tell so."""
    hit = None if "|" in line.text or not has_han(line.text) else _ENTRY.match(line.text)
    if hit is None or len(hit["word"]) < _TITLE + _SHORTEST:
        return None
    word = hit["word"]
    if body.exact[key(word)]:
        return None
    words = (hit["lead"] or "").split()
    for at in range(max(_SHORTEST, len(word) - _LONGEST), len(word) - _SHORTEST + 1):
        title, signer = word[:at], word[at:]
        whole = [title, *(" ".join([*words[first:], title]) for first in range(len(words)))]
        if any(_is_signed(one, signer, body) for one in whole):
            return Line(line.number, f"{hit['lead'] or ''}{title}\u3000{signer}{hit['tail']}")
    return None


def _is_signed(title: str, signer: str, body: BodyIndex) -> bool:
    """True for a title of the body, or its last line, over just those words that sign it."""
    name = key(title)
    if len(name) < _TITLE or not body.exact[name] or not body.is_signed(title, signer):
        return False
    if body.goes_on(title, signer):
        return False  # the second line of a title that may be a name
    return split_names(signer) is not None or is_body(signer) or is_office(signer)
