"""The masthead of the lines of its region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import HAN, squeeze
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
    told = squeeze("\n".join(one.text for one in contents))
    return Elsewhere(lines, told, frozenset(named), _called(body))


def _called(body: Sequence[Line]) -> Counter[str]:
    """How often each name stands beside nothing but folio and date, or asks: 暗河 2022.06, 暗河：您……."""
    found: Counter[str] = Counter()
    for line in body:
        asked = _ASKS.match(line.text) if "：" in line.text or ":" in line.text else None
        if asked is not None:
            found[squeeze(asked["name"])] += 1
        elif len(line.text) <= _HEAD and _DIGIT.search(line.text):
            found[_BESIDE.sub("", line.text)] += 1
    return found


_ASKS = re.compile(rf"^\s*(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,7}})\s*[：:]")
_DIGIT = re.compile(r"\d")
_HEAD = 30
_BESIDE = re.compile(
    rf"(?<![{HAN}])[年月日期号號第总總](?![{HAN}])|(?<=\d)\s*[年月日期号號]|[总總]?第(?=\s*\d)"
    rf"|(?<![{HAN}])[春夏秋冬]季?[号號刊卷](?![{HAN}])|[^{HAN}]"
)
"""Folio and date beside the name of the magazine in a running head."""
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
