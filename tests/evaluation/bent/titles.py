"""Damage to the heads of articles: titles, subtitles and bylines. The contents have them, too."""

from __future__ import annotations

from converter import patterns as re
from tests.evaluation.bent import places
from tests.evaluation.bent.kinds import bends
from tests.evaluation.bent.places import Head
from tests.evaluation.bent.sheet import Bend, Piece, Sheet, Stroke, doubled, letters, lost, misread

_SHORT = 4
"""Characters of a title that is still known when one of them is lost, and of half a title."""
_LINE = 24
"""Characters of a line that is text, and no salutation or date."""
_DASHES = ("一一", "一", "-", "—", "--")
_DASH = re.compile(r"^\s*[—–―─]{1,2}")
_MARK = re.compile(r"^\s*(文\s*[/／｜|]|[◎○□■●◆▲⊙]|作者[：:])\s*")
_MARKS = {
    "文": ("丈/", "文1", "义/", "文I", "又｜"),
    "作": ("作者；", "作者.", "作看："),
}
_CIRCLES = ("O", "0", "口", "@", "·")


def _pieces(sheet: Sheet, rows: range) -> list[Piece]:
    return [Piece(row, 0, len(sheet.lines[row])) for row in rows]


# --- titles -------------------------------------------------------------------------------


def _struck(sheet: Sheet, head: Head, stroke: Stroke) -> Bend | None:
    said = sum(len(letters(sheet.lines[row])) for row in head.title)
    return sheet.struck(_pieces(sheet, head.title), stroke) if said >= _SHORT else None


@bends(places.listed_heads)
def title_char_misread(sheet: Sheet, head: Head) -> Bend | None:
    """A character of a title over its text is read as another one."""
    return _struck(sheet, head, misread)


@bends(places.listed_heads)
def title_char_lost(sheet: Sheet, head: Head) -> Bend | None:
    """A character of a title over its text is not read."""
    return _struck(sheet, head, lost)


@bends(places.listed_heads)
def title_char_doubled(sheet: Sheet, head: Head) -> Bend | None:
    """A character of a title over its text is read twice."""
    return _struck(sheet, head, doubled)


@bends(places.listed_heads)
def title_cut(sheet: Sheet, head: Head) -> Bend | None:
    """A title stands on two lines."""
    return _cut(sheet, head, [])


@bends(places.listed_heads)
def title_cut_by_blank(sheet: Sheet, head: Head) -> Bend | None:
    """A title stands on two lines with a blank one between them."""
    return _cut(sheet, head, [""])


def _cut(sheet: Sheet, head: Head, between: list[str]) -> Bend | None:
    row = max(head.title, key=lambda one: len(sheet.lines[one]))
    line = sheet.lines[row].rstrip()
    middle = len(line) // 2
    fits = len(letters(line)) >= _SHORT * 2 and line[middle] not in "，。、；：？！”’）》」』—"
    return sheet.bent({row: [line[:middle], *between, line[middle:]]}) if fits else None


@bends(places.heads)
def title_spaced(sheet: Sheet, head: Head) -> Bend | None:
    """A blank stands between the characters of a title."""
    row = head.title[0]
    line = sheet.lines[row].strip()
    if not line.isalpha() or line.isascii():
        return None
    return sheet.bent({row: [sheet.chance.choice((" ", "　")).join(line)]})


@bends(places.listed_heads)
def title_lost(sheet: Sheet, head: Head) -> Bend | None:
    """A title over its text is not read."""
    return sheet.bent({row: [] for row in head.title})


@bends(places.heads)
def title_twice(sheet: Sheet, head: Head) -> Bend | None:
    """A title is read twice."""
    last = head.title[-1]
    own = [sheet.lines[row] for row in head.title]
    between = [""] if sheet.chance.random() < 0.5 else []
    return sheet.bent({last: [sheet.lines[last], *between, *own]})


@bends(places.heads)
def title_on_section(sheet: Sheet, head: Head) -> Bend | None:
    """A title stands behind the name of its section, on its line."""
    joint = sheet.chance.choice((" ", "　", "·"))
    return sheet.glued(head.section, head.title[0], joint) if head.section >= 0 else None


@bends(places.listed_heads)
def title_on_text_above(sheet: Sheet, head: Head) -> Bend | None:
    """A title stands behind the last words of the article above, on their line."""
    over = sheet.above(head.title.start)
    own = next((one for one in places.paragraphs(sheet) if over in one.rows), None)
    return sheet.glued(over, head.title.start, " ") if own is not None else None


@bends(places.listed_heads)
def title_on_text(sheet: Sheet, head: Head) -> Bend | None:
    """A title stands before the first words of its text, on their line."""
    long = len(sheet.lines[head.text]) >= _LINE
    if head.byline > head.title.start or head.subtitle >= 0 or head.text < 0 or not long:
        return None
    return sheet.glued(head.title[-1], head.text, sheet.chance.choice((" ", "　")))


@bends(places.heads)
def title_blanks_lost(sheet: Sheet, head: Head) -> Bend | None:
    """The blank lines around a title are lost."""
    blanks = sheet.blanks(head.title)
    return sheet.bent({row: [] for row in blanks}) if blanks else None


@bends(places.heads)
def head_blanks_lost(sheet: Sheet, head: Head) -> Bend | None:
    """All blank lines around and within the head of an article are lost."""
    last = max(head.title[-1], head.byline, head.subtitle)
    rows = range(head.title.start, last + 1)
    blanks = [*sheet.blanks(rows), *(row for row in rows if sheet.blank(row))]
    return sheet.bent({row: [] for row in blanks}) if blanks else None


# --- subtitles ----------------------------------------------------------------------------


@bends(places.heads)
def subtitle_dash_lost(sheet: Sheet, head: Head) -> Bend | None:
    """The dash before a subtitle is not read; it may be a line of the title."""
    return _dashed(sheet, head, "")


@bends(places.heads)
def subtitle_dash_misread(sheet: Sheet, head: Head) -> Bend | None:
    """The dash before a subtitle is read as something else."""
    return _dashed(sheet, head, sheet.chance.choice(_DASHES))


def _dashed(sheet: Sheet, head: Head, dash: str) -> Bend | None:
    hit = _DASH.match(sheet.lines[head.subtitle]) if head.subtitle >= 0 else None
    if hit is None:
        return None
    article = sheet.truth.articles[head.article]
    lines = (*article.title, article.subtitle)
    either = sheet.with_article(head.article, title=lines, subtitle="")
    truths = () if dash else (sheet.truth, either)
    return sheet.spliced(Piece(head.subtitle, 0, hit.end()), dash, *truths)


@bends(places.heads)
def subtitle_on_title(sheet: Sheet, head: Head) -> Bend | None:
    """A subtitle stands behind its title, on its line."""
    under = sheet.below(head.title[-1])
    return sheet.glued(head.title[-1], under, "") if head.subtitle == under >= 0 else None


# --- bylines ------------------------------------------------------------------------------


@bends(places.signed_heads)
def byline_on_title(sheet: Sheet, head: Head) -> Bend | None:
    """Who has written an article stands behind its title, on its line."""
    if sheet.below(head.title[-1]) != head.byline:
        return None
    return sheet.glued(head.title[-1], head.byline, sheet.chance.choice((" ", "　", "")))


@bends(places.signed_heads)
def byline_on_text(sheet: Sheet, head: Head) -> Bend | None:
    """Who has written an article stands before its first words, on their line."""
    if head.text < 0 or sheet.below(head.byline) != head.text:
        return None
    return sheet.glued(head.byline, head.text, sheet.chance.choice((" ", "　")))


@bends(places.signed_heads)
def byline_lost(sheet: Sheet, head: Head) -> Bend | None:
    """Who has written an article is not read over it; the contents tell."""
    if head.listed is None or not head.listed.authors:
        return None
    return sheet.bent({head.byline: []})


@bends(places.signed_heads)
def byline_above(sheet: Sheet, head: Head) -> Bend | None:
    """Who has written an article stands above its title."""
    if head.byline < head.title.stop:
        return None
    first = head.title.start
    return sheet.bent({head.byline: [], first: [sheet.lines[head.byline], "", sheet.lines[first]]})


@bends(places.signed_heads)
def byline_twice(sheet: Sheet, head: Head) -> Bend | None:
    """Who has written an article is read twice."""
    line = sheet.lines[head.byline]
    return sheet.bent({head.byline: [line, line]})


@bends(places.signed_heads)
def byline_misread(sheet: Sheet, head: Head) -> Bend | None:
    """A character of a name over an article is read as another one; either name will do."""
    stream = places.Stream(sheet.lines, [head.byline])
    names = sheet.truth.articles[head.article].authors
    pieces = [one for name in names for one in stream.find(name)[0]]
    return places.renamed(sheet, head.article, pieces) if head.listed else None


@bends(places.signed_heads)
def byline_mark_misread(sheet: Sheet, head: Head) -> Bend | None:
    """The mark before a name is read as something else."""
    hit = _MARK.match(sheet.lines[head.byline])
    if hit is None:
        return None
    forms = _MARKS.get(hit[1][0], _CIRCLES)
    return sheet.spliced(Piece(head.byline, hit.start(1), hit.end(1)), sheet.chance.choice(forms))


@bends(places.signed_heads)
def byline_mark_lost(sheet: Sheet, head: Head) -> Bend | None:
    """The mark before a name is not read."""
    hit = _MARK.match(sheet.lines[head.byline])
    return sheet.spliced(Piece(head.byline, 0, hit.end()), "") if hit else None


@bends(places.signed_heads)
def byline_blanks_lost(sheet: Sheet, head: Head) -> Bend | None:
    """The blank lines around a byline are lost."""
    blanks = sheet.blanks(range(head.byline, head.byline + 1))
    return sheet.bent({row: [] for row in blanks}) if blanks else None
