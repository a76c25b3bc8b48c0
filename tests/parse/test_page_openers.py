"""Titles at the tops of pages in issues without contents, which little else tells."""

from __future__ import annotations

import pytest

from converter.model import Issue
from converter.names import is_body
from tests.support.restored import restored

LONG = (
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，"
    "数一数台阶就知道今天能不能开船，几十年里没有数错过一回。"
)
CUT = "第二天水退了，石阶一级一级露出来，老人又把缆绳一圈一圈地收回到桩上去，岸上等船的人"
REST = "也跟着往下走，鞋底沾着泥，谁也不说话，只听见桨声在雾里一下一下地响过去。"


def article(page: int, title: str, below: str) -> str:
    own = f"{title}\n\n{below}\n\n" if below else f"{title}\n\n"
    return f"{own}{LONG}\n\n{CUT}\n\n{page}\n\n{REST}\n\n{LONG}\n\n{page + 1}\n\n"


def issue(*pieces: tuple[str, str]) -> Issue:
    first = article(2, "摆渡人的台阶", "文／陶 然")
    text = first + "".join(article(4 + 2 * at, *one) for at, one in enumerate(pieces))
    return restored(f"河湾风物\n二〇一三年第二期\n\n{text}").issue


def heads(found: Issue) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (
            "".join(line.value for line in article.title),
            tuple(author.name for by in article.bylines for author in by.authors),
        )
        for article in found.articles
    ]


FIRST = ("摆渡人的台阶", ("陶然",))


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("木 子", ("木子",)),
        ("河湾第二船厂　萧铁成", ("萧铁成",)),
        ("中共河湾县委党建办", ("中共河湾县委党建办",)),
        ("——老码头的六个早晨", ()),
        ("——老码头的六个早晨\n\n渡口站一位老人", ()),
        ("宣教部", ("宣教部",)),
        (f"编者按：{LONG}", ()),
        (f"问：石阶为什么是十九级？\n\n答：{LONG}", ()),
        ("时间：2013年3月2日　地点：渡口值班室", ()),
    ],
)
def test_a_title_at_the_top_of_a_page(below: str, authors: tuple[str, ...]) -> None:
    found = heads(issue(("值班室的炉子", below), ("水尺旁边", "文／罗 岩")))
    assert found == [FIRST, ("值班室的炉子", authors), ("水尺旁边", ("罗岩",))]


def test_the_section_at_the_top_of_a_page_stands_over_the_title() -> None:
    found = issue(("信箱\n\n石阶的四个问题", f"问：石阶为什么是十九级？\n\n答：{LONG}"))
    assert heads(found) == [FIRST, ("石阶的四个问题", ())]
    assert found.section_names[found.articles[1].section] == "信箱"


def test_what_little_tells_within_a_page_is_a_heading() -> None:
    text = f"{LONG}\n\n值班室的炉子\n\n——老码头的六个早晨\n\n{LONG}"
    found = restored(
        f"河湾风物\n二〇一三年第二期\n\n{article(2, '摆渡人的台阶', '文／陶 然')}{text}"
    )
    assert heads(found.issue) == [FIRST]


def test_what_stands_at_the_foot_of_the_page_before_is_not_of_the_title() -> None:
    quoted = article(2, "摆渡人的台阶", "文／陶 然").replace("\n\n3\n\n", "\n\n鱼不认得洞\n\n3\n\n")
    text = quoted + article(4, "水尺旁边", "文／罗 岩")
    found = heads(restored(f"河湾风物\n二〇一三年第二期\n\n{text}").issue)
    assert found == [FIRST, ("水尺旁边", ("罗岩",))]


def test_offices_of_committees() -> None:
    for name in (
        "中共河湾县委党建办",
        "市委改革办",
        "县委政研室",
        "团市委",
        "市妇联",
        "市委讲师团",
    ):
        assert is_body(name)
    for text in ("大家都来办", "把实事办", "机关的党校"):
        assert not is_body(text)
