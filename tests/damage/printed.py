"""What stands on the paper: pages of runs of lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.damage.draft import Piece, Sidebar
from tests.damage.lines import fill


@dataclass(slots=True)
class Run:
    """Lines of one block that stand together on a page.

    ``starts`` and ``ends`` tell whether the part of the block begins and ends here.
    """

    kind: str
    lines: list[str]
    starts: bool = True
    ends: bool = True
    indent: int = 0
    gap: str = ""
    """What OCR puts between the lines of a heading or a title."""
    level: int = 0
    box: int = 0
    """A number shared by the runs of one box; 0 for what is in none."""
    tight: bool = False
    """OCR reads it together with the next run (over the end of a column)."""


@dataclass(slots=True)
class Page:
    """A printed page. ``late`` are runs that OCR reads last though they stand higher."""

    number: int
    piece: Piece
    runs: list[Run] = field(default_factory=list)
    late: list[Run] = field(default_factory=list)
    opens: bool = False

    def settle(self) -> None:
        """Put what is read last at the end."""
        self.runs += self.late
        self.late = []


_LABELS = {
    "bracket": "【{}】",
    "lenticular": "■ {}",
    "arrow": "▶{}",
    "shell": "〔{}〕",
    "bar": "{}｜{}",
}


def box_runs(box: Sidebar, measure: int, number: int, rng: Random) -> list[Run]:
    """The runs of a box: label, title, text, attribution."""
    runs: list[Run] = []
    texts = list(box.paragraphs)
    beside = {"inline": " ", "colon": "："}.get(box.how)
    if beside:
        texts[0] = f"{box.label}{beside}{texts[0]}"
    else:
        label = _LABELS.get(box.how, "{}").format(box.label, box.title)
        runs.append(Run("box-label", [label], box=number))
    if box.title and box.how != "bar":
        runs.append(Run("box-title", [box.title], box=number))
    runs += [Run("box-text", fill(text, measure - 2, 2), indent=2, box=number) for text in texts]
    if box.attribution:
        dash = "" if box.attribution.startswith(("（", "来源：", "资料来源：")) else "——"
        lines = [f"{dash}{box.attribution}"]
        cut = box.attribution.find("《", 6)
        if dash and cut > 0 and rng.random() < 0.25:
            lines = [f"——{box.attribution[:cut]}", box.attribution[cut:]]
        runs.append(Run("attribution", lines, gap="\n", box=number))
    return runs
