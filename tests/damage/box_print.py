"""Prints articles and the boxes in them as the lines that OCR reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

from tests.damage import noise
from tests.damage.box_set import SetBox
from tests.damage.box_ways import ENGLISH, House
from tests.damage.lines import cut_in_sentence, fill

_HAN = re.compile("[\u4e00-\u9fff]")
_MEASURE, _FRAME = 26, 23
"""Em of a column, and of a box in it."""


@dataclass(slots=True)
class Seam:
    """The two halves of a paragraph that a page or a box cuts."""

    above: list[str]
    below: list[str]


@dataclass(slots=True)
class Printer:
    """Writes the lines of an issue in the ways of its house."""

    rng: Random
    house: House
    magazine: str
    page: int = field(default=3)

    @property
    def wraps(self) -> bool:
        """True where each printed line is a line of the file."""
        return self.house.layout in {"indent", "wrapped"}

    @property
    def apart(self) -> bool:
        """True where blank lines part all paragraphs."""
        return self.house.layout in {"blank", "wrapped"}

    # --- text -----------------------------------------------------------------------------

    def lines(self, text: str, measure: int = _MEASURE) -> list[str]:
        """The lines of a whole paragraph."""
        if not self.wraps:
            return [text]
        indent = 2 if self.house.layout == "indent" else 0
        lines = fill(text, measure, indent)
        return ["\u3000" * indent + lines[0], *lines[1:]]

    def seam(self, text: str, *, stop: bool = False) -> Seam | None:
        """A paragraph cut within a sentence, or at a full stop; ``None`` if it cannot be."""
        if self.wraps:
            lines = self.lines(text)
            plain = [line.strip() for line in lines]
            places = [
                at
                for at in range(1, len(lines))
                if (plain[at - 1][-1] == "。" if stop else cut_in_sentence(plain, at))
                and len(plain[at - 1]) >= _MEASURE - 3
                and _HAN.match(plain[at][0])
                and (stop or _HAN.match(plain[at - 1][-1]))
            ]
            if not places:
                return None
            at = self.rng.choice(places)
            return Seam(lines[:at], lines[at:])
        places = [
            at
            for at in range(len(text) // 3, len(text) * 4 // 5)
            if _HAN.match(text[at]) and _HAN.match(text[at - 1])
        ]
        if stop or not places:
            return None
        at = self.rng.choice(places)
        above, below = text[:at], text[at:]
        if self.house.damage == "doubled" and above[-1] != below[0]:
            above, below = noise.doubled(self.rng, above, below)
        return Seam([above], [below])

    def put(self, lines: list[str], block: list[str]) -> None:
        """Put the lines of a paragraph below those that stand there."""
        if self.house.damage == "half width":
            block = [noise.half_width(line) for line in block]
        lines += [*block, ""] if self.apart else block

    def break_page(self, lines: list[str]) -> None:
        """The foot of a page and the head of the next, as the house prints them."""
        self.page += 1
        folio, head = str(self.page), f"{self.magazine} 2019年第4期"
        shown = {
            "folio": [folio],
            "head": [head],
            "both": [folio, head] if self.page % 2 else [f"{head} {folio}"],
            "gaps": ["", "", ""],
        }.get(self.house.furniture, [])
        if shown == ["", "", ""]:
            lines += shown if self.apart else [""]
            return
        for line in shown:
            lines += [line, ""] if self.apart else [line]

    # --- boxes ----------------------------------------------------------------------------

    def box(self, lines: list[str], box: SetBox) -> None:
        """Put a box below the lines that stand there."""
        head, texts = self._head(box)
        paragraphs = list(box.text.paragraphs)
        if texts:
            paragraphs[0] = texts + paragraphs[0]
        if box.behind:
            paragraphs[-1] += box.source_line
        blocks = [*([line] for line in head)]
        if self.house.look in {"quoted", "cell"}:
            self._framed(lines, [*head, *paragraphs, *self._tail(box)])
            return
        blocks += [self.lines(text, _FRAME) for text in paragraphs]
        blocks += [[line] for line in self._tail(box)]
        if self.apart and (self.house.damage == "tight" or self._is_close(box)):
            keep = len(head) if self.house.damage != "tight" else 0
            for block in blocks[:keep]:
                self.put(lines, block)
            self.put(lines, [line for block in blocks[keep:] for line in block])
            return
        for block in blocks:
            self.put(lines, block)

    def _is_close(self, box: SetBox) -> bool:
        return box.text.close and self.house.close == "yes" and not self.wraps

    def _tail(self, box: SetBox) -> list[str]:
        if box.behind or not box.source_line:
            return []
        if self.house.damage == "lost bracket":
            return [box.source_line.removesuffix("）")]
        return [box.source_line]

    def _framed(self, lines: list[str], texts: list[str]) -> None:
        """A box that the OCR has marked, as a quotation or as a table of one cell."""
        if self.house.look == "quoted":
            block = [line for text in texts for line in (f"> {text}", ">")][:-1]
        else:
            block = [f"| {'<br>'.join(texts)} |", "|---|"]
        self.put(lines, block)

    def _head(self, box: SetBox) -> tuple[list[str], str]:
        """The lines of the label and the title, and what stands before the first word of the text."""
        label, title = box.label, list(box.title)
        look = self.house.look
        if look in {"quoted", "cell"}:
            return [f"**{label}**" if look == "quoted" else label, *title], ""
        if look == "none" or not label:
            return title, ""
        beside = {
            "colon": f"{label}：",
            "blank": f"{label} ",
            "wide blank": f"{label}\u3000",
            "bar": f"{label} | ",
            "slash": f"{label}/",
            "glued": label,
        }.get(look)
        if beside is not None:
            return ([beside + title[0], *title[1:]], "") if title else ([], beside)
        return [*self._alone(look, label), *title], ""

    def _alone(self, look: str, label: str) -> list[str]:
        """A label on a line of its own, or upright on several."""
        mark = "■●◆▲※►"[len(label) % 6]
        english = ENGLISH.get(label, "TIPS")
        return {
            "ornament": [f"{mark}{label}"],
            "ornament blank": [f"{mark} {label}"],
            "bracket": [f"【{label}】"],
            "square": [f"[{label}]"],
            "tortoise": [f"〔{label}〕"],
            "bold": [f"**{label}**"],
            "hash": [f"## {label}"],
            "spaced": [" ".join(label)],
            "english": [f"{label} {english}"],
            "english below": [label, english],
            "upright": list(label),
        }.get(look, [label])
