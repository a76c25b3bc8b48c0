"""An editor's note that stands above the title of its article."""

from __future__ import annotations

import pytest

from converter.model import Article, Paragraph
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
