"""Charts, formulas, references and English abstracts: what learned journals set beside the text."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue, Paragraph
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
