"""Tells what came of damage: a table of its kinds, the misses, or JSON."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from tests.evaluation import report
from tests.evaluation.bent.sheet import Change
from tests.evaluation.bent.trials import KINDS, Trial
from tests.evaluation.cases import Outcome
from tests.evaluation.compare import Figure

_CLIP = 60


def table(trials: Sequence[Trial]) -> str:
    """A row for each kind, by groups: trials, how many came out worse, and in which figures."""
    by_kind: defaultdict[str, list[Trial]] = defaultdict(list)
    for one in trials:
        by_kind[one.kind].append(one)
    rows = [f"{'':26}{'trials':>7}{'worse':>7}  worse in"]
    group = ""
    for name, kind in KINDS.items():
        own = by_kind.get(name)
        if own is None:
            continue
        if kind.group != group:
            group = kind.group
            rows.append(group)
        rows.append(_row(f"  {name}", own))
    return "\n".join([*rows, _row("all", trials)])


def _row(name: str, own: Sequence[Trial]) -> str:
    figures = Counter(figure for one in own for figure in one.worse)
    told = ", ".join(f"{figure} {count}" for figure, count in figures.most_common())
    worse = sum(bool(one.worse) for one in own)
    return f"{name:26}{len(own):7}{worse:7}  {told}".rstrip()


def skipped(names: Iterable[str], trials: Sequence[Trial]) -> list[str]:
    """The kinds that found no place."""
    found = {one.kind for one in trials}
    return [name for name in names if name not in found]


def misses(trial: Trial) -> str:
    """What a damage changed, and what it cost."""
    figures: defaultdict[str, Figure] = defaultdict(Figure)
    for name, miss in trial.misses:
        figures[name].misses.append(miss)
    name = f"{trial.kind} {trial.case} #{trial.number}"
    changed = [line for one in trial.changes for line in _changed(one)]
    told = report.failures(Outcome(name, dict(figures)))
    head, _, rest = told.partition("\n")
    return "\n".join([head or f"── {name}", *changed, *([rest] if rest else [])])


def _changed(change: Change) -> list[str]:
    return [
        f"  line {change.row + 1}",
        *(f"  - {_clip(line)}" for line in change.before),
        *(f"  + {_clip(line)}" for line in change.after),
    ]


def _clip(line: str) -> str:
    return line if len(line) <= _CLIP * 2 else f"{line[:_CLIP]} … {line[-_CLIP:]}"


def as_json(trials: Sequence[Trial]) -> str:
    """All kinds with their counts, and the trials that came out worse."""
    kinds: dict[str, dict[str, Any]] = {}
    for one in trials:
        row = kinds.setdefault(one.kind, {"trials": 0, "worse": 0, "figures": {}})
        row["trials"] += 1
        row["worse"] += bool(one.worse)
        for figure in one.worse:
            row["figures"][figure] = row["figures"].get(figure, 0) + 1
    worse = [
        {
            "kind": one.kind,
            "case": one.case,
            "number": one.number,
            "changes": [dataclasses.asdict(change) for change in one.changes],
            "worse": one.worse,
            "misses": [{"figure": name, **dataclasses.asdict(miss)} for name, miss in one.misses],
        }
        for one in trials
        if one.worse
    ]
    return json.dumps({"kinds": kinds, "worse": worse}, ensure_ascii=False, indent=2)
