"""What a trade's monthly has, hard-wrapped: captions and sources among full lines, authors with marks."""

from __future__ import annotations

import pytest

from converter.hanzi import width
from converter.model import Article, Block, Box, Figure, Heading, Issue, Paragraph, Table
from converter.parse.byline import read_byline
from converter.parse.contents.people import author_list
from tests.support.restored import restored

MEASURE = 22
FIRST = "修桥的人都知道，最难的不是把木头换上去，是知道哪一根木头不该换。老桥的每一根木头都认得自己的位置，换错一根，整座桥都要重新商量。"
SECOND = "去年春天我们到上游去看一座老桥，桥上的人说桥会响，白天不响，夜里才响。我们在桥上睡了三夜，第三夜听见了，是桥板底下的楔子松了，风一过就敲。"
THIRD = "楔子重新打紧以后，桥就不响了，可是桥上的人说睡不着。他们听惯了那个声音，听了三十多年，没有了反而要起来看看桥还在不在。"

OTHERS = [
    "石灰要在水里泡足一年才肯听话，急着用的石灰会在墙上起泡，起了泡再补，补过的地方颜色总比旁边的浅一层。",
    "窑主姓谭，雇了六个人，一年只在秋后烧四窑。账本上记着每一窑的柴价和饭食，下大雨的那一窑没有吃上鸡。",
    "账本的最后几页是教徒弟的口诀，字写得很大，大约是怕徒弟看不清，也怕自己老了以后看不清。",
]


def wrap(text: str, *, indent: bool = True) -> list[str]:
    """A paragraph in lines of the measure, the first with an indent; no line begins with a mark."""
    lines, line = [], "\u3000\u3000" if indent else ""
    for char in text:
        if width(line) + width(char) > MEASURE and char not in "，。、；：？！”》）":
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


def issue(body: list[str], under: str = "陆小荷") -> Issue:
    other = [line for text in OTHERS for line in wrap(text)]
    return restored(
        "\n".join(
            [
                "修桥\n2023年第6期\n\n目　次\n老桥 ……… 陆小荷（1）\n石灰 ……… 柴一禾（4）\n",
                *["老桥", under, *body, "· 1 ·", "", "石灰", "柴一禾", *other, "· 4 ·"],
            ]
        )
    ).issue


def texts(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


def only(article: Article, kind: type[Block]) -> list[Block]:
    return [block for block in article.blocks if isinstance(block, kind)]


@pytest.mark.parametrize(
    "caption",
    [
        "图1 老桥上的楔子与桥板（摄于2022年5月）",
        "图 2　上游老桥的第三道楔子（陆小荷 摄）",
        "骆师傅（右）在老桥上打第三道楔子。 陆小荷 摄",
        "打紧以后的楔子与桥板下的缝。　本刊记者 陆小荷 摄",
    ],
)
def test_a_caption_at_the_head_of_a_page_ends_with_who_took_it(caption: str) -> None:
    broken = wrap(SECOND)
    body = [*wrap(FIRST), *broken[:2], "· 2 ·", "", caption, *broken[2:], *wrap(THIRD)]
    article = issue(body).articles[0]
    assert texts(article) == [FIRST, SECOND, THIRD]
    (figure,) = only(article, Figure)
    assert isinstance(figure, Figure)
    assert figure.caption is not None
    assert figure.caption.value.startswith(caption[:1])


@pytest.mark.parametrize(
    "source",
    [
        "——据河湾市桥梁修缮设计所《老桥诊断手册》整理",
        "——摘自河湾市桥梁修缮设计所《老桥诊断手册》",
        "——综合河湾市桥梁修缮设计所《老桥手册》改写",
    ],
)
def test_the_source_of_a_box_is_a_line_of_its_own_though_it_is_full(source: str) -> None:
    broken = wrap(SECOND)
    note = "楔子以杂木为好，松木太软，打三次就要换，换下来的可以烧火。"
    body = [*wrap(FIRST), *broken[:2], "链接", *wrap(note), source, *broken[2:], *wrap(THIRD)]
    article = issue(body).articles[0]
    assert texts(article) == [FIRST, SECOND, THIRD]
    (box,) = only(article, Box)
    assert isinstance(box, Box)
    assert box.attribution is not None
    assert box.attribution.text.value == source.removeprefix("——")


def test_a_dash_that_carries_a_sentence_on_is_no_source() -> None:
    said = "桥上的人说，老桥有三样东西不能动——据老人们整理的口诀，头一样是楔子，第二样是桥板，第三样是桥头那棵树的根。"
    article = issue([*wrap(FIRST), *wrap(said), *wrap(THIRD)]).articles[0]
    assert texts(article) == [FIRST, said, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "言伯舟¹ 柯青禾¹ 闵一川²",
        "言伯舟1，柯青禾1，闵一川2",
        "言伯舟1,2、柯青禾1、闵一川2",
        "言伯舟①　柯青禾①　闵一川②",
        "言伯舟*　柯青禾¹　闵 一 川²",
        "言伯舟¹柯青禾¹闵　一　川²",
    ],
)
def test_each_author_has_a_mark_whatever_the_surname(line: str) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [author.name for author in reading.authors] == ["言伯舟", "柯青禾", "闵一川"]
    assert reading.certainty >= 0.9


@pytest.mark.parametrize(
    "line", ["图1 图2", "小学1，中学2", "面积2²公里", "言伯舟1", "数量1、价格2"]
)
def test_words_with_figures_are_no_authors(line: str) -> None:
    reading = read_byline(line)
    assert reading is None or not reading.authors


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("言伯舟　柯青禾　闵一川", ("言伯舟", "柯青禾", "闵一川")),
        ("柯青禾 言伯舟 闵一川", ("柯青禾", "言伯舟", "闵一川")),
        ("本刊编辑 柯青禾 闵一川", ("柯青禾", "闵一川")),
        ("摄影家 柯青禾 闵一川", ("柯青禾", "闵一川")),
        ("通讯员 柯青禾", ("柯青禾",)),
    ],
)
def test_an_author_of_several_in_the_contents(listed: str, names: tuple[str, ...]) -> None:
    assert author_list(listed) == names


def test_where_the_authors_work_in_two_lines_of_smaller_type() -> None:
    works = "（1. 河湾理工大学 土木工程学院，河湾 199012；2. 上游县文物保护\n中心，上游 199088）"
    found = issue(
        [works, *[line for text in (FIRST, SECOND, THIRD) for line in wrap(text)]],
        "陆小荷¹ 柯青禾²",
    ).articles[0]
    assert texts(found) == [FIRST, SECOND, THIRD]
    assert [author.name for byline in found.bylines for author in byline.authors] == [
        "陆小荷",
        "柯青禾",
    ]


def test_the_imprint_of_a_book_under_its_review_is_no_place_of_work() -> None:
    book = "（《老桥修缮记》，闵一川著，河湾古籍出版社2020年9月版，定价58.00元）"
    body = [*wrap(book, indent=False), *[line for t in (FIRST, SECOND, THIRD) for line in wrap(t)]]
    assert texts(issue(body).articles[0]) == [book, FIRST, SECOND, THIRD]
    reading = read_byline("（《老桥》编辑部）")
    assert reading is not None


ROWS = ["项目  数量  费用/万元  占比/%", "换桥板  32块  5.4  46.6", "打楔子  418个  3.2  27.6"]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("合计    11.6  100.0", ["合计", "", "11.6", "100.0"]),
        ("合 计  11.6  100.0", ["合计", "", "11.6", "100.0"]),
        ("总计      100.0", ["总计", "", "", "100.0"]),
        ("小计\u3000\u3000\u3000\u300011.6  100.0", ["小计", "", "11.6", "100.0"]),
        ("刷桐油  12    4.3", ["刷桐油", "12", "", "4.3"]),
    ],
)
def test_a_row_of_figures_may_have_empty_cells(row: str, cells: list[str]) -> None:
    body = [*wrap(FIRST), "表1 修桥的费用", *ROWS, row, *wrap(SECOND), *wrap(THIRD)]
    article = issue(body).articles[0]
    (table,) = only(article, Table)
    assert isinstance(table, Table)
    assert [cell.text.value for cell in table.rows[-1]] == cells
    assert len(table.rows) == 4
    assert texts(article) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("row", ["合计数以万元计", "图  表", "打完楔子  就可以走人了"])
def test_words_below_a_table_are_no_row_of_it(row: str) -> None:
    body = [*wrap(FIRST), "表1 修桥的费用", *ROWS, row, *wrap(SECOND), *wrap(THIRD)]
    (table,) = only(issue(body).articles[0], Table)
    assert isinstance(table, Table)
    assert len(table.rows) == 3


def narrow(text: str, measure: int = MEASURE - 2) -> list[str]:
    lines = [f"\u3000\u3000{text[: measure - 2]}"]
    rest = text[measure - 2 :]
    while rest:
        cut = measure - (len(rest) > measure and rest[measure] in "，。、；：？！”")
        lines.append(rest[:cut])
        rest = rest[cut:]
    return lines


FRAMED = [
    "换料要趁秋后，秋后的木头水分少，开春再装，夏天就不会胀出来顶着旁边的板子，顶久了连桥栏也要歪。",
    "楔子不要用铁，铁会生锈，锈水流下来把下面的木头也染黑了，老木匠一眼就看得见，看见了是要扣工钱的。",
]


def paragraph_of(lines: int) -> tuple[str, list[str]]:
    """A paragraph whose line of that number is full and ends a sentence."""
    text = "桥头的老树有三个人抱不过来，树根从石缝里钻过去，"[: MEASURE - 2]
    text += ("树下常年坐着人，有的等船，有的等人，有的什么也不等。" * 2)[: MEASURE - 1] + "。"
    return text, [f"\u3000\u3000{text[: MEASURE - 2]}", text[MEASURE - 2 :]][:lines]


def test_a_frame_that_a_paragraph_goes_on_around_is_a_box_under_any_name() -> None:
    text, above = paragraph_of(2)
    rest = "到了傍晚就都散了，只剩下树和桥，一个不会走路，一个走不动路。"
    framed = [line for one in FRAMED for line in narrow(one)]
    below = wrap(rest, indent=False)
    article = issue(
        [*wrap(FIRST), *above, "两种不该用的修法", *framed, *below, *wrap(THIRD)]
    ).articles[0]
    (box,) = only(article, Box)
    assert isinstance(box, Box)
    assert box.title is not None
    assert box.title.value == "两种不该用的修法"
    assert [b.text.value for b in box.blocks if isinstance(b, Paragraph)] == FRAMED
    assert texts(article) == [FIRST, text + rest, THIRD]


def test_full_lines_under_a_name_are_a_part_of_the_text() -> None:
    _, above = paragraph_of(2)
    full = [line for one in FRAMED for line in wrap(one)]
    body = [*wrap(FIRST), *above, "两种不该用的修法", *full, *wrap(SECOND), *wrap(THIRD)]
    article = issue(body).articles[0]
    assert not only(article, Box)
    heads = [b.text.value for b in article.blocks if isinstance(b, Heading)]
    assert heads == ["两种不该用的修法"]


def test_a_note_at_the_foot_of_a_page_that_the_article_before_has_called() -> None:
    called = FIRST[:-1] + "①。"
    broken = wrap(OTHERS[0])
    note = ["① 老桥的修法，参见本刊2022年第4期《桥上的", "楔子》一文。"]
    found = restored(
        "\n".join(
            [
                "修桥\n2023年第6期\n\n目　次\n老桥 ……… 陆小荷（1）\n石灰 ……… 柴一禾（1）\n",
                *["老桥", "陆小荷", *wrap(SECOND), *wrap(called), "石灰", "柴一禾", *broken[:2]],
                *[*note, "· 1 ·", "", *broken[2:], *wrap(OTHERS[1]), *wrap(THIRD), "· 2 ·"],
            ]
        )
    ).issue
    first, second = found.articles
    assert [made.text.value for made in first.notes] == [
        "老桥的修法，参见本刊2022年第4期《桥上的楔子》一文。"
    ]
    assert not second.notes
    assert texts(first) == [SECOND, called]
    assert texts(second) == [OTHERS[0], OTHERS[1], THIRD]


def test_the_items_of_a_list_stay_in_their_article() -> None:
    called = FIRST[:-1] + "①。"
    items = ["①先看水位，水位不到三尺不开工。", "②再看楔子，松了三个以上就要全换。"]
    found = restored(
        "\n".join(
            [
                "修桥\n2023年第6期\n\n目　次\n老桥 ……… 陆小荷（1）\n石灰 ……… 柴一禾（1）\n",
                *["老桥", "陆小荷", *wrap(SECOND), *wrap(called), "石灰", "柴一禾"],
                *[*wrap(OTHERS[0]), *(line for item in items for line in wrap(item))],
                *[*wrap(OTHERS[1]), "· 1 ·", "", *wrap(THIRD), "· 2 ·"],
            ]
        )
    ).issue
    assert not found.articles[0].notes
    assert texts(found.articles[1]) == [OTHERS[0], *items, OTHERS[1], THIRD]


def test_the_rest_of_a_remark_is_no_heading() -> None:
    said = "老桥上拆下来的木料须注明出自哪一孔哪一板，注明不清的不得再用，须由木匠验看。"
    first = f"{said}（本"
    lines = [f"\u3000\u3000{first[: MEASURE - 2]}", first[MEASURE - 2 :]]
    assert MEASURE - 2 <= width(lines[1]) <= MEASURE + 1
    body = [*wrap(FIRST), *lines, "刊讯）", "石料市集在河湾开市", *wrap(SECOND), *wrap(THIRD)]
    article = issue(body).articles[0]
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == [
        "石料市集在河湾开市"
    ]
    assert texts(article) == [FIRST, first + "刊讯）", SECOND, THIRD]


def test_names_on_the_line_below_a_label_of_the_masthead_are_its_values() -> None:
    found = restored(
        "修缮\n2023年第6期\n\n主管单位：岱川省文物局\n主办单位：岱川省修缮协会\n编辑委员会主任：戚墨耕\n"
        "委员（以姓氏笔画为序）：\n申屠木　伍令仪　言伯舟　闵一川\n主编：戚墨耕\n定价：8.00元\n\n"
        "目录\n\n瓦是会喘气的 言伯舟 2\n\n瓦是会喘气的\n\n言伯舟\n\n瓦刀的刃口是钝的，砍瓦用刃，敲瓦用背。\n"
    ).issue
    listed = {entry.label: entry.values for entry in found.masthead.entries}
    assert listed["委员（以姓氏笔画为序）"] == ("申屠木", "伍令仪", "言伯舟", "闵一川")
    assert listed["主编"] == ("戚墨耕",)
