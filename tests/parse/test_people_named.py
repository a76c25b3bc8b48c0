"""Who wrote, asked, played or takes part, in the forms of magazines of many kinds."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline
from converter.parse.contents.people import author_list
from converter.parse.credits import read_credits
from converter.parse.facts import facts_of
from converter.parse.letters import signatures
from converter.parse.rolls import opens_roll
from converter.segment import Unit
from converter.segment.units import is_imprint, make_units
from converter.source import Line
from tests.support.restored import restored


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.splitlines(), 1)]


def units(*texts: str) -> list[Unit]:
    return list(make_units(lines("\n\n".join(texts))))


def test_an_unnamed_reader_vouches_for_a_pen_name() -> None:
    text = "修一次刹车二十块，我们这条街上都是这个价钱。"
    found = signatures(units(text, "石门　老俞修车", text, "北口　一位读者"), talk=False)

    assert found == {1, 3}


def test_who_wrote_a_book_behind_a_bracket() -> None:
    book = units("《等待的地方》", "[著]韦长庚", "石门人民出版社，2019年5月", "定价：42元")

    assert facts_of(book) == {0, 1, 2, 3}


def test_an_expert_and_what_he_is() -> None:
    assert opens_roll("专家：韦望舒　石门市第一医院主任医师", ())
    assert not opens_roll("专家：先量一量血糖，再来看。", ())


def test_authors_before_wide_blanks() -> None:
    text = "半岛\n2024年3月号\n\n目录\n散文\n2　苦荞　　　水声\n4　贺　兰　　石声（外一篇）\n6　韦小禾　　灯声\n\n"
    text += "".join(
        f"{title}\n{who}\n\n{'他站在船头，看了很久，没有说话。' * 6}\n\n"
        for title, who in (("水声", "苦 荞"), ("石声（外一篇）", "贺　兰"), ("灯声", "韦小禾"))
    )
    entries = [one for part in restored(text).issue.contents.sections for one in part.entries]

    assert [("".join(one.title), one.authors) for one in entries] == [
        ("水声", ("苦荞",)),
        ("石声（外一篇）", ("贺兰",)),
        ("灯声", ("韦小禾",)),
    ]


def test_two_letter_spaced_authors_before_a_title() -> None:
    text = "半岛\n2024年3月号\n\n目录\n散文\n2　丁一禾　水声\n4　查　理　茅　舍　“一半”有多大\n6　韦小禾　灯声\n\n"
    text += "".join(
        f"{title}\n{who}\n\n{'他站在船头，看了很久，没有说话。' * 6}\n\n"
        for title, who in (("水声", "丁一禾"), ("“一半”有多大", "查 理 茅 舍"), ("灯声", "韦小禾"))
    )
    entries = [one for part in restored(text).issue.contents.sections for one in part.entries]

    assert [one.authors for one in entries] == [("丁一禾",), ("查理", "茅舍"), ("韦小禾",)]


def test_who_played_a_game_wrote_nothing() -> None:
    game = units("季小山（先胜）贺无言", "2003年8月7日弈于石门　第八届“石水杯”第六轮")

    assert read_byline("季小山（先胜）贺无言") is None
    assert facts_of(game) == {0, 1}


@pytest.mark.parametrize(
    "text",
    ["〔清〕程 蒿 原著　邬 真 注", "〔清〕程蒿撰　邬真校注", "[日]程蒿／著　邬真／译"],
)
def test_who_wrote_long_ago_and_who_explains_it(text: str) -> None:
    assert [credit.names for credit in read_credits(text) or ()] == [("程蒿",), ("邬真",)]


def test_an_imprint_in_chinese_figures() -> None:
    assert is_imprint("《無人島》／邱以寧著／潮間出版社／二〇二三年十一月／港幣一一八元")


def test_an_editorial_has_no_author() -> None:
    assert author_list("社　论") == ()


def test_a_question_without_a_name_between_two_answers() -> None:
    text = "半岛\n2024年3月号\n\n目录\n等船……季芳(2)\n水声……贺兰(3)\n\n等船\n季芳\n\n"
    text += "记者：您写的人为什么总在等船？\n\n韦小禾：船来了，故事就完了。\n\n您不怕读者等得不耐烦吗？\n\n"
    text += "韦小禾：怕，所以码头上要有卖鱼蛋的。\n\n水声\n贺兰\n\n他站在船头，看了很久。\n"
    blocks = restored(text).issue.articles[0].blocks

    assert [getattr(block, "role", "") for block in blocks] == [
        "question",
        "answer",
        "question",
        "answer",
    ]
