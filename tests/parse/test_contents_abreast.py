"""Contents with some entries side by side, which one blank parts as it parts all else."""

from __future__ import annotations

import pytest

from converter.model import Issue
from tests.support.restored import restored

TEXT = (
    "　　老渠修于上个世纪，渠底的石板已经磨得发\n亮，每到春灌的时候，水要走上两天才能到达最\n远的一块田。\n"
    "　　今年春天，沿渠的九个村一起清淤，挖出来\n的泥堆在路边，晒干以后又拉回田里做了肥料。\n"
)
CONTENTS = """目　录

卷首
1　水到渠成 沈白
渠边 问水
3　“会说话”的渠 5　少放一点，“匀”一点
先听哪一句………………何小满 童一舟 方 竹
圆桌
8　闸口归谁管………………………陆水声
闸口 堤上
10　守夜人的小凳……罗守一 11　三言两语…沈 白
旧事
13　一把老算盘……………………米清渠
"""
ARTICLES = [
    ("卷首", "水到渠成", "沈白"),
    ("渠边", "“会说话”的渠\n先听哪一句", "何小满"),
    ("问水", "少放一点，“匀”一点", "童一舟　方 竹"),
    ("圆桌", "闸口归谁管", "陆水声"),
    ("闸口", "守夜人的小凳", "罗守一"),
    ("堤上", "三言两语", "沈 白"),
    ("旧事", "一把老算盘", "米清渠"),
]
HEAD = "渠声\n2023年第4期（总第52期）\n主办　河湾省水利学会\n主编　米清渠\n刊号　CN 99-1411/N\n\n"
BODY = "\n".join(f"{section}\n{title}\n⊙{name}\n\n{TEXT}" for section, title, name in ARTICLES)


@pytest.fixture(scope="module")
def issue() -> Issue:
    return restored(f"{HEAD}{CONTENTS}\n{BODY}").issue


def test_each_entry_stands_in_the_section_above_it(issue: Issue) -> None:
    found = [
        (section.name, "".join(entry.title), entry.page)
        for section in issue.contents.sections
        for entry in section.entries
    ]
    pages = ("1", "3", "5", "8", "10", "11", "13")
    assert found == [
        (section, title.replace("\n", ""), page)
        for (section, title, _), page in zip(ARTICLES, pages, strict=True)
    ]


def test_names_on_one_line_below_two_entries_are_shared_out(issue: Issue) -> None:
    authors = {section.name: section.entries[0].authors for section in issue.contents.sections}
    assert authors["渠边"] == ("何小满",)
    assert authors["问水"] == ("童一舟", "方竹")
    assert (authors["闸口"], authors["堤上"]) == (("罗守一",), ("沈白",))


def test_every_article_is_found(issue: Issue) -> None:
    titles = ["".join(line.value for line in article.title) for article in issue.articles]
    assert titles == [title.replace("\n", "") for _, title, _ in ARTICLES]


def test_pages_in_brackets_behind_news_on_one_line() -> None:
    """The section's name stands right above its first title, and is no line of it."""
    titles = ["老渠清淤记", "闸口归谁管", "一把老算盘", "学会召开年会", "西渠发现界碑"]
    rows = "田野\n老渠清淤记 …… 陆水声（3）\n观察\n闸口归谁管 …… 何小满（4）\n旧事\n一把老算盘 …… 米清渠（5）"
    rows += "\n简讯\n学会召开年会（6）　西渠发现界碑（6）"
    names = ["陆水声", "何小满", "米清渠", "", ""]
    heads = ["田野\n", "观察\n", "", "", ""]
    body = "\n\n".join(
        f"{head}{title}\n{name}\n\n{PLAIN}"
        for head, title, name in zip(heads, titles, names, strict=True)
    )
    made = restored(f"{HEAD}目录\n{rows}\n\n{body}").issue
    assert [one.name for one in made.contents.sections] == ["田野", "观察", "旧事", "简讯"]
    assert ["".join(one.value for one in article.title) for article in made.articles] == titles


PLAIN = TEXT.replace("\n　　", "\n\n").replace("　　", "").replace("磨得发\n亮", "磨得发亮").replace("最\n远", "最远").replace("出来\n的", "出来的")  # fmt: skip
