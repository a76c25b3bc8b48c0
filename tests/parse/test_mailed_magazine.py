"""Magazines that are sent by mail as plain text: sections in frames before titles, authors between dots."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline
from converter.segment.regions import is_contents_heading
from tests.support.restored import restored

LONG = (
    "　　渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，\n"
    "数一数台阶就知道今天能不能开船，几十年里没有数错过一回。\n"
)
RULE = "————————————————————————————————"


def mailed(entries: str, *pieces: tuple[str, str, str]) -> str:
    body = "".join(
        f"{section}\n\n　　　　　　{title}\n\n　　　　　　　　　·{author}·\n\n{LONG}\n{LONG}\n"
        for section, title, author in pieces
    )
    return f"　　　河湾文摘\n\n{RULE}\n　　　　本期目录　（hw0203b）\n{RULE}\n{entries}\n{RULE}\n{body}"


PIECES = (
    ("【水边旧事】", "摆渡人的台阶", "陶　然"),
    ("", "水尺旁边的灯", "苏河清"),
    ("【灯下问答】", "值班室的炉子", "罗岩石"),
)


@pytest.mark.parametrize("code", ["（hw0203b）", "(HW-0203)", "（0203）"])
def test_the_code_of_the_issue_may_stand_behind_the_heading(code: str) -> None:
    assert is_contents_heading(f"本期目录　{code}")


@pytest.mark.parametrize("text", ["目录（某某市档案馆藏）", "目录（二十三页以后另编）"])
def test_other_words_in_brackets_are_no_code(text: str) -> None:
    assert not is_contents_heading(text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("·陶　然·", ["陶然"]),
        ("·苏河清·", ["苏河清"]),
        ("•罗岩石 苏河清•", ["罗岩石", "苏河清"]),
    ],
)
def test_dots_on_both_sides_of_names_are_none_of_these(line: str, names: list[str]) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [author.name for author in reading.authors] == names


def test_dots_about_other_words_sign_nothing_surely() -> None:
    reading = read_byline("·水边的旧事·")
    assert reading is None or reading.certainty < 0.7


@pytest.mark.parametrize("numbers", [("", "", ""), ("⒈", "", "⒉"), ("1. ", "", "2. ")])
def test_two_sections_in_frames_are_told_by_the_body(numbers: tuple[str, ...]) -> None:
    entries = "\n".join(
        f"{number}{section or '　　　　　　'}　{title}　　　　　　　　　　{author}"
        for number, (section, title, author) in zip(numbers, PIECES, strict=True)
    )
    found = restored(mailed(entries, *PIECES)).issue
    assert [section.name for section in found.contents.sections] == ["水边旧事", "灯下问答"]
    assert [
        [(entry.title[0], entry.authors) for entry in section.entries]
        for section in found.contents.sections
    ] == [
        [("摆渡人的台阶", ("陶然",)), ("水尺旁边的灯", ("苏河清",))],
        [("值班室的炉子", ("罗岩石",))],
    ]
    assert [
        [author.name for by in article.bylines for author in by.authors]
        for article in found.articles
    ] == [["陶然"], ["苏河清"], ["罗岩石"]]
    assert not any(article.subtitle for article in found.articles)


def test_frames_that_the_body_has_nowhere_stay_with_the_titles() -> None:
    pieces = [("", f"{section}{title}", author) for section, title, author in PIECES[::2]]
    entries = "\n".join(f"{title}　　　　　　　　　　{author}" for _, title, author in pieces)
    found = restored(mailed(entries, *pieces)).issue
    assert [section.name for section in found.contents.sections] in ([], [""])
