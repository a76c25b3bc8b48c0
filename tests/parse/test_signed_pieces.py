"""Pieces under one title, each signed in brackets on a line of its own, without blank lines."""

from __future__ import annotations

from converter.model import Heading
from tests.support.restored import restored

TEXTS = (
    "农校也有语文课。教我们的先生是前清秀才的孙子，教我们写信、写条子、写总结，他说学农的人用不着写文章，但一定要把一件事情说清。",
    "体操课在晒谷场上，先生吹一个铁哨子，我们围着谷堆跑三圈，跑到第三圈，谷堆上的麻雀已经不怕我们了，先生就说，今天跑得好。",
    "雪地上已经有了一行脚印，一深一浅，去的有，回来的也有。我们比着那脚印走回来，一直走到窗下，听见他在屋里咳嗽，跟师母说话。",
)
NAMES = ("语文冷先生", "体操方先生", "气象穆先生")
SIGNED = ("农学科一九五七届　蓝守田", "农经科一九六二届　汤有财", "植保科一九六〇届　倪春山")


def rows(text: str) -> list[str]:
    return [f"　　{text}"[at : at + 20] for at in range(0, len(text) + 2, 20)]


def test_who_signs_a_piece_is_no_part_of_the_heading_below() -> None:
    lines = [
        line
        for name, text, signed in zip(NAMES, TEXTS, SIGNED, strict=True)
        for line in (name, *rows(text), f"　　（{signed}）")
    ]
    contents = "目录\n\n先生三题 …… 3\n补写的假条 …… 秦小菊 9"
    rest = "\n".join(row for text in TEXTS for row in rows(text))
    made = restored(
        f"{contents}\n\n先生三题\n" + "\n".join(lines) + f"\n补写的假条\n秦小菊\n{rest}\n"
    )
    blocks = made.issue.articles[0].blocks
    assert [block.text.value for block in blocks if isinstance(block, Heading)] == list(NAMES)
