"""The lines of a title where it stands smaller than over its article.

Over its article a title keeps the lines that its author gave it. In the contents, in running
heads, in outlines and metadata there is room for more on a line: a break that has a meaning
stays, or a blank takes its place; one that the length of a line has made goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.model import Article, Issue

_PAUSED = re.compile("(?<=[，、；：。？！…—]) +")
_PAUSES = frozenset("，、；：。？！…—")
_FIRST_WIDE = "\u2e80"
_LONGEST = 20
"""Characters of a title that contents print on one line; of more, a blank may be lost in OCR."""
_HEADLESS = re.compile(r"[^是]*(?<![目真似])的")
"""A line that ends with what its 的 belongs to on the next; 山是绿的 is a clause of its own."""
_CLINGING = re.compile("的(?![确確士])|[们們]|之(?![江前后後])")
"""What begins no line: a particle of the word before it."""


def joined_lines(lines: Iterable[str]) -> str:
    """The lines of a title as one: a blank parts them, unless a pause does."""
    return _PAUSED.sub("", " ".join(lines))


def title_on_one_line(issue: Issue, article: Article) -> str:
    """The title of an article of ``issue`` without line breaks; "" for none."""
    return joined_lines(sense_lines(_printed(article), listed_title(issue, article)))


def _printed(article: Article) -> tuple[str, ...]:
    return tuple(line.value for line in article.title if line.value)


def listed_title(issue: Issue, article: Article) -> tuple[str, ...]:
    """The lines of the title as the contents of the issue print it; none where they do not."""
    entries = (entry for section in issue.contents.sections for entry in section.entries)
    return next((entry.title for entry in entries if entry.article == article.id), ())


def sense_lines(lines: Sequence[str], listed: Sequence[str] = ()) -> tuple[str, ...]:
    """The lines of a title, those joined that only the length of a line parted.

    Where the contents (``listed``) print the two on one line, they tell whether there is a
    blank or a mark between them. Where they do not, grammar does: 水表厂的 | 第三次转身.
    """
    found: list[str] = []
    for line in lines:
        if found and _is_mere(found[-1], line, listed):
            found[-1] += line
        else:
            found.append(line)
    return tuple(found)


def _is_mere(before: str, line: str, listed: Sequence[str]) -> bool:
    """True where the break between two lines of a title has no meaning."""
    if not before or not line or before[-1] in _PAUSES:
        return False
    if before[-1] < _FIRST_WIDE and line[0] < _FIRST_WIDE:
        return False  # two words of Latin
    told = _run_together(before, line, listed)
    if told is not None and (not told or len(before + line) <= _LONGEST):
        return told
    if _CLINGING.match(line):
        return True
    clause = re.split("[ 　]", before)[-1]
    return _HEADLESS.fullmatch(clause) is not None and not line.endswith("的")


def _run_together(before: str, line: str, listed: Sequence[str]) -> bool | None:
    """Whether the contents print two lines without a blank, or ``None`` if not on one line."""
    one, other = _letters(before), _letters(line)
    for text in listed:
        places = [at for at, char in enumerate(text) if char.isalnum()]
        start = _letters(text).find(one + other)
        if start >= 0:
            end = start + len(one)
            between = text[places[end - 1] + 1 : places[end]]
            return not any(char.isspace() or char in _PAUSES for char in between)
    return None


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
