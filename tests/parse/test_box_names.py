"""Sidebars under names that no list holds, and titles beside the names."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph, Table
from converter.parse.boxes import LABEL_SHAPE, box_start
from converter.profile import Profile
from converter.segment.units import make_units
from converter.source import Line
from tests.support.blocks import sourced
from tests.support.restored import restored

HEAD = "河埠头的石阶一共三十七级，最下面的几级长年浸在水里，长着青苔。挑水的人记得每一级的"
TAIL = "高低，夜里不点灯也不会踩空，只有外乡人才要扶着墙。"
WHOLE = "从前镇上的人天不亮就来挑水，水桶碰着水桶，谁家娶亲、谁家添丁，都在石阶上先传开了。"
TEXT = "青苔喜湿，背阴的石头上长得最快，用竹刷蘸石灰水刷过，两年之内不会再长出来。"
LAST = "去年冬天镇里修路，工人要把石阶填平，七位老人坐在最上面的一级，坐到天黑，工人就收工了。"
MORE = "后来那条路绕了一个弯，多花了四万元，石阶留了下来，每年正月还有人在上面放一盏灯笼。"
SIXTH = "石匠的孙子在县城开了一家做墓碑的店，听说石阶还在，专门回来量了尺寸，一级一级写在本子上。"
STREET = "老街从东门到西门只有四百步，走得慢的人要走一个上午，因为每一家铺子里都有人招呼他坐下来。"
SHOPS = "卖秤的铺子还在，秤已经没有人买了，老板每天把秤盘擦得雪亮，挂出来，晚上再一只一只收回去。"
OTHER = "如今自来水通到了每一家的灶台边，石阶上只剩下洗衣裳的人，和一只爱看水的花猫。"


def issue(body: str) -> Issue:
    return restored(
        f"目录\n石阶 张水 1\n老街 李山 3\n\n石阶\n\n张水\n\n{body}\n\n老街\n\n李山\n\n{STREET}\n\n{SHOPS}"
    ).issue


def box(found: Issue) -> tuple[str, str, list[str], str]:
    return sourced(found)[0]


def texts(found: Issue) -> list[str]:
    return [block.text.value for block in found.articles[0].blocks if isinstance(block, Paragraph)]


def headings(found: Issue) -> list[str]:
    return [block.text.value for block in found.articles[0].blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("小知识 青苔的来历", "青苔的来历"),
        ("小贴士　石阶为什么滑？", "石阶为什么滑？"),
        ("链接：青苔与石灰", "青苔与石灰"),
        ("知识链接·青苔与石灰", "青苔与石灰"),
    ],
)
def test_a_few_words_beside_the_name_of_a_box_are_its_title(line: str, title: str) -> None:
    found = issue(f"{WHOLE}\n\n{HEAD}\n\n{line}\n\n{TEXT}\n\n{TAIL}\n\n{LAST}")
    assert box(found)[1:3] == (title, [TEXT])
    assert texts(found) == [WHOLE, HEAD + TAIL, LAST]


def test_what_the_page_cuts_beside_the_name_of_a_box_is_no_title() -> None:
    found = issue(
        f"{WHOLE}\n\n小贴士：青苔喜湿，背阴的\n\n石头上长得最快，两年之内会长满。\n\n{OTHER}"
    )
    assert box(found)[1] == ""


@pytest.mark.parametrize(
    ("line", "label", "title"),
    [
        ("专栏1：石阶怎样防滑", "专栏1", "石阶怎样防滑"),
        ("专栏 2-1 石阶怎样防滑", "专栏2-1", "石阶怎样防滑"),
        ("**專欄三｜石階怎樣防滑**", "專欄三", "石階怎樣防滑"),
        ("老石匠笔记｜石阶怎样防滑", "老石匠笔记", "石阶怎样防滑"),
        ("营养师说", "营养师说", ""),
        ("·消息·", "消息", ""),
        ("律师支招", "律师支招", ""),
        ("算一算", "算一算", ""),
        ("纪法小课", "纪法小课", ""),
    ],
)
def test_a_name_in_no_list_heads_a_box_by_its_form(line: str, label: str, title: str) -> None:
    found = issue(f"{WHOLE}\n\n{HEAD}\n\n{line}\n\n{TEXT}\n\n{TAIL}\n\n{LAST}")
    assert box(found)[:3] == (label, title, [TEXT])
    assert texts(found) == [WHOLE, HEAD + TAIL, LAST]


def test_a_byline_with_a_bar_is_no_box() -> None:
    found = issue(f"{WHOLE}\n\n{HEAD}{TAIL}\n\n整理｜何若溪\n\n{OTHER}")
    assert not any(isinstance(block, Box) for block in found.articles[0].blocks)


def test_a_name_that_only_boxes_have_before_a_title() -> None:
    line = "石匠卡片 正当性"
    start = box_start(make_units([Line(1, line)])[0], Profile())
    assert start is not None
    assert (start.label, start.rest, start.titled) == ("石匠卡片", "正当性", True)


def test_the_book_that_an_article_reviews_is_no_source_of_a_box_in_it() -> None:
    note = "（《河埠志》，程远山著，南岸出版社2021年3月出版）"
    found = issue(f"《河埠志》是一本薄书。{WHOLE}\n\n{HEAD}\n\n书摘\n\n{TEXT}\n\n{TAIL}\n\n{note}")
    assert box(found)[2:] == ([TEXT], "")
    assert HEAD + TAIL in texts(found)


def test_a_name_that_only_boxes_have_before_a_whole_sentence() -> None:
    found = issue(f"{WHOLE}\n\n{HEAD}\n\n石匠链接 {TEXT}\n\n{TAIL}\n\n{LAST}")
    assert box(found)[:3] == ("石匠链接", "", [TEXT])
    assert texts(found) == [WHOLE, HEAD + TAIL, LAST]


@pytest.mark.parametrize("name", ["旅行信息", "厨房笔记", "# 展览资料"])
def test_facts_at_the_end_of_an_article_are_a_box(name: str) -> None:
    facts = ["地点：镇南河埠头", "时间：每日清晨六点以前", "费用：不收钱，自带水桶"]
    found = issue(f"{WHOLE}\n\n{OTHER}\n\n{name}\n\n" + "\n\n".join(facts))
    assert box(found)[0] == name.removeprefix("# ")
    assert box(found)[2] == facts
    assert texts(found) == [WHOLE, OTHER]


def test_figures_that_end_with_semicolons_are_a_box_under_a_name_that_tells_them() -> None:
    told = ["石阶三十七级，宽四米；", "水桶一百四十只；", "挑水的人，每日六十余名。"]
    found = issue(f"{WHOLE}\n\n数说河埠\n\n" + "\n\n".join(told) + f"\n\n{OTHER}\n\n{LAST}")
    assert box(found)[0] == "数说河埠"
    assert box(found)[2] == told
    assert texts(found) == [WHOLE, OTHER, LAST]


def test_facts_with_text_below_them_are_none() -> None:
    facts = ["地点：镇南河埠头", "时间：每日清晨六点以前", "费用：不收钱，自带水桶"]
    found = issue(f"{WHOLE}\n\n基本信息\n\n" + "\n\n".join(facts) + f"\n\n{OTHER}\n\n{LAST}")
    assert headings(found) == ["基本信息"]
    assert texts(found)[-2:] == [OTHER, LAST]


def test_questions_under_a_name_in_brackets_close_an_article() -> None:
    asked = ["1. 石阶为什么会长青苔？", "2. 你家附近有没有这样的石阶？"]
    found = issue(f"{WHOLE}\n\n{OTHER}\n\n【看一看，想一想】\n\n" + "\n\n".join(asked))
    assert box(found)[0] == "看一看，想一想"
    assert len(box(found)[2]) == 2


def test_sections_in_brackets_are_headings() -> None:
    found = issue(f"【案情】\n\n{WHOLE}\n\n【分歧】\n\n{OTHER}\n\n【评析】\n\n{TEXT}")
    assert not any(isinstance(block, Box) for block in found.articles[0].blocks)


@pytest.mark.parametrize("by", ["（本刊法律顾问何若溪）", "（营养师 程远山）", "（程远山）"])
def test_who_gives_the_advice_closes_the_box(by: str) -> None:
    found = issue(f"{WHOLE}\n\n{HEAD}\n\n小贴士\n\n{TEXT}\n\n{OTHER}\n\n{by}\n\n{TAIL}\n\n{LAST}")
    assert box(found)[2:] == ([TEXT, OTHER], by.strip("（）"))
    assert texts(found) == [WHOLE, HEAD + TAIL, LAST]


MEASURE = 22


def column(text: str, indent: int = 2) -> str:
    """A paragraph set in a column, its first line indented as many em."""
    first = MEASURE - indent
    lines = [text[:first], *(text[at : at + MEASURE] for at in range(first, len(text), MEASURE))]
    return "\u3000" * indent + "\n".join(lines)


def test_the_flush_line_below_a_box_in_a_column_carries_the_sentence_on() -> None:
    head, tail = HEAD[: MEASURE - 2 + MEASURE], HEAD[MEASURE - 2 + MEASURE :] + TAIL
    gloss = "青苔：长在背阴处的石头上的绿色植物。"  # with its indent as long as the column
    assert len(gloss) + 2 in range(MEASURE - 3, MEASURE + 1)
    set_in = (
        f"【词语小筐】\n{column('河埠头：河边供人洗东西、上下船的石头台阶。')}\n{column(gloss)}"
    )
    body = "\n".join(
        [
            *(column(text) for text in (WHOLE, TEXT, LAST, MORE)),
            column(head),
            set_in,
            column(tail, 0),
            *(column(text) for text in (OTHER, SIXTH)),
        ]
    )
    found = issue(body)
    assert box(found)[0] == "词语小筐"
    assert box(found)[2][-1] == gloss
    assert head + tail in texts(found)


def test_a_box_and_its_title_in_a_column_without_indents() -> None:
    head, tail = HEAD[: 2 * MEASURE - 4], HEAD[2 * MEASURE - 4 :] + TAIL
    cut = head[: len(head) // MEASURE * MEASURE]
    lines = [column(text, 0) for text in (WHOLE, TEXT, LAST, MORE)]
    body = "\n".join(
        [
            *lines,
            column(cut, 0),
            "小知识 青苔的来历",
            column(TEXT, 0),
            column(head[len(cut) :] + tail, 0),
        ]
    )
    found = issue(body)
    assert box(found)[:3] == ("小知识", "青苔的来历", [TEXT])
    assert cut + head[len(cut) :] + tail in texts(found)


def test_a_short_line_above_a_column_is_a_heading_whatever_its_last_word() -> None:
    lines = [column(text, 0) for text in (WHOLE, OTHER, TEXT, MORE * 2, LAST + WHOLE)]
    found = issue("\n".join([*lines, "石阶的去向", column(SIXTH + HEAD + TAIL, 0)]))
    assert headings(found) == ["石阶的去向"]


def test_a_sentence_may_go_on_behind_two_boxes() -> None:
    # 每一级的高低 is what the issue says elsewhere.
    said = "石匠的孙子记得每一级的高低，也记得每一级的名字。" + SIXTH
    boxes = f"链接\n\n{TEXT}\n\n{OTHER}\n\n小贴士\n\n{LAST}"
    found = issue(f"{WHOLE}\n\n{said}\n\n{HEAD}\n\n{boxes}\n\n{TAIL}\n\n{MORE}")
    made = [block for block in found.articles[0].blocks if isinstance(block, Box)]
    assert [len(block.blocks) for block in made] == [2, 1]
    assert texts(found) == [WHOLE, said, HEAD + TAIL, MORE]


def test_a_note_at_the_foot_of_its_page_cuts_a_box() -> None:
    head, tail = TEXT.split("用竹刷")
    note = "①本文所记石阶的级数，以二〇一九年的清点为准。"
    body = f"{WHOLE}①{OTHER}\n\n链接\n\n{head}\n\n{note}\n\n用竹刷{tail}\n\n——《河埠志》\n\n{LAST}"
    found = issue(body)
    assert box(found) == ("链接", "", [TEXT], "《河埠志》")
    assert [made.text.value for made in found.articles[0].notes] == [note[1:]]


def test_a_note_between_the_marks_of_a_box_is_none_of_it() -> None:
    head, tail = TEXT.split("用竹刷")
    note = "①本文所记石阶的级数，以二〇一九年的清点为准。"
    body = (
        f"{WHOLE}①{OTHER}\n\n> 链接\n\n> {head}\n\n{note}\n\n> 用竹刷{tail}\n\n> {MORE}\n\n{LAST}"
    )
    found = issue(body)
    assert box(found)[2] == [TEXT, MORE]
    assert [made.text.value for made in found.articles[0].notes] == [note[1:]]


def test_the_name_of_a_person_s_box_is_proved_by_the_sentence_it_cuts() -> None:
    found = issue(f"{WHOLE}\n\n{HEAD}\n\n小档案：{TEXT}\n\n{TAIL}\n\n{OTHER}\n\n小档案：{SIXTH}")
    made = [block for block in found.articles[0].blocks if isinstance(block, Box)]
    assert [block.label for block in made] == ["小档案", "小档案"]
    assert texts(found) == [WHOLE, HEAD + TAIL, OTHER]


def test_a_biography_that_cuts_a_sentence_is_no_box() -> None:
    found = issue(f"{WHOLE}\n\n{HEAD}\n\n人物简介：程远山，石匠，{TEXT}\n\n{TAIL}\n\n{OTHER}")
    assert not any(isinstance(block, Box) for block in found.articles[0].blocks)


def test_the_text_of_a_box_beside_its_name_in_a_column() -> None:
    cut = (WHOLE[:-1] + "，" + HEAD)[: 3 * MEASURE]
    text = f"相关链接 {TEXT}"
    lines = [text[at : at + MEASURE - 3] for at in range(0, len(text), MEASURE - 3)]
    pages = [column(one, 0) for one in (OTHER, LAST, MORE, SIXTH)]
    found = issue("\n".join([*pages, column(cut, 0), *lines, "石阶，一级也没有少。"]))
    assert box(found)[0] == "相关链接"
    assert box(found)[2] == [TEXT]
    assert texts(found)[-1].endswith(cut + "石阶，一级也没有少。")


def test_items_of_one_length_are_no_column() -> None:
    items = [
        "●石阶湿了不要跑，尤其不要穿着塑料底的鞋跑下去。",
        "●挑水的时候脚尖先落地，落稳了再把重心移过去。",
        "●夜里下河埠头要喊一声，下面有人会应一声的。",
    ]
    found = issue(f"{WHOLE}\n" + "\n".join(items) + f"\n{MORE[:25]}。\n{LAST}")
    assert texts(found)[1:5] == [*items, MORE[:25] + "。"]


@pytest.mark.parametrize("by", ["（程远山）", "（营养师 程远山）", "（摘自《河埠志》）"])
def test_who_wrote_a_box_may_stand_behind_its_last_sentence(by: str) -> None:
    found = issue(f"{WHOLE}\n\n点评\n\n{TEXT}{by}\n\n{OTHER}\n\n{LAST}")
    assert box(found)[2:] == ([TEXT], by.strip("（）"))


def test_a_remark_behind_the_last_sentence_of_a_box_stays_there() -> None:
    found = issue(f"{WHOLE}\n\n点评\n\n{TEXT}（石灰水不可入口）\n\n{OTHER}\n\n{LAST}")
    assert box(found)[2:] == ([f"{TEXT}（石灰水不可入口）"], "")


def test_a_bar_parts_the_name_of_a_box_from_its_title_and_points_are_its_text() -> None:
    points = ["石阶每年刷两次石灰水；", "雨后三天之内不挑水；", "夜里下河要有两个人。"]
    lines = "\n\n".join(points)
    found = issue(f"{WHOLE}\n\n{HEAD}\n\n数说｜石阶的三条规矩\n\n{lines}\n\n{TAIL}\n\n{LAST}")
    assert box(found)[:3] == ("数说", "石阶的三条规矩", points)
    assert texts(found) == [WHOLE, HEAD + TAIL, LAST]


def test_a_few_words_above_a_table_are_its_caption() -> None:
    rows = "| 石阶 | 级数 |\n| --- | --- |\n| 南埠头 | 37 |\n| 北埠头 | 29 |"
    found = issue(
        f"{WHOLE}\n\n各埠头石阶的级数\n\n{rows}\n\n注：北埠头已经填平。\n\n{OTHER}\n\n{LAST}"
    )
    (table,) = [block for block in found.articles[0].blocks if isinstance(block, Table)]
    assert table.caption is not None
    assert table.caption.value == "各埠头石阶的级数"
    assert texts(found)[:2] == [WHOLE, "注：北埠头已经填平。"]


def test_a_title_stands_over_the_label() -> None:
    made = issue(
        f"{WHOLE}\n\n{HEAD}\n\n青苔的脾气\n\n链接\n\n{TEXT}\n\n——摘自《石作》\n\n{TAIL}\n\n{LAST}"
    )
    assert box(made) == ("链接", "青苔的脾气", [TEXT], "摘自《石作》")


def test_a_label_stands_below_the_text_over_its_source() -> None:
    made = issue(f"{WHOLE}\n\n{HEAD}\n\n{TEXT}{MORE}\n\n链接\n\n——摘自《石作》\n\n{TAIL}\n\n{LAST}")
    assert box(made) == ("链接", "", [TEXT + MORE], "摘自《石作》")
    assert texts(made) == [WHOLE, HEAD + TAIL, LAST]


def test_who_advises_and_a_small_survey_name_boxes() -> None:
    for name in ("罗敏支招", "小调查", "微调查", "夜市小账本"):
        assert LABEL_SHAPE.match(name)
    for heading in ("市场调查", "支招", "怎样出妙招的人", "三代人的账本"):
        assert not LABEL_SHAPE.match(heading)


def test_a_reader_tests_himself_in_a_box() -> None:
    made = issue(f"{WHOLE}\n\n{HEAD}\n\n【自测】你的石头需要换吗\n\n{TEXT}\n\n{TAIL}\n\n{LAST}")
    assert box(made) == ("自测", "你的石头需要换吗", [TEXT], "")
    assert texts(made) == [WHOLE, HEAD + TAIL, LAST]
