"""No article ends with a line or two on a page of their own, if that can be helped.

An editor would pull such lines back: by setting paragraphs on the pages before in one line
fewer (缩行), or by taking white from the opening, and then from around boxes and tables. The
pages from there on are then made again. Where that does not save the page, all is left as it
was; but boxes that would have a page for themselves go to the foot of the one before, and the
text that stood there goes on overleaf; and the paragraph before joins a line or two alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from converter.pdf.again import Before
from converter.pdf.columns import Across, level
from converter.pdf.holes import HOLE, Move, end_of_text, moves, shifts, white
from converter.pdf.insets import as_note, classes_of, put_off, tried
from converter.pdf.shares import (
    blocks_of,
    boxes_alone,
    is_text,
    is_whole,
    more_than_text,
    opened,
    section_of,
    text_lines,
)
from converter.pdf.white import (
    Styles,
    Undo,
    bare,
    body_of,
    halved,
    lines_of_white,
    put,
    tightened,
)
from converter.values import dataclass, field

_SHORT = 6
"""Lines: a page with no more of them is a tail."""
_BACK = 8
"""Pages before the tail on which paragraphs are looked for, the last ones first."""
_SPARE = 3
"""A line saved may be lost again before a heading: tries are made with so many more."""
_FOOT_SHARE = 0.6
"""Boxes that are higher, by the page, do not go to its foot."""
_ALONE = 2
"""No more lines of text than these, with or without a credit below, do not have a page."""
_CARRIED = 6
"""No more lines than these leave the page before for their sake."""
_UNEVEN = 1.9
"""Lines: columns whose feet are so far apart are seen to be uneven."""
_BOXES_UNEVEN = 2.9
"""Lines: for less, no box leaves its place."""
_LESS = 0.5
"""Lines: white that becomes less by so much is worth that something is moved."""
_PX = 96 / 72

Make = Callable[[int, Sequence[Any]], tuple[Any, Any]]


@dataclass(slots=True)
class _Article:
    """An article under way: its box, its first page, the notes that waited before each page.

    The first of them are to come, the second were sent on by the page before.
    """

    box: Any
    start: int
    waiting: list[tuple[list[Any], list[Any]]] = field(default_factory=list)


class Tails:
    """Watches pages being made; makes articles up again that end in a tail."""

    def __init__(self, context: Any, root_box: Any, grid: float, make: Make) -> None:
        self._context = context
        self._root = root_box
        self._grid = grid * _PX
        self._make = make
        self._article: _Article | None = None

    def before(self, index: int) -> None:
        """Note whether an article opens on the page that is now to be made."""
        context = self._context
        box = opened(self._root, context.page_maker[index][0])
        if box is not None:
            self._article = _Article(box, index) if classes_of(box) == ["article"] else None
            if context.reported_footnotes:
                self._article = None  # those of the article before
        if self._article is not None:
            waiting = list(context.footnotes), list(context.reported_footnotes)
            self._article.waiting.append(waiting)

    def after(self, made: list[Any]) -> None:
        """If the last of the pages made ends an article in a tail, make the article again."""
        article, context = self._article, self._context
        if article is not None and not self._ends(made):
            self._fill(article, made)
        if article is None or not self._ends(made):
            return
        self._article = None
        if context.reported_footnotes or made[-1].children[1].children:
            return
        if len(made) - article.start > 1:
            self._pull(article, made)
        self._level(article, made)

    def _pull(self, article: _Article, made: list[Any]) -> None:
        """Do something about a tail."""
        # Less to win where a box or a paragraph left lines of the page before it empty.
        lines = max(1, self._lines(made[-1]) - self._free(made[-2]))
        saved = lines <= _SHORT and self._save(article, made, lines)
        if not saved and not self._sink(article, made):
            self._carry(article, made)

    def _ends(self, made: list[Any]) -> bool:
        """True if the last of the pages is the last of its article, too."""
        following = self._context.page_maker[len(made)][0]
        return following is None or opened(self._root, following) is not None

    def _fill(self, article: _Article, made: list[Any]) -> None:
        """Where a table or a box had no room, let the text go on in its place."""
        self._put_off(article, made)
        while True:
            index = len(made) - 1
            maker = self._context.page_maker
            ways = moves(self._root, made[-1], maker[index][0], maker[index + 1][0], self._grid)
            best, least = None, white(made[-1], self._grid) - _LESS
            for move in list(ways):
                before, page = self._moved(article, index, move)
                lines = white(page, self._grid)
                if lines <= least:
                    best, least = move, lines
                move.undo()
                before.back()
            if best is None:
                return
            _, made[-1] = self._moved(article, index, best)

    def _put_off(self, article: _Article, made: list[Any]) -> None:
        """Send a box on that took the place of the text which calls it, and then had none.

        The page would end with the room for it: what leads in to that text, as a question
        does, goes overleaf with the text; or the text ends where the box gave way.
        """
        context, index, page = self._context, len(made) - 1, made[-1]
        lines = white(page, self._grid)
        stays = {note.element for note in page.children[1].children}
        boxes = [one for one, at in tried(context).items() if at == index + 1 and one not in stays]
        if not boxes or lines < HOLE:
            return
        before = Before(context, index)
        before.wait(*article.waiting[index - article.start])
        put_off(context).update(dict.fromkeys(boxes, index + 1))
        again, _ = self._make(index, ())
        notes = any("box" not in classes_of(note) for note in context.reported_footnotes)
        if notes or self._ends([*made[:-1], again]) or white(again, self._grid) > lines - _LESS:
            before.back()
        else:
            made[-1] = again

    def _moved(self, article: _Article, index: int, move: Move | Across) -> tuple[Before, Any]:
        """The last page, made again after a move, and the way back."""
        before = Before(self._context, index)
        before.wait(*article.waiting[index - article.start])
        move.do()
        page, _ = self._make(index, ())
        return before, page

    def _save(self, article: _Article, made: list[Any], lines: int) -> bool:
        """Set paragraphs shorter; if that will not do, the white; if not that, both."""
        undo: list[Undo] = []
        first = len(made)
        for index, back in self._shortened(article, made):
            undo.append(back)
            first = index
            if len(undo) >= lines and self._again(article, made, first):
                return True
            if len(undo) >= lines + _SPARE:
                break
        if len(made) - article.start <= _BACK:
            # Long articles have paragraphs enough, and would have to be made again whole.
            for styles, gives in self._whites(article, lines):
                if len(undo) + gives >= lines:
                    back = put(styles)
                    if self._again(article, made, article.start):
                        return True
                    back()
        for back in undo:
            back()
        return False

    def _whites(self, article: _Article, lines: int) -> Iterator[tuple[Styles, int]]:
        """Ways to take white from the article, the mildest first, and the lines each gives."""
        # One line more than wanted: white that the page's head swallowed comes back.
        most = min(lines + 1, lines_of_white(article.box, self._grid))
        for fewer in range(1, most + 1):
            yield tightened(article.box, fewer * self._grid, self._grid), fewer
        around = halved(article.box, self._grid)
        if around:
            yield around, len(around)
        opening = tightened(article.box, most * self._grid, self._grid) if most else []
        if around and most:
            yield [*opening, *around], lines
        closing = bare(article.box)
        if closing:
            apart = {id(box) for box, _ in closing}
            others = (style for style in around if id(style[0]) not in apart)
            yield [*opening, *others, *closing], lines

    def _sink(self, article: _Article, made: list[Any]) -> bool:
        """Boxes that have the last page for themselves go to the foot of the one before it."""
        body = body_of(article.box)
        foot = made[-2].children[1].children
        alone = boxes_alone(section_of(made[-1]))
        if not alone or any("box" not in classes_of(note) for note in foot):
            return False
        # With those of the page before that follow each other to the end of the article.
        first = len(body.children)
        while first and is_whole(body.children[first - 1]):
            first -= 1
        last = body.children[first:]
        tall = sum(box.border_height() for box in (*foot, *alone)) / len((*foot, *alone))
        height = tall * (len(foot) + len(last))
        if len(last) < len(alone) or height > made[-2].height * _FOOT_SHARE:
            return False
        children = body.children
        body.children = children[:first]
        notes = [as_note(box) for box in last]
        if self._again(article, made, len(made) - 2, fewer=0, notes=notes):
            return True
        body.children = children
        return False

    def _carry(self, article: _Article, made: list[Any]) -> None:
        """A line or two that stay alone get company: what stands before them goes overleaf.

        With a credit alone that may be a box, which is not divided.
        """
        body = body_of(article.box)
        there = body_of(section_of(made[-1]))
        before = body_of(section_of(made[-2]))
        alone = text_lines(there) if there else 0
        if alone > _ALONE or body is None or before is None or more_than_text(there):
            return
        tree = {id(box.element): box for box in body.children if box.element is not None}
        carried = 0
        blocks = blocks_of(before)
        for at in range(len(blocks) - 1, 0, -1):
            child, above = blocks[at], blocks[at - 1]
            carried += text_lines(child)
            if carried > _CARRIED or not (is_text(child) or (not alone and is_whole(child))):
                return
            if "avoid" in (child.style["break_before"], above.style["break_after"]):
                continue
            if alone + carried <= _ALONE + 1:
                continue
            box = tree[id(child.element)]
            style = box.style.copy()
            style["break_before"] = "page"
            back = put([(box, style)])
            if not self._again(article, made, len(made) - 2, fewer=0):
                back()
            return

    def _level(self, article: _Article, made: list[Any]) -> None:
        """If the columns with which an article ends are uneven, see what makes them less so.

        Boxes with which it ends may stand across them, others a paragraph or two further on.
        """
        if len(made[-1].children[0].children[0].children) > 1:
            return
        body = body_of(article.box)
        least = uneven = level(body_of(section_of(made[-1]))) / self._grid
        best: Move | Across | None = None
        across = Across.of(body)
        if across is not None and uneven >= _UNEVEN:
            best, least = self._leveller(article, made, (across,), least)
        if best is None and uneven >= _BOXES_UNEVEN:
            start = self._context.page_maker[len(made) - 1][0]
            ways = list(shifts(self._root, body, start))
            best, least = self._leveller(article, made, ways, least)
        if best is not None:
            _, made[-1] = self._moved(article, len(made) - 1, best)

    def _leveller(
        self, article: _Article, made: list[Any], ways: Iterable[Move | Across], least: float
    ) -> tuple[Move | Across | None, float]:
        """The way that makes the feet of the columns most even, by a line at least."""
        best = None
        for way in ways:
            before, page = self._moved(article, len(made) - 1, way)
            uneven = level(body_of(section_of(page))) / self._grid
            if self._ends(made) and uneven < least - 1:
                best, least = way, uneven
            way.undo()
            before.back()
        return best, least

    def _lines(self, page: Any) -> int:
        """The lines of the article that ends on a page."""
        height: float = section_of(page).margin_height()
        return round(height / self._grid)

    def _free(self, page: Any) -> int:
        """The lines that a page has left empty at its foot."""
        if page.children[1].children:
            return 0
        end = end_of_text(page.children[0], page.margin_top)
        return max(0, int((page.margin_top + page.height - end) / self._grid + 0.01))

    def _shortened(self, article: _Article, made: list[Any]) -> Iterator[tuple[int, Undo]]:
        """Shorten one paragraph after the other, the last first; its page and the way back."""
        from converter.typeset.copyfit import fewer_lines

        size = self._root.style["font_size"]
        seen: set[int] = set()
        for index in range(len(made) - 1, max(article.start, len(made) - 1 - _BACK) - 1, -1):
            lines = [
                box
                for box in made[index].children[0].descendants()
                if hasattr(box, "composition") and box.style["font_size"] == size
            ]
            for line in reversed(lines):
                if id(line.composition) in seen:
                    continue
                seen.add(id(line.composition))
                # A paragraph that began on the page before is made again from there.
                first = index - (line.composition is lines[0].composition)
                back = fewer_lines(line) if first >= article.start else None
                if back is not None:
                    yield first, back

    def _again(
        self,
        article: _Article,
        made: list[Any],
        start: int,
        *,
        fewer: int = 1,
        notes: Sequence[Any] = (),
    ) -> bool:
        """Make the pages from ``start`` on again; keep them if they are so many fewer.

        ``notes`` stand at the foot of the first of them.
        """
        context = self._context
        pages = made[start:]
        ending = context.page_maker[len(made)][0]
        before = Before(context, start)
        before.wait(*article.waiting[start - article.start])
        again: list[Any] = []
        while len(again) < len(pages) - fewer:
            page, _ = self._make(start + len(again), () if again else notes)
            again.append(page)
        end = context.page_maker[start + len(again)]
        ended = end[0] == ending or opened(self._root, end[0]) is not None
        if ended and not context.reported_footnotes:
            made[start:] = again
            del context.page_maker[start + len(again) + 1 :]
            return True
        before.back()
        return False
