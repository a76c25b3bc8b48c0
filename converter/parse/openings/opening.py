"""The head of an article, and what the contents call it."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import key
from converter.names import split_names
from converter.parse.byline import BylineReading
from converter.parse.contents import RawEntry
from converter.values import dataclass, field

SUBTITLE = re.compile(r"^(?:——|—|--|－－)\s*\S")


@dataclass(slots=True, eq=False, repr=False)
class Opening:
    """The head of an article: which units are its title, subtitle, bylines and so on."""

    start: int
    title: list[int]
    entry: int = -1
    reading: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    score: float = 0.0
    kickers: list[int] = field(default_factory=list)
    subtitle: list[int] = field(default_factory=list)
    bylines: list[tuple[int, BylineReading]] = field(default_factory=list)
    overline: list[int] = field(default_factory=list)
    """引题: the lines of a headline above its title."""
    foreign: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    """Names of columns and parts between the name of the section and the title."""
    standfirst: list[int] = field(default_factory=list)
    """What tells under the title, before the byline, what the article is about."""
    boxes: list[range] = field(default_factory=list)
    """Boxes that stand between the title and the byline, which are the text's."""
    end: int = 0
    framed: bool = False
    """The title is the name of a section in a frame, with the text right below it."""
    barred: bool = False
    """The name of a column stands before the title, on its line."""


def printed_authors(opening: Opening) -> frozenset[str]:
    """Those who sign an article, as it prints them."""
    return frozenset(author.name for _, reading in opening.bylines for author in reading.authors)


def used_units(opening: Opening) -> set[int]:
    """All units that the head of an article takes."""
    taken = {at for part in (opening.title, *_parts(opening)) for at in part}
    return taken | {index for index, _ in opening.bylines}


def without_shared(openings: Sequence[Opening]) -> list[Opening]:
    """The openings, each unit with one of them: garbled lines may seem to be of several.

    What is the title of one, be it the first or one that the contents list, is of no other; who
    has lost the whole title is no article.
    """
    owners: dict[int, Opening] = {}
    for opening in sorted(openings, key=lambda one: one.entry < 0):
        for at in opening.title:
            owners.setdefault(at, opening)
    found: list[Opening] = []
    for opening in openings:
        for part in (opening.title, *_parts(opening)):
            part[:] = [at for at in part if owners.get(at, opening) is opening]
        signed = opening.bylines
        signed[:] = [(at, who) for at, who in signed if owners.get(at, opening) is opening]
        if not opening.title:
            continue
        for part in _parts(opening):
            part[:] = [at for at in part if owners.setdefault(at, opening) is opening]
        found.append(opening)
    return found


def _parts(opening: Opening) -> tuple[list[int], ...]:
    """What stands about a title but for who signs it."""
    return (
        opening.kickers,
        opening.subtitle,
        opening.overline,
        opening.foreign,
        opening.columns,
        opening.standfirst,
    )


def entry_title(
    entry: RawEntry, reading: tuple[tuple[str, ...], tuple[str, ...]]
) -> tuple[tuple[str, ...], str]:
    """Title lines and subtitle of a contents entry in one of its readings."""
    titles = [line for line in reading[0] if not SUBTITLE.match(line)]
    subtitles = [line for line in reading[0] if SUBTITLE.match(line)]
    if not titles and subtitles:
        titles, subtitles = subtitles, []
    if titles and not subtitles and "——" in titles[-1][1:]:
        last, dash, subtitle = titles[-1].partition("——")
        titles, subtitles = [*titles[:-1], last.rstrip()], [dash + subtitle.lstrip()]
    if titles and not subtitles:
        subtitles = _description(entry, reading)
    return tuple(titles) or tuple(entry.texts), "".join(subtitles)


def _is_signed_line(titles: Sequence[str], above: Sequence[str]) -> bool:
    """True if lines are those of a title, with the author behind the last: 标题 某某."""
    return (
        bool(titles)
        and list(titles[:-1]) == list(above[:-1])
        and above[-1].startswith(f"{titles[-1]} ")
        and split_names(above[-1][len(titles[-1]) :]) is not None
    )


def _description(entry: RawEntry, reading: tuple[tuple[str, ...], tuple[str, ...]]) -> list[str]:
    """The lines under the title that a reading takes for neither title nor authors."""
    lines = entry.texts[len(reading[0]) :]
    above = entry.texts[: len(reading[0])]
    if list(reading[0]) != above and not _is_signed_line(reading[0], above):
        return []
    signed = {key(name) for name in reading[1]} | {key("".join(reading[1]))}
    told = [line for line in lines if split_names(line) is None and key(line) not in signed]
    return [*told[:-1], _unsigned(told[-1], reading[1])] if told and reading[1] else told


def _unsigned(line: str, authors: tuple[str, ...]) -> str:
    """副题　某某 某某 without the authors, who stand behind it."""
    words = line.split()
    cuts = range(1, len(words))
    cut = next((at for at in cuts if split_names(" ".join(words[at:])) == authors), 0)
    return " ".join(words[:cut]) if cut else line
