"""``python -m tests.evaluation.bent``: what one small damage does to an issue.

Each kind of damage is done at one place of each issue with known truth, drawn by ``--seed``; what
is restored then is compared with the truth, and with what the undamaged issue gives. A table
tells, for each kind, how many trials there were, how many came out worse, and in which figures.
Where the damage takes away what nobody can know, the truth does not ask for it.

``--per 3`` tries each kind at three places of an issue; ``--kinds title_lost,heading_*,boxes``
takes some kinds or groups of them; ``--folder 'tests/evaluation/issues/b_*'`` other issues than
the cases; ``--misses`` tells what changed and what it cost, and ``--save DIR`` writes the issues
that came out worse.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from tests.evaluation.bent import told
from tests.evaluation.bent.saved import save
from tests.evaluation.bent.trials import KINDS, Plan, trials
from tests.evaluation.cases import CASES, Case, hand_made, in_folder

_WORKERS = 2
"""Processes at most: a machine is shared."""


def main(argv: Sequence[str] | None = None) -> int:
    """Try the damages that are asked for; always 0, as they have no aim."""
    options = _arguments().parse_args(argv)
    cases = list(_cases(options.folder)) if options.folder else list(hand_made())
    plan = Plan(options.kinds, options.per, options.seed)
    workers = min(_WORKERS, os.cpu_count() or 1, len(cases)) or 1
    found = []
    for trial in trials(cases, plan, workers=workers):
        found.append(trial)
        if trial.worse and options.save:
            save(trial, options.save)
        if trial.worse and options.misses and not options.json:
            sys.stdout.write(told.misses(trial) + "\n")
    sys.stdout.write((told.as_json(found) if options.json else told.table(found)) + "\n")
    if not options.json and (none := told.skipped(plan.kinds, found)):
        sys.stdout.write(f"no place for: {', '.join(none)}\n")
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.bent", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="what draws the places")
    parser.add_argument("--per", type=int, default=1, help="places of each issue for each kind")
    parser.add_argument(
        "--kinds", type=_kinds, default=tuple(KINDS), help="kinds or groups, with commas; or all"
    )
    parser.add_argument("--folder", nargs="+", help="folders of an issue, or of several")
    parser.add_argument("--save", type=Path, help="write the issues that came out worse here")
    parser.add_argument("--misses", action="store_true", help="tell what each of them lost")
    parser.add_argument("--json", action="store_true")
    return parser


def _kinds(names: str) -> tuple[str, ...]:
    """The kinds that some names mean. Raises ``ArgumentTypeError`` for one that means none."""
    found: dict[str, None] = {}
    for name in names.split(","):
        own = [
            kind.name
            for kind in KINDS.values()
            if name in ("all", kind.group) or fnmatchcase(kind.name, name)
        ]
        if not own:
            msg = f"there is no kind {name}; there are {', '.join(KINDS)}"
            raise argparse.ArgumentTypeError(msg)
        found |= dict.fromkeys(own)
    return tuple(found)


def _cases(patterns: Sequence[str]) -> Iterator[Case]:
    """The issues of some folders, each that of one or of several."""
    for pattern in patterns:
        whole = Path(pattern).absolute()
        paths = sorted(Path(whole.anchor).glob(str(whole.relative_to(whole.anchor))))
        if not paths:
            sys.exit(f"no folder {pattern}")
        for path in paths:
            if path.resolve() == CASES:
                yield from hand_made()
            elif path.resolve().parent == CASES:
                yield from hand_made((path.name,))
            elif (path / "truth.json").exists():
                yield from (one for one in in_folder(path.parent) if one.name == path.name)
            else:
                yield from in_folder(path)


if __name__ == "__main__":
    sys.exit(main())
