"""An edition has the structure of its source, block by block, and finds the way back."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.model import Article, Issue, Masthead, Text, issue_texts
from converter.pipeline import restore
from converter.variant import Edition, convert
from tests.support.issues import full_issue, issues
from tests.variant.made import HK, TW, S, T, codes, converted, issue_of, simplified


def shape(thing: object, name: str = "") -> object:
    """A value without its characters: types, ids, spans, levels, kinds of marks."""
    if isinstance(thing, Text):
        return ("text", tuple((mark.kind, mark.target) for mark in thing.marks))
    if is_dataclass(thing):
        kept = [f.name for f in fields(thing) if f.name not in {"language", "anchor_offset"}]
        return (type(thing).__name__, *((n, shape(getattr(thing, n), n)) for n in kept))
    if isinstance(thing, tuple):
        return tuple(shape(item, name) for item in thing)
    if isinstance(thing, str) and name not in {"id", "anchor", "article", "issn", "cn", "page"}:
        return bool(thing)
    return thing


@pytest.mark.parametrize("edition", [TW, HK, T])
def test_the_structure_is_that_of_the_source(edition: Edition) -> None:
    issue = full_issue()

    made, _ = convert(issue, edition)

    assert shape(made) == shape(issue)
    assert made.language == edition.value
    assert made.source == issue.source
    assert made.drops == issue.drops


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(issue=issues(), edition=st.sampled_from(list(Edition)), vocabulary=st.booleans())
def test_the_structure_of_any_issue_is_kept(
    issue: Issue, edition: Edition, *, vocabulary: bool
) -> None:
    made, report = convert(issue, edition, vocabulary=vocabulary)

    assert shape(made) == shape(issue)
    assert made.language == edition.value
    assert convert(issue, edition, vocabulary=vocabulary) == (made, report)


def test_an_issue_of_a_magazine_keeps_its_structure(real_issue: Path) -> None:
    issue = restore(real_issue).issue

    made, report = convert(issue, TW)

    assert shape(made) == shape(issue)
    assert report.characters > 10_000


def test_marks_lie_within_their_texts() -> None:
    made, _ = convert(full_issue(), TW, vocabulary=True)

    for text in issue_texts(made):
        assert all(0 <= mark.start <= mark.end <= len(text.value) for mark in text.marks)


LOST = {"蘋": "苹", "鮠": "𬶏"}
"""What does not come back: the sample writes these Traditional characters in its names."""


@pytest.mark.parametrize("edition", [TW, HK, T])
def test_the_way_back_returns_the_source(edition: Edition, sample: Path) -> None:
    """All of the sample, but for what :data:`LOST` lists."""
    issue = restore(sample).issue

    there, _ = convert(issue, edition)
    back, _ = convert(there, S)

    pairs = [
        (x, y)
        for one, other in zip(issue_texts(issue), issue_texts(back), strict=True)
        for x, y in zip(one.value, other.value, strict=True)
    ]
    assert {(x, y) for x, y in pairs if x != y} <= set(LOST.items())
    assert back.language == "zh-Hans"


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("zh-Hant-TW", "裡面的著作權歸著者，看著辦。", "里面的著作权归著者，看着办。"),
        ("zh-Hant-TW", "帳戶裡的錢，帳篷裡的人。", "账户里的钱，帐篷里的人。"),
        ("zh-Hant-HK", "説明着裏面的線路，乾隆年間的乾糧。", "说明着里面的线路，乾隆年间的干粮。"),
        ("zh-Hant-TW", "妳看牠們揹著書包", "你看它们背着书包"),
        ("zh-Hant", "裡面看著", "里面看着"),
        ("zh-Hant", "裏面看着", "里面看着"),
        ("zh-Hant-TW", "瞭望塔上一目瞭然，藉口與狼藉。", "瞭望塔上一目了然，借口与狼藉。"),
    ],
)
def test_a_traditional_source_gets_a_simplified_edition(
    language: str, source: str, expected: str
) -> None:
    assert simplified(source, language) == expected


def test_a_simplified_edition_has_no_guesses() -> None:
    _, report = converted("裡面的頭髮", edition=S, language="zh-Hant-TW")

    assert report.decisions == ()
    assert report.edition == "zh-Hans"


@pytest.mark.parametrize(
    ("language", "edition"), [("zh-Hant-TW", TW), ("zh-Hans", S), ("zh-Hant-TW", HK)]
)
def test_what_is_there_already_is_left_alone_and_said(language: str, edition: Edition) -> None:
    made, report = converted("里面裡面", edition=edition, language=language)

    assert made == ["里面裡面"]
    assert codes(report) == ["VAR002"]
    assert report.diagnostics[0].message("en") == (
        f"the issue is in {language} already; its text is unchanged in {edition.value}"
    )


def test_a_traditional_source_without_region_gets_the_forms_of_one() -> None:
    assert converted("裏面為群眾說明", edition=TW, language="zh-Hant")[0] == ["裡面為群眾說明"]
    assert converted("裏面為群眾說明", edition=HK, language="zh-Hant")[0] == ["裏面為群眾說明"]


def test_an_article_in_a_language_of_its_own_keeps_it() -> None:
    issue = issue_of("后面")
    own = Article("a2", (Text("After the rain 后"),), language="en")

    made, _ = convert(replace(issue, articles=(*issue.articles, own)), TW)

    assert made.articles[1] == own


def test_an_empty_issue_converts() -> None:
    made, report = convert(Issue(masthead=Masthead()), TW)

    assert made == Issue(language="zh-Hant-TW")
    assert report.characters == 0
