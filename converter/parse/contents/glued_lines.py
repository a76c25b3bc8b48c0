"""Lines of contents that OCR has put behind one another, parted again.

Which is which the body tells: it has the titles, and under them those who sign them. What stands
behind who has signed, above an entry, is neither and names the next section; so is what stands
before the page of an entry, or behind the last bar of a row. A row twice as long is two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key
from converter.names import is_body, is_office, split_names
from converter.names.words import COMPOUND_SURNAMES
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.sections import has_title, titles_of
from converter.parse.section_names import is_common_section
from converter.source import Line

_NAME = rf"[{HAN}](?:[{HAN}·]{{0,6}})[{HAN}]"
"""What may be the name of a section: two to eight characters."""
_BEHIND = re.compile(rf"^(?P<entry>.*\S)[ \u3000]+(?P<name>{_NAME})$")
_BEFORE = re.compile(rf"^\s*(?P<name>{_NAME})[ \u3000](?P<entry>\S.*)$")
_ALONE = re.compile(rf"^\s*{_NAME}\s*$")
_PAGE = re.compile(r"^[\s.．…·（(]*\d{1,3}[\s.．…·）)]*")
_BEHIND_ROW = re.compile(rf"^(?P<row>\s*\|.*\|)[ \u3000]*(?P<name>{_NAME})\s*$")
_NAMES = 4
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
    """The lines with a name behind who has signed, each in two."""
    found: dict[int, list[Line]] = {}
    for at, line in enumerate(lines):
        hit = None if "|" in line.text else _BEHIND.match(line.text)
        if hit is None:
            continue
        below = (one.text for one in lines[at + 1 : at + 1 + _NEAR] if has_han(one.text))
        if _is_behind(hit, next(below, ""), body):
            found[at] = [Line(line.number, hit["entry"]), *_section(line.number, hit["name"])]
    return found


def _before(lines: Sequence[Line], body: BodyIndex) -> dict[int, list[Line]]:
    """The lines with a name before an entry, each in two."""
    found: dict[int, list[Line]] = {}
    for at, line in enumerate(lines):
        hit = None if "|" in line.text else _BEFORE.match(line.text)
        if hit is not None and _is_before(hit, body):
            found[at] = [*_section(line.number, hit["name"]), Line(line.number, hit["entry"])]
    return found


_FEWEST = 2
"""So many names on lines of their own show how they are printed."""
_MOST, _SELDOM = 3, 6
"""So many lines at most are glued by accident, of so many lines one."""
_NEAR = 6
"""Lines below, blank ones among them, in which the next entry begins."""


def _section(number: int, name: str) -> list[Line]:
    return [Line(number, ""), Line(number, f"【{name}】"), Line(number, "")]


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


def _is_before(hit: re.Match[str], body: BodyIndex) -> bool:
    """True for 领导视野 24 标题, where the body has the title and the words before it are none of one.

    Without the page they must be a name that sections of many magazines have.
    """
    name, entry = hit["name"], hit["entry"]
    common = is_common_section(name)
    if not _may_name(name) or (body.exact[key(name)] and not common):
        return False
    titles = [key(one) for one in titles_of(entry)]
    if any(body.is_title(key(name) + one) for one in titles):
        return False
    told = any(len(one) >= _PART and (body.exact[one] or body.opens(one)) for one in titles)
    return told and (common or _PAGE.match(entry) is not None)


def _is_entry(text: str, body: BodyIndex) -> bool:
    """True for a line, or the cell of a row, with a title that the body has."""
    return has_han(text) and has_title(text.strip(), body)


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
