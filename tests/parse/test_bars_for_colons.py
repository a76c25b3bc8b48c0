"""Labels that a bar parts from their texts, as some designers set them: 摘要│本文……."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Issue, Paragraph, PullQuote, Role
from converter.parse.kinds import labelled
from tests.support.restored import restored

KILN = (
    "窑里的火要烧三天三夜，看火的人不看火，看烟，烟由黑转白，由白转青，青得看不见了，才可以封门。"
)
CLAY = "泥要隔年的才好用，头年挖来堆在檐下，让雨淋过，让霜打过，来年开春再踩，踩到不粘脚为止。"
GLAZE = "釉是草木灰调的，灰从各家灶里收来，烧松枝的发青，烧稻草的发白，师傅摸一摸就知道是谁家的。"
WHEEL = "轮子是青冈木的，转起来没有声音，转了四十年，轴换过三根，盘还是原来的那一块，只是中间凹下去一点。"
SHELF = (
    "架上的坯要翻三回，头一回朝南，第二回朝北，第三回才轮到口沿，翻早了歪，翻晚了裂，全凭手背去试。"
)
ROAD = "下山的路上铺的都是碎瓷片，赤脚走也不扎，棱角早给挑担的人磨圆了，下雨天一层一层地发亮。"


def issue(*body: str) -> Issue:
    listed = ("目录", "窑烟的颜色　柴闻溪　1", "檐下的陈泥　卜小舟　5")
    return restored("\n\n".join((*listed, *body))).issue


def paragraphs(article: Article) -> list[tuple[Role, str]]:
    return [
        (one.role, one.text.value)
        for one in (*article.front, *article.blocks)
        if isinstance(one, Paragraph)
    ]


@pytest.mark.parametrize("bar", "│｜|丨┃")
def test_a_bar_parts_a_label_from_its_text(bar: str) -> None:
    lines = [
        ("摘要", KILN, Role.ABSTRACT),
        ("关键词", "窑 / 烟 / 火候", Role.KEYWORDS),
        ("编者按", CLAY, Role.EDITOR_NOTE),
        ("收稿", "2021-03-02　修回│2021-04-11", Role.CREDIT),
    ]
    for label, text, role in lines:
        found = labelled(f"{label}{bar}{text}")
        assert found is not None
        assert found.role is role
        assert found.end == len(label) + 1


@pytest.mark.parametrize("label", ["〔整理说明〕", "［点校说明］", "整理者按："])
def test_who_has_put_a_document_in_order_says_how(label: str) -> None:
    found = labelled(f"{label}{CLAY}")
    assert found is not None
    assert (found.role, found.end) == (Role.EDITOR_NOTE, len(label))


def test_an_abstract_and_keywords_behind_bars_are_no_headings() -> None:
    made = issue(
        *("窑烟的颜色", "柴闻溪", f"摘要│{KILN}", "关键词│窑 / 烟 / 火候", "1 看烟", WHEEL + GLAZE),
        *("2 封门", CLAY, "檐下的陈泥", "卜小舟", SHELF, ROAD),
    )
    article = made.articles[0]
    assert paragraphs(article)[:2] == [
        (Role.ABSTRACT, f"摘要│{KILN}"),
        (Role.KEYWORDS, "关键词│窑/烟/火候"),
    ]
    heads = [one for one in article.blocks if isinstance(one, Heading)]
    assert [(one.level, one.text.value) for one in heads] == [(1, "1 看烟"), (1, "2 封门")]


def test_speakers_before_bars() -> None:
    made = issue(
        *(
            "窑烟的颜色",
            "柴闻溪",
            f"本刊│{KILN}您看了多少年？",
            f"柴闻溪│{CLAY}",
            f"本刊│{GLAZE}现在呢？",
        ),
        *(f"柴闻溪│{WHEEL}", "檐下的陈泥", "卜小舟", SHELF, ROAD),
    )
    assert [(role, text[:3]) for role, text in paragraphs(made.articles[0])] == [
        (Role.QUESTION, "本刊│"),
        (Role.ANSWER, "柴闻溪"),
        (Role.QUESTION, "本刊│"),
        (Role.ANSWER, "柴闻溪"),
    ]


def test_the_number_of_an_article_above_its_title_is_its_own_and_no_pull_quote() -> None:
    first, second = "9951-2270(2021)02-0001-04", "9951-2270(2021)02-0005-03"
    made = issue(
        *(
            f"文章编号│{first}",
            "窑烟的颜色",
            "柴闻溪",
            f"分类号│J527　文章编号│{first}",
            KILN,
            GLAZE,
        ),
        *(
            f"文章编号│{second}",
            "檐下的陈泥",
            "卜小舟",
            f"分类号│J528　文章编号│{second}",
            SHELF,
            ROAD,
        ),
    )
    for article, number in zip(made.articles, (first, second), strict=True):
        assert not article.pull_quotes
        assert not any(isinstance(one, PullQuote) for one in article.blocks)
        keywords = [text for role, text in paragraphs(article) if role is Role.KEYWORDS]
        assert keywords[0] == f"文章编号│{number}"
        assert len(keywords) == 2


def test_what_the_editors_add_below_an_article_stays_there() -> None:
    made = issue(
        *(
            "窑烟的颜色",
            "柴闻溪",
            KILN,
            GLAZE,
            f"编者附记│{CLAY}",
            "檐下的陈泥",
            "卜小舟",
            SHELF,
            ROAD,
        )
    )
    assert paragraphs(made.articles[0])[-1] == (Role.EDITOR_NOTE, f"编者附记│{CLAY}")


def test_names_before_bars_that_take_turns_are_no_names_of_boxes() -> None:
    turns = [
        f"{who}｜{text}"
        for pair in ((KILN, CLAY), (GLAZE, WHEEL), (SHELF, ROAD))
        for who, text in zip(
            ("本刊", "柴闻溪"), (f"{pair[0][:20]}，怎么看？", pair[1]), strict=True
        )
    ]
    article = issue("窑烟的颜色", "柴闻溪", *turns, "檐下的陈泥", "卜小舟", SHELF).articles[0]
    assert not any(isinstance(one, Box) for one in article.blocks)
    assert [role for role, _ in paragraphs(article)] == [Role.QUESTION, Role.ANSWER] * 3
