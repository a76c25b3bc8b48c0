"""A bimonthly of photographers in Markdown: boxes between rules, end marks, folios in bold, captions in italics."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.model import Article, Box, Figure, Heading, MarkKind, Paragraph
from converter.parse.issue.close_bylines import with_bylines_apart
from converter.parse.issue.end_ornaments import end_ornaments
from converter.parse.issue.fenced import fenced_boxes
from converter.segment import find_furniture, make_units
from converter.source import Line
from tests.support.articles import articles, quotes, texts
from tests.support.restored import listed, restored

ONE = "老码头的台阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见一截栏杆，栏杆上拴着旧缆绳。"
TWO = "我在这里拍了四年，拍坏了两台相机，都是因为潮气，修相机的师傅说，你不如养鱼，鱼也喜欢潮，还不用上弦。"
THREE = (
    "第四年冬天码头封了，缆桩一根一根被拔出来，装上卡车拉走，卡车开得很慢，像是怕惊动了什么东西。"
)
HEAD = "摄影、文字｜祝小满"


def lines(*printed: str) -> list[Line]:
    return [Line(at, text) for at, text in enumerate(printed, 1)]


def photo_story(*parts: str) -> Article:
    return articles("\n\n".join(["# 老码头", "祝小满", *parts]))[0]


BOX = (
    "**拍摄手记**",
    "相机：折叠机，75毫米镜头。胶片按50度曝光，减冲一档。",
    "反光强，测光以人脸为准。没有用滤镜。",
)


def test_a_box_stands_between_two_rules() -> None:
    cut = TWO.index("潮气")
    found = photo_story(ONE, TWO[:cut], "* * *", *BOX, "* * *", TWO[cut:], THREE)
    assert texts(found) == [ONE, TWO, THREE]
    (box,) = (block for block in found.blocks if isinstance(block, Box))
    said = [one.text.value for one in box.blocks if isinstance(one, Paragraph)]
    assert (box.label, said) == ("拍摄手记", list(BOX[1:]))


@pytest.mark.parametrize(
    "printed",
    [
        ("---", "正文没有名字。", "---"),  # pages
        ("---", *BOX, "---", "正文。", "---"),  # one more: it parts pages
        ("---", *BOX, "* * *"),
        ("---", "**拍摄手记**", "---"),
    ],
)
def test_rules_without_a_name_below_every_other_one_frame_nothing(printed: tuple[str, ...]) -> None:
    assert fenced_boxes(lines(*printed)) == {}
    assert fenced_boxes(lines("---", *BOX, "---")) == {2: 4}


@pytest.mark.parametrize("mark", ["◻", "▪", "❑"])
def test_a_mark_over_the_folio_and_a_pull_quote_ends_an_article(mark: str) -> None:
    below = ["**6** · 码头", "---", "*台阶数到第三十一级，人就老了。*", "## 老码头"]
    made = end_ornaments(lines(ONE, mark, *below), {key("老码头")})
    assert [line.text for line in made] == [mark]
    assert end_ornaments(lines(ONE, mark, ONE, *below), {key("老码头")}) == []


def test_a_head_that_counts_pages_in_bold_is_no_title() -> None:
    printed: list[str] = []
    printed += [TWO, "", "**6** · MATOU", "", "---", "", "## 老码头", ""]
    for page in range(7, 11):
        printed += [ONE, "", TWO[:30], "", f"**{page}** · MATOU", "", "---", "", TWO[30:], ""]
    found = find_furniture(lines(*printed))
    heads = [one.number for one in lines(*printed) if "MATOU" in one.text]
    assert [found.reasons.get(at) for at in heads] == ["running-head"] * 5
    assert [one.page for one in found.breaks] == [6, 7, 8, 9, 10]


def test_nothing_goes_on_in_a_numbered_caption() -> None:
    cut = "我在这里拍了四年，拍坏了两台相机，都是因为"
    rest = "潮气，修相机的师傅说，你不如养鱼。"
    pictures = ["![](1.jpg)", "图1　缆桩", "![](2.jpg)", "图2　台阶"]
    found = photo_story(*pictures, ONE, cut, rest, "*图3　潮气里的相机*", "### 缆", THREE)
    assert texts(found) == [ONE, cut + rest, THREE]
    captions = [one.caption.value for one in found.blocks if isinstance(one, Figure)]
    assert captions[-1] == "图3　潮气里的相机"
    headings = [one.text.value for one in found.blocks if isinstance(one, Heading)]
    assert headings == ["缆"]  # and no last character of the caption


def test_what_the_markup_sets_in_the_middle_above_a_title_is_a_pull_quote() -> None:
    listing = "# 目录\n\n- 慢门 / 鹿鸣 / 6\n- 老码头 / 祝小满 / 7\n- 旧器 / 唐果 / 9\n"
    said = "“水退了以后，人才看见自己站在多高的地方。”"
    slow = (
        "手机能拍照以后，快门声是录音的，咔嚓一下，像是在嗑瓜子，我师傅一天只拍三张，拍完就坐在路边看。",
        "过片要一秒，测光要一秒，剩下一秒，心里问一句非拍不可吗，慢下来的这三秒，许多照片就不用拍了。",
        "平均每一卷里，能留下来的不到三分之一张，我把这个账算给朋友听，他在电话那一头半天不响。",
    )
    body = [
        *("# 慢门", "鹿鸣", *slow, "---", f"<center>*{said}*</center>"),
        *("# 老码头", "祝小满", ONE, THREE, "---", "# 旧器", "唐果", *slow[::-1]),
    ]
    found = articles(f"{listing}\n" + "\n\n".join(body))
    assert [quotes(article) for article in found] == [[], [said], []]


def test_a_stroke_parts_the_author_from_all_words_of_the_title() -> None:
    contents = lines("- 第三课　水温 / 石墨 / 20", "- 你问我冲 / 石墨 / 24")
    body = lines("## 第三课　水温", "", "石墨", "", ONE)
    assert with_bylines_apart(body, contents) == body


def test_who_has_written_several_articles_stands_beside_each() -> None:
    listing = (
        "# 目录\n\n- **开卷**\n  - 慢门 / 鹿鸣 / 6\n  - 河床上的人 / 摄影、文字：祖连城 / 6\n- **对谈**\n  - 我等的不是光 / 温野 / 7\n- **课**\n"
        "  - 第三课　水温 / 石墨 / 8\n  - 你问我冲 / 石墨 / 9\n- **手记**\n  - 一张照片 / 温野 / 10\n  - 洗照片的三年 / 温野 / 11\n"
    )
    body = "\n\n".join(
        part
        for title, who in (
            ("慢门", "鹿鸣"),
            ("河床上的人", "摄影、文字｜祖连城"),
            ("我等的不是光", "采访、整理｜温野"),
            ("第三课　水温", "石墨"),
            ("你问我冲", "答｜石墨"),
            ("一张照片", "温野"),
            ("洗照片的三年", "温野"),
        )
        for part in (f"## {title}", who, ONE, TWO, THREE)
    )
    made = listed(restored(f"{listing}\n{body}\n"))
    assert [(key(title), who) for _, title, who, _ in made] == [
        ("慢门", ("鹿鸣",)),
        ("河床上的人", ("祖连城",)),
        ("我等的不是光", ("温野",)),
        ("第三课水温", ("石墨",)),
        ("你问我冲", ("石墨",)),
        ("一张照片", ("温野",)),
        ("洗照片的三年", ("温野",)),
    ]


def test_who_asks_in_bold_and_where_they_live() -> None:
    asked = "**问（河湾镇　阿桂）**　底片上的白圈是什么？"
    answered = "**答**　是水迹，最后一遍水换成蒸馏水，甩两下，挂起来，不要再去碰它。"
    found = photo_story(asked, answered, asked.replace("阿桂", "小麦"), answered)
    said = [one.text for one in found.blocks if isinstance(one, Paragraph)]
    speakers = [
        one.value[: mark.end] for one in said for mark in one.marks if mark.kind is MarkKind.SPEAKER
    ]
    assert [key(name) for name in speakers] == ["问河湾镇阿桂", "答", "问河湾镇小麦", "答"]
    (unit,) = make_units(lines("**渡口**　在镇子的南头。"))
    assert unit.text.startswith("**")  # other words in bold
