"""Where paragraphs begin in hard-wrapped text that has lost its first-line indents."""

from __future__ import annotations

import pytest

from converter.segment import make_units
from converter.segment.units import measure_of
from converter.segment.units.starts import parted
from converter.source import Line

STORY = """\
阿满的修表铺开在菜市场的楼梯底下，门口挂着一只没有针的钟。来修表的人都要先看它一眼，再看看自己的手腕。
“这钟怎么不装针？”有人问。
阿满说：“装了针，你们就看它去了，谁还来修表。”
铺子里有三百多只表，大多是没有人来取的。有的主人搬了家，有的忘了，有的也许已经不在了。阿满每天早上给它们上弦，上完要四十分钟，这四十分钟里他不接生意。
隔壁卖豆腐的老费说，没有人来取的表，上什么弦。
“表不走就坏了。”
“坏了又怎么样？”
阿满想了一会儿，没有回答。他把一只女表贴在耳朵上听，听了很久，又放回格子里去。
去年冬天，有个穿雨衣的女人来取表。单子是十一年前的，纸都黄了，她从钱包的夹层里拿出来，折痕的地方用胶带粘过两道。
“我父亲的，”她说，“他叫我一定要来。”
阿满把那只表拿给她，表是走的，一分不差。女人把表贴在耳朵上，站在楼梯底下，半天没有动。雨从楼梯的缝里漏下来，正好落在那只没有针的钟上。
她问要补多少钱。阿满说，不要钱，是它自己走的。
从那以后，老费再也不问上弦的事了。有时候阿满去吃饭，他就替他看着铺子，顺手给最下面一排的几只表上几圈。
楼梯上面的人走来走去，谁也不知道脚底下有三百多只表在走。
"""
PARAGRAPHS = STORY.split() + STORY.split()[:1:-1]


def composed(paragraphs: list[str], measure: int) -> list[str]:
    """The printed lines, with closing marks over their ends and no indents."""
    lines = []
    for text in paragraphs:
        at, room = 0, measure - 2
        while at < len(text):
            end = at + room
            while end < len(text) and text[end] in "，。？！”」：、" and end - at < room + 2:
                end += 1
            if end < len(text) and text[end - 1] in "“「":
                end -= 1
            lines.append(text[at:end])
            at, room = end, measure
    return lines


def found(lines: list[str]) -> list[str]:
    return [unit.text for unit in make_units(Line(n, text) for n, text in enumerate(lines, 1))]


@pytest.mark.parametrize("marks", ["“”", "「」"])
def test_a_story_is_parted_as_it_was_printed_in_columns_of_any_width(marks: str) -> None:
    paragraphs = [text.translate(str.maketrans("“”", marks)) for text in PARAGRAPHS]
    right = total = 0
    for measure in range(14, 37):
        units = found(composed(paragraphs, measure))
        right += len(set(paragraphs) & set(units))
        total += len(set(paragraphs))
    assert right >= 0.95 * total


FULL = "渡口的船夫姓乌，一年里头有三百天在船上。"  # 20 em
SHORT = "他的船叫小满，比他的儿子还大两岁，船头"  # 19 em, cut off
CASES = [
    # A full line within a paragraph, or at the end of one: what follows tells.
    ([FULL, "今年春天他把船头的铁环换了一个新的下", "来。"], 20, [False, True]),
    ([FULL, "今年春天他把船头的铁环换了一个新的下来一", "看。"], 20, [True, True]),
    ([FULL, "船不卖。"], 20, [True]),
    # A speech opens a paragraph rather than a line of one.
    (["“你要过河就上来，不过河就把绳子解开。”", "“过河。”"], 20, [False]),
    # A heading, and a paragraph that goes on below what has cut it.
    (
        ["有人等。", "船上的规矩", "上船不问去处，下船不问来处，钱放在", "碗里。"],
        18,
        [False, False, True],
    ),
]


@pytest.mark.parametrize(("lines", "measure", "on"), CASES)
def test_each_line_tells_something_of_where_it_stands(
    lines: list[str], measure: int, on: list[bool]
) -> None:
    assert parted(lines, measure, [None] * (len(lines) - 1))[0] == on


def test_other_signs_come_before_lengths() -> None:
    lines = [FULL, "今年春天他把船头的铁环换了一个新的下来一", "看。"]
    assert parted(lines, 20, [False, None])[0] == [False, True]
    assert parted(["短。", "也短。"], 20, [True])[0] == [True]


def test_marks_of_half_a_width_are_taken_as_they_were_printed() -> None:
    lines = ["船夫说,过河的人里,有去卖菜的,有", "去看病的,有去相亲的,也有去了不再回来", "的。"]
    assert parted(lines, 19, [None, None])[0] == [True, True]


TALK = [
    "记者：您在这条河上撑了多少年船？",
    "乌大河：从十六岁算起，今年是第",
    "四十一年。父亲那时候常对我说：",
    "船到江心，不要回头看。",
    "记者：您回头看过吗？",
    "乌大河：看过一回，就那么一回，",
    "看见岸上站着一个人，他朝我挥手",
    "一直挥到看不见。",
    "记者：后来呢？",
    "乌大河：后来那个人成了我的妻子",
    "了，我们在船上办了酒席，摆了三",
    "桌。",
]


def test_who_speaks_opens_a_turn_and_he_said_none() -> None:
    column = composed(PARAGRAPHS, 16)
    units = found([*column, "", *TALK])
    assert (
        "乌大河：从十六岁算起，今年是第四十一年。父亲那时候常对我说：船到江心，不要回头看。"
        in units
    )
    assert "记者：您回头看过吗？" in units


def test_a_box_in_a_narrower_frame_has_a_measure_of_its_own() -> None:
    box = [
        "修表先看油，油干了表就走得",
        "慢，不必拆开。多数的表一年",
        "上一次油，住在水边的人要上",
        "两次。",
    ]
    units = found([*composed(PARAGRAPHS, 18), "", *box, "", *composed(PARAGRAPHS[::-1], 18)])
    assert "".join(box) in units


def test_a_box_within_a_column_has_a_measure_of_its_own() -> None:
    """The name of the box and its source are known to stand apart, the lines between are not."""
    box = [
        "修表先看油，油干了表就走得",
        "慢，不必拆开。多数的表一年上",
        "一次油，住在水边的人要上两",
        "次。装油的瓶子要用黑布包着。",
        "见光的油不出一个月就会变稠。",
    ]
    column = composed(PARAGRAPHS, 17)
    at = len(column) // 2
    lines = [*column[:at], "资料", *box, "——摘自《修表》", *column[at:]]
    apart = {at + 1: at + 1, at + len(box) + 2: at + len(box) + 2}
    units = make_units((Line(n, text) for n, text in enumerate(lines, 1)), pieces=apart)
    assert "".join(box) in [unit.text for unit in units]


@pytest.mark.parametrize(
    ("remark", "apart"),
    [("（责任编辑：乌小河）", True), ("（南塘，一个乘客）", False)],
)
def test_a_remark_in_brackets_below_a_full_line(remark: str, apart: bool) -> None:  # noqa: FBT001
    question = ["问：船票为什么比去年贵了", "两角？我每天都要坐船上班。", remark]
    units = found([*composed(PARAGRAPHS, 14), "", *question])
    assert (remark in units) is apart


_COLUMN = (
    (
        "田里的裂缝要等下了雨才合得上，可是去年雨水偏偏少，\n"
        "东坡的梯田一块接一块地干了，西坡的果园也落了一地的\n"
        "青果，老人们坐在祠堂门口算账。"
    ),
    (
        "算来算去，还是要从渠上想办法，渠漏得厉害，十桶水送\n"
        "到田头只剩下六桶，剩下的四桶都喂了路边的草，到了秋\n"
        "天，草比人还高。"
    ),
)
_FRAME = (
    (
        "分水石：砌在渠口的一块石头，上面凿\n"
        "有两道槽，一道宽一道窄，水从槽里过，\n"
        "宽的给田多的一边，谁也不能挪动。"
    ),
    "北坡的分水石一共十一块，其中有字\n的三块。",
)


def test_two_lines_of_a_frame_are_one_paragraph() -> None:
    wanted = [*_COLUMN * 2, *_FRAME, *_COLUMN * 2]
    lines = "\n\n".join(wanted).split("\n")
    assert found(lines) == [text.replace("\n", "") for text in wanted]


def test_first_lines_do_not_make_the_measure_narrower() -> None:
    """Without their blanks they are two em short; the full lines between them tell the measure."""
    sizes = [24, 26, 26, 9, 24, 26, 26, 26, 15, 24, 26, 7, 24, 26, 27, 19]
    assert measure_of(Line(n, "灯" * size) for n, size in enumerate(sizes, 1)) == 26


def test_a_caption_with_its_number_in_han_within_a_sentence() -> None:
    lines = [f"　　{FULL}"[:20], "一年里头有三百天在船上，船上只有一张床、一", "图三　船灯（东岸采集）　口径九寸", "盏灯。"]  # fmt: skip
    assert found(lines * 2)[1] == lines[2]
