"""The heads of articles in many ways: the same title, section and author in all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from converter.model import Heading
from tests.support.restored import restored

PROSE = [
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。",
    "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。",
    "从前的船是木头的，一条船要晒一个夏天，才能下水，如今的船只要三天就能从厂里开出来。",
]
HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"
ENTRIES = [
    ("特稿", "夜里的渡口还亮着灯", "沈一帆"),
    ("特稿", "船匠的手", "陆遥"),
    ("人物", "摆渡人", "唐果"),
    ("人物", "一根缆绳的打法", "方小舟"),
]
NOTE = "编者按：本刊走访了河湾镇的四个渡口，记下这些人的故事。"
Way = Callable[[str, str, str], list[str]]
WAYS: dict[str, Way] = {
    "English beside the section": lambda s, t, a: [f"{s} | FEATURE", t, a],
    "English under the section": lambda s, t, a: [s, "FEATURE", t, a],
    "subtitle": lambda s, t, a: [s, t, "——记河湾镇的一个夏天", a],
    "subtitle below the byline": lambda s, t, a: [s, t, f"文/{a}", "——记河湾镇的一个夏天"],
    "subtitle below an author above": lambda s, t, a: [s, a, t, "——记河湾镇的一个夏天"],
    "author behind dashes": lambda s, t, a: [s, t, f"—— {a}"],
    "title in English over the author": lambda s, t, a: [s, t, "Four Times Moved", a],
    "author above": lambda s, t, a: [s, a, t],
    "text and pictures": lambda s, t, a: [s, t, f"文｜{a}　图｜高山"],
    "works behind names": lambda s, t, a: [s, t, f"{a} 文　高山 图"],
    "pictures on their line": lambda s, t, a: [s, t, f"文/{a}", "图/高山"],
    "place in brackets": lambda s, t, a: [s, t, f"{a}（河湾镇中学）"],
    "staff in brackets": lambda s, t, a: [s, t, f"[本刊记者] {a}"],
    "sent from a place": lambda s, t, a: [s, t, f"本刊记者 {a} 发自河湾镇"],
    "By": lambda s, t, a: [s, t, f"By {a}"],
    "name in brackets": lambda s, t, a: [s, t, f"（{a}）"],
    "note above the byline": lambda s, t, a: [s, t, NOTE, a],
    "note above the title": lambda s, t, a: [s, NOTE, t, a],
    "office on its line": lambda s, t, a: [s, t, "河湾镇文化站站长", a],
    "section before the title": lambda s, t, a: [f"{s}丨{t}", a],
    "section in brackets before the title": lambda s, t, a: [f"【{s}】{t}", a],
    "section and a point before the title": lambda s, t, a: [f"{s} · {t}", a],
    "marked down": lambda s, t, a: [f"## {s}", f"# {t}", f"**{a}**"],
}


def contents() -> str:
    """The contents, with the sections on lines of their own."""
    out, last = "", ""
    for number, (section, title, author) in enumerate(ENTRIES):
        out += f"{section}\n" if section != last else ""
        last = section
        out += f"{title} …… {author} {number * 3 + 4}\n"
    return out


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_head_is_read_whichever_way_it_is_printed(way: Way, gap: str) -> None:
    lines: list[str] = []
    for number, (section, title, author) in enumerate(ENTRIES):
        lines += [
            *way(section, title, author),
            PROSE[number] + PROSE[number - 1],
            PROSE[number - 2],
        ]
    issue = restored(f"{HEAD}目录\n\n{contents()}\n{gap.join(lines)}\n").issue
    assert [
        (
            issue.section_names[article.section],
            "".join(line.value for line in article.title),
            "、".join(author.name for line in article.bylines for author in line.authors),
        )
        for article in issue.articles
    ] == ENTRIES
    assert not [block for a in issue.articles for block in a.blocks if isinstance(block, Heading)]


def test_offices_and_parts_where_no_contents_tell_them() -> None:
    lines: list[str] = []
    for number, (_, title, author) in enumerate(ENTRIES):
        part = f"渡口之{'一二三四'[number]}"
        lines += [part, title, "河湾镇文化站站长", author, PROSE[number], PROSE[number - 1]]
    issue = restored(HEAD + "\n\n".join(lines)).issue
    assert ["".join(line.value for line in a.title) for a in issue.articles] == [
        title for _, title, _ in ENTRIES
    ]


@pytest.mark.parametrize(
    "head",
    [
        "{t}\n\n一条河上的三代人\n\n" + NOTE[4:] + "\n\n{a}",
        "{t}\n\nThe Lamp\n\n一条河上的三代人\n\n" + NOTE[4:] + "\n\n{a}",
        "{t}\n\n一条河上的三代人\n\n" + NOTE + "\n\n{a}",
        "{a}\n\n{t}\n\n一条河上的三代人",
        "{t}\n\n文/{a}\n\n一条河上的三代人",
    ],
    ids=["standfirst", "English", "note", "author above", "below the byline"],
)
def test_a_clause_under_a_title_is_its_subtitle(head: str) -> None:
    text = HEAD + "目录\n\n" + contents() + "\n"
    for _, title, author in ENTRIES:
        text += "\n\n".join([head.format(t=title, a=author), *PROSE]) + "\n\n"
    articles = restored(text).issue.articles
    assert [article.title[0].value for article in articles] == [title for _, title, _ in ENTRIES]
    assert {article.subtitle and article.subtitle.value for article in articles} == {
        "一条河上的三代人"
    }


def test_a_lone_heading_between_paragraphs_stays_one() -> None:
    text = HEAD + "目录\n\n" + contents() + "\n"
    for _, title, author in ENTRIES:
        text += "\n\n".join([title, author, PROSE[0], "灯下的缆桩", *PROSE[1:]]) + "\n\n"
    for article in restored(text).issue.articles:
        assert article.subtitle is None
        assert [block.text.value for block in article.blocks if isinstance(block, Heading)] == [
            "灯下的缆桩"
        ]


def test_a_short_question_between_a_title_and_its_byline_is_the_subtitle() -> None:
    text = HEAD + "目录\n\n" + contents() + "\n"
    for _, title, author in ENTRIES:
        text += (
            "\n\n".join([title, "从屋檐到港口，一滴雨走了多久？", f"文/{author}", *PROSE]) + "\n\n"
        )
    subtitles = {one.subtitle and one.subtitle.value for one in restored(text).issue.articles}
    assert subtitles == {"从屋檐到港口，一滴雨走了多久？"}
