"""Names of boxes between ornaments, and what ends a box."""

from __future__ import annotations

import pytest

from converter.parse.boxes import bare_label
from converter.parse.captions import is_unnumbered_caption
from converter.parse.extent.closing import closes_box
from converter.parse.frames import framed_like, read_frame
from converter.parse.issue.apart import find_apart
from converter.profile import Profile
from converter.source import Line


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.splitlines(), 1)]


def test_one_ornament_on_both_sides_frames_a_name() -> None:
    frame = read_frame("♥量一量♥ 三分钟护膝操")

    assert frame is not None
    assert (frame.name, frame.title) == ("量一量", "三分钟护膝操")
    assert bare_label("★小贴士★") == "小贴士"


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (["♥量一量♥", "♥小贴士♥ 晒被子"], {"量一量", "小贴士"}),
        (["//量一量//", "//小贴士//"], {"量一量", "小贴士"}),
        (["■ 量一量：叠纸船", "■ 小贴士：晒被子"], {"量一量", "小贴士"}),
        (["♥量一量♥", "★小贴士★ 晒被子"], {"小贴士"}),
        (["■ 量一量：叠纸船", "■ 摄影：韦小禾"], set()),
    ],
)
def test_what_is_framed_like_the_name_of_a_box_is_one(shown: list[str], found: set[str]) -> None:
    assert framed_like(shown, {"小贴士"}) == found


@pytest.mark.parametrize(
    "text",
    [
        "（本刊综合）",
        "（译者）",
        "（以上录自东乡各村）",
        "（示范：石门市中医院康复科）",
        "（石门师范学院　学前教育系）",
        "（韦一木著，草堂书局，2008年）",
        "資料整理：本刊編輯部",
    ],
)
def test_tells_whence_a_box_is(text: str) -> None:
    assert closes_box(text)


@pytest.mark.parametrize("text", ["（笑）", "（未完待续）", "（下转第3页）", "（一）"])
def test_other_brackets_close_no_box(text: str) -> None:
    assert not closes_box(text)


WRAPPED = """\
　　他站在船头，看了很久，没有说话，水
从船底流过去，声音很轻，像有人在下面翻
书。船家说，这一段水最深。
"""


def test_a_source_goes_on_behind_its_bracket_in_the_next_line() -> None:
    text = WRAPPED * 4 + "　　（摘自《看水手记》，石门人民出版社\n2010年版）\n" + WRAPPED * 4
    found = find_apart(lines(text), Profile())

    assert found.pieces[13] == found.pieces[14] == 13


def test_whose_work_is_pictured_and_how_large_it_is() -> None:
    assert is_unnumbered_caption("何若溪〈門檻〉，木版，四十乘九十公分，二〇二三年")
    assert not is_unnumbered_caption("何若溪《门槛》，木版的书，她读了三年。")
