"""Contents with a page over several titles, a page below one, and rows of a table in two."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline
from tests.support.restored import listed, restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
PIECES = [
    ("渡口的早市", "何若溪", "06"),
    ("守灯二十年", "沈川", "11"),
    ("铁锚为什么会生锈", "柴望", "15"),
    ("一把盐", "梅 笛", "21"),
    ("祖母的船票", "程一帆", "21"),
    ("抽屉里的潮声", "叶 禾", "21"),
]
CONTENTS = """目录 CONTENTS

走河 ON THE RIVER

06 渡口的早市 / 何若溪

人物 PEOPLE

11 守灯二十年
访鹅颈滩灯塔的看守人贺长亭 / 沈川

船坞 SHIPYARD

铁锚为什么会生锈 / 柴 望
15

闲话 COLUMNS

21
一把盐 / 梅 笛
祖母的船票 / 程一帆
抽屉里的潮声 / 叶 禾
"""
MASTHEAD = """主管：临江市航运局
主办：临江市船员协会
编辑出版：《河灯》杂志社
地址：临江市水门口17号
邮编：199420
"""


def _issue() -> str:
    lines = ["河灯", "2021年第9期（总第143期）", CONTENTS, MASTHEAD]
    for title, who, _ in PIECES:
        head = [title]
        if title.startswith("守灯"):
            head = ["守灯\n二十年", "——访鹅颈滩灯塔的看守人贺长亭"]
        if title.startswith("铁锚"):
            head = ["铁锚为什么\n会生锈"]
        lines += [*head, who] + [f"{PROSE[:-1]}，{title[:2]}{at}。" for at in "一二三"]
    return "\n\n".join(lines)


def test_pieces_on_one_page_and_a_title_above_its_page() -> None:
    """All pieces below a page have it; the last, with a spaced name, is no head of the masthead."""
    made = restored(_issue())
    assert [(title, page) for _, title, _, page in listed(made)] == [
        (title, page) for title, _, page in PIECES
    ]
    assert len(made.issue.articles) == len(PIECES)
    assert made.issue.articles[1].subtitle is not None


TABLE = """目 次

译 林

| 写给来信的人 | [挪威] 埃里克·霍尔 著 沈未晚 译 | （13） |
|---|---|---|
| 河埠三首 | [智利] 玛尔塔·里奥 作 | |
| | 柯北星 译 | （16） |

新 作

旧渡船（组诗） …… 尉迟鸣（18）
"""


def test_a_row_of_a_table_goes_on_with_the_translator() -> None:
    """Who translated stands with the page on a row of its own; blanks beside a dot part no name."""
    bodies = [
        ("写给来信的人", "[挪威] 埃里克· 霍尔 著\n\n沈未晚 译"),
        ("河埠三首", "[智利] 玛尔塔·里奥 作 柯北星 译"),
        ("旧渡船（组诗）", "尉迟鸣"),
    ]
    lines = ["河灯", "2017年第3期（总第47期）", TABLE]
    for title, who in bodies:
        lines += [title, who] + [f"{PROSE[:-1]}，{title[:2]}{at}。" for at in "一二三"]
    made = restored("\n\n".join(lines))
    assert [(title, authors, page) for _, title, authors, page in listed(made)] == [
        ("写给来信的人", ("埃里克·霍尔", "沈未晚"), "13"),
        ("河埠三首", ("玛尔塔·里奥", "柯北星"), "16"),
        ("旧渡船（组诗）", ("尉迟鸣",), "18"),
    ]
    names = [[one.name for line in a.bylines for one in line.authors] for a in made.issue.articles]
    assert names == [["埃里克·霍尔", "沈未晚"], ["玛尔塔·里奥", "柯北星"], ["尉迟鸣"]]


@pytest.mark.parametrize("text", ["特稿 · 某某", "文 · 李四 图 · 王五"])
def test_a_dot_between_blanks_is_no_part_of_a_name(text: str) -> None:
    """It parts a section from a title, or a work from who did it."""
    reading = read_byline(text)
    assert reading is None or all("·" not in one.name for one in reading.authors)


NEWS = """目录

要闻
3 新码头启用 / 老趸船退役 / 航标灯换新
人物
5 守灯人的晚饭 镇江口小学 沈川
专栏
7 一把盐 梅笛
"""


def test_a_page_of_three_pieces_is_counted_once_and_what_is_not_read_is_quoted_as_it_stands() -> (
    None
):
    """No character is too many (`restored` counts); 镇江口小学 is told whole, though some of it stands elsewhere."""
    body = [(title, "") for title in ("新码头启用", "老趸船退役", "航标灯换新")]
    body += [("守灯人的晚饭", "沈川"), ("一把盐", "梅笛")]
    lines = ["河灯", "2021年第9期（总第143期）", NEWS]
    for title, who in body:
        lines += [title, who, *(f"{PROSE[:-1]}，{title[:2]}{at}。" for at in "一二三")]
    made = restored("\n\n".join(line for line in lines if line))
    assert [page for _, _, _, page in listed(made)] == ["3", "3", "3", "5", "7"]
    told = [found.message() for found in made.diagnostics if found.code == "TOC003"]
    assert told == ["the contents hold “镇江口小学”, which is neither a section nor an entry"]


def test_the_running_head_below_the_contents_is_none_of_what_they_hold() -> None:
    made = restored(
        "河　灯\n2021年第9期（总第143期）\n\n目　录\n　　守灯二十年…………沈川　1\n　　一把盐…………梅笛　3\n\n"
        f"河灯　2021·9　　　　1\n\n守灯二十年\n□ 沈　川\n　　{PROSE}\n\n河灯　2021·9　　　　3\n\n"
        f"一把盐\n□ 梅　笛\n　　{PROSE[:-1]}，天亮又灭。\n"
    )
    assert [page for _, _, _, page in listed(made)] == ["1", "3"]
    assert not [one for one in made.diagnostics if one.code == "TOC003"]
