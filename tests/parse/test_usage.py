"""How prose puts characters side by side, and what that says where a box cuts a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.parse.usage import begins, beside, goes_on_so
from tests.parse.test_allot import FIRST, LAST, NEXT, SCALES, SECOND, issue
from tests.support.blocks import split


@pytest.mark.parametrize("word", ["居民", "咖啡", "蝴蝶", "码头"])
def test_the_characters_of_a_word_stand_side_by_side(word: str) -> None:
    assert beside(*word) > 1 > beside(word[1], word[0])


def test_a_particle_begins_no_paragraph_and_a_pronoun_does() -> None:
    assert begins("了") < -1 < 0 < begins("我")
    assert goes_on_so("年", "的") > 0


@given(st.characters(), st.characters())
def test_no_pair_says_more_than_it_may(first: str, second: str) -> None:
    for odds in (beside(first, second), begins(first), goes_on_so(first, second)):
        assert -3 <= odds <= 3


LONG = "北方的秤多用枣木，南方的秤多用红木和紫檀，做秤的人要先学三年木匠，再学三年刻星，才能自己开铺子，铺子里从来不挂招牌。"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        (
            "秤房后来改作了候船室，靠墙摆了一排旧沙发，茶几上放着几本翻烂了的杂",
            "志，墙角的暖气片从十一月一直烧到第二年三月，等船的人把湿手套搭在上面烘干。",
        ),
        (
            "镇上要给秤房挂一块牌子，为了牌子上写什么，前前后后召集居",
            "民开了五次会议，吵到半夜也没有吵出一个结果，牌子至今还空着，连漆也没有刷。",
        ),
        (
            "去年冬天来了两个学生，带着录音笔和照相机，把秤杆上的星一颗一颗量过，画成图",
            "纸，说是要替博物馆建立档案，临走还给老人拍了一张合影。",
        ),
    ],
)
def test_a_word_that_the_issue_has_only_once_goes_on_below_the_box(head: str, rest: str) -> None:
    found = issue(FIRST, SECOND, head, "小知识 杆秤", SCALES, LONG, rest, NEXT, LAST)
    assert split(found) == ([SCALES, LONG], [FIRST, SECOND, head + rest, NEXT, LAST])
