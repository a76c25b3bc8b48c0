"""Boxes whose paragraphs keep their indents, names in brackets within a sentence, and 某某语录."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph
from tests.support.restored import restored

ABOVE = (
    "　　剩下的六分四十秒里，交作业用去一分半，排队接",
    "水一分四十秒，上厕所两分钟，走廊里挤过去又挤回来",
    "半分钟。",
    "　　我们掐了一百八十次秒表，去掉最长的和最短的，",
    "剩下的都抄在一张纸上，贴在走廊的尽头。",
    "　　有人算过，一年里真正可以发呆的时间，加起来也",
)
ITEMS = (
    "　　调查员坐在教室最后一排，铃响开始，老",
    "师说“下课”结束。",
    "　　每个班掐五次，去掉最长和最短的，取平",
    "均。",
    "　　老师请放心，没有写科目。",
)
BELOW = (
    "空间账",
    "　　教学楼一层六个班，两百九十人，走廊长四十二米，",
    "宽两米四，每个人能分到的走廊比一张课桌还要小一点，",
    "所以大多数人选择坐着不动。",
)


def issue(*lines: str) -> Issue:
    return restored("课间\n\n张水\n\n" + "\n".join(lines) + "\n").issue


def boxes(found: Issue) -> list[tuple[str, str, list[str], str]]:
    return [
        (
            b.label,
            b.title.value if b.title else "",
            [p.text.value for p in b.blocks if isinstance(p, Paragraph)],
            b.attribution.text.value if b.attribution else "",
        )
        for a in found.articles
        for b in a.blocks
        if isinstance(b, Box)
    ]


def texts(found: Issue) -> list[str]:
    return [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Paragraph)]


def test_a_short_flush_line_below_indented_paragraphs_is_the_rest_of_the_sentence() -> None:
    found = issue(*ABOVE, "我们怎么掐的秒表", *ITEMS, "只有十天。", *BELOW)
    ((_, title, paragraphs, _),) = boxes(found)
    assert title == "我们怎么掐的秒表"
    assert len(paragraphs) == 3
    assert "有人算过，一年里真正可以发呆的时间，加起来也只有十天。" in texts(found)


def test_one_paragraph_of_two_lines_and_who_says_it_is_a_box_within_a_sentence() -> None:
    said = ("　　我外公是司秤员，他死的时候手还是握", "着的，我一直想知道他握着的是什么。")
    found = issue(*ABOVE, "作家感言", *said, "——丘一禾", "不过十天，比一个寒假还短。", *BELOW)
    ((label, title, paragraphs, attribution),) = boxes(found)
    assert label + title == "作家感言"
    assert paragraphs == ["我外公是司秤员，他死的时候手还是握着的，我一直想知道他握着的是什么。"]
    assert attribution == "丘一禾"


TEXT = "磨坊主人告诉我，画圈的人都不在了，合同还在用。有人把墙刷白了，第二天，不知道是谁，"
REST = "又照原样写了上去。"
MORE = "我常常想起那面墙，条文有一千多条，落到地上也就是这样几句话，谁都看得懂。"


@pytest.mark.parametrize("name", ["法谚", "田头话"])
def test_a_name_in_brackets_alone_within_a_sentence_names_a_box_once(name: str) -> None:
    found = issue("\n\n".join((MORE, TEXT, f"【{name}】", "约定必须遵守。", REST, MORE)))
    assert boxes(found) == [(name, "", ["约定必须遵守。"], "")]
    assert TEXT + REST in texts(found)


def test_the_mark_of_a_question_behind_a_known_name_is_none_of_it() -> None:
    found = issue("\n\n".join((MORE, TEXT + REST, "你知道吗？\n鲸的骨头里有很多油。", MORE)))
    assert boxes(found) == [("你知道吗", "", ["鲸的骨头里有很多油。"], "")]


def test_what_somebody_used_to_say_stands_under_a_title_of_its_own() -> None:
    sayings = ["　　校服可以不拉拉链，话不能不拉拉链。", "　　你们急什么，铃还没响呢。"]
    sayings.append("　　哭完了再进去，我这儿有热水。")
    found = issue(*ABOVE, "没有多少，大约十天。", "老程语录", *sayings, *BELOW[1:])
    assert boxes(found) == [("", "老程语录", [one.strip() for one in sayings], "")]


def test_an_unknown_name_and_a_title_below_it_stand_over_indented_paragraphs() -> None:
    items = (
        "　　材料：白萝卜三斤、粗盐三两。",
        "　　作法：萝卜切条，用盐揉出水，压石头",
        "一夜，日晒五天。",
        "　　晒到弯折不断、表面起霜，摸着不沾手",
        "指，即可装瓮。",
    )
    found = issue(
        *ABOVE[:-1],
        "　　风要够干，也要够大，她每天上屋顶五次，她说，",
        "在家试试看",
        "屋顶萝卜干",
        *items,
        "乾到七分要收进来捏一捏，出了汗，再拿出去晒一晒，就",
        "可以装瓮了。",
        *BELOW,
    )
    ((label, title, paragraphs, _),) = boxes(found)
    assert (label, title, len(paragraphs)) == ("在家试试看", "屋顶萝卜干", 3)


def test_who_recommends_a_box_stands_in_brackets_behind_its_last_sentence() -> None:
    text = (
        "　　班前走一遍法：闭眼两分钟，把当班的路",
        "线、岗位、工序在心里走一遍，发现不踏实",
        "的地方立即提出。（推荐单位：综采三",
        "队）",
    )
    found = issue(
        *ABOVE,
        "金 点 子",
        *text,
        "只有十天，一年一年都是这样过去的，没有人去数，也没有",
        "人问。",
        *BELOW,
    )
    ((label, title, paragraphs, attribution),) = boxes(found)
    assert label + title == "金点子"
    assert len(paragraphs) == 1
    assert attribution == "推荐单位：综采三队"


def test_flush_lines_below_a_box_with_indents_open_the_next_article() -> None:
    contents = "目录\n02 走廊 张水\n06 从车站走到海边 古维\n"
    works = (
        "延伸阅读",
        "　　《走廊口述史》，樟下社，2011年。",
        "　　《铃声的秩序》，林实著，樟下社，2006年。",
    )
    second = ("从车站走到海边", "文／古维", *ABOVE[:5])
    text = "\n".join((contents, "走廊", "张水", *ABOVE[:5], *works, *second))
    found = restored(f"樟下\n2022年第3期\n主编：冷秋\n\n{text}\n").issue
    assert ["".join(t.value for t in a.title) for a in found.articles] == ["走廊", "从车站走到海边"]
    assert [len(paragraphs) for _, _, paragraphs, _ in boxes(found)] == [2]


def test_facts_under_a_name_that_facts_have_are_a_box_above_a_heading() -> None:
    parts = (
        MORE,
        "第一站",
        TEXT + REST,
        "旅人手帖",
        "交通：东兴车站前站步行。",
        "饮食：站前老店的面，上午十点以前卖完。",
        "提醒：海边没有树，夏天请避开正午。",
        "第二站",
        MORE,
    )
    found = issue("\n\n".join(parts))
    assert [(label, len(paragraphs)) for label, _, paragraphs, _ in boxes(found)] == [
        ("旅人手帖", 3)
    ]


def test_what_somebody_likes_best_belongs_to_the_card() -> None:
    parts = (
        "人物小传",
        "祝以安，1959年生，附属医院心内科教授，博士生导师，在门诊看了三十年的病。",
        "最爱做的事：下班走六站路回家。",
        "记者：您给病人的建议里，出现最多的一个词是什么？",
        "祝以安：余地。心脏一天跳十万次，它的休息全在两次跳动之间。",
        "记者：具体怎么做呢？",
        "祝以安：别憋着，赶车可以，追车不可以，追上那趟车也就省五分钟。",
    )
    ((label, _, paragraphs, _),) = boxes(issue("\n\n".join(parts)))
    assert label == "人物小传"
    assert paragraphs[-1] == "最爱做的事：下班走六站路回家。"


def test_the_parts_of_a_title_head_the_parts_of_the_article() -> None:
    said = "“我们不是不要技术，我们是不要用技术来省掉人。”——某市图书馆馆长在谈到借阅台时说。"
    told = "江岸轮渡一号线的年龄是九十四年，它开通的时候，江岸还没有一座桥，过江只能坐船。"
    text = f"声音·数字\n\n声音\n\n{said}\n\n{MORE}\n\n数字\n\n{told}\n\n{MORE}"
    found = restored(f"江岸周刊\n2021年第34期\n主编：尤渡\n\n目录\n08 声音·数字\n\n{text}\n").issue
    assert boxes(found) == []
    heads = [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Heading)]
    assert heads == ["声音", "数字"]


@pytest.mark.parametrize(
    ("sayings", "title"),
    [
        (
            ("能站着说的不坐着说。", "先问疼不疼，再问对不对。", "赢了官司输了邻居，算不得赢。"),
            "老戴的三句话",
        ),
        (("能站着说的不坐着说。", "先问疼不疼，再问对不对。"), ""),
    ],
)
def test_as_many_sentences_as_their_title_counts_are_a_box(
    sayings: tuple[str, ...], title: str
) -> None:
    found = issue("\n\n".join((MORE, TEXT + REST, "老戴的三句话", *sayings, MORE, TEXT + REST)))
    assert [(one[1], one[2]) for one in boxes(found)] == ([(title, list(sayings))] if title else [])
