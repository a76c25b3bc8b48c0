"""Names of boxes right above, below and beside lines that might go on with them."""

from __future__ import annotations

import pytest

from converter.parse.learnt.places import may_name, place_at
from converter.parse.plays import cast
from converter.source import Line
from tests.support.blocks import boxes, headings, sourced
from tests.support.restored import restored
from tests.support.trades import TRADES

HEAD = "行当\n2012年第5期\n\n目录\n旧行当 …… 唐果 2\n\n旧行当\n唐果\n\n"
CUT = "箱里的东西他一样一样摆出来，先是竹骨，再是棉线，最后是那一小罐"
REST = "柿漆，罐口用猪尿泡扎着。看的人多，修的人少，他也不催。"


def test_framed_names_of_boxes_that_recur_are_no_directions_of_a_play() -> None:
    lines = [
        "〔幕启。桥头。",
        "老船：过河吗？",
        "青禾：不过。",
        "〔青禾下。",
        "老船：好。",
        "青禾：嗯。",
    ]
    assert cast(lines) == {"老船", "青禾"}
    same = [line if line[0] != "〔" else "〔背景〕" for line in lines]
    assert cast(same) == frozenset()
    assert cast([*lines, "来源：甲。", "来源：乙。"], frozenset(("来源",))) == {"老船", "青禾"}


def test_the_next_box_below_a_source_is_none_of_it() -> None:
    first, second = ("■ 小档案", "从桥头看伞匠"), ("■ 小档案", "从染坊看蓝布")
    body = "\n".join(
        f"{name}\n{title}\n\u3000\u3000{TRADES[at]}\n资料来源：渡川县地方志办公室\n"
        for at, (name, title) in enumerate((first, second))
    )
    found = restored(f"{HEAD}\u3000\u3000{CUT}\n\n{body}\n{REST}\n\u3000\u3000{TRADES[5]}").issue
    assert sourced(found) == [
        ("小档案", title[1], [TRADES[at]], "资料来源：渡川县地方志办公室")
        for at, title in enumerate((first, second))
    ]


def test_the_name_of_a_box_is_not_the_first_line_of_its_title() -> None:
    body = f"■ 新闻链接\n让旧伞真正用起来\n{TRADES[1]}\n（据渡川县地方志办公室资料整理）\n"
    found = restored(f"{HEAD}{TRADES[0]}{CUT}\n\n{body}\n{REST}\n{TRADES[5]}").issue
    assert [box[:2] for box in boxes(found)] == [("新闻链接", "让旧伞真正用起来")]


def test_the_second_line_of_a_numbered_heading_names_no_box() -> None:
    parts = "".join(
        f"（{number}）{first}，\n{second}\n\n{TRADES[at]}\n\n"
        for at, (number, first, second) in enumerate(
            (("一", "先把漆调好", "再把骨架扎紧"), ("二", "缩短等候的时间", "完善旧伞档案"))
        )
    )
    found = restored(f"{HEAD}{TRADES[6]}\n\n{parts}{TRADES[7]}").issue
    assert boxes(found) == []
    assert headings(found) == [
        "（一）先把漆调好，再把骨架扎紧",
        "（二）缩短等候的时间，完善旧伞档案",
    ]


def test_a_common_word_with_a_colon_names_a_box_where_it_cuts_a_sentence() -> None:
    box, source = f"资料：{TRADES[1]}", "（据渡川县地方志办公室资料整理）"
    found = restored(f"{HEAD}{TRADES[0]}{CUT}\n\n{box}\n\n{REST}\n\n{TRADES[5]}").issue
    assert boxes(found) == [("资料", "", [TRADES[1]])]
    found = restored(f"{HEAD}{TRADES[0]}\n\n{box}\n\n{TRADES[5]}").issue
    assert boxes(found) == []
    row = f"小档案：{TRADES[2]}\n\n{source}\n\n{box}"
    found = restored(f"{HEAD}{TRADES[0]}{CUT}\n\n{row}\n\n{REST}\n\n{TRADES[5]}").issue
    assert boxes(found) == [("小档案", "", [TRADES[2]]), ("资料", "", [TRADES[1]])]


def wrapped(text: str, measure: int = 20) -> str:
    return "\n".join(text[at : at + measure] for at in range(0, len(text), measure))


def test_the_whole_name_of_a_box_begins_a_line_of_the_column_that_has_its_measure() -> None:
    above, below = wrapped(TRADES[0] + CUT[:-8])[:-1], wrapped(REST + TRADES[4])
    lines = above.split("\n")
    lines[-1] = (lines[-1] + CUT)[:20]
    box = wrapped(f"温馨提示：{TRADES[1]}") + "\n——《渡川县行当志》"
    text = "\n".join([*lines, box, below, *(wrapped(TRADES[at]) for at in (2, 3, 5, 6))])
    found = restored(f"{HEAD}{text}").issue
    assert sourced(found) == [("温馨提示", "", [TRADES[1]], "《渡川县行当志》")]


@pytest.mark.parametrize(
    ("above", "may"), [("一、走遍桥头收集行当，在作坊", False), (TRADES[0], True)]
)
def test_the_second_line_of_two_headings_that_end_alike_names_no_boxes(
    above: str, *, may: bool
) -> None:
    texts = [above, "里一寸一寸刮漆", TRADES[1], "二、请老师傅口授火候，在作坊", "里一寸一寸刮漆"]
    lines = [Line(at + 1, text) for at, text in enumerate(texts)]
    places = [place for at in (1, 4) if (place := place_at(at, texts[at])) is not None]
    assert may_name(places, lines) is may
