"""What a trade association's news print: names of boxes behind ornaments, figures under labels, plain tables."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Heading, Paragraph, Table
from converter.parse.headings import numbering
from tests.support.restored import restored

INDENT = "\u3000\u3000"
TEXT = "联合采购小组从去年冬天办起，先买桐油，后买麻绳，价格公开，数量自报，货款自付，一分钱差价也不赚。"


def article(*parts: str) -> Article:
    head = "船具通讯\n2021年第4期\n主办：柳湾船具协会\n主编：沈一帆\n\n目 次\n合买桐油……沈一帆（1）\n一根麻绳……陆遥（5）\n\n"
    body = "\n".join(parts)
    return restored(
        f"{head}合买桐油\n沈一帆\n{INDENT}{TEXT}\n{body}\n\n一根麻绳\n陆遥\n{INDENT}{TEXT[9:]}\n"
    ).issue.articles[0]


def test_names_behind_one_ornament_that_cut_sentences_name_boxes() -> None:
    made = article(
        f"{INDENT}第一批桐油到岸那天，二十几家小厂的人都来了，有的推着板车，有的挑着木桶，说要看看油的颜",
        "◆采购快读",
        f"{INDENT}桐油：3月起共采购40吨，比市价低一成。",
        f"{INDENT}麻绳：9月起共采购两百捆，次品全部退回。",
        f"{INDENT}木料：7家合用一间烘房，每立方省六十元。",
        "色。看完都说好，第二天就有人来问下一批。",
        f"{INDENT}到了秋天，麻绳也合在一起买，验货的老师傅用指甲掐一掐就知道是新麻还是旧",
        "◆验货花絮",
        f"{INDENT}有一捆麻绳在水里泡了三天，捞起来还能吊一口钟，老师傅让人把它挂在门口。",
        "麻，次品当场退回，一捆也不收。",
    )
    boxes = [block for block in made.blocks if isinstance(block, Box)]
    assert [box.label for box in boxes] == ["采购快读", "验货花絮"]
    assert len(boxes[0].blocks) == 3
    texts = [block.text.value for block in made.blocks if isinstance(block, Paragraph)]
    assert any(
        text.endswith("说要看看油的颜色。看完都说好，第二天就有人来问下一批。") for text in texts
    )
    assert any(text.endswith("是新麻还是旧麻，次品当场退回，一捆也不收。") for text in texts)


def test_ornaments_over_whole_paragraphs_stay_those_of_headings() -> None:
    made = article(
        "◆合买木料", INDENT + TEXT, "◆合买麻绳", INDENT + TEXT[9:], "◆合用烘房", INDENT + TEXT[19:]
    )
    assert not any(isinstance(block, Box) for block in made.blocks)
    assert sum(isinstance(block, Heading) for block in made.blocks) == 3


@pytest.mark.parametrize("text", ["60 秒的时间也有讲究", "12 吨桐油", "30 多家小厂", "5 公斤麻绳"])
def test_what_is_measured_is_no_number_of_a_heading(text: str) -> None:
    assert numbering(text) is None


def test_a_row_of_figures_under_a_numbered_caption_may_have_a_colon() -> None:
    made = article(
        "表1　前三季度主要指标",
        "项目 前三季度 同比",
        "麻绳产量（捆） 41260 +11.4%",
        "其中：船用缆 18733 +19.7%",
        "从业人员（人） 2846 -3.8%",
        INDENT + TEXT[9:],
    )
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    assert [row[0].text.value for row in table.rows] == [
        "项目",
        "麻绳产量（捆）",
        "其中：船用缆",
        "从业人员（人）",
    ]


def test_the_head_of_a_table_that_ocr_has_broken_has_as_many_cells_as_its_rule() -> None:
    made = article(
        "| 日期 | 水位 | 过闸的船",
        "（每小时） | 涨落 |",
        "|---|---|---|---|",
        "| 3月9日 | 3.1 | 46只 | 涨 |",
        "| 3月10日 | 3.3 | 52只 | 落 |",
    )
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    assert [cell.text.value for cell in table.rows[0]] == [
        "日期",
        "水位",
        "过闸的船（每小时）",
        "涨落",
    ]


def test_a_counted_heading_on_two_lines_between_blank_ones() -> None:
    text = (
        "目录\n\n看船 沈一帆 1\n一根麻绳 陆遥 5\n\n看船\n\n沈一帆\n\n"
        f"{TEXT}\n\n第一个发现：涨水不等于\n船多\n\n“涨水行船”，这句话谁都听过，我也想看看它到底准不准，就在闸口坐了三天。\n\n"
        f"第二个发现：船也怕“空”\n\n{TEXT[9:]}\n\n一根麻绳\n\n陆遥\n\n{TEXT[19:]}\n"
    )
    blocks = restored(text).issue.articles[0].blocks
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == [
        "第一个发现：涨水不等于船多",
        "第二个发现：船也怕“空”",
    ]


def test_what_begins_with_the_character_before_the_seam_is_no_caption() -> None:
    rest = "只，都是空船，船头朝着下游，船尾拴在闸口的缆桩上。"
    text = (
        "目录\n\n看船 沈一帆 1\n一根麻绳 陆遥 5\n\n看船\n\n文·图／沈一帆\n\n"
        f"{TEXT}前年一天过了三十只船，去年一天过了五十只船。\n\n图1　闸口的缆桩，桩头包着铁皮。\n\n{TEXT[9:]}\n\n图2　涨水那天的老渡口。\n\n"
        f"头两天水不大，过闸的船不多，每个钟头四五十只\n\n· 2 ·\n\n看 船\n\n{rest}\n\n船闸的老师傅把这些都记在本子上，一只也不漏。\n\n· 3 ·\n\n"
        f"{TEXT[14:]}\n\n· 4 ·\n\n一根麻绳\n\n陆遥\n\n{TEXT[19:]}\n"
    )
    blocks = restored(text).issue.articles[0].blocks
    assert rest not in [block.caption.value for block in blocks if isinstance(block, Figure)]


@pytest.mark.parametrize(("parts", "boxes"), [(("材料", "做法"), 0), (("缘起", "后来"), 1)])
def test_what_asks_the_reader_below_how_something_is_made_is_a_part_of_it(
    parts: tuple[str, str], boxes: int
) -> None:
    text = (
        f"目录\n\n小桅灯 沈一帆 1\n一根麻绳 陆遥 5\n\n小桅灯\n\n沈一帆\n\n{TEXT}\n\n{parts[0]}\n\n{TEXT[9:]}\n\n"
        f"{parts[1]}\n\n{TEXT[4:]}\n\n想一想\n\n如果把灯挂得再低一点，对岸的人还看得见吗？把你的答案写在明信片上寄给我们。\n\n"
        f"一根麻绳\n\n陆遥\n\n{TEXT[19:]}\n"
    )
    blocks = restored(text).issue.articles[0].blocks
    assert sum(isinstance(block, Box) for block in blocks) == boxes
