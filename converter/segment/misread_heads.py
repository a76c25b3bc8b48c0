"""Running heads that OCR has misread, or that are too short to be known at sight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, key, only_difference
from converter.segment.heads import head_key
from converter.segment.page_edges import EDGE_NUMBER, PAGE_ENDS, at_edge, breaks_off
from converter.segment.stamps import DIGITS, READ
from converter.source import Line

MARKER = re.compile(
    r"^\s*(?:<!--\s*(?:page|p)\D{0,3}(?P<a>\d{1,4})\s*-->"
    r"|[\[【〔(（<{]\s*(?:第\s*)?(?:page|p\.?)?\s*(?P<b>\d{1,4})\s*页?\s*[\]】〕)）>}]"
    r"|第\s*(?P<c>\d{1,4})\s*[页頁](?:\s*[/／共]+\s*\d+\s*[页頁]?)?"
    r"|[-－‐‑‒―─=—–_*·•･・‧∙⋅.．~～一]{1,12}\s*(?:第\s*)?(?:page\s*)?(?P<d>\d{1,4}|[\dlIO]{2,3}|(?=\S*\d)[\dlIOSZ]{2,3}|\d(?:\s\d){1,2})\s*[页頁]?\s*[-－‐‑‒―─=—–_*·•･・‧∙⋅.．~～一]{1,12}"
    r"|(?:page|p\.)\s*(?P<e>\d{1,4})(?:\s*(?:of|/)\s*\d+)?"
    r"|[｜丨│]\s*(?P<f>\d{1,4}|[\dlIO]{2,3})\s*[｜丨│]"
    r"|(?P<mark>[★☆◆◇●○■□▲△※❖])\s*(?P<g>\d{1,3})\s*(?P=mark))\s*$",
    re.IGNORECASE,
)
Numbers = list[tuple[int, int]]
"""The places of lines, and the page that each of them tells."""
_LONGEST_NAME = 44
"""Characters of a running head of which one may be misread."""
_ALIKE_HEAD = 4
"""Characters of a running head of which one may be misread."""
_FEWEST_HEADS = 3


def is_mark(line: Line, reasons: Mapping[int, str]) -> bool:
    """True for the mark of a page, or a folio on a line of its own."""
    return reasons.get(line.number) in PAGE_ENDS


def names_at_edges(
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
    return any(is_mark(one, reasons) for one in beside)


def misread_names(lines: Sequence[Line], told: frozenset[str], reasons: dict[int, str]) -> None:
    """A running head without a folio of its own, of which a character is misread, beside a folio.

    The second part of a series, which the contents have as well, is none where it first stands;
    nor is a title that stands nowhere further up, unless the text above it breaks off.
    """
    filled = [line for line in lines if not line.blank]
    heads = {head_key(line.text) for line in filled if reasons.get(line.number) == "running-head"}
    forms = [name for name in heads if len(name) > _ALIKE_HEAD]
    seen: set[str] = set()
    above: set[str] = set()
    last = over = "。"
    for at, line in enumerate(filled):
        over, last = last, last if line.number in reasons else line.text
        if len(line.text) <= _LONGEST_NAME:
            above.add(head_key(line.text))
        if line.number in reasons or len(line.text) > _LONGEST_NAME or ends_sentence(line.text):
            continue
        if not _is_beside_mark(filled, at, reasons):
            continue
        name = head_key(line.text)
        if (title := key(line.text)) in told and title not in seen:
            seen.add(title)
            continue
        alike = [form for form in forms if len(form) == len(name) and _differ_by_one(name, form)]
        again = all(form in above for form in alike if form in told)
        if not (again or (breaks_off(over.rstrip()) and not over.lstrip().startswith("—"))):
            above.update(alike)
        elif alike:
            reasons[line.number] = "running-head"


def misread_heads(lines: Sequence[Line], reasons: dict[int, str], numbers: Numbers) -> None:
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


def lettered_heads(lines: Sequence[Line], reasons: dict[int, str], numbers: Numbers) -> None:
    """某刊　　S, 某刊·lO and 2Ol3.7·7: running heads of which OCR reads figures as letters.

    Others say the same words or the same date with figures, and the folio fits between the pages
    before and after it.
    """
    places = sorted(numbers)
    if len(places) < _FEWEST_HEADS:
        return
    heads = [lines[at].text for at, _ in places if reasons.get(lines[at].number) == "running-head"]
    forms = {head_key(text) for text in heads} | {form for text in heads for form, _ in _told(text)}
    for position, line in enumerate(lines):
        if line.number in reasons or not _may_be_lettered(line.text):
            continue
        before = max((other for at, other in places if at < position), default=0)
        after = min((other for at, other in places if at > position), default=before + 2)
        told = (page for form, page in _read_as_figures(line.text) if form in forms)
        page = next((page for page in told if before < page < after), 0)
        if page:
            reasons[line.number] = "running-head"
            numbers.append((position, page))


def _may_be_lettered(text: str) -> bool:
    """True for a short line with a figure, or a letter read for one, at one end, and such a letter."""
    ends = text.strip() if 3 <= len(text) <= 2 * _LONGEST_NAME else ""
    if not ends or (ends[-1] not in _FIGURES and ends[0] not in _FIGURES):
        return False
    return _TOKEN.search(ends) is not None


def _read_as_figures(text: str) -> Iterator[tuple[str, int]]:
    """What a head tells if its letters are figures, in all ways that they may be read."""
    for digits in DIGITS:
        words = _TOKEN.split(text)
        words[1::2] = [word.translate(digits) for word in words[1::2]]
        yield from _told("".join(words))


def _told(text: str) -> Iterator[tuple[str, int]]:
    """What a head says beside its folio at one end, words or a date without words, and the folio."""
    for hit in (_FOLIO_LAST.match(text), _FOLIO_FIRST.match(text)):
        if hit is not None:
            yield head_key(hit["rest"]) or key(hit["rest"]), int(hit["page"])


_FIGURES = frozenset(READ) | frozenset("0123456789")
_TOKEN = re.compile(
    rf"(?<![A-Za-z\d{READ}])((?=\d{{0,3}}[{READ}])[\d{READ}]{{1,4}})(?![A-Za-z\d{READ}])"
)
"""S, lO and 2Ol3, next to no other letter."""
_PARTED = r"(?:\s*[·•・|｜/／—–-]\s*|\s+)"
_FOLIO_LAST = re.compile(rf"^\s*(?P<rest>\S.*?){_PARTED}(?P<page>\d{{1,3}})\s*$")
_FOLIO_FIRST = re.compile(rf"^\s*(?P<page>\d{{1,3}}){_PARTED}(?P<rest>\S.*?)\s*$")


def short_heads(
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
    return only_difference(one, other) is not None
