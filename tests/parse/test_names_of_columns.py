"""Names over titles that no contents name: in frames, with more #, below 专栏, and as long as others."""

from __future__ import annotations

import pytest

from converter.model import Issue
from tests.support.restored import restored

LONG = (
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，"
    "数一数台阶就知道今天能不能开船，几十年里没有数错过一回。"
)


def issue(*pieces: str) -> Issue:
    text = "\n\n".join(f"{piece}\n\n{LONG}\n\n{LONG}" for piece in pieces)
    return restored(f"河湾风物\n二〇一三年第二期\n\n{text}\n").issue


def titles(found: Issue) -> list[str]:
    return ["".join(line.value for line in article.title) for article in found.articles]


@pytest.mark.parametrize(
    "name",
    ["【征文·我的第一条船】", "〔岸上人家〕"],
)
def test_a_name_in_a_frame_is_no_line_of_the_title(name: str) -> None:
    found = issue("摆渡人的台阶\n\n文／陶 然", f"{name}\n\n值班室的炉子\n\n文／罗 岩")
    assert titles(found) == ["摆渡人的台阶", "值班室的炉子"]


def test_nor_is_one_with_more_signs() -> None:
    found = issue(
        "# 摆渡人的台阶\n\n文／陶 然",
        "## 值日生\n\n# 值班室的炉子和铁皮水壶\n\n文／罗 岩",
        "# 水尺旁边\n\n文／苏 河",
    )
    assert titles(found) == ["摆渡人的台阶", "值班室的炉子和铁皮水壶", "水尺旁边"]


def test_nor_is_the_name_of_a_column_below_the_name_of_all() -> None:
    found = issue(
        "摆渡人的台阶\n\n文／陶 然",
        "专栏\n\n灯下算盘\n\n一张白条的三种命运\n\n文／罗 岩",
    )
    assert titles(found) == ["摆渡人的台阶", "一张白条的三种命运"]


def test_a_name_as_long_as_the_others_over_a_shorter_title() -> None:
    found = issue(
        "史海钩沉\n摆渡人的台阶考略\n陶 然",
        "往事回忆\n值班室的炉子和水壶\n罗 岩",
        "父亲的石印铺子\n江 离",
        "跟着戏班跑码头\n季 舟",
        "地名丛谈\n桥灯会\n苏 河",
    )
    assert titles(found)[-1] == "桥灯会"
