"""What a monthly for study prints: marked sections, capitals for numbers, brackets that OCR lost."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading
from converter.parse.byline import read_byline
from converter.parse.issue.body import find_measure, wrapped_width
from converter.parse.ranks import likely_rank
from converter.pipeline import restore
from converter.segment import Unit, make_units
from converter.source import Line

PROSE = (
    "渡口的值班室里有一本旧账，记着每一天过河的人数，也记着谁家的船坏在了哪一段水上。",
    "村里请木匠来修船，木匠看过以后说，船底换三块板就能再用五年，不必急着去买新的。",
    "账上的钱不多，大家议了两个晚上，最后决定先修一条，另一条等秋天卖了藕再说。",
    "修好的船下水那天，来了二十几个人看，老支书站在船头，把第一桶桐油泼在了船帮上。",
)
MARKED = "■渡口\n修船记 …… 陆远舟 4\n■议事\n一本旧账 …… 沈一禾 7\n■对谈 桥与船\n——与何若溪谈河上的事 …… 白鹭 9"


def articles(body: str, contents: str) -> tuple[Article, ...]:
    """The articles of an issue with these contents and this body."""
    return restore(f"目次\n\n{contents}\n\n{body}\n".encode(), name="issue.txt").issue.articles


def text(*lines: str) -> str:
    return "\n\n".join(lines)


def test_a_section_behind_its_mark_may_have_an_entry_on_its_line() -> None:
    body = text(
        *("【渡口】", "修船记", "文/陆远舟", *PROSE[:2]),
        *("【议事】", "一本旧账", "文/沈一禾", *PROSE[2:]),
        *(
            "【对谈】",
            "桥与船",
            "——与何若溪谈河上的事",
            "文/白鹭",
            PROSE[0][:-1] + "，他说。",
            PROSE[3],
        ),
    )
    source = f"目次\n\n{MARKED}\n\n{body}\n"
    made = restore(source.encode(), name="issue.txt").issue
    assert [
        (section.name, [entry.title[0] for entry in section.entries])
        for section in made.contents.sections
    ] == [("渡口", ["修船记"]), ("议事", ["一本旧账"]), ("对谈", ["桥与船"])]
    assert [article.title[0].value for article in made.articles] == ["修船记", "一本旧账", "桥与船"]


def test_the_bracket_behind_several_authors_may_be_lost() -> None:
    reading = read_byline("文/陆 远 沈一禾（均为河湾县委党校教师")
    assert reading is not None
    assert [author.name for author in reading.authors] == ["陆远", "沈一禾"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("壹　过好“船门”：先问水深", True),
        ("叁　过好“账门”：把钱说清", True),
        ("甲 问：水有多深", False),
    ],
)
def test_capitals_stand_before_headings_with_a_colon(line: str, *, told: bool) -> None:
    assert (likely_rank(line) is not None) is told


def test_parts_with_capitals_are_headings() -> None:
    heads = ["壹　过好“船门”：先问水深", "贰　过好“账门”：把钱说清", "叁　过好“人门”：把理讲透"]
    body = text(
        "修船记", "文/陆远舟", *(line for pair in zip(heads, PROSE, strict=False) for line in pair)
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    found = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert [head[0] for head in found] == ["壹", "贰", "叁"]


def _wrapped(prose: str, measure: int) -> list[str]:
    lines = ["　　" + prose[: measure - 2]]
    rest = prose[measure - 2 :]
    return lines + [rest[at : at + measure] for at in range(0, len(rest), measure)]


def _units(lines: list[str]) -> list[Unit]:
    return make_units([Line(number, line) for number, line in enumerate(lines, start=1)])


def test_hard_wrapped_lines_are_no_longer_than_the_measure() -> None:
    prose = "".join(PROSE)
    pages = [line for _ in range(2) for line in ("", *_wrapped(prose, 30))]
    units = _units(pages)
    assert wrapped_width(units) == 30
    assert find_measure(units) in (0.0, 30.0)
    assert wrapped_width(_units(["", PROSE[0], "", PROSE[1]])) == 0


def test_a_card_of_a_place_is_a_box_and_no_heading() -> None:
    body = text(
        *("修船记", "文/陆远舟", PROSE[0], "从“一条船”到“两条船”", PROSE[1]),
        *(
            "渡口名片",
            "河湾渡口建于1936年，有船两条，船工五人。",
            "从“各顾各”到“一起议”",
            *PROSE[2:],
        ),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    assert [block.label for block in article.blocks if isinstance(block, Box)] == ["渡口名片"]
    heads = [block.text.value[:2] for block in article.blocks if isinstance(block, Heading)]
    assert heads == ["从“", "从“"]
