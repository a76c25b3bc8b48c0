"""Names over facts, each of which heads a part: an exhibition and when it is, a lecture and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.segment import Unit
from converter.segment.units import is_fact

_LONGEST, _TEXT = 36, 16
"""Em of the longest of such names, and of the shortest sentence about it."""
_FACTS = 8
"""Facts below it at most."""
_SEVERAL = 2
"""So many with the same fact below them are no chance."""
_LABEL = re.compile(rf"^(?P<label>[{HAN}]{{2,6}})\s*[：:]")


def over_facts(units: Sequence[Unit], short: Sequence[int]) -> list[int]:
    """灯下：古代灯具展 over 时间：…… and 地点：……, as others in the article are over 时间：…….

    Some words about it stand below the facts of each. What stands right above is at its end.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in short:
        if at + 1 < len(units) and _may_head(units, at):
            hit = _LABEL.match(units[at + 1].text)
            if hit is not None and is_fact(units[at + 1].text) and _is_told_of(units, at + 1):
                found[hit["label"]].append(at)
    return [at for places in found.values() if len(places) >= _SEVERAL for at in places]


def _may_head(units: Sequence[Unit], at: int) -> bool:
    """True for a few words that are no fact and no work, below a whole text or at the beginning."""
    text = units[at].text
    above = units[at - 1].text if at else "。"
    return (
        width(text) <= _LONGEST
        and text[0] not in "《（"
        and text[-1] not in "，、；：。"
        and not is_fact(text)
        and (ends_sentence(above) or is_fact(above))
    )


def _is_told_of(units: Sequence[Unit], at: int) -> bool:
    """True if a sentence stands below the facts from a unit on."""
    below = next((unit.text for unit in units[at : at + _FACTS] if not is_fact(unit.text)), "")
    return width(below) >= _TEXT and ends_sentence(below)
