"""``fukan profile``: propose a magazine's profile, or show which one an issue gets."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence

from converter.cli.language import language
from converter.diagnostics import UsageFaultError
from converter.files import write_whole
from converter.model import Heading, Issue, MarkKind, Paragraph, Role, blocks_of
from converter.parse.headings import numbering
from converter.pipeline import restore
from converter.profile import Profile
from converter.profile.load import parse_profile
from converter.profile.propose import propose


def run(options: argparse.Namespace) -> int:
    """Propose a profile from the given issues."""
    target = options.output
    if target is not None and target.exists() and not options.force:
        msg = f"{target} exists already; --force replaces it"
        raise UsageFaultError(msg)
    issues = [restore(path, profile=Profile(), corrections=None).issue for path in options.inputs]
    text = propose(
        issues, headings=ladder(issues), interviewers=interviewers(issues), language=language()
    )
    parse_profile(text, "proposal")  # never hand out what would not be read back
    if target is None:
        sys.stdout.write(text)
    else:
        write_whole(target, text)
        print(target)
    return 0


def ladder(issues: Sequence[Issue]) -> tuple[str, ...]:
    """The kinds of heading numbers from the highest level to the lowest, as found."""
    levels: defaultdict[str, list[int]] = defaultdict(list)
    for issue in issues:
        for article in issue.articles:
            for block in article.blocks:
                if isinstance(block, Heading):
                    number = numbering(block.text.value)
                    if number is not None:
                        levels[number.kind].append(block.level)
    return tuple(sorted(levels, key=lambda kind: sum(levels[kind]) / len(levels[kind])))


_USUAL = frozenset(("记者", "本刊记者", "问", "主持人", "編者", "記者", "問", "主持人"))


def interviewers(issues: Sequence[Issue]) -> tuple[str, ...]:
    """Who asks in interviews, beside those whom the program knows to ask."""
    found: dict[str, None] = {}
    for issue in issues:
        for article in issue.articles:
            for block in blocks_of(article):
                if isinstance(block, Paragraph) and block.role is Role.QUESTION:
                    for mark in block.text.marks:
                        if mark.kind is MarkKind.SPEAKER:
                            found[block.text.value[mark.start : mark.end].rstrip("：:")] = None
    return tuple(name for name in found if name and name not in _USUAL)
