"""Page furniture: folios, page markers and running heads, found because they repeat."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import differences, ends_sentence, key, squeeze
from converter.segment.chapters import bold_chapters, is_part, without_chapters
from converter.segment.counted import (
    counted_heads,
    counted_sections,
    dated_folios,
    facing_heads,
)
from converter.segment.folios import in_digits, without_columns
from converter.segment.heads import (
    EDGE_NUMBER,
    PAGE_ENDS,
    at_edge,
    cuts_sentence,
    head_key,
    plain_type,
    running_heads,
    shortened_titles,
)
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
from converter.segment.known_heads import TWO_NUMBERS, is_issue_head, is_known_head
from converter.segment.numerals import numeral_folios
from converter.segment.pages import PageBreak
from converter.segment.rules import is_rule
from converter.segment.slots import heads_below_marks, issues_between, titles_again
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
from converter.source import Line
from converter.values import NamedTuple

_MARKER = re.compile(
    r"^\s*(?:<!--\s*(?:page|p)\D{0,3}(?P<a>\d{1,4})\s*-->"
    r"|[\[【〔(（<{]\s*(?:第\s*)?(?:page|p\.?)?\s*(?P<b>\d{1,4})\s*页?\s*[\]】〕)）>}]"
    r"|第\s*(?P<c>\d{1,4})\s*[页頁](?:\s*[/／共]+\s*\d+\s*[页頁]?)?"
    r"|[-－‐‑‒―─=—–_*·•･・‧∙⋅.．~～一]{1,12}\s*(?:第\s*)?(?:page\s*)?(?P<d>\d{1,4}|[\dlIO]{2,3}|(?=\S*\d)[\dlIOSZ]{2,3}|\d\s\d)\s*[页頁]?\s*[-－‐‑‒―─=—–_*·•･・‧∙⋅.．~～一]{1,12}"
    r"|(?:page|p\.)\s*(?P<e>\d{1,4})(?:\s*(?:of|/)\s*\d+)?"
    r"|[｜丨│]\s*(?P<f>\d{1,4}|[\dlIO]{2,3})\s*[｜丨│]"
    r"|(?P<mark>[★☆◆◇●○■□▲△※❖])\s*(?P<g>\d{1,3})\s*(?P=mark))\s*$",
    re.IGNORECASE,
)
_LOOKS = str.maketrans("lLIOioSsZz", "1110105522")
"""What OCR reads for digits: · ll · is page 11, and · 2S · page 25."""
_BARE = re.compile(r"^\s*(?:P\s?)?(?P<n>\d{1,4}|\d\s\d)\s*$")
"""12, and P12: a letter alone before it marks a folio where it rises with the others."""


_Numbers = list[tuple[int, int]]
"""The places of lines, and the page that each of them tells."""


class Furniture(NamedTuple):
    """What was found: reasons by line number, and the pages in the order of their lines."""

    reasons: dict[int, str]
    breaks: tuple[PageBreak, ...]


_LONGEST_HEAD = 100
"""Characters of a running head in two languages."""


def find_furniture(
    lines: Sequence[Line],
    *,
    keep: frozenset[str] = frozenset(),
    known: Sequence[str] = (),
    title: str = "",
    marks: Sequence[PageBreak] = (),
) -> Furniture:
    """Find the lines that belong to the page and not to the text.

    ``keep`` holds keys (see :func:`converter.hanzi.key`) of lines that repeat by right,
    such as the labels of boxes. ``known`` are keys of the texts that running heads are
    made of: the magazine's name, sections, titles, authors; ``title`` is that of its name.
    ``marks`` are those of pages that have been taken out already.
    """
    told = frozenset(part for part in known if 2 <= len(part) <= _LONGEST_HEAD)
    parts = sorted(told, key=lambda part: (-len(part), part))
    reasons, numbers, bare = _at_sight(lines, parts, title)
    beside_volumes(lines, title, reasons)
    bare = [place for place in without_columns(bare) if place[1]]
    _told_heads(lines, parts, frozenset(known), reasons, numbers)
    bare = without_chapters(lines, numbers, bare)
    _rising_folios(lines, bare, told, reasons, numbers)
    _names_at_edges(lines, title, parts, reasons)
    running_heads(lines, keep, told, reasons, numbers)
    _misread_names(lines, told, reasons)
    pages = {one.line: one.page for one in marks}
    pages |= {lines[at].number: page for at, page in numbers if _is_mark(lines[at], reasons)}
    for position in (
        *heads_below_marks(lines, keep, reasons, pages),
        *issues_between(lines, reasons),
        *titles_again(lines, reasons),
    ):
        reasons[lines[position].number] = "running-head"
    shortened_titles(lines, parts, reasons)
    _lone_folios(lines, bare, told, reasons, numbers)
    for position in addresses_at_edges(lines, reasons):
        reasons[lines[position].number] = "running-head"
    reasons |= {
        **left_marks(lines, reasons),
        **dict.fromkeys(foreign_contents(lines), "foreign-contents"),
    }
    two_names(lines, parts, reasons)
    author_and_title(lines, parts, reasons)
    ordered = _rising(sorted(numbers))
    breaks = tuple(PageBreak(lines[position].number, page) for position, page in ordered)
    return Furniture(reasons, breaks)


def _is_mark(line: Line, reasons: Mapping[int, str]) -> bool:
    """True for the mark of a page, or a folio on a line of its own."""
    return reasons.get(line.number) in PAGE_ENDS


def _at_sight(
    lines: Sequence[Line], parts: Sequence[str], title: str
) -> tuple[dict[int, str], _Numbers, _Numbers]:
    """What each line tells by itself: the reasons, the pages, and numbers that may be pages."""
    reasons: dict[int, str] = {}
    numbers: _Numbers = []
    bare: _Numbers = []
    chapters = bold_chapters(lines)
    for position, line in enumerate(lines):
        if line.blank or position in chapters:
            continue
        if len(line.text) > _LONGEST_HEAD or is_part(line.text) or cites_work(line.text):
            continue
        found = _MARKER.match(line.text)
        if found:
            told = found["g"] or next(filter(None, found.groups()))
            page = int(squeeze(told).translate(_LOOKS))
            reasons[line.number] = "page-marker"
            numbers.append((position, page))
        elif is_rule(line.text):
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


_SUM = re.compile(r"\S\s+\d{1,3} \d{3}$")
"""某某　5 000: what somebody gave, as a figure is written in groups of three."""


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
    numbers: _Numbers,
) -> None:
    """The running heads and folios of forms that are told by the names of the issue or by each other."""
    told = frozenset(parts)
    _with_folios(lines, parts, reasons, numbers)
    heads = [
        *counted_heads(lines, told, reasons),
        *dated_folios(lines, reasons),
        *facing_heads(lines, reasons),
    ]
    _add(lines, heads, "running-head", reasons, numbers)
    for position in counted_sections(lines, told, reasons):
        reasons[lines[position].number] = "running-head"
    _add(lines, numeral_folios(lines, reasons, told), "folio", reasons, numbers)
    _misread_heads(lines, reasons, numbers)
    _short_heads(lines, known, reasons, numbers)
    for position in stamps(lines, reasons):
        reasons.setdefault(lines[position].number, "running-head")


def _add(
    lines: Sequence[Line],
    places: Sequence[tuple[int, int]],
    reason: str,
    reasons: dict[int, str],
    numbers: _Numbers,
) -> None:
    """Note lines with the numbers of pages on them, and why they are no text."""
    reasons |= {lines[position].number: reason for position, _ in places}
    numbers += places


def _rising_folios(
    lines: Sequence[Line],
    bare: _Numbers,
    told: frozenset[str],
    reasons: dict[int, str],
    numbers: _Numbers,
) -> None:
    """The bare numbers that rise with the pages, and what else is a folio between them."""
    for position, page in _rising(sorted(numbers + bare)):
        reasons.setdefault(lines[position].number, "folio")
        if (position, page) not in numbers:
            numbers.append((position, page))
    rare = rare_folios(lines, reasons, numbers, told)
    folios = rare or misread_folios(lines, reasons, numbers)
    _add(lines, folios, "folio", reasons, numbers)


def _names_at_edges(
    lines: Sequence[Line], title: str, parts: Sequence[str], reasons: dict[int, str]
) -> None:
    """The magazine's own name above or below a folio, which over a title is no kicker of it.

    Other names of the issue may follow it on the line: 渡口 THE FERRY　人物.
    """
    filled = [line for line in lines if not line.blank] if title else []
    for at, line in enumerate(filled):
        if line.number in reasons or len(line.text) > _LONGEST_NAME:
            continue
        name = key(line.text)
        if not name.startswith(title):
            continue
        told = name != title and _is_made_of(name, title, parts)
        beside = told and any(one.number in reasons for one in filled[max(0, at - 1) : at + 2])
        if beside or (name == title and _is_beside_mark(filled, at, reasons)):
            reasons[line.number] = "running-head"


def _is_made_of(name: str, title: str, parts: Sequence[str]) -> bool:
    """True for the magazine's name and nothing else but other names of the issue behind it."""
    rest, first = name[len(title) :], len(name)
    while rest and len(rest) < first:
        first = len(rest)
        rest = next((rest[len(one) :] for one in parts if rest.startswith(one)), rest)
    return not rest


def _is_beside_mark(filled: Sequence[Line], at: int, reasons: Mapping[int, str]) -> bool:
    """True right above or below the mark of a page, among lines none of which is blank."""
    beside = (*filled[at - 1 : at], *filled[at + 1 : at + 2])
    return any(_is_mark(one, reasons) for one in beside)


def _misread_names(lines: Sequence[Line], told: frozenset[str], reasons: dict[int, str]) -> None:
    """A running head without a folio of its own, of which a character is misread, beside a folio.

    The second part of a series, which the contents have as well, is none where it first stands.
    """
    filled = [line for line in lines if not line.blank]
    heads = {head_key(line.text) for line in filled if reasons.get(line.number) == "running-head"}
    forms = [name for name in heads if len(name) > _ALIKE_HEAD]
    sizes = {len(name) for name in forms}
    seen: set[str] = set()
    for at, line in enumerate(filled):
        if line.number in reasons or len(line.text) > _LONGEST_NAME or ends_sentence(line.text):
            continue
        if not _is_beside_mark(filled, at, reasons):
            continue
        name = head_key(line.text)
        if (title := key(line.text)) in told and title not in seen:
            seen.add(title)
            continue
        if len(name) in sizes and any(_differ_by_one(name, form) for form in forms):
            reasons[line.number] = "running-head"


_LONGEST_NAME = 44
"""Characters of a running head of which one may be misread."""


def _lone_folios(
    lines: Sequence[Line],
    bare: _Numbers,
    told: frozenset[str],
    reasons: dict[int, str],
    numbers: _Numbers,
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
        if above or _is_lone_folio(lines, position, reasons):
            reasons[lines[position].number] = "folio"
            numbers.append((position, page))


def _with_folios(
    lines: Sequence[Line],
    parts: Sequence[str],
    reasons: dict[int, str],
    numbers: _Numbers,
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


def _is_page_by_page(places: _Numbers) -> bool:
    """True for words of no known name on every other page: the numbers rise by two, and so do the lines.

    1892 某某传, 1894 某某传: cases and tables are counted by one, and not as far from each other.
    """
    steps = [(two[0] - one[0], two[1] - one[1]) for one, two in itertools.pairwise(places)]
    if len(places) < _EVERY_OTHER or any(by <= 0 or by % 2 for _, by in steps):
        return False
    apart = sorted(lines / by for lines, by in steps)
    by_two = sum(by == 2 for _, by in steps)
    return by_two * 2 > len(steps) and apart[0] > _NEAREST and apart[-1] < apart[0] * 3


_EVERY_OTHER = 4
"""So many heads on every other page are no chance."""
_NEAREST = 6
"""Lines of the shortest page."""
_ALIKE_HEAD = 4
"""Characters of a running head of which one may be misread."""
_FEWEST_HEADS = 3


def _misread_heads(lines: Sequence[Line], reasons: dict[int, str], numbers: _Numbers) -> None:
    """1999年第7期　邮　范　· 9 ·: a running head of which a character is misread.

    All others of its form have that character, and it tells a page that fits between theirs.
    """
    places = sorted(numbers)
    known = {
        head_key(lines[at].text)
        for at, _ in places
        if reasons.get(lines[at].number) == "running-head"
    }
    forms = [name for name in known if len(name) >= _ALIKE_HEAD]
    if len(places) < _FEWEST_HEADS or not forms:
        return
    sizes = {len(name) for name in forms}
    for position, line in enumerate(lines):
        if line.number in reasons or not 6 <= len(line.text) <= 44 or ends_sentence(line.text):
            continue
        edge = EDGE_NUMBER.match(line.text)
        name = head_key(line.text) if edge is not None else ""
        if edge is None or len(name) not in sizes:
            continue
        page = int(edge["left"] or edge["right"])
        before = max((other for at, other in places if at < position), default=0)
        after = min((other for at, other in places if at > position), default=before + 2)
        if before < page < after and any(_differ_by_one(name, form) for form in forms):
            reasons[line.number] = "running-head"
            numbers.append((position, page))


def _short_heads(
    lines: Sequence[Line],
    known: frozenset[str],
    reasons: dict[int, str],
    numbers: list[tuple[int, int]],
) -> None:
    """詩 15: a section of one character, with a page that fits between those of other heads."""
    names = frozenset(name for name in known if len(name) == 1)
    places = sorted(numbers) if names else []
    if len(places) < _FEWEST_HEADS:
        return
    for position, line in enumerate(lines):
        if line.number in reasons or not 3 <= len(line.text.strip()) <= 8:
            continue
        edge = EDGE_NUMBER.match(line.text)
        if edge is None or head_key(line.text) not in names:
            continue
        page = int(edge["left"] or edge["right"])
        before = max((other for at, other in places if at < position), default=0)
        after = min((other for at, other in places if at > position), default=before + 3)
        missing = page - before == after - page == 1  # the only page between those two
        if before < page < after and (missing or at_edge(lines, position, reasons)):
            reasons[line.number] = "running-head"
            numbers.append((position, page))


def _differ_by_one(one: str, other: str) -> bool:
    return len(one) == len(other) and len(differences(one, other)) == 1


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


def _is_lone_folio(lines: Sequence[Line], position: int, reasons: Mapping[int, str]) -> bool:
    """True for a number on its own beside a running head, or in the middle of a sentence."""
    if not at_edge(lines, position, reasons):
        return False
    for step in (-1, 1):
        at = position + step
        while 0 <= at < len(lines) and lines[at].blank:
            at += step
        if 0 <= at < len(lines) and reasons.get(lines[at].number) in _PAGE_EDGES:
            return True
    return cuts_sentence(lines, position)


_PAGE_EDGES = frozenset(("running-head", "page-marker"))
