"""Prints a draft: breaks it into pages as a printer does and sets boxes among the text.

The result is what stood on the paper, in the order in which an OCR program reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from tests.damage.bylines import byline_of
from tests.damage.draft import (
    Block,
    Draft,
    Grid,
    Head,
    Para,
    Picture,
    Piece,
    Poem,
    Quote,
    Sidebar,
)
from tests.damage.lines import balanced, cut_in_sentence, fill
from tests.damage.printed import Page, Run, box_runs
from tests.damage.style import Style


@dataclass(slots=True)
class _Tail:
    """What is left of an article that goes on later (下转)."""

    piece: Piece
    lines: list[str]
    blocks: list[Block]
    page: int
    forward: Run
    order: list[Block]


class Press:
    """Prints one issue. Reorders the blocks of its articles as they came to stand."""

    def __init__(self, rng: Random, style: Style, draft: Draft) -> None:
        self.rng, self.style, self.draft = rng, style, draft
        self.pages: list[Page] = []
        self.used = 0
        self.column = 0
        self.height = style.depth
        self.at_top: list[Sidebar] = []
        self.at_foot: list[Sidebar] = []
        self.notes: list[tuple[str, str]] = []
        self.reserved = 0
        self.boxes = 0
        self.order: list[Block] = []
        self.tails: list[_Tail] = []
        self.piece = draft.pieces[0]

    def print(self) -> list[Page]:
        """Print all articles that have a text."""
        printed = [piece for piece in self.draft.pieces if piece.printed]
        self.pages.append(Page(self.style.first_page, printed[0]))
        for index, piece in enumerate(printed):
            self._open(piece, first=index == 0)
            may_jump = self.rng.random() < self.style.jumps and index + 1 < len(printed)
            finished = self._flow(piece.blocks, may_jump=may_jump)
            if finished:
                self._close(piece)
                self._finish_tails()
        self._number_the_lost()
        for page in self.pages:
            page.settle()
        return self.pages

    def _number_the_lost(self) -> None:
        """Entries of the contents whose article is missing had a page as well."""
        before = self.style.first_page
        for piece in self.draft.pieces:
            if not piece.printed:
                piece.page = before + 1
            before = piece.page

    # --- pages ----------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def room(self) -> int:
        """The lines left in the column."""
        return self.height - self.used - self.reserved

    def _advance(self) -> None:
        """Go to the next column or page; what waits for the foot or the top is set."""
        self._set_foot()
        if self.column + 1 < self.style.columns:
            self.column += 1
        else:
            self._turn()
        self.used = 0
        waiting, self.at_top = self.at_top, []
        for box in waiting:
            if self._box_height(box) <= self.room():
                self._set_box(box)
            else:
                self.at_top.append(box)

    def _turn(self) -> None:
        self.pages.append(Page(self.page.number + 1, self.piece))
        self.column, self.height = 0, self.style.depth

    def _set_foot(self) -> None:
        waiting, self.at_foot, self.reserved = self.at_foot, [], 0
        for box in waiting:
            self._set_box(box)
        notes, self.notes = self.notes, []
        for marker, text in notes:
            self.page.runs.append(Run("note", fill(f"{marker}{text}", self.style.measure)))

    def _put(self, run: Run, before: int = 0) -> None:
        if before and self.used:
            self.used += before
        self.page.runs.append(run)
        self.used += len(run.lines)

    # --- articles -------------------------------------------------------------------------

    def _open(self, piece: Piece, *, first: bool) -> None:
        style = self.style
        self.piece, self.order = piece, []
        if not first:
            self.page.settle()
            roomy = style.run_on and self.room() > style.depth // 2
            if not roomy:
                self._turn()
                self.used = 0
            else:
                self.used += 2
        self.page.opens = True
        self.page.piece = piece
        start = len(self.page.runs)
        piece.page = self.page.number
        if style.quote_place == "before":
            self._opening_quotes(piece)
        self._head(piece)
        if style.quote_place == "after":
            self._opening_quotes(piece)
        height = sum(
            len(run.lines) * (2 if run.kind == "title" else 1) + 1 for run in self.page.runs[start:]
        )
        if self.used == 0 and self.column == 0:
            self.height = max(style.depth - height, style.depth // 4)
        else:
            self.used = min(self.used + height, self.height - 2)

    def _opening_quotes(self, piece: Piece) -> None:
        for quote in piece.quotes:
            self.page.runs.append(Run("quote", fill(quote, self.style.measure - 1)))

    def _head(self, piece: Piece) -> None:
        gap = self.style.title_join
        self.page.runs.append(Run("title", list(piece.title_in_body), gap=gap))
        if piece.subtitle:
            self.page.runs.append(Run("subtitle", [piece.subtitle]))
        byline = byline_of(self.style, piece)
        if byline:
            self.page.runs.append(Run("byline", [byline]))

    def _close(self, piece: Piece) -> None:
        """The article is at its end: set what still waits."""
        self._set_foot()
        waiting, self.at_top = self.at_top, []
        for box in waiting:
            self._set_box(box)
        if self.style.notes == "end":
            for marker, text in piece.notes:
                lines = fill(f"{marker}{text}", self.style.measure)
                if self.room() < len(lines):
                    self._advance()
                self._put(Run("note", lines))
        piece.blocks = self.order

    def _finish_tails(self) -> None:
        """Print what is left of an article after the end of a later one."""
        if not self.tails:
            return
        tail = self.tails.pop()
        self.piece, self.order = tail.piece, tail.order
        if self.room() < 6:
            self._advance()
        tail.forward.lines = [f"（下转第{self.page.number}页）"]
        self._put(Run("jump", [f"（上接第{tail.page}页）"]), before=1)
        if tail.lines:
            self._lines(tail.lines, starts=False, boxes=[])
        self._flow(tail.blocks, may_jump=False)
        self._close(tail.piece)

    # --- blocks ---------------------------------------------------------------------------

    def _flow(self, blocks: list[Block], *, may_jump: bool) -> bool:
        """Print blocks; false if the article goes on later."""
        queue = list(blocks)
        half = len(queue) // 2
        done = 0
        while queue:
            block = queue.pop(0)
            boxes = _leading_boxes(queue) if isinstance(block, Para) else []
            del queue[: len(boxes)]
            done += 1
            if (
                may_jump
                and done > half
                and isinstance(block, Para)
                and self._jump(block, boxes, queue)
            ):
                return False
            self._block(block, boxes)
        return True

    def _jump(self, block: Para, boxes: list[Sidebar], rest: list[Block]) -> bool:
        """Break an article off at the foot of its page, if this paragraph reaches it."""
        lines = fill(block.text, self.style.measure, 2)
        room = self.room()
        if boxes or len(lines) <= room or room < 2 or self.at_foot or self.at_top or self.notes:
            return False
        if self.column + 1 < self.style.columns or any(isinstance(b, Sidebar) for b in rest[:1]):
            return False
        self.order.append(block)
        self._put(Run("text", lines[:room], ends=False, indent=2))
        forward = Run("jump", [""])
        self.page.runs.append(forward)
        self.tails.append(
            _Tail(self.piece, lines[room:], rest, self.page.number, forward, self.order)
        )
        return True

    def _block(self, block: Block, boxes: list[Sidebar]) -> None:
        measure = self.style.measure
        match block:
            case Para():
                self._para(block, boxes)
                return
            case Head():
                self._heading(block)
            case Sidebar():
                if self._box_height(block) > self.room():
                    self._advance()
                self._set_box(block)
                return
            case Poem():
                self._solid(Run("verse", list(block.lines)))
            case Grid():
                if block.caption:
                    self._solid(Run("caption", [block.caption]), with_next=len(block.rows) + 1)
                self._solid(Run("table", ["\t".join(row) for row in block.rows]))
            case Picture():
                self._solid(Run("caption", fill(block.caption, measure)))
            case Quote():
                self._quote(block)
        self.order.append(block)

    def _quote(self, block: Quote) -> None:
        lines = fill(block.text, self.style.measure - 2)
        self._solid(Run("quote", lines), with_next=bool(block.by))
        if block.by:
            self._put(Run("attribution", [f"——{block.by}"]))

    def _solid(self, run: Run, with_next: int = 0) -> None:
        if self.room() < len(run.lines) + with_next:
            self._advance()
        self._put(run, before=1)

    def _heading(self, block: Head) -> None:
        lines = balanced(block.text, self.style.measure - 2)
        gap = self.rng.choice(("", "", " ", "\n" if self.style.layout == "blank" else " "))
        if self.room() < len(lines) + 3:
            if (
                len(lines) > 1
                and self.room() >= 1
                and self.rng.random() < self.style.split_headings * 6
            ):
                self._put(Run("heading", lines[:1], ends=False, level=block.level))
                self._advance()
                self._put(Run("heading", lines[1:], starts=False, gap=gap))
                return
            self._advance()
        self._put(Run("heading", lines, gap=gap, level=block.level), before=1)

    def _para(self, block: Para, boxes: list[Sidebar]) -> None:
        self.order.append(block)
        lines = fill(block.text, self.style.measure, 2)
        self._lines(lines, starts=True, boxes=boxes)

    def _lines(self, lines: list[str], *, starts: bool, boxes: list[Sidebar]) -> None:
        """Print the lines of a paragraph and set its boxes around, above or below it."""
        where = self._choose(lines, boxes)
        run = Run("text", [], starts=starts, indent=2 if starts else 0)
        for index, line in enumerate(lines):
            if self.room() < 1 + self._notes_height(line):
                run = self._over(run)
            if where == ("here", index) and boxes:
                run = self._around(run, boxes)
                boxes = []
            self._take_notes(line)
            run.lines.append(line)
            self.used += 1
        self._end(run, ends=True)
        for box in boxes:
            if where[0] == "here":
                where = ("top", 0)
            if where[0] == "foot" and self.room() > self._box_height(box) + 2:
                self.at_foot.append(box)
                self.reserved += self._box_height(box)
            else:
                self.at_top.append(box)

    def _end(self, run: Run, *, ends: bool) -> None:
        if run.lines:
            run.ends = ends
            self.page.runs.append(run)

    def _over(self, run: Run) -> Run:
        """Go on with a paragraph in the next column or on the next page."""
        self._end(run, ends=False)
        page = self.page
        self._advance()
        same = self.page is page and bool(run.lines) and page.runs[-1] is run
        run.tight = same and not self.style.column_cuts
        return Run(
            "text", [], starts=not run.lines and run.starts, indent=0 if run.lines else run.indent
        )

    def _choose(self, lines: list[str], boxes: list[Sidebar]) -> tuple[str, int]:
        """Where the boxes of a paragraph go: here (before which line), to the foot, the top."""
        if not boxes:
            return ("none", 0)
        for box in boxes:
            if len(box.paragraphs) > 1 and not box.attribution and not cut_in_sentence(lines, 1):
                del box.paragraphs[1:]  # nobody could tell where such a box ends
        must = any(len(box.paragraphs) > 1 and not box.attribution for box in boxes)
        if must:
            cuts = [i for i in range(1, len(lines)) if cut_in_sentence(lines, i)]
            if cuts:
                return ("here", self.rng.choice(cuts))
        roll = self.rng.random()
        if roll < 0.5 and len(lines) > 1:
            return ("here", self.rng.randrange(1, len(lines)))
        return ("foot", 0) if roll < 0.75 else ("top", 0)

    def _around(self, run: Run, boxes: list[Sidebar]) -> Run:
        """Set boxes in the middle of a paragraph."""
        must = any(len(box.paragraphs) > 1 and not box.attribution for box in boxes)
        height = sum(self._box_height(box) for box in boxes)
        if height > self.room() - 1 and not must:
            if (
                self.rng.random() < self.style.cut_boxes
                and self.room() > 6
                and boxes[0].attribution
            ):
                self._end(run, ends=False)
                self._cut_box(boxes[0])
                self.at_top += boxes[1:]
                return Run("text", [], starts=not run.lines and run.starts)
            self.at_top += boxes
            return run
        self._end(run, ends=False)
        place = len(self.page.runs)
        for box in boxes:
            self._set_box(box)
        if not must and self.rng.random() < self.style.moved_boxes:
            self._move(place)
        return Run("text", [], starts=not run.lines and run.starts)

    def _move(self, place: int) -> None:
        """OCR reads the boxes just set before or after all else on the page."""
        page = self.page
        if any(run.box for run in page.runs[:place]) or page.late:
            return
        boxes = page.runs[place:]
        if self.rng.random() < 0.5:
            page.late, page.runs[place:] = boxes, []
        elif not page.opens and place >= 2:
            page.runs[:] = boxes + page.runs[:place]

    # --- notes ----------------------------------------------------------------------------

    def _notes_of(self, line: str) -> list[tuple[str, str]]:
        if self.style.notes != "foot":
            return []
        return [note for note in self.piece.notes if note[0] in line]

    def _notes_height(self, line: str) -> int:
        return sum(len(fill(m + t, self.style.measure)) + 1 for m, t in self._notes_of(line))

    def _take_notes(self, line: str) -> None:
        found = self._notes_of(line)
        self.reserved += self._notes_height(line)
        self.notes += found

    # --- boxes ----------------------------------------------------------------------------

    def _box_runs(self, box: Sidebar) -> list[Run]:
        self.boxes += 1
        return box_runs(box, self.style.measure, self.boxes, self.rng)

    def _box_height(self, box: Sidebar) -> int:
        inner = sum(len(fill(text, self.style.measure - 2, 2)) for text in box.paragraphs)
        return inner + 3 + bool(box.title) + bool(box.attribution)

    def _set_box(self, box: Sidebar) -> None:
        self.order.append(box)
        self.page.runs += self._box_runs(box)
        self.used += self._box_height(box)

    def _cut_box(self, box: Sidebar) -> None:
        """A box of which the end stands on the next page."""
        self.order.append(box)
        room = self.room() - 2
        for run in self._box_runs(box):
            if room <= 0 or len(run.lines) <= room:
                self.page.runs.append(run)
                room -= len(run.lines)
                continue
            head = replace(run, lines=run.lines[:room], ends=False)
            rest = replace(run, lines=run.lines[room:], starts=False, indent=0)
            self.page.runs.append(head)
            self._advance()
            self.page.runs.append(rest)
            self.used += len(rest.lines) + 2
            room = self.height


def _leading_boxes(blocks: list[Block]) -> list[Sidebar]:
    """The boxes with which some blocks begin."""
    found: list[Sidebar] = []
    for block in blocks:
        if not isinstance(block, Sidebar):
            break
        found.append(block)
    return found
