"""Prints the bodies of articles: lines, pages, and what OCR makes of them."""

from __future__ import annotations

import re
from random import Random

from tests.damage import noise
from tests.damage.body_texts import Part
from tests.damage.body_ways import BodyHouse
from tests.damage.lines import cut_in_sentence, fill

_HAN = re.compile("[\u4e00-\u9fff]")
_WIDE = "\u3000"


class BodyPrinter:
    """Writes the lines of an issue, page after page."""

    def __init__(self, rng: Random, house: BodyHouse, magazine: str) -> None:
        self.rng, self.house, self.magazine = rng, house, magazine
        self.measure = int(house.measure)
        self.depth = rng.randrange(24, 42)
        self.page = rng.choice((2, 3, 3, 5))
        self.used = 0
        self.lines: list[str] = []

    # --- articles -------------------------------------------------------------------------

    def open(self, title: str, byline: str) -> None:
        """Begin an article on a page of its own."""
        self.page += 1
        self.lines += ["", title, "", byline, ""]
        self.used = 6

    def close(self) -> None:
        """The foot of an article's last page."""
        self._furniture()

    def put(self, part: Part) -> None:
        """Print a block below the others."""
        if part.kind == "heading":
            self._heading(part)
        elif part.kind == "verse":
            self._solid(list(part.lines))
        else:
            self._paragraph(part)

    # --- pages ----------------------------------------------------------------------------

    @property
    def _room(self) -> int:
        return self.depth - self.used

    def _turn(self) -> None:
        self._furniture()
        self.page += 1
        self.used = 0

    def _furniture(self) -> None:
        """The foot of the page and the head of the next."""
        head = f"{self.magazine} 2019年第4期"
        shown = {
            "gap": [""],
            "folio": [str(self.page)],
            "dash": [f"— {self.page} —"],
            "head": [head],
            "head and folio": [f"{head} {self.page}"],
            "mark": [f"第{self.page}页"],
        }.get(self.house.furniture, [])
        for line in shown:
            self.lines += [line, ""] if self.house.apart and line else [line]

    # --- blocks ---------------------------------------------------------------------------

    def _emit(self, lines: list[str]) -> None:
        """Write printed lines that belong together."""
        if self.house.marks == "half width":
            lines = [noise.half_width(line) for line in lines]
        if self.house.layout == "all apart":
            lines = [one for line in lines for one in (line, "")]
        self.lines += lines

    def _gap(self) -> None:
        if self.lines[-1]:
            self.lines.append("")

    def _heading(self, part: Part) -> None:
        """A heading with the space about it; now and then at the foot of its page."""
        lines = list(part.lines)
        if self._room < len(lines) + (2 if self.rng.random() < 0.8 else 0):
            self._turn()
        indent = {"two": 2, "middle": int(self.measure - len(lines[0])) // 2}
        blank = _WIDE * indent.get(self.house.head_indent, 0)
        lines = [blank + line for line in lines]
        if self.house.markup == "bold":
            lines = [f"**{line}**" for line in lines]
        elif self.house.markup == "hash":
            lines = [f"{'#' * (part.level + 1)} {line}" for line in lines]
        if self.house.head_gap in {"above", "both"}:
            self._gap()
        self._emit(lines)
        if self.house.head_gap == "both":
            self._gap()
        self.used += len(lines) + 1

    def _solid(self, lines: list[str]) -> None:
        if self._room < len(lines) + 1:
            self._turn()
        self._emit(lines)
        self._gap()
        self.used += len(lines)

    def _paragraph(self, part: Part) -> None:
        printed = fill(part.text, self.measure, 2)
        if not self.house.indents and self.house.wraps:
            printed = fill(part.text, self.measure)
        pieces = self._pieces(printed, part)
        first = True
        for at, (piece, after) in enumerate(pieces):
            text = piece if self.house.wraps else [_joined(piece)]
            if first and self.house.indents:
                text = [_WIDE * 2 + text[0], *text[1:]]
            if first and part.bold:
                text = [f"**{text[0][: part.bold]}**{text[0][part.bold :]}", *text[1:]]
            if self.house.seams == "doubled" and after == "page":
                below = _joined(pieces[at + 1][0])
                text[-1], below = noise.doubled(self.rng, text[-1], below)
                pieces[at + 1] = ([below], pieces[at + 1][1])
            first = False
            self._emit(text)
            self.used += len(piece)
            if self.house.apart:
                self._gap()
            if after == "page":
                self._turn()
            elif after:
                self._inset(after)

    def _inset(self, caption: str) -> None:
        self._emit([caption])
        if self.house.apart:
            self._gap()
        self.used += 1

    def _pieces(self, lines: list[str], part: Part) -> list[tuple[list[str], str]]:
        """The lines of a paragraph, cut by pages and captions; with each what stands below it."""
        cuts: dict[int, str] = {}
        if part.inset:
            places = [at for at in range(2, len(lines) - 1) if self._may_cut(lines, at)]
            if places:
                cuts[self.rng.choice(places)] = part.inset
            else:
                part.inset = ""
        room = self._room
        if room < 1:
            self._turn()
            room = self._room
        while room < len(lines):
            at = next((at for at in range(room, 0, -1) if self._may_cut(lines, at)), 0)
            if not at or at <= max((other for other in cuts if cuts[other] == "page"), default=0):
                break
            if at not in cuts:
                cuts[at] = "page"
            room = at + self.depth
        pieces, start = [], 0
        for at in (*sorted(cuts), len(lines)):
            pieces.append((lines[start:at], cuts.get(at, "")))
            start = at
        return pieces

    def _may_cut(self, lines: list[str], at: int) -> bool:
        """True if a reader sees that a paragraph cut there goes on.

        A full line that ends with its sentence shows it where the next paragraph is indented.
        """
        if self.house.layout in {"indented", "all apart"}:
            return True
        return cut_in_sentence(lines, at) and bool(
            _HAN.match(lines[at][0]) and _HAN.match(lines[at - 1][-1])
        )


def _joined(lines: list[str]) -> str:
    """Printed lines as one."""
    text = ""
    for line in lines:
        latin = text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii()
        text += f" {line}" if latin and line[:1].isalnum() and not text[-1:].isdigit() else line
    return text
