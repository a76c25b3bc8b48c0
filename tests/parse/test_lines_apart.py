"""Lines that stand by themselves or go on: programs, chapters, folios, verse and laughs."""

from __future__ import annotations

import pytest

from converter.clean.rules import _dashes
from converter.parse.markup import resolve
from converter.parse.series import headings_in_series
from converter.segment import Unit
from converter.segment.furniture import find_furniture
from converter.segment.known_heads import is_issue_head
from converter.segment.units import are_code, make_units
from converter.source import Line
from tests.support.restored import restored


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.splitlines(), 1)]


def units(*texts: str) -> list[Unit]:
    return list(make_units(lines("\n\n".join(texts))))


def test_variables_and_prompts_are_no_formulas() -> None:
    assert resolve("30 T$ = TIME$")[0] == "30 T$ = TIME$"
    assert resolve("PROMPT $P$G")[0] == "PROMPT $P$G"
    assert resolve("PM$_{2.5}$为35")[0] == "PM2.5为35"
    assert resolve("其中$x$为水深")[0] == "其中x为水深"


def test_a_price_keeps_its_ones() -> None:
    assert _dashes("港幣一一八元") == []


def test_a_line_of_a_program_stands_by_itself() -> None:
    assert are_code("10 CLS", '20 PRINT "A"')
    assert are_code("x = f(y);", "return x }")
    assert not are_code("20 CLS", "10 PRINT")
    assert not are_code("10 CLS", "10行清屏")


def test_a_program_is_neither_headings_nor_a_paragraph() -> None:
    text = "微机\n1996年第5期\n\n目录\n画钟……贺兰(2)\n存盘……季芳(3)\n\n画钟\n贺兰\n\n程序如下，一共四行，请照着打进去。\n\n"
    text += "10 CLS\n20 A$ = TIME$\n30 PRINT A$\n40 GOTO 20\n\n第10行清屏，第20行取出时间。\n\n存盘\n季芳\n\n每天下班以前要存一次盘。\n"
    blocks = restored(text).issue.articles[0].blocks

    shown = [(block.type, block.text.value) for block in blocks if hasattr(block, "text")]
    assert shown[1:5] == [
        ("paragraph", "10 CLS"),
        ("paragraph", "20 A$ = TIME$"),
        ("paragraph", "30 PRINT A$"),
        ("paragraph", "40 GOTO 20"),
    ]


def test_an_instalment_goes_on_with_its_chapters() -> None:
    text = "他站在船头，看了很久。"
    found = headings_in_series(units("9", text, "10", text, "11", text), ())

    assert list(found.values()) == ["bare", "bare", "bare"]


def test_chapters_before_a_lower_page_are_no_folios() -> None:
    text = "他站在船头，看了很久，没有说话。"
    page = f"{text}\n\n" * 8
    shown = f"{page}— 1 —\n\n9\n\n{text}\n\n10\n\n{text}\n\n11\n\n{page}— 2 —\n\n{page}— 3 —\n"
    found = find_furniture(lines(shown))

    assert [line.text for line in lines(shown) if line.number in found.reasons] == [
        "— 1 —",
        "— 2 —",
        "— 3 —",
    ]


def test_a_letter_before_a_folio() -> None:
    shown = "\n\n".join(f"他站在船头，看了很久。\n\nP{page}" for page in range(3, 8))

    assert [one.page for one in find_furniture(lines(shown)).breaks] == [3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "text", ["民俗论丛·二〇一八年第三辑", "《民俗论丛》一一三年三月號", "民俗论丛　2024年春季号"]
)
def test_a_name_and_its_issue_are_a_running_head(text: str) -> None:
    assert is_issue_head(text, ["民俗论丛"], "民俗论丛")


WRAPPED = """\
　　他站在船头，看了很久，没有说话，水
从船底流过去，声音很轻，像有人在下面翻
书。船家说，这一段水最深。
"""


def test_a_laugh_and_the_days_of_the_week_go_on() -> None:
    text = (
        WRAPPED * 3
        + "　　门诊的时间写在墙上，看得很清楚：每周\n二、周四上午，别的日子她要下乡去，去了\n就不知道几时回来，错了十年才差零点三。\n（笑）\n"
    )
    text += WRAPPED
    found = [unit.text for unit in make_units(lines(text))]

    assert any("每周二、周四上午" in one and one.endswith("（笑）") for one in found)


def test_a_poem_begins_below_what_leads_to_it_and_ends_above_its_note() -> None:
    text = "论丛\n2018年第3期\n\n目录\n竹枝词……贺兰(2)\n水声……季芳(3)\n\n竹枝词\n贺兰\n\n"
    text += "媒人是要骂的。婆婆唱的是：\n二月河豚未上时\n家家门外晒蓑衣\n小姑不管桃花水\n只问郎船几日归\n【注】桃花水：春汛。\n\n"
    text += "他站在船头，看了很久，没有说话。\n\n水声\n季芳\n\n他站在船头，看了很久，没有说话。\n"
    blocks = restored(text).issue.articles[0].blocks

    assert [block.type for block in blocks][:3] == ["paragraph", "verse", "paragraph"]
    assert len(getattr(blocks[1], "lines", ())) == 4
