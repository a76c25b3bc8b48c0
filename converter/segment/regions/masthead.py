"""Where the masthead is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, squeeze, width
from converter.segment.regions.cover import issue_line_only
from converter.segment.regions.entries import is_contents_heading
from converter.segment.regions.going_on import BARE_FOLIO
from converter.segment.regions.labels import (
    count_labels,
    is_masthead_line,
)
from converter.segment.regions.newsletter import newsletter_line
from converter.segment.regions.reach import (
    NAME,
    NEAR,
    PROSE,
    is_imprint_line,
    reach_down,
    reach_up,
    tells_of_cover,
    tells_whom,
    titles_listed,
)
from converter.segment.rules import is_rule
from converter.source import Line

_HEAD, _TAIL = 400, 200
"""Lines at the top and at the end of an issue among which its masthead is."""
_EDITORS = re.compile(r"^(?:《[^》]{1,12}》)?(?:编辑部|編輯部|编辑|編輯|主编|主編)[：:]$")
_LABEL = 2
"""Characters with which a line begins that tell its label from others."""
_FIRST_PAGE = 60
"""Lines from the top among which a newspaper has its masthead."""
_FOOT_LINES = 4
_WITHIN = re.compile(
    r"\s(?:本刊)?[只仅僅]?供?(?:内部|內部)(?:阅读|閱讀|交流|参考|參考|资料|資料)\s*$"
)
_BY_WHOM = re.compile(
    r"^(?:总?主\s*编|编辑者?|編輯者?|總?主\s*編|总编辑?|總編輯?|编印|編印|主办|主辦)\s*[：:]"
)
_MADE_AND_HAD = "地址|社址|邮编|邮政编码|印刷|承印|刻印|油印|排印|发行|订阅|定价|零售价|印厂|印数"
_LEAST_TOLD = 3
"""Labels that make a masthead."""


def find_masthead(
    lines: Sequence[Line], contents_at: int | None, labels: Collection[str]
) -> tuple[int, int] | None:
    """The indexes of the masthead, end exclusive; ``None`` if there is none."""
    size = len(lines)
    head = range(min(size, _HEAD))
    # It may begin within the head of a short issue, and go on below.
    tail = range(size - _TAIL if size > _HEAD else size, size)
    best: tuple[int, int, int] | None = None
    told: list[int] = []
    for zone in (head, tail):
        hits = [
            i
            for i in zone
            if is_masthead_line(lines[i].text, labels) and not _addresses_editors(lines, i)
        ]
        for first, last, count in _clusters(lines, hits):
            if count >= _LEAST_TOLD and (best is None or count > best[2]):
                best = (first, last, count)
                told = [hit for hit in hits if first <= hit <= last]
    if best is None:
        return newsletter_line(lines) or issue_line_only(lines, contents_at)
    first = best[0]
    last, title = _above_article(lines, told, contents_at)
    first = reach_up(lines, first, contents_at)
    last = reach_down(lines, first, last, contents_at, title)
    return (first, last + 1)


def _addresses_editors(lines: Sequence[Line], index: int) -> bool:
    """True for 编辑部：, and below it what somebody writes to them."""
    if not _EDITORS.match(lines[index].text.strip()):
        return False
    below = (line.text for line in lines[index + 1 : index + NEAR] if not line.blank)
    text = next(below, "")
    return width(text) >= PROSE and "，" in text


def _clusters(lines: Sequence[Line], hits: list[int]) -> list[tuple[int, int, int]]:
    """Runs of hits with at most three other lines of text between two of them.

    At the top a line may tell several things; under a page one line tells who made that.
    What begins as another of the run does tells nothing more: 地址：……, below each of three shops.
    """
    found: list[tuple[int, int, int]] = []
    start = previous = -1
    count = 0
    begun: set[str] = set()
    for hit in hits:
        text = lines[hit].text
        if previous < 0 or _texts_between(lines, previous, hit) > 3:
            if count:
                found.append((start, previous, count))
            start, count = hit, 0
            begun.clear()
        if (label := squeeze(text)[:_LABEL]) not in begun:
            count += _told(text) if hit < _FIRST_PAGE else 1
        begun.add(label)
        previous = hit
    if count:
        found.append((start, previous, count))
    return found


def _above_article(
    lines: Sequence[Line], hits: Sequence[int], contents_at: int | None
) -> tuple[int, int]:
    """The last of some labelled lines above the first article, whose editor signs it: 主编／某某.

    A title of the contents, which stand above, parts the two, and running text is below. Where
    there are no contents, it is a line alone that tells nothing of the issue. The second number is
    the place where the title may stand, that of the end of the lines if no editor signs.
    """
    listed = titles_listed(lines, hits[0], contents_at)
    last, head = len(hits) - 1, len(lines)
    while listed and last and _is_byline(lines, hits[last - 1], hits[last], listed):
        last -= 1
    if contents_at is None and last >= _LEAST_TOLD:
        head = _title_above(lines, hits[last - 1], hits[last])
        last -= head < len(lines)
    return hits[last], head


def _title_above(lines: Sequence[Line], above: int, at: int) -> int:
    """The place of the only line between the last label of an imprint and the editor who signs below it.

    The end of the lines where there is none or more, or no running text is below.
    """
    texts = ((place, lines[place]) for place in range(above + 1, at))
    between = [place for place, line in texts if not (line.blank or is_rule(line.text))]
    if len(between) != 1 or not _EDITOR.match(lines[at].text.strip()):
        return len(lines)
    if tells_whom(lines[between[0]].text) or is_imprint_line(lines[between[0]].text):
        return len(lines)
    below = _text_below(lines, at)
    return between[0] if width(below) >= PROSE and "，" in below else len(lines)


_EDITOR = re.compile(
    rf"^(?:[执執]行|本刊|副)?(?:[总總]?主[编編笔筆]|[总總][编編][辑輯]?|社[长長])[\s:：／/|｜]*[{HAN}](?:\s?[{HAN}]){{1,3}}$"
)
"""主编　某某, who signs the first article."""


def _is_byline(lines: Sequence[Line], above: int, at: int, listed: str) -> bool:
    """True for a line below a title of the contents and above running text."""
    names = (key(line.text) for line in lines[above + 1 : at])
    if not any(len(name) >= NAME and name in listed for name in names):
        return False
    below = _text_below(lines, at)
    return width(below) >= PROSE and "，" in below


def _text_below(lines: Sequence[Line], at: int) -> str:
    """The text right below a line, as far as it may be one paragraph wrapped at the column."""
    text = ""
    for line in lines[at + 1 : at + NEAR]:
        if line.blank and not text:
            continue
        own = line.text.strip()
        if line.blank or width(own) < _COLUMN or width(text) >= PROSE:
            break
        text += own
    return text


_COLUMN = 12
"""Em of the narrowest line of a column of text."""


def _told(text: str) -> int:
    """How many things a line of the masthead tells, one behind the other."""
    return max(1, count_labels(text))


def find_foot(lines: Sequence[Line], begin: int) -> tuple[int, int] | None:
    """The last lines of an issue where they tell its address and printer, below ``begin``.

    Newspapers print them under the last page, away from the rest of their mastheads. Several lines
    tell what is on the covers.
    """
    end = len(lines)
    while end > begin and (lines[end - 1].blank or BARE_FOLIO.match(lines[end - 1].text.strip())):
        end -= 1
    first = end
    while first > begin and end - first < _FOOT_LINES and _is_imprint(lines[first - 1].text):
        first -= 1
    told = sum(_told_at_foot(line.text) for line in lines[first:end])
    several = any(_told_at_foot(line.text) >= 2 for line in lines[first:end])
    # One line, too: 编辑：…… 印刷：…….
    least = _LEAST_TOLD - (end - first == 1)
    covers = sum(tells_of_cover(line.text) for line in lines[first:end])
    if covers > 1 or (first < end and all(tells_whom(line.text) for line in lines[first:end])):
        return (first, end)
    return (first, end) if told >= least and several else None


def _is_imprint(text: str) -> bool:
    """True for a line that tells where a paper is made and had, and not who made the page.

    主编：…… 校对：…… are those of an issue, and 内部资料 says for whom it is.
    """
    if tells_whom(text) or tells_of_cover(text):
        return True
    named = _BY_WHOM.match(text.strip()) is not None and _told_at_foot(text) > 1
    return named or (count_labels(text) > 0 and re.search(_MADE_AND_HAD, text) is not None)


def _told_at_foot(text: str) -> int:
    """How many things a line tells of who made an issue, where, and for whom."""
    return count_labels(text) + (_WITHIN.search(text) is not None)


def _texts_between(lines: Sequence[Line], first: int, last: int) -> int:
    between = [line for line in lines[first + 1 : last] if not line.blank]
    if any(is_contents_heading(line.text) or width(line.text) > 160 for line in between):
        return 99
    return len(between)
