"""A quarterly of judges: parts of each case in brackets, strokes before pages, the house as author."""

from __future__ import annotations

import pytest

from converter.model import Block, Box, Heading, Issue, Paragraph, Table
from converter.parse.byline import read_byline
from tests.support.restored import restored

HEAD = (
    "河湾审判\n\n（季刊）\n\n2011年第3期　总第47期\n\n主管：河湾中级人民法院\n\n主办：河湾中级人民法院研究室\n\n主编：孟和\n\n"
    "地址：河湾市平正路9号\n\n印刷：河湾印务有限公司\n\n目　录\n\n案例评析\n\n帮邻居上梁受伤，责任如何分担\n\n"
    "——褚某诉尹某义务帮工人受害责任纠纷案　钱一舟／8\n\n储物柜里的皮包由谁举证\n\n——安某诉超市保管合同纠纷案　毕竟成／10\n\n"
    "摄像头对着我家院门\n\n——冷某诉计某相邻关系纠纷案　邱一凡／12\n\n法官札记\n\n二十六次旁听　沈知白／15\n\n"
    "法官信箱\n\n读者来信两题　本刊法律信箱／17\n\n"
)
ONE = "农村建房中邻里无偿上梁，属于义务帮工，被帮工人应当承担赔偿责任，帮工人有过错的可以减轻。"
TWO = "原告四十六岁，住在被告的隔壁，上梁那天和邻里八个人一起前来帮忙，不取报酬，只吃一顿酒席。"
THREE = "一审判决以后双方都没有上诉，被告分三年付清了赔偿款，两家人后来又一起修了门前的水渠。"
CASES = (
    ("帮邻居上梁受伤，责任如何分担", "——褚某诉尹某义务帮工人受害责任纠纷案", "钱一舟"),
    ("储物柜里的皮包由谁举证", "——安某诉超市保管合同纠纷案", "毕竟成"),
    ("摄像头对着我家院门", "——冷某诉计某相邻关系纠纷案", "邱一凡"),
)
PARTS = ("【裁判要旨】", "【案情】", "【评析】")
HEARD = f"二十六次旁听\n\n■沈知白\n\n{ONE}\n\n桌子\n\n{TWO}\n\n声音\n\n{THREE}\n\n沉默\n\n{ONE}\n\n— 16 —\n\n"
MAIL = f"法官信箱\n\n读者来信两题\n\n■本刊法律信箱\n\n问：山墙被邻居拆了，能要求恢复吗？\n\n答：可以。{THREE}\n\n—17一\n"


def issue(heard: str = HEARD) -> Issue:
    cases = "".join(
        f"{title}\n\n{subtitle}\n\n■{author}\n\n{PARTS[0]}\n\n{ONE}\n\n{PARTS[1]}\n\n{TWO}\n\n— {at} —\n\n案例评析\n\n{PARTS[2]}\n\n{author}认为，法院判决的道理不难懂：{title}，要看谁发出邀请、谁享有利益，而不是看东西归谁。\n\n"
        for at, (title, subtitle, author) in enumerate(CASES, 8)
    )
    return restored(f"{HEAD}{cases}{heard}{MAIL}").issue


def headings(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text.value for block in blocks if isinstance(block, Heading)]


def test_parts_that_come_again_in_each_case_are_headings_and_no_running_heads() -> None:
    made = issue()
    for article in made.articles[:3]:
        assert headings(article.blocks) == list(PARTS)


def test_a_head_in_brackets_that_stands_alone_over_the_pages_is_one() -> None:
    text = f"【案例评析】\n\n{ONE[:30]}\n\n— 8 —\n\n【案例评析】\n\n{ONE[30:]}\n\n{TWO[:31]}\n\n— 9 —\n\n【案例评析】\n\n{TWO[31:]}\n\n— 10 —\n\n"
    made = issue(f"二十六次旁听\n\n■沈知白\n\n{THREE}\n\n{text}")
    assert "【案例评析】" not in headings(made.articles[3].blocks)


def test_a_common_word_among_others_of_its_form_is_a_heading() -> None:
    article = issue().articles[3]
    assert headings(article.blocks) == ["桌子", "声音", "沉默"]
    assert not [block for block in article.blocks if isinstance(block, Box)]


def test_a_common_word_without_sisters_names_a_box() -> None:
    heard = HEARD.replace("桌子\n\n", "").replace("沉默\n\n", "")
    boxes = [block for block in issue(heard).articles[3].blocks if isinstance(block, Box)]
    assert [box.label for box in boxes] == ["声音"]


def test_the_house_behind_a_full_width_stroke_is_the_author() -> None:
    made = issue()
    assert [one.name for line in made.articles[-1].bylines for one in line.authors] == [
        "本刊法律信箱"
    ]
    entries = [entry for section in made.contents.sections for entry in section.entries]
    assert [(entry.authors, entry.page) for entry in entries] == [
        (("钱一舟",), "8"),
        (("毕竟成",), "10"),
        (("邱一凡",), "12"),
        (("沈知白",), "15"),
        (("本刊法律信箱",), "17"),
    ]


@pytest.mark.parametrize("text", ["■本刊法律信箱", "◎本社热线", "□本报资料柜"])
def test_who_signs_for_the_house_behind_a_mark(text: str) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert reading.certainty >= 0.75
    assert reading.authors[0].is_body


def test_a_folio_whose_second_dash_was_misread_is_no_text() -> None:
    text = "".join(b.text.value for b in issue().articles[-1].blocks if isinstance(b, Paragraph))
    assert "17" not in text


def test_lists_of_names_under_labels_alike_stay_apart() -> None:
    lists = (
        "一审合议庭成员：杜若溪、毕竟成、人民陪审员邱大有",
        "二审合议庭成员：温守正、沈知白、钱一舟",
    )
    made = issue(f"二十六次旁听\n\n■沈知白\n\n{ONE}\n\n{lists[0]}\n\n{lists[1]}\n\n")
    texts = [b.text.value for b in made.articles[3].blocks if isinstance(b, Paragraph)]
    assert texts[-2:] == list(lists)


def test_a_name_that_a_blank_line_parts_from_its_table_is_the_caption() -> None:
    rows = "室温 第一次发酵 第二次发酵 用碱\n10℃以下 12小时 60分钟 2克\n15℃左右 8小时 45分钟 2.5克\n20℃左右 5小时 30分钟 3克"
    made = issue(
        f"二十六次旁听\n\n■沈知白\n\n{ONE}\n\n室温与发酵时间（老面三成）\n\n{rows}\n\n{TWO}\n\n"
    )
    [table] = [b for b in made.articles[3].blocks if isinstance(b, Table)]
    assert table.caption is not None
    assert table.caption.value == "室温与发酵时间（老面三成）"
    assert [[cell.text.value for cell in row] for row in table.rows] == [
        row.split() for row in rows.split("\n")
    ]


def test_parts_in_brackets_are_none_of_the_pages_where_no_blank_lines_are() -> None:
    cases = "".join(
        f"{title}\n■{author}\n{PARTS[0]}\n{ONE}\n{PARTS[1]}\n{TWO}\n{PARTS[2]}\n{author}认为，道理不难懂：{title}，要看谁享有利益，而不是看归谁。\n\n"
        for title, _, author in CASES
    )
    made = restored(f"{HEAD}{cases}{HEARD}{MAIL}").issue
    for article in made.articles[:3]:
        assert headings(article.blocks) == list(PARTS)


@pytest.mark.parametrize(
    "text", ["点评：手很有内容，眼睛也很有内容，问", "评语：学生的字写得很好，请"]
)
def test_clauses_behind_a_label_name_nobody(text: str) -> None:
    assert read_byline(text) is None


def test_names_under_a_label_are_no_title() -> None:
    lists = (
        "一审合议庭成员：杜若溪、毕竟成、人民陪审员邱大有",
        "二审合议庭成员：温守正、沈知白、钱一舟",
    )
    close = "（作者单位：河湾中级人民法院）"
    made = issue(
        f"二十六次旁听\n\n■沈知白\n\n{ONE}\n\n{lists[0]}\n\n{lists[1]}\n\n{close}\n\n法条链接\n\n{TWO}\n\n{THREE}\n\n"
    )
    assert [one.title[0].value for one in made.articles[3:]] == ["二十六次旁听", "读者来信两题"]
