"""What a museum's bimonthly sets: books and their prices, round tables, cards of objects."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph, Role, Table
from tests.support.restored import restored

LEAD = (
    "盐仓在河湾的北岸，三层，没有窗，墙厚得可以在里面开一道门，门里再放一张床，看仓的人就睡在墙里。"
)
NEXT = (
    "盐运走以后，仓里住过学校、粮站和一个剧团。剧团走的时候忘了一只鼓，鼓面上到现在还凝着一层盐霜。"
)
LAST = "钟是谁吊上去的，没有人说得清。修桥的账本里有一笔三百文，写着“悬物一件”，后面没有写是什么。"
MORE = "馆里给每一道沟编了号，编到第六号的时候，发现绳子磨的方向反了，那一道是从外面往里拉的，至今没有人知道拉的是什么。"
OTHER = "东门的桥有七个孔，第四个孔里吊着一口钟，河水涨到钟的下沿它就自己响，响一声，两岸的人便开始搬东西。"
CUT = "老馆长带我们看二楼的梁，梁上有六道深浅不一的沟，他说那是盐绳磨出来的，一道沟要磨四十年，六道"
REST = "沟就是二百四十年，比县志上写的年份还要早。"


def issue(*lines: str) -> Issue:
    return restored("\n\n".join(lines)).issue


def article(*lines: str) -> list[Paragraph | Heading | Box | Table]:
    """The blocks of an article with these lines, in an issue of two."""
    listed = ("盐 仓", "2024年第3期", "目录", "北岸的盐仓 柴望 4", "桥洞里的钟 窑生 8")
    body = ("北岸的盐仓", "柴 望", LEAD, *lines, "桥洞里的钟", "窑 生", OTHER, LAST)
    one = issue(*listed, *body).articles[0]
    blocks = (*one.front, *one.blocks, *one.back)
    return [b for b in blocks if isinstance(b, (Paragraph, Heading, Box, Table))]


def texts(blocks: list[Paragraph | Heading | Box | Table], role: Role = Role.BODY) -> list[str]:
    return [b.text.value for b in blocks if isinstance(b, Paragraph) and b.role is role]


def test_two_halves_of_a_row_have_the_cells_of_the_first() -> None:
    rows = "| 仓 | 墙厚 | 存盐 |\n|---|---|---|\n| 北仓 | 1.4 |\n320 |\n| 南仓 | 0.9 | 110 |"
    (table,) = (b for b in article(rows, NEXT) if isinstance(b, Table))
    cells = [[cell.text.value for cell in row] for row in table.rows]
    assert cells == [["仓", "墙厚", "存盐"], ["北仓", "1.4", "320"], ["南仓", "0.9", "110"]]


@pytest.mark.parametrize("folio", ["· b ·", "·l6·", "— S —"])
def test_a_number_between_two_marks_is_a_folio_whatever_it_was_read_for(folio: str) -> None:
    assert texts(article(CUT, folio, REST)) == [LEAD, CUT + REST]


def test_a_misread_number_beside_a_running_head_is_a_folio() -> None:
    made = article(CUT, "盐仓 2024.03", "l8", REST, NEXT, MORE)
    assert texts(made) == [LEAD, CUT + REST, NEXT, MORE]


@pytest.mark.parametrize(
    "book",
    [
        "《盐霜》，柴望著，河湾书局2023年3月版，48.00元",
        "《盐绳与木梁》,何若溪主编,北岸大学出版社2022年12月第2版,定价:76元",
    ],
)
def test_the_book_under_the_title_of_its_review_is_no_sentence(book: str) -> None:
    made = article(book, NEXT)
    (said,) = texts(made, Role.CREDIT)
    assert said == book.replace(",", "，").replace(":", "：")
    assert texts(made) == [LEAD, NEXT]


def test_a_heading_below_those_who_take_part_is_no_box() -> None:
    roll = "与会者：柴望（本刊副主编）、何若溪（盐仓馆馆长）、梁石（河湾学院副教授）"
    talk = (
        "柴望：先请主人说，一座空仓怎么修？",
        "何若溪：我们先不修，先住进去，住了一个冬天才知道风从哪里来。",
        "梁石：我插一句，风的路就是盐的路，堵上它，墙就要烂。",
    )
    made = article(roll, "没有“镇仓”的盐仓", *talk)
    assert [b.text.value for b in made if isinstance(b, Heading)] == ["没有“镇仓”的盐仓"]
    assert not [b for b in made if isinstance(b, Box)]


def test_whence_an_object_is_stands_among_the_facts_about_it() -> None:
    facts = ["年代：清", "尺寸：长31厘米，宽17厘米", "来源：1973年北岸出土", "藏品号：木0417"]
    made = article(CUT, "河湾盐仓的六升木斗", *facts, REST, NEXT, MORE)
    (box,) = (b for b in made if isinstance(b, Box))
    assert box.title is not None
    assert box.title.value == "河湾盐仓的六升木斗"
    assert [b.text.value for b in box.blocks if isinstance(b, Paragraph)] == facts
    assert box.attribution is None
    assert texts(made) == [LEAD, CUT + REST, NEXT, MORE]


@pytest.mark.parametrize(
    ("head", "label", "title"),
    [
        (("离了水，它靠什么不烂",), "", "离了水，它靠什么不烂"),
        (("怎么做到的", "给木头量年纪"), "怎么做到的", "给木头量年纪"),
    ],
)
def test_a_question_within_a_sentence_heads_a_box(
    head: tuple[str, ...], label: str, title: str
) -> None:
    aside = "木头泡在盐水里，虫子不来，菌也不长，只要一直泡着，几百年也不坏，拿出来晾干了才要小心。"
    made = article(CUT, *head, aside, REST, NEXT, MORE)
    (box,) = (b for b in made if isinstance(b, Box))
    assert box.title is not None
    assert (box.label, box.title.value) == (label, title)
    assert texts(made) == [LEAD, CUT + REST, NEXT, MORE]


def test_a_card_about_one_who_is_named_is_a_box_under_his_name() -> None:
    named = "修梁的是尹见山，他先看三天，不动手，" + CUT
    card = "1958年生，木匠之后，先后在北岸船厂和县文物站修船修屋，如今是盐仓的客座匠人。"
    made = article(named, f"尹见山 {card}", REST, NEXT, MORE)
    (box,) = (b for b in made if isinstance(b, Box))
    assert box.title is not None
    assert (box.label, box.title.value) == ("", "尹见山")
    assert [b.text.value for b in box.blocks if isinstance(b, Paragraph)] == [card]
    assert texts(made) == [LEAD, named + REST, NEXT, MORE]


@pytest.mark.parametrize(
    "caption",
    [
        "上：盐绳是从旧船上拆下来的。下：第六道沟的拓片。",
        "尹见山在二楼的梁下量沟，手里的尺是木头的。（受访者供图",
    ],
)
def test_a_caption_of_two_pictures_or_with_half_a_bracket_is_one(caption: str) -> None:
    made = article(CUT, caption, REST, NEXT, MORE)
    assert texts(made) == [LEAD, CUT + REST, NEXT, MORE]


def test_what_stands_before_a_colon_in_the_contents_is_a_line_of_the_title() -> None:
    found = issue(
        *("盐 仓", "2024年第3期", "目录", "盐霜的代价：三座盐仓的五年 柴望 4", "桥洞里的钟 窑生 8"),
        *("盐霜的代价", "三座盐仓的五年", "柴 望", LEAD, NEXT, "桥洞里的钟", "窑 生", OTHER, LAST),
    )
    one = found.articles[0]
    assert [line.value for line in one.title] == ["盐霜的代价", "三座盐仓的五年"]
    assert one.kicker is None


def test_a_column_named_as_its_section_has_who_keeps_it() -> None:
    found = issue(
        *("盐 仓", "2024年第3期", "目录", "专题", "4 北岸的盐仓 柴望", "口述"),
        *("6 桥洞里的钟 次仁达瓦 口述", "有问有答", "8 有问有答 蒲公英先生"),
        *("北岸的盐仓", "柴 望", LEAD, NEXT, "桥洞里的钟", "口述／次仁达瓦", OTHER, LAST),
        *("有问有答", "主持／蒲公英先生", "问：盐会坏吗？", "答：不会，可是装盐的木桶会坏。"),
    )
    listed = [
        ("".join(entry.title), entry.authors, entry.page)
        for section in found.contents.sections
        for entry in section.entries
    ]
    assert listed == [
        ("北岸的盐仓", ("柴望",), "4"),
        ("桥洞里的钟", ("次仁达瓦",), "6"),
        ("有问有答", ("蒲公英先生",), "8"),
    ]
    assert [one.first_page for one in found.articles] == ["4", "6", "8"]


def test_english_and_places_of_work_may_close_an_article() -> None:
    where = "（1. 北岸盐仓博物馆；2. 河湾学院历史系）"
    abroad = ("The Price of Salt Frost: Five Years in Three Houses", "Chai Wang")
    made = article(NEXT, MORE, where, *abroad)
    assert texts(made) == [LEAD, NEXT, MORE]
    assert texts(made, Role.PARALLEL_TITLE) == list(abroad)
    assert len(texts(made, Role.BIOGRAPHY)) == 1


def test_a_note_at_the_foot_parts_a_box_from_the_rest_of_the_sentence() -> None:
    points = ("原文：“斗，木质，口径三十一厘米。”", "改写：“一斗盐，换过一头牛。”")
    said = "读完的人由百分之九升到百分之七十一。"
    note = "① 本文所说的斗，以北岸旧制为准。"
    begun = CUT.removesuffix("六道") + "村里人①听完都不作声，"
    rest = "没有人去数沟，也没有人去数年份。"
    made = article(begun, "三块牌子的改写", *points, said, note, rest, NEXT, MORE)
    (box,) = (b for b in made if isinstance(b, Box))
    assert [b.text.value for b in box.blocks if isinstance(b, Paragraph)] == [*points, said]
    assert texts(made)[1] == begun + rest
