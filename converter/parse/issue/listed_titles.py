"""Titles of the contents that OCR has put on the last line of the text above, or before what stands below.

……化解率达到87%。 标题 and 栏目·标题: where the body has a title of the contents on no line of its own,
and in one place behind a whole sentence, behind the name of a section, or before a subtitle or a blank,
it stands on a line of its own there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import OPENING, ends_sentence, key, width
from converter.names import is_body, split_names
from converter.segment.markup import parted_at
from converter.source import Line

_LEAST, _LONGEST, _SURELY = 3, 64, 5
"""Characters of the key of such a title, and of one that needs no blank before it."""
_TEXT = 24
"""Em of a text behind a title at least."""
_PROSE, _LINE = 30, 14
"""Em of the last line of a text that can be no half of a title, and of a printed line above a shorter one."""
_SIGNS = frozenset("·・•")
"""What parts the name of a section from a title; a bar is told elsewhere."""
_PARTS = re.compile(r"[|｜\t]|[ \u3000]{2,}|(?:[.．·…‧]\s?){2,}|\s[/／]\s")
_PAGE = re.compile(r"^\s*[（(]?\d{1,4}[）)]?\s+|\s*[/／]?\s*[（(]?\d{1,4}[）)]?\s*$")
_BLANK = re.compile(r"[ \u3000\t]")
_DASH = re.compile(r"\s*(?:——|──|--)")


def with_listed_titles_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines of the body, of which those with a title of the contents and something else are two."""
    keyed = _Keyed(body, [key(_PAGE.sub("", line.text)) for line in contents])
    listed, parts = _listed(contents)
    cuts: dict[int, int] = {}
    for name in sorted(listed | parts, key=lambda one: (-len(one), one)):
        if _LEAST <= len(name) <= _LONGEST and name not in keyed.lines:
            found = [cut for at in keyed.places(name) if (cut := keyed.cut(at, name, listed))]
            if len(found) == 1:
                cuts.setdefault(*found[0])
    return [
        part
        for at, line in enumerate(body)
        for part in (parted_at(line, cuts[at]) if at in cuts else (line,))
    ]


def _listed(contents: Sequence[Line]) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of what the lines of the contents have between leaders, bars and wide blanks, and of parts of it.

    The words before any blank and behind it may be a title, too: the first of two lines, 标题 某某.
    """
    whole, parts = set[str](), set[str]()
    for line in contents:
        for part in _PARTS.split(line.text):
            words = _PAGE.sub("", part).split()[:_WORDS]
            signed = len(words) > 1 and split_names(words[-1]) is not None
            runs = [words[:at] for at in range(1, len(words))]
            runs += [words[at:] for at in range(1, len(words))]
            whole.update(_keys([words, words[:-1]] if signed else [words]))
            parts.update(_keys(runs))
    return frozenset(whole), frozenset(parts - whole)


def _keys(runs: Iterable[Sequence[str]]) -> set[str]:
    """The keys of words that are not the names of people."""
    return {key("".join(run)) for run in runs if split_names(" ".join(run)) is None}


_WORDS = 12
"""Words of a title and who wrote it, between which blanks stand."""


class _Keyed:
    """The keys of the lines of the body, told by how they begin and end, and what the contents say."""

    def __init__(self, body: Sequence[Line], told: Sequence[str]) -> None:
        self._body = body
        self._told, self._whole = "\n".join(told), "".join(told)
        """What the contents say, line by line and as one text: what stands there like a line of the body is one."""
        self._keys = [key(line.text) for line in body]
        self.lines = frozenset(self._keys)
        self._edges: defaultdict[str, set[int]] = defaultdict(set)
        for at, name in enumerate(self._keys):
            for size in (_LEAST, _LEAST + 1):  # of a title and a little more
                if len(name) > size:
                    self._edges[name[:size]].add(at)
                    self._edges[name[-size:]].add(at)

    def places(self, title: str) -> list[int]:
        """The lines that begin or end with a title and hold more, by their indexes."""
        size = min(len(title), _LEAST + 1)
        found = self._edges.get(title[:size], set()) | self._edges.get(title[-size:], set())
        return [
            at
            for at in sorted(found)
            if self._keys[at].startswith(title) or self._keys[at].endswith(title)
        ]

    def cut(self, at: int, title: str, listed: Collection[str]) -> tuple[int, int] | None:
        """The line at a place and where to part it before or behind a title; ``None`` for text."""
        text, name = self._body[at].text, self._keys[at]
        if name.endswith(title):
            before = name.removesuffix(title)
            offset = _begin(text, len(before))
            head = text[:offset].rstrip()
            if before in listed and head[-1:] in _SIGNS and name not in self._told:
                return at, offset
            sure = len(title) >= _SURELY or text[offset - 1].isspace()
            told = sure and _ends(head) and not is_body(title) and self._ends_text(at, head)
        else:
            offset = _end(text, len(title))
            told = title in listed and _stands_before(text[offset:])
        return (at, offset) if told and name not in self._whole else None

    def _ends_text(self, at: int, head: str) -> bool:
        """True for the end of a paragraph or of who wrote it, and not of the first half of a title."""
        if width(head) >= _PROSE or (head[0] in "（(" and head[-1] in "）)"):
            return True
        above = self._body[at - 1].text.strip() if at else ""
        return width(above) >= _LINE and not ends_sentence(above)


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
