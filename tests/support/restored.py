"""A text restored as an issue, with every character of it accounted for."""

from __future__ import annotations

from converter.pipeline import Restored, restore


def restored(text: str) -> Restored:
    """The issue of a text; fails if a character is missing or stands twice."""
    made = restore(text.encode(), name="issue.txt")
    assert made.account is not None
    assert made.account.balanced, (made.account.missing, made.account.surplus)
    return made


def listed(made: Restored) -> list[tuple[str, str, tuple[str, ...], str]]:
    """The section, title, authors and page of each entry of the contents."""
    return [
        (section.name, "".join(entry.title), entry.authors, entry.page)
        for section in made.issue.contents.sections
        for entry in section.entries
    ]
