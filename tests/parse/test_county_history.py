"""A county's history in print lines: notes and captions within sentences, pages that lost their indents."""

from __future__ import annotations

import pytest

from converter.model import Article, Figure, Paragraph
from converter.parse.captions import captions_within, points_out
from converter.parse.issue.foot import foot_notes
from converter.source import Line
from tests.support.restored import restored

MEASURE = 24
STONES = "渡口的石阶是光绪年间修的，一共四十八级，每一级都是从后山抬下来的青石。抬石的人里有我的曾祖，他左肩高右肩低，一辈子没有改过来。"
BOATS = "涨水的时候船停在半坡的樟树下，树干上钉着一只铁环，铁环磨得比手指还细。船工说，环在，船就在，这话传了三代人。"
FERRY = "过渡不收读书人的钱，这是老规矩。先生过渡要念一段书，学生过渡要背一首诗，船工听完了才肯解缆绳，背不出的坐在石阶上等下一趟。"
LAMP = "夜里有一盏灯，挂在对岸的竹竿上，是给晚归的人照路的。点灯的是一位寡妇，她的男人死在那条河里，所以她不许别人再摸黑过河。"


def column(text: str, *, indented: bool = True) -> list[str]:
    """The lines of a paragraph, with or without the indent of the first."""
    first = MEASURE - 2
    lines = [text[:first], *(text[at : at + MEASURE] for at in range(first, len(text), MEASURE))]
    return ["\u3000\u3000" * indented + lines[0], *lines[1:]]


def article(*lines: str) -> Article:
    return restored("\n".join(["老渡口", "何若溪", *lines])).issue.articles[0]


def texts(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def test_the_last_of_several_notes_ends_above_the_sentence_that_they_cut() -> None:
    texts = [
        "石阶①一共四十八级，樟树②下停着一",
        "①光绪《渡口续志》作四十七级。",
        "②樟树今已不存，一九七一年修桥时伐",
        "去，见镇志。",
        "只船，船底朝天，孩子们在上面捉迷藏，",
        "谁也不肯下来。",
    ]
    lines = [Line(at, text) for at, text in enumerate(texts, 1)]
    assert [[line.number for line in note] for note in foot_notes(lines, 18.0)] == [[2], [3, 4]]


CAPTIONS = [
    "渡口的石阶与灯塔，1969年",
    "老船票的正面，民国二十三年",
    "何若溪家的渡船，1958年摄于东桥",
    "渡船公会来函原件（局部）",
    "渡口小学师生合影，二排中为何若溪",
    "渡口后墙里的旧石阶。何小满摄于2003年10月",
    "渡口石阶上的马灯　何小满摄",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_within_a_sentence_says_what_is_seen_and_when(caption: str) -> None:
    assert captions_within(caption)
    cut = column(FERRY)
    for pages in (True, False):
        above = [line for text in (STONES, BOATS, LAMP) for line in column(text, indented=pages)]
        found = article(*above, *above, *cut[:2], caption, *cut[2:], *above)
        assert [block.caption.value for block in found.blocks if isinstance(block, Figure)] == [
            caption.replace("\u3000", " ")
        ]
        assert FERRY in texts(found)


def test_a_caption_of_two_lines_in_a_narrower_measure() -> None:
    caption = ["何若溪（左）与程远山在渡船上，狗名“老船", "三”。约摄于1966年，何若溪提供"]
    cut = column(FERRY)
    above = [line for text in (STONES, BOATS, LAMP) for line in column(text)]
    found = article(*above, *above, *cut[:2], *caption, *cut[2:], *above)
    assert [block.caption.value for block in found.blocks if isinstance(block, Figure)] == [
        "".join(caption)
    ]
    assert FERRY in texts(found)


@pytest.mark.parametrize(
    "text",
    [
        "那是我离开渡口的头一年，1969年",  # is a clause
        "我到东桥去看他，1969年",
        "船工说，环在，船就在，这话传了三代人",
        "《渡口续志》，光绪十九年",
    ],
)
def test_what_goes_on_as_a_sentence_captions_nothing(text: str) -> None:
    assert not captions_within(text)


def test_lines_apart_at_the_end_of_a_page_say_where_something_is_seen() -> None:
    assert points_out("第三号船桨，左下角可见铁匠敲上去的箍（修补以后）")
    assert not points_out("他在左下角写了名字，此图便归了我")
    above = [line for text in (STONES, BOATS, FERRY) for line in column(text)]
    caption = ["第三号船桨，左下角可见铁匠敲上去的箍（修补以", "后）"]
    listed = ["目录", "老渡口……何若溪（3）", "夜里的灯……程远山（6）", ""]
    head, other = ["老渡口", "何若溪"], ["", "夜里的灯", "程远山", *column(LAMP), *above, "· 6 ·"]
    rest = [*column(LAMP), *above, "· 4 ·", "", *above]
    pages = [*head, *above, "", *caption, "", "· 3 ·", "", *rest, "· 5 ·"]
    found = restored("\n".join([*listed, *pages, *other])).issue.articles[0]
    captions = [block.caption.value for block in found.blocks if isinstance(block, Figure)]
    assert captions == ["".join(caption)]
    assert texts(found)[2:4] == [FERRY, LAMP]
