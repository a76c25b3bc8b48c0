"""Numbers of headings that OCR has misread, told by those that count to them: 二 修船的人 below 一、……."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, number, width
from converter.parse.heading_counts import WIDEST, HeadingCounts
from converter.parse.headings import Numbering, is_heading_text
from converter.segment import Unit

_REST = rf"(?P<rest>[{HAN}“《「‘].*)"
_FORMS = (
    ("cn", re.compile(rf"^(?P<n>[一二三四五六七八九十]{{1,3}})(?:\s+|\s*[·•;；]\s*){_REST}$")),
    ("cn", re.compile(rf"^(?P<n>[－—–=＝-])\s*[、.．,，]\s*{_REST}$")),
    (
        "cn-paren",
        re.compile(
            rf"^[（(〔〈《【\[［]\s*(?P<n>[一二三四五六七八九十]{{1,3}}|[－—–=＝-])\s*[）)〕〉》】\]］]\s*{_REST}$"
        ),
    ),
    (
        "cn-paren",
        re.compile(
            rf"^(?P<n>[一二三四五六七八九十]{{1,3}})(?:\s?[）)〕〉》】\]］]\s*|\s+){_REST}$"
        ),
    ),
    (
        "cn-paren",
        re.compile(rf"^[（(〔〈《【\[［]\s*(?P<n>[一二三四五六七八九十]{{1,3}})\s+{_REST}$"),
    ),
    ("arabic", re.compile(rf"^(?P<n>\d{{1,2}})\s*[,，·•:：]\s*{_REST}$")),
    ("arabic", re.compile(rf"^(?P<n>[lI|丨])\s*[.．、,，]\s*{_REST}$")),
)
_STROKES = {"－": 1, "—": 1, "–": 1, "-": 1, "=": 2, "＝": 2, "l": 1, "I": 1, "|": 1, "丨": 1}
"""What is read where 一, 二 or 1 stands."""
_FIRST = frozenset("一二三四五六七八九十（(〔〈《【[［0123456789").union(_STROKES)
_BELOW = 12
"""The least em of the text below such a heading."""


def misread_numbers(
    units: Sequence[Unit], numbers: Sequence[Numbering | None]
) -> dict[int, Numbering]:
    """二 修船的人怎样过冬 and 〈二）修船的人怎样过冬 over text, where headings of the kind count to them."""
    likely = {
        at: found
        for at, unit in enumerate(units[:-1])
        if numbers[at] is None and (found := _misread(unit.text)) and _heads(units, numbers, at)
    }
    if not likely:
        return {}
    counts = HeadingCounts(units)
    return {
        at: found for at, found in likely.items() if counts.lead_to(at, found.kind, found.value)
    }


def _misread(text: str) -> Numbering | None:
    """The number with which a line of a few words may begin, though not as numbers are printed."""
    if text[0] not in _FIRST or len(text) > WIDEST or width(text) > WIDEST:
        return None
    for kind, pattern in _FORMS:
        if (hit := pattern.match(text)) is not None:
            value = _STROKES.get(hit["n"]) or number(hit["n"]) or 0
            return Numbering(kind, value, hit["rest"])
    return None


def _heads(units: Sequence[Unit], numbers: Sequence[Numbering | None], at: int) -> bool:
    """True for words that end no sentence between a whole text and another, or over a further number."""
    text, above, below = units[at].text, units[at - 1].text if at else "。", units[at + 1].text
    whole = ends_sentence(above) or width(above) <= WIDEST
    over = width(below) >= _BELOW or numbers[at + 1] is not None
    return (
        whole and over and is_heading_text(text) and (text[-1] == "？" or not ends_sentence(text))
    )
