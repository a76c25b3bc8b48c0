"""Who wrote a box that is as wide as its column, and who says a pull quote below one."""

from __future__ import annotations

from converter.model import Article, Box, PullQuote
from converter.pipeline import restore

ABOVE = (
    "水渠修了三年，从水库一直修到后山脚下的稻田边上，",
    "沿途的十一个村子都出了工。管水的罗长水每天走一遍，",
    "看见渗水的地方就插一面小红旗，第二天再带人来补上。",
    "他说自己这辈子没有走过这么长的路，也没有看过这么",
)
BELOW = (
    "多的水。到了放水那一天，他反倒没有去看，一个人在家",
    "里睡了整整一天，醒来时水已经流到了后山的稻田里面。",
    "稻田的主人们都站在田埂上，等着看自己家的那一道口子",
    "什么时候见水，等了半天，水从下头漫上来，全湿了鞋。",
)
BOX = (
    "专家提示",
    "渠底见白的时候不要急着放水，先看接缝里有没有",
    "青苔；青苔发黑，说明水从下面走了。补缝要等到霜降",
    "以后，土收紧了再动手。",
    "补过的地方压一块平石头，过一个冬天再看它沉",
    "了没有。",
)


def article(*lines: str) -> Article:
    head = ["目录", "1 水渠记 罗长水", "", "水渠记", "罗长水", ""]
    return restore("\n".join([*head, *lines]).encode(), name="x.txt").issue.articles[0]


def test_who_wrote_a_box_says_no_pull_quote_in_its_last_lines() -> None:
    found = article(*ABOVE, *BOX, "——罗长水", *BELOW)
    (box,) = [block for block in found.blocks if isinstance(block, Box)]
    assert box.attribution is not None
    assert box.attribution.text.value == "罗长水"
    assert not any(isinstance(block, PullQuote) for block in found.blocks)


def test_what_the_article_says_again_below_a_box_is_a_pull_quote() -> None:
    said = "罗长水蹲在渠边上抽完一袋烟，说水来得快是因为渠直。"
    box = (*BOX[:3], "以后，土收紧了再动手，补过的地方压一块平石头才稳当。")
    found = article(said, *ABOVE, *box, "水来得快是因为渠直", "——罗长水", *BELOW)
    (quote,) = [block for block in found.blocks if isinstance(block, PullQuote)]
    assert quote.paragraphs[0].value == "水来得快是因为渠直"
