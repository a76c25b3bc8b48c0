"""The words of the templates, and of boxes, in the form that a region gives them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from converter.model import Box, Issue, Paragraph, Text
from converter.render.words import Words, word_names, words
from converter.script import language_of
from converter.variant import Edition, convert
from converter.variant.engine import engine_for
from tests.variant.made import HK, TW, S, T, issue_of

TRADITIONAL = ["zh-Hant", "zh-Hant-TW", "zh-Hant-HK"]


def with_box(label: str, language: str) -> Issue:
    issue = issue_of("一", language=language)
    (article,) = issue.articles
    box = Box(label, None, (Paragraph(Text("链接见后面", ())),), anchor="p1")
    return replace(issue, articles=(replace(article, blocks=(*article.blocks, box)),))


def label_of(issue: Issue) -> str:
    (box,) = (block for block in issue.articles[0].blocks if isinstance(block, Box))
    return box.label


@pytest.mark.parametrize("language", TRADITIONAL)
def test_contents_links_and_masthead_have_their_words(language: str) -> None:
    found = words(language)

    assert (found.contents, found.box, found.masthead) == ("目錄", "連結", "版權頁")
    assert (found.notes, found.quote_mark) == ("註釋", "「")


def test_a_simplified_edition_keeps_its_own() -> None:
    assert words("zh-Hans") == Words()
    assert words("zh-Hans").quote_mark == "“"


@pytest.mark.parametrize("language", TRADITIONAL)
def test_no_word_of_the_templates_is_left_in_simplified(language: str) -> None:
    """A word that is converted again must be what it was: all of it is Traditional."""
    engine = engine_for("s2hk" if language.endswith("HK") else "s2tw")
    for name in word_names():
        word = getattr(words(language), name)
        kept = word.replace("台", "").replace("里", "")
        assert all(engine.plain(c) in {c, "臺"} or engine.is_neutral(c) for c in kept), name


@pytest.mark.parametrize("edition", [TW, HK, T])
@pytest.mark.parametrize(
    ("label", "expected"),
    [("链接", "連結"), ("相关链接", "相關連結"), ("小贴士", "小貼士"), ("", "")],
)
def test_the_name_of_a_box_is_a_fixed_word(edition: Edition, label: str, expected: str) -> None:
    made, _ = convert(with_box(label, "zh-Hans"), edition)

    assert label_of(made) == expected


def test_and_back() -> None:
    made, _ = convert(with_box("相關連結", "zh-Hant-TW"), S)

    assert label_of(made) == "相关链接"


def test_an_edition_is_told_from_its_source_by_its_language(sample: Path) -> None:
    from converter.pipeline import restore

    issue = restore(sample).issue
    made, _ = convert(issue, TW)

    assert (language_of(issue), language_of(made)) == ("zh-Hans", "zh-Hant")
    assert (issue.language, made.language) == ("zh-Hans", "zh-Hant-TW")
