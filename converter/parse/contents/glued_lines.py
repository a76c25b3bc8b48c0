"""Lines of contents that OCR has put behind one another, parted again.

Which is which the body tells: it has the titles, and under them those who sign them. What stands
behind who has signed, above an entry, is neither and names the next section; so is what stands
before the page of an entry, or behind the last bar of a row, behind the page where pages stand
last, and with the mark that other sections have. A row twice as long is two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, is_han, key
from converter.names import is_body, is_office, split_names
from converter.names.words import COMPOUND_SURNAMES
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.sections import titles_of
from converter.parse.section_names import is_common_section
from converter.segment.regions import is_contents_heading
from converter.segment.regions.entries import entry_like
from converter.source import Line

_NAME = rf"[{HAN}](?:[{HAN}·]{{0,6}})[{HAN}]"
"""What may be the name of a section: two to eight characters."""
_BEHIND = re.compile(rf"^(?P<entry>.*\S)[ \u3000]+(?P<name>{_NAME})$")
_BEFORE = re.compile(
    rf"^\s*(?P<name>{_NAME}|[{HAN}][ \u3000]{{1,2}}[{HAN}])[ \u3000](?P<entry>\S.*)$"
)
_SPACED = rf"(?:{_NAME}|[{HAN}](?:[ \u3000]{{1,3}}[{HAN}]){{1,5}})"
"""The same, letter-spaced perhaps."""
_MARKS = "·•●■◆★☆※◇□▲#*【[〔"
_MARK = rf"[{re.escape(_MARKS)}]"
_MARKED = rf"(?:{_MARK}[ \u3000#*]*)?{_SPACED}(?:[ \u3000]*[·•●■◆★☆※◇□▲*】\]〕》/-]+)?(?:[ \u3000]+[A-Z][A-Z &'’]*)?"
"""☆某某, ·某某·, **某某**, 某某 NAME: with the marks and the English that names of sections have."""
_ALONE = re.compile(rf"^\s*{_MARKED}\s*$")
_BEHIND_PAGE = re.compile(
    rf"^(?P<entry>.*(?:[（(]\d{{1,3}}[）)]|[ \u3000.．…·／/]\d{{1,3}}))[ \u3000]+(?P<name>{_MARKED})$"
)
_BEHIND_TITLE = re.compile(
    rf"^(?P<entry>[（(Pp]?\d{{1,3}}[）)]?[ \u3000].*\S)[ \u3000]+(?P<name>{_MARKED})$"
)
_PAGE_AT_END = re.compile(r"[\s.．…·／/（(]\d{1,3}[）)]?\s*$")
_PAGES = 3
"""So many entries with their pages at their ends are no chance."""
_BEHIND_MARK = re.compile(rf"^(?P<entry>.*\S)[ \u3000]+(?P<name>{_MARK}[ \u3000#*]*{_MARKED})$")
_ALONE_MARKED = re.compile(rf"^\s*{_MARK}[ \u3000#*]*{_MARKED}\s*$")
_BEFORE_MARKED = re.compile(rf"^\s*(?P<name>{_MARK}[ \u3000#*]*{_MARKED})[ \u3000](?P<entry>\S.*)$")
_PAGE = re.compile(r"^[\s.．…·（(]*\d{1,3}[\s.．…·）)]*")
_PAGED = re.compile(r"^[（(]?\d{1,3}[）)]?[ \u3000]")
_BEHIND_ROW = re.compile(rf"^(?P<row>\s*\|.*\|)[ \u3000]*(?P<name>{_NAME})\s*$")
_NAMES = 8
"""Words that who has signed may be."""


def with_glued_lines_apart(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, each section on one of its own and each row on one.

    Where many lines have a name before or behind them, contents are printed so; where few are
    glued, the other names of sections have lines of their own.
    """
    width = _columns(lines)
    made = [_rows(line, width) for line in lines]
    alone = sum(_ALONE.match(line.text) is not None for line in lines)
    parted = _behind(lines, body) | _before(lines, body) if alone >= _FEWEST else {}
    if len(parted) <= _MOST and len(parted) * _SELDOM <= len(lines):
        for at, pieces in parted.items():
            made[at] = pieces
    flat = [line for pieces in made for line in pieces]
    return flat if len(flat) > len(lines) else lines


def _behind(lines: Sequence[Line], body: BodyIndex) -> dict[int, list[Line]]:
    """The lines with a name behind who has signed or behind the page, each in two."""
    found: dict[int, list[Line]] = {}
    marks = _marks(lines)
    last = sum(_PAGE_AT_END.search(line.text) is not None for line in lines)
    behind_page = _BEHIND_PAGE if last >= _PAGES else _BEHIND_TITLE
    for at, line in enumerate(lines):
        if "|" in line.text or _ALONE.match(line.text) or is_contents_heading(line.text):
            continue
        below = (one.text for one in lines[at + 1 : at + 1 + _NEAR] if has_han(one.text))
        following = next(below, "")
        told = (
            ((hit := _BEHIND.match(line.text)) and _is_behind(hit, following, body))
            or ((hit := behind_page.match(line.text)) and _ends_entry(hit, following, body))
            or ((hit := _BEHIND_MARK.match(line.text)) and hit["name"][0] in marks)
        )
        if hit is not None and told:
            found[at] = [Line(line.number, hit["entry"]), *_section(line.number, hit["name"])]
    return found


def _before(lines: Sequence[Line], body: BodyIndex) -> dict[int, list[Line]]:
    """The lines with a name before an entry, each in two."""
    found: dict[int, list[Line]] = {}
    marks = _marks(lines)
    alone = [line.text for line in lines if _ALONE.match(line.text)]
    printed = sum(body.exact[key(text)] > 0 for text in alone) >= _FEWEST
    for at, line in enumerate(lines):
        if "|" in line.text or _ALONE.match(line.text) or is_contents_heading(line.text):
            continue
        told = ((hit := _BEFORE.match(line.text)) and _is_before(hit, body, printed=printed)) or (
            (hit := _BEFORE_MARKED.match(line.text)) and hit["name"][0] in marks
        )
        if hit is not None and told and not _is_theme(hit["entry"], body):
            found[at] = [*_section(line.number, hit["name"]), Line(line.number, hit["entry"])]
    return found


def _marks(lines: Sequence[Line]) -> set[str]:
    """The marks with which several names of sections begin, and nothing else."""
    alone = Counter(line.text.strip()[:1] for line in lines if _ALONE_MARKED.match(line.text))
    every = Counter(line.text.strip()[:1] for line in lines)
    return {
        mark
        for mark, count in alone.items()
        if count >= (1 if mark in "【〔" else _FEWEST) and count >= every[mark] - _MOST
    }


def _ends_entry(hit: re.Match[str], following: str, body: BodyIndex) -> bool:
    """True for 标题 28 短论 above an entry, where no one of the name signs the title.

    So is 28 标题 短论, with a name that sections of many magazines have.
    """
    name = _bare(hit["name"])
    paged = _PAGE_AT_END.search(hit["entry"]) is not None
    house = is_body(name) or is_office(name)
    if not (is_common_section(name) or (paged and not house)):
        return False
    below = any(_is_entry(cell, body) for cell in following.split("|"))
    if not below and not (paged and entry_like(following)):
        return False
    titles = titles_of(hit["entry"])
    signed = any(body.is_signed(title, name) for title in titles)
    return not signed and any(body.is_title(key(title)) for title in titles)


def _bare(name: str) -> str:
    """The name of a section without its marks, its English and its letter-spacing."""
    return "".join(char for char in name if is_han(char))


_FEWEST = 2
"""So many names on lines of their own show how they are printed."""
_MOST, _SELDOM = 3, 6
"""So many lines at most are glued by accident, of so many lines one."""
_NEAR = 6
"""Lines below, blank ones among them, in which the next entry begins."""


def _section(number: int, name: str) -> list[Line]:
    own = name if name[0] in _MARKS else f"【{name}】"
    return [Line(number, ""), Line(number, own), Line(number, "")]


def _columns(lines: Sequence[Line]) -> int:
    """How many cells most rows have, 0 if there are no rows."""
    rows = [line.text.strip() for line in lines]
    counts = Counter(row.count("|") - 1 for row in rows if row[:1] == "|" == row[-1:])
    return counts.most_common(1)[0][0] if counts else 0


def _rows(line: Line, columns: int) -> list[Line]:
    """A row, or two that stand on one line, and the name behind it."""
    number, text = line.number, line.text.strip()
    if "|" not in text:
        return [line]
    hit = _BEHIND_ROW.match(line.text)
    if hit and hit["row"].count("|") == columns + 1 and _may_name(hit["name"]):
        return [Line(number, hit["row"]), *_section(number, hit["name"])]
    cells = text.strip("|").split("|") if text[:1] == "|" == text[-1:] else []
    twice = columns > 1 and len(cells) == 2 * columns + 1 and not cells[columns].strip()
    if not twice:
        return [line]
    return [Line(number, f"|{'|'.join(part)}|") for part in (cells[:columns], cells[columns + 1 :])]


def _may_name(name: str) -> bool:
    """True for words that are no person, no house and no office."""
    if is_common_section(name):
        return True
    person = split_names(name) is not None and (len(name) < _LONG or name[:2] in COMPOUND_SURNAMES)
    return not (person or is_body(name) or is_office(name))


_LONG = 4
"""Characters that a name has only with a surname of two."""


def _is_behind(hit: re.Match[str], following: str, body: BodyIndex) -> bool:
    """True for 标题　某某　领导视野 above an entry: who signs the title stands before the name."""
    entry, name = hit["entry"], hit["name"]
    if not _may_name(name) or not any(_is_entry(cell, body) for cell in following.split("|")):
        return False
    words = _PAGE.sub("", entry).split()
    for count in range(1, min(_NAMES, len(words) - 1) + 1):
        signer, before = " ".join(words[-count:]), words[:-count]
        titles = [" ".join(before[at:]) for at in range(len(before))]
        if any(_is_signed(one, signer, body) and not body.is_signed(one, name) for one in titles):
            return True
    return False


def _is_before(hit: re.Match[str], body: BodyIndex, *, printed: bool) -> bool:
    """True for 领导视野 24 标题, where the body has the title and the words before it are none of one.

    Without the page the body has them apart over the title, or nowhere; or they must be a name
    that sections of many magazines have. ``printed`` tells that other sections stand over their
    titles there.
    """
    name, entry = _bare(hit["name"]), hit["entry"]
    common, paged = is_common_section(name), _PAGED.match(entry) is not None
    known = body.exact[key(name)] > 0
    if not _may_name(name) and not (paged and known):
        return False
    titles = [key(one) for one in titles_of(entry)]
    whole = [one for one in titles if len(one) >= _WHOLE and body.exact[one]]
    if any(is_office(one) or is_body(one) for one in whole):
        return False
    over = len(name) <= _SHORT and any(
        body.stands_above(name, one) and (printed or body.parts(name, one, tight=False))
        for one in whole
    )
    if known and not (common or paged or over):
        return False
    if not (common or over) and any(body.is_title(key(name) + one) for one in titles):
        return False
    told = bool(whole) or any(len(one) >= _PART and body.opens(one) for one in titles)
    return told and (bool(whole) or common or paged)


def _is_theme(entry: str, body: BodyIndex) -> bool:
    """True for what stands behind 特别策划 without a page, and in the body over no one who signs it."""
    if not has_han(entry):
        return True
    if _PAGED.match(entry) is not None or _PAGE_AT_END.search(entry) is not None:
        return False
    titles = titles_of(entry)
    return titles[:1] == [entry.strip()] and not any(body.is_over_names(key(one)) for one in titles)


_SHORT = 4
"""Characters of a name that is no line of a title."""
_WHOLE = 4
"""Characters of a title that the body has on a line of its own."""


def _is_entry(text: str, body: BodyIndex) -> bool:
    """True for a line, or the cell of a row, with a title that the body has."""
    titles = map(key, titles_of(text.strip())) if has_han(text) else ()
    return any(body.is_title(one) or body.opens(one) for one in titles)


def _is_signed(title: str, signer: str, body: BodyIndex) -> bool:
    """True for a title, or the last part of one that the body has on one line, over who signs it."""
    if body.is_signed(title, signer):
        return True
    end = key(title)
    if len(end) < _PART:
        return False
    return any(name.endswith(end) and body.is_signed(name, signer) for name in body.exact)


_PART = 5
"""Characters of the shortest part of a title."""
