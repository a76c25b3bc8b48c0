"""Damage to contents. The body has the titles, and the names over the texts."""

from __future__ import annotations

import dataclasses

from converter import patterns as re
from tests.evaluation.bent import places
from tests.evaluation.bent.kinds import bends
from tests.evaluation.bent.places import Entry, Section
from tests.evaluation.bent.sheet import Bend, Piece, Sheet, doubled, letters, lost, misread
from tests.evaluation.reading import IssueReading

_DIGITS = str.maketrans("012568", "OlZSbB")
"""What digits are read as."""
_SHORT = 4
"""Characters of a title that is still known when one of them is lost."""
_LEADERS = ("_", "...", "·····", "—", "……")
_LEADER = re.compile(r"[.．·•‧…_\-—]{2,}")
_AMONG = (
    "www.old-papers.example.com",
    "广告热线：(010) 16620817",
    "定价：12.00元",
    "责任编辑　季有田　美术编辑　路小荷",
    "扫码订阅",
    "欢迎投稿　欢迎订阅",
)
"""Lines that stand on the page of the contents and are no part of them."""
_HEADINGS = ("日录", "目彔", "誉目", "自录", "且录")


# --- characters ---------------------------------------------------------------------------


@bends(places.listed_heads)
def entry_char_misread(sheet: Sheet, head: places.Head) -> Bend | None:
    """A character of a title in the contents is read as another one."""
    return sheet.struck(head.listed.title, misread) if head.listed else None


@bends(places.listed_heads)
def entry_char_lost(sheet: Sheet, head: places.Head) -> Bend | None:
    """A character of a title in the contents is not read."""
    long = sum(one.last - one.first for one in head.listed.title) >= _SHORT if head.listed else 0
    return sheet.struck(head.listed.title, lost) if head.listed and long else None


@bends(places.listed_heads)
def entry_char_doubled(sheet: Sheet, head: places.Head) -> Bend | None:
    """A character of a title in the contents is read twice."""
    return sheet.struck(head.listed.title, doubled) if head.listed else None


@bends(places.listed_heads)
def entry_end_lost(sheet: Sheet, head: places.Head) -> Bend | None:
    """The last characters of a title in the contents are not read."""
    last = head.listed.title[-1] if head.listed else Piece(0, 0, 0)
    half = (last.last - last.first) // 3
    return sheet.spliced(Piece(last.row, last.last - half, last.last), "") if half > 1 else None


@bends(places.signed_heads)
def listed_name_misread(sheet: Sheet, head: places.Head) -> Bend | None:
    """A character of a name in the contents is read as another one; either name will do."""
    return places.renamed(sheet, head.article, head.listed.authors) if head.listed else None


@bends(places.signed_heads)
def listed_name_lost(sheet: Sheet, head: places.Head) -> Bend | None:
    """A name in the contents is not read."""
    if head.listed is None or len(head.listed.authors) != 1 or not head.listed.plain:
        return None
    return sheet.spliced(head.listed.authors[0], "")


# --- pages --------------------------------------------------------------------------------


@bends(places.entries)
def page_lost(sheet: Sheet, entry: Entry) -> Bend | None:
    """The page of an entry is not read; none is asked for."""
    if entry.page is None:
        return None
    return sheet.spliced(entry.page, "", sheet.with_article(entry.article, page=""))


@bends(places.entries)
def page_misread(sheet: Sheet, entry: Entry) -> Bend | None:
    """A digit of a page is read as a letter."""
    if entry.page is None:
        return None
    page = sheet.text(entry.page)
    spots = [at for at, digit in enumerate(page) if ord(digit) in _DIGITS]
    if not spots:
        return None
    spot = sheet.chance.choice(spots)
    read = page[:spot] + page[spot].translate(_DIGITS) + page[spot + 1 :]
    return sheet.spliced(entry.page, read)


@bends(places.entries)
def page_doubled(sheet: Sheet, entry: Entry) -> Bend | None:
    """The page of an entry is read twice."""
    page = entry.page
    return None if page is None else sheet.spliced(page, " ".join([sheet.text(page)] * 2))


@bends(places.plain_entries)
def page_moved(sheet: Sheet, entry: Entry) -> Bend | None:
    """The page stands before the title instead of behind it, or the other way round."""
    page = entry.page
    if page is None or page.row not in (entry.title[0].row, entry.title[-1].row):
        return None
    line = sheet.lines[page.row]
    number, rest = sheet.text(page), _without(line, page)
    if page.last <= entry.title[0].first and page.row == entry.title[0].row:
        return sheet.bent({page.row: [f"{rest.strip()} {number}"]})
    return sheet.bent({page.row: [f"{number} {rest.strip()}"]})


@bends(places.plain_entries)
def page_apart(sheet: Sheet, entry: Entry) -> Bend | None:
    """The page of an entry stands on a line of its own below it."""
    page = entry.page
    if page is None or len(letters(sheet.lines[page.row])) == page.last - page.first:
        return None
    rest = _without(sheet.lines[page.row], page)
    return sheet.bent({page.row: [rest.rstrip(), sheet.text(page)]})


def _without(line: str, piece: Piece) -> str:
    """A line without a number and the brackets or the slash that it has for itself."""
    before, behind = line[: piece.first].rstrip(), line[piece.last :].lstrip()
    if before[-1:] in ("(", "（") and behind[:1] in (")", "）"):
        before, behind = before[:-1], behind[1:]
    return f"{before.rstrip('/／ ')} {behind}".strip()


# --- lines --------------------------------------------------------------------------------


@bends(places.in_pairs)
def entries_glued(sheet: Sheet, pair: tuple[Entry, Entry]) -> Bend | None:
    """Two entries stand on one line."""
    joint = sheet.chance.choice((" ", "  ", "　"))
    return sheet.glued(pair[0].rows.stop - 1, pair[1].rows.start, joint)


@bends(places.entries)
def entry_split(sheet: Sheet, entry: Entry) -> Bend | None:
    """The title of an entry breaks off in the middle and goes on on the next line."""
    piece = max(entry.title, key=lambda one: one.last - one.first)
    middle = (piece.first + piece.last) // 2
    if piece.last - piece.first < _SHORT * 2:
        return None
    line = sheet.lines[piece.row]
    return sheet.bent({piece.row: [line[:middle], line[middle:]]})


@bends(places.entries)
def name_glued(sheet: Sheet, entry: Entry) -> Bend | None:
    """Nothing stands between a title and who has written it."""
    if not entry.authors:
        return None
    name, title = entry.authors[0], entry.title[-1]
    between = Piece(name.row, title.last, name.first)
    if name.row != title.row or between.first >= between.last or letters(sheet.text(between)):
        return None
    closed = re.match("[”》）)」』？！?!]*", sheet.text(between))
    return sheet.spliced(between, closed[0] if closed else "")


@bends(places.plain_entries)
def name_apart(sheet: Sheet, entry: Entry) -> Bend | None:
    """Who has written an entry stands on a line of its own below the title."""
    name, title = (entry.authors or (None,))[0], entry.title[-1]
    if name is None or name.row != title.row or name.first < title.last:
        return None
    line = sheet.lines[name.row]
    return sheet.bent({name.row: [line[: name.first].rstrip(), line[name.first :]]})


@bends(places.entries)
def leaders_lost(sheet: Sheet, entry: Entry) -> Bend | None:
    """The points between a title and what stands behind it are not read."""
    return _led(sheet, entry, " ")


@bends(places.entries)
def leaders_misread(sheet: Sheet, entry: Entry) -> Bend | None:
    """The points between a title and what stands behind it are read as something else."""
    return _led(sheet, entry, sheet.chance.choice(_LEADERS))


def _led(sheet: Sheet, entry: Entry, text: str) -> Bend | None:
    title = entry.title[-1]
    for row in entry.rows:
        for hit in _LEADER.finditer(sheet.lines[row]):
            if row > title.row or (row == title.row and hit.start() >= title.last):
                return sheet.spliced(Piece(row, hit.start(), hit.end()), text)
    return None


@bends(places.plain_entries)
def entry_lost(sheet: Sheet, entry: Entry) -> Bend | None:
    """An entry is not read; its section and its page are not asked for."""
    head = next((one for one in places.heads(sheet) if one.article == entry.article), None)
    article = sheet.truth.articles[entry.article]
    if head is None or article.optional or (article.authors and head.byline < 0):
        return None
    truth = sheet.with_article(entry.article, section=None, page="")
    return sheet.bent({row: [] for row in entry.rows}, truth)


@bends(places.plain_entries)
def entry_twice(sheet: Sheet, entry: Entry) -> Bend:
    """An entry is read twice."""
    last = entry.rows.stop - 1
    return sheet.bent({last: [sheet.lines[last], *(sheet.lines[row] for row in entry.rows)]})


@bends(places.in_pairs)
def entries_swapped(sheet: Sheet, pair: tuple[Entry, Entry]) -> Bend:
    """Two entries are read in the wrong order."""
    first, second = ([sheet.lines[row] for row in one.rows] for one in pair)
    gone = {row: list[str]() for one in pair for row in one.rows}
    return sheet.bent(gone | {pair[0].rows.start: second, pair[1].rows.start: first})


@bends(places.plain_entries)
def blank_in_entry(sheet: Sheet, entry: Entry) -> Bend | None:
    """A blank line stands between two lines of an entry, or between its title and the rest."""
    rows = [row for row in entry.rows if not sheet.blank(row)]
    if len(rows) > 1:
        return sheet.bent({rows[0]: [sheet.lines[rows[0]], ""]})
    return _parted(sheet, entry, ["", ""])


def _parted(sheet: Sheet, entry: Entry, between: list[str]) -> Bend | None:
    title = entry.title[-1]
    line = sheet.lines[title.row]
    rest = line[title.last :].lstrip("”》）)」』？！?!")
    head = line[: len(line) - len(rest)]
    if not letters(rest):
        return None
    return sheet.bent({title.row: [head, *between[1:], rest.strip()]})


@bends(places.in_pairs)
def blank_between(sheet: Sheet, pair: tuple[Entry, Entry]) -> Bend | None:
    """A blank line stands between two entries that nothing parts."""
    last = pair[0].rows.stop - 1
    return sheet.bent({last: [sheet.lines[last], ""]}) if pair[1].rows.start == last + 1 else None


# --- sections and heading -----------------------------------------------------------------


@bends(places.sections)
def section_on_entry(sheet: Sheet, section: Section) -> Bend | None:
    """The name of a section stands behind the entry above it, on its line."""
    over = sheet.above(section.row)
    entry = _with_row(sheet, over)
    return sheet.glued(over, section.row, sheet.chance.choice(("", " ", "　"))) if entry else None


@bends(places.sections)
def section_before_entry(sheet: Sheet, section: Section) -> Bend | None:
    """The name of a section stands before the first entry below it, on its line."""
    under = sheet.below(section.row)
    entry = _with_row(sheet, under)
    return sheet.glued(section.row, under, sheet.chance.choice(("", " ", "　"))) if entry else None


def _with_row(sheet: Sheet, row: int) -> Entry | None:
    return next((one for one in places.plain_entries(sheet) if row in one.rows), None)


@bends(places.sections)
def section_lost(sheet: Sheet, section: Section) -> Bend:
    """The name of a section is not read; it is not asked for but where the body has it over a title."""
    told = {one.article for one in places.heads(sheet) if one.section >= 0}
    articles = tuple(
        dataclasses.replace(one, section=None)
        if one.section == section.name and index not in told
        else one
        for index, one in enumerate(sheet.truth.articles)
    )
    return sheet.bent({section.row: []}, dataclasses.replace(sheet.truth, articles=articles))


@bends(places.sections)
def section_misread(sheet: Sheet, section: Section) -> Bend | None:
    """A character of the name of a section is read as another one; either will do."""
    line = sheet.lines[section.row]
    read = sheet.struck_text(section.name, misread)
    told = _renamed(sheet, section.name, read)
    return sheet.reworded(section.row, section.name, read, sheet.truth, told) if line else None


@bends(places.sections)
def section_twice(sheet: Sheet, section: Section) -> Bend:
    """The name of a section is read twice."""
    line = sheet.lines[section.row]
    return sheet.bent({section.row: [line, line]})


def _renamed(sheet: Sheet, name: str, other: str) -> IssueReading:
    articles = tuple(
        dataclasses.replace(one, section=other) if one.section == name else one
        for one in sheet.truth.articles
    )
    return dataclasses.replace(sheet.truth, articles=articles)


@bends(places.contents_headings)
def contents_heading_lost(sheet: Sheet, row: int) -> Bend:
    """The heading of the contents is not read."""
    return sheet.bent({row: []})


@bends(places.contents_headings)
def contents_heading_misread(sheet: Sheet, row: int) -> Bend:
    """The heading of the contents is misread."""
    return sheet.bent({row: [sheet.chance.choice(_HEADINGS)]})


# --- strays -------------------------------------------------------------------------------


@bends(places.plain_entries)
def page_cut(sheet: Sheet, entry: Entry) -> Bend | None:
    """A page of the contents ends: a folio or a running head stands between two entries."""
    name = sheet.truth.masthead.get("title", "")
    number = sheet.chance.choice(("1", "2", "· 1 ·", "— 2 —", f"{name} 1"))
    return _behind(sheet, entry, sheet.gap(number))


@bends(places.plain_entries)
def stray_among(sheet: Sheet, entry: Entry) -> Bend | None:
    """A line that belongs to no entry stands among them."""
    lines = [sheet.chance.choice(_AMONG)]
    return _behind(sheet, entry, sheet.gap(*lines) if sheet.chance.random() < 0.5 else lines)


@bends(places.plain_entries)
def masthead_among(sheet: Sheet, entry: Entry) -> Bend | None:
    """A line of the masthead stands among the entries."""
    rows = places.masthead(sheet)
    if not rows:
        return None
    row = sheet.chance.choice(rows)
    return _behind(sheet, entry, [sheet.lines[row]], row)


@bends(places.plain_entries)
def entry_in_masthead(sheet: Sheet, entry: Entry) -> Bend | None:
    """An entry stands among the lines of the masthead; its section is not asked for."""
    rows = places.masthead(sheet)
    if not rows:
        return None
    row = sheet.chance.choice(rows)
    own = [sheet.lines[at] for at in entry.rows]
    gone = {at: list[str]() for at in entry.rows}
    truth = sheet.with_article(entry.article, section=None)
    return sheet.bent(gone | {row: [sheet.lines[row], *own]}, truth)


@bends(places.plain_entries)
def cover_quote_among(sheet: Sheet, entry: Entry) -> Bend | None:
    """The quotation of the cover stands among the entries."""
    rows = next(iter(places.cover_quotes(sheet)), None)
    if rows is None or any(row in sheet.region for row in rows):
        return None
    own = [sheet.lines[row] for row in rows]
    return _behind(sheet, entry, sheet.gap(*own), *rows)


@bends(places.plain_entries)
def quote_among(sheet: Sheet, entry: Entry) -> Bend | None:
    """A saying of an article stands among the entries as well; it may be told as one of the cover."""
    quotes = places.quotes(sheet)
    if not quotes:
        return None
    quote = sheet.chance.choice(quotes)
    covers = (*sheet.truth.cover_quotes, (quote.text, ""))
    truths = (sheet.truth, dataclasses.replace(sheet.truth, cover_quotes=covers))
    own = sheet.gap(*(sheet.lines[row] for row in quote.rows))
    last = entry.rows.stop - 1
    return sheet.bent({last: [sheet.lines[last], *own]}, *truths)


def _behind(sheet: Sheet, entry: Entry, lines: list[str], *taken: int) -> Bend | None:
    """Lines behind an entry, unless it is the last one, and some rows taken away."""
    last = entry.rows.stop - 1
    if last + 1 >= sheet.region.stop:
        return None
    return sheet.bent({row: [] for row in taken} | {last: [sheet.lines[last], *lines]})
