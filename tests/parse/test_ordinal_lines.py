"""Parts with a count and thoughts set in, in printed lines all of whose indents are lost."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph, PullQuote
from converter.parse.issue.narrow_indented import note_narrow
from converter.parse.issue.ordinal_lines import ordinal_lines
from converter.parse.issue.pieces import Apart
from converter.source import Line
from tests.support.restored import restored

MEASURE = 22
TEXTS = [
    "渡口的老秤挂在门后，秤杆是枣木的，用了四十多年，星子磨得发亮，称一篓虾和称一个孩子是同一个价钱，从来没有人为斤两红过脸。",
    "船到中流的时候要唱一声号子，对岸的人听见了才下石阶，雾大的日子唱两声，涨水的日子不唱，站在船头摇一盏灯就算是回过话了。",
    "卖票的姑娘把零钱按年份排好，旧的在左边，新的在右边，下班以前数两遍，多出来的一分钱压在玻璃板底下，等着人回来认领。",
    "修船要等枯水，板子拆下来晾在沙滩上，一块一块编了号，谁也不许踩，夜里有人守着，守的人不点火，只数星星等天亮起来。",
    "下游造桥的消息传了七年，每一年都有人来量，量完了请大家吃一顿饭，饭吃过了桥还是没有影子，渡船照旧一天摆上二十个来回。",
]
MORE = [
    "秤砣另有一个小的，专门用来称药，平时锁在抽屉里，钥匙挂在撑船人的脖子上。",
    "号子没有词，只有一个长音，老人说从前是有词的，后来词被水声盖住，就剩下音了。",
    "玻璃板底下还有一张照片，是第一条机动船下水那天拍的，人人都看着镜头，只有她看着船。",
    "编号是从船头往船尾数的，单号在左，双号在右，丢了一块就拿新的补上，号码照旧写在老地方。",
    "量河的年轻人后来也学会了撑船，回城以前在石阶上坐了半天，说桥造好了，他第一个来走。",
]
TEXTS = [first + second for first, second in zip(TEXTS, MORE, strict=True)]
PARTS = [
    "第一程：石阶到江心，三百丈",
    "第二程：江心到对岸码头，一百八十丈，两袋烟的工夫",
    "第三程：对岸到集市，七里",
]
THOUGHT = "过河的人都说船慢，船上的人只说水快，摆渡的人一句也不说，他等船靠岸。"


def column(text: str, measure: int = MEASURE) -> list[str]:
    """A paragraph in printed lines that has lost its indent."""
    first, rest = text[: measure - 2], text[measure - 2 :]
    return [first, *(rest[at : at + measure] for at in range(0, len(rest), measure))]


def article(*blocks: list[str]) -> Article:
    body = "\n".join(line for block in blocks for line in block)
    return restored(f"目录\n渡口的秤　沈一帆　1\n\n渡口的秤\n沈一帆\n{body}\n").issue.articles[0]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def parted(parts: list[str]) -> list[list[str]]:
    """The paragraphs of an article, three of them below a part each."""
    lines = [column(text) for text in TEXTS]
    return [
        *lines[:2],
        *(one for pair in zip(parts, lines[2:], strict=True) for one in ([pair[0]], pair[1])),
    ]


def test_parts_that_count_are_headings_though_one_is_as_long_as_a_first_line() -> None:
    made = article(
        *parted([*PARTS[:2], "第三程：对岸到集市，七里路，赶早的人走两个钟头"[: MEASURE - 2]])
    )
    assert [block.text.value for block in made.blocks if isinstance(block, Heading)][:2] == PARTS[
        :2
    ]
    assert len([block for block in made.blocks if isinstance(block, Heading)]) == len(PARTS)
    assert paragraphs(made) == TEXTS


@pytest.mark.parametrize(
    "parts",
    [
        [
            "第一程：石阶到江心，三百丈，一袋烟工夫",
            "第二程：江心到对岸码头，一百八十丈呢",
        ],  # first lines
        ["第二程：江心到对岸码头，一百八十丈，两袋烟的工夫", "第三程：对岸到集市，七里"],
        ["第一程：石阶到江心，三百丈", "第三程：对岸到集市，七里"],
        ["第一程：石阶到江心，三百丈。", "第二程：江心到对岸。"],
    ],
)
def test_other_lines_with_a_count_are_none(parts: list[str]) -> None:
    blocks = [column(TEXTS[0]), [parts[0]], column(TEXTS[1]), [parts[1]], column(TEXTS[2])]
    lines = [Line(at, text) for at, text in enumerate(line for block in blocks for line in block)]
    assert list(ordinal_lines(lines, MEASURE)) == []


def test_a_part_that_is_set_larger_has_two_lines() -> None:
    cut = [[part[:9], part[9:]] for part in PARTS]
    lines = [column(text) for text in TEXTS]
    made = article(*lines[:2], cut[0], lines[2], cut[1], lines[3], [PARTS[2]], lines[4])
    assert [block.text.value for block in made.blocks if isinstance(block, Heading)] == PARTS
    assert paragraphs(made) == TEXTS


def test_a_first_line_ends_where_the_next_word_has_no_room() -> None:
    below = ["B07号船下水的那天下着小雨，岸上的人都没有", *column(TEXTS[1])]
    short = [f"{TEXTS[0][:18]}。", *below]
    lines = [*column(TEXTS[2]), PARTS[0], *column(TEXTS[3]), PARTS[1], *short]
    found = list(ordinal_lines([Line(at, text) for at, text in enumerate(lines)], MEASURE))
    assert [lines[at] for [at] in found] == PARTS[:2]


def test_a_thought_in_short_lines_is_set_in_though_no_line_has_an_indent() -> None:
    blocks = [column(text) for text in TEXTS]
    made = article(*blocks[:2], column(THOUGHT, 15), *blocks[2:])
    [quote] = [block for block in made.blocks if isinstance(block, PullQuote)]
    assert [text.value for text in quote.paragraphs] == [THOUGHT]
    assert paragraphs(made) == TEXTS


def test_where_others_have_their_indents_none_is_lost() -> None:
    text = [line for one in TEXTS[:2] for line in column(one)]
    text += [*column(THOUGHT, 15), *column(TEXTS[2])]
    for lines, quoted in ((text, 3), ([f"\u3000\u3000{text[0]}", *text[1:]], 0)):
        found = Apart()
        note_narrow([Line(at, line) for at, line in enumerate(lines)], MEASURE, found)
        assert len(found.quoted) == quoted


PEOPLE = [
    "阿满，31岁，摆渡的，一天二十趟",
    "何老太，78岁，卖虾的，秤上只认红星子",
    "小贺，22岁，量河的，月入三千",
]


def test_who_a_part_is_about_and_how_old_heads_it_as_the_others_do() -> None:
    made = article(*parted(PEOPLE))
    assert [block.text.value for block in made.blocks if isinstance(block, Heading)] == PEOPLE
    assert paragraphs(made) == TEXTS


@pytest.mark.parametrize(
    "people",
    [
        PEOPLE[:1],  # one is no series
        ["阿满，31岁，摆渡的，一天二十趟。", "小贺，22岁，量河的，月入三千。"],
        [
            "阿满，31岁，生在渡口长在渡口，船上的人都",
            "小贺，22岁，量河的时候学会了撑船，他说他",
        ],  # first lines
    ],
)
def test_other_lines_about_somebody_are_none(people: list[str]) -> None:
    apart = [line for one in people for line in (*column(TEXTS[1]), one)]
    lines = [*column(TEXTS[0]), *apart, *column(TEXTS[2])]
    assert list(ordinal_lines([Line(at, text) for at, text in enumerate(lines)], MEASURE)) == []
