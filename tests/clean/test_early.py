"""Characters that are read as those they stand for, before lines are compared."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line, read_bytes

SPACED = """渠 水 清 清 地 流 过 柳 湾 的 田 。
守 渠 的 老 人 每 天 沿 着 它 走 一 遍 。
哪 里 漏 水 ， 哪 里 该 清 淤 ， 他 都 记 得 。
本 子 上 写 着 一 行 一 行 的 小 字 。
"""


def _texts(text: str) -> list[str]:
    return [line.text for line in clean(read_bytes(text.encode(), "渠.txt").lines).lines]


@pytest.mark.parametrize("blank", ["\u00a0", "\u2005", "\u202f", "\u200b \u200b", "&nbsp;"])
def test_blanks_of_other_kinds_between_characters_are_told_as_others_are(blank: str) -> None:
    assert _texts(SPACED.replace(" ", blank)) == _texts(SPACED)


def test_a_blank_of_an_em_indents_as_a_wide_one_does() -> None:
    assert _texts("\u2003\u2003渠水清清。\n&emsp;&emsp;渠水长长。") == [
        "\u3000\u3000渠水清清。",
        "\u3000\u3000渠水长长。",
    ]


def test_a_radical_is_its_character_where_blanks_are_told() -> None:
    assert _texts(SPACED.replace("水", "⽔").replace("田", "⽥")) == _texts(SPACED)


def test_changes_tell_the_columns_of_the_file() -> None:
    (line, *_), changes = clean([Line(1, '\u200b渠\u00a0说：\u200b"清了",好&middot;')])
    assert line.text == "渠 说：“清了”，好·"
    assert [
        (one.column, one.before, one.after) for one in sorted(changes, key=lambda one: one.column)
    ] == [
        (0, "\u200b", ""),
        (2, "\u00a0", " "),
        (5, "\u200b", ""),
        (6, '"', "“"),
        (9, '"', "”"),
        (10, ",", "，"),
        (12, "&middot;", "·"),
    ]


def test_a_line_of_invisible_characters_is_blank() -> None:
    cleaned = clean([Line(1, "渠水。"), Line(2, "\u200b\ufeff"), Line(3, "渠水。")])
    assert [line.text for line in cleaned.lines] == ["渠水。", "", "渠水。"]
    assert [one.line for one in cleaned.changes] == [2, 2]


def test_rules_that_are_off_change_nothing() -> None:
    assert clean([Line(1, "渠\u00a0水")], without=["odd-blanks"]).lines[0].text == "渠\u00a0水"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("渠水从山上来\\", "渠水从山上来"),
        ("第 12 期\\", "第 12 期"),
        ("· 12 ·\\", "· 12 ·"),
        ("make all \\", "make all \\"),
        ("canal0: test is\\", "canal0: test is\\"),
        (".-,(\\", ".-,(\\"),
        ("C:\\canal\\", "C:\\canal\\"),
        ("渠 & 水 \\\\", "渠 & 水 \\\\"),
    ],
)
def test_the_backslash_by_which_markdown_breaks_a_line(before: str, after: str) -> None:
    assert _texts(before) == [after]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# 渠水 #", "# 渠水"),
        ("## **渠水** ###", "## **渠水**"),
        ("# 渠水 C#", "# 渠水 C#"),
        ("渠水 #", "渠水 #"),
        ("# #", "# #"),
    ],
)
def test_signs_behind_a_heading_of_markdown(before: str, after: str) -> None:
    assert _texts(before) == [after]


def test_ends_of_lines_that_were_written_twice() -> None:
    assert _texts("渠水。\r\r\n渠水。\r\r\n\r\r\n渠水。\r\r\n") == [
        "渠水。",
        "渠水。",
        "",
        "渠水。",
    ]
