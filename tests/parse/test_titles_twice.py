"""Titles of two lines that OCR has read twice, one below the other."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

TEXT = "水站的灯一直亮到后半夜，守站的人把闸门的高低记在一本簿子上，一个钟头记一回，记满一页就在页角上画一个小圈，好让接班的人看见。"
TITLES = (("闸门边上的簿子",), ("替人看表的老曲", "把钟点记在墙上"), ("一条河为什么会改道",))
NAMES = ("季长庚", "苗田心", "方砚秋")


def _issue(blank: str, times: int, *, signed: bool) -> str:
    """An issue whose title of two lines stands so often, its lines and itself parted by ``blank``."""
    cells = zip(TITLES, NAMES, (4, 9, 13), strict=True)
    rows = ["\n".join(title) + f" …… {who} {page}" for title, who, page in cells]
    text = "望河\n\n2022年第6期（总第88期）\n\n目 录\n\n" + "\n".join(rows) + "\n\n"
    for title, who in zip(TITLES, NAMES, strict=True):
        lines = [blank.join(title)] * (times if len(title) > 1 else 1) + [who] * signed
        lines += [f"{TEXT[:-1]}，{title[0][:2]}{one}。" for one in "一二三"]
        text += "\n\n".join(lines) + "\n\n"
    return text


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_the_second_time_is_dropped(blank: str) -> None:
    made = restored(_issue(blank, 2, signed=False))
    once = restored(_issue(blank, 1, signed=False)).issue.articles
    assert [tuple(line.value for line in one.title) for one in made.issue.articles] == list(TITLES)
    for one, other in zip(made.issue.articles, once, strict=True):
        assert len(one.blocks) == len(other.blocks)
        assert len(one.front) == len(other.front)
    told = [drop.text for drop in made.issue.drops if drop.reason in ("running-head", "duplicate")]
    assert told == list(TITLES[1])


def test_below_it_stands_who_wrote_it() -> None:
    articles = restored(_issue("\n", 2, signed=True)).issue.articles
    assert [one.bylines[0].text.value for one in articles] == list(NAMES)
