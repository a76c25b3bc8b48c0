"""Parts of an article that have titles and authors of their own."""

from __future__ import annotations

from collections.abc import Sequence

from converter.parse.openings.fillers import signed
from converter.parse.openings.opening import Opening, printed_authors


def without_parts(openings: Sequence[Opening]) -> list[Opening]:
    """The openings without those of the parts of an article, which are headings in it.

    Three secretaries write on one theme, the contents name it and all three of them: what
    each of them signs below a title of its own is in no contents, and no article.
    """
    found: list[Opening] = []
    for opening in openings:
        whole = found[-1] if found else None
        authors = printed_authors(opening)
        if whole and opening.entry < 0 <= whole.entry and authors:
            together, above = signed(whole), printed_authors(whole)
            if above and not authors & above:
                found.append(opening)
                continue
            if len(together) > len(authors) and authors <= together:
                continue
        found.append(opening)
    return found
