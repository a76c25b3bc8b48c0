"""Damage to pull quotes."""

from __future__ import annotations

from tests.evaluation.bent import places
from tests.evaluation.bent.kinds import bends
from tests.evaluation.bent.places import Quote
from tests.evaluation.bent.sheet import Bend, Sheet, letters, misread
from tests.evaluation.placing import Ground, inner
from tests.evaluation.reading import IssueReading

_SHORT = 12
"""Characters of a pull quote that is cut."""
_MARKS = '“”「」"『』'


def _requoted(sheet: Sheet, quote: Quote, told: str) -> IssueReading:
    """The truth with another text of a pull quote."""
    own = sheet.truth.articles[quote.article].pull_quotes
    return sheet.with_article(
        quote.article, pull_quotes=tuple(told if one == quote.text else one for one in own)
    )


@bends(places.quotes)
def quote_cut(sheet: Sheet, quote: Quote) -> Bend | None:
    """A pull quote stands on two lines."""
    return _cut(sheet, quote, [])


@bends(places.quotes)
def quote_cut_by_blank(sheet: Sheet, quote: Quote) -> Bend | None:
    """A pull quote stands on two lines with a blank one between them."""
    return _cut(sheet, quote, [""])


def _cut(sheet: Sheet, quote: Quote, between: list[str]) -> Bend | None:
    row = max(quote.rows, key=lambda one: len(sheet.lines[one]))
    line = sheet.lines[row].rstrip()
    place = inner(line) or len(line) // 2
    fits = len(line) >= _SHORT and line[place].isalpha()
    return sheet.bent({row: [line[:place], *between, line[place:]]}) if fits else None


@bends(places.quotes)
def quote_on_text(sheet: Sheet, quote: Quote) -> Bend | None:
    """A pull quote stands before what is below it, on its line."""
    last = quote.rows.stop - 1
    under = sheet.below(last)
    own = next((one for one in places.paragraphs(sheet) if one.rows[0] == under), None)
    return sheet.glued(last, under, "") if own is not None else None


@bends(places.quotes)
def quote_on_title(sheet: Sheet, quote: Quote) -> Bend | None:
    """A pull quote stands before the title below it, on its line."""
    last = quote.rows.stop - 1
    under = sheet.below(last)
    own = next((one for one in places.heads(sheet) if one.title.start == under), None)
    return sheet.glued(last, under, sheet.chance.choice((" ", "　"))) if own else None


@bends(places.quotes)
def quote_marks_lost(sheet: Sheet, quote: Quote) -> Bend | None:
    """The quotation marks of a pull quote are not read; they are not asked for."""
    bare = quote.text.translate({ord(mark): None for mark in _MARKS})
    changes = {
        row: [sheet.lines[row].translate({ord(mark): None for mark in _MARKS})]
        for row in quote.rows
    }
    truths = (sheet.truth, _requoted(sheet, quote, bare))
    return sheet.bent(changes, *truths) if bare != quote.text else None


@bends(places.quotes)
def quote_misread(sheet: Sheet, quote: Quote) -> Bend | None:
    """A character of a pull quote is read as another one; nobody need know."""
    read = sheet.struck_text(quote.text, misread)
    truths = (sheet.truth, _requoted(sheet, quote, read))
    return sheet.reworded(quote.rows[0], quote.text, read, *truths)


@bends(places.quotes)
def quote_blanks_lost(sheet: Sheet, quote: Quote) -> Bend | None:
    """The blank lines around a pull quote are lost."""
    blanks = sheet.blanks(quote.rows)
    return sheet.bent({row: [] for row in blanks}) if blanks else None


@bends(places.quotes)
def quote_moved(sheet: Sheet, quote: Quote) -> Bend | None:
    """A pull quote stands in the middle of a sentence of its article."""
    key = letters(quote.text)
    own = [
        one
        for one in places.long_paragraphs(sheet)
        if one.article == quote.article and one.at and key not in letters(one.item.text)
    ]
    article = sheet.truth.articles[quote.article]
    if not own or len(article.pull_quotes) > 1:
        return None
    ground = Ground(sheet.case)
    cut = ground.cut(sheet.chance.choice(own).item)
    if cut is None:
        return None
    lines = [sheet.lines[row] for row in quote.rows]
    ground.put(cut, sheet.gap(*lines))
    ground.changed.update({row: [] for row in quote.rows})
    return sheet.bent(ground.changed)


@bends(places.quotes)
def quote_twice(sheet: Sheet, quote: Quote) -> Bend:
    """A pull quote is read twice, with a blank line between."""
    own = [sheet.lines[row] for row in quote.rows]
    last = quote.rows.stop - 1
    return sheet.bent({last: [own[-1], "", *own]})
