"""Running heads that only the articles tell: their titles, the names of their sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, squeeze, width
from converter.model import MastheadKind
from converter.parse.context import Context
from converter.parse.issue.head import Head
from converter.parse.issue.section_pages import REASON, section_words
from converter.parse.led import heads_index
from converter.parse.openings import Opening, used_units
from converter.segment import Unit

_SAID = re.compile(r"[“「『].*[。…][”」』]$")
"""「補網。」, in a story of that name: what somebody says, and no running head."""

_OF_TEXT = frozenset("。，；、")
"""Marks that end what a text says, where the title that it says has none."""


def drop_repeated(
    units: list[Unit], openings: list[Opening], head: Head, context: Context
) -> list[Unit]:
    """Drop titles, section names and the magazine's name where they are running heads.

    Returns the units that are left; ``openings`` are told where theirs now stand. Where no page is
    told, a title that comes again is a line of its text, as poems have, but right above the article.
    """
    known = _running_names(units, openings, head) | _parts_again(units, head, context)
    sections = {key(section.name) for section in head.contents.sections} - {""}
    used = {at for opening in openings for at in used_units(opening)}
    titles = _titles(units, openings).difference(sections, {key(head.masthead.title)})
    printed = {squeeze("".join(units[at].text for at in one.title)) for one in openings}
    in_text = not context.pages  # no head tells where a page begins
    drop = {
        at
        for at, unit in enumerate(units)
        if at not in used
        and width(unit.text) <= 64
        and (
            key(unit.text) in known
            or _name_beside(unit.text) in sections
            or _is_shorter_name(unit.text, head)
            or _holds_names(unit.text, known)
        )
        and not unit.text.startswith("——")
        and not _SAID.match(unit.text)
        and unit.text[-1] not in "：:"  # 《某刊》：, to which a letter is written
        and not heads_index(units, at)
        and not (unit.text[-1] in _OF_TEXT and squeeze(unit.text) not in printed)
        and not (in_text and at + 1 not in used and key(unit.text) in titles)
        and unit.first not in context.decisions.kept
    }
    drop |= {
        at
        for at in _lines_twice(units, openings, used)
        if units[at].first not in context.decisions.kept
    }
    drop |= {
        at + 1
        for at in drop
        if at + 1 < len(units) and at + 1 not in used and _says_in_english(units[at + 1].text)
    }
    entries, all_sections = head.contents.entries, head.contents.sections
    own = [entries[one.entry].section if one.entry >= 0 else -1 for one in openings]
    names = [all_sections[at].name if at >= 0 else "" for at in own]
    words = section_words(units, openings, drop, names, context.ledger)
    words = {at for at in words if units[at].first not in context.decisions.kept}
    for at in drop | words:
        for number, text in units[at].bare_lines():
            context.ledger.drop(number, text, REASON if at in words else "running-head")
    if not drop and not words:
        return units
    _turn_pages(units, drop | words, context)
    return _without_units(units, drop | words, openings)


def _turn_pages(units: Sequence[Unit], gone: Collection[int], context: Context) -> None:
    """Let the pages that begin with units that are ``gone`` begin with what stands below them."""
    for at in sorted(gone):
        page = context.pages.pop(units[at].first, "")
        if page and at + 1 < len(units):
            context.pages.setdefault(units[at + 1].first, page)


def _lines_twice(
    units: Sequence[Unit], openings: Sequence[Opening], used: Collection[int]
) -> set[int]:
    """The lines of a title, and its subtitle, that stand right above it or below it once more, in their order."""
    found: set[int] = set()
    for opening in openings:
        for lines in ([*opening.title, *opening.subtitle], opening.title):
            names = [key(units[at].text) for at in lines]
            for first in (opening.start - len(lines), lines[-1] + 1):
                again = range(first, first + len(lines)) if first >= 0 else range(0)
                told = [key(units[at].text) for at in again if at < len(units)]
                if len(lines) > 1 and told == names and not found.union(used).intersection(again):
                    found.update(again)
    return found


def _parts_again(units: Sequence[Unit], head: Head, context: Context) -> set[str]:
    """The name of 封面专题 消失的码头 without its theme, where it stands alone beside several folios."""
    parts = {
        key(parted[0])
        for section in head.contents.sections
        if len(parted := _THEME.split(section.name, maxsplit=1)) > 1 and len(key(parted[0])) > 1
    }
    if not parts:
        return parts
    told = Counter(
        key(unit.text)
        for unit in units
        if width(unit.text) <= _LONGEST_PART
        and any(line in context.furniture for line in range(unit.first - 2, unit.last + 3))
    )
    return {part for part in parts if told[part] > 1}


_THEME = re.compile(r"\s+|\s*[：:|｜·•]\s*")
_LONGEST_PART = 16
"""Em of the name of a section."""


def _says_in_english(text: str) -> bool:
    """PEOPLE, below the name of a section that is dropped: 影人."""
    return (
        width(text) <= _ENGLISH
        and text.isupper()
        and re.fullmatch("[A-Z][A-Z &'’-]+", text) is not None
    )


_ENGLISH, _NAME = 12, 4


_BESIDE = re.compile(
    rf"^(?P<name>[{HAN}·．・\s]{{2,16}}?)(?:\s*[|｜/／·•]\s*[A-Za-z][A-Za-z &'’.\-]*|\s+[A-Z][A-Z &'’\-]+|[A-Z]{{5,}})$"
)


def _name_beside(text: str) -> str:
    """The name of a section that English or pinyin stands beside, or the magazine's: 专题 | Feature, 专题 DUSHU, 专题ZHUANTI."""
    hit = _BESIDE.match(text) if len(text) <= 64 else None
    return key(hit["name"]) if hit else "-"


def _is_shorter_name(text: str, head: Head) -> bool:
    """调研 RESEARCH, where the contents call the section 调研报告 RESEARCH."""
    hit = _BESIDE.match(text) if len(text) <= 64 else None
    if hit is None:
        return False
    name = key(hit["name"])
    english = key(text)[len(name) :]
    return any(
        section.english and key(section.english) == english and name in key(section.name)
        for section in head.contents.sections
    )


_PARTED = re.compile(r"\s*[|｜/／·•]\s*|\s{2,}|\u3000")


def _holds_names(text: str, known: Collection[str]) -> bool:
    """True for two names of the issue with a bar between them: 调查与研究 | 某某参考."""
    parts = _PARTED.split(text) if len(text) <= 64 else []
    return len(parts) == 2 and all(key(part) in known for part in parts)


def _running_names(units: list[Unit], openings: list[Opening], head: Head) -> set[str]:
    """The keys of what a magazine may print over each page."""
    known = {key(section.name) for section in head.contents.sections}
    for section in head.contents.sections:
        both = key(section.name + section.english), key(section.english + section.name)
        known.update((key(section.english), *both))
        known.update((key(section.theme), key(section.name + section.theme)))
    known.add(key(head.masthead.title))
    for printed in head.masthead.entries:
        if printed.kind is MastheadKind.PARALLEL_TITLE:  # its name in pinyin or English
            known.update(name for one in printed.values if len(name := key(one)) >= _NAME)
    known |= _titles(units, openings)
    known.discard("")
    return known


def _titles(units: Sequence[Unit], openings: Sequence[Opening]) -> set[str]:
    """The keys of the titles of the articles."""
    return {key("".join(units[at].text for at in opening.title)) for opening in openings}


def _without_units(units: list[Unit], drop: set[int], openings: list[Opening]) -> list[Unit]:
    """The units that are left; the openings are told where theirs now stand.

    What stood right below a running head is parted from what stood above it, be there no blank line.
    """
    moved = {}
    kept: list[Unit] = []
    for at, unit in enumerate(units):
        moved[at] = len(kept)
        if at not in drop:
            kept.append(unit._replace(gap=True) if at - 1 in drop else unit)
    moved[len(units)] = len(kept)
    for opening in openings:
        opening.start, opening.end = moved[opening.start], moved[opening.end]
        for field in (
            opening.title,
            opening.kickers,
            opening.subtitle,
            opening.foreign,
            opening.standfirst,
            opening.columns,
            opening.overline,
        ):
            field[:] = [moved[at] for at in field]
        opening.bylines[:] = [(moved[at], reading) for at, reading in opening.bylines]
    return kept
