"""Key words of learned articles: parted by blanks, and each on a line of its own."""

from __future__ import annotations

from converter.model import Paragraph, Role
from converter.parse.inline import Piece, build
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
