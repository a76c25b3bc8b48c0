"""Headings told by the series in which they stand, and lines that only look like headings."""

from __future__ import annotations

import pytest

from converter.model import Block, Heading, Paragraph, Role, Verse
from converter.parse.byline import read_byline
from converter.parse.headings import levels
from converter.parse.series import headings_in_series
from converter.segment import Unit
from converter.source import Line
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
THREE = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡，第二天五点又起来烧水。"
WRAPPED = [text[at : at + 18] for text in (ONE, TWO, THREE) for at in range(0, len(text), 18)]
HEAD = "渡口\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"


def blocks(body: str, title: str = "夜里的渡口") -> tuple[Block, ...]:
    """The blocks of the one article with this body."""
    made = restored(f"{HEAD}目录\n\n{title} …… 沈一帆 3\n\n{title}\n\n沈一帆\n\n{body}\n")
    return made.issue.articles[0].blocks


def headings(body: str) -> list[tuple[int, str]]:
    """The headings of that article, with their levels."""
    return [(b.level, b.text.value) for b in blocks(body) if isinstance(b, Heading)]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["cn", "cn", "named", "named", "cn"], {"cn": 1, "named": 2}),
        (["named", "cn", "cn", "named", "cn", "cn"], {"named": 1, "cn": 2}),
        (["cn", "cn-paren", "figure", "figure", "cn-paren", "cn"], {"cn": 1, "cn-paren": 2, "figure": 3}),
        (["bare", "bare", "bare"], {"bare": 1}),
    ],
)  # fmt: skip
def test_what_goes_on_around_a_series_stands_above_it(
    kinds: list[str], expected: dict[str, int]
) -> None:
    assert levels(kinds) == expected


def test_a_number_that_lost_its_blank_is_told_by_its_sisters() -> None:
    assert headings(
        f"1 材料与方法\n\n{ONE}\n\n2结果与分析\n\n2.1水位对缆绳的影响\n\n{TWO}\n\n3结论\n\n{ONE}"
    ) == [(1, "1 材料与方法"), (1, "2结果与分析"), (2, "2.1水位对缆绳的影响"), (1, "3结论")]


def test_numbers_with_a_blank_count_headings_of_any_form() -> None:
    body = (
        f"一　先看水：涨水的时候，\n船停在哪里\n\n{ONE}\n\n（《河湾镇渡口管理办法》第六条）\n\n"
        f"二　再看人：灯不能只照水面，更不能只照船头\n\n{TWO}\n\n三 后看灯,就从“灯罩上的裂纹\n”看起\n\n{THREE}"
    )
    assert headings(body) == [
        (1, "一 先看水：涨水的时候，船停在哪里"),
        (1, "二 再看人：灯不能只照水面，更不能只照船头"),
        (1, "三 后看灯，就从“灯罩上的裂纹”看起"),
    ]


def test_one_number_with_a_blank_counts_nothing() -> None:
    assert headings(f"{ONE}\n\n一 个船工，两盏灯，三十一级石阶，还有渡口\n\n{TWO}") == []


def test_a_number_before_its_unit_has_no_sisters() -> None:
    assert headings(f"1 材料与方法\n\n{ONE}\n\n12名船工\n\n{TWO}") == [
        (1, "1 材料与方法"),
        (2, "12名船工"),
    ]


def test_questions_with_answers_to_choose_are_items_and_what_follows_is_a_heading() -> None:
    body = (
        f"{ONE}\n\n1. 涨水了，缆绳松了，你会：\n\nA. 先喊人\n\nB. 等到天亮\n\n"
        f"2. 灯灭了，对岸有人叫船，你会：\n\nA. 摸黑过河\n\nB. 回屋睡觉\n\n结果分析\n\n{TWO}"
    )
    assert headings(body) == [(1, "结果分析")]


@pytest.mark.parametrize(
    "line", ["栏目主持人：岳明舒", "☞ 把你的录音扫码传给我们", "L＝《渡口》　M＝马霭云　T＝唐一维"]
)
def test_lines_that_point_or_name_are_no_headings(line: str) -> None:
    assert headings(f"{ONE}\n\n{line}\n\n{TWO}") == []
    assert not any(
        isinstance(b, Paragraph)
        and b.role is Role.BODY
        and b.text.value.startswith(line[:4] + "老")
        for b in blocks(f"{ONE}\n\n{line}\n\n{TWO}")
    )


def test_the_title_of_the_other_poem_stands_between_blank_lines() -> None:
    found = blocks(
        "我把一小块太阳\n别在额头上\n它照不远\n刚好照见前面那个人的后背\n\n后背上有盐\n画着一张地图\n往煤里走\n\n"
        "澡堂\n\n热水从头顶下来\n黑的往下流\n白的往上长\n二十个人慢慢变成\n二十个不认识的人",
        "矿灯（外一首）",
    )
    assert [b.text.value for b in found if isinstance(b, Heading)] == ["澡堂"]
    assert [len(b.lines) for b in found if isinstance(b, Verse)] == [4, 3, 5]


@pytest.mark.parametrize(
    "head",
    ["沈 一帆等：夜里的渡口与它的缆", "第2期 沈一帆，等：夜里的渡囗与它的缆绳考 · 3 ·", "FERRY 46 夜里的渡口与它的缆绳考"],
)  # fmt: skip
def test_running_heads_of_journals(head: str) -> None:
    title = "夜里的渡口与它的缆绳考"
    made = restored(
        f"渡口\nFERRY\n2023年第2期\n主办单位：河湾镇文化站\n编辑出版：《渡口》编辑部\n主编：沈一帆\n\n"
        f"目录\n\n{title} …… 沈一帆 3\n船匠的手 …… 陆遥 8\n\n{title}\n\n沈一帆\n\n{ONE}涨水的时候\n\n{head}\n\n"
        f"看不见。\n\n船匠的手\n\n陆遥\n\n{TWO}\n"
    )
    assert [drop.text for drop in made.issue.drops if drop.reason == "running-head"] == [head]


def test_a_house_that_sent_the_text_is_no_author() -> None:
    reading = read_byline("安全监察部供稿")
    assert reading is not None
    assert reading.authors == ()


def test_known_names_behind_their_office() -> None:
    reading = read_byline("本刊记者 阎俊芳 文 宁", known=frozenset(["阎俊芳", "文宁"]))
    assert reading is not None
    assert [author.name for author in reading.authors] == ["阎俊芳", "文宁"]


def test_known_names_with_their_house() -> None:
    known = frozenset(["蒲韧", "秋禾"])
    reading = read_byline("蒲 韧　秋 禾（汉津科学院文献情报中心）", known=known)
    assert reading is not None
    assert [author.name for author in reading.authors] == ["蒲韧", "秋禾"]


def test_a_heading_that_breaks_after_its_comma_ends_there() -> None:
    body = f"一、渡口的夜\n\n{ONE}\n\n二、夜里的渡船进了港之后，\n\n盘活旧缆绳\n\n与1997年相比，{TWO}\n\n三、灯下\n\n{THREE}"
    assert headings(body) == [
        (1, "一、渡口的夜"),
        (1, "二、夜里的渡船进了港之后，盘活旧缆绳"),
        (1, "三、灯下"),
    ]


def test_text_below_a_blank_line_is_no_second_line_of_a_heading() -> None:
    body = (
        f"一、渡口互认：河湾镇的五年探索\n\n船工们开始给夜里的渡船规划备用的路线\n\n——不知不觉间，{TWO}\n\n"
        f"二、灯下的账本和缆绳\n\n{ONE}"
    )
    found = [text for level, text in headings(body) if level == 1]
    assert found == ["一、渡口互认：河湾镇的五年探索", "二、灯下的账本和缆绳"]


def test_an_english_head_over_its_abstract_is_no_heading_and_labels_come_again() -> None:
    parts = "".join(
        f"# {title}\n\n{name}\n\nDOI：10.99/j.{at}\n\n# 一、引论\n\n{ONE}\n\n收稿日期：2024-0{at}-26\n\n# 参考文献\n\n[1] 某人. 某书[M]. 某地: 某社, 2001: {at}.\n\n"
        f"# Ferries at Night: A Study of {latin}\n\nSHEN Yifan, LU Yao\n\nAbstract: The ferry crosses the river at night and the lamp is lit.\n\nKeywords: ferry; lamp\n\n"
        for at, (title, name, latin) in enumerate(
            [("渡口的夜航", "沈一帆", "Lamps"), ("船匠的手艺", "陆遥", "Hands"), ("摆渡人的家", "唐果", "Homes")], 1
        )
    )  # fmt: skip
    made = restored(
        f"{HEAD}# 目录\n\n渡口的夜航 沈一帆 1\n\n船匠的手艺 陆遥 2\n\n摆渡人的家 唐果 3\n\n{parts}"
    )
    for article in made.issue.articles:
        found = [b.text.value for b in article.blocks if isinstance(b, Heading)]
        assert found == ["一、引论", "参考文献"]
    assert not [drop for drop in made.issue.drops if drop.reason == "running-head"]


def test_the_head_of_a_report_in_a_round_up_names_of_whom_it_tells() -> None:
    text = "\n\n".join(
        [
            *("学在一线", "本刊编辑部", "临溪县：把课堂搬到大堤"),
            "今年汛期，临溪县把集体学习安排在大堤上。成员们沿堤步行六公里，逐段查看险工险段。",
            *("（临溪县供稿）", "霞浦区：一月一书，一书一议"),
            "霞浦区坚持每月共读一本书，书目由成员推荐、集体投票产生，读书会不设主席台，不念稿子。",
        ]
    )
    [article] = restored(text).issue.articles
    heads = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert heads == ["临溪县：把课堂搬到大堤", "霞浦区：一月一书，一书一议"]


def test_what_somebody_answers_is_no_heading() -> None:
    found = headings(
        f"{ONE}\n\n阿岩挠着头说：“灯是留给……等船的人的。”\n\n“那谁是等船的人呢？”\n\n{TWO}\n\n{THREE}"
    )
    assert found == []


def test_cases_with_parts_in_brackets_below_them_count() -> None:
    parts = [
        "案例一：赠品坏了，店家管不管",
        "【经过】",
        "去年冬天，石老三买了一口铁锅，店家送他一把锅铲，用了两天，铲柄就断了。",
        "案例二：少了的二两米",
        "【经过】",
        "杜大娘买了十斤米，回家一称少了二两，第二天提着米去找店家。",
        "案例三：小票褪了色，还作不作数",
        "【经过】",
        "热敏纸的小票放了半年，上面的字一个也看不见了，店家说不能退。",
    ]
    text = "目录\n\n小票里的道理 阮明 4\n\n小票里的道理\n\n阮明\n\n" + "\n\n".join(parts)
    found = restored(text).issue
    heads = [block.text.value for block in found.articles[0].blocks if isinstance(block, Heading)]
    assert [head for head in heads if head.startswith("案例")] == [parts[0], parts[3], parts[6]]


@pytest.mark.parametrize(
    "days",
    [
        ["第一天 打桩", "第三天 铺板", "第五天 封顶"],
        ["第一夜　等潮", "第二夜　起网"],
        ["第1年 借地", "第2年 种树", "第3年 见荫"],
        ["第一周：认船", "第二周：认水"],
    ],
)
def test_days_with_what_was_done_on_them_are_headings_and_no_signatures(days: list[str]) -> None:
    body = "\n".join(f"{day}\n{text}" for day, text in zip(days, (TWO, THREE, ONE), strict=False))
    made = blocks(f"{ONE}\n{body}")
    found = [b.text.value for b in made if isinstance(b, Heading)]
    assert [_bare(text) for text in found] == [_bare(day) for day in days]
    assert not [b for b in made if isinstance(b, Paragraph) and b.role is Role.SIGNATURE]


def _bare(text: str) -> str:
    return "".join(text.split())


def test_a_day_in_the_middle_of_a_sentence_and_one_that_is_told_are_no_headings() -> None:
    cut = "摆渡的人收了灯，把缆绳在桩上绕了三圈，说好等水退下去，到"
    assert headings(f"{ONE}\n\n{cut}\n\n第三天 早晨\n\n再开船，谁也不许催。\n\n{TWO}") == []
    assert headings(f"{ONE}\n\n第一天，水退了两级石阶。\n\n第二天，水又涨了上来。\n\n{TWO}") == []


@pytest.mark.parametrize("name", ["第{}天", "第{}站", "第 {} 封信"])
def test_plain_headings_stand_under_those_that_count_in_words(name: str) -> None:
    one, two, three = (name.format(number) for number in "一二三")
    body = [f"{one} 石桥", ONE, "卖豆浆的人", TWO, f"{two} 柳埠", THREE, f"{three} 沙洲", ONE]
    assert headings("\n\n".join([*body, "尾声", TWO])) == [
        (1, f"{one} 石桥"),
        (2, "卖豆浆的人"),
        (1, f"{two} 柳埠"),
        (1, f"{three} 沙洲"),
        (1, "尾声"),
    ]


@pytest.mark.parametrize("line", ["缆桩是谁换的", "头一盏，爷爷点的", "船不见了", "谁留下的"])
def test_a_clause_that_ends_with_a_particle_may_be_a_heading(line: str) -> None:
    above, below = "\n".join(WRAPPED), "\n".join(WRAPPED[3:])
    assert headings(f"{above}\n\n{line}\n\n{below}") == [(1, line)]
    assert headings(f"{above}\n{line}\n{below}") == [(1, line)]


def test_a_full_line_that_ends_with_a_particle_is_the_beginning_of_a_paragraph() -> None:
    first, rest = (
        "渡口的第三盏灯挂在石阶旁的老榆树上的",
        "那根横枝上，是爷爷年轻的时候点的，灯罩上补过两块铁皮。",
    )
    lines = "\n".join(WRAPPED)
    assert headings(f"{lines}\n\n{first}\n\n{rest[:18]}\n{rest[18:]}") == []


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("1. 先把缆绳解开，用清水洗三遍，晾", "干了以后，再看有没有断的股，\n断了的要重新编过。"),
        ("1. 缆绳先泡水十分钟，再绕到桩上，", "从下面往上面拉，一个方向走，\n走三圈停一停。"),
    ],
)
def test_a_step_whose_clause_goes_on_below_is_no_heading(first: str, rest: str) -> None:
    steps = f"{first}\n{rest}\n2. 只绕在桩上，不绕在栏杆上。栏杆一\n松，船就漂走了。"
    found = blocks("\n".join([*WRAPPED, "照下面的步骤来：", steps, *WRAPPED[3:]]))
    assert not any(isinstance(block, Heading) for block in found)
    texts = [block.text.value for block in found if isinstance(block, Paragraph)]
    assert "".join(f"{first}{rest}".split()) in texts


def test_an_indented_step_goes_on_in_a_flush_line() -> None:
    first, rest = "1. 先把缆绳解开，用清水洗三遍，搭在石阶上，再晾", "干了以后，再看有没有断的股。"
    more = [
        "\n".join(("　　" + text[:24], *(text[at : at + 26] for at in range(24, len(text), 26))))
        for text in (ONE, TWO, THREE)
    ]
    found = blocks("\n".join([*more, f"　　{first}\n{rest}", "　　2. 只绕在桩上，不绕在栏杆上。"]))
    assert not any(isinstance(block, Heading) for block in found)
    texts = [block.text.value for block in found if isinstance(block, Paragraph)]
    assert "".join(f"{first}{rest}".split()) in texts


def test_the_second_heading_may_count_three_of_something() -> None:
    body = f"{ONE}\n\n一、三个“变”\n\n{TWO}\n\n二、三个“不变”\n\n{THREE}"
    contents = "目录\n看渠的人 何若溪 4\n后山 云起 9"
    text = f"{HEAD}{contents}\n\n看渠的人\n\n何若溪\n\n{body}\n\n后山\n\n云起\n\n水渠绕着后山走了一圈，又回来了。\n"
    made = restored(text)
    found = [b for b in made.issue.articles[0].blocks if isinstance(b, Heading)]
    assert [(b.text.value, b.level) for b in found] == [("一、三个“变”", 1), ("二、三个“不变”", 1)]


def test_one_character_below_a_numbered_heading_is_its_last_one() -> None:
    body = f"一、把渠修好\n\n{ONE}\n\n二、织密“一张网”，让服务有\n感\n\n资料\n\n{TWO}\n\n{THREE}"
    contents = "目录\n看渠的人 何若溪 4\n后山 云起 9"
    text = f"{HEAD}{contents}\n\n看渠的人\n\n何若溪\n\n{ONE}\n\n{body}\n\n后山\n\n云起\n\n水渠绕着后山走了一圈，又回来了。\n"
    found = [b for b in restored(text).issue.articles[0].blocks if isinstance(b, Heading)]
    assert "二、织密“一张网”，让服务有感" in [b.text.value for b in found]


def test_years_alone_over_what_came_to_pass_in_them_are_headings() -> None:
    """Their figures may be misread; two of them are no chronicle, and one that goes back is none."""

    def found(*years: str) -> list[int]:
        texts = [text for pair in zip(years, (ONE, TWO, THREE), strict=False) for text in pair]
        units = [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(texts, 1)]
        return sorted(headings_in_series(units, ()))

    assert found("一九四二年", "一九四八年", "一九五O年") == [0, 2, 4]
    assert found("1942年", "1948年", "1950年") == [0, 2, 4]
    assert found("一九四二年", "一九四八年", "一九四一年") == []
    assert found("一九四二年", "一九四八年") == []


def test_points_told_off_between_blank_lines_are_headings_also_below_a_table() -> None:
    """They stand under the names of the parts; a sentence that runs on is none of them."""
    rows = "| 年份 | 船数 |\n|---|---|\n| 2020 | 12 |\n| 2021 | 15 |"
    body = (
        f"【做法】\n\n一是“渡口大厅”办事\n\n{ONE}\n\n二是“渡口集市”卖货\n\n{TWO}\n\n表1 渡口的船\n\n{rows}\n\n"
        f"三是“渡口课堂”育人\n\n{THREE}\n\n【启示】\n\n{ONE}"
    )
    assert headings(body) == [
        (1, "【做法】"),
        (2, "一是“渡口大厅”办事"),
        (2, "二是“渡口集市”卖货"),
        (2, "三是“渡口课堂”育人"),
        (1, "【启示】"),
    ]
    assert headings(f"{ONE}\n\n一是把灯修好。\n\n{TWO}\n\n二是把船修好。\n\n{THREE}") == []


@pytest.mark.parametrize(
    ("first", "last"), [("（一", "（三）"), ("一）", "（三）"), ("（一）", "三）")]
)
def test_a_number_alone_that_has_lost_a_bracket_counts_with_the_others(
    first: str, last: str
) -> None:
    body = f"{first}\n\n{ONE}\n\n（二）\n\n{TWO}\n\n{last}\n\n{THREE}"
    assert headings(body) == [(1, first), (1, "（二）"), (1, last)]


def test_whole_dates_between_paragraphs_are_headings_though_there_are_but_two() -> None:
    dates = ("2006年2月17日", "2024年6月9日")
    assert headings(f"{ONE}\n\n{dates[0]}\n\n{TWO}\n\n{dates[1]}\n\n{THREE}") == [
        (1, dates[0]),
        (1, dates[1]),
    ]
    assert headings(f"{ONE}\n\n{dates[0]}\n\n{TWO}\n\n{THREE}") == []
