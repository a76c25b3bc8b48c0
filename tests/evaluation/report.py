"""Prints figures: a table per case and over all, failures side by side, or JSON."""

from __future__ import annotations

import difflib
import json
from collections import defaultdict
from collections.abc import Iterable

from tests.evaluation.cases import Outcome
from tests.evaluation.compare import AIMED, INFORMATIVE, Figure, Figures, Miss

_CLIP = 100


def total(outcomes: Iterable[Outcome]) -> Figures:
    """The figures of several cases taken together."""
    none = {name: Figure() for name in (*AIMED, *INFORMATIVE)}
    return none | together(outcome.figures for outcome in outcomes)


def together(figures: Iterable[Figures]) -> Figures:
    """The sums of several figures, by their names."""
    found: defaultdict[str, Figure] = defaultdict(Figure)
    for one in figures:
        for name, figure in one.items():
            found[name].add(figure)
    return dict(found)


def table(name: str, figures: Figures) -> str:
    """The figures as a table for a terminal."""
    rows = [f"{name}", f"  {'':14}{'precision':>10}{'recall':>9}{'F1':>9}  {'right':>7} of"]
    for key in (*AIMED, *INFORMATIVE):
        figure = figures.get(key)
        if figure is None or not (figure.expected or figure.got):
            continue
        note = "" if key in AIMED else " (informative)"
        rows.append(
            f"  {key:14}{figure.precision:10.4f}{figure.recall:9.4f}{figure.f1:9.4f}"
            f"  {figure.hits:7} {figure.expected}{note}"
        )
    return "\n".join(rows)


def line(outcome: Outcome) -> str:
    """The aimed figures of a case on one line: F1 of each."""
    shown = [f"{key} {outcome.figures[key].f1:.3f}" for key in AIMED if key in outcome.figures]
    return f"{outcome.name}: " + ", ".join(shown)


def failures(outcome: Outcome, *, only: str = "") -> str:
    """What was expected and what came, similar things beside each other."""
    rows: list[str] = []
    for key, figure in outcome.figures.items():
        if only and key != only:
            continue
        rows += [_miss(key, miss) for miss in figure.misses]
    return "\n".join([f"── {outcome.name}", *rows]) if rows else ""


def _miss(key: str, miss: Miss) -> str:
    head = f"[{key}] in {miss.where or '?'}"
    if not miss.got:
        return f"{head}\n    missing  {_clip(miss.expected)}"
    if not miss.expected:
        return f"{head}\n    surplus  {_clip(miss.got)}"
    expected, got = _around(miss.expected, miss.got)
    return f"{head}\n    expected {expected}\n    got      {got}"


def _clip(text: str) -> str:
    return text if len(text) <= _CLIP else f"{text[: _CLIP // 2]} … {text[-_CLIP // 2 :]}"


def _around(one: str, other: str) -> tuple[str, str]:
    """Both texts about the first place where they differ, and their ends."""
    if max(len(one), len(other)) <= _CLIP:
        return one, other
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    place = next(((a, b) for op, a, _, b, _ in matcher.get_opcodes() if op != "equal"), (0, 0))

    def cut(text: str, at: int) -> str:
        start = max(0, at - 25)
        return (
            f"{'…' if start else ''}{text[start:at]}▸{text[at : at + 40]}"
            f"{'…' if at + 40 < len(text) else ''} [{len(text)}, ends {text[-12:]}]"
        )

    return cut(one, place[0]), cut(other, place[1])


def as_json(outcomes: list[Outcome], overall: Figures) -> str:
    """All figures as JSON (precision, recall, F1 and counts), per case and overall."""

    def shown(figures: Figures) -> dict[str, dict[str, float]]:
        return {
            name: {
                "precision": round(figure.precision, 6),
                "recall": round(figure.recall, 6),
                "f1": round(figure.f1, 6),
                "right": figure.hits,
                "expected": figure.expected,
                "got": figure.got,
            }
            for name, figure in figures.items()
            if figure.expected or figure.got
        }

    data = {
        "cases": {outcome.name: shown(outcome.figures) for outcome in outcomes},
        "overall": shown(overall),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
