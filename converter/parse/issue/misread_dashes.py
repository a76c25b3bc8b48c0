"""Dashes before subtitles that OCR has read as another stroke: 一记渡口的灯, where the other side has ——.

The contents and the body print a subtitle both; what one of them has behind a dash, and the other
behind 一 or a hyphen at the head of its line, is the same subtitle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import key
from converter.model import Change
from converter.parse.context import Ledger
from converter.parse.issue.titles_read import both_sides
from converter.segment import Regions
from converter.source import Line

_LEAST, _LONGEST = 4, 60
"""Characters of a subtitle that two places do not have by chance, and of the longest line with one."""
_MISREAD = re.compile(r"^\s*(?P<stroke>[一\-－~～_](?![一\-－~～_—]))\s*(?=\S)")
_DASHED = re.compile(r"—+\s*(?P<subtitle>[^—]{4,60})$")
_ENDS = re.compile(r"\s*(?:[.．·•・…⋯‥_]{2,}|[|｜/／]|[ \u3000]{2,}|[（(]?\d+[）)]?\s*$).*$")
"""What stands behind a subtitle in the contents: leaders, who wrote it, the page."""


def with_dashes_read(lines: Sequence[Line], regions: Regions, ledger: Ledger) -> Sequence[Line]:
    """The lines, with a dash before each subtitle that has one on the other side; the same object if none does.

    What is changed is recorded.
    """
    if _RULE in ledger.without:
        return lines
    listed, texts = both_sides(lines, regions)
    made: dict[int, str] = {}
    for own, other in ((texts, listed), (listed, texts)):
        misread = [(at, hit) for at in own if (hit := _misread(lines[at].text)) is not None]
        known = set(_subtitles(lines, other)) if misread else set[str]()
        for at, hit in misread:
            text = lines[at].text
            if key(_ENDS.sub("", text[hit.end() :])) not in known:
                continue
            start = hit.start("stroke")
            ledger.changes.append(Change(lines[at].number, start, hit["stroke"], "——", _RULE))
            made[at] = f"{text[:start]}——{text[start + 1 :]}"
    if not made:
        return lines
    return [line._replace(text=made.get(at, line.text)) for at, line in enumerate(lines)]


_RULE = "dashes"


def _misread(text: str) -> re.Match[str] | None:
    return _MISREAD.match(text) if len(text) <= _LONGEST else None


def _subtitles(lines: Sequence[Line], places: Sequence[int]) -> Iterator[str]:
    """The keys of what stands behind dashes, without what ends an entry."""
    for at in places:
        text = lines[at].text
        hit = _DASHED.search(text) if "—" in text and len(text) <= 2 * _LONGEST else None
        name = key(_ENDS.sub("", hit["subtitle"])) if hit is not None else ""
        if len(name) >= _LEAST:
            yield name
