"""Heads of pages that give the title right over it: they are no kicker and no text."""

from __future__ import annotations

import pytest

from converter.model import Article, Paragraph
from tests.support.restored import restored

PIECES = [
    (
        "夜里收网的人",
        "葛海生",
        "船靠岸的时候天还没有亮，码头上只有一盏灯。老葛把缆绳绕了三圈，蹲下来数网眼。",
    ),
    (
        "潮水表上的铅笔字留给谁看",
        "韩小渡",
        "气象站发的潮水表贴在门后，母亲用铅笔在每一格里添上谁家的船哪天出的海。",
    ),
    (
        "一条船怎样变老",
        "陆秋禾",
        "船和人一样，先是关节响，后来漏水。船坞里的师傅听一听敲板的声音，就知道它几岁。",
    ),
]


def articles(*titles: str) -> tuple[Article, ...]:
    listed = "\n".join(f"{title}　{who}　{page}" for page, (title, who, _) in enumerate(PIECES, 4))
    body = "\n\n".join(
        f"{title}\n\n{printed}\n\n{who}\n\n{text}"
        for printed, (title, who, text) in zip(titles, PIECES, strict=True)
    )
    return restored(f"海角人家\n2022年第4期\n\n目录\n\n{listed}\n\n{body}\n").issue.articles


def test_a_head_over_a_title_on_two_lines_is_no_text() -> None:
    found = articles("夜里收网的人", "潮水表上的铅笔字\n\n留给谁看", "一条船怎样变老")
    assert ["".join(line.value for line in one.title) for one in found] == [
        one for one, *_ in PIECES
    ]
    assert [line.value for line in found[1].title] == ["潮水表上的铅笔字", "留给谁看"]
    assert [one.kicker for one in found] == [None] * 3
    texts = [[b.text.value for b in one.blocks if isinstance(b, Paragraph)] for one in found]
    assert texts == [[text] for _, _, text in PIECES]


@pytest.mark.parametrize("name", ["海上的事", "夜里收网"])
def test_other_words_over_a_title_stay(name: str) -> None:
    listed = "\n".join(f"{title}　{who}　{page}" for page, (title, who, _) in enumerate(PIECES, 4))
    body = "\n\n".join(f"{title}\n\n{who}\n\n{text}" for title, who, text in PIECES)
    text = f"海角人家\n2022年第4期\n\n目录\n\n{listed}\n\n{name}\n\n{body}\n"
    made = restored(text)
    assert not any(one.text == name and one.reason == "running-head" for one in made.issue.drops)
