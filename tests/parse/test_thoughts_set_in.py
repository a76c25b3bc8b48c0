"""Thoughts in words of their own, set into a text or over it, and what only looks like them."""

from __future__ import annotations

import pytest

from converter.model import Article, Figure
from converter.parse.issue.lead_quotes import take_lead_quotes
from converter.parse.turned_thoughts import is_turned_thought
from converter.segment import Unit
from converter.source import Line
from tests.support.articles import quotes, texts
from tests.support.restored import restored

INDENT = "\u3000\u3000"
HEAD = "目录\n钟表铺的下午　　乔木生　2\n修伞的人　　倪小满　6\n"
SECOND = f"""修伞的人
倪小满
{INDENT}巷口的伞摊只有三尺宽，伞骨插在竹筒里，长的短的分
作两排，谁来都能一眼看见自己那一根。倪师傅补伞面不用
新布，用的是别的旧伞上裁下来的，颜色对不上，就挑花的。
{INDENT}落雨的日子他反而不出摊，说落雨的人要伞，不要修伞
的人，等天晴了再来，伞也晾干了，话也说得完。
{INDENT}有一把黑布伞在竹筒里插了六年，没有人来取，每年入
梅以前他把伞撑开一次，看看骨子锈了没有。
"""
COLUMN = f"""{INDENT}钟表铺在桥西第三家，门面只有一扇窗那么宽，窗台上
摆着七只座钟，没有两只走得一样快。掌柜姓乔，修了四
十年的表，自己从来不戴。他说戴着表的人总是低着头，
看不见门口走过去的人。
{INDENT}我第一次进去是替祖父取一只怀表，掌柜把表壳打开，
让我看里面那一根头发丝一样细的游丝，说这根丝要是弯
了一点点，一天就要慢半个钟头。我问他怎么知道它弯了，
他说听，把表贴在耳朵上，听它走路的声音是不是瘸着腿。
{INDENT}后来我常到铺子里去坐，看他用镊子夹起比芝麻还小的
螺丝，在灯下转三圈，再放回原来的地方去，手一点都不
抖。有一天他把七只座钟一起对准，退后两步，像看着七
个孩子排好了队。那天下午它们一起敲了四下。
""".splitlines()


def article(*lines: str) -> Article:
    return restored(
        f"{HEAD}钟表铺的下午\n乔木生\n" + "\n".join(lines) + f"\n{SECOND}"
    ).issue.articles[0]


def test_a_short_line_with_a_turn_cuts_the_paragraph_of_a_column() -> None:
    thought = "钟是给人看的，路要自己走。"
    made = article(*COLUMN[:6], thought, *COLUMN[6:])
    assert quotes(made) == [thought]
    assert len(texts(made)) == 3
    assert "这根丝要是弯了一点点" in texts(made)[1]


def test_a_last_line_that_reads_on_from_the_one_above_stays() -> None:
    plain = article(*COLUMN)
    assert quotes(plain) == []
    assert len(texts(plain)) == 3


def test_a_flush_thought_over_indented_paragraphs_is_a_pull_quote() -> None:
    thought = "他修的不是钟，是那些等着钟响的人。"
    parted = (thought, "".join(COLUMN[:4]), "".join(COLUMN[4:8]), "".join(COLUMN[8:]))
    lines = [Line(at, text.strip()) for at, text in enumerate(parted, 1)]
    units = [
        Unit((line,), line.text, gap=False, wrapped=True, opens=line.number > 1) for line in lines
    ]
    found: list[list[list[Unit]]] = [[]]
    body = list(units)
    take_lead_quotes([[], body], found)
    assert [[unit.text for unit in quote] for quote in found[0]] == [[thought]]
    assert body == units[1:]
    indented: list[list[list[Unit]]] = [[]]
    take_lead_quotes([[], [unit._replace(opens=True) for unit in units]], indented)
    assert indented == [[]]


def test_within_a_sentence_it_is_no_caption() -> None:
    thought = "一只停了的表，是一句没有说完的话。"
    parted = ["".join(COLUMN[:4]), "".join(COLUMN[4:8]), "".join(COLUMN[8:])]
    plain = [text.replace(INDENT, "") for text in parted]
    cut = plain[2].index("七只座钟") + 3
    parts = [*plain[:2], plain[2][:cut], thought, plain[2][cut:]]
    head = HEAD.replace("\n", "\n\n")
    last = SECOND.replace(INDENT, "").replace("\n", "\n\n")
    made = restored(f"{head}钟表铺的下午\n\n乔木生\n\n" + "\n\n".join(parts) + f"\n\n{last}")
    found = made.issue.articles[0]
    assert quotes(found) == [thought]
    assert not any(isinstance(block, Figure) for block in found.blocks)
    assert plain[2] in texts(found)


@pytest.mark.parametrize(
    "text",
    [
        "掌柜在灯下修一只怀表。",
        "这是桥西最早的钟表铺，窗台是后来加的。",
        "裹了三层油纸，就是包点心的那一种。",
        "左起第二人是乔师傅，是铺子的第三代。",
    ],
)
def test_what_a_picture_shows_has_no_turn(text: str) -> None:
    assert not is_turned_thought(text)


@pytest.mark.parametrize(
    ("line", "told"),
    [("听表的人听的不只是快慢，更是脾气。", True), ("在这里，听的不只是快慢，更是脾气。", False)],
)
def test_what_takes_up_the_paragraph_above_is_no_thought_set_in(line: str, *, told: bool) -> None:
    head, last = HEAD.replace("\n", "\n\n"), SECOND.replace(INDENT, "").replace("\n", "")
    parts = ["".join(COLUMN[:4]), line, "".join(COLUMN[4:8]), "".join(COLUMN[8:])]
    body = "\n\n".join(part.replace(INDENT, "") for part in parts)
    made = restored(f"{head}钟表铺的下午\n\n乔木生\n\n{body}\n\n修伞的人\n\n倪小满\n\n{last[7:]}")
    found = made.issue.articles[0]
    assert (quotes(found) == [line]) is told
    assert (line in texts(found)) is not told


WHOLE = "".join(COLUMN).replace(INDENT, "\n").strip().split("\n")
BOX = ("小知识", "游丝是盘成一圈一圈的钢丝，比头发还细，一收一放，表才走得均匀。")


@pytest.mark.parametrize("at", [25, 41])
@pytest.mark.parametrize("below", [(), BOX])
def test_a_turned_thought_that_carries_nothing_on_cuts_its_sentence(
    at: int, below: tuple[str, ...]
) -> None:
    thought = "拧紧的是发条，走动的是日子，留下来的却是听表的耳朵。"
    head, rest = WHOLE[1][:at], WHOLE[1][at:]
    made = article("", *"\n\n".join([WHOLE[0], head, thought, *below, rest, WHOLE[2]]).split("\n"))
    assert quotes(made) == [thought]
    assert WHOLE[1] in texts(made)


def test_a_turned_thought_that_may_be_the_rest_of_a_sentence_stays_there() -> None:
    head, rest = "他把表贴在我的耳朵上，说听得懂的", "不是走得快慢，而是它走路的声音瘸不瘸。"
    made = article("", *"\n\n".join([WHOLE[0], head, rest, WHOLE[1], WHOLE[2]]).split("\n"))
    assert quotes(made) == []
    assert head + rest in texts(made)
