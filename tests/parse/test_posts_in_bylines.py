"""Bylines of names with posts behind a bar or in brackets, and houses that sign with a work."""

from __future__ import annotations

import pytest

from converter.names import is_body, join_spaced, split_names
from converter.parse.byline import read_byline
from tests.support.restored import restored


def signed(line: str, *known: str) -> list[tuple[str, str]]:
    """The authors that a line names, with their offices."""
    found = read_byline(line, known=frozenset(known))
    return [(one.name, one.office) for one in found.authors] if found is not None else []


@pytest.mark.parametrize(
    ("line", "post"),
    [
        (
            "栾问樵｜中共沅州市委党校（沅州行政学院）副校长、教授",
            "中共沅州市委党校（沅州行政学院）副校长、教授",
        ),
        ("栾　问樵｜第7期进修班学员、沅州县审计局副局长", "第7期进修班学员、沅州县审计局副局长"),
        ("栾问樵 丨 沅州县委书记", "沅州县委书记"),
        ("栾问樵 | 沅州县委副书记、县长", "沅州县委副书记、县长"),
    ],
)
def test_posts_behind_a_bar(line: str, post: str) -> None:
    assert signed(line, "栾问樵") == [("栾问樵", post)]
    assert signed(line) == [("栾问樵", post)]


@pytest.mark.parametrize(
    "line", ["撰稿｜沅州县委副书记", "栾问樵｜把课堂搬到渠边", "旧渠｜一位主席"]
)
def test_what_is_no_post_behind_a_bar(line: str) -> None:
    assert ("栾问樵", "把课堂搬到渠边") not in signed(line)
    assert all(name not in ("撰稿", "旧渠") for name, _ in signed(line))


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (
            "撰稿 栾问樵（本刊记者）　晚稻（通讯员）　摄影 陶小满",
            [("栾问樵", "本刊记者"), ("晚稻", "通讯员")],
        ),
        ("撰稿 栾问樵（沅州县渔具厂工会主席", [("栾问樵", "沅州县渔具厂工会主席")]),
        ("采访整理 栾 问 樵（本刊记者）", [("栾问樵", "本刊记者")]),
        ("撰稿 沅州市总工会女职工部", [("沅州市总工会女职工部", "")]),
    ],
)
def test_posts_in_brackets_behind_a_work(line: str, who: list[tuple[str, str]]) -> None:
    assert signed(line) == who


def test_the_house_before_a_numbered_team_is_part_of_its_name() -> None:
    team = "第7期进修班第二课题组"
    assert signed(f"沅州市委党校第 7 期{team[3:]}", team) == [(f"沅州市委党校{team}", "")]
    assert signed("沅州市委组织部 “渠水”调研组", "“渠水”调研组") == [
        ("“渠水”调研组", "沅州市委组织部")
    ]


def test_a_department_of_a_house() -> None:
    assert is_body("沅州市总工会女职工部")
    assert not is_body("沅州大学的全部")
    assert not is_body("沅州大学内部")


def test_a_word_spaced_as_wide_as_the_name_beside_it_is_a_name() -> None:
    assert split_names("栾问樵 宁 可") == ("栾问樵", "宁可")
    assert split_names("栾问樵 宁可") is None
    assert split_names("宁 可") is None


TEXT = (
    "渡口的石阶有三十一级，最下面的两级常年浸在水里，老船工说灯亮着人就回得来，说了三十年没有改过。"
)


def test_a_work_above_every_article_names_no_box() -> None:
    titles = ("渡口的灯", "修船的人", "晒网的场", "借船还船")
    names = ("栾问樵", "陶小满", "卢小舟", "霍闻笛")
    articles = "\n\n".join(
        f"{title}\n\n撰稿 {name}（沅州日报通讯员\n\n{TEXT}\n\n{TEXT}"
        for title, name in zip(titles, names, strict=True)
    )
    listed = "\n\n".join(
        f"{title} {name} {page}"
        for title, name, page in zip(titles, names, range(4, 20, 4), strict=True)
    )
    issue = restored(f"目录\n\n{listed}\n\n{articles}\n").issue
    assert [article.title[0].value for article in issue.articles] == list(titles)
    assert not [block for one in issue.articles for block in one.blocks if block.type == "box"]
    assert [b.authors[0].name for one in issue.articles for b in one.bylines] == list(names)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("文 | 渡口周刊 栾问樵", [("栾问樵", "渡口周刊")]),
        ("作者：栾问樵 沅州晚报", [("栾问樵", "沅州晚报")]),
        ("文／沅州月刊 栾问樵 沈一帆", [("栾问樵", "沅州月刊"), ("沈一帆", "沅州月刊")]),
        ("文 | 栾问樵 沈一帆", [("栾问樵", ""), ("沈一帆", "")]),
        ("文 | 栾问樵 石桥杂志室", [("栾问樵", "石桥杂志室")]),
    ],
)
def test_a_paper_beside_names_is_where_those_are_and_no_author(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert signed(line) == expected


@pytest.mark.parametrize("trade", ["炼钢工", "乘务员", "司机", "退休工人", "列车长", "农民"])
def test_a_trade_before_the_name_of_who_wrote_is_no_author(trade: str) -> None:
    assert signed(f"文 / {trade} 秋 白") == [("秋白", trade)]


def test_a_name_that_ends_like_a_trade_is_an_author() -> None:
    assert signed("文 / 何进员 秋 白") == [("何进员", ""), ("秋白", "")]


@pytest.mark.parametrize("house", ["柳川县社会福利院", "柳川省委第三巡回指导组", "柳川县委编办"])
def test_homes_and_groups_and_offices_of_a_committee_are_bodies(house: str) -> None:
    assert is_body(house)


def test_four_characters_apart_are_two_names() -> None:
    assert join_spaced(list("戴月荷锄")) == ["戴月", "荷锄"]
    assert join_spaced(list("戴小月贝川")) == ["戴小月", "贝川"]


def test_a_letter_spaced_word_beside_such_a_name_is_a_name() -> None:
    office = "清河区委组织部"
    assert signed(f"{office} 戴 月 荷 锄") == [("戴月", office), ("荷锄", office)]
    assert [name for name, _ in signed(f"{office} 戴 月 摄 影")] == ["戴月"]
    assert [name for name, _ in signed(f"{office} 戴月 荷锄")] == ["戴月"]
