"""How well contents are read, by the ways in which they are printed and damaged.

``python -m tests.evaluation.contents_ways --seeds 400`` restores that many issues of
:mod:`tests.damage.listed_issue` and tells the figures for each way of each dimension, the
worst first, so that weak ones stand out. ``-v`` tells the worst seeds.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence

from converter.pipeline import restore
from tests.damage.listed_issue import ListedIssue, listed_issue
from tests.evaluation.cases import Case, evaluate_model
from tests.evaluation.compare import Figure, Figures, pair_articles
from tests.evaluation.from_model import read_model
from tests.evaluation.from_truth import read_truth
from tests.evaluation.report import together
from tests.evaluation.seeds import read_seeds

TOLD = ("contents", "articles", "titles", "authors", "pages", "paragraphs")
"""The figures that are told; ``articles`` are those found, and none invented."""
_WORST = 12


def evaluate_listed(made: ListedIssue) -> Figures:
    """The figures of an issue, with that of its articles."""
    case = Case(f"contents-{made.seed}", made.text.encode("utf-8"), read_truth(made.truth))
    issue = restore(case.data, name=f"{case.name}.txt").issue
    figures = evaluate_model(case, issue).figures
    got = read_model(issue).articles
    pairs = pair_articles(case.truth.articles, got)
    figures["articles"] = Figure(len(pairs), len(case.truth.articles), len(got))
    return figures


def _row(name: str, figures: Sequence[Figures]) -> str:
    sums = together(figures)
    told = " ".join(f"{key} {sums[key].f1:.3f}" for key in TOLD if key in sums)
    return f"  {name:<28} {len(figures):4} {told}"


def main(argv: Sequence[str] | None = None) -> int:
    """Tell the figures by dimension and way. Returns 0."""
    seeds, verbose = read_seeds(argv, __doc__, "seeds")
    made = [listed_issue(seed) for seed in seeds]
    figures = [evaluate_listed(one) for one in made]
    lines = [_row("all", figures)]
    ways: defaultdict[tuple[str, str], list[Figures]] = defaultdict(list)
    for one, found in zip(made, figures, strict=True):
        for way in one.ways.items():
            ways[way].append(found)
    for dimension in made[0].ways:
        own = [(way, found) for (name, way), found in ways.items() if name == dimension]
        lines += [dimension]
        lines += [
            _row(way, found)
            for way, found in sorted(own, key=lambda one: together(one[1])["contents"].f1)
        ]
    if verbose:
        ranked = sorted(zip(made, figures, strict=True), key=lambda one: one[1]["contents"].f1)
        lines += [
            f"  seed {one.seed}: contents {found['contents'].f1:.3f} {one.ways}"
            for one, found in ranked[:_WORST]
        ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
