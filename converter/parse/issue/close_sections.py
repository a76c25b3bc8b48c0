"""The name of a section right before a title, on its line: 专题　标题, which the contents have apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, key
from converter.parse.byline import read_byline
from converter.parse.contents.marks import DASHED
from converter.parse.issue.keyed_lines import KeyedLines
from converter.segment import parted_at
from converter.source import Line

_CUT = re.compile(r"(?<=\S)\s+(?=\S)")
"""What parts the two."""
_MARKS = re.compile(r"(?<=\w)[\W_]+")
"""Behind a title of the contents: a blank, a leader."""
_NAME, _LONGEST = 10, 80
"""Characters of the longest name of a section, and of a line with it and a title."""
_SECTION, _NEAR = 6, 12
"""Characters of one right above a title, where two lines may be the halves of one as well, and lines of
the body from a running head to a title below it."""
_OPENING = frozenset("“‘「『《〈（(")
"""Marks with which a title may begin; another one parts the two by itself."""
_TWO, _TELLING, _SURE, _BEYOND_DOUBT = 2, 4, 0.75, 0.9
"""Characters of the shortest name, of a title that no line begins with by chance, and how sure a byline is."""


def with_names_before_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines, of which those with the name of a section and a title are two.

    The contents have the name on a line of its own, and the title in an entry. What stands on several
    lines is a running head, and so is one over a title that stands alone above or right below.
    """
    names = {key(line.text) for line in contents if 0 < len(line.text) <= 2 * _NAME}
    names = {name for name in names if _TWO <= len(name) <= _NAME and not _signs(name)}
    cuts = {at: cut for at, line in enumerate(body) if (cut := _cut(line.text, names))}
    if not cuts:
        return list(body)
    titles = _Titles(contents)
    # What stands above a subtitle is a title, and no name of a section.
    over = {key(one.text) for one, line in pairwise(contents) if DASHED.match(line.text)}
    places = defaultdict[str, list[int]](list)
    for at, line in enumerate(body):
        if 0 < len(line.text) <= _LONGEST:
            places[key(line.text)].append(at)
    made: list[Line] = []
    for at, line in enumerate(body):
        title = line.text[cuts.get(at, 0) :].strip()
        own = at in cuts and len(places[key(line.text)]) == 1 and has_han(title)
        own = own and (title[0].isalnum() or title[0] in _OPENING)
        own = own and not _signs(title, _BEYOND_DOUBT)
        own = own and not any(place < at + _NEAR for place in places.get(key(title), ()))
        own = own and not titles.names_theme(title, _below(body, at))
        if not own or not titles.has(title, line.text):
            made.append(line)
            continue
        above, below = parted_at(line, cuts[at])
        made.append(above)
        if key(above.text) not in over:
            # A blank line parts them as it does where they stand on two: no title has them both.
            made.append(Line(line.number, ""))
        made.append(below)
    return made


def _below(body: Sequence[Line], at: int) -> str:
    """The next line with a text, "" if there is none."""
    return next((line.text for line in body[at + 1 : at + 1 + _NEAR] if not line.blank), "")


def _cut(text: str, names: set[str]) -> int:
    """Where the title begins on a line behind the name of a section, 0 for any other line."""
    if not _TWO < len(text) <= _LONGEST or not has_han(text) or text.lstrip()[:1] in "|<-":
        return 0
    if ends_sentence(text) and text.rstrip()[-1] not in "？！”…":
        return 0
    for hit in _CUT.finditer(text):
        name = key(text[: hit.start()])
        if len(name) > _NAME:
            return 0
        if name in names:
            return hit.end()
    return 0


def _signs(text: str, surely: float = _SURE) -> bool:
    """True for a number, and for who signs an article: neither a section nor a title."""
    reading = read_byline(text)
    return text.isdecimal() or (reading is not None and reading.certainty >= surely)


class _Titles:
    """The contents, to be asked for the beginnings of entries."""

    def __init__(self, contents: Sequence[Line]) -> None:
        keyed = KeyedLines(contents)
        self._text, self._lines = keyed.text, keyed.edges
        self._ends = keyed.places(_MARKS)

    def has(self, title: str, whole: str) -> bool:
        """True for a title that begins an entry, or follows its page, and is no part of a ``whole`` one."""
        name, both = key(title), key(whole)
        if len(name) < _TWO:
            return False
        at = self._text.find(name)
        while at >= 0:
            begin = at - len(both) + len(name)
            one = at not in self._lines and self._text.startswith(both, max(begin, 0))
            halves = at in self._lines and self._text.startswith(both, max(begin, 0))
            one = one or (halves and len(both) - len(name) > _SECTION)
            if not one and (at in self._lines or self._text[at - 1].isdigit()):
                return len(name) >= _TELLING or at + len(name) in self._ends
            at = self._text.find(name, at + 1)
        return False

    def names_theme(self, title: str, below: str) -> bool:
        """True for 专题　渡口封了 over the title of another entry: what several articles speak of."""
        if _signs(below, _BEYOND_DOUBT) or not self.has(below.strip(), title + below.strip()):
            return False
        return key(title) + key(below) not in self._text  # the halves of one title
