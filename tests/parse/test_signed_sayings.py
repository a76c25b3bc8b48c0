"""Who said it, below a quotation or behind each of several; lists in boxes, and what is over them."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, PullQuote
from converter.names import is_name
from converter.parse.boxes import box_start
from converter.parse.extent import box_extent
from converter.parse.extent.extent import Cut
from converter.parse.extent.lists import end_of_list
from converter.parse.extent.title import are_points
from converter.parse.grams import Trigrams
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line
from tests.support.restored import restored

PROSE = (
    "渠水从水库下来，到了村口分成两股，一股去东坡，一股去西坡。管水的人天不亮就上渠，"
    "把闸门摇到合适的高度，再沿着渠走一遍，看有没有漏水的地方。"
)
SAID = (
    "可是水是看不得别人多占的，自己量的水，自己不好意思抢。老秦说完就上渠去了，一直到天黑才回来。"
)
LATER = "第二天早上，村里的人都到闸门上去看，水从两边一样地流下去，谁也没有再说一句话。他们站了一会儿，就各自回家吃饭去了。\n\n老秦睡了一觉，醒来的时候天已经黑了。他想起闸门上的绳子还没有换，又披上衣服出去，到半夜才回来。"


def units(*texts: str, gap: bool = False) -> list[Unit]:
    return [Unit((Line(at, text),), text, gap=gap) for at, text in enumerate(texts, 1)]


def article(body: str) -> Article:
    text = f"目录\n1 修渠记 张水\n3 老街 李山\n\n修渠记\n\n张水\n\n{PROSE}\n\n{body}\n\n老街\n\n李山\n\n{PROSE}\n"
    return restored(text).issue.articles[0]


def quotes(body: str) -> list[tuple[str, str]]:
    return [
        (block.paragraphs[0].value, block.attribution.text.value if block.attribution else "")
        for block in article(body).blocks
        if isinstance(block, PullQuote)
    ]


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (
            "“秦师傅上渠，我们就不怕。”\n\n——水手长　老夏",
            ("“秦师傅上渠，我们就不怕。”", "水手长 老夏"),
        ),
        (
            "水是看不得别人多占的，自己量的水，自己不好意思抢。",
            ("水是看不得别人多占的，自己量的水，自己不好意思抢。", ""),
        ),
    ],
)
def test_what_is_said_between_paragraphs(shown: str, found: tuple[str, str]) -> None:
    assert quotes(f"{SAID}\n\n{shown}\n\n{LATER}") == [found]


def test_a_thought_without_a_mark_at_the_end_of_an_article_is_no_heading() -> None:
    assert quotes(f"{SAID}\n\n自己量的水，自己不好意思抢") == [("自己量的水，自己不好意思抢", "")]


def test_whose_name_alone_stands_below_a_quotation_says_it() -> None:
    talk = f"记者：渠有多长？\n\n秦大河：{SAID}\n\n水是看不得别人多占的。自己量的水，自己不好意思抢。\n\n秦大河\n\n记者：明年呢？\n\n秦大河：{PROSE}"
    assert not any(getattr(block, "text", None) == "秦大河" for block in article(talk).blocks)


@pytest.mark.parametrize(
    "said",
    [
        ("带凳子的人说话慢。——社区书记　席不暖", "我来拿凳子。——居民　老邢"),
        ("从前以为瓦都是凉的。（三年级　小榆）", "手指正好。（六岁　豆包）"),
    ],
)
def test_sayings_each_with_who_says_it_are_a_list(said: tuple[str, str]) -> None:
    assert end_of_list(units("声音", *said, PROSE), (0, 1), 4, "", "") == 3


def test_points_end_with_whence_they_are() -> None:
    points = [
        f"{what}要在当天记下来，不得补记。" for what in ("闸门", "水位", "雨量", "漏水", "来人")
    ]
    shown = units("提示", *points, "摘自渠务所《上渠守则》", PROSE)
    start = box_start(shown[0], Profile())
    assert start is not None
    found = box_extent(shown, 0, start, frozenset(), Cut("", Trigrams()))
    assert (found.body, found.attribution) == ((1, 2, 3, 4, 5), (6,))


def test_who_gave_the_figures_is_none_of_them() -> None:
    shown = units("数据", "渠长：九里", "闸门：四座", "来源：东门街道办事处", PROSE)
    start = box_start(shown[0], Profile())
    assert start is not None
    assert box_extent(shown, 0, start, frozenset(), Cut("", Trigrams())).attribution == (3,)


def test_a_name_and_a_title_in_the_same_brackets() -> None:
    start = box_start(units("【人物档案：秦大河】")[0], Profile())
    assert start is not None
    assert (start.label, start.rest) == ("人物档案", "秦大河")


def test_short_lines_without_marks_are_points_though_blank_lines_part_them() -> None:
    assert are_points(units("定光，持续不断", "闪光，亮短于灭", "明暗光，亮长", "快闪光", gap=True))
    assert not are_points(units("定光，持续不断", "闪光，亮短于灭", "明暗光，亮长", gap=True)[:3])


def test_a_label_below_one_with_figures_is_the_next_item() -> None:
    body = f"{SAID}\n\n数说\n\n渠长：九里\n\n闸门：四座\n\n2020年汛期放水：约三万方\n\n记录到的漏水：三处\n\n（数据来源：渠务所）\n\n{PROSE}"
    box = next(block for block in article(body).blocks if isinstance(block, Box))
    assert len(box.blocks) == 4


@pytest.mark.parametrize("text", ["路书", "门诊", "乐器", "藏品"])
def test_what_sections_are_called_is_nobodys_name(text: str) -> None:
    assert not is_name(text)
