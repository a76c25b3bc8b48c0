"""Lines at the edges of pages that no form of a folio fits: stamps of archives, misread folios."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, key, width
from converter.segment.page_edges import PAGE_EDGES
from converter.source import Line

_LONGEST = 40
"""Em of a stamp."""
_NUMBER = re.compile(r"\d+")
_OF = re.compile(r"(?P<n>\d{1,4})\s*[/／]\s*(?P<all>\d{1,4})(?!\s*[/／\d])")
"""5/16: which of how many scans."""
_OPENING = "[［【〔(（<"
_BRACKETED = re.compile(rf"^[{re.escape(_OPENING)}].*[\]］】〕)）>]$")
_FEWEST = 3
"""Lines that make a form."""


def stamps(lines: Sequence[Line], reasons: Mapping[int, str]) -> list[int]:
    """The places of stamps that an archive or a scanner has put on each page.

    ``[某图藏 LX-0417  5/16]``: lines of one form in which one number rises from page to page
    and the others stay. They say which of how many scans it is, or stand in brackets at the
    edges of pages. ``reasons`` are by the numbers of the lines that are furniture already.
    """
    forms: defaultdict[str, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
    for position, line in enumerate(lines):
        text = line.text
        if not text:
            continue
        plain = text.strip()
        framed = plain[:1] in _OPENING and _BRACKETED.match(plain) is not None
        if not framed and "/" not in text and "／" not in text:
            continue
        if line.blank or width(text) > _LONGEST or ends_sentence(text) or "|" in text:
            continue
        numbers = tuple(int(hit[0]) for hit in _NUMBER.finditer(text))
        name = _NUMBER.sub("", key(text))
        if numbers and len(name) >= 2:
            forms[name].append((position, numbers))
    found: list[int] = []
    for places in forms.values():
        if len(places) < _FEWEST or not _counts(places):
            continue
        at = [position for position, _ in places]
        if all(_OF.search(lines[position].text) for position in at) or _edges(lines, at, reasons):
            found += at
    return found


def _counts(places: Sequence[tuple[int, tuple[int, ...]]]) -> bool:
    """True if of the numbers of some lines one rises all the time and the others stay."""
    rows = [numbers for _, numbers in places]
    if len({len(row) for row in rows}) > 1:
        return False
    columns = [column for column in zip(*rows, strict=True) if len(set(column)) > 1]
    return len(columns) == 1 and all(a < b for a, b in itertools.pairwise(columns[0]))


def _edges(lines: Sequence[Line], places: Sequence[int], reasons: Mapping[int, str]) -> bool:
    """True if most of some lines stand beside a folio or a running head."""
    beside = sum(
        any(0 <= at < len(lines) and lines[at].number in reasons for at in (place - 1, place + 1))
        for place in places
    )
    return beside * 2 > len(places)


_ODD = "?？°"
"""What OCR reads as well for the marks of a folio, and who writes a text for other things."""
_MARKS = rf"[-=—–_*+＋·•･・‧∙⋅.．。：:,，、~～^<>‹›«»'‘’\"|｜丨{_ODD}]{{0,2}}"
READ = "lIOosSzZBbgqбОоЗзT"
"""Letters for which OCR takes digits."""
_FOLIO = re.compile(
    rf"^\s*(?P<left>{_MARKS}|[（(\[])\s*(?P<n>[\d{READ}]{{1,3}})\s*(?P<right>{_MARKS}|[）)\]])\s*$"
)
_MISREAD = re.compile(r"^(?=.*\d)(?=.*[lIOo])[\dlIOo]{2,3}$|^[lI]{2}$")
"""0l3 and 1O, between digits: nothing but a number, though no mark stands beside it."""
_SPACED = re.compile(r"^\d(?: \d){1,2}$")
"""2 2: the figures of a folio, a blank between them."""
_ALIKE = re.compile(r"^(?=.*\d)[\dlIOosSzZB]{2,3}$")
"""Z0: letters that look like more figures than those of which OCR makes most."""
_LETTERED = re.compile(r"^(?=.*\d)(?=.*[lIOoZ])[\dlIOoZ]{2,3}$|^[lI]{2}$")
"""The same with Z, of which OCR makes 2."""
_STOPS = ".．。：:,，、"
_STOPPED = re.compile(r"^(?P<n>\d{1,3})[.．。：:]$")
"""8. and 6：, of which the marks are misread, or which is the number of an item."""
DIGITS = tuple(
    str.maketrans(READ, digits) for digits in ("110055228699600337", "110088223699600337")
)
"""What OCR reads for digits in a folio that stands by itself."""


def misread_folios(
    lines: Sequence[Line], reasons: Mapping[int, str], pages: Collection[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The places of folios of which a mark or a digit is misread, and their pages.

    ``· s ·``, ``。6 ·`` and ``· 9`` among ``· 4 ·`` and ``· 8 ·``: what they say fits
    between the folios before and after them. ``pages`` are the places of those, with pages.
    """
    known = sorted(pages)
    found: list[tuple[int, int]] = []
    if len(known) < _FEWEST:
        return found
    next_known, before = 0, 0
    gaps = {(True, True)} | {_gaps(lines, place) for place, _ in known} - {(False, False)}
    for position, line in enumerate(lines):
        while next_known < len(known) and known[next_known][0] < position:
            before = known[next_known][1]
            next_known += 1
        text = line.text.strip()  # a folio at the right edge has blanks before it
        if not text or len(text) > 12 or line.number in reasons:
            continue
        spaced = _SPACED.match(text) is not None and _is_apart(lines, position)
        hit = _FOLIO.match(text.replace(" ", "") if spaced else text)
        if hit is None or (_has_odd_marks(hit) and not _ends_page(lines, position)):
            continue
        after = known[next_known][1] if next_known < len(known) else before + 2
        lone = text in _LETTERS and _gaps(lines, position) in gaps
        alone = spaced or (_ALIKE.match(text) is not None and _is_apart(lines, position))
        marked = hit["left"] or hit["right"].strip(_STOPS) or _MISREAD.match(text)
        if not (marked or lone or alone or _is_stopped(lines, position)):
            continue  # 5. may be the number of an item
        for digits in DIGITS:
            page = int(hit["n"].translate(digits))
            if lone and page not in (before + 1, after - 1):
                continue
            if before < page < after and page - before <= _NEAR:
                found.append((position, page))
                before = page
                break
    return found


def _has_odd_marks(folio: re.Match[str]) -> bool:
    """True for ·6?, of which a mark is misread that may be one of a text."""
    return not set(_ODD).isdisjoint(folio["left"] + folio["right"])


def _ends_page(lines: Sequence[Line], position: int) -> bool:
    """True for the last line above the mark of a page in the file."""
    return position + 1 < len(lines) and "\f" in lines[position + 1].text


def _is_stopped(lines: Sequence[Line], position: int) -> bool:
    """True for 8. between blank lines, or at the end of a page, where neither 7. nor 9. counts anything near it."""
    hit = _STOPPED.match(lines[position].text.strip())
    if hit is None or not (_is_apart(lines, position) or _ends_page(lines, position)):
        return False
    number = int(hit["n"])
    beside = (str(number - 1), str(number + 1))
    near = (*lines[max(0, position - _ITEMS) : position], *lines[position + 1 : position + _ITEMS])
    counts = (_COUNTS.match(line.text) for line in near)
    return not any(one is not None and one["n"] in beside for one in counts)


_COUNTS = re.compile(r"^\s*(?P<n>\d{1,4})\s*[.．。：:、]")
"""7. and 9：, with which an item begins."""
_ITEMS = 30
"""Lines among which the next item of a list stands."""


def alike_folios(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """l9, 1O and Z4 between blank lines, with the pages that they may tell, whatever stands near."""
    for position, line in enumerate(lines):
        text = line.text.strip()
        if len(text) in (2, 3) and _LETTERED.match(text) and _is_apart(lines, position):
            yield position, int(text.translate(DIGITS[0]))


def _gaps(lines: Sequence[Line], position: int) -> tuple[bool, bool]:
    """Whether a blank line, or none at all, stands above a line, and below it."""
    above = not position or lines[position - 1].blank
    return above, position + 1 >= len(lines) or lines[position + 1].blank


def _is_apart(lines: Sequence[Line], position: int) -> bool:
    """True for a line between blank ones."""
    return all(_gaps(lines, position))


_DASHES = re.compile(r"^\s*(?=.*[~～—–_=·•*|丨-])(?:[~～—–_=·•*|丨一-]\s*){1,4}$")
"""~ 一, | |: what is left of the marks beside a folio."""
_EMPTY_ROW = re.compile(r"^\s*\|(?:\s*\|)+\s*$")


def left_marks(lines: Sequence[Line], reasons: Mapping[int, str]) -> dict[int, str]:
    """The reasons of lines of nothing but marks at the edges of pages, of which ``reasons`` tell.

    Between blank lines, with a folio or a running head above or below; an empty row of a table
    that stands alone is one anywhere.
    """
    found = {}
    for position, line in enumerate(lines):
        if line.number in reasons or len(line.text) > _MARKED or not _DASHES.match(line.text):
            continue
        if not _is_apart(lines, position):
            continue
        edges = (_beside(lines, position, step) for step in (-1, 1))
        if _EMPTY_ROW.match(line.text) or any(reasons.get(number) for number in edges):
            found[line.number] = "rule"
    return found


_MARKED = 9


def _beside(lines: Sequence[Line], position: int, step: int) -> int:
    """The number of the next line with a text above or below, 0 if there is none."""
    line = _text_beside(lines, position, step)
    return line.number if line is not None else 0


def _text_beside(lines: Sequence[Line], position: int, step: int) -> Line | None:
    """The next line with a text above or below."""
    at = position + step
    while 0 <= at < len(lines) and lines[at].blank:
        at += step
    return lines[at] if 0 <= at < len(lines) else None


_ENGLISH = re.compile(r"\s+[A-Z][A-Za-z &]*$")
"""What says a section's name again: 专栏 COLUMN."""
_LETTERS = frozenset("sSzZBbgqбЗз")
"""A digit by itself, misread for a letter: fits between the folios before and after it."""
_NEAR = 6
"""Pages without a folio in a row."""
_SURE = re.compile(rf"^([·•∙・･‧⋅—–-])\s*(?=.*[\d{READ}])[\d{READ}]{{1,3}}\s*\1$")
"""· b ·: a number between two marks, whatever its digits were read for."""


def rare_folios(
    lines: Sequence[Line],
    reasons: Mapping[int, str],
    pages: Collection[tuple[int, int]],
    known: Container[str] = (),
) -> list[tuple[int, int]]:
    """The same where hardly any page has a folio, so that few others tell what fits.

    It stands by itself between two marks, or is misread beside a running head or above a title;
    ``known`` are the keys of titles and other names of the issue.
    """
    if len(pages) >= _FEWEST:
        return []
    found: list[tuple[int, int]] = []
    before = 0
    for position, line in enumerate(lines):
        text = line.text.strip()
        if not text or len(text) > _MARKED or line.number in reasons:
            continue
        hit = _FOLIO.match(text) if _is_apart(lines, position) else None
        if hit is None:
            continue
        page = int(hit["n"].translate(DIGITS[0]))
        half = _HALF.match(text) is not None and _fits(page, position, pages)
        if not (half or _SURE.match(text) or _MISREAD.match(text)):
            continue
        edges = (reasons.get(_beside(lines, position, step)) for step in (-1, 1))
        sure = (
            half or _SURE.match(text) or "running-head" in edges or is_above(lines, position, known)
        )
        if page > before and sure:
            found.append((position, page))
            before = page
    return found


_HALF = re.compile(r"^(?:[·•∙・･‧⋅]\s*\d{1,3}|\d{1,3}\s*[·•∙・･‧⋅])$")
"""4·, of which the mark on the other side is lost."""


def _fits(page: int, position: int, pages: Collection[tuple[int, int]]) -> bool:
    """True for a page that is near those of other folios, and between them where it stands between them."""
    near = [(at, other) for at, other in pages if 0 < abs(page - other) <= _NEAR]
    return bool(near) and all((at < position) == (other < page) for at, other in pages)


def addresses_at_edges(lines: Sequence[Line], reasons: Mapping[int, str]) -> list[int]:
    """The places of www.certain.example.com, which stands at the edge of one page after the other.

    A folio beside it tells so, or that it stands between blank lines again and again.
    """
    found: defaultdict[str, list[tuple[int, bool]]] = defaultdict(list)
    for position, line in enumerate(lines):
        if line.number in reasons or "." not in line.text or not _ADDRESS.match(line.text):
            continue
        beside = (_text_beside(lines, position, step) for step in (-1, 1))
        edge = any(one is not None and reasons.get(one.number) in PAGE_EDGES for one in beside)
        if edge or _is_apart(lines, position):
            found[key(line.text)].append((position, edge))
    return [
        at
        for places in found.values()
        if len(places) >= _FEWEST or (len(places) > 1 and all(edge for _, edge in places))
        for at, _ in places
    ]


_ADDRESS = re.compile(
    r"^\s*(?:https?://)?(?:[A-Za-z0-9-]{1,32}\.){1,4}[A-Za-z]{2,8}(?:/[\w./-]{0,24})?\s*$"
)


def is_above(lines: Sequence[Line], position: int, known: Container[str]) -> bool:
    """True for the last line above a title of the issue, with which another page begins."""
    below = _text_beside(lines, position, 1)
    if below is None or len(below.text) > _LONGEST * 2:
        return False
    return key(below.text) in known or key(_ENGLISH.sub("", below.text)) in known


def is_between(lines: Sequence[Line], position: int) -> bool:
    """True for a line between two of text: 2l can be nothing there but the foot of a page."""
    beside = (_text_beside(lines, position, step) for step in (-1, 1))
    return all(line is not None and width(line.text) >= _TEXT for line in beside)


def is_spaced(lines: Sequence[Line], position: int) -> bool:
    """True for 1 8 between two blank lines with words above and below: a folio, set wide."""
    if _SPACED.match(lines[position].text.strip()) is None or not _is_apart(lines, position):
        return False
    beside = (_text_beside(lines, position, step) for step in (-1, 1))
    return all(line is not None and has_han(line.text) for line in beside)


_TEXT = 24
"""Em of what is no title and no cell of a table."""
