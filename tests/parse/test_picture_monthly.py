"""A monthly of pictures: names of sections behind marks, exposure data, works and their critics."""

from __future__ import annotations

import pytest

from converter.model import Article, Figure, Heading, Paragraph, Table
from converter.parse.captions import is_unnumbered_caption
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
FOUR = "过江的人少了，卖糕的担子也少了，只有学校门口那一副还在，孩子们放学时围上去看。"
HEAD = "河声\n文艺月刊\n1996年第4期\n主办单位：河湾镇文化站\n编辑出版：《河声》编辑部\n主编：沈一帆\n\n"
CONTENTS = (
    "目 录\n小说\n渡口的三盏灯 陆 遥 4\n访谈\n慢一点，再慢一点 唐 果 7\n——访木匠周一苇\n随笔\n雨下在瓦上 沈 白 10\n"
    "创作谈\n我怎样写一条河 何若溪 13\n——《长河》后记\n封面 早渡 何若溪 摄\n封底 《晚渡》 摄影 陆 遥\n\n"
)
BODY = (
    ("小说", "渡口的三盏灯", "", "陆 遥", ONE),
    ("访谈", "慢一点，再慢一点", "——访木匠周一苇", "唐 果", TWO),
    ("随笔", "雨下在瓦上", "", "沈 白", THREE),
    ("创作谈", "我怎样写一条河", "——《长河》后记", "何若溪", FOUR),
)


def signed(articles: tuple[Article, ...]) -> list[tuple[str, str, str]]:
    return [
        (
            "".join(line.value for line in article.title),
            article.subtitle.value if article.subtitle else "",
            "".join(one.name for byline in article.bylines for one in byline.authors),
        )
        for article in articles
    ]


@pytest.mark.parametrize("mark", ["■{}", "◆ {}", "{}◎", "【{}】", "〔{}〕", "·{}·", "★ {} ★"])
def test_subtitles_below_the_page_leave_sections_and_authors_apart(mark: str) -> None:
    body = "\n\n".join(
        "\n".join(filter(None, (mark.format(section), title, subtitle, author, text)))
        for section, title, subtitle, author, text in BODY
    )
    issue = restored(HEAD + CONTENTS + body).issue
    assert [section.name for section in issue.contents.sections] == [one[0] for one in BODY]
    assert [
        ("".join(entry.title), entry.subtitle, "".join(entry.authors))
        for section in issue.contents.sections
        for entry in section.entries
    ] == [(title, subtitle, author.replace(" ", "")) for _, title, subtitle, author, _ in BODY]
    assert signed(issue.articles) == [
        (title, subtitle, author.replace(" ", "")) for _, title, subtitle, author, _ in BODY
    ]


@pytest.mark.parametrize(
    "form", ["■{}　{}", "【{}】{}", "{}｜{}", "{} · {}", "◆ {}：{}", "{}：{}", "# {} | {}"]
)
def test_a_section_and_a_title_on_one_line(form: str) -> None:
    body = "\n\n".join(
        "\n".join(filter(None, (form.format(section, title), subtitle, author, text)))
        for section, title, subtitle, author, text in BODY
    )
    issue = restored(HEAD + CONTENTS + body).issue
    assert [issue.section_names[one.section] for one in issue.articles] == [one[0] for one in BODY]
    assert signed(issue.articles) == [
        (title, subtitle, author.replace(" ", "")) for _, title, subtitle, author, _ in BODY
    ]


PEN = (
    ("小说", "渡口的三盏灯", "陆 遥"),
    ("访谈", "慢一点，再慢一点", "唐 果"),
    ("评论", "两种月光", "谷 雨"),
    ("随笔", "雨下在瓦上", "何若溪"),
)


@pytest.mark.parametrize(
    "form", ["{0}\n{1}\n{2} {3}", "{0}\n{1}\n{2}\n{3}", "{0}\n{1}（{2}）……{3}"]
)
def test_a_pen_name_stands_where_the_other_names_do(form: str) -> None:
    contents = "\n".join(form.format(*one, 4 + at) for at, one in enumerate(PEN))
    body = "\n\n".join(
        f"{section}\n{title}\n{author}\n{text}"
        for (section, title, author), text in zip(PEN, (ONE, TWO, THREE, FOUR), strict=True)
    )
    issue = restored(f"{HEAD}目 录\n{contents}\n\n{body}").issue
    assert [section.name for section in issue.contents.sections] == [one[0] for one in PEN]
    assert signed(issue.articles) == [
        (title, "", author.replace(" ", "")) for _, title, author in PEN
    ]


def test_a_title_on_two_lines_below_its_section() -> None:
    body = (
        f"■小说\n渡口的三盏灯\n陆 遥\n{ONE}\n\n■访谈\n慢一点，\n再慢一点\n——访木匠周一苇\n唐 果\n{TWO}\n\n"
        f"■随笔\n雨下在瓦上\n沈 白\n{THREE}\n\n■创作谈\n我怎样写\n一条河\n——《长河》后记\n何若溪\n{FOUR}"
    )
    issue = restored(HEAD + CONTENTS + body).issue
    assert [section.name for section in issue.contents.sections] == [one[0] for one in BODY]
    assert [len(article.title) for article in issue.articles] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "《出工》　海鸥4A相机，光圈f/8，快门1/125秒，全色胶卷，1967年摄",
        "《末班船》 f／2 1／15秒 ISO 400",
        "《早渡》（版画） 1954年作",
        "《晚渡》 纸本设色 68×136厘米 1982年",
        "海鸥DF-1相机，58mm镜头，光圈f/2，快门1/15秒",
        "光圈f/16，快门1/60秒，柯达100彩色胶卷",
    ],
)
def test_how_a_picture_was_made_tells_its_caption(text: str) -> None:
    assert is_unnumbered_caption(text)
    issue = _one(f"{ONE}\n{TWO[:-12]}\n{text}\n{TWO[-12:]}\n{THREE}")
    assert [block.text.value for block in issue if isinstance(block, Paragraph)] == [
        ONE,
        TWO,
        THREE,
    ]
    assert len([block for block in issue if isinstance(block, Figure)]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "我把光圈收到f/22，快门放到1/2秒，水面就成了一块布。",
        "《长河》 是他写得最慢的一本书，前后写了十一年",
        "《晨汲》",
        "海鸥相机，他用了十一年",
    ],
)
def test_what_tells_of_cameras_and_works_is_no_caption(text: str) -> None:
    assert not is_unnumbered_caption(text)


def _one(body: str) -> tuple[object, ...]:
    made = restored(f"{HEAD}目录\n\n夜里的渡口 …… 沈一帆 3\n\n夜里的渡口\n\n沈一帆\n{body}\n")
    return tuple(made.issue.articles[0].blocks)


@pytest.mark.parametrize(
    "heads",
    [
        ("第一个早晨", "第二个早晨", "第三个早晨"),
        ("第一封信", "第二封信", "第三封信"),
        ("第1步：选木料", "第2步：开榫", "第3步：上油"),
        ("第一本账：算清年龄账，解决“接不上”的问题", "第二本账：算清本领账", "第三本账：算清工钱"),
        ("第一把钥匙", "第二把钥匙", "第三把钥匙"),
    ],
)
def test_headings_that_count_the_same_things(heads: tuple[str, ...]) -> None:
    short = "下雨。" + ONE
    blocks = _one(f"{TWO}\n{heads[0]}\n{ONE}\n{heads[1]}\n{THREE}\n{heads[2]}\n{short}\n{FOUR}")
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == list(heads)


def test_one_that_counts_alone_is_told_by_its_words() -> None:
    blocks = _one(f"{ONE}\n{TWO}，\n第一个早晨\n是从烧水开始的，{THREE}")
    assert not [block for block in blocks if isinstance(block, Heading)]


def test_works_with_what_a_critic_says_are_headings_and_no_captions() -> None:
    blocks = _one(
        f"{ONE}\n《晒秋》（江口·蒋小满摄）\n《晒秋》 f/16，1/60秒\n点评：{TWO}\n《祖孙》（澄州·余石摄）\n点评：{THREE}\n"
        f"《站台》（北关·佚名）\n点评：{FOUR}"
    )
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == [
        "《晒秋》（江口·蒋小满摄）",
        "《祖孙》（澄州·余石摄）",
        "《站台》（北关·佚名）",
    ]


def test_figures_beside_their_heads_are_a_table_of_two_rows() -> None:
    blocks = _one(f"{ONE}\n水温与时间对照表\n水温(℃) 15 18 20 24\n时间(秒) 190 140 120 85\n{TWO}")
    [table] = [block for block in blocks if isinstance(block, Table)]
    assert [len(row) for row in table.rows] == [5, 5]
    assert table.caption is not None
    assert not [block for block in blocks if isinstance(block, Heading)]


def test_a_sentence_said_again_between_whole_paragraphs_without_blank_lines() -> None:
    said = "我才明白前几天缺的是什么：缺的是声音。"
    longer = f"木桶碰到井沿，咚的一声。{said[:-1]}，要让看的人听见那一声，就得等水静下来。"
    blocks = _one("\n".join((ONE, TWO, said, THREE, FOUR, longer, ONE[:20] + "又过了一年。", TWO)))
    assert said not in [block.text.value for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "name",
    [
        "“澜江杯”摄影比赛征稿启事",
        "《河声》征订启事",
        "《河声》1997年征订启事",
        "1997年“新芽杯”征文启事",
        "第三届“桥”摄影比赛启事",
    ],
)
def test_what_the_house_asks_for_is_a_piece_of_its_own(name: str) -> None:
    made = restored(
        f"{HEAD}目录\n\n夜里的渡口 …… 沈一帆 3\n\n夜里的渡口\n\n沈一帆\n{ONE}\n{TWO}\n{name}\n{THREE}\n1.{FOUR}\n"
    )
    assert ["".join(line.value for line in one.title) for one in made.issue.articles] == [
        "夜里的渡口",
        name,
    ]


def test_topics_of_one_character_are_headings() -> None:
    blocks = _one(
        f"{ONE}\n\n喂\n\n老面要喂，{TWO}\n\n## 蒸\n\n蒸馒头要提前一晚和面。{THREE}\n\n## 分\n\n面养大了要分。{FOUR}"
    )
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == [
        "喂",
        "蒸",
        "分",
    ]


def test_capitals_that_stand_alone_are_no_headings() -> None:
    blocks = _one(f"那\n年冬天水很浅。{ONE}\n{TWO}\n老\n魏把船停在滩上，{THREE}\n{FOUR}")
    assert not [block for block in blocks if isinstance(block, Heading)]


def test_dishes_stand_below_the_weeks_in_which_they_are_cooked() -> None:
    blocks = _one(
        f"{ONE}\n\n## 第一周：当水果\n\n{TWO}\n\n## 葱油嫩蚕豆\n\n原料：蚕豆400克，小葱5根，盐3克。\n\n{THREE}\n\n"
        f"## 第二周：当菜\n\n{FOUR}\n\n## 第三周：当饭\n\n{TWO}\n\n**蚕豆饭**\n\n原料：大米300克，蚕豆250克。\n\n{THREE}"
    )
    assert [(block.level, block.text.value) for block in blocks if isinstance(block, Heading)] == [
        (1, "第一周：当水果"),
        (2, "葱油嫩蚕豆"),
        (1, "第二周：当菜"),
        (1, "第三周：当饭"),
        (2, "蚕豆饭"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "早渡　f8　1/60秒　乐凯100",
        "光圈：f/8 快门：1/60s 感光度：ISO 200",
        "晚渡（国画）　何若溪",
        "《晚渡》　何若溪摄",
        "《晚渡》　何 溪 作",
    ],
)
def test_whose_picture_it_is_and_of_what_kind_tells_its_caption(text: str) -> None:
    assert is_unnumbered_caption(text)


@pytest.mark.parametrize("heads", [("A面", "B面"), ("甲本", "乙本"), ("A组：木船", "B组：铁船")])
def test_headings_that_count_by_letters(heads: tuple[str, str]) -> None:
    blocks = _one(f"{ONE}\n{heads[0]}\n{TWO}\n{heads[1]}\n{THREE}\n{FOUR}")
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == list(heads)


def test_who_goes_to_court_is_no_verse() -> None:
    parties = (
        "原告褚某，男，四十六岁，柳林镇村民。",
        "被告尹某，男，五十二岁，原告的邻居。",
        "被告卢某，男，三十九岁，建筑工匠。",
    )
    blocks = _one("\n".join((ONE, *parties, TWO)))
    texts = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert texts == [ONE, *parties, TWO]


def test_the_house_below_a_title_of_nearly_a_line_is_no_part_of_it() -> None:
    prose = "　　三脚架是最容易买错的一件器材。本\n刊测试组上月在市场上购得四款售价三百\n元以下的产品，分别用同一台相机做了试\n验，方法是在夜里拍二十米外的灯，每款\n拍十张。\n"
    made = restored(
        f"{HEAD}目录\n\n器材\n三百元以下三脚架四款试用　本刊测试组 7\n\n　　　　三百元以下三脚架四款试用\n　　　　本刊测试组\n{prose}{prose}{prose}"
    )
    [article] = made.issue.articles
    assert [line.value for line in article.title] == ["三百元以下三脚架四款试用"]
    assert [one.name for line in article.bylines for one in line.authors] == ["本刊测试组"]


def test_what_opens_a_recipe_is_no_heading() -> None:
    blocks = _one(
        f"{ONE}\n\n凉拌莴笋丝\n\n原料：莴笋1根，蒜2瓣，白醋8毫升，香\n\n{TWO}\n\n油5毫升，盐3克。\n\n{THREE}"
    )
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == ["凉拌莴笋丝"]
