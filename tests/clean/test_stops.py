"""Full stops that OCR read as points within the lines of a page with half-width marks."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line


def cleaned(*texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return [line.text for line in clean(lines).lines]


def test_a_point_between_sentences_is_a_full_stop_where_commas_are_half_width() -> None:
    assert cleaned("渠水先到上村,再到下村.下村的人守着闸口,一夜没有合眼.") == [
        "渠水先到上村，再到下村。下村的人守着闸口，一夜没有合眼。"
    ]


def test_the_lines_above_and_below_tell_how_the_page_was_read() -> None:
    lines = cleaned("渠水先到上村,再到下村,最后", "才到坝子.下村的人一夜没有合眼", "地守着闸口")
    assert lines[1] == "才到坝子。下村的人一夜没有合眼"


def test_a_point_before_brackets_in_half_width_is_a_full_stop() -> None:
    text = cleaned("图二:渠底捡到的瓦片,中间一片刻着「渠」字.(作者摄)")[0]
    assert text == "图二：渠底捡到的瓦片，中间一片刻着「渠」字。（作者摄）"


@pytest.mark.parametrize(
    "text",
    [
        "那年冬天，奥尔加.苏林娜带着三个孩子住进了闸口边上的小屋。",
        "[3]田渠生.水渠与村庄的账本,一个长期的观察[M].上坝：上坝书局，2016：3.",
    ],
)
def test_a_point_in_a_name_or_a_bibliography_stays(text: str) -> None:
    assert "." in cleaned(text)[0][4:12]


def test_a_point_behind_the_number_of_an_item_stays() -> None:
    text = cleaned("二.渠水先到上村,再到下村,最后才到坝子,路上少了一半")[0]
    assert text.startswith("二.渠水")


def test_a_point_before_a_half_width_quotation_mark_ends_a_sentence_of_chinese() -> None:
    assert cleaned('他说:"三担谷子,我爷爷吃了."')[0].endswith("我爷爷吃了。”")
    assert "何若溪.B" in cleaned('签名是"何若溪.B",没有日期,')[0]
