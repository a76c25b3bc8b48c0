"""Articles that go on on another page: the forms in which that is said."""

from __future__ import annotations

import pytest

from converter.model import Paragraph
from converter.parse.kinds import jump
from tests.support.restored import restored

CANAL = "水渠修了三年，从水库一直修到后山的稻田，通水那天大家都停下来看，水走到哪里"
REST = "人就跟到哪里，一直跟到天黑。"
SCHOOL = "学校搬进新楼以后，图书室从一间变成了三间，孩子们下课就往图书室跑。"


@pytest.mark.parametrize(
    ("off", "on"),
    [
        ("（下转第9页）", "（上接第4页）"),
        ("（转第9页）", "（接第4页）"),
        ("(转第9页)", "(续第4页)"),
        ("（下转封三）", "（上接第4页）"),
        ("（下转中缝）", "（上接第一版）"),
        ("（下轉第九頁）", "（上接第四頁）"),
    ],
)
def test_the_halves_of_an_article_come_together(off: str, on: str) -> None:
    text = "\n\n".join(
        [
            *("目录", "4 水渠记 张水", "6 图书室 李山"),
            *("水渠记", "张水", CANAL, off, "图书室", "李山", SCHOOL, on, REST),
        ]
    )
    canal, school = restored(text).issue.articles
    told = [block.text.value for block in canal.blocks if isinstance(block, Paragraph)]
    assert told == [CANAL + REST]
    assert len(school.blocks) == 1


@pytest.mark.parametrize("text", ["接第4页的话说，", "（转载）", "（续）", "转第9页", "（接上期）"])
def test_other_words_are_no_leave(text: str) -> None:
    assert jump(text) is None
