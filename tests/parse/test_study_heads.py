"""A study magazine of cadres: posts over names, several pull quotes over a title, framed boxes."""

from __future__ import annotations

import pytest

from converter.model import Issue
from converter.parse.boxes import box_start
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawContents, RawEntry
from converter.parse.contents.weigh import weigh
from converter.parse.context import piece_of
from converter.parse.extent import box_extent
from converter.parse.extent.extent import Cut
from converter.parse.flush_lines import goes_on_close
from converter.parse.grams import Trigrams
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line
from tests.support.restored import restored

HEAD = "渡务学习\n2023年第2期\n主办：河湾县渡务处\n编辑出版：《渡务学习》编辑部\n主编：沈一帆\n"
TEXT = (
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆，落水的时候又露出青苔来。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹，擦灯的人总是绕开它。",
    "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水，等第一船去赶集的人。",
    "水文站的标尺立在石阶旁边，每天早晨七点有人来看一次，把数字写在小黑板上，写完了再去吃早饭。",
)


BOATS = (
    "木匠老秦修了四十年船，锯子、刨子、凿子各有三把，从来不借给人，说船底的缝认得自己的凿子。",
    "船坞里停着一条没有名字的船，桐油的气味飘出二里地，徒弟们把麻丝一缕一缕塞进缝里去。",
    "到了腊月，船坞结了冰，老秦把凿子擦亮挂在墙上，说船也要歇一冬，人也要歇一冬。",
)


def made(*parts: str) -> Issue:
    """An issue of some blocks, between blank lines."""
    return restored("\n\n".join(parts) + "\n").issue


def heads(issue: Issue) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The title, the subtitle and the authors of each article, with their posts."""
    return [
        (
            "".join(line.value for line in article.title),
            article.subtitle.value if article.subtitle else "",
            [(one.name, one.office) for byline in article.bylines for one in byline.authors],
        )
        for article in issue.articles
    ]


def quotes(issue: Issue) -> list[list[str]]:
    """The pull quotes of each article."""
    return [
        ["".join(text.value for text in one.paragraphs) for one in article.pull_quotes]
        for article in issue.articles
    ]


@pytest.mark.parametrize("entry", ["守住一盏灯 陆遥 2", "守住一盏灯 2"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("post", ["河湾省航务局党组书记、局长", "河湾县渡口管理委员会"])
def test_posts_over_the_name_of_who_holds_them(entry: str, gap: str, post: str) -> None:
    issue = made(
        f"{HEAD}目录\n{entry}\n修船 唐果 4",
        f"守住一盏灯\n\n——老渡口纪事\n\n{post}{gap}陆 遥",
        *TEXT,
        "修船\n唐果",
        *BOATS,
    )
    assert heads(issue)[0] == ("守住一盏灯", "——老渡口纪事", [("陆遥", post)])
    assert len(issue.articles[0].blocks) == len(TEXT)


def test_a_house_that_the_contents_name_signs_itself() -> None:
    issue = made(
        f"{HEAD}目录\n守住一盏灯 河湾县渡口管理委员会 2\n修船 唐果 4",
        "守住一盏灯\n\n河湾县渡口管理委员会",
        *TEXT,
        "修船\n唐果",
        *BOATS,
    )
    assert heads(issue)[0][2] == [("河湾县渡口管理委员会", "")]


THOUGHTS = (
    "渡口不是等来的地方，而是守出来的路。",
    "灯亮在水上，亮的是方向；灯亮在心里，亮的是责任。石阶和缆绳都在等人。",
)


def test_two_thoughts_set_close_above_a_title_are_its_pull_quotes() -> None:
    first = "修船先修船底，漏水的地方往往看不见；修人先修心，松动的地方往往说不出。"
    issue = made(
        f"{HEAD}目录\n修船的人 唐果 2\n守住一盏灯 陆遥 4",
        first,
        "修船的人\n唐果",
        *BOATS,
        f"{THOUGHTS[0]}\n{THOUGHTS[1]}\n守住一盏灯",
        "陆遥",
        *TEXT,
    )
    assert quotes(issue) == [[first], list(THOUGHTS)]


def test_two_thoughts_above_the_first_title_are_its_pull_quotes() -> None:
    issue = made(
        f"{HEAD}目录\n守住一盏灯 陆遥 2\n修船的人 唐果 4", *THOUGHTS, "守住一盏灯\n陆遥", *TEXT,
        "修船的人\n唐果",
        *BOATS,
    )  # fmt: skip
    assert quotes(issue)[0] == list(THOUGHTS)


def test_the_work_that_a_box_was_taken_from_opens_no_pull_quote() -> None:
    thought = "灯亮在水上，亮的是方向；守灯的人心里亮着，渡口的石阶就不黑。"
    issue = made(
        f"{HEAD}目录\n修船的人 唐果 2\n守住一盏灯 陆遥 4",
        "修船的人\n唐果",
        *BOATS,
        "链接\n\n木船每年上坞检修一次，检修记录由船主保存三年。",
        "《河湾县木船检修规程（试行）》",
        thought,
        "守住一盏灯\n陆遥",
        *TEXT,
    )
    assert quotes(issue)[1] == [thought]


MORE = (
    "船底的缝要用凿子去认，不能用眼睛去猜。",
    "船修得好不好，不看桐油刷了几遍，要看麻丝塞得密不密；修船的凿子钝了，船坞也就冷了。",
)


@pytest.mark.parametrize("first", [THOUGHTS, THOUGHTS[1:]])
def test_one_more_thought_above_a_pull_quote_where_another_title_has_several(
    first: tuple[str, ...],
) -> None:
    issue = made(
        f"{HEAD}目录\n守住一盏灯 陆遥 2\n修船的人 唐果 4",
        *first,
        "守住一盏灯\n陆遥",
        *TEXT,
        *MORE,
        "修船的人\n唐果",
        *BOATS,
    )
    assert quotes(issue) == [list(first), list(MORE if len(first) > 1 else MORE[1:])]


LINES = (
    "守灯守的是人心，更是来路；护船护的是木头，更是归程。",
    "石阶在人的脚下磨着，缆绳在人的手里握着，标尺在水里",
    "立着，三样东西都在，渡口才算真正守住了。",
)


def test_printed_lines_of_one_thought_are_one_pull_quote_though_a_sentence_fills_the_first() -> (
    None
):
    issue = made(
        f"{HEAD}目录\n守住一盏灯 陆遥 2\n修船的人 唐果 4",
        "\n".join(LINES),
        "守住一盏灯\n陆遥",
        *TEXT,
        "修船的人\n唐果",
        *BOATS,
    )
    assert quotes(issue)[0] == ["".join(LINES)]


def units(*blocks: str) -> list[Unit]:
    """The lines of some blocks, with a blank line above each block."""
    lines = [(line, not at) for one in blocks for at, line in enumerate(one.split("\n"))]
    return [Unit((Line(at, text),), text, gap=gap) for at, (text, gap) in enumerate(lines, 1)]


FRAME = (
    "指渡口两岸逐级编号的石阶，涨水的时候没入水下。",
    "落水的时候又露出水面，渡工用没入水下的石阶的级数，",
    "来估计水位的高低。",
)


def test_what_a_box_explains_stands_beside_its_name_over_the_lines_of_a_frame() -> None:
    cut = ("指渡口两岸逐级编号的石阶，涨水的时候没入水下，落水", "时露出水面。")
    shown = units("名词解释 水位石阶", "\n".join(cut), "二、灯和人", TEXT[0])
    start = box_start(shown[0], Profile())
    assert start is not None
    found = box_extent(shown, 0, start, frozenset([3]), Cut("", Trigrams()))
    assert (found.title, found.body) == (0, (1, 2))


@pytest.mark.parametrize(("above", "told"), [(FRAME[0], True), ("指两岸的石阶。", False)])
def test_a_line_that_fills_its_frame_but_for_a_lost_indent_goes_on(
    above: str, *, told: bool
) -> None:
    inside = units("\n".join([above, *FRAME[1:]]))
    assert goes_on_close(inside, inside[0], inside[1], piece_of(inside[0])) is told
    apart = units(above, *FRAME[1:])
    assert not goes_on_close(apart, apart[0], apart[1], piece_of(apart[0]))


def test_a_name_below_posts_signs_be_its_surname_in_no_list() -> None:
    lines = ["守住一盏灯", "河湾省航务局党组书记、局长", "战云舟", TEXT[0] * 2]
    body = BodyIndex([Line(at, line) for at, line in enumerate(lines, 10)])
    one = RawEntry(["守住一盏灯"], "2", authors_text="战云舟")
    split = [RawEntry(["守住一盏灯"]), RawEntry(["战云舟"], page="2")]
    whole, parted = RawContents(), RawContents()
    whole.entries, parted.entries = [one], split
    assert weigh(whole, body).cost + 2 < weigh(parted, body).cost
    assert weigh(whole, body).whole
