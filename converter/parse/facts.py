"""Facts about a work, each on a line under its label: who directed a film, how long it lasts.

Reviews have them between the title and the text. Their labels look like those of speakers
(导演：……), but each comes once, and what stands behind it is no sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.segment import Unit
from converter.segment.units import is_fact, tells_facts

_LEAST = 3
"""Facts in a row."""
_SHORT = 32
"""Em of the rest of a fact on a line of its own."""
_WORK = re.compile(r"^[^《》，。：]{0,6}《[^》]{1,24}》$")
"""话剧《椅子匠》: the work above the facts about it."""


def facts_of(units: Sequence[Unit]) -> frozenset[int]:
    """The units that are such facts, with the name of the work above them."""
    found: set[int] = set()
    run: list[int] = []
    for at, unit in enumerate(units):
        text = unit.text
        if tells_facts(text):
            found.add(at)
        if is_fact(text):
            run.append(at)
            continue
        if run and run[-1] == at - 1 and units[at - 1].text[-1] in "、，" and _is_rest(unit):
            run.append(at)
            continue
        found |= _whole(units, run)
        run = []
    return frozenset(found | _whole(units, run))


def _is_rest(unit: Unit) -> bool:
    """True for the second line of a fact: 主演：某某、 and 特邀演出 某某."""
    return width(unit.text) <= _SHORT and not ends_sentence(unit.text)


def _whole(units: Sequence[Unit], run: Sequence[int]) -> set[int]:
    """Some units in a row, if they are facts of several kinds; and the work above them."""
    labels = {re.split("[：:]", units[at].text, maxsplit=1)[0] for at in run}
    if len(labels) < _LEAST:
        return set()
    above = run[0] - 1
    named = above >= 0 and _WORK.match(units[above].text) is not None
    return {*run, above} if named else set(run)
