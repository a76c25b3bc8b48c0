"""A children's science monthly: it asks under its own name, names the guest of the month, and calls to work."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph
from converter.parse.byline import names_subject
from converter.profile import Profile
from tests.support.restored import listed, restored

HEAD = "# 小疑问\n\n2015年第3期（总第88期）\n\n主管 河湾省科学技术协会\n主办 河湾省青少年科技中心\n定价：6.00元\n\n# 目录\n\n"
CONTENTS = "会客厅\n\n| 4 | 听桥的人 |\n|---|---|\n| | 本期客人：桥梁工程师郝一波 |\n\n实验屋\n\n| 8 | 用纸托起字典 |\n|---|---|\n\n"
INTRO = "大桥也会生病吗？会的。今天我们请来一位给大桥看了四十年病的人，他的听诊器有两层楼那么长，他的耳朵冻掉过一层皮。"
TALK = (
    ("小疑问", "郝爷爷好！您为什么要把耳朵贴在桥上呢？"),
    ("郝爷爷", "小朋友好。医生看病先听心跳，桥也有心跳，车开过去，木头和钢铁会轻轻地响，健康的桥响得有规律。"),
    ("小疑问", "听不见声音的时候怎么办呢？"),
    ("郝爷爷", "那就把背景里的声音一样一样认清楚，记在心里，以后只要多出来一样，哪怕非常轻，你也会一下子发现它。"),
    ("小疑问", "您救过大桥吗？"),
    ("郝爷爷", "有一次半夜里，耳机里好像少了点什么，我想了很久才想起来，是青蛙不叫了，跑下去一看，桥墩边上冒出一股浑水。"),
)  # fmt: skip
LEADS = "一张纸只有四克多重，软绵绵的，竖都竖不起来。要是我说，不用胶水，不用木棍，只用一张纸就能把字典托到空中，你信不信？"
STEPS = ("① 把纸沿长边对折两次，剪成四条一样宽的纸条。", "② 把每一条卷成一个圆筒，用胶带粘住接缝。", "③ 把四个圆筒立在桌面上，正好在字典的四个角下面。")  # fmt: skip
LAST = "把圆筒换成三角形的、正方形的，能托起几本字典？请拍下照片，寄到编辑部，我们会选出十位小朋友，送给他们每人一本字典。"


def issue() -> list[Article]:
    talk = "\n\n".join(f"{who}：{said}" for who, said in TALK)
    first = f"会客厅\n\n# 听桥的人\n\n本期客人：桥梁工程师郝一波\n\n采访整理/石榴\n\n{INTRO}\n\n{talk}\n\n"
    steps = "\n\n".join(STEPS)
    second = f"实验屋\n\n# 用纸托起字典\n\n文/阿布\n\n{LEADS}\n\n动手！\n\n{steps}\n\n## 再想一想\n\n{LAST}\n"
    return list(restored(HEAD + CONTENTS + first + second).issue.articles)


def test_the_magazine_that_is_called_as_boxes_are_asks_and_names_none() -> None:
    assert "小疑问" in Profile().boxes.labels
    first = issue()[0]
    assert not any(isinstance(block, Box) for block in first.blocks)
    said = [block.text.value for block in first.blocks if isinstance(block, Paragraph)]
    assert said[-len(TALK) :] == [f"{who}：{words}" for who, words in TALK]


def test_the_guest_of_the_month_is_the_subtitle() -> None:
    first = issue()[0]
    assert [line.value for line in first.title] == ["听桥的人"]
    assert first.subtitle is not None
    assert first.subtitle.value == "本期客人：桥梁工程师郝一波"
    made = restored(
        HEAD
        + CONTENTS
        + "会客厅\n\n# 听桥的人\n\n本期客人：桥梁工程师郝一波\n\n采访整理/石榴\n\n"
        + INTRO
    )
    assert listed(made)[0] == ("会客厅", "听桥的人", (), "4")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("本期嘉宾：河湾大学教授马成岭", True),
        ("本期嘉宾：马成岭、郝一波", False),
        ("嘉宾：马成岭（教授）", False),
    ],
)
def test_of_whom_a_talk_is(text: str, *, told: bool) -> None:
    assert names_subject(text) == told


def test_what_calls_to_work_over_its_steps_is_a_heading() -> None:
    second = issue()[1]
    heads = [block.text.value for block in second.blocks if isinstance(block, Heading)]
    assert heads == ["动手！", "再想一想"]
