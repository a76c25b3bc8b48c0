"""Folios in Chinese numerals, and the parts of articles that look like them."""

from __future__ import annotations

import pytest

from converter.segment import find_furniture
from converter.source import Line

CUT = "堤上的蘆葦割過以後，水鳥就搬到對岸的沙洲上去，一去就是"
END = "半個冬天，到了清明前後才三三兩兩地飛回來。"


def folios(*texts: str) -> list[tuple[str, int]]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    found = find_furniture(lines)
    pages = {one.line: one.page for one in found.breaks}
    return [
        (lines[number - 1].text, pages.get(number, 0))
        for number, why in sorted(found.reasons.items())
        if why == "folio"
    ]


def pages(*numbers: str) -> list[str]:
    return [text for number in numbers for text in (CUT, "", number, "", END, "")]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (["七", "一O", "一三", "一六", "二〇"], [7, 10, 13, 16, 20]),
        (["— 九 —", "— 十二 —", "— 十四 —", "— 廿一 —"], [9, 12, 14, 21]),
        (["九八", "一〇一", "一百零四", "一○七"], [98, 101, 104, 107]),
    ],
)
def test_numerals_that_rise_and_cut_sentences_are_folios(
    numbers: list[str], told: list[int]
) -> None:
    assert folios(*pages(*numbers)) == list(zip(numbers, told, strict=True))


def test_the_parts_of_an_article_are_none() -> None:
    parts = [text for number in "一二三四五" for text in (END, "", number, "", CUT + END, "")]
    assert folios(*parts, *pages("一二", "一五", "一七")) == [
        ("一二", 12),
        ("一五", 15),
        ("一七", 17),
    ]
    long = ["十", "十一", "十二", "十三"]
    assert folios(*(text for one in long for text in (END, "", one, "", CUT + END, ""))) == []
    assert folios(*parts) == []


def test_numerals_that_count_past_the_titles_of_a_thin_issue_are_folios() -> None:
    texts = [
        "渡口的燈油",
        END,
        "（一）",
        "",
        "鄉村的識字班",
        END,
        END,
        "（二）",
        "",
        "沿江的傘莊",
        END,
        "（三）",
    ]
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    known = ["鄉村的識字班", "沿江的傘莊"]
    found = find_furniture(lines, known=known)
    assert [one.page for one in found.breaks] == [1, 2, 3]
    assert find_furniture(lines, known=known[:1]).breaks == ()


@pytest.mark.parametrize("brackets", ["〔〕", "【】", "（）", "★★"])
def test_numbers_in_brackets_or_between_ornaments_are_folios(brackets: str) -> None:
    texts = pages(*(f"{brackets[0]}{page}{brackets[1]}" for page in (11, 12, 13)))
    found = find_furniture([Line(number, text) for number, text in enumerate(texts, 1)])
    assert [one.page for one in found.breaks] == [11, 12, 13]
