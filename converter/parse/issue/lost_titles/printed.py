"""What the body prints of an entry of the contents: its title, its subtitle, who signs it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import ends_sentence, is_misread, key, similarity, squeeze, width
from converter.names import is_body, is_latin_name, is_name
from converter.parse.byline import read_byline
from converter.parse.contents.people import is_pen_name
from converter.parse.credits import read_credits
from converter.parse.kinds import is_credit, labelled
from converter.parse.section_names import is_common_section
from converter.source import Line

SHORT = 80
"""Characters of a line that may be a title."""
_BYLINE, _SURE = 64, 0.95
"""Characters of a byline, and how sure one is with the names that the contents give."""
_CLOSING = re.compile(r"^[（(][^（()）。，；：！？《》\d]{2,24}[）)]$")
_PEN_NAME = 4
"""The most characters of a pen name."""
_NAME = 3
"""Characters of a name of which one may be misread."""
_NEAR, TEXT = 4, 24
"""Lines below a byline among which its text begins, and the least em of that."""
_MISREAD, _ALIKE = 7, 0.5
"""Characters of a title of which one may be misread, and how alike a title is that is quite misread."""
_ABOVE = 3
"""Lines above a byline that may be its title."""
_DASHES = "—–-"
_DIGITS, _HEADS = "0123456789", 2
"""So many pages have what stands over them."""
_ASKS, _EXCLAIMS = tuple("？！?!…"), 30
"""How a title may end as sentences do, and the most em of such a title."""
_ISSUE = re.compile(r"第\s*\d{1,3}\s*期|(?:19|20)\d\d\s*年\s*\d{1,2}\s*月$")
"""The issue, which running heads tell."""
_FOLIO = re.compile(r"第\d{1,4}[页頁版]")
_QUOTES = "”’」』"
_SECTION, _IN_LATIN = 6, 16
"""The most characters of a section's name, and of one in Latin letters."""
_LATIN = re.compile("[A-Za-z]+")
_PART = 5
"""The fewest characters of a line of a title that tell it."""
_COUNTED = 3
"""What stands behind it on its line: 之二."""


class Printed:
    """The lines of the body that are not blank."""

    def __init__(self, lines: Sequence[Line], contents: Sequence[Line]) -> None:
        self.places = [at for at, line in enumerate(lines) if not line.blank]
        """Where each of them stands among all lines."""
        self.texts = [lines[at].text.strip() for at in self.places]
        self.keys = [key(text) if len(text) <= SHORT else "" for text in self.texts]
        self.exact: defaultdict[str, list[int]] = defaultdict(list)
        """The lines of each key."""
        for at, name in enumerate(self.keys):
            if name:
                self.exact[name].append(at)
        self._listed = {key(line.text).strip(_DIGITS) for line in contents}
        self._listed |= {key(name) for line in contents if (name := frame_before(line.text))}
        first = contents[0].number if contents else 0
        above = sum(lines[at].number < first for at in self.places)
        self.begins = above if above * 2 < len(self.places) else 0
        """The first line below the contents, where these stand at the head of the issue."""

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The keys of short rows of the contents that the body has as lines."""
        short = (name for name in self._listed if 1 < len(name) <= _longest_section(name))
        plain = {_LATIN.sub("", name) for name in self.exact}  # 市场 MARKET
        return tuple(name for name in short if name in self.exact or name in plain)

    def has(self, title: str) -> bool:
        """True for a title on a line of the body, or on a few together, be a character misread."""
        name = key(title)
        if not name or name in self.exact or name in self._joined:
            return True
        alike = self._by_size.get(len(name), ()) if len(name) >= _MISREAD else ()
        return any(is_misread(name, one) for one in alike)

    def has_part(self, name: str) -> bool:
        """True for the key of a title of which the body has the first words on a line, or the last ones."""
        cuts = range(_PART, len(name) - _PART + 1)
        parts = (part for cut in cuts for part in (name[:cut], name[cut:]))
        return any(part in self.exact and part not in self._listed for part in parts)

    def has_within(self, text: str) -> bool:
        """True for a part of a short line, such as one of several who sign."""
        name = key(text)
        return any(name in one for one in self.exact)

    def signed(self, authors: Sequence[str]) -> list[int]:
        """The lines that name these authors and nobody else, with text below them."""
        known, whole = frozenset(authors), key("".join(authors))
        if not are_names(authors):
            return self.over_text(whole) if len(authors) == 1 else []
        named = [
            at
            for at, text in self._short
            if at >= self.begins and all(name in text for name in authors)
        ]
        personal = all(map(is_name, authors))
        found = [
            at
            for at in named
            if not (self.texts[at][0] in "（(" and self.texts[at][-1] in "）)")
            and (self.prose_follows(at + 1) or (self.keys[at] == whole and personal))
            and (self.keys[at] == whole or _signs(self.texts[at], known))
        ]
        # ——某某 has said what stands above.
        plain = [at for at in found if self.texts[at][0] not in _DASHES]
        found = plain or found or self._signed_in_turn(authors) or self._signed_alike(authors)
        return found or (self.over_text(whole) if len(authors) == 1 else [])

    def over_text(self, words: str) -> list[int]:
        """The only line of the body that says these words, over text that begins right below it; [] for none."""
        places = [at for at in self.exact.get(key(words), ()) if at >= self.begins]
        if len(places) != 1 or self.is_listed(places[0]):
            return []
        below = self.texts[places[0] + 1 : places[0] + 2]
        return places if below and (width(below[0]) >= TEXT or "，" in below[0]) else []

    def _signed_in_turn(self, authors: Sequence[str]) -> list[int]:
        """The first of lines in a row, with text below them, each of which names one of several authors."""
        size = len(authors)
        if size == 1:
            return []
        return [
            at
            for at, text in self._short
            if at >= self.begins
            and authors[0] in text
            and at + size <= len(self.texts)
            and all(
                len(line) <= _BYLINE and name in squeeze(line) and _signs(line, frozenset((name,)))
                for name, line in zip(authors, self.texts[at : at + size], strict=True)
            )
            and self.prose_follows(at + size)
        ]

    def _signed_alike(self, authors: Sequence[str]) -> list[int]:
        """The lines with text below them by which somebody signs whose name is an author's but for a character.

        No row of the contents has that name.
        """
        name = authors[0]
        if len(authors) > 1 or len(name) < _NAME or not is_name(name):
            return []
        return [
            at
            for at, text in self._short
            if at >= self.begins
            and is_misread(text[-len(name) :], name)
            and self.is_signed(at)
            and not any(text[-len(name) :] in row for row in self._listed)
        ]

    def is_signed(self, at: int) -> bool:
        """True for a line that says in so many words who has written the text below it."""
        text = self.texts[at] if at < len(self.texts) else ""
        reading = read_byline(text) if 0 < len(text) <= _BYLINE else None
        sure = reading is not None and bool(reading.authors) and reading.certainty >= _SURE
        return sure and self.prose_follows(at + 1)

    def closed_by(self, authors: Sequence[str]) -> list[int]:
        """The lines in brackets that tell that these have written the text above: （某某）, （某某站　某某）."""
        whole = key("".join(authors))
        return [at for at in self._closings if whole and self.keys[at].endswith(whole)]

    def closings(self, within: range) -> list[int]:
        """The lines in brackets that tell who has written the text above them."""
        return [at for at in self._closings if at in within]

    @cached_property
    def _closings(self) -> list[int]:
        found = (at for at, text in enumerate(self.texts) if at and _CLOSING.match(text))
        return [at for at in found if at > self.begins and ends_sentence(self.texts[at - 1])]

    def may_sign(self, at: int) -> bool:
        """True for a pen name alone over text that begins right below it: 阿蒜."""
        if at + 1 >= len(self.texts) or not 1 < len(self.keys[at]) <= _PEN_NAME:
            return False
        below = self.texts[at + 1]
        return is_pen_name(self.texts[at]) and (width(below) >= TEXT or ends_sentence(below))

    def prose_follows(self, at: int) -> bool:
        """True if text begins at a line or soon after it."""
        return any(
            width(text) >= TEXT or ends_sentence(text) or "，" in text
            for text in self.texts[at : at + _NEAR]
        )

    def is_listed(self, at: int) -> bool:
        """True for a line that is a whole row of the contents, but for the page."""
        return bool(self.keys[at]) and self.keys[at] in self._listed

    def is_below_section(self, at: int) -> bool:
        """True right below a short row of the contents, which names a section."""
        name = self.keys[at - 1].strip(_DIGITS) if at else ""
        return name in self.sections or (bool(name) and _LATIN.sub("", name) in self.sections)

    def may_be_titled(self, at: int, title: str) -> bool:
        """True if the title over a line may stand above it, be it quite misread."""
        near = self.keys[max(0, at - _ABOVE) : at]
        return not self.ends_above(at) or any(
            name and similarity(name, title) >= _ALIKE and not self._is_head_of(name, title)
            for name in near
        )

    def _is_head_of(self, name: str, title: str) -> bool:
        """True for the running head of an article with the page on its line, of which there are several."""
        bare = name.strip(_DIGITS)
        return bare == title != name and self._beside_folios[bare] >= _HEADS

    def ends_above(self, at: int) -> bool:
        """True if nothing above a line may be a title: the end of a text, the name of a section."""
        if at in (0, self.begins):
            return True
        text, name = self.texts[at - 1], self.keys[at - 1].strip(_DIGITS)
        if width(text) <= _EXCLAIMS and text.rstrip(_QUOTES).endswith(_ASKS):
            return False
        return (
            ends_sentence(text)
            or len(text) > SHORT
            or name in self.sections
            or _LATIN.sub("", name) in self.sections
            or (is_framed(text) and name in self._listed)
            or is_common_section(text)
            or _ISSUE.search(text) is not None
            or any(
                name.startswith(one) and len(name) <= len(one) + _COUNTED for one in self.sections
            )
            or self._is_running_head(at - 1)
            or is_credit(text)
            or labelled(text) is not None
            or text[-1] in "）)■□◆●"
            or text[0] in "（("
        )

    def _is_running_head(self, at: int) -> bool:
        """True for a folio, and for what stands beside folios or alone on several pages."""
        name = self.keys[at]
        bare = name.strip(_DIGITS)
        if not name:
            return False
        if _FOLIO.fullmatch(name) is not None:
            return True
        if bare == name:
            return len(self.exact[name]) > _HEADS and name not in self._listed
        section = 1 < len(bare) <= _SECTION and any(bare in one for one in self._listed)
        again = len(self.exact[name]) > _HEADS  # 某刊 2021.5
        return not bare or section or again or self._beside_folios[bare] >= _HEADS

    @cached_property
    def _beside_folios(self) -> Counter[str]:
        """How many lines there are of a key but for the digits before and behind it."""
        return Counter(bare for name in self.exact if (bare := name.strip(_DIGITS)) != name)

    @cached_property
    def _joined(self) -> frozenset[str]:
        """The keys of two and three short lines in a row."""
        pairs = itertools.pairwise(self.keys)
        threes = zip(self.keys, self.keys[1:], self.keys[2:], strict=False)
        return frozenset("".join(some) for some in (*pairs, *threes) if all(some))

    @cached_property
    def _by_size(self) -> dict[int, list[str]]:
        found: defaultdict[int, list[str]] = defaultdict(list)
        for name in self.exact:
            found[len(name)].append(name)
        return found

    @cached_property
    def _short(self) -> list[tuple[int, str]]:
        """The lines that may be bylines, without their blanks."""
        lines = enumerate(self.texts)
        return [(at, squeeze(text)) for at, text in lines if len(text) <= _BYLINE]


def _longest_section(name: str) -> int:
    return _IN_LATIN if name.isascii() else _SECTION


_FRAME = re.compile(r"^\W*?(?P<frame>[【〔][^【】〔〕]{2,10}[】〕])\s*(?=\S)")


def frame_before(text: str) -> str:
    """【短论】 before an entry, on its row; "" for none."""
    hit = _FRAME.match(text)
    return hit["frame"] if hit is not None else ""


def is_framed(text: str) -> bool:
    """True for 【短论】 on a line of its own."""
    return text[0] in "【〔" and text[-1] in "】〕"


def are_names(authors: Sequence[str]) -> bool:
    """True if all may be names, of people or houses."""
    return all(is_pen_name(name) or is_body(name) or is_latin_name(name) for name in authors)


def _signs(text: str, known: frozenset[str]) -> bool:
    """True for a line that says in so many words that these have written what stands below it."""
    credited = read_credits(text)
    if credited and not any(credit.writes for credit in credited):
        return False  # 摄影／某某
    reading = read_byline(text, known=known)
    if reading is None or reading.certainty < _SURE:
        return False
    return known <= {author.name for author in reading.authors}
