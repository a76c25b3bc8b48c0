"""Names of sections at the feet of pages, each right over the folio of its page.

They stand on the pages of their sections only, so that few lines say the same; but of all names of
sections several stand so, on pages of one side of the sheet, and one cuts a sentence at least.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.hanzi import key
from converter.segment.page_edges import PAGE_ENDS, breaks_off_in_column
from converter.source import Line

_LONGEST, _FEWEST = 8, 3
"""The most characters of such a name, and so many of them are no chance."""


def sections_at_feet(
    lines: Sequence[Line],
    sections: frozenset[str],
    reasons: Mapping[int, str],
    numbers: Sequence[tuple[int, int]],
) -> list[int]:
    """The places of the names over folios; ``sections`` are the keys of all names of sections.

    ``numbers`` are the pages that lines tell, by their places.
    """
    pages = dict(numbers)
    texts = [at for at, line in enumerate(lines) if not line.blank]
    found: dict[int, int] = {}
    broken = 0
    for above, at, below in zip(texts, texts[1:], texts[2:], strict=False):
        if reasons.get(lines[below].number) not in PAGE_ENDS or lines[at].number in reasons:
            continue
        if len(lines[at].text) > 2 * _LONGEST or key(lines[at].text) not in sections:
            continue
        if not 2 <= len(key(lines[at].text)) <= _LONGEST or below not in pages:
            continue
        found[at] = pages[below]
        broken += breaks_off_in_column(lines[above].text.strip())
    names = {key(lines[at].text) for at in found}
    even = {page % 2 for page in found.values()}
    told = len(found) >= _FEWEST and len(names) > 1 and len(even) == 1 and broken > 0
    return list(found) if told else []
