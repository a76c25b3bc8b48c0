"""What stands at the foot of a page in another measure than its column: pull quotes and captions."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue, Paragraph, PullQuote
from tests.support.restored import restored

MEASURE = 24
ONE = "摆渡的人四十年里没有出过县，两岸的人却都由他送过，谁家嫁女，谁家还债，他在船上听得比在岸上多，听过也就放进水里了。"
TWO = "石匠的锤子有七把，最小的一把只有一两，用来修碑上的字，修一个字要一个上午，修完了也看不出来，他说看不出来才叫修。"
THREE = "种藕的田要放三次水，第三次放完，泥里的东西就都醒了，人站在田埂上听得见水往下走的声音，像有人在很远的地方说话。"
MORE = [
    "木匠把旧船板一块一块拆下来，能用的码在东墙，不能用的劈了烧火，烧了整整一个冬天，屋里一直有桐油的气味。",
    "镇上的邮差每隔三天来一回，信放在渡口的竹篮里，谁家有信就挂一条红布，没有红布的那几天，大家走路都慢一些。",
    "教书先生在庙里开了学堂，二十几个孩子挤在四张长桌旁边，下雨天漏水的地方摆一只木盆，滴答声里也能背完一篇。",
    "修闸的石料从下游运上来，一船只能装六块，纤夫的号子从早晨唱到黄昏，对岸的人听熟了，夜里做梦也跟着哼几句。",
    "卖豆腐的老人担子两头各挂一盏马灯，天不亮就过桥，桥板响几声，沿街的人家便知道几点钟，比更夫报的还要准。",
    "养蜂人把箱子排在油菜田边上，花谢了就装车往北走，走到哪里都给家里寄一小瓶蜜，瓶子上贴着那个地方的名字。",
    "裁缝铺的玻璃柜里有一把竹尺，寸和寸之间磨得看不清了，量衣服的时候她只用手指头，一拃一拃地比，从来不会错。",
]
LAST = "碑上的人他一个也不认得，可是每个名字都要念出声来，念一遍，敲一下，敲错了就从头再念一遍。"
CUT = "他把灯提到船头照了照水面，水面上什么也没有，只有一圈一圈的波纹往岸边去，老人慢慢地蹲下来，把手伸进水里"
REST = "，试了试冷热，说今天可以开船。"


def wrapped(text: str) -> list[str]:
    """A paragraph in the lines of a column, of which OCR has lost the indents."""
    first = MEASURE - 2
    lines = [text[at : at + MEASURE] for at in range(first, len(text), MEASURE)]
    return [text[:first], *lines]


PAGES = [[ONE + MORE[0], MORE[1]], [MORE[2] + MORE[3]], [MORE[4] + MORE[5], MORE[6]]]


def issue(above: str, foot: list[str], below: str) -> Issue:
    """An article, on a page of which something stands below a text and above the folio."""
    first, second, third = ([line for text in texts for line in wrapped(text)] for texts in PAGES)
    goes_on = [below[at : at + MEASURE] for at in range(0, len(below), MEASURE)]
    over = goes_on if below != THREE else wrapped(THREE)
    lines = [*first, "— 2 —", *second, *wrapped(above), *foot, "— 3 —", *over, *third, "— 4 —"]
    return restored("渡口纪事\n文／陆小满\n" + "\n".join(lines) + "\n").issue


FULL = CUT[: MEASURE - 2 + MEASURE]
QUOTE = ["“我等他们笑完，是因为笑完的人", "手不抖。”"]


@pytest.mark.parametrize("where", ["within a sentence", "below a text"])
def test_a_quotation_in_narrow_lines(where: str) -> None:
    broken = where == "within a sentence"
    above, below = (FULL, CUT[len(FULL) :] + REST) if broken else (TWO + LAST, THREE)
    blocks = issue(above, QUOTE, below).articles[0].blocks
    said = [one.paragraphs[0].value for one in blocks if isinstance(one, PullQuote)]
    assert said == ["".join(QUOTE)]
    if broken:
        assert CUT + REST in [one.text.value for one in blocks if isinstance(one, Paragraph)]


def test_one_line_at_the_foot_is_the_end_of_a_paragraph() -> None:
    blocks = issue(TWO + LAST, ["据说头一批十四只灯节前就亮。"], THREE).articles[0].blocks
    assert not any(isinstance(one, PullQuote) for one in blocks)


def test_one_line_at_the_foot_that_the_article_says_elsewhere() -> None:
    said = "“不就是赶集不许插队么。”"
    above = f"{TWO}她站起来说：{said}全队一下子都懂了，{LAST}"
    blocks = issue(above, [said], THREE).articles[0].blocks
    assert [one.paragraphs[0].value for one in blocks if isinstance(one, PullQuote)] == [said]


@pytest.mark.parametrize(
    "foot",
    [
        ["渡口合龙的一场戏，三百多名民工参加了拍摄"],
        ["船工在堤上喝水。左二为队长，随后下水的是他的徒弟们。光 头摄"],
        ["船工在堤上喝水。左二为队长，下水的是徒弟。光 头", "摄"],
    ],
)
def test_what_a_picture_shows(foot: list[str]) -> None:
    blocks = issue(FULL, foot, CUT[len(FULL) :] + REST).articles[0].blocks
    captions = [one.caption.value for one in blocks if isinstance(one, Figure)]
    assert [caption.replace(" ", "") for caption in captions] == ["".join(foot).replace(" ", "")]
    assert CUT + REST in [one.text.value for one in blocks if isinstance(one, Paragraph)]
