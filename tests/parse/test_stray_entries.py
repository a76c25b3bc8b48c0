"""Entries of the contents that OCR has read among the lines of the masthead."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

ONE = "补锅的人先敲三下，听锅底的声音，声音散了是裂，声音闷了是薄，不散不闷的，他就摇摇头，说这口锅还能再用十年。"
TWO = "看水的人夜里不点灯，水面比天亮一点，哪里暗了哪里就是漏，他顺着暗处走过去，用脚一踩，就知道是鼠洞还是蟹洞。"
HEAD = [
    "敲锅月刊",
    "2018年第4期",
    "主管：河东县委",
    "主编：傅长林",
    "地址：河东县渡口街3号",
    "国内统一刊号 CN 99-1234",
    "定价：2.00元",
]
FIRST = [
    "卷首",
    "2 先敲三下 陆小满",
    "手艺",
    "5 还能再用十年 白若溪",
    "9 水面比天亮 万佩文",
    "13 哪里暗了 欧阳青",
]
LAST = [
    "卷首",
    "先敲三下……陆小满（2）",
    "手艺",
    "还能再用十年……白若溪（5）",
    "水面比天亮……万佩文（9）",
    "哪里暗了……欧阳青（13）",
]
BODY = "\n\n".join(
    f"{title}\n\n{name}\n\n{ONE}\n\n{TWO}{ONE}"
    for title, name in (
        ("先敲三下", "陆小满"),
        ("还能再用十年", "白若溪"),
        ("水面比天亮", "万佩文"),
        ("哪里暗了", "欧阳青"),
    )
)


def issue(masthead: list[str], contents: list[str]) -> str:
    return "\n".join(masthead) + "\n\n目录\n\n" + "\n".join(contents) + f"\n\n{BODY}\n"


@pytest.mark.parametrize("lines", [FIRST, LAST])
@pytest.mark.parametrize("entry", [4, 5])
@pytest.mark.parametrize("at", [4, 5, 6])
def test_entry_within_the_masthead(at: int, entry: int, lines: list[str]) -> None:
    whole = listed(restored(issue(HEAD, lines)))
    head = [*HEAD[:at], lines[entry], *HEAD[at:]]
    assert listed(restored(issue(head, [*lines[:entry], *lines[entry + 1 :]]))) == whole


def test_entry_that_the_contents_have_stays_on_the_cover() -> None:
    head = [*HEAD[:4], "水面比天亮 9", *HEAD[4:]]
    assert listed(restored(issue(head, FIRST))) == listed(restored(issue(HEAD, FIRST)))


def test_running_head_is_no_entry() -> None:
    named = BODY.replace("哪里暗了", "敲锅月刊\n\n哪里暗了", 1)
    contents = "\n".join(FIRST)
    head, rest = "\n".join(HEAD[:2]), "\n".join(HEAD[2:])
    text = f"{head}\n\n目录\n\n{contents}\n\n{rest}\n敲锅月刊·2\n\n{named}\n"
    assert [title for _, title, _, _ in listed(restored(text))] == [
        "先敲三下",
        "还能再用十年",
        "水面比天亮",
        "哪里暗了",
    ]
