"""Cards about a person, set into what is said of him: his name, a blank, and who he is."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.boxes import BoxStart
from converter.parse.cutting import breaks_off
from converter.segment import Unit

_CARD = re.compile(
    rf"^(?P<name>[{HAN}·]{{2,6}})[ \t\u3000]+(?P<rest>(?:[男女][，,]|(?:(?:[男女]|[{HAN}]{{2,8}}人)[，,]\s*)?"
    r"(?:生于|出生于|生於|出生於)?(?:1[89]|20)\d\d\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?(?:出生|生|，生于|[，,]出生).+))$"
)
_LEAST = 24
"""Em of a card, which tells more than when somebody was born."""
_NEAR = 12
"""So many units above a card, in one of which the person has been named."""


def card_start(units: Sequence[Unit], at: int) -> BoxStart | None:
    """何若溪　1958年生，……: a box within a broken sentence, of which the name is the title."""
    text = units[at].text.strip()
    hit = _CARD.match(text) if at and ends_sentence(text) and width(text) >= _LEAST else None
    if hit is None or units[at].opens is False or not breaks_off(units[at - 1].text):
        return None
    name = hit["name"]
    if not any(name in unit.text for unit in units[max(0, at - _NEAR) : at]):
        return None
    return BoxStart(name, hit["rest"], own_line=False, named=True)
