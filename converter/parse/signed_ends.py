"""Who says a paragraph, in brackets at its end: ……怎么办？（某县　某某店　某某）, whose parts blanks part."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN
from converter.names import join_spaced

_SIGNED = re.compile(
    rf"(?:^|[。！？…][”’」』]?)\s*[（(]\s*(?P<parts>[{HAN}·]+(?:\s+[{HAN}·]+){{1,5}})\s*[）)]$"
)
_PARTS, _WHERE, _WHO = (2, 3), (2, 14), (2, 4)
"""How many parts there are, and characters of a place or a house and of a name."""


_TELLS = re.compile(
    rf"[。！？”…][（(](?:[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}|[摘选選][编編]?自《[^《》（）()]{{1,20}}》)[）)]\s*$"
)
_TAIL = 36
"""Characters at the end of a text in which such a bracket stands."""


def ends_with_teller(text: str) -> bool:
    """True for ……赶时间。”（某　某） and ……抬脚。”（摘自《某刊》）: who tells a small piece, or whence it comes."""
    return text.rstrip()[-1:] in tuple("）)") and _TELLS.search(text[-_TAIL:]) is not None


def signed_at_end(text: str) -> tuple[int, str] | None:
    """Where the parts of such a bracket begin in a text, and the parts with one blank between them.

    A letter-spaced name (杭 之) is one part; a single character beside a word is torn off by OCR.
    """
    hit = _SIGNED.search(text) if text[-1:] in tuple("）)") else None
    if hit is None:
        return None
    *places, name = join_spaced(hit["parts"].split())
    if not _PARTS[0] <= 1 + len(places) <= _PARTS[1] or not _WHO[0] <= len(name) <= _WHO[1]:
        return None
    if not all(_WHERE[0] <= len(place) <= _WHERE[1] for place in places):
        return None
    return hit.start("parts"), " ".join((*places, name))
