"""Pen names behind the titles of the contents, which look like titles behind names of sections.

子不虚　萬能De小黑 14 and 当令　三伏天的一杯水 14 are of one form, and the body has the second part
right under the first in both. But names of sections recur, and are shorter than titles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import has_han, key, squeeze, width
from converter.names import is_body, split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import BYLINE_PREFIX, LEADER, PAGE_LAST
from converter.parse.contents.raw import RawContents
from converter.segment.regions.entries import is_contents_heading
from converter.source import Line
from converter.values import NamedTuple

_FORMS = tuple(
    re.compile(rf"^(?P<title>\S.*?){between}$")
    for between in (
        r"(?:[ \u3000]*[\u3000\t][ \u3000]*| {2,})(?P<who>\S[^\u3000\t]*)",
        r"\s*[/／|｜]\s*(?P<who>[^/／|｜]+)",
        r"\s?[（(](?P<who>[^（）()]+)[）)]",
        r"\s*(?:…+|[.．·•・]{3,}|-{4,}|—{3,})\s*(?P<who>[^.…·]+)",
        r" (?P<who>[^ ]+)",
    )
)
"""What may part a name from the title: much room, a stroke, brackets, a leader, a blank."""
_FEWEST = 3
"""So many pen names that the body has under their titles are no chance."""
_LONGEST, _SECTION = 8, 12
"""The most em of a pen name, and of the name of a section."""


class _Signed(NamedTuple):
    title: str
    who: str
    rest: str
    """A blank and the page."""


def without_pen_names(
    lines: Sequence[Line], body: BodyIndex
) -> tuple[Sequence[Line], dict[int, str]]:
    """The lines without the names that the body has right under the titles; and those, by their lines."""
    paged = {at: hit for at, line in enumerate(lines) if (hit := PAGE_LAST.match(line.text))}
    told = (
        max((_told(paged, form, body) for form in _FORMS), key=len) if len(paged) >= _FEWEST else {}
    )
    if not told:
        return lines, {}
    filled = [at for at, line in enumerate(lines) if not line.blank]
    named = {
        at
        for at, below in pairwise(filled)
        if _names_section(lines[at].text, told.get(below), body)
    }
    made = [_without(line, told.get(at), named=at in named) for at, line in enumerate(lines)]
    return made, {lines[at].number: one.who for at, one in told.items()}


def _without(line: Line, one: _Signed | None, *, named: bool) -> Line:
    """An entry without its name, and the name of a section in the marks that tell one."""
    if one is not None:
        return Line(line.number, one.title + one.rest)
    return Line(line.number, f"【{line.text.strip()}】") if named else line


def _names_section(text: str, below: _Signed | None, body: BodyIndex) -> bool:
    """True for few words over an entry that are neither in marks nor the first line of its title."""
    name = key(text)
    if (
        below is None
        or not has_han(text)
        or not squeeze(text)[:1].isalnum()
        or PAGE_LAST.match(text)
    ):
        return False
    if is_contents_heading(text) or width(text) > _SECTION:
        return False
    return not any(body.exact[whole] for whole in (name, name + key(below.title)))


def _told(
    paged: Mapping[int, re.Match[str]], form: re.Pattern[str], body: BodyIndex
) -> dict[int, _Signed]:
    """The entries of one form whose names the body tells, {} where they may be something else."""
    found = {at: one for at, hit in paged.items() if (one := _signed(hit, form)) is not None}
    if len(found) < _FEWEST or len({key(one.title) for one in found.values()}) < len(found):
        return {}
    told = {at: one for at, one in found.items() if _signs(one, body)}
    if len(told) * 2 < len(paged):
        return {}  # the second lines of some titles
    strange = sum(split_names(one.who) is None and not is_body(one.who) for one in told.values())
    if strange < max(_FEWEST, len(told) / 2) or len(told) * 4 < len(found) * 3:
        return {}
    names, titles = (sum(width(one[part]) for one in found.values()) for part in (1, 0))
    return told if names < titles else {}


def add_pen_names(contents: RawContents, names: Mapping[int, str]) -> None:
    """Give back to the entries the names that stood behind their titles."""
    for entry in contents.entries:
        if not entry.authors_text:
            entry.authors_text = next((names[at] for at in entry.lines if at in names), "")


def _signed(paged: re.Match[str], form: re.Pattern[str]) -> _Signed | None:
    """The title and the name on a line that has a page at its end."""
    plain = _ENDS.sub("", paged["rest"].strip())
    hit = form.match(plain)
    who = _SIGNS.sub("", hit["who"]) if hit is not None else ""
    if hit is None or not 0 < width(who) <= _LONGEST:
        return None
    return _Signed(hit["title"], who, f" {paged['page']}")


_SIGNS = re.compile(r"^\W+|\W+$")
"""Brackets around a name, and an arrow that leads from it to the page."""
_ENDS = re.compile(rf"(?:{LEADER.pattern})$")
"""What leads to the page."""


def _signs(one: _Signed, body: BodyIndex) -> bool:
    """True where the body has the name, be it with a mark or 文／ before it, right under the title."""
    name = key(one.who)
    return any(
        name in (key(text), key(BYLINE_PREFIX.sub("", text.strip().replace("／", "/"))))
        for text in body.lines_below(key(one.title))
    )
