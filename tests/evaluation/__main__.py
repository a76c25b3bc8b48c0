"""``python -m tests.evaluation``: the figures for every case with known truth.

Without options: all hand-made cases and the issues of ``tests/evaluation/issues`` through the
finished EPUB, and then the figures of every other module of this package that has a
``main(argv)`` (conversion, …). ``--folder DIR`` restores the issues of another folder instead,
each an ``issue.txt`` with its ``truth.json`` (see ``tests/cases/README.md``).
``--seeds 1000`` adds that many damaged issues of each family, parsed and compared on the
model; ``--epub 20`` sends the first twenty of them through the EPUB as well.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.evaluation import report
from tests.evaluation.cases import (
    ISSUES,
    Case,
    Outcome,
    crashed,
    evaluate,
    generated,
    hand_made,
    in_folder,
)
from tests.evaluation.compare import AIMED

FAMILIES = ("sample", "other", "reprint")
AIMS = {"cases": 0.97, "issues": 0.97, "sample": 0.99, "other": 0.97, "reprint": 0.99}
"""The least F1 of every aimed figure, by family; ``kept`` must be 1 always."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the evaluation. Returns 1 if an aim is missed, else 0."""
    options = _arguments().parse_args(argv)
    groups = _groups(options)
    everything = [outcome for group in groups.values() for outcome in group]
    if options.json:
        sys.stdout.write(report.as_json(everything, report.total(everything)) + "\n")
    else:
        for name, outcomes in groups.items():
            title = f"{name}: {len(outcomes)} issue(s)"
            sys.stdout.write(report.table(title, report.total(outcomes)) + "\n\n")
    short = [text for name, group in groups.items() for text in _short_of_aim(name, group)]
    if not options.json:
        sys.stdout.write("".join(f"below the aim: {text}\n" for text in short))
        if not (options.case or options.folder or options.family or options.alone):
            _others(options.opencc)
    return 1 if short else 0


def _groups(options: argparse.Namespace) -> dict[str, list[Outcome]]:
    """What comes of the issues that are asked for, by their groups."""
    groups: dict[str, list[Outcome]] = {}
    if options.folder:
        groups["issues"] = _run(in_folder(options.folder), options, via=options.via)
    elif not options.family:
        groups["cases"] = _run(hand_made(tuple(options.case)), options, via=options.via)
        if not options.case:
            groups["issues"] = _run(in_folder(ISSUES), options, via=options.via)
    if options.seeds and not options.case:
        for family in [options.family] if options.family else FAMILIES:
            seeds = range(options.start, options.start + options.seeds)
            groups[family] = _run(generated(family, seeds), options, via="model")
            if options.epub:
                some = range(options.start, options.start + options.epub)
                groups[f"{family}-epub"] = _run(generated(family, some), options, via="epub")
    return groups


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--case", action="append", default=[], help="only this hand-made case")
    parser.add_argument("--folder", type=Path, help="only the issues of this folder")
    parser.add_argument("--via", choices=("epub", "model"), default="epub")
    parser.add_argument("--seeds", type=int, default=0, help="damaged issues per family")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--family", choices=FAMILIES, default="", help="only this family")
    parser.add_argument("--epub", type=int, default=0, help="seeds that go through the EPUB too")
    parser.add_argument("--only", default="", help="show the failures of this figure only")
    parser.add_argument("--alone", action="store_true", help="skip the other modules")
    parser.add_argument("--opencc", default="", help="a checkout of OpenCC, whose cases are run")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every failure")
    parser.add_argument("--dump", type=Path, help="write source and truth of each seed here")
    return parser


def _run(cases: Iterable[Case], options: argparse.Namespace, *, via: str) -> list[Outcome]:
    outcomes = []
    for case in cases:
        if options.dump:
            options.dump.mkdir(parents=True, exist_ok=True)
            (options.dump / f"{case.name}.txt").write_bytes(case.data)
        try:
            outcome = evaluate(case, via=via)
        except Exception:  # noqa: BLE001  (a crash is a result of the evaluation, not its end)
            lines = traceback.format_exc().strip().split("\n")
            outcome = crashed(case, " / ".join(line.strip() for line in lines[-3:]))
        outcomes.append(outcome)
        if options.verbose and not options.json:
            text = report.failures(outcome, only=options.only)
            if text:
                sys.stdout.write(f"{text}\n{report.line(outcome)}\n")
    return outcomes


def _short_of_aim(group: str, outcomes: list[Outcome]) -> list[str]:
    aim = AIMS[group.removesuffix("-epub")]
    short = []
    for name, figure in report.total(outcomes).items():
        if name not in AIMED or not (figure.expected or figure.got):
            continue
        least = 1.0 if name == "kept" else aim
        if figure.f1 < least:
            short.append(f"{group}: {name} {figure.f1:.4f} < {least}")
    return short


def _others(opencc: str) -> None:
    """Run the ``main`` of every other module of the package that is an evaluation."""
    import tests.evaluation as package

    for info in pkgutil.iter_modules(package.__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"tests.evaluation.{info.name}")
        run = getattr(module, "main", None)
        if callable(run):
            sys.stdout.write(f"\n── {info.name}\n")
            run(["--opencc", opencc] if opencc and info.name == "opencc_cases" else [])


if __name__ == "__main__":
    sys.exit(main())
