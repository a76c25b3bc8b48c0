"""Pull quotes in words of their own: over a text, and without a full stop within it."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading
from tests.support.articles import quotes, texts
from tests.support.restored import restored

HEAD = "目录\n\n磨刀人的下午　　宁秋白　2\n\n河埠头的秤　　贺小舟　6\n"
KNIFE = (
    (
        "磨刀人每月初七进巷子，肩上一条长凳，凳头绑着两块石头，一块粗的，一块细的。他不吆喝，"
        "只把一串铁片抖得哗啦响，楼上的窗户便一扇一扇推开。"
    ),
    (
        "粗石开口，细石收锋，中间要换三次水。他说水是石头的话，干了就说不清楚，说不清楚的刀，"
        "切菜会跑偏。我站在旁边看了一下午，看他把二十三把刀磨完，天也暗了下来。"
    ),
    "收摊的时候，他用拇指在刀刃上横着刮一下，听声音。声音发脆的留下再磨，声音发闷的才还给人家。",
)
SCALE = (
    (
        "河埠头的那杆秤挂在榆树上，已经没有人称鱼了。秤砣换过两回，头一回掉进河里，第二回被小孩拿去"
        "压了酱缸。管秤的老贺每天傍晚把秤杆擦一遍，说秤闲着也要干净。"
    ),
    "船靠岸以后，鱼从筐里倒进木盆，称的人报数，记的人画正字，谁也不多说一句。一盆鱼称完，水还在盆里打转。",
    "老贺把记账的本子翻给我看，每一页的右下角都画着一条小鱼，那是当天最大的一条。",
)


def issue(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[Article, ...]:
    text = (HEAD, "磨刀人的下午", "宁秋白", *first, "河埠头的秤", "贺小舟", *second)
    return restored("\n\n".join(text) + "\n").issue.articles


def headings(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Heading)]


def test_a_brief_turned_thought_over_the_text_is_a_pull_quote() -> None:
    thought = "快不是刀的本事，是石头的耐心。"
    first, second = issue((thought, *KNIFE), SCALE)
    assert quotes(first) == [thought]
    assert texts(first) == list(KNIFE)
    assert quotes(second) == []


def test_nothing_but_a_saying_over_the_text_is_one_with_who_says_it() -> None:
    said = "“刀钝了磨一磨，人钝了歇一歇。”"
    first, _ = issue((said, "——磨刀人 顾阿炳", *KNIFE), SCALE)
    assert quotes(first) == [said]
    assert texts(first) == list(KNIFE)


@pytest.mark.parametrize(
    "opening",
    [
        ("“磨刀哟。”", "“等一等。”", "“不急。”", *KNIFE),
        ("“水开了没有？”", *KNIFE, "“早就开了。”", "“那就下面。”"),
        ("磨刀人来的那天，巷子里刚下过雨。", *KNIFE),
    ],
)
def test_talk_and_a_short_first_sentence_stay(opening: tuple[str, ...]) -> None:
    first, _ = issue(opening, SCALE)
    assert quotes(first) == []


def test_a_timeless_sentence_is_one_where_another_article_has_one() -> None:
    sure, other = "快不是刀的本事，是石头的耐心。", "秤杆再长，也量不出一条河的深浅。"
    first, second = issue((sure, *KNIFE), (other, *SCALE))
    assert (quotes(first), quotes(second)) == ([sure], [other])
    _, alone = issue(KNIFE, (other, *SCALE))
    assert quotes(alone) == []


def test_an_unstopped_line_in_a_sentence_is_set_in() -> None:
    cut = KNIFE[1].index("切菜会跑偏")
    line = "粗的让它醒，细的让它静"
    parts = (KNIFE[0], KNIFE[1][:cut], line, KNIFE[1][cut:], KNIFE[2])
    first, _ = issue(parts, SCALE)
    assert quotes(first) == [line]
    assert texts(first) == list(KNIFE)


def test_the_one_line_of_two_clauses_is_no_heading() -> None:
    line = "船上的话轻，岸上的话重"
    _, second = issue(KNIFE, (SCALE[0], line, *SCALE[1:]))
    assert quotes(second) == [line]
    assert headings(second) == []
    numbered = ("一、挂秤", SCALE[0], line, "二、称鱼", SCALE[1], "三、记账", SCALE[2])
    _, second = issue(KNIFE, numbered)
    assert quotes(second) == [line]
    assert headings(second) == ["一、挂秤", "二、称鱼", "三、记账"]


@pytest.mark.parametrize("line", ["谁来挂这杆秤，谁来画这条鱼", "誰來掛這杆秤，誰來畫這條魚"])
def test_a_line_that_asks_is_no_such_thought(line: str) -> None:
    _, second = issue(KNIFE, (SCALE[0], line, *SCALE[1:]))
    assert quotes(second) == []


def test_headings_of_two_clauses_stay_headings() -> None:
    heads = ("秤要直，心要平", "鱼要活，话要少")
    _, second = issue(KNIFE, (SCALE[0], heads[0], SCALE[1], heads[1], SCALE[2]))
    assert quotes(second) == []
    assert headings(second) == list(heads)


def test_two_lines_of_which_the_first_ends_with_a_comma_are_a_pull_quote_over_the_text() -> None:
    knife, _ = issue(("一把刀磨到最后，\n磨的是听它的耳朵。", *KNIFE), SCALE)
    assert quotes(knife) == ["一把刀磨到最后，磨的是听它的耳朵。"]
    assert texts(knife) == list(KNIFE)
