"""Who sent a piece of news, on a line of its own because that of the text was full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence
from converter.parse.assemble.broken_headings import with_lines_joined
from converter.parse.items import ASKS_OR_ANSWERS
from converter.segment import Unit

_SENDER = re.compile(rf"^[（(]\s*[{HAN}·](?:[ \u3000]*[{HAN}·]){{1,15}}\s*[）)]?$")
_BEHIND = re.compile(rf"[。！？”]\s*[（(]\s*[{HAN}·](?:[ \u3000]*[{HAN}·]){{1,15}}\s*[）)]$")
_FEWEST = 2
"""So many pieces of an article end with their senders where those stand behind all."""


def with_senders_joined(units: list[Unit], seam: Callable[[int], bool]) -> list[Unit]:
    """The units, with （船厂　何　满） at the end of the piece above it, as others of the article have theirs.

    No blank line parts the two, or only what stands at a ``seam`` of pages. Between questions and
    answers one that stands behind shows how all are set.
    """
    alone = {
        at: units[at - 1].wrapped
        for at in range(1, len(units))
        if len(units[at].text) <= _LONGEST
        and _SENDER.match(units[at].text)
        and _sends(units, at, seam)
    }
    if not alone:
        return units
    behind = sum(_BEHIND.search(unit.text[-_LONGEST:]) is not None for unit in units)
    if behind < max(_FEWEST, len(alone)):
        alone = {at: wrapped for at, wrapped in alone.items() if behind and _asks(units, at)}
    return with_lines_joined(units, alone) if alone else units


_LONGEST = 24
"""Characters of a sender in brackets."""


def _asks(units: Sequence[Unit], at: int) -> bool:
    """True between 问：……？ and 答：……."""
    below = units[at + 1].text if at + 1 < len(units) else ""
    above = units[at - 1].text
    return above[-1] in "？?" and all(map(ASKS_OR_ANSWERS.match, (above, below)))


def _sends(units: Sequence[Unit], at: int, seam: Callable[[int], bool]) -> bool:
    above, unit = units[at - 1], units[at]
    marked = unit.markup_level or unit.quoted or unit.caption
    return ends_sentence(above.text) and not marked and (not unit.gap or seam(at))
