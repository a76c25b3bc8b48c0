"""Records of lessons and plans of them, with boxes under names in no list."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph, Verse
from converter.parse.byline import read_byline
from converter.parse.extent import closes_box
from converter.parse.headings import numbering
from converter.segment.units import is_verse
from converter.source import Line
from tests.support.restored import restored

HEAD = """讲台
2024年第4期
主办单位：南渡县教师进修学校
主编：程远山

目录
让影子站起来 …… 宁小楠（3）
一只不肯响的铃 …… 丁一禾（9）

"""
PROSE = "这一课最值得称道的，是教师的慢，面对孩子的发现，她没有急着表扬，而是请他再说一遍，这一停顿把一个人的发现变成了全班的发现。"
OTHER = "横岭教学点的铃是一截钢轨，挂在柿子树上，来报到那天，老校长把一把铁锤交给我，说上课敲六下，下课敲三下，放学敲九下。"
CUT = "第二个台阶是比较。单独一个证据只能说明有，两个放在一起才能说明不同，例如分饼，这块大是一个看见，这块比那块多"
MORE = "培养的办法是留一点空，实验做到一半，停下来，问接下来会怎样，猜错了不要紧，要紧的是猜过。"
TAIL = "一个角是两个看见。教师要做的，是总在手里多准备一样东西。"
TEXT = "阿木说冬青的叶子老，教师递给他另外一片，他把两片叶子叠在一起，对着光看了很久。"


def article(*body: str) -> Issue:
    """An issue whose first article has this body."""
    text = "\n\n".join(["让影子站起来", "宁小楠", *body, "一只不肯响的铃", "丁一禾", OTHER])
    return restored(HEAD + text).issue


def test_a_name_in_no_list_and_its_title_within_a_sentence() -> None:
    made = article(PROSE, CUT, "观察手记：两片叶子", TEXT, "（茅小舍记录）", TAIL, MORE)
    (box,) = [one for one in made.articles[0].blocks if isinstance(one, Box)]
    assert (box.label, box.title and box.title.value) == ("观察手记", "两片叶子")
    assert box.attribution
    assert box.attribution.text.value == "茅小舍记录"
    texts = [one.text.value for one in made.articles[0].blocks if isinstance(one, Paragraph)]
    assert CUT + TAIL in texts


def test_a_name_made_like_those_of_boxes_over_a_title() -> None:
    made = article(PROSE, "教材链接：皮影", TEXT, "二、演一演", PROSE.replace("课", "节"))
    (box,) = [one for one in made.articles[0].blocks if isinstance(one, Box)]
    assert (box.label, box.title and box.title.value) == ("教材链接", "皮影")


def test_a_part_in_brackets_over_the_first_heading_with_a_number() -> None:
    made = article("【教学过程】", "一、猜一猜，谁是影子", PROSE, "二、演一演", TEXT)
    heads = [one.text.value for one in made.articles[0].blocks if isinstance(one, Heading)]
    assert heads == ["【教学过程】", "一、猜一猜，谁是影子", "二、演一演"]


def test_a_heading_below_a_blank_to_fill_in() -> None:
    made = article(
        "教学重点", PROSE, "板书设计", "渡口的钟：三下，来；一下，（　　）", "作业布置", TEXT
    )
    heads = [one.text.value for one in made.articles[0].blocks if isinstance(one, Heading)]
    assert heads == ["教学重点", "板书设计", "作业布置"]


def test_a_name_over_what_somebody_supplied_in_the_midst_of_an_article() -> None:
    made = article(PROSE, "真实病例", TEXT, "（江浦市急救中心供稿）", "二、演一演", MORE)
    (box,) = [one for one in made.articles[0].blocks if isinstance(one, Box)]
    assert box.label == "真实病例"
    pieces = ["校园里", TEXT, "（横街小学供稿）", "操场上", MORE, "（师范学院供稿）"]
    made = article(PROSE, *pieces, "二、演一演", PROSE)
    assert not [one for one in made.articles[0].blocks if isinstance(one, Box)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("执教　宁小楠　评析　程远山", ["宁小楠", "程远山"]),
        ("答疑医生：程远山（某市医院骨科主任医师）", ["程远山"]),
    ],
)
def test_who_gave_a_lesson_and_who_answers(line: str, names: list[str]) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [one.name for one in reading.authors] == names


@pytest.mark.parametrize(
    "text", ["（茅小舍记录）", "（本刊编辑部设计）", "（本刊根据实地走访整理，2024年4月）"]
)
def test_who_made_a_box(text: str) -> None:
    assert closes_box(text)


def test_two_grades_are_no_number() -> None:
    assert numbering("一、二年级听课六十四节") is None
    assert numbering("一、二分之一有多大") is not None


@pytest.mark.parametrize(
    "lines",
    [
        ["教学重点", "　　体会钟声与心情之间的联系。", "教学难点", "　　理解最后一句的含义。"],
        ["教学重点", "体会钟声与人物心情之间的联系。", "教学难点", "理解最后一句的含义。"],
        [
            "这套动作是为早上起床觉得身上发硬的人",
            "编的，六个动作，全部在床边完成，十分钟。",
            "做之前先坐两分钟，头不晕再开始。",
        ],
    ],
)
def test_headings_over_sentences_and_lines_of_a_column_are_no_verse(lines: list[str]) -> None:
    assert not is_verse([Line(at, text) for at, text in enumerate(lines, 1)])


def test_contents_end_at_the_first_half_of_a_title_that_stands_again() -> None:
    """Nothing but pages tells where contents end that no blank line parts from the text."""
    lines = [
        *HEAD.split("\n")[:6],
        "让影子站起来——《皮影》教学实录与评析　执教/宁小楠　评析/程远山（3）",
        "班主任信箱",
        "孩子总说“不是我”（9）",
        "让影子站起来",
        "——《皮影》教学实录与评析",
        "执教：横街小学　宁小楠",
        "评析：师范学院　程远山",
        "【教学过程】",
        "一、猜一猜，谁是影子",
        "（课前，教室的窗帘拉上。）",
        "师：上一节课我们读了课文，小老鼠为什么不敢上台？",
        "生：因为它觉得自己只是一张皮。",
        PROSE,
        "孩子总说“不是我”",
        OTHER,
    ]
    made = restored("\n".join(lines)).issue
    titles = ["".join(line.value for line in one.title) for one in made.articles]
    assert titles == ["让影子站起来", "孩子总说“不是我”"]


BOARD = ["渡口的钟", "三下——来", "一下——去", "心静 耳灵"]


@pytest.mark.parametrize("head", ["【板书设计】", "【板书】"])
@pytest.mark.parametrize("below", [["【教后反思】", PROSE], []])
def test_what_stands_on_the_blackboard_is_no_headings(head: str, below: list[str]) -> None:
    made = restored(
        HEAD
        + "\n\n".join(["让影子站起来", "宁小楠", "【教学重点】", PROSE + MORE, TEXT, head])
        + "\n\n"
        + "\n".join([*BOARD, *below, "", "一只不肯响的铃", "丁一禾", "", OTHER])
    ).issue.articles[0]
    heads = [one.text.value for one in made.blocks if isinstance(one, Heading)]
    assert heads == ["【教学重点】", head, *below[:1]]
    (board,) = [one for one in made.blocks if isinstance(one, Verse)]
    assert [line.value for line in board.lines] == BOARD


def test_the_line_over_prose_below_the_blackboard_is_a_heading() -> None:
    made = article("教学重点", PROSE, "板书设计", *BOARD, "教后反思", PROSE + MORE)
    (board,) = [one for one in made.articles[0].blocks if isinstance(one, Verse)]
    assert [line.value for line in board.lines] == BOARD


def boxes_and_heads(*body: str) -> tuple[list[str], list[str]]:
    blocks = article(*body).articles[0].blocks
    return (
        [one.label for one in blocks if isinstance(one, Box)],
        [one.text.value for one in blocks if isinstance(one, Heading)],
    )


def test_a_comment_of_many_paragraphs_is_the_last_part_of_a_record() -> None:
    many = [PROSE, TEXT, MORE + TAIL, f"{TAIL}{TEXT}"]
    boxed, heads = boxes_and_heads(OTHER.replace("铃", "钟"), "【点评】", *many)
    assert (boxed, heads) == ([], ["【点评】"])


def levels(*body: str) -> list[tuple[int, str]]:
    blocks = article(*body).articles[0].blocks
    return [(one.level, one.text.value) for one in blocks if isinstance(one, Heading)]


def test_counted_hours_under_a_part_in_brackets() -> None:
    parts = [
        "【教学目标】",
        PROSE,
        "【教学过程】",
        "第一课时",
        MORE,
        "第二课时",
        TAIL,
    ]
    assert levels(*parts, "【教后反思】", TEXT) == [
        (1, "【教学目标】"),
        (1, "【教学过程】"),
        (2, "第一课时"),
        (2, "第二课时"),
        (1, "【教后反思】"),
    ]
    plain = [text.strip("【】") for text in parts]
    assert {level for level, _ in levels(*plain, "教后反思", TEXT)} == {1}


@pytest.mark.parametrize("house", ["柳坪乡中心校", "青石沟教学点"])
def test_a_school_between_a_title_and_a_name_is_no_subtitle(house: str) -> None:
    head = HEAD.replace("…… 宁小楠（3）", "…… 宁小楠（3）\n铁皮桶里的伞 …… 路平（5）")
    body = ["让影子站起来", "宁小楠", PROSE, f"铁皮桶里的伞\n{house}\n路平", TEXT + MORE]
    made = restored(head + "\n\n".join([*body, "一只不肯响的铃", "丁一禾", OTHER])).issue
    found = made.articles[1]
    assert found.subtitle is None
    names = [(one.name, one.office) for by in found.bylines for one in by.authors]
    assert names == [("路平", house)]
