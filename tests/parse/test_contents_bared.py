"""Contents that have lost their heading or a title, where the body has all of them plainly."""

from __future__ import annotations

from converter.parse.contents import RawContents, RawEntry
from converter.parse.openings import find_openings
from converter.profile import Profile
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import listed, restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
SAID = "修船先修人，人心齐了，再旧的船也能走远；人心散了，再新的船也停在岸边，谁也不肯上去。"
MASTHEAD = """\
河灯

2021年第9期 总第143期
2021年9月1日出版

ISSN 9952 - 3531

主管：河湾镇
主办：《河灯》杂志社
邮 编：199062

"""
TABLES = """\
专稿

-
- | | | |
|---|------|---|
| 5 | 把旧船修好 走稳每一程
让河上的人有路可走 | 何若溪 |

船坞

-
- | | | |
|---|------|---|
| 9 | 铁锚的锈 从哪里来
到哪里去 | 柴望 |

14 祖母的船票 留给谁看
留到什么时候 梅 笛

"""
ARTICLES = [
    ("把旧船修好 走稳每一程 让河上的人有路可走", "河湾船厂厂长 何若溪"),
    ("铁锚的锈 从哪里来 到哪里去", "河湾船厂技师 柴望"),
    ("祖母的船票 留给谁看 留到什么时候", "河湾中学教师 梅 笛"),
]
BODY = "\n\n".join(f"{title}\n\n{who}\n\n{PROSE}\n\n{PROSE}" for title, who in ARTICLES)


def test_contents_in_tables_without_their_heading_below_a_quotation() -> None:
    """Their titles are on two lines, which the body has on one."""
    found = listed(restored(f"{SAID}\n\n{MASTHEAD}{TABLES}\n{BODY}\n"))
    assert [(entry[0], entry[3]) for entry in found] == [
        ("专稿", "5"),
        ("船坞", "9"),
        ("船坞", "14"),
    ]


def test_a_house_that_is_left_of_an_entry_is_no_title() -> None:
    """The article has its title in the body, above the house, and is the one that is listed."""
    text = [
        "守灯二十年",
        "沈川",
        PROSE,
        PROSE,
        PROSE,
        "把灯送到船上 一盏也不少",
        "红石湾镇党委宣传部",
        PROSE + PROSE,
    ]
    units = make_units(
        Line(number, one)
        for at, word in enumerate(text)
        for number, one in ((2 * at + 11, word), (2 * at + 12, ""))
    )
    entries = [
        RawEntry(["守灯二十年"], page="5", authors_text="沈川", lines=[1]),
        RawEntry(["红石湾镇党委宣传部"], lines=[2]),
    ]
    found = find_openings(units, RawContents(entries=entries), Profile())
    assert [(one.title, one.entry, one.reading[1]) for one in found] == [
        ([0], 0, ("沈川",)),
        ([5], 1, ("红石湾镇党委宣传部",)),
    ]


def test_the_name_of_a_section_whose_only_entry_is_lost_is_no_entry() -> None:
    contents = [
        "目 录",
        "走河\n06 渡口的早市 …… 何若溪",
        "船坞\n11 铁锚为什么会生锈 …… 柴望\n14 两只旧桨 …… 沈川",
        "动手",
        "闲话\n21 祖母的船票 …… 梅 笛",
    ]
    pieces = [
        "走河\n\n渡口的早市\n\n何若溪",
        "船坞\n\n铁锚为什么会生锈\n\n柴望",
        "两只旧桨\n\n沈川",
        "动手\n\n用一杯盐水看洋流\n\n文／叶小禾",
        "闲话\n\n祖母的船票\n\n梅 笛",
    ]
    body = "\n\n".join(f"{head}\n\n{PROSE}\n\n{PROSE}" for head in pieces)
    made = restored(MASTHEAD + "\n\n".join(contents) + f"\n\n{body}\n")
    titles = ["".join(line.value for line in one.title) for one in made.issue.articles]
    assert titles[3] == "用一杯盐水看洋流"
    assert [entry[1] for entry in listed(made)] == [
        "渡口的早市",
        "铁锚为什么会生锈",
        "两只旧桨",
        "祖母的船票",
    ]
