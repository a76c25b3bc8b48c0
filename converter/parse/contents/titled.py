"""Contents that set every title in the marks of works: 某某　《标题》 4, below the name of a section.

The body has the titles without these marks. Where it has those of most lines, each line of this
form is an entry with its authors before the title, and another one the name of a section.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, key, width
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_LAST, PAGE_ONLY
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.segment.regions.entries import is_contents_heading, is_own_heading
from converter.source import Line
from converter.values import NamedTuple, replace

_ENTRY = re.compile(
    r"^(?P<who>[^《》。：:]{0,40}?)[\s\u3000]*《(?P<title>[^《》]{1,40}?)"
    r"(?P<end>》)?[\s\u3000]*(?P<of>[（(][^（()）]{1,16}[）)])?(?P<page>[.．·…\s\u3000]*[\dlIO]{0,3})$"
)
_FEWEST = 3
"""So many titles of the body in such marks tell how all are printed."""
_LONGEST = 14
"""The most em of the name of a section, with the hour or the number before it."""
_BEFORE_PAGE = ".．·… \u3000"
_SPACED = re.compile(rf"(?<!\S)[{HAN}](?: [{HAN}])+(?!\S)")
"""Names of two characters that are as wide as those of three: 某 某 某 某."""
_DOTS = "……………"
"""What leads from a title to its authors, whoever they are."""


class _Told(NamedTuple):
    """A line of the contents: an entry in marks if ``hit`` is one."""

    line: Line
    text: str
    hit: re.Match[str] | None


def with_titles_unmarked(
    lines: Sequence[Line], body: BodyIndex, beside: RawContents
) -> Sequence[Line]:
    """The lines with their titles out of the marks of works, the authors behind them."""
    told = [_Told(line, text := _plain(line.text), _ENTRY.match(text)) for line in lines]
    titles = [key(one.hit["title"]) for one in told if one.hit and one.hit["title"]]
    known = sum(body.prints_plain(title) for title in titles)
    others = sum(bool(PAGE_LAST.match(one.text)) and one.hit is None for one in told)
    if known < _FEWEST or known * 3 < len(titles) * 2 or others * _FEWEST > len(titles):
        return lines
    first = next((one for one in told if has_han(one.text) and not _is_heading(one.text)), None)
    if first is None or first.hit is not None or width(first.text) > _LONGEST:
        return lines  # no section has a line of its own above the first entry
    if any(_begins_otherwise(one) for one in told):
        return lines  # other readers know pages before entries and what is told below them
    return [line for one in told for line in _made(one, body, beside)]


def _is_heading(text: str) -> bool:
    return is_contents_heading(text) or is_own_heading(text)


def _begins_otherwise(one: _Told) -> bool:
    """True for a page before an entry, and for a sentence about one."""
    if one.hit is not None:
        return one.hit["who"].lstrip("Pp. ")[:1].isdecimal()
    return width(one.text) > 2 * _LONGEST or ends_sentence(one.text)


def settle_marks(contents: RawContents, body: BodyIndex) -> None:
    """Take the titles of entries out of the marks of works, where nearly all stand in these.

    The body has them without; whatever stands about them has been told by then.
    """
    hits = [_WORK.match(" ".join(entry.texts)) for entry in contents.entries]
    titles = [key(hit["title"]) for hit in hits if hit is not None]
    plain = sum(body.prints_plain(title) for title in titles)
    if plain < _FEWEST or plain * 3 < len(titles) * 2 or len(titles) * 3 < len(hits) * 2:
        return
    for entry, hit in zip(contents.entries, hits, strict=True):
        if hit is not None:
            entry.texts = [f"{hit['title']}{hit['rest']}"]


_WORK = re.compile(r"^《(?P<title>[^《》]{1,40})》(?P<rest>(?:\s+\S.*)?)$")


def with_names_between(rows: Sequence[Row]) -> list[Row]:
    """The rows of what :func:`with_titles_unmarked` has made, with the names of sections sure."""
    return [
        replace(row, section=True) if _FRAMED.match(row.cells[0]) is not None else row
        for row in rows
    ]


_FRAMED = re.compile(r"^【[^【】]+】$")


def _plain(text: str) -> str:
    """A row of a table as a line: | 某某　《标题》 | 4 |."""
    if not text.startswith("|"):
        return text.strip()
    return " ".join(cell for cell in map(str.strip, text.strip().strip("|").split("|")) if cell)


def _made(one: _Told, body: BodyIndex, beside: RawContents) -> Iterator[Line]:
    number = one.line.number
    if one.hit is not None:
        who = _SPACED.sub(_joined, one.hit["who"].strip())
        title = f"{one.hit['title'].rstrip()}{one.hit['of'] or ''}"
        signed = f"{_DOTS}{who}" if who else ""
        page = one.hit["page"].strip(_BEFORE_PAGE)
        yield Line(number, f"{title}{signed}　{page}".rstrip())
    elif not has_han(one.text) or _is_heading(one.text):
        yield one.line
    elif (paged := PAGE_LAST.match(one.text)) is not None and width(paged["rest"]) <= _LONGEST:
        name = paged["rest"].strip(_BEFORE_PAGE)
        title = _own_title(name, body)
        beside.columns.append((number, title))
        yield Line(number, f"【{name}】")
        yield Line(number, f"{title}　{paged['page']}")
    elif width(one.text) <= _LONGEST and not PAGE_ONLY.match(one.text):
        yield Line(number, f"【{one.text}】")
    else:
        yield one.line


def _joined(hit: re.Match[str]) -> str:
    """Such names without the blanks in them; three characters are one name."""
    chars = hit[0].split()
    if len(chars) % 2:
        return "".join(chars) if len(chars) == _WHOLE else hit[0]
    return " ".join(map("".join, zip(chars[::2], chars[1::2], strict=True)))


_WHOLE = 3


def _own_title(name: str, body: BodyIndex) -> str:
    """The title of a section's one entry: its name, of which the body perhaps has but the last word."""
    last = name.rsplit(maxsplit=1)[-1]
    return last if key(last) in body.below(key(name)) else name
