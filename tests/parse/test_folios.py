"""Which page begins below a folio: at the head of a page its own, at the foot the next one."""

from __future__ import annotations

import pytest

from converter.model import Article, MarkKind, Paragraph
from tests.support.restored import restored

ARTICLES = {
    "修钟的人": "钟楼上的大钟停在四点十分，已经停了十一年。修钟的人每个月来一次，给齿轮上油，不许别人碰指针，",
    "卖伞的人": "卖伞的人从来不看天，他看的是河。河面起了皱，他就把伞一把一把撑开，挂在桥栏上，等第一滴雨落下来，",
    "送信的人": "送信的人认得全镇的狗。他说狗比门牌可靠，门牌换过三回，狗还是那几只，看见绿色的车子就摇起尾巴来，",
}
REST = [
    "修到第七年，他在齿轮后面找到一只燕子窝，从此只在秋天来。",
    "雨真的落下来的时候，伞已经卖完了，他自己淋着雨走回家去。",
    "有一回他病了三天，三条街的狗都蹲在邮局门口，等他出来。",
]
"""What stands on the second page of each."""


def issue(*, foot: bool, dot: str = "·") -> list[Article]:
    """Three articles of two pages each, from page 4 on, with their folios at heads or at feet."""
    lines = ["目录", *(f"{title} {4 + 2 * at}" for at, title in enumerate(ARTICLES)), ""]
    page = 4
    for (title, text), rest in zip(ARTICLES.items(), REST, strict=True):
        for part in ([title, "", text], [rest]):
            folio = ["", f"{dot} {page} {dot}", ""]
            lines += [*part, *folio] if foot else [*folio, *part]
            page += 1
    return list(restored("\n".join(lines)).issue.articles)


def pages(article: Article) -> list[str]:
    return [
        mark.target
        for block in article.blocks
        if isinstance(block, Paragraph)
        for mark in block.text.marks
        if mark.kind is MarkKind.PAGE
    ]


@pytest.mark.parametrize("foot", [True, False])
def test_the_titles_of_the_contents_tell_where_the_folios_stand(*, foot: bool) -> None:
    found = issue(foot=foot)
    assert [article.first_page for article in found] == ["4", "6", "8"]
    assert [pages(article)[-1] for article in found] == ["5", "7", "9"]


@pytest.mark.parametrize("dot", ["･", "・", "‧", "∙"])
def test_folios_stand_between_dots_of_any_form(dot: str) -> None:
    assert issue(foot=True, dot=dot) == issue(foot=True)


def test_an_article_that_the_contents_lack_has_the_page_of_the_folios_around_it() -> None:
    lines = ["目录", *(f"{title} 何若溪 {4 + 2 * at}" for at, title in enumerate(ARTICLES)), ""]
    for at, (title, text) in enumerate(ARTICLES.items()):
        lines += [title, "何若溪", "", text, "", f"· {4 + 2 * at} ·", "", REST[at], ""]
        if at == 1:
            lines += [
                "桥栏上的字",
                "",
                "桥栏上刻着一行字，说的是桥，也是过桥的人。",
                "（柳桥镇　石　头）",
                "",
            ]
        lines += [f"· {5 + 2 * at} ·", ""]
    found = restored("\n".join(lines)).issue.articles
    assert [article.first_page for article in found] == ["4", "6", "7", "8"]


def test_a_lone_letter_that_stands_like_the_folios_is_one() -> None:
    lines = ["目录", *(f"{title} {4 + 2 * at}" for at, title in enumerate(ARTICLES)), ""]
    folios = ["4", "5", "б", "7", "8", "9"]
    for at, ((title, text), rest) in enumerate(zip(ARTICLES.items(), REST, strict=True)):
        # Blank lines stand above the folios, and none below.
        lines += [title, "", text, "", folios[2 * at], rest, "", folios[2 * at + 1]]
    found = restored("\n".join(lines)).issue.articles
    assert [
        block.text.value
        for article in found
        for block in article.blocks
        if isinstance(block, Paragraph)
    ] == [text + rest for text, rest in zip(ARTICLES.values(), REST, strict=True)]


@pytest.mark.parametrize("folio", ["1 8", "｜ 18 ｜", "丨18丨", "│ l8 │"])
def test_a_lone_folio_that_is_set_wide_or_stands_between_bars(folio: str) -> None:
    title, text = next(iter(ARTICLES.items()))
    lines = ["目录", f"{title} 17", "", title, "", text, ""]
    lines += [
        "链接",
        "",
        "大钟每天走快四秒，是齿轮磨薄了的缘故。",
        "",
        "——《钟楼志》",
        "",
        folio,
        "",
    ]
    found = restored("\n".join([*lines, "像躲债一样躲着它。", "", REST[0]])).issue.articles[0]
    said = [block.text.value for block in found.blocks if isinstance(block, Paragraph)]
    assert said == [f"{text}像躲债一样躲着它。", REST[0]]
