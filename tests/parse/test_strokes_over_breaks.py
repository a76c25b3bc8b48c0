"""——……。 below what breaks off is the rest of the sentence, and no pull quote."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, PullQuote
from tests.support.restored import restored

HEAD = "目录\n1　水渠上的三十年　张水\n4　老街　李山\n\n水渠上的三十年\n\n张水\n\n"
TALK = (
    "张水：您守这条水渠多少年了？\n\n"
    "罗平海：三十年零四个月。头几年水小，一股水要\n分给五个村子，我夜里扛着锄头在闸门边上坐着，\n"
    "谁家的田先干就先给谁家开。后来渠底铺了石板，\n水走得快了，漏得也少了。\n\n"
    "张水：村里人怎么看？\n\n"
    "罗平海：开始有人不放心，跟着我走了一整个夏天，\n回来同大家讲，水是按本子分的。那一年全村的田\n"
    "浇了三遍，用水比上一年少了三成{end}\n\n\n\n{below}\n\n"
    "张水：您退休以后谁来守？\n\n"
    "罗平海：我的徒弟已经守了两年，他认得每一道闸\n门，也认得每一家的田。对我来说，\n闸门不用夜里守了，便是最好的证明。\n\n"
)
LAST = "老街\n\n李山\n\n老街的石板路修在坡上，雨后要走得慢一些，店家便在门口放一把椅子。\n"
STROKE = "——闸门不用夜里守了，便是最好的证明。"


@pytest.mark.parametrize("page", ["", "<!-- page 2 -->\n\n"])
def test_a_stroke_carries_on_what_breaks_off(page: str) -> None:
    text = HEAD + TALK.format(end="", below=page + STROKE) + LAST
    made = restored(text).issue.articles[0]
    assert not any(isinstance(block, PullQuote) for block in made.blocks)
    texts = [block.text.value for block in made.blocks if isinstance(block, Paragraph)]
    assert any("少了三成——闸门不用夜里守了" in one for one in texts)
