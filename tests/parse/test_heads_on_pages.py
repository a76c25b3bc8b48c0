"""Titles at the tops of pages of a scanned magazine without contents or blank lines, as OCR reads them."""

from __future__ import annotations

import pytest

from converter.names import glued_names
from converter.parse.byline import read_byline
from converter.parse.openings.told_subtitles import subtitle_lines
from tests.support.restored import restored

TEXT = (
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不\n"
    "用看水尺，数一数台阶就知道今天能不能开船，几十年里没有数\n"
    "错过一回，也没有让一个赶路的人在岸上白等过半天。\n"
    "水尺是后来才钉上去的，漆着红白两色，孩子们喜欢蹲在旁边看\n"
    "水怎样一格一格往上爬，老人却还是只相信自己脚下的石头。\n"
)
CUT = TEXT + "石头是从上游的山里运来的，每一块都有名字，刻在朝下的一面\n"
FIRST = "摆渡人的台阶\n文／陶 然\n"


def issue(*pages: str) -> list[tuple[str, str, list[str]]]:
    text = "\f".join(f"{page}·{number}·\n" for number, page in enumerate(pages, 3))
    return [
        (
            "".join(line.value for line in article.title),
            article.subtitle.value if article.subtitle else "",
            [author.name for by in article.bylines for author in by.authors],
        )
        for article in restored(text).issue.articles
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("陶文渊罗石生", ("陶文渊", "罗石生")),
        ("陶文渊罗石生苏清", ("陶文渊", "罗石生", "苏清")),
        ("陶渊罗石", ()),  # of four characters both may be words
        ("陶渊的石阶上", ()),
        ("渡口的十九级台阶", ()),
        ("摆渡人自己的台阶", ()),
    ],
)
def test_names_without_blanks(text: str, names: tuple[str, ...]) -> None:
    assert glued_names(text) == names


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("陶文渊罗石生执笔", [("陶文渊", ""), ("罗石生", "")]),
        ("河湾中学陶文渊", [("陶文渊", "河湾中学")]),
    ],
)
def test_who_signs_without_blanks(line: str, authors: list[tuple[str, str]]) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [(author.name, author.office) for author in reading.authors] == authors


def test_a_house_is_no_name_behind_another() -> None:
    reading = read_byline("河湾市水利局河湾中学")
    assert reading is None or all(author.is_body for author in reading.authors)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["石阶上的水", "读《河工笔记》"], 1),
        (["石阶上的水", "一读《河工笔记》札记"], 1),  # the dash read as 一
        (["石阶上的水", "学习治水经验的", "一点体会"], 0),
        (["石阶上的水", "学习治水经验和河工办法的", "几位老人家的一点体会"], 2),
        (["石阶上的水", "渡口小说集《水尺》序"], 1),
        (["怎样看待石阶上的", "治水札记"], 0),  # the second line of a title
        (["石阶上的水", "一级台阶的故事"], 0),
        (["读《河工笔记》"], 0),
    ],
)
def test_words_tell_a_subtitle(lines: list[str], count: int) -> None:
    assert subtitle_lines(lines) == count


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("石阶上的水\n陶文渊罗石生\n", ("石阶上的水", "", ["陶文渊", "罗石生"])),
        ("石阶上的水\n河湾大学水利工程系\n", ("石阶上的水", "", ["河湾大学水利工程系"])),
        ("石阶上的水\n河湾第三渡口工人评论组\n", ("石阶上的水", "", ["河湾第三渡口工人评论组"])),
        (
            "石阶上的水\n从一次开船谈起\n秋雨\n",
            ("石阶上的水", "从一次开船谈起", ["秋雨"]),
        ),
        ("石阶上的水\n渡口来信来稿综述\n", ("石阶上的水", "渡口来信来稿综述", [])),
    ],
)
def test_the_last_lines_at_the_top_of_a_page_tell_an_article(
    head: str, found: tuple[str, str, list[str]]
) -> None:
    assert issue(FIRST + TEXT, TEXT, head + TEXT, TEXT)[1:] == [found]


def test_what_somebody_signs_may_stand_above_the_rest_of_another() -> None:
    found = issue(FIRST + TEXT, CUT, "石阶上的水\n陶文渊罗石生\n" + TEXT, TEXT)
    assert [title for title, _, _ in found] == ["摆渡人的台阶", "石阶上的水"]


@pytest.mark.parametrize("head", ["石阶上的水\n一级一级数下去\n", "石阶上的水\n"])
def test_what_nothing_tells_is_a_heading(head: str) -> None:
    assert len(issue(FIRST + TEXT, TEXT, head + TEXT, TEXT)) == 1


def test_the_name_of_a_box_signs_nothing() -> None:
    assert len(issue(FIRST + TEXT, CUT, "河湾\n■ 石阶手记\n" + TEXT, TEXT)) == 1


def test_a_blank_line_parts_the_name_of_a_section_from_the_title() -> None:
    found = issue(FIRST + TEXT, TEXT, "河湾\n\n石阶上的水\n渡口评论组\n" + TEXT, TEXT)
    assert [title for title, _, _ in found] == ["摆渡人的台阶", "石阶上的水"]
