"""What nurses' monthlies and monthlies of trades print about an article and within it."""

from __future__ import annotations

import itertools

import pytest

from converter.model import Box, Figure, Heading, Issue, Paragraph, Role, Verse
from converter.parse.boxes import BoxStart, decided_start
from converter.parse.byline import read_byline
from converter.parse.geometry.words import odds_of_opening
from converter.parse.grams import Trigrams
from converter.parse.heal import decide
from converter.parse.items import item_form
from converter.parse.rolls import is_roll
from converter.parse.seam import goes_on
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import restored

WARD = "病房的窗朝着东，天一亮太阳先照到三床，三床的老人便把帘子拉开一条缝，数对面屋顶上的鸽子。"
BELL = "夜里铃响了四回，三回是六床要水，一回是没有人按的，护士还是走过去看了一眼，把被角掖好。"
LAMP = "值班室的灯从来不关，新来的人以为是忘了，老护士说，那是给走廊尽头的人看的，知道这里有人。"


def issue(*lines: str) -> Issue:
    return restored("\n\n".join(lines)).issue


def one(*lines: str, title: str = "朝东的窗", author: str = "柴望") -> Issue:
    """An article with its contents, and one more below it."""
    listed = ("# 目录", f"{title} …… {author} (4)", "另一间屋 …… 窑生 (8)")
    return issue(*listed, f"# {title}", *lines, "# 另一间屋", "窑生", LAMP, BELL)


def headings(found: Issue) -> list[str]:
    return [b.text.value for b in found.articles[0].blocks if isinstance(b, Heading)]


def boxes(found: Issue) -> list[tuple[str, list[str]]]:
    return [
        (box.label, [block.text.value for block in box.blocks if isinstance(block, Paragraph)])
        for box in found.articles[0].blocks
        if isinstance(box, Box)
    ]


def texts(found: Issue) -> list[str]:
    return [b.text.value for b in found.articles[0].blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    "line",
    [
        "柴望^{1}　方以恒^{1}　卜小舟^{2}",
        "柴望$^{1}$，方以恒$^{1,2}$，卜小舟$^{2*}$",
        "柴望<sup>1</sup> 方以恒<sup>1</sup> 卜小舟<sup>2</sup>",
        "柴望^1^　方以恒^1^　卜小舟^2^",
        "柴望^1　方以恒^1*　卜小舟^2",
    ],
)
def test_raised_marks_behind_names_are_those_of_places(line: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert [author.name for author in found.authors] == ["柴望", "方以恒", "卜小舟"]


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("文/柴望（榆川大学渡口研究中心）", "柴望", "榆川大学渡口研究中心"),
        ("解答/方以恒（榆川第二医院 主管护师）", "方以恒", "榆川第二医院 主管护师"),
        ("文／落雁（榆川镇卫生院）", "落雁", "榆川镇卫生院"),
    ],
)
def test_where_somebody_works_stands_in_brackets_behind_the_name(
    line: str, name: str, office: str
) -> None:
    found = read_byline(line)
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [(name, office)]


def test_who_recommends_books_is_an_author_and_the_house_is_none() -> None:
    found = read_byline("荐书人/柴望")
    assert found is not None
    assert [author.name for author in found.authors] == ["柴望"]
    house = read_byline("荐书人/本刊编辑部")
    assert house is not None
    assert house.authors == ()


def test_a_comment_in_the_form_of_the_other_parts_is_a_part() -> None:
    parts = ("**【病例介绍】**", WARD, "**【经过】**", BELL, "**【改进】**", LAMP)
    said = "卜小舟（榆川护理中心主任护师）：这个病例的可贵，在于有人听懂了没有说出口的那半句话。"
    found = one("柴望", *parts, "**【专家点评】**", said)
    assert headings(found) == ["【病例介绍】", "【经过】", "【改进】", "【专家点评】"]
    assert boxes(found) == []


def test_a_hint_in_that_form_within_a_sentence_is_a_box() -> None:
    cut = WARD.index("一条缝")
    parts = ("**【病例介绍】**", WARD, "**【经过】**", BELL, "**【改进】**")
    found = one(
        "柴望", *parts, WARD[:cut], "**【专家点评】**", "帘子留一条缝就够了。", WARD[cut:], LAMP
    )
    assert boxes(found) == [("专家点评", ["帘子留一条缝就够了。"])]
    assert WARD in texts(found)


def test_hours_open_the_items_of_a_box() -> None:
    hours = ["20:10　第一回铃响。", "20:30　送水到六床。", "20:50　巡看一回。", "21:10　写交班本。"]
    cut = BELL.index("一回是没有")
    found = one("柴望", WARD, BELL[:cut], "**时间轴**", *hours, BELL[cut:], LAMP)
    assert [(label, len(items)) for label, items in boxes(found)] == [("时间轴", 4)]
    assert BELL in texts(found)


@pytest.mark.parametrize(
    ("text", "form"), [("8：05　开门。", "date"), ("20:10:33　开门。", ""), ("3:2的比例", "")]
)
def test_an_hour_is_no_ratio_and_no_clock_with_seconds(text: str, form: str) -> None:
    assert item_form(text) == form


def test_a_measure_word_alone_carries_a_number_on() -> None:
    trigrams = Trigrams()
    assert goes_on("绕着水塔走了一", "圈，没有看见人。", trigrams) > 5
    assert goes_on("绕着水塔走了一", "圈椅是祖父留下的，扶手磨得发亮。", trigrams) < 5


@pytest.mark.parametrize(
    "line",
    [
        "主持：柴望（护士长）　参加：方以恒（责任护士）　卜小舟（营养师）",
        "主持人：柴望　记录：方以恒",
    ],
)
def test_who_leads_and_who_takes_part_are_one_roll(line: str) -> None:
    assert is_roll(line)


def test_a_roll_on_one_line_is_no_turn_of_speech() -> None:
    roll = "主持：柴望（护士长）　参加：方以恒（责任护士）　卜小舟（营养师）"
    talk = (
        "柴望：今天看三床，他不肯翻身。",
        "方以恒：他一翻身就抓床栏。",
        "卜小舟：他怕的是没有边。",
        "柴望：那就先给他一个边。",
    )
    [article, _] = one("整理/窑生", roll, *talk, author="窑生").articles
    turns = [b for b in (*article.front, *article.blocks) if isinstance(b, Paragraph)]
    roles = {b.text.value[:2]: b.role for b in turns}
    assert roles["主持"] not in (Role.QUESTION, Role.ANSWER)
    assert roles["方以"] is Role.ANSWER


PAGES = tuple(line for page in (4, 5, 6) for line in (WARD, f"{page}", "床头灯 2021年第3期"))


def test_speech_alone_below_a_blank_line_within_a_page_is_set_apart() -> None:
    asked = "我问她甜的还是咸的，她看了我很久，像在认一个许多年没有见过的人，后来才慢慢地说："
    lines = ("柴望", *PAGES, BELL, asked, "“你……甜的。”", WARD, "7", "床头灯 2021年第3期", LAMP)
    assert asked in texts(one(*lines))
    bare = ("柴望", WARD, BELL, asked, "“你……甜的。”", WARD, LAMP)
    assert asked + "“你……甜的。”" in texts(one(*bare))


def test_two_couplets_between_paragraphs_are_verse() -> None:
    verse = "夜里的灯一盏一盏灭\n天却一下子亮了\n\n桌上有一碗豆浆\n不烫也不凉"
    found = one("柴望", WARD, verse, "上面这四行写在交班本的背面，没有署名，也没有人去问是谁写的。")
    stanzas = [b for b in found.articles[0].blocks if isinstance(b, Verse)]
    assert [len(stanza.lines) for stanza in stanzas] == [2, 2]


def test_a_couplet_and_a_paragraph_are_no_stanzas() -> None:
    found = one("柴望", WARD, "夜里的灯一盏一盏灭\n天却一下子亮了", BELL)
    assert not [b for b in found.articles[0].blocks if isinstance(b, Verse)]


def column(*paragraphs: str, measure: int = 18, indent: int = 2) -> list[str]:
    """Paragraphs in lines of one measure, with their indents."""
    lines: list[str] = []
    for text in paragraphs:
        cuts = [0, *range(measure - indent, len(text), measure), len(text)]
        parts = [text[start:end] for start, end in itertools.pairwise(cuts)]
        lines += ["\u3000\u3000" + parts[0], *parts[1:]]
    return lines


def columns(*lines: str) -> Issue:
    head = ("目录", "朝东的窗 柴望 4", "另一间屋 窑生 8", "", "朝东的窗", "文/柴望")
    rest = ("另一间屋", "文/窑生", *column(LAMP, BELL, LAMP))
    return restored("\n".join((*head, *lines, *rest))).issue


def test_a_caption_wider_than_the_column_that_it_cuts_is_none_of_its_text() -> None:
    page = column(BELL, WARD, LAMP, BELL, LAMP, BELL)
    caption = "护士在走廊的尽头等着天亮，手里拿着一本交班本。 供图/榆川医院"
    at = len(column(BELL)) + 2
    found = columns(*page[:at], caption, *page[at:])
    assert WARD in texts(found)
    assert [b.caption.value for b in found.articles[0].blocks if isinstance(b, Figure)] == [caption]


def test_who_drew_a_picture_stands_within_a_sentence_and_is_none_of_it() -> None:
    cut = BELL.index("护士还是")
    found = one("柴望", WARD, BELL[:cut], "插图／卜 舟", BELL[cut:], LAMP)
    assert BELL in texts(found)


def test_a_name_of_a_box_and_its_title_beside_it_are_told_by_the_frame() -> None:
    unit, plain = make_units([Line(1, "名词：浮桥"), Line(2, ""), Line(3, "船家的话")])
    assert decided_start(unit) == BoxStart("名词", "浮桥", own_line=False, titled=True)
    assert decided_start(plain) == BoxStart("船家的话", "", own_line=True)


@pytest.mark.parametrize("name", ["小问号", "何时就医"])
def test_a_question_below_the_name_of_a_box_is_its_title(name: str) -> None:
    asked, told = "壁虎为什么掉不下来？", "壁虎的脚上有许多细毛，贴住墙的时候，每一根都拉住一点点。"
    found = one("柴望", WARD, name, asked, told, BELL, LAMP)
    [box] = [b for b in found.articles[0].blocks if isinstance(b, Box)]
    assert box.title is not None
    assert (box.label, box.title.value) == (name, asked)
    assert headings(found) == []


def test_the_price_of_a_book_is_the_rest_of_its_imprint() -> None:
    book = ("《渡口与人》", "柴有灯 著　榆川出版社2023年11月", "定价：56.00元")
    found = columns(*column(BELL), *book, *column(WARD))
    assert "定价：56.00元" not in headings(found)
    assert any(text.endswith("定价：56.00元") for text in texts(found))


def test_who_signed_a_text_whose_last_line_is_full_is_no_heading() -> None:
    news = "三号渡口昨天加开夜航一班，等船的人站满了石阶，船家说天亮以前不停。"
    lines = [news[start : start + 16] for start in range(0, len(news), 16)]
    full = "渡口的灯换过三回，灯芯一回也没有换过，亮到后半夜才肯熄灭的灯。"[:32]
    told = [full[:16], full[16:31] + "。", "（柴望）"]
    units = make_units([Line(n, text) for n, text in enumerate([*lines, *told] * 4, 1)])
    assert not [unit for unit in units if unit.text == "（柴望）"]


def test_another_thing_opens_a_paragraph() -> None:
    assert odds_of_opening("还有一件事情同慢有关。") < 0
    assert odds_of_opening("还要等一阵，") > 0


def test_a_chapter_that_somebody_has_read_is_within_a_sentence() -> None:
    assert decide("书里没有控诉，也没有励志。读到", "第九章，她学会了听水。").join
    assert not decide("书里没有控诉，也没有励志。读到", "第九章 听水的人").join


def test_a_name_that_boxes_have_and_its_title_behind_a_blank_are_told_by_the_frame() -> None:
    page = column(BELL, WARD, LAMP, BELL, LAMP, BELL)
    at = len(column(BELL)) + 2
    frame = ["", "\u3000\u3000案例 三床的窗", "", *column(LAMP, BELL, measure=15), ""]
    found = columns(*page[:at], *frame, *page[at:])
    [box] = [b for b in found.articles[0].blocks if isinstance(b, Box)]
    assert box.title is not None
    assert (box.label, box.title.value) == ("案例", "三床的窗")
