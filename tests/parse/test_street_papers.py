"""A street's paper without contents: its name, its titles, who signs and who speaks in it."""

from __future__ import annotations

import pytest

from converter.model import Paragraph
from tests.support.articles import articles, named, titles
from tests.support.restored import restored

PAPER = """\
柳条巷社区报　第21期　2023年11月
柳条巷社区居委会 编　免费取阅

**老邻居食堂开张了**

社区通讯员 小 艾

立冬那天，“老邻居食堂”在七号楼底层开张，头一天来了九十三位老人，头一锅饺子四十分钟就见了底。

最受欢迎的是靠窗的那张桌子，晒得到太阳，桌子上立着一块牌子，写着“慢慢吃”，谁也不许催。

（编辑：小艾）

**“我家的墙会出汗”**

文：江 望

每月的第二个星期六，议事会在食堂里开会。主持的是沈主任，来的有三号楼的冯老师、五号楼的大李、物业的小顾。

沈主任：先请冯老师说。

冯老师：我家的墙会出汗。一到梅雨天，墙纸鼓起来，像一幅地图。

大李：我家的更厉害，插座里往外冒水，点了三天蜡烛，女儿以为我在过生日。

小顾：外墙维修要三分之二的业主签字，去年敲了四百户的门，还差七十七户。

沈主任：没有开门的那些，是不在家，还是不愿意？

小顾：多数房子租出去了，打电话过去，人家以为我们是骗子。

散会的时候，大家约好下个月带着签了字的单子再来。

（编辑：小艾）

**给楼上的一封信**

楼上的朋友：

我是住在您楼下的老人，我们没有见过面，可是我认得您的脚步声，听见了，就知道您平安到家，我也可以睡了。

402室的老太太

11月19日夜

**冬天怎样防煤气中毒**

社区卫生服务站

天气转凉，使用燃气热水器和炭火取暖的住户要特别注意，热水器要装在通风的地方，浴室的门缝不要塞死。

万一发现有人中毒，先开窗，再关阀，把人抬到空气新鲜的地方，然后打电话。
"""


def test_what_stands_below_who_edited_a_text_is_a_title_and_so_is_what_is_set_like_it() -> None:
    assert titles(PAPER) == [
        "老邻居食堂开张了",
        "“我家的墙会出汗”",
        "给楼上的一封信",
        "冬天怎样防煤气中毒",
    ]


def test_a_letter_spaced_pen_name_and_a_station_sign() -> None:
    signed = [
        [one.name for line in article.bylines for one in line.authors]
        for article in articles(PAPER)
    ]
    assert signed == [["小艾"], ["江望"], [], ["社区卫生服务站"]]


def test_name_number_and_date_on_the_first_line_are_the_masthead() -> None:
    masthead = restored(PAPER).issue.masthead
    assert (masthead.title, masthead.number, masthead.date) == ("柳条巷社区报", "21", "2023-11")


def test_those_who_speak_once_among_others_are_told_by_the_text_above() -> None:
    blocks = [b for b in named(PAPER, "“我家的墙会出汗”").blocks if isinstance(b, Paragraph)]
    told = [mark for block in blocks for mark in block.text.marks if mark.kind.value == "speaker"]
    assert len(told) == 6


@pytest.mark.parametrize("label", ["难点", "老问题"])
def test_a_word_before_a_colon_among_them_is_nobody(label: str) -> None:
    text = PAPER.replace("大李：我家的更厉害，", f"{label}：我家的更厉害，")
    blocks = [b for b in named(text, "“我家的墙会出汗”").blocks if isinstance(b, Paragraph)]
    told = [mark for block in blocks for mark in block.text.marks if mark.kind.value == "speaker"]
    assert len(told) == 5
