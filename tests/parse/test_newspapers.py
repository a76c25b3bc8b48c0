"""Newspapers: sections in the heads of pages, headlines that no contents list."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.model import Paragraph
from converter.parse.leads import is_lead, read_lead
from converter.segment import find_page_heads
from converter.source import Line, read_bytes
from tests.support.articles import named, titles
from tests.support.restored import restored

PAPER = """\
苇塘晚报
2021年3月5日　星期五　第18期　总第402期　今日4版
主办：苇塘镇文化站
网址：www.weitang.example.com

导 读

渡口的钟又走了　3版

1版　要闻　2021年3月5日　星期五　编辑：简宁

苇塘大堤加高工程开工
——全长六公里，汛期以前完成

　　本报讯（记者 方竹 通讯员 钱亦舟）3月3日，
苇塘大堤加高工程在北闸口开工，镇里有关负责人
和一百多名村民到场。
　　工程全长六公里，计划在汛期到来以前完成，
沿线十二座涵闸一并改建。
（下转3版）

让好事有人管到底
□ 本报评论员

　　堤上栽了一排柳树，栽的时候人人到场，浇水
的时候一个人也没有。
　　好事开头容易，管到底难。

简讯

　　●3月1日，镇图书室迁入新址，藏书八千册。
　　●三月起，渡船末班时间改为晚上七点。

2版　乡土　2021年3月5日　星期五　编辑：余音

老人节上的锣鼓
苇塘老年锣鼓队成立十年
本报记者 沈小满

　　锣鼓一响，苇塘的老人就坐不住了。这支队伍
里年纪最大的八十一岁，最小的也过了六十。
　　十年里，他们走遍了全镇二十三个村子。

2021年3月5日　星期五　民生　3版

（上接1版）
　　据悉，施工期间堤顶道路禁止机动车通行，行
人可以走堤下的小路。

渡口的钟又走了

　　本报讯（通讯员 甘棠）停了四年的渡口大钟3月
2日重新走动。修钟的是七十岁的钟表匠郁师傅，
他没有收钱。

更正

　　本报上期第2版《春耕》一文中，“四百亩”应为
“四十亩”。

4版　苇花副刊　2021年3月5日　星期五

连载⑦
芦花白
石　榴

　　船到江心的时候，雾散了。他看见对岸站着一
个人，手里提着一盏没有点亮的灯。
　　他把篙插到底，船停住了。
（未完待续）
"""


def test_every_headline_opens_an_article() -> None:
    assert titles(PAPER) == [
        "苇塘大堤加高工程开工",
        "让好事有人管到底",
        "简讯",
        "老人节上的锣鼓苇塘老年锣鼓队成立十年",
        "渡口的钟又走了",
        "更正",
        "芦花白",
    ]


def test_the_heads_of_pages_name_the_sections() -> None:
    issue = restored(PAPER).issue
    assert issue.section_names == ("要闻", "乡土", "民生", "苇花副刊")
    assert [article.section for article in issue.articles] == [0, 0, 0, 1, 2, 2, 3]
    assert [article.first_page for article in issue.articles] == ["1", "1", "1", "2", "3", "3", "4"]


def test_a_subtitle_and_a_kicker_stand_about_the_title() -> None:
    first = named(PAPER, "苇塘大堤加高工程开工")
    assert first.subtitle is not None
    assert first.subtitle.value.endswith("全长六公里，汛期以前完成")
    last = named(PAPER, "芦花白")
    assert last.kicker is not None
    assert last.kicker.value == "连载⑦"
    assert [a.name for line in last.bylines for a in line.authors] == ["石榴"]


def test_the_reporters_of_a_dateline_sign() -> None:
    first = named(PAPER, "苇塘大堤加高工程开工")
    assert [(a.office, a.name) for line in first.bylines for a in line.authors] == [
        ("记者", "方竹"),
        ("通讯员", "钱亦舟"),
    ]
    block = first.blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text.value.startswith("本报讯（记者 方竹 通讯员 钱亦舟）3月3日，")


def test_a_continuation_joins_its_article() -> None:
    first = named(PAPER, "苇塘大堤加高工程开工")
    assert isinstance(first.blocks[-1], Paragraph)
    assert first.blocks[-1].text.value.startswith("据悉，施工期间")


def test_nothing_is_lost_or_counted_twice() -> None:
    found = restored(PAPER)
    assert found.account is not None
    assert found.account.balanced


def test_a_headline_in_several_lines() -> None:
    text = PAPER.replace(
        "老人节上的锣鼓\n苇塘老年锣鼓队成立十年\n",
        "重阳的热闹从哪里来\n老 人 节 上 的 锣 鼓\n苇塘老年锣鼓队成立十年\n走遍二十三个村子\n",
    )
    article = named(text, "老人节上的锣鼓")
    assert article.kicker is not None
    assert article.kicker.value == "重阳的热闹从哪里来"
    assert article.subtitle is not None
    assert article.subtitle.value == "苇塘老年锣鼓队成立十年 走遍二十三个村子"


def test_a_vertical_title_is_one_line() -> None:
    text = PAPER.replace("连载⑦\n芦花白\n石　榴\n", "芦\n花\n石　榴\n")
    assert named(text, "芦花").title[0].value == "芦花"


@pytest.mark.parametrize(
    ("head", "page", "name"),
    [
        ("02 要闻　2018年9月20日　星期四　编辑／尹默　版式／小满　芦江日报", 2, "要闻"),
        ("槐荫副刊\n2018年9月20日　星期四　07", 7, "槐荫副刊"),
        ("芦江日报\n民　生\n3\n2018年9月20日　星期四　编辑／桑榆", 3, "民生"),
        ("芦江日报　2018年9月20日　星期四\n经济　O5\n编辑／尹默　版式／杜若", 5, "经济"),
        ("2024年6月14日　星期五　民生　3版", 3, "民生"),
        ("第三版　国际　2024年6月14日　星期五", 3, "国际"),
        ("A04 | 文化·读书 | 2024.6.14 星期五", 4, "文化·读书"),
        ("责任编辑：余音　电话：0995-10020033　4版　副刊", 4, "副刊"),
    ],
)
def test_forms_of_heads(head: str, page: int, name: str) -> None:
    text = f"1版　要闻　2018年9月20日　星期四\n\n{'堤上风大。' * 20}\n\n{head}\n\n{'渡口人多。' * 20}\n"
    lines = clean(read_bytes(text.encode(), "paper.txt").lines).lines
    heads = find_page_heads(lines, "芦江日报").heads
    assert [(one.page, one.name) for one in heads] == [(1, "要闻"), (page, name)]


@pytest.mark.parametrize(
    "text",
    [
        "青石镇政府\n2018年9月20日\n\n堤上风大。\n\n木材厂\n2018年9月21日\n",  # signatures
        "12 芦江 2018年第9期\n\n堤上风大。\n\n13 芦江 2018年第9期\n",  # a magazine's running heads
        "渡口的钟　2版\n老街旧事　4版\n",  # contents
        "2018年9月20日　星期四\n\n晴。堤上风大。\n\n2018年9月21日　星期五\n\n雨。\n",  # a diary
    ],
)
def test_what_is_no_head_of_a_page(text: str) -> None:
    lines = read_bytes(text.encode(), "text.txt").lines
    assert not find_page_heads(lines, "芦江").heads


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报讯（记者尹默、通讯员韦小禾）9月14日，", ["尹默", "韦小禾"]),
        ("东华社澜都9月17日电（记者穆山）为期三天的", ["穆山"]),
        ("本报青墩3月2日讯（本报记者 沈小满 实习生 赵六）", ["沈小满", "赵六"]),
        ("（记者 方竹）昨天，", ["方竹"]),
    ],
)
def test_datelines(text: str, names: list[str]) -> None:
    found = read_lead(text)
    assert found is not None
    assert [author.name for author in found[1].authors] == names


def test_a_dateline_without_names() -> None:
    assert read_lead("本报讯 3月2日，渡口的钟重新走动。") is None
    assert read_lead("他说（记者在场）不必再等。") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报1月5日讯 记者王小二报道：昨日", ["王小二"]),
        ("【記者王小明／台北報導】昨天", ["王小明"]),
        ("本报讯 记者张三丰、李四方报道", ["张三丰", "李四方"]),
        ("晚报讯（记者 赵六合）", ["赵六合"]),
    ],
)
def test_further_datelines(text: str, names: list[str]) -> None:
    found = read_lead(text)
    assert found is not None
    assert [author.name for author in found[1].authors] == names


@pytest.mark.parametrize(
    "text", ["今天的晚报讯息", "他在本报讯问处", "记者从镇里获悉，", "这家日报讯速"]
)
def test_what_is_no_dateline(text: str) -> None:
    assert not is_lead(text)


def test_lines_without_blank_ones_between_them() -> None:
    text = "\n".join(line for line in PAPER.split("\n") if line)
    assert titles(text) == titles(PAPER)


def test_all_lines_parted_by_blank_ones() -> None:
    text = PAPER.replace("渡口的钟又走了\n\n　　本报讯", "停了四年以后\n渡口的钟又走了\n　　本报讯")
    spaced = "\n\n".join(line for line in text.split("\n") if line)
    assert named(spaced, "渡口的钟又走了").kicker is not None
    assert len(titles(spaced)) == len(titles(PAPER))


def test_a_line_by_itself_above_a_headline_is_its_kicker() -> None:
    text = PAPER.replace("让好事有人管到底\n", "堤上的柳树\n\n让好事有人管到底\n").replace(
        "（下转3版）\n", ""
    )
    kicker = named(text, "让好事有人管到底").kicker
    assert kicker is not None
    assert kicker.value == "堤上的柳树"


def test_datelines_make_a_newspaper_without_heads_of_pages() -> None:
    text = PAPER.replace("更正\n\n　　本报上期", "更正\n\n　　本报讯（记者 方竹）本报上期")
    top, rest = text.split("1版　要闻", 1)
    text = top + "".join(line for line in rest.splitlines(keepends=True) if "星期五" not in line)
    assert "苇塘大堤加高工程开工" in titles(text)
    assert "渡口的钟又走了" in titles(text)


def test_a_list_in_an_article_makes_no_article_of_its_heading() -> None:
    text = PAPER.replace(
        "　　十年里，他们走遍了全镇二十三个村子。\n",
        "　　十年里，他们走遍了全镇二十三个村子。\n\n主要曲目\n\n●《过河》，十二面锣。\n●《开犁》，六面鼓。\n",
    )
    assert titles(text) == titles(PAPER)


def test_what_a_newspaper_does_not_announce_is_no_doubt() -> None:
    found = restored(PAPER)
    assert not [one for one in found.diagnostics if one.code in ("ART001", "ART002")]


def test_a_teaser_in_other_words_belongs_to_the_article_of_its_page() -> None:
    text = PAPER.replace(
        "渡口的钟又走了　3版", "渡口的钟又走了　3版\n八十岁的锣鼓队敲了十年　2版"
    ).replace("苇塘老年锣鼓队成立十年", "苇塘老年锣鼓队敲了十年")
    entries = [e for section in restored(text).issue.contents.sections for e in section.entries]
    assert named(text, "老人节上的锣鼓苇塘老年锣鼓队敲了十年").id in [e.article for e in entries]


def test_a_long_line_without_marks_beside_the_head_of_a_page_takes_no_time() -> None:
    line = "船工把缆绳绕在石桩上绕了三圈才敢松手去接岸上递来的灯①"  # each way to part it was tried
    lines = ["河湾报 2024年3月5日 第1版", line, "河湾报 2024年3月5日 第2版", line + "②"]
    found = find_page_heads([Line(at, text) for at, text in enumerate(lines, start=1)], "河湾报")
    assert [head.page for head in found.heads] == [1, 2]


def test_headlines_in_bold_open_articles_as_others_do() -> None:
    names = ("苇塘大堤加高工程开工", "让好事有人管到底", "简讯", "渡口的钟又走了", "更正", "芦花白")
    bold = "\n".join(f"**{line}**" if line in names else line for line in PAPER.split("\n"))
    assert titles(bold) == titles(PAPER)
