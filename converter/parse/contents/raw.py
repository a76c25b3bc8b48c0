"""Sections and entries of the contents as read, before the body has been heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, squeeze
from converter.memo import per_issue
from converter.names import is_body, split_names
from converter.parse.byline import names_subject
from converter.parse.contents.marks import SUBTITLE
from converter.parse.contents.people import (
    author_list,
    is_staff,
    names_behind_office,
    names_behind_posts,
    names_part_played,
)
from converter.parse.credits import read_credits, writers
from converter.values import dataclass, field, replace

_STAFF_WORD = re.compile(
    r"(?:记者|通讯员|评论员|撰稿人?|编辑|作者|主任|书记|教授|研究员|部长|局长|院长|校长|主席|记者站|記者|編輯)$"
)


_NATION = re.compile(
    rf"(?<=\s)[〔\[［（(【]\s*[{HAN}]{{1,4}}\s*[〕\]］）)】]\s*(?=[{HAN}A-Z][{HAN}A-Za-z.]{{0,8}}[·•・])"
)
"""[捷克] before the name of a foreigner, behind the title."""


AND_OTHERS = re.compile(
    r"(?<=\S)\s*(?:[（(]?\s*等\s*[\d一二三四五六七八九十]{1,3}\s*[则則条條篇问問题題]\s*[）)]?"
    r"|[（(]\s*外\s*[\d一二三四五六七八九十]{1,3}\s*[则則条條篇封问問题題章首]\s*[）)])$"
)
"""The first of several pieces, and how many they are: ……怎么算 等三则, ……（外二则）."""


@dataclass(slots=True, eq=False, repr=False)
class RawEntry:
    """One entry as read: its lines without page and leaders, and what is certain of it."""

    texts: list[str]
    page: str = ""
    printed_page: str = ""
    authors_text: str = ""
    lines: list[int] = field(default_factory=list)
    section: int = -1
    stroke: bool = False
    """A stroke stood between title and authors."""
    bracketed: bool = False
    """The authors stood in brackets behind the title."""
    author_first: bool = False
    """The contents as a whole name the authors before the titles."""
    apart: int = 0
    """So many of its last lines tell of the article, which the body has apart from the title."""
    linked: bool = False
    """It is a link, whose words are the title as the body has it."""

    def add_authors(self, text: str) -> None:
        """Note names that certainly are the authors."""
        self.authors_text = f"{self.authors_text} {text}".strip()

    def settle(self, lines: Sequence[str], authors: Sequence[str]) -> None:
        """Take the reading that the body proves."""
        self.texts = list(lines)
        if authors and not self.authors_text:
            self.authors_text = " ".join(authors)

    def leading_names(self) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Readings in which the entry begins with its authors, the longest list first."""
        tokens = " ".join(self.texts).split()
        for cut in range(min(len(tokens) - 1, 10), 0, -1):
            head = " ".join(tokens[:cut])
            credited = read_credits(head)
            names = writers(credited) if credited else split_names(head)
            names = names or names_behind_office(head) or _signed_together(head)
            if names and len(key(" ".join(tokens[cut:]))) >= 2:
                yield (" ".join(tokens[cut:]),), names

    def readings(self) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The possible (title lines, authors), the likeliest first."""
        if self.linked:
            return ((tuple(self.texts), author_list(self.authors_text)),)
        texts = self.texts[: len(self.texts) - self.apart] or self.texts
        return _readings_of(tuple(texts), self.authors_text, author_first=self.author_first)

    def read(self) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The same, read anew."""
        texts = tuple(text for text in self.texts if text)
        if self.authors_text:
            yield texts, author_list(self.authors_text)
            if texts and (several := AND_OTHERS.search(texts[-1])) is not None:
                first = (*texts[:-1], texts[-1][: several.start()])
                yield first, author_list(self.authors_text)
        if not texts:
            return
        subtitled = list(self._subtitled(texts))
        if subtitled and subtitled[0][1]:
            yield subtitled.pop(0)
        found = self._signed_last(texts)
        leading = list(self.leading_names())
        if self.author_first:
            yield from leading
        found += [(2, reading) for reading in leading]
        likely = [reading for rank, reading in found if rank == 0]
        if likely and not self.authors_text:
            # Of several readings the one with most names: 翟 健 林晓楠 is two people.
            yield likely[-1]
        if not self.authors_text:
            yield from (reading for rank, reading in found if rank == 1)
        yield texts, ()
        yield from self._described(texts)
        yield from likely[:-1]
        yield from (reading for rank, reading in found if rank == 2)
        yield from (reading for rank, reading in found if rank == 3)
        yield from subtitled
        said = _SAID.match(texts[0]) if len(texts) == 1 and not self.authors_text else None
        if said is not None and (names := split_names(said["who"])):
            yield (said["title"],), names

    def _signed_last(
        self, texts: tuple[str, ...]
    ) -> list[tuple[int, tuple[tuple[str, ...], tuple[str, ...]]]]:
        """Readings in which the last line ends with the authors, each with its rank: 0 is the surest."""
        head, last = texts[:-1], texts[-1]
        tokens = _with_parts_played(_NATION.sub("", last).split())
        found: list[tuple[int, tuple[tuple[str, ...], tuple[str, ...]]]] = []
        for cut in range(len(tokens) - 1, 0 if not head else -1, -1):
            tail = " ".join(tokens[cut:]).strip("·•*- ")
            credited = read_credits(tail) if "/" in tail or "／" in tail else None
            names = writers(credited) if credited else split_names(tail)
            names = names or names_behind_office(tail) or names_behind_posts(tail)
            rest = (*head, " ".join(tokens[:cut])) if cut else head
            if names:
                found.append((0, (rest, names)))
            elif is_staff("".join(tokens[cut + 1 :])):
                continue  # 拧得更紧 before 本刊评论员, who signs alone
            elif (is_body(tail) and len(tail) >= 4) or is_staff(squeeze(tail)):
                found.append((1, (rest, (squeeze(tail),))))
            elif ends_sentence(tail) or "，" in tail or names_subject(tail) or tail.isdecimal():
                continue
            elif self.authors_text:
                continue  # a name in no list beside those that certainly are
            elif cut and _is_torn(tokens[cut - 1], tokens[cut:]):
                continue  # ——副题 谷 | 雨: the rest of a name in wide setting
            elif not cut and len(tokens) == 1 and len(key(tail)) > _PEN_NAME:
                continue  # what the article is about, in no sentence
            elif cut >= len(tokens) - 3 and not _swallows_title(tokens[cut:]):
                found.append((3, (rest, author_list(tail))))
        return found

    def _subtitled(
        self, texts: tuple[str, ...]
    ) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The readings of a title with its author and page on a line, and ——副题 under it."""
        cut = len(texts)
        while cut > 1 and (
            SUBTITLE.match(texts[cut - 1])
            or names_subject(texts[cut - 1])
            or texts[cut - 1].endswith("。")  # what the article is about
        ):
            cut -= 1
        if self.authors_text or cut == len(texts) or split_names(texts[-1].split()[-1]):
            return
        above = replace(self, texts=list(texts[:cut]))
        for titles, authors in above.readings():
            yield (*titles, *texts[cut:]), authors

    def _described(
        self, texts: tuple[str, ...]
    ) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Readings in which the lines under the title tell what the article is about."""
        told = len(texts)
        while told > 1 and texts[told - 1].endswith("。"):
            told -= 1
        if told < len(texts):
            yield from replace(self, texts=list(texts[:told])).readings()
        for count in range(1, min(len(texts), _LINES)):
            authors = author_list(self.authors_text) if self.authors_text else ()
            below = texts[count]
            named = split_names(texts[-1]) or split_names(below) or _signed_together(below)
            yield texts[:count], authors or named
            if not (authors or named) and (signed := _signed_at_end(texts[count - 1])):
                yield (*texts[: count - 1], signed[0]), signed[1]
            if not (authors or named) and (below_signed := _signed_at_end(texts[-1])):
                yield texts[:count], below_signed[1]  # the names behind the subtitle


@per_issue(1024)
def _readings_of(
    texts: tuple[str, ...], authors_text: str, *, author_first: bool
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The readings of an entry, for which many ask."""
    entry = RawEntry([*texts], authors_text=authors_text, author_first=author_first)
    return tuple(entry.read())


_PEN_NAME = 8
"""Characters of the longest pen name on a line of its own."""
_SAID = re.compile(rf"^(?P<who>[{HAN}·]{{2,8}})\s*[：:]\s*(?P<title>\S.+)$")
"""某某：标题, where the body has the title alone, and who wrote it below."""
_LINES = 24
"""Lines of a title in contents with all that tells what the article is about."""


def _signed_at_end(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The title and the names of 标题 某某, ``None`` where no name stands behind a title."""
    tokens = text.split()
    for cut in range(1, len(tokens)):
        if names := split_names(" ".join(tokens[cut:])):
            return " ".join(tokens[:cut]), names
    return None


def _signed_together(text: str) -> tuple[str, ...]:
    name = squeeze(text)
    return (name,) if is_staff(name) or (is_body(name) and len(name) >= 4) else ()


def _with_parts_played(tokens: list[str]) -> list[str]:
    """标题 某某 口述: what somebody did is no name, and stays with a name that is in no list."""
    if len(tokens) > 2 and names_part_played(tokens[-1]) and not split_names(tokens[-2]):
        return [*tokens[:-2], "".join(tokens[-2:])]
    return tokens


def _is_torn(before: str, tokens: Sequence[str]) -> bool:
    """True for one character alone behind another one alone: neither is a name by itself."""
    return (
        len(tokens) == 1 == len(before) == len(tokens[0]) and is_han(before) and is_han(tokens[0])
    )


def _swallows_title(tokens: Sequence[str]) -> bool:
    """True if what would be authors begins with words that are neither names nor offices."""
    lost = [token for token in tokens if len(token) >= 4 and not split_names(token)]
    return len(lost) < len(tokens) and any(
        not (is_body(token) or _STAFF_WORD.search(token)) for token in lost
    )


@dataclass(slots=True, eq=False, repr=False)
class RawSection:
    """A section name and its line; entries carry its index."""

    name: str
    line: int
    english: str = ""
    """What says the same in English."""
    theme: str = ""
    """What it is about in this issue: 把话说短 of 特别策划｜把话说短."""


@dataclass(slots=True, eq=False, repr=False)
class RawContents:
    """What the contents say, unmatched."""

    heading: str = ""
    sections: list[RawSection] = field(default_factory=list)
    entries: list[RawEntry] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    """Lines of the region that are neither section nor entry (English heading, issue line)."""
    columns: list[tuple[int, str]] = field(default_factory=list)
    """Names, with their lines, that are printed once and name a section and its only entry."""
    kickers: list[tuple[int, str]] = field(default_factory=list)
    """Names of columns, with their lines, that stand beside entries and are kickers in the body."""
    free: list[int] = field(default_factory=list)
    """Lines of entries that stand in no section, though one is open above them."""
    numerals: dict[int, str] = field(default_factory=dict)
    """Pages that are printed in Chinese numerals, or "" for those only printed above, by their lines."""

    def begun(self) -> RawContents:
        """A copy of what stands beside the rows, to which a reading of them is added."""
        return replace(
            self,
            sections=[],
            entries=[],
            lines=[*self.lines],
            notes=[*self.notes],
            columns=[*self.columns],
            kickers=[*self.kickers],
            numerals={**self.numerals},
        )
