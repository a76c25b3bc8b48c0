"""Are all characters kept? Counted without the program's own account.

A character is accounted for if it is in the result or in the list of what was dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from converter.model import Box, Change, Drop, Issue, blocks_of, issue_texts
from converter.source import Source
from tests.evaluation.compare import Figure, Miss


def visible(text: str) -> Counter[str]:
    """How often each character that is no blank occurs."""
    return Counter("".join(text.split()))


def cleaned_counts(source: Source, changes: Iterable[Change]) -> Counter[str]:
    """The characters of the source after the recorded repairs: what must be somewhere."""
    counts: Counter[str] = Counter()
    for line in source.lines:
        counts += visible(line.text)
    for change in changes:
        counts += visible(change.after)
        counts.subtract(visible(change.before))
    return counts


def dropped_counts(drops: Iterable[Drop]) -> Counter[str]:
    """The characters of the list of what was dropped."""
    counts: Counter[str] = Counter()
    for drop in drops:
        counts += visible(drop.text)
    return counts


def kept_in_text(source: Source, issue: Issue, text: str) -> Figure:
    """The characters of the source that are in ``text`` (all of an EPUB) or were dropped."""
    need = cleaned_counts(source, issue.changes)
    have = visible(text) + dropped_counts(issue.drops)
    return lost(need, have, "the book")


def lost(need: Counter[str], have: Counter[str], where: str) -> Figure:
    """The figure of what is needed and had. ``got`` equals ``expected``: only losses count."""
    missing = {char: count - have[char] for char, count in need.items() if count > have[char]}
    total = sum(count for count in need.values() if count > 0)
    figure = Figure(total - sum(missing.values()), total, total)
    figure.misses = [Miss(where, f"{char} × {count}", "") for char, count in missing.items()]
    return figure


def model_counts(issue: Issue) -> Counter[str]:
    """The characters of a model: every text, and what it holds as plain strings."""
    counts: Counter[str] = Counter()
    for text in issue_texts(issue):
        counts += visible(text.value)
    blocks = [*issue.front, *issue.back]
    for article in issue.articles:
        blocks += blocks_of(article)
        counts += visible("".join(note.marker for note in article.notes))
    counts += visible("".join(block.label for block in blocks if isinstance(block, Box)))
    for entry in issue.masthead.entries:
        counts += visible(entry.label + "".join(entry.values))
    counts += visible(issue.contents.heading)
    for section in issue.contents.sections:
        counts += visible(section.name + section.theme)
        for item in section.entries:
            counts += visible("".join((*item.title, item.subtitle, *item.authors, item.page)))
    return counts


def kept_in_model(source: Source, issue: Issue) -> Figure:
    """The characters of the source that are in the model or were dropped."""
    need = cleaned_counts(source, issue.changes)
    return lost(need, model_counts(issue) + dropped_counts(issue.drops), "the model")
