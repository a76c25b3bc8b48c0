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


HARBOUR = [
    "天亮以前，码头上的灯一盏一盏熄了，等船的人把箱子挪到石阶上，谁",
    "也没有说话。头班船昨天就该到的，风太大，在下游的避风塘里停了一",
    "夜，船上的人夜里也没有睡好，都站在甲板上看岸上的灯，看它们亮到",
]
MARKET = [
    "集市从镇口一直摆到桥头，卖竹器的占了最好的位置。他们说竹器不怕",
    "淋，所以下雨天也照样出摊，只是买的人少了一半。桥头那家修伞的铺",
    "子倒是一到下雨就忙起来，师傅手里的活一件接着一件，怎么也做不到",
]
ORCHARD = [
    "果园在北坡，土薄，树却长得好。老人说那是因为坡上的石头白天吸了",
    "热，到夜里再慢慢放出来，霜就打不到花上。今年的花开得比往年早了",
    "八天，养蜂的人还没有来，村里的人就自己拿了鸡毛掸子，一朵一朵地",
]


def test_what_sends_to_other_pages_is_no_running_head_in_an_issue_that_has_much_of_it() -> None:
    head = "\n\n渡口半月 2021年第6期\n\n"
    off = [f"（下转第{page}页）" for page in (12, 13, 14)]
    rests = ["半夜。", "天黑。", "点过去。"]
    texts = [HARBOUR, MARKET, ORCHARD]
    titles = ["头班船", "雨天的集市", "北坡的果园"]
    first = "".join(
        f"{title}\n\n文/{who}\n\n" + "\n".join(text) + f"\n\n{leave}{head}"
        for title, who, text, leave in zip(
            titles, ("林采桑", "陆遥", "唐果"), texts, off, strict=True
        )
    )
    last = "".join(
        f"（上接第{n}页）\n\n{rest}{head}" for n, rest in zip((2, 4, 6), rests, strict=True)
    )
    listed = "2 头班船 林采桑\n4 雨天的集市 陆遥\n6 北坡的果园 唐果\n"
    made = restored(f"渡口半月\n\n目录\n\n{listed}\n{first}{last}")
    told = [
        [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
        for article in made.issue.articles
    ]
    assert told == [["".join(text) + rest] for text, rest in zip(texts, rests, strict=True)]
    assert {
        drop.reason for drop in made.issue.drops if "第" in drop.text and "页" in drop.text
    } == {"jump-line"}


@pytest.mark.parametrize("text", ["接第4页的话说，", "（转载）", "（续）", "转第9页", "（接上期）"])
def test_other_words_are_no_leave(text: str) -> None:
    assert jump(text) is None


@pytest.mark.parametrize(
    ("text", "page", "on"),
    [
        ("树下等人。（下卖3版）", "3", False),
        ("（卞转第12页）", "12", False),
        ("（上挨1版）", "1", True),
        ("（土接第5页）", "5", True),
    ],
)
def test_one_character_of_a_leave_may_be_misread(text: str, page: str, *, on: bool) -> None:
    found = jump(text)
    assert found is not None
    assert (found.page, found.on) == (page, on)
    assert text.endswith(found.text)
