"""The words of the contents: which are pages, and which belong to clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.values import NamedTuple

WORD = re.compile(
    rf"[{HAN}]*第\d{{1,4}}[期届屆次批][{HAN}]+|(?:(?<![A-Za-z])|(?<=(?<![A-Za-z])[Pp]))[lIOZ]*\d[\dlIOZ]*(?![A-Za-z])|\d+|[A-Za-z]+|[{HAN}]+"
)
"""A page (P3I), other words, and 某校第37期进修班, in which the number is none."""
_LONGEST = 64
"""Characters of the longest title."""
_MOST_WORDS = 24
_PAGE = re.compile(r"(?=[\dlioz]*\d)[\dlioz]{1,4}")
SHORT = 6
_PARTING = "，、；：,;:"
"""Marks that part clauses, and so no titles."""
_SIGNED = 32
"""Characters before a title in which its authors, their offices and its page stand."""
_BEFORE_SIGNER = re.compile(r"^\s*[Pp]?[\dlIOZ]{1,4}\s*|[*【】｜|·、，,]+")
"""A page, and what stands about and between names."""
_ENDS_TITLE = re.compile(r"[”’」』！？!?]*(?:\s|$|，)")
"""What stands between a title and the sentence behind it."""
STOPPED = re.compile("。[”’」』]?$")
"""The end of a sentence, as no title has it."""
_TOLD = 20
"""Em of a sentence that is no title."""
_MARKS = 8
"""Characters in which what belongs to a page stands: 第, (P."""
_BEFORE_PAGE = re.compile(r"(?<![A-Za-z])[Pp]\.?\s?$|第\s?$")
_AFTER_PAGE = re.compile(r"^\s?[页頁版]")
"""P4, 第4页."""
_UNIT = re.compile(
    r"\s?(?:[年月日时分个位岁种条万亿元人天次项米吨]|公里|公斤|小时|世纪|周年|[%％‰℃])"
)
"""What is counted by a number that begins a title."""
_TO = re.compile(r"\s*[-–—~～]\s*")
_LEAST = 5


class Place(NamedTuple):
    """A line of a row, or of a cell."""

    text: str
    row: int
    lines: tuple[int, ...]
    gap: bool
    cell: bool
    """It is the cell of a table."""
    section: bool
    """It is the name of a section beyond doubt."""


class Word(NamedTuple):
    """A word of the contents, and where it stands."""

    name: str
    place: int
    start: int
    end: int


def line_length(words: Sequence[Word], at: int, places: Sequence[Place], body: BodyIndex) -> int:
    """How many words from one on are a line of the body; the most, 0 for none."""
    if words[at].name.isdecimal() and _PAGE.fullmatch(words[at].name) is not None:
        before = words[at - 1] if at else None
        if before is None or before.place != words[at].place:
            after = words[at + 1] if at + 1 < len(words) else None
            if after is None or after.place != words[at].place:
                return 0
    name, found = "", 0
    own = places[words[at].place]
    apart = own.section or (own.gap and len(own.text) <= SHORT and not own.cell)
    for count, word in enumerate(words[at : at + _MOST_WORDS], 1):
        if apart and word.place != words[at].place:
            break  # the name of a section, that the body has on one line with the title
        name += word.name
        if len(name) > _LONGEST:
            break
        if len(name) > 1 and not name.isdecimal() and body.exact[name]:
            found = count
    return found


def is_clause(
    words: Sequence[Word], at: int, count: int, places: Sequence[Place], body: BodyIndex
) -> bool:
    """True for a line of the body that is but a clause here: no title ends or begins at a comma.

    Unless the body has what stands on the other side of it on the line above or below.
    """
    first, last = words[at], words[at + count - 1]
    text = places[last.place].text
    if STOPPED.search(text):
        return True
    own = "".join(word.name for word in words[at : at + count])
    if text[last.end : last.end + 1] in _PARTING and text[last.end :]:
        rest = [word.name for word in words[at + count : at + count + _MOST_WORDS]]
        if not _begins_with(rest, body.below(own)):
            return True
    text = places[first.place].text
    if first.start and text[first.start - 1] in _PARTING:
        if text[first.start - 1] in "：:" and _names_signer(text, first.start - 1, own, body):
            return False
        before = [word.name for word in words[max(0, at - _MOST_WORDS) : at]]
        names = {"".join(before[cut:]) for cut in range(len(before))}
        return not any(own in body.below(name) for name in names)
    if not is_told(text) or len(key(text)) == len(own):
        return False
    leads = not text[: first.start].strip("“‘《「『（( \t\u30000123456789Pp.")
    return not (leads and _ENDS_TITLE.match(text, last.end))


def _names_signer(text: str, end: int, title: str, body: BodyIndex) -> bool:
    """True for an author and a colon at ``end``, before a title signed so in the body: 某某：标题."""
    words = _BEFORE_SIGNER.sub("", text[max(0, end - _SIGNED) : end]).split()
    if words and split_names(" ".join(words)) is not None:
        return True
    return any(body.is_signed(title, "".join(words[at:])) for at in range(len(words)))


def _begins_with(names: Sequence[str], lines: Iterable[str]) -> bool:
    """True if some words begin with one of the body's lines."""
    text = "".join(names)
    return any(len(line) > 1 and text.startswith(line) for line in lines)


def is_told(text: str) -> bool:
    """True for a sentence that tells what an article is about."""
    return ends_sentence(text) and width(text) > _TOLD and "，" in text


def is_page(word: Word, places: Sequence[Place]) -> bool:
    """True for a number apart from other words, or at an end of its line."""
    if _PAGE.fullmatch(word.name) is None:
        return False
    text = places[word.place].text
    if is_told(text) or _UNIT.match(text[word.end :]):
        return False
    before = _BEFORE_PAGE.sub("", text[: word.start])
    after = _AFTER_PAGE.sub("", text[word.end :])
    if not before.strip("（([Pp. ") or not after.strip("）)]. "):
        return True
    if before[-1].isalnum() or after[0] in "%.年月日":
        return False
    return not after[0].isalnum()


def is_glued_page(words: Sequence[Word], at: int, places: Sequence[Place], body: BodyIndex) -> bool:
    """True for a number right before a title of the body, which does not begin with it: ·诗歌· 15渡口."""
    page, following = words[at], words[at + 1 : at + 2]
    if _PAGE.fullmatch(page.name) is None or not following or following[0].place != page.place:
        return False
    text = places[page.place].text
    if text[page.end : following[0].start].strip("“‘《「『【（") or text[page.end].isspace():
        return False
    if _BEFORE_PAGE.sub("", text[max(0, page.start - _MARKS) : page.start])[-1:].isalnum():
        return False
    if line_length(words, at + 1, places, body):
        return True
    rest = [word for word in words[at + 1 : at + 1 + _MOST_WORDS] if word.place == page.place]
    return misread(rest, body) > 0


def is_range(words: Sequence[Word], places: Sequence[Place]) -> bool:
    """True for 4-7, the first and the last page."""
    if len(words) < 2 or words[0].place != words[1].place or not words[1].name.isdecimal():
        return False
    text = places[words[0].place].text
    return _TO.fullmatch(text[words[0].end : words[1].start]) is not None


def misread(words: Sequence[Word], body: BodyIndex) -> int:
    """How many of some words are a title that OCR has misread; 0 for none."""
    for cut in range(len(words), 0, -1):
        name = "".join(word.name for word in words[:cut])
        if len(name) >= _LEAST and body.is_title(name):
            return cut
    return 0
