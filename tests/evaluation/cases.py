"""Issues whose truth is known: the hand-made ones and those of the damage generator."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.model import Issue
from converter.source import read_bytes
from tests.evaluation.compare import Figure, Figures, Miss, compare
from tests.evaluation.from_epub import read_epub
from tests.evaluation.from_model import read_model
from tests.evaluation.from_truth import load_truth, read_truth
from tests.evaluation.kept import kept_in_model, kept_in_text, visible
from tests.evaluation.reading import IssueReading

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
SAMPLES = ROOT / "converter" / "sample"
ISSUES = Path(__file__).resolve().parent / "issues"
"""Issues that only the evaluation restores, of the same form as the cases."""


@dataclass(frozen=True, slots=True)
class Case:
    """A source and the issue it was printed from."""

    name: str
    data: bytes
    truth: IssueReading


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case."""

    name: str
    figures: Figures


def hand_made(names: tuple[str, ...] = ()) -> Iterator[Case]:
    """The cases of ``tests/cases``; only those of the given names, if any are given."""
    for path in sorted(CASES.glob("*/truth.json")):
        folder = path.parent
        if names and folder.name not in names:
            continue
        source = folder / "issue.txt"
        if folder.name == "sample":
            source = next(iter(sorted(SAMPLES.glob("*.txt"))))
        yield Case(folder.name, source.read_bytes(), load_truth(path))


def in_folder(folder: Path) -> Iterator[Case]:
    """The issues of any folder: each an ``issue.txt`` with its ``truth.json`` in a folder of its own."""
    for path in sorted(folder.glob("*/issue.txt")):
        yield Case(path.parent.name, path.read_bytes(), load_truth(path.with_name("truth.json")))


def generated(family: str, seeds: range) -> Iterator[Case]:
    """Damaged issues of a family (``sample`` or ``other``), one per seed."""
    from tests.damage import damaged_issue

    for seed in seeds:
        made = damaged_issue(seed, family)
        yield Case(f"{family}-{seed}", made.data, read_truth(made.truth))


def evaluate(case: Case, *, via: str = "epub") -> Outcome:
    """Restore a case and compare: through the finished EPUB or on the model directly."""
    from converter.pipeline import restore

    issue = restore(case.data, name=f"{case.name}.txt").issue
    if via == "model":
        return evaluate_model(case, issue)
    return evaluate_epub(case, issue)


def crashed(case: Case, text: str) -> Outcome:
    """Everything was expected and nothing came."""
    figures = compare(case.truth, IssueReading(()))
    size = sum(visible(case.data.decode("utf-8", "replace")).values())
    figures["kept"] = Figure(0, size, size, [Miss("crash", text, "")])
    return Outcome(case.name, figures)


def evaluate_model(case: Case, issue: Issue) -> Outcome:
    """Compare a model with a case's truth."""
    figures = compare(case.truth, read_model(issue))
    source = read_bytes(case.data, case.name)
    figures["kept"] = kept_in_model(source, issue)
    return Outcome(case.name, figures)


def evaluate_epub(case: Case, issue: Issue) -> Outcome:
    """Write the EPUB of a model, read it as an outsider and compare."""
    from converter.epub import EpubOptions, write_epub
    from converter.profile import Profile
    from converter.resources import Resources

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "issue.epub"
        write_epub(issue, path, EpubOptions(Profile(), Resources()))
        reading = read_epub(path)
    figures = compare(case.truth, reading)
    source = read_bytes(case.data, case.name)
    figures["kept"] = kept_in_text(source, issue, reading.all_text + reading.front_matter)
    return Outcome(case.name, figures)


__all__ = [
    "Case",
    "Outcome",
    "crashed",
    "evaluate",
    "evaluate_epub",
    "evaluate_model",
    "generated",
    "hand_made",
]
