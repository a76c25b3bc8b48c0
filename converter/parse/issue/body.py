"""The units of the body without page furniture, and how they fall to the articles."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Container, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, width
from converter.model import MastheadKind
from converter.parse.contents import named_title, part_of
from converter.parse.context import Context
from converter.parse.geometry import fit_measure
from converter.parse.headlines import find_headlines
from converter.parse.issue.apart import find_apart
from converter.parse.issue.box_names import learn_from_lines
from converter.parse.issue.head import Head
from converter.parse.issue.section_pages import REASON, section_words
from converter.parse.openings import Opening, used_units
from converter.segment import (
    PageBreak,
    Unit,
    as_printed,
    find_furniture,
    find_page_heads,
    make_units,
    unquoted,
)
from converter.segment.units import measure_of
from converter.source import Line

_PAGE_EDGES = frozenset(("running-head", "folio", "page-marker"))


def read_body(head: Head, context: Context) -> list[Unit]:
    """The units of the body without page furniture; notes where printed pages begin."""
    body, quote_marks = unquoted(head.body)
    for number, mark in quote_marks.items():
        context.ledger.drop(number, mark, "markup")
    body = _with_signatures_apart(body)
    names = frozenset(key(section.name) for section in head.contents.sections)
    body = _with_parts_apart(body, _listed_titles(head), names, context)
    context.paper = find_page_heads(body, head.masthead.title)
    body = _without_heads(body, context)
    known = [key(name) for name in _known_names(head)]
    body = learn_from_lines(body, frozenset(known), context)
    labels = frozenset(key(label) for label in context.profile.boxes.labels)
    found = find_furniture(body, keep=labels, known=known)
    context.furniture = frozenset(
        number for number, reason in found.reasons.items() if reason in _PAGE_EDGES
    )
    lines = _without_furniture(body, found.reasons, context)
    apart = find_apart(lines, context.profile, quote_marks)
    context.headlines = find_headlines(
        lines, context.paper, head.masthead.title, _listed_titles(head)
    )
    context.insets = apart.boxes
    for seam in apart.parted:
        context.joins.setdefault(seam, False)
    for headline in context.headlines:
        apart.pieces.update((number, number) for number in headline.lines)
        if headline.joined:
            apart.pieces.update(dict.fromkeys(headline.title, headline.title[0]))
    quoted = {*quote_marks, *apart.quoted}
    units = make_units(lines, quoted, apart.pieces, apart.begins, apart.captions)
    for unit in units:
        if unit.markup:
            context.ledger.drop(unit.first, unit.markup, "markup")
        for number in unit.hyphens:
            context.ledger.drop(number, "-", "hyphen")
    context.marked_headings = any(unit.markup_level for unit in units)
    marks = as_printed(head.markers, found.breaks)
    sheets = [PageBreak(one.last, one.page) for one in context.paper.heads if one.page]
    _note_pages(units, [*marks, *(sheets or found.breaks)], context)
    return units


_SIGNED = re.compile(
    rf"^(?P<text>.*[。！？”…])(?P<blank>[ \u3000]{{3,}})(?P<name>[（(][{HAN}][{HAN} \u3000、·]{{0,14}}[）)])\s*$"
)


_SENT_IN = re.compile(
    rf"^(?P<text>.*[。！？”…])(?P<blank>[ \u3000]{{3,}})(?P<name>[{HAN}]{{2,10}}[ \u3000]+[{HAN}](?:[ \u3000]{{0,2}}[{HAN}]){{1,2}})\s*$"
)
"""问：……怎么办？　　　青石县　郑梅: who sent a letter in, and from where, on its last line."""
_SOURCED = re.compile(
    rf"^(?P<text>.*[。！？”’」』…])[ \u3000]*(?P<name>[（(]\s*(?:(?:本文)?(?:摘自|摘编自|摘編自|节选自|節選自|选自|選自|转自|轉自|转载自|轉載自|编译自|編譯自|译自|譯自|原载|原載|刊于|刊於|据|據)[《“「〈]"
    rf"[^（()）]{{2,60}}|[{HAN}]{{0,4}}(?:摘自|荐自|薦自|选自|選自|摘编自|摘編自|转自|轉自)[^（()）。]{{2,60}}|[{HAN}][{HAN} \u3000、]{{1,10}}(?:辑|輯|供稿|摘编|摘編|编译|編譯)|[{HAN}][ \u3000]+[{HAN}])\s*[）)])\s*$"
)
"""……挂在墙上。（摘自《某某晚报》2009年5月12日）, ……迟到过。（某某辑）: whence a text comes, behind its last full stop."""


def _with_signatures_apart(body: Sequence[Line]) -> list[Line]:
    """The lines, of which the last of an article has its author or its source on it.

    ……缝纫机。　　　（某　某）
    """
    made: list[Line] = []
    for line in body:
        closes = line.text.rstrip()[-1:] in _CLOSING
        hit = (_SIGNED.match(line.text) or _SOURCED.match(line.text)) if closes else None
        if hit is None and "   " in line.text.replace("\u3000", " "):
            hit = _SENT_IN.match(line.text)
        if hit is None:
            made.append(line)
        else:
            made.append(line._replace(text=hit["text"]))
            made.append(Line(line.number, "\u3000" * 8 + hit["name"]))
    return made


def _with_parts_apart(
    body: Sequence[Line], titles: frozenset[str], names: frozenset[str], context: Context
) -> list[Line]:
    """The lines, of which Part 1｜标题 has the part over the title, as others print it.

    So have ■小说　标题 and 小说：标题 the name of the section, if ``names`` has it.
    """
    made: list[Line] = []
    for line in body:
        found = _apart(line.text.strip(), titles, names) if len(line.text) <= _PART_LINE else None
        if found is None:
            made.append(line)
        else:
            made += [line._replace(text=found[0]), Line(line.number, found[1])]
            title = found[1].lstrip("#")
            kept = found[1][: -len(title)] + found[0] + title
            context.ledger.drop_rest(line.number, line.text, kept, "label-mark")
    return made


def _apart(text: str, titles: frozenset[str], names: frozenset[str]) -> tuple[str, str] | None:
    """The part or section that a line names, and the title behind it; ``None`` for another line."""
    part = part_of(text)
    if part is not None:
        return part if key(part[1]) in titles else None
    named = named_title(text)
    if named is None and "：" in text[2:_COLON]:
        name, _, rest = text.partition("：")
        named = name, rest.strip()
    if named is None or key(named[0]) not in names:
        return None
    title = key(named[1])
    if title in titles or _begins_title(title, titles):
        return None if key(text) in titles else named
    return None


def _begins_title(name: str, titles: frozenset[str]) -> bool:
    """True for the first line of a title that goes on below."""
    return len(name) >= _BEGUN and any(title.startswith(name) for title in titles)


_COLON = 10
"""Before so many characters stands the colon behind a section's name."""
_BEGUN = 4
_PART_LINE = 60
_CLOSING = tuple("）)")


def _without_heads(body: Sequence[Line], context: Context) -> list[Line]:
    """The lines without the heads of a newspaper's pages."""
    taken = context.paper.lines - context.decisions.kept
    for line in body:
        if line.number in taken:
            context.ledger.drop(line.number, line.text, "running-head")
    return [line for line in body if line.number not in taken]


def _listed_titles(head: Head) -> frozenset[str]:
    """The keys of what the titles of the contents may be."""
    return frozenset(
        key("".join(titles)) for entry in head.contents.entries for titles, _ in entry.readings()
    )


def _known_names(head: Head) -> list[str]:
    """What running heads may say: the magazine's name, sections, titles, authors."""
    title = head.masthead.title
    names = [title, *(section.name for section in head.contents.sections)]
    names.append(re.sub(r"\s+[A-Za-z][A-Za-z ]*$", "", title))  # without its English
    # 专题　石桥三百年: the pages have the first word alone.
    names += [name.split()[0] for name in names[1:-1] if len(name.split()) > 1]
    for entry in head.contents.entries:
        for titles, authors in entry.readings():
            whole = "".join(titles)
            halves = whole.split("——") if "——" in whole else ()
            names += [*titles, whole, *halves, *authors]
    for printed in head.masthead.entries:
        if printed.kind is MastheadKind.PARALLEL_TITLE:
            names += printed.values
        elif printed.kind is MastheadKind.OTHER and not printed.label:
            # The title once more, in other characters: 書與城, 书与城 BOOKS & CITIES.
            names += [
                bare
                for value in printed.values
                if 2 <= width(bare := re.sub(r"\s+[A-Za-z][A-Za-z &]*$", "", value)) <= 8
            ]
    return names


def _without_furniture(
    body: Sequence[Line], reasons: Mapping[int, str], context: Context
) -> list[Line]:
    """The lines that are text; the others are dropped, for ``reasons`` by their numbers."""
    extra = frozenset(_no_folio(text) for text in context.profile.running_heads)
    lines: list[Line] = []
    for line in body:
        reason = reasons.get(line.number)
        if reason is None and extra and _no_folio(line.text) in extra and not line.blank:
            reason = "running-head"
        if reason is None or line.number in context.decisions.kept:
            lines.append(line)
        else:
            context.ledger.drop(line.number, line.text, reason)
    return lines


def _note_pages(units: Sequence[Unit], marks: Sequence[PageBreak], context: Context) -> None:
    """Note for the first unit after each page break which printed page begins there."""
    breaks = iter(sorted(marks, key=lambda mark: mark.line))
    pending = next(breaks, None)
    for unit in units:
        page = None
        while pending is not None and pending.line < unit.first:
            page, pending = pending.page, next(breaks, None)
        if page is not None:
            context.pages[unit.first] = str(page)


def _no_folio(text: str) -> str:
    """A running head without the digits that differ from page to page."""
    return re.sub(r"\d+", "", key(text))


def tops_of(units: Sequence[Unit], furniture: Container[int]) -> frozenset[int]:
    """The first lines of the units above which a running head or a folio stands."""
    return frozenset(
        unit.first
        for before, unit in itertools.pairwise(units)
        if any(line in furniture for line in range(before.last + 1, unit.first))
    )


def seams(units: Sequence[Unit]) -> frozenset[int]:
    """The first lines of prose after a blank line, where blank lines are page breaks.

    They are if the OCR writes its paragraphs without a blank line between them.
    """
    prose = [
        unit
        for before, unit in itertools.pairwise(units)
        if width(before.text) >= 24 and width(unit.text) >= 24
    ]
    apart = [unit for unit in prose if unit.gap]
    if len(prose) < 12 or not apart or len(apart) * 3 > len(prose):
        return frozenset()
    return frozenset(unit.first for unit in apart)


def find_measure(units: list[Unit]) -> float:
    """Em on a line: of hard-wrapped lines, or of the pieces that break off in mid-sentence."""
    wrapped = [line for unit in units if unit.wrapped for line in unit.lines[1:-1]]
    if len(wrapped) >= 8:
        return _without_hanging(wrapped, measure_of(wrapped))
    cut = [
        width(unit.text) + 2.0
        for unit in units
        if unit.text
        and not ends_sentence(unit.text)
        and width(unit.text) > 12
        and not unit.text.endswith(("：", "；"))
    ]
    measure, score = fit_measure(cut) if len(cut) >= 6 else (0.0, 0.0)
    # Of few pieces some always fit some measure; then only a clear fit says anything.
    return measure if score >= 3.5 or len(cut) >= 30 else 0.0


def _without_hanging(lines: Sequence[Line], measure: float) -> float:
    """The width that most lines share which do not end with a mark, near a rough measure.

    A mark may hang over the end of its line (clreq §3.1.6), so that a line with one is longer.
    """
    sizes = Counter(
        size
        for line in lines
        if is_han(line.text.rstrip()[-1:])
        and abs((size := width(line.text.strip())) - measure) <= 1.5
    )
    return max(sizes, key=lambda size: (sizes[size], size), default=measure)


def drop_repeated(
    units: list[Unit], openings: list[Opening], head: Head, context: Context
) -> tuple[list[Unit], list[Opening]]:
    """Drop titles, section names and the magazine's name where they are running heads."""
    known = _running_names(units, openings, head)
    sections = {key(section.name) for section in head.contents.sections} - {""}
    used = {at for opening in openings for at in used_units(opening)}
    drop = {
        at
        for at, unit in enumerate(units)
        if at not in used
        and width(unit.text) <= 64
        and (key(unit.text) in known or _name_beside(unit.text) in sections)
        and not unit.text.startswith("——")
        and unit.first not in context.decisions.kept
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
        level = units[at].markup_level  # its # are dropped already
        for line in units[at].lines:
            text = line.text.strip()[level:]
            context.ledger.drop(line.number, text, REASON if at in words else "running-head")
            level = 0
    if not drop and not words:
        return units, openings
    return _without_units(units, drop | words, openings), openings


def _says_in_english(text: str) -> bool:
    """PEOPLE, below the name of a section that is dropped: 影人."""
    return (
        width(text) <= _ENGLISH
        and text.isupper()
        and re.fullmatch("[A-Z][A-Z &'’-]+", text) is not None
    )


_ENGLISH = 12
_BESIDE = re.compile(rf"^(?P<name>[{HAN}·\s]{{2,16}}?)\s*[|｜/／·•]\s*[A-Za-z][A-Za-z &'’.\-]*$")


def _name_beside(text: str) -> str:
    """The name of a section that its English stands beside: 专题 | Feature."""
    hit = _BESIDE.match(text) if len(text) <= 64 else None
    return key(hit["name"]) if hit else "-"


def _running_names(units: list[Unit], openings: list[Opening], head: Head) -> set[str]:
    """The keys of what a magazine may print over each page."""
    known = {key(section.name) for section in head.contents.sections}
    for section in head.contents.sections:
        known.update((key(section.english), key(section.name + section.english)))
    known.add(key(head.masthead.title))
    for opening in openings:
        known.add(key("".join(units[i].text for i in opening.title)))
        known.update(key(units[i].text) for i in opening.title if len(opening.title) == 1)
    known.discard("")
    return known


def _without_units(units: list[Unit], drop: set[int], openings: list[Opening]) -> list[Unit]:
    """The units that are left; the openings are told where theirs now stand."""
    moved = {}
    kept: list[Unit] = []
    for at, unit in enumerate(units):
        moved[at] = len(kept)
        if at not in drop:
            kept.append(unit)
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


def parts_of(units: list[Unit], openings: list[Opening]) -> list[list[Unit]]:
    """The units before the first article, then those of each article's body."""
    bounds = [opening.start for opening in openings] + [len(units)]
    parts = [list(units[: bounds[0]])]
    used = {at for opening in openings for at in used_units(opening)}
    for index, opening in enumerate(openings):
        # What stands between the parts of an opening and is none of them is text.
        over = [units[at] for at in range(opening.start, opening.end) if at not in used]
        rest = range(opening.end, bounds[index + 1])
        parts.append([*over, *(units[at] for at in rest if at not in used)])
    return parts
