"""Titles of which OCR has misread many characters in the contents."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。"
HEAD = "河灯\n\n2021年第9期（总第143期）\n\n目 录\n\n"
PIECES = [
    ("走河", ["渡口的早市"], "何若溪", "6"),
    ("人物", ["守灯二十年"], "沈川", "11"),
    ("船坞", ["铁锚为什么会生锈"], "柴望", "15"),
    ("经验", ["办好“三块黑板”", "把课堂搬到渡船上去"], "河湾县委宣传部", "21"),
    ("经验", ["立足三江水乡的风土与实际", "让夜校在船头扎下根来"], "沙洲镇党委", "24"),
    ("来信", ["读者来信"], "", "30"),
]
ENTRIES = "\n".join(
    f"{section}\n{page} {' '.join(lines)} …… {who}".rstrip(" …")
    for section, lines, who, page in PIECES
).replace("经验\n24", "24")


def issue(contents: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    """What the contents have, once the body has been heard; all titles must open articles."""
    body = "\n\n".join(
        "\n\n".join(filter(None, [*lines, who, f"{lines[0][:2]}的事：{PROSE}", PROSE]))
        for _, lines, who, _ in PIECES
    )
    made = restored(f"{HEAD}{contents}\n\n{body}\n")
    names = made.issue.section_names
    assert [
        (names[one.section], "".join(line.value for line in one.title))
        for one in made.issue.articles
    ] == [(section, "".join(lines)) for section, lines, _, _ in PIECES]
    return listed(made)


EXPECTED = [
    (section, tuple(who for who in (who,) if who), page) for section, _, who, page in PIECES
]


@pytest.mark.parametrize(
    ("title", "garbled"),
    [
        ("渡口的早市", "渡囗白旱巿"),
        ("守灯二十年", "宁灯一十午"),
        ("铁锚为什么会生锈", "失锚力什厶会牛绣"),
        ("办好“三块黑板”", "办好“二块黑板”"),
        ("办好“三块黑板”", "刃好“二夬黑扳”"),
        ("立足三江水乡的风土与实际", "应足三江水乡的风土与实际"),
        ("让夜校在船头扎下根来", "让夜校在船头扎卜根来"),
        ("读者来信", "读者末信"),
    ],
)
def test_misread_titles_keep_their_places(title: str, garbled: str) -> None:
    """By the names of who signs, by the length of a first line, and by what is left of the title."""
    found = issue(ENTRIES.replace(title, garbled))
    assert [(section, who, page) for section, _, who, page in found] == EXPECTED


def test_a_misread_first_line_above_the_page_of_its_title_is_no_entry() -> None:
    contents = "\n".join(
        f"{section}\n{page} {chr(10).join(lines)} / {who}".rstrip(" /")
        for section, lines, who, page in PIECES
    )
    contents = contents.replace("经验\n24", "24").replace(
        "立足三江水乡的风土与实际", "立疋三江氺乡白风土与头际"
    )
    found = issue(contents)
    assert [(section, who, page) for section, _, who, page in found] == EXPECTED
    assert found[4][1].endswith("让夜校在船头扎下根来")


def test_a_line_of_verse_as_long_as_an_author_is_no_first_line_of_the_next_title() -> None:
    """The entry has the author behind its title, with a blank between."""
    verse = "牛认得路\n人认得牛\n灯认得人"
    contents = "诗\n河埠头的短歌　何　若　03\n剧\n雨停以前　司徒明远　05"
    body = f"河埠头的短歌\n何　若\n\n{verse}\n\n雨停以前\n司徒明远\n\n{PROSE}\n\n{PROSE}"
    made = restored(f"{HEAD}{contents}\n\n{body}\n").issue
    assert [[line.value for line in one.title] for one in made.articles] == [
        ["河埠头的短歌"],
        ["雨停以前"],
    ]


def test_who_presides_is_no_first_line_of_a_title_whose_section_is_as_long() -> None:
    """【读者来信】 in the body is as long as 小满主持, and no misread form of that."""
    contents = "5 雨停以前　司徒明远\n【读者来信】　9　小满主持"
    text = f"{PROSE}\n\n{PROSE}"
    body = f"雨停以前\n司徒明远\n\n{text}\n\n【读者来信】\n读者来信\n主持／小满\n\n{text}"
    made = restored(f"{HEAD}{contents}\n\n{body}\n")
    assert [who for _, _, who, _ in listed(made)] == [("司徒明远",), ("小满",)]


@pytest.mark.parametrize(
    ("kept", "printed", "found"),
    [
        pytest.param("守灯二十年", "守灯二十年 把河道守成了家", True, id="the first line"),
        pytest.param("灯下算账", "守灯的人和他走过的三条河 灯下算账", True, id="the last line"),
        pytest.param("守灯二十年", "守灯二十年把河道守成了家", False, id="no line of it"),
    ],
)
def test_a_title_of_which_the_contents_have_one_line_and_no_author(
    kept: str, printed: str, *, found: bool
) -> None:
    contents = ENTRIES.replace("守灯二十年 …… 沈川", kept)
    body = "\n\n".join(
        "\n\n".join(filter(None, [" ".join(lines), f"河务段副段长、技师 {who}" * bool(who), PROSE]))
        for _, lines, who, _ in PIECES
    ).replace("守灯二十年", printed)
    made = restored(f"{HEAD}{contents}\n\n{body}\n")
    assert ("ART002" not in {one.code for one in made.diagnostics}) is found
