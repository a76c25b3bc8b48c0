"""Characters that neither a phrase nor a rule decides: what stands around them speaks."""

from __future__ import annotations

import pytest

from converter.variant import Edition
from converter.variant.likely import characters_with_weights, weigh
from converter.variant.tables import read_table
from tests.variant.made import HK, TW, converted


@pytest.mark.parametrize("edition", [TW, HK])
@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("碗太小，面盛得冒了尖。", "碗太小，麵盛得冒了尖。"),
        ("风停了，湖面像玻璃一样。", "風停了，湖面像玻璃一樣。"),
        ("风大浪急，他们轮流划，天亮才靠岸。", "風大浪急，他們輪流划，天亮才靠岸。"),
        ("他用红笔把错字一个个划去。", "他用紅筆把錯字一個個劃去。"),
        ("晚上他扮的是丑，逗得大家直笑。", "晚上他扮的是丑，逗得大家直笑。"),
        ("他长得又黑又丑，心却很善。", "他長得又黑又醜，心卻很善。"),
        ("路上的泥还没干。", "路上的泥還沒乾。"),
        ("别的活儿他都没干。", "別的活兒他都沒幹。"),
        ("木匠余根生冲了上去。", "木匠余根生衝了上去。"),
        ("剩下的余部退到山里。", "剩下的餘部退到山{}。"),
    ],
)
def test_the_surroundings_tell_the_form(source: str, made: str, edition: Edition) -> None:
    (text,), _ = converted(source, edition=edition)

    assert text == made.format("裡" if edition is TW else "裏")


def test_a_name_is_read_like_the_same_name_elsewhere() -> None:
    bare = "众人回头望余满仓，谁也不作声"
    clear = "老农余满仓说，"

    assert weigh(clear, 2)[0] == "余"
    assert weigh(bare, 5, f"{clear}{bare}")[0] == "余"


def test_nothing_is_said_where_nothing_speaks() -> None:
    assert weigh("面", 0)[0] == ""
    assert weigh("天", 0)[0] == ""


def test_the_report_lists_the_form_that_was_chosen() -> None:
    _, report = converted("晚上他扮的是丑，逗得大家直笑。", "他长得又黑又丑，心却很善。")

    assert [(d.chosen, d.alternatives) for d in report.decisions if d.character == "丑"] == [
        ("丑", ("醜",)),
        ("醜", ("丑",)),
    ]


def test_every_form_is_one_that_the_character_has() -> None:
    known = dict(read_table("characters"))

    for character, forms in characters_with_weights():
        assert set(forms) < set(known[character]), character
        assert known[character][0] not in forms, character
