"""Entries of contents in which OCR has lost the blank between title and author: 6 标题某某.

The body has the title, or its last words, on a line of its own, and right below it who signs it.
Where many entries are so close, :mod:`converter.parse.issue.close_entries` parts them.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, is_han, key, squeeze
from converter.names import glued_names, is_body, is_name, is_office, split_names
from converter.parse.contents.body import BodyIndex, is_byline
from converter.source import Line

_ENTRY = re.compile(
    rf"^(?P<text>[^….．|]*[{HAN}])(?P<tail>[ \u3000]*(?:(?:[.．·‧・∙]{{2,}}|[…⋯‥]+)[ \u3000]*)?[（(]?(?:[Pp]\.?)?[\dlIO]{{0,3}}[）)]?)\s*$"
)
"""An entry, or a cell of one, with its page behind it perhaps."""
_SHORTEST, _TITLE = 2, 4
"""Characters of the shortest name, and of the shortest title or last part of one."""
_LONGEST = 24
"""Characters of the longest house that signs."""
_MOST, _SELDOM = 3, 6
"""So many entries at most are glued by accident, of so many lines one."""
_STRUCK = re.compile(
    rf"(?<=[^\s/／｜])[ \u3000]*[/／｜][ \u3000]*(?P<names>[{HAN}]{{5,15}})(?![{HAN}])"
)
"""/张小三李小四: several names behind a stroke, with no blank between them."""


def with_glued_names_apart(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, with the names behind a stroke apart, and few authors apart from their titles."""
    lines = [_with_struck_apart(line, body) for line in lines]
    parted = {at: made for at, line in enumerate(lines) if (made := _parted(line, body))}
    if not 0 < len(parted) <= max(1, min(_MOST, len(lines) // _SELDOM)):
        return lines
    return [parted.get(at, line) for at, line in enumerate(lines)]


def _with_struck_apart(line: Line, body: BodyIndex) -> Line:
    """A line with blanks between the names behind a stroke, if the body has them so."""
    hit = _STRUCK.search(line.text)
    names = glued_names(hit["names"]) if hit is not None else ()
    if hit is None or len(names) < _SEVERAL or not body.has_apart(names):
        return line
    start, end = hit.span("names")
    return Line(line.number, f"{line.text[:start]}{' '.join(names)}{line.text[end:]}")


_SEVERAL = 2


def _parted(line: Line, body: BodyIndex) -> Line | None:
    """An entry with a blank before who signs it; ``None`` for one that the body does not tell so."""
    cells = line.text.split("|")
    for number, cell in enumerate(cells):
        made = _with_signer_apart(cell, body)
        if made:
            return Line(line.number, "|".join([*cells[:number], made, *cells[number + 1 :]]))
    return None


def _with_signer_apart(text: str, body: BodyIndex) -> str:
    """An entry, or a cell of one, with a blank before who signs it; "" for any other.

    Blanks may part the characters of the name, or one name from the next: 标题某 某 某某某.
    """
    hit = _ENTRY.match(text) if has_han(text) else None
    if hit is None or len(squeeze(hit["text"])) < _TITLE + _SHORTEST:
        return ""
    entry = hit["text"]
    if body.exact[key(entry)]:
        return ""
    for at in range(max(_SHORTEST, len(entry) - _LONGEST), len(entry) - _SHORTEST + 1):
        title, signer = entry[:at], entry[at:]
        if title[-1].isspace() or not is_han(signer[0]):
            continue
        words = title.split()
        whole = (" ".join(words[first:]) for first in range(len(words)))
        if any(_is_signed(one, signer, body) for one in whole):
            return f"{title}\u3000{signer}{hit['tail']}{text[hit.end() :]}"
    return ""


def _is_signed(title: str, signer: str, body: BodyIndex) -> bool:
    """True for a title of the body, or its last line or words, over just those words that sign it."""
    name = key(title)
    if len(name) < _TITLE:
        return False
    whole = [name] if body.exact[name] else body.ended_by(name)
    named = is_name(squeeze(signer))
    if not any(body.is_signed(one, signer) or _is_in_byline(one, signer, body) for one in whole):
        # 婴儿夜里啼哭怎么办 | 林 婉: the body has the title, and nobody signs below it.
        return named and len(name) >= _SURE and bool(whole)
    if body.goes_on(title, signer):
        return False  # the second line of a title that may be a name
    if (
        len(key(signer)) >= _HOUSE
        and signer.endswith(_HOUSES)
        and any(key(signer) == key(line) for one in whole for line in body.lines_below(one))
    ):
        return True
    return named or split_names(signer) is not None or is_body(signer) or is_office(signer)


def _is_in_byline(name: str, signer: str, body: BodyIndex) -> bool:
    """True for one of those that a byline names below a title: 撰文 | 某某　摄影 | 某某."""
    own = key(signer)
    return any(own in key(line) and is_byline(line) for line in body.lines_below(name))


_HOUSE = 4
"""Characters of a house that is in no list, and stands on a line of its own below the title."""
_HOUSES = tuple("组科站社队室会部厂校院所局处办团班系馆組隊會廠處辦團館")
"""What houses end in: 第二中学课外小组, 省站测报科."""
_SURE = 6
"""Characters of a title that the body has by no chance."""
