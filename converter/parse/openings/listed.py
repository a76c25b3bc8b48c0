"""Openings that the contents list: titles compared by similarity.

An OCR error on one side still matches.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import nlargest

from converter import patterns as re
from converter.hanzi import HAN, bigrams, ends_sentence, key, similarity, squeeze, width
from converter.names import SURNAMES, is_body, is_latin_name, is_name, split_names
from converter.parse.boxes import box_start
from converter.parse.byline import names_subject, read_byline
from converter.parse.contents import RawEntry
from converter.parse.kinds import is_salutation
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.survey import Survey
from converter.values import NamedTuple

_MIN_SCORE = 0.7
_PEN_NAME = 4
"""The most characters of a pen name; what is longer is rather the line under the title."""
_SURE = 0.9
"""How sure a byline is that has a mark or a label."""
_COLUMN, _TITLED_COLUMN = 0.9, 1.1
"""The scores of a section's name as a title, and of the title under it that repeats the name."""
_SHORTENED = 0.15
"""What it costs to leave out a line of the entry: the title may have more lines than one."""
_WORK = re.compile(r"^(?P<work>《[^《》]{1,24}》)\s*(?:[：:]|——)\s*\S")
_HEAD = 1.05
"""The score of a title of which the contents have the first half."""
_STANDFIRST = 22
"""From so many em on a sentence under a title is no line of it."""


_SUBTITLED, _LINE = re.compile(r"^(?P<work>[^—。；]{3,30})——[^—。；]{2,40}$"), 64
"""血压计准不准——先看胳膊放在哪里, and the most characters of such a line."""
_Reading = tuple[tuple[str, ...], tuple[str, ...]]
"""The lines of a title and its authors."""


class _Choice(NamedTuple):
    """A reading of an entry, with what it says of it at every place alike."""

    reading: _Reading
    wholes: tuple[str, ...]
    """The keys of what the body's title may be."""
    cost: float
    """What it costs to read the entry so."""


class _Candidate(NamedTuple):
    entry: int
    start: int
    units: int
    score: float
    reading: _Reading


def find_listed(survey: Survey, refused: set[int]) -> list[Opening]:
    """The openings of the entries of the contents, but none at ``refused`` units."""
    finder = _Finder(survey)
    chosen = _assign(c for c in finder.candidates() if c.start not in refused)
    return [
        Opening(c.start, list(range(c.start, c.start + c.units)), c.entry, c.reading, c.score)
        for c in chosen
    ]


class _Finder:
    """Finds the places at which the title of an entry may stand."""

    def __init__(self, survey: Survey) -> None:
        self.units = survey.units
        self.keys = survey.keys
        self.contents = survey.contents
        self.survey = survey

    def candidates(self) -> Iterator[_Candidate]:
        """The places of all entries, each with its best reading there."""
        readings = [list(entry.readings()) for entry in self.contents.entries]
        index: defaultdict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(self.contents.entries):
            for pair in bigrams(key("".join(entry.texts))):
                index[pair].add(number)
            for titles, _ in readings[number]:
                if len(name := key("".join(titles))) == 1:  # 井　某某
                    index[name].add(number)
        columns = self._columns(readings)
        choices: dict[int, list[_Choice]] = {}
        for start, name in enumerate(self.keys):
            if not name:
                continue
            if self.survey.is_section[start]:
                if columns:
                    yield from self._column(start, columns)
                continue
            pairs = bigrams(self._work(start) or name)
            votes = _votes(pairs, index)
            alike = [number for number, count in votes.items() if count * 2 >= len(pairs) - 1]
            for number in _likest(alike, votes):
                if number not in choices:
                    choices[number] = list(
                        _choices(self.contents.entries[number], readings[number])
                    )
                best = self._best(start, number, choices[number])
                if best is not None:
                    yield best

    def _columns(self, readings: Sequence[Sequence[_Reading]]) -> dict[str, tuple[int, _Reading]]:
        """The entries that are named as their sections are, by the keys of their names."""
        sections = self.contents.sections
        found: dict[str, tuple[int, _Reading]] = {}
        for number, entry in enumerate(self.contents.entries):
            name = key(sections[entry.section].name) if entry.section >= 0 else ""
            if not name or not key("".join(entry.texts)).startswith(name):
                continue
            reading = next((one for one in readings[number] if key("".join(one[0])) == name), None)
            if reading is not None:
                found[name] = (number, reading)
        return found

    def _column(
        self, start: int, columns: Mapping[str, tuple[int, _Reading]]
    ) -> Iterator[_Candidate]:
        """声音, and 读者来信 under 来信: the title of a column that is named as its section."""
        name = self.survey.section_of(start)
        if name not in columns:
            return
        number, reading = columns[name]
        yield _Candidate(number, start, 1, _COLUMN, reading)
        below = self.keys[start + 1] if start + 1 < len(self.keys) else ""
        if below.endswith(name) and len(below) <= 2 * max(4, len(name)):
            yield _Candidate(number, start + 1, 1, _TITLED_COLUMN, reading)

    def _best(self, start: int, number: int, choices: list[_Choice]) -> _Candidate | None:
        best: _Candidate | None = None
        joined = ""
        if SUBTITLE.match(self.units[start].text) and start and self.keys[start - 1]:
            return None  # the line above is the title
        if _SIGNS.match(self.units[start].text):
            return None
        for count in range(1, 6):
            at = start + count - 1
            if at >= len(self.units) or not self.keys[at]:
                break
            text = self.units[at].text
            if count > 1 and (
                SUBTITLE.match(text)
                or names_subject(text)
                or box_start(self.units[at], self.survey.profile)
            ):
                break
            if count > 1 and (_stands_below(text) or is_salutation(text)):
                break
            byline = read_byline(text) if count > 1 else None
            joined += self.keys[at]
            if byline is not None and byline.certainty >= 0.75 and not _begins(choices, joined):
                break
            for choice in choices:
                (titles, authors), wholes, cost = choice
                score = max(_score(joined, whole, _MIN_SCORE + cost) for whole in wholes)
                if count == 1 and score < _HEAD and self._heads(start, wholes):
                    score = _HEAD
                if count == 1 and score < 1.0 and self._dashed(at, wholes):
                    score = 1.0
                score -= cost
                if score < _MIN_SCORE:
                    continue
                score += self._byline_bonus(at + 1, authors, joined)
                above = self._is_signed_above(start, authors) and not self._is_signed(at + 1)
                above = above and not self._signs_otherwise(number, authors)
                if above and not split_names("".join(titles)):
                    score += _SIGNED_ABOVE
                score += 0.1 if joined in wholes else 0.0  # word for word
                if best is None or score > best.score + 1e-9:
                    best = _Candidate(number, start, count, score, choice.reading)
        return best

    def _heads(self, at: int, wholes: Collection[str]) -> bool:
        """True for 《白条》：一笔账 and 白条——一笔账 of the body, of which the contents have the first half."""
        return self._work(at) in wholes

    def _dashed(self, at: int, wholes: Collection[str]) -> bool:
        """True for 渔歌的停顿 over ——号子中的呼吸, of which the contents make one line with a colon."""
        below = self.survey.after(at)
        if below is None or not SUBTITLE.match(below.text):
            return False
        return self.keys[at] + key(below.text) in wholes

    def _work(self, at: int) -> str:
        """The key of the work before the colon of a title, or of what stands before its subtitle, "" for none."""
        text = self.units[at].text
        hit = _WORK.match(text) if text[0] == "《" else None
        if hit is None and "——" in text[2:_LINE] and len(text) <= _LINE:
            hit = _SUBTITLED.match(text)
        return key(hit["work"]) if hit is not None else ""

    def _is_signed(self, at: int) -> bool:
        """True for a unit that says in so many words who wrote what stands below it.

        Where somebody works, in brackets, says so of the line above: 桑柳 / （某大学文学院，某市）.
        """
        reading = read_byline(self.units[at].text) if at < len(self.units) else None
        if reading is None or reading.certainty < _SURE:
            return False
        return bool(reading.authors) or self.units[at].text[0] not in "（("

    def _is_signed_above(self, start: int, authors: tuple[str, ...]) -> bool:
        """True below a line that is the names of the authors and nothing else."""
        if not authors or not start or self.keys[start - 1] != key("".join(authors)):
            return False
        return all(map(is_name, authors))

    def _signs_otherwise(self, number: int, authors: tuple[str, ...]) -> bool:
        """True if others certainly sign an entry, of which ``authors`` are words of the title: 向海图强　……."""
        told = squeeze(self.contents.entries[number].authors_text)
        return bool(told) and not any(name in told for name in authors)

    def _byline_bonus(self, at: int, authors: tuple[str, ...], title: str) -> float:
        """What the author says who stands below a title, unless the title comes again above."""
        odd = _odd_authors(authors)
        for place, name in enumerate(self.keys[at : at + 3], at):
            unit = self.units[place]
            if name == title:
                return 0.0
            if odd and name == key("".join(authors)) and self._is_signed(place + 1):
                continue  # no pen name, but the second line of the title
            if (
                authors
                and (not odd or max(map(len, authors)) <= _PEN_NAME)
                and any(name in squeeze(unit.text) for name in authors)
                and width(unit.text) <= 64
            ):
                return 0.3
            reading = read_byline(unit.text)
            if reading is not None and reading.certainty >= 0.75:
                return 0.15
        return 0.0


def _choices(entry: RawEntry, readings: Sequence[_Reading]) -> Iterator[_Choice]:
    """The readings of an entry that name a title; a later one, an odd author and a line left out cost."""
    for rank, (titles, authors) in enumerate(readings):
        if not (wholes := _title_keys(titles)):
            continue
        odd = not entry.authors_text and _odd_authors(authors)
        cost = 0.01 * rank + (0.08 if odd else 0.0) + _SHORTENED * _is_short(titles, authors, entry)
        yield _Choice((titles, authors), wholes, cost)


def _begins(choices: Sequence[_Choice], joined: str) -> bool:
    """True for lines with which a title begins, be the last one like a name: 一盏灯亮到 / 后半夜.

    Others have signed it.
    """
    signed = (choice for choice in choices if choice.reading[1])
    return any(name.startswith(joined) for choice in signed for name in choice.wholes)


_SIGNED_ABOVE = 0.3
_MOST = 32
"""So many entries are compared with a line; more are alike only where titles are numbered."""


_COMMON = 128
"""A pair of characters that stands in more entries than that tells none of them apart."""


def _votes(pairs: Collection[str], index: Mapping[str, AbstractSet[int]]) -> dict[int, int]:
    """How many pairs of characters entries share with a line; only such as share a telling one."""
    places = [index[pair] for pair in pairs if pair in index]
    telling = [numbers for numbers in places if len(numbers) <= _COMMON]
    votes: dict[int, int] = defaultdict(int)
    for numbers in telling or places:
        for number in numbers:
            votes[number] += 1
    if telling:
        for numbers in places:
            if len(numbers) > _COMMON:
                for number in votes:
                    votes[number] += number in numbers
    return votes


def _likest(numbers: list[int], votes: Mapping[int, int]) -> list[int]:
    """The entries that share most pairs of characters with a line, in the order given."""
    if len(numbers) <= _MOST:
        return numbers
    best = set(nlargest(_MOST, numbers, key=lambda number: votes[number]))
    return [number for number in numbers if number in best]


def _assign(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The best set of matches: in the order of the contents first, then what is left."""
    pool = sorted(candidates, key=lambda c: (c.entry, c.start))
    best: dict[tuple[int, int], _Candidate] = {}
    for candidate in pool:
        place = (candidate.entry, candidate.start)
        if place not in best or candidate.score > best[place].score:
            best[place] = candidate
    chain = _chain(sorted(best.values(), key=lambda c: (c.entry, c.start)))
    taken = {c.entry for c in chain}
    used = {at for c in chain for at in range(c.start, c.start + c.units)}
    for candidate in sorted(best.values(), key=lambda c: (-c.score, c.start)):
        units = set(range(candidate.start, candidate.start + candidate.units))
        if candidate.entry in taken or units & used or candidate.score < 0.85:
            continue
        chain.append(candidate)
        taken.add(candidate.entry)
        used |= units
    return chain


def _chain(pool: list[_Candidate]) -> list[_Candidate]:
    """The heaviest sequence that rises in entries and in places (weighted LIS)."""
    # Places in rising order with rising totals; one pass over entries.
    ends: list[int] = []
    totals: list[float] = []
    links: list[tuple[_Candidate, object]] = []
    by_entry: defaultdict[int, list[_Candidate]] = defaultdict(list)
    for candidate in pool:
        by_entry[candidate.entry].append(candidate)
    for entry in sorted(by_entry):
        fresh = []
        for candidate in by_entry[entry]:
            place = bisect.bisect_right(ends, candidate.start - 1)
            base = totals[place - 1] if place else 0.0
            link = links[place - 1] if place else None
            fresh.append(
                (
                    candidate.start + candidate.units - 1,
                    base + candidate.score,
                    (candidate, link),
                )
            )
        for end, total, chain in fresh:
            place = bisect.bisect_left(ends, end)
            if place and totals[place - 1] >= total:
                continue
            stop = place
            while stop < len(ends) and totals[stop] <= total:
                stop += 1
            ends[place:stop] = [end]
            totals[place:stop] = [total]
            links[place:stop] = [chain]
    chosen: list[_Candidate] = []
    node: object = links[-1] if links else None
    while node is not None:
        candidate, node = node  # type: ignore[misc]  # a linked list of (candidate, rest)
        chosen.append(candidate)
    return chosen[::-1]


_SIGNS = re.compile(r"^(?:作者|撰文|文字)\s*[：:/／|｜]")
"""作者：Jon Berg, which in letters is like 内核之路 Jon Berg of the contents, and is no title."""


def _stands_below(text: str) -> bool:
    """True for what is no line of a title but stands under it: a sentence, 专访某某."""
    signed = _LETTERED.match(text)
    if signed is not None and signed["surname"] in SURNAMES:
        return True
    return (width(text) >= _STANDFIRST and ends_sentence(text)) or text.startswith(("专访", "專訪"))


_LETTERED = re.compile(rf"^[{HAN}]{{3,20}}[ \u3000]+(?P<surname>[{HAN}])[ \u3000]+[{HAN}]$")
"""某某党校　常　青: where somebody works, and a name, which alone is letter-spaced."""


def _is_short(titles: tuple[str, ...], authors: tuple[str, ...], entry: RawEntry) -> bool:
    """True if a reading leaves lines out, as what the article is about; a sentence is no title."""
    if len(titles) >= len(entry.texts) or list(titles) != entry.texts[: len(titles)]:
        return False
    rest = "".join(text for text in entry.texts[len(titles) :] if not text.endswith("。"))
    return bool(rest) and key(rest) != key("".join(authors))


def _score(joined: str, whole: str, least: float) -> float:
    """How alike what the body has and what the contents have are, 0 where that is less than ``least``."""
    if joined == whole:
        return 1.0
    if (
        min(len(joined), len(whole)) < 4
        or len(joined) > 2 * len(whole)
        or len(whole) > 3 * len(joined)
    ):
        return 0.0
    most = 2 * min(_shared(joined, whole), _shared(whole, joined))
    if most < least * (len(joined) + len(whole)):
        return 0.0  # no order of the characters that they share makes them more alike
    return similarity(joined, whole)


def _shared(one: str, other: str) -> int:
    """How many characters of a text stand in another one, wherever."""
    return sum(map(frozenset(other).__contains__, one))


def _odd_authors(authors: tuple[str, ...]) -> bool:
    """True if what would be an author looks like no name, of a person or a body."""
    return any(not (is_name(name) or is_body(name) or is_latin_name(name)) for name in authors)


def _title_keys(titles: tuple[str, ...]) -> tuple[str, ...]:
    """What the body's title may be: all of the entry, or what stands before its ——."""
    whole = "".join(line for line in titles if not SUBTITLE.match(line))
    head = whole.split("——", 1)[0]
    return tuple(dict.fromkeys(name for name in (key(whole), key(head)) if name))
