"""The evaluation on printed pages: what is printed is read back in reading order."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.evaluation.read_page import Printed, read_lines, regions
from tests.evaluation.typeset_truth import HOUSES, House, printed
from tests.evaluation.worn import Worn

FIRST = "渡口的老钟每天敲两回，天亮一回，天黑一回，敲钟的人换了三代，钟声却没有变过，听惯了的人隔着半条江也认得出来。"
SECOND = "后来桥修好了，渡船停在岸边的柳树下，船头长出了青草，只有那口钟还挂在原来的地方，每天照样敲两回，给过桥的人听。"
TRUTH = {
    "masthead": {"title": "渡口", "year": 2023, "number": "2"},
    "articles": [
        {
            "section": "人物",
            "title": ["敲钟的人"],
            "subtitle": "",
            "authors": ["季有田"],
            "byline": ["季有田"],
            "pull_quotes": [],
            "blocks": [
                {"kind": "paragraph", "text": FIRST * 2, "role": "body"},
                {
                    "kind": "box",
                    "label": "小知识",
                    "title": "",
                    "paragraphs": ["钟有两种，一种用木槌撞，一种用绳子拉。"],
                    "attribution": "《钟谱》",
                },
                {"kind": "heading", "level": 1, "text": "钟声过桥"},
                {"kind": "paragraph", "text": SECOND, "role": "body"},
            ],
        }
    ],
}


def line(left: float, top: float, text: str, width: float = 100) -> Printed:
    return Printed(left, top, left + width, top + 12, text)


def test_columns_are_read_one_after_the_other_and_what_spans_them_apart() -> None:
    page = [
        line(0, 0, "标题", 220),
        *(line(x, y, f"{x}-{y}") for y in (20, 40, 60) for x in (0, 120)),
        line(0, 80, "脚注", 220),
    ]
    read = [one.text for region in regions(page) for one in region]
    assert read == ["标题", "0-20", "0-40", "0-60", "120-20", "120-40", "120-60", "脚注"]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler")
@pytest.mark.parametrize("house", HOUSES)
def test_what_is_printed_is_read_back(house: House, tmp_path: Path) -> None:
    pdf = tmp_path / "issue.pdf"
    pdf.write_bytes(printed(TRUTH, house, 1))
    lines = read_lines(pdf, joined=False, furniture=True).splitlines()
    assert "· 4 ·" in lines
    assert "钟声过桥" in lines
    assert "小知识" in lines
    text = read_lines(pdf, joined=True, furniture=False)
    assert SECOND[-30:] in text.replace("\n", "")
    assert "· 4 ·" not in text
    cut = lines.index("小知识")
    assert not lines[cut - 1].endswith("。")  # the box stands in mid-sentence


def test_a_worn_page_loses_blanks_leaders_and_marks_and_no_character() -> None:
    worn = Worn(3)
    lines = ["敲钟的人　季有田　14", "2　钟声过桥", "· 4 ·", "——摘自《钟谱》", FIRST]
    read = [worn(text) for text in lines]
    assert read[0].startswith("敲钟的人季有田_14") or read[0] == "敲钟的人　季有田_14"
    assert read[1] == "2钟声过桥"
    assert read[2].strip("·") == "4"
    assert read[3].endswith("摘自《钟谱》")
    assert read[4] == FIRST
    assert [Worn(3)(text) for text in lines[:1]] == [Worn(3)(text) for text in lines[:1]]
