"""What magazines of other kinds print: large quotation marks, cards of films, boxes with pictures before their names."""

from __future__ import annotations

import pytest

from converter.model import Article, Figure, Heading, Paragraph, PullQuote, Verse
from converter.pipeline import restore
from converter.segment.regions import is_contents_heading
from tests.support.blocks import boxes_of as boxes

CONTENTS = "目录\n3 渡船的人 沈青禾\n8 灯塔来信 沈青禾\n"
TEXT = "渡船停了以后，老桨手搬到了坡上。他每天早上还是五点起来，走到码头，把缆绳解开又系上。"
NEXT = "镇上的人都说他闲不住。他自己说，绳子隔几天不动，就会忘了怎么打结，人也是一样。"
THEN = "去年冬天修桥的队伍来了，请他去认水下的石头。他闭着眼睛指，一块也没有指错。"
END = "桥通车那天他没有去，坐在坡上数了一个上午的车，数到三百就回家吃饭了。"


def first(*body: str) -> Article:
    """The first of two articles, whose paragraphs have a line each and blank lines between."""
    parts = [
        CONTENTS,
        "渡船的人",
        "文/沈青禾",
        TEXT,
        *body,
        END,
        "灯塔来信",
        "文/沈青禾",
        NEXT,
        THEN,
    ]
    return restore("\n\n".join(parts).encode(), name="x.txt").issue.articles[0]


def quotes(article: Article) -> list[str]:
    return [
        "".join(text.value for text in block.paragraphs)
        for block in article.blocks
        if isinstance(block, PullQuote)
    ]


def paragraphs(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(("one", "other"), [("“", "”"), ("❝", "❞"), ('"', '"'), ("「", "」")])
def test_large_quotation_marks_frame_a_pull_quote(one: str, other: str) -> None:
    article = first(NEXT, f"{one}\n绳子会忘，\n水不会忘。\n{other}", THEN)
    assert quotes(article) == ["绳子会忘，水不会忘。"]
    assert paragraphs(article) == [TEXT, NEXT, THEN, END]


def test_such_a_quotation_cuts_a_sentence_and_has_a_name_below() -> None:
    head, tail = "镇上的人都说他闲不住，因为绳子隔几天不动，", "就会忘了怎么打结，人也是一样。"
    article = first(head, "“\n绳子会忘，水不会忘。\n”\n——老桨手", tail, THEN)
    assert quotes(article) == ["绳子会忘，水不会忘。"]
    assert head + tail in paragraphs(article)


def test_one_quotation_mark_alone_frames_nothing() -> None:
    article = first(NEXT, "“", THEN)
    assert quotes(article) == []


@pytest.mark.parametrize("sign", ["🔍 ", "💡", "⚠️ "])
def test_a_small_picture_within_the_bold_of_a_name(sign: str) -> None:
    text = "两个指头并起来那么粗的缆绳，浸过三遍桐油，能拉住一条装满石灰的船。"
    article = first(NEXT, f"> **{sign}水上课堂：缆绳多粗才够**\n>\n> {text}", THEN)
    assert boxes(article) == [("水上课堂", "缆绳多粗才够", [text])]


def test_a_card_of_a_film() -> None:
    card = "影片资料\n\n导演：卫小鹿\n主演：林下舟、宋一诺\n片长：98分钟\n上映日期：2021年5月1日"
    article = first(f"故事说来简单：一个桨手等一座桥。{NEXT}", card, THEN)
    assert boxes(article) == [
        (
            "影片资料",
            "",
            ["导演：卫小鹿", "主演：林下舟、宋一诺", "片长：98分钟", "上映日期：2021年5月1日"],
        )
    ]
    assert paragraphs(article)[-2:] == [THEN, END]


def test_about_somebody_of_whom_the_article_speaks() -> None:
    life = "1951年生于青石镇，1968年现于渡口当学徒，2003年退休，曾获县里的“老把式”称号。"
    told = f"钟望水是最后一个桨手。{NEXT}"
    assert boxes(first(told, "关于钟望水", life, THEN)) == [("关于钟望水", "", [life])]
    assert boxes(first(told, "关于钟望水", THEN)) == []
    assert boxes(first(NEXT, "关于钟望水", life, THEN)) == []


def test_a_caption_with_a_pointer_is_no_broken_sentence() -> None:
    caption = "◀ 老桨手　身穿三十年前渡口发的蓝布褂子，脚上是自己打的草鞋"
    article = first(NEXT, caption, "“绳子会忘”", THEN)
    assert boxes(article) == []
    headings = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert headings == ["“绳子会忘”"]
    assert sum(isinstance(block, Figure) for block in article.blocks) == 1


@pytest.mark.parametrize("text", ["·本期目录·", "● 目录 ●", "◆目　次◆", "• 本期要目 •"])
def test_contents_between_ornaments(text: str) -> None:
    assert is_contents_heading(text)


def test_an_ornament_before_other_words_heads_no_contents() -> None:
    assert not is_contents_heading("·编读往来·")
    assert not is_contents_heading("●目录学浅说")


def test_what_stands_below_a_picture_carries_on_a_sentence_before_the_next_turn() -> None:
    turns = (
        "记者：您还去码头吗？",
        "钟望水：天天去。早上风小的时候水面很平，看得见石头，所以去",
        "![](images/page_4.jpg)",
        "不去码头，你自己看水。",
        "记者：桥修好以后呢？",
        "钟望水：桥是桥，水是水。水底下的事情桥不知道，还得有人记着。",
    )
    article = first(*turns)
    assert "钟望水：天天去。早上风小的时候水面很平，看得见石头，所以去不去码头，你自己看水。" in (
        paragraphs(article)
    )


PLAIN = "\u3000\u3000"


def indented(*body: str) -> Article:
    """The first of two articles, whose paragraphs are indented and have no blank lines between."""
    parts = [
        CONTENTS,
        "渡船的人\n沈青禾",
        *body,
        "灯塔来信\n沈青禾",
        f"{PLAIN}{NEXT}\n{PLAIN}{THEN}",
    ]
    return restore("\n\n".join(parts).encode(), name="x.txt").issue.articles[0]


def test_a_sentence_set_flush_between_blank_lines_where_paragraphs_have_none() -> None:
    body = (f"{PLAIN}{TEXT}\n{PLAIN}{NEXT}", "绳子会忘，水不会忘。", f"{PLAIN}{THEN}\n{PLAIN}{END}")
    article = indented(*body)
    assert quotes(article) == ["绳子会忘，水不会忘。"]
    assert paragraphs(article) == [TEXT, NEXT, THEN, END]


def test_a_flush_sentence_between_paragraphs_that_blank_lines_part_is_no_pull_quote() -> None:
    body = (
        f"{PLAIN}{TEXT}",
        f"{PLAIN}{NEXT}",
        "绳子会忘，水不会忘。",
        f"{PLAIN}{THEN}",
        f"{PLAIN}{END}",
    )
    assert quotes(indented(*body)) == []


def test_works_of_a_list_have_a_line_each_where_they_are_as_long_as_lines_of_verse() -> None:
    works = [
        "《半亩水》，田水生著，湾州文艺出版社2009年版",
        "《走岸》，佚名口述，湾州方志办2001年编印",
        "《夜航的人》，裘白桨著，湾州书局2016年版",
    ]
    poem = "退潮的时候\n缆绳最长\n长得可以拴住\n对岸的一盏灯"
    listed = "【延伸阅读】\n" + "\n".join(PLAIN + work for work in works)
    body = (f"{PLAIN}{TEXT}\n{PLAIN}{NEXT}", poem, listed, f"{PLAIN}{THEN}\n{PLAIN}{END}")
    article = indented(*body)
    assert boxes(article) == [("延伸阅读", "", works)]
    assert paragraphs(article)[-2:] == [THEN, END]


def test_what_happened_so_far_is_a_box_above_an_instalment() -> None:
    so_far = "老桨手上岸以后把缆绳借给了修桥的队伍，队长在绳结里发现了一封没有封口的信。"
    body = (f"【上期提要】\n{PLAIN}{so_far}", "第三章　绳结", f"{PLAIN}{THEN}\n{PLAIN}{END}")
    article = indented(*body)
    assert boxes(article) == [("上期提要", "", [so_far])]


def test_the_title_of_a_poem_below_its_author_signs_nothing() -> None:
    contents = "目次\n004　潮水簿　　沈青禾\n008　两首诗　　林雨舟\n"
    poem = (
        "索书号\n\n你把我放在第八百格\n离山很近\n离海只有一格\n\n有人要找我\n必须先经过\n别人的一生"
    )
    issue = f"{contents}\n潮水簿\n\n沈青禾\n\n{TEXT}\n\n{NEXT}\n\n两首诗\n\n林雨舟\n\n{poem}\n"
    article = restore(issue.encode(), name="x.txt").issue.articles[1]
    assert [author.name for line in article.bylines for author in line.authors] == ["林雨舟"]
    headings = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert headings == ["索书号"]


CLOSE_SET = """\
船坞的灯一亮，堤上的人就散了，只剩下卖菱角的老太太还坐在石阶上，等最后一班渡轮。
她的菱角用荷叶盖着，一角钱一捧，从来不称，抓多抓少看她高兴，也看天气好不好。
渡轮靠岸的时候浪会打上来，石阶湿到第三级，她就往上挪一级，菱角也跟着挪一级。"""
CLOSE_SET_TOO = """\
后来渡轮停了，石阶上长出青苔，老太太的位置空着，没有人去坐，猫也不去。
再后来有人在那里立了一根水尺，红白相间，涨水的时候看得见刻度，退水的时候看得见脚印。"""


def test_one_quotation_alone_between_blank_lines_where_paragraphs_have_none() -> None:
    said = "“绳子会忘，水不会忘。”"
    assert quotes(indented(CLOSE_SET, said, CLOSE_SET_TOO)) == [said]
    spoken = "“绳子会忘，”他说，“水不会忘。”"
    assert quotes(indented(CLOSE_SET, spoken, CLOSE_SET_TOO)) == []


def test_facts_with_labels_of_their_own_are_no_verse() -> None:
    one = "■ 青石羊肉节\n时间：11月7日至10日\n地点：青石镇西门桥\n看点：百船宴、摇橹比赛"
    other = "■ 屏溪晒秋\n时间：11月全月\n地点：屏溪村\n看点：晒豆腐、晒辣椒、晒太阳"
    issue = f"{CONTENTS}\n渡船的人\n文/沈青禾\n\n{TEXT}\n\n{NEXT}\n\n灯塔来信\n文/沈青禾\n\n{one}\n{other}\n"
    article = restore(issue.encode(), name="x.txt").issue.articles[1]
    assert not any(isinstance(block, Verse) for block in article.blocks)
    assert {"时间：11月7日至10日", "时间：11月全月"} <= set(paragraphs(article))


@pytest.mark.parametrize("genre", ["诗：", "组诗｜", "小说："])
def test_what_a_piece_is_stands_before_its_title_in_the_contents(genre: str) -> None:
    contents = f"目录\n3　渡船的人　沈青禾\n8　{genre}夜校　林雨舟\n"
    issue = f"{contents}\n渡船的人\n沈青禾\n\n{TEXT}\n\n{NEXT}\n\n夜校\n林雨舟\n\n{THEN}\n\n{END}\n"
    articles = restore(issue.encode(), name="x.txt").issue.articles
    assert [article.title[0].value for article in articles] == ["渡船的人", "夜校"]
    assert [line.authors[0].name for article in articles for line in article.bylines] == [
        "沈青禾",
        "林雨舟",
    ]


FARES = "从县城坐三路车到老码头，步行五分钟。渡船每天早上五点开，坐满十个人就走。"


@pytest.mark.parametrize("fact", ["票价：2元", "最佳季节：3月至5月"])
def test_a_fact_with_a_figure_below_the_text_of_a_box_is_its_last_line(fact: str) -> None:
    article = first(NEXT, "小贴士\n怎么去渡口", FARES, fact, THEN)
    assert boxes(article) == [("小贴士", "怎么去渡口", [FARES, fact])]
    assert not any(isinstance(block, Heading) for block in article.blocks)
    assert paragraphs(article) == [TEXT, NEXT, THEN, END]


def test_a_list_of_facts_below_a_box_is_none_of_it() -> None:
    article = first(NEXT, "小贴士\n怎么去渡口", FARES, "时间：11月7日", "地点：老码头", THEN)
    assert [inner for *_, inner in boxes(article)] == [[FARES]]


def test_the_edition_of_a_magazine_is_not_in_its_running_heads() -> None:
    """渡口（城市版） is 渡口 2016.3 over a folio."""
    head, tail = "镇上的人都说他闲不住，因为绳子隔几天不动，", "就会忘了怎么打结，人也是一样。"
    masthead = "渡口\n（城市版）\n2016年第3期\n主编：沈青禾\n\n"
    pages = ["渡口　2016.3\n5", "渡口　2016.3\n7"]
    body = [TEXT, f"{head}\n{pages[0]}\n{tail}", f"{THEN[:23]}\n{pages[1]}\n{THEN[23:]}", END]
    issue = masthead + "\n".join(
        (CONTENTS, "渡船的人", "文/沈青禾", *body, "灯塔来信", "文/沈青禾", NEXT)
    )
    article = restore(issue.encode(), name="x.txt").issue.articles[0]
    assert paragraphs(article) == [TEXT, head + tail, THEN, END]
    assert not any(isinstance(block, Heading) for block in article.blocks)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("专家连线　怎样坐船不晕", "怎样坐船不晕"),
        ("医生支招：晕船，先看远处", "晕船，先看远处"),
        ("专家连线", ""),
    ],
)
def test_who_is_asked_for_advice_names_a_box_with_or_without_a_title(line: str, title: str) -> None:
    article = first(NEXT, line, FARES, THEN)
    assert boxes(article) == [(line[:4], title, [FARES])]


def test_who_gives_advice_in_a_sentence_names_no_box() -> None:
    said = "专家支招：开船以前先坐一会儿，看看远处的山。"
    article = first(NEXT, said, THEN)
    assert not boxes(article)
    assert said in paragraphs(article)


def test_the_parts_of_recipes_in_brackets_name_no_boxes() -> None:
    """What a dish is made of ends without a full stop: 【做法】 below it cuts no sentence."""
    pies = "【用料】\n南瓜肉300克，糯米粉200克，白芝麻少许\n【做法】\n1. 南瓜切片，大火蒸熟，趁热压成泥。\n2. 小火煎到两面金黄。"
    soup = "【用料】\n豆腐一块，鲫鱼两条，清水没过鱼背\n【做法】\n1. 鱼煎到两面发黄，倒开水。\n2. 下豆腐，再煮一刻钟。"
    article = first(NEXT, f"■ 南瓜饼\n{pies}", f"■ 鲫鱼汤\n{soup}", THEN)
    assert not boxes(article)
    headings = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert {"南瓜饼", "鲫鱼汤"} <= set(headings)
