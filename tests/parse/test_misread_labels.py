"""Names of boxes of which OCR has misread a character."""

from __future__ import annotations

import pytest

from converter.look_alikes import look_alike, look_alikes
from converter.model import Change
from converter.parse.context import Ledger
from converter.parse.issue.misread_labels import SURE, with_labels_read
from converter.pipeline import Restored
from converter.source import Line
from tests.support.blocks import boxes
from tests.support.restored import restored

_HEAD = "石磨坊每天天不亮就开工，豆子是头一天夜里泡下的，到了三点钟正好胀足，磨出来的浆水细得"
_TAIL = "能从筛眼里自己流下去，一点渣也不留，老掌柜说这才叫浆，从前的人都是这样喝的。"
_TEXT = "石磨分上下两扇，上扇有孔，豆子由此落下；下扇固定在磨盘上，浆水沿磨槽流入桶中。"


def issue(*label: str, text: str = _TEXT) -> Restored:
    """An article of which a box with this label cuts a sentence."""
    contents = ["目录", "磨坊里的三点钟 甘泉水 3", "渡口的老秤 祝小满 9"]
    first = ["磨坊里的三点钟", "甘泉水", _HEAD, *label, text, _TAIL]
    second = [
        "渡口的老秤",
        "祝小满",
        "老秤挂在渡口的亭子里，秤杆磨得发亮，谁家卖鱼都到这里来过一过。",
    ]
    return restored("\n\n".join([*contents, *first, *second]))


@pytest.mark.parametrize(
    ("read", "label"),
    [
        ("相关链按", "相关链接"),
        ("小贴土", "小贴士"),
        ("【资科】", "资料"),
        ("知识嗟接", "知识链接"),
        ("磨坊名斤", "磨坊名片"),
    ],
)
def test_a_label_is_found_with_a_character_misread(read: str, label: str) -> None:
    """In a list, or made as such names are; look-alikes, or what is no word."""
    got = issue(read)
    assert [name for name, _, _ in boxes(got.issue)] == [label]
    doubts = [one for one in got.diagnostics if one.code == "BOX004"]
    assert [dict(one.args) for one in doubts] == [{"read": read.strip("【】"), "label": label}]


def test_the_change_is_recorded() -> None:
    changes = issue("链按").issue.changes
    assert [one for one in changes if one.rule == _RULE] == [Change(13, 1, "按", "接", _RULE)]


_RULE = "misread-label"


def test_a_label_that_comes_again_is_read_alike_everywhere() -> None:
    """What comes more often is right; nothing is told where neither does."""
    names = ["灶台笔记", "灶台笔讫", "磨坊问答", "磨坊问荅", "小水桶", "少水桶"]
    times = {"灶台笔记": 2, "磨坊问答": 3, "磨坊问荅": 1, "小水桶": 1, "少水桶": 1}
    lines = [Line(number, name) for number, name in enumerate(names, 1)]
    ledger = Ledger()
    got = [line.text for line in with_labels_read(lines, times, (), ledger)]
    assert got == ["灶台笔记", "灶台笔记", "磨坊问答", "磨坊问答", "小水桶", "少水桶"]
    assert [change.line for change in ledger.changes] == [2, 4]


def test_a_known_name_is_no_label_misread() -> None:
    """The title of an article that differs from a label by a character stays."""
    lines = [Line(1, "磨坊问荅")]
    assert with_labels_read(lines, {"磨坊问答": 3}, {"磨坊问荅"}, Ledger()) == lines


def test_a_label_of_a_traditional_issue_is_traditional() -> None:
    """Though its own characters stand nowhere else in the issue."""
    text = "石磨分上下兩扇，上扇有孔，豆子由此落下；下扇固定在磨盤上，漿水沿磨槽流入桶中。"
    above = "磨坊每天天不亮就開工，豆子是頭一天夜裡泡下的，到了三點鐘正好脹足，磨出來的漿水細得"
    below = "能從篩眼裡自己流下去，一點渣也不留，老掌櫃說這才叫漿，從前的人都是這樣喝的。"
    lines = ["目錄", "磨坊裡的三點鐘　甘泉水　3", "磨坊裡的三點鐘", "甘泉水"]
    got = restored("\n\n".join([*lines, above, "【貸料】", text, below]))
    assert [name for name, _, _ in boxes(got.issue)] == ["資料"]


@pytest.mark.parametrize("name", ["动物档案", "时间账", "结语", "背影", "编者按", "史科"])
def test_another_word_is_no_label_misread(name: str) -> None:
    """动物档案 is none for 人物档案, 时间账 for 时间轴, nor 史科, who may be somebody, for 史料."""
    assert all(one.code != "BOX004" for one in issue(name).diagnostics)


def test_look_alikes_are_each_others() -> None:
    assert look_alike("按", "接")
    assert look_alike("接", "按")
    assert look_alike("鹅", "鹅")
    assert not look_alike("按", "鹅")
    assert look_alikes("鹅") == frozenset()


@pytest.mark.parametrize(
    ("read", "label"),
    [("名词释", "名词解释"), ("背资料", "背景资料")],
)
def test_a_label_is_found_that_has_lost_a_character(read: str, label: str) -> None:
    got = issue(read)
    assert [name for name, _, _ in boxes(got.issue)] == [label]
    (change,) = [one for one in got.issue.changes if one.rule == "misread-label"]
    assert (change.before, change.after in label) == ("", True)
    assert [one.code for one in got.diagnostics if one.code == "BOX004"] == ["BOX004"]


def test_of_two_labels_the_one_that_the_issue_has_is_meant() -> None:
    lines = [Line(1, "关链接　石磨分上下两扇。"), Line(2, "相关链接　上扇有孔。")]
    labels = {"相关链接": SURE, "有关链接": SURE}
    assert [line.text for line in with_labels_read(lines, labels, (), Ledger())] == [
        "相关链接　石磨分上下两扇。",
        "相关链接　上扇有孔。",
    ]
    alone = with_labels_read(lines[:1], labels, (), Ledger())
    assert [line.text for line in alone] == ["关链接　石磨分上下两扇。"]


@pytest.mark.parametrize("name", ["贴士", "小知识", "张小川"])
def test_a_short_name_one_that_is_a_label_itself_and_a_person_stay(name: str) -> None:
    lines = [Line(1, f"{name}　石磨分上下两扇。")]
    labels = {"小贴士": SURE, "小知识": SURE, "小知识库": SURE, "张小川说": 1.0}
    assert with_labels_read(lines, labels, (), Ledger()) == lines
