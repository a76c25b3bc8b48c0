"""Quoted classical text: by mark, by glossary, by what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.diagnostics import ModelFormatError
from converter.variant import Glossary
from tests.variant.made import codes, converted, hk, tw


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("《诗》云：“王于兴师，修我戈矛。”", "《詩》云：「王于興師，修我戈矛。」"),
        ("《尚书》有言：“徯我后，后来其苏。”", "《尚書》有言：「徯我后，后來其蘇。」"),
        ("孟子曰：“不违农时，谷不可胜食也。”", "孟子曰：「不違農時，穀不可勝食也。」"),
        ("《论语·子罕》记载：“不舍昼夜。”", "《論語·子罕》記載：「不舍晝夜。」"),
        ("“采采卷耳，不盈顷筐。”——《诗经》", "「采采卷耳，不盈頃筐。」——《詩經》"),
        ("孔子说：“行有余力，则以学文。”", "孔子說：「行有餘力，則以學文。」"),
        ("古人云：“千里之行，始于足下。”", "古人云：「千里之行，始於足下。」"),
    ],
)
def test_a_quotation_from_a_work_of_antiquity_is_read_by_its_language(
    source: str, expected: str
) -> None:
    assert tw(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("孔子说：“后来的人散发了传单。”", "孔子說：「後來的人散發了傳單。」"),
        ("他说：“不舍昼夜地赶路。”", "他說：「不捨晝夜地趕路。」"),
        ("《时间简史》说：“余生有限，采集数据。”", "《時間簡史》說：「餘生有限，採集數據。」"),
    ],
)
def test_a_translation_and_a_modern_work_are_read_as_they_are(source: str, expected: str) -> None:
    assert tw(source) == expected


def test_an_editor_names_the_passages_that_nothing_gives_away(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('classical = ["后来其苏", "王于兴师"]\n', encoding="utf-8")
    glossaries = [Glossary.load(path)]
    source = "文末写道，后来其苏，五年后，吾妻来归。"

    assert tw(source) == "文末寫道，後來其蘇，五年後，吾妻來歸。"
    assert tw(source, glossaries=glossaries) == "文末寫道，后來其蘇，五年後，吾妻來歸。"
    assert hk("王于兴师", glossaries=glossaries) == "王于興師"
    assert "VAR006" in codes(converted(source, glossaries=glossaries)[1]), "the other is unused"


def test_the_list_must_hold_texts(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("\nclassical = [1]\n", encoding="utf-8")

    with pytest.raises(ModelFormatError, match=r"words\.toml:2: classical must be a list of texts"):
        Glossary.load(path)


def test_a_marked_passage_is_converted_unless_it_is_printed_in_traditional() -> None:
    marked = (
        "他写道：{classical:后稷教民稼穑}。{classical:国風·采薇}，{classical:己所不欲，勿施于人}"
    )

    assert tw(marked) == "他寫道：后稷教民稼穡。國風·采薇，己所不欲，勿施於人"
    assert tw("{classical:國風·采薇，后来}") == "國風·采薇，後來"
    assert tw("{classical:君子于役}") == "君子于役"
