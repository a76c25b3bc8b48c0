"""Quotation marks: nested, over paragraphs, in Latin text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Paragraph, PullQuote, Text
from converter.variant import convert, quotes
from converter.variant.editions import CURLY
from tests.variant.made import HK, TW, codes, converted, issue_of, simplified, tw


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("他说：“走吧。”", "他說：「走吧。」"),
        ("他说：“书上写着‘到此为止’。”", "他說：「書上寫著『到此為止』。」"),
        ("‘一’是‘一’", "「一」是「一」"),
        ("“外‘中“内”中’外”", "「外『中「內」中』外」"),
        ("他写道 don’t worry，又写“’90s”。", "他寫道 don’t worry，又寫「’90s」。"),
        ("原文是 the “big” one, 没有译。", "原文是 the “big” one, 沒有譯。"),
        ("She said “no” and left.", "She said “no” and left."),
        ("《“灯”与“船”》", "《「燈」與「船」》"),
    ],
)
def test_marks_nest_as_the_target_wants_them(source: str, expected: str) -> None:
    assert tw(source) == expected
    assert (
        converted(source, edition=HK)[0][0].translate(str.maketrans("着裏説", "著裡說")) == expected
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("他說：「書上寫著『到此為止』。」", "他说：“书上写着‘到此为止’。”"),
        ("『一』與「二」", "“一”与“二”"),
    ],
)
def test_and_back(source: str, expected: str) -> None:
    assert simplified(source) == expected


def test_a_quotation_over_paragraphs_opens_again_and_closes_once() -> None:
    made, report = converted("他说：“第一段。", "“第二段里有‘书’。", "“第三段。”走了。")

    assert made == ["他說：「第一段。", "「第二段裡有『書』。", "「第三段。」走了。"]
    assert not {"VAR003", "VAR004"} & set(codes(report))


def test_a_mark_without_its_partner_is_told_with_its_context() -> None:
    _, report = converted("回来了”他说。", "然后走了。", "他说：“走吧。")

    assert codes(report) == ["VAR004", "VAR003"]
    assert report.diagnostics[0].message("zh") == "”没有与之配对的前引号：“回来了”他说。”"
    assert report.diagnostics[1].message("en") == (
        "the quotation that “ opens is never closed: “他说：“走吧。”"
    )


def test_a_pull_quote_takes_no_quotation_from_the_text_around_it() -> None:
    issue = issue_of("他说：“开头，")
    quote = PullQuote((Text("摘出来的“话”"),))
    (article,) = issue.articles
    blocks = (article.blocks[0], quote, Paragraph(Text("结尾。”"), id="p2"))
    made, report = convert(
        type(issue)(articles=(type(article)("a1", article.title, blocks=blocks),)), TW
    )

    values = [
        block.text.value if isinstance(block, Paragraph) else block.paragraphs[0].value
        for block in made.articles[0].blocks
        if isinstance(block, Paragraph | PullQuote)
    ]
    assert values == ["他說：「開頭，", "摘出來的「話」", "結尾。」"]
    assert codes(report) == []


@given(st.text("“”书x 。", max_size=24))
def test_plain_pairs_are_found_as_nested_ones_are(text: str) -> None:
    pairs, loose = quotes._paired(text, CURLY, ())
    nested = any(a < c and d < b for a, b in pairs for c, d in pairs)

    assert quotes._flat(text, "“", "”") == (None if loose or nested else pairs)
