"""A journal's pages: the English head over its abstract, notes whose calls open a line."""

from __future__ import annotations

import pytest

from converter.hanzi import ends_sentence
from converter.model import Article, Box, Heading, Paragraph, Role, Table
from converter.parse.kinds import labelled
from converter.segment.journals import is_volume_head
from converter.segment.units import glue
from tests.support.restored import restored

HEAD = "河湾学刊\n2024年第3期\n主办单位：河湾学院\n编辑出版：《河湾学刊》编辑部\n主编：沈一帆\n\n目次\n\n渡船的账目 …… 裴若拙 (4)\n\n编后记 (16)\n\n渡船的账目\n\n裴若拙\n\n"
ONE = "渡船收费的账目存下来三十一册，封皮上写着年份和船工的名字，里面一日一行，从不间断。"
TWO = "过河的人付不起铜钱，可以拿一把柴、两个鸡蛋来抵，账目上也照样写得清清楚楚。"
LAST = "编后记\n\n本期编完的时候，河里的水正涨到第三级石阶，编辑部的窗子整夜都开着。"


def article(body: str, last: str = LAST, at: int = 0) -> Article:
    """The article with this body."""
    return restored(f"{HEAD}{body}\n\n{last}\n").issue.articles[at]


def paragraphs(made: Article) -> list[tuple[Role, str]]:
    """The paragraphs of an article with their roles."""
    blocks = (*made.front, *made.blocks, *made.back)
    return [(b.role, b.text.value) for b in blocks if isinstance(b, Paragraph)]


def test_english_title_and_authors_are_no_text() -> None:
    made = article(
        f"{ONE}\n\n参考文献\n\n[1] 沈一帆. 渡口的账[J]. 河湾学刊, 2019(2): 3-9.\n\n"
        "[2] HOLM A. The Ferry Book. Northport: Reed Press, 2004.\n\n"
        "The Accounts of the Ferry: Fares and Favours on a County River\n\nPEI Ruozhuo, HE Jing\n\n"
        "(Hewan College, Hewan 000418, China)\n\n"
        "Abstract: Thirty-one account books survive from the ferry of the county.\n\nKey words: ferry; fare"
    )
    found = paragraphs(made)
    assert [text for role, text in found if role is Role.PARALLEL_TITLE] == [
        "The Accounts of the Ferry: Fares and Favours on a County River",
        "PEI Ruozhuo, HE Jing",
        "(Hewan College, Hewan 000418, China)",
    ]
    assert sum(role is Role.REFERENCE for role, _ in found) == 2


def test_a_call_at_the_head_of_a_page_belongs_to_the_sentence_before() -> None:
    made = article(
        f"{ONE}①{TWO}\n\n船工老向说：“账比秤准。”\n\n②这句话后来写进了县里的志书，至今还有人提起。\n\n"
        "① 《河湾渡船账》，河湾学院藏，第3叶。\n\n② 访谈记录，受访人向某，2021年4月6日。"
    )
    assert [note.marker for note in made.notes] == ["①", "②"]
    assert any("账比秤准。”②这句话" in text for _, text in paragraphs(made))


@pytest.mark.parametrize("items", ["①铜钱一枚，", "①先看水位，"])
def test_the_items_of_a_list_are_no_calls(items: str) -> None:
    made = article(
        f"{ONE}\n\n{items}当天记下。\n\n②柴一把，也要记下。\n\n③鸡蛋两个，照样记下。\n\n{TWO}"
    )
    assert not made.notes
    assert sum(text[0] in "①②③" for _, text in paragraphs(made)) == 3


@pytest.mark.parametrize("signed", ["编　者", "编辑部"])
@pytest.mark.parametrize("credit", ["\n\n〔责任编辑：辛未平〕", "\n\n（责任编辑 辛未平）", ""])
def test_the_editors_sign_their_note(signed: str, credit: str) -> None:
    made = article(f"{ONE}\n\n{TWO}", f"{LAST}\n\n{signed}{credit}", at=1)
    assert not any(isinstance(block, Heading) for block in made.blocks)
    assert Role.SIGNATURE in {role for role, _ in paragraphs(made)}


def test_a_last_heading_without_a_number_is_like_those_with_one() -> None:
    made = article(f"一、铜钱\n\n{ONE}\n\n二、柴与鸡蛋\n\n{TWO}\n\n结　语\n\n{ONE}{TWO}")
    assert [b.level for b in made.blocks if isinstance(b, Heading)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("第37卷第2期                 河湾学院学报                 Vol.37 No.2", True),
        ("2021年4月           Journal of Hewan Normal College          Apr. 2021", True),
        ("2022 年第 3 期　　河湾学刊　　No. 3, 2022", True),
        ("第37卷第2期的文章，后来收进了一本集子。", False),
        ("2021年4月，Journal of Ferries 刊出了第一篇书评。", False),
        ("第3期 河湾学院学报 2021", False),
        ("（总第186期）　　HEWAN ACADEMIC JOURNAL　　General No.186", True),
        ("2021年4月    Apr.，2021", True),
        ("总第231期  Journal of Hewan College  Serial No. 231", True),
        ("（总第l86期） HEWAN ACADEMIC J0URNAL GeneraI No.I86", True),
        ("2O21年4月　　No．186", True),
        ("第3期的 Journal No. 3 卷首", False),
        ("2021年4月　　河湾学院学报（社会科学版）　　Apr.2021", True),
        ("2021年4月　　河湾学院学报的编辑们，那时都还年轻。　　Apr.2021", False),
        ("（2011—2015年）》", False),
    ],
)
def test_the_volume_over_the_first_page_is_told(text: str, *, heads: bool) -> None:
    assert is_volume_head(text) is heads


def test_the_volume_over_the_first_page_is_no_entry_and_the_contents_abroad_are_no_text() -> None:
    head = HEAD.replace(
        "编后记 (16)\n\n",
        "课程与教学\n\n乡土教材三种 …… 薛半山 (9)\n\n编后记 (16)\n\n第37卷第2期    河湾学刊    Vol.37 No.2\n"
        "2021年4月    Journal of Hewan College    Apr. 2021\n\n",
    ).replace("目次\n\n", "目次\n\n账目研究\n\n")
    abroad = (
        "MAIN CONTENTS\n\nThe Accounts of the Ferry …… PEI Ruozhuo (4)\n"
        "Three Textbooks …… XUE Banshan (9)\nEditor's Note (16)"
    )
    body = f"{ONE}\n\n{TWO}\n\n乡土教材三种\n\n薛半山\n\n“课程与教学”一栏要谈的是课时。{TWO}\n\n{LAST}\n\n{abroad}\n"
    issue = restored(head + body).issue
    assert issue.section_names[:2] == ("账目研究", "课程与教学")
    assert [made.title[0].value for made in issue.articles] == [
        "渡船的账目",
        "乡土教材三种",
        "编后记",
    ]
    assert all("CONTENTS" not in text for made in issue.articles for _, text in paragraphs(made))
    told = {drop.reason for drop in issue.drops if "Ferry" in drop.text or "Vol.37" in drop.text}
    assert told == {"foreign-contents", "running-head"}


def test_a_few_english_lines_are_no_contents() -> None:
    made = article(f"{ONE}\n\nContents\n\nThe box was empty.\n\n{TWO}")
    assert any("The box was empty." in text for _, text in paragraphs(made))


def test_notes_in_square_brackets_at_the_foot_of_a_page() -> None:
    made = article(
        f"{ONE}[1]\n\n{TWO}船工的名字写在封皮上，有的只写了一个\n\n[1] 《河湾渡船账》，河湾学院藏，第3叶。\n\n"
        f"姓，后面画着一条船。\n\n船钱的多少，要看水的大小。[2]\n\n{TWO}\n\n[2] 访谈记录，2021年4月6日。"
    )
    assert [(note.marker, note.text.value[:4]) for note in made.notes] == [
        ("[1]", "《河湾渡"),
        ("[2]", "访谈记录"),
    ]
    texts = [text for _, text in paragraphs(made)]
    assert any("只写了一个姓，后面画着" in text for text in texts)
    assert "船钱的多少，要看水的大小。[2]" in texts


def test_works_cited_at_the_end_are_no_notes() -> None:
    made = article(
        f"{ONE}[1]\n\n{TWO}[2]\n\n参考文献\n\n[1] 沈一帆. 渡口的账[J]. 河湾学刊, 2019(2): 3-9.\n\n"
        "[2] 莫问津. 送王船三记[M]. 河湾: 河湾出版社, 2004."
    )
    assert not made.notes
    assert sum(role is Role.REFERENCE for role, _ in paragraphs(made)) == 2


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("摘　要　本文依据渡船的账目，讨论县城的人怎样付不起现钱而照样过河。", Role.ABSTRACT),
        ("**摘要**　本文依据渡船的账目，讨论县城的人怎样付不起现钱而照样过河。", Role.ABSTRACT),
        ("关键词　渡船　账目　船钱", Role.KEYWORDS),
        ("编者按　近年来各地修复渡口数十处，修好以后多数锁着栏杆，没有人过河。", Role.EDITOR_NOTE),
        ("基金项目 河湾省社会科学规划课题“渡船账目整理与研究”（HW21-07）。", Role.FUNDING),
        ("编者按 2021", None),
        ("提要求的人多，过河的人少，船工就在岸上等着，一直等到天黑才收船。", None),
    ],
)
def test_a_blank_may_stand_behind_a_label(text: str, role: Role | None) -> None:
    found = labelled(text)
    assert (found.role if found else None) is role


def test_a_title_over_a_dash_is_one_line_with_a_colon_in_the_contents() -> None:
    head = HEAD.replace("渡船的账目 ……", "渡船的账目：河湾县的船钱与人情 ……")
    head = head.replace("渡船的账目\n\n裴若拙", "# 渡船的账目\n# ——河湾县的船钱与人情\n\n裴若拙")
    made = restored(f"{head}{ONE}\n\n{TWO}\n\n{LAST}\n").issue.articles[0]
    assert [text.value for text in made.title] == ["渡船的账目"]
    assert made.subtitle is not None
    assert "船钱与人情" in made.subtitle.value


@pytest.mark.parametrize("heading", ["一　记账的人", "十月初四　阴", "腊月廿三　小雪"])
def test_the_blank_in_a_heading_that_counts_or_dates_stays(heading: str) -> None:
    made = article(f"## {heading}\n\n{ONE}\n\n## 二　付账的人\n\n{TWO}")
    found = [b.text.value for b in made.blocks if isinstance(b, Heading)]
    assert found[0].split() == heading.split()


@pytest.mark.parametrize(
    ("text", "ends"),
    [("记在封皮上。[2]", True), ("记在封皮上。[3-5]", True), ("记在封皮上[2]", False)],
)
def test_a_call_in_square_brackets_stands_behind_the_full_stop(text: str, *, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("船钱都记在墙上。（HW07，C）", True),
        ("“一天等三趟船。”（B12）", True),
        ("船钱都记在墙上。（2）", False),
        ("“船钱都记在墙上。”（18）", True),
        ("船钱都记在墙上（18）", False),
        ("船钱都记在墙上（HW07，C）", False),
    ],
)
def test_the_number_of_who_is_quoted_stands_behind_the_full_stop(text: str, *, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_where_somebody_works_says_that_the_line_above_is_the_name() -> None:
    # No list of surnames has 藖, and nothing but a blank stands before it in the contents.
    head = HEAD.replace("渡船的账目 …… 裴若拙 (4)", "渡船的账目 藖 舟 (4)").replace(
        "裴若拙\n\n", "藖 舟\n\n（河湾学院文学院，河湾 000418）\n\n摘要：写渡船。\n\n"
    )
    made = restored(f"{head}{ONE}\n\n{TWO}\n\n{LAST}\n").issue.articles[0]
    assert [text.value for text in made.title] == ["渡船的账目"]
    assert [author.name for line in made.bylines for author in line.authors] == ["藖舟"]


def test_a_blank_that_stands_for_a_bar_before_a_figure() -> None:
    rows = "| 项目 | 均值 | 最大值 |\n|---|---|---|\n| 船钱（文） | 2.4 | 6 |\n| 修船费（千文） 31.5 | 120 |\n| 过河人数 | 41.7 | 103 |"
    made = article(f"{ONE}\n\n表1 渡船的账目\n\n{rows}\n\n{TWO}")
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert [[cell.text.value for cell in row] for row in table.rows][2] == [
        "修船费（千文）",
        "31.5",
        "120",
    ]


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        (
            "[5]何静.渡口的账[J].河湾学刊,",
            "2021(3):22-29.",
            "[5]何静.渡口的账[J].河湾学刊,2021(3):22-29.",
        ),
        (
            "[5] 何静. 渡口的账[J]. 河湾学刊,",
            "2021(3): 22.",
            "[5] 何静. 渡口的账[J]. 河湾学刊, 2021(3): 22.",
        ),
        (
            "[4] HOLM A. Ferries[J]. Journal of Rivers,",
            "2018(4): 3.",
            "[4] HOLM A. Ferries[J]. Journal of Rivers, 2018(4): 3.",
        ),
    ],
)
def test_a_reference_over_two_pages_has_blanks_as_it_has_elsewhere(
    one: str, other: str, whole: str
) -> None:
    assert glue(one, other) == whole


def test_who_presides_over_a_section_has_written_none_of_it() -> None:
    head = HEAD.replace(
        "渡船的账目 …… 裴若拙 (4)", "·船运研究·\n主持人：贺　敏\n渡船的账目 …… 裴若拙 (4)"
    )
    made = restored(f"{head}{ONE}\n\n{TWO}\n\n{LAST}\n").issue
    entries = [entry for section in made.contents.sections for entry in section.entries]
    assert [entry.authors for entry in entries if entry.title == ("渡船的账目",)] == [("裴若拙",)]


def test_a_formula_with_its_number_is_a_paragraph_of_its_own() -> None:
    made = article(
        f"{ONE}船钱可以写成：\n\nR = n(1-p)v - c　　　（1）\n\n其中n为船数，v为船价。{TWO}"
    )
    texts = [text for _, text in paragraphs(made)]
    assert texts[1] == "R = n(1-p)v - c（1）"
    assert texts[2].startswith("其中n为船数")


WRAPPED = (
    "河湾学刊\n2024年第3期（总第81期）\n主办单位：河湾学院\n\n目次\n·船运研究·\n渡船的账目 …………… 裴若拙（4）\n·县城研究·\n主持人语 …………… 沈一帆（6）\n"
    "等船的时间：渡口的一日 ……… 薛半山，何　静（6）\n《河湾学刊》稿约 ……………（8）\n\n"
)
FIRST = "2024年第3期 河 湾 学 刊 No.3，2024\n（总第81期） HEWAN ACADEMIC JOURNAL General No.81\n"
LINES = [
    "　　渡船收费的账目存下来三十一册，封皮上写着年份和船工的名字，里面",
    "一日一行，从不间断。过河的人付不起铜钱，可以拿一把柴、两个鸡蛋来抵，",
    "账目上也照样写得清清楚楚，连鸡蛋的大小也分了三等，写在钱数的后面。",
    "　　船工的名字写在封皮上，有的只写了一个姓，后面画着一条船。船钱的",
    "多少要看水的大小，水涨到第三级石阶，船钱加倍，涨到第五级便停渡了。",
]
FOOT = (
    "收稿日期：2024-01-17\n基金项目：河湾省社会科学规划项目“渡口账目研究”（HW21-07）\n"
    "作者简介：裴若拙（1984—），男，河湾人，河湾学院副教授，研究方向为船运史。\n· 4 ·\n\n河湾学刊 2024年第3期\n"
)
TABLE = (
    "表1　渡口一日的船次（单位：次）\n时辰 上行 下行 合计\n早晨 4 6 10\n正午 2 3 5\n傍晚 7 4 11\n"
)


def wrapped() -> str:
    """An issue as line-by-line OCR writes it, with a head of two lines over each article."""
    text = "\n".join(LINES)
    one = f"·船运研究·\n渡船的账目\n裴 若 拙\n{text}\n　　账目里最后一册缺了两叶，缺的正是涨水的那几天，后来的人只好照着水\n{FOOT}{TABLE}位牌上的刻痕补写。\n{text}\n[责任编辑　韩 磊]\n· 5 ·\n\n"
    two = f"·县城研究·\n主持人语\n主持人：沈一帆（河湾学院社会学系教授）\n{text}\n　　本栏这一期刊发的论文谈的是渡口上等船的人怎样过一天，欢迎继续来稿。\n"
    three = f"等船的时间：渡口的一日\n薛半山¹，何　静²\n（1. 河湾学院 社会学系，河湾 000418；2. 河湾中学，河湾 000419）\n{text}\n· 7 ·\n\n"
    four = (
        "《河湾学刊》稿约\n　　来稿请寄河湾学院《河湾学刊》编辑部，三个月内未接到通知可自行处理。\n"
    )
    return f"{WRAPPED}{FIRST}{one}{FIRST}{two}{three}{FIRST}{four}· 8 ·\n"


def test_a_head_of_two_lines_over_each_article_is_no_text() -> None:
    issue = restored(wrapped()).issue
    assert not any(made.pull_quotes for made in issue.articles)
    assert not any("No.81" in text for made in issue.articles for _, text in paragraphs(made))
    assert sum("General No.81" in drop.text for drop in issue.drops) == 3


def test_an_article_opens_in_the_middle_of_a_page_below_a_full_line() -> None:
    issue = restored(wrapped()).issue
    assert [made.title[0].value for made in issue.articles] == [
        "渡船的账目",
        "主持人语",
        "等船的时间：渡口的一日",
        "《河湾学刊》稿约",
    ]
    assert [
        [one.name for line in made.bylines for one in line.authors] for made in issue.articles
    ] == [
        ["裴若拙"],
        ["沈一帆"],
        ["薛半山", "何静"],
        [],
    ]
    assert issue.articles[3].section != issue.articles[2].section


def test_what_stands_at_the_foot_of_a_first_page_cuts_its_sentence_and_so_does_a_table() -> None:
    made = restored(wrapped()).issue.articles[0]
    found = paragraphs(made)
    assert (Role.CREDIT, "收稿日期：2024-01-17") in found
    assert any(role is Role.FUNDING for role, _ in found)
    assert any(role is Role.BIOGRAPHY for role, _ in found)
    assert any("照着水位牌上的刻痕补写。" in text for _, text in found)
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    assert [[cell.text.value for cell in row] for row in table.rows][1] == ["早晨", "4", "6", "10"]


@pytest.mark.parametrize(
    "head",
    [
        "第40卷　第3期\n河湾学院学报\nVol.40　No.3\n2024年6月\nJournal of Hewan College\nJun. 2024\n",
        "2024年6月\n第40卷 第3期\n河湾学院学报\nJournal of Hewan College\nJune 2024\nVol. 40 No. 3\n",
        "第40卷 第3期 河湾学院学报 Vol.40 No.3\n2024年6月 Journal of Hewan College Jun. 2024\n",
    ],
)
def test_the_head_over_a_first_page_may_stand_on_six_lines(head: str) -> None:
    text = (
        wrapped()
        .replace("河湾学刊", "河湾学院学报")
        .replace(FIRST.replace("河湾学刊", "河湾学院学报"), head)
    )
    issue = restored(text).issue
    assert len(issue.articles) == 4
    front = [text for made in issue.articles for _, text in paragraphs(made)]
    assert not any(
        "Journal of" in text or "第40卷" in text or "2024年6月" in text for text in front
    )
    assert not any(made.pull_quotes for made in issue.articles)


def test_who_opens_a_talk_does_not_sign_it() -> None:
    head = HEAD.replace("裴若拙 (4)", "裴若拙 主持 (4)").replace(
        "渡船的账目\n\n裴若拙\n\n", "渡船的账目\n\n主持人：裴若拙（河湾学院教授）\n\n"
    )
    talk = f"裴若拙：{ONE}\n\n沈一帆：{TWO}\n\n裴若拙：{TWO}\n\n沈一帆：{ONE}"
    roll = "嘉　宾：沈一帆（河湾学院讲师）　何　静（中学教师）\n\n"
    signed = restored(f"{head}{talk}\n\n{LAST}\n").issue.articles[0]
    assert [one.name for line in signed.bylines for one in line.authors] == ["裴若拙"]
    listed = restored(f"{head}{roll}{talk}\n\n{LAST}\n").issue.articles[0]
    assert any(text.startswith("主持人：裴若拙") for _, text in paragraphs(listed))


@pytest.mark.parametrize(
    "head", ["河湾学刋 2024年第3期", "河 湾 学 刊 2O24年第3期", "何湾学刊 2024年第 3 期"]
)
def test_a_character_of_a_running_head_may_be_misread(head: str) -> None:
    issue = restored(wrapped().replace("河湾学刊 2024年第3期", head)).issue
    cleaned = head.replace("2O24", "2024")
    assert cleaned in {drop.text.strip() for drop in issue.drops if drop.reason == "running-head"}


def test_the_number_of_an_article_ends_its_line() -> None:
    number = "中图分类号：K295　文献标识码：A　文章编号：9931-4479（2024）03-0004-04\n"
    flush = wrapped().replace("\u3000\u3000", "").replace("裴 若 拙\n", f"裴 若 拙\n{number}")
    found = paragraphs(restored(flush).issue.articles[0])
    assert [text[-2:] for role, text in found if role is Role.KEYWORDS] == ["04"]


@pytest.mark.parametrize("title", ["Abstracts of Major Papers", "英文摘要"])
def test_english_abstracts_at_the_end_of_an_issue_are_no_part_of_its_last_article(
    title: str,
) -> None:
    heads = ("The Accounts of the Ferry", "Lamps on the Far Bank of the River")
    told = [f"Abstract: {head} survive in thirty-one books." for head in heads]
    gathered = "\n\n".join(
        f"{head}\n\nPEI Ruozhuo\n\n{one}\n\nKey words: ferry; river"
        for head, one in zip(heads, told, strict=True)
    )
    more = "编后记 (16)\n\n英文摘要 (18)\n\n期刊基本参数：CN 99-1194/C*1987*b*A4*18"
    front = HEAD.replace("编后记 (16)", more)
    made = restored(f"{front}{ONE}\n\n{LAST}\n\n{title}\n\n{gathered}\n").issue
    last = made.articles[-1]
    assert [line.value for line in last.title] == [title]
    assert not last.bylines
    assert [b.text.value for b in last.blocks if isinstance(b, Heading)] == list(heads)
    assert [text for role, text in paragraphs(last) if role is Role.ABSTRACT] == told
    entries = [entry for section in made.contents.sections for entry in section.entries]
    assert [entry.page for entry in entries] == ["4", "16", "18"]


@pytest.mark.parametrize(("next_number", "alone"), [(3, True), (1, False)])
def test_a_box_among_references_leaves_the_next_one_to_their_list(
    next_number: int, *, alone: bool
) -> None:
    below = "\n".join(
        f"　　[{next_number + i}] 何静. 渡口的{name}[J]. 河湾学刊, 2018({i + 1}): 14-20."
        for i, name in enumerate(("秤", "船", "石阶"))
    )
    made = article(
        f"{ONE}\n\n{TWO}\n\n参考文献\n\n　　[1] 沈一帆. 渡口的账[J]. 河湾学刊, 2019(2): 3-9.\n"
        "　　[2] 薛半山. 滩地种豆[J]. 河湾学刊, 2016(4): 21-30.\n\n<!-- page 9 -->\n\n小常识\n铜钱怎样数\n"
        f"　　一百枚铜钱穿成一串，船工数串不数枚，串上的红线打了结便不再拆开。\n{below}"
    )
    (box,) = [block for block in (*made.blocks, *made.back) if isinstance(block, Box)]
    assert (len(box.blocks) == 1) is alone
