"""The language of what stands among Chinese in Latin letters."""

from __future__ import annotations

import pytest

from converter.render.language import foreign_language, title_language


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("DUKOU SHOUZHANG", "zh-Latn-pinyin"),
        ("Du Kou", "zh-Latn-pinyin"),
        ("THE FERRY LEDGER", "en"),
        ("DUKOU MONTHLY", "en"),
        ("渡口 DUKOU", ""),
        ("1985", ""),
    ],
)
def test_a_parallel_title_is_pinyin_or_english(value: str, language: str) -> None:
    assert title_language(value, "渡口手账") == language


@pytest.mark.parametrize(
    ("value", "title"), [("LUXING", "旅行"), ("LVXING", "旅行"), ("CHANGJIANG", "长江")]
)
def test_every_reading_of_a_character_is_pinyin(value: str, title: str) -> None:
    assert title_language(value, title) == "zh-Latn-pinyin"


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("Key words: ferry; ledger", "en"),
        ("[Key  words] ferry; ledger", "en"),
        ("Ferry ledger", ""),
        ("[Abstract] 渡口", ""),
    ],
)
def test_english_is_told_by_its_label(value: str, language: str) -> None:
    assert foreign_language(value) == language
