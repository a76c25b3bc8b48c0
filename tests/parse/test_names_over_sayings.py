"""Names in no list over what somebody says who is named below it."""

from __future__ import annotations

import pytest

from tests.support.blocks import sourced, texts
from tests.support.market import CUT, FIRST, LAST, REST, issue

SAID = "摆摊的人最怕的不是下雨，是不知道明天还让不让摆。"


@pytest.mark.parametrize(
    ("head", "label", "title"),
    [("街坊笔谈", "街坊笔谈", ""), ("街坊笔谈 豆腐摊前", "街坊笔谈", "豆腐摊前")],
)
def test_a_name_over_what_somebody_says_at_the_end_of_an_article(
    head: str, label: str, title: str
) -> None:
    found = issue(FIRST, CUT + REST, LAST, head, SAID, "——桥头豆腐摊摊主 韦小满")
    assert sourced(found) == [(label, title, [SAID], "桥头豆腐摊摊主 韦小满")]
    assert texts(found)[:3] == [FIRST, CUT + REST, LAST]


def test_one_of_several_headings_over_a_saying_is_a_heading() -> None:
    found = issue("天没亮", FIRST, "搭棚子", SAID, "——韦小满", CUT + REST, "下雨天", LAST)
    assert sourced(found) == []
