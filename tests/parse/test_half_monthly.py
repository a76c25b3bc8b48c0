"""What half-monthlies for villages and homes print: features in parts, people by their offices."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Issue, MarkKind, Paragraph, Role, blocks_of
from converter.parse.byline import read_byline
from converter.pipeline import restore

PROSE = (
    "到村里去要过一条河，河上没有桥，只有一条渡船，撑船的是个不爱说话的老人。",
    "船工说这条船是他父亲造的，船底换过三回板，船帮还是原来的，摸上去像旧桌面。",
    "村里的人过河不给钱，逢年过节送一刀肉，或者送一壶自己酿的米酒，放在船头就走。",
    "后来修了桥，船就拴在桥墩下面，雨季的时候水涨上来，船浮在水上轻轻地碰着石头。",
)
FEATURE = """目 录

P1 开篇
一条渡船 ‖ 陆 远

P4 特别报道
谁来修桥 ‖ 本刊调查组
4 一座没有的桥
9 桥修好以后
P16 议事厅
渡口的规矩 ‖ 沈一禾等
P24 读者来信"""


def issue(text: str) -> Issue:
    return restore(text.encode(), name="issue.txt").issue


def feature_text() -> str:
    """An issue with a feature of several parts, each with a page of its own."""
    return "\n\n".join(
        (
            FEATURE,
            *("开篇", "一条渡船", "□ 陆 远", *PROSE[:2]),
            *("特别报道", "谁来修桥", "□ 本刊调查组", f"编者按：{PROSE[0]}"),
            *("一座没有的桥", PROSE[1], "桥修好以后", PROSE[3], "（执笔：沈一禾、陆远）"),
            *("议事厅", "渡口的规矩", "沈一禾 等", PROSE[0]),
            *("●河湾村党支部书记　陆小满", PROSE[1], "●上坪村村委会主任　何若溪", PROSE[2]),
            *("读者来信", f"编辑同志：{PROSE[3]}"),
        )
    )


def feature() -> Issue:
    """That issue, restored."""
    return issue(feature_text())


def test_parts_of_a_feature_are_in_its_section_and_a_lettered_name_is_its_own() -> None:
    sections = [
        (section.name, [entry.title[0] for entry in section.entries])
        for section in feature().contents.sections
    ]
    assert sections == [
        ("开篇", ["一条渡船"]),
        ("特别报道", ["谁来修桥", "一座没有的桥", "桥修好以后"]),
        ("议事厅", ["渡口的规矩"]),
        ("读者来信", ["读者来信"]),
    ]


def test_who_signs_above_the_name_of_a_section_is_of_the_article_that_ends_there() -> None:
    (article,) = [one for one in feature().articles if one.title[0].value == "渡口的规矩"]
    assert [author.name for line in article.bylines for author in line.authors] == ["沈一禾"]


def test_offices_and_names_behind_a_mark_head_what_each_says() -> None:
    (article,) = [one for one in feature().articles if one.title[0].value == "渡口的规矩"]
    heads = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert heads == ["河湾村党支部书记 陆小满", "上坪村村委会主任 何若溪"]


def test_an_article_with_a_note_of_the_editor_alone_is_not_without_text() -> None:
    made = restore(feature_text().encode(), name="issue.txt")
    assert "谁来修桥" in [article.title[0].value for article in made.issue.articles]
    assert "ART003" not in [one.code for one in made.diagnostics]


def test_short_lines_without_marks_below_a_label_are_points_and_none_the_title() -> None:
    box = "■ 数据\n一条船一天过河四十六趟\n其中三十趟是送孩子上学\n每趟平均用时六分钟\n\n——根据渡口的记录统计"
    text = "\n\n".join(
        ("目录", "4 一条渡船 陆远舟", "一条渡船", "陆远舟", *PROSE[:2], box, *PROSE[2:])
    )
    (article,) = issue(text).articles
    (made,) = [block for block in article.blocks if isinstance(block, Box)]
    assert made.title is None
    assert [one.text.value for one in made.blocks if isinstance(one, Paragraph)] == [
        "一条船一天过河四十六趟",
        "其中三十趟是送孩子上学",
        "每趟平均用时六分钟",
    ]


def test_a_wide_blank_in_a_heading_is_a_pause() -> None:
    parts = [
        line
        for n, name in enumerate(("老渡口　撑船人", "新桥头　卖鱼人"), 1)
        for line in (f"0{n} {name}", PROSE[n])
    ]
    text = "\n\n".join(("目录", "4 一条渡船 陆远舟", "一条渡船", "陆远舟", PROSE[0], *parts))
    (article,) = issue(text).articles
    heads = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert heads == ["01 老渡口 撑船人", "02 新桥头 卖鱼人"]


def test_far_behind_a_title_stands_its_author_be_the_name_a_word() -> None:
    gap = " " * 24
    listed = f"散 文\n一条渡船{gap}陆远舟/004\n盐井纪事{gap}田  野/052"
    made = issue("\n\n".join(("目录", listed, "一条渡船", "陆远舟", *PROSE)))
    entries = [entry for section in made.contents.sections for entry in section.entries]
    assert [(entry.title, entry.authors) for entry in entries] == [
        (("一条渡船",), ("陆远舟",)),
        (("盐井纪事",), ("田野",)),
    ]


@pytest.mark.parametrize(
    "top", ["【生活讲堂】2022 年 11 月（上）\n渡口人家", "渡口人家\n2022年11月"]
)
def test_a_cover_may_tell_no_more_than_the_month(top: str) -> None:
    masthead = "主编：陆远舟\n社址：河湾镇桥头街3号\n订阅电话：0199-1234567\n定价：7.80元"
    text = "\n\n".join(
        (
            top,
            "目录",
            "4 一条渡船 沈一禾\n8 修桥 何若溪",
            masthead,
            "一条渡船",
            "沈一禾",
            *PROSE[:2],
            "修桥",
            "何若溪",
            *PROSE[2:],
        )
    )
    made = issue(text)
    assert made.masthead.title == "渡口人家"
    assert made.masthead.year == 2022


def test_answers_to_readers_begin_anew_and_questions_are_no_headings() -> None:
    letters = (
        "河湾 陆先生：\n渡船冬天开不开？\n答：开，早上六点第一趟，晚上九点最后一趟，大雾天停航。\n\n"
        "上坪 读者小何：\n孩子上学过河，有没有人看着？\n答：有，每天早晚各一名民警在船上，请家长放心。"
    )
    text = f"目录\n\n4 读者信箱\n\n读者信箱\n\n{letters}"
    (article,) = issue(text).articles
    blocks = list(blocks_of(article))
    assert not [block for block in blocks if isinstance(block, Heading)]
    answers = [
        b.text.value[:2] for b in blocks if isinstance(b, Paragraph) and "答：" in b.text.value
    ]
    assert answers == ["答：", "答："]
    roles = [b.role for b in blocks if isinstance(b, Paragraph) and b.text.value.startswith("答：")]
    assert roles == [Role.ANSWER, Role.ANSWER]


REPORTS = (
    "●河湾镇办渡口安全示范班 5月12日至15日，来自十二个渡口的船工参加了培训，学习落水救护。（镇安办）\n"
    "●上坪村“一条凳子议事”活动 村干部每周三带着凳子到组里去，已收到意见二十三条。（坪 宣）\n"
    "●老船工为学生讲河 活动进入第三个年头，累计讲了四十余场。（陆 远）"
)


def test_titles_of_short_reports_stand_apart_from_their_texts() -> None:
    (article,) = issue(f"目录\n\n4 河上动态\n\n河上动态\n\n{REPORTS}").articles
    items = [block for block in article.blocks if isinstance(block, Paragraph)]
    titles = [
        item.text.value[mark.start : mark.end]
        for item in items
        for mark in item.text.marks
        if mark.kind is MarkKind.RUN_IN
    ]
    assert titles == ["●河湾镇办渡口安全示范班", "●上坪村“一条凳子议事”活动", "●老船工为学生讲河"]
    assert "●老船工为学生讲河\u3000活动" in items[-1].text.value


def test_who_sent_the_last_of_several_reports_is_no_author_of_them_all() -> None:
    (article,) = issue(f"目录\n\n4 河上动态\n\n河上动态\n\n{REPORTS}").articles
    assert not article.bylines


def story(*body: str) -> Article:
    """The first of two articles, with this body."""
    listed = "目录\n\n3 一条渡船 陆远舟\n28 石桥 沈一禾"
    rest = ("石桥", "沈一禾", *PROSE)
    text = "\n\n".join((listed, "一条渡船", "陆远舟", *body, *rest))
    return issue(text).articles[0]


def test_numbers_that_count_up_from_one_between_two_far_folios_are_chapters() -> None:
    article = story(
        PROSE[0], "3", "1", PROSE[1], "2", PROSE[2], "3", PROSE[3], "24", f"后来{PROSE[0]}"
    )
    heads = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert heads == ["1", "2", "3"]


def test_who_signs_a_letter_with_a_bow_is_no_heading() -> None:
    letter = ("老友：", PROSE[0], PROSE[1], "雁行 顿首", "十一月初七 灯下")
    blocks = list(blocks_of(story(*letter)))
    assert not [block for block in blocks if isinstance(block, Heading)]
    signed = [b.text.value for b in blocks if isinstance(b, Paragraph) and b.role is Role.SIGNATURE]
    assert "雁行 顿首" in signed


def test_paragraphs_that_open_with_words_in_brackets_below_a_name_of_facts_are_a_box() -> None:
    told = (
        "【交通】每周二、周六有车，四小时到。",
        "【食宿】旅店八间房，热水到晚上九点。",
        "【提醒】带墨镜，皮靴不要下水。",
    )
    article = story(PROSE[0], PROSE[1], "行前须知", *told)
    (box,) = [block for block in article.blocks if isinstance(block, Box)]
    assert (box.label, len(box.blocks)) == ("行前须知", 3)


def test_a_ring_may_stand_before_the_name_of_a_box() -> None:
    box = "◎ 小词典 船帮\n船的两边，高出水面的木板，上下船的人手扶着的就是它。"
    article = story(PROSE[0], f"{PROSE[1][:-1]}，说的是", box, f"另一条船。{PROSE[2]}")
    (made,) = [block for block in article.blocks if isinstance(block, Box)]
    assert made.label == "小词典"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本刊评测室 执笔：陆远舟", ["陆远舟"]),
        ("设计·制作：陆远舟 指导教师：沈一禾", ["陆远舟", "沈一禾"]),
        ("记者：陆远舟您好", None),
    ],
)
def test_works_of_any_name_stand_before_those_whom_the_contents_name(
    line: str, names: list[str] | None
) -> None:
    known = frozenset(["陆远舟", "沈一禾"] if "沈一禾" in line else ["陆远舟"])
    reading = read_byline(line, known=known)
    found = [one.name for one in reading.authors] if reading is not None else None
    assert found == names
