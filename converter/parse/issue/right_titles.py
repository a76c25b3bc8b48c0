"""Titles of which OCR has read characters otherwise in the contents than in the body: which are right."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import key, squeeze
from converter.parse.context import Context
from converter.parse.issue.titles import listed_as
from converter.parse.openings import Opening
from converter.parse.readings import Compared, Evidence, compare, lean, right
from converter.segment import Unit


def right_titles(
    openings: Sequence[Opening],
    units: Sequence[Unit],
    parts: Sequence[Sequence[Unit]],
    context: Context,
) -> dict[int, str]:
    """The right words of the titles that differ, without blanks, by the numbers of their entries.

    ``parts`` are the texts of the articles.
    """
    found: dict[int, Compared] = {}
    for opening, part in zip(openings, parts, strict=True):
        lines = [units[at].text for at in opening.title]
        listed = listed_as(opening) if opening.entry >= 0 else ""
        if listed and key(listed) != key("".join(lines)):
            evidence = _evidence(lines, part, context)
            found[opening.entry] = compare("".join(lines), listed, evidence)
    differing = {at: one for at, one in found.items() if one.differ}
    leaning = lean(list(differing.values()))
    return {at: right(one, leaning) for at, one in differing.items()}


def _evidence(lines: Sequence[str], part: Sequence[Unit], context: Context) -> Evidence:
    """What tells which words of a title are right that stands on some lines over a text."""
    heads = "\n".join(drop.text for drop in context.ledger.dropped("running-head"))
    text = "\n".join(squeeze(unit.text) for unit in part)
    return Evidence(context.trigrams, heads, "\n".join(lines), text)
