"""Damages cases at one place after another and tells which of their figures got worse."""

from __future__ import annotations

import itertools
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from converter.pipeline import restore
from tests.evaluation.bent import bodies, boxes, contents, front, headings, quotes, talks, titles
from tests.evaluation.bent.kinds import Kind
from tests.evaluation.bent.sheet import Bend, Change, Sheet, changes
from tests.evaluation.cases import Case, crashed, evaluate, evaluate_model
from tests.evaluation.compare import Figures, Miss
from tests.evaluation.reading import IssueReading

_MODULES = (contents, titles, bodies, headings, talks, boxes, quotes, front)
KINDS = {
    one.name: one for module in _MODULES for one in vars(module).values() if isinstance(one, Kind)
}
"""All kinds of damage, by their names, which are told in the order of their modules."""
_ASIDE = frozenset({"title lines"})
"""Figures that count nothing lost: a title that is cut may well be shown on two lines."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One damage of a case: what it changed and what it cost.

    ``worse`` has how many more misses each figure has, and ``misses`` those that are new, by the
    ``truth`` that the damaged ``lines`` are compared with.
    """

    kind: str
    case: str
    number: int
    changes: tuple[Change, ...]
    worse: dict[str, int]
    misses: tuple[tuple[str, Miss], ...]
    lines: tuple[str, ...]
    truth: IssueReading


@dataclass(frozen=True, slots=True)
class Plan:
    """Which kinds of damage are tried, how often each on a case, and what draws their places."""

    kinds: tuple[str, ...]
    per: int = 1
    seed: int = 0


def trials(cases: Sequence[Case], plan: Plan, *, workers: int = 1) -> Iterator[Trial]:
    """The trials of all cases, one case after another."""
    if workers == 1:
        for case in cases:
            yield from of_case(case, plan)
        return
    with ProcessPoolExecutor(workers) as pool:
        for found in pool.map(of_case, cases, itertools.repeat(plan)):
            yield from found


def of_case(case: Case, plan: Plan) -> list[Trial]:
    """The trials of a case; none of a kind that finds no place."""
    sheet = Sheet(case)
    own = evaluate(case, via="model").figures
    found = []
    for name in plan.kinds:
        for number, bend in enumerate(bent(sheet, name, plan)):
            damaged = Case(case.name, "\n".join(bend.lines).encode(), bend.truths[0])
            truth, figures = _best(damaged, bend.truths, own)
            worse = _worse(figures, own)
            new = tuple(_new(figures, own, worse))
            changed = changes(sheet.lines, bend.lines)
            found.append(Trial(name, case.name, number, changed, worse, new, bend.lines, truth))
    return found


def bent(sheet: Sheet, name: str, plan: Plan) -> Iterator[Bend]:
    """So many damages of a kind as the plan asks for, all of them different."""
    sheet.chance.seed(f"{plan.seed} {sheet.case.name} {name}")
    return itertools.islice(KINDS[name].made(sheet), plan.per)


def _best(case: Case, truths: Sequence[IssueReading], own: Figures) -> tuple[IssueReading, Figures]:
    """The truth, of several, which what is restored is worst off least with, and its figures."""
    try:
        issue = restore(case.data, name=f"{case.name}.txt").issue
        told = [
            (one, evaluate_model(Case(case.name, case.data, one), issue).figures) for one in truths
        ]
    except Exception:  # noqa: BLE001  (a crash is a result of the evaluation, not its end)
        lines = traceback.format_exc().strip().split("\n")
        text = " / ".join(line.strip() for line in lines[-3:])
        return truths[0], crashed(case, text).figures
    return min(told, key=lambda one: sum(_worse(one[1], own).values()))


def _loss(figures: Figures, name: str) -> int:
    figure = figures.get(name)
    return figure.expected + figure.got - 2 * figure.hits if figure else 0


def _worse(figures: Figures, own: Figures) -> dict[str, int]:
    """How much more is missing or too much, by figure."""
    more = {name: _loss(figures, name) - _loss(own, name) for name in figures}
    return {name: count for name, count in more.items() if count > 0 and name not in _ASIDE}


def _new(figures: Figures, own: Figures, worse: Iterable[str]) -> Iterator[tuple[str, Miss]]:
    """The misses that the case did not have."""
    for name in worse:
        left = Counter(figures[name].misses) - Counter(own[name].misses if name in own else ())
        yield from ((name, miss) for miss in left.elements())
