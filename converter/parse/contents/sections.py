"""Which rows of the contents are names of sections."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, is_han, key, squeeze, width
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.entries import plain_entry
from converter.parse.contents.marks import (
    PAGE_FIRST,
    PAGE_LAST,
    continues,
)
from converter.parse.contents.people import is_author_row
from converter.parse.contents.raw import RawContents, RawSection
from converter.parse.contents.rows import Row
from converter.parse.section_names import is_common_section
from converter.values import replace

SECTION_NAME = 8
"""The most em of a section's name that stands among its entries."""
_SECTION_MARKS = re.compile(
    r"^[\s【\[〖〔《〈「『▲△▼▽■□●○◎◆◇★☆※▪▎▍▌▋▊▉┃▏▶►\u2600-\u27bf·•>＞|｜丨│\-—#*/]+|[\s】\]〗〕》〉」』▲△■□●○◎◆◇★☆※|｜丨│┃\-—*/·•]+$"
)


_MARKED = re.compile(
    r"^(?:[【\[〖▲▼■□◆◇●○★☆※▪▎▍▌▋▊▉┃▏\u2600-\u27bf|｜丨│#＃＊*·•]|[/／]{2,3})\s*[^\d\s/／]"
)


def is_marked(text: str) -> bool:
    """True for a text with one of the marks that stand before or around sections."""
    return _MARKED.match(text) is not None


def section_style(rows: Sequence[Row]) -> tuple[str, bool]:
    """How sections are told: by a mark, by standing alone, or not at all; and if that is sure.

    Rows that hold nothing else in a table of a few entries say little of the plain lines, and
    so do blank lines that stand around nearly all rows.
    """
    marked = alone = across = plain = 0
    apart = sum(row.alone for row in rows)
    for index, row in enumerate(rows):
        text = row.cells[0]
        other = row.table or row.section or width(text) > 20
        if other or PAGE_LAST.match(text) or PAGE_FIRST.match(text):
            plain += not row.table
            continue
        if _MARKED.match(text):
            marked += 1
        elif (
            row.alone and index + 1 < len(rows) and not is_author_row(text) and not continues(text)
        ):
            alone += 1
            across += bool(row.columns)
    if marked:
        return "marked", marked >= 2
    if alone >= 2 and (alone - across >= 2 or plain <= across):
        return "alone", apart * _ALL < len(rows) * (_ALL - 1)
    alone -= across
    return "alone" if alone and len(rows) <= 8 else "inline", False


_ALL = 8
"""If but one row of so many stands next to another, blank lines part all of them alike."""

_BEFORE_LATIN = re.compile(rf"(?<=[{HAN}])\s*(?:[·•|｜/／:：－—-]\s*(?=[A-Za-z])|(?=[A-Z]{{3}}))")
"""What parts a name and what says it in English: 封面·COVER, 封面COVER."""


def section_name(text: str) -> str:
    """The name of a section without its marks, its letter-spacing, and what says it in English."""
    stripped = _SECTION_MARKS.sub("", text).strip()
    parts = _BEFORE_LATIN.sub(" ", stripped).split()
    if all(len(part) == 1 for part in parts):
        return "".join(parts)
    han = [part for part in parts if has_han(part)]
    latin = [part for part in parts if not has_han(part)]
    if han and latin and parts == han + latin:
        return squeeze("".join(han))  # the English says the same
    return stripped


_THEMED = re.compile(r"^(?P<name>\S{2,8}?)\s*(?:[|｜丨：:·・•]|——|\s)\s*(?P<theme>\S.*)$")
_THEME = 4
"""Characters of the shortest theme; what is shorter may be the second of two sections."""


def section_of(text: str, line: int, body: BodyIndex) -> RawSection:
    """The section that a row opens: its name, what says it in English, and what it is about.

    FOCUS 特稿 is called 特稿 if the body has it so. Where it prints Feature alone as well, that is
    the section, and the rest its theme. A theme that the body prints on a line of its own, below
    特别策划, is no part of the name either.
    """
    name = section_name(text)
    if (parts := themed(name, body)) is not None:
        return RawSection(parts[0], line, _english_name(text), parts[1])
    latin, _, han = name.rpartition(" ")
    alone = latin.isascii() and has_han(han) and body.exact[key(han)] > body.exact[key(name)]
    if latin and alone and not body.exact[key(latin)]:
        name = han
    return RawSection(name, line, _english_name(text) if has_han(name) else "")


def settle_english(contents: RawContents) -> None:
    """COVER STORY before 封面故事 says the same, where the other sections have no English before them."""
    hits = {at: _ENGLISH.match(section.name) for at, section in enumerate(contents.sections)}
    found = {at: hit for at, hit in hits.items() if hit is not None}
    if len(found) * _SELDOM > len(hits):
        return
    for at, hit in found.items():
        section = contents.sections[at]
        contents.sections[at] = replace(section, name=hit["name"], english=hit["english"])


_ENGLISH = re.compile(rf"^(?P<english>(?=.{{5}})[A-Z]+(?: [A-Z]+)*) (?P<name>[{HAN}]{{2,8}})$")
"""English in capitals before a name; IT before 前沿 is a part of it."""
_SELDOM = 3
"""Of so many sections one may have English before its name without the others."""


def themed(name: str, body: BodyIndex) -> tuple[str, str] | None:
    """特别策划 and 把话说短 of 特别策划｜把话说短, if the body prints either alone and never both."""
    hit = None if body.exact[key(name)] else _THEMED.match(name)
    if hit is None:
        return None
    if _is_feature_of_many(hit) and not is_author_row(hit["theme"]):
        return hit["name"], hit["theme"]
    if len(theme := key(hit["theme"])) < _THEME:
        return None
    told = body.exact[theme] and body.stands_alone(hit["name"])
    return (hit["name"], hit["theme"]) if told else None


def _is_feature_of_many(hit: re.Match[str]) -> bool:
    """封面故事　盐井河: a name that many magazines have, and of what it tells this time."""
    blank = hit.string[hit.end("name") : hit.start("theme")].isspace()
    name, theme = hit["name"], hit["theme"]
    told = len(key(theme)) > 1 and len(key(name)) > _THEME - 1 and is_common_section(name)
    plain = all(is_han(char) or char in "：，、“”《》" for char in theme)
    return blank and told and plain and not is_common_section(theme)


def _english_name(text: str) -> str:
    """What a row says in English behind the Chinese name of a section, "" if nothing."""
    parts = _BEFORE_LATIN.sub(" ", text).split()
    latin = [part for part in parts if not has_han(part) and re.search("[A-Za-z]", part)]
    return " ".join(latin)


def holds_page(text: str) -> bool:
    """True if a page number stands at an end of a line, and is no part of its words."""
    if PAGE_FIRST.match(text):
        return True
    paged = re.search(
        r"\s(?:[Pp]\.?\s?)?(?:\d+|(?=[\dlIO]*\d)[\dlIO]{1,4}|[lI])$|[/／]\s*\d{1,4}$|[（(]\s*\d{1,4}\s*[）)]?$",
        text,
    )
    return paged is not None and PAGE_LAST.match(text) is not None


def has_title(text: str, body: BodyIndex) -> bool:
    """True if what may be the title in a row is one of the body, or begins a line there."""
    return any(body.is_title(key(one)) or body.opens(key(one)) for one in titles_of(text))


def titles_of(text: str) -> list[str]:
    """What the title in a row of the contents may be, without its page and authors."""
    entry = plain_entry(text, [], -1)
    return [lines[0] for lines, _ in itertools.islice(entry.readings(), 8) if lines]
