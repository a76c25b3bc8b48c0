"""Small questions about texts that several views ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from converter import patterns as re
from converter.model import Article, Byline, Issue, Masthead, Text
from converter.model.walk import block_texts
from converter.render import words
from converter.render.titles import joined_lines, listed_title, sense_lines
from converter.typeset.characters import kinds
from converter.typeset.joints import Corpus, joints

_HEAD_CHARACTERS = 26
"""A running head that is longer would reach the middle of the page."""
_LEAST_PHRASE = 6
"""Fewer characters than this are no running head."""
_TORN = 3.0
"""Two characters that keep company so closely in the text below (converter.typeset.joints)
are of one word."""
_FIRST_WIDE = 0x2E80
"""CJK Radicals Supplement: from here on characters are as wide as they are high."""


def em_width(text: str) -> float:
    """The width of a line in ems: Han one, letters and digits about half."""
    return sum(1.0 if ord(char) >= _FIRST_WIDE else 0.56 for char in text)


def title_lines(article: Article) -> tuple[str, ...]:
    """The lines of the title as the author broke them, or the id of an untitled article."""
    return tuple(line.value for line in article.title if line.value) or (article.id,)


def sense_title(issue: Issue, article: Article, most: float = inf) -> tuple[str, ...]:
    """The lines of the title without the breaks that only the length of a line has made.

    Where one of them would be more than ``most`` ems, the author's own lines.
    """
    own = title_lines(article)
    lines = sense_lines(own, listed_title(issue, article))
    return lines if max(map(em_width, lines)) <= most else own


def untorn(article: Article, whole: Sequence[str]) -> tuple[Text, ...]:
    """The lines of the title, those joined between which a word was torn.

    The author parts words; a column parts 性|能, which ``whole``, the title as the contents
    print it, has on one line. What is too long then is broken anew, between words.
    """
    lines = [line for line in article.title if line.value]
    if len(whole) >= len(lines) or any(line.marks for line in lines):
        return tuple(lines)
    blocks = (*article.blocks, *article.back)
    corpus = Corpus("".join(text.value for block in blocks for text in block_texts(block)))
    found = [lines[0].value]
    for line in lines[1:]:
        text, at = found[-1] + line.value, len(found[-1])
        seen = corpus.count(text[at - 1 : at + 1]) and any(text in one for one in whole)
        if seen and joints(text, kinds(text), corpus)[at] > _TORN:
            found[-1] = text
        else:
            found.append(line.value)
    return tuple(map(Text, found))


def names(bylines: Iterable[Byline]) -> str:
    """The names of those who sign, each once; where there are none, what the bylines say."""
    signed = list(bylines)
    found = [author.name for byline in signed for author in byline.authors]
    return "　".join(dict.fromkeys(found or [byline.text.value for byline in signed]))


def section_name(issue: Issue, article: Article) -> str:
    """The name of the section that an article stands in, or nothing."""
    if 0 <= article.section < len(issue.section_names):
        return issue.section_names[article.section]
    return ""


def issue_number(masthead: Masthead, language: str) -> str:
    """2022年第2期 总第52期, of what the masthead knows; 2016年总第23期 if that is its number."""
    parts = ""
    if masthead.year:
        parts += f"{masthead.year}年"
    if masthead.number and not masthead.counts_on:
        parts += f"第{masthead.number}{masthead.unit or '期'}"
    if masthead.serial:
        gap = "　" if parts and not masthead.counts_on else ""
        parts += f"{gap}{words(language).issue_total}{masthead.serial}期"
    return parts


def printed_date(date: str) -> str:
    """2022-04-15 as 2022年4月15日."""
    parts = zip(date.split("-"), "年月日", strict=False)
    return "".join(f"{int(part)}{unit}" for part, unit in parts if part.isdigit())


def running_head(lines: Sequence[str]) -> str:
    """The title as a running head: whole if it fits, else its first line or phrase, else cut."""
    whole = joined_lines(lines)
    if em_width(whole) <= _HEAD_CHARACTERS:
        return whole
    first = lines[0]
    if em_width(first) <= _HEAD_CHARACTERS:
        return first
    for match in re.finditer(r"[ 　，：；]", first):
        if _LEAST_PHRASE <= match.start() <= _HEAD_CHARACTERS:
            return first[: match.start()]
    return first[: _HEAD_CHARACTERS - 2] + "……"
