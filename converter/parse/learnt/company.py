"""What stands around a name tells whether sidebars stand under it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, squeeze, width
from converter.names import is_name
from converter.parse.boxes import is_attribution
from converter.parse.frames import PAIRED
from converter.parse.grams import Trigrams
from converter.parse.headings import numbering
from converter.parse.learnt.places import Place
from converter.parse.seam import goes_on
from converter.segment.units import is_indented
from converter.source import Line
from converter.values import NamedTuple

_BROKEN = 16
"""From this width on (em) a text that ends without a mark is broken off."""
TEXT = 12
"""Em of the shortest text behind a name."""
_TITLE = (4, 24)
"""Em of the shortest title of a sidebar, which may be half as long under a name that stands
elsewhere as well, and of the longest."""
_ABOUT, _OPENING = 4, 12
"""Characters with which a title and the text below it both begin, and in which they are found."""
_HOUSE = 2
"""So many known names over titles show how the magazine sets its sidebars."""
_REACH, _PARAGRAPHS = 16, 4
"""Lines below a name, and whole paragraphs at most, among which its source stands."""
_SHORT, _PART = 2, 60
"""Paragraphs of a short text, one of which may be the next article's pull quote, and the lines of
the longest part of an article."""
_FOLIO = re.compile(r"[\s\d·•—\-|｜/]{1,8}")
_WORD = re.compile(f"[{HAN}]{{2}}")
_CLAUSE = re.compile("[，。；：！？]")
_POINTED = tuple("；;")
"""How points of a list end, above others."""
_LABELLED = re.compile(rf"^\s*[{HAN}]{{1,8}}[：:]")
_IN_BRACKETS = re.compile(r"[（(][^（()）。]{2,20}[）)]$")
"""（某某供稿） below a text: what stands below it begins as anew."""
_PIECES = 5
"""Pieces below a name of which one carries the broken sentence on."""
_DOUBLED = 1.5
"""What it says that a piece begins with the character that stands before the seam."""
_STARTS = tuple("—–-－（([【摘选選节節来來出据據资資数數原转轉")
"""How attributions begin."""
_TAIL = 400
"""Characters of a broken sentence that tell how it goes on."""


_PARTS = f"|｜丨│{PAIRED}"
"""What may part a name from its title."""
_WORK = re.compile(r"^《[^》]{1,30}》\s*[（(].{2,40}[）)]$")


class Seen(NamedTuple):
    """What the company of a name at one place tells."""

    cuts: float | None
    """How much better a sentence that breaks off before it goes on behind its text than with
    its own words or its text (log odds), ``None`` if none breaks off."""
    sourced: int
    """How many whole paragraphs a source below it closes with the article going on, or 0."""
    alone: bool = False
    """A whole text stands on its line, with a blank between them, and no such line near it."""
    titled: bool = False
    """A title of its own stands beside it or below, and a text below that."""
    opened: bool = False
    """The text below opens with what the title beside it is about."""
    last: bool = False
    """Between the name and a title or a numbered heading there is a short text and no more."""
    within: bool = False
    """That heading counts on from one above the name: 二、……, the name, 三、……."""


class Company:
    """Reads what stands around the names."""

    def __init__(
        self,
        text: Sequence[Line],
        gaps: frozenset[int],
        names: Iterable[Sequence[Place]],
        boxes: Iterable[Place],
        known: Collection[str] = (),
    ) -> None:
        """Read lines with ``text``; ``names`` are places by what may be names, ``boxes`` those of names that are known."""
        places = list(names)
        self.text = text
        self.gaps = gaps
        """Lines below a blank one."""
        self.starts = frozenset(place.at for members in places for place in members)
        """Lines on which names may stand."""
        self.again = frozenset(
            place.at for members in places if len(members) > 1 for place in members
        )
        """Those on which names may stand that stand elsewhere as well."""
        starts = list(boxes)
        self.boxes = frozenset(place.at for place in starts)
        """Lines on which names of boxes stand that are known."""
        self.labels = frozenset(place.at for place in starts if not place.rest)
        """Those of them on which nothing else stands."""
        self.known = known
        """The keys of titles, sections and authors."""
        widths = sorted(width(line.text) for line in text)
        self.full = min(2.0 * _BROKEN, 0.8 * widths[len(widths) // 2]) if widths else 0.0
        """The least em of a line of running text."""
        self.trigrams = Trigrams()
        self.learnt = False
        self.titled = sum(self._is_titled(one) for one in starts if not one.rest) >= _HOUSE
        """The magazine sets titles of their own under the names of its sidebars."""

    def see(self, place: Place) -> Seen:
        """What the company of a name tells."""
        if place.at - 1 in self.labels or (place.rest and not self._is_text(place)):
            return Seen(None, 0)
        rest, tail = place.rest, self._broken(place.at)
        cuts = self._cuts(place, tail) if tail else None
        alone = not place.labelled and ends_sentence(rest) and self._is_alone(place.at)
        # The text below a running head with a title carries the sentence above it on; such a
        # title is an article's, if a mark parts it from the name.
        free = not tail or (cuts or 0.0) > 0 or self._is_parted(place)
        listed = place.labelled and not ((cuts or 0.0) > 0 and self._is_name_and_title(place))
        titled = not listed and free and self._is_titled(place)
        opened = titled and self._is_opened(place)
        sourced = self.sourced(place.at, rest)
        below = -1 if rest else self._below_text(place.at)
        within = below > 0 and self._counts_on(place.at, below)
        return Seen(
            cuts,
            sourced,
            alone=alone,
            titled=titled,
            opened=opened,
            last=below > 0,
            within=within,
        )

    def _below_text(self, start: int) -> int:
        """Where a title or a numbered heading stands below a short text, -1 where more text does."""
        paragraphs = 0
        for at in range(start + 1, min(len(self.text), start + _REACH)):
            line = self.text[at].text.strip()
            if key(line) in self.known or self._numbers(at):
                return at if paragraphs else -1
            if self._begins(at, start):
                return -1
            paragraphs += ends_sentence(line)
            if paragraphs > _SHORT:
                return -1
        return -1

    def closes_part(self, at: int) -> bool:
        """True for a line right above a title or a numbered heading."""
        below = self.text[at + 1].text.strip() if at + 1 < len(self.text) else ""
        return below != "" and (key(below) in self.known or self._numbers(at + 1))

    def _numbers(self, at: int) -> bool:
        """True for 三、健全长效机制 on a line of its own, and not for an item of a list."""
        line = self.text[at].text.strip()
        return width(line) <= _PLAIN and line[-1] not in "。；;" and numbering(line) is not None

    def _counts_on(self, start: int, below: int) -> bool:
        """True if a heading counts on from the last one of its kind above a name."""
        own = numbering(self.text[below].text.strip())
        if own is None or key(self.text[below].text) in self.known:
            return False
        for at in range(start - 1, max(-1, start - _PART), -1):
            line = self.text[at].text.strip()
            if key(line) in self.known:
                return False
            above = numbering(line) if self._numbers(at) else None
            if above is not None and above.kind == own.kind:
                return above.value + 1 == own.value
        return False

    def _is_name_and_title(self, place: Place) -> bool:
        """True for 案例窗：一碗面 within a sentence, where nobody begins to speak, and over no other such line."""
        below = self.text[place.at + 1].text if place.at + 1 < len(self.text) else ""
        return _CLAUSE.search(place.rest) is None and _LABELLED.match(below) is None

    def _is_parted(self, place: Place) -> bool:
        """True for a name that stands elsewhere, too, with a bar or an ornament before its title."""
        line = self.text[place.at].text
        sign = line.partition(place.name)[2].strip()[:1]
        parted = sign in tuple(_PARTS) or (place.marked and sign in tuple("：:"))
        return bool(place.rest) and place.at in self.again and parted

    def _is_opened(self, place: Place) -> bool:
        """True for 长渠包括哪几段 beside a name over 长渠主要包括……: what the text tells of."""
        below = key(self.text[place.at + 1].text[:_OPENING])
        about = key(place.rest)[:_ABOUT]
        return len(about) == _ABOUT and below.startswith(about)

    def _is_titled(self, place: Place) -> bool:
        """True if a title stands beside a name or below it that no article has, and a text below.

        Below the title of an article there may be who wrote it, and below the name of its
        section there is no other one.
        """
        at = place.at if place.rest else place.at + 1
        if at + 1 >= len(self.text) or any(
            one != place.at and (one in self.boxes or one in self.again) for one in (at, at + 1)
        ):
            return False
        title = (place.rest or self.text[at].text).strip().strip("#*> ")
        below = self.text[at + 1].text.strip()
        return (
            _TITLE[0] / (1 + (place.at in self.again)) <= width(title) <= _TITLE[1]
            and (not ends_sentence(title) or (place.rest != "" and title[-1] in "？?"))
            and title[-1] not in "，、；：,;:"
            and key(title) not in self.known
            and numbering(title) is None
            and not is_name(squeeze(title))
            and _WORD.search(title) is not None
            and ((width(below) >= TEXT and self._is_text_at(at + 1)) or self._lists_points(at + 1))
        )

    def _is_text_at(self, at: int) -> bool:
        """True for a whole sentence, a line of running text, or one of several works."""
        whole = ends_sentence(self.text[at].text.strip())
        return whole or self._runs_on(at) or self._lists_works(at)

    def _lists_points(self, at: int) -> bool:
        """True for 一、自学十个小时； over 二、走访三个村；, or without the numbers: the points of a list."""
        items = [line.text.strip() for line in self.text[at : at + 2]]
        if len(items) < 2 or items[0][-1] not in _POINTED:
            return False
        counts = [one and one.value for one in map(numbering, items)]
        short = all(width(item) <= _PLAIN for item in items)
        return counts == [1, 2] or (short and (items[1][-1] in _POINTED or ends_sentence(items[1])))

    def _lists_works(self, at: int) -> bool:
        """True for 《某片》（2012年，91分钟） over another such line."""
        return all(_WORK.match(line.text.strip()) for line in self.text[at : at + 2])

    def _runs_on(self, at: int) -> bool:
        """True for a full line of running text, or one between blank lines with the next right below."""
        size = width(self.text[at].text.rstrip())
        return size >= self.full or (
            size >= _BROKEN and at in self.gaps and at - 1 in self.gaps and at + 1 not in self.gaps
        )

    def _is_alone(self, at: int) -> bool:
        """True if no other name may stand near: those who talk take turns, and 【自述】 and 【点评】."""
        near = (at - 2, at - 1, at + 1, at + 2)
        return self.starts.isdisjoint(near) and self.boxes.isdisjoint(near)

    def _is_text(self, place: Place) -> bool:
        """True if a sentence or a title stands behind a name, and no address or name."""
        rest = place.rest
        if ends_sentence(rest) or width(rest) >= 2 * TEXT:
            return width(rest) >= TEXT
        named = all(map(is_name, rest.split())) or is_name(squeeze(rest))  # 插图　程远山
        return _WORD.search(rest) is not None and not named and place.at + 1 < len(self.text)

    def _broken(self, below: int) -> str:
        """The end of the sentence that breaks off above a line, "" if none does."""
        at = below - 1
        while at >= 0 and _FOLIO.fullmatch(self.text[at].text):
            at -= 1
        text = self.text[at].text.rstrip() if at >= 0 else ""
        return text[-_TAIL:] if text and breaks_off(text) else ""

    def _cuts(self, place: Place, tail: str) -> float | None:
        """How much better a sentence that breaks off goes on behind a text than before it."""
        pieces = self._pieces(place)
        if not pieces:
            return None
        # A title, and the text below it; below a running head that carries the sentence on.
        first = ends_sentence(pieces[0]) or width(pieces[0]) >= 2 * TEXT
        first = first or not (place.rest or self._is_short(place.at + 1))  # of printed lines
        own = 1 if first else 2
        if len(pieces) <= own:
            return None
        behind = max(self._odds(tail, piece) for piece in pieces[own:])
        before = [self._odds(tail, piece) for piece in (*pieces[:own], place.name + place.rest)]
        return behind - max(before)

    def _pieces(self, place: Place) -> list[str]:
        """What stands behind a name: its text or title, and the pieces below that."""
        pieces = [place.rest] if place.rest else []
        fresh = not pieces or ends_sentence(place.rest)
        for at in range(place.at + 1, min(len(self.text), place.at + _REACH)):
            if self._begins(at, place.at) or len(pieces) == _PIECES:
                break
            line = self.text[at].text.strip()
            if fresh and _IN_BRACKETS.match(line):
                continue
            apart = fresh or at in self.gaps or is_indented(self.text[at])
            apart = apart or (at == place.at + 2 and self._is_short(place.at + 1))
            point = line[-1] in _POINTED and self.text[at - 1].text.rstrip()[-1] in _POINTED
            if apart and not point and not _is_source(line):
                pieces.append(line)
            fresh = ends_sentence(line)
        return pieces

    def _is_short(self, at: int) -> bool:
        """True for a line that ends nothing and that the next one does not carry on: it had room left."""
        text = self.text[at].text.rstrip()
        return is_han(text[-1:]) and width(text) < self.full

    def _odds(self, tail: str, piece: str) -> float:
        """How likely a broken sentence goes on with a piece."""
        if not self.learnt:
            self.learnt = True
            self.trigrams.learn_all([line.text.strip() for line in self.text])
        odds = goes_on(tail, piece, self.trigrams)
        if tail[-1] == piece[0] and is_han(piece[0]):
            odds = max(odds, goes_on(tail[:-1], piece, self.trigrams) + _DOUBLED)
        return odds

    def sourced(self, start: int, first: str) -> int:
        """How many paragraphs a source closes from a line on, of which ``first`` is text."""
        paragraphs = int(bool(first) and ends_sentence(first))
        for at in range(start + 1, min(len(self.text), start + _REACH)):
            if self._begins(at, start) or paragraphs > _PARAGRAPHS:
                return 0
            line = self.text[at].text.strip()
            if _is_source(line):
                return paragraphs if self._goes_on_below(at) else 0
            whole, short = ends_sentence(line), width(line) <= 2 * _BROKEN
            if short and (whole or line[-1] in _POINTED) and numbering(line):
                paragraphs = max(1, paragraphs)  # all items of a list are one
                continue
            if short and (numbering(line) or (paragraphs and at in self.gaps and not whole)):
                return 0  # a heading, or the title to which what stands below may belong
            paragraphs += whole
        return 0

    def _begins(self, at: int, start: int) -> bool:
        """True for another name below one; right below it there may be its title."""
        return at in self.boxes or at in self.again or (at in self.starts and at > start + 1)

    def _goes_on_below(self, source: int) -> bool:
        """True if text or another box stands below a source, and not the title that it is before."""
        for at in range(source + 1, min(len(self.text), source + 3)):
            line = self.text[at].text.strip()
            if at in self.starts or at in self.boxes:
                return True
            if ends_sentence(line) or width(line) > 2 * _BROKEN:
                return True
        return False


def gaps_of(lines: Sequence[Line]) -> frozenset[int]:
    """The indices among the lines with text of those below a blank line."""
    found: set[int] = set()
    count, blank = 0, True
    for line in lines:
        if line.blank:
            blank = True
            continue
        if blank:
            found.add(count)
        count, blank = count + 1, False
    return frozenset(found)


_PAUSE = re.compile("[，。；：、？！“”,;:]")
_PLAIN = 32
"""Em of the longest title without a mark."""
_NAME_END = 6
"""Characters at the end of a byline that hold a name: 某某厅党组书记 贺 屹."""


def breaks_off(text: str) -> bool:
    """True for a text that stops within a clause or after a comma, and is no title or byline."""
    plain = text.rstrip()
    return (
        (is_han(plain[-1:]) or plain[-1:] in ("，", "、", ","))
        and width(plain) >= _BROKEN
        and (_PAUSE.search(plain) is not None or width(plain) > _PLAIN)
        and not any(map(str.isspace, plain[-_NAME_END:]))
        and (numbering(plain.lstrip()) is None or "。" in plain)
        and not is_attribution(plain)
    )


def _is_source(text: str) -> bool:
    return text.startswith(_STARTS) and is_attribution(text) and not _FOLIO.fullmatch(text)
