"""How well the bodies of articles are read, by the ways in which they are printed and damaged.

``python -m tests.evaluation.body_ways --seeds 400`` restores that many issues of
:mod:`tests.damage.bodied_issue` and tells the figures for each way of each dimension, the
worst first, so that weak ones stand out. ``-v`` tells the worst articles.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.pipeline import restore
from converter.source import read_bytes
from tests.damage.bodied_issue import BodiedArticle, BodiedIssue, bodied_issue
from tests.evaluation.cases import Case
from tests.evaluation.compare import Figures, compare, pair_articles
from tests.evaluation.from_model import read_model
from tests.evaluation.from_truth import read_truth
from tests.evaluation.kept import kept_in_model
from tests.evaluation.reading import ArticleReading
from tests.evaluation.report import together
from tests.evaluation.seeds import read_seeds

TOLD = ("headings", "paragraphs", "speakers", "apparatus")
_WORST = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article."""

    seed: int
    ways: dict[str, str]
    figures: Figures
    title: str


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The figures of an issue, and the outcome of each of its articles."""

    made: BodiedIssue
    figures: Figures
    outcomes: list[Outcome]


def evaluate_bodied(made: BodiedIssue) -> Evaluated:
    """Restore an issue and compare it with its truth, as a whole and article by article."""
    case = Case(f"bodies-{made.seed}", made.text.encode("utf-8"), read_truth(made.truth))
    issue = restore(case.data, name=f"{case.name}.txt").issue
    got = read_model(issue)
    figures = compare(case.truth, got)
    figures["kept"] = kept_in_model(read_bytes(case.data, case.name), issue)
    pairs = dict(pair_articles(case.truth.articles, got.articles))
    outcomes = []
    for at, article in enumerate(made.articles):
        other = got.articles[pairs[at]] if at in pairs else ArticleReading(None, ())
        own = compare(
            replace(case.truth, articles=(case.truth.articles[at],), cover_quotes=()),
            replace(got, articles=(other,), cover_quotes=()),
        )
        outcomes.append(_outcome(made, article, own))
    return Evaluated(made, figures, outcomes)


def _outcome(made: BodiedIssue, article: BodiedArticle, figures: Figures) -> Outcome:
    ways = made.house.ways() | article.way.ways()
    return Outcome(made.seed, ways, figures, article.listed.title[0])


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    sums = together(one.figures for one in outcomes)
    told = " ".join(f"{key} {sums[key].f1:.3f}" for key in TOLD if sums[key].expected)
    return f"  {name:<20} {len(outcomes):4} {told}"


def _share(outcomes: Sequence[Outcome]) -> float:
    """How much of the headings and paragraphs together is right."""
    sums = together(one.figures for one in outcomes)
    return sums["headings"].f1 + sums["paragraphs"].f1


def _table(outcomes: Sequence[Outcome]) -> list[str]:
    """The figures by dimension and way, the worst first."""
    lines = []
    for name in outcomes[0].ways:
        ways: defaultdict[str, list[Outcome]] = defaultdict(list)
        for one in outcomes:
            ways[one.ways[name]].append(one)
        ranked = sorted(ways.items(), key=lambda item: _share(item[1]))
        lines += [name, *(_row(way, own) for way, own in ranked)]
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Tell the figures by dimension and way. Returns 0."""
    seeds, verbose = read_seeds(argv, __doc__, "articles")
    results = [evaluate_bodied(bodied_issue(seed)) for seed in seeds]
    outcomes = [one for result in results for one in result.outcomes]
    sums = together(result.figures for result in results)
    lines = [" ".join(f"{key} {sums[key].f1:.4f}" for key in (*TOLD, "kept"))]
    lines += _table(outcomes)
    if verbose:
        for one in sorted(outcomes, key=lambda one: _share([one]))[:_WORST]:
            lines += [f"  seed {one.seed}, {one.title}: {one.ways}"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
