"""Contents of magazines with columns: sections told in words of their own, and stray pages."""

from __future__ import annotations

import pytest

from converter.model import Heading
from converter.parse.byline import read_byline
from converter.pipeline import Restored
from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n"


def articles(made: Restored) -> list[tuple[str, str]]:
    """The section and the title of each article."""
    return [
        (made.issue.section_names[a.section] if a.section >= 0 else "", a.title[0].value)
        for a in made.issue.articles
    ]


def test_an_author_and_a_page_under_a_title_make_no_section_of_it() -> None:
    made = restored(
        f"{HEAD}目录\n卷首\n夜里的渡口 2\n封面故事\n会说话的船\n陆遥 3\n人物\n摆渡人 唐果 6\n"
        f"卷首\n夜里的渡口\n沈一帆\n{ONE}\n会说话的船\n撰文/陆遥 绘图/唐果\n{TWO}\n摆渡人\n唐果\n{THREE}\n"
    )
    assert listed(made)[1] == ("封面故事", "会说话的船", ("陆遥",), "3")
    assert articles(made)[1] == ("封面故事", "会说话的船")


def test_some_entries_name_their_sections_before_the_title() -> None:
    made = restored(
        f"{HEAD}目录\n卷首\n夜里的渡口 2\n动手 一根缆绳的打法 3\n人物 她给渡船量体温 6\n"
        f"卷首\n夜里的渡口\n文/沈一帆\n{ONE}\n动手\n一根缆绳的打法\n文/陆遥\n{TWO}\n"
        f"她给渡船量体温\n文/唐果\n{THREE}\n人物 6\n"
    )
    assert articles(made) == [
        ("卷首", "夜里的渡口"),
        ("动手", "一根缆绳的打法"),
        ("人物", "她给渡船量体温"),
    ]


def test_a_section_with_what_it_is_about_this_time() -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n03 夜里的渡口 沈一帆\n\n专题 让渡船靠岸，让人回家\n07 一根缆绳的打法 陆遥\n08 “船里也有人声”\n\n"
        f"特稿　2023年第2期\n\n特稿\n\n夜里的渡口\n\n沈一帆\n\n{ONE}\n\n专题　2023年第2期\n\n"
        f"专题 · 让渡船靠岸，让人回家\n\n一根缆绳的打法\n\n陆遥\n\n{TWO}\n\n“船里也有人声”\n\n{THREE}\n"
    )
    assert [name for name, _ in articles(made)] == ["特稿", "专题", "专题"]
    assert "专题2023年第2期" not in str(made.issue.articles)


def test_a_page_that_slipped_behind_its_title_begins_no_second_line() -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n03 夜里的渡口 沈一帆\n\n安全\n11 一根缆绳的打法\n上半年摆渡人次 l0\n\n"
        f"特稿\n\n夜里的渡口\n\n沈一帆\n\n{ONE}\n\n安全\n\n一根缆绳的打法\n\n{TWO}\n\n上半年摆渡人次\n\n{THREE}\n"
    )
    assert listed(made)[1:] == [
        ("安全", "一根缆绳的打法", (), "11"),
        ("安全", "上半年摆渡人次", (), "10"),
    ]


@pytest.mark.parametrize(
    "title", ["2023年第一季度摆渡记录", "10个关于渡口的词", "30年前的一张船票"]
)
def test_a_title_that_begins_with_a_number_ends_no_contents(title: str) -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n03 夜里的渡口 沈一帆\n\n人物\n05 摆渡人 唐果\n\n附录\n14 {title}\n\n"
        f"特稿\n\n夜里的渡口\n\n沈一帆\n\n{ONE}\n\n人物\n\n摆渡人\n\n唐果\n\n{TWO}\n\n附录\n\n{title}\n\n{THREE}\n"
    )
    assert listed(made)[-1] == ("附录", title, (), "14")
    assert articles(made)[-1] == ("附录", title)


def test_a_sentence_under_an_entry_names_no_author() -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n03 夜里的渡口\n三条缆绳，两盏灯，一个不肯上岸的人\n05 摆渡人 唐果\n\n"
        f"特稿\n\n夜里的渡口\n\n三条缆绳，两盏灯，一个不肯上岸的人。\n\n文／沈一帆\n\n{ONE}\n\n摆渡人\n\n唐果\n\n{TWO}\n"
    )
    assert listed(made)[0] == ("特稿", "夜里的渡口", (), "03")


def test_who_made_the_cover_is_no_entry() -> None:
    made = restored(
        f"{HEAD}目录\n特稿\n夜里的渡口 3\n人物\n摆渡人 唐果 5\n封面绘图 阿凸\n\n"
        f"特稿\n夜里的渡口\n沈一帆\n{ONE}\n人物\n摆渡人\n唐果\n{TWO}\n"
    )
    assert [title for _, title, *_ in listed(made)] == ["夜里的渡口", "摆渡人"]


def test_columns_apart_are_sections_of_their_own() -> None:
    made = restored(
        f"{HEAD}目录\n\n卷首\n6　夜里的渡口　　沈一帆\n\n声音　7\n数字　8\n\n人物　PEOPLE\n13　摆渡人　　唐果\n15　一根缆绳的打法　　陆遥\n\n来信　14\n\n"
        f"夜里的渡口\n\n沈一帆\n\n{ONE}\n\n声音　VOICES\n\n声音\n\n{TWO}\n\n数字\n\n61.8%\n\n{THREE}\n\n1/7\n\n{TWO}\n\n"
        f"人物　PEOPLE\n\n摆渡人\n\n唐果\n\n{ONE}\n\n一根缆绳的打法\n\n陆遥\n\n{TWO}\n\n来信\n\n读者来信\n\n{THREE}\n"
    )
    assert articles(made) == [
        ("卷首", "夜里的渡口"),
        ("声音", "声音"),
        ("数字", "数字"),
        ("人物", "摆渡人"),
        ("人物", "一根缆绳的打法"),
        ("来信", "读者来信"),
    ]
    numbers = made.issue.articles[2].blocks
    assert [b.text.value for b in numbers if isinstance(b, Heading)] == ["61.8%", "1/7"]


def test_a_last_entry_apart_stays_outside_the_sections() -> None:
    made = restored(
        f"{HEAD}目录\n\n卷首\n6　夜里的渡口　　沈一帆\n\n人物\n13　摆渡人　　唐果\n\n本期作者　15\n\n"
        f"卷首\n\n夜里的渡口\n\n沈一帆\n\n{ONE}\n\n人物\n\n摆渡人\n\n唐果\n\n{TWO}\n\n本期作者\n\n{THREE}\n"
    )
    assert articles(made)[-1] == ("", "本期作者")


def test_the_folios_tell_to_which_section_a_title_belongs() -> None:
    made = restored(
        f"{HEAD}目录\n卷首\n夜里的渡口 2\n船问箱\n三条缆绳一盏灯 6\n烧脑时刻\n5\n"
        f"卷首\n夜里的渡口\n文/沈一帆\n{ONE}\n2 渡口 2023·2\n船问箱\n主持/舵手博士\n{TWO}\n5 渡口 2023·2\n"
        f"三条缆绳一盏灯\n{THREE}\n烧脑时刻 6\n"
    )
    assert articles(made)[1:] == [("船问箱", "船问箱"), ("烧脑时刻", "三条缆绳一盏灯")]
    assert listed(made)[1] == ("船问箱", "船问箱", (), "5")
    assert [a.name for a in made.issue.articles[1].bylines[0].authors] == ["舵手博士"]


def test_the_first_of_several_items_is_a_heading_of_its_column() -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n03 夜里的渡口 沈一帆\n\n渡口简讯\n13 北岸栈桥改造完工等\n\n"
        f"特稿\n\n夜里的渡口\n\n沈一帆\n\n{ONE}\n\n渡口简讯\n\n北岸栈桥改造完工\n\n{TWO}\n\n渡船新添两条缆绳\n\n{THREE}\n"
    )
    assert articles(made)[1] == ("渡口简讯", "渡口简讯")
    found = [b.text.value for b in made.issue.articles[1].blocks if isinstance(b, Heading)]
    assert found == ["北岸栈桥改造完工", "渡船新添两条缆绳"]


def test_a_part_of_a_section_stands_over_the_title() -> None:
    made = restored(
        f"{HEAD}目录\n百科\n动物 壁虎的脚趾向谁借了力 3\n厨房 一粒米的临界时刻 5\n特稿\n夜里的渡口 7\n"
        f"百科 · 动物\n壁虎的脚趾向谁借了力\n文/陆遥\n{ONE}\n百科 · 厨房\n一粒米的临界时刻\n文/唐果\n{TWO}\n"
        f"特稿\n夜里的渡口\n文/沈一帆\n{THREE}\n"
    )
    assert articles(made) == [
        ("百科", "壁虎的脚趾向谁借了力"),
        ("百科", "一粒米的临界时刻"),
        ("特稿", "夜里的渡口"),
    ]
    assert [a.kicker and a.kicker.value for a in made.issue.articles] == [
        "百科 · 动物",
        "百科 · 厨房",
        None,
    ]


def test_a_name_in_the_contents_makes_a_byline_of_office_and_name() -> None:
    reading = read_byline("校友总会秘书长 丘 鸣", known=frozenset(["丘鸣"]))
    assert reading is not None
    assert [(a.name, a.office) for a in reading.authors] == [("丘鸣", "校友总会秘书长")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("图/受访者提供", []),
        ("撰文/闻小鹿　绘图/阿凸　科学审订/岑砚田", ["闻小鹿"]),
        ("文/李桐 数据/王建国", ["李桐"]),
        ("文/图 李桐", ["李桐"]),
    ],
)
def test_who_did_something_else_is_no_author(text: str, names: list[str]) -> None:
    reading = read_byline(text)
    assert [author.name for author in reading.authors] == names if reading else not names


def test_pictures_on_a_line_of_their_own_have_no_author() -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n03 夜里的渡口 沈一帆\n05 摆渡人 唐果\n\n"
        f"特稿\n\n夜里的渡口\n\n文/沈一帆\n图/方小舟\n\n{ONE}\n\n摆渡人\n\n图/方小舟\n\n{TWO}\n"
    )
    signed = [
        [author.name for line in a.bylines for author in line.authors] for a in made.issue.articles
    ]
    assert signed == [["沈一帆"], ["方小舟"]]


@pytest.mark.parametrize(
    "byline", ["通讯员 张 音", "作者：吴 夏 冉帆松", "岷泉县总工会副主任 詹煜苑"]
)
def test_a_byline_right_under_a_full_line_of_title(byline: str) -> None:
    title = "健全渡口灯火的路径与启示 每隔三小时读一次潮位"
    prose = "\n".join(f"　　{ONE[:18]}\n{ONE[18:38]}\n{TWO[:20]}\n{TWO[20:]}" for _ in range(6))
    made = restored(
        f"{HEAD}目录\n\n特稿\n\n{title} …… 沈一帆 3\n\n人物\n\n摆渡人 …… 唐果 9\n\n{title}\n{byline}\n\n{prose}\n\n摆渡人\n唐果\n\n{prose}\n"
    )
    first = made.issue.articles[0]
    assert "".join(line.value for line in first.title).replace(" ", "") == title.replace(" ", "")
    assert len(first.bylines) == 1


def test_a_misread_title_of_two_lines_is_one_entry() -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n\n渡口何以重要……（沈一帆）4\n\n给每条船装上定位终端\n台风来时船都进了港……（陆遥）7\n\n人物\n\n摆渡人……（唐果）9\n\n"
        f"渡口何以重要\n文/沈一帆\n\n{ONE}\n\n给每条船装上昱位终端\n台风来时船都进了港\n文/陆遥\n\n{TWO}\n\n摆渡人\n文/唐果\n\n{THREE}\n"
    )
    assert [len(entry) for entry in listed(made)] == [4, 4, 4]
    assert [len(a.title) for a in made.issue.articles] == [1, 2, 1]


def test_the_name_of_a_box_signs_no_article() -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n渡口何以重要 沈一帆 4\n人物\n摆渡人 唐果 9\n\n渡口何以重要\n\n沈一帆\n\n{ONE}\n\n"
        f"缆绳的旧事\n\n相关链接\n\n{TWO}\n——摘自《渡口志》\n\n摆渡人\n\n唐果\n\n{THREE}\n"
    )
    assert len(made.issue.articles) == 2


def test_references_after_each_article_are_no_running_heads() -> None:
    parts = "".join(
        f"{title}\n\n{name}\n\n{ONE}看得见\n\n参考文献\n\n[1] 某人.某书[M].某地：某社，2001.\n\n"
        for title, name in (("渡口何以重要", "沈一帆"), ("船匠的手", "陆遥"), ("摆渡人", "唐果"))
    )
    made = restored(
        f"{HEAD}目录\n\n渡口何以重要 沈一帆 4\n船匠的手 陆遥 6\n摆渡人 唐果 9\n\n{parts}"
    )
    assert not [drop for drop in made.issue.drops if drop.text == "参考文献"]


def test_a_first_page_that_was_read_as_a_letter() -> None:
    made = restored(
        f"{HEAD}目录\n\n渡口何以重要 沈一帆 l\n船匠的手 陆遥 6\n摆渡人 唐果 9\n\n"
        f"渡口何以重要\n\n沈一帆\n\n{ONE}\n\n船匠的手\n\n陆遥\n\n{TWO}\n\n摆渡人\n\n唐果\n\n{THREE}\n"
    )
    assert listed(made)[0] == ("", "渡口何以重要", ("沈一帆",), "1")


def test_a_section_set_wide_is_no_author() -> None:
    made = restored(
        f"{HEAD}目录\n\n调 查\n\n渡口何以重要 2\n\n史 话\n\n船匠的手 陆遥 3\n\n书 评\n\n摆渡人 唐果 l0\n\n"
        f"渡口何以重要\n\n{ONE}\n\n船匠的手\n\n陆遥\n\n{TWO}\n\n摆渡人\n\n唐果\n\n{THREE}\n"
    )
    assert articles(made) == [("调查", "渡口何以重要"), ("史话", "船匠的手"), ("书评", "摆渡人")]
    assert made.issue.articles[0].bylines == ()
    assert [page for *_, page in listed(made)] == ["2", "3", "10"]


def test_a_line_of_a_title_that_ends_like_a_house() -> None:
    made = restored(
        f"{HEAD}目录\n\n■ 书评\n\n渡口何以重要 沈一帆 4\n\n把“一张网”落到数据中心\n从机房看渡口的变迁\n——访河湾镇管理员邹涵 陆 遥 5\n\n■ 特稿\n\n摆渡人 唐果 7\n\n"
        f"渡口何以重要\n沈一帆\n\n{ONE}\n\n把“一张网”落到数据中心\n从机房看渡口的变迁\n——访河湾镇管理员邹涵\n□ 本刊记者 陆 遥\n\n{TWO}\n\n摆渡人\n唐果\n\n{THREE}\n"
    )
    assert articles(made)[1] == ("书评", "把“一张网”落到数据中心")
    assert listed(made)[0] == ("书评", "渡口何以重要", ("沈一帆",), "4")


def test_two_articles_may_begin_their_titles_alike() -> None:
    made = restored(
        f"{HEAD}目录\n\n渡口何以重要\n让渡船靠岸 …… 2\n  沈一帆\n\n船匠的手 …… 4\n  陆遥\n\n渡口何以重要\n让缆绳说话 …… 6\n  唐果\n\n"
        f"渡口何以重要\n让渡船靠岸\n\n文/沈一帆\n\n{ONE}\n\n船匠的手\n\n文/陆遥\n\n{TWO}\n\n渡口何以重要\n让缆绳说话\n\n文/唐果\n\n{THREE}\n"
    )
    assert [page for *_, page in listed(made)] == ["2", "4", "6"]
    assert len(made.issue.articles) == 3


@pytest.mark.parametrize("word", ["相关链接", "麦田观察", "相关阅读"])
def test_two_words_that_begin_like_surnames_are_no_name(word: str) -> None:
    assert read_byline(word) is None


def test_a_drawn_dash_in_the_contents_is_a_dash_and_on_record() -> None:
    made = restored(
        f"{HEAD}目錄\n\n特稿\n06　圳路回家 ── 大圳一百年巡禮　游佳穎\n12　把稻草編回牆裡的人 ── 專訪匠師曾阿旺　巫千慧\n\n"
        f"圳路回家\n大圳一百年巡禮\n游佳穎\n\n{ONE}\n\n把稻草編回牆裡的人\n專訪匠師曾阿旺\n巫千慧\n\n{TWO}\n"
    )
    assert [c.before for c in made.issue.changes if c.rule == "contents-dashes"] == ["──", "──"]


def test_entries_side_by_side_with_their_sections_above_and_authors_below() -> None:
    made = restored(
        f"{HEAD}目录\n\n封面故事\n\n2　夜里的渡口\n沈一帆\n\n手艺　　人物\n\n"
        "9　会说话的船　　12　摆渡人\n陆遥　　唐果\n\n"
        f"# 夜里的渡口\n\n文/沈一帆\n\n{ONE}\n\n# 会说话的船\n\n文/陆遥\n\n{TWO}\n\n"
        f"# 摆渡人\n\n文/唐果\n\n{THREE}\n"
    )
    assert listed(made) == [
        ("封面故事", "夜里的渡口", ("沈一帆",), "2"),
        ("手艺", "会说话的船", ("陆遥",), "9"),
        ("人物", "摆渡人", ("唐果",), "12"),
    ]


def test_two_entries_in_one_row_of_a_table_below_two_sections() -> None:
    made = restored(
        f"{HEAD}目录\n\n卷首\n\n02 夜里的渡口 / 沈一帆\n\n渡口纪事 修船手记\n\n"
        "| 03 一根缆绳的打法 | 06 船底的三遍桐油 |\n|---|---|\n| 陆遥 | 河湾镇渡口调研组 |\n\n人物\n\n09 摆渡人 唐果\n\n"
        f"卷首\n\n夜里的渡口\n\n沈一帆\n\n{ONE}\n\n渡口纪事\n\n一根缆绳的打法\n\n陆遥\n\n{TWO}\n\n"
        f"修船手记\n\n船底的三遍桐油\n\n河湾镇渡口调研组\n\n{THREE}\n\n人物\n\n摆渡人\n\n唐果\n\n{ONE}\n"
    )
    assert listed(made)[1:3] == [
        ("渡口纪事", "一根缆绳的打法", ("陆遥",), "03"),
        ("修船手记", "船底的三遍桐油", ("河湾镇渡口调研组",), "06"),
    ]


def test_a_title_in_the_first_row_of_a_table_and_its_subtitle_in_the_next() -> None:
    made = restored(
        f"{HEAD}目录\n\n特稿\n\n| 会说话的船 | | |\n|---|---|---|\n| ——河湾镇渡船走访记 | 陆遥 | 3 |\n"
        "| 一根缆绳的打法 | 沈一帆 | 6 |\n\n"
        f"会说话的船\n\n——河湾镇渡船走访记\n\n陆遥\n\n{TWO}\n\n一根缆绳的打法\n\n沈一帆\n\n{ONE}\n"
    )
    assert listed(made) == [
        ("特稿", "会说话的船", ("陆遥",), "3"),
        ("特稿", "一根缆绳的打法", ("沈一帆",), "6"),
    ]
    subtitle = made.issue.articles[0].subtitle
    assert subtitle is not None
    assert subtitle.value == "——河湾镇渡船走访记"
