"""An editor's note that stands above the title of its article."""

from __future__ import annotations

import pytest

from converter.model import Article, Paragraph, Role
from converter.pipeline import restore

CANAL = "水渠修了三年，从水库一直修到后山的稻田。通水那天，稻田里的人都停下来看。"
SCHOOL = "学校搬进新楼以后，图书室从一间变成了三间。孩子们下课就往图书室跑。"


def two(*between: str) -> tuple[Article, Article]:
    lines = [
        "目录",
        "1 水渠记 张水",
        "3 图书室 李山",
        "水渠记",
        "张水",
        CANAL,
        f"{CANAL}完了。",
    ]
    text = "\n\n".join([*lines, *between, "图书室", "李山", SCHOOL])
    canal, school = restore(text.encode(), name="x.txt").issue.articles
    return canal, school


def front(article: Article) -> list[str]:
    return [block.text.value for block in article.front if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "note",
    [
        ("编者按：图书室是村里最亮的屋子，本期请几位校长来谈。",),
        ("栏目主持人：岳明舒", "主持人语：图书室不是样板，里面有真实的岔路口。"),
        ("编者按：图书室是村里最亮的屋子，本期请几位", "校长来谈一谈它是怎样亮起来的。"),
        ("编者按：图书室是村里最亮的屋", "子，本期请几位", "校长来谈一谈它是怎样亮起来的。"),
        ("荐语：一篇写图书室的文章，灯亮在最后一行。",),
    ],
)
def test_a_note_above_a_title_leads_in_to_its_article(note: tuple[str, ...]) -> None:
    canal, school = two(*note)
    assert "".join(front(school)) == "".join(note)
    assert canal.blocks[-1].type == "paragraph"
    assert not front(canal)


@pytest.mark.parametrize("last", ["栏目主持人：岳明舒", "编后：水渠不怕长，就怕没有人清淤。"])
def test_what_ends_an_article_stays_with_it(last: str) -> None:
    _, school = two(last)
    assert front(school) == []


def test_the_host_sums_up_a_column_before_the_name_of_the_next_section() -> None:
    word = "主持人语：水渠和石桥说的是一件事，都要有人年年去看。"
    lines = ["目录", "·水利·", "水渠记……张水（1）", "·学校·", "图书室……李山（3）"]
    lines += ["·水利·", "水渠记", "张水", CANAL, f"{CANAL}完了。", word]
    lines += ["·学校·", "图书室", "李山", SCHOOL]
    canal, school = restore("\n\n".join(lines).encode(), name="x.txt").issue.articles
    assert front(school) == []
    last = canal.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text.value == word


def test_the_facts_of_a_talk_and_the_word_of_its_editor_stand_before_its_headings() -> None:
    text = "\n\n".join(
        [
            *("目录", "1 灯下的话 张水 李山", "3 水渠记 王禾", "灯下的话", "张水 李山"),
            *("时间：2021年5月16日下午", "地点：后山村图书室", "整理：王禾"),
            "编者的话：两位教书的人相识二十年，公开对谈却是第一次，本刊略有删节。",
            *("先有声音，后有人", "张水：我先交代一件事。来的路上我坐过了站。"),
            *(
                "李山：你听见了什么？",
                "张水：一口锅。一个说锅是娘家带来的。",
                "水渠记",
                "王禾",
                CANAL,
            ),
        ]
    )
    talk, canal = restore(text.encode(), name="x.txt").issue.articles
    assert [block.type for block in (*talk.front, *talk.blocks)][3:6] == [
        *("paragraph", "heading", "paragraph")
    ]
    assert canal.title[0].value == "水渠记"
    note = [block for block in (*talk.front, *talk.blocks) if isinstance(block, Paragraph)][3]
    assert (note.role, note.text.value[:5]) == (Role.EDITOR_NOTE, "编者的话：")


@pytest.mark.parametrize(
    "note",
    [
        "编者按：甘棠同志的来信，让编辑部安静了好一会儿。",
        "编者按：感谢甘老师的指正，这一处差错编辑部已经记下。",
    ],
)
def test_a_note_that_speaks_of_who_signed_the_letter_above_stays_with_it(note: str) -> None:
    canal, school = two("水渠中心小学 甘棠", note)
    assert front(school) == []
    last = canal.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text.value == note


@pytest.mark.parametrize(
    "signed", ["水渠中心小学 甘 棠", "水渠中心小学 甘棠 4月12日", "甘棠 2021年4月12日"]
)
def test_so_it_does_below_a_name_with_a_blank_in_it_or_a_date(signed: str) -> None:
    note = "编者的话：甘棠同志说得好，从下一期起，这一页留给大家。"
    canal, school = two(signed, note)
    assert front(school) == []
    last = canal.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text.value == note


@pytest.mark.parametrize(
    ("note", "stays"),
    [
        ("编者的话：来信说的是一条水渠，要紧的是年年有人清淤。", True),
        ("编者按：图书室是村里最亮的屋子，本期请几位校长来谈。", False),
    ],
)
def test_a_note_that_speaks_of_a_letter_signed_at_its_head_stays_with_it(
    note: str, *, stays: bool
) -> None:
    lines = ["目录", "1 水渠记 张水", "3 图书室 李山", "水渠记", "张水", "编辑同志：", CANAL]
    lines += [f"{CANAL}完了。", note, "图书室", "李山", SCHOOL]
    canal, school = restore("\n\n".join(lines).encode(), name="x.txt").issue.articles
    told = [block.text.value for block in canal.blocks if isinstance(block, Paragraph)]
    assert (note in told, note in front(school)) == (stays, not stays)
