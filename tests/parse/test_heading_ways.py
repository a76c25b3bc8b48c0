"""Headings told by how others of the article stand, whatever their form."""

from __future__ import annotations

import pytest

from converter.hanzi import squeeze
from converter.model import Block, Heading, Paragraph
from converter.parse.series import glued_numbers
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import restored

HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"
PROSE = [
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。从前有人在栏杆上系红布，一年系一条。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。灯油是镇上供的，每个月初一送到码头。",
    "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。水开了，头一班船也就到了。",
    "后来修了桥，过河的人少了，灯却还亮着。镇上的孩子把渡口画在作业本上，老师批了一个优。",
]
OTHER = [f"第{at}块船板是他爷爷锯的，纹路直，没有疤，泡了{at}年水也不烂，摸上去还是当年的样子。" for at in range(2, 18)]  # fmt: skip


def blocks(body: str) -> tuple[Block, ...]:
    """The blocks of the one article with this body."""
    contents = "目录\n\n夜里的渡口 …… 沈一帆 3\n船匠的手 …… 陆遥 5\n\n"
    other = "\n\n".join(OTHER)
    text = f"{HEAD}{contents}夜里的渡口\n\n沈一帆\n\n{body}\n\n船匠的手\n\n陆遥\n\n{other}\n"
    made = restored(text)
    return made.issue.articles[0].blocks


def read(body: str) -> list[str]:
    """The headings of that article; fails if its paragraphs are not whole."""
    found = blocks(body)
    assert [one.text.value for one in found if isinstance(one, Paragraph)] == PROSE
    return [one.text.value for one in found if isinstance(one, Heading)]


def wrapped(text: str, measure: int = 20, indent: int = 2) -> str:
    """A paragraph on printed lines, no mark at the head of any."""
    rows, row = [], "　" * indent
    for char in text:
        if len(row) >= measure and char not in "，。":
            rows.append(row)
            row = ""
        row += char
    return "\n".join([*rows, row])


HEADINGS = ["建强码头，让石阶有“主心骨”", "钱往哪里花，谁来定", "谁来点那盏灯？"]


def test_lines_that_stand_alike_over_paragraphs_are_headings() -> None:
    parts = [f"{head}\n\n{text}" for head, text in zip(HEADINGS, PROSE[1:], strict=True)]
    assert read("\n\n".join([PROSE[0], *parts])) == HEADINGS


def test_a_heading_right_below_one_with_a_number() -> None:
    heads = ["石阶上的红布", "灯油从哪里来", "桥修好以后"]
    body = f"一、从渡口说起\n\n{heads[0]}\n\n{PROSE[0]}\n\n{heads[1]}\n\n{PROSE[1]}\n\n"
    body += f"二、过河的人\n\n{heads[2]}\n\n{PROSE[2]}\n\n{PROSE[3]}"
    assert read(body) == ["一、从渡口说起", *heads[:2], "二、过河的人", heads[2]]


@pytest.mark.parametrize("numbers", [["01", "02", "03"], ["1", "2", "3"]])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["", "## "])
def test_numbers_on_lines_of_their_own_over_the_words(
    numbers: list[str], gap: str, mark: str
) -> None:
    words = ["灯：亮到后半夜，才肯睡", "谁来点那盏灯？", "“过河的人”少了之后"]
    parts = [
        f"{mark}{number}{gap}{mark}{word}\n\n{text}"
        for number, word, text in zip(numbers, words, PROSE[1:], strict=True)
    ]
    told = [f"{number} {word}" for number, word in zip(numbers, words, strict=True)]
    assert read("\n\n".join([PROSE[0], *parts])) == told


@pytest.mark.parametrize("folio", ["— {} —", ""])
def test_numbers_alone_between_whole_paragraphs_are_no_folios(folio: str) -> None:
    parts = [f"{number}\n\n{text}" for number, text in enumerate(PROSE[1:], 1)]
    pages = [f"\n\n{folio.format(5)}\n\n" if folio else "\n\n", "\n\n", "\n\n"]
    body = PROSE[0] + "".join(page + part for page, part in zip(pages, parts, strict=True))
    assert read(body) == ["1", "2", "3"]


@pytest.mark.parametrize("heads", [["谁来点那盏灯？", "桥修好了吗？"], ["甲、石阶上红布与灯油的来历", "乙、桥修好以后渡口的人和灯"]])  # fmt: skip
def test_flush_headings_between_indented_paragraphs(heads: list[str]) -> None:
    body = "\n\n".join([wrapped(PROSE[0]), heads[0], wrapped(PROSE[1]) + "\n" + wrapped(PROSE[2]), heads[1], wrapped(PROSE[3])])  # fmt: skip
    assert read(body) == heads


def test_one_line_that_a_page_cuts_is_no_heading() -> None:
    cut = PROSE[1][:14]
    body = f"{PROSE[0]}\n\n{cut}\n\n— 7 —\n\n{PROSE[1][14:]}\n\n{PROSE[2]}\n\n{PROSE[3]}"
    assert read(body) == []


def test_an_indented_line_over_a_flush_one_begins_a_paragraph() -> None:
    """Each printed line stands between blank lines; the numbers count paragraphs."""
    texts = [f"第{number}，{text}" for number, text in zip("一二三四", PROSE, strict=True)]
    lines = [line for text in [*texts, *OTHER] for line in wrapped(text).split("\n")]
    found = blocks("\n\n".join(lines))
    assert [one.text.value for one in found if isinstance(one, Paragraph)] == [*texts, *OTHER]
    assert not [one for one in found if isinstance(one, Heading)]


def test_a_line_that_the_page_below_says_again_is_no_heading() -> None:
    parts = [f"{head}\n\n{text}" for head, text in zip(HEADINGS[:2], PROSE[:2], strict=True)]
    cut = f"{PROSE[2][:16]}\n\n— 7 —\n\n{PROSE[2][14:]}\n\n{PROSE[3]}"
    assert read("\n\n".join([*parts, cut])) == HEADINGS[:2]


def test_letters_under_headings_of_their_own() -> None:
    parts = [
        f"{head}\n\n{who}同志：\n\n{text}"
        for head, who, text in zip(HEADINGS, ["何若溪", "唐果", "方小舟"], PROSE[1:], strict=True)
    ]
    found = blocks("\n\n".join([PROSE[0], *parts]))
    assert [one.text.value for one in found if isinstance(one, Heading)] == HEADINGS


@pytest.mark.parametrize("below", ["何若溪同志：\n\n", ""])
def test_a_question_and_a_letter_below_rare_numbers(below: str) -> None:
    heads = ["Ⅰ 石阶上的红布", "Ⅱ 谁来点那盏灯？", "Ⅲ “桥修好了吗？”"]
    parts = [f"{head}\n\n{below}{text}" for head, text in zip(heads, PROSE[1:], strict=True)]
    found = blocks("\n\n".join([PROSE[0], *parts]))
    told = [(one.level, squeeze(one.text.value)) for one in found if isinstance(one, Heading)]
    assert told == [(1, squeeze(head)) for head in heads]


def test_questions_with_numbers_over_points_are_headings() -> None:
    heads = ["1.灯油从哪里来？", "2.谁来点那盏灯？"]
    texts = [f"第一，{PROSE[0]}", f"第二，{PROSE[1]}", f"第一，{PROSE[2]}", f"第二，{PROSE[3]}"]
    found = blocks("\n\n".join([heads[0], *texts[:2], heads[1], *texts[2:]]))
    assert [one.text.value for one in found if isinstance(one, Heading)] == heads
    assert [one.text.value for one in found if isinstance(one, Paragraph)] == texts


def test_the_second_line_of_a_heading_with_a_rare_number() -> None:
    body = f"{PROSE[0]}\n\n壹　石阶上的红布\n与那一盏灯\n\n{PROSE[1]}\n\n贰　桥修好以后\n\n{PROSE[2]}\n\n{PROSE[3]}"
    assert list(map(squeeze, read(body))) == ["壹石阶上的红布与那一盏灯", "贰桥修好以后"]


def test_blank_lines_part_blocks_that_begin_with_full_lines() -> None:
    """The last line of one is full, and no page ends there."""
    full = (
        "码头上的旧账本记到那一年为止，每一页都有人按过手印，如今收在镇上的文化站里，谁都能看看。"
    )
    more = [
        "撑篙的人说，水最急的地方在第三个桥墩下面，船要斜着过去，快了慢了都不行，一年里总要出一两回事。",
        "他的女儿在城里教书，暑假回来，把渡口的故事讲给学生听，讲到那盏灯，学生们问，灯现在还在不在。",
    ]
    texts = [PROSE[0], full, *PROSE[1:], *more]
    lines = ["\n".join(text[at : at + 22] for at in range(0, len(text), 22)) for text in texts]
    found = blocks("\n\n".join(lines))
    assert [one.text.value for one in found if isinstance(one, Paragraph)] == texts


def test_items_that_say_again_what_stands_elsewhere_are_no_pull_quote() -> None:
    told = "先把船拖上坡，再把藤壶铲干净，最后刷三遍桐油。"
    items = ["①先把船拖上坡；", "②再把藤壶铲干净；", "③最后刷三遍桐油。"]
    texts = [PROSE[0] + told, PROSE[1] + "主要是这几步：", *items, PROSE[2], PROSE[3]]
    body = "\n".join(wrapped(text, indent=0) for text in texts)
    found = blocks(body)
    assert [one.text.value for one in found if isinstance(one, Paragraph)][2:5] == items


@pytest.mark.parametrize("heads", [["谁来点那盏灯？", "桥修好了吗？"], ["石阶上的红布，灯油的来历", "桥修好以后 The Bridge"]])  # fmt: skip
def test_flush_headings_right_between_indented_paragraphs(heads: list[str]) -> None:
    body = "\n".join([f"　　{PROSE[0]}", heads[0], *(f"　　{text}" for text in PROSE[1:3]), heads[1], f"　　{PROSE[3]}"])  # fmt: skip
    assert list(map(squeeze, read(body))) == list(map(squeeze, heads))


def test_numbers_over_words_over_headings_of_lower_rank() -> None:
    body = f"01\n石阶上的红布\n\n◆ 一年系一条\n\n{PROSE[0]}\n\n◆ 灯油每月送\n\n{PROSE[1]}\n\n"
    body += f"02\n“过河的人”\n\n{PROSE[2]}\n\n03\n桥修好以后\n\n{PROSE[3]}"
    found = [(one.level, one.text.value) for one in blocks(body) if isinstance(one, Heading)]
    assert found == [(1, "01 石阶上的红布"), (2, "一年系一条"), (2, "灯油每月送"), (1, "02 “过河的人”"), (1, "03 桥修好以后")]  # fmt: skip


@pytest.mark.parametrize("numbers", [["一、", "二、", "三、"], ["01\n", "02\n", "03\n"], ["甲、", "乙、", "丙、"]])  # fmt: skip
def test_second_lines_of_headings_that_nothing_parts_from_the_text(numbers: list[str]) -> None:
    words = [("石阶上的红", "布与账本"), ("灯油是从哪", "一家店里来"), ("桥修好以后", "的老渡口")]
    parts = [
        f"{number}{one}\n{two}\n　　{text}"
        for number, (one, two), text in zip(numbers, words, PROSE[1:], strict=True)
    ]
    told = [squeeze(number + one + two) for number, (one, two) in zip(numbers, words, strict=True)]
    assert list(map(squeeze, read("\n".join([f"　　{PROSE[0]}", *parts])))) == told


def test_a_title_whose_first_words_look_like_a_name_is_no_running_head() -> None:
    title = "张家渡口：一个码头的四十年"
    text = f"{HEAD}目录\n\n{title}　沈一帆 3\n船匠的手　陆遥 5\n\n{title}\n\n文/沈一帆\n\n"
    text += "\n\n".join([*PROSE, "船匠的手", "文/陆遥", *OTHER])
    issue = restored(text).issue
    titles = ["".join(line.value for line in one.title) for one in issue.articles]
    assert titles == [title, "船匠的手"]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("★ {} ★", "{}"),
        ("== {} ==", "{}"),
        ("—— {} ——", "{}"),
        ("·{}·", "{}"),
        ("{} //", "{}"),
        ("// {}", "{}"),
        ("◢ {}", "{}"),
        ("○ {}", "{}"),
    ],
)
def test_marks_about_headings_are_none_of_their_words(form: str, printed: str) -> None:
    titles = ("石阶底下的水", "一盏不灭的灯", "木牌不说话")
    texts = (
        "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里。",
        "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯。",
        "告示贴在渡口的木牌上，雨把墨洗淡了，字还认得出来。",
    )
    body = "\n\n".join(
        f"{form.format(title)}\n\n{text}" for title, text in zip(titles, texts, strict=True)
    )
    made = restored(
        f"渡口\n2023年第3期\n\n目录\n\n船匠的手　陆遥……2\n\n船匠的手\n\n文/陆遥\n\n{texts[0]}\n\n{body}\n"
    )
    found = [
        block.text.value for block in made.issue.articles[0].blocks if isinstance(block, Heading)
    ]
    assert found == [printed.format(title) for title in titles]


def test_a_blank_stays_behind_the_number_of_a_heading() -> None:
    texts = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里。"
    for numbers in (("第一节", "第二节"), ("壹", "贰"), ("Ⅰ", "Ⅱ"), ("Q1", "Q2")):
        heads = [f"{numbers[0]} 石阶底下的水", f"{numbers[1]} 木牌不说话"]
        body = "\n\n".join(f"{head}\n\n{texts}{head[-3:]}记在后面。" for head in heads)
        made = restored(
            f"渡口\n2023年第3期\n\n目录\n\n船匠的手　陆遥……2\n\n船匠的手\n\n文/陆遥\n\n{texts}\n\n{body}\n"
        )
        blocks = made.issue.articles[0].blocks
        assert [block.text.value for block in blocks if isinstance(block, Heading)] == heads


def test_a_heading_of_one_character_between_blank_lines_has_fellows() -> None:
    body = f"{PROSE[0]}\n\n渡船\n\n{PROSE[1]}\n\n灯\n\n{PROSE[2]}\n\n石桥\n\n{PROSE[3]}"
    heads = [block.text.value for block in blocks(body) if isinstance(block, Heading)]
    assert heads == ["渡船", "灯", "石桥"]
    alone = "\n\n".join([PROSE[0], PROSE[1], "灯", PROSE[2], PROSE[3]])
    assert not [block for block in blocks(alone) if isinstance(block, Heading)]


@pytest.mark.parametrize("name", ["陆小舟", "沈一"])
def test_who_edited_a_text_is_no_heading_though_a_blank_is_lost(name: str) -> None:
    body = f"{PROSE[0]}\n\n{PROSE[1]}\n\n责任编辑{name}\n\n船匠的话\n\n{PROSE[2]}\n\n{PROSE[3]}"
    assert f"责任编辑{name}" not in [
        block.text.value for block in blocks(body) if isinstance(block, Heading)
    ]


def _values(body: str) -> list[int]:
    """The numbers that units have although the blank behind them is lost."""
    lines = [Line(at, text) for at, text in enumerate(body.split("\n"), 1)]
    units = make_units(lines)
    found = glued_numbers(units, [None] * len(units))
    return [found[at].value for at in sorted(found)]


def test_numbers_that_count_up_from_one_over_text_are_those_of_headings() -> None:
    parts = zip(["1引言", "2渡船的修法", "3结论"], PROSE, strict=False)
    assert _values("\n\n".join(f"{head}\n\n{text}" for head, text in parts)) == [1, 2, 3]
    parts = zip(["2引言", "3渡船的修法", "4结论"], PROSE, strict=False)
    assert _values("\n\n".join(f"{head}\n\n{text}" for head, text in parts)) == []


def test_numbers_that_count_up_over_no_text_are_no_headings() -> None:
    body = f"{PROSE[0]}\n\n1缆桩\n\n2铁箍\n\n3船板\n\n4桐油\n\n{PROSE[2]}"
    found = [block for block in blocks(body) if isinstance(block, Heading)]
    assert [block.text.value for block in found] == []


def test_long_numbered_headings_in_bold() -> None:
    heads = [
        f"{number}、深入学习老渡口的规矩，准确把握过河、停船、点灯三件事同镇上居民日常生活有效衔接的{what}"
        for number, what in (("一", "总体要求"), ("二", "主要办法"))
    ]
    body = (
        f"{PROSE[0]}\n\n**{heads[0]}**\n\n{PROSE[1]}\n\n**{heads[1]}**\n\n{PROSE[2]}\n\n{PROSE[3]}"
    )
    assert read(body) == heads


def test_a_heading_below_a_whole_table_is_no_cell_of_it() -> None:
    rows = "夏天水温与喂食\n水温 喂食 换水\n25℃以下 早晚各一次 五天一次\n25—30℃ 早晨一次 三天一次\n30℃以上 隔天少许 每天少量"
    above, below = ("\n".join(wrapped(one, 16) for one in part) for part in (PROSE[:2], PROSE[2:]))
    found = read(f"水的一关\n{above}\n\n{rows}\n\n食的一关\n{below}")
    assert found == ["水的一关", "食的一关"]
