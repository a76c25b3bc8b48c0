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
