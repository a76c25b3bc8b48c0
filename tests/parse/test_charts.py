"""Charts, formulas, references and English abstracts: what learned journals set beside the text."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue, Paragraph, Role
from converter.parse.issue.body import find_measure
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import restored

LEAD = "渠水的流速在中午最快，到傍晚慢下来，管水的人把一天分成六段，每一段用木尺量一次水位，记在本子上。"
HEAD = "两年的记录连成一条线以后，大家才看出来，水位的高低同闸门没有多大关系，同上游的"
TAIL = "天气却大有关系，下过雨的第三天，水位总是最高，管水的人于是改在雨后的第二天放水。"
LAST = "从此渠里的水一年到头没有断过，下游的稻田再也不用半夜派人守水，守水的草棚后来做了鸡舍。"
CAPTION = "图1　水位随时间的变化。注意第三天的高峰。"


def issue(*parts: str) -> Issue:
    return restored("\n\n".join(["渠水记", "张水", *parts])).issue


def texts(found: Issue) -> list[str]:
    article = found.articles[0]
    blocks = (*article.front, *article.blocks, *article.back)
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


def captions(found: Issue) -> list[str]:
    blocks = found.articles[0].blocks
    return [block.caption.value for block in blocks if isinstance(block, Figure)]


def charted(found: Issue) -> list[str]:
    return [drop.text for drop in found.drops if drop.reason == "chart-label"]


AXES = ["水位/cm", "60 50 40 30 20 10 0", "1 2 3 4 5 6 7", "时间/d"]


def test_the_labels_of_a_chart_stand_below_its_caption() -> None:
    found = issue(LEAD, HEAD, CAPTION, *AXES, "高峰", TAIL, LAST)
    assert charted(found) == [*AXES, "高峰"]
    assert captions(found) == [CAPTION]
    assert texts(found) == [LEAD, HEAD + TAIL, LAST]


def test_the_labels_of_a_chart_stand_above_its_caption() -> None:
    found = issue(LEAD, *AXES, "S0W2 S1W2 S2W2", CAPTION, LAST)
    assert charted(found) == [*AXES, "S0W2 S1W2 S2W2"]
    assert texts(found) == [LEAD, LAST]


def test_a_heading_below_a_chart_stays_one() -> None:
    found = issue(LEAD, CAPTION, *AXES, "讨论", f"{HEAD}{TAIL}", LAST)
    assert charted(found) == AXES


@pytest.mark.parametrize("part", ["1998", "水位/cm", "讨论"])
def test_one_line_beside_a_caption_is_no_chart(part: str) -> None:
    assert charted(issue(LEAD, CAPTION, part, f"{HEAD}{TAIL}", LAST)) == []


def test_numbers_far_from_a_caption_are_none() -> None:
    assert charted(issue(LEAD, *AXES, f"{HEAD}{TAIL}", CAPTION, LAST)) == []


def test_a_formula_with_its_number_stands_on_a_line_of_its_own() -> None:
    found = issue(
        f"{LEAD}", "流量按下式计算：", "$Q = v \\cdot A$ (1)", f"式中，Q为流量；{HEAD}{TAIL}"
    )
    assert len(texts(found)) == 4
    assert texts(found)[2].startswith("Q")


def test_a_reference_goes_on_behind_the_place_of_its_publisher() -> None:
    found = issue(
        LEAD,
        f"{HEAD}{TAIL}",
        "参考文献",
        "[1] 张水.渠水记[M].云川：",
        "云川农业出版社，2019.",
        "[2] 李山.闸门[J].水利，2018（2）：3-4.",
    )
    assert [text for text in texts(found) if text.startswith("[")] == [
        "[1]张水.渠水记[M].云川：云川农业出版社，2019.",
        "[2]李山.闸门[J].水利，2018（2）：3-4.",
    ]


def test_the_lines_of_an_english_abstract_are_one_paragraph() -> None:
    lines = [
        "Abstract: A field study was carried out to find out when the water of a canal",
        "stands highest. It stands highest on the third day after rain in most years.",
        "The gate has little to do with it, and the weather upstream has much more to",
        "do with it than anybody had thought before.",
        "Key words: canal; water level; rain",
    ]
    found = issue("摘要：本文记录渠水两年的水位。", "\n".join(lines), LEAD, f"{HEAD}{TAIL}", LAST)
    assert texts(found)[1] == " ".join(lines[:4])
    assert texts(found)[2] == lines[4]


@pytest.mark.parametrize("line", ["τ=ρgRJ", "I = 0.31h+1.7d　（1）", "Q≈0.6A√H，"])
def test_an_equation_without_dollars_stands_on_a_line_of_its_own(line: str) -> None:
    found = issue(LEAD, "水对渠底的力按下式计算：", line, f"式中，水的深浅每天量一次。{HEAD}{TAIL}")
    assert len(texts(found)) == 4
    assert texts(found)[3].startswith("式中")


def test_a_caption_in_a_point_that_breaks_off_is_no_second_line_of_a_heading() -> None:
    found = issue(
        LEAD,
        "（1）渠首的水每天量三次，量水的人要走到闸房的最里面去看水尺，看完记在本子上。",
        "（2）渠尾的水隔天量一次,量完把木尺收好,",
        "图1 渠尾的木尺",
        "不收的下个月不再让他量水。",
        LAST,
    )
    assert "（2）渠尾的水隔天量一次，量完把木尺收好，不收的下个月不再让他量水。" in texts(found)
    assert captions(found) == ["图1　渠尾的木尺"]


ROWS = [
    "| 渠段 | 长度/km | 水量 | 人数 |",
    *(f"| 第{n}段 | 1{n}.40 | {n}1.60 | 1{n} |" for n in "123456"),
]


def test_the_rows_of_a_table_and_references_tell_no_measure() -> None:
    works = ["[3] 张水. 渠水的记录与推算[J]. 水利，2019（2）：3-9"] * 12
    lines = [Line(at, text) for at, text in enumerate((*ROWS, "", *ROWS, "", *works), 1)]
    assert find_measure(make_units(lines)) == 0.0


def test_news_that_their_title_counts_hold_a_notice_as_well() -> None:
    short = "渠务所的人这一年一共走了三千里路，换下来的鞋堆在闸房的门后，舍不得扔。"
    body = ["第六次水会在渠首举行", short, "渠水的规定开始修订", short, "征订启事", short]
    head = "渠水学报\n\n2023年第1期\n\n目录\n\n1 渠水记 张水\n5 水会动态（三则）"
    parts = [head, "渠水记", "张水", LEAD, LAST, "水会动态（三则）", *body]
    found = restored("\n\n".join(parts)).issue
    assert [article.title[0].value for article in found.articles] == ["渠水记", "水会动态（三则）"]
    fewer = restored("\n\n".join(parts).replace("三则", "两则")).issue
    assert fewer.articles[-1].title[0].value == "征订启事"


def test_where_several_authors_work_is_about_them() -> None:
    found = issue(LEAD, LAST, "（作者分别系河湾大学副教授、渠务所副所长）")
    article = found.articles[0]
    blocks = (*article.front, *article.blocks, *article.back)
    assert [one.role for one in blocks if isinstance(one, Paragraph)][-1] is Role.BIOGRAPHY
