"""Articles without contents, signed by where somebody works, and by who planned and who recorded."""

from __future__ import annotations

import pytest

from converter.names import is_workplace
from converter.parse.byline import read_byline
from tests.support.articles import titles
from tests.support.restored import restored
from tests.support.trades import TRADES

HEAD = "渡口青年 2024年第5期\n渡川区文化馆主办　内部交流\n\n===== 第1页 =====\n\n"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("渡川职业学院机电系 丛 林", ("丛林",)),
        ("河湾小学　顾小满", ("顾小满",)),
        ("渡川镇桥头村　江 河", ("江河",)),
        ("策划：顾 满　记录：邬丽丽", ("顾满", "邬丽丽")),
        ("策划：顾满　记录：邬丽丽　摄影：王小林", ("顾满", "邬丽丽")),
        ("策划/顾满　撰文/邬丽丽", ("邬丽丽",)),
    ],
)
def test_who_signs_beside_a_workplace_and_who_planned_a_talk(
    line: str, names: tuple[str, ...]
) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert reading.certainty >= 0.8
    assert tuple(author.name for author in reading.authors) == names


@pytest.mark.parametrize("text", ["干群关系", "小学", "水", "走进社区的人"])
def test_what_is_no_workplace(text: str) -> None:
    assert not is_workplace(text)


def test_articles_without_contents_below_such_bylines() -> None:
    talk = f"该不该把渡船请回来\n\n——三位邻居的对话\n\n策划：顾 满　记录：邬丽丽\n\n{TRADES[1]}"
    letter = f"给学弟学妹的一封信\n\n渡川职业学院机电系 丛 林\n\n学弟学妹：\n\n{TRADES[2]}"
    text = f"{HEAD}致五月\n\n顾 满\n\n{TRADES[0]}\n\n===== 第2页 =====\n\n{talk}\n\n{letter}\n\n{TRADES[3]}"
    assert titles(text) == ["致五月", "该不该把渡船请回来", "给学弟学妹的一封信"]
    assert restored(text).issue.masthead.title == "渡口青年"
