"""Contents as a document model writes them, where the body tells what is an entry and what is not."""

from __future__ import annotations

from converter.model import Article, Box, Heading
from converter.parse.byline import read_byline
from tests.support.restored import listed, restored

ONE = (
    "水磨坊在村子的下游，轮子有一人多高，转起来整条巷子都听得见，停下来的时候鸡才肯叫，狗也才肯睡。"
)
TWO = "养蜂的人四月里进山，六月里出山，中间的日子只同蜂说话，回来的时候连自己的名字也要想一想才说得出。"
THREE = "织带子的女人把线绷在门框上，一边织一边看孩子，织完一条，孩子也睡着了，日头正好走到门槛上。"
IMPRINT = "**主管** 河西文化局\n**主办** 河西群众艺术馆\n**主编** 傅长林\n**地址** 河西镇南街 6 号\n**电话** 0199-10227733\n"


def authors(article: Article) -> list[str]:
    return [author.name for byline in article.bylines for author in byline.authors]


def test_the_editor_who_signs_the_first_article_is_no_line_of_the_masthead() -> None:
    made = restored(
        f"# 河西\n\n2023年第4期\n\n# 目录 CONTENTS\n\n4 卷首 | 听轮子转\n\n### 人物 PEOPLE\n\n6 进山的蜂\n\n8 织带子的人\n\n---\n\n{IMPRINT}\n---\n\n"
        f"卷首 EDITOR'S NOTE\n\n# 听轮子转\n\n主编 / 傅长林\n\n{ONE}\n\n人物 PEOPLE\n\n# 进山的蜂\n\n文 / 陆小满\n\n{TWO}\n\n"
        f"# 织带子的人\n\n文 / 白若溪\n\n{THREE}\n"
    )
    assert listed(made) == [
        ("卷首", "听轮子转", (), "4"),
        ("人物", "进山的蜂", (), "6"),
        ("人物", "织带子的人", (), "8"),
    ]
    first = made.issue.articles[0]
    assert authors(first) == ["傅长林"]
    assert "听轮子转" not in str(made.issue.masthead)


def test_sections_in_cells_that_the_body_has_above_the_titles() -> None:
    made = restored(
        "# 河西\n\n2023年第4期\n\n# 目录 CONTENTS\n\n### 专题 FEATURE\n\n**4** 听轮子转\n\nP5 轮子上的青苔\n\n| 养殖 | 6 | 进山的蜂 |\n|---|---|---|\n| 手艺 | 8 | 织带子的人 |\n\n"
        f"专题 FEATURE\n\n# 听轮子转\n\n文 / 傅长林\n\n{ONE}\n\n## 养殖 BEES\n\n# 进山的蜂\n\n文 / 陆小满\n\n{TWO}\n\n"
        f"手艺 CRAFT\n\n# 织带子的人\n\n文 / 白若溪\n\n{THREE}\n"
    )
    assert [(section, title, page) for section, title, _, page in listed(made)][1:] == [
        ("专题", "轮子上的青苔", "5"),
        ("养殖", "进山的蜂", "6"),
        ("手艺", "织带子的人", "8"),
    ]


def test_a_picture_beside_the_contents_is_no_entry() -> None:
    made = restored(
        "# 河西\n\n2023年第4期\n\n# 目录\n\n### 专题\n\n**4** 听轮子转\n\n**6** 进山的蜂\n\nP5 轮子上的青苔\n\n**8** 织带子的人\n\n"
        f"专题\n\n# 听轮子转\n\n文 / 傅长林\n\n{ONE}\n\n# 进山的蜂\n\n文 / 陆小满\n\n{TWO}\n\n# 织带子的人\n\n文 / 白若溪\n\n{THREE}\n"
    )
    assert [(title, page) for _, title, _, page in listed(made)] == [
        ("听轮子转", "4"),
        ("进山的蜂", "6"),
        ("织带子的人", "8"),
    ]


def test_who_signs_below_a_summary_and_a_title_without_its_page() -> None:
    made = restored(
        "# 河西\n\n2023年第4期\n\n# CONTENTS 目录\n\n2023.04.16\n\n## 专题 FEATURE\n\n**4**\n\n**听轮子转**\n\n磨坊停了二十年，轮子为什么还在转？\n\n傅长林 陆小满\n\n"
        "- 6 进山的蜂\n- 织带子的人\n\n## 手艺 CRAFT\n\n| 9 | “梭子来回，日子不断” 一条带子，为什么要织四十天？ | 白若溪 |\n|---|---|---|\n\n"
        f"专题 FEATURE\n\n# 听轮子转\n\n两座磨坊，一条河，我们走了三天。\n\n**文** | 本刊记者 傅长林 陆小满\n\n{ONE}\n\n# 进山的蜂\n\n文 | 陆小满\n\n{TWO}\n\n"
        f"# 织带子的人\n\n制图 / 本刊数据组　文 / 白若溪\n\n{THREE}\n\n# 手艺 CRAFT\n\n# “梭子来回，\n\n# 日子不断”\n\n文 | 白若溪\n\n{ONE}\n"
    )
    assert listed(made) == [
        ("专题", "听轮子转", ("傅长林", "陆小满"), "4"),
        ("专题", "进山的蜂", (), "6"),
        ("专题", "织带子的人", (), ""),
        ("手艺", "“梭子来回，日子不断”", ("白若溪",), "9"),
    ]
    assert len(made.issue.articles) == 4
    assert authors(made.issue.articles[2]) == ["白若溪"]


def test_who_wrote_beside_a_team_of_the_house() -> None:
    reading = read_byline("评测 / 本刊器材组　执笔 / 白若溪")
    assert reading is not None
    assert [author.name for author in reading.authors] == ["白若溪"]


def test_who_wrote_and_took_the_pictures_signs_once() -> None:
    reading = read_byline("撰文 / 鲁 野　摄影 / 鲁 野、白若溪", known=frozenset(["鲁野"]))
    assert reading is not None
    assert [author.name for author in reading.authors] == ["鲁野"]


def test_a_plain_line_that_the_contents_have_behind_a_blank_is_the_subtitle() -> None:
    made = restored(
        "# 河西\n\n2023年第4期\n\n# 目录\n\n4 听轮子转 三座水磨的冬天\n\n6 进山的蜂\n\n8 织带子的人\n\n"
        f"# 听轮子转\n\n三座水磨的冬天\n\n文 / 傅长林\n\n{ONE}\n\n# 进山的蜂\n\n文 / 陆小满\n\n{TWO}\n\n# 织带子的人\n\n文 / 白若溪\n\n{THREE}\n"
    )
    first = made.issue.articles[0]
    assert [line.value for line in first.title] == ["听轮子转"]
    assert first.subtitle is not None
    assert first.subtitle.value == "三座水磨的冬天"
    assert made.issue.contents.sections[0].entries[0].subtitle == "三座水磨的冬天"


def test_a_plain_line_as_long_as_the_one_above_is_the_second_half_of_a_headline() -> None:
    made = restored(
        "# 河西\n\n2023年第4期\n\n# 目录\n\n4 守住老水磨 转出新日子\n\n6 进山的蜂\n\n8 织带子的人\n\n"
        f"# 守住老水磨\n转出新日子\n\n文 / 傅长林\n\n{ONE}\n\n# 进山的蜂\n\n文 / 陆小满\n\n{TWO}\n\n# 织带子的人\n\n文 / 白若溪\n\n{THREE}\n"
    )
    first = made.issue.articles[0]
    assert [line.value for line in first.title] == ["守住老水磨", "转出新日子"]
    assert first.subtitle is None


def test_what_each_says_of_a_picture_and_what_a_critic_does_is_no_sidebar() -> None:
    pictures = "\n\n".join(
        f"### 《{title}》\n\n{who}（河西）　手机拍摄　1/250秒　ISO 100\n\n【作者自述】{said}\n\n【点评】{judged}"
        for title, who, said, judged in (
            ("空船", "陆小满", ONE, TWO),
            ("晒网", "白若溪", TWO, THREE),
            ("收灯", "顾一鸣", THREE, ONE),
        )
    )
    made = restored(
        f"# 河西\n\n2023年第4期\n\n# 目录\n\n4 听轮子转\n\n6 读者画廊\n\n# 听轮子转\n\n文 / 傅长林\n\n{ONE}\n\n# 读者画廊\n\n点评 / 傅长林\n\n{pictures}\n"
    )
    blocks = made.issue.articles[1].blocks
    assert not [block for block in blocks if isinstance(block, Box)]
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == [
        "《空船》",
        "《晒网》",
        "《收灯》",
    ]


def test_a_section_with_a_dot_stands_over_the_title_beside_its_english() -> None:
    made = restored(
        "河西\n\n2023年第4期\n\n目录\n\n专题．声音\n\n4 听轮子转 傅长林\n\n手艺\n\n8 织带子的人 白若溪\n\n"
        f"专题．声音 SOUND\n\n听轮子转\n\n傅长林\n\n{ONE}\n\n手艺\n\n织带子的人\n\n白若溪\n\n{THREE}\n"
    )
    assert [drop.text for drop in made.issue.drops if "SOUND" in drop.text] == ["专题．声音 SOUND"]


def test_a_line_that_a_stroke_begins_signs_whoever_it_is() -> None:
    made = restored(
        "河西\n\n2023年第4期\n\n目录\n\n手艺\n\n4 听轮子转\n/ 傅 长 林\n6 进山的蜂\n/ 合作社养蜂组\n8 织带子的人\n/ 白 若 溪\n\n"
        f"听轮子转\n\n傅 长 林\n\n{ONE}\n\n进山的蜂\n\n合作社养蜂组\n\n{TWO}\n\n织带子的人\n\n白 若 溪\n\n{THREE}\n"
    )
    titles = [[line.value for line in article.title] for article in made.issue.articles]
    assert titles == [["听轮子转"], ["进山的蜂"], ["织带子的人"]]
    assert authors(made.issue.articles[1]) == ["合作社养蜂组"]


def test_who_signs_below_a_clause_about_the_first_article_of_two_names_no_section() -> None:
    made = restored(
        "河西\n2023年第4期\n目录\n封面故事\n004 听轮子转\n磨坊停了二十年，轮子为什么还在转\n傅长林\n007 进山的蜂\n跟着蜂箱走一个春天\n傅长林 陆小满\n手艺\n009 织带子的人\n白若溪\n\n"
        f"封面故事 COVER STORY\n听轮子转\n两座磨坊，一条河，我们走了三天。\n文/本刊记者 傅长林\n{ONE}\n004\n\n封面故事\nCOVER STORY\n007\n进山的蜂\n文/傅长林 陆小满\n{TWO}\n007\n\n"
        f"手艺 CRAFT\n织带子的人\n文/白若溪\n{THREE}\n009\n"
    )
    assert [(section, title) for section, title, _, _ in listed(made)] == [
        ("封面故事", "听轮子转"),
        ("封面故事", "进山的蜂"),
        ("手艺", "织带子的人"),
    ]
