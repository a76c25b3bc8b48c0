"""Names of boxes between ornaments, and what ends a box."""

from __future__ import annotations

import pytest

from converter.model import Box, Paragraph
from converter.parse.boxes import bare_label, box_start
from converter.parse.captions import is_unnumbered_caption
from converter.parse.extent.closing import closes_box
from converter.parse.extent.lists import end_of_list
from converter.parse.frames import as_printed, framed_like, read_frame, with_known_mark
from converter.parse.issue.apart import find_apart
from converter.profile import Profile
from converter.segment.units import Unit
from converter.segment.units.signs import NUMBERED
from converter.source import Line
from tests.support.restored import restored


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
        (["☁ 量一量：叠纸船", "☁小贴士：晒被子", "☁ 渡口名片"], {"量一量", "小贴士", "渡口名片"}),
        (["▍量一量", "▍小贴士", "▍渡口名片"], {"量一量", "小贴士", "渡口名片"}),
        (["［量一量］", "［小贴士］", "［渡口名片］　叠纸船"], {"量一量", "小贴士", "渡口名片"}),
        (["■ 量一量", "■ 叠一叠", "■ 小贴士"], set()),
    ],
)
def test_what_is_framed_like_the_name_of_a_box_is_one(shown: list[str], found: set[str]) -> None:
    likely = framed_like(shown, {"小贴士"}, likely=lambda name: name.endswith(("名片", "小贴士")))
    assert likely == found


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("☁\ufe0f小贴士☁", "■小贴士■"),
        ("＞小贴士", "■小贴士"),
        ("⚠ 小心台阶", "⚠ 小心台阶"),
        ("→", "→"),
    ],
)
def test_a_sign_of_any_kind_stands_before_a_name(shown: str, read: str) -> None:
    assert with_known_mark(shown) == read


HEAD = "渡口\n\n目录\n\n河湾　某某 …… 3\n\n河湾\n\n某某\n\n"


def test_what_stands_behind_such_a_name_keeps_its_own_signs() -> None:
    text = "☁\ufe0f小贴士：出门看☁\ufe0f，带伞☔\ufe0f。"
    assert as_printed("出门看■，带伞☔。", text) == "出门看☁\ufe0f，带伞☔\ufe0f。"
    assert as_printed("出门带伞。", "☁小贴士：出门带伞。") == "出门带伞。"


@pytest.mark.parametrize(
    "line", ["☁\ufe0f 小贴士：出门看☁\ufe0f，带伞。", "☁ 小贴士：出门带伞☔\ufe0f。"]
)
def test_a_box_keeps_the_pictures_of_its_text(line: str) -> None:
    text = "河水在这里拐了一个弯，岸上的人家就沿着弯散开"
    issue = restored(f"{HEAD}{text}，\n\n{line}\n\n{text}。\n").issue
    boxes = [
        block for article in issue.articles for block in article.blocks if isinstance(block, Box)
    ]
    texts = [part.text.value for box in boxes for part in box.blocks if isinstance(part, Paragraph)]
    assert texts == [line.partition("：")[2]]


@pytest.mark.parametrize(
    ("shown", "label"),
    [
        ("☁小贴士：晒被子", "小贴士"),
        ("《小资料》旧渡口", "小资料"),
        ("小资料 ▏旧渡口", "小资料"),
        ("☆小资料　旧渡口", "小资料"),
        ("《小资料》的编者", None),
    ],
)
def test_reads_names_of_boxes_behind_any_sign(shown: str, label: str | None) -> None:
    start = box_start(Unit((Line(1, shown),), shown, gap=True), Profile())

    assert (start and start.label) == label


@pytest.mark.parametrize("line", ["1953年　动工修渡口", "［小资料］　旧渡口", "《小资料》　旧渡口"])
def test_no_sentence_goes_on_with_a_year_apart_or_a_name_in_brackets(line: str) -> None:
    assert NUMBERED.match(line)


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
        "（点评人：石门师范学院教授　韦一木）",
        "（本刊2017年8月实测）",
        "（韦一木口述）",
        "（石门渡口管理处、石门气象台）",
        "（石门市渡船协会　2月18日）",
        "（韦一木　2020年11月测）",
        "（石门县委负责同志在2020年渡口安全工作会上的发言）",
        "（韦一木在船工座谈会上强调）",
        "（石门乡人民政府统计）",
    ],
)
def test_tells_whence_a_box_is(text: str) -> None:
    assert closes_box(text)


@pytest.mark.parametrize(
    "text", ["（笑）", "（未完待续）", "（下转第3页）", "（一）", "（他在船上发言）"]
)
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


CUT = "　　他站在船头，看了很久，没有说话，水\n从船底流过去，声音很轻，像有人在下面翻\n"


@pytest.mark.parametrize(
    ("box", "rest"),
    [
        (
            "小贴士\n怎样晒被子\n　　晒的时候不要拍。\n　　被面是绸子的，要在上面盖一层旧的薄\n布再晒。",
            "书页？他想，也许是在翻他写过的那几封。",
        ),
        (
            "小贴士\n　　被面是绸子的要盖一层薄布再去晒它。\n1969年的老棉被也要这样晒上半个小时。",
            "了，他想，也许是在翻他写过的那几封信。",
        ),
    ],
    ids=["below a title", "full lines with full stops"],
)
def test_a_box_in_a_cut_sentence_ends_above_the_rest_of_it(box: str, rest: str) -> None:
    text = WRAPPED * 4 + CUT + box + "\n" + rest + "\n" + WRAPPED * 4
    column = lines(text)
    at = next(line.number for line in column if line.text == rest)
    found = find_apart(column, Profile())

    assert found.pieces[at - 2] == found.pieces[at - 1] == at - 2
    assert at not in found.pieces


def test_whose_work_is_pictured_and_how_large_it_is() -> None:
    assert is_unnumbered_caption("何若溪〈門檻〉，木版，四十乘九十公分，二〇二三年")
    assert not is_unnumbered_caption("何若溪《门槛》，木版的书，她读了三年。")


def test_a_last_item_leaves_the_sentence_above_the_box_its_end() -> None:
    shown = [
        "船长：九米",
        "船舱的宽：按老图里的规定",
        "图的第七页写着，没有人看。",
        "船下水那天下雨。",
    ]
    units = [
        Unit((Line(at, text),), text, gap=False, opens=at != 3) for at, text in enumerate(shown, 1)
    ]

    assert end_of_list(units, (-1, 0), 4, "", "他说，说明") == 2
    assert end_of_list(units, (-1, 0), 4, "", "") == 3
