"""Key words of learned articles: parted by blanks, and each on a line of its own."""

from __future__ import annotations

from converter.model import Paragraph, Role
from converter.parse.inline import Piece, build
from converter.parse.kinds import labelled
from converter.pipeline import restore

TEXT = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里。"


def test_blanks_part_key_words_where_nothing_else_does() -> None:
    def said(words: str) -> str:
        return build([Piece(words, 1, 1)]).text.value

    assert said("关键词：渡口　石阶　水位变化") == "关键词：渡口 石阶 水位变化"
    assert said("【关键词】渡口 石阶") == "【关键词】渡口 石阶"
    assert said("关键词：渡口； 石阶； 水位") == "关键词：渡口；石阶；水位"
    assert said("关键词：渡 口 石 阶") == "关键词：渡口石阶"


def test_key_words_on_lines_of_their_own_are_no_headings() -> None:
    head = ["江声学报", "2023 年第 4 期", "", "夜里的渡口灯火", "沈一帆", ""]
    words = ["关键词：渡口", "", "石阶", "", "水位变化", ""]
    body = [
        f"{TEXT}{TEXT}",
        "",
        "一、渡口的由来",
        "",
        f"{TEXT}第一年。",
        "",
        "二、渡口的石阶",
        "",
        TEXT,
    ]
    issue = restore("\n".join([*head, *words, *body]).encode(), name="issue.txt").issue
    (article,) = issue.articles
    blocks = (*article.front, *article.blocks)
    said = [
        block.text.value
        for block in blocks
        if isinstance(block, Paragraph) and block.role is Role.KEYWORDS
    ]
    assert said == ["关键词：渡口 石阶 水位变化"]
    assert [block.level for block in blocks if block.type == "heading"] == [1, 1]


def test_the_mark_of_a_note_is_no_heading() -> None:
    head = ["夜里的渡口灯火", "沈一帆", "", "一、渡口的由来", "", f"{TEXT}①{TEXT}", ""]
    note = ["①", "", *"江边统计所网址：", "", "二、渡口的石阶", "", TEXT]
    issue = restore("\n".join([*head, *note]).encode(), name="issue.txt").issue
    blocks = [block for article in issue.articles for block in article.blocks]
    said = [block.text.value for block in blocks if block.type == "heading"]
    assert said == ["一、渡口的由来", "二、渡口的石阶"]


def test_a_label_torn_in_two_is_one_and_the_mark_between_is_the_authors() -> None:
    head = ["江声学报", "2023 年第 4 期", "", "夜里的渡口灯火", "", "沈一帆", "", "摘", ""]
    body = ["关键词：渡口；石阶", "", "一、渡口的由来", "", f"{TEXT}第一年。", ""]
    foot = ["二、渡口的石阶", "", f"{TEXT}第二年。", "", "* 沈一帆，江声大学副教授。"]
    for star in ([], ["*", ""]):
        lines = [*head, *star, f"要：{TEXT}{TEXT}", "", *body, *foot]
        (article,) = restore("\n".join(lines).encode(), name="issue.txt").issue.articles
        blocks = (*article.front, *article.blocks)
        said = [block for block in blocks if isinstance(block, Paragraph)]
        (abstract,) = [block for block in said if block.role is Role.ABSTRACT]
        assert abstract.text.value == f"摘要：{TEXT}{TEXT}"
        assert [a.name for byline in article.bylines for a in byline.authors] == ["沈一帆"]
        assert said[-1].text.value.startswith("*沈") is not bool(star)


def test_the_code_and_the_number_of_an_article_are_told_by_a_blank_too() -> None:
    assert (told := labelled("文献标识码 A")) is not None
    assert told.role is Role.KEYWORDS
    assert (told := labelled("文章编号 1234-5678(2023)04-0039-09")) is not None
    assert told.role is Role.KEYWORDS
    assert labelled("文章编号 怎样来的") is None


def test_the_number_of_a_clause_keeps_the_blank_behind_it() -> None:
    first = Piece("　　第十二条　渡口 每日开船，", 1, 1)
    assert (
        build((first, Piece("第三条 船除外。", 2, 2))).text.value
        == "第十二条 渡口每日开船，第三条船除外。"
    )
    assert build((Piece("第三条　船除外。", 1, 1),), blanks=True).text.value == "第三条 船除外。"
    assert build((Piece("第三条船 除外。", 1, 1),)).text.value == "第三条船除外。"
    assert build((Piece("按第三条 办理。", 1, 1),)).text.value == "按第三条办理。"
