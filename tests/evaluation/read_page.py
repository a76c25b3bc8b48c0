"""What an OCR reads of printed pages: their lines in reading order, or paragraphs made of them.

The places of the words are those of the PDF (``pdftotext -bbox``). A page is parted into the
regions that white space parts, as engines do; a box or a column is read to its end.
"""

from __future__ import annotations

import itertools
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_EDGE = 56.0
"""Points from the edge of the paper within which heads and folios stand."""
_GUTTER = 5.0
"""Points of white that part two columns."""
_DEEPEST = 12
_FULL = 2.6
"""By so many em a full line may be shorter than its region."""


class Printed(NamedTuple):
    """A line by its place in points."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def size(self) -> float:
        """The height, which is about that of 1.4 em."""
        return self.bottom - self.top


def read_lines(
    pdf: Path, *, joined: bool, furniture: bool, worn: Callable[[str], str] = str
) -> str:
    """The text of a PDF: its lines, or paragraphs ``joined`` region by region.

    Without ``furniture`` the heads and folios are left out, as some engines do; ``worn`` makes of
    each line what an engine reads. Raises ``subprocess.CalledProcessError`` where the PDF cannot
    be read.
    """
    out = pdf.with_suffix(".xml")
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(out)], check=True)
    pages = []
    for page in ET.parse(out).getroot().iterfind(".//{*}page"):  # noqa: S314
        height = float(page.get("height", 0))
        lines = [one._replace(text=worn(one.text)) for one in _lines(page)]
        pages.append(_page(lines, height, joined=joined, furniture=furniture))
    gap = "\n\n" if joined else "\n"
    return gap.join(gap.join(lines) for lines in pages) + "\n"


def _lines(page: ET.Element) -> Iterator[Printed]:
    """The lines of a page: words of one size and height that stand side by side."""
    made: list[Printed] = []
    for word in sorted(page.iterfind("{*}word"), key=lambda one: float(one.get("xMin", 0))):
        left, top, right, bottom = (float(word.get(k, 0)) for k in ("xMin", "yMin", "xMax", "yMax"))
        one = Printed(left, top, right, bottom, word.text or "")
        at = next((i for i, other in enumerate(made) if _goes_on(other, one)), None)
        if at is None:
            made.append(one)
            continue
        blank = " " if one.left - made[at].right > one.size / 4 else ""
        made[at] = made[at]._replace(right=one.right, text=made[at].text + blank + one.text)
    yield from sorted(made, key=lambda one: (one.top, one.left))


def _goes_on(line: Printed, word: Printed) -> bool:
    level = abs(line.top + line.bottom - word.top - word.bottom) < word.size / 2
    alike = abs(line.size - word.size) < word.size / 4
    return level and alike and -1 < word.left - line.right < word.size


def _page(lines: list[Printed], height: float, *, joined: bool, furniture: bool) -> list[str]:
    above = [one.text for one in lines if one.bottom < _EDGE]
    below = [one.text for one in lines if one.top > height - _EDGE]
    text = [one for one in lines if one.bottom >= _EDGE and one.top <= height - _EDGE]
    read = [
        row
        for region in regions(text)
        for row in (_paragraphs(region) if joined else [one.text for one in region])
    ]
    return [*above, *read, *below] if furniture else read


def regions(lines: Sequence[Printed], depth: int = 0) -> list[list[Printed]]:
    """The lines in reading order, parted where white runs through: columns, then what is below.

    Lines side by side belong to one band; a band is cut into columns, and each column again.
    """
    ordered = sorted(lines, key=lambda one: (one.top, one.left))
    if len(ordered) < 2 or depth > _DEEPEST:
        return [ordered] if ordered else []
    if (columns := _columns(ordered)) is not None:
        return [part for side in columns for part in regions(side, depth + 1)]
    bands = [
        (several, [one for row in rows for one in row])
        for several, rows in itertools.groupby(_rows(ordered), key=lambda row: len(row) > 1)
    ]
    if len(bands) == 1:
        return [ordered]
    return [
        part
        for several, band in bands
        for part in (regions(band, depth + 1) if several else [band])
    ]


def _columns(lines: Sequence[Printed]) -> tuple[list[Printed], list[Printed]] | None:
    reach = 0.0
    for one in sorted(lines):
        if reach and one.left > reach + _GUTTER:
            left = [line for line in lines if line.right <= reach]
            return left, [line for line in lines if line.right > reach]
        reach = max(reach, one.right)
    return None


def _rows(lines: Sequence[Printed]) -> list[list[Printed]]:
    """Lines side by side; those of the next row begin below all of them."""
    rows: list[list[Printed]] = []
    foot = 0.0
    for one in lines:
        if rows and one.top < foot - 2:
            rows[-1].append(one)
            foot = max(foot, one.bottom)
        else:
            rows.append([one])
            foot = one.bottom
    return rows


def _paragraphs(region: Sequence[Printed]) -> list[str]:
    """The lines joined where one is full and the next has neither an indent nor another size."""
    left, right = min(one.left for one in region), max(one.right for one in region)
    em = min(one.size for one in region) * 0.7
    full = [one.right > right - _FULL * em for one in region]
    if sum(full) < max(2, 0.35 * len(region)):
        return [one.text for one in region]
    made = [region[0].text]
    for at, (above, one) in enumerate(itertools.pairwise(region)):
        apart = one.left - left > 1.2 * em or not full[at] or abs(above.size - one.size) > 1
        if apart or one.top - above.bottom > 0.75 * one.size:
            made.append(one.text)
        else:
            blank = " " if re.search(r"[A-Za-z0-9]$", made[-1]) and one.text[:1].isascii() else ""
            made[-1] += blank + one.text
    return made
