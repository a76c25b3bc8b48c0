"""The front cover: the name, the number, and what is in the issue."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from converter.model import Article, Issue, MastheadKind
from converter.model.walk import block_texts
from converter.pdf.tokens import Geometry
from converter.pdf.view.front import masthead_values
from converter.pdf.view.text import (
    em_width,
    names,
    printed_date,
    section_name,
    sense_title,
    title_lines,
)
from converter.values import NamedTuple


class Teaser(NamedTuple):
    """What the cover says of an article."""

    section: str
    lines: tuple[str, ...]
    authors: str


class CoverView(NamedTuple):
    """The cover. ``numeral`` is the number of the issue as a picture, sizes are in points."""

    name: str
    name_size: str
    parallel: str
    numeral: str
    lead_size: str
    lead_leading: str
    issue: str
    date: str
    codes: tuple[str, ...]
    teasers: tuple[Teaser, ...]


_LARGEST_NAME = 92.0
_USUAL_HEIGHT = 737.0
"""The largest name, on a page of that height: it stays clear of what is below it on a lower one."""
_COVER_MARGINS = 96.0
_LEAD_SIZES = (18.0, 24.0, 32.0)
_USUAL_ROOM = 428.0  # of a page of 16开
_LEAD_LEADING = 1.4
_TEASER_SHARE = 0.565
"""The part of the cover below the plate in the theme that leaves least."""
_IMPRINT = 74.0
_TEASER_SIZE = 12.5
_FEWEST_TEASERS = 3
"""Rather than fewer, the first title is made smaller."""
_MOST_TEASERS = 5


_FEATURE = 300
"""Characters of an article that is no filler."""
_COVER_STORIES = (
    *("封面", "特稿", "特别", "特別", "专题", "專題", "特辑", "特輯"),
    *("焦点", "焦點", "头条", "頭條", "策划", "策劃"),
)
"""Words in the names of sections that hold what the issue is about."""
_EDITORS = (
    *("卷首", "刊首", "编者", "編者", "主编", "主編", "编后", "編後"),
    *("编辑室", "編輯室", "编辑手记", "編輯手記"),
)
"""With such words begins the name of what the editor says, before the issue or behind it."""


def cover(issue: Issue, name: str, number: str, geometry: Geometry) -> CoverView:
    """The cover; the name is as large as the page allows."""
    masthead = issue.masthead
    room = geometry.width - _COVER_MARGINS
    largest = _LARGEST_NAME * min(1.0, geometry.height / _USUAL_HEIGHT)
    size = min(largest, room / max(em_width(name), 1.0) / 1.04)
    chosen = _chosen(issue)
    height = geometry.height * _TEASER_SHARE - _IMPRINT
    titles = _titles(issue, chosen, room)
    lead = _lead_size(titles, room, height)
    while not lead and titles:
        titles.pop()
        lead = _lead_size(titles, room, height)
    parallel = masthead_values(masthead, MastheadKind.PARALLEL_TITLE)
    codes = (
        f"ISSN {masthead.issn}" if masthead.issn else "",
        f"CN {masthead.cn}" if masthead.cn else "",
        masthead.price,
    )
    return CoverView(
        name=name,
        name_size=f"{_no_larger(size):.1f}",
        parallel=parallel[0] if parallel else "",
        numeral=masthead.number.zfill(2) if masthead.number.isdecimal() else "",
        lead_size=f"{_no_larger(lead):.1f}",
        lead_leading=f"{lead * _LEAD_LEADING:.1f}",
        issue=number,
        date=printed_date(masthead.date),
        codes=tuple(code for code in codes if code),
        teasers=tuple(
            Teaser(_label(issue, article), lines, names(article.bylines))
            for article, lines in zip(chosen, titles, strict=False)
        ),
    )


def _no_larger(size: float) -> float:
    """Tenths of a point: one more, and the longest line would need two."""
    return floor(size * 10) / 10


def _label(issue: Issue, article: Article) -> str:
    """The section, unless the title says the same."""
    section = section_name(issue, article)
    return "" if section == "".join(title_lines(article)) else section


def _titles(issue: Issue, chosen: Sequence[Article], room: float) -> list[tuple[str, ...]]:
    """The lines of the titles; no line of the first is made smaller for being joined."""
    sizes = (_LEAD_SIZES[-1], *([_TEASER_SIZE] * len(chosen)))
    return [
        sense_title(issue, article, room / size)
        for article, size in zip(chosen, sizes, strict=False)
    ]


def _lead_size(titles: Sequence[tuple[str, ...]], room: float, height: float) -> float:
    """The size of the first title: as large as its lines and the others allow.

    Nothing where it would be small and one article less would help.
    """
    lines = titles[0] if titles else ("",)
    # As large in proportion on a smaller page.
    least, good, largest = (one * min(1.0, room / _USUAL_ROOM) for one in _LEAD_SIZES)
    size = max(least, min(largest, room / max(em_width(line) for line in (*lines, "　"))))
    wanted = min(size, good if len(titles) > _FEWEST_TEASERS else least)
    while size > wanted and _teaser_height(titles, size, room) > height:
        size -= 1
    fits = len(titles) < 2 or _teaser_height(titles, size, room) <= height
    return size if fits else 0.0


def _teaser_height(titles: Sequence[tuple[str, ...]], lead: float, room: float) -> float:
    """The height of the articles on the cover in points; lines and gaps as in the sheets."""
    height = 7.0
    for number, title in enumerate(titles):
        size = _TEASER_SIZE if number else lead
        lines = sum(ceil(em_width(line) * size / room) for line in title)
        height += 14 + (19 * lines + 31 if number else _LEAD_LEADING * lead * lines + 42)
    return height


def _chosen(issue: Issue) -> list[Article]:
    """The articles that the cover names: the first of each section, in order.

    That of the cover story or the special goes before them. A column that is named like its
    section, what the editor says, or a filler is no reason to buy an issue: it stands back
    where there are others.
    """
    seen: set[int] = set()
    first = []
    for article in issue.articles:
        if not article.title or (article.section >= 0 and article.section in seen):
            continue
        seen.add(article.section)
        first.append(article)
    features = [article for article in first if _is_feature(issue, article)]
    chosen = features
    if len(features) < _FEWEST_TEASERS:
        chosen = [*features, *(article for article in first if article not in features)]
    for article in chosen:
        if any(word in section_name(issue, article) for word in _COVER_STORIES):
            chosen = [article, *(other for other in chosen if other is not article)]
            break
    return chosen[:_MOST_TEASERS]


def _is_feature(issue: Issue, article: Article) -> bool:
    section = section_name(issue, article)
    if section and sum(one.section == article.section for one in issue.articles) > 1:
        return True  # a title over several pieces, however short itself
    title = "".join(title_lines(article))
    if title == section or not article.bylines or (section or title).startswith(_EDITORS):
        return False
    blocks = (*article.front, *article.blocks)
    length = sum(len(text.value) for block in blocks for text in block_texts(block))
    return length >= _FEATURE
