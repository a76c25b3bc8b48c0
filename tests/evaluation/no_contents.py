"""How the cases are restored without their contents: what stands about the titles tells the articles.

``python -m tests.evaluation.no_contents``: each case without the lines of its contents; ``-v`` tells
every miss of the titles. A case whose contents are spread over the issue is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from converter.model import Issue
from tests.evaluation import report
from tests.evaluation.cases import Case, evaluate, hand_made

_SPREAD = 3
"""Contents over more than one third of the lines are spread over the issue."""


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; always 0, as they have no aim yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", action="append", default=[], help="only this hand-made case")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell the misses of titles")
    options = parser.parse_args(argv)
    outcomes = []
    for case in cases(tuple(options.case)):
        outcomes.append(evaluate(case, via="model"))
        if options.verbose:
            sys.stdout.write(f"{report.failures(outcomes[-1], only='titles')}\n")
            sys.stdout.write(f"{report.line(outcomes[-1])}\n")
    title = f"without contents: {len(outcomes)} issue(s)"
    sys.stdout.write(report.table(title, report.total(outcomes)) + "\n")
    return 0


def cases(names: tuple[str, ...] = ()) -> Iterator[Case]:
    """The cases that have contents, without their lines."""
    from converter.pipeline import restore

    for case in hand_made(names):
        lines = _lines_of_contents(restore(case.data, name=f"{case.name}.txt").issue)
        text = case.data.decode("utf-8-sig").split("\n")
        if lines and len(lines) * _SPREAD <= len(text):
            rest = [*text[: lines.start - 1], *text[lines.stop - 1 :]]
            yield Case(case.name, "\n".join(rest).encode(), case.truth)


def _lines_of_contents(issue: Issue) -> range:
    """The numbers of the lines from the heading of the contents to their last entry."""
    spans = list(issue.contents.spans)
    for section in issue.contents.sections:
        spans += section.spans
        spans += [span for entry in section.entries for span in entry.spans]
    if not spans:
        return range(0)
    return range(min(span.first for span in spans), max(span.last for span in spans) + 1)


if __name__ == "__main__":
    sys.exit(main())
