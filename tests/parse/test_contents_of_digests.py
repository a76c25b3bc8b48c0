"""Contents of a digest: sections that OCR has set behind entries, digits read as letters."""

from __future__ import annotations

from tests.support.restored import listed, restored

ONE = "摆渡的人四十年里没有出过县，两岸的人却都由他送过，谁家嫁女，谁家还债，他都在船上听说过。"
TWO = "石匠的锤子有七把，最小的一把只有一两，用来修碑上的字，修一个字要一个上午，修完了也看不出来。"
THREE = "种藕的田要放三次水，第三次放完，泥里的东西就都醒了，人站在田埂上听得见水往下走的声音。"
FOUR = "夜里放水的人提一盏马灯，灯放在埂上，人走到哪里，影子就跟到哪里，一直跟到水闸跟前才停下。"
BODY = (
    f"四十年的渡船\n\n陆小满\n\n{ONE}\n\n修碑上的字\n\n白若溪\n\n{TWO}\n\n田埂上听藕\n\n傅长林\n\n{THREE}\n\n"
    f"夜里放第三次水\n\n万佩文\n\n{FOUR}\n"
)


def entries(contents: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    """Section, title, authors and page of each entry."""
    return listed(restored(f"水边\n2019年第3期\n主编：傅长林\n\n目录\n\n{contents}\n\n{BODY}"))


def test_a_framed_section_behind_the_last_entry_of_another() -> None:
    framed = "【人物】\n2 四十年的渡船 …… 陆小满 【手艺】 4 修碑上的字 …… 白若溪\n【田间】\n6 田埂上听藕 …… 傅长林\n8 夜里放第三次水 …… 万佩文"
    last = "【人物】\n四十年的渡船 …… 陆小满 2 【手艺】 修碑上的字 …… 白若溪 4\n【田间】\n田埂上听藕 …… 傅长林 6\n夜里放第三次水 …… 万佩文 8"
    for text in (framed, last):
        assert entries(text) == [
            ("人物", "四十年的渡船", ("陆小满",), "2"),
            ("手艺", "修碑上的字", ("白若溪",), "4"),
            ("田间", "田埂上听藕", ("傅长林",), "6"),
            ("田间", "夜里放第三次水", ("万佩文",), "8"),
        ]


def test_a_digit_that_was_read_as_a_letter_between_the_pages_above_and_below() -> None:
    first = "人物\n4 四十年的渡船 陆小满\n6 修碑上的字 白若溪\ng 田埂上听藕 傅长林\n1b 夜里放第三次水 万佩文\n20 封底 编者"
    table = "| 2 | 四十年的渡船 | 陆小满 |\n|---|---|---|\n| b | 修碑上的字 | 白若溪 |\n| 8 | 田埂上听藕 | 傅长林 |\n| 12 | 夜里放第三次水 | 万佩文 |"
    assert [page for _, _, _, page in entries(first)][:4] == ["4", "6", "9", "16"]
    assert [page for _, _, _, page in entries(table)] == ["2", "6", "8", "12"]
