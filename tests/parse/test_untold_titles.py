"""Texts gathered one below the other, without contents and bylines, whose heads are of one kind."""

from __future__ import annotations

from converter.model import Article, Heading
from tests.support.restored import restored

TEXTS = [
    "秤砣是铁铸的，底下挖空了灌铅，灌多灌少要在天平上试七遍，试准了才封口，封口的铅片上打一个钢印。",
    "修伞的人坐在桥头，身边一只木箱，箱里有竹骨、棉线和一小罐柿漆，漆干得慢，所以他只在晴天收伞。",
    "纸坊的水槽一年换两次水，换下来的水是乳白色的，流到田里，那一角的稻子总比别处矮一寸。",
    "磨剪刀的吆喝声分两段，前一段长，后一段短，听见的人从楼上放下篮子，里面是剪刀和零钱。",
    "油坊的木榨是一整根老樟木，要四个人抬着撞槌去撞，撞一下，人就跟着退半步，油才滴下来一线。",
    "蜡染的布要晾在背阴的地方，太阳一晒蓝色就发紫，染布的人手上的蓝色要过完年才褪得干净。",
    "打更的人不看钟，他听水缸里的水漏了多少，水漏得慢的时候，这条街上的夜就比别处长一截。",
    "补锅的炉子只有碗口大，风箱一拉，火苗先是黄的，后来发白，白了才能下铁水，下完要赶紧抹平。",
]


def titles(text: str) -> list[str]:
    return ["".join(line.value for line in one.title) for one in restored(text).issue.articles]


def headings(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Heading)]


def counted(title: str, at: int) -> str:
    first, second, third, fourth = TEXTS[at : at + 4]
    return f"### **{title}**\n\n{first}\n\n**一、从哪里来**\n\n{second}\n\n**二、到哪里去**\n\n{third}\n\n{fourth}"


def test_heads_of_one_level_are_titles_where_headings_are_counted_anew_below_each() -> None:
    found = restored(f"{counted('老手艺的去处', 0)}\n\n{counted('新手艺的来处', 4)}").issue
    names = ["".join(line.value for line in one.title) for one in found.articles]
    assert names == ["老手艺的去处", "新手艺的来处"]
    assert [headings(one) for one in found.articles] == [["一、从哪里来", "二、到哪里去"]] * 2


def test_heads_below_which_nothing_is_counted_are_no_titles() -> None:
    plain = counted("新手艺的来处", 4).replace("一、", "").replace("二、", "")
    assert titles(f"{counted('老手艺的去处', 0)}\n\n{plain}") == []


def indented(title: str, *texts: str) -> str:
    return "\n\n".join([title, *(f"　　{text}" for text in texts)])


def test_lines_at_the_edge_are_titles_where_all_else_is_indented() -> None:
    first = indented(
        "秤砣里的铅", "【来由】", *TEXTS[:4], "【做法】", TEXTS[4], TEXTS[5], TEXTS[6], TEXTS[7]
    )
    second = indented(
        "晴天收伞", "【来由】", *TEXTS[4:], "【做法】", TEXTS[3], TEXTS[2], TEXTS[1], TEXTS[0]
    )
    assert titles(f"{first}\n\n{second}") == ["秤砣里的铅", "晴天收伞"]


def test_one_line_at_the_edge_tells_nothing() -> None:
    assert titles(indented("秤砣里的铅", "【来由】", *TEXTS[:4], "【做法】", *TEXTS[4:])) == []
