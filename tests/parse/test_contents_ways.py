"""One issue whose contents are printed in many ways: all of them say the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.pipeline import restore
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"
Entry = tuple[str, str, str, str]
ENTRIES: list[Entry] = [
    ("特稿", "夜里的渡口还亮着灯", "沈一帆", "4"),
    ("特稿", "船匠的手", "陆遥", "6"),
    ("人物", "摆渡人", "唐果", "9"),
    ("人物", "一根缆绳的打法", "方小舟", "12"),
]
TOLD = ["三条缆绳，两盏灯。", "他的手比船板还要硬，十年没有离开过木头。", "从前的渡口只有他一个人会撑篙。", "水手结有七种打法，第一种最难学会。"]  # fmt: skip
LATIN = ["The Lamp of the Ferry", "Hands of a Shipwright", "The Ferryman", "How to Tie a Rope"]


def printed(form: Callable[[int, Entry], str], section: str = "{}\n") -> str:
    """The contents: ``section`` above the entries of each, in their ``form``."""
    out, last = "", ""
    for number, entry in enumerate(ENTRIES):
        if entry[0] != last and section:
            last = entry[0]
            out += section.format(last)
        out += form(number, entry)
    return out


WAYS = {
    "author over the title": printed(lambda _, e: f"{e[2]}\n{e[1]} / {e[3]}\n"),
    "strokes": printed(lambda _, e: f"{int(e[3]):02}/{e[1]}/{e[2]}\n"),
    "page, title, what it is about, author": printed(
        lambda n, e: f"{e[3]}\n{e[1]}\n{TOLD[n]}\n文/{e[2]}\n\n"
    ),
    "page, title, English, author": printed(
        lambda n, e: f"{int(e[3]):03}\n{e[1]}\n{LATIN[n]}\n{e[2]}\n\n", "{} FEATURE\n\n"
    ),
    "squares before authors": printed(lambda _, e: f"■{e[2]} {e[1]}（{e[3]}）\n"),
    "numbered entries": printed(lambda n, e: f"{n + 1}. {e[1]} …… {e[2]} {e[3]}\n"),
    "sections in brackets": printed(lambda _, e: f"{e[3]} [{e[0]}] {e[1]} {e[2]}\n", ""),
    "sections before colons": printed(lambda _, e: f"{e[0]}：{e[1]}（{e[2]}） {e[3]}\n", ""),
    "English below the section": printed(lambda _, e: f"{e[3]} {e[1]}\n{e[2]}\n", "{}\nFEATURE\n"),
    "English above the section": printed(lambda _, e: f"{e[3]} {e[1]}\n{e[2]}\n", "FEATURE\n{}\n"),
}


def body(byline: str, *, sections: bool, gap: str) -> str:
    """The articles, each with its byline."""
    out: list[str] = []
    last = ""
    for number, (section, title, author, _) in enumerate(ENTRIES):
        if sections and section != last:
            out.append(section)
        last = section
        out += [title, byline.format(author), f"{ONE}{number}号船。", f"{TWO}{number}盏灯。"]
    return gap.join(out) + "\n"


BODIES = {
    "blank lines": body("{}", sections=True, gap="\n\n"),
    "credits": body("文/{}", sections=True, gap="\n\n"),
    "no sections": body("{}", sections=False, gap="\n\n"),
    "no blank lines": body("{}", sections=True, gap="\n"),
}


@pytest.mark.parametrize("text", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("contents", WAYS.values(), ids=WAYS)
def test_all_ways_say_the_same(contents: str, text: str) -> None:
    issue = restored(f"{HEAD}目录\n\n{contents}\n{text}").issue
    found = [
        (
            issue.section_names[article.section] if article.section >= 0 else "",
            "".join(line.value for line in article.title),
            "、".join(author.name for line in article.bylines for author in line.authors),
            article.first_page.lstrip("0"),
        )
        for article in issue.articles
    ]
    assert found == ENTRIES


def test_sections_with_pages_over_titles_without() -> None:
    contents = "特稿 4\n夜里的渡口还亮着灯 沈一帆\n船匠的手 陆遥\n人物 9\n摆渡人 唐果\n一根缆绳的打法 方小舟\n"
    issue = restored(f"{HEAD}目录\n\n{contents}\n{BODIES['credits']}").issue
    assert [section.name for section in issue.contents.sections] == ["特稿", "人物"]
    assert [article.first_page for article in issue.articles] == ["4", "", "9", ""]


BODY = "，".join(["江边的早晨总是从缆绳开始的", "水手把它抛上岸去", "岸上的人接住了"] * 4) + "。"
PIECES = {"夜里的灯": "沈一帆", "船匠的手": "陆遥", "摆渡的人": "唐果", "一根缆绳": "方小舟"}


def sections_of(contents: str, heads: dict[str, str]) -> list[tuple[str, str]]:
    """The sections and titles of an issue; ``heads`` stand above the titles in the body."""
    text = HEAD + "目录\n" + contents + "\n"
    for title, author in PIECES.items():
        text += f"{heads.get(title, '')}\n{title}\n{author}\n\n{BODY}\n\n{BODY}\n\n"
    issue = restore(text.encode(), name="x.txt").issue
    return [
        (section.name, "".join(entry.title))
        for section in issue.contents.sections
        for entry in section.entries
    ]


TOLD_APART = [
    ("特稿", "夜里的灯"),
    ("人物", "船匠的手"),
    ("人物", "摆渡的人"),
    ("手艺", "一根缆绳"),
]


def test_two_sections_on_one_line_are_two_where_the_body_has_the_second() -> None:
    contents = "特稿　人物\n4 夜里的灯 沈一帆\n6 船匠的手 陆遥\n9 摆渡的人 唐果\n手艺\n12 一根缆绳 方小舟\n"
    heads = {"船匠的手": "人物  6", "摆渡的人": "人物  9", "一根缆绳": "手艺  12"}
    assert sections_of(contents, heads) == TOLD_APART
    heads = {"夜里的灯": "特稿", "船匠的手": "人物", "一根缆绳": "手艺"}
    assert sections_of(contents.replace("特稿　人物", "特稿 | 人物"), heads) == TOLD_APART


def test_two_words_over_one_entry_are_no_two_sections() -> None:
    contents = "特稿　人物\n4 夜里的灯 沈一帆\n手艺\n6 船匠的手 陆遥\n9 摆渡的人 唐果\n12 一根缆绳 方小舟\n"
    names = [name for name, _ in sections_of(contents, {"船匠的手": "手艺  6"})]
    assert "人物" not in names


def test_a_page_under_its_title_and_author_among_pages_that_stand_first() -> None:
    contents = "特稿\n4 夜里的灯 沈一帆\n人物\n6 船匠的手 陆遥\n摆渡的人 唐果\n9\n手艺\n12 一根缆绳 方小舟\n"
    assert sections_of(contents, {}) == TOLD_APART


def test_a_name_in_brackets_behind_a_leader_is_the_authors_whatever_its_surname() -> None:
    text = (
        HEAD + "目录\n特稿\n夜里的渡口还亮着灯. . . . .（琮青禾）4\n船匠的手．．．．（陆遥）6\n\n"
    )
    text += f"夜里的渡口还亮着灯\n\n渡口管理所所长 琮青禾\n\n{BODY}\n\n{BODY}\n\n船匠的手\n\n陆遥\n\n{BODY}\n\n{BODY}\n"
    issue = restore(text.encode(), name="x.txt").issue
    entries = [entry for section in issue.contents.sections for entry in section.entries]
    assert [entry.title for entry in entries] == [("夜里的渡口还亮着灯",), ("船匠的手",)]
    assert [entry.authors for entry in entries] == [("琮青禾",), ("陆遥",)]


def test_entries_set_like_those_whose_sections_the_body_proves_have_sections_too() -> None:
    contents = (
        "卷首灯　夜里的灯 …… 4\n特稿　船匠的手 …… 6\n　　　　摆渡的人 …… 9\n"
        "人物　第一个撑篙的人 …… 10\n故地　上游的石阶 …… 11\n手艺　一根缆绳 …… 12\n"
    )
    bodies = {
        "夜里的灯": "",
        "船匠的手": "特稿",
        "摆渡的人": "",
        "第一个撑篙的人": "人物",
        "上游的石阶": "故地",
        "一根缆绳": "",
    }
    text = f"{HEAD}目录\n{contents}\n"
    for title, head in bodies.items():
        text += f"{head}\n\n{title}\n沈一帆\n\n{BODY}\n\n{BODY}\n\n"
    issue = restore(text.encode(), name="x.txt").issue
    found = [
        (section.name, "".join(entry.title))
        for section in issue.contents.sections
        for entry in section.entries
    ]
    assert found == [
        ("卷首灯", "夜里的灯"),
        ("特稿", "船匠的手"),
        ("特稿", "摆渡的人"),
        ("人物", "第一个撑篙的人"),
        ("故地", "上游的石阶"),
        ("手艺", "一根缆绳"),
    ]
