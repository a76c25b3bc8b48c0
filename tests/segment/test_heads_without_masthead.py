"""Running heads that tell themselves where the masthead is lost, and what they then tell of the issue."""

from __future__ import annotations

import pytest

from converter.model import Masthead, MastheadEntry, MastheadKind
from converter.parse.masthead import told_by_heads
from converter.segment import find_furniture
from converter.segment.pagehead import find_page_heads
from converter.segment.pieced_heads import pieced_heads
from tests.segment.test_heads import lines_of
from tests.support.restored import restored

ABOVE = (
    "渡船从北岸开过来要一刻钟，船工老邱说，水大的时候要两刻，水小的时候一袋烟的工夫就",
    "木牌上的时刻是三十年前写的，谁也没有照着开过船，人多的时候多开几趟，人少的时候就",
    "对岸的集市逢三逢八，挑担的人天不亮就在石阶上排开，篮子里的鸡一声不响，好像也知道",
    "桥修好的那一年，最后一班船坐满了人，有人从省城赶回来，只为了再听一回摇橹的声音和",
    "老邱把橹挂在堂屋里，逢年过节擦一遍油，孙子问这是什么，他说这是爷爷的脚，走过的路",
    "河水一年比一年浅，冬天露出的石墩上长满青苔，孩子们踩着它们过河，鞋子一次也不会打",
)
BELOW = "到了，等船的人都坐在石阶上，看对面的山慢慢地亮起来。"
LAST = "后来修了桥，船工都上了岸，只有那块写着时刻的木牌还挂在老地方。"


def pages(*heads: str, between: str = "", first: int = 0) -> list[str]:
    """Sentences, each cut by a head, with a line more above and below it or none."""
    more = [""] if between else []
    return [
        line
        for at, head in enumerate(heads, first)
        for line in (ABOVE[at % len(ABOVE)], *more, head, *more, BELOW, *rest(at))
    ]


def rest(at: int) -> list[str]:
    """What else stands on a page: whole sentences."""
    return [f"第{at + 1}年，{ABOVE[(at + more) % len(ABOVE)]}。" for more in range(1, 6)]


def told(*heads: str, between: str = "") -> list[str | None]:
    lines = lines_of("\n".join(pages(*heads, between=between)))
    reasons = find_furniture(lines).reasons
    return [reasons.get(line.number) for line in lines if line.text in heads]


@pytest.mark.parametrize(
    "heads",
    [
        ("2 北岸工作 2023.07", "2023.07 BEI AN GONGZUO 3", "4 北岸工作 2023.07", "2023.07 BEI AN GONGZUO 5",
         "6 北岸工作 2023.07", "2023.07 BEI AN GONGZUO 7"),
        ("北岸健康 2023.3 3", "北岸健康 2023.3 7"),
    ],
)  # fmt: skip
def test_heads_with_folio_and_date_need_no_masthead(heads: tuple[str, ...]) -> None:
    assert told(*heads) == ["running-head"] * len(heads)


@pytest.mark.parametrize(
    "heads",
    [
        ("013　北岸地理", "014　北岸地理"),
        ("12 | 北岸 | 封面故事", "14 | 北岸 | 封面故事", "16 | 北岸 | 人物"),
    ],
)
def test_heads_between_blank_lines_need_none_either(heads: tuple[str, ...]) -> None:
    assert told(*heads, between="blank") == ["running-head"] * len(heads)


@pytest.mark.parametrize(
    "lines",
    [
        ("图表 1", "图表 2"),  # counted, as no folios of a magazine are
        ("北岸灯塔 12", "北岸灯塔 9"),
        ("语文 | 北岸 | 90", "数学 | 北岸 | 85", "音乐 | 北岸 | 99"),
    ],
)
def test_what_only_looks_like_them_stays(lines: tuple[str, ...]) -> None:
    assert told(*lines, between="blank") == [None] * len(lines)


def test_rows_of_a_table_stand_close() -> None:
    rows = "12 | 北岸 | 小船\n14 | 北岸 | 大船\n16 | 北岸 | 汽船"
    assert pieced_heads(lines_of(rows)) == []


def test_a_newspaper_without_its_nameplate() -> None:
    heads = [
        f"{page:02} {name}　2018年9月20日　星期四　北岸周报"
        for page, name in ((2, "要闻"), (4, "社会"))
    ]
    found = find_page_heads(lines_of("\n".join(pages(*heads))), "")
    assert [(head.page, head.name) for head in found.heads] == [(2, "要闻"), (4, "社会")]


HEADS = [
    "2　北岸工作　2023年第7期",
    "渡口的灯",
    "4　北岸工作　2023年第7期",
    "6　北岸工作　2023年第7期",
]


def test_the_heads_tell_the_name_and_the_issue() -> None:
    found = told_by_heads(Masthead(), HEADS, {"渡口的灯"})
    assert (found.title, found.year, found.number) == ("北岸工作", 2023, "7")


def test_what_the_masthead_says_stays() -> None:
    entry = MastheadEntry(MastheadKind.TITLE, "", ("南岸工作",))
    own = Masthead(title="南岸工作", year=2022, entries=(entry,))
    assert told_by_heads(own, HEADS, set()) == own


@pytest.mark.parametrize(
    ("heads", "others"),
    [
        (HEADS[:3], set()),  # no more than two
        (HEADS, {"北岸工作"}),  # the name of a section
        ([*HEADS, *(one.replace("北岸工作", "渡口周报") for one in HEADS)], set()),
    ],
)
def test_heads_that_tell_too_little(heads: list[str], others: set[str]) -> None:
    assert told_by_heads(Masthead(), heads, others) == Masthead()


def test_an_issue_without_masthead_gets_its_name() -> None:
    contents = "目录\n渡口的灯　罗长庚　1\n守闸人　季有田　9"
    heads = [f"{n}　北岸工作　2023年第7期" for n in range(2, 14, 2)]
    first = ["渡口的灯", "罗长庚", f"{ABOVE[0]}{BELOW}", *pages(*heads[:4])]
    second = ["守闸人", "季有田", f"{ABOVE[3]}{BELOW}", *pages(*heads[4:], first=4), LAST]
    made = restored("\n".join([contents, "", *first, "", *second]))
    assert (made.issue.masthead.title, made.issue.masthead.number) == ("北岸工作", "7")
    assert [one.title[0].value for one in made.issue.articles] == ["渡口的灯", "守闸人"]
    assert "MST004" in {one.code for one in made.diagnostics}
