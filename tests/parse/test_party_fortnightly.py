"""A Party school's fortnightly: names in its contents, letters in its articles, words set in."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph, PullQuote, Role
from converter.parse.contents.body import BodyIndex
from converter.parse.grams import Trigrams
from converter.parse.issue.quote_odds import odds_of_habit
from converter.parse.seam import goes_on
from converter.source import Line
from tests.support.articles import named
from tests.support.restored import restored

FERRY = (
    "渡船一天开十二趟，早上头一趟载的是挑菜的人，晚上末一趟载的是下学的孩子。船工说，二十年来没有误过一趟。",
    "修码头的钱是村里一户一户凑起来的，出得最多的一户出了三百元，出得最少的一户出了两担石头和六个工日。",
    "账本挂在候船室的墙上，谁都可以翻。翻得最勤的是几位老人，他们认得每一个签字的人，也记得每一块石头。",
)


def test_a_long_office_before_the_name_signs_below_a_title() -> None:
    lines = ("码头账本里的乡村治理", "苇川市委党校公共管理教研部主任、教授 管士衡", "", *FERRY)
    body = BodyIndex(Line(at + 1, text) for at, text in enumerate(lines))
    assert body.is_signed(lines[0], "管士衡")
    assert not body.is_signed(lines[0], "公共管理")


def test_a_section_with_its_theme_stands_right_below_a_signed_entry() -> None:
    contents = "目 录\n\n主席论坛\n3 渡口的十二个月 柯以平\n特别策划·水上新业态\n5 码头上的账本 管士衡\n言论\n9 船到桥头 左丘宁"
    account = ("码头上的账本", "管士衡", *FERRY[1:], FERRY[0])
    body = ["渡口的十二个月", "柯以平", *FERRY, *account, "船到桥头", "左丘宁", FERRY[2], FERRY[0]]
    made = restored("\n\n".join([contents, *body])).issue
    assert [section.name for section in made.contents.sections] == [
        "主席论坛",
        "特别策划·水上新业态",
        "言论",
    ]


LETTER = (
    "淑贞：",
    FERRY[0],
    FERRY[1],
    "云亭",
    "二月初七夜",
    FERRY[2],
    "我问，看见什么了？",
    FERRY[0],
)


def test_a_lunar_date_below_who_signs_and_a_question_told_in_a_story_are_no_headings() -> None:
    text = "\n\n".join(["目录", "1 没有寄出的信 祝清和", "没有寄出的信", "祝清和", *LETTER])
    article = named(text, "没有寄出的信")
    assert not [block for block in article.blocks if isinstance(block, Heading)]
    signed = [b for b in article.blocks if isinstance(b, Paragraph) and b.role is Role.SIGNATURE]
    assert [block.text.value for block in signed] == ["云亭", "二月初七夜"]


MEASURE, SET_IN = 24, "石头会说话，账本不用说"
"""Em of a line, and what stands in a sentence that pages cut below two of them."""
CUT = (
    "老陶头在闸口守了三十一年，水涨一寸他就往本子上添一笔，本子用掉了四十多个，摞起来比他的小孙女还要高出半头。",
    "镇上给他换过两回新表，表盘上的指针会发光，夜里也看得清楚，可是他还是每隔一个时辰就提着灯下去摸一摸石阶。",
    "儿子在省城开货车，一年回来两趟，每趟都劝他搬去同住，他总说等今年的汛期过完再商量，商量了整整九个年头了。",
    "去年秋天下游修了新坝，闸口不再放水，上面通知他把钥匙交回去，他擦了一下午的铁门，把每一颗螺丝都上了黄油。",
    "交钥匙那天来了十几个老乡，有人提着鸡蛋，有人抱着南瓜，谁也没有说送行的话，只是一个接一个翻看那些旧本子。",
    "县里的档案馆听说以后派人来收，问他要多少钱，他摆摆手，说水的事情本来就不是他一个人的，拿去给后人看便好。",
    "现在那些本子摆在展柜里，翻开的一页记着二十年前的大水，字迹潦草，墨迹洇开了一大片，看得出写的时候正下雨。",
    "讲解员每回讲到这里都要停一停，请大家看看页脚上那个小小的指印，那是他的孙女当年趴在桌边按上去的泥手印子。",
)


def test_words_too_short_for_a_line_are_set_into_the_sentence() -> None:
    pieces = [(text[: 2 * MEASURE - 2], text[2 * MEASURE - 2 :]) for text in CUT]
    above = [piece for cut in pieces[:-1] for piece in cut]
    text = ["目录", "1 闸口 管士衡", "闸口", "管士衡", *above, pieces[-1][0], SET_IN, pieces[-1][1]]
    blocks = named("\n\n".join(text), "闸口").blocks
    said = [part.value for one in blocks if isinstance(one, PullQuote) for part in one.paragraphs]
    whole = [one.text.value for one in blocks if isinstance(one, Paragraph)]
    assert (said, whole) == ([SET_IN], list(CUT))


@pytest.mark.parametrize("size", [11, 14, 17])
def test_a_line_of_the_sentence_that_is_short_beside_a_box_is_none(size: int) -> None:
    """It is as short as words that are set in, but what stands around it goes on with it."""
    first = 2 * MEASURE - 2
    pieces = [piece for text in CUT[:-1] for piece in (text[:first], text[first:])]
    last = f"{CUT[-1][: first - 8]}看看那个小小的指印，那是他的孙女当年趴在桌边按上去的泥手印子，已经干了很多年。"
    cut = (last[:first], last[first : first + size], last[first + size :])
    assert _said(*pieces, *cut) == []


def _said(*body: str) -> list[str]:
    """The pull quotes within an article."""
    text = ["目录", "1 闸口 管士衡", "闸口", "管士衡", *body]
    blocks = named("\n\n".join(text), "闸口").blocks
    return [part.value for one in blocks if isinstance(one, PullQuote) for part in one.paragraphs]


def test_the_rest_of_a_point_above_the_next_one_is_none() -> None:
    third = f"其三，要守得住。{CUT[0]}最终其实只有一件事。凡是能让闸口少漏一滴水的办法都要试，最终"
    rest = "做到一个闸口一本账、一家一把钥匙。钥匙不妨先配三把，先从闸口上游的三户人家配起。"
    fourth = f"其四，以记性促责任。{CUT[4]}"
    second = f"其二，要看得见。{CUT[2]}看见了，最终其实也就记住了。最终其实是一回事。"
    assert _said(CUT[1], second, third, rest, fourth, CUT[3]) == []


def test_a_paragraph_of_which_the_lines_are_kept_is_none() -> None:
    line = 20
    cuts = [line * (1 + at % 2) - 2 for at in range(len(CUT))]
    pieces = [piece for cut, one in zip(cuts, CUT, strict=True) for piece in (one[:cut], one[cut:])]
    kept = FERRY[1]
    lines = "\n".join(kept[at : at + line] for at in range(0, len(kept), line))
    assert _said(*pieces[:8], "三、钱从哪里来", lines, *pieces[8:]) == []


OVER = "码头不大，一年到头也没有几件大事，可是家家户户的日子都从这里过。"


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (OVER, "涨落都在一个人的眼里，一笔一画记下来才算数。"),
        (f"总之，{OVER}", "守一个地方守久了，地方就长在人的身上。"),
    ],
)
def test_a_thought_is_of_the_article_whose_characters_it_has(last: str, said: str) -> None:
    text = ["目录", "1 码头 管士衡", "3 闸口 左丘宁", "码头", "管士衡", *FERRY, last]
    quotes = named("\n\n".join([*text, said, "闸口", "左丘宁", *CUT]), "闸口").pull_quotes
    assert [part.value for one in quotes for part in one.paragraphs] == [said]


def test_news_that_nobody_signs_tell_nothing_of_the_habit_of_others() -> None:
    sections = [-1] * 8
    assert odds_of_habit({0, 1}, sections, [6, 7])[2] > odds_of_habit({0, 1}, sections)[2]
    assert odds_of_habit({0, 6}, sections, [6]) == odds_of_habit({0, 6}, sections)


@pytest.mark.parametrize(
    "rest", ["生产线。二十年来", "老规矩。谁也没有说", "船票账、本子", "挑菜的人上了船；"]
)
def test_few_words_before_a_mark_are_rather_the_rest_of_a_sentence(rest: str) -> None:
    other = "码头上的人渐渐多了起来，"
    assert goes_on("他管着一条", rest, Trigrams()) > goes_on("他管着一条", other, Trigrams())
