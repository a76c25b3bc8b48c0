"""Sentences that are turned to be remembered, as pull quotes are and captions are not."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import width

_TURNS = re.compile(
    "不是[^。]*[而也，][是不]|不在[^。]*而在|不[仅只是][^。]*更"
    "|只[有要][^。]*[才就]|没有[^。]*就没有|与其|與其|越[^。]{1,14}越|有多[^。]*有多"
    "|^[^，。：；]{1,10}是[^，。：；]{1,14}，[^：；。]{0,20}(?:是|要|不)[^：；。]*。$"
    "|^[^，。：；]{2,12}，是[^，。：；]{3,16}。$"
    "|^[^，。：；]{0,6}不是[^，。：；]{3,16}。$"
)
"""不是……而是……; 尺子是别人的，路要自己走。; 一枚错戳，是一个人累了的证据。"""
_SHOWS = re.compile(r"\d|[摄攝图圖左右]|^这是|^這是|正在")
"""What tells where in a picture something is, or when it was taken."""
_LONGEST = 44
"""Em of such a sentence: three lines of a column in larger type."""


def is_turned_thought(text: str) -> bool:
    """True for one sentence with a turn, which shows nothing that a picture would have."""
    return (
        width(text) <= _LONGEST
        and text.endswith("。")
        and "。" not in text[:-1]
        and _SHOWS.search(text) is None
        and _TURNS.search(text) is not None
    )
