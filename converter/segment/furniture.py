"""Page furniture: folios, page markers and running heads, found because they repeat."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, squeeze
from converter.segment.chapters import bold_chapters, is_part, without_chapters
from converter.segment.counted import (
    counted_heads,
    counted_sections,
    dated_folios,
    facing_heads,
    fitting_heads,
    lone_heads,
)
from converter.segment.cut_heads import shortened_titles
from converter.segment.fed_heads import heads_of_fed_pages, romans_at_feet
from converter.segment.first_heads import (
    feet_over_own_titles,
    heads_over_own_titles,
    sections_over_own_titles,
)
from converter.segment.folios import in_digits, without_cells, without_columns
from converter.segment.heads import head_key, plain_type, running_heads
from converter.segment.heads_within import heads_within
from converter.segment.journals import (
    author_and_title,
    beside_volumes,
    cites_work,
    foreign_contents,
    is_volume_head,
    page_of_head,
    two_names,
    with_digits,
)
from converter.segment.known_heads import TWO_NUMBERS, is_issue_head, is_known_head, latin_heads
from converter.segment.lost_folios import heads_without_folios
from converter.segment.misread_heads import (
    MARKER,
    Numbers,
    is_mark,
    lettered_heads,
    misread_heads,
    misread_names,
    names_at_edges,
    short_heads,
)
from converter.segment.numerals import numeral_folios
from converter.segment.page_edges import EDGE_NUMBER, at_edge, cuts_sentence
from converter.segment.pages import PageBreak
from converter.segment.pieced_heads import pieced_heads
from converter.segment.rules import is_break, is_rule
from converter.segment.section_feet import sections_at_feet
from converter.segment.section_tops import sections_at_tops
from converter.segment.slots import (
    feet_above_marks,
    heads_below_marks,
    heads_over_titles,
    issues_between,
    titles_again,
    titles_with_folios,
)
from converter.segment.stamps import (
    addresses_at_edges,
    alike_folios,
    is_above,
    is_between,
    is_spaced,
    left_marks,
    misread_folios,
    rare_folios,
    stamps,
)
from converter.segment.told_folios import told_folios
from converter.segment.torn_heads import torn_heads
from converter.source import Line
from converter.values import NamedTuple

_LOOKS = str.maketrans("lLIOioSsZz", "1110105522")
"""What OCR reads for digits: · ll · is page 11, and · 2S · page 25."""
_BARE = re.compile(r"^\s*(?:P\s?)?(?P<tex>\$\s*)?(?P<n>\d{1,4}|\d\s\d)\s*(?(tex)\$\s*)$")
"""12, and P12: a letter alone before it marks a folio where it rises with the others."""
_LONGEST_HEAD = 100
"""Characters of a running head in two languages."""
_SUM = re.compile(r"\S\s+\d{1,3} \d{3}$")
"""某某　5 000: what somebody gave, as a figure is written in groups of three."""
_EVERY_OTHER = 4
"""So many heads on every other page are no chance."""
_NEAREST = 6
"""Lines of the shortest page."""
_PAGE_EDGES = frozenset(("running-head", "page-marker"))


class Furniture(NamedTuple):
    """What was found: reasons by line number, and the pages in the order of their lines."""

    reasons: dict[int, str]
    breaks: tuple[PageBreak, ...]


def find_furniture(
    lines: Sequence[Line],
    *,
    keep: frozenset[str] = frozenset(),
    known: Sequence[str] = (),
    title: str = "",
    sections: frozenset[str] = frozenset(),
    marks: Sequence[PageBreak] = (),
    pages: Mapping[str, str] | None = None,
) -> Furniture:
    """Find the lines that belong to the page and not to the text.

    ``keep`` holds keys (see :func:`converter.hanzi.key`) of lines that repeat by right,
    such as the labels of boxes. ``known`` are keys of the texts that running heads are
    made of: the magazine's name, sections, titles, authors; ``title`` is that of its name,
    ``sections`` are those of the names of sections. ``marks`` are those of pages that have been
    taken out already, ``pages`` the pages of the contents by the keys of the titles.
    """
    named = (part for part in known if not part.isdecimal())  # 2022, which a title ends with
    told = frozenset(part for part in named if 2 <= len(part) <= _LONGEST_HEAD)
    parts = sorted(told, key=lambda part: (-len(part), part))
    reasons, numbers, bare = _at_sight(lines, parts, title)
    beside_volumes(lines, title, reasons)
    for head in pieced_heads(lines):
        if lines[head.position].number not in reasons:
            reasons[lines[head.position].number] = "running-head"
            numbers.append(head)
    bare = without_cells(lines, [place for place in without_columns(bare) if place[1]])
    _told_heads(lines, parts, frozenset(known), reasons, numbers)
    bare = without_chapters(lines, numbers, bare)
    _rising_folios(lines, bare, told, reasons, numbers)
    names_at_edges(lines, title, parts, reasons)
    for position in (
        *sections_at_feet(lines, sections - keep, reasons, numbers),
        *feet_over_own_titles(lines, reasons),
        *sections_over_own_titles(lines, sections, reasons),
    ):
        reasons[lines[position].number] = "running-head"
    _add(lines, heads_over_own_titles(lines, reasons, numbers), "running-head", reasons, numbers)
    romans = romans_at_feet(lines)
    for position in romans if len(romans) > 1 else ():
        reasons.setdefault(lines[position].number, "folio")
    for position in heads_of_fed_pages(lines, title, keep, reasons):
        reasons[lines[position].number] = "running-head"
    running_heads(lines, keep, told, reasons, numbers)
    misread_names(lines, told, reasons)
    for position in heads_without_folios(lines, title, told, reasons):
        reasons[lines[position].number] = "running-head"
    marked = {one.line: one.page for one in marks}
    marked |= {lines[at].number: page for at, page in numbers if is_mark(lines[at], reasons)}
    for position, reason in feet_above_marks(lines, keep, reasons, marked).items():
        reasons[lines[position].number] = reason
    for position in (
        *heads_below_marks(lines, keep, reasons, marked),
        *issues_between(lines, reasons),
        *titles_again(lines, reasons),
        *heads_over_titles(lines, told, reasons),
        *heads_within(lines, keep, reasons),
    ):
        reasons[lines[position].number] = "running-head"
    for position in list(torn_heads(lines, keep, sections, reasons)):
        reasons[lines[position].number] = "running-head"
    shortened_titles(lines, parts, reasons)
    _lone_folios(lines, bare, told, reasons, numbers)
    _add(lines, told_folios(lines, bare, pages or {}, reasons), "folio", reasons, numbers)
    for position in (
        *addresses_at_edges(lines, reasons),
        *sections_at_tops(lines, sections - keep, reasons),
    ):
        reasons[lines[position].number] = "running-head"
    reasons |= {
        **left_marks(lines, reasons),
        **dict.fromkeys(foreign_contents(lines), "foreign-contents"),
    }
    two_names(lines, title, parts, reasons)
    author_and_title(lines, parts, reasons)
    ordered = _rising(sorted(numbers))
    breaks = tuple(PageBreak(lines[position].number, page) for position, page in ordered)
    return Furniture(reasons, breaks)


def _at_sight(
    lines: Sequence[Line], parts: Sequence[str], title: str
) -> tuple[dict[int, str], Numbers, Numbers]:
    """What each line tells by itself: the reasons, the pages, and numbers that may be pages."""
    reasons: dict[int, str] = {}
    numbers: Numbers = []
    bare: Numbers = []
    chapters = bold_chapters(lines)
    for position, line in enumerate(lines):
        if line.blank or position in chapters:
            continue
        if len(line.text) > _LONGEST_HEAD or is_part(line.text) or cites_work(line.text):
            continue
        if line.text[:1] == "|" and _is_row(lines, position):
            continue
        found = MARKER.match(line.text)
        if found:
            told = found["g"] or next(filter(None, found.groups()))
            page = int(squeeze(told).translate(_LOOKS))
            reasons[line.number] = "page-marker"
            numbers.append((position, page))
        elif is_rule(line.text) or is_break(lines, position):
            reasons[line.number] = "rule"
        elif hit := _BARE.match(line.text):
            bare.append((position, int(squeeze(hit["n"]))))  # 0 is no page, but a cell of a column
        elif is_volume_head(line.text, title) or is_issue_head(line.text, parts, title):
            reasons[line.number] = "running-head"
            if page := page_of_head(line.text):
                numbers.append((position, page))
        elif _lists_sum(lines, position):
            continue
        elif parts and is_known_head(text := in_digits(with_digits(plain_type(line.text))), parts):
            reasons[line.number] = "running-head"
            if edge := EDGE_NUMBER.match(text) or TWO_NUMBERS.search(text):
                numbers.append((position, int(edge["left"] or edge["right"])))
    return reasons, numbers, bare


def _is_row(lines: Sequence[Line], position: int) -> bool:
    """True for | 2022（6月） | 342 | 5100 | next to another row: figures and dates of a table."""
    beside = (*lines[max(0, position - 1) : position], *lines[position + 1 : position + 2])
    text = lines[position].text.strip()
    return text[-1:] == "|" and any(one.text.startswith("|") for one in beside)


def _lists_sum(lines: Sequence[Line], position: int) -> bool:
    """True for a name and a sum next to another: no running head, though the issue has the name."""
    if _SUM.search(lines[position].text) is None:
        return False
    above = next(
        (one for one in reversed(lines[max(0, position - 3) : position]) if not one.blank), None
    )
    below = next((one for one in lines[position + 1 : position + 4] if not one.blank), None)
    return any(one is not None and _SUM.search(one.text) for one in (above, below))


def _told_heads(
    lines: Sequence[Line],
    parts: Sequence[str],
    known: frozenset[str],
    reasons: dict[int, str],
    numbers: Numbers,
) -> None:
    """The running heads and folios of forms that are told by the names of the issue or by each other."""
    told = frozenset(parts)
    _with_folios(lines, parts, reasons, numbers)
    heads = [
        *counted_heads(lines, told, reasons),
        *dated_folios(lines, reasons),
        *facing_heads(lines, reasons),
        *lone_heads(lines, reasons),
        *titles_with_folios(lines, reasons, numbers),
    ]
    _add(lines, heads, "running-head", reasons, numbers)
    _add(lines, fitting_heads(lines, numbers, reasons), "running-head", reasons, numbers)
    for position in (
        *counted_sections(lines, told, reasons),
        *latin_heads(lines, told, reasons),
    ):
        reasons[lines[position].number] = "running-head"
    _add(lines, numeral_folios(lines, reasons, told), "folio", reasons, numbers)
    misread_heads(lines, reasons, numbers)
    lettered_heads(lines, reasons, numbers)
    short_heads(lines, known, reasons, numbers)
    for position in stamps(lines, reasons):
        reasons.setdefault(lines[position].number, "running-head")


def _add(
    lines: Sequence[Line],
    places: Sequence[tuple[int, int]],
    reason: str,
    reasons: dict[int, str],
    numbers: Numbers,
) -> None:
    """Note lines with the numbers of pages on them, and why they are no text."""
    reasons |= {lines[position].number: reason for position, _ in places}
    numbers += places


def _rising_folios(
    lines: Sequence[Line],
    bare: Numbers,
    told: frozenset[str],
    reasons: dict[int, str],
    numbers: Numbers,
) -> None:
    """The bare numbers that rise with the pages, and what else is a folio between them."""
    for position, page in _rising(sorted(numbers + bare)):
        reasons.setdefault(lines[position].number, "folio")
        if (position, page) not in numbers:
            numbers.append((position, page))
    rare = rare_folios(lines, reasons, numbers, told)
    folios = rare or misread_folios(lines, reasons, numbers)
    _add(lines, folios, "folio", reasons, numbers)


def _lone_folios(
    lines: Sequence[Line],
    bare: Numbers,
    told: frozenset[str],
    reasons: dict[int, str],
    numbers: Numbers,
) -> None:
    """The numbers that only their place tells: beside a head, between pages, within a sentence."""
    for position, page in (*bare, *alike_folios(lines)):
        if lines[position].number in reasons:
            continue
        misread = not lines[position].text.strip().isdecimal()
        above = misread and (
            is_above(lines, position, told)
            or is_between(lines, position)
            or is_spaced(lines, position)
        )
        if above or (
            _is_lone_folio(lines, position, reasons)
            and not _is_told_beside(lines, position, page, numbers)
        ):
            reasons[lines[position].number] = "folio"
            numbers.append((position, page))


def _with_folios(
    lines: Sequence[Line],
    parts: Sequence[str],
    reasons: dict[int, str],
    numbers: Numbers,
) -> None:
    """4 纸鸢·读写月刊: a name of the issue, with more words and a folio, again and again."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for position, line in enumerate(lines):
        if line.number in reasons or not 3 <= len(line.text) <= 44 or ends_sentence(line.text):
            continue
        edge = None if is_part(line.text) else EDGE_NUMBER.match(line.text)
        if edge is not None:
            found[head_key(line.text)].append((position, int(edge["left"] or edge["right"])))
    for name, places in found.items():
        pages = [page for _, page in places]
        named = any(len(part) >= 2 and part in name for part in parts)
        told = named or _is_page_by_page(places)
        if len(places) >= 3 and told and pages == sorted(set(pages)):
            for position, _ in places:
                reasons[lines[position].number] = "running-head"
            numbers += places


def _is_page_by_page(places: Numbers) -> bool:
    """True for words of no known name on every other page: the numbers rise by two, and so do the lines.

    1892 某某传, 1894 某某传: cases and tables are counted by one, and not as far from each other.
    """
    steps = [(two[0] - one[0], two[1] - one[1]) for one, two in itertools.pairwise(places)]
    if len(places) < _EVERY_OTHER or any(by <= 0 or by % 2 for _, by in steps):
        return False
    apart = sorted(lines / by for lines, by in steps)
    by_two = sum(by == 2 for _, by in steps)
    return by_two * 2 > len(steps) and apart[0] > _NEAREST and apart[-1] < apart[0] * 3


def _rising(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of numbers that rise with their lines; [] if it explains too few."""
    import bisect

    tails: list[int] = []
    at: list[int] = []
    previous: list[int] = [-1] * len(found)
    for index, (_, page) in enumerate(found):
        place = bisect.bisect_left(tails, page)
        if place == len(tails):
            tails.append(page)
            at.append(index)
        else:
            tails[place], at[place] = page, index
        previous[index] = at[place - 1] if place else -1
    if len(tails) < 2 or len(tails) * 2 < len(found):
        return []
    if len(tails) == 2 and (len(found) > 2 or found[1][1] - found[0][1] < 2):
        return []  # 1 and 2 may as well be the parts of a story
    chain = []
    index = at[-1]
    while index >= 0:
        chain.append(found[index])
        index = previous[index]
    return chain[::-1]


def _is_told_beside(
    lines: Sequence[Line], position: int, page: int, numbers: Sequence[tuple[int, int]]
) -> bool:
    """True for the last cell of a row, 15, right above 某刊·2013.7·13: that page has a folio, and another."""
    beside = [number for at, number in numbers if abs(at - position) == 1]
    above = lines[position - 1].text.split() if position else []
    row = len(above) > 1 and all(map(_CELL.match, above))
    return row and bool(beside) and page not in beside


_CELL = re.compile(r"[+-]?\d[\d.,]*[%％‰]?$")


def _is_lone_folio(lines: Sequence[Line], position: int, reasons: Mapping[int, str]) -> bool:
    """True for a number on its own beside a running head, or in the middle of a sentence."""
    beside = (*lines[max(0, position - 1) : position], *lines[position + 1 : position + 2])
    if any(reasons.get(one.number) == "running-head" for one in beside):
        return True
    if not at_edge(lines, position, reasons):
        return False
    for step in (-1, 1):
        at = position + step
        while 0 <= at < len(lines) and lines[at].blank:
            at += step
        if 0 <= at < len(lines) and reasons.get(lines[at].number) in _PAGE_EDGES:
            return True
    return cuts_sentence(lines, position)
