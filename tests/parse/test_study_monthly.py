"""What a monthly for study prints: marked sections, capitals for numbers, brackets that OCR lost."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Figure, Heading, Paragraph, PullQuote, article_texts
from converter.names import split_names
from converter.parse.byline import read_byline
from converter.parse.contents.people import author_list
from converter.parse.issue.body import find_measure, wrapped_width
from converter.parse.ranks import likely_rank
from converter.pipeline import restore
from converter.segment import Unit, make_units
from converter.source import Line

PROSE = (
    "渡口的值班室里有一本旧账，记着每一天过河的人数，也记着谁家的船坏在了哪一段水上。",
    "村里请木匠来修船，木匠看过以后说，船底换三块板就能再用五年，不必急着去买新的。",
    "账上的钱不多，大家议了两个晚上，最后决定先修一条，另一条等秋天卖了藕再说。",
    "修好的船下水那天，来了二十几个人看，老支书站在船头，把第一桶桐油泼在了船帮上。",
)
MARKED = "■渡口\n修船记 …… 陆远舟 4\n■议事\n一本旧账 …… 沈一禾 7\n■对谈 桥与船\n——与何若溪谈河上的事 …… 白鹭 9"


def articles(body: str, contents: str) -> tuple[Article, ...]:
    """The articles of an issue with these contents and this body."""
    return restore(f"目次\n\n{contents}\n\n{body}\n".encode(), name="issue.txt").issue.articles


def text(*lines: str) -> str:
    return "\n\n".join(lines)


def test_a_section_behind_its_mark_may_have_an_entry_on_its_line() -> None:
    body = text(
        *("【渡口】", "修船记", "文/陆远舟", *PROSE[:2]),
        *("【议事】", "一本旧账", "文/沈一禾", *PROSE[2:]),
        *(
            "【对谈】",
            "桥与船",
            "——与何若溪谈河上的事",
            "文/白鹭",
            PROSE[0][:-1] + "，他说。",
            PROSE[3],
        ),
    )
    source = f"目次\n\n{MARKED}\n\n{body}\n"
    made = restore(source.encode(), name="issue.txt").issue
    assert [
        (section.name, [entry.title[0] for entry in section.entries])
        for section in made.contents.sections
    ] == [("渡口", ["修船记"]), ("议事", ["一本旧账"]), ("对谈", ["桥与船"])]
    assert [article.title[0].value for article in made.articles] == ["修船记", "一本旧账", "桥与船"]


def test_the_bracket_behind_several_authors_may_be_lost() -> None:
    reading = read_byline("文/陆 远 沈一禾（均为河湾县委党校教师")
    assert reading is not None
    assert [author.name for author in reading.authors] == ["陆远", "沈一禾"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("壹　过好“船门”：先问水深", True),
        ("叁　过好“账门”：把钱说清", True),
        ("甲 问：水有多深", False),
    ],
)
def test_capitals_stand_before_headings_with_a_colon(line: str, *, told: bool) -> None:
    assert (likely_rank(line) is not None) is told


def test_parts_with_capitals_are_headings() -> None:
    heads = ["壹　过好“船门”：先问水深", "贰　过好“账门”：把钱说清", "叁　过好“人门”：把理讲透"]
    body = text(
        "修船记", "文/陆远舟", *(line for pair in zip(heads, PROSE, strict=False) for line in pair)
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    found = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert [head[0] for head in found] == ["壹", "贰", "叁"]


def _wrapped(prose: str, measure: int) -> list[str]:
    lines = ["　　" + prose[: measure - 2]]
    rest = prose[measure - 2 :]
    return lines + [rest[at : at + measure] for at in range(0, len(rest), measure)]


def _units(lines: list[str]) -> list[Unit]:
    return make_units([Line(number, line) for number, line in enumerate(lines, start=1)])


def test_hard_wrapped_lines_are_no_longer_than_the_measure() -> None:
    prose = "".join(PROSE)
    pages = [line for _ in range(2) for line in ("", *_wrapped(prose, 30))]
    units = _units(pages)
    assert wrapped_width(units) == 30
    assert find_measure(units) in (0.0, 30.0)
    assert wrapped_width(_units(["", PROSE[0], "", PROSE[1]])) == 0


def test_headings_and_titles_tell_no_measure() -> None:
    heads = ["从“一条船”到“两条船”", "从“船老大”到“船老师”", "从“等人来”到“请人来”"]
    titles = ["水有多深，船家最知道", "渡口的灯，一夜没有灭", "船修好了，谁来撑它呢"]
    units = _units([line for text in (*heads, *titles) for line in ("", text)])
    assert find_measure(units, range(3, 6)) == 0.0
    assert find_measure(_units([f"　　{one}" for one in heads * 4])) == 0.0


def test_numbered_paragraphs_begin_anew_on_a_page_without_indents() -> None:
    size = 20
    told = [f"（{one}）看水。{PROSE[0]}{PROSE[1]}" for one in "一二三"]
    points = [one[: len(one) // size * size - 1] + "。" for one in told]  # to the end of a line
    flush = ["\n".join(one[at : at + size] for at in range(0, len(one), size)) for one in points]
    body = text("修船记", "文/陆远舟", *PROSE, *flush)
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    found = [block.text.value for block in article.blocks if isinstance(block, Paragraph)]
    assert found[-3:] == points


def test_a_card_of_a_place_is_a_box_and_no_heading() -> None:
    body = text(
        *("修船记", "文/陆远舟", PROSE[0], "从“一条船”到“两条船”", PROSE[1]),
        *(
            "渡口名片",
            "河湾渡口建于1936年，有船两条，船工五人。",
            "从“各顾各”到“一起议”",
            *PROSE[2:],
        ),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    assert [block.label for block in article.blocks if isinstance(block, Box)] == ["渡口名片"]
    heads = [block.text.value[:2] for block in article.blocks if isinstance(block, Heading)]
    assert heads == ["从“", "从“"]


def test_a_source_after_the_word_for_according_to_closes_a_box_of_any_name() -> None:
    body = text(
        *("修船记", "文/陆远舟", "问：这条船修过几回？", "答：三回，一回比一回费木头。"),
        *("旁听席", PROSE[0], "据何若溪《河上旧事》（河湾出版社2011年版）"),
        *("问：以后还修不修？", "答：修，船在人就在。"),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    (box,) = [block for block in article.blocks if isinstance(block, Box)]
    assert box.label == "旁听席"
    assert box.attribution is not None
    assert box.attribution.text.value.startswith("据何若溪")


def test_who_signs_the_last_letter_stands_above_the_masthead() -> None:
    imprint = "渡口（月刊）\n主管：河湾县委办公室\n主办：河湾县学会\n主编：白鹭\n地址：河湾县桥头街9号\n定价：6.80元"
    body = text(*("来信两则", "编辑部：", PROSE[1], "河湾县上坪街道 何若溪"), imprint)
    made = restore(f"目次\n\n■来信\n来信两则 …… 4\n\n{body}\n".encode(), name="issue.txt").issue
    assert "何若溪" in "".join(one.value for one in article_texts(made.articles[0]))
    assert made.masthead.title == "渡口"


def test_a_pull_quote_may_stand_where_the_page_cuts_its_own_sentence_behind_a_semicolon() -> None:
    said = "船走得慢，两岸的人都看得清；车跑得快，路边的人一个也看不见。"
    one, other = said.split("；")
    body = text(
        *("修船记", "文/陆远舟", PROSE[0], f"{PROSE[1]}他常说一句话：{one}；", said),
        *(f"{other}这句话后来写在了船帮上，谁上船都看得见，{PROSE[2]}", PROSE[3]),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    quotes = [block for block in article.blocks if isinstance(block, PullQuote)]
    assert [quote.paragraphs[0].value for quote in quotes] == [said]
    whole = [one.value for one in article_texts(article) if "常说一句话" in one.value]
    assert len(whole) == 1
    assert "；车跑得快" in whole[0]


def test_a_heading_that_the_editor_asks_above_the_text_is_no_pull_quote() -> None:
    heads = ("省下来的半天", "没有修的船，后来去了哪里", "三条建议")
    body = text(
        *("修船记", "文/陆远舟", f"编者按：{PROSE[0]}没有修的船，后来去了哪里？请看下文。"),
        *(line for pair in zip(heads, PROSE[1:], strict=True) for line in pair),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    found = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert found == list(heads)


@pytest.mark.parametrize(
    "source",
    [
        "河湾专区办公室通知，1966年11月3日",
        "陆远舟来信（2009年3月12日）",
        "光绪《河湾县志》卷末《杂识》",
        "《渡口用水公约》第三条，1990年4月，原件存河湾县水利局",
    ],
)
def test_a_box_may_end_with_whence_it_is_and_no_word_for_that(source: str) -> None:
    body = text(
        *("修船记", "文/陆远舟", PROSE[0], f"{PROSE[1][:-1]}，船工说"),
        *("小档案", PROSE[2], source, f"了很多话，一句也没有记下来。{PROSE[3]}"),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    (box,) = [block for block in article.blocks if isinstance(block, Box)]
    assert box.attribution is not None
    assert box.attribution.text.value == source
    assert any("船工说了很多话" in one.value for one in article_texts(article))


def test_one_of_several_headings_in_quotation_marks_may_be_said_in_the_text() -> None:
    heads = ("“船是借来的，路是走出来的”", "“水涨一寸，心紧一分”", "“谁先到谁先坐”")
    body = text(
        *("修船记", "文/陆远舟", PROSE[0]),
        *(heads[0], f"{PROSE[1]}他说，船是借来的，路是走出来的，这句话是父亲留下的。"),
        *(heads[1], PROSE[2], heads[2], PROSE[3]),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    found = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert found == list(heads)


def test_a_name_that_ocr_has_torn_is_one() -> None:
    assert split_names("毕素 琴") == ("毕素琴",)
    assert split_names("李白 诗") is None
    assert author_list("本刊编辑平远帆") == ("平远帆",)
    assert author_list("本刊编辑委员会") == ("本刊编辑委员会",)


@pytest.mark.parametrize(
    ("head", "label", "title"),
    [
        ("数据窗\n\n看船三年", "数据窗", "看船三年"),
        ("数据窗　一条船的账本", "数据窗", "一条船的账本"),
        ("多少趟才够本", "", "多少趟才够本"),
    ],
)
def test_a_paragraph_above_its_source_of_figures_is_a_box(
    head: str, label: str, title: str
) -> None:
    body = text(
        *("修船记", "文/陆远舟", PROSE[0], f"{PROSE[1][:-1]}，船工说，这些都不"),
        *(head, PROSE[2], "资料来源：河湾县渡口管理所", f"要紧，要紧的是人。{PROSE[3]}"),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    (box,) = [block for block in article.blocks if isinstance(block, Box)]
    assert (box.label, box.title.value if box.title else "") == (label, title)
    assert box.attribution is not None
    assert any("这些都不要紧" in one.value for one in article_texts(article))


def test_all_that_stands_below_a_heading_is_no_caption() -> None:
    told = (
        "说天气、说鱼价、说墙上的照片。墙上的照片是一户人家的目录，谁在中间，谁在边上，都有讲究。"
    )
    heads = ("1.头十分钟，说废话", "2.问“怎么”，少问“为什么”", "3.临走时，记一笔")
    below = (told, PROSE[1], PROSE[2])
    body = text(
        *("修船记", "文/陆远舟", PROSE[0]),
        *(line for pair in zip(heads, below, strict=True) for line in pair),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    assert not [block for block in article.blocks if isinstance(block, Figure)]


def test_a_pull_quote_on_two_lines_stands_whole_before_its_title() -> None:
    quote = "修船不是把旧的换成新的，\n而是让旧的还能下水。"
    said = quote.replace("\n", "")
    body = text(
        *("修船记", "文/陆远舟", *PROSE[:2], "编辑 | 白鹭 bailu@example.com", quote),
        *("一本旧账", "文/沈一禾", f"老人常说，{said}{PROSE[2]}", PROSE[3]),
    )
    *_, article = articles(body, "■渡口\n修船记 …… 陆远舟 4\n一本旧账 …… 沈一禾 7")
    assert [one.value for each in article.pull_quotes for one in each.paragraphs] == [said]


def test_the_end_of_a_sentence_and_the_next_word_said_again_at_a_seam_are_one() -> None:
    body = text(
        *("修船记", "文/陆远舟", PROSE[0], f"{PROSE[1]}这条规矩是一位老船工加上去的。他"),
        *(f"的。他的理由很简单，{PROSE[2]}", PROSE[3]),
    )
    (article,) = articles(body, "■渡口\n修船记 …… 陆远舟 4")
    assert any("加上去的。他的理由很简单" in one.value for one in article_texts(article))


def test_a_point_whose_last_character_stands_behind_a_seam_is_no_heading() -> None:
    points = [
        "（一）看水。" + PROSE[0],
        "（二）推行看船",
        "制。" + PROSE[1],
        "（三）看人。" + PROSE[0],
    ]
    (article,) = articles(text("修船记", "文/陆远舟", *points), "■渡口\n修船记 …… 陆远舟 4")
    assert not [block for block in article.blocks if isinstance(block, Heading)]
