"""The masthead of the lines of its region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import squeeze
from converter.model import Masthead, MastheadEntry
from converter.parse.masthead.identify import identify
from converter.parse.masthead.items import Item, add_line, values_of
from converter.parse.masthead.title import NOWHERE, Elsewhere, find_title
from converter.source import Line


def parse_masthead(
    lines: Sequence[Line],
    labels: Mapping[str, str] | None = None,
    elsewhere: Elsewhere = NOWHERE,
) -> Masthead:
    """Read the lines of the masthead region. Every text of theirs is in ``entries``.

    ``labels`` are labels of this magazine's own and the kinds of entry they announce.
    ``elsewhere`` is what stands in the contents and in the body, which tells a line of the
    cover from the title of the magazine.
    """
    items: list[Item] = []
    gap = True
    for line in lines:
        text = line.text.strip().lstrip("#").strip(" *")
        if not text:
            gap = True
            continue
        add_line(items, text, line.number, gap=gap, labels=labels or {})
        gap = False
    find_title(items, elsewhere)
    entries = tuple(
        MastheadEntry(
            item.kind, item.label, values_of(item), tuple(map(Span.line, sorted(set(item.lines))))
        )
        for item in items
    )
    spans = _runs(lines)
    return identify(Masthead(entries=entries, spans=spans))


def elsewhere_of(contents: Sequence[Line], body: Sequence[Line]) -> Elsewhere:
    """What stands outside the masthead, in the contents and in the body."""
    lines = Counter(squeeze(one.text).strip("#*《》") for one in body if len(one.text) <= _SHORT)
    named = (hit[1] for one in body if "《" in one.text for hit in _NAMED.finditer(one.text))
    return Elsewhere(lines, squeeze("\n".join(one.text for one in contents)), frozenset(named))


_SHORT = 40
_NAMED = re.compile("《([^》《]{1,10})》")


def _runs(lines: Sequence[Line]) -> tuple[Span, ...]:
    """The spans of lines that stand together."""
    spans: list[Span] = []
    for line in lines:
        if spans and line.number == spans[-1].last + 1:
            spans[-1] = Span(spans[-1].first, line.number)
        else:
            spans.append(Span.line(line.number))
    return tuple(spans)
