"""What journals set around an article: labels and notes at page feet, tables, captions, English."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Heading, Paragraph, Role, Table
from converter.segment.journals import page_of_head
from converter.segment.units import glue
from tests.support.restored import restored

HEAD = (
    "河湾学报\n2024年第3期（总第81期）\n主办：河湾学院\n主编：沈一帆\n\n目次\n·水利·\n渡口水位的记录 ……………… 裴若拙，何静（4）\n"
    "·农学·\n滩地种豆 ……………… 薛半山（8）\n\n"
)
FULL = "渡口的水位从石阶上读起一共三十一级最下面的两级常年浸在水里只有大旱的年"
REST = "份才露出来，船工便坐在那里补网。"
LATER = "船工的名字写在封皮上有的只写了一个姓后面画着一条船有的连姓也没有写"
PLAIN = f"　　{FULL[2:]}\n{FULL}\n{REST}\n"
OTHER = "·农学·\n滩地种豆\n薛半山\n" + PLAIN * 3


def article(body: str, at: int = 0, signed: str = "裴若拙，何　静") -> Article:
    """The article whose lines these are, on pages with a running head and a folio."""
    text = (
        f"{HEAD}·水利·\n渡口水位的记录\n{signed}\n{PLAIN}{body}{PLAIN * 2}· 7 ·\n\n{OTHER}· 8 ·\n"
    )
    return restored(text).issue.articles[at]


def texts(made: Article) -> list[tuple[Role, str]]:
    """The paragraphs with their roles."""
    blocks = (*made.front, *made.blocks, *made.back)
    return [(b.role, b.text.value) for b in blocks if isinstance(b, Paragraph)]


def turned(foot: str, below: str = REST) -> str:
    """A paragraph that a page cuts, with lines at the foot of the page."""
    return f"　　{FULL[2:]}\n{foot}· 4 ·\n\n河湾学报 2024年第3期\n{FULL}\n{below}\n"


@pytest.mark.parametrize(
    ("foot", "role"),
    [
        ("［收稿日期］2024-01-17\n", Role.CREDIT),
        ("收稿日期：2024-01-17；修回日期：2024-02-28\n", Role.CREDIT),
        ("﹝基金项目﹞河湾省社会科学规划项目（HW21-07）\n", Role.FUNDING),
        ("本文系河湾省社会科学基金一般项目“渡口水位研究”（HW21）的阶段性成果。\n", Role.FUNDING),
        ("［作者簡介］裴若拙（1982—），男，河灣學院副教授。\n", Role.BIOGRAPHY),
        ("通信作者：何静（1969—），女，教授。E-mail：hejing@hewan.example.edu\n", Role.BIOGRAPHY),
        (
            "［作者简介］裴若拙（1982—），男，河湾学院副教授，主要从事水位与航运研究，\n何静（1990—），女，河湾县中心小学教师。\n",
            Role.BIOGRAPHY,
        ),
    ],
)
def test_labels_at_the_foot_of_a_page_cut_a_sentence(foot: str, role: Role) -> None:
    found = texts(article(turned(foot)))
    assert [
        one
        for one, text in found
        if text[:1] in "［﹝〔" or any(word in text for word in ("：20", "E-mail", "本文系"))
    ] == [role]
    assert any(text.startswith(FULL[2:] + FULL) for _, text in found)


def test_a_star_beside_a_name_calls_for_a_note_at_the_foot_of_the_page() -> None:
    note = "*河湾学院水利系副教授。本文系河湾省项目“水位记录”（HW21）的阶段性成果。\n"
    found = texts(article(turned(note), signed="裴若拙*，何　静"))
    assert (Role.FUNDING, note.strip()) in found
    assert any(text.startswith(FULL[2:] + FULL) for _, text in found)


def test_the_call_of_a_note_may_open_a_line_and_its_note_the_foot_of_the_page() -> None:
    called = (
        f"　　{FULL[2:-1]}。\n[1]这一句的出处写在页脚，后面的文字照样接着往下写。\n　　{LATER}\n"
    )
    foot = "[1]沈一帆：《河湾水志》，河湾出版社2009年版，第12页。\n· 4 ·\n\n河湾学报 2024年第3期\n"
    made = article(f"{called}{foot}{REST}\n")
    assert [(note.marker, note.text.value[:3]) for note in made.notes] == [("[1]", "沈一帆")]
    assert any("。[1]这一句的出处" in text for _, text in texts(made))
    assert any(text == LATER + REST for _, text in texts(made))


def test_an_abstract_tells_its_parts_and_the_english_head_stands_apart() -> None:
    head = (
        "　　摘　要：【目的】记录渡口水位与船次的关系，说明停渡的水位应当怎样确定。\n"
        "【方法】连续记录三年，每日三次。【结果】水位超过第五级石阶之后船次减半。\n"
        "中图分类号：S277.9　文献标志码：A　文章编号：9931-4479（2024）03-0004-04\n"
        "Water Levels at the Ferry: A Record of Three Years\nPEI Ruozhuo¹, HE Jing.\n(Hewan College, Hewan 000418, China)\n"
        "【Abstract】 Water levels were read three times a day, and the number of boats\nfell by 31%\nin the first year (P<0.05).\n"
        "【Key words】 water level; ferry\n"
    )
    found = texts(article(head))
    assert sum(role is Role.ABSTRACT for role, _ in found) == 2
    assert any("怎样确定。【方法】连续" in text for _, text in found)
    assert [text for role, text in found if role is Role.PARALLEL_TITLE] == [
        "Water Levels at the Ferry: A Record of Three Years",
        "PEI Ruozhuo¹, HE Jing.",
        "(Hewan College, Hewan 000418, China)",
    ]


@pytest.mark.parametrize("english", ["", "Table 1 Water levels and boats\n"])
@pytest.mark.parametrize("note", ["", "注：水位以石阶级数计。\n"])
def test_a_table_cuts_a_paragraph_with_empty_cells_and_a_note(english: str, note: str) -> None:
    rows = "月份 天数 水位/级 船次\n三月 31 12.4±0.2 310\n五月 31 3.1±0.1 95\nt值 6.932 <0.001\n"
    table = f"表1 各月的水位与船次\n{english}{rows}{note}"
    body = f"　　{FULL[2:]}\n· 4 ·\n\n河湾学报 2024年第3期\n{table}{FULL}\n{REST}\n"
    made = article(body)
    (found,) = (block for block in made.blocks if isinstance(block, Table))
    assert [[cell.text.value for cell in row] for row in found.rows][-1] == [
        "t值",
        "",
        "6.932",
        "<0.001",
    ]
    assert found.caption is not None
    assert found.caption.value == f"表1　各月的水位与船次 {english}".strip()
    assert any(text == FULL[2:] + FULL + REST for _, text in texts(made))
    assert ((Role.CREDIT, note.strip()) in texts(made)) is bool(note)


def test_a_figure_has_one_caption_in_two_languages() -> None:
    made = article("图2 渡口的石阶\nFig.2 The steps of the ferry\n图3 水位牌\nFig.1 A board\n")
    captions = [block.caption.value for block in made.blocks if isinstance(block, Figure)]
    assert captions[0] == "图2　渡口的石阶 Fig.2 The steps of the ferry"
    assert captions[1] == "图3　水位牌"


def test_numbers_over_numbers_are_headings_where_the_page_cuts_what_stands_above() -> None:
    foot = "通信作者：何静，E-mail：hejing@hewan.example.edu\n· 4 ·\n\n河湾学报 2024年第3期\n"
    made = article(f"{foot}1 材料与方法\n1.1 渡口概况\n{PLAIN}1.2 读数\n{PLAIN}2 结果\n{PLAIN}")
    found = [(block.level, block.text.value) for block in made.blocks if isinstance(block, Heading)]
    assert found[:3] == [(1, "1 材料与方法"), (2, "1.1 渡口概况"), (2, "1.2 读数")]


def test_the_doi_over_a_title_is_of_the_article_below_it() -> None:
    text = f"{HEAD}·水利·\n渡口水位的记录\n裴若拙，何　静\n{PLAIN * 3}· 7 ·\n\n河湾学报 2024年第3期\nDOI：10.99999/hw.2024.03.008\n{OTHER}· 8 ·\n"
    one, other = restored(text).issue.articles
    assert not any("DOI" in text for _, text in texts(one))
    assert (Role.KEYWORDS, "DOI：10.99999/hw.2024.03.008") in texts(other)


def test_pages_in_brackets_may_stand_right_before_the_titles_of_the_contents() -> None:
    head = HEAD.replace(
        "渡口水位的记录 ……………… 裴若拙，何静（4）", "（4）渡口水位的记录／裴若拙　何静"
    )
    head = head.replace("滩地种豆 ……………… 薛半山（8）", "（8）滩地种豆／薛半山")
    text = f"{head}·水利·\n渡口水位的记录\n裴若拙，何　静\n{PLAIN * 3}· 4 ·\n\n{OTHER}· 8 ·\n"
    entries = [entry for one in restored(text).issue.contents.sections for entry in one.entries]
    assert [(entry.page, entry.title[0]) for entry in entries] == [
        ("4", "渡口水位的记录"),
        ("8", "滩地种豆"),
    ]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("·302· 河湾学报 2024年8月第12卷第8期 Hewan J, August 2024, Vol.12, No.8", 302),
        ("第41卷 第3期 河湾学报 Vol.41 No. 3 · 17 ·", 17),
        ("第41卷 第3期 河湾学报 Vol.41 No. 3", 0),
        ("2024 年第 3 期　　河湾学报　　No. 3, 2024", 0),
    ],
)
def test_a_folio_beside_the_number_of_the_issue(text: str, page: int) -> None:
    assert page_of_head(text) == page


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("the salt fell by 31%", "in the first year", "the salt fell by 31% in the first year"),
        ("in the observation group", "(P<0.05). So", "in the observation group (P<0.05). So"),
        ("含盐量下降31%", "(P<0.05)", "含盐量下降31%(P<0.05)"),
        ("Does the salt fall?", "It does", "Does the salt fall? It does"),
        ("E-mail：lcx@", "hewan.example.edu", "E-mail：lcx@hewan.example.edu"),
    ],
)
def test_a_blank_parts_words_of_english_beside_marks(one: str, other: str, joined: str) -> None:
    assert glue(one, other) == joined


@pytest.mark.parametrize("marks", ["[]", "［］", "〔〕"])
def test_notes_in_brackets_of_three_kinds(marks: str) -> None:
    mark = f"{marks[0]}1{marks[1]}"
    called = f"　　{FULL[2:-1]}。{mark}\n　　{LATER}\n"
    foot = (
        f"{mark}沈一帆：《河湾水志》，河湾出版社2009年版，第12页。\n· 4 ·\n\n河湾学报 2024年第3期\n"
    )
    made = article(f"{called}{foot}{REST}\n")
    assert [(note.marker, note.text.value[:3]) for note in made.notes] == [(mark, "沈一帆")]
    assert any(text == LATER + REST for _, text in texts(made))


def test_an_author_and_a_title_over_the_page_are_no_text() -> None:
    body = f"　　{LATER}\n· 4 ·\n\n裴若拙等　渡口水位的记录\n{REST}\n"
    assert any(text == LATER + REST for _, text in texts(article(body)))
    body = body.replace("裴若拙等", "裴若拙")
    assert any(text == LATER + REST for _, text in texts(article(body)))


def test_the_rows_of_a_table_may_stand_apart_and_a_date_comes_again() -> None:
    rows = ("月份 天数 船次", "三月 31 310", "四月 30 288", "五月 31 95")
    table = "\n\n".join(("表1 各月的船次", *rows))
    paragraph = f"{FULL}{REST}"
    piece = f"{paragraph}\n\n{LATER}{REST}\n\n（收稿日期：2024-01-1{{}}）\n\n"
    text = f"{HEAD}渡口水位的记录\n\n裴若拙，何　静\n\n{paragraph}\n\n{table}\n\n{piece.format(1)}滩地种豆\n\n薛半山\n\n{piece.format(2)}"
    made = restored(text).issue.articles
    (found,) = (block for block in made[0].blocks if isinstance(block, Table))
    assert len(found.rows) == len(rows)
    assert [sum("收稿日期" in text for _, text in texts(one)) for one in made] == [1, 1]


@pytest.mark.parametrize(
    "lines",
    [
        ("1.1　一般资料　选取三年的水位记录", "共三千二百八十五次，每日三次"),
        ("第九章换了写法，通篇是一张水位", "表，几月几日到了第几级石阶"),
    ],
)
def test_a_number_opens_text_that_fills_its_line(lines: tuple[str, str]) -> None:
    column = (
        "渡口的水位从石阶上读起一共三十一\n级最下面的两级常年浸在水里只有大\n旱的年份才露出来。\n"
    )
    text = f"{HEAD}渡口水位的记录\n裴若拙，何　静\n{column * 6}{lines[0]}\n{lines[1]}，\n{column * 6}滩地种豆\n薛半山\n{column * 4}"
    made = restored(text).issue.articles[0]
    assert not any(isinstance(block, Heading) for block in made.blocks)


def test_a_postcode_ends_who_somebody_is_and_an_address_stands_below_a_name() -> None:
    bio = "［作者简介］裴若拙，河湾学院水利系教授，河湾　000418"
    text = f"{HEAD}渡口水位的记录\n\n裴若拙，何　静\n\n（河湾灌区管理处，河湾 000427）\n\n{bio}\n\n{FULL}{REST}\n\n滩地种豆\n\n薛半山\n\n{LATER}{REST}\n"
    made = restored(text).issue.articles[0]
    assert [line.text.value for line in made.bylines][1:] == ["（河湾灌区管理处，河湾 000427）"]
    assert [role for role, _ in texts(made)] == [Role.BIOGRAPHY, Role.BODY]


CITED = [
    "[1]　沈一帆，何静，薛半山，等. 渡口上的一年[J]. 河湾学报，2018，31(4)：",
    "　211-213. DOI:",
    "　10.99999/j.issn.9931-4479.2018.04.011.",
    "[2]　裴若拙. 水位牌的来历[M]. 河湾：河湾出版社，2012：44-61.",
]


def test_cited_works_of_this_very_journal_hang_over_several_lines() -> None:
    text = f"{HEAD}渡口水位的记录\n裴若拙，何　静\n{PLAIN * 3}参考文献\n" + "\n".join(CITED)
    text += f"\n· 4 ·\n\n滩地种豆\n薛半山\n{PLAIN * 3}· 8 ·\n\n河湾学报 2024年第3期\n{PLAIN}"
    made = restored(text).issue.articles[0]
    assert [text for role, text in texts(made) if role is Role.REFERENCE] == [
        "[1]沈一帆，何静，薛半山，等.渡口上的一年[J].河湾学报，2018，31(4)：211-213. DOI:10.99999/j.issn.9931-4479.2018.04.011.",
        "[2]裴若拙.水位牌的来历[M].河湾：河湾出版社，2012：44-61.",
    ]


@pytest.mark.parametrize("page", ["－ {} －", "‐ {} ‐", "― {} ―"])
def test_folios_between_dashes_of_other_kinds(page: str) -> None:
    text = f"{HEAD}渡口水位的记录\n裴若拙，何　静\n{PLAIN}　　{LATER}\n{page.format(4)}\n\n{REST}\n{PLAIN * 2}{page.format(5)}\n\n{OTHER}{page.format(8)}\n"
    issue = restored(text).issue
    assert sum(drop.reason == "page-marker" for drop in issue.drops) == 3
    assert any(text == LATER + REST for _, text in texts(issue.articles[0]))


def test_addresses_without_brackets_stand_below_the_names() -> None:
    places = "1河湾学院水利系，河湾　000418；2河湾县水文站，河湾　000425"
    made = article("", signed=f"裴若拙¹　何　静²\n{places}")
    assert [line.text.value for line in made.bylines] == [
        "裴若拙¹ 何 静²",
        places.replace("\u3000", " "),
    ]


@pytest.mark.parametrize("label", ["收稿曰期：2024-01-17", "基金项日：河湾省水利项目（HW21）"])
def test_misread_labels_are_told_and_stay_as_they_are(label: str) -> None:
    found = texts(article(turned(f"{label}\n作者筒介：裴若拙（1982—），男，教授\n")))
    assert [text for role, text in found if role is not Role.BODY] == [
        label,
        "作者筒介：裴若拙（1982—），男，教授",
    ]


def test_thanks_and_interests_are_headings_behind_the_last_section() -> None:
    behind = "利益冲突\n　　所有作者均声明不存在利益冲突。\n致谢\n　　感谢河湾县水文站提供资料。\n"
    made = article(f"1　记录\n{PLAIN}2　讨论\n{PLAIN}{behind}")
    found = [(block.level, block.text.value) for block in made.blocks if isinstance(block, Heading)]
    assert found == [(1, "1 记录"), (1, "2 讨论"), (1, "利益冲突"), (1, "致谢")]


def test_who_edited_the_text_opens_no_box_over_the_notes_at_its_foot() -> None:
    called = f"{FULL}①\n{LATER}②\n{REST}\n"
    notes = "①《渡口簿》第一册，河湾县档案馆藏，抄本。\n②《渡口簿》第三册，封面有墨印一方。\n"
    made = article(
        f"{called}Key words: ferry; water level; stone steps;\nledgers\n[责任编辑卞青竹]\n{notes}"
    )
    assert not any(isinstance(block, Box) for block in made.blocks)
    assert (Role.CREDIT, "[责任编辑卞青竹]") in texts(made)
