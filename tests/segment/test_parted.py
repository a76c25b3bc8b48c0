"""Issues whose paragraphs stand on a line each without any blank line."""

from __future__ import annotations

from converter.segment import make_units
from converter.source import Line

PARAGRAPHS = [
    "渡船每天早晨六点离岸，船上的人多半是去对岸卖菜的，筐里的叶子还带着露水，一路滴到船舷外面去。",
    "摆渡的人姓苗，今年六十三岁，他说自己在江上来回的路加起来，够从这里走到海边。",
    "桥要修在上游两里的地方，图纸贴在候船室的墙上，每个人上船以前都去看一眼，看完了谁也不说话，只有孩子问，桥上能不能钓鱼。",
    "他把船漆了一遍，漆成和从前一样的绿色，漆还没有干透，就有孩子按了手印。",
    "最后一天来了两百多人，船要走四趟才装得下，他不收钱，只请每个人在本子上写下自己的名字，名字的后面写上第一次坐这条船是哪一年，多半的人想了很久。",
    "本子后来放进了镇上的陈列室，翻开第一页，是一个不会写字的老太太画的一条船，船头朝着东边。",
    "如今江面上没有船了，到了六点钟，还是有几位老人走到岸边，站一会儿，听桥上的车一辆辆过去，然后各自回家去做早饭。",
    "有人问他想不想船，他说不想，想的是筐里那些叶子上的露水，滴在江里，一点声音也没有留下来。",
]
THOUGHT = "江水记得所有的路，只是不说。"


def gaps(*texts: str) -> dict[str, bool]:
    units = make_units([Line(number, text) for number, text in enumerate(texts, 1)])
    return {unit.text: unit.gap for unit in units}


def test_each_line_stands_apart_where_no_blank_line_parts_any() -> None:
    found = gaps(*PARAGRAPHS[:4], THOUGHT, *PARAGRAPHS[4:])
    assert all(found.values())
    assert THOUGHT in found


def test_blank_lines_tell_what_they_tell_where_there_are_any() -> None:
    parted = [text for one in PARAGRAPHS[:7] for text in (one, "")]
    found = gaps(*parted, PARAGRAPHS[7], THOUGHT)
    assert not found[THOUGHT]


def test_wrapped_lines_are_no_paragraphs() -> None:
    whole = "".join(PARAGRAPHS)
    lines = [whole[at : at + 32] for at in range(0, len(whole), 32)]
    units = make_units([Line(number, text) for number, text in enumerate(lines, 1)])
    assert len(units) < len(lines) / 2


def test_lines_of_verse_stay_together() -> None:
    verse = ["水走了，船还在", "船走了，名字还在", "名字旁边", "有一个手印没有干。"]
    found = gaps(*PARAGRAPHS[:4], *verse, *PARAGRAPHS[4:])
    assert [found[line] for line in verse] == [True, False, False, False]


def test_the_points_of_a_list_stay_together() -> None:
    points = ["（一）船要在天黑以前靠岸；", "（二）雾里不许离岸；", "（三）超过二十人不开船。"]
    found = gaps(*PARAGRAPHS[:4], *points, *PARAGRAPHS[4:])
    assert [found[line] for line in points] == [True, False, False]
