"""What a conversion leaves alone, and marks that stay on their words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import (
    Box,
    Heading,
    Mark,
    MarkKind,
    Masthead,
    MastheadEntry,
    MastheadKind,
    Paragraph,
    Text,
)
from converter.variant import Edition, convert
from tests.support.issues import FRAGMENTS
from tests.variant.made import HK, TW, converted, glossary, hk, issue_of, marked, texts_of, tw


@pytest.mark.parametrize(
    "kept",
    [
        "https://example.org/里程/后台?问=答",
        "www.example.org/干",
        "editor.发展@example.org",
        "PM2.5",
        "CN11-4708/D",
        "ISSN 1672-5980",
        "don’t",
        "\U000f0000\U000f1002\U000f2001",
        "𠮷",
    ],
)
def test_addresses_codes_and_latin_text_stay_as_they_are(kept: str) -> None:
    made = tw(f"参见 {kept} 与后面。")

    if kept.startswith("https"):  # an address ends where ASCII ends
        kept = "https://example.org/"
    elif kept.startswith(("www", "editor")):
        kept = kept.split("/")[0].split(".")[-1]
    assert kept in made
    assert made.startswith("參見 ")
    assert made.endswith("與後面。")


def test_a_marked_link_keeps_its_address() -> None:
    assert tw("见{link:例子.网址/后}与后面") == "見例子.网址/后與後面"


def test_a_masthead_keeps_numbers_and_addresses_and_converts_the_rest() -> None:
    entries = (
        MastheadEntry(MastheadKind.ISSN, "国际标准刊号", ("ISSN 1672-5980",)),
        MastheadEntry(MastheadKind.EMAIL, "电子邮箱", ("后台@example.org",)),
        MastheadEntry(MastheadKind.LICENCE, "准印证号", ("云新出准字第04号",)),
        MastheadEntry(MastheadKind.ADDRESS, "地址", ("云川市后里路5号",)),
    )
    issue = replace(issue_of("一"), masthead=Masthead(title="学习与发展", entries=entries))

    made, _ = convert(issue, TW)

    assert made.masthead.title == "學習與發展"
    assert [(entry.label, entry.values) for entry in made.masthead.entries] == [
        ("國際標準刊號", ("ISSN 1672-5980",)),
        ("電子郵箱", ("后台@example.org",)),
        ("准印證號", ("雲新出准字第04號",)),
        ("地址", ("雲川市后里路5號",)),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # nothing in it is Simplified alone: it is as it was printed
        ("古人{classical:云云，后稷不知}也。", "古人云云，后稷不知也。"),
        ("诗{classical:诗云：君子于役，不知其期}。", "詩詩云：君子于役，不知其期。"),
    ],
)
def test_classical_passages_follow_their_own_rules(source: str, expected: str) -> None:
    assert tw(source) == expected


def test_a_phrase_half_in_bold_converts_as_one() -> None:
    made, _ = convert(issue_of("剪下的{strong:头}发和{emphasis:皇}后"), TW)

    (text,) = texts_of(made)
    assert text.value == "剪下的頭髮和皇后"
    assert [(m.kind, text.value[m.start : m.end]) for m in text.marks] == [
        (MarkKind.STRONG, "頭"),
        (MarkKind.EMPHASIS, "皇"),
    ]


def test_marks_stay_on_their_words_where_the_length_changes() -> None:
    words = glossary(("出租车", "的士"), ("软件", "電腦軟體"))
    source = "{strong:出租车}里的{emphasis:软件}和{link:www.example.org}"

    made, _ = convert(issue_of(source), HK, glossaries=[words])

    (text,) = texts_of(made)
    assert [text.value[m.start : m.end] for m in text.marks] == [
        "的士",
        "電腦軟體",
        "www.example.org",
    ]


def test_the_anchor_of_a_box_moves_with_its_paragraph() -> None:
    words = glossary(("出租车", "的士"))
    text = "出租车停在桥头，司机下了车。"
    issue = issue_of(text)
    (article,) = issue.articles
    box = Box("链接", None, (Paragraph(Text("后记")),), anchor="p1", anchor_offset=text.index("司"))
    issue = replace(issue, articles=(replace(article, blocks=(*article.blocks, box)),))

    made, _ = convert(issue, HK, glossaries=[words])

    paragraph, moved = made.articles[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(moved, Box)
    assert paragraph.text.value[moved.anchor_offset :] == "司機下了車。"


def test_lines_of_a_title_convert_as_one_and_stay_lines() -> None:
    issue = issue_of("一")
    (article,) = issue.articles
    title = (Text("一代人的头"), marked("发与{strong:理}"), Text("发店"))
    made, _ = convert(replace(issue, articles=(replace(article, title=title),)), TW)

    lines = made.articles[0].title
    assert [line.value for line in lines] == ["一代人的頭", "髮與理", "髮店"]
    assert lines[1].marks == (Mark(MarkKind.STRONG, 2, 3),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("笼里有30只鸡，名额30只能给一半。", "籠裡有30隻雞，名額30只能給一半。"),
        ("一千多只羊，只剩三只", "一千多隻羊，只剩三隻"),
    ],
)
def test_animals_are_counted(text: str, expected: str) -> None:
    assert tw(text) == expected


def test_vocabulary_is_off_unless_asked_for() -> None:
    text = "信息中心的软件和打印机，《信息学报》刊登。"

    assert tw(text) == "信息中心的軟件和打印機，《信息學報》刊登。"
    assert tw(text, vocabulary=True) == "資訊中心的軟體和印表機，《信息學報》刊登。"
    assert hk(text, vocabulary=True) == "資訊中心的軟件和打印機，《信息學報》刊登。"


def test_vocabulary_does_not_read_words_across_borders() -> None:
    assert tw("少数组织支持优化文件。", vocabulary=True) == "少數組織支持優化文件。"


def test_the_vocabulary_that_was_used_is_reported() -> None:
    _, report = converted("软件与硬件，软件。", vocabulary=True)

    assert [(use.source, use.target, use.count) for use in report.vocabulary] == [
        ("软件", "軟體", 2),
        ("硬件", "硬體", 1),
    ]


MESSY = st.lists(
    st.sampled_from((*FRAGMENTS, "头发", "干", "后来", "只", "里程", "\U000f1003", "云", "于洋")),
    max_size=12,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(value=MESSY, edition=st.sampled_from((TW, HK)), vocabulary=st.booleans())
def test_any_text_keeps_its_length_and_what_is_not_han(
    value: str, edition: Edition, *, vocabulary: bool
) -> None:
    made, _ = convert(issue_of(Text(value), authors=["于洋"]), edition, vocabulary=vocabulary)

    (text,) = texts_of(made)
    assert len(text.value) == len(value)
    for before, after in zip(value, text.value, strict=True):
        if not "\u3400" <= before <= "\u9fff" and before not in "“”‘’":
            assert after == before


def test_headings_of_an_article_are_converted_too() -> None:
    issue = issue_of("一")
    (article,) = issue.articles
    heading = Heading(Text("后台系统"), 1, id="h1")
    made, _ = convert(replace(issue, articles=(replace(article, blocks=(heading,)),)), TW)

    assert isinstance(made.articles[0].blocks[0], Heading)
    assert made.articles[0].blocks[0].text.value == "後台系統"
