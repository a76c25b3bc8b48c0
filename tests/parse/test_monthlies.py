"""What business monthlies and cadres' fortnightlies set about their text and into it."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading, Issue, Paragraph, PullQuote, Role, Table
from converter.parse.byline import read_byline
from converter.parse.grams import Trigrams
from converter.parse.kinds import is_credit
from converter.parse.seam import goes_on
from tests.support.blocks import sourced
from tests.support.restored import restored

LEAD = "渡口的老板姓柴，二十年前从一条木船做起，如今手里有九条铁船，两座码头，和一本谁也看不懂的流水账。"
NEXT = (
    "他不肯再买第十条船，理由是镇上只有九个会看水的人，多一条船，就要有一条船交给不会看水的人去开。"
)
LAST = "问他往后怎么办，他指了指墙上的潮汐表，说涨潮的时候开船，落潮的时候补船，别的事情不归他管。"
OTHER = "后山的窑厂烧了一百年的瓦，今年头一回停火，窑工们坐在窑口打牌，牌桌是一块没有烧裂的方砖。"
CLAY = "窑主说停火不是关门，是等一等泥，好泥要在露天里过两个冬天，急着烧出来的瓦，下一场雪就碎了。"


def issue(*lines: str) -> Issue:
    return restored("\n\n".join(lines)).issue


def two(first: tuple[str, ...], second: tuple[str, ...] = (OTHER, CLAY)) -> Issue:
    """Two articles, each with a byline."""
    listed = ("目录", "第九条船 柴望 4", "等一等泥 窑生 8")
    return issue(*listed, "第九条船", "文｜柴望", *first, "等一等泥", "文｜窑生", *second)


def texts(found: Issue, article: int = 0) -> list[str]:
    one = found.articles[article]
    return [
        block.text.value
        for block in (*one.front, *one.blocks, *one.back)
        if isinstance(block, Paragraph)
    ]


def headings(found: Issue, article: int = 0) -> list[str]:
    return [b.text.value for b in found.articles[article].blocks if isinstance(b, Heading)]


CASE = "2020年春天，码头收到四份买船的定金，柴老板一份一份退回去，每份还多付了两百元的路费。"
ASH = "去年冬天窑厂把一窑烧坏的瓦砸碎铺了村路，下雨天走在上面不打滑，比买来的石子还便宜些。"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("案例 01", "案例 02"),
        ("案例一", "案例二"),
        ("【故事1】", "【故事2】"),
        ("案例 A", "案例 B"),
        ("個案①", "個案②"),
    ],
)
def test_what_an_issue_counts_from_article_to_article_is_a_box(one: str, other: str) -> None:
    found = two((LEAD, NEXT, one, "退回去的定金", CASE), (OTHER, CLAY, other, "碎瓦铺路", ASH))
    name = one.replace(" ", "").strip("【】")
    assert sourced(found)[0][:3] == (name, "退回去的定金", [CASE])
    assert sourced(found, 1)[0][1:3] == ("碎瓦铺路", [ASH])


def test_what_one_article_counts_are_its_headings() -> None:
    found = two((LEAD, "案例一", CASE, "案例二", NEXT, LAST))
    assert sourced(found) == []
    assert headings(found) == ["案例一", "案例二"]


def test_a_counted_box_alone_is_told_by_its_source() -> None:
    source = "（资料来源：码头提供，本刊核实）"
    found = two((LEAD, "案例 3", "退回去的定金", CASE, source, NEXT, LAST))
    assert sourced(found) == [("案例3", "退回去的定金", [CASE], "资料来源：码头提供，本刊核实")]
    assert texts(found) == [LEAD, NEXT, LAST]


def test_the_source_of_a_box_does_not_go_on_in_the_text_below() -> None:
    wrapped = [
        "2020年春天，码头收到四份买船的定",
        "金，柴老板一份一份退回去，每份还多付了",
        "两百元的路费，来退船的人都说他不会做生",
        "意，他说会做生意的人早就不在河边了，剩",
        "下的都是会看水的人，看水的人不买新船，",
        "只补旧船，一条旧船补到第九年，木头就全",
        "换过了，名字还是原来那一个，牌照还是原",
        "来那一张，只是船底轻了许多。",
    ]
    source = "（资料来源：码头提供，本刊核实）"
    found = two(("\n".join([LEAD, "小资料", *wrapped, source, NEXT, LAST]),))
    assert sourced(found) == [("小资料", "", ["".join(wrapped)], source[1:-1])]
    assert texts(found) == [LEAD, NEXT, LAST]


QUIZ = [
    "最近读完的一本书：父亲的账本，1986年那一册。",
    "最贵的一次学费：第三条木船，开了四个月就沉了。",
    "不会做的一件事：喝酒谈生意。",
    "给二十岁的自己一句话：先学看水，再学开船。",
]


@pytest.mark.parametrize("name", ["快问快答", "速问速答", "快速问答"])
def test_quick_answers_below_their_name_are_a_box(name: str) -> None:
    found = two((LEAD, NEXT, LAST, name, *QUIZ))
    assert sourced(found) == [(name, "", QUIZ, "")]


def test_the_last_quick_answer_is_whole_though_its_column_cut_it() -> None:
    head, tail = QUIZ[-1][:-2], QUIZ[-1][-2:]
    found = two((LEAD, NEXT, LAST, "\n".join(["快问快答", *QUIZ[:3], head, tail])))
    assert sourced(found)[0][2] == QUIZ


def test_the_authors_name_alone_above_the_text_is_under_a_portrait() -> None:
    found = two(("柴望", LEAD, NEXT, LAST))
    article = found.articles[0]
    assert [b.caption.value for b in article.blocks if isinstance(b, Figure)] == ["柴望"]
    assert [author.name for line in article.bylines for author in line.authors] == ["柴望"]


def test_a_line_without_a_full_stop_above_the_byline_is_a_subtitle() -> None:
    listed = ("目录", "第九条船 柴望 4", "等一等泥 窑生 8")
    line = "一个渡口老板谈木船、潮汐和他不买的那条船"
    found = issue(*listed, "第九条船", line, "文｜柴望", LEAD, NEXT, "等一等泥", "文｜窑生", CLAY)
    subtitle = found.articles[0].subtitle
    assert subtitle is not None
    assert subtitle.value == line
    told = f"{line}，船一直没有买。"
    found = issue(*listed, "第九条船", told, "文｜柴望", LEAD, NEXT, "等一等泥", "文｜窑生", CLAY)
    assert found.articles[0].subtitle is None
    first = found.articles[0].front[0]
    assert isinstance(first, Paragraph)
    assert (first.role, first.text.value) == (Role.STANDFIRST, told)


def test_who_edited_stands_under_the_byline() -> None:
    listed = "目录\n\n第九条船 柴望 4\n\n等一等泥 窑生 8\n\n第九条船\n文｜柴望\n"
    found = restored(f"{listed}编辑｜乔木\n{LEAD}\n{NEXT}\n\n等一等泥\n文｜窑生\n{CLAY}").issue
    article = found.articles[0]
    assert [line.text.value for line in article.bylines] == ["文｜柴望", "编辑｜乔木"]
    assert [author.name for line in article.bylines for author in line.authors] == ["柴望"]


def test_works_before_names_and_an_office_among_them() -> None:
    reading = read_byline("讲述 全茂林 整理 本刊记者 岑晓禾")
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [
        ("全茂林", "讲述"),
        ("岑晓禾", "本刊记者"),
    ]


@pytest.mark.parametrize(
    ("tail", "after", "whole"),
    [
        ("领了两年多，2025年", "5月，有人在公示栏写下一行字。", True),
        ("二〇一九年", "腊月里下了一场雪。", True),
        ("他记得那是3月", "12日，码头上人很多。", True),
        ("已经等了三年", "5月，有人在公示栏写下一行字。", False),
        ("领了两年多，2025年", "月季开了一墙。", False),
    ],
)
def test_a_date_goes_on_where_it_is_cut(tail: str, after: str, whole: bool) -> None:  # noqa: FBT001
    assert (goes_on(tail, after, Trigrams()) == 6.0) is whole


def test_a_box_of_two_paragraphs_ends_before_the_month_of_a_year() -> None:
    rule = "补助款应当由本人签字领取，代签的一律无效，经办人应当在三天之内更正并向村民说明。"
    more = "经办人知情而不更正的，由镇里收回补助款，并在公示栏里写明收回的原因和收回的日期。"
    head = f"{LEAD}船工们领的补助由他一个人代签，一签就是两年，到了2024年"
    found = two((NEXT, head, "纪法链接", rule, more, "6月，有人把名册贴在了码头上。", LAST))
    assert sourced(found)[0][:3] == ("纪法链接", "", [rule, more])
    assert texts(found) == [NEXT, f"{head}6月，有人把名册贴在了码头上。", LAST]


IMPRINTS = [
    "曲见山 著　青禾出版社　2023年5月　定价：48元",
    "[英] 罗宾 著／虞小棠 译　海岬书局　2024.1",
    "栾平 编　青禾出版社，2022年10月",
]


@pytest.mark.parametrize("imprint", IMPRINTS)
def test_the_imprint_of_a_book_is_no_heading(imprint: str) -> None:
    found = two((LEAD, "《一口井的账》", imprint, NEXT, LAST))
    assert headings(found) == ["《一口井的账》"]
    assert is_credit(imprint)


def test_a_caption_with_its_unit_stands_above_an_html_table() -> None:
    rows = "<tr><td>船</td><td>年份</td></tr><tr><td>木船</td><td>1986</td></tr>"
    caption = "渡口历年船只的来历（单位：条）"
    found = two((LEAD, NEXT, caption, f"<table>{rows}</table>", LAST))
    table = next(block for block in found.articles[0].blocks if isinstance(block, Table))
    assert table.caption is not None
    assert table.caption.value == caption
    assert texts(found) == [LEAD, NEXT, LAST]


CAPTION = "图1　渡口的船是哪一年添的"


@pytest.mark.parametrize(
    "labels",
    [
        ["客流（万人次）", "1986", "1995", "2003", "11.8", "12.4", "9.6"],
        ["木船 38%", "铁船 47%", "竹筏 15%"],
        ["船价 5.8万元", "油钱 1.2万元", "工钱 9.6万元", "码头 11万元"],
    ],
)
def test_what_an_infographic_says_is_its_labels(labels: list[str]) -> None:
    found = two(("\n".join([LEAD, NEXT, *labels, CAPTION, LAST]),))
    assert [drop.text for drop in found.drops if drop.reason == "chart-label"] == labels
    assert (texts(found), headings(found)) == ([LEAD, NEXT, LAST], [])


def test_parts_and_figures_without_a_caption_stay() -> None:
    found = two((LEAD, "木船 38%", "铁船 47%", "竹筏 15%", LAST))
    assert not [drop for drop in found.drops if drop.reason == "chart-label"]


def test_words_between_the_sections_name_and_the_title_are_a_pull_quote() -> None:
    said = "船不等人，人等船，等久了就成了朋友。"
    found = issue(
        "目录",
        "人物",
        "第九条船 柴望 4",
        "手记",
        "等一等泥 窑生 8",
        "人物",
        "第九条船",
        "柴望",
        LEAD,
        NEXT,
        LAST,
        "手记",
        said,
        "等一等泥",
        "窑生",
        OTHER,
        CLAY,
    )
    assert texts(found) == [LEAD, NEXT, LAST]
    quotes = found.articles[1].pull_quotes
    assert all(isinstance(one, PullQuote) for one in quotes)
    assert [text.value for one in quotes for text in one.paragraphs] == [said]


def test_a_running_head_whose_date_the_ocr_misread_is_dropped() -> None:
    head, tail = LEAD[:-8], LEAD[-8:]
    found = issue(
        "掌渡 2024年11月号 总第287期",
        "目录",
        "第九条船 柴望 4",
        "等一等泥 窑生 8",
        "第九条船",
        "柴望",
        head,
        "掌渡 2O24年11月号",
        tail,
        NEXT,
        "等一等泥",
        "窑生",
        CLAY,
    )
    assert texts(found) == [LEAD, NEXT]


@pytest.mark.parametrize("kicker", ["封面 01 · 机器", "封面之二｜人", "封面③"])
def test_a_part_of_a_section_is_a_kicker_whatever_counts_it(kicker: str) -> None:
    found = issue(
        "目录",
        "封面",
        "第九条船 柴望 4",
        "等一等泥 窑生 8",
        "手记",
        "两块方砖 乔木 9",
        "封面",
        "第九条船",
        "柴望",
        LEAD,
        NEXT,
        kicker,
        "等一等泥",
        "窑生",
        OTHER,
        "手记",
        "两块方砖",
        "乔木",
        CLAY,
    )
    assert texts(found) == [LEAD, NEXT]
    over = found.articles[1].kicker
    assert over is not None
    assert over.value == kicker


def test_who_edited_stands_under_the_byline_where_blank_lines_part_all() -> None:
    found = two(("编辑｜乔木", LEAD, NEXT))
    article = found.articles[0]
    assert [line.text.value for line in article.bylines] == ["文｜柴望", "编辑｜乔木"]


TALK = [
    "问：为什么不买第十条船？",
    "答：镇上只有九个会看水的人，多一条船就要交给不会看水的人去开，船认得水，水不认得",
    "人，这个道理要开三年船才明白。",
    "问：往后怎么办？",
    "答：涨潮开船，落潮补船。",
]


def test_a_caption_that_ends_with_who_took_the_picture_stands_apart() -> None:
    caption = "柴老板与他的第九条船。摄影／卢小满"
    found = two(("\n".join([LEAD, *TALK[:2], caption, *TALK[2:]]),))
    blocks = found.articles[0].blocks
    assert [b.caption.value for b in blocks if isinstance(b, Figure)] == [caption]
    assert texts(found) == [LEAD, TALK[0], TALK[1] + TALK[2], *TALK[3:]]


def test_nobody_speaks_of_himself_by_his_name() -> None:
    talk = [line.replace("问：", "高山：").replace("答：", "柴望：") for line in TALK]
    picture = "![](images/3.jpg)"
    found = two((LEAD, talk[0], talk[1], picture, "柴望在码头。", *talk[2:]))
    blocks = found.articles[0].blocks
    assert [b.caption.value for b in blocks if isinstance(b, Figure)] == ["柴望在码头。"]
    assert texts(found) == [LEAD, talk[0], talk[1] + talk[2], *talk[3:]]


@pytest.mark.parametrize(
    "parts",
    [("案情", "处理", "评析"), ("基本案情", "裁判结果", "典型意义"), ("案例", "说法", "启示")],
)
def test_the_parts_of_a_case_are_headings(parts: tuple[str, str, str]) -> None:
    told = "柴某三次多收船钱，共计四千一百元。"
    became = "柴某退回了全部船钱。"
    found = two(("\n".join([LEAD, parts[0], told, parts[1], became, parts[2], LAST]),))
    assert headings(found) == list(parts)
    assert texts(found) == [LEAD, told, became, LAST]


def test_what_is_a_name_of_boxes_elsewhere_opens_the_report_of_a_case() -> None:
    told = "柴某三次多收船钱，共计四千一百元。"
    found = two(("案情回放", told, LEAD, "工作启示", LAST))
    assert headings(found) == ["案情回放", "工作启示"]
    assert texts(found) == [told, LEAD, LAST]


def test_one_such_word_alone_makes_no_heading_of_a_line_of_verse() -> None:
    verse = "处理\n船在岸上\n人在水里\n灯在远处"
    assert headings(two((LEAD, verse, LAST))) == []


def test_what_stands_above_whom_a_letter_addresses_is_its_heading() -> None:
    letter = (
        "路修到我家门口停了\n编辑同志：\n村里修路，修到我家门口停了，说是钱用完了，还剩六十米。"
    )
    found = two((f"{LEAD}\n{letter}\n西坪乡　潘老四",))
    assert headings(found) == ["路修到我家门口停了"]


def test_the_imprints_of_books_stand_apart_in_lines_without_blank_ones() -> None:
    books = [
        "《灶下》",
        "吴树　著　河岸书屋　2023年9月　定价32元",
        "一个厨子写他的母亲，写到最后只剩下火。",
        "《门前》",
        "高岸　著　远岸文化　2022年5月　定价28元",
        "写一条巷子六十年的招牌，招牌换了，门槛没有换。",
    ]
    found = two(("\n".join(["两本都是薄书，读起来都慢。", *books]),))
    assert headings(found) == ["《灶下》", "《门前》"]
    assert [text for text in texts(found) if text in books] == [books[2], books[5]]


def test_a_column_named_above_its_title_is_no_author_of_the_entry_before() -> None:
    found = issue(
        "目录\n船\n004 第九条船 柴望\n回函\n008 关于二月号的船\n专栏\n009 等一等泥 窑生",
        "船",
        "第九条船\n文／柴望",
        LEAD,
        "回函",
        "关于二月号的船",
        NEXT,
        "专栏",
        "等一等泥\n文／窑生",
        OTHER,
    )
    sections = [(section.name, len(section.entries)) for section in found.contents.sections]
    assert sections == [("船", 1), ("回函", 1), ("专栏", 1)]


def test_a_month_in_chinese_figures_tells_the_issue() -> None:
    found = issue(
        "远岸评论\n二〇二四年三月号　第188期", "目录", "第九条船 柴望 4", "第九条船", "柴望", LEAD
    )
    assert (found.masthead.title, found.masthead.year) == ("远岸评论", 2024)
