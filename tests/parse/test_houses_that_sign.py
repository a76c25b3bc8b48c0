"""Houses that sign articles which the contents do not list: nothing but their names tells them."""

from __future__ import annotations

import pytest

from converter.model import Heading
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆，镇上的人凭它估摸水势，也凭它定下开船的时辰。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹，摆渡的人舍不得换，说换了灯，对岸的人就认不出船来。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水，水开的时候，头一拨赶集的人正好走到石阶的上面。"
FOUR = "钢印是一个学徒刻的，刻反了一个字，后来谁也没有改，大家反倒凭着那个反字认得真票，一张票用了三十年，边角磨圆了，钢印还摸得出来。"
HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n"
CONTENTS = "目录\n\n石阶有多少级 …… 陆遥 2\n修船的人 …… 唐果 4\n半夜的灯 …… 何溪 6\n"
HOUSE = "河湾县下沙区社会科学界联合会"


def articles(*parts: str) -> list[str]:
    made = restored(f"{HEAD}\n{CONTENTS}\n\n" + "\n\n".join(parts) + "\n")
    return ["".join(line.value for line in one.title) for one in made.issue.articles]


FIRST = f"石阶有多少级\n文｜陆遥\n\n{ONE}"
SECOND = f"修船的人\n文｜唐果\n\n{TWO}\n\n修一条船要用三个月，多半的日子是在等木头干透。\n\n等的时候，他给邻家的孩子削陀螺。"
THIRD = f"半夜的灯\n文｜何溪\n\n{THREE}"


@pytest.mark.parametrize(
    "head",
    [
        f"从钢印看船票的变迁\n\n{HOUSE}\n\n【编者按】这是去年冬天的一份调查，我们删去了一部分数字，也把几处口音改成了普通话，原来的稿子存在文化站的柜子里，想看的人随时可以去看。",
        f"从钢印看船票的变迁\n{HOUSE}",
    ],
    ids=["over a note", "close below the title"],
)
def test_a_house_signs_below_a_title_at_the_top_of_a_page(head: str) -> None:
    page = f"\n[第5页]\n\n{head}\n\n{FOUR}"
    assert "从钢印看船票的变迁" in articles(FIRST, SECOND, page, THIRD)
    # Within a page both are what stands in an article.
    assert len(articles(FIRST, SECOND, f"{head}\n\n{FOUR}", THIRD)) == 3


def test_a_house_signs_the_first_text_of_all() -> None:
    head = f"从钢印看船票的变迁\n\n{HOUSE}"
    assert articles(f"{head}\n\n{FOUR}", FIRST, SECOND, THIRD)[0] == "从钢印看船票的变迁"


def test_a_heading_at_the_top_of_a_page_over_text_opens_no_article() -> None:
    made = restored(
        f"{HEAD}\n{CONTENTS}\n\n{FIRST}\n\n\n[第3页]\n\n钢印与船票\n\n{FOUR}\n\n{SECOND}\n\n{THIRD}\n"
    )
    assert len(made.issue.articles) == 3
    heads = [block for block in made.issue.articles[0].blocks if isinstance(block, Heading)]
    assert [head.text.value for head in heads] == ["钢印与船票"]


@pytest.mark.parametrize("signed", [HOUSE, "何溪　唐　棠"])
@pytest.mark.parametrize("cut", [False, True])
def test_a_title_that_a_running_head_says_again_opens_an_article(signed: str, *, cut: bool) -> None:
    lines = "从钢印看船票的变迁\n河湾镇的三十年" if cut else "从钢印看船票的变迁"
    head = "从钢印看船票的变迁河湾" if cut else "从钢印看船票的变迁"
    text = f"{lines}\n{signed}\n\n{FOUR}\n\n[第6页]\n\n{head} 6\n\n{ONE[:40]}\n\n{TWO}"
    found = articles(FIRST, f"{SECOND}\n（责任编辑：沈一帆）", text, THIRD)
    assert lines.replace("\n", "") in found
    assert len(found) == 4


def test_text_before_the_first_listed_title_may_be_signed_by_several_houses() -> None:
    parts = [
        f"\n[第{at}页]\n\n{title}\n\n{house}\n\n{FOUR}{THREE}"
        for at, title, house in (
            (3, "从钢印看船票的变迁", HOUSE),
            (4, "一张旧船票的来历", "河湾县博物馆"),
        )
    ]
    found = articles(*parts, FIRST, SECOND, THIRD)
    assert found[:2] == ["从钢印看船票的变迁", "一张旧船票的来历"]
