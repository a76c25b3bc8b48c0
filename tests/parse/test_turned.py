"""Pages whose right column was read before the left one."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Issue, Paragraph
from converter.parse import turned
from converter.parse.grams import Trigrams
from converter.parse.turned import _by_sentences, _count_on
from converter.segment import make_units
from converter.source import Line
from tests.support.restored import restored

FIRST = "盐码头的磅房只有一间屋，磅秤的横梁是梨木的，用了四十年，刻度磨得看不清了。过磅的人不看刻度，看秤砣晃几下，晃三下停住的是足秤，晃五下的要加一瓢。老磅工何若溪说，秤是死的，手是活的，他的师傅过磅的时候从来不"
LEFT = [
    "抬头，只听麻袋落在秤盘上的那一声。闷的是潮盐，脆的是干盐，潮盐要扣二斤水，干盐一两也不扣。",
    "码头上因此有一句话，叫作“耳朵比秤准”。外乡的盐商起初不信，自己带了秤来，称了三天，再也不带了。",
    "民国三十六年发大水，磅房淹到窗台，梨木横梁漂了出去，第二天被人从下游三里的芦苇荡里捞起来，晒了一个夏天，装上去还能用。从那以后横梁上就多了一道弯，过磅的人把它叫作水线，每年涨水的时候都要拿手摸一摸，看看今年的水",
]
RIGHT = [
    "线比去年高了几寸。摸的人多了，水线亮得像一道釉，来磅房的孩子都要踮起脚摸一下，摸不到的就让大人抱着。",
    "磅房拆的那一年，横梁没有人要，何若溪把它扛回家，架在院子里晾衣裳，一直晾到今天。",
]
LAST = "展览馆的人来看过三回，想把横梁借去，何若溪没有答应，说衣裳总要有个地方晾，说完从来不抬头。"


def issue(*parts: str) -> Issue:
    return restored("\n\n".join(["磅房里的一根横梁", "叶小河", *parts])).issue


def texts(found: Issue, kind: type = Paragraph) -> list[str]:
    return [
        block.caption.value if isinstance(block, Figure) else block.text.value
        for article in found.articles
        for block in article.blocks
        if isinstance(block, kind) and isinstance(block, Figure | Heading | Paragraph)
    ]


WHOLE = [FIRST + LEFT[0], LEFT[1], LEFT[2] + RIGHT[0], RIGHT[1], LAST]


def test_columns_go_on_where_their_sentences_do() -> None:
    heads = ["第8页", "第9页", "第10页"]
    parts = [FIRST, heads[0], *RIGHT, *LEFT, heads[1], "晾衣裳的梁", LAST, heads[2]]
    found = restored("\n\n".join(["磅房里的一根横梁", "叶小河", *parts]))
    assert texts(found.issue) == WHOLE
    told = [one for one in found.diagnostics if one.code == "ART007"]
    assert [one.message("en")[:67] for one in told] == [
        "the columns of this page were read in the wrong order; the text now"
    ]


def test_columns_in_order_stay_as_they_are() -> None:
    parts = [FIRST, "第8页", *LEFT, *RIGHT, "第9页", "晾衣裳的梁", LAST, "第10页"]
    assert texts(issue(*parts)) == WHOLE


NIGHTS = [
    (
        "第一夜　有雾",
        "守渔棚的第一夜，什么也没有等来，只有雾，雾里有人咳嗽，走近了是一棵枯柳，风一吹就响。",
    ),
    (
        "第四夜　小雨",
        "雨打在油布上，像有人在上面炒豆子。半夜里水涨了一尺，网桩只剩一个头，我把马灯挂得高了些。",
    ),
    (
        "第九夜　月",
        "月亮出来以后，水面上浮起一层亮，鱼在亮里翻身，一翻就是一道口子，口子又慢慢合上。",
    ),
    ("第十二夜　晴", "收网。三个人拉了半个钟头，拉上来的鱼不到二十斤，还有一只谁家的搪瓷盆。"),
]


def test_nights_that_begin_with_the_last_are_put_in_order() -> None:
    turned = [*NIGHTS[2:], *NIGHTS[:2]]
    lead = "去年秋天，我替表叔看了十二夜的渔棚，以下是那时候记在烟盒背面的几段。"
    parts = [part for night in turned[:2] for part in night]
    parts += ["（编辑 / 唐可）", lead, *(part for night in turned[2:] for part in night)]
    found = issue(*parts)
    assert texts(found, Heading) == [head.replace("\u3000", " ") for head, _ in NIGHTS]
    body = [text for text in texts(found) if text.startswith(("守", "雨", "月", "收"))]
    assert body == [text for _, text in NIGHTS]


def test_nights_in_order_and_years_that_go_back_stay() -> None:
    parts = [part for night in NIGHTS for part in night]
    assert texts(issue(*parts)) == [text for _, text in NIGHTS]
    years = ["9月3日", NIGHTS[0][1], "8月2日", NIGHTS[1][1], "7月1日", NIGHTS[2][1]]
    assert texts(issue(*years)) == [text for _, text in NIGHTS[:3]]


def test_whence_a_box_is_breaks_no_sentence_off() -> None:
    box = [
        "链接",
        "磅秤每半年送检一次，检过的贴红纸，没有检过的不许上码头。",
        "——《盐务行规（试行）》第5.2.4条",
    ]
    below = "用眼睛看秤，全凭耳朵听麻袋落下去的那一声，这本事后来再也没有人学会，磅房里只剩下秤。"
    parts = [
        FIRST,
        "第8页",
        "眨眼。",
        LEFT[1],
        RIGHT[1],
        below,
        *box,
        "第9页",
        "晾衣裳的梁",
        LAST,
        "第10页",
    ]
    found = restored("\n\n".join(["磅房里的一根横梁", "叶小河", *parts]))
    assert texts(found.issue) == [FIRST + "眨眼。", LEFT[1], RIGHT[1], below, LAST]
    assert [one.code for one in found.diagnostics if one.code == "ART007"] == []


def test_numbers_that_go_on_below_a_place_tell_that_it_parts_no_columns() -> None:
    above, below = (
        make_units([Line(at, text) for at, text in enumerate(texts, 1)])
        for texts in (["2.1 看绳", LEFT[0], "2.2 看桶"], ["2.3 看人", LEFT[1]])
    )
    assert _count_on(above, below)
    assert not _count_on(below, above)


@pytest.mark.parametrize(("below", "cut"), [(2.0, None), (-1.0, 3)])
def test_what_goes_on_below_a_box_on_the_next_page_needs_no_columns_turned(
    monkeypatch: pytest.MonkeyPatch, below: float, cut: int | None
) -> None:
    box = ["磅秤", "一种称重的器具，横梁用梨木做成，刻度用铜钉钉出，用久了就磨得看不清。"]
    printed = [
        FIRST,
        RIGHT[0],
        *LEFT[1:],
        *box,
        "眨眼，看秤砣晃几下，晃三下停住的是足秤，晃五下要加一瓢。",
    ]
    units = make_units([Line(2 * at, text) for at, text in enumerate(printed, 1)])
    odds = {RIGHT[0]: 3.2, printed[-1]: below}
    above = dict.fromkeys(printed, 1.7)
    monkeypatch.setattr(
        turned,
        "goes_on",
        lambda tail, text, _grams: (above if FIRST.endswith(tail) else odds).get(text, 0.0),
    )
    assert _by_sentences(units, 1, 4, Trigrams()) == cut
