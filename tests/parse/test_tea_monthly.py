"""An association's monthly, line by line in a column whose indents are lost: quotes, captions and boxes within it."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Paragraph
from tests.support.articles import articles, quotes, texts
from tests.support.columns import cut, set_in

SIZE = 21
_SAID = (
    "渡口的茶摊摆了三代，摊主姓何，灶是泥糊的，壶是铜打的，茶叶装在一只掉了漆的铁罐里，罐子上的牡丹只剩下半朵。",
    "过河的人下了船先喝一碗，再上坡去赶集，赶完集回来再喝一碗，两碗茶只收一碗的钱，这是摊主的爷爷定下来的规矩。",
    "有一年发大水，渡船停了九天，摊主照样每天生火烧水，坐在灶前等，等到第十天早上，对岸终于有人喊了一声开船了。",
    "那一声喊把全村的人都喊出来了，大家站在石阶上看船慢慢地过来，船上的人手里举着一只空碗，远远地就问茶烧好没有。",
    "如今过河的人少了，茶摊还在，壶里的水还是滚的，摊主的女儿从城里回来接着烧，她说水一开，就好像什么都没有变过。",
    "她在铁罐旁边放了一个本子，谁喝了茶就写一句话，写得最多的是两个字，好茶，写得最长的一句，占了整整一页半的纸。",
)


PROSE = tuple(
    _SAID[a] + _SAID[b] for a, b in ((0, 1), (2, 3), (4, 5), (1, 3), (5, 0), (2, 4), (3, 0))
)


def page(*paragraphs: str, size: int = SIZE) -> list[str]:
    return [line for text in paragraphs for line in set_in(text, size)]


def issue(body: list[str], signed: str = "柳长河", where: str = "") -> str:
    names = signed.translate({ord(digit): None for digit in "12"})
    contents = ["目录", f"渡口的茶 {names} 4", "对岸的灶 万里 9", ""]
    first = ["渡口的茶", signed, *(where,) * bool(where), *body, *page(*PROSE[3:4])]
    second = ["对岸的灶", "万里", *page(*PROSE[4:], *PROSE[:3])]
    return "\n".join(["茶摊", "2015年第5期", *contents, *first, "", *second])


def only(body: list[str]) -> Article:
    return articles(issue(body))[0]


def boxes(article: Article) -> list[tuple[str, str, list[str]]]:
    return [
        (
            box.label,
            box.title.value if box.title else "",
            [part.text.value for part in box.blocks if isinstance(part, Paragraph)],
        )
        for box in article.blocks
        if isinstance(box, Box)
    ]


def figures(article: Article) -> list[str]:
    return [one.caption.value for one in article.blocks if isinstance(one, Figure)]


def test_narrow_lines_within_a_sentence_are_a_pull_quote() -> None:
    lines = page(PROSE[2])
    said = ["水是客人，火是主人；", "客人走了，主人还要", "坐一会。"]
    found = only([*page(*PROSE[:2]), "停了九天的船", lines[0], *said, *lines[1:]])
    assert quotes(found) == ["".join(said)]
    assert texts(found)[:3] == list(PROSE[:3])


@pytest.mark.parametrize("last", ["规矩呢。", "规矩，从来没有人改过。"])
def test_a_line_wider_than_the_column_with_who_took_it_is_a_caption(last: str) -> None:
    caption = "渡口的船工在大水退去以后修理渡船的船板。（宁静/摄）"
    first = (
        "过河的人下了船先喝一碗茶再上坡去赶集赶完集回来再喝一碗，两碗茶只收一碗的钱，"
        f"这是摊主的爷爷的爷爷传下来的一条很老的{last}"
    )
    found = only([*page(PROSE[0]), *cut(first, SIZE, 2), caption, *page(PROSE[2])])
    assert figures(found) == [caption]
    assert texts(found)[:3] == [PROSE[0], first, PROSE[2]]


def test_where_several_authors_work_stands_in_no_paragraph() -> None:
    where = "1.河口县茶叶试验站；2.长垄县茶叶技术推广中心"
    found = articles(issue(page(*PROSE[:3]), "柳长河1 何若溪2", where))[0]
    assert texts(found)[:3] == list(PROSE[:3])
    assert figures(found) == []
    assert [line.text.value for line in found.bylines][1:] == [where]


def test_the_number_of_a_figure_may_stand_alone_over_its_title() -> None:
    lines = page(PROSE[2])
    found = only([*page(*PROSE[:2]), lines[0], "图1", "九天里的水位变化", *lines[1:]])
    assert figures(found) == ["图1　九天里的水位变化"]
    assert texts(found)[:3] == list(PROSE[:3])


OWN = (
    "铜壶：一把能装九斤水，烧开要一刻钟，柴火三斤，一天烧四十壶，柴是从对岸的山上背来的，不要钱，只费力气。",
    "茶叶：一罐四斤半，够喝十一天，再去坡上的人家买，价钱从来不问，买卖两家记的是同一本账，年底对一次就好。",
)


def test_a_frame_between_paragraphs_with_a_name_in_no_list_and_a_title() -> None:
    box = ["茶摊算账", "一壶水与一罐茶的本钱", *page(*OWN, size=18)]
    found = only([*page(*PROSE[:3]), *box])
    assert boxes(found) == [("茶摊算账", "一壶水与一罐茶的本钱", list(OWN))]
    assert texts(found)[:3] == list(PROSE[:3])


def test_narrow_lines_below_a_heading_that_break_off_into_wide_ones_are_no_frame() -> None:
    beside = [line for text in OWN for line in cut(text, 18, 2)][:-1]
    found = only([*page(*PROSE[:3]), "茶摊算账", *beside, PROSE[4][:SIZE]])
    assert boxes(found) == []


def test_the_title_of_a_box_had_room_for_what_begins_its_text() -> None:
    rules = "本标准分特级一级二级三个等级，各等级的水分都不高于百分之六点五，碎末茶特级不高于百分之一，其余不高于百分之三。"
    box = [
        "相关链接",
        "《渡口绿茶》团体标准主要指标",
        *cut(rules, 18, 2),
        "——摘自《渡口绿茶》团体标准",
    ]
    found = only([*page(*PROSE[:3]), *box])
    assert [one[:2] for one in boxes(found)] == [("相关链接", "《渡口绿茶》团体标准主要指标")]
