"""A letterpress popular-science monthly: captions in the column, fillers, notices, letters."""

from __future__ import annotations

import pytest

from converter.model import Article, Figure, Heading, Issue, Paragraph
from tests.support.restored import restored

ISSUE = """\
趣味
科学
1986年第4期（总第31期）
（双月刊）
目　录
蚂蚁怎样认路……………………沈大河（2）
谚语两条………………………宋小山编（3）
·医药卫生·
打嗝是怎么回事…………………罗一明（4）
·农业科技·
给稻田养鱼………………………谭水根（5）
·自己动手·
做一只风向标……………………童子辉（6）
·科学家的故事·
量地球的人………………………黄一舟（7）
水壶里的水碱……………………何 草（8）
来信与答复…………………………（8）
照相机的快门………………………田 野（8）
蚂蚁怎样认路
　　　　沈 大 河
　　蚂蚁出门找食物，走得再远也能回到窝里
去。有人说它认得石头，有人说它认得太阳。
　　为了弄清楚，我们把一只蚂蚁放在纸上看
它走路。它走几步就停一停，用肚子的末端往
一只正在认路的蚂蚁（示意图）
纸上点一点，好像盖图章。
　　　　气味做的路标
　　原来它点的是一种有气味的水，后来的蚁
照着气味走，就不会迷路了。
　　图章盖得多，路就越清楚；没有人再走的
蚂蚁窝的出口。
路，气味散了，过两天就没有了。我们用湿布
把路擦掉一段，蚂蚁走到那里便乱成一团。
　　　　太阳也帮忙
　　沙漠里的蚂蚁不靠气味，靠的是太阳。把
它罩在盒子里转半圈，它就走错了方向。
· 2 ·
谚语两条
　　　　宋小山 编
　　蚂蚁搬家，大雨哗哗。下雨以前空气潮，
蚁窝里积了水，蚂蚁只好往高处搬。
　　蜘蛛结网，天要放光。空气干燥时，飞虫
飞得高，蜘蛛才肯出来结网。
· 3 ·
·医药卫生·
打嗝是怎么回事
　　　　罗 一 明
　　肚子和胸口之间隔着一层膜，叫做膈。它
忽然缩一下，人就打一个嗝。
　　喝一口温水，慢慢咽下去，十回里有八回
能止住。止不住的时候，可以憋一口气。
· 4 ·
·农业科技·
给稻田养鱼
　　　　谭 水 根
　　稻田里的水不深，养不了大鱼，养一些小
鱼苗倒是正好。
　　　　挖一条沟
　　田边上要挖一条沟，天热的时候鱼好躲进
去乘凉，打药的时候也好躲一躲。
· 5 ·
·自己动手·
做一只风向标
　　　　童 子 辉
　　找一块薄铁皮，剪成公鸡的样子，尾巴要
大一些，头要小一些。
　　把它插在一根铁丝上，拿到屋顶上去，风
从哪里来，鸡头就朝哪里。
· 6 ·
·科学家的故事·
量地球的人
　　　　黄 一 舟
　　两千多年前，有一个管图书的人，想知道
地球有多大。他只有一根棍子和一口井。
　　中午的时候，这口井里照得见太阳，而远
处的城里棍子还有影子。他量了量影子的长短，
便算出来了。
· 7 ·
水壶里的水碱
　　水烧开了，壶底上有一层白的东西，那是
水里的石灰沉下来了。
　　倒一点醋，泡半个钟头，它就掉了。
　　　　　（汀河镇粮站　何 草）
来信与答复
编辑同志：
　　我家的表一到冬天就走得慢，夏天又走得
快，这是什么道理？
　　　　　汀河中学 程小满
程小满同学：
　　冬天天冷，表里的油变稠了，齿轮转起来
就费力气。
　　　　　编 者
照相机的快门
　　快门开得久，光就进得多。天暗的时候，
要把相机放在桌子上。
　　　　　（田　野）
猜猜看
　　一根绳子剪三刀，最多能剪成几段？答案
见下一期。
征稿启事
　　本刊欢迎读者来稿，每篇以一千字为宜，
请用稿纸抄写清楚，不要写在背面。
· 8 ·

趣　味　科　学
编辑者：汀河县科学普及协会《趣味科学》编辑部
出版者：汀河县文化馆
印刷者：汀河印刷厂
国内发行：汀河县邮局
定价：0.20元
"""


@pytest.fixture(scope="module")
def issue() -> Issue:
    return restored(ISSUE).issue


def named(issue: Issue, title: str) -> Article:
    return next(a for a in issue.articles if a.title[0].value == title)


def texts(article: Article) -> list[str]:
    return [
        b.text.value
        for b in (*article.front, *article.blocks, *article.back)
        if isinstance(b, Paragraph)
    ]


def test_captions_cut_no_sentence_of_their_column(issue: Issue) -> None:
    article = named(issue, "蚂蚁怎样认路")
    captions = [b.caption.value for b in article.blocks if isinstance(b, Figure)]
    assert captions == ["一只正在认路的蚂蚁（示意图）", "蚂蚁窝的出口。"]
    assert "它走几步就停一停，用肚子的末端往纸上点一点，好像盖图章。" in texts(article)[1]
    assert "没有人再走的路，气味散了" in texts(article)[3]


def test_notices_and_fillers_are_pieces_of_their_own(issue: Issue) -> None:
    titles = [article.title[0].value for article in issue.articles]
    assert titles[-3:] == ["照相机的快门", "猜猜看", "征稿启事"]
    assert not any(isinstance(b, Heading) for b in named(issue, "照相机的快门").blocks)


def test_headings_in_the_middle_of_the_column_stay_headings(issue: Issue) -> None:
    heads = [b.text.value for b in named(issue, "蚂蚁怎样认路").blocks if isinstance(b, Heading)]
    assert heads == ["气味做的路标", "太阳也帮忙"]


def test_a_letter_below_a_title_is_signed_by_no_author(issue: Issue) -> None:
    letters = named(issue, "来信与答复")
    assert letters.bylines == ()
    assert [b.role.value for b in letters.blocks if isinstance(b, Paragraph)] == [
        "salutation",
        "body",
        "signature",
        "salutation",
        "body",
        "signature",
    ]


def test_what_follows_the_last_of_single_entries_is_of_no_section(issue: Issue) -> None:
    sections = {
        section.name: [e.title[0] for e in section.entries] for section in issue.contents.sections
    }
    assert sections["科学家的故事"] == ["量地球的人"]
    assert "水壶里的水碱" in sections[""]


def test_the_imprint_tells_the_title_that_the_cover_breaks_over_two_lines(issue: Issue) -> None:
    assert issue.masthead.title == "趣味科学"
    values = [value for entry in issue.masthead.entries for value in entry.values]
    assert "（双月刊）" in values
    assert "· 8 ·" not in values


def test_who_compiled_a_piece_is_its_author_without_the_word(issue: Issue) -> None:
    (byline,) = named(issue, "谚语两条").bylines
    assert [author.name for author in byline.authors] == ["宋小山"]


@pytest.mark.parametrize(
    "name",
    ["本刊启事", "封面说明", "下期预告", "下期看点", "《河汊》征稿启事", "重要声明", "敬告读者"],
)
def test_what_the_house_says_is_a_piece_in_any_magazine(name: str) -> None:
    told = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上一个人也没有。"
    text = f"目录\n\n1 渡口 张水\n\n3 石桥 李山\n\n渡口\n\n张水\n\n{told}\n\n石桥\n\n李山\n\n{told}\n\n{name}\n\n{told}"
    titles = [article.title[0].value for article in restored(text).issue.articles]
    assert titles == ["渡口", "石桥", name]


def test_a_word_in_a_heading_is_no_notice() -> None:
    told = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上一个人也没有。"
    text = f"目录\n\n1 渡口 张水\n\n渡口\n\n张水\n\n{told}\n\n一则旧启事的来历\n\n{told}"
    assert len(restored(text).issue.articles) == 1
