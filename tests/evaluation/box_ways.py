"""How well boxes are read, by the ways in which they are printed and damaged.

``python -m tests.evaluation.box_ways --seeds 400`` restores that many issues of
:mod:`tests.damage.boxed_issue` and tells the figures for each way of each dimension, the
worst first, so that weak ones stand out. ``-v`` tells the worst seeds.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from converter.pipeline import restore
from converter.source import read_bytes
from tests.damage.box_set import SetBox
from tests.damage.box_ways import ENGLISH
from tests.damage.boxed_issue import BoxedIssue, boxed_issue
from tests.evaluation.cases import Case
from tests.evaluation.compare import Figures, compare, strip_dash
from tests.evaluation.from_model import read_model
from tests.evaluation.from_truth import read_truth
from tests.evaluation.kept import kept_in_model
from tests.evaluation.reading import BoxReading, IssueReading, Item, normal
from tests.evaluation.report import together
from tests.evaluation.seeds import read_seeds

TOLD = ("boxes", "attributions", "box places", "paragraphs", "kept")
_WORST = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one box: whether it is right, and whether what stands around it is whole."""

    box: SetBox
    right: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The figures of an issue, and the outcome of each of its boxes."""

    made: BoxedIssue
    figures: Figures
    outcomes: list[Outcome]


def evaluate_boxed(made: BoxedIssue) -> Evaluated:
    """Restore an issue and compare it with its truth."""
    case = Case(f"boxes-{made.seed}", made.text.encode("utf-8"), read_truth(made.truth))
    issue = restore(case.data, name=f"{case.name}.txt").issue
    got = _settled(read_model(issue))
    figures = compare(case.truth, got)
    figures["kept"] = kept_in_model(read_bytes(case.data, case.name), issue)
    return Evaluated(made, figures, list(_outcomes(made, case.truth, got)))


def _settled(reading: IssueReading) -> IssueReading:
    """A reading without the English behind labels and the marks of points, which may stand there."""
    words = (*ENGLISH.values(), "TIPS")

    def settle(item: Item) -> Item:
        if item.box is None:
            return item
        label = item.box.label
        for word in words:
            label = label.removesuffix(word).strip()
        paragraphs = tuple(text.lstrip("●·") for text in item.box.paragraphs)
        return replace(item, box=replace(item.box, label=label, paragraphs=paragraphs))

    articles = tuple(
        replace(one, items=tuple(settle(item) for item in one.items)) for one in reading.articles
    )
    return replace(reading, articles=articles)


def _key(box: BoxReading) -> tuple[str, ...]:
    return (
        normal(box.label),
        normal(box.title),
        *(normal(text) for text in box.paragraphs),
        normal(strip_dash(box.attribution)),
    )


def _outcomes(made: BoxedIssue, truth: IssueReading, got: IssueReading) -> Iterable[Outcome]:
    """The outcome of each box, in their order."""
    found = {_key(item.box) for one in got.articles for item in one.items if item.box is not None}
    whole = {normal(item.text) for one in got.articles for item in one.items}
    boxes = iter(made.boxes)
    for article in truth.articles:
        items = article.items
        for at, item in enumerate(items):
            if item.box is None:
                continue
            before = next((one.text for one in reversed(items[:at]) if one.box is None), "")
            behind = next((one.text for one in items[at:] if one.box is None), "")
            around = [normal(text) for text in (before, behind) if text]
            right = _key(item.box) in found
            yield Outcome(next(boxes), right, all(text in whole for text in around))


# --- what is told -------------------------------------------------------------------------


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    count = len(outcomes)
    right = sum(one.right for one in outcomes) / count
    whole = sum(one.whole for one in outcomes) / count
    return f"  {name:<18} {count:4} boxes found {right:.3f} text around whole {whole:.3f}"


def _table(results: Sequence[Evaluated]) -> list[str]:
    """The shares of right boxes by dimension and way, the worst first."""
    ways: defaultdict[str, defaultdict[str, list[Outcome]]] = defaultdict(lambda: defaultdict(list))
    for result in results:
        for one in result.outcomes:
            for name, way in (result.made.house.ways() | one.box.way.ways()).items():
                ways[name][way].append(one)
    lines = []
    for name, own in ways.items():
        ranked = sorted(own.items(), key=lambda one: sum(o.right for o in one[1]) / len(one[1]))
        lines += [name, *(_row(way, outcomes) for way, outcomes in ranked)]
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Tell the figures by dimension and way. Returns 0."""
    seeds, verbose = read_seeds(argv, __doc__, "seeds")
    results = [evaluate_boxed(boxed_issue(seed)) for seed in seeds]
    sums = together(one.figures for one in results)
    told = " ".join(
        f"{key} {sums[key].f1:.3f} ({sums[key].precision:.3f}/{sums[key].recall:.3f})"
        for key in TOLD
    )
    lines = [f"all {told}", *_table(results)]
    if verbose:
        lines += [
            f"seed {result.made.seed}: {one.box.way.ways()}"
            for result in results
            for one in result.outcomes
            if not one.right
        ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
