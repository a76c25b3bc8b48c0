"""Markdown of an engine that knows what is large and not how large: ## before titles and headings alike."""

from __future__ import annotations

from converter.model import Heading
from tests.support.restored import restored

TEXTS = [
    "秤砣是铁铸的，底下挖空了灌铅，灌多灌少要在天平上试七遍，试准了才封口，封口的铅片上打一个钢印。",
    "修伞的人坐在桥头，身边一只木箱，箱里有竹骨、棉线和一小罐柿漆，漆干得慢，所以他只在晴天收伞。",
    "纸坊的水槽一年换两次水，换下来的水是乳白色的，流到田里，那一角的稻子总比别处矮一寸。",
    "磨剪刀的吆喝声分两段，前一段长，后一段短，听见的人从楼上放下篮子，里面是剪刀和零钱。",
    "油坊的木榨是一整根老樟木，要四个人抬着撞槌去撞，撞一下，人就跟着退半步，油才滴下来一线。",
    "蜡染的布要晾在背阴的地方，太阳一晒蓝色就发紫，染布的人手上的蓝色要过完年才褪得干净。",
]
TITLES = ["秤砣的心", "桥头修伞", "一张白纸"]
LISTED = [*TITLES, "油坊的木榨"]
"""The contents have one more, whose page is lost."""


def restored_titles(*parts: str) -> list[tuple[str, list[str]]]:
    contents = "\n\n".join(
        ["## 目录", *(f"{title}   高远   {4 + at}" for at, title in enumerate(LISTED))]
    )
    found = restored(f"{contents}\n\n" + "\n\n".join(parts)).issue
    return [
        (
            "".join(line.value for line in one.title),
            [block.text.value for block in one.blocks if isinstance(block, Heading)],
        )
        for one in found.articles
    ]


def article(title: str, first: str, *rest: str) -> list[str]:
    return [f"## {title}", "高远", first, *rest]


def test_as_many_again_as_the_contents_list_are_headings() -> None:
    one, two, three, four, five, six = TEXTS
    assert restored_titles(
        *article(TITLES[0], one, "## 灌铅", two, "## 封口", three),
        *article(TITLES[1], four, "## 晴天收伞", five),
        *article(TITLES[2], six, "## 换水", one),
    ) == [
        (TITLES[0], ["灌铅", "封口"]),
        (TITLES[1], ["晴天收伞"]),
        (TITLES[2], ["换水"]),
    ]


def test_one_or_two_more_are_articles_that_are_not_listed() -> None:
    one, two, three, four, five, _ = TEXTS
    titles = restored_titles(
        *article(TITLES[0], one),
        *article(TITLES[1], two),
        *article(TITLES[2], three, five),
        "## 楼上放下一只篮子",
        four,
    )
    assert [title for title, _ in titles] == [*TITLES, "楼上放下一只篮子"]
