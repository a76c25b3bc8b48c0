"""Sidebars, tables and pull quotes in the forms in which a document model writes them."""

from __future__ import annotations

from converter.model import Article, Box, Heading, Paragraph, PullQuote, Table
from converter.segment.markup import unmarked
from converter.source import Line
from tests.support.restored import restored

ONE = (
    "水磨坊在村子的下游，轮子有一人多高，转起来整条巷子都听得见，停下来的时候鸡才肯叫，狗也才肯睡。"
)
TWO = "养蜂的人四月里进山，六月里出山，中间的日子只同蜂说话，回来的时候连自己的名字也要想一想才说得出。"
THREE = "织带子的女人把线绷在门框上，一边织一边看孩子，织完一条，孩子也睡着了，日头正好走到门槛上。"
CUT = (
    "磨坊主人姓贺，祖上三代都守着这条河，他说水小的时候轮子要用手推，水大的时候轮子要用木头顶，顶得"
)


def articles(first: str, before: str = "", listed: str = "") -> tuple[Article, ...]:
    """Two articles, the first with some text, and some text before the title of the second."""
    made = restored(
        f"# 河西\n\n2023年第4期\n\n# 目录\n\n### 磨坊\n\n**4** 听轮子转\n\n### 养蜂\n\n**6** 跟着花走的人\n{listed}\n\n"
        f"磨坊\n\n# 听轮子转\n\n文 / 傅长林\n\n{ONE}\n\n{first}\n\n养蜂\n\n{before}\n\n# 跟着花走的人\n\n文 / 陆小满\n\n{TWO}\n\n{ONE}\n"
    )
    return made.issue.articles


def boxes(article: Article) -> list[tuple[str, str, list[str]]]:
    return [
        (
            box.label,
            box.title.value if box.title is not None else "",
            [block.text.value for block in box.blocks if isinstance(block, Paragraph)],
        )
        for box in article.blocks
        if isinstance(box, Box)
    ]


def test_facts_beside_a_bar_at_the_end_of_an_article() -> None:
    facts = ["交通：县城东站每天有四班车。", "时节：三月到五月水最大。", "食宿：村里有三家客栈。"]
    text = "\n\n".join(facts)
    first, _ = articles(f"{THREE}\n\n**实用信息 ｜ 河西磨坊**\n\n{text}")
    assert boxes(first) == [("实用信息", "河西磨坊", facts)]


def test_what_is_needed_below_the_name_of_a_kit() -> None:
    kit = ["机身：旧相机一台。", "脚架：木头的最好，不怕水。", "其他：雨鞋一双，毛巾两条。"]
    first, _ = articles("### 器材箱\n\n" + "\n\n".join(kit) + f"\n\n{THREE}")
    assert boxes(first) == [("器材箱", "", kit)]
    assert [block.text.value for block in first.blocks if isinstance(block, Paragraph)] == [
        ONE,
        THREE,
    ]


def test_whole_sentences_between_fences_and_breaks_are_paragraphs() -> None:
    said = ["轮子转着的时候不要伸手。", "涨水的日子不要下河。", "磨坊里不许抽烟。"]
    fence = "\n".join(["```", "小贴士", *said, "```"])
    cell = "<br>".join(["<b>安全提示</b>", *said])
    first, _ = articles(f"{fence}\n\n{THREE}\n\n<table><tr><td>{cell}</td></tr></table>\n\n{TWO}")
    assert boxes(first) == [("小贴士", "", said), ("安全提示", "", said)]


def _unmarked_cell(*parts: str) -> list[str]:
    cell = "<br>".join(parts)
    made = unmarked([Line(1, f"<table><tr><td>{cell}</td></tr></table>")])
    return [line.text for line in made.lines if not line.blank]


def test_a_frame_with_a_name_a_title_indented_lines_and_a_source() -> None:
    printed = [
        "链接",
        "轮子几时停",
        "\u3000\u3000水小的时候轮子要用手推，水大的时候轮",
        "子要用木头顶；",
        "\u3000\u3000封冻以后磨坊关门，开春再转。",
        "——摘自河西县志",
        "《水利》",
    ]
    assert _unmarked_cell(*printed) == [
        "链接",
        "轮子几时停",
        "水小的时候轮子要用手推，水大的时候轮子要用木头顶；",
        "封冻以后磨坊关门，开春再转。",
        "——摘自河西县志《水利》",
    ]


def test_a_frame_with_a_name_over_a_paragraph() -> None:
    assert _unmarked_cell("【提醒】", "2米以下的水里也不要游泳。") == [
        "【提醒】",
        "2米以下的水里也不要游泳。",
    ]
    assert _unmarked_cell("小贴士 不要游泳。", "——摘自守则", "《水》")[1:] == [
        "——摘自守则",
        "《水》",
    ]


def test_lines_of_a_frame_that_break_sentences_stay_together() -> None:
    parts = ("水小的时候轮子要用手推，", "水大的时候轮子要用木头", "顶住。")
    assert _unmarked_cell(*parts) == [" ".join(parts)]


def test_lines_of_a_narrow_frame_between_fences_stay_together() -> None:
    lines = ["```", "轮子转着的时候", "不要伸手，涨水的", "日子不要下河。", "```"]
    made = unmarked([Line(at, text) for at, text in enumerate(lines, 1)])
    assert [line.text for line in made.lines] == ["", *lines[1:-1], ""]


def test_the_only_table_has_its_name_in_bold_within_a_sentence() -> None:
    table = "| 水位 | 办法 |\n|---|---|\n| 高 | 用木头顶 |\n| 低 | 用手推 |"
    first, _ = articles(f"{CUT}\n\n**表 水位与轮子的转法**\n\n{table}\n\n住的是老樟木。\n\n{THREE}")
    tables = [block for block in first.blocks if isinstance(block, Table)]
    assert [table.caption.value for table in tables if table.caption is not None] == [
        "表 水位与轮子的转法"
    ]
    texts = [block.text.value for block in first.blocks if isinstance(block, Paragraph)]
    assert f"{CUT}住的是老樟木。" in texts


def test_a_chart_of_which_a_table_was_made_has_its_caption_below() -> None:
    table = "| 年份 | 磨坊 |\n|---|---|\n| 1990 | 12 |\n| 2020 | 2 |"
    first, _ = articles(f"{table}\n\n图2　河西的磨坊（座）\n\n{THREE}")
    [found] = [block for block in first.blocks if isinstance(block, Table)]
    assert found.caption is not None
    assert found.caption.value == "图2　河西的磨坊（座）"


def test_a_quotation_that_the_contents_have_below_the_next_title() -> None:
    said = "“蜂是不等人的，你得走在花的前头。”"
    first, second = articles(THREE, before=f"> {said}", listed=said)
    assert [quote.paragraphs[0].value for quote in second.pull_quotes] == [said]
    assert not [block for block in first.blocks if isinstance(block, PullQuote)]


def test_the_name_below_a_marked_quotation() -> None:
    first, _ = articles(
        f"磨坊的主人贺长水今年七十一岁，他在河边守了五十年，说起轮子像说起自家的牛。\n\n## 轮子\n\n> 轮子是有脾气的，要顺着它转。\n\n——贺长水\n\n## 河\n\n{THREE}"
    )
    [quote] = [block for block in first.blocks if isinstance(block, PullQuote)]
    assert quote.attribution is not None
    assert [block.text.value for block in first.blocks if isinstance(block, Heading)] == [
        "轮子",
        "河",
    ]


def test_the_name_of_a_section_over_two_titles_is_left_out_once() -> None:
    made = restored(
        f"# 河西\n\n2023年第4期\n\n# 目录\n\n### 磨坊\n\n**4** 听轮子转\n\n### 养蜂\n\n**6** 跟着花走的人\n\n**6** “蜂不等人，要走在花的前头。”\n\n"
        f"磨坊\n\n# 听轮子转\n\n文 / 傅长林\n\n{ONE}\n\n养蜂\n\n# “蜂不等人，要走在花的前头。”\n\n# 跟着花走的人\n\n文 / 陆小满\n\n{TWO}\n\n{ONE}\n"
    )
    assert [drop.text for drop in made.issue.drops].count("养蜂") == 1
