"""Boxes in hard-wrapped text, narrower than the column, whose label or turn of a talk begins a line."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph, Role
from converter.names import split_names
from converter.parse.byline import read_byline
from converter.pipeline import restore
from converter.segment import make_units
from converter.segment.units.grid import speaker_label
from converter.source import Line

ABOVE = """\
　　渡口的秤换过三回，最后一回是电子的，秤盘上还
是压着那块旧砖，谁来称都要先把砖拿开。镇上的人说，
砖比秤老，秤要听砖的。
　　修秤的师傅每年腊月来一次，住在船上，不上岸。他
说岸上的地不平，秤在岸上校不准。"""
BELOW = """\
　　船走了以后，秤还挂在原来的地方，风大的时候会响
一声。守渡口的老人听见了就说，有人在称东西。
　　他女儿在县城里开了一家卖秤的店，店里全是电子秤，
一天也响不了一声。"""
OTHER = """\
　　坡上的灯是前年装的，装灯那天来了很多人，站在灯
底下照相。灯亮起来的时候，有个孩子问，月亮是不是坏
了，大家都笑了。"""


def first(body: str) -> Article:
    issue = f"目录\n修秤记　陆小舟　3\n坡上的灯　简一尘　8\n\n修秤记\n陆小舟\n{body}\n\n坡上的灯\n简一尘\n{OTHER}\n"
    return restore(issue.encode(), name="x.txt").issue.articles[0]


def box(article: Article) -> tuple[str, str, list[str]]:
    (found,) = (block for block in article.blocks if isinstance(block, Box))
    texts = [inner.text.value for inner in found.blocks if isinstance(inner, Paragraph)]
    return found.label, found.title.value if found.title else "", texts


def paragraphs(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


CUT = ABOVE + "\n　　不过也有人不信砖，只信自己的手。渡口东边有一家"
REST = "卖干鱼的，从来不用秤，抓一把是多少就是多少，几十\n年没有人说过少。"
WHOLE = (
    "不过也有人不信砖，只信自己的手。渡口东边有一家"
    "卖干鱼的，从来不用秤，抓一把是多少就是多少，几十年没有人说过少。"
)


@pytest.mark.parametrize("label", ["专栏1", "小资料", "相关链接"])
def test_a_label_and_a_wide_blank_begin_a_line_within_a_sentence(label: str) -> None:
    inset = """\
　　老秤的秤星用铜丝钉成，十六颗算
一斤，少给一两就要损福。"""
    article = first(f"{CUT}\n{label}　秤星的来历\n{inset}\n{REST}\n{BELOW}")
    assert box(article) == (label, "秤星的来历", ["".join(inset.split())])
    assert WHOLE in paragraphs(article)


def test_lines_of_a_frame_go_on_flush_though_sentences_end_there() -> None:
    inset = """\
　　三月，修秤的船靠岸，秤盘取下来洗过。
四月，秤杆上了一遍桐油，挂在船头晾着。
五月初十那天天气很好，没有风，师傅校了
一个上午，一钱也没有差。"""
    article = first(f"{ABOVE}\n专栏1　修秤的三个月\n{inset}\n{BELOW}")
    assert box(article) == ("专栏1", "修秤的三个月", ["".join(inset.split())])


def test_facts_in_a_frame_end_where_lines_are_wider() -> None:
    facts = """\
　　秤杆长度：三尺六寸，红木，头粗
尾细
　　秤砣重量：二斤四两
　　秤星颗数：一百六十
　　最后校准：一九九八年腊月，船上
师傅"""
    article = first(f"{ABOVE}\n■相关链接　旧秤\n{facts}\n{BELOW}")
    assert box(article) == (
        "相关链接",
        "旧秤",
        [
            "秤杆长度：三尺六寸，红木，头粗尾细",
            "秤砣重量：二斤四两",
            "秤星颗数：一百六十",
            "最后校准：一九九八年腊月，船上师傅",
        ],
    )
    assert paragraphs(article)[-2].startswith("船走了以后，")


TALK = """\
　　记　者：您是哪一年开始修秤的？
　　阮三斗：五八年，那一年我十四岁，个子还没有秤杆
高，师傅让我先磨了一年的秤砣。
记　者：磨秤砣有什么用？
阮三斗：磨掉的是铁，磨出来的是准头。磨到后来，手一
掂就知道差几钱，不用上秤。
记　者：现在还有人学吗？
阮三斗：有一个，学了三个月，去卖电子秤了，卖得比我
好。我不怪他，秤总要有人卖。"""


def test_a_letter_spaced_speaker_begins_a_turn_where_the_indents_are_lost() -> None:
    turns = [text.split("：")[0] for text in paragraphs(first(TALK))]
    assert turns == ["记者", "阮三斗"] * 3
    assert speaker_label("记　者：现在还有人学吗？") == "记者"
    assert speaker_label("说　他 那天：早上") == ""


def test_the_next_turn_ends_a_frame() -> None:
    inset = """\
■相关链接　戥子
称药和称金银的小秤，杆用象牙或者
骨头做，最小的一分一格，放在葫芦
形的木盒里，走到哪里带到哪里。"""
    last = "记　者：您自己家里用什么秤？\n阮三斗：不用秤，用手。"
    article = first(f"{TALK}\n{inset}\n{last}")
    text = "称药和称金银的小秤，杆用象牙或者骨头做，最小的一分一格，放在葫芦形的木盒里，走到哪里带到哪里。"
    assert box(article) == ("相关链接", "戥子", [text])
    assert paragraphs(article)[-2:] == ["记者：您自己家里用什么秤？", "阮三斗：不用秤，用手。"]


@pytest.mark.parametrize(
    "text", ["〔本刊评论员〕", "【本报记者　陆小舟】", "［本刊特约通讯员　陆小舟］"]
)
def test_one_of_the_house_signs_in_brackets(text: str) -> None:
    assert read_byline(text) is not None


@pytest.mark.parametrize("text", ["【本刊消息】", "〔本刊注〕", "【本报记者部】："])
def test_other_words_of_the_house_in_brackets_sign_nothing(text: str) -> None:
    assert read_byline(text) is None


def test_a_pupil_signs_above_a_teacher_who_guides() -> None:
    reading = read_byline("小记者/陆小舟（四年级） 指导/孔老师")
    assert reading is not None
    assert [author.name for author in reading.authors] == ["陆小舟"]
    assert split_names("陆小舟") is not None


def test_a_heading_in_the_middle_of_a_column_signs_nothing() -> None:
    heads = [f"{chr(0x3000) * 7}先问砖", f"{chr(0x3000) * 7}后问秤"]
    article = first(f"{heads[0]}\n{ABOVE}\n{heads[1]}\n{BELOW}")
    headings = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert headings == ["先问砖", "后问秤"]


def test_a_name_at_the_right_edge_still_signs() -> None:
    article = first(f"{ABOVE}\n{chr(0x3000) * 19}后望秤\n{BELOW}")
    roles = [block.role for block in article.blocks if isinstance(block, Paragraph)]
    assert Role.SIGNATURE in roles


def test_the_number_of_a_paper_goes_on_with_its_year_on_the_next_line() -> None:
    number = "　　中图分类号：F326.11　文章编号：9931-4420\n（2021）04-0003-08"
    lines = f"{number}\n{ABOVE}\n{BELOW}".split("\n")
    units = make_units([Line(at, text) for at, text in enumerate(lines, 1)])
    assert units[0].text.endswith("文章编号：9931-4420（2021）04-0003-08")


def test_indents_tell_paragraphs_in_the_columns_of_a_newspaper() -> None:
    column = """\
　　三号船坞昨天夜里放水，
水声在山上都听得见。值班的
人说，闸门开得很慢。
　　船坞修了两年，换过三任
工长，没有出过一次事故。
　　今天早上船头露出水面，
来看的人站满了堤岸。
　　第一个上船的是油漆工，
他要补两处擦痕。
　　下午试车，烟囱冒了烟。
　　机器响了半个钟头，声音
很稳，老师傅点了点头。"""
    lines = [Line(at, text) for at, text in enumerate(column.split("\n"), 1)]
    units = make_units(lines)
    assert [unit.opens for unit in units] == [True] * 6


def test_the_next_title_is_no_last_line_of_a_box() -> None:
    """The box ends an article, and neither a blank line nor an indent parts what stands below it."""
    note = "编后\n　　秤是“两个人”的事。一个人称，\n一个人看，看的人比称的人更要紧。"
    issue = (
        "目录\n修秤记　陆小舟　3\n坡上的灯，亮到几点　简一尘　8\n\n"
        f"修秤记\n陆小舟\n{ABOVE}\n{BELOW}\n{note}\n坡上的灯，亮到几点\n简一尘\n{OTHER}\n"
    )
    one, other = restore(issue.encode(), name="x.txt").issue.articles
    assert box(one) == (
        "编后",
        "",
        ["秤是“两个人”的事。一个人称，一个人看，看的人比称的人更要紧。"],
    )
    assert [line.value for line in other.title] == ["坡上的灯，亮到几点"]
    assert [author.name for byline in other.bylines for author in byline.authors] == ["简一尘"]
