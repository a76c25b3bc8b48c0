"""What the body of the issue says about a line of the contents."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import cached_property

from converter import patterns as re
from converter.hanzi import HAN, bigrams, has_han, is_misread, key, similarity, width
from converter.names import is_office, join_spaced, split_names
from converter.parse.byline import read_byline
from converter.parse.contents.named_titles import title_parts
from converter.parse.contents.upright import with_letters_joined
from converter.source import Line

_LONGEST = 80
_ALIKE = 0.8
_LONGER = 2
"""By how many characters a line may be longer or shorter than what is misread of it."""
_MANY_ALIKE = 40
"""Two characters that more lines of a size have tell none of them."""
_LEAST_ALIKE = 5
"""How alike two titles are of which OCR has misread one, and from how many characters on."""
_TELLING = 7
"""Characters of a line that is told although some are misread."""
_CUT = 12
"""The fewest characters of a title of which the last words are lost."""
_SIGNED = 10
"""The most characters of an office beside a name."""
_LABEL = 8
"""The most characters of a section's name over the name of a column."""
_FOLIO = re.compile(
    rf"^\s*(?:(?P<head>[{HAN}·]{{2,8}})[\s·|｜/／—-]+(?P<foot>\d{{1,3}})|(?P<first>\d{{1,3}})[\s·|｜/／—-]+(?P<name>[{HAN}·]{{2,8}}))\s*$"
)
"""人物　19, as it stands over or under a page."""
_SHORT_LINES = 6
"""Where blank lines part blocks, hardly more short lines than so many stand in one."""
_CAPITALS = re.compile(r"^\s*[A-Z](?:[A-Z &'’.\-]*[A-Z])\s*$")
_WORK = re.compile(r"^(?P<work>《[^《》]{1,24}》)\s*(?:[：:]|——)\s*\S")
_MARK = re.compile("[，。；]")
_BETWEEN = re.compile(r"[\s、，,/／]+")
"""What parts names that sign together."""
_WORDS = 6
"""Parts of a title on one line, with blanks between."""
_PARTS, _LEAST_JOINED = 4, 8
"""Lines of a title, and characters of the shortest that stands on several."""
_TITLE = 64
"""The most em of a line that may be a part of a title."""


def _holds_office(line: str, name: str) -> bool:
    """True for the key of 某某学院某某部主任、教授 某某, and of 某某 某某局局长: however long the office is."""
    before = line.endswith(name) and is_office(line.removesuffix(name))
    return before or (line.startswith(name) and is_office(line.removeprefix(name)))


def is_byline(text: str) -> bool:
    """True for a line of nothing but names, or that says by a mark or a word whose they are."""
    if split_names(text) is not None:
        return True
    signed = read_byline(text) if len(text) <= _BYLINE else None
    return signed is not None and signed.certainty >= _LIKELY and bool(signed.authors)


_BYLINE, _LIKELY = 30, 0.85
"""Characters of a line that says who wrote something, and how likely one is right below a title."""


class BodyIndex:
    """The short lines of the body, to ask what a line of the contents is there."""

    def __init__(self, lines: Iterable[Line], contents: Iterable[Line] = ()) -> None:
        self._short: list[tuple[str, str]] = []
        self._runs: list[int] = []
        """For each short line how many long ones stand above it."""
        self._opening: set[int] = set()
        """Which of the short lines stand below a blank line or a long one."""
        self._in_english: set[str] = set()
        self._alone: set[str] = set()
        """What stands on lines of its own, be it beside its English."""
        self._blanks = 0
        self._likes: dict[str, str] = {}
        listed = {key(line.text) for line in contents}
        self._read(with_letters_joined(lines, listed), listed)
        names = [name for name, _ in self._short]
        self.exact = Counter(names)
        self._below: defaultdict[str, set[str]] = defaultdict(set)
        self._under: defaultdict[str, set[str]] = defaultdict(set)
        self._relate()
        self.blob = "\n".join(names)

    def _read(self, lines: Iterable[Line], listed: Container[str]) -> None:
        """Take the short lines, and what stands about them; ``listed`` are the contents' keys."""
        run, gap = 0, True
        for line in lines:
            if len(line.text) > _LONGEST:
                run, gap = run + 1, True
                continue
            if not line.text:
                self._blanks += not gap
                gap = True
                continue
            at = len(self._short)
            parts: tuple[str, ...] = title_parts(line.text, listed)
            found = [(name, text) for text in parts if (name := key(text))]
            if len(parts) == 1:
                self._alone.update(name for name, _ in found)
                self._in_english.update(name for name, text in found if text != line.text)
            # A name and a title on one line are no lines of a title.
            self._opening.update((*([at] if gap else []), *range(at + 1, at + len(found))))
            gap = False
            self._short += found
            self._runs += [run] * len(found)

    def _relate(self) -> None:
        """Note which lines stand under which; 封面故事, COVER STORY and the title: no English."""
        runs = self._runs
        han = [(at, name) for at, (name, text) in enumerate(self._short) if has_han(text)]
        for (at, above), (under, below) in itertools.pairwise(han):
            # Nothing stands under the last line of a page but its text.
            if runs[at] == runs[under] and not self._turns_page(at, under):
                self._below[above].add(below)
        for (at, above), (under, below) in zip(han, han[2:], strict=False):
            if len(above) <= _LABEL and runs[at] == runs[under]:
                self._under[above].add(below)

    def _turns_page(self, at: int, under: int) -> bool:
        """True if a folio alone on its line, with a blank one below, parts two of the short lines."""
        return any(
            self._short[one][1].strip().isdigit() and one + 1 in self._opening
            for one in range(at + 1, under)
        )

    def stands_above(self, one: str, other: str) -> bool:
        """True if ``one`` is a line, and the next short one begins ``other`` or is it; of each some may be misread."""
        name, above = key(other), key(one)
        if len(above) >= _TELLING and not self.exact[above]:
            above = self.like(above)
        lines = self._below[above]
        if any(len(below) >= 3 and name.startswith(below) for below in lines):
            return True
        if not lines or self.exact[name]:
            return False
        return any(
            len(below) >= _LEAST_ALIKE and is_misread(below, name[: len(below)]) for below in lines
        )

    @property
    def parts_blocks(self) -> bool:
        """True where blank lines part blocks: a title is one, be it of two lines."""
        return self._blanks * _SHORT_LINES >= len(self._short)

    def goes_on(self, one: str, other: str) -> bool:
        """True if ``one`` is a line and the next one, without a blank line between, begins ``other``.

        So stand the lines of a title, where blank lines part it from what is above and below.
        """
        name, below = key(one), key(other)
        if not self.parts_blocks or name in self._in_english:
            return False  # 产品 PRODUCTS is the name of a section
        return any(len(line) >= 3 and below.startswith(line) for line in self._tight[name])

    def parts(self, name: str, title: str, *, tight: bool) -> bool:
        """True for a name that a blank line parts from the title below it, as no line of a title is.

        ``tight`` tells that the body is seen to have lines of titles without a blank line between.
        """
        if not self.parts_blocks or self.goes_on(name, title):
            return False
        return len(_ENGLISH.sub("", key(name))) <= (_NAME_OVER if tight else _SHORT_OVER)

    @cached_property
    def _tight(self) -> defaultdict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for (above, _), (at, (below, _)) in zip(
            self._short, itertools.islice(enumerate(self._short), 1, None), strict=False
        ):
            if at not in self._opening:
                found[above].add(below)
        return found

    @cached_property
    def blocks(self) -> list[tuple[int, list[str]]]:
        """The keys of the short lines, those together between which no blank line stands.

        With each, how many long lines stand above it: the head of an article has as many for all.
        """
        found: list[tuple[int, list[str]]] = []
        for at, ((name, _), run) in enumerate(zip(self._short, self._runs, strict=True)):
            if not found or at in self._opening:
                found.append((run, []))
            found[-1][1].append(name)
        return found

    @cached_property
    def joined(self) -> frozenset[str]:
        """The keys of up to four short lines in a row that may make one title together."""
        return frozenset(
            name
            for _, block in self.blocks
            for first, size in itertools.product(range(len(block)), range(2, _PARTS + 1))
            if first + size <= len(block)
            and len(name := "".join(block[first : first + size])) >= _LEAST_JOINED
        )

    def stands_above_like(self, one: str, other: str) -> bool:
        """The same, with characters of ``other`` misread perhaps."""
        name = key(other)
        return len(name) >= _LEAST_ALIKE and any(
            similarity(below[: len(name)], name) >= _ALIKE for below in self._below[key(one)]
        )

    def misread_below(self, one: str, name: str) -> str:
        """The key of the line below ``one`` of which ``name`` is misread, "" for none."""
        if len(name) < _LEAST_ALIKE:
            return ""
        found = (line for line in self._below[key(one)] if len(line) == len(name))
        return min((line for line in found if similarity(line, name) >= _ALIKE), default="")

    def is_misread_over(self, one: str, other: str) -> bool:
        """True if the line that the body has over ``other`` is ``one``, with characters misread."""
        name = key(one)
        return len(name) >= _LEAST_ALIKE and any(
            similarity(above, name) >= _ALIKE for above in self._above.get(key(other), ())
        )

    @cached_property
    def _above(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for above, lines in self._below.items():
            for below in lines:
                found[below].append(above)
        return found

    def is_signed(self, title: str, name: str) -> bool:
        """True if the line under a title has a name in it, and little more, or an office before it."""
        signer = key(name)
        names = split_names(name) or join_spaced(name.split())
        return any(
            (signer in below or (len(names) > 1 and all(key(one) in below for one in names)))
            and (len(below) <= len(signer) + _SIGNED or _holds_office(below, signer))
            for below in self._below[key(title)]
        )

    def ended_by(self, name: str) -> Sequence[str]:
        """The keys of the lines that end in the words of a key, behind a blank: 上半句 下半句."""
        return self._by_last_words.get(name, ())

    @cached_property
    def _by_last_words(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, text in self._short:
            _, blank, last = text.strip().rpartition(" ")
            if blank:
                found[key(last)].append(name)
        return found

    def has_apart(self, names: Sequence[str]) -> bool:
        """True if short lines end in each of the names, or one in all, with marks or blanks between."""
        if all(f"{name}\n" in f"{self.blob}\n" for name in names):
            return True
        whole = "".join(names)
        lines = (text.strip() for name, text in self._short if name.endswith(whole))
        return any(_BETWEEN.split(text)[-len(names) :] == [*names] for text in lines)

    def lines_below(self, name: str) -> Sequence[str]:
        """The short lines as they are printed that stand under the lines of a key."""
        return self._texts_below.get(name, ())

    def is_over_names(self, name: str) -> bool:
        """True if who wrote it stands right below the lines of a key, as below a title."""
        return any(map(is_byline, self.lines_below(name)))

    @cached_property
    def _texts_below(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        lines = zip(self._short, self._runs, strict=True)
        for ((above, _), one), ((_, text), other) in itertools.pairwise(lines):
            if one == other:
                found[above].append(text)
        return found

    def stands_over(self, one: str, other: str) -> bool:
        """The same, with one line more between them: 专栏, its own name, and the title."""
        name = key(other)
        return any(len(below) >= 4 and name.startswith(below) for below in self._under[key(one)])

    def below(self, name: str) -> frozenset[str]:
        """The keys of the short lines that stand under the lines of a key."""
        return frozenset(self._below.get(name, ()))

    def under(self, name: str) -> frozenset[str]:
        """The keys of the lines under those, where the key is short as a section's name is."""
        return frozenset(self._under.get(name, ()))

    def says_in_english(self, text: str) -> bool:
        """True if the text has its English beside it."""
        return key(text) in self._in_english

    def stands_below_english(self, text: str) -> bool:
        """True if the text has a line of nothing but English capitals right above it: Q & A over 你问我答."""
        return key(text) in self._below_english

    @cached_property
    def _below_english(self) -> frozenset[str]:
        return frozenset(
            name
            for at, ((_, above), (name, text)) in enumerate(itertools.pairwise(self._short), 1)
            if has_han(text)
            and at not in self._opening
            and _CAPITALS.match(above)
            and self._runs[at - 1] == self._runs[at]
        )

    def opens_column(self, text: str) -> bool:
        """True if a title under the text says it again, or the text has its English beside it."""
        name = key(text)
        if any(below.endswith(name) for below in self._below[name]):
            return True
        size = len(name)
        return any(
            one.startswith(name) and one[size:].isascii() and one[size:].isalpha()
            for one in self.exact
        )

    def heads_pages(self, text: str) -> bool:
        """True if the text stands beside folios, as what is over or under each page does."""
        return key(text) in self._beside_folios

    def stands_alone(self, text: str) -> bool:
        """True for a line of the body, and no part of one as of 小说｜标题."""
        return key(text) in self._alone

    def heads(self, name: str) -> bool:
        """True for what stands alone more than once, beside folios or before its English."""
        found = key(name)
        return self.exact[found] > 1 or found in self._in_english or bool(self.folios(name))

    def folios(self, text: str) -> frozenset[int]:
        """The folios beside which a text stands."""
        return frozenset(self._beside_folios.get(key(text), ()))

    @cached_property
    def _beside_folios(self) -> dict[str, set[int]]:
        hits = (
            _FOLIO.match(text)
            for _, text in self._short
            if text[-1:].isdigit() or text[0].isdigit()
        )
        found: defaultdict[str, set[int]] = defaultdict(set)
        for hit in hits:
            if hit is not None:
                name, folio = hit["head"] or hit["name"], hit["foot"] or hit["first"]
                found[key(name)].add(int(folio))
        return found

    def is_part(self, text: str) -> bool:
        """True if the text is a part of a longer short line of the body (a title)."""
        name = key(text)
        if len(name) < _LEAST_ALIKE or self.blob.count(name) <= self.exact[name]:
            return False
        # What a sentence says of the column is no title.
        return any(
            name in one
            and one != name
            and not line.rstrip().endswith("。")
            and not one.replace(name, "", 1).isascii()  # its English beside it
            and not self._runs_on(at)
            for at, (one, line) in enumerate(self._short)
        )

    def _runs_on(self, at: int) -> bool:
        """True for a line of a column with a mark within it, right above or below another such: running text."""
        if _MARK.search(self._short[at][1]) is None:
            return False
        near = [at - 1] if at and at not in self._opening else []
        near += [at + 1] if at + 1 < len(self._short) and at + 1 not in self._opening else []
        return any(_MARK.search(self._short[one][1]) for one in near)

    def names(self, name: str) -> bool:
        """True if a short line of the body has a name in it."""
        return bool(name) and name in self.blob

    def signs(self, name: str) -> bool:
        """True if one of the short lines tells that somebody of this name wrote a text."""
        return bool(name) and name in self._bylines

    @cached_property
    def _bylines(self) -> str:
        return "\n".join(name for name, text in self._short if is_byline(text))

    def opens(self, name: str) -> bool:
        """True if a line of the body begins with a key that is long enough to tell."""
        return len(name) >= _LEAST_ALIKE and f"\n{name}" in f"\n{self.blob}"

    def is_title(self, name: str) -> bool:
        """True if a key is that of a line, or of a few lines together, or nearly so."""
        if not name:
            return False
        return (
            bool(self.exact[name])
            or name in self._joined
            or name in self._heads
            or bool(self.like(name))
        )

    def knows(self, text: str) -> bool:
        """True for a title as the contents print it: the body has it, or its first words on a line."""
        words = text.split()
        return bool(words) and (
            self.is_title(key(text))
            or (len(first := key(words[0])) >= _LEAST_ALIKE and bool(self.exact[first]))
        )

    def place(self, text: str) -> int:
        """Which of the short lines a title is, or its first words; -1 for none."""
        name, words = key(text), text.split()
        for one in (name, key(words[0]) if words else "", self.like(name)):
            if one in self._places:
                return self._places[one]
        return -1

    @cached_property
    def _places(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for at, (name, _) in enumerate(self._short):
            found.setdefault(name, at)
        return found

    def begins(self, name: str) -> bool:
        """True if a key is that of a line, or of its first words up to a blank."""
        return bool(self.exact[name]) or name in self._leading

    def prints_plain(self, name: str) -> bool:
        """True if a key is that of a line, or of two, that is not in the marks of works."""
        return name not in self._in_marks and self.is_printed(name)

    @cached_property
    def _in_marks(self) -> frozenset[str]:
        return frozenset(name for name, text in self._short if text[0] == "《")

    @cached_property
    def _leading(self) -> frozenset[str]:
        return frozenset(
            name
            for text in self._blanked.values()
            for name in itertools.accumulate(map(key, text.split()[:_WORDS]))
            if len(name) >= _LEAST_ALIKE
        )

    def breaks(self, name: str) -> frozenset[int]:
        """Behind how many characters of a key the body prints blanks in its line."""
        text = self._blanked.get(name, "")
        return frozenset(itertools.accumulate(len(key(word)) for word in text.split()))

    @cached_property
    def _blanked(self) -> dict[str, str]:
        return {name: text for name, text in self._short if len(text.split()) > 1}

    def is_printed(self, name: str) -> bool:
        """True if a key is that of a line, or of a few lines together, without a misread character."""
        return bool(self.exact[name]) or name in self._joined

    @cached_property
    def _heads(self) -> frozenset[str]:
        """The keys of works over reviews, of which the contents give no more: 《白条》：一笔账."""
        hits = (_WORK.match(text) for _, text in self._short if text[0] == "《")
        return frozenset(key(hit["work"]) for hit in hits if hit is not None)

    @cached_property
    def _joined(self) -> frozenset[str]:
        """The keys of two and three short lines in a row."""
        found: set[str] = set()
        short = [(name, width(text)) for name, text in self._short]
        for (one, size), (two, more), (three, most) in zip(
            short, short[1:], [*short[2:], ("", 0.0)], strict=False
        ):
            if size > _TITLE or more > _TITLE or size + more > 2 * _TITLE:
                continue
            found.add(one + two)
            if three and most <= _TITLE:
                found.add(one + two + three)
        return frozenset(found)

    @cached_property
    def _by_pair(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in self.exact:
            if 4 <= len(name) <= _TITLE:
                for pair in bigrams(name):
                    found[pair].append(name)
        return found

    def cut_short(self, name: str) -> int:
        """How many characters of the key of a title the body has on a line, 0 if not nearly all.

        OCR may have lost the last words of a long title, the body's or those of one of its lines.
        """
        least = max(_CUT, len(name) * 3 // 4)
        sizes = range(len(name) - 1, least - 1, -1)
        return next((size for size in sizes if self.exact[name[:size]]), 0)

    def as_printed(self, name: str) -> str:
        """A key, or that of the line of which it is misread."""
        return name if self.exact[name] else self.like(name) or name

    def like(self, name: str) -> str:
        """The key of the line that differs from a name by no more than misread characters, "" for none."""
        if name not in self._likes:
            self._likes[name] = self._find_like(name) if len(name) >= _LEAST_ALIKE else ""
        return self._likes[name]

    def _find_like(self, name: str) -> str:
        near = (
            [one for one in self._by_pair.get(pair, ()) if abs(len(one) - len(name)) <= _LONGER]
            for pair in bigrams(name)
        )
        telling = (some for some in near if len(some) <= _MANY_ALIKE)
        votes = Counter(itertools.chain.from_iterable(telling))
        likely = (
            one
            for one, count in votes.most_common(4)
            if count * 2 >= len(name) and similarity(one, name) >= _ALIKE and not _adds(name, one)
        )
        return next(likely, "")


_ENGLISH = re.compile("[A-Za-z]+")
_NAME_OVER, _SHORT_OVER = 6, 4
"""Characters of the name of a section over titles whose lines stand together, and over others."""


def _adds(name: str, line: str) -> bool:
    """True for a line with another word before or behind it: no character of it is misread.

    How many pieces there are, 简讯五则, may stand behind a title that the body has alone.
    """
    if len(name) <= len(line) + 1:
        return False
    return name.endswith(line) or (
        name.startswith(line) and _PIECES.fullmatch(name, len(line)) is None
    )


_PIECES = re.compile(r"[外等]?[一二三四五六七八九十两\d]{1,2}[则則篇首封题題条條组組章]")
