"""Boxes under names that no list has, told by the sentences that they cut."""

from __future__ import annotations

import pytest

from converter.model import Issue, Paragraph
from converter.segment import make_units
from converter.source import Line
from tests.support.blocks import boxes
from tests.support.restored import restored

LEAD = [
    "磨坊的石磨是嘉庆年间凿的，上扇重九百斤，下扇重一千一百斤，两扇石头之间隔着一张纸的厚度，多一分不出面，少一分就冒烟。",
    "赶驴的人姓邬，大家叫他老邬，他说驴比人守时，鸡叫三遍就自己站到磨道里去，磨满两斗麦子就自己停下来，谁也喊不动。",
    "磨面要看天。阴天麦子发潮，磨出来的面粘手，老邬就把门窗都关上，在屋里生一盆炭火，等麦粒烤得能在牙上咬出脆响，才肯套驴。",
]
HEAD = "去年县里的人来量石磨，量完了说要搬到展馆去，老邬没有答应，也没有"
TAIL = "不答应，只是把驴牵出来，绕着磨道又走了一圈，走完了才说，你们搬吧。"
TEXT = "石磨的齿每磨三百斗麦子就要凿一次，凿齿的人叫磨匠，挑着担子走村，听见磨声发闷就进门。"
LAST = "石磨搬走的那天，驴站在磨道里不肯出来，天黑了，老邬抱来一捆草，陪它坐了一夜。"
MORE = "展馆里的石磨不再转了，旁边的牌子上写着它的重量，没有写它一天能磨多少面，也没有写驴的名字。"


def issue(*parts: str) -> Issue:
    """An issue of two articles, of which the first has the parts."""
    text = "\n\n".join(["目录", "石磨记 张水 1", "渡口记 李山 3", "石磨记", "张水", *parts])
    other = "渡口只剩下一根拴船的木桩，木桩上的绳印有两指深，下雨的时候积着水，鸟来喝。"
    return restored(f"{text}\n\n渡口记\n\n李山\n\n{other}").issue


def texts(found: Issue) -> list[str]:
    blocks = found.articles[0].blocks
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


# The issue says 没有不 elsewhere, as a reader of it would expect.
KNOWN = "老邬磨了一辈子面，村里没有不吃他的面的，也没有不敬他的驴的。"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["磨匠口诀", TEXT], ("磨匠口诀", "", [TEXT])),
        (["磨坊笔记", "石磨怎样凿齿", TEXT], ("磨坊笔记", "石磨怎样凿齿", [TEXT])),
        (["敲两下 石磨为什么要凿", TEXT], ("敲两下", "石磨为什么要凿", [TEXT])),
        (["石磨的齿怎样凿", TEXT], ("", "石磨的齿怎样凿", [TEXT])),
    ],
)
def test_a_name_within_a_broken_sentence(
    lines: list[str], expected: tuple[str, str, list[str]]
) -> None:
    found = issue(*LEAD, KNOWN, HEAD, *lines, TAIL, LAST)
    assert boxes(found) == [expected]
    assert texts(found) == [*LEAD, KNOWN, HEAD + TAIL, LAST]


def test_a_name_that_may_be_somebody_over_a_title_within_a_broken_sentence() -> None:
    lead = (
        "磨盘底下的面缸要垫木板，地气上来面就发霉。老邬说，缸不能太满，土多水多，面就活不成，土少水"
    )
    rest = "少，面才香。他用手指敲了敲缸沿，听了听，又添了半瓢麦麸，才把盖子合上。"
    parts = [*LEAD, "村里人都说，土多水多，土少水少，各有各的过法。", lead]
    found = issue(*parts, "石磨卡", "石磨怎样凿齿", TEXT, rest, LAST)
    assert boxes(found) == [("石磨卡", "石磨怎样凿齿", [TEXT])]
    assert texts(found) == [*parts[:-1], lead + rest, LAST]


@pytest.mark.parametrize(
    "title",
    ["石头也有脾气", "3样东西压得住一间磨坊", "一斗麦子出多少面？", "“好磨”和“坏磨”·一看便知"],
)
def test_a_title_that_stands_there_once(title: str) -> None:
    own = ["上扇比下扇轻二百斤，轻了不出面，重了费驴。", "磨脐是铁的，三年一换，换下来的打成锄头。"]
    found = issue(*LEAD, KNOWN, HEAD, title, *own, TAIL, LAST)
    assert boxes(found) == [("", title, own)]
    assert texts(found) == [*LEAD, KNOWN, HEAD + TAIL, LAST]


def test_a_long_title_over_a_list() -> None:
    own = ["看齿：齿口要利，摸着扎手。", "听声：声音发闷就该凿了。", "闻面：有焦味是磨得太快。"]
    title = "怎样知道一盘石磨该凿了"
    found = issue(*LEAD, KNOWN, HEAD, title, *own, TAIL, LAST)
    assert boxes(found) == [("", title, own)]


def test_a_title_within_an_answer() -> None:
    own = ["上扇比下扇轻二百斤，轻了不出面，重了费驴。"]
    talk = [
        "记者：您头一回凿磨是什么时候？",
        "老邬：十六岁。师傅把凿子递给我，说了一句话，我到现在也没有忘",
    ]
    rest = "记，他说，凿深了石头疼，凿浅了麦子疼。"
    more = ["记者：后来呢？", "老邬：后来我就轻轻地凿。村里没有人说过我凿得不好。"]
    found = issue(*talk, "石头也有脾气", *own, rest, *more)
    assert boxes(found) == [("", "石头也有脾气", own)]
    assert texts(found) == [talk[0], talk[1] + rest, *more]


@pytest.mark.parametrize("line", ["1936年的老磨坊", "作者单位：县文化馆", "磨坊里的老邬，还有驴"])
def test_no_title_of_a_box(line: str) -> None:
    found = issue(*LEAD, KNOWN, HEAD, line, TAIL, LAST)
    assert boxes(found) == []


def test_a_name_that_is_proved_once_is_one_wherever_it_stands() -> None:
    found = issue(*LEAD[:2], KNOWN, HEAD, "磨匠口诀", TEXT, TAIL, LAST, "磨匠口诀", MORE)
    assert [box[0] for box in boxes(found)] == ["磨匠口诀", "磨匠口诀"]


@pytest.mark.parametrize(
    "line",
    [
        "何若溪　摄",  # who took the picture
        "插图　程远山",
        "石磨记",  # a running head
        "程远山",
        "人来人往的",  # a line that goes on
    ],
)
def test_what_else_stands_within_a_broken_sentence(line: str) -> None:
    found = issue(*LEAD, KNOWN, HEAD, line, TAIL, LAST)
    assert boxes(found) == []


def test_a_heading_after_a_whole_sentence_is_no_name() -> None:
    found = issue(*LEAD, "搬走石磨", f"{HEAD}{TAIL}", LAST)
    assert boxes(found) == []


def test_the_rest_of_a_sentence_is_no_name() -> None:
    found = issue(*LEAD, KNOWN, "老邬磨了一辈子面，村里没有不", "吃他的面的", TEXT, LAST)
    assert boxes(found) == []


MEASURE = 20


def column(text: str, indent: int = 2) -> str:
    first = MEASURE - indent
    lines = [text[:first], *(text[at : at + MEASURE] for at in range(first, len(text), MEASURE))]
    return "\u3000" * indent + "\n".join(lines)


def opens(*paragraphs: str) -> list[bool | None]:
    lines = "\n".join(paragraphs).split("\n")
    return [unit.opens for unit in make_units([Line(n, text) for n, text in enumerate(lines, 1)])]


def test_a_paragraph_that_has_lost_its_indent_begins_below_a_short_line() -> None:
    whole = [f"{text[:47]}。" for text in (*LEAD, HEAD + TAIL, TEXT + LAST)]
    flush = column(LAST[:30] + "。", 0)
    got = opens(*(column(text) for text in whole), flush, *(column(text) for text in LEAD))
    assert got[len(whole)] is None
    assert got[:5] == [True] * 5


def test_the_flush_line_below_a_box_goes_on() -> None:
    cut = (LEAD[0] + LEAD[1])[: 2 * MEASURE - 2]
    box = f"\u3000\u3000磨匠口诀\n{column(TEXT[:40] + '。')}"
    whole = [column(f"{text[:47]}。") for text in (*LEAD, TEXT + LAST)]
    got = opens(*whole, column(cut), box, column(TAIL, 0), *whole[:2])
    assert got[len(whole) + 3] is False


def test_a_short_name_that_asks_is_a_title() -> None:
    found = issue(*LEAD, HEAD, "怎样听声", TEXT, "——摘自《磨坊旧事》", TAIL, LAST)
    assert boxes(found) == [("", "怎样听声", [TEXT])]
    assert texts(found) == [*LEAD, HEAD + TAIL, LAST]


RATED = (
    "满分十分：出面八分，声音六分，省力七分。要是家里有驴，省力可以再加一分；没有驴，就减去两分。"
)


def test_a_clause_with_a_colon_at_the_head_of_the_text_is_no_turn() -> None:
    found = issue(*LEAD, KNOWN, HEAD, "试磨手记", RATED, TAIL, LAST)
    assert boxes(found) == [("试磨手记", "", [RATED])]
    assert texts(found) == [*LEAD, KNOWN, HEAD + TAIL, LAST]


def test_what_somebody_says_below_a_few_words_is_no_box() -> None:
    said = (
        "张水生：出面八分，声音六分，省力七分。要是家里有驴，省力可以再加一分；没有驴，就减去两分。"
    )
    assert boxes(issue(*LEAD, KNOWN, HEAD, "试磨手记", said, TAIL, LAST)) == []
