"""Boxes within a sentence that have lost their name or their place, or that a page cuts themselves."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph
from converter.pipeline import restore

PROSE = (
    "渡口的人天不亮就起来，先看水位，再看绳子，绳子松了要重新系过，水涨了要把跳板往上挪两格。"
    "过河的人陆陆续续地来，挑菜的，上学的，看病的，都在岸边等头一班船。"
)
HEAD, REST = (
    "去年冬天，县里给渡口换了一条铁船，旧船没有卖，老艄公把它拖到岸上，一放就是三",
    "年，没有下过水。孩子们爬到船底上坐着，看新船来来回回地开，数它一天开多少趟。",
)
LAST = "铁船开得快，过河只要四分钟，孩子们却说不如从前好玩，从前可以把手伸进水里。"
RULES = "渡船载客不得超过核定人数，风力六级以上、能见度不足一百米的时候，一律停航；夜间开船应当有两名船员值守，并且开启全部航行灯。"


def article(*parts: str) -> Article:
    text = "\n\n".join(
        ("目录\n1 渡口 张水\n3 老街 李山", "渡口", "张水", *parts, "老街", "李山", PROSE)
    )
    return restore(f"{text}\n".encode(), name="x.txt").issue.articles[0]


def boxes(found: Article) -> list[Box]:
    return [block for block in found.blocks if isinstance(block, Box)]


def texts(box: Box) -> list[str]:
    return [block.text.value for block in box.blocks if isinstance(block, Paragraph)]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_title_beside_the_name_stands_over_text_that_a_page_cuts(gap: str) -> None:
    first, rest = RULES[:44], RULES[44:]
    found = article(PROSE, HEAD, f"链接 渡船的三条规矩{gap}{first}", rest, REST, LAST)
    (box,) = boxes(found)
    assert box.title is not None
    assert box.title.value == "渡船的三条规矩"
    assert texts(box) == [RULES]
    assert paragraphs(found) == [PROSE, HEAD + REST, LAST]


def test_no_title_of_a_box_breaks_off_behind_a_particle() -> None:
    first = "桐油：油桐籽榨的油，刷在木头上黄亮黄亮的"
    rest = "像一层蜜，旧时造船的人家都备着，能防水，也能防虫。"
    (box,) = boxes(article(PROSE, HEAD, f"小辞典\n{first}", rest, REST, LAST))
    assert box.title is None
    assert texts(box) == [first + rest]


def test_the_last_item_of_a_list_goes_on_in_the_piece_below() -> None:
    items = ["1. 渡船载客不得超过核定人数。", "2. 风力六级以上的时候，渡船一律停"]
    rest = "航，两岸挂出红牌。"
    head = "秋天过河的人不多，船走得慢，老艄公有空说话。立冬一过，天一凉，"
    below = "早上的船就晚开半个时辰，岸边生一堆火，等船的人围着火说今年的收成。"
    found = article(PROSE, head, "小知识\n" + "\n".join(items), rest, below, LAST)
    (box,) = boxes(found)
    assert texts(box) == [items[0], items[1] + rest]
    assert paragraphs(found) == [PROSE, head + below, LAST]


def test_items_set_close_end_above_a_blank_line() -> None:
    items = ["水深：一米八，涨水的时候三米。", "水流：平时很慢。", "河宽：九十米，对岸是石滩。"]
    below = "老艄公说：船是给人坐的，不是给人看的。旧船也有旧船的用处，孩子们爬上去玩。"
    found = article(PROSE, HEAD, "小知识\n" + "\n".join(items), REST, below, LAST)
    (box,) = boxes(found)
    assert texts(box) == items
    assert paragraphs(found)[1] == HEAD + REST


def test_the_rest_of_a_box_over_its_source_is_no_other_box() -> None:
    head = "渡口管理站去年把灯、绳子、救生衣都登记了一遍，今年开始清点仓库里的存"
    below = "量木料，能修船的修船，不能修船的劈成柴，送给岸边的五保户。"
    first = "渡船检查是渡口管理的基本依据。应当根据水位高低、船体新旧、风力"
    rest = "状况和能见度等因素决定开船时间，每三个月全面检查一次。"
    last = "修船靠的是众人的力量，力量木匠出一半，岸上的人出一半，这句话老艄公说了一辈子。"
    found = article(PROSE, head, "学习链接", first, rest, "——摘自《渡口管理办法》", below, last)
    (box,) = boxes(found)
    assert (box.label, texts(box)) == ("学习链接", [first + rest])
    assert box.attribution is not None
    assert paragraphs(found)[1] == head + below


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "渡船不是一条船的事，要有人管、有人修、有人守，少了一样都不行。",
            "——全县渡口安全工作座谈会纪要",
        ),
        (RULES + "停航的时候应当在两岸挂出红牌，并且派人守在跳板前面，直到开船。", "——本刊编辑部"),
    ],
)
def test_a_box_that_has_lost_its_name_is_told_by_whence_it_is(text: str, source: str) -> None:
    found = article(PROSE, HEAD, text, source, REST, LAST)
    (box,) = boxes(found)
    assert (box.label, texts(box)) == ("", [text])
    assert box.attribution is not None
    assert box.attribution.text.value == source.strip("—")
    assert paragraphs(found) == [PROSE, HEAD + REST, LAST]


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("小辞典\n", 21),  # 生漆：……，干得慢， | 却……
        ("小辞典\n", 15),
        ("**小辞典**　", 15),
        ("小辞典 ", 21),
    ],
)
def test_no_title_of_a_box_breaks_off_within_a_word_or_has_three_clauses(
    name: str, cut: int
) -> None:
    text = "生漆，漆树割出来的汁液，色深味重，旧时渡船的船底每年要刷上三遍才能下水。"
    (box,) = boxes(article(PROSE, HEAD, f"{name}{text[:cut]}", text[cut:], REST, LAST))
    assert box.title is None
    assert texts(box) == [text]


@pytest.mark.parametrize("place", [16, 18, 22])
def test_a_long_line_that_other_prose_carries_on_is_no_title_of_a_box(place: int) -> None:
    text = "渡口安全管理信息系统的升级改造是保障群众平安出行的重要基础工作。各地应当安排专门经费。"
    (box,) = boxes(article(PROSE, HEAD, f"小辞典\n\n{text[:place]}", text[place:], REST, LAST))
    assert box.title is None
    assert texts(box) == [text]


ASIDE = "多看一眼"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        (
            "老艄公每天早上先看水位，再看绳子。他从前每天傍晚在渡口的石阶上拉一",
            "段，说那里的声音像在澡堂子里，浑厚。如今他搬着椅子到跳板上去了。",
        ),
        (
            "老艄公每天早上先看水位，再看绳子。他用一根竹篙量过上游下游的水深，记下了渡",
            "口的水路：中间深，两边浅，靠石滩的一边有个漩涡，夜里要绕开走。",
        ),
    ],
    ids=["a sentence", "what looks like an item"],
)
def test_a_name_that_stands_elsewhere_tells_a_box_that_a_page_cuts(head: str, rest: str) -> None:
    text = "木头的船底泡在水里会发胀腐烂，不是刷漆能解决的事情，要等晒干以后再刷上三四遍桐油才行。"
    other = "过河的人不能都站在一边，重心偏了，船就要翻。"
    found = article(PROSE, head, ASIDE, text[:29], text[29:], rest, LAST, ASIDE, other, PROSE)
    one = boxes(found)[0]
    assert (one.label, texts(one)) == (ASIDE, [text])
    assert paragraphs(found)[1] == head + rest
