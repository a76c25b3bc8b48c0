"""Titles of the contents that OCR has put on the last line of the text above, or before what stands below.

……化解率达到87%。 标题 and 栏目·标题: where the body has a title of the contents on no line of its own,
and in one place behind a whole sentence, behind the name of a section, or before a subtitle or a blank,
it stands on a line of its own there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import OPENING, ends_sentence, key, width
from converter.names import is_body, split_names
from converter.segment.markup import parted_at
from converter.source import Line

_LEAST, _LONGEST, _SURELY = 3, 64, 5
"""Characters of the key of such a title, and of one that needs no blank before it."""
_TEXT = 24
"""Em of a text behind a title at least."""
_SIGNS = frozenset("·・•|｜")
"""What parts the name of a section from a title."""
_PARTS = re.compile(r"[|｜\t]|[ \u3000]{2,}|(?:[.．·…‧]\s?){2,}|\s[/／]\s")
_PAGE = re.compile(r"^\s*[（(]?\d{1,4}[）)]?\s+|\s*[/／]?\s*[（(]?\d{1,4}[）)]?\s*$")
_BLANK = re.compile(r"[ \u3000\t]")
_DASH = re.compile(r"\s*(?:——|──|--)")


def with_listed_titles_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines of the body, of which those with a title of the contents and something else are two."""
    keyed = _Keyed(body, [key(_PAGE.sub("", line.text)) for line in contents])
    listed = _listed(contents)
    cuts: dict[int, int] = {}
    for name in sorted(listed, key=len, reverse=True):
        if not _LEAST <= len(name) <= _LONGEST:
            continue
        places = list(keyed.places(name))
        if any(keyed.is_whole(place, len(name)) for place in places):
            continue
        found = [cut for place in places if (cut := keyed.cut(place, name, listed)) is not None]
        if len(found) == 1:
            cuts.setdefault(*found[0])
    return [
        part
        for at, line in enumerate(body)
        for part in (parted_at(line, cuts[at]) if at in cuts else (line,))
    ]


def _listed(contents: Sequence[Line]) -> frozenset[str]:
    """The keys of what the lines of the contents have between leaders, bars and wide blanks, without pages."""
    found = set()
    for line in contents:
        for part in _PARTS.split(line.text):
            words = _PAGE.sub("", part).split()
            found.add(key("".join(words)))
            if len(words) > 1 and split_names(words[-1]) is not None:
                found.add(key("".join(words[:-1])))  # 标题 某某
            elif len(words) == 1 and split_names(words[0]) is not None:
                found.discard(key(words[0]))
    return frozenset(found)


class _Keyed:
    """The keys of all lines as one text, and where in it each of them begins."""

    def __init__(self, lines: Sequence[Line], told: Sequence[str]) -> None:
        self._lines = lines
        self._told, self._whole = "\n".join(told), "".join(told)
        """What the contents say, line by line and as one text: what stands there like a line of the body is one."""
        self._begins: list[int] = []
        names = []
        size = 0
        for line in lines:
            names.append(key(line.text))
            self._begins.append(size)
            size += len(names[-1])
        self.text = "".join(names)
        self._edges = frozenset((*self._begins, size))

    def places(self, title: str) -> Iterator[int]:
        """Where a title stands in the text."""
        at = self.text.find(title)
        while at >= 0:
            yield at
            at = self.text.find(title, at + 1)

    def is_whole(self, place: int, size: int) -> bool:
        """True for what is a line of its own, or several."""
        return place in self._edges and place + size in self._edges

    def cut(self, place: int, title: str, listed: Collection[str]) -> tuple[int, int] | None:
        """The line with a title and something else, by its index, and where to part it; ``None`` for text."""
        at = bisect_right(self._begins, place) - 1
        begin, text = self._begins[at], self._lines[at].text
        name = key(text)
        before, behind = name[: place - begin], name[place - begin + len(title) :]
        end = place + len(title)
        if (behind and before) or (end > begin + len(name) and end not in self._edges):
            return None
        if before:
            offset = _begin(text, len(before))
            head = text[:offset].rstrip()
            signed = before in listed and head[-1:] in _SIGNS and end == begin + len(name)
            if signed and name not in self._told:
                return at, offset
            sure = len(title) >= _SURELY or text[offset - 1].isspace()
            told = sure and _ends(head) and not is_body(title) and name not in self._whole
        elif end > begin + len(name) or name in self._whole:
            return None
        else:
            offset = _end(text, len(title))
            told = _stands_before(text[offset:])
        return (at, offset) if told else None


def _stands_before(rest: str) -> bool:
    """True if what stands behind a title is a subtitle, or a text with a blank before it."""
    if "*" in rest:
        return False
    if _DASH.match(rest):
        return True
    return _BLANK.match(rest) is not None and ends_sentence(rest) and width(rest) >= _TEXT


def _ends(head: str) -> bool:
    """True for a whole sentence, or a remark in brackets such as who wrote it."""
    return ends_sentence(head) or head[-1:] in "）)"


def _begin(text: str, size: int) -> int:
    """Where a title begins behind so many characters that a key has, with its opening marks."""
    at = _kept(text)[size]
    while at and text[at - 1] in OPENING:
        at -= 1
    return at


def _end(text: str, size: int) -> int:
    """Where a title of so many such characters ends, with its closing marks."""
    at = _kept(text)[size - 1] + 1
    while at < len(text) and text[at] in _END:
        at += 1
    return at


def _kept(text: str) -> list[int]:
    """The places of the characters that a key has."""
    return [at for at, char in enumerate(text) if key(char)]


_END = frozenset("？！”’》」』）")
"""Marks that belong to a title before them."""
