"""Two authors with a post each, degrees behind offices, and titles of slogans, in a study magazine."""

from __future__ import annotations

import pytest

from converter.model import Article, Box
from converter.names import is_body
from converter.parse.byline import read_byline
from tests.support.articles import articles, named, texts, titles
from tests.support.restored import restored

FIRST = (
    "夜市在老城墙下摆了二十三年，没有招牌，没有统一的棚子，卖茶点的老人自己划线、自己收摊，一条街走下来"
    "干干净净，连一张纸片也找不到。"
)
SECOND = (
    "新夜市花了四千多万元，仿古的门楼修了三座，开张那天万人空巷，十四个月以后只剩下七家，其中三家还是"
    "管理公司自己开的，晚上九点就关了灯。"
)
THIRD = "图书室搬进小卖部以后，书单由村民自己点，点一本买一本，三个月借出去四百多本，抵得上过去六年的总和。"
FOURTH = "管书的是返乡过暑假的大学生，晚上七点到九点轮流值班，教老人用手机，也教孩子写作业，谁也不觉得累。"
HEAD = "目 录\n\n6 夜市从哪里来 南宫适 荀小苗\n\n9 谁在管书 宰父仲\n"
LAST = f"谁在管书\n\n宰父仲\n\n{THIRD}\n\n{FOURTH}\n"


def signed(article: Article) -> list[tuple[str, str]]:
    return [(one.name, one.office) for line in article.bylines for one in line.authors]


POSTS = ("霁州大学公共管理学院讲师，博士", "霁州大学公共管理学院硕士研究生")


def test_each_of_two_authors_has_a_post_above_the_name() -> None:
    opening = f"夜市从哪里来\n\n{POSTS[0]}\n南宫适\n{POSTS[1]}\n荀小苗"
    article = articles(f"{HEAD}\n{opening}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}")[0]
    assert signed(article) == [("南宫适", POSTS[0]), ("荀小苗", POSTS[1])]
    assert texts(article) == [FIRST, SECOND]


def test_each_of_two_authors_has_a_post_below_the_name() -> None:
    opening = f"夜市从哪里来\n\n南宫适\n{POSTS[0]}\n荀小苗\n{POSTS[1]}"
    article = articles(f"{HEAD}\n{opening}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}")[0]
    assert [name for name, _ in signed(article)] == ["南宫适", "荀小苗"]
    assert texts(article) == [FIRST, SECOND]


def test_two_authors_with_posts_sign_an_article_that_the_contents_lack() -> None:
    head = "目 录\n\n9 谁在管书 宰父仲\n\n12 门口的灯 孟春\n"
    lost = "从“各管各”到“一起管”\n\n——三个村的夜市调查\n\n霁州省社会科学院农村发展研究所\n南宫适\n白沙县委党校\n壤驷赤"
    lamp = "门口的灯\n\n孟春\n\n灯是修鞋的老谭装的，夜里十二点半才关，收摊的人回家都从灯下过。"
    text = f"{head}\n{LAST}\n{lost}\n\n{FIRST}\n\n{SECOND}\n\n{lamp}\n"
    assert titles(text) == ["谁在管书", "从“各管各”到“一起管”", "门口的灯"]
    assert signed(named(text, "从“各管各”到“一起管”")) == [
        ("南宫适", "霁州省社会科学院农村发展研究所"),
        ("壤驷赤", "白沙县委党校"),
    ]


def test_one_of_two_authors_is_no_title_over_his_place_of_work() -> None:
    opening = (
        "夜市从哪里来\n\n——三个县城的观察\n\n南宫适\n\n霁州省社会科学院\n\n荀小苗\n\n白沙县委党校"
    )
    text = f"{HEAD}\n{opening}\n\n{FIRST}\n\n{SECOND}\n\n{LAST}"
    assert titles(text) == ["夜市从哪里来", "谁在管书"]


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("霁州大学教授，博士生导师 夏侯叔夜", "夏侯叔夜", "霁州大学教授，博士生导师"),
        (
            "夏侯叔夜（霁州大学公共管理学院讲师，博士）",
            "夏侯叔夜",
            "霁州大学公共管理学院讲师，博士",
        ),
        ("霁州省委常委、组织部部长 | 百里长风", "百里长风", "霁州省委常委、组织部部长"),
        ("丰水县教育局副局长｜鲜于墨", "鲜于墨", "丰水县教育局副局长"),
    ],
)
def test_degrees_and_bars_behind_an_office(line: str, name: str, office: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [(name, office)]
    assert found.certainty >= 0.85


def test_a_comma_between_clauses_parts_no_degree() -> None:
    assert read_byline("他当了讲师，博士论文也写完了 夏侯叔夜") is None


SLOGANS = "站稳脚跟 扎牢根基 守好一方 不断提高乡镇书记办实事解难题带队伍的能力 为建设和美乡村打下坚实基础和厚实的底子"


def test_a_title_of_slogans_and_two_lines_more_opens_an_article_that_is_not_listed() -> None:
    head = "目 录\n\n9 谁在管书 宰父仲\n\n12 门口的灯 孟春\n"
    lamp = "门口的灯\n\n孟春\n\n灯是修鞋的老谭装的，夜里十二点半才关，收摊的人回家都从灯下过。"
    lost = f"{SLOGANS}\n\n百里长风（霁州省委常委、组织部部长）\n\n{FIRST}\n\n{SECOND}"
    assert titles(f"{head}\n{LAST}\n{lost}\n\n{lamp}\n")[1].startswith("站稳脚跟")


def test_a_title_below_a_note_in_square_brackets_opens_an_article_that_is_not_listed() -> None:
    head = "目 录\n\n9 谁在管书 宰父仲\n\n12 门口的灯 孟春\n"
    lamp = "门口的灯\n\n孟春\n\n灯是修鞋的老谭装的，夜里十二点半才关，收摊的人回家都从灯下过。"
    note = "[作者简介：宰父仲，丰水县农业农村局干部，主要研究方向为农村公共文化服务。本文系省社科规划项目“乡村阅读空间营造研究”（2020JZ047）的阶段性成果]"
    lost = f"书记的饭桌\n\n本刊记者 东野遥\n\n{FIRST}\n\n{SECOND}"
    text = f"{head}\n{LAST}\n{note}\n\n{lost}\n\n{lamp}\n"
    assert titles(text) == ["谁在管书", "书记的饭桌", "门口的灯"]


def test_lines_that_a_stroke_begins_end_their_entries_though_a_page_is_lost() -> None:
    head = "目录\n\n专题\nP6 夜市从哪里来\n——三个县城的观察\n/ 步六孤云\n书记的饭桌\n/ 东野遥\nP9 谁在管书\n/ 宰父仲\n"
    first = f"夜市从哪里来\n\n——三个县城的观察\n\n步六孤云\n\n{FIRST}\n\n{SECOND}"
    table = "书记的饭桌\n\n本刊记者 东野遥\n\n饭桌在食堂的角落里，每个星期三中午坐四个人，菜是大锅菜，饭钱书记自己掏。"
    text = f"{head}\n{first}\n\n{table}\n\n{LAST}"
    assert titles(text) == ["夜市从哪里来", "书记的饭桌", "谁在管书"]
    assert signed(articles(text)[0]) == [("步六孤云", "")]


def boxes(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (
            block.label,
            block.title.value if block.title is not None else "",
            [one.text.value for one in block.blocks if hasattr(one, "text")],
        )
        for block in articles(text)[0].blocks
        if isinstance(block, Box)
    ]


QUIZ = "近三个月里，你有没有当众批评过下属而事后发现错怪了他？有没有因为心情不好推迟过签字？两题都答“有”，不妨歇半天。"


@pytest.mark.parametrize(
    "name", ["今日话题 管理者情绪自测", "今日话题：管理者情绪自测", "今日话题\n\n管理者情绪自测"]
)
def test_a_quiz_below_a_name_in_no_list_is_a_box(name: str) -> None:
    text = f"{HEAD}\n夜市从哪里来\n\n南宫适 荀小苗\n\n{FIRST}\n\n{SECOND}\n\n{name}\n\n{QUIZ}\n\n{LAST}"
    assert boxes(text) == [("今日话题", "管理者情绪自测", [QUIZ])]


@pytest.mark.parametrize("name", ["参考数据：", "参考数据 ", "【参考数据】"])
@pytest.mark.parametrize("dash", ["——据", "来源："])
def test_a_name_before_a_text_with_its_source_is_a_box(name: str, dash: str) -> None:
    told = (
        "2020年，全县夜间摊位二百四十三个，日均客流七千九百人次，比上年多出一成半，投诉少了六成。"
    )
    box = f"{name}{told}\n\n{dash}《澜溪县夜间经济监测报告（2020）》"
    text = f"{HEAD}\n夜市从哪里来\n\n南宫适 荀小苗\n\n{FIRST}\n\n{box}\n\n{SECOND}\n\n{LAST}"
    assert boxes(text) == [("参考数据", "", [told])]
    # OCR has blanks around figures and letters.
    for begin in ("柘林县先在 9个点上试", "借助 LED系统先试"):
        point = f"{begin}，再向全县推开，一个月修好了路灯一千八百多盏。\n\n{dash}《澜溪县夜间经济监测报告（2020）》"
        own = f"链接\n\n夜里的路灯何以长久\n\n{point}"
        text = f"{HEAD}\n夜市从哪里来\n\n南宫适 荀小苗\n\n{FIRST}\n\n{own}\n\n{SECOND}\n\n{LAST}"
        assert [label for label, _, _ in boxes(text)] == ["链接"]
    talk = f"荀小苗：{told}\n\n——据《澜溪县夜间经济监测报告（2020）》"
    text = f"{HEAD}\n夜市从哪里来\n\n南宫适 荀小苗\n\n{FIRST}\n\n{talk}\n\n{SECOND}\n\n{LAST}"
    assert boxes(text) == []


@pytest.mark.parametrize(
    "contents",
    [
        "| | | | |\n|---|---|---|---|\n| 卷首 | 2 | 灯下 | 孟春 |\n| 封面专题·夜里的灯 | 3 | 夜市从哪里来 | 南宫适 |\n|  | 5 | 门口的灯 | 计然 |\n| 征文·我的书桌 | 7 | 谁在管书 | 宰父仲 |\n",
        "卷首\nP2 灯下\n/ 孟春\n\n封面专题·夜里的灯\nP3 夜市从哪里来\n/ 南宫适\nP5 门口的灯\n/ 计然\n\n征文·我的书桌\nP7 谁在管书\n/ 宰父仲\n",
    ],
)
def test_a_name_of_a_section_has_what_it_is_about_behind_a_dot(contents: str) -> None:
    night = "灯下\n\n孟春\n\n入夜以后，编辑部的灯总有一盏不灭，校样摊了一桌，红笔勾过的地方比印出来的还多。"
    lamp = "门口的灯\n\n计然\n\n灯是修鞋的老谭装的，夜里十二点半才关，收摊的人回家都从灯下过。"
    market = f"夜市从哪里来\n\n南宫适\n\n{FIRST}\n\n{SECOND}"
    made = restored(f"目 录\n\n{contents}\n{night}\n\n{market}\n\n{lamp}\n\n{LAST}").issue
    names = [made.contents.sections[one.section].name for one in made.articles]
    assert names == ["卷首", "封面专题·夜里的灯", "封面专题·夜里的灯", "征文·我的书桌"]


def test_no_house_has_a_particle_in_its_name() -> None:
    assert not is_body("船上的支部")
    assert is_body("流动党员支部")
    head = "目 录\n\n9 谁在管书 宰父仲\n\n12 门口的灯 孟春\n"
    lamp = "门口的灯\n\n孟春\n\n灯是修鞋的老谭装的，夜里十二点半才关，收摊的人回家都从灯下过。"
    lost = f"船上的支部\n\n本刊记者 东野遥 通讯员 荀小苗\n\n{FIRST}\n\n{SECOND}"
    assert titles(f"{head}\n{LAST}\n{lost}\n\n{lamp}\n") == ["谁在管书", "船上的支部", "门口的灯"]


def test_a_row_of_the_contents_that_has_lost_its_page_begins_with_a_section_as_the_others_do() -> (
    None
):
    contents = (
        "| | | | |\n|---|---|---|---|\n| 开卷 | 2 | 灯下 | 孟春 |\n| 书记论坛 |  | 夜市从哪里来 | 南宫适 |\n"
        "|  | 5 | 门口的灯 | 计然 |\n| 支部故事 | 7 | 谁在管书 | 宰父仲 |\n| 读书 | 9 | 从一口井读懂一座村 | 弓长岭 |\n"
    )
    night = "灯下\n\n孟春\n\n入夜以后，编辑部的灯总有一盏不灭，校样摊了一桌，红笔勾过的地方比印出来的还多。"
    lamp = "门口的灯\n\n计然\n\n灯是修鞋的老谭装的，夜里十二点半才关，收摊的人回家都从灯下过。"
    market = f"夜市从哪里来\n\n南宫适\n\n{FIRST}\n\n{SECOND}"
    well = "从一口井读懂一座村\n\n弓长岭\n\n井沿上的绳痕有一寸半深，谁家先打水、谁家后打水，四百多年没有写在纸上，也没有乱过。"
    made = restored(f"目 录\n\n{contents}\n{night}\n\n{market}\n\n{lamp}\n\n{LAST}\n{well}\n").issue
    names = [made.contents.sections[one.section].name for one in made.articles]
    assert names == ["开卷", "书记论坛", "书记论坛", "支部故事", "读书"]


@pytest.mark.parametrize("name", ["微故事 ", "微故事：", "【微故事】", "微故事\n\n"])
def test_a_little_story_is_a_box(name: str) -> None:
    told = "一位阿婆每天来公平秤上称菜，称了半年，从来没有少过，问她，她说就是喜欢看那个数字。"
    text = f"{HEAD}\n夜市从哪里来\n\n南宫适 荀小苗\n\n{FIRST}\n\n{name}{told}\n\n{LAST}"
    assert boxes(text) == [("微故事", "", [told])]
