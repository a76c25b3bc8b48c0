"""A general monthly: contents in two narrow columns, parts by several hands, pictures that tell."""

from __future__ import annotations

import pytest

from converter.model import Box, Figure, Heading, Paragraph
from converter.parse.byline import read_byline, tells_by_pictures
from converter.pipeline import Restored
from tests.support.restored import listed, restored

ONE = "磨坊在河的上游，水轮一天只转三个钟头，磨出来的荞面够两条街的人吃，多一斤也没有。"
TWO = "看水的人住在闸口，屋里有一只钟、一盏灯和一本册子，册子上记着每天早晚两次的水位。"
THREE = "桥修好的那年，挑担子的人少了一半，茶铺的老板却说，少的是脚步，多的是坐下来的人。"
HEAD = "河上\n2023年第4期\n主办单位：青溪镇文化站\n编辑出版：《河上》编辑部\n主编：沈一帆\n\n"
CONTENTS = """目 录 CONTENTS

开篇　　影像
O2 水轮转三圈 沈一帆　　12 桥上的人 唐果
封面故事　　专栏
04 一条河的早晨 陆遥等　　1Z 借伞 何小满
04 闸口的灯 陆遥　　15 账本 孟春生
07 磨坊与桥 唐果
"""


def entries(made: Restored) -> list[tuple[str, str, str]]:
    """The section, the title and the page of each entry."""
    return [(section, title, page) for section, title, _, page in listed(made)]


def body(made: Restored, at: int) -> list[tuple[str, str]]:
    """The kinds and texts of the blocks of an article."""
    found = []
    for block in made.issue.articles[at].blocks:
        if isinstance(block, Figure):
            found.append(("figure", block.caption.value))
        elif isinstance(block, (Heading, Paragraph)):
            found.append((block.type, block.text.value))
    return found


ISSUE = f"""{HEAD}{CONTENTS}
开篇

水轮转三圈

沈一帆

{ONE}

封面故事

一条河的早晨

策划 陆遥　撰文 陆遥 唐果

{TWO}

闸口的灯

文 陆遥

{THREE}

磨坊与桥

文 唐果

{ONE}{TWO}

影像

桥上的人

摄影并文 唐果

青石桥三百年来没有换过桥面，石头被脚磨得发亮，下雨的时候照得见人影。桥头有一间铺子，卖针线和

雨停以后，卖伞的老人还坐在栏杆边，手里的伞一把也没有卖出去。

灯油，也替人写信。写信的先生去年走了，铺子里的桌子还摆在原来的地方。

磨坊的第三副石磨。磨盘是从上游运来的，凿它的石匠如今九十一岁。

我在桥上坐了四个早晨，数过桥的人，最多的一天是二百六十个，最少的一天只有九个。

专栏

借伞

何小满
作家

{TWO}{ONE}

账本

孟春生

{THREE}{ONE}
"""


def test_the_pages_tell_two_columns_with_a_narrow_gutter() -> None:
    assert entries(restored(ISSUE)) == [
        ("开篇", "水轮转三圈", "02"),
        ("封面故事", "一条河的早晨", "04"),
        ("封面故事", "闸口的灯", "04"),
        ("封面故事", "磨坊与桥", "07"),
        ("影像", "桥上的人", "12"),
        ("专栏", "借伞", "12"),
        ("专栏", "账本", "15"),
    ]


def test_the_first_of_several_authors_makes_no_column_of_a_section() -> None:
    article = restored(ISSUE).issue.articles[1]
    assert [line.value for line in article.title] == ["一条河的早晨"]
    assert [one.name for line in article.bylines for one in line.authors] == ["陆遥", "唐果"]


def test_an_office_right_below_a_name() -> None:
    made = restored(ISSUE)
    (byline, _) = made.issue.articles[5].bylines
    assert [(one.name, one.office) for one in byline.authors] == [("何小满", "作家")]
    assert all(kind != "heading" for kind, _ in body(made, 5))


def test_captions_where_who_wrote_took_the_photographs() -> None:
    kinds = [(kind, text[:6]) for kind, text in body(restored(ISSUE), 4)]
    assert kinds == [
        ("paragraph", "青石桥三百年"),
        ("figure", "雨停以后，卖"),
        ("figure", "磨坊的第三副"),
        ("paragraph", "我在桥上坐了"),
    ]


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("摄影并文 唐果", True),
        ("图·文／唐果", True),
        ("文并摄 唐果", True),
        ("文 唐果　摄影 陆遥", False),
        ("摄影 陆遥", False),
        ("图书馆 唐果", False),
    ],
)
def test_who_tells_by_pictures(text: str, *, tells: bool) -> None:
    assert tells_by_pictures(text) is tells


def test_who_planned_and_wrote_signs_once() -> None:
    for text in ("策划 陆遥　撰文 陆遥 唐果", "策划/陆遥　撰文/陆遥 唐果"):
        reading = read_byline(text)
        assert reading is not None
        assert [one.name for one in reading.authors] == ["陆遥", "唐果"]
    assert read_byline("策划/陆遥　版式/唐果") is None


def test_a_blank_within_a_name_that_the_contents_give() -> None:
    reading = read_byline("撰文 孟 春生 陆遥 沈一帆", known=frozenset(("孟春生",)))
    assert reading is not None
    assert [one.name for one in reading.authors] == ["孟春生", "陆遥", "沈一帆"]


MAIL = f"""{HEAD}目 录

04 读者来信
06 磨坊与桥 唐果

读者来信

水轮的数目不对

编辑同志：上期说河上的水轮一共有七座，我沿着河走了一遍，连停转的算在内也只有六座。

一位看闸人

河边的灯

我每天夜里收工，都从闸口走过，那里的灯照得见三级台阶。希望不要换成声控的，人走得慢，灯灭得快。上次我

怎样给我们写信

来信请寄青溪镇老街三号《河上》编辑部，也可以送到茶铺转交。请写明姓名和住处，登出来的寄两本杂志。

“摔”在第二级，伤的是膝盖，所以记得清楚，也请你们替我转告管灯的人。

青溪镇 老住户 孟春生

磨坊与桥

唐果

{ONE}磨坊的主人说，水小的年份，他就把石磨抬起来重新凿一遍，凿痕深了，来年出面就匀，街上的人吃得出

石磨小考

青溪镇的石磨多用上游的青石凿成，一副重三百来斤，每年凿一次。

（据镇志办公室所记

来。{TWO}

{THREE}
"""


def boxes(made: Restored) -> list[tuple[str, str, str]]:
    """The label, the title and the source of each box."""
    return [
        (
            block.label,
            block.title.value if block.title else "",
            block.attribution.text.value if block.attribution else "",
        )
        for article in made.issue.articles
        for block in article.blocks
        if isinstance(block, Box)
    ]


def test_a_notice_of_the_house_cuts_a_letter_and_leaves_its_signature() -> None:
    made = restored(MAIL)
    assert ("", "怎样给我们写信", "") in boxes(made)
    texts = [text for kind, text in body(made, 0) if kind == "paragraph"]
    assert texts[-1] == "青溪镇 老住户 孟春生"
    assert "上次我“摔”在第二级" in texts[-2]


def test_somebody_without_a_name_signs_above_the_heading_of_the_next_letter() -> None:
    kinds = {text: kind for kind, text in body(restored(MAIL), 0)}
    assert kinds["一位看闸人"] == "paragraph"
    assert kinds["河边的灯"] == "heading"


def test_a_source_without_its_last_bracket_and_a_name_that_is_a_title() -> None:
    assert boxes(restored(MAIL))[-1] == ("", "石磨小考", "据镇志办公室所记")
