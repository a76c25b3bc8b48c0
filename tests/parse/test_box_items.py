"""Items of lists and figures in boxes; the white behind a number; brackets of captions."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, MarkKind, Paragraph, Role, Table
from converter.parse.assemble.box_text import counts
from converter.parse.learnt.places import place_at
from tests.support.restored import restored

PROSE = (
    "渠水从水库下来，到了村口分成两股，一股去东坡，一股去西坡。管水的人天不亮就上渠，"
    "把闸门摇到合适的高度，再沿着渠走一遍，看有没有漏水的地方。"
)


def article(body: str) -> Article:
    text = f"目录\n1 修渠记 张水\n3 老街 李山\n\n修渠记\n\n张水\n\n{PROSE}\n\n{body}\n\n{PROSE}\n\n老街\n\n李山\n\n{PROSE}\n"
    found = restored(text)
    return found.issue.articles[0]


def items(body: str) -> list[tuple[Role, str]]:
    box = next(block for block in article(body).blocks if isinstance(block, Box))
    return [(one.role, one.text.value) for one in box.blocks if isinstance(one, Paragraph)]


def test_a_figure_in_bold_stands_before_what_it_counts() -> None:
    body = "**小贴士**\n\n**3.2万亩**\n全县水田\n\n**41%**\n其中用上渠水的\n\n数据来源：渠务所"
    assert items(body) == [
        (Role.LIST_ITEM, "3.2万亩　全县水田"),
        (Role.LIST_ITEM, "41%　其中用上渠水的"),
    ]
    box = next(block for block in article(body).blocks if isinstance(block, Box))
    strong = [
        one.text.value[mark.start : mark.end]
        for one in box.blocks
        if isinstance(one, Paragraph)
        for mark in one.text.marks
        if mark.kind is MarkKind.STRONG
    ]
    assert strong == ["3.2万亩", "41%"]


def test_a_line_in_bold_is_no_beginning_of_the_paragraph_below_it() -> None:
    assert counts("41%", "其中用上渠水的")
    assert not counts("怎样看水", "全县水田")
    assert not counts("3.2万亩", PROSE)


@pytest.mark.parametrize(
    ("printed", "restored_as"),
    [
        (("1 渠口要清。", "2 闸板要直。"), ("1　渠口要清。", "2　闸板要直。")),
        (("1.渠口要清。", "2.闸板要直。"), ("1. 渠口要清。", "2. 闸板要直。")),
        (
            ("渠口在春分以前清完；", "闸板用整块的榆木。"),
            ("渠口在春分以前清完；", "闸板用整块的榆木。"),
        ),
        (("渠长：八里", "渠宽：三尺"), ("渠长：八里", "渠宽：三尺")),
        (("8里：渠的长度。", "3.5尺：渠的宽度。"), ("8里：渠的长度。", "3.5尺：渠的宽度。")),
    ],
)
def test_two_of_one_form_are_items(printed: tuple[str, str], restored_as: tuple[str, str]) -> None:
    found = items("小贴士\n\n{}\n\n{}".format(*printed))
    assert found == [(Role.LIST_ITEM, text) for text in restored_as]


def test_what_is_counted_below_is_the_title_of_a_box() -> None:
    cut = PROSE.partition("把闸门")
    text = "\n\n".join(
        [
            "修渠记",
            "张水",
            PROSE,
            cut[0],
            "三种闸",
            "叠梁闸：用木板一块一块地落。",
            "插板闸：一块整板。",
            "人字闸：两扇门。",
            cut[1] + cut[2],
            PROSE,
        ]
    )
    box = next(one for one in restored(text).issue.articles[0].blocks if isinstance(one, Box))
    assert (box.label, box.title and box.title.value) == ("", "三种闸")


def test_paragraphs_of_a_box_are_no_items() -> None:
    found = items("小贴士\n\n渠口要在春分以前清完。\n\n闸板要用整块的榆木做。")
    assert {role for role, _ in found} == {Role.BODY}


def test_the_number_of_a_caption_and_its_bracket() -> None:
    blocks = article(
        "图 2东坡的渠口。（受访者供图\n\n表 1 两坡的渠（2025 年\n\n| 渠 | 长 |\n|---|---|\n| 东 | 八里 |\n| 西 | 七里 |"
    ).blocks
    captions = [
        block.caption.value
        for block in blocks
        if isinstance(block, Figure | Table) and block.caption
    ]
    assert captions[-1] == "表1　两坡的渠（2025 年）"
    assert all(caption.count("（") == caption.count("）") for caption in captions)


def test_the_title_of_a_box_has_no_blank_before_its_bracket() -> None:
    box = next(
        block
        for block in article(f"小贴士\n\n渠口的坡度 （i）\n\n{PROSE}").blocks
        if isinstance(block, Box)
    )
    assert box.title is not None
    assert box.title.value == "渠口的坡度（i）"


def test_a_mark_that_a_caption_leaves_open_is_reported() -> None:
    made = restored(f"渠口\n\n张水\n\n{PROSE}\n\n图2　管水人说的“三分水。\n\n{PROSE}")
    marks = [dict(one.args)["mark"] for one in made.diagnostics if one.code == "PRF002"]
    assert marks == ["“"]


def test_a_caption_that_begins_with_a_day_is_no_item_of_a_chronicle() -> None:
    made = article(
        "渠务所后来把这些年的事记成一本册子，放在渠首的木柜里，谁来都可以\n\n▶ 链接\n\n渠水四十年\n\n"
        "1983年，渠水通到东坡；1996年，闸门换成铁的；2019年，渠首装上水表。\n\n"
        "6月20日，张水在闸房里翻看册子。他身后的墙上挂着旧闸门的钥匙。何溪 摄\n\n"
        "翻一翻，翻完了照原样放回去。"
    )
    box = next(block for block in made.blocks if isinstance(block, Box))
    assert len(box.blocks) == 1
    captions = [block.caption.value for block in made.blocks if isinstance(block, Figure)]
    assert len(captions) == 1
    assert captions[0].startswith("6月20日")
    assert any(
        "谁来都可以翻一翻" in block.text.value
        for block in made.blocks
        if isinstance(block, Paragraph)
    )


def test_from_what_the_house_has_made_a_box_is_its_source() -> None:
    made = article(
        "▶ 数字\n\n渠水的一夜\n\n一夜放水41次，走得最远的一股水走了十二里。\n\n（本刊根据渠务所七月放水日志统计）"
    )
    box = next(block for block in made.blocks if isinstance(block, Box))
    assert box.attribution is not None
    assert box.attribution.text.value.strip("（）") == "本刊根据渠务所七月放水日志统计"


def test_an_item_of_a_list_is_no_title_of_a_box_within_the_one_above() -> None:
    items = (
        "• 在 windows.example.org 上提交临时修渠的解决方案",
        "• 在 steps.example.org 上提交新的 Map",
        "• 直接给管水的人发邮件（或托人带话）",
        "• 在渡口抱怨并推测原因",
    )
    front = restored("\n\n".join(items)).issue.front
    assert len([block for block in front if isinstance(block, Paragraph)]) == len(items)


def test_whence_a_saying_is_names_no_box() -> None:
    assert place_at(0, "——渠上人家") is None
    assert place_at(0, "—— 渠上人家 ——") is not None


def test_an_item_and_the_next_are_no_title_and_its_author() -> None:
    items = ("• Gates 包含超过 12,000 个 Gate", "• RiverOS 5.3 终于在 2004 年 11 月发布")
    below = (
        "该报告包含 44 条条目。一些亮点包括：",
        "• 发布 gatesnap 和 river-update 工具，提供安全更新",
    )
    assert not restored("\n\n".join((*items, *below))).issue.articles


def test_when_and_where_meetings_are_stands_on_lines_of_its_own() -> None:
    meeting = ("渠务年会", "10月24–26日", "周家湾渡口会堂", PROSE)
    blocks = article("\n\n".join((*meeting, *meeting[:-1], f"{PROSE}散会。"))).blocks
    told = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert told[1:3] == ["10月24–26日", "周家湾渡口会堂"]


def test_clauses_on_lines_of_their_own_end_with_the_last_of_them() -> None:
    clauses = [
        "上渠的闸十一道，漏水的四道；",
        "下渠的闸九道，漏水的一道；",
        "两渠都修的两年里只有一年。",
    ]
    lines = "\n\n".join(clauses)
    below = "渠上有多少闸，渠上漏水的有多少，管水的人心里要有一本账，两渠修不修，都看这本账。"
    assert items(f"小贴士　渠上有多少闸漏水\n\n{lines}\n\n{below}") == [
        (Role.LIST_ITEM, clause) for clause in clauses
    ]


def test_an_item_of_a_list_begins_no_box_of_its_own() -> None:
    listed = "- 交通：县城有船，每天两班。\n- 住宿：渡口有三户人家。\n- 特别提醒：拍照要先问一声。"
    found = items(f"**旅行信息**\n\n{listed}")
    assert [text for _, text in found] == [line[2:] for line in listed.split("\n")]


def test_a_name_in_bold_over_a_text_is_no_heading_among_plain_ones() -> None:
    body = f"材料\n\n{PROSE}\n\n做法\n\n{PROSE}\n\n**提示**\n\n瓶底不平会让读数偏大，所以要先加水。"
    assert items(body) == [(Role.BODY, "瓶底不平会让读数偏大，所以要先加水。")]


def test_whence_the_article_is_closes_no_box() -> None:
    source = "（摘自作者在秋粮收购工作会议上的讲话，标题为编者所加）"
    body = f"小贴士 先看水，再看粮，两样都看过了才好开仓。\n\n{PROSE}\n\n{source}"
    found = restored(f"目录\n1 修渠记 张水\n\n修渠记\n\n张水\n\n{PROSE}\n\n{body}\n")
    box = next(one for one in found.issue.articles[0].blocks if isinstance(one, Box))
    assert box.attribution is None
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [
        "先看水，再看粮，两样都看过了才好开仓。"
    ]


def test_words_in_bold_over_a_table_are_its_caption_below_a_standfirst_in_bold() -> None:
    table = "| 渠 | 雨量 |\n|---|---|\n| 东渠 | 322 |\n| 西渠 | 547 |"
    found = article(f"**{PROSE}**\n\n## 两条渠\n\n{PROSE}\n\n**两渠的雨**\n\n{table}")
    made = next(one for one in found.blocks if isinstance(one, Table))
    assert made.caption is not None
    assert made.caption.value == "两渠的雨"
