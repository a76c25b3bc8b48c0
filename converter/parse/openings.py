"""Where each article opens: the contents and the body correct each other.

Titles are compared by similarity, so that an OCR error on one side still matches; an
article that the contents lack is found by its shape (a title with a byline under it).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from converter.hanzi import HAN, bigrams, ends_sentence, has_han, key, similarity, squeeze, width
from converter.model import Role
from converter.names import is_body, is_latin_name, is_name
from converter.parse.boxes import box_start, is_attribution
from converter.parse.byline import BylineReading, read_byline
from converter.parse.contents import RawContents, RawEntry
from converter.parse.headings import numbering
from converter.parse.kinds import is_date_line, is_foreign, is_reference_head, labelled
from converter.parse.shapes import opens_document, stands_apart, title_level
from converter.profile import Profile
from converter.segment import Unit

_SUBTITLE = re.compile(r"^(?:——|—|--|－－)\s*\S")
_MIN_SCORE = 0.7


@dataclass(slots=True)
class Opening:
    """The head of an article: which units are its title, subtitle, bylines and so on."""

    start: int
    title: list[int]
    entry: int = -1
    reading: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    score: float = 0.0
    kickers: list[int] = field(default_factory=list)
    subtitle: list[int] = field(default_factory=list)
    bylines: list[tuple[int, BylineReading]] = field(default_factory=list)
    foreign: list[int] = field(default_factory=list)
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Candidate:
    entry: int
    start: int
    units: int
    score: float
    reading: tuple[tuple[str, ...], tuple[str, ...]]


class Matcher:
    """Finds the openings among the units of the body."""

    def __init__(
        self,
        units: Sequence[Unit],
        contents: RawContents,
        profile: Profile,
        decided: Mapping[int, bool] | None = None,
    ) -> None:
        self.units = units
        self.contents = contents
        self.profile = profile
        titles = decided or {}
        self.refused = {at for at, unit in enumerate(units) if titles.get(unit.first) is False}
        self.wanted = [at for at, unit in enumerate(units) if titles.get(unit.first)]
        self.keys = [key(unit.text) if unit.short else "" for unit in units]
        self.sections = {
            key(section.name): index for index, section in enumerate(contents.sections)
        }
        for index, section in enumerate(contents.sections):
            parts = re.split(r"\s*[|｜丨：]\s*|\s+", section.name)
            if len(parts) > 1 and len(parts[0]) >= 2:
                # 专题　石桥三百年: the body has the first word alone.
                self.sections.setdefault(key(parts[0]), index)
            if len(parts) > 1 and re.search("[|｜丨]", section.name) and len(parts[-1]) >= 4:
                self.sections.setdefault(key(parts[-1]), index)
        self.sections |= {
            key(name): -1 for name in profile.sections if key(name) not in self.sections
        }
        self.is_section = [
            name in self.sections or section_key(unit.text) in self.sections
            for name, unit in zip(self.keys, units, strict=True)
        ]

    def find(self) -> list[Opening]:
        """All openings in the order of the body."""
        chosen = self._assign(c for c in self._candidates() if c.start not in self.refused)
        openings = [
            Opening(c.start, list(range(c.start, c.start + c.units)), c.entry, c.reading, c.score)
            for c in chosen
        ]
        taken = {at for opening in openings for at in opening.title}
        openings += [Opening(at, [at]) for at in self.wanted if at not in taken]
        unlisted = self._unlisted(openings)
        self._part_kickers(unlisted)
        openings += unlisted
        openings.sort(key=lambda opening: opening.start)
        for index, opening in enumerate(openings):
            following = openings[index + 1].start if index + 1 < len(openings) else len(self.units)
            self._read_head(opening, following)
        # What turned out to be an author printed above a title is no title of its own.
        authors = {at for opening in openings for at, _ in opening.bylines}
        return [opening for opening in openings if not authors.issuperset(opening.title)]

    def _part_kickers(self, openings: Sequence[Opening]) -> None:
        """Take the name of a section off titles, where no contents tell which it is.

        It is a short line over most of the titles, and over some of them the same.
        """
        over = [
            opening
            for opening in openings
            if len(opening.title) >= 2
            and width(self.units[opening.title[0]].text) <= 12
            and self.units[opening.title[1]].gap
        ]
        names = Counter(self.keys[opening.title[0]] for opening in over)
        if not over or len(over) * 2 < len(openings) or max(names.values()) < 2:
            return
        for opening in over:
            opening.kickers.append(opening.title.pop(0))

    def _candidates(self) -> Iterator[_Candidate]:
        readings = [list(entry.readings()) for entry in self.contents.entries]
        index: defaultdict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(self.contents.entries):
            for pair in bigrams(key("".join(entry.texts))):
                index[pair].add(number)
        for start, name in enumerate(self.keys):
            if not name or self.is_section[start]:
                continue
            votes: defaultdict[int, int] = defaultdict(int)
            pairs = bigrams(name)
            for pair in pairs:
                for number in index.get(pair, ()):
                    votes[number] += 1
            for number, count in votes.items():
                if count * 2 >= len(pairs):
                    best = self._best(start, number, readings[number])
                    if best is not None:
                        yield best

    def _best(
        self, start: int, number: int, readings: list[tuple[tuple[str, ...], tuple[str, ...]]]
    ) -> _Candidate | None:
        best: _Candidate | None = None
        joined = ""
        for count in range(1, 6):
            at = start + count - 1
            if at >= len(self.units) or not self.keys[at]:
                break
            text = self.units[at].text
            if count > 1 and (_SUBTITLE.match(text) or box_start(self.units[at], self.profile)):
                break
            byline = read_byline(text) if count > 1 else None
            if byline is not None and byline.certainty >= 0.75:
                break
            joined += self.keys[at]
            for rank, (titles, authors) in enumerate(readings):
                wholes = _title_keys(titles)
                if not wholes:
                    continue
                score = max(self._score(joined, whole) for whole in wholes)
                odd = not self.contents.entries[number].authors_text and _odd_authors(authors)
                score -= 0.01 * rank + (0.08 if odd else 0.0)
                if score < _MIN_SCORE:
                    continue
                score += self._byline_bonus(at + 1, authors)
                score += 0.1 if joined in wholes else 0.0  # word for word
                if best is None or score > best.score + 1e-9:
                    best = _Candidate(number, start, count, score, (titles, authors))
        return best

    @staticmethod
    def _score(joined: str, whole: str) -> float:
        if joined == whole:
            return 1.0
        if (
            min(len(joined), len(whole)) < 4
            or len(joined) > 2 * len(whole)
            or len(whole) > 3 * len(joined)
        ):
            return 0.0
        return similarity(joined, whole)

    def _byline_bonus(self, at: int, authors: tuple[str, ...]) -> float:
        for unit in self.units[at : at + 3]:
            if (
                authors
                and any(name in squeeze(unit.text) for name in authors)
                and width(unit.text) <= 64
            ):
                return 0.3
            reading = read_byline(unit.text)
            if reading is not None and reading.certainty >= 0.75:
                return 0.15
        return 0.0

    def _assign(self, candidates: Iterator[_Candidate]) -> list[_Candidate]:
        """The best set of matches: in the order of the contents first, then what is left."""
        pool = sorted(candidates, key=lambda c: (c.entry, c.start))
        best: dict[tuple[int, int], _Candidate] = {}
        for candidate in pool:
            place = (candidate.entry, candidate.start)
            if place not in best or candidate.score > best[place].score:
                best[place] = candidate
        chain = self._chain(sorted(best.values(), key=lambda c: (c.entry, c.start)))
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

    @staticmethod
    def _chain(pool: list[_Candidate]) -> list[_Candidate]:
        """The heaviest sequence that rises in entries and in places (weighted LIS)."""
        import bisect

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

    def _unlisted(self, openings: list[Opening]) -> list[Opening]:
        """Articles that the contents do not list, found by title and byline."""
        listed = bool(openings)
        taken = {
            at
            for opening in openings
            for at in range(opening.start, opening.start + len(opening.title) + 3)
        }
        titles = {key("".join(self.units[i].text for i in opening.title)) for opening in openings}
        found: list[Opening] = []
        author_first = self._author_first(openings)
        level = title_level(self.units, [opening.title[0] for opening in openings])
        at = 0
        while at < len(self.units):
            opening = None
            if at not in taken and at not in self.refused and self.keys[at] not in titles:
                opening = self._by_shape(at, taken, listed=listed)
                if opening is None and author_first:
                    opening = self._after_author(at, taken)
                if opening is None and self._stands_as_title(at, level, listed=listed):
                    opening = Opening(at, [at])
            if opening is not None:
                found.append(opening)
                at = opening.title[-1] + 2
            else:
                at += 1
        return found

    def _by_shape(self, at: int, taken: set[int], *, listed: bool) -> Opening | None:
        if not self._may_be_title(at):
            return None
        before = self.units[at - 1] if at else None
        if before is not None and not ends_sentence(before.text) and not before.short:
            return None
        title = [at]
        index = at + 1
        while index < len(self.units) and index - at < 4 and index not in taken:
            text = self.units[index].text
            reading = read_byline(text)
            if reading is not None and reading.certainty >= self._needed(index, at, listed=listed):
                if not self._prose_follows(index + 1):
                    return None
                return Opening(at, title)
            if _SUBTITLE.match(text):
                index += 1
                continue
            if not self._may_be_title(index):
                return None
            title.append(index)
            index += 1
        return None

    def _stands_as_title(self, at: int, level: int, *, listed: bool) -> bool:
        """A title without a byline: by its markup, or by what only opens a document."""
        if not self._may_be_title(at) or not self._prose_follows(at + 1):
            return False
        if level and self.units[at].markup_level == level:
            return True
        if not self.contents.entries and stands_apart(self.units, at):
            return True
        return not listed and opens_document(self.units, at)

    def _author_first(self, openings: list[Opening]) -> bool:
        """True if this magazine prints the author above the title."""
        above = sum(
            1
            for opening in openings
            if opening.start
            and opening.reading[1]
            and squeeze(self.units[opening.start - 1].text) in opening.reading[1]
        )
        return above >= 2

    def _after_author(self, at: int, taken: set[int]) -> Opening | None:
        """An author alone on a line, a title under it, then prose."""
        if at + 2 >= len(self.units) or at + 1 in taken or not self.units[at].gap:
            return None
        reading = read_byline(self.units[at].text)
        if reading is None or reading.certainty < 0.7 or width(self.units[at].text) > 24:
            return None
        before = self.units[at - 1].text if at else "。"
        if (
            not ends_sentence(before)
            or not self._may_be_title(at + 1)
            or not self._prose_follows(at + 2)
        ):
            return None
        return Opening(at, [at + 1], bylines=[(at, reading)])

    def _needed(self, at: int, title: int, *, listed: bool) -> float:
        """How certain a byline must be: more where the contents should have listed it."""
        below = self.units[at + 1] if at + 1 < len(self.units) else None
        label = labelled(below.text) if below is not None else None
        if self.units[title].gap and label is not None and label.role is Role.ABSTRACT:
            return 0.6  # 摘要 follows a byline and hardly anything else
        words = self.units[at].text.split()
        alone = len(words) <= 2 or all(len(word) == 1 for word in words)
        if listed:
            return 0.75 if alone else 0.85
        return 0.7

    def _prose_follows(self, at: int) -> bool:
        for unit in self.units[at : at + 4]:
            if width(unit.text) >= 24 or ends_sentence(unit.text) or labelled(unit.text):
                return True
        return False

    def _may_be_title(self, at: int) -> bool:
        unit = self.units[at]
        text = unit.text
        if self.is_section[at]:
            return False
        if not self.keys[at] or width(text) < 2 or not has_han(text) or _too_long(text):
            return False
        if ends_sentence(text) and not text.endswith(("？", "！", "”", "…")):
            return False
        if (
            numbering(text)
            or labelled(text)
            or is_attribution(text)
            or box_start(unit, self.profile)
        ):
            return False
        if (
            text[-1] in "，、；："
            or "。" in text
            or text.startswith(("（", "|", "[", "〔"))
            or is_date_line(text)
        ):
            return False
        if is_reference_head(text) or re.match(r"^(?:图|表)\s*\d", text):
            return False
        reading = read_byline(text)
        if reading is None:
            return True
        return reading.certainty < 0.8 and not any(author.is_body for author in reading.authors)

    def _read_head(self, opening: Opening, limit: int) -> None:
        """Subtitle, bylines, English title under the title; the section's name above it."""
        self._kickers(opening)
        known = frozenset(opening.reading[1])
        index = opening.title[-1] + 1
        while index < limit and index - opening.title[-1] <= 8:
            unit = self.units[index]
            text = unit.text
            following = self.units[index + 1] if index + 1 < limit else None
            if _SUBTITLE.match(text) and width(text) <= 64 and not opening.bylines:
                opening.subtitle.append(index)
            elif self._is_byline(opening, index, known, following):
                pass
            elif (
                opening.subtitle
                and not opening.bylines
                and not unit.gap
                and unit.short
                and self._continues_subtitle(opening, index)
            ):
                opening.subtitle.append(index)
            elif (
                is_foreign(text)
                and width(text) <= 80
                and not opening.bylines
                and not labelled(text)
            ):
                opening.foreign.append(index)
            elif self._in_entry(opening, text):
                opening.subtitle.append(index)
            else:
                break
            index += 1
        opening.end = index

    def _continues_subtitle(self, opening: Opening, index: int) -> bool:
        return (
            read_byline(self.units[index].text) is None
            and width(self.units[opening.subtitle[-1]].text) >= 12
        )

    def _in_entry(self, opening: Opening, text: str) -> bool:
        """A line under the title that the contents give as part of the entry."""
        if opening.entry < 0 or width(text) > 48:
            return False
        subtitle = "".join(line for line in opening.reading[0] if _SUBTITLE.match(line))
        name = key(text)
        return len(name) >= 4 and bool(subtitle) and similarity(name, key(subtitle)) >= 0.75

    def _is_byline(
        self, opening: Opening, index: int, known: frozenset[str], following: Unit | None
    ) -> bool:
        text = self.units[index].text
        reading = read_byline(text, known=known)
        if reading is None:
            return False
        needed = 0.55 if not opening.bylines else 0.75
        if reading.certainty < needed:
            return False
        if following is None and not known:
            return False
        opening.bylines.append((index, reading))
        return True

    def _kickers(self, opening: Opening) -> None:
        """The name of the section above the title, and an author printed before it."""
        index = opening.start - 1
        while index >= 0 and opening.start - index <= 2:
            unit = self.units[index]
            if self.is_section[index] and width(unit.text) <= 40:
                opening.kickers.insert(0, index)
                opening.start = index
                index -= 1
                continue
            label = labelled(unit.text)
            if label is not None and label.role is Role.EDITOR_NOTE and index:
                # The editor's note on a whole section stands between its name and the title.
                if key(self.units[index - 1].text) not in self.sections:
                    break
                index -= 1
                continue
            known = frozenset(opening.reading[1])
            if known and width(unit.text) <= 40:
                reading = read_byline(unit.text, known=known)
                if reading is not None and reading.certainty >= 1.0:
                    opening.bylines.append((index, reading))
                    opening.start = index
                    index -= 1
                    continue
            break


_BESIDE = re.compile(
    rf"^[\W_]*(?P<name>[{HAN}·\s]{{2,16}}?)\s*(?:[|｜/／·•\-—]\s*)?[A-Za-z][A-Za-z &'’.\-]*$"
    rf"|^[A-Za-z][A-Za-z &'’.\-]*?\s*(?:[|｜/／·•\-—]\s*)?(?P<after>[{HAN}·]{{2,16}})$"
)


def section_key(text: str) -> str:
    """The key of a section's name that stands beside its English: 专题 | FEATURE."""
    hit = _BESIDE.match(text.strip())
    return key(hit["name"] or hit["after"]) if hit else ""


def _too_long(text: str) -> bool:
    """Too long for a title, be it of several lines that OCR put behind one another."""
    parts = text.split()
    return width(text) > 48 and not (2 <= len(parts) <= 4 and max(map(width, parts)) <= 32)


def _odd_authors(authors: tuple[str, ...]) -> bool:
    """True if what would be an author looks like no name, of a person or a body."""
    return any(not (is_name(name) or is_body(name) or is_latin_name(name)) for name in authors)


def _title_keys(titles: tuple[str, ...]) -> tuple[str, ...]:
    """What the body's title may be: all of the entry, or what stands before its ——."""
    whole = "".join(line for line in titles if not _SUBTITLE.match(line))
    head = whole.split("——", 1)[0]
    return tuple(dict.fromkeys(name for name in (key(whole), key(head)) if name))


def used_units(opening: Opening) -> set[int]:
    """All units that the head of an article takes."""
    taken = {*opening.title, *opening.kickers, *opening.subtitle, *opening.foreign}
    return taken | {index for index, _ in opening.bylines}


def entry_title(
    entry: RawEntry, reading: tuple[tuple[str, ...], tuple[str, ...]]
) -> tuple[tuple[str, ...], str]:
    """Title lines and subtitle of a contents entry in one of its readings."""
    titles = [line for line in reading[0] if not _SUBTITLE.match(line)]
    subtitles = [line for line in reading[0] if _SUBTITLE.match(line)]
    if not titles and subtitles:
        titles, subtitles = subtitles, []
    if titles and not subtitles and "——" in titles[-1][1:]:
        last, dash, subtitle = titles[-1].partition("——")
        titles, subtitles = [*titles[:-1], last.rstrip()], [dash + subtitle.lstrip()]
    return tuple(titles) or tuple(entry.texts), "".join(subtitles)
