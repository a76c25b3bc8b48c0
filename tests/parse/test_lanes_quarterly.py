"""A quarterly of a town's lanes: its heads, its letters, its last page, and what its pages cut."""

from __future__ import annotations

from converter.model import Figure, Heading, Paragraph, Role
from tests.support.articles import named, texts, titles
from tests.support.restored import listed, restored

STONE = "　　青石板底下是空的，走路的声音传得远，谁回来了，谁出去了，住在巷底的人躺在床上也听得见，翻一个身又睡了。"
WELL = "　　井台上的绳印有两指深，下雨的时候积着水，鸟来喝。打水的人换了几代，绳印还在原来的地方，一年比一年深一点。"
UMBRELLA = "　　修伞匠的摊子摆在巷口，一只木箱，一把小凳，头顶上撑着一把补了十七个补丁的油布伞，老远望去像一面旗。"
LAMP = "　　灯是巷口的人家点的，玻璃罩子裂过两回，用鱼胶粘好了又挂上去，风再大也没有灭过，晚归的人远远就看得见。"
BELL = "　　钟楼上的钟停了三十年，有一天忽然响了，全城的人都跑到街上来看，原来是一只鸽子落在了钟锤的绳子上面。"
GATE = "　　城门早就拆了，城砖砌进了猪圈和小学的围墙。下雨的时候，砖上的字一个一个地显出来，天晴了又看不见了。"

LANES = f"""\
老　巷
桐浦文史季刊
二〇一八年第三期（总第五十一期）

编纂：桐浦市地方志办公室
主编：宓云深
电话：0000－10663028
印刷：桐浦市文澜印刷厂
二〇一八年九月三十日印行　赠阅

目　录

【开篇】　巷子的耳朵　　　　　　　　　宓云深　　2
【街坊】　修伞匠阿六　　　　　　　　　竺可心　　3
【来信】　读者来信两封　　　　　　　　　　　　　6
【编后】　　　　　　　　　　　　　　　　　　　　8

【开篇】

巷子的耳朵

宓云深

井水巷扫盲班结业留念，摄于一九五三年五月四日。（郎秀英提供）

{STONE}

老 巷　　　　　　　　　　　　2

【街坊】

修伞匠阿六

竺可心

{UMBRELLA}

一、巷子的来历

{WELL}

　　东门外的那一段，老辈人说是宋代就有的，可是翻遍了县志，一个字也没有写到它，只说是城外的

老 巷　　　　　　　　　　　　3

一片菜地。

二、现存巷名与

老 巷　　　　　　　　　　　　4

消失巷名

{GATE}

　　名字挂在站牌上，底下却没有巷子，好比信封还在，信没有了。有一位收信的老人至今每天去

老 巷　　　　　　　　　　　　S

站牌底下坐一坐，坐到末班车开走。

{LAMP}

老 巷　　　　　　　　　　　　6

【来信】

读者来信两封

　　宓主编：

{BELL}

　　北陵　赖德旺　八十四岁

　　编辑部诸君：

　　我不是桐浦人，十年前出差的时候，在桐浦的一条巷子里迷过路，一个老太太领着我走出来，走了很久。

　　一个外地读者

　　编者按：这头还在。请来。

老 巷　　　　　　　　　　　　7

编　后

　　这一期编到一半，井水巷开始拆另一半了，编辑部的几个人轮流去拍照和录音，有时候要到半夜才回来。

　　没有人开门。可是我们都听见，青石板底下有回声。
"""


def test_a_running_head_whose_folio_is_read_as_a_letter_is_none_of_the_text() -> None:
    found = texts(named(LANES, "修伞匠阿六"))
    assert any("每天去站牌底下坐一坐" in text for text in found)
    assert 58 in {drop.line for drop in restored(LANES).issue.drops if drop.text.endswith("S")}


def test_a_heading_that_a_page_breaks_is_one() -> None:
    heads = [b.text.value for b in named(LANES, "修伞匠阿六").blocks if isinstance(b, Heading)]
    assert heads == ["一、巷子的来历", "二、现存巷名与消失巷名"]


def test_a_name_in_brackets_with_a_page_is_a_section_as_those_over_titles_are() -> None:
    assert listed(restored(LANES))[-1] == ("编后", "编后", (), "8")
    assert titles(LANES)[-1] == "编后"


def test_a_day_of_printing_below_the_printer_is_the_date() -> None:
    masthead = restored(LANES).issue.masthead
    assert masthead.date == "2018-09-30"
    assert ("桐浦市文澜印刷厂",) in [entry.values for entry in masthead.entries]


def test_a_caption_may_stand_over_the_first_paragraph() -> None:
    blocks = named(LANES, "巷子的耳朵").blocks
    assert isinstance(blocks[0], Figure)
    assert isinstance(blocks[1], Paragraph)


def test_letters_to_an_editor_are_signed_and_a_short_remark_stays_below_the_last() -> None:
    roles = [b.role for b in named(LANES, "读者来信两封").blocks if isinstance(b, Paragraph)]
    assert roles == [
        Role.SALUTATION,
        Role.BODY,
        Role.SIGNATURE,
        Role.SALUTATION,
        Role.BODY,
        Role.SIGNATURE,
        Role.EDITOR_NOTE,
    ]
    assert not named(LANES, "编后").front
