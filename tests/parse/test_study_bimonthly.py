"""A study magazine of cadres: long posts, boxes of one design, contents in two columns."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline
from converter.parse.grams import Trigrams
from converter.parse.heal.doubled import said_twice
from converter.parse.issue.narrow import find_insets
from converter.parse.seam import goes_on
from converter.source import Line
from tests.support.blocks import boxes
from tests.support.restored import listed, restored


def counted(*learnt: str) -> Trigrams:
    """The counts of some texts."""
    trigrams = Trigrams()
    trigrams.learn_all(list(learnt))
    return trigrams


def set_in(text: str, measure: int) -> str:
    """A text on lines of so many em, its first-line indent lost."""
    cut = measure - 2
    rest = [text[at : at + measure] for at in range(cut, len(text), measure)]
    return "\n".join([text[:cut], *rest])


HEAD = "渡务学习\n2023年第2期\n主办：河湾县渡务处\n编辑出版：《渡务学习》编辑部\n主编：沈一帆\n"
TEXT = (
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。",
    "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。",
    "水文站的标尺立在石阶旁边，每天早晨七点有人来看一次，把数字写在小黑板上。",
)


@pytest.mark.parametrize(
    ("line", "office"),
    [
        (
            "河湾省航务管理委员会党组成员、省船舶检验中心主任 麦 垄",
            "河湾省航务管理委员会党组成员、省船舶检验中心主任",
        ),
        (
            "河湾省航务委规划发展与信息化司副司长、一级巡视员 麦垄",
            "河湾省航务委规划发展与信息化司副司长、一级巡视员",
        ),
    ],
)
def test_several_posts_before_a_known_name_may_be_long(line: str, office: str) -> None:
    found = read_byline(line, known=frozenset(["麦垄"]))
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [("麦垄", office)]


@pytest.mark.parametrize("posts", ["河湾省航务局局长", "河湾省航务局党组书记、局长"])
def test_a_word_set_wide_behind_posts_is_a_name(posts: str) -> None:
    found = read_byline(f"{posts} 温 故")
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [("温故", posts)]


def test_a_last_paragraph_without_figures_is_not_of_a_box_of_figures() -> None:
    figures = "两年来，全县改造渡口19处，更换灯具860盏；收到意见5217条，办结5088条，满意率97.6%。"
    coda = "石阶不高，量得出人心；灯火不大，照得见来路。"
    contents = f"{HEAD}目录\n守灯 陆遥 2\n修船 唐果 4"
    above = [contents, "守灯\n陆遥", *TEXT[:3], f"数据 {figures}", coda]
    below = ["（责任编辑：沈一帆）", "修船\n唐果", *TEXT]
    made = restored("\n\n".join([*above, *below])).issue
    assert boxes(made) == [("数据", "", [figures])]


def test_boxes_with_a_source_tell_how_many_paragraphs_the_others_have() -> None:
    rules = ("渡船每年检验一次。", "夜间开渡须有灯。", "大风天气停止开渡。")
    sources = [f"链接\n\n{rule}\n\n——摘自《河湾县渡口管理办法》" for rule in rules]
    note = "渡口的标尺分为红黄两段，水位到了黄段要减少载客，到了红段要停止开渡。"
    last = "灯亮着，人就走不远。灯亮着，船就靠得了岸。"
    longer = [one + other for one, other in zip(TEXT, (*TEXT[1:], TEXT[0]), strict=True)]
    signed = [part for two in zip(longer, sources, strict=False) for part in two]
    contents = f"{HEAD}目录\n守灯 陆遥 2\n修船 唐果 4"
    below = ["修船\n唐果", *longer, f"链接 {note}", last]
    alone = restored("\n\n".join([contents, "守灯\n陆遥", *longer, *below]))
    among = restored("\n\n".join([contents, "守灯\n陆遥", *signed, *below]))
    assert boxes(alone.issue)[-1] == ("链接", "", [note, last])
    assert boxes(among.issue)[-1] == ("链接", "", [note])


def test_an_amount_alone_carries_a_sentence_on() -> None:
    tail = "从前孩子们过河上学要绕"
    amount = goes_on(tail, "三公里，县里修了一座桥。", Trigrams())
    assert amount > goes_on(tail, "三公里外的石桥，县里修过两次。", Trigrams()) + 2


@pytest.mark.parametrize(
    ("before", "after", "size"),
    [
        ("到了就开渡，不用层层", "层层请示。", 2),
        ("到了就开渡，不用层层", "层请示。", 1),
        ("孩子们笑哈哈", "哈哈，又笑起来。", 0),
    ],
)
def test_a_character_said_three_or_four_times_is_said_twice_by_mistake(
    before: str, after: str, size: int
) -> None:
    assert said_twice(before, after, Trigrams())[0] == size
    if size == 1:  # 天天 | 天亮就起: another word begins alike
        assert said_twice(before, after, counted(f"{after}又一{after}"))[0] == 0


ENTRIES = [
    ("特稿", "守住一盏灯", "陆遥", "4"),
    ("讲堂", "把船修在涨水之前", "唐果", "8"),
    ("讲堂", "标尺上的早晨", "万里", "11"),
    ("访谈", "缆绳怎样越用越短", "沈一帆", "15"),
    ("调研", "四个渡口的冬天", "端木青", "18"),
    ("调研", "船工从哪里来", "石小榴", "21"),
]
BODY = "\n\n".join(
    f"{title}\n\n{who}\n\n{TEXT[at % 4]}{TEXT[(at + 1) % 4]}"
    for at, (_, title, who, _) in enumerate(ENTRIES)
)
LISTED = [(section, title, (who,), page) for section, title, who, page in ENTRIES]


def test_two_columns_whose_lines_take_turns_are_told_by_their_pages() -> None:
    left = ["特稿", "4 守住一盏灯 陆遥", "讲堂", "8 把船修在涨水之前 唐果", "11 标尺上的早晨 万里"]
    right = ["访谈", "15 缆绳怎样越用越短 沈一帆", "调研", "18 四个渡口的冬天 端木青"]
    lines = [line for pair in zip(left, right, strict=False) for line in pair] + left[4:]
    lines.append("21 船工从哪里来 石小榴")
    made = restored(f"{HEAD}\n目 录\n\n" + "\n".join(lines) + f"\n\n\n{BODY}\n")
    assert listed(made) == LISTED


def test_the_last_lines_of_the_longer_column_are_of_that_column() -> None:
    left = ["特稿", "守住一盏灯", "陆 遥 4", "讲堂", "把船修在涨水之前 唐 果 8"]
    left.append("标尺上的早晨 万 里 11")
    right = ["访谈", "缆绳怎样越用越短", "沈一帆 15", "调研", "四个渡口的冬天", "端木青 18"]
    right += ["船工从哪里来", "石小榴 21"]
    lines = [f"{one}　　　{other}" for one, other in zip(left, right, strict=False)]
    contents = "\n".join([*lines, *right[len(left) :]])
    assert listed(restored(f"{HEAD}\n目 录\n\n{contents}\n\n\n{BODY}\n")) == LISTED


def test_no_frame_tells_a_box_whose_source_stands_below_a_blank_line() -> None:
    rule = (
        "渡船的主人应当每年自行检验一次渡船，检验的结果写在木牌上，挂牌的时间不少于七日。"
        "换灯等五百元以上的费用，应当先经过渡口会议的讨论通过。"
    )
    longer = [one + other for one, other in zip(TEXT, (*TEXT[1:], TEXT[0]), strict=True)]
    column = "\n\n".join(set_in(text, 31) for text in longer)
    box = f"知识链接\n{set_in(rule, 26)}\n\n"
    for source, told in (("（摘自《河湾县渡口管理办法》）\n\n", 0), ("", 1)):
        text = f"{column}\n\n{box}{source}{column}"
        lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
        assert len(find_insets(lines, 31, frozenset(["知识链接"]))) == told
