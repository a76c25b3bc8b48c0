"""Constructs of magazines that nobody here has seen: one small source for each."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph, Role
from converter.parse.byline import read_byline
from converter.parse.credits import read_credits, writers
from converter.parse.shapes import is_document_number
from converter.pipeline import restore

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船。" * 3


def issue(text: str) -> Issue:
    return restore(text.encode(), name="x.txt").issue


def titles(found: Issue) -> list[str]:
    return ["".join(line.value for line in article.title) for article in found.articles]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("文/安小米 图/大橙子", ("安小米",)),
        ("口述／張水土　整理／林小乙", ("張水土", "林小乙")),
        ("陆阿桥 口述　冯 雁 整理", ("陆阿桥", "冯雁")),
        ("陆 阿桥 口述 冯 小雁 整理", ("陆阿桥", "冯小雁")),
        ("文．圖／何書", ("何書",)),
        ("张水/文 李山/图", ("张水",)),
        ("摄影/王小明", ("王小明",)),
    ],
)
def test_who_wrote_is_an_author_and_who_drew_is_none(line: str, who: tuple[str, ...]) -> None:
    found = read_credits(line)
    assert found is not None
    assert writers(found) == who
    reading = read_byline(line)
    assert reading is not None
    assert tuple(author.name for author in reading.authors) == who


@pytest.mark.parametrize("line", ["秋天的口袋", "文化与城市", "图1 空燃比控制原理", "整理旧书的人"])
def test_a_line_that_names_no_work_is_no_credit(line: str) -> None:
    assert read_credits(line) is None


def test_what_an_author_did_beside_writing_is_the_office() -> None:
    reading = read_byline("魏长庚口述 林夏整理")
    assert reading is not None
    assert [(a.name, a.office) for a in reading.authors] == [("魏长庚", "口述"), ("林夏", "整理")]


def test_a_bold_line_is_a_heading_and_a_bold_label_a_label() -> None:
    found = issue(
        f"目录\n1 渡口 张水\n2 老街 李山\n\n# 渡口\n\n张水\n\n{PROSE}\n\n**一场雪**\n\n{PROSE}\n\n"
        f"**小贴士**\n\n过河要看水。\n\n# 老街\n\n李山\n\n**记者：**您好。\n\n**李山：**您好，请坐。\n\n"
        "**记者：**这条街多大年纪？\n\n**李山：**三百岁。"
    )
    first, second = found.articles
    assert [b.text.value for b in first.blocks if isinstance(b, Heading)] == ["一场雪"]
    assert [b.label for b in first.blocks if isinstance(b, Box)] == ["小贴士"]
    turns = [b.role for b in second.blocks if isinstance(b, Paragraph)]
    assert turns == [Role.QUESTION, Role.ANSWER, Role.QUESTION, Role.ANSWER]


def test_contents_that_name_their_columns() -> None:
    found = issue(
        "目录\n\n| 栏目 | 标题 | 作者 | 页码 |\n|---|---|---|---|\n| 要闻 | 渡口 | 张水 | 1 |\n"
        f"| 要闻 | 老街 | 李山 | 3 |\n\n渡口\n\n张水\n\n{PROSE}\n\n老街\n\n李山\n\n{PROSE}\n"
    )
    assert titles(found) == ["渡口", "老街"]
    assert found.section_names == ("要闻",)
    assert [article.first_page for article in found.articles] == ["1", "3"]


def test_contents_in_bars_without_outer_ones() -> None:
    found = issue(
        "目录\n张水 | 渡口的船 | 1\n李山 | 老街的灯 | 3\n\n渡口的船\n\n张水\n\n"
        f"{PROSE}\n\n老街的灯\n\n李山\n\n{PROSE}\n"
    )
    assert titles(found) == ["渡口的船", "老街的灯"]
    assert found.contents.sections[0].entries[0].authors == ("张水",)


def test_contents_that_begin_with_authors() -> None:
    found = issue(
        "目录\n张水　渡口的旧船 …… 1\n李　山　老街的路灯 …… 3\n\n渡口的旧船\n\n张水\n\n"
        f"{PROSE}\n\n老街的路灯\n\n李　山\n\n{PROSE}\n"
    )
    assert titles(found) == ["渡口的旧船", "老街的路灯"]
    assert [a.bylines[0].authors[0].name for a in found.articles] == ["张水", "李山"]


def test_a_first_line_indent_tells_where_paragraphs_begin() -> None:
    months = (
        "正月里河面结着冰",
        "清明前后水涨了三尺",
        "端午那天来了十条船",
        "中秋的月亮落在水心",
        "腊月里没有人过河",
    )
    text = [
        f"　　{month}，摆渡的人照旧坐在石阶上，等着对岸{'那个人' * n}喊他。"
        for n, month in enumerate(months)
    ]
    text.insert(4, "弯里停着几条旧船，船上没有人。")
    found = issue("渡口\n张水\n\n" + "\n".join(text[:4]) + "\n\n" + "\n".join(text[4:]))
    paragraphs = [b for b in found.articles[0].blocks if isinstance(b, Paragraph)]
    assert len(paragraphs) == 5
    assert paragraphs[3].text.value.endswith("喊他。弯里停着几条旧船，船上没有人。")


def test_labels_that_take_turns_are_speakers() -> None:
    found = issue(
        "目录\n1 一张表 张水\n\n一张表\n\n张水\n\n读者：这张表哪里领？\n\n医保局：窗口就有，也可以在家里下载。\n\n"
        "读者：填错了怎么办？\n\n医保局：打一个电话就可以改。"
    )
    roles = [b.role for b in found.articles[0].blocks if isinstance(b, Paragraph)]
    assert roles == [Role.QUESTION, Role.ANSWER] * 2


def test_a_box_is_told_by_its_source_whatever_its_name() -> None:
    found = issue(
        f"渡口\n\n张水\n\n{PROSE}\n\n水经速递\n\n渡口以东三里有石桥一座，桥下水深不可测，行人至此下马，牵而过之。\n\n"
        f"——摘自《渡口志》\n\n{PROSE}"
    )
    (box,) = (b for b in found.articles[0].blocks if isinstance(b, Box))
    assert box.label == "水经速递"
    assert box.attribution is not None
    assert box.attribution.text.value == "摘自《渡口志》"


def test_official_documents_need_no_byline() -> None:
    found = issue(
        "关于整修渡口的通知\n\n渡政发〔2023〕6号\n\n各村、各单位：\n\n现将整修渡口的有关事项通知如下，请遵照执行。\n\n"
        "渡口镇\n\n2023年3月1日\n\n渡口管理办法\n\n第一章 总则\n\n第一条 为保障行人安全，制定本办法。\n"
    )
    assert titles(found) == ["关于整修渡口的通知", "渡口管理办法"]
    assert is_document_number("渡政发〔2023〕6号")


def test_a_paragraph_that_ends_in_the_call_of_a_note_is_whole() -> None:
    found = issue(
        f"渡口\n\n张水\n\n{PROSE}此事见于县志。①\n\n后来的事没有人再提起过。{PROSE}\n\n① 《渡口志》卷六。"
    )
    paragraphs = [b for b in found.articles[0].blocks if isinstance(b, Paragraph)]
    assert len(paragraphs) == 2
    assert [note.marker for note in found.articles[0].notes] == ["①"]


def test_entries_of_a_bibliography_keep_their_marks_over_wrapped_lines() -> None:
    found = issue(
        f"渡口\n\n张水\n\n{PROSE}\n\n参考文献\n\n[1] 李山.渡口的水文[J].河流研\n究,2019(3):12-18.\n"
    )
    last = [
        b for b in (*found.articles[0].blocks, *found.articles[0].back) if isinstance(b, Paragraph)
    ][-1]
    assert last.text.value == "[1]李山.渡口的水文[J].河流研究,2019(3):12-18."
