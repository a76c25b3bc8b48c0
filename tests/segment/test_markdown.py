"""Markdown of OCR engines: items, bold type, pictures and their captions, links, quotes."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Paragraph, PullQuote, Role
from tests.support.markup import (
    AFTER,
    BEFORE,
    HEAD,
    TAIL,
    balanced_issue,
    blocks,
    issue_with,
    texts,
)

WHOLE = BEFORE + AFTER
MORE = "傍晚他沿着渠往回走，远远看见自家的灯已经亮了，灶上的水也烧开了，锅里的面条正冒着热气，一家人都在等他。"


@pytest.mark.parametrize("mark", "-*+")
def test_items_are_items_without_their_marks(mark: str) -> None:
    issue = issue_with(WHOLE, f"{mark} 先看渠首", f"{mark} 再看闸门，有没有漏水", MORE)
    found = [(p.role, p.text.value) for p in blocks(issue, 0, Paragraph)]
    assert found == [
        (Role.BODY, WHOLE),
        (Role.LIST_ITEM, "先看渠首"),
        (Role.LIST_ITEM, "再看闸门，有没有漏水"),
        (Role.BODY, MORE),
    ]


def test_items_may_stand_without_blank_lines() -> None:
    issue = issue_with(WHOLE, "- 先看渠首\n- 再看闸门\n- 最后看田里的水口")
    assert texts(issue)[1:] == ["先看渠首", "再看闸门", "最后看田里的水口"]


def test_a_single_sentence_behind_a_hyphen_is_an_item() -> None:
    issue = issue_with(WHOLE, "- 看渠的人每天天不亮就得出门去了。")
    assert texts(issue)[1] == "看渠的人每天天不亮就得出门去了。"


@pytest.mark.parametrize(
    "text", ["* 看渠的人每天天不亮就得出门去了。", "- 方晓禾", "-3度的渠水", "3 - 2 = 1"]
)
def test_a_star_or_a_short_line_is_no_item(text: str) -> None:
    issue = issue_with(WHOLE, text)
    assert "".join(texts(issue)[1].split()) == "".join(text.split())


@pytest.mark.parametrize(
    "line", ["**渠上的人**", "***渠上的人***", "__渠上的人__", "## **渠上的人**"]
)
def test_a_bold_line_is_a_heading(line: str) -> None:
    issue = issue_with(WHOLE, line, MORE)
    assert [heading.text.value for heading in blocks(issue, 0, Heading)] == ["渠上的人"]


def test_bold_type_in_the_contents_tells_the_sections() -> None:
    bold = HEAD.replace("老渠的新水 方晓禾 5", "**人物** People\n\n老渠的新水 方晓禾 5").replace(
        "一把旧锹 田有余 7", "**随笔** Essays\n\n一把旧锹 田有余 7"
    )
    issue = balanced_issue(bold + WHOLE + TAIL)
    assert [section.name for section in issue.contents.sections] == ["人物", "随笔"]
    titles = [entry.title for section in issue.contents.sections for entry in section.entries]
    assert titles == [("老渠的新水",), ("一把旧锹",)]


def test_a_short_line_under_a_picture_is_its_caption() -> None:
    issue = issue_with(WHOLE, "![](_page_3_Picture_0.jpeg)", "渠首的闸门，去年秋天换过。", MORE)
    [figure] = blocks(issue, 0, Figure)
    assert figure.caption.value == "渠首的闸门，去年秋天换过。"
    assert texts(issue) == [WHOLE, MORE]


@pytest.mark.parametrize("place", ["[图]", "【图片】", "[圖]"])
def test_a_word_in_brackets_alone_on_its_line_stands_for_a_picture(place: str) -> None:
    issue = issue_with(WHOLE, place, "渠首的闸门，去年秋天换过。", MORE)
    assert [figure.caption.value for figure in blocks(issue, 0, Figure)] == [
        "渠首的闸门，去年秋天换过。"
    ]
    assert texts(issue) == [WHOLE, MORE]


def test_so_it_is_on_the_line_of_the_picture() -> None:
    issue = issue_with(WHOLE, "![图](a.jpg)渠首的闸门", MORE)
    assert [figure.caption.value for figure in blocks(issue, 0, Figure)] == ["渠首的闸门"]


def test_at_the_foot_of_a_page_a_caption_cuts_a_sentence() -> None:
    issue = issue_with(BEFORE, "![](a.jpg)", "闸门去年秋天换过。", "{6}" + "-" * 48, AFTER)
    assert texts(issue) == [WHOLE]
    assert len(blocks(issue, 0, Figure)) == 1


def test_a_sentence_that_goes_on_under_a_picture_is_no_caption() -> None:
    issue = issue_with(BEFORE, "![](a.jpg)", AFTER, MORE)
    assert texts(issue) == [WHOLE, MORE]
    assert not blocks(issue, 0, Figure)


def test_a_long_paragraph_under_a_picture_is_none_either() -> None:
    issue = issue_with(WHOLE, "![](a.jpg)", MORE)
    assert texts(issue) == [WHOLE, MORE]


def test_a_link_to_a_page_of_the_file_is_its_text() -> None:
    issue = issue_with(WHOLE.replace("一路", "[一路](#page-3-0)"))
    assert texts(issue) == [WHOLE]


@pytest.mark.parametrize("mark", [">", "|"])
def test_lines_beside_a_bar_are_set_apart(mark: str) -> None:
    issue = issue_with(WHOLE, f"{mark} 渠是挖出来的，\n{mark} 水是等出来的。", MORE)
    [quote] = blocks(issue, 0, PullQuote)
    assert "".join(text.value for text in quote.paragraphs) == "渠是挖出来的，水是等出来的。"


FUNDED = "本文系渠县水利史课题“老渠”（2022QS01）的阶段性成果。"


def test_the_star_of_a_title_goes_where_it_calls_for_the_funding() -> None:
    starred = (HEAD + BEFORE + f"\n\n* {FUNDED}\n\n" + AFTER + TAIL).replace(
        "# 老渠的新水", "# 老渠的新水*"
    )
    issue = balanced_issue(starred)
    assert issue.articles[0].title[0].value == "老渠的新水"
    found = [(p.role, p.text.value) for p in blocks(issue, 0, Paragraph)]
    assert found == [(Role.BODY, WHOLE), (Role.FUNDING, f"*{FUNDED}")]


def test_a_star_that_calls_for_nothing_stays() -> None:
    starred = (HEAD + WHOLE + TAIL).replace("# 老渠的新水", "# 老渠的新水*")
    assert balanced_issue(starred).articles[0].title[0].value == "老渠的新水*"


def test_author_and_title_over_a_page_are_no_text() -> None:
    issue = issue_with(BEFORE, "方晓禾：老渠的新水", AFTER)
    assert texts(issue) == [WHOLE]
    assert [drop.text for drop in issue.drops if drop.reason == "running-head"] == [
        "方晓禾：老渠的新水"
    ]


def test_a_relation_in_a_formula_keeps_its_blanks() -> None:
    issue = issue_with(f"{WHOLE}差别显著（$p < 0.01$），渗漏率为$94.3\\%$。")
    assert texts(issue)[0].endswith("差别显著（p < 0.01），渗漏率为94.3%。")


@pytest.mark.parametrize("rule", ["＊　＊　＊", "***", "- - -", "※ ※ ※", "◆◆◆", "━━━━"])
def test_rules_and_rows_of_ornaments_are_no_text(rule: str) -> None:
    issue = issue_with(WHOLE, rule, MORE)
    assert texts(issue) == [WHOLE, MORE]
    assert [drop.reason for drop in issue.drops if drop.line == 19] == ["rule"]


@pytest.mark.parametrize("head", ["二〇二三年第三期", "2023年第3期", "水渠 2023年第3期"])
def test_the_number_of_the_issue_over_a_page_is_no_text(head: str) -> None:
    issue = issue_with(BEFORE, head, AFTER)
    assert texts(issue) == [WHOLE]


def test_a_title_that_tells_a_year_is_no_running_head() -> None:
    head = HEAD.replace("老渠的新水", "关于2023年度清渠的通知")
    issue = balanced_issue(head + WHOLE + TAIL)
    assert issue.articles[0].title[0].value == "关于2023年度清渠的通知"
    assert not [drop for drop in issue.drops if drop.reason == "running-head"]


def test_bold_bullets_of_entries_are_read_as_others() -> None:
    plain = HEAD.replace(
        "老渠的新水 方晓禾 5", "【人物】\n□ 老渠的新水　方晓禾\n□ 老渠的歌"
    ).replace("一把旧锹 田有余 7", "□ 一把旧锹　田有余")
    bold = plain.replace("【人物】", "**【人物】**").replace(
        "□ 一把旧锹　田有余", "**□ 一把旧锹　田有余**"
    )
    one, other = (balanced_issue(head + WHOLE + TAIL).contents.sections for head in (plain, bold))
    assert [(s.name, [e.title for e in s.entries]) for s in one] == [
        (s.name, [e.title for e in s.entries]) for s in other
    ]


def test_a_bold_masthead_is_read() -> None:
    head = HEAD.replace("# 水渠", "**水渠**").replace(
        "主办：渠县农会", "**主办 渠县农会**\n\n**主编 方晓禾**"
    )
    masthead = balanced_issue(head + WHOLE + TAIL).masthead
    assert masthead.title == "水渠"
    assert {"主办", "主编"} <= {entry.label for entry in masthead.entries}


def test_a_short_line_under_a_picture_may_be_a_heading_where_none_is_marked() -> None:
    plain = (HEAD + WHOLE + "\n\n![](a.jpg)\n\n渠上的人\n\n" + MORE + TAIL).replace("# ", "")
    issue = balanced_issue(plain)
    assert [heading.text.value for heading in blocks(issue, 0, Heading)] == ["渠上的人"]
