"""A county's literary bimonthly: printed lines that have lost their indents, and news set between the texts."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph
from converter.parse.context import Context, Ledger
from converter.parse.credits import read_credits
from converter.parse.extent import closes_box
from converter.parse.issue.close_bylines import with_bylines_apart
from converter.parse.issue.overfull import without_doubled
from converter.parse.learnt.places import may_name, place_at
from converter.profile import Profile
from converter.segment.units.starts import parted
from converter.source import Line
from tests.support.columns import set_in
from tests.support.restored import listed, restored

MEASURE, NARROW = 22, 20
TEXTS = (
    (
        "河湾的摆渡船停了以后，船就反扣在柳树底下，鸡在上面睡觉，孩子在上面晒书包。摆渡的老邢每天早上还是要到河边去站一站，"
        "看一看水的颜色，回来告诉老伴今天是清的还是浑的，老伴头也不抬，说知道了，知道了。过了三年，船底下长出一丛薄荷来，他舍不得踩，绕着走。"
    ),
    (
        "舅舅的收音机是用一只饼干盒装的，旋钮是两颗纽扣，转起来沙沙地响，要拍两下才肯说话。夏天的晚上全院子的人都搬了凳子来听，"
        "听到要紧的地方它偏偏又不响了，舅舅就自己接着往下讲，讲得同收音机里一样好，第二天一对，连死的人都一个不差，只有一匹马的颜色说错了。"
    ),
    (
        "镇上的钟楼有四面钟，四面走得不一样快，东街的人比西街的人早起一刻钟，也早睡一刻钟。后来来了一位修钟的师傅，"
        "把四面拨成了一样，两条街的人便一同起床，一同挤在桥上，挤了三天，大家凑了钱请他再来拨回去。师傅说，拨快容易，拨得各人都满意是难的。"
    ),
)
CUT = (
    "每年的头一场雪下过，祖父就要把仓房里的风箱搬出来，擦干净，上一遍桐油，摆在灶台旁边，说它比人怕冷。风箱的把手被三代人的手磨得像一块",
    "玉，摸上去是温的。母亲烧火的时候不许我们说话，她说风箱喘气，人也要喘气，两样搅在一起，火就不旺了，饭也就不香了。",
)
NEWS = (
    ("县图书馆新添读者座位", "七月里县图书馆把楼上的仓库腾了出来，添了四十个读者座位，星期天也照常开门，到馆看书的人比去年同期多了一倍有余。"),
    ("诗歌朗诵会在船厂举行", "六月六日晚上船厂的青年工人在饭厅里举行诗歌朗诵会，念的全是自己写的诗，听的人连窗台上都坐满了，一直到九点半才散。"),
    ("本刊举办“西渡杯”小小说征文", "征文从本月起到年底截止，题材不限，每篇不超过一千五百字，来稿请用方格稿纸抄写清楚，寄本刊编辑部，信封上写明征文两个字。"),
)  # fmt: skip


def boxed(at: int) -> list[str]:
    title, text = NEWS[at]
    return ["文讯", title, *set_in(text, NARROW)]


def issue(*bodies: list[str]) -> list[Article]:
    heads = (("风箱", "白若溪"), ("饼干盒", "傅长林"), ("四面钟", "邢小满"))
    contents = [
        f"{title}……………………{who}（{page}）"
        for (title, who), page in zip(heads, (4, 6, 8), strict=True)
    ]
    lines = ["西渡", "文学双月刊", "一九八五年第二期", "", "目　录", "", *contents, ""]
    for (title, who), body, page in zip(heads, bodies, (4, 6, 8), strict=True):
        lines += [title, who, *body, f"·{page}·"]
    return list(restored("\n".join(lines)).issue.articles)


def boxes(article: Article) -> list[tuple[str, str, str, str]]:
    return [
        (
            box.label or "",
            box.title.value if box.title else "",
            "".join(one.text.value for one in box.blocks if isinstance(one, Paragraph)),
            box.attribution.text.value if box.attribution else "",
        )
        for box in article.blocks
        if isinstance(box, Box)
    ]


def texts(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


def test_news_under_a_name_that_ends_like_a_wire_and_comes_again() -> None:
    body = set_in("".join(CUT), MEASURE)
    at = next(n for n in range(len(body)) if len("".join(body[:n])) >= len(CUT[0]))
    whole = [line for text in TEXTS for line in set_in(text, MEASURE)]
    found = issue(
        [*set_in(TEXTS[0], MEASURE), *body[:at], *boxed(0), "（本刊通讯员）", *body[at:]],
        [*set_in(TEXTS[1], MEASURE), *boxed(2), *set_in(TEXTS[0], MEASURE)],
        [*whole, *boxed(1), *set_in(TEXTS[2], MEASURE)],
    )
    assert boxes(found[0]) == [("文讯", *NEWS[0], "本刊通讯员")]
    assert boxes(found[1]) == [("文讯", *NEWS[2], "")]
    assert boxes(found[2]) == [("文讯", *NEWS[1], "")]
    assert texts(found[0]) == [TEXTS[0], "".join(CUT)]


def test_names_that_end_like_a_wire() -> None:
    lines = [Line(1, "文讯"), Line(2, "本刊讯"), Line(3, "文讯 昨天"), Line(4, "雨。")]
    places = [place for at, line in enumerate(lines) if (place := place_at(at, line.text))]
    assert [may_name([place], lines) for place in places] == [True, False, False]


@pytest.mark.parametrize("text", ["（本刊通讯员）", "（本报记者　傅长林）", "（本刊讯）"])
def test_the_house_closes_its_news(text: str) -> None:
    assert closes_box(text)


def test_who_told_a_tale_and_who_wrote_it_down() -> None:
    found = read_credits("傅长林讲述　白若溪整理") or ()
    assert [(one.work, *one.names) for one in found] == [("讲述", "傅长林"), ("整理", "白若溪")]


def test_who_signs_below_a_title_as_in_the_contents() -> None:
    entries = (
        "风箱……………………………白　若　溪（4）",
        "会走的石头………………叶阿炳讲述　郁青整理（6）",
        "修伞………………………第二中学高二　史　小　英（8）",
    )
    heads = (["风箱", "白　若　溪"], ["会走的石头", "叶阿炳　讲述", "郁　青　整理"], ["修伞", "第二中学高二　史　小　英"])  # fmt: skip
    lines = ["西渡", "文学双月刊", "一九八五年第二期", "", "目　录", ""]
    for name, entry in zip(("散文", "民间故事", "习作园地"), entries, strict=True):
        lines += [name, entry]
    for head, text, page in zip(heads, TEXTS, (4, 6, 8), strict=True):
        lines += [*head, *set_in(text, MEASURE), f"·{page}·"]
    made = restored("\n".join(lines))
    assert listed(made) == [
        ("散文", "风箱", ("白若溪",), "4"),
        ("民间故事", "会走的石头", ("叶阿炳", "郁青"), "6"),
        ("习作园地", "修伞", ("史小英",), "8"),
    ]
    last = made.issue.articles[-1]
    assert last.subtitle is None
    (author,) = last.bylines[0].authors
    assert (author.name, author.office) == ("史小英", "第二中学高二")


def test_an_office_behind_a_leader_signs_and_is_no_title() -> None:
    contents = [Line(1, "修伞…………第二中学高二　史小英（8）")]
    lines = [Line(2, "修伞"), Line(3, "第二中学高二　史小英")]
    assert with_bylines_apart(lines, contents) == lines


def test_what_is_read_twice_behind_a_first_line_that_lost_its_indent() -> None:
    lines = [line for text in TEXTS * 12 for line in set_in(text, MEASURE)]
    first = "雪化了以后，仓房的屋檐下面也还挂着一排冰"
    below = "凌子像谁忘了收进来的筷子一样齐刷刷地朝着南面"
    assert (len(first), len(below)) == (MEASURE - 2, MEASURE)
    twice = [*lines, first, first[-1] + below]
    context = Context(Profile(), Ledger())
    found = without_doubled([Line(at, text) for at, text in enumerate(twice, 1)], context)
    assert [line.text for line in found] == [*lines, first, below]


def test_a_line_that_is_known_to_go_on_tells_by_its_room_where_it_stands() -> None:
    # Two em short above 了, a first line; as one within its paragraph it would have had room.
    lines = [
        "溪水漫过石墩，他把孩子一个一个地背过去，再背",
        "回来，十九年里背着过河的人不下两万次那么多。",
        "日记里有这样一段话：“今天水大，我又滑了",
        "一下，她在我背上说，老师，我会游泳。”",
    ]
    on, _ = parted(lines, 22.0, [None, None, True])
    assert on == [True, False, True]
