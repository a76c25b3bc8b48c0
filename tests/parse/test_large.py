"""Pull quotes that are set large, and captions of what is seen."""

from __future__ import annotations

import pytest

from converter.model import Article, PullQuote
from converter.parse.captions import names_picture
from converter.pipeline import restore

HEAD = "平台上晒东西，春天晒笋，夏天晒豆，秋天晒得最多。巧云晒辣椒不用竹匾，用的是旧门板，每一块门板背后都写着那一"
TAIL = "年的年份，墨写的，太阳晒得淡了，还认得出来。"
REST = "对岸的茶园里有人等太阳，从早上等到下午，等来了一场雨。主人说，歪有歪的挂法。"


def article(*between: str) -> Article:
    head = "目录\n\n1 平台 张水\n\n3 图书室 李山\n\n平台\n\n张水"
    text = "\n\n".join([head, REST, HEAD, *between, TAIL, "图书室", "李山", REST])
    return restore(text.encode(), name="x.txt").issue.articles[0]


@pytest.mark.parametrize(
    "quote",
    [
        "老屋拆掉了，门板还在，\n晒一晒，就觉得老屋也在太阳底下。",
        "天还没亮，桥孔上面\n一串光，\n像桥开了花。",
    ],
)
def test_a_few_short_lines_within_a_sentence_are_a_pull_quote(quote: str) -> None:
    found = article(quote)
    texts = [text.value for b in found.blocks if b.type == "pull-quote" for text in b.paragraphs]
    assert texts == [quote.replace("\n", "")]
    assert HEAD + TAIL in [b.text.value for b in found.blocks if b.type == "paragraph"]


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("卖糕的红灯笼。竹骨、红纸，每年换一次纸。", True),
        ("七号的阿婆和她的门。门楣上的木雕是两把半开的伞。", True),
        ("我的门板。晒了三十年，还认得出来。", False),
        ("桥上的灯亮了。", False),
        ("晒一晒，就觉得老屋也在太阳底下。", False),
    ],
)
def test_what_is_seen_is_a_caption(text: str, *, picture: bool) -> None:
    assert names_picture(text) is picture


def test_wide_lines_between_blank_lines_that_say_it_again_are_a_pull_quote() -> None:
    said = "门板上的年份晒得淡了，可是谁家在哪一年晒过什么东西，门板都替人记着。"
    more = "巧云的婆婆晒了一辈子东西，"
    found = article(TAIL, f"{said[:26]}\n{said[26:]}", f"{more}她常说，{said}", f"{more}晒到那一")
    texts = [text.value for b in found.blocks if b.type == "pull-quote" for text in b.paragraphs]
    assert said in texts


LONG = (
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆，人要等到退水。",
    "管渡口的老人不识字，记账全靠在门板上画圈，一个圈是一船人，半个圈是一船空载的货，画满了就换一扇门板。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹，谁也不让换掉它。",
    "对岸的人夜里过河，先喊一声，再等一袋烟的工夫，灯动了就是船来了，灯不动，就再喊一声，从来没有等到天亮。",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_two_sentences_on_a_line_each_between_paragraphs(gap: str) -> None:
    said = ("门板上画的不是圈，是日子。", "日子过得圆不圆，圈替人记着。")
    body = "\n\n".join((*LONG[:2], gap.join(said), *LONG[2:]))
    text = (
        f"目录\n\n渡口 张水 1\n\n老街 李山 3\n\n渡口\n\n张水\n\n{body}\n\n老街\n\n李山\n\n{LONG[0]}"
    )
    blocks = restore(text.encode(), name="x.txt").issue.articles[0].blocks
    quotes = [b.paragraphs[0].value for b in blocks if isinstance(b, PullQuote)]
    assert quotes == (["".join(said)] if gap == "\n" else [])


@pytest.mark.parametrize("cut", [False, True])
def test_a_sentence_in_lines_behind_commas_that_blank_ones_part(*, cut: bool) -> None:
    said = ("她的沉默是有声音的，", "只不过那声音在针线里，", "在门闩落下去的一瞬间。")
    halves = (LONG[2][:30], LONG[2][30:])
    between = (halves[0], *said, halves[1]) if cut else (LONG[2], *said)
    body = "\n\n".join((*LONG[:2], *between, *LONG[3:], LONG[0]))
    text = (
        f"目录\n\n渡口 张水 1\n\n老街 李山 3\n\n渡口\n\n张水\n\n{body}\n\n老街\n\n李山\n\n{LONG[0]}"
    )
    blocks = restore(text.encode(), name="x.txt").issue.articles[0].blocks
    assert [b.paragraphs[0].value for b in blocks if isinstance(b, PullQuote)] == ["".join(said)]
    assert LONG[2] in [b.text.value for b in blocks if b.type == "paragraph"]
