"""Full stops read as points within a line, on pages that OCR set in half-width marks."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, width
from converter.source import Line

NAME = "full-stop"
_STOP = re.compile(rf"[.．](?<=[{HAN}”」』》）%％℃①-⑳].)[ ]?(?=[{HAN}“「『《（]|\([{HAN}])")
_HALF = re.compile(rf"[,;:](?<=[{HAN}”」』》）].)|,(?=[{HAN}“「『《])")
_CITES = re.compile(
    r"^\s*(?:[\[［(（]\s*\d|[①-⑳]|注\s*[\d:：])|[\[［][A-Z]{1,2}(?:/[A-Z]{2})?[\]］]"
)
"""A note or an entry of a bibliography, which has points by right."""
_ITEM = re.compile(
    r"^\s*[（(]?[第其]?[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾甲乙丙丁]{1,4}[)）]?[.．]"
)
"""一.概况: the number of a heading or an item."""
_PROSE = 12
"""Em from which on a line is a piece of running text; the lines of a narrow column are so short."""
_NEAR, _MARKS = 4, 2
"""Lines above and below that tell how a page was read, and the half-width marks that do, a comma among them."""


def inner_stops(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that make 。 of the point between two sentences.

    In a name (约翰.某某) the point may be one. Where the commas between Han are half-width as
    well, all marks of the page are, and a point ends a sentence.
    """
    pages = [line.text.count(",") and len(_HALF.findall(line.text)) for line in lines]
    found: dict[int, list[Edit]] = {}
    for at, line in enumerate(lines):
        text = line.text
        if ("." not in text and "．" not in text) or width(text) < _PROSE:
            continue
        if sum(pages[max(0, at - _NEAR) : at + _NEAR + 1]) < _MARKS or _CITES.search(text):
            continue
        item = _ITEM.match(text)
        edits = [
            Edit(hit.start(), hit.start() + 1, "。")
            for hit in _STOP.finditer(text, item.end() if item else 0)
        ]
        if edits:
            found[at] = edits
    return found
