"""Lines of stories that stand alone as headings do, and are none."""

from __future__ import annotations

from converter.model import Heading
from converter.parse.speakers import Speakers
from tests.support.restored import restored

PROSE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"


def test_a_sound_that_is_drawn_out_heads_nothing() -> None:
    story = "\n\n".join(f"{PROSE}\n\n{sound}" for sound in ("吱呀——", "有人敲门——", "轰——"))
    made = restored(f"夜里的渡口\n\n文/沈一帆\n\n{story}\n\n{PROSE}\n")
    blocks = [block for article in made.issue.articles for block in article.blocks]
    assert not [block for block in blocks if isinstance(block, Heading)]


def test_whoever_speaks_again_and_again_says_what_looks_like_a_heading() -> None:
    texts = ["阿雾：再来一杯？", "店主：好。", "阿雾：啊……", "店主：小心。", "阿雾：走了！"]
    told = Speakers(texts)
    assert told.may_say("阿雾：再来一杯？")
    assert not told.may_say("阿雾：夜里的来客")
    assert not told.may_say("店主：好？")
