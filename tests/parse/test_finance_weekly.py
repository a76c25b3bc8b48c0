"""A finance weekly whose contents have lost bars of their table, with bylines from places and quotations of people."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph, PullQuote
from converter.parse.assemble.broken_headings import with_headings_whole
from converter.parse.byline import read_byline
from converter.parse.cutting import cutting_start
from converter.parse.grams import Trigrams
from converter.parse.said import speaker_of
from converter.profile import Profile
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import listed, restored

SAYING = "一座桥断了，断的是两岸；一句话断了，断的是两家。"
HEAD = f"秤星周刊 THE STEELYARD\n2016年8月15日 第31期 总第207期\n\n{SAYING}\n\n出版人 齐 仲 文\n总编辑 庾 岚\n定价 人民币12元\n"
ONE = (
    "染坊在巷子的最里头，门口的三口缸一口靛蓝，一口茜红，还有一口空着，用木板盖住。老板娘说空的那口才是最要紧的，"
    "没有它，前面两口里的布就没有地方去晾干心里的水。她把账本挂在缸沿上，一年挂破一本，到如今正好是第二十九本，封面上都是蓝手印。"
)
TWO = (
    "渡口的票价十一年没有涨过，一个人五角，一头猪一元，猪比人贵，因为猪不肯自己走上跳板。去年冬天摆渡的人算了一笔账，"
    "柴油涨了三回，人少了一半，猪一头也没有了，于是他把票价改成了随便给。改了以后，收到的钱反倒比从前多了一成。"
)
THREE = (
    "供销社的柜台还在，后面坐着的已经是外孙女。她把柜台擦得发亮，上面放一台电脑，卖的还是针头线脑，买的人却在两千里以外。"
    "外婆坐在门口剥豆子，剥满一碗就进来问一句，今天的针到哪里了，外孙女看一看屏幕，说，刚过长江，外婆便放心地又出去剥。"
)
CUT = ("第二天一早他把仓库里的桶一只一只地敲过去，声音都对，闻起来也对，可是存了八年的和存了三年的酒，怎么", "会落一样厚的灰呢？", "那些灰是前一天用筛子筛上去的。", "查到这里他没有作声，把桶盖一只一只地盖好，走到门外给自己点了一支烟，烟抽完了，报告也想好了，只有三个字。")  # fmt: skip


def issue(contents: str, *bodies: list[str]) -> list[Article]:
    lines = [HEAD, "CONTENTS", contents, *(line for body in bodies for line in body)]
    return list(restored("\n".join(lines)).issue.articles)


TABLE = "公司\n| 4 | 染坊的第二十九本账 | 麦冬 |\n| 5 | 渡口为什么随便给 | 时雨\n| 5 | 第三口缸 | 时雨 |\n专栏\n| | 一只柜台的\n6 | 两千里路 | 甘露 |"
BODIES = (
    ["公司", "染坊的第二十九本账", "《秤星》记者 麦冬 | 青溪报道", ONE, TWO, "4"],
    ["渡口为什么随便给", "《秤星》记者 时雨", TWO, "第三口缸", "《秤星》记者 时雨", CUT[3], "5"],
    ["专栏", "一只柜台的两千里路", "《秤星》记者 甘露", THREE, ONE, "6"],
)


def test_rows_of_the_contents_that_have_lost_bars() -> None:
    made = restored(
        "\n".join([HEAD, "CONTENTS", TABLE, *(line for body in BODIES for line in body)])
    )
    assert listed(made) == [
        ("公司", "染坊的第二十九本账", ("麦冬",), "4"),
        ("公司", "渡口为什么随便给", ("时雨",), "5"),
        ("公司", "第三口缸", ("时雨",), "5"),
        ("专栏", "一只柜台的两千里路", ("甘露",), "6"),
    ]


def test_a_saying_between_lines_of_the_masthead_is_of_the_cover() -> None:
    made = restored(
        "\n".join([HEAD, "CONTENTS", TABLE, *(line for body in BODIES for line in body)])
    ).issue
    assert [one.paragraphs[0].value for one in made.cover_quotes] == [SAYING]
    assert not made.articles[0].pull_quotes


def test_who_reports_for_the_magazine_from_a_place() -> None:
    reading = read_byline("《秤星》记者 麦冬 甘露 | 青溪报道")
    assert reading is not None
    assert [author.name for author in reading.authors] == ["麦冬", "甘露"]
    first = issue(TABLE, *BODIES)[0]
    assert not any(isinstance(block, Heading) for block in first.blocks)


def test_a_heading_of_two_lines_of_which_the_first_ends_with_a_particle() -> None:
    lines = [ONE, "晒得干的", "与晾得着的", TWO]
    units = list(make_units(Line(at, text) for at, text in enumerate(lines, 1)))
    whole = with_headings_whole(units, 0.0, (), Trigrams())
    assert [unit.text for unit in whole] == [ONE, "晒得干的与晾得着的", TWO]


@pytest.mark.parametrize(("second", "boxed"), [(CUT[1], False), ("铜桶为什么会出汗？", True)])
def test_the_end_of_a_question_that_a_page_cuts_is_no_title(second: str, *, boxed: bool) -> None:
    lines = [
        ONE,
        CUT[0],
        second,
        "桶里的酒比外面凉，水汽碰到铜皮便结成珠子，天越热，珠子越大。",
        CUT[3],
        TWO,
    ]
    units = list(make_units(Line(at, text) for at, text in enumerate(lines, 1)))
    trigrams = Trigrams()
    trigrams.learn_all(lines)
    assert (cutting_start(units, 2, trigrams, Profile()) is not None) == boxed


def test_somebody_with_a_post_says_what_stands_in_the_text() -> None:
    assert speaker_of("——青溪酒厂厂长 覃国梁") == "覃国梁"
    assert speaker_of("——青溪的 老桥") == ""
    said = ("酒是排着队来的，人也是排着队走的。", "——青溪酒厂厂长 覃国梁")
    told = f"覃国梁管着这家厂已经有二十三年。{ONE}"
    first = issue(TABLE, [*BODIES[0][:3], told, *said, CUT[3], "4"], *BODIES[1:])[0]
    found = [block for block in first.blocks if isinstance(block, PullQuote)]
    assert [one.paragraphs[0].value for one in found] == [said[0]]
    assert [block.text.value for block in first.blocks if isinstance(block, Paragraph)] == [
        told,
        CUT[3],
    ]
