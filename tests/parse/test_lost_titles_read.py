"""Titles that only the contents have, in whatever way those are printed: they are told as they are read."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

TEXT = "水站的灯一直亮到后半夜，守站的人把闸门的高低记在一本簿子上，一个钟头记一回，记满一页就在页角上画一个小圈，好让接班的人看见。"
TITLES = ("闸门边上的簿子", "替人看表的老曲", "一条河为什么会改道", "桥头的修伞铺")
NAMES = ("季长庚", "苗田心", "方砚秋", "鲁一苇")
SECTIONS = ("水文", "人物", "讲堂", "街巷")
PAGES = ("4", "9", "13", "20")
ALONE = "{section}\n{title} …… {who}\n（{page}）"
"""A row of which the page stands on a line of its own."""


def _titles(
    rows: list[str], lost: str, signed: tuple[str, ...] = NAMES, *, heads: tuple[str, ...] = ()
) -> list[str]:
    """The titles of an issue with these rows of contents, whose body lacks one; ``heads`` are of its pages."""
    body: list[str] = []
    for title, who, section, page in zip(TITLES, signed, SECTIONS, PAGES, strict=True):
        head = f"{title}　{page}" if title in heads else ""
        body += [section, head, title, who]
        body += [f"{TEXT[:-1]}，{title[:2]}{one}。" for one in "一二三"]
        body += [f"{title}　{int(page) + 2}", f"{TEXT[:-1]}，{title[:2]}四。"] if head else []
    kept = [line for line in body if line not in {lost, ""}]
    text = "望河\n\n2022年第6期（总第88期）\n\n目 录\n\n" + "\n".join(rows) + "\n\n"
    issue = restored(text + "\n\n".join(kept)).issue
    return ["".join(line.value for line in one.title) for one in issue.articles]


def _rows(*forms: str, names: tuple[str, ...] = NAMES) -> list[str]:
    rows = zip(forms, SECTIONS, TITLES, names, PAGES, strict=True)
    return [
        form.format(section=section, title=title, who=who, page=page)
        for form, section, title, who, page in rows
    ]


@pytest.mark.parametrize("lost", TITLES)
def test_where_pages_stand_before_and_behind_titles_and_on_lines_of_their_own(lost: str) -> None:
    behind, before = "{section}\n{title} …… {who}（{page}）", "{section}\n{page} {title} / {who}"
    assert _titles(_rows(behind, ALONE, before, behind), lost) == list(TITLES)


def test_a_house_that_signs_is_no_title() -> None:
    names = ("季长庚", "望河县委党校课题组", "方砚秋", "鲁一苇")
    behind = "{section}\n{title} {who} （{page}）"
    rows = _rows(behind, behind, ALONE, behind, names=names)
    assert _titles(rows, TITLES[1], names) == list(TITLES)


def test_the_running_heads_of_its_pages_are_no_title() -> None:
    rows = _rows(*["{section}\n{title} …… {who} {page}"] * 4)
    assert _titles(rows, TITLES[1], heads=TITLES) == list(TITLES)
