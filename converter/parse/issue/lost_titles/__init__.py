"""Titles that only the contents have: set as pictures, they are not read in the body.

An entry of the contents tells its title and who signs it. Where the body has that byline between
the articles around it, and nothing above that may be the title, the article begins there. The
title is put there as a line of the body, so that all else finds the article as it finds others.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter.parse.contents.across import in_one_column
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.glued_between import has_glued_pages, with_pages_behind_names
from converter.parse.contents.raw import RawEntry
from converter.parse.issue.lost_titles.listed import Entry, entries_of, entries_read
from converter.parse.issue.lost_titles.places import lost_titles
from converter.parse.issue.lost_titles.printed import Printed
from converter.source import Line

__all__ = ["with_lost_titles", "with_titles_of"]


def with_lost_titles(
    body: Sequence[Line], contents: Sequence[Line], refused: Collection[str] = ()
) -> tuple[list[Line], list[Line]]:
    """The lines of the body with the titles that only the contents have, and these.

    ``refused`` are titles that are not to be put there.
    """
    contents = in_one_column(contents, body)
    if has_glued_pages(contents):
        contents = with_pages_behind_names(contents, BodyIndex(body, contents))
    printed = Printed(body, contents)
    return _with_titles(body, printed, entries_of(contents, printed), refused)


def with_titles_of(
    body: Sequence[Line],
    contents: Sequence[Line],
    read: Sequence[RawEntry],
    refused: Collection[str] = (),
) -> tuple[list[Line], list[Line]]:
    """The same with the entries that have been ``read`` of the contents, in whatever way those are printed."""
    printed = Printed(body, contents)
    return _with_titles(body, printed, entries_read(read, printed), refused)


def _with_titles(
    body: Sequence[Line], printed: Printed, entries: Sequence[Entry], refused: Collection[str]
) -> tuple[list[Line], list[Line]]:
    if not any(entry.lost for entry in entries):
        return list(body), []
    found = [one for one in lost_titles(printed, entries) if one.text not in refused]
    made: list[Line] = []
    added: list[Line] = []
    at = 0
    for one in sorted(found, key=lambda one: one.before):
        made += body[at : one.before]
        at = one.before
        line = Line(_number(body, at), one.text)
        added.append(line)
        made += [line, line._replace(text="")]
    return [*made, *body[at:]], added


def _number(body: Sequence[Line], at: int) -> int:
    """The number of the blank line above a line, or its own where there is none."""
    above = next((body[one].number for one in range(at - 1, -1, -1) if not body[one].blank), 0)
    return max(above + 1, body[at].number - 1)
