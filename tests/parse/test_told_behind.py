"""What stands behind the last sentence of a box, in no word for a source."""

from __future__ import annotations

import pytest

from converter.parse.extent import told_behind
from tests.support.blocks import sourced, texts
from tests.support.market import CUT, FIRST, LAST, REST, issue

COUNTED = "早市现有摊位八十六个，其中自产自销的五十一个，全年不收摊位费。"


@pytest.mark.parametrize(
    "who",
    [
        "糖坊街道办事处财务科",
        "糖坊街道财政所",
        "早市管理员、豆腐摊摊主 韦小满",
        "一位早市摊主的来信",
        "2019年街道二号文件",
        "问卷第14题",
        "早市摊主代表 韦 圆",
        "2019年全市早市管理工作会议",
        "街道摊主座谈会",
    ],
)
def test_behind_the_full_stop_of_a_box_stands_whose_it_is(who: str) -> None:
    found = issue(FIRST, CUT, "链接", f"{COUNTED}（{who}）", REST, LAST)
    assert sourced(found) == [("链接", "", [COUNTED], who)]
    assert texts(found)[:3] == [FIRST, CUT + REST, LAST]


@pytest.mark.parametrize(
    "note",
    [
        "（按去年价格计算）",
        "（见第12页）",
        "（略）",
        "（打一种渡具）",
        "（石板不可踩）",
        "（答案在本期第八页）",
        "（每户限一个摊位，多了不行）",
    ],
)
def test_a_remark_in_brackets_is_no_source(note: str) -> None:
    assert told_behind(COUNTED + note) == ""
    found = issue(FIRST, CUT, "链接", COUNTED + note, REST, LAST)
    assert sourced(found) == [("链接", "", [COUNTED + note], "")]


def test_a_bracket_before_the_full_stop_explains_words_of_the_sentence() -> None:
    assert told_behind("摊位费由街道（糖坊街道办事处财务科）收取。") == ""
    assert told_behind("摊位费归街道（糖坊街道办事处财务科）") == ""


@pytest.mark.parametrize("who", ["整理：糖坊街道文化站史料室", "摘自《糖坊街志》"])
def test_it_ends_a_box_of_two_paragraphs_under_a_title(who: str) -> None:
    told = "河埠是临河的石阶，上货卸货都在这里，一埠多至二十几级，水浅的时候能看见最下面的桩。"
    more = "从前埠头各有各的姓，姓什么的埠头停什么人家的船，外来的船要先打一声招呼才能靠。"
    found = issue(FIRST, CUT, "知识窗", "河埠", told, f"{more}（{who}）", REST, LAST)
    assert sourced(found) == [("知识窗", "河埠", [told, more], who)]
    assert texts(found)[:3] == [FIRST, CUT + REST, LAST]
