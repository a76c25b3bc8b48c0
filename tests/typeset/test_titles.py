"""Titles of several lines: balanced, broken between words, at the author's own breaks first."""

from __future__ import annotations

import pytest

from converter.typeset import composition
from tests.typeset.reader import Reader
from tests.typeset.setting import PITCH, SIZE, pdf_of, sheet

BODY = (
    "沿江三镇的水文站在今年春天完成了整修。水文站的同志说，整修水文站是为了让数据更可靠。"
    "数据可靠了，预报才可靠。三镇的居民支持整修，也支持公开数据。公开的数据让居民了解汛情，"
    "了解汛情的居民配合预报。今年春天的预报比往年准确，居民对预报的信任也比往年高。"
    "志愿者在沿江三镇讲解汛情，讲解的志愿者里有退休的站长，也有渡口小学的老师。"
    "老师带着孩子参观水文站，孩子们记录水位，水位的记录交给站长。退休的站长重新整理记录。"
)  # fmt: skip
WORDS = (
    "沿江", "三镇", "水文站", "今年", "春天", "整修", "数据", "可靠", "预报", "居民", "公开", "了解",
    "汛情", "配合", "准确", "往年", "信任", "志愿者", "讲解", "站长", "老师", "孩子", "记录", "水位",
    "退休", "小学", "渡口",
)  # fmt: skip


def lines_of(title: str, ems: int, tag: str = "h1") -> list[tuple[str, float]]:
    """The lines of a title, each with its width in ems."""
    opening = f"<{tag} class='title'>{title}</{tag}>"
    css = sheet(ems, "zh-Hans", align="left", extra="h1 + p { break-before: page }")
    with composition():
        data = pdf_of(f"{opening}<p>{BODY}</p>", css)
    found = [line for line in Reader(data).lines(pitch=PITCH) if line.glyphs[0].page == 0]
    return [(line.text, (line.glyphs[-1].right - line.glyphs[0].x) / SIZE) for line in found]


@pytest.mark.parametrize("ems", range(12, 24))
@pytest.mark.parametrize(
    "title",
    [
        "退休站长带着渡口小学的孩子记录水位",
        "沿江三镇居民支持公开数据了解汛情配合预报",
        "志愿者讲解汛情，今年春天的预报比往年准确",
    ],
)
def test_no_line_of_a_title_ends_within_a_word(title: str, ems: int) -> None:
    lines = [text for text, _ in lines_of(title, ems)]

    assert "".join(lines) == title
    place = 0
    for text in lines[:-1]:
        place += len(text)
        torn = [
            word
            for word in WORDS
            for start in range(max(0, place - len(word) + 1), place)
            if title.startswith(word, start) and start + len(word) > place
        ]
        assert torn == [], lines


def test_no_title_is_squeezed_for_the_sake_of_a_line() -> None:
    """Its commas could give the half em each that would bring the last word back."""
    lines = lines_of("讲解汛情，记录水位，预报比往年准确", 16)
    assert [text for text, _ in lines] == ["讲解汛情，记录水位，", "预报比往年准确"]


def test_the_lines_of_a_title_are_balanced() -> None:
    widths = [width for _, width in lines_of("沿江三镇居民支持公开数据了解汛情配合预报", 17)]

    assert len(widths) == 2
    assert min(widths) / max(widths) > 0.6


@pytest.mark.parametrize("ems", range(12, 16))
def test_no_line_is_twice_as_long_as_the_other_for_the_sake_of_a_particle(ems: int) -> None:
    title = "渡口小学的孩子在春天记录的水位数据"
    widths = [width for _, width in lines_of(title, ems)]
    assert min(widths) / max(widths) > 0.5, widths


def test_a_title_that_fits_stays_on_its_line() -> None:
    assert len(lines_of("沿江三镇的水文站", 20)) == 1


def test_a_blank_between_phrases_gives_way_before_a_phrase_is_broken() -> None:
    lines = lines_of("记录水位 配合15日预报 让沿江三镇居民了解", 11)
    assert [text for text, _ in lines] == ["记录水位配合15日预报", "让沿江三镇居民了解"]
    assert lines[0][1] <= 11.01


def test_the_authors_own_breaks_come_first() -> None:
    lines = [text for text, _ in lines_of("志愿者讲解汛情<br/>居民配合今年春天的预报准确", 13)]

    assert lines[0] == "志愿者讲解汛情"
    assert "".join(lines[1:]) == "居民配合今年春天的预报准确"


def test_a_line_ends_behind_a_comma_rather_than_within_a_list() -> None:
    lines = [text for text, _ in lines_of("汛情不是一个人的事，是站长、居民的事", 14)]
    assert lines == ["汛情不是一个人的事，", "是站长、居民的事"]
    told = "沿江三镇不是一块牌子，它是由居民、站长为纽带，把数据和预报记录在一起。"
    assert next(text for text, _ in lines_of(told, 23))[-1] == "，"


@pytest.mark.parametrize("ems", range(15, 20))
def test_who_speaks_is_not_parted_from_what_he_says(ems: int) -> None:
    title = "居民配合汛情预报 站长：今年可靠 老师：孩子记录往年的水位"
    for line, _ in lines_of(title, ems):
        assert not line.endswith("："), line


@pytest.mark.parametrize("ems", range(9, 16))
def test_the_dash_before_a_source_does_not_stand_alone(ems: int) -> None:
    lines = [text for text, _ in lines_of("——《沿江三镇水文站整修办法》", ems)]

    assert "".join(lines) == "——《沿江三镇水文站整修办法》"
    assert len(lines[0]) > 2, lines


@pytest.mark.parametrize("number", ["一、", "（十二）", "3．"])
@pytest.mark.parametrize("ems", range(15, 19))
def test_the_number_of_a_heading_does_not_stand_alone(number: str, ems: int) -> None:
    lines = [text for text, _ in lines_of(f"{number}渡口站长整修水位预报数据记录汛情", ems)]

    assert len(lines[0]) > len(number), lines


@pytest.mark.parametrize("ems", range(14, 20))
@pytest.mark.parametrize("counted", ["第二年", "第十四届", "公元前2世纪", "第12期"])
def test_no_number_is_parted_from_what_it_counts(counted: str, ems: int) -> None:
    lines = [text for text, _ in lines_of(f"退休的老站长在{counted}春天记录的水位和两片叶子", ems)]

    assert any(counted[-3:] in text for text in lines), lines


def test_a_title_is_never_justified() -> None:
    with composition():
        css = sheet(12, "zh-Hans", align="justify", extra="h1 { text-align: justify }")
        data = pdf_of("<h1>沿江三镇居民支持公开数据了解汛情</h1>", css)
    lines = Reader(data).lines(pitch=PITCH)

    assert len(lines) == 2
    for line in lines:
        assert all(abs(step - 1) < 0.01 for _, _, step in line.steps())
