"""Other forms of a case in which boxes and pull quotes stand elsewhere, as OCR puts them out of place.

Each takes a case and gives the lines of the form, or a whole case where the truth is another too;
``None`` where the case has no such form.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

from tests.evaluation.cases import Case
from tests.evaluation.placing import Cut, Ground, Placed, boxes, inner
from tests.evaluation.reading import ArticleReading, BoxReading, Item, normal

_LINE = 40
"""Characters of a printed line, at most."""
_LONG = 120
"""Characters of a paragraph that is cut more than once, or said twice at a cut."""
_HEADING = 14
"""Characters of a heading that is broken."""
DASHES = ("—", "一一", "-", "－－", "--")
_END, _MARKS = 2, "。！？”…"


Dress = Callable[[list[str], BoxReading, int], list[str]]
"""How the lines of a box are told otherwise, by its number."""


def _plain(rows: list[str], _box: BoxReading, _turn: int) -> list[str]:
    return rows


def _with_articles(ground: Ground, articles: Sequence[ArticleReading]) -> Case:
    """The case with the lines of the form, and these articles in its truth."""
    case = ground.case
    truth = dataclasses.replace(case.truth, articles=tuple(articles))
    return Case(case.name, "\n".join(ground.made()).encode(), truth)


class Moved:
    """A case in which boxes are moved into paragraphs, one after the other."""

    def __init__(self, case: Case) -> None:
        self.ground = Ground(case)
        self._behind: list[tuple[Item, Item | None]] = []

    def __len__(self) -> int:
        return len(self._behind)

    def move(self, placed: Placed, item: Item, cut: Cut, dress: Dress) -> None:
        """A box into a paragraph."""
        rows = dress(self.ground.taken(placed.rows), placed.box, len(self))
        self.ground.put(cut, self.ground.gap(*rows))
        self._behind.append((placed.item, item))

    def dress(self, placed: Placed, dress: Dress) -> None:
        """A box where it stands."""
        rows = dress(self.ground.own(placed.rows), placed.box, len(self))
        self.ground.dress(placed.rows, self.ground.gap(*rows))
        self.follow(placed, None)

    def follow(self, placed: Placed, item: Item | None) -> None:
        """One more box behind an item, or where it was, the lines of which are put there already."""
        self._behind.append((placed.item, item))

    def made(self, settle: Callable[[Item], Item] = lambda item: item) -> Case | None:
        """The case, with the boxes of its truth where they are moved to; ``None`` if none is."""
        if not self._behind:
            return None
        return _with_articles(
            self.ground,
            [
                dataclasses.replace(one, items=tuple(map(settle, self._ordered(one.items))))
                for one in self.ground.case.truth.articles
            ],
        )

    def _ordered(self, items: Sequence[Item]) -> Iterator[Item]:
        for item in items:
            if not any(item is box and behind is not None for box, behind in self._behind):
                yield item
                yield from (box for box, paragraph in self._behind if paragraph is item)


def _boxed(case: Case, dress: Dress) -> Moved:
    """Each box in the middle of a neighbouring paragraph, or where it cuts one, dressed otherwise."""
    moved = Moved(case)
    for article in case.truth.articles:
        for placed in boxes(moved.ground, article):
            if placed.within:
                moved.dress(placed, dress)
                continue
            near = until_box(article, placed.at)
            item, cut = first_cut(moved.ground, near)
            if item is not None and cut is not None:
                moved.move(placed, item, cut, dress)
    return moved


def until_box(article: ArticleReading, at: int) -> Iterator[Item]:
    """The items behind a box up to the next one, and those before it, the nearest first."""
    for side in (article.items[at + 1 :], article.items[at - 1 :: -1] if at else ()):
        yield from itertools.takewhile(lambda item: item.box is None, side)


def first_cut(ground: Ground, items: Iterable[Item]) -> tuple[Item | None, Cut | None]:
    pairs = ((item, ground.cut(item)) for item in items)
    return next(((item, cut) for item, cut in pairs if cut is not None), (None, None))


# --- boxes --------------------------------------------------------------------------------


def boxed(case: Case) -> Case | None:
    """Each box in the middle of a neighbouring paragraph."""
    return _boxed(case, spread).made()


def spread(rows: list[str], _box: BoxReading, _turn: int) -> list[str]:
    """Long lines are paragraphs of their own, with blank lines between them."""
    if "" in rows:
        return rows
    long = sum(len(row) > _LINE for row in rows) * 2 >= len(rows)
    return [part for row in rows for part in (row, "")][:-1] if long else rows


def boxed_late(case: Case) -> Case | None:
    """Each box in a paragraph beyond the next heading, or in the last one of its article."""
    moved = Moved(case)
    for article in case.truth.articles:
        last = 0
        for placed in boxes(moved.ground, article):
            if placed.within:
                last = placed.at
                continue
            at = next(iter(_late(article, max(placed.at, last))), None)
            item, cut = first_cut(moved.ground, () if at is None else [article.items[at]])
            last = len(article.items) if at is None else at
            if item is not None and cut is not None:
                moved.move(placed, item, cut, spread)
    return moved.made()


def _late(article: ArticleReading, at: int) -> Iterator[int]:
    """The paragraph behind the next heading, or the last one; none behind another box."""
    rest = range(at + 1, len(article.items))
    heading = next((n for n in rest if article.items[n].kind == "heading"), at)
    behind = [n for n in rest if n > heading and article.items[n].kind == "paragraph"]
    place = behind[0] if heading > at and behind else (behind[-1] if behind else at)
    if place > at and all(article.items[n].box is None for n in range(at + 1, place)):
        yield place


def celled(case: Case) -> list[str] | None:
    """Each box as a table of one cell, a break behind each of its lines."""
    ground = Ground(case)
    for article in case.truth.articles:
        for placed in boxes(ground, article):
            cell = "<br>".join(row for row in ground.own(placed.rows) if row)
            ground.dress(placed.rows, ground.gap(f"<table><tr><td>{cell}</td></tr></table>"))
    return ground.made() if ground.changed else None


def two_boxes(case: Case) -> Case | None:
    """Two boxes of an article in a row in the middle of one paragraph."""
    moved = Moved(case)
    for article in case.truth.articles:
        found = boxes(moved.ground, article)
        for one, other in zip(found[::2], found[1::2], strict=False):
            between = article.items[one.at + 1 : other.at]
            item, cut = first_cut(moved.ground, between)
            if item is None or cut is None or one.within or other.within:
                continue
            if any(item.box is not None for item in between):
                continue
            rows = spread(moved.ground.taken(other.rows), other.box, 0)
            below = ["", *rows] if moved.ground.parted else rows
            moved.move(one, item, cut, lambda *told, below=below: [*spread(*told), *below])
            moved.follow(other, item)
    return moved.made()


def box_over_page(case: Case) -> Case | None:
    """Each box within a paragraph, its longest line cut by a blank one in the middle of a sentence."""
    return _boxed(case, _torn).made()


def _torn(rows: list[str], box: BoxReading, turn: int) -> list[str]:
    rows = spread(rows, box, turn)
    at = max(range(len(rows)), key=lambda one: len(rows[one]))
    place = 0 if rows[at].startswith(">") else inner(rows[at])
    torn = [rows[at][:place], "", rows[at][place:]] if place else [rows[at]]
    return [*rows[:at], *torn, *rows[at + 1 :]]


def labelled(case: Case) -> Case | None:
    """Each box within a paragraph, its label on the line of its text, or on one of its own, in turn."""
    return _boxed(case, _label).made()


def _label(rows: list[str], box: BoxReading, turn: int) -> list[str]:
    first = rows[0].strip()
    if not box.label or not first.startswith(box.label):
        return spread(rows, box, turn)
    rest = first[len(box.label) :].strip(" 　:：")
    text = [rest, *rows[1:]] if rest else list(itertools.dropwhile(lambda row: not row, rows[1:]))
    if turn % 2 and not box.title:
        return spread([f"{box.label} {text[0].strip()}", *text[1:]], box, turn)
    return spread([box.label, *text], box, turn)


def credited(case: Case) -> Case | None:
    """Each box within a paragraph, its attribution behind its last sentence or on two lines, in turn."""
    return _boxed(case, _credit).made()


def _credit(rows: list[str], box: BoxReading, turn: int) -> list[str]:
    last, body = rows[-1].strip(), rows[:-1]
    while body and not body[-1]:
        body = body[:-1]
    if not box.attribution or not body or not last.startswith("—"):
        return spread(rows, box, turn)
    if turn % 2:
        return spread([*body[:-1], body[-1] + last], box, turn)
    work = last.find("《")
    place = work if work > _END else len(last) // 2 + 1
    return [*spread(body, box, turn), "", last[:place], last[place:]]


def dashed(case: Case) -> Case | None:
    """Each box within a paragraph, the dash before its attribution read as something else."""
    return _boxed(case, _dash).made()


def _dash(rows: list[str], box: BoxReading, turn: int) -> list[str]:
    last = rows[-1].strip()
    if last.startswith("——"):
        rows = [*rows[:-1], DASHES[turn % len(DASHES)] + last.lstrip("—")]
    return spread(rows, box, turn)


def unlabelled(case: Case) -> Case | None:
    """Each box with an attribution within a paragraph, without its label; so the truth."""
    lost: list[BoxReading] = []

    def bare(rows: list[str], box: BoxReading, turn: int) -> list[str]:
        told = box.attribution and not box.title and turn % 2
        if not told or not rows[0].strip().startswith(box.label):
            return spread(rows, box, turn)
        if not rows[-1].strip().startswith("—") or not box.label:
            return spread(rows, box, turn)
        lost.append(box)
        rest = rows[0].strip()[len(box.label) :].strip(" 　:：】]")
        text = itertools.dropwhile(lambda row: not row, [rest, *rows[1:]])
        return spread(list(text), box, turn)

    moved = _boxed(case, bare)

    def settle(item: Item) -> Item:
        if item.box is None or not any(item.box is one for one in lost):
            return item
        return dataclasses.replace(item, box=dataclasses.replace(item.box, label=""))

    return moved.made(settle) if lost else None


# --- pull quotes --------------------------------------------------------------------------


def quoted(case: Case) -> Case | None:
    """Each pull quote that says a sentence of its article again before the title, or within a
    paragraph, in turn."""
    ground, turn, articles = Ground(case), 0, []
    for article in case.truth.articles:
        said = normal("".join(item.text for item in article.items))
        title = ground.rows("".join(article.title))
        places = {quote: ground.rows(quote) for quote in article.pull_quotes}
        articles.append(article)
        if not ground.parted or not all(places.values()):
            continue
        for quote, rows in places.items():
            if rows is None or normal(quote).rstrip(_MARKS) not in said:
                continue
            if turn % 2 and title is not None and title.start not in ground.changed:
                text = ground.taken(rows)
                ground.changed[title.start] = ["", *text, "", ground.lines[title.start]]
                places[quote] = title
                turn += 1
            elif (cut := first_cut(ground, _apart_from(article, quote))[1]) is not None:
                ground.put(cut, ground.gap(*ground.taken(rows)))
                places[quote] = range(cut.line, cut.line + 1)
                turn += 1
        order = sorted(places, key=lambda one: (places[one] or range(0)).start)
        articles[-1] = dataclasses.replace(article, pull_quotes=tuple(order))
    if not turn:
        return None
    return _with_articles(ground, articles)


def _apart_from(article: ArticleReading, quote: str) -> Iterator[Item]:
    """The paragraphs of an article in which a quote is not said."""
    text = normal(quote).rstrip(_MARKS)
    return (item for item in article.items[1:] if text not in normal(item.text))


# --- paragraphs and headings ---------------------------------------------------------------


def _paragraphs(case: Case, least: int) -> Iterator[Item]:
    for article in case.truth.articles:
        for item in article.items:
            if item.kind == "paragraph" and len(item.text) >= least:
                yield item


def cut_twice(case: Case) -> list[str] | None:
    """Long paragraphs over three pages."""
    ground = Ground(case)
    for item in _paragraphs(case, _LONG):
        first = ground.cut(item, 0.3)
        second = ground.cut(item, 0.65)
        if first is None or second is None:
            continue
        if first.line != second.line:
            ground.put(first, [""])
            ground.put(second, [""])
        elif len(second.first) - len(first.first) > _HEADING:
            between = second.first[len(first.first) :]
            ground.changed[first.line] = [first.first, "", between, "", second.second]
    return ground.made() if ground.changed and ground.parted else None


def cut_short(case: Case) -> list[str] | None:
    """Every other long paragraph cut behind a comma, or within what it lists."""
    ground = Ground(case)
    for turn, item in enumerate(_paragraphs(case, _LONG)):
        rows = ground.rows(item.text)
        if turn % 2 or rows is None or len(rows) > 1:
            continue
        line = ground.lines[rows[0]]
        mark = "、" if "、" in line[_HEADING * 2 : -_HEADING * 2] else "，"
        place = line.find(mark, _HEADING * 2) + 1
        if 0 < place < len(line) - _HEADING * 2:
            ground.put(Cut(rows[0], line[:place], line[place:]), [""])
    return ground.made() if ground.changed and ground.parted else None


def doubled_seam(case: Case) -> list[str] | None:
    """Every other long paragraph cut, with two to four characters said twice at the cut."""
    ground = Ground(case)
    for turn, item in enumerate(_paragraphs(case, _LONG)):
        cut = ground.cut(item) if turn % 2 == 0 else None
        if cut is None or not cut.second:
            continue
        again = cut.first[-_END - turn // 2 % 3 :]
        plain = again.isalpha() and "一" not in again and len(set(again)) == len(again)
        if plain and ground.exact(item.text):
            ground.put(Cut(cut.line, cut.first, again + cut.second), [""])
    return ground.made() if ground.changed and ground.parted else None


def lost_at_seam(case: Case) -> Case | None:
    """Every other long paragraph cut, with a character lost at the cut; so in the truth."""
    ground, told = Ground(case), {}
    for turn, item in enumerate(_paragraphs(case, _LONG)):
        cut = ground.cut(item) if turn % 2 == 0 else None
        if cut is None or not cut.second:
            continue
        whole = cut.first[-_HEADING:] + cut.second[:_HEADING]
        if item.text.count(whole) == 1 and ground.exact(item.text):
            ground.put(Cut(cut.line, cut.first, cut.second[1:]), [""])
            left = cut.first[-_HEADING:] + cut.second[1:_HEADING]
            told[item.text] = item.text.replace(whole, left)
    if not told or not ground.parted:
        return None

    def settle(item: Item) -> Item:
        return dataclasses.replace(item, text=told.get(item.text, item.text))

    return _with_articles(
        ground,
        [
            dataclasses.replace(one, items=tuple(map(settle, one.items)))
            for one in case.truth.articles
        ],
    )


def cut_heads(case: Case) -> list[str] | None:
    """Longer headings on two lines with a blank one between them."""
    ground = Ground(case)
    for article in case.truth.articles:
        for item in article.items:
            rows = ground.rows(item.text) if item.kind == "heading" else None
            if rows is None or len(rows) > 1 or len(item.text) < _HEADING:
                continue
            line = ground.lines[rows[0]].strip()
            comma = line.find("，", 5) + 1
            place = comma if 0 < comma < len(line) - 3 else len(line) // 2
            if line[:1] not in "#|*":
                ground.put(Cut(rows[0], line[:place], line[place:]), [""])
    return ground.made() if ground.changed and ground.parted else None
