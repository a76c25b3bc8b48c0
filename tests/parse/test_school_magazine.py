"""A school's literary magazine as a file: contents without pages, their entries indented below sections."""

from __future__ import annotations

from converter.model import Article, Paragraph, Verse
from converter.pipeline import Restored
from converter.segment.regions.find import find_regions
from converter.source import Line
from tests.support.restored import listed, restored

_SEEN = ("法桐", "粉笔灰", "饭盒", "车棚", "广播", "水龙头", "黑板报", "值日表", "旧校服")
PROSE = {
    thing: (
        f"那年冬天我们天天去看{thing}，看得久了，{thing}也像认得人。值日生从旁边走过去，"
        "扫帚拖在地上，谁也不说话，只有风把门推开一条缝，又轻轻合上。"
    )
    for thing in _SEEN
}
MORE = {
    thing: (
        f"后来搬了新楼，{thing}留在老地方。有人回去找过，说还在，只是小了一圈；也有人说"
        "早就没有了，他看见的是别的东西。两种说法我都信，因为都像是真的。"
    )
    for thing in _SEEN
}
SECTIONS = {
    "操场那边": (("雨伞", "祝小满"), ("猫", "甘泉水"), ("去河边的路上", "柳远舟")),
    "晚自习": (("无题", "韩小渡"), ("灯管", "顾南山"), ("无题", "韩小渡"), ("无题", "韩小渡")),
    "毕业以后": (("搬家", "祝小满"), ("一封没有寄出的信", "数雨")),
}


def _issue(texts: dict[str, str] | None = None) -> str:
    rows = [
        row
        for name, entries in SECTIONS.items()
        for row in (name, *(f"    {title}    {who}" for title, who in entries))
    ]
    parts = ["法桐", "第三期", "", "目录", "", *rows]
    things = iter(_SEEN)
    for name, entries in SECTIONS.items():
        parts += [f"\f{name}", f"写在{name}的前面", ""]
        for title, who in entries:
            thing = next(things)
            text = (texts or {}).get(title, f"{PROSE[thing]}\n\n{MORE[thing]}")
            parts += [title, who, "", text, ""]
    return "\n".join(parts)


def _heads(made: Restored) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("".join(line.value for line in article.title), _authors(article))
        for article in made.issue.articles
    ]


def _authors(article: Article) -> tuple[str, ...]:
    return tuple(one.name for byline in article.bylines for one in byline.authors)


def test_flush_lines_over_indented_entries_are_sections() -> None:
    made = restored(_issue())
    assert [row[:3] for row in listed(made)] == [
        (name, title, (who,)) for name, entries in SECTIONS.items() for title, who in entries
    ]


def test_each_entry_has_its_article_and_no_section_is_one() -> None:
    assert _heads(restored(_issue())) == [
        (title, (who,)) for entries in SECTIONS.values() for title, who in entries
    ]


def test_a_subtitle_indented_below_its_title_makes_no_section_of_that() -> None:
    rows = ["雨伞", "    ——记一次郊游", "灯管", "    ——晚自习之一", "    ——晚自习之二"]
    body = ["雨伞", "", PROSE["车棚"], "", "灯管", "", PROSE["广播"], "", MORE["广播"]]
    made = restored("\n".join(["法桐", "第三期", "", "目录", "", *rows, "", *body]))
    assert {section for section, *_ in listed(made)} == {""}


def test_an_entry_of_the_same_title_and_author_ends_no_contents() -> None:
    lines = [Line(number, text) for number, text in enumerate(_issue().split("\n"), 1)]
    contents = find_regions(lines).contents
    assert contents is not None
    assert lines[contents[1] - 1].text.split() == ["一封没有寄出的信", "数雨"]


def test_a_title_that_its_poem_says_again_stays_where_no_page_is_told() -> None:
    poem = (
        "灯管",
        "亮在走廊尽头",
        "没有人认领",
        "飞虫把它的影子",
        "撞了一遍又一遍",
        "灯管",
        "还在嗡嗡响",
    )
    article = _article(restored(_issue({"灯管": "\n".join(poem)})), "灯管")
    verses = [block for block in article.blocks if isinstance(block, Verse)]
    assert [line.value for verse in verses for line in verse.lines] == [*poem]


def test_a_sentence_that_says_the_title_is_no_running_head() -> None:
    texts = (PROSE["值日表"], "搬家。", MORE["值日表"])
    article = _article(restored(_issue({"搬家": "\n\n".join(texts)})), "搬家")
    told = [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
    assert "搬家。" in told


def _article(made: Restored, title: str) -> Article:
    return next(one for one in made.issue.articles if one.title[0].value == title)


def test_an_author_of_several_entries_is_no_running_head() -> None:
    """韩小渡, below three titles, one of which stands below a line without a mark at its end."""
    verse = "\n".join(
        f"第{count}根灯管在走廊尽头亮着而所有人都已经走远了只剩下它" for count in "一二三四"
    )
    made = restored(_issue({"灯管": verse}))
    assert [drop.text for drop in made.issue.drops if drop.reason == "running-head"] == []
