"""A letterpress monthly: framed sections, fillers in the contents, signatures behind the last words."""

from __future__ import annotations

import pytest

from converter.model import Box, Figure, Heading, Issue, Paragraph, Role
from tests.support.restored import listed, restored

ONE = "码头的吊车停了三天，第四天早上，调度室的灯先亮起来，接着是食堂的灯，最后才是吊车上的那一盏。"
TWO = "夜班的人把安全帽扣在窗台上，帽子里都写着名字，从左到右数过去，正好是上个月的出勤表。"
THREE = "船台东边有一排旧平房，从前住过学徒，如今堆着缆绳，门上的编号还是用白漆写的。"
FOUR = "支部书记每天六点半到厂门口站一站，同上早班的打个招呼，谁没有来，他心里就有数。"
FIVE = "有人爱把今天的事推到下个礼拜，推来推去，一张请假条从春天批到了秋天。"
SIX = "讲课的人没有带稿子，带来一截磨断的绳头，先请大家数一数里面有多少根麻。"
SEVEN = "食堂的大师傅管着四百个人的早饭，锅台上贴着一张表，谁不吃葱，谁胃不好，都记在上面。"
EIGHT = "会开了两个钟头，念了三份文件，散会的时候，坐在后排的人问前排的人，今天讲的是什么。"
NINE = "修船坞那年，石灰不够用，大家把自家刷墙的省下来，一共凑了十九桶。"
TEN = "从本月起，夜校添了识图一门课，报名的有二十七个人。"

HEAD = """\
船台工友
一九八七年第五期

目　录

吊车要有人开……本刊评论员（2）

·支部建设·
灯从哪里亮起 …（青屿船厂党委书记）沈一帆（3）

·思想杂谈·“明天再说”小议（罗 岩）（4）

·党课讲稿·
说说“缆绳”…………（佟 川）（ll）

·读者来信·
这样的会我们不爱开……（温 洛）（12）

船台短讯……（13）　订报启事……（14）

补白：半截粉笔（季桂川）（3）　一只铝饭盒（史兰舟）（4）
三根缆绳（季桂川）（12）

主编：辛若水
定价：0.20元

"""


def piece(title: str, by: str, *texts: str) -> str:
    return "\n\n".join([title, *([by] if by else []), *texts]) + "\n\n"


BODY = (
    piece("吊车要有人开", "本刊评论员", ONE, TWO)
    + piece("·支部建设·", "", "灯从哪里亮起", "青屿船厂党委书记　沈一帆", FOUR)
    + piece("半截粉笔", "", f"{THREE}粉笔现在还在。（季桂川）")
    + piece("·思想杂谈·", "", "“明天再说”小议", "罗 岩", FIVE)
    + piece("一只铝饭盒", "", f"{SEVEN}饭盒至今挂在食堂里。（史兰舟）")
    + piece("·党课讲稿·", "", "说说“缆绳”", "青屿党校　佟 川", SIX)
    + piece("·读者来信·", "", "这样的会我们不爱开", "温 洛", EIGHT)
    + piece("三根缆绳", "", f"{NINE}缆绳后来用了九年。（季桂川）")
    + piece("船台短讯", "", f"▲{TEN}（沈一帆）", "▲船台的吊车换了新的缆绳。（季桂川）")
    + piece("订报启事", "", "本刊每月五日出版，全年二元四角，各地邮局均可订阅。")
)


def blocks(found: Issue, title: str) -> list[Heading | Paragraph | Box | Figure]:
    (article,) = (
        one for one in found.articles if "".join(line.value for line in one.title) == title
    )
    return [
        block for block in article.blocks if isinstance(block, Heading | Paragraph | Box | Figure)
    ]


def test_a_section_on_the_line_of_its_title_fillers_and_what_stands_below_all_sections() -> None:
    entries = {
        title: (section, by, page) for section, title, by, page in listed(restored(HEAD + BODY))
    }
    assert entries == {
        "吊车要有人开": ("", ("本刊评论员",), "2"),
        "灯从哪里亮起": ("支部建设", ("沈一帆",), "3"),
        "“明天再说”小议": ("思想杂谈", ("罗岩",), "4"),
        "说说“缆绳”": ("党课讲稿", ("佟川",), "11"),
        "这样的会我们不爱开": ("读者来信", ("温洛",), "12"),
        "船台短讯": ("", (), "13"),
        "订报启事": ("", (), "14"),
        "半截粉笔": ("", ("季桂川",), "3"),
        "一只铝饭盒": ("", ("史兰舟",), "4"),
        "三根缆绳": ("", ("季桂川",), "12"),
    }


@pytest.mark.parametrize(
    ("title", "name", "last"),
    [
        ("半截粉笔", "季桂川", "粉笔现在还在。"),
        ("一只铝饭盒", "史兰舟", "饭盒至今挂在食堂里。"),
    ],
)
def test_who_signs_behind_the_last_words_is_the_author_whom_the_contents_name(
    title: str, name: str, last: str
) -> None:
    found = restored(HEAD + BODY).issue
    (article,) = (one for one in found.articles if one.title[0].value == title)
    assert [(by.text.value, by.authors[0].name) for by in article.bylines] == [
        (f"（{name}）", name)
    ]
    texts = [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
    assert texts[-1].endswith(last)


def test_pieces_of_news_keep_who_sent_them() -> None:
    texts = [
        block.text.value
        for block in blocks(restored(HEAD + BODY).issue, "船台短讯")
        if isinstance(block, Paragraph)
    ]
    assert [text[-5:] for text in texts] == ["（沈一帆）", "（季桂川）"]


def within(text: str, *below: str) -> list[Heading | Paragraph | Box | Figure]:
    """The blocks of an article with some text in it."""
    body = piece("灯从哪里亮起", "沈一帆", TWO, text, *below, ONE)
    return blocks(restored(f"目录\n灯从哪里亮起 沈一帆 3\n\n{body}").issue, "灯从哪里亮起")


def test_a_dash_before_a_pause_is_the_number_one() -> None:
    heads = [
        block.text.value
        for block in within("—、先看灯", TWO, "二、再看人")
        if isinstance(block, Heading)
    ]
    assert heads == ["一、先看灯", "二、再看人"]


@pytest.mark.parametrize("blank", ["\n\n", "\n"])
def test_who_says_what_stands_in_a_box_on_its_one_line(blank: str) -> None:
    cut = f"{ONE}值班的人把灯擦了一遍，擦到"
    said = "【补白】灯亮着，船就知道岸在哪里。——码头墙上的话"
    found = within(blank.join([cut, said, f"第三遍才放下抹布。{ONE}"]))
    (box,) = (block for block in found if isinstance(block, Box))
    assert box.attribution is not None
    assert box.attribution.text.value == "码头墙上的话"
    texts = [block.text.value for block in found if isinstance(block, Paragraph)]
    assert any("擦到第三遍才放下抹布。" in text for text in texts)


@pytest.mark.parametrize(
    "source", ["［摘自《青屿港务规程》第九条］", "［据青屿船厂厂志］", "〔本刊整理〕"]
)
def test_a_source_in_square_brackets_closes_a_box(source: str) -> None:
    found = within("【名词解释】缆桩是码头上系缆绳的短柱，多用铸铁做成。", source)
    (box,) = (block for block in found if isinstance(block, Box))
    assert box.attribution is not None
    assert box.attribution.text.value == source[1:-1]
    assert not any(isinstance(block, Heading) for block in found)


def test_a_story_that_ends_with_a_size_is_no_caption() -> None:
    story = "检修组决定换个办法。五个人分成两班，白天查一次，夜里查一次。查到第九天，吊车下面渗出一摊油。那是一根埋在水泥里的旧管，直径二十厘米，另一头通到油库。"
    found = within(story)
    assert story in [block.text.value for block in found if isinstance(block, Paragraph)]
    assert not any(isinstance(block, Figure) for block in found)


@pytest.mark.parametrize(
    "remark",
    [
        "（文中工友均为化名。责任编辑：辛若水）",
        "（《灯与船》，史兰舟著，青屿人民出版社1986年版）",
    ],
)
def test_remarks_below_an_article_are_no_text(remark: str) -> None:
    body = piece("灯从哪里亮起", "沈一帆", TWO, ONE, remark)
    last = restored(f"目录\n灯从哪里亮起 沈一帆 3\n\n{body}").issue.articles[0].back[-1]
    assert isinstance(last, Paragraph)
    assert last.role is Role.CREDIT


LINES = """\
上次我给编辑部写信，问调度室的灯该不该通
宵亮着。信登出来以后，我收到了三十多封信，
有骂我的，也有给我打气的，我都看了。
吊车停的那三天，我一个人坐在调度室里面，
把去年的出勤表翻到了尾，没有一天是空白。
我不觉得那是白坐，倒像替大家数了一遍灯。
"""


def test_who_writes_from_where_signs_below_a_full_line() -> None:
    texts = [
        (block.role, block.text.value)
        for block in within(f"{LINES}青屿镇　孙渡", "先看灯", THREE)
        if isinstance(block, Paragraph)
    ]
    assert (Role.SIGNATURE, "青屿镇 孙渡") in texts
