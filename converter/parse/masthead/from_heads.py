"""What running heads tell of an issue whose masthead is lost: 12　某某工作　2023年第7期."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from converter import patterns as re
from converter.hanzi import has_han, key, squeeze
from converter.model import Masthead
from converter.parse.masthead.numbers import date_of, issue_number, serial_number, year_of
from converter.values import NamedTuple, replace

_FOLIO = re.compile(
    r"^\s*(?:[—–\-·•|｜]\s*)?\d{1,4}(?:\s*[—–\-·•|｜/]\s*|\s+)(?=\S*[^\d\s])|(?:\s*[—–\-·•|｜/]\s*|\s+)\d{1,4}\s*$"
)
_ISSUE = re.compile(
    r"(?:19|20)\d\d\s*年\s*(?:第\s*[\d一二三四五六七八九十]{1,3}(?:\s*[-—、]\s*\d{1,2})?\s*[期辑輯]|\d{1,2}\s*月[号號刊]?)"
    r"(?:\s*[（(]?\s*[总總]第?\s*\d{1,4}\s*期[）)]?)?"
    r"|(?:19|20)\d\d\s*[./·・]\s*\d{1,2}(?!\d)|[总總]第\s*\d{1,4}\s*期"
)
_FEWEST = 3
"""So many heads that say the same are no chance."""
_NAME = (2, 12)
"""Characters of a magazine's name."""


class _Told(NamedTuple):
    name: str
    issue: str


def told_by_heads(masthead: Masthead, heads: Iterable[str], others: Collection[str]) -> Masthead:
    """The masthead with the name and the issue that running heads tell, where it has no title.

    ``heads`` are the running heads as printed, ``others`` the keys of titles and sections, which
    stand beside the issue as well. What the masthead says itself is left as it is.
    """
    if masthead.title:
        return masthead
    found = list(_told(heads, others))
    names = Counter(one.name for one in found)
    if not names:
        return masthead
    (name, times), *rest = names.most_common(2)
    if times < _FEWEST or any(times < 2 * other for _, other in rest):
        return masthead
    issues = Counter(one.issue for one in found if one.name == name)
    texts = [text for text, _ in issues.most_common(1)]
    return replace(
        masthead,
        title=name,
        year=masthead.year or year_of(texts[0]) or int(date_of(texts[0])[:4] or 0),
        number=masthead.number or issue_number(texts),
        serial=masthead.serial or serial_number(texts),
        date=masthead.date or date_of(texts[0]),
    )


def _told(heads: Iterable[str], others: Collection[str]) -> Iterator[_Told]:
    """The names beside the issue's number or month, of heads that say nothing else."""
    for head in heads:
        hit = _ISSUE.search(head)
        if hit is None:
            continue
        rest = _FOLIO.sub(
            "", f"{head[: hit.start()].rstrip()}  {head[hit.end() :].lstrip()}".strip()
        )
        name = squeeze(rest).strip("《》—–-·•|｜/")
        named = has_han(name) and not any(map(str.isdecimal, name))
        if named and _NAME[0] <= len(name) <= _NAME[1] and key(name) not in others:
            yield _Told(name, hit[0])
