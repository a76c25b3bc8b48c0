"""Sources of boxes that break at the end of a line, and first lines of boxes that are no titles."""

from __future__ import annotations

import pytest

from converter.parse.boxes import goes_on_as_source
from tests.support.blocks import sourced, texts
from tests.support.restored import restored

ABOVE = "茶马古道从镇子的西头进山，路面是青石板，石板上的蹄印有一寸来深，下雨的时候像一排小"
BELOW = "碗。赶马的人说，数着碗走，天黑之前一定能走到第一个歇脚的棚子，棚子里有火塘，也有"
END = "热茶。如今路修通了，碗还在，只是再也没有人去数。"
LAST = "我走的那一回，棚子里住着一对老夫妻，替过路的人烧水，也替他们看马。"
SAID = "凡古道两侧各三十米以内，不得取石、挖土、新建房屋，已有的房屋修缮时应当保持原来的高度。"


HEAD = ("目录\n古道上的碗　罗长庚　4\n守闸人　季有田　9", "古道上的碗", "罗长庚")
OTHER = ("守闸人", "季有田", "守闸的人在河边住了四十年，夜里听水声就知道明天要不要开闸。")


def issue(*box: str) -> str:
    pieces = (*HEAD, ABOVE, "链接", *box, BELOW + END, LAST, *OTHER)
    return "\n\n".join(pieces)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("——摘自《青溪镇古道保护", "办法》"),
        ("——摘自《青溪镇古道保护规划", "（2011—2015年）》"),
        ("——摘自《青溪镇古道保护办法", "（试行）》第六条"),
        ("——整理自《山路考》", "（青溪出版社，2020年）"),
        ("——资料来源：青溪大学山地研", "究所"),
        ("——数据来源：青溪镇文化站，截", "至2024年1月"),
        ("（摘自《青溪镇古道保护", "办法》）"),
        ("——摘自青溪茶站1936年值班日", "记，青溪镇文化站藏"),
        ("——见季有田在青溪镇考察古道时的", "讲话"),
        ("——摘自季有田在古道保护座谈会上的发言", "《山路简报》2023年第6期"),
        ("——摘自青溪茶站赶马人的口述", "《山路考》"),
    ],
)
def test_a_source_goes_on_in_the_next_line(above: str, below: str) -> None:
    assert goes_on_as_source(above, below)
    found = restored(issue(SAID, above, below)).issue
    ((label, title, own, source),) = sourced(found)
    assert (label, title, own) == ("链接", "", [SAID])
    assert source == (above + below).strip("—（）") or source == (above + below).lstrip("—")
    assert texts(found)[0] == ABOVE + BELOW + END


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("——摘自《青溪镇古道保护办法》", "热茶在棚子里等着"),
        ("——摘自《青溪镇古道保护", "碗。赶马的人说，《马经》里写着"),
        ("——摘自《青溪镇古道保护", "办法》规定得清清楚楚，谁也没有话说"),
        ("——罗长庚", "（见图）"),
        ("——摘自《青溪镇古道保护办法》", "（责任编辑：罗长庚）"),
        ("——摘自《青溪镇古道保护办法》", "（本栏责编 罗长庚）"),
        ("——资料来源：青溪大学", "山上的路"),
        ("——据青溪茶站值班日记", "山路考察报告"),  # the next heading
        ("——2014年青溪镇古道工作会议要求", "（四）听取养路人的意见"),  # it ends as a document does
        ("——季有田在青溪镇调研时指出", "三、给每块石板建立档案"),
        ("——摘自《青溪镇古道保护办法》", "《山路考》"),  # the next of several works
        ("——罗长庚", "《山路考》"),
    ],
)
def test_what_goes_on_no_source(above: str, below: str) -> None:
    assert not goes_on_as_source(above, below)


@pytest.mark.parametrize("at", [13, 17])
def test_the_first_line_of_a_box_is_no_title(at: int) -> None:
    found = restored(issue(SAID[:at], SAID[at:], "——《古道志》")).issue
    ((label, title, own, source),) = sourced(found)
    assert (label, title, own, source) == ("链接", "", [SAID], "《古道志》")


def test_a_figure_that_did_not_fit_the_line_below_its_words_makes_no_title() -> None:
    said = "一丈是从前石匠量路的长度，一丈等于|3.333米，合十尺，从第一个棚子到下一个是三百|丈。"
    lines = said.split("|")
    found = restored(issue("\n".join(lines), "——《古道志》")).issue
    ((label, title, own, source),) = sourced(found)
    assert (label, title, own, source) == ("链接", "", ["".join(lines)], "《古道志》")


def test_a_title_stays_one() -> None:
    title = "古道两侧的房屋怎么修"
    found = restored(issue(title, SAID, "——《古道志》")).issue
    assert sourced(found) == [("链接", title, [SAID], "《古道志》")]


QUOTE = "数着碗走，天黑之前一定能走到第一个歇脚的棚子，心里就不慌了。"
COLUMN = (
    "茶马古道从镇子的西头进山，路面是青石板，石板上的蹄印深得像一排小小的碗。"
    "赶马的人一路数着碗走，天黑以前就能望见火塘。"
    "如今新公路已经通到了山后面，老碗都还留在石板上，再也没有谁弯下腰一个一个地数过来。"
    "镇上的老人每年清明上山扫一回路，把落叶和浮土一直扫到棚子跟前，扫完了喝一碗热茶才下来。"
)


def test_a_quotation_in_narrower_lines_has_no_title() -> None:
    lines = [COLUMN[at : at + 17] for at in range(0, len(COLUMN), 17)]
    inset = [QUOTE[at : at + 13] for at in range(0, len(QUOTE), 13)]
    rest = [line for one in OTHER for line in (one[at : at + 17] for at in range(0, len(one), 17))]
    found = restored("\n".join([*HEAD, *lines[:3], *inset, *lines[3:], *rest])).issue
    assert [(title, own) for _, title, own, _ in sourced(found)] == [("", [QUOTE])]
    assert "".join(texts(found)).startswith(COLUMN)


@pytest.mark.parametrize(
    "source",
    [
        "青溪镇古道保护座谈会纪要",
        "《青溪镇古道保护技术规程》",
        "2019年青溪镇古道保护工作会议要求",
        "季有田同志在青溪镇考察时的讲话",
    ],
)
def test_a_source_that_has_lost_its_dash_among_numbered_parts(source: str) -> None:
    """It looks like the title of another box, over what carries the broken sentence on."""
    rest = BELOW + END
    parts = ("一、修路", LAST, ABOVE, "链接", SAID, source, rest, "二、烧水", LAST)
    found = restored("\n\n".join((*HEAD, *parts, *OTHER))).issue
    assert sourced(found) == [("链接", "", [SAID], source)]
    assert ABOVE + rest in texts(found)
