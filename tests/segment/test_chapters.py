"""Numbers alone on their lines: the chapters of a story, or the folios of the first pages."""

from __future__ import annotations

from converter.segment import find_furniture
from converter.source import Line

TEXT = ("船舱里的水已经舀干，堤上的人数了又数。", "岸上的灯亮了一排，照着收回来的船缆。")


def folios(*texts: str) -> list[str]:
    lines = [Line(at + 1, text) for at, text in enumerate(texts)]
    found = find_furniture(lines)
    return [line.text for line in lines if found.reasons.get(line.number) == "folio"]


def pages(foot: str) -> list[str]:
    """Pages with their feet, of which OCR has misread the folios from 5 on."""
    numbers = ("01", "02", "03", "04", "O5", "O6", "O7", "O8", "09", "10", "11", "12")
    return [
        text
        for at, number in enumerate(numbers)
        for text in (f"{at}号{TEXT[0]}", *TEXT, foot.format(at), number)
    ]


def test_numbers_below_the_same_line_are_folios_though_paragraphs_end_above() -> None:
    assert folios(*pages("2016年10月号"))[:4] == ["01", "02", "03", "04"]


def test_numbers_below_headings_that_differ_are_chapters() -> None:
    heads = (
        "开船",
        "上岸",
        "过夜",
        "回程",
        "清舱",
        "补网",
        "修灯",
        "点名",
        "分鱼",
        "晒缆",
        "看潮",
        "收帆",
    )
    texts = pages("第{}夜")
    for at, head in enumerate(heads):
        texts[texts.index(f"第{at}夜")] = head
    assert "01" not in folios(*texts)
