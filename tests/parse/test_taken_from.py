"""Lines below a title that say where its text has stood before."""

from __future__ import annotations

import pytest

from converter.model import Paragraph
from converter.parse.kinds import comes_from
from tests.support.restored import restored

TEXT = "炉子是早上五点点着的，到七点才有第一件活。铁匠把钳子放在水桶边上，坐下来抽了一支烟，烟抽完了，人也来了。"
MORE = "他打了四十年的锄头，没有一把是重样的，因为来打锄头的人手不一样长。这话他说给每一个徒弟听。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("文章来自「河湾周刊」", True),
        ("原文来自公众号：河湾周刊", True),
        ("信息源自「河湾周刊」：最后一个铁匠", True),
        ("出自《河湾周刊》：最后一个铁匠", True),
        ("本文首发于《渡口》2018年第7期", True),
        ("来自深山的手艺", False),
        ("出自《诗经》的村名", False),
        ("文章出自谁手？", False),
        ("本文的铁匠来自上河，打了一辈子锄头。", False),
    ],
)
def test_where_a_text_has_stood_before(text: str, told: bool) -> None:  # noqa: FBT001
    assert comes_from(text) is told


@pytest.mark.parametrize("post", ["", "（青溪大学教授）"])
@pytest.mark.parametrize("line", ["文章来自「河湾周刊」", "转自《河湾周刊》：最后一个铁匠"])
def test_such_a_line_is_no_second_line_of_the_title(line: str, post: str) -> None:
    pieces = [
        f"# {title}\n\n{line}\n\n作者：{name}{post}\n\n---\n\n{TEXT}\n\n## 炉子\n\n{MORE}"
        for title, name in (("最后一个铁匠", "沈一帆"), ("渡口没有船了", "叶小禾"))
    ]
    first, second = restored("\n\n".join(pieces)).issue.articles
    assert [one.value for one in (*first.title, *second.title)] == ["最后一个铁匠", "渡口没有船了"]
    assert [author.name for one in first.bylines for author in one.authors] == ["沈一帆"]
    shown = [*first.front, *first.blocks]
    texts = [block.text.value for block in shown if isinstance(block, Paragraph)]
    assert line in texts


def test_what_is_set_apart_below_a_marked_title_is_none_of_its_lines() -> None:
    pieces = [
        f"# {title}\n\n> 由河湾周刊转码\n>\n> 作者：{name}\n\n---\n\n{TEXT}\n\n## 炉子\n\n{MORE}"
        for title, name in (("最后一个铁匠", "沈一帆"), ("渡口没有船了", "叶小禾"))
    ]
    found = restored("\n\n".join(pieces)).issue.articles
    titles = [[line.value for line in one.title] for one in found]
    assert titles == [["最后一个铁匠"], ["渡口没有船了"]]
