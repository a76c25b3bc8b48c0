"""Names of boxes between whole paragraphs, that the heading below them and their form tell."""

from __future__ import annotations

from converter.model import Issue
from tests.support.blocks import boxes, headings, texts
from tests.support.restored import restored

ROADS = "全县通村公路里程去年增加了一百四十公里，路修到了最远的石碑岭，供销社的货车头一回开进了寨门，司机按了三声喇叭。"
KEEP = "养护的钱从哪里来，各村的办法不同，有的从林场收入里提一成，有的请过路的矿车按趟交费，账目每月贴在村口。"
SCHOOL = "教学点的孩子最远要走七里山路，乡里租了两辆中巴，司机是退伍兵，车厢后面装了一排小灯，冬天出门不至于摸黑。"
STOVE = "食堂改烧颗粒炉以后，孩子们中午能吃上热菜，管伙房的大嫂说，一锅菜出来先给最小的那个班盛。"
WELL = "找水队在南坡打了四口井，前三口都是干的，第四口打到一百八十米见了水，出水那天，全村的人都来尝了一口。"
PUMP = (
    "水泵房由三户轮流看管，每户十天，交班的时候要在本子上记下电表和水表的数字，错一个字都要重写。"
)
COUNTED = "2021年，全县硬化通组公路312公里，补助资金4680万元，受益群众5.7万人。"
RIDES = "2021年，全乡校车运行1.9万趟，接送学生3.4万人次，没有发生一起事故。"
DEPTH = "全县现有机井286口，平均井深143米，年供水量约920万立方米。"


def issue(*bodies: list[str]) -> Issue:
    listed = ["目录", "路通石碑岭 贺一川 3", "孩子坐上了车 米小荞 7", "第四口井 鲍青石 11"]
    heads = (["路通石碑岭", "贺一川"], ["孩子坐上了车", "米小荞"], ["第四口井", "鲍青石"])
    parts = [part for head, body in zip(heads, bodies, strict=True) for part in (*head, *body)]
    return restored("\n\n".join([*listed, *parts])).issue


def with_names(name: str, above: str = "一、修路", below: str = "二、管路") -> Issue:
    return issue(
        [above, ROADS, name, COUNTED, below, KEEP],
        [SCHOOL, STOVE, name, RIDES],
        [WELL, PUMP, name, DEPTH],
    )


def test_a_name_like_those_of_boxes_stands_within_a_part() -> None:
    found = with_names("学习数读")
    assert boxes(found) == [("学习数读", "", [text]) for text in (COUNTED, RIDES, DEPTH)]
    assert headings(found) == ["一、修路", "二、管路"]


def test_words_that_no_box_is_called_by_name_none() -> None:
    assert "主要收获" not in [label for label, *_ in boxes(with_names("主要收获"))]


def test_the_last_part_of_several_articles_is_no_box() -> None:
    found = issue(
        ["一、修路", ROADS, "二、管路", KEEP, "对策建议", ROADS.replace("全县", "今后")],
        [SCHOOL, "对策建议", STOVE],
        [WELL, "对策建议", PUMP],
    )
    assert boxes(found) == []
    assert headings(found).count("对策建议") == 3


def test_a_title_over_a_list_stands_below_a_name() -> None:
    points = ["一、出门先看云色；", "二、上车清点人数；", "三、到校交给老师。"]
    found = issue(
        [ROADS, KEEP, "链接材料", COUNTED],
        [SCHOOL, "链接材料", "护送的三件事", *points, STOVE],
        [WELL, PUMP],
    )
    assert [label for label, *_ in boxes(found)] == ["链接材料", "链接材料"]


def test_a_title_beside_a_name_over_points_without_numbers() -> None:
    points = ["不看排场，只看水表；", "不听客套，只听抱怨；", "不带空话，只带扳手。"]
    head, tail = "三户人家轮了一年，水泵没有停过一天，别村的人来看，问他们有什么诀窍，看泵的老邝想了", "半天，说诀窍就是谁也不敢偷懒，因为下一个接班的人要在本子上签字。"  # fmt: skip
    found = issue(
        [ROADS, KEEP, f"巡井卡 {DEPTH}", "——摘自《石碑岭水利志》", STOVE],
        [SCHOOL, f"巡井卡 {RIDES}", "——乡教育组统计", STOVE],
        [WELL, head, "巡井卡 查井“三不”", *points, tail, PUMP],
    )
    assert boxes(found) == [
        ("巡井卡", "", [DEPTH]),
        ("巡井卡", "", [RIDES]),
        ("巡井卡", "查井“三不”", points),
    ]
    assert head + tail in texts(found)


def test_whose_it_is_asks_beside_the_name_of_a_comment() -> None:
    found = issue(
        [ROADS, "锐评 路修到了寨门口，方便的是谁的脚", COUNTED, KEEP], [SCHOOL, STOVE], [WELL, PUMP]
    )
    assert [box[:2] for box in boxes(found)] == [("锐评", "路修到了寨门口，方便的是谁的脚")]
