"""Which of two readings of a title is right."""

from __future__ import annotations

import pytest

from converter.parse.grams import learnt
from converter.parse.readings import Compared, Evidence, compare, lean, places, right
from tests.support.restored import listed, restored

PROSE = [
    "渡口的木牌上写着时刻，等船的人都坐在石阶上。",
    "石阶上的人说，渡口的木牌换过三回。",
]
TEXT = "渡船从北岸开过来要一刻钟，船工说水大的时候要两刻，等船的人都坐在石阶上，看对面的山慢慢地亮起来。"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("渡口的木牌", "渡口的本牌", [[(3, 3)]]),
        ("渡口，的木牌", "渡口的本牌", [[(4, 3)]]),
        ("水边，从渡口开始", "水边什从渡口开始", [[(2, 2)]]),
        ("渡口的木牌", "旧事·渡口的本牌", [[(3, 6)]]),
        ("渡口的木牌", "山上的石屋", []),
        ("渡口的木牌", "渡口的木牌", []),
    ],
)
def test_where_two_readings_differ(
    one: str, other: str, found: list[list[tuple[int, int]]]
) -> None:
    assert places(one, other) == found


def test_what_the_issue_and_other_prose_say_is_right() -> None:
    evidence = Evidence(learnt(PROSE), "", "渡口的本牌", TEXT)
    told = compare("渡口的本牌", "渡口的木牌", evidence)
    assert right(told, 0.0) == "渡口的木牌"
    assert told.differ[0][1] < 0


def test_a_title_is_no_witness_of_itself() -> None:
    evidence = Evidence(learnt(["渡口的本牌", *PROSE]), "", "渡口的本牌", "")
    assert right(compare("渡口的本牌", "渡口的木牌", evidence), 0.0) == "渡口的木牌"


def test_where_little_tells_the_side_is_right_that_is_so_elsewhere() -> None:
    one = Compared("甲", "乙", [([(0, 0)], -4.0)])
    assert lean([one] * 4) < 0 < lean([])


def test_a_mark_that_is_not_closed_tells_against_a_reading() -> None:
    evidence = Evidence(learnt([]), "", "", "")
    told = compare("渡口水退潮”以后", "渡口“退潮”以后", evidence)
    assert told.differ[0][1] < 0


HEADS = (("石阶上的送行人", "季有田"), ("渡口的木牌换过三回", "叶小桥"), ("把木船还给河", "沈阿禾"))


def _issue(titles: list[str], printed: list[str]) -> str:
    rows = ["目录", *(f"{title} {who} {at}" for at, (title, (_, who)) in enumerate(zip(titles, HEADS, strict=True), 3))]  # fmt: skip
    body = "\n\n".join(
        "\n\n".join(
            (title, who, TEXT * 2 + "".join(PROSE) + who + "把木船还给河，石阶上的送行人。")
        )
        for title, (_, who) in zip(printed, HEADS, strict=True)
    )
    return "\n".join(rows) + "\n\n" + body


TITLES = [title for title, _ in HEADS]


@pytest.mark.parametrize(
    ("titles", "printed"),
    [
        (["石阶上打送行人", "渡口的本牌换过三回", "把木船还给河"], TITLES),
        (TITLES, ["石阶上打送行人", "渡口的本牌换过三回", "把木般还给河"]),
    ],
)
def test_titles_are_read_alike_in_the_contents_and_the_body(
    titles: list[str], printed: list[str]
) -> None:
    made = restored(_issue(titles, printed))
    assert [title for _, title, _, _ in listed(made)] == TITLES
    assert [one.title[0].value for one in made.issue.articles] == TITLES
    told = [one for one in made.diagnostics if one.code == "TOC004"]
    assert len(told) == sum(one != other for one, other in zip(titles, printed, strict=True))
    assert {one.rule for one in made.issue.changes} == {"misread-title"}


def test_titles_of_a_series_are_none_of_each_other() -> None:
    titles = ["渡口的木牌换过三回（上）", "渡口的木牌换过三回（下）", "把木船还给河"]
    made = restored(_issue(titles, [titles[0], "石阶上的送行人", titles[2]]))
    assert not [one for one in made.issue.changes if one.rule == "misread-title"]
