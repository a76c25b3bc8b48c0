"""Who signs right behind a title, on its line: 标题 某某, 标题／某某, 标题 某局局长　某某.

The contents have both, one behind the other; or they have the title, and what stands behind it signs
beyond doubt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, takewhile

from converter import patterns as re
from converter.hanzi import HAN, SHAPES, has_han, is_misread, key, squeeze, unclosed, width
from converter.names import is_body, is_name, is_office, split_names
from converter.names.works import PICTURES, WRITING, one_of
from converter.parse.byline import read_byline
from converter.parse.contents.people import is_pen_name
from converter.parse.issue.keyed_lines import KeyedLines
from converter.segment import parted_at
from converter.source import Line
from converter.values import NamedTuple

_LONGEST, _TITLE, _NAMES = 110, 64, 60
"""Characters of a line with a title and its byline, and the most em of either."""
_CUT = re.compile(
    rf"(?<=\S)[ \t\u3000]+(?=\S)|(?<=\S)(?=[/／|｜丨·•（(〔\[{SHAPES}]|文\s*[/／｜|])"
)
"""Where a byline may begin."""
_SEAM = re.compile(r"[.．·•・…⋯‥_]{2,}|[ \t]{2,}|\u3000|[|｜/／（(]")
"""What parts the title of an entry from who wrote it; one blank may be within a title."""
_FIRST, _NEAR, _BEFORE = 2, 64, 24
"""Characters with which a title begins, and those of the contents behind a title, and before it, among
which its authors are."""
_SECTION, _TELLING = 8, 6
"""Characters of the longest name of a section, and of a title that no other words have by chance."""
_SURE, _HOUSE, _LEAST = 0.9, 0.7, 4
"""How sure a byline is that the contents do not have, and how sure a house; the characters of the
shortest title over such a one."""
_STROKE = re.compile(r"\s*[/／|｜丨]\s*")
_ROWS = ("|", "- |", "<", ">")
_FRAMED = re.compile(
    r"^[（(](?!作者|撰文|文\s*[：:])(?![\d一二三四五六七八九十]+[）)])[^（）()]+[）)]"
)
"""（某某）, （某市）某某, but no （作者：某某）, which is told without contents as well."""
_DIGITS = "0123456789"
_NO_END = frozenset("，、；：:。（(《“‘「『·/／|｜")
"""With what no title ends."""
_WORKS = WRITING | PICTURES
_SIGNS = re.compile(
    rf"^(?:{one_of(_WORKS)})(?:[、·&＆](?:{one_of(_WORKS)}))*\s*[/／|｜：:]\s*[{HAN}]"
)
"""撰文、摄影/某某: what somebody did for an article, which no title says."""
_WRITTEN = re.compile(r"(?<=\S)[ \t\u3000]*(?=文\s*[/／｜|])")
_ALIKE = 8
"""So many titles that begin alike are looked at."""
_AGAIN = 3
"""So often stands a line of the running heads at least."""
_BELOW, _TWO = 3, 2
"""Lines below a title among which who wrote it stands."""


def with_bylines_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines, of which a title and who signs right behind it are two.

    What stands behind the title parts them: a blank, a stroke, a mark. A title that stands alone above,
    or below over its byline, has none on a line of the running heads, as what comes again is one.
    """
    listed = Listed(contents)
    times = Counter(line.text.strip() for line in body if _may_be_title(line.text))
    made: list[Line] = []
    above, alone = list[str](), _Alone(body)
    for at, line in enumerate(body):
        text = line.text.rstrip()
        asked = 0 < times[text.strip()] < _AGAIN and listed.has(text)
        signed = listed.cut(text, [key(one) for one in above]) if asked else None
        if not line.blank:
            above = [text if len(text) <= _LONGEST else "", *above[: _BELOW - 1]]
        if signed is None or alone.has(at, signed) or listed.parts_below(text, body[at + 1 :]):
            made.append(line)
            continue
        made += parted_at(line, signed.at)
    return made


def _may_be_title(text: str) -> bool:
    bare = text.strip()
    plain = 2 < len(bare) <= _LONGEST and not bare.startswith(_ROWS) and "。" not in bare
    return plain and _SIGNS.match(bare) is None


class _Signed(NamedTuple):
    """Where the byline begins on a line, the key of the title before it, and whom it names."""

    at: int
    title: str
    names: list[str]


class _Alone:
    """The lines that may be titles of their own, to be asked whether a title stands alone as well."""

    def __init__(self, body: Sequence[Line]) -> None:
        self._body = body
        self._places: dict[str, list[int]] | None = None

    def has(self, at: int, signed: _Signed) -> bool:
        """True if a title stands alone above a line, or below it over one of those who sign."""
        if self._places is None:
            self._places = {}
            for place, line in enumerate(self._body):
                if 0 < len(line.text) <= _LONGEST:
                    self._places.setdefault(key(line.text), []).append(place)
        return any(
            place < at or self._is_over(place, signed.names)
            for place in self._places.get(signed.title, ())
        )

    def _is_over(self, place: int, names: Sequence[str]) -> bool:
        below = [line for line in self._body[place + 1 : place + 1 + 2 * _BELOW] if not line.blank]
        return any(name in key(line.text) for line in below[:_BELOW] for name in names)


class Listed:
    """The contents, to be asked where in a line of the body the title ends and the byline begins."""

    def __init__(self, contents: Sequence[Line]) -> None:
        keyed = KeyedLines(contents)
        self._text, self._lines = keyed.text, keyed.edges
        self._seams = keyed.places(_SEAM)
        self._leaders = keyed.places(_LEADER) - self._lines
        self._blanks = keyed.places(_BLANK)
        self._dashes = keyed.places(_DASH)
        self._marks = keyed.places(_MARK)
        self._bars = keyed.places(_BARS) - self._lines | self._leaders
        self._parted: dict[str, list[str]] = {}
        """The keys of what stands before a stroke, by those of what stands behind it: 第三课　水 / 某某."""
        for line in contents:
            for title, who in pairwise(_STROKE.split(line.text)):
                self._parted.setdefault(key(who), []).append(key(title))

    def parts_below(self, text: str, below: Sequence[Line]) -> bool:
        """True for a line over the author whom a stroke parts from all of its words in the contents."""
        who = next((key(line.text) for line in below[:_BELOW] if not line.blank), "")
        return bool(who) and any(one.endswith(key(text)) for one in self._parted.get(who, ()))

    def signers(self, byline: str, title: str, above: Sequence[str]) -> list[str]:
        """Those who sign an article whose title is a key, with the keys ``above`` it; [] for no byline."""
        return self._names(title, byline, above, [], exact=False)

    def has_title(self, title: str, above: Sequence[str], *, loosely: bool = False) -> bool:
        """True for the key of a title of the contents, or of the last line of one that begins ``above``.

        ``loosely`` one may end at any blank, as who wrote it stands there perhaps, and before a subtitle.
        """
        ends = (at + len(title) for at in self._places(title, above))
        seams = self._blanks | self._dashes if loosely else self._seams
        return any(end in seams or self._ends(end) for end in ends)

    def has(self, text: str) -> bool:
        """True if the contents have the first characters of a line: any other is no title of theirs."""
        begins = key(text[: 4 * _FIRST])[:_FIRST]
        return bool(begins) and begins in self._text

    def cut(self, text: str, above: Sequence[str]) -> _Signed | None:
        """Where the byline begins on a line, ``None`` if none does; ``above`` are the keys of those above."""
        if (written := self._written(text, above)) is not None:
            return written
        places = {hit.end() for hit in _CUT.finditer(text)}
        exact = {*self._titles_in(text)}
        places.update(exact, self._seams_in(text))
        found = list[_Signed]()
        for at in sorted(places, reverse=True):
            title, byline = text[:at].strip(), text[at:].strip()
            if not _may_be_signed(title, byline):
                continue
            known = found[0].names if found else []
            if names := self._names(key(title), byline, above, known, exact=at in exact):
                found.append(_Signed(at, key(title), names))
        for one in found:
            before = (text[other.at : one.at] for other in found if other.at < one.at)
            if one.at in exact and not any(map(_is_of_byline, before)):
                return one
        # An office or another name before the last one is of the byline, and no word of the title.
        return next(
            (
                one
                for one in reversed(found)
                if one is found[0] or self._belongs(text[one.at : found[0].at], one.title)
            ),
            None,
        )

    def _written(self, text: str, above: Sequence[str]) -> _Signed | None:
        """Where 文/某某　图/某某 stands behind a title of the contents, ``None`` if it does not."""
        hit = _WRITTEN.search(text)
        title = key(text[: hit.start()]) if hit is not None else ""
        if hit is None or len(title) < _LEAST or not self.has_title(title, above):
            return None
        reading = read_byline(text[hit.end() :])
        if reading is None or reading.certainty < _SURE:
            return None
        names = [author.name for author in reading.authors]
        return _Signed(hit.end(), title, names) if names else None

    def _belongs(self, words: str, title: str) -> bool:
        """True for words before a name that belong to the byline, as an office does, and not to the title.

        ``title`` is the key of what stands before them. What the contents have behind that is the rest
        of the title, unless it is an office, a house or a name there as well.
        """
        first = " ".join(words.split()[:1]).strip("/／|｜丨·•—：:" + SHAPES)
        if not first or _is_of_byline(first):
            return True
        at = self._text.find(title + key(first))
        return at < 0 or at + len(title) in self._bars

    def _seams_in(self, text: str) -> Iterator[int]:
        """Where the contents part what a line has without a blank."""
        name = key(text)
        at = self._text.find(name) if len(name) > _LEAST else -1
        begins = at in self._lines or at in self._blanks or self._text[at - 1 : at].isdigit()
        if at < 0 or not begins or not self._ends(at + len(name)):
            return
        sizes = [*accumulate(len(key(char)) for char in text)]
        for seam in sorted(self._seams | self._lines):
            if at < seam < at + len(name):
                yield _behind(text, bisect_left(sizes, seam - at) + 1)

    def _titles_in(self, text: str) -> Iterator[int]:
        """Where a title of the contents ends with which a line begins, and the line goes on otherwise."""
        name = key(text)
        begin = name[:_TELLING]
        at = self._text.find(begin) if len(begin) == _TELLING else -1
        sizes = [*accumulate(len(key(char)) for char in text)] if at >= 0 else []
        for _ in range(_ALIKE):
            if at < 0:
                return
            pairs = zip(name, self._text[at : at + len(name)], strict=False)
            same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            same = min((one - at for one in self._bars if at < one <= at + same), default=same)
            if same < len(name) and (at + same in self._blanks or self._ends(at + same)):
                yield _behind(text, bisect_left(sizes, same) + 1)
            at = self._text.find(begin, at + 1)

    def _names(
        self, title: str, byline: str, above: Sequence[str], known: list[str], *, exact: bool
    ) -> list[str]:
        """Whom a byline names that signs a title, which is a key; none if it does not.

        ``known`` are those whom its last words name: others may stand before them, or an office.
        ``exact`` tells that the contents have the title, and something else behind it.
        """
        reading = read_byline(byline.lstrip("/／|｜丨·• "))
        names = [author.name for author in reading.authors] if reading is not None else []
        if known and names[-len(known) :] != known:
            return []
        house = len(title) >= _LEAST and any(map(is_body, names))
        least = _HOUSE if house or exact else _SURE
        sure = reading is not None and reading.certainty >= least and bool(names)
        short = len(title) < _TELLING or split_names(title) is not None
        for at in self._places(title, above):
            end = at + len(title)
            if short and names and not self._is_entry(at, end, names, name=is_name(title)):
                continue
            if names and self._has(names, at, end, further=len(names) > len(known) > 0):
                return names
            told = end in self._seams or self._ends(end)
            if sure and (told or self._text.startswith(key(names[0]), end)):
                return names
            if not (known or names) and len(title) >= _LEAST and self._is_pen_name(byline, at, end):
                return [key(byline)]
        return []

    def _has(self, names: Sequence[str], at: int, end: int, *, further: bool) -> bool:
        """True if the contents have names behind a title, or right before it, and nothing else between."""
        behind = self._text[end : end + _NEAR]
        pages = len(behind) - len(behind.lstrip(_DIGITS))
        keys = [key(name) for name in names]
        if self._text.endswith("".join(keys), max(0, at - _BEFORE), at):
            return True
        if not all(name in behind for name in keys):
            # One name of which OCR has misread a character here or there.
            own = behind[: len(keys[0])] if len(keys) == 1 and end in self._seams else ""
            return len(own) > _TWO and is_misread(own, keys[0])
        last = max(behind.find(name) + len(name) for name in keys)
        if any(map(str.isdigit, behind[pages:last])):
            return False  # the next entry has them
        if end in self._seams or (further and end in self._blanks):
            return True
        return not further and max(map(len, keys)) < _LEAST and self._ends(end + last)

    def _is_entry(self, at: int, end: int, names: Sequence[str], *, name: bool) -> bool:
        """True for a few characters with the authors right behind or before, or their page.

        What may be a ``name`` as well stands at the head of a line, and a leader parts it from who wrote.
        """
        if name and (at not in self._lines or end not in self._seams or end in self._lines):
            return False
        signs = tuple(map(key, names))
        own = self._text.startswith(signs, end) or self._text.endswith(signs, 0, at)
        return own or self._ends(end)

    def _is_pen_name(self, byline: str, at: int, end: int) -> bool:
        """True for what is in no list of names where the contents have it as those who wrote.

        Behind a leader stands whoever wrote, behind a blank perhaps the rest of the title; before the
        title, at the head of its line, stands an author with a mark between the two.
        """
        name = key(byline)
        if at in self._seams and at - len(name) in self._lines and self._text.endswith(name, 0, at):
            return is_pen_name(byline) and self._ends(end)
        if not (self._text.startswith(name, end) and self._ends(end + len(name))):
            return False
        return end in self._leaders or (
            end in self._seams and len(name) < _LEAST and is_pen_name(byline)
        )

    def _places(self, title: str, above: Sequence[str]) -> Iterator[int]:
        """Where the contents have a title, be it the last line of one that begins ``above``.

        What stands below another one in both may be who signs that.
        """
        at = self._text.find(title)
        while at >= 0:
            begins = at in self._lines or self._text[at - 1].isdigit() or len(title) >= _TELLING
            begins = begins or at in self._seams or (len(title) >= _LEAST and at in self._marks)
            over = next((name for name in above if name and self._text.endswith(name, 0, at)), "")
            signs = over and (at in self._leaders or self._is_signed(title, over, at))
            if (begins or over) and not signs:
                yield at
            at = self._text.find(title, at + 1)

    def _is_signed(self, name: str, title: str, at: int) -> bool:
        """True if a ``name`` that the contents have at a place signs the title right before that.

        A section stands on a line of its own there, and so may the first line of a title.
        """
        if len(name) >= _TELLING and not is_body(name):
            return False
        begin = at - len(title)
        alone = len(title) <= _SECTION and begin in self._lines
        return at in self._blanks and not (alone and at in self._lines)

    def _ends(self, at: int) -> bool:
        """True at the end of a line, and before a page."""
        return at in self._lines or self._text[at : at + 1].isdigit()


_BLANK = re.compile(r"\s+")
_LEADER = re.compile(r"[.．·•・…⋯‥_]{2,}")
_DASH = re.compile("—+")
_BARS = re.compile(r"\s*[|｜丨]\s*")
_MARK = re.compile(rf"[^{HAN}\w]+")


def _behind(text: str, at: int) -> int:
    """The place behind the marks that close at a place of a text: “……” belongs to the title."""
    while text[at : at + 1] and text[at] in _CLOSES:
        at += 1
    return at


_CLOSES = frozenset("”’」』》）？！…")


def _is_of_byline(words: str) -> bool:
    """True for an office, a house, names, or what somebody did."""
    bare = squeeze(words)
    return is_office(bare) or is_body(bare) or bool(split_names(bare)) or bare in _WORKS


def _may_be_signed(title: str, byline: str) -> bool:
    return (
        has_han(title)
        and has_han(byline)
        and width(title) <= _TITLE
        and width(byline) <= _NAMES
        and len(key(title)) > 1
        and title[-1] not in _NO_END
        and byline[0] not in "—-–"
        and not (byline[0] in "（(" and not _FRAMED.match(byline))
        and not unclosed(title)
        and title.count("**") % 2 == 0
        and not _signs(title)
    )


def _signs(text: str) -> bool:
    """True for what is a byline, a name or an office itself, before a name, or the first half of one."""
    reading = read_byline(text)
    bare, words = squeeze(text), text.split()
    torn = len(words) > 1 and len(words[-1]) == 1 < len(words[0])  # 特约撰稿 柏 | 舟
    if torn or is_office(bare) or bare in _WORKS or words[-1] in _WORKS:
        return True
    return reading is not None and reading.certainty >= _SURE
