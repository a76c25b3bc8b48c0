"""A monthly in two columns: pages without indents, advice in frames, captions under pictures."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Paragraph
from converter.segment import make_units
from converter.source import Line
from tests.support.articles import articles
from tests.support.columns import cut

SIZE = 18
PROSE = (
    "渡口的午觉是有讲究的。船工吃过饭先把船尾的水舀干净，再把草席铺在舱板上，头朝上游，脚朝下游，说是水往哪边流，瞌睡就往哪边来。",
    "太阳偏过桅杆的时候，岸上的人也都歇了，卖凉粉的把担子搁在柳树底下，自己靠着树睡，谁要吃就自己盛，钱放在碗底下压着。",
    "老船工的孙子不肯睡，他坐在石阶上数水里的云，数到第三十一朵，自己也睡着了，手里还捏着半截芦苇，芦苇尖上停着一只蜻蜓。",
    "等到第一阵风从下游吹上来，船工翻身坐起，喊一声开船，树底下的人才慢慢站起来，拍拍身上的土，一个跟着一个往船上走。",
)


def page(*paragraphs: str, indent: str) -> list[str]:
    """Paragraphs in lines of a column, their indents kept or lost."""
    return [
        indent + line if not at else line
        for text in paragraphs
        for at, line in enumerate(cut(text, SIZE, 2))
    ]


def issue(body: list[str]) -> str:
    head = ["晨渡", "2012年第8期", "", "目录", "午觉 柳长河 4", "", "午觉", "文/柳长河", ""]
    return "\n".join([*head, *body])


def only(body: list[str]) -> Article:
    [found] = articles(issue(body))
    return found


def test_a_paragraph_begins_on_a_page_that_has_lost_its_indents() -> None:
    tail = "对岸的柳树也近了，那边的人都醒了。"
    own = "醒来以后先喝一碗凉茶，再去河边洗一把脸，水是温的，像有人替他们烧过一样，洗完再喊一声开船，柳树底下没有人应。"
    kept = [*page(*PROSE, indent="　　"), ""] * 3
    below = [PROSE[0][:SIZE], tail, *cut(own, SIZE, 2)]
    units = make_units([Line(at, text) for at, text in enumerate([*kept, *below], 1)])
    assert [unit.text for unit in units[3 * len(PROSE) :]][1:] == [own]


ADVICE = (
    "不要饭后立刻躺下，先站一站、走一走，隔一刻钟再睡。",
    "不要枕着胳膊趴在桌上，手麻、眼胀都是趴出来的。",
    "不要对着舱口的风，肚子上搭一条薄薄的毯子。",
    "不要拖到下午三点以后，否则夜里要还账。",
    "不要一醒就站起来，先坐一会。",
)


def framed(*items: str) -> list[str]:
    return ["小贴士 午睡四不要", *page_of(16, *items)]


def page_of(size: int, *paragraphs: str) -> list[str]:
    return [
        "　　" + line if not at else line
        for text in paragraphs
        for at, line in enumerate(cut(text, size, 2))
    ]


def boxes(article: Article) -> list[list[str]]:
    return [
        [part.text.value for part in block.blocks if isinstance(part, Paragraph)]
        for block in article.blocks
        if isinstance(block, Box)
    ]


@pytest.mark.parametrize("last", [ADVICE[4], "不要躺在湿的舱板上。"])
def test_the_last_of_several_that_begin_alike_is_in_the_frame(last: str) -> None:
    items = [*ADVICE[:4], last]
    body = [*page(*PROSE[:2], indent="　　"), "", *framed(*items), "", "老人的午觉", ""]
    assert boxes(only([*body, *page(*PROSE[2:], indent="　　")])) == [items]


def test_another_short_paragraph_is_not() -> None:
    body = [*page(*PROSE[:2], indent="　　"), "", *framed(*ADVICE[:4]), "　　船又开了。", ""]
    [found] = boxes(only([*body, *page(*PROSE[2:], indent="　　")]))
    assert found == list(ADVICE[:4])


def test_the_second_line_of_a_numbered_caption_belongs_to_it() -> None:
    caption = "图1　柳树底下的凉粉担子，担子旁边靠着树睡着的人是卖凉粉的（柳长河摄）"
    lines = cut(PROSE[1], SIZE, 2)
    body = [*page(PROSE[0], indent=""), lines[0], "", *cut(caption, SIZE), "", *lines[1:]]
    found = only([*body, *page(*PROSE[2:], indent="")])
    figures = [block.caption.value for block in found.blocks if isinstance(block, Figure)]
    assert figures == [caption]


@pytest.mark.parametrize("count", [3, 4])
def test_sentences_that_begin_alike_fill_a_box_between_whole_paragraphs(count: int) -> None:
    parts = [PROSE[0], "小贴士", *ADVICE[:count], *PROSE[1:]]
    assert boxes(only(["\n\n".join(parts)])) == [list(ADVICE[:count])]


def test_paragraphs_of_several_sentences_do_not() -> None:
    own = [text.replace("，", "。", 1) for text in ADVICE[:3]]
    parts = [PROSE[0], "小贴士", *own, *PROSE[1:]]
    assert boxes(only(["\n\n".join(parts)])) == [own[:1]]
