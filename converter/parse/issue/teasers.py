"""The teasers on the first page of a newspaper (导读)."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import number
from converter.model import Change
from converter.parse.context import Ledger
from converter.segment.regions import is_contents_heading
from converter.source import Line

_SHEET = re.compile(
    r"(?P<lead>\s*(?:详见|请看|请见|见|→|▶|＞+|>+|转|\s)\s*)第?\s*[A-D]?(?P<page>\d{1,2}|[一二三四五六七八九十]{1,3})\s*版\s*[）)】]?\s*$"
)
_TEASERS = 16
"""Lines below the heading of a newspaper's contents among which its teasers stand."""


def with_sheets(lines: Sequence[Line], ledger: Ledger) -> Sequence[Line]:
    """The teasers of a newspaper, 渡口的钟又走了 详见三版, with their pages as others write them."""
    at = next((i for i, line in enumerate(lines[:400]) if is_contents_heading(line.text)), -1)
    hits = {}
    for index in range(at + 1, min(len(lines), at + _TEASERS) if at >= 0 else 0):
        text = lines[index].text
        if re.search("[。；（(]|下转|上接|星期|讯", text):
            break  # the first report, the head of a page
        hit = _SHEET.search(text)
        if hit is not None:
            hits[index] = hit
    plain = all(hit["page"].isdecimal() and not hit["lead"].strip() for hit in hits.values())
    if len(hits) < _FEWEST_TEASERS or plain:
        return lines
    made = list(lines)
    for index, hit in hits.items():
        line, page = lines[index], str(number(hit["page"]) or hit["page"])
        made[index] = line._replace(text=f"{line.text[: hit.start()]}\u3000{page}版")
        ledger.changes.append(Change(line.number, hit.start(), hit[0], f"{page}版", "teaser-page"))
    return made


_FEWEST_TEASERS = 2
