"""A teachers' monthly in Markdown: lessons, folios in formulas, tables below a title, labels in bold."""

from __future__ import annotations

import pytest

from converter.model import Article, Paragraph, Table
from converter.parse.kinds import labelled
from tests.support.restored import restored

HEAD = "# 目录\n\n影子为什么会变长 …… 林知野 4\n\n把山“画平” ——“等高线地形图”（第一课时）教学设计 …… 乔木南 9\n\n"
PROSE = "影子这节课上过很多遍，每一遍都有孩子把尺子放歪，量出来的数目不一样，吵到下课也没有吵完，第二天接着量。"


def _articles(first: str, second: str = PROSE) -> tuple[Article, ...]:
    text = (
        f"{HEAD}# 影子为什么会变长\n\n□ 梧影路小学 林知野\n\n{first}\n\n"
        f"# 把山“画平” ——“等高线地形图”（第一课时）教学设计\n\n□ 青梁中学 乔木南\n\n{second}"
    )
    return restored(text).issue.articles


def _said(article: Article) -> list[tuple[str, str]]:
    texts = [one.text.value for one in article.blocks if isinstance(one, Paragraph)]
    parted = (text.partition("：") for text in texts)
    return [(who, said) for who, colon, said in parted if colon and len(who) <= len("生10")]


def test_pupils_who_answer_on_the_line_of_the_turn_above_speak_for_themselves() -> None:
    talk = [
        "师：早上的影子和中午的影子有什么不同？",
        "生1：早上的影子长，中午的影子短。",
        "生2：还有方向不一样，早上的影子朝西。",
        "师：教室里没有太阳，用什么代替？ 生：（齐）手电筒！",
        "生9：同一个地方。 生10：同一根扫帚，不能拔出来重新插。",
        "师：这三条写在记录单最上面，下周接着量。",
    ]
    said = _said(_articles("\n\n".join([PROSE, *talk]))[0])
    assert ("师", "教室里没有太阳，用什么代替？") in said
    assert ("生10", "同一根扫帚，不能拔出来重新插。") in said
    assert "（齐）手电筒！" in [text for _, text in said]


def test_the_number_of_a_page_within_a_formula_is_a_folio() -> None:
    pages = [
        "手电筒的高度不能变，离橡皮多远也不能变，这样量出来的才\n\n$5$\n\n算数，别的小组也照着量了一遍。",
        "孩子把猜想写在黑板上，一条一条地擦，擦到最后只剩下一条，\n\n$6$\n\n谁也不肯再擦。",
    ]
    article = _articles("\n\n".join([PROSE, *pages]))[0]
    texts = [one.text.value for one in article.blocks if isinstance(one, Paragraph)]
    assert (
        "手电筒的高度不能变，离橡皮多远也不能变，这样量出来的才算数，别的小组也照着量了一遍。"
        in texts
    )
    assert texts[-1].endswith("只剩下一条，谁也不肯再擦。")


def test_the_first_row_of_a_table_is_no_subtitle() -> None:
    rows = "<table><tr><td>课题</td><td>等高线地形图（第一课时）</td></tr><tr><td>年级</td><td>七年级</td></tr></table>"
    article = _articles(PROSE, f"{rows}\n\n{PROSE}")[1]
    assert article.subtitle is not None
    assert article.subtitle.value == "——“等高线地形图”（第一课时）教学设计"
    assert any(isinstance(one, Table) for one in (*article.front, *article.blocks))


@pytest.mark.parametrize("label", ["**【关键词】** ", "**关键词：** ", "**【关键词】**"])
def test_a_label_in_bold_is_one(label: str) -> None:
    found = labelled(f"{label}影子；测量；小学科学")
    assert found is not None
    assert found.end == len(label)
    text = "孩子第一次量影子，用的是自己的铅笔盒，一盒、两盒、三盒半，记在本子上，谁也没有想到半盒怎么写。"
    article = _articles(f"{label}影子；测量；小学科学\n\n{text}\n\n{PROSE}")[0]
    texts = [
        one.text.value for one in (*article.front, *article.blocks) if isinstance(one, Paragraph)
    ]
    assert text in texts
