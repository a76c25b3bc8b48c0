"""An article by several hands, each of which has signed a part of it."""

from __future__ import annotations

import math

import pytest

from converter.model import Box, Heading, Issue, Paragraph, Role
from converter.parse.issue.quote_odds import Words, odds_of_quote
from converter.pipeline import restore
from converter.segment import Unit
from converter.source import Line

HEAD = "目录\n\n4 住下来以后\n——三位镇长的手记 {}\n\n9 桥上的早市 柯以宁"
NOTE = "编者按：今年春天，三位镇长各到一个村子里住了一个星期，回来以后写下了他们看见的事。"
FIRST = "我住的村子只有一口井，村东和村西为它吵了三年，吵到后来，谁也不记得是从哪一天开始的。"
SECOND = "我每天跟着老人上下楼，一百零八级台阶，他走到三楼要坐一次，椅子是邻居们凑着放在那里的。"
THIRD = "账目清清楚楚，一分不差，可是每一户的窗台上都落着一层灰，擦了又有，擦了又有。"
LAST = "桥上的早市\n\n柯以宁\n\n天没亮，桥上已经摆满了担子，卖菜的人用手电照着秤星，一两也不肯错。"


def article(authors: str, *signs: str) -> Issue:
    parts = zip(
        ("一口井教我的事", "一百零八级台阶", "窗台上的灰"),
        signs,
        (FIRST, SECOND, THIRD),
        strict=True,
    )
    text = "\n\n".join(
        (
            HEAD.format(authors),
            "住下来以后",
            "——三位镇长的手记",
            authors,
            NOTE,
            *(part for parts_ in parts for part in parts_),
            LAST,
        )
    )
    return restore(text.encode(), name="issue.txt").issue


@pytest.mark.parametrize(
    "signs",
    [
        ("平坝镇镇长 贺秋澜", "安渡镇镇长 曲知远", "云脚镇镇长 涂敏"),
        ("贺秋澜", "曲知远", "涂 敏"),
        ("（贺秋澜）", "（曲知远）", "（涂敏）"),
    ],
)
def test_each_of_the_authors_has_a_heading_and_no_article(signs: tuple[str, ...]) -> None:
    issue = article("贺秋澜 曲知远 涂 敏", *signs)
    assert [one.title[0].value for one in issue.articles] == ["住下来以后", "桥上的早市"]
    blocks = issue.articles[0].blocks
    heads = [block.text.value for block in blocks if isinstance(block, Heading)]
    assert heads == ["一口井教我的事", "一百零八级台阶", "窗台上的灰"]
    texts = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert [text for text in texts if len(text) > 20] == [FIRST, SECOND, THIRD]


def test_what_another_signs_is_an_article_of_its_own() -> None:
    issue = article("贺秋澜 曲知远", "平坝镇镇长 贺秋澜", "安渡镇镇长 曲知远", "云脚镇镇长 涂敏")
    titles = [one.title[0].value for one in issue.articles]
    assert titles == ["住下来以后", "窗台上的灰", "桥上的早市"]


def units(*texts: str) -> list[Unit]:
    return [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(texts, 1)]


COUNTED = [
    (
        "二是把账贴出来，雨打湿了再贴一张。",
        "三是把早市留下来，早市是一种日子，天没亮就出门的人才懂得。",
    ),
    (
        "2.把账贴出来，雨打湿了再贴一张。",
        "3.把早市留下来，早市是一种日子，天没亮就出门的人才懂得。",
    ),
]
FREE = [
    (
        "二是把账贴出来，雨打湿了再贴一张。",
        "桥上的早市不是地方，而是一种日子，天没亮就出门的人才懂得。",
    ),
    ("把账贴出来，雨打湿了再贴一张。", "一是一，二是二，早市上从来不含糊，秤星一两也不肯错。"),
]


def odds(before: str, last: str) -> float:
    parts = [units(THIRD), units(FIRST, before, last), units(SECOND)]
    texts = [Words(THIRD), Words(f"{FIRST}{before}", "井台上的灯"), Words(SECOND, "桥上的早市")]
    return odds_of_quote(parts, texts, 1, 2, 0)


@pytest.mark.parametrize(("before", "last"), COUNTED)
def test_the_last_of_a_series_is_no_pull_quote_of_the_next_article(before: str, last: str) -> None:
    assert odds(before, last) == -math.inf


@pytest.mark.parametrize(("before", "last"), FREE)
def test_what_goes_on_with_no_series_may_be_one(before: str, last: str) -> None:
    assert odds(before, last) > -math.inf


QUOTED = "桥上的早市不是地方，而是一种日子，天没亮就出门的人才懂得。"


def below(last: Unit, *texts: str) -> float:
    """The odds of a last paragraph below some others of its article."""
    own = [*units(FIRST, *texts), last]
    words = [Words(THIRD), Words(FIRST + "".join(texts), "井台上的灯"), Words(SECOND, "桥上的早市")]
    return odds_of_quote([units(THIRD), own, units(SECOND)], words, 1, len(own) - 1, 0)


def test_a_paragraph_that_nothing_parts_from_the_one_above_it_is_no_pull_quote() -> None:
    (unit,) = units(QUOTED)
    apart = "雨停以后，井台上的青石板亮得像镜子，谁也舍不得踩。"
    for way in (unit, unit._replace(wrapped=True), unit._replace(opens=True)):
        assert below(way._replace(gap=True), apart) > -math.inf
        assert below(way._replace(gap=False), apart) == -math.inf


def test_words_and_a_figure_that_a_blank_parts_are_no_name_of_a_box_above_a_pull_quote() -> None:
    (unit,) = units(QUOTED)
    broken = "井台上的灯，三十年里换过两回灯芯，擦过的灯罩有一百多只，修过的灯架和灯杆加起来，"
    way = unit._replace(gap=True)
    assert below(way, broken, "一共用去灯油 76 斤。") > -math.inf


def test_where_no_blank_line_parts_anything_none_is_needed() -> None:
    own = [one._replace(gap=False) for one in units(FIRST, QUOTED)]
    texts = [Words(THIRD), Words(FIRST, "井台上的灯"), Words(SECOND, "桥上的早市")]
    assert odds_of_quote([units(THIRD), own, units(SECOND)], texts, 1, 1, 0) > -math.inf


def test_a_turn_of_a_talk_is_no_pull_quote() -> None:
    (turn,) = units(f"乌守桥：{QUOTED}")
    assert below(turn, "记者：早市几点开？", "乌守桥：天没亮就开。") == -math.inf
    assert below(turn, "天没亮就开。") > -math.inf


def test_a_long_paragraph_is_less_likely_a_pull_quote() -> None:
    (short,), (long,) = units(QUOTED), units(QUOTED * 6)
    assert below(long) < below(short) - 1.5


def test_who_has_written_a_part_is_no_source_of_the_box_in_it() -> None:
    signs = ("（平坝镇镇长　贺秋澜）", "（安渡镇镇长　曲知远）", "（云脚镇镇长　涂敏）")
    card = "链接 八角井：平坝镇一带的旧井，井沿有八个角，每一角由一户人家看管。"
    parts = zip(
        ("一口井教我的事", "一百零八级台阶", "窗台上的灰"),
        (FIRST, f"{SECOND}\n\n{card}", THIRD),
        signs,
        strict=True,
    )
    authors = "贺秋澜 曲知远 涂 敏"
    pieces = [HEAD.format(authors), "住下来以后", "——三位镇长的手记", authors, NOTE]
    pieces += [piece for part in parts for piece in part]
    issue = restore("\n\n".join([*pieces, LAST]).encode(), name="issue.txt").issue
    (box,) = (block for block in issue.articles[0].blocks if isinstance(block, Box))
    assert box.attribution is None
    signed = [b for b in issue.articles[0].blocks if isinstance(b, Paragraph)]
    found = [b.text.value.replace("\u3000", " ") for b in signed if b.role is Role.SIGNATURE]
    assert found == [sign.replace("\u3000", " ") for sign in signs]
