"""How the cases are restored in other forms that an engine or an archive may give the same issue.

``python -m tests.evaluation.varied``: each case in each form, of which the truth is the same, and
the cases that lose most against their own form. ``--way doubled`` takes one form, and ``--way
indented+straight`` one after another; ``--folder DIR`` the issues of another folder; ``-v`` tells
every miss.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.evaluation import (
    head_forms,
    label_forms,
    line_forms,
    moved_forms,
    page_forms,
    report,
    sign_forms,
    stray_forms,
    told_forms,
)
from tests.evaluation.cases import Case, Outcome, evaluate, hand_made, in_folder
from tests.evaluation.compare import AIMED

_LOST = 3
"""Misses more than in its own form that make a case worth a look."""
_FIGURES = tuple(name for name in AIMED if name != "kept")


Way = Callable[[Case], "list[str] | Case | None"]
WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        line_forms.close,
        line_forms.doubled,
        line_forms.flush,
        line_forms.broken,
        line_forms.spaced,
        line_forms.blanked,
        line_forms.straight,
        line_forms.half,
        line_forms.beheaded,
        line_forms.unheaded,
        line_forms.turned,
        line_forms.misread,
        told_forms.hashed,
        told_forms.level,
        told_forms.bold,
        told_forms.anchored,
        told_forms.paged,
        told_forms.cut,
        told_forms.littered,
        told_forms.misnamed,
        told_forms.alike,
        told_forms.untitled,
        told_forms.nameless,
        told_forms.halved,
        told_forms.entities,
        told_forms.dashes,
        told_forms.wide,
        told_forms.indented,
        told_forms.traditional,
        moved_forms.boxed,
        moved_forms.boxed_late,
        moved_forms.celled,
        moved_forms.two_boxes,
        moved_forms.box_over_page,
        moved_forms.labelled,
        label_forms.mislabelled,
        moved_forms.credited,
        moved_forms.dashed,
        moved_forms.unlabelled,
        moved_forms.quoted,
        moved_forms.cut_twice,
        moved_forms.cut_short,
        moved_forms.doubled_seam,
        moved_forms.lost_at_seam,
        moved_forms.cut_heads,
        stray_forms.dropcap,
        stray_forms.initials,
        stray_forms.watermarked,
        stray_forms.captioned,
        stray_forms.doubled_lines,
        stray_forms.hyphened,
        stray_forms.specked,
        sign_forms.odd_blanks,
        sign_forms.invisible,
        sign_forms.radicals,
        sign_forms.vertical,
        sign_forms.hard_breaks,
        sign_forms.closed_signs,
        sign_forms.set_apart,
        page_forms.filed,
        page_forms.remarked,
        page_forms.page_twice,
        head_forms.spaced_titles,
        head_forms.parted,
        head_forms.threefold,
        head_forms.glued,
        head_forms.stroked,
        head_forms.together,
        head_forms.split_names,
        head_forms.split_headings,
        head_forms.run_on_headings,
    )
}


def varied(case: Case, way: Way) -> Case | None:
    """The case in another form; ``None`` if it has none."""
    made = way(case)
    if made is None or isinstance(made, Case):
        return made
    return Case(case.name, "\n".join(made).encode(), case.truth)


def combined(case: Case, names: str) -> Case | None:
    """The case in several forms one after another, as ``indented+straight`` names them."""
    made: Case | None = case
    for name in names.split("+"):
        made = varied(made, WAYS[name]) if made is not None else None
    return made


def _ways(names: str) -> str:
    """The names of one form or of several. Raises ``ArgumentTypeError`` for one that there is not."""
    unknown = [name for name in names.split("+") if name not in WAYS]
    if unknown:
        msg = f"there is no form {unknown[0]}; there are {', '.join(sorted(WAYS))}"
        raise argparse.ArgumentTypeError(msg)
    return names


def _misses(outcome: Outcome) -> int:
    own = (outcome.figures[name] for name in _FIGURES)
    return sum(one.expected + one.got - 2 * one.hits for one in own)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; always 0, as they have no aim yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--way", action="append", type=_ways, help="only this form, or a+b")
    parser.add_argument("--case", action="append", default=[], help="only this case")
    parser.add_argument("--folder", type=Path, help="the issues of this folder")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell every miss")
    options = parser.parse_args(argv)
    whole = in_folder(options.folder) if options.folder else hand_made()
    cases = [one for one in whole if not options.case or one.name in options.case]
    own = {case.name: _misses(evaluate(case, via="model")) for case in cases}
    for name in options.way or WAYS:
        made = (combined(case, name) for case in cases)
        outcomes = [evaluate(case, via="model") for case in made if case is not None]
        for one in outcomes:
            if options.verbose and (text := report.failures(one)):
                sys.stdout.write(text + "\n")
            if (more := _misses(one) - own[one.name]) > _LOST:
                sys.stdout.write(f"{more} more misses: {report.line(one)}\n")
        title = f"{name}: {len(outcomes)} issue(s)"
        sys.stdout.write(report.table(title, report.total(outcomes)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
