"""Headings that OCR has put on the line of the text below them."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph
from tests.support.restored import restored

FIRST = "渡口的账本有七册，最早的一册是蓝布面的，记的是柴米，后来的几册才记船、记人、记风。"
PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上的人都认得对岸的灯，灯亮一次算一个平安。"
OTHER = "渡口的石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆，人要等到退水才走得过去。"

LAST = "管渡口的老人姓端木，他不识字，记账全靠在门板上画圈，一个圈是一船人，半个圈是一船空载的货。"
TAIL = "老街上的铺子早晨五点就卸门板，卸下来的门板一块挨着一块靠在墙根，像一排等着过河的人。"


def article(*lines: str) -> Article:
    head = ("目录", "渡口 张水 1", "老街 李山 3", "渡口", "张水")
    tail = ("老街", "李山", TAIL)
    return restored("\n\n".join((*head, *lines, *tail))).issue.articles[0]


def headings(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Heading)]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("first", "glued"),
    [
        ("一、修船，解决好“谁来修”的问题", "二、停船，解决好“停在哪”的问题"),
        ("一、渡口变了什么", "二、渡口缺了什么"),
    ],
)
def test_a_heading_ends_as_the_others_of_its_number(first: str, glued: str) -> None:
    found = article(first, PROSE, f"{glued}{OTHER}", LAST)
    assert headings(found) == [first, glued]
    assert paragraphs(found) == [PROSE, OTHER, LAST]


@pytest.mark.parametrize(
    ("one", "two"), [("一是", "二是"), ("第一，", "第二，"), ("首先，", "其次，")]
)
def test_what_begins_to_count_stands_below_a_heading(one: str, two: str) -> None:
    lines = (f"{one}要把石阶修好，{LAST}", f"{two}要把船灯点亮，{OTHER}")
    found = article("一、为什么修渡口", PROSE, f"二、渡口怎样修{lines[0]}", lines[1])
    assert headings(found) == ["一、为什么修渡口", "二、渡口怎样修"]
    assert paragraphs(found) == [PROSE, *lines]


def test_a_report_begins_with_the_place_that_its_head_names() -> None:
    one, two = f"上湾县规定，{PROSE}", f"石栎县有渡船四十条，{OTHER}"
    found = article("上湾县：渡船提前七天试水", one, f"石栎县：船工有了“娘家人”{two}")
    assert headings(found) == ["上湾县：渡船提前七天试水", "石栎县：船工有了“娘家人”"]
    assert paragraphs(found) == [one, two]


def test_a_few_words_whose_first_begins_the_text() -> None:
    less, more = f"减牌子。{LAST}", f"加船灯。{OTHER}"
    found = article(PROSE, "减什么", less, f"加什么{more}")
    assert headings(found) == ["减什么", "加什么"]
    assert paragraphs(found) == [PROSE, less, more]


def test_the_part_of_a_case_before_its_text() -> None:
    found = article("案情", PROSE, f"问题剖析 {OTHER}", "工作启示", LAST)
    assert headings(found) == ["案情", "问题剖析", "工作启示"]
    assert paragraphs(found) == [PROSE, OTHER, LAST]


@pytest.mark.parametrize(
    "line", [f"二、渡口缺了什么，{OTHER}", f"二、渡口缺的东西。{OTHER}", f"渡口缺了什么呢？{OTHER}"]
)
def test_a_sentence_that_begins_with_a_number_is_whole(line: str) -> None:
    found = article("一、渡口变了什么", PROSE, line, LAST)
    assert headings(found) == ["一、渡口变了什么"]
    assert paragraphs(found) == [PROSE, line, LAST]


def test_a_heading_ends_before_the_first_of_its_points() -> None:
    first, glued = "一、老渡口漏在哪里", "二、新渡口怎么修"
    text = f"一是清淤。{OTHER}"
    found = article(first, PROSE, f"{glued}{text}", LAST)
    assert headings(found) == [first, glued]
    assert paragraphs(found) == [PROSE, text, LAST]


@pytest.mark.parametrize(
    "text",
    [
        f"二、新渡口怎么修，一是清淤，二是砌石。{OTHER}",
        f"二、修渡口的石头从后山抬下来。{OTHER}",
        f"新渡口怎么修一是清淤。{OTHER}",
    ],
)
def test_a_paragraph_without_a_heading_stays_whole(text: str) -> None:
    found = article("一、老渡口漏在哪里", PROSE, text, LAST)
    assert headings(found) == ["一、老渡口漏在哪里"]
    assert paragraphs(found) == [PROSE, text, LAST]


@pytest.mark.parametrize("number", ["（{}）", "{}、"])
def test_a_paragraph_that_others_count_stands_apart(number: str) -> None:
    one, two, three = (number.format(value) for value in "一二三")
    found = article(FIRST, f"{one}修船。{PROSE}", f"{two}停船。{PROSE}{three}看船。{OTHER}", LAST)
    assert paragraphs(found)[1:4] == [
        f"{one}修船。{PROSE}",
        f"{two}停船。{PROSE}",
        f"{three}看船。{OTHER}",
    ]


def test_what_is_counted_within_a_paragraph_stays_there() -> None:
    counted = f"（一）修船。{PROSE}（二）停船。{PROSE}（三）看船。{OTHER}"
    assert paragraphs(article(FIRST, counted, LAST))[1] == counted
    # One that begins again below another heading counts what is its own.
    whole = [f"（一）修船。{PROSE}（二）停船。{PROSE}", f"（二）看船。{OTHER}"]
    assert paragraphs(article(FIRST, *whole, LAST))[1:3] == whole


@pytest.mark.parametrize("blank", ["　", " "])
def test_a_blank_parts_headings_with_numbers_from_the_text_on_their_line(blank: str) -> None:
    found = article(f"一、先修船{blank}{PROSE}", OTHER, f"二、再停船，停得稳{blank}{LAST}", FIRST)
    assert headings(found) == ["一、先修船", "二、再停船，停得稳"]
    assert paragraphs(found) == [PROSE, OTHER, LAST, FIRST]


def test_a_blank_beside_a_figure_ends_no_heading_before_its_text() -> None:
    second = "二、准确把握 2022 年渡口工作的总体要求和全部石阶的安排，努力营造过河、停船、点灯都放心的良好环境"
    found = article(f"一、先修船 {PROSE}", OTHER, f"{second} {LAST}", FIRST)
    assert headings(found) == ["一、先修船", second.replace(" ", "")]
    assert paragraphs(found) == [PROSE, OTHER, LAST, FIRST]


def test_a_blank_within_one_of_several_points_ends_no_heading() -> None:
    first, second = f"一、先修船　{PROSE}", f"二、再停船，{LAST}"
    assert headings(article(first, second)) == []


def test_a_heading_with_its_text_behind_a_blank_may_be_hard_wrapped() -> None:
    lines = [f"一、先修船　{PROSE}", OTHER, "二、再停船", LAST, FIRST]
    rows = [line[at : at + 24] for line in lines for at in range(0, len(line), 24)]
    body = "\n".join(f"　　{row}" if row in (line[:24] for line in lines) else row for row in rows)
    found = restored(
        f"目录\n\n渡口 张水 1\n\n老街 李山 3\n\n渡口\n\n张水\n\n{body}\n\n老街\n\n李山\n\n{TAIL}"
    )
    assert headings(found.issue.articles[0]) == ["一、先修船", "二、再停船"]


@pytest.mark.parametrize("heads", [("1.先修船", "2.再停船"), ("一、修船", "二、余论")])
@pytest.mark.parametrize("blank", ["　", " "])
def test_a_blank_ends_a_heading_to_which_others_on_lines_of_their_own_count(
    heads: tuple[str, str], blank: str
) -> None:
    found = article(heads[0], PROSE, f"{heads[1]}{blank}{LAST}", FIRST)
    assert [text.replace(" ", "") for text in headings(found)] == list(heads)
    assert paragraphs(found) == [PROSE, LAST, FIRST]


def test_a_wide_blank_ends_a_heading_rather_than_a_narrow_one_within_it() -> None:
    found = article("一、先修船", PROSE, f"二、再停船的日子 也要点灯　{LAST}", FIRST)
    assert [text.replace(" ", "") for text in headings(found)][1] == "二、再停船的日子也要点灯"
    assert paragraphs(found) == [PROSE, LAST, FIRST]


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("8月15日　阴", True),
        ("8月15日　小雨转晴", True),
        ("8月15日　渡口的人都来了", False),  # no weather
    ],
)
def test_a_day_and_its_weather_on_the_line_of_what_was_done(glued: str, *, apart: bool) -> None:
    days = ["8月12日 晴", PROSE, "8月13日 闷热，夜里有雨", OTHER]
    found = headings(article(*days, f"{glued} {FIRST}", LAST))
    assert (len(found) == 3) == apart
    assert found[:2] == days[::2]
    assert glued not in headings(article(*days[:2], f"{glued} {FIRST}", LAST))


def printed(text: str, *, indented: bool = True) -> list[str]:
    """A paragraph in lines of 26 em."""
    lead = "　　" * indented
    first = 26 - len(lead)
    return [lead + text[:first], *(text[at : at + 26] for at in range(first, len(text), 26))]


def test_a_few_words_over_full_printed_lines_are_no_first_line_of_them() -> None:
    told = [FIRST, PROSE, LAST, TAIL, *(f"{one[-2::-1]}。" for one in (FIRST, PROSE, LAST, TAIL))]
    body = [line for one in told for line in printed(one)]
    heading = ["", "　石阶的数目", *printed(OTHER + FIRST[2:40] + "。", indented=False)]
    head = ["目录", "渡口 张水 1", "老街 李山 3", "", "渡口", "", "张水", ""]
    tail = [*printed(LAST[4:]), "", "老街", "", "李山", "", *printed(TAIL)]
    found = restored("\n".join([*head, *body, *heading, *tail]) + "\n").issue.articles[0]
    assert headings(found) == ["石阶的数目"]
    assert paragraphs(found)[-2].startswith(OTHER)
