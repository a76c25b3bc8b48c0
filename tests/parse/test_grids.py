"""One magazine on several grids: what pages, columns and boxes leave of its lines."""

from __future__ import annotations

from converter.segment import Unit
from converter.source import Line
from tests.support.restored import listed, restored

IMPRINT = "堤声\n\n2023年第4期\n2023年8月20日出版\n\nISSN 9932 - 1108\nCN 99 - 2271/D\n\n"
DIKE = (
    "汛期之前，堤上的人把七十二个闸门逐个开合了一遍，锈的除锈，卡的加油，缺螺丝的当天配齐，不留到第二天。",
    "闸门能不能落到底，坐在屋里看报表是看不出来的，得有人下到闸室里，打着手电看门槽里有没有石头和树枝。",
    "今年汛期来得早，水头到的那天夜里，七十二个闸门全部落到了底，堤内的稻田一寸水也没有进。",
)
NIGHT = (
    "夜校设在旧粮站的二楼，一个星期上三个晚上，学员有种果树的，有开挖掘机的，最大的六十四岁，最小的十九。",
    "头一堂课只来了五个人，先生照样把粉笔字写满了黑板。他说，五个人听懂了，回去就是五个先生。",
    "到了秋天，二楼坐不下，长凳摆到了楼梯口，站在外面的人把耳朵贴着门，听完了才骑车回家。",
)


def unit(*rows: str, gap: bool = True) -> Unit:
    """A paragraph on so many lines."""
    lines = tuple(Line(at, text) for at, text in enumerate(rows, 1))
    return Unit(lines, "".join(rows), gap=gap, wrapped=len(rows) > 1)


def numbered(text: str) -> list[Line]:
    return [Line(at, line) for at, line in enumerate(text.split("\n"), 1)]


BODY = (
    "闸口的灯\n\n堤声县水务局防汛办公室\n\n"
    + "\n\n".join(DIKE)
    + "\n\n旧粮站的夜校\n\n本刊记者 田可风 通讯员 柳一苇\n\n"
    + "\n\n".join(NIGHT)
    + "\n\n渠\n\n檀一木\n\n"
    + "\n\n".join(reversed(DIKE))
    + "\n"
)
ENTRIES = [
    ("防汛", "闸口的灯", ("堤声县水务局防汛办公室",), "3"),
    ("乡学", "旧粮站的夜校", ("田可风", "柳一苇"), "5"),
    ("文苑", "渠", ("檀一木",), "8"),
]


def test_who_signs_stands_below_a_blank_line_in_the_contents() -> None:
    text = (
        "目录\n\n防汛\n\n3 闸口的灯\n\n堤声县水务局防汛办公室\n\n乡学\n\n5 旧粮站的夜校\n\n"
        "田可风 柳一苇\n\n文苑\n\n8 渠\n\n檀一木\n\n"
    )
    assert listed(restored(IMPRINT + text + BODY)) == ENTRIES


def test_who_signs_stands_below_all_titles_of_a_section() -> None:
    text = "目录\n\n堤上\n\n3 闸口的灯\n5 旧粮站的夜校\n\n堤声县水务局防汛办公室\n田可风 柳一苇\n\n文苑\n\n8 渠\n\n檀一木\n\n"
    assert [entry[1:] for entry in listed(restored(IMPRINT + text + BODY))] == [
        entry[1:] for entry in ENTRIES
    ]


def test_who_signs_again_ends_no_contents() -> None:
    body = BODY.replace("堤声县水务局防汛办公室", "本刊记者 田可风").replace(
        "檀一木", "本刊记者 田可风"
    )
    body = body.replace(" 通讯员 柳一苇", "")
    who = "本刊记者 田可风"
    text = f"目录\n\n防汛\n\n3 闸口的灯\n{who}\n\n乡学\n\n5 旧粮站的夜校\n{who}\n\n文苑\n\n8 渠\n{who}\n\n"
    found = listed(restored(IMPRINT + text + body))
    assert [(section, title, page) for section, title, _, page in found] == [
        (section, title, page) for section, title, _, page in ENTRIES
    ]
