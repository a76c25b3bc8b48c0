"""A small invented issue whose lines the tests of corrections speak of."""

from __future__ import annotations

import re

from converter.corrections import parse_corrections
from converter.pipeline import Restored, restore
from converter.profile import Profile

ISSUE = """\
渡口

2030年第5期

主编：沈 渔
地址：清溪县渡口路8号
定价：9元

目录

人间
撑篙的人 ........ 沈渔 2
一碗面的账 ........ 苏田 6

撑篙的人

沈 渔

清溪渡口的船老大姓钱，今年六十七岁，撑篙撑了五十一年。他说水有水的脾气，春天的水急，秋天的水懒，冬天的水像一块冻硬的豆腐，篙子下去要先听一听声音，再决定用几分力

气。渡口对面是集市，逢三逢八，天不亮就有人挑着担子等船，扁担压得吱呀作响。

链接 清溪渡口始建于清末，民国年间曾有木船二十余条。

——《清溪县志》

一年里最忙的是腊月。外出的人回来，带着大包小包，船压得很低，水几乎漫过船舷。

水的脾气

他从不催人，也从不抢渡。年轻人嫌慢，他便笑一笑，说桥修好了你们走桥。

渡口 7

桥今年秋天通车。通车那天他照样去了对岸，又划回来，一个人也没有。

一碗面的账

苏 田

面馆的账本是用小学生的方格本记的，一格一碗，赊账的画圈，还了的打勾。老板娘不识字，
却从来没有记错过。她说字会骗人，圈不会。
"""
LINES = ISSUE.splitlines()


def line(start: str) -> int:
    """The number of the only line that begins so."""
    found = [number for number, text in enumerate(LINES, 1) if text.startswith(start)]
    assert len(found) == 1, (start, found)
    return found[0]


def corrected(toml: str, text: str = ISSUE) -> Restored:
    """The issue under corrections; ``{start of a line}`` in them stands for its number."""
    filled = re.sub(r"\{(.+?)\}", lambda hit: str(line(hit[1])), toml)
    return restore(
        text.encode(),
        name="issue.txt",
        profile=Profile(),
        corrections=parse_corrections(filled, "issue.corrections.toml"),
    )


def said(found: Restored, code: str) -> list[tuple[int, str]]:
    """The lines and messages of a code."""
    return [(d.line, d.message("en")) for d in found.diagnostics if d.code == code]
