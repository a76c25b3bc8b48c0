"""Conventions of single magazines, each in the smallest issue that shows it."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Paragraph, PullQuote, Role, Table
from converter.pipeline import Restored
from tests.support.restored import restored

FIRST = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里。"
SECOND = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯。"
BODY = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡。"


def paragraphs(made: Restored) -> list[str]:
    blocks = [block for article in made.issue.articles for block in article.blocks]
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


CONTENTS = """
# 渡口

2023年第2期

主办单位：河湾镇文化站
编辑出版：《渡口》编辑部
主编：沈一帆

**目  录 CONTENTS**

卷首
夜渡 ……………………………… 本刊评论员 1

本期关注 | 让老渡船再下水
一条船的第二次下水 ……………… 本刊记者 周一苇 4

人物
摆渡人 ……………………………… 陈 阿 婆口述 9

"""

OPENINGS = f"""
卷首

夜渡

本刊评论员

{FIRST}

本期关注

让老渡船再下水

编者按：渡船停了七年，今年又要下水了。

一条船的第二次下水

■ 本刊记者 周一苇

{SECOND}

人物

摆渡人

口述/陈阿婆　整理/冯可

{BODY}
"""


def test_contents_in_bold_with_authors_of_every_kind_behind_long_leaders() -> None:
    made = restored(CONTENTS + OPENINGS)
    entries = [entry for section in made.issue.contents.sections for entry in section.entries]
    assert [(entry.title, entry.authors, entry.page) for entry in entries] == [
        (("夜渡",), ("本刊评论员",), "1"),
        (("一条船的第二次下水",), ("周一苇",), "4"),
        (("摆渡人",), ("陈阿婆",), "9"),
    ]
    assert made.issue.contents.heading == "目录 CONTENTS"
    assert [found.code for found in made.diagnostics if found.code.startswith("TOC")] == []


def test_a_section_and_what_it_is_about_this_time() -> None:
    made = restored(CONTENTS + OPENINGS)
    article = made.issue.articles[1]
    assert made.issue.section_names[article.section] == "本期关注"
    assert article.kicker is not None
    assert article.kicker.value == "让老渡船再下水"
    (note,) = article.front
    assert isinstance(note, Paragraph)
    assert note.role is Role.EDITOR_NOTE
    assert article.bylines[0].authors[0].name == "周一苇"
    assert paragraphs(made) == [FIRST, SECOND, BODY]


@pytest.mark.parametrize("folio", ["7", "  12 "])
def test_a_folio_on_its_own_in_the_middle_of_a_sentence(folio: str) -> None:
    made = restored(f"{BODY}\n\n{BODY[:24]}\n\n{folio}\n\n{BODY[24:]}\n\n{BODY}\n")
    assert [drop.reason for drop in made.issue.drops if drop.text == folio.strip()] == ["folio"]
    assert folio.strip() not in "".join(paragraphs(made))


def last(made: Restored) -> list[str]:
    blocks = made.issue.articles[-1].blocks
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


def boxes(made: Restored) -> list[Box]:
    blocks = [block for article in made.issue.articles for block in article.blocks]
    return [block for block in blocks if isinstance(block, Box)]


def test_a_box_that_the_ocr_set_apart_from_its_first_line_to_its_last() -> None:
    made = restored(
        CONTENTS + OPENINGS + f"\n> 小贴士\n>\n> **下水的程序**\n>\n"
        f"> 1. 船东会议表决同意；\n> 2. 报镇政府核准；\n> 3. 船体安全鉴定；\n\n{BODY}\n\n{BODY}\n"
    )
    (box,) = boxes(made)
    assert box.label == "小贴士"
    assert box.title is not None
    assert box.title.value == "下水的程序"
    assert [block.text.value for block in box.blocks if isinstance(block, Paragraph)] == [
        "1. 船东会议表决同意；",
        "2. 报镇政府核准；",
        "3. 船体安全鉴定；",
    ]


def test_a_sign_before_a_number_is_no_mark_of_the_ocr() -> None:
    made = restored(CONTENTS + OPENINGS + f"\n>60岁的船工有九人，都在岗上。\n\n{BODY}\n")
    assert any(">60岁的船工" in text for text in last(made))


def test_what_stands_beside_the_label_of_a_box_is_its_title() -> None:
    made = restored(
        CONTENTS + OPENINGS + f"\n链接：“五步下水”法\n"
        f"一是验船，二是报备，三是加油，四是试航，五是下水。每一步都有专人负责。\n\n{BODY}\n"
    )
    (box,) = boxes(made)
    assert box.title is not None
    assert box.title.value == "“五步下水”法"
    assert len(box.blocks) == 1


def test_who_signs_an_interview_asks_the_questions() -> None:
    made = restored(
        CONTENTS.replace("一条船的第二次下水 ……………… 本刊记者 周一苇", "船的事 ……………… 周一苇")
        + f"卷首\n\n夜渡\n\n本刊评论员\n\n{FIRST}\n\n本期关注\n\n船的事\n\n本刊记者 周一苇\n\n"
        f"周一苇：船为什么停？\n\n邱文瑾：没有人坐。\n\n周一苇：现在呢？\n\n邱文瑾：{SECOND}\n\n"
        f"人物\n\n摆渡人\n\n口述/陈阿婆\n\n{BODY}\n"
    )
    turns = made.issue.articles[1].blocks
    roles = [block.role for block in turns if isinstance(block, Paragraph)]
    assert roles == [Role.QUESTION, Role.ANSWER, Role.QUESTION, Role.ANSWER]


def test_notices_after_the_last_article_stay_apart() -> None:
    made = restored(
        CONTENTS + OPENINGS + "\n（上接封二）\n\n下期预告\n◎ 小院里的共享菜地\n"
        "◎ 专访：一个船工的最后一天\n\n本刊启事：来稿请注明姓名、单位，一经采用即付稿酬。\n"
    )
    texts = last(made)
    assert made.issue.articles[-1].title[0].value == "下期预告"
    assert "（上接封二）" not in texts
    assert texts[-1].startswith("本刊启事：")
    assert texts[-2].startswith("◎")


def test_who_made_the_page_and_letters_and_a_correction() -> None:
    made = restored(
        CONTENTS + OPENINGS + "\n责编 / 韩磊\n\n（实习生林一南对本文亦有贡献）\n\n"
        "资料来源：河湾镇档案室\n\n"
        f"{SECOND[:-1]}吗？\n\n澜江 读者 秦川\n\n更正\n\n"
        "本刊上期第9页“王守成”应为“王守诚”，特此更正，并向读者和作者致歉。\n"
    )
    article = made.issue.articles[-1]
    assert [author.name for author in article.bylines[0].authors] == ["陈阿婆", "冯可"]
    roles = {b.text.value: b.role for b in article.blocks if isinstance(b, Paragraph)}
    assert roles["责编 / 韩磊"] is Role.CREDIT
    assert roles["澜江 读者 秦川"] is Role.SIGNATURE
    assert "（实习生林一南对本文亦有贡献）" in roles
    assert "资料来源：河湾镇档案室" in roles
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == ["更正"]


def test_rows_parted_by_wide_blanks_are_a_table() -> None:
    made = restored(
        CONTENTS + OPENINGS + "\n图1  历年渡客（单位：万人）\n"
        "年份    2019    2020    2021\n渡客    13      19      28\n资料来源：河湾镇档案室\n"
    )
    (table,) = [b for b in made.issue.articles[-1].blocks if isinstance(b, Table)]
    assert [[cell.text.value for cell in row] for row in table.rows] == [
        ["年份", "2019", "2020", "2021"],
        ["渡客", "13", "19", "28"],
    ]


def test_a_quotation_set_apart_is_a_pull_quote_with_its_attribution() -> None:
    made = restored(
        CONTENTS + OPENINGS + f"\n> 灯亮着，人就回得来。\n> ——摆渡人\n\n{FIRST[:-1]}吗？\n"
    )
    (quote,) = [b for b in made.issue.articles[-1].blocks if isinstance(b, PullQuote)]
    assert [text.value for text in quote.paragraphs] == ["灯亮着，人就回得来。"]
    assert quote.attribution is not None
    assert quote.attribution.text.value == "摆渡人"


def test_the_magazine_itself_asks_the_questions() -> None:
    made = restored(
        CONTENTS + OPENINGS + "\n渡口：船为什么停？\n\n邱文瑾：没有人坐。\n\n"
        f"渡口：现在呢？\n\n邱文瑾：{SECOND}\n"
    )
    turns = [b for b in made.issue.articles[-1].blocks if isinstance(b, Paragraph)][1:]
    assert [b.role for b in turns] == [Role.QUESTION, Role.ANSWER, Role.QUESTION, Role.ANSWER]


def test_sections_with_an_english_name_before_pages_that_stand_first() -> None:
    made = restored(
        "渡口周刊\n2024年第20期\n\nCONTENTS 目录\n\n封面故事 COVER STORY\nP18 夜渡 / 文 陆遥\n"
        "P20 船的事 / 口述 陈阿婆 采访 陆遥\n\n人物 PEOPLE\nP26 摆渡人 / 文 唐果\n\n"
        f"封面故事 COVER STORY\n\n夜渡\n\n文 | 陆遥\n\n{FIRST}\n\n船的事\n\n口述 | 陈阿婆　采访 | 陆遥\n\n{SECOND}\n\n"
        f"人物 PEOPLE\n\n摆渡人\n\n文 | 唐果\n\n{BODY}\n"
    )
    assert made.issue.section_names == ("封面故事", "人物")
    dropped = "".join(drop.text for drop in made.issue.drops)
    assert "COVERSTORY" in dropped.replace(" ", "")
    assert [article.section for article in made.issue.articles] == [0, 0, 1]
    assert [found.code for found in made.diagnostics if found.code.startswith("TOC")] == []
