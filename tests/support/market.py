"""An article on a street's market, into which boxes are set, with one more article below it."""

from __future__ import annotations

from converter.model import Issue
from tests.support.restored import restored

FIRST = (
    "糖坊街的早市五点就开了，卖豆腐的先到，占的是桥头第一块石板，卖菜的后到，沿着河埠一路排下去。"
)
CUT = "去年冬天街道要在桥头装一排遮雨的棚子，摊主们起先都说好，等到图纸贴出来，才发现棚子的柱"
REST = "子正好立在豆腐摊的石板上，街道的人连夜改了图，把柱子往河埠那边挪了四尺。"
LAST = "如今棚子已经用了一个冬天，下雨的早晨，买菜的人收了伞站在棚下，话也比从前多了几句。"
NEXT = ("修船", "文｜万里", "船坞里停着一条没有名字的船，名字要等到下水那天才写。")


def issue(*lines: str) -> Issue:
    listed = ("目录", "早市 端木青 4", "修船 万里 8")
    return restored("\n\n".join([*listed, "早市", "文｜端木青", *lines, *NEXT])).issue
