"""How the cases are restored without their contents: what stands about the titles tells the articles.

``python -m tests.evaluation.no_contents``: each case without the lines of its contents; ``-v`` tells
every miss of the titles. ``--folder DIR`` takes the issues of another folder, and ``--keep half`` or
``--keep turns`` leaves the first half of the entries, or every other one. A case whose contents are
spread over the issue is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from converter.diagnostics import Span
from converter.model import Issue
from tests.evaluation import report
from tests.evaluation.cases import Case, evaluate, hand_made, in_folder

_SPREAD = 3
"""Contents over more than one third of the lines are spread over the issue."""


KEPT = ("none", "half", "turns")
"""Which entries of the contents stay: none, the first half, every other one."""


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; always 0, as they have no aim yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", action="append", default=[], help="only this case")
    parser.add_argument("--folder", type=Path, help="the issues of this folder")
    parser.add_argument("--keep", choices=KEPT, default="none", help="which entries stay")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell the misses of titles")
    options = parser.parse_args(argv)
    outcomes = []
    whole = in_folder(options.folder) if options.folder else hand_made()
    names = frozenset(options.case)
    chosen = (case for case in whole if not names or case.name in names)
    for case in cut(chosen, options.keep):
        outcomes.append(evaluate(case, via="model"))
        if options.verbose:
            sys.stdout.write(f"{report.failures(outcomes[-1], only='titles')}\n")
            sys.stdout.write(f"{report.line(outcomes[-1])}\n")
    title = f"contents kept: {options.keep}, {len(outcomes)} issue(s)"
    sys.stdout.write(report.table(title, report.total(outcomes)) + "\n")
    return 0


def cut(whole: Iterable[Case], keep: str) -> Iterator[Case]:
    """The cases that have contents, without the lines of those entries that do not stay."""
    from converter.pipeline import restore

    for case in whole:
        issue = restore(case.data, name=f"{case.name}.txt").issue
        text = case.data.decode("utf-8-sig").split("\n")
        every = lines_of_contents(issue)
        if every and len(every) * _SPREAD <= len(text):
            lost = every if keep == "none" else _lost(issue, every, keep)
            rest = [line for number, line in enumerate(text, 1) if number not in lost]
            yield Case(case.name, "\n".join(rest).encode(), case.truth)


def _lost(issue: Issue, every: range, keep: str) -> Collection[int]:
    """The numbers of the lines of the entries that do not stay."""
    entries = [entry for section in issue.contents.sections for entry in section.entries]
    if keep == "half":
        kept = entries[: (len(entries) + 1) // 2]
        end = max((span.last for entry in kept for span in entry.spans), default=0)
        return range(end + 1, every.stop)
    stay = {number for entry in entries[::2] for number in _numbers(entry.spans)}
    return {n for entry in entries[1::2] for n in _numbers(entry.spans)} - stay


def _numbers(spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from range(span.first, span.last + 1)


def lines_of_contents(issue: Issue) -> range:
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
