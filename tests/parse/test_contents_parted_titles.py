"""Titles of the contents that a blank line parts, or of which the body has lost the last words."""

from __future__ import annotations

import pytest

from converter.parse.contents.body import BodyIndex
from converter.parse.contents.lone_signers import settle_lone_signers
from converter.parse.contents.raw import RawContents, RawEntry
from tests.segment.test_heads import lines_of
from tests.support.restored import listed, restored

TEXT = "渔港的早市四点钟就开了，船老大把夜里的收获一筐一筐抬上岸，收购的人打着手电看成色，价钱在袖子里捏定。"
CONTENTS = (
    "目 录\n\n专稿\n\n5 守住一湾碧水 邱远山\n\n领导视野\n\n20 发挥渔港引领作用\n\n推动海洋牧场健康发展\n\n"
    "——访市海洋渔业协会会长季有田 罗长庚\n\n22 让远洋的船\n\n带着家乡的味道回来 卞小川\n\n经验交流\n\n25 一网打尽的代价 尹长河"
)
ARTICLES = (
    "守住一湾碧水\n\n邱远山",
    "发挥渔港引领作用 推动海洋牧场健康发展\n\n——访市海洋渔业协会会长季有田\n\n罗长庚",
    "让远洋的船\n\n带着家乡的味道回来\n\n卞小川",
    "一网打尽的代价\n\n尹长河",
)


def test_a_blank_line_within_a_title_parts_no_entry() -> None:
    body = "\n\n".join(f"{head}\n\n{TEXT}{at}。" for at, head in enumerate(ARTICLES))
    made = restored(f"{CONTENTS}\n\n{body}")
    found = [(page, title) for _, title, _, page in listed(made)]
    assert [page for page, _ in found] == ["5", "20", "22", "25"]
    assert found[1][1].startswith("发挥渔港引领作用推动海洋牧场健康发展")
    assert found[2][1] == "让远洋的船带着家乡的味道回来"


LONG = ("深化海域使用权市场化改革", "更好服务沿海产业带建设", "以一流口岸环境激发经营主体活力")


def test_a_title_of_which_the_body_has_lost_the_last_words_stays_in_its_section() -> None:
    rows = (("11", "\n".join(LONG), "严守宁"), ("14", "以渔业合作社为抓手\n推动冷链下乡", "姚青禾"))
    table = "\n".join(
        ("-", "- | | | |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows))
    )
    contents = CONTENTS.replace("领导视野", f"讲堂\n\n{table}\n\n领导视野")
    own = (
        f"{LONG[0]} {LONG[1]} {LONG[2][:-4]}\n\n严守宁",
        "以渔业合作社为抓手 推动冷链下乡\n\n姚青禾",
    )
    heads = (ARTICLES[0], *own, *ARTICLES[1:])
    body = "\n\n".join(f"{head}\n\n{TEXT}{at}。" for at, head in enumerate(heads))
    made = restored(f"{contents}\n\n{body}")
    sections = made.issue.contents.sections
    names = [one.name for one in sections]
    assert names == ["专稿", "讲堂", "领导视野", "经验交流"]
    assert ["".join(entry.title) for entry in sections[1].entries] == [
        "".join(LONG),
        "以渔业合作社为抓手推动冷链下乡",
    ]


APART = (
    "目 录 CONTENTS",
    "导演的话 …………… 01", "费思远",
    "从一把钥匙开始 …………… 03", "编剧许未央谈《旧闸》",
    "没有台词的人 …………… 07", "记龙套演员老聂", "聂家老二 口述 秦小楼 整理",
    "灯光师的黑暗 …………… 11", "蓝 田",
    "在后台读诗 …………… 15", "阮 郎、宋小雅",
)  # fmt: skip
STAGE = (
    "导演的话\n\n费思远",
    "从一把钥匙开始\n\n——编剧许未央谈《旧闸》\n\n《幕间》：为什么是钥匙？\n\n许未央：外公给我的。",
    "没有台词的人\n\n——记龙套演员老聂\n\n聂家老二 口述　秦小楼 整理",
    "灯光师的黑暗\n\n蓝 田",
    "在后台读诗\n\n阮 郎、宋小雅",
)


def test_blank_lines_between_all_rows_part_nothing() -> None:
    body = "\n\n".join(f"{head}\n\n{TEXT * 2}{at}。" for at, head in enumerate(STAGE))
    made = restored("\n\n".join((*APART, body)))
    assert [(section, page) for section, _, _, page in listed(made)] == [
        ("", page) for page in ("01", "03", "07", "11", "15")
    ]
    assert listed(made)[2][2] == ("聂家老二", "秦小楼")


@pytest.mark.parametrize(
    ("title", "who", "page", "signs"),
    [
        ("村里的年轻人，怎样才肯回来？", "本刊编辑部", "", True),
        ("村里的年轻人，怎样才肯回来？", "本刊编辑部", "30", False),
        ("村里的年轻人，怎样才肯回来？", "守住一湾碧水", "", False),
        ("守住一湾碧水", "本刊编辑部", "", False),  # the body has another name there
    ],
)
def test_who_signs_an_entry_without_a_page_is_no_entry(
    title: str, who: str, page: str, *, signs: bool
) -> None:
    body = [
        "守住一湾碧水",
        "邱远山",
        TEXT * 2,
        "村里的年轻人，怎样才肯回来？",
        "本刊编辑部",
        TEXT * 2,
    ]
    contents = RawContents()
    contents.entries += [RawEntry([title], page="27"), RawEntry([who], page=page, lines=[9])]
    settle_lone_signers(contents, BodyIndex(lines_of("\n".join(body))))
    assert [one.authors_text for one in contents.entries] == ([who] if signs else ["", ""])
